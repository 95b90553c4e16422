"""A move: what a party did to its position on an issue in a round."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from negotiator.engine.movement.held import Cited
from negotiator.engine.movement.step import Pair
from negotiator.engine.wording import Span, redline
from negotiator.model import Clause, Confidence, MoveKind


@dataclass(frozen=True, slots=True)
class Reworded:
    """What a clause said before and says now, both verbatim."""

    old: Clause
    new: Clause

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return the redline from one to the other."""
        return redline(self.old.text, self.new.text)


@dataclass(frozen=True, slots=True)
class Move:
    """What a party did to its position on an issue in a round, against the end of the one before.

    Every kind is the machine's draft.

    Args:
        party: code of the party.
        issue: id of the issue.
        kind: what it did.
        round: id of the round.
        before: the clauses that the move is measured against; empty for new and restored.
        after: the clauses that make it; empty for dropped.
        rule: name of the rule that held.
        signs: names of the signs that told which way it went, in the order of the table.
        reason: one sentence that cites the clauses.
        confidence: how far the evidence carries it.
        doubts: why the confidence is not high, one short phrase each.
        documents: ids of the versions in the round that made it, by their days.
        day: the first day on which one of these became known; None where none states a date.
        reworded: where a clause became another wording, both verbatim.
    """

    party: str
    issue: str
    kind: MoveKind
    round: str
    before: tuple[Cited, ...]
    after: tuple[Cited, ...]
    rule: str
    signs: tuple[str, ...]
    reason: str
    confidence: Confidence
    doubts: tuple[str, ...]
    documents: tuple[str, ...]
    day: date | None
    reworded: tuple[Reworded, ...] = ()


def reworded(pairs: tuple[Pair, ...]) -> tuple[Reworded, ...]:
    """Return the pairs of single clauses whose words differ, where both are verbatim."""
    return tuple(
        Reworded(pair.old[0].clause, pair.new[0].clause)
        for pair in pairs
        if len(pair.old) == len(pair.new) == 1
        and pair.old[0].verbatim
        and pair.new[0].verbatim
        and pair.old[0].clause.text != pair.new[0].clause.text
    )
