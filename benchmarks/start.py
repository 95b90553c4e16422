"""How long the command takes to start, beside importing click alone."""

from __future__ import annotations

import sys

from benchmarks.measure import COMMAND, Figure, paired


def figures() -> list[Figure]:
    """Return the ratio of `negotiator --help` to `python -c "import click"`."""
    ours, click = paired([COMMAND, "--help"], [sys.executable, "-c", "import click"], 21)
    return [
        Figure(
            "`negotiator --help`, whole process",
            f"{ours / click:.2f} x",
            '`python -c "import click"`',
            "1.5 x",
            ours <= 1.5 * click,
        )
    ]
