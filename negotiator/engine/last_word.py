"""The last word of two parties on an issue: what it denies, and what still stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from negotiator.engine.cells import PlacedAnswer, PlacedClause
from negotiator.model import Force, How

POSITIVE = frozenset({How.ACCEPTED, How.ACCEPTED_IN_PART, How.ACCEPTED_CONDITIONALLY})
NEGATIVE = frozenset({How.REFUSED, How.COUNTERED})


@dataclass(frozen=True, slots=True)
class Word:
    """An answer of one of two parties to a clause of the other.

    Args:
        placed: the clause that answers.
        answer: what it answers, and how.
        day: on which it was tabled, None where that is not stated.
        asked: the day on which what it answers was tabled, None where that is not stated.
        left: whether the first of the two parties gives it, not the second.
    """

    placed: PlacedClause
    answer: PlacedAnswer
    day: date | None
    asked: date | None
    left: bool

    @property
    def how(self) -> How:
        """Return the manner."""
        return self.answer.how

    @property
    def firm(self) -> bool:
        """Tell whether it refuses, or counters by a condition."""
        condition = self.placed.reading.force is Force.CONDITION
        return self.how is How.REFUSED or (condition and self.how is How.COUNTERED)


def last_words(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the answers of the last document that answers; none where one states no date.

    Answers that are themselves answered are not the last word.
    """
    answered = {word.answer.to_clause for word in words}
    ends = [word for word in words if word.placed.clause.id not in answered]
    days = [word.day for word in ends]
    known = [day for day in days if day is not None]
    if not known or len(known) < len(days):
        return ()
    return tuple(word for word in ends if word.day == max(known))


def denied(words: Sequence[Word]) -> bool:
    """Tell whether one of the two refuses in its last document, or counters by a condition.

    It grants nothing there. What it granted before does not stand any more: it answers the same
    otherwise now, or denies a text that came later. And the other grants nothing then or later.
    Where an answer states no date, nobody can say so.
    """
    if any(word.day is None for word in words):
        return False
    return any(_denies(words, left=left) for left in (True, False))


def _denies(words: Sequence[Word], *, left: bool) -> bool:
    own = [word for word in words if word.left is left]
    end = max((word.day for word in own if word.day), default=None)
    if end is None:
        return False
    last = [word for word in own if word.day == end and word.how is not How.OTHER_OBJECT]
    if not any(word.firm for word in last) or not {word.how for word in last} <= NEGATIVE:
        return False
    targets = {word.answer.to_clause for word in last}
    since = min((word.asked for word in last if word.asked), default=end)
    return not any(
        word.how in POSITIVE
        and word.day is not None
        and (
            word.day >= end
            if word.left is not left
            else word.day >= since and word.answer.to_clause not in targets
        )
        for word in words
    )
