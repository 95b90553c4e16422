"""The command line: thin commands, one module per group, loaded when called."""

from __future__ import annotations


def main() -> None:
    """Run the command line and leave with its exit code."""
    import os
    import sys
    from pathlib import Path

    # Whoever calls may have closed a stream; the number it had must not go to the database.
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            stream = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - stays open
            setattr(sys, name, stream)

    from negotiator.cli.program import run

    sys.exit(run(sys.argv[1:]))
