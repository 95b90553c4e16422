"""Several parties lined up at once, beside one alignment for every two of them.

`python -m benchmarks.parties [CLAUSES]` prints what it takes. With 2,000 clauses a party that is
about half an hour; the figure of the table is that of 300.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from itertools import combinations

from benchmarks import treaties
from benchmarks.edits import USUAL, edit
from benchmarks.measure import Figure
from negotiator.engine.alignment import Passage, align_all, align_positions

PARTIES = 10
CLAUSES = 300
ASKED = 0.5


def documents(clauses: int) -> list[list[Passage]]:
    """Return the papers of the parties: versions of one text, each edited in its own way."""
    first, others = treaties.first(clauses), treaties.others()
    return [
        [
            Passage(str(number), text)
            for number, text in enumerate(edit(first, others, USUAL, seed).new)
        ]
        for seed in range(PARTIES)
    ]


def seconds(papers: list[list[Passage]]) -> tuple[float, float]:
    """Return the seconds of processor time of all at once, and of every two apart."""
    start = time.process_time()
    align_all(papers)
    middle = time.process_time()
    for one, other in combinations(papers, 2):
        align_positions(one, other)
    return middle - start, time.process_time() - middle


def figures(clauses: int = CLAUSES) -> Iterator[Figure]:
    """Measure, where the treaties are beside the checkout."""
    if not treaties.available():
        return
    together, apart = seconds(documents(clauses))
    pairs = PARTIES * (PARTIES - 1) // 2
    yield Figure(
        f"{PARTIES} parties of {clauses:,} clauses, all pairs at once",
        f"{together:.1f} s, {together / apart:.2f} x",
        f"{pairs} separate alignments ({apart:.1f} s)",
        f"{ASKED:g} x",
        together / apart < ASKED,
    )


if __name__ == "__main__":
    for figure in figures(int(sys.argv[1]) if len(sys.argv) > 1 else CLAUSES):
        print(figure)
