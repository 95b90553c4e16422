"""What the reading of a clause ties it to, phrase by phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from negotiator.engine.cells import PlacedClause
from negotiator.engine.linkage.held import Held, gated, held_by_phrase, points_at
from negotiator.engine.linkage.references import Named, Record
from negotiator.engine.linkage.words import BASIS, BESIDE, DEPENDS, INDEPENDENT, PACKAGE, says
from negotiator.model import Force, Junction

# What a side would give: acts that a condition can hold back.
GIVING = frozenset({Force.OFFER, Force.COMMITMENT, Force.MUTUAL_COMMITMENT, Force.COUNTER_PROPOSAL})
_GATE = re.compile(r"\bgates?\b", re.IGNORECASE)
_EITHER = re.compile(r"\beither (?P<one>.{2,120}?),? or (?P<other>.{2,120})", re.IGNORECASE)


class TieKind(Enum):
    """What a phrase says of its clause."""

    GATE = auto()
    DEPENDS = auto()
    PACKAGE = auto()
    BASIS = auto()
    BESIDE = auto()
    INDEPENDENT = auto()


@dataclass(frozen=True, slots=True)
class Tie:
    """What one phrase of a reading ties a clause to.

    Args:
        kind: what it says.
        words: the phrase, as read.
        field: of the reading in which it stands: `conditions` or `linkage`.
        named: the clauses and issues that it names.
        held: of a gate, what it holds back, and until what; None of any other.
        alternatives: the two things of which one will do; empty where there is no choice.
    """

    kind: TieKind
    words: str
    field: str
    named: Named
    held: Held | None = None
    alternatives: tuple[str, ...] = ()

    @property
    def called(self) -> bool:
        """Tell whether the phrase itself speaks of a gate."""
        return _GATE.search(self.words) is not None

    @property
    def junction(self) -> Junction | None:
        """Return how what it depends on is joined, None where that is one thing."""
        return Junction.XOR if self.alternatives else self.named.junction


def ties(placed: PlacedClause, record: Record) -> tuple[Tie, ...]:
    """Return what the reading of a clause ties it to, its conditions first."""
    return tuple(
        _tie(words, field, placed, record)
        for field, phrases in (
            ("conditions", placed.reading.conditions),
            ("linkage", placed.reading.linkage),
        )
        for phrase in phrases
        for words in _parts(phrase)
    )


def _parts(phrase: str) -> Iterator[str]:
    yield from filter(None, (part.strip() for part in phrase.split(";")))


def _tie(words: str, field: str, placed: PlacedClause, record: Record) -> Tie:
    named = record.named(words, placed)
    is_condition = placed.reading.force is Force.CONDITION
    if says(INDEPENDENT, words):
        return Tie(TieKind.INDEPENDENT, words, field, named)
    held = _held(words, field, placed.reading.force)
    if held is not None:
        return Tie(TieKind.GATE, words, field, named, held)
    if points_at(words) and not is_condition:
        return Tie(TieKind.BESIDE, words, field, named)
    if says(PACKAGE, words):
        return Tie(TieKind.PACKAGE, words, field, named)
    if says(BASIS, words) and (named.clauses or named.issues):
        return Tie(TieKind.BASIS, words, field, named)
    if _depends(words, field, named, record, is_condition=is_condition):
        either = _EITHER.search(words)
        choice = (either["one"], either["other"]) if either and not named.clauses else ()
        return Tie(TieKind.DEPENDS, words, field, named, alternatives=choice)
    return Tie(TieKind.BESIDE, words, field, named)


def _held(words: str, field: str, force: Force | None) -> Held | None:
    """Return what a phrase says the clause holds back; what gives is no gate by itself."""
    if force in GIVING and not _GATE.search(words):
        return None
    held = gated(words)
    if held is None and field == "linkage" and force not in GIVING:
        held = held_by_phrase(words, condition=force is Force.CONDITION)
    return held


def _depends(words: str, field: str, named: Named, record: Record, *, is_condition: bool) -> bool:
    """Tell whether a phrase says that the clause depends on something.

    What the reading calls a condition is one. A tie is one where its words say so, where it stands
    at a condition, or where it names one and nothing that only stands beside it.
    """
    if field == "conditions":
        return True
    if says(DEPENDS, words):
        return True
    if named.clauses or named.issues:
        conditions = (record.clauses[id].reading.force is Force.CONDITION for id in named.clauses)
        return not says(BESIDE, words) and any(conditions)
    return is_condition
