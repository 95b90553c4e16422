"""What passes between two parties on an issue: the signals that a verdict is read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from negotiator.engine.cells import Cell, PlacedClause
from negotiator.engine.wording import substance
from negotiator.model import Answer, Force, How, Party, Topic, Wording

POSITIVE = frozenset({How.ACCEPTED, How.ACCEPTED_IN_PART, How.ACCEPTED_CONDITIONALLY})
OPEN = frozenset({How.DEFERRED, How.REFERRED})
READY = frozenset({Force.OFFER, Force.COMMITMENT, Force.MUTUAL_COMMITMENT, Force.COUNTER_PROPOSAL})


@dataclass(frozen=True)
class Speaker:
    """One of the two parties with its cell on the issue."""

    party: Party
    cell: Cell

    @cached_property
    def ids(self) -> frozenset[str]:
        """Return the ids of its clauses."""
        return frozenset(placed.clause.id for placed in self.cell.clauses)

    @cached_property
    def proposals(self) -> frozenset[str]:
        """Return the keys of the proposals that its clauses stand in."""
        return frozenset(placed.version.proposal for placed in self.cell.clauses)

    @cached_property
    def forces(self) -> frozenset[Force]:
        """Return the acts that its clauses perform, as far as they have been read."""
        forces = (placed.reading.force for placed in self.cell.clauses)
        return frozenset(force for force in forces if force is not None)

    @cached_property
    def texts(self) -> tuple[str, ...] | None:
        """Return its texts in alphabetical order; None unless all of them are verbatim."""
        clauses = [placed.clause for placed in self.cell.clauses]
        if any(clause.wording is Wording.PARAPHRASE for clause in clauses):
            return None
        # Two proposals to delete say the same only where they delete the same.
        return tuple(sorted(clause.text or f"SUP {clause.base_text}" for clause in clauses))

    @cached_property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """Return what each of its texts says but for editing, in the order of the texts."""
        return tuple(substance(text) for text in self.texts or ())

    @cached_property
    def conditional(self) -> bool:
        """Tell whether any of its clauses makes itself depend on something."""
        return any(placed.reading.conditions for placed in self.cell.clauses)

    def does(self, force: Force) -> bool:
        """Tell whether any of its clauses performs an act."""
        return force in self.forces

    @property
    def ready(self) -> bool:
        """Tell whether any of its clauses offers, commits or proposes."""
        return bool(self.forces & READY)


@dataclass(frozen=True)
class Exchange:
    """Two parties on one issue, with every answer that either gives the other.

    Args:
        topic: the issue's topic.
        below: codes of the topics under it, itself included.
        left: one party, the first in the negotiation's order.
        right: the other.
    """

    topic: Topic
    below: frozenset[str]
    left: Speaker
    right: Speaker

    @property
    def across(self) -> bool:
        """Tell whether the two sit on different sides."""
        return self.left.party.side != self.right.party.side

    @property
    def speakers(self) -> tuple[Speaker, Speaker]:
        """Return both parties."""
        return self.left, self.right

    @cached_property
    def answers(self) -> tuple[tuple[PlacedClause, Answer], ...]:
        """Return each answer from a clause of one to a clause of the other, on this issue."""
        return (
            *_answers(self.left.cell.clauses, self.right.ids),
            *_answers(self.right.cell.clauses, self.left.ids),
        )

    @cached_property
    def to_proposals(self) -> tuple[tuple[PlacedClause, Answer], ...]:
        """Return each answer to the whole of a proposal that the other's clauses stand in."""
        return tuple(
            (placed, answer)
            for one, other in ((self.left, self.right), (self.right, self.left))
            for placed in one.cell.clauses
            for answer in placed.answers
            if answer.to_proposal in other.proposals
        )

    @cached_property
    def hows(self) -> frozenset[How]:
        """Return in which ways the two answer each other, clause to clause."""
        return frozenset(answer.how for _, answer in self.answers)

    @cached_property
    def demands_countered(self) -> bool:
        """Tell whether a demand is answered by something else than what it asks for."""
        demands = {
            placed.clause.id
            for speaker in self.speakers
            for placed in speaker.cell.clauses
            if placed.reading.force is Force.DEMAND
        }
        return any(
            answer.how is How.COUNTERED and answer.to_clause in demands
            for _, answer in self.answers
        )

    @cached_property
    def beside_the_point(self) -> tuple[Speaker, ...]:
        """Return who speaks to another object only: every clause of it, and it alone is heard.

        A clause is beside the point when its stated answers to the other are all to another
        object, or when it answers nothing here and is filed under other topics only.
        """
        found = []
        for speaker, other in ((self.left, self.right), (self.right, self.left)):
            answered = {answer.to_clause for _, answer in _answers(other.cell.clauses, speaker.ids)}
            if speaker.cell.clauses and all(
                self._beside(placed, other.ids, answered) for placed in speaker.cell.clauses
            ):
                found.append(speaker)
        return tuple(found)

    def _beside(
        self, placed: PlacedClause, others: frozenset[str], answered: set[str | None]
    ) -> bool:
        hows = {answer.how for _, answer in _answers([placed], others)}
        if hows:
            return hows == {How.OTHER_OBJECT}
        elsewhere = not self.below & set(placed.reading.topics)
        return bool(placed.reading.topics) and elsewhere and placed.clause.id not in answered


def _answers(
    clauses: Sequence[PlacedClause], targets: frozenset[str]
) -> Iterator[tuple[PlacedClause, Answer]]:
    for placed in clauses:
        for answer in placed.answers:
            if answer.to_clause in targets:
                yield placed, answer
