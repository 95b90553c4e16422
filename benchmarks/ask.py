"""Asking a large negotiation: compare on one topic, and search."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from statistics import median

from benchmarks.measure import COMMAND, Clock, Figure, process
from negotiator.store.search import expression
from negotiator.workbench import looking
from negotiator.workbench.bench import opened

BARE = "SELECT rowid FROM clause_words WHERE clause_words MATCH ? ORDER BY rank LIMIT 20"
SEARCHES = ["bare moti", "luka", "senovi*", '"ba re"', "dupa fego"]


def figures(path: Path) -> list[Figure]:
    """Return the times of `compare` and `search` on the database at `path`."""
    variables = {"NEGOTIATOR_DATABASE": str(path)}
    compare = [COMMAND, "compare", "--topic", "T7", "--format", "json"]
    whole = median(process(compare, **variables) for _ in range(5))
    start = median(process([COMMAND, "list", "parties"], **variables) for _ in range(5))
    clock, bare = Clock(), Clock()
    driver = sqlite3.connect(path)
    with opened(str(path)) as bench:
        for text in SEARCHES * 5:
            with bare.running():
                driver.execute(BARE, (expression(text),)).fetchall()
            with clock.running():
                looking.search(bench, text, party=None, limit=20)
    driver.close()
    slowest, middle = max(clock.laps[len(SEARCHES) :]), median(clock.laps)
    return [
        Figure(
            "`compare --topic` on it, whole process",
            f"{whole:.2f} s",
            f"{whole / start:.1f} x `list parties`",
            "1 s",
            whole <= 1.0,
        ),
        Figure(
            "`search` in it, without the start",
            f"{middle * 1000:.1f} ms, slowest {slowest * 1000:.1f} ms",
            f"bare FTS5, ranked: {clock.seconds / bare.seconds:.1f} x"
            f" (slowest {max(bare.laps[len(SEARCHES) :]) * 1000:.1f} ms)",
            "20 ms",
            slowest <= 0.020,
        ),
    ]
