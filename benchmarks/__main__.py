"""Runs every measurement and prints them as a table of Markdown."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks import ask, exchange, load, pdf, start, word
from benchmarks.measure import Figure, process


def main() -> None:
    """Run all; the large negotiation is made in a temporary folder."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.db"
        figures = [
            *start.figures(),
            *word.figures(),
            *pdf.figures(Path(folder)),
            *exchange.figures(),
            *load.figures(path),
            *ask.figures(path),
        ]
    print(_machine() + "\n")
    print("| what | seen | beside | asked | met |")
    print("|---|---|---|---|---|")
    for one in figures:
        print(_line(one))


def _machine() -> str:
    # What a second is worth here: the rest can be read against it.
    sqlalchemy = median(process([sys.executable, "-c", "import sqlalchemy"]) for _ in range(5))
    return (
        f"Python {platform.python_version()}, {os.cpu_count()} processors,"
        f" `import sqlalchemy` takes {sqlalchemy:.2f} s as a whole process."
    )


def _line(one: Figure) -> str:
    met = "yes" if one.met else "**no**"
    return f"| {one.what} | {one.figure} | {one.peer} | {one.asked} | {met} |"


if __name__ == "__main__":
    main()
