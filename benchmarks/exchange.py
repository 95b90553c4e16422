"""How long it takes to load the shipped exchange and write its report."""

from __future__ import annotations

import sys
import tempfile
from statistics import median

from benchmarks.measure import COMMAND, Figure, process


def figures() -> list[Figure]:
    """Return the seconds of `negotiator demo`, and its ratio to importing what it is made of."""
    parts = "import alembic.command, jinja2, rapidfuzz.distance, sqlalchemy, yaml"
    with tempfile.TemporaryDirectory() as folder:
        ours = median(process([COMMAND, "demo", f"{folder}/{n}"]) for n in range(7))
    imports = median(process([sys.executable, "-c", parts]) for _ in range(7))
    return [
        Figure(
            "`negotiator demo`, whole process",
            f"{ours:.2f} s",
            f"{ours / imports:.1f} x importing its libraries",
            "2.5 s",
            ours <= 2.5,
        )
    ]
