"""Why clauses of two versions were lined up, in sentences that a person can check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

from negotiator.engine.versions.matching import Match
from negotiator.engine.wording import bare
from negotiator.model import Method

# Of longer clauses the beginning is counted: the time grows with the square of the length.
MOST_WORDS_COUNTED = 20_000


def reasons(
    old: Sequence[str], new: Sequence[str], matches: Sequence[Match]
) -> tuple[tuple[str, ...], ...]:
    """Return the reasons for each match, strongest first.

    Args:
        old: the clauses of the old version.
        new: those of the new one.
        matches: between them.
    """
    same = {
        (one.old[0], one.new[0])
        for one in matches
        if len(one.old) == len(one.new) == 1 and old[one.old[0]] == new[one.new[0]]
    }
    return tuple(tuple(_reasons(old, new, one, same)) for one in matches)


def _reasons(
    old: Sequence[str], new: Sequence[str], found: Match, same: set[tuple[int, int]]
) -> Iterator[str]:
    if found.method is Method.SAME_KEY:
        yield "the same key in both versions"
    yield _words([old[place] for place in found.old], [new[place] for place in found.new])
    if len(found.new) > 1:
        yield f"one clause became {len(found.new)} that stand next to each other"
    if len(found.old) > 1:
        yield f"{len(found.old)} clauses that stood next to each other became one"
    before = (found.old[0] - 1, found.new[0] - 1) in same
    after = (found.old[-1] + 1, found.new[-1] + 1) in same
    if before and after:
        yield "between two clauses that did not change"
    elif before:
        yield "behind a clause that did not change"
    elif after:
        yield "in front of a clause that did not change"
    if found.moved:
        yield "out of the order that the other clauses kept"


def _words(old: Sequence[str], new: Sequence[str]) -> str:
    if old == new:
        return "the same text"
    before = [word for text in old for word in bare(text)]
    after = [word for text in new for word in bare(text)]
    if before == after:
        return "the same words, with other punctuation, case or white space"
    longest = max(len(before), len(after))
    if not longest:
        return "no words in either"
    start = " of the beginning" if longest > MOST_WORDS_COUNTED else ""
    before, after = before[:MOST_WORDS_COUNTED], after[:MOST_WORDS_COUNTED]
    kept = LCSseq.similarity(before, after)
    return f"{kept} of {max(len(before), len(after))} words{start} kept in their order"
