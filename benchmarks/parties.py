"""Several parties lined up at once, beside one alignment for every two of them.

`python -m benchmarks.parties [CLAUSES]` prints what it takes, and how many of the links are right.
With 2,000 clauses a party that is about ten minutes; the figure of the table is that of 300.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from benchmarks import treaties
from benchmarks.edits import USUAL, edit
from benchmarks.measure import Figure
from benchmarks.truth import Edited, Pair
from negotiator.engine.alignment import Alignment, Passage, align_all, align_positions

PARTIES = 10
CLAUSES = 300
ASKED = 0.5

Found = Mapping[Pair, Alignment]


def texts(clauses: int) -> list[Edited]:
    """Return the texts of the parties: versions of one text, each edited in its own way."""
    first, others = treaties.first(clauses), treaties.others()
    return [edit(first, others, USUAL, seed) for seed in range(PARTIES)]


def documents(clauses: int) -> list[list[Passage]]:
    """Return the papers of the parties."""
    return [paper(one) for one in texts(clauses)]


def paper(text: Edited) -> list[Passage]:
    """Return the clauses of a party, by their places."""
    return [Passage(str(number), clause) for number, clause in enumerate(text.new)]


def apart(papers: Sequence[Sequence[Passage]]) -> Found:
    """Line up every two of the papers by themselves."""
    return {
        (one, other): align_positions(papers[one], papers[other])
        for one, other in combinations(range(len(papers)), 2)
    }


def common(one: Edited, other: Edited) -> frozenset[Pair]:
    """Return the clauses of two parties that were made of the same clause of the first text."""
    made: dict[int, list[int]] = {}
    for link in other.links:
        made.setdefault(link.old, []).append(link.new)
    return frozenset((link.new, place) for link in one.links for place in made.get(link.old, ()))


def f1(versions: Sequence[Edited], found: Found) -> float:
    """Return how well the links of all pairs are found, from 0 to 1."""
    right = total = 0
    for (one, other), alignment in found.items():
        truth = common(versions[one], versions[other])
        links = {
            (int(a), int(b)) for link in alignment.links for a in link.left for b in link.right
        }
        right += len(truth & links)
        total += len(truth) + len(links)
    return 2 * right / total if total else 1.0


def figures(clauses: int = CLAUSES) -> Iterator[Figure]:
    """Measure, where the treaties are beside the checkout."""
    if not treaties.available():
        return
    versions = texts(clauses)
    papers = [paper(one) for one in versions]
    start = time.process_time()
    together = align_all(papers)
    middle = time.process_time()
    separate = apart(papers)
    seconds = middle - start, time.process_time() - middle
    yield Figure(
        f"{PARTIES} parties of {clauses:,} clauses, all pairs at once",
        f"{seconds[0]:.1f} s, {seconds[0] / seconds[1]:.2f} x",
        f"{len(separate)} separate alignments ({seconds[1]:.1f} s)",
        f"{ASKED:g} x",
        seconds[0] / seconds[1] < ASKED,
    )
    quality = f1(versions, together), f1(versions, separate)
    yield Figure(
        "F1 of its links",
        f"{quality[0]:.3f}",
        f"separate alignments: {quality[1]:.3f}",
        "not below",
        quality[0] >= quality[1],
    )


if __name__ == "__main__":
    for figure in figures(int(sys.argv[1]) if len(sys.argv) > 1 else CLAUSES):
        print(figure)
