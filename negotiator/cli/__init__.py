"""The command line: thin commands, one module per group, loaded when called."""

from __future__ import annotations


def main() -> None:
    """Run the command line and leave with its exit code."""
    import sys

    from negotiator.cli.program import run

    sys.exit(run(sys.argv[1:]))
