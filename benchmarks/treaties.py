"""Clauses of real treaties: the texts that the generator of second versions starts from.

They stand in `shared/evaluation` beside the checkout and are not part of the project.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from benchmarks.labelled import EVALUATION

# Treaties of which no two are versions of one text: what repeats among their clauses repeats in
# reality. The European ones come first, as far as they reach; trade agreements give the volume.
FIRST = (
    ("a3_eu_treaties", "eec-1965-1986-SEA", "left"),
    ("a3_eu_treaties", "ecsc-euratom-1965-1986", "left"),
    *(("a2_tota_headings", f"tota-dev-0{n}", side) for n in range(4) for side in ("left", "right")),
)
# Agreements between other parties, from which clauses are added.
OTHERS = tuple(
    ("a2_tota_headings", f"tota-dev-0{n}", side) for n in range(4, 8) for side in ("left", "right")
)

# A paragraph, a sentence or a lettered point ends before what looks like a new one.
_END = re.compile(r"(?<=[.;:])\s+(?=[A-Z(“\"0-9])")
FEWEST_WORDS = 6


def available() -> bool:
    """Tell whether the treaties stand beside the checkout."""
    return all((EVALUATION / folder).is_dir() for folder, *_ in FIRST)


def first(size: int) -> tuple[str, ...]:
    """Return clauses of one document after the other, in their order.

    Args:
        size: how many clauses; there are about 9,800.
    """
    return tuple(islice(_clauses(FIRST), size))


def others() -> tuple[str, ...]:
    """Return the clauses of the agreements of which `first` holds nothing."""
    return tuple(_clauses(OTHERS))


def in_clauses(article: str) -> list[str]:
    """Split an article into paragraphs, sentences and points, none shorter than a few words.

    Joined by single spaces they hold every word of the article in its order.
    """
    found: list[str] = []
    for piece in _END.split(article):
        if found and len(found[-1].split()) < FEWEST_WORDS:
            found[-1] += " " + piece
        else:
            found.append(piece)
    if len(found) > 1 and len(found[-1].split()) < FEWEST_WORDS:
        last = found.pop()
        found[-1] += " " + last
    return found


def _clauses(documents: tuple[tuple[str, str, str], ...]) -> Iterator[str]:
    for folder, pair, side in documents:
        for article in _articles(folder)[pair, side]:
            yield from in_clauses(article)


@cache
def _articles(folder: str) -> dict[tuple[str, str], list[str]]:
    path = EVALUATION / folder / "dev_pairs.jsonl"
    pairs = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {
        (pair["pair_id"], side): [clause["text"] for clause in pair[side]["clauses"]]
        for pair in pairs
        for side in ("left", "right")
    }
