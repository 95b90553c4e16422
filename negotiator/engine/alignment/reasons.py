"""Why two clauses are linked, in sentences that a person can check against the texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rapidfuzz.distance import LCSseq

from negotiator.engine.alignment.passage import Passage
from negotiator.engine.alignment.signals import Documents

Place = tuple[int, int]

THE_SAME = "the same text"

WORDS_NAMED = 4
# Openings that are said to be the same are at least so long.
WORDS_OF_AN_OPENING = 4
# Above this the neighbours are said to line up too.
NEIGHBOURS_AGREE = 0.5
MOST_WORDS = 2_000


def reasons(
    documents: Documents,
    one: Place,
    other: Place,
    signals: Mapping[str, float],
    passages: tuple[Passage, Passage],
) -> tuple[str, ...]:
    """Return what speaks for a link, the wording first, and what speaks against it.

    Args:
        documents: those that are lined up.
        one: document and number of one clause.
        other: of the other.
        signals: by name; empty where nothing but the words was looked at.
        passages: the two clauses.
    """
    return tuple(_reasons(documents, one, other, signals, passages))


def _reasons(
    documents: Documents,
    one: Place,
    other: Place,
    signals: Mapping[str, float],
    passages: tuple[Passage, Passage],
) -> Iterator[str]:
    first, second = (documents.terms[number][place] for number, place in (one, other))
    if passages[0].text == passages[1].text:
        yield THE_SAME
        return
    if first.defined and first.defined == second.defined:
        yield f"both define “{first.defined}”"
    kept = LCSseq.similarity(first.words[:MOST_WORDS], second.words[:MOST_WORDS])
    shorter = min(len(first.words), len(second.words), MOST_WORDS)
    yield f"{kept} of {shorter} words of the shorter text stand in the other in the same order"
    shared = documents.shared_words(one, other)[:WORDS_NAMED]
    if shared:
        yield "both say " + ", ".join(f"“{word}”" for word in shared)
    opening = _opening(first.opening, second.opening)
    if len(opening) >= WORDS_OF_AN_OPENING:
        yield f"both begin “{' '.join(opening)}”"
    topics = sorted(set(passages[0].topics) & set(passages[1].topics))
    if topics:
        yield f"both stand under topic {', '.join(topics)}"
    if signals.get("support in order", 0.0) > NEIGHBOURS_AGREE:
        yield "the clauses around them line up in the same order"
    if signals.get("behind the best rival", 0.0) < 0:
        yield "but another clause is closer in wording to one of them"


def _opening(one: tuple[str, ...], other: tuple[str, ...]) -> list[str]:
    same: list[str] = []
    for first, second in zip(one[:12], other[:12], strict=False):
        if first != second:
            break
        same.append(first)
    return same
