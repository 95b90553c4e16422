"""Runs every measurement, or those named, and prints them as a table of Markdown."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from statistics import median

from benchmarks import (
    ask,
    compared,
    exchange,
    exchanges,
    gaps,
    load,
    parties,
    pdf,
    redline,
    start,
    versions,
    word,
)
from benchmarks.measure import Figure, process


def measurements(folder: Path) -> Mapping[str, Callable[[], Iterable[Figure]]]:
    """Return what can be measured, by name, in the order in which it runs.

    Args:
        folder: an empty one; the large negotiation is made in it.
    """
    database = folder / "large.db"
    return {
        "start": start.figures,
        "word": word.figures,
        "pdf": lambda: pdf.figures(folder),
        "exchange": exchange.figures,
        "large": lambda: [*load.figures(database), *ask.figures(database)],
        "redline": redline.figures,
        "versions": versions.figures,
        "compared": compared.figures,
        "parties": parties.figures,
        "gaps": gaps.figures,
        "exchanges": exchanges.figures,
    }


def main() -> None:
    """Run all, or what the command line names."""
    with tempfile.TemporaryDirectory() as folder:
        all_ = measurements(Path(folder))
        chosen = sys.argv[1:] or list(all_)
        unknown = [name for name in chosen if name not in all_]
        if unknown:
            sys.exit(f"no measurement is called {unknown[0]}; there are {', '.join(all_)}")
        figures = [figure for name in chosen for figure in all_[name]()]
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
