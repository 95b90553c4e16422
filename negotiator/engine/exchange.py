"""What passes between two parties on an issue: the signals that a verdict is read from."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from negotiator.engine.cells import Cell, PlacedAnswer, PlacedClause
from negotiator.engine.last_word import POSITIVE, Word, denied, last_words
from negotiator.engine.named import Named
from negotiator.engine.wording import substance, vocabulary
from negotiator.model import Force, How, KnownBy, Party, Strength, Topic, Wording

OPEN = frozenset({How.DEFERRED, How.REFERRED})
FORBIDDING = frozenset({Strength.PROHIBITS, Strength.SHALL_REFRAIN})
# So much of the words of the longer of two clauses stands in both when they speak of one thing.
SAME_THING = 0.6
HOLDING_BACK = frozenset({Force.REFUSAL, Force.WARNING, Force.CONDITION})
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

    @cached_property
    def refuses_at_large(self) -> bool:
        """Tell whether any of its clauses refuses without stating which clause it refuses."""
        return any(
            placed.reading.force is Force.REFUSAL
            and not any(answer.to_clause for answer in placed.answers)
            for placed in self.cell.clauses
        )

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
        named: the parties by every name that a reading may call them.
        known_by: which date of a document decides.
    """

    topic: Topic
    below: frozenset[str]
    left: Speaker
    right: Speaker
    named: Named
    known_by: KnownBy = KnownBy.ISSUED

    @property
    def across(self) -> bool:
        """Tell whether the two sit on different sides."""
        return self.left.party.side != self.right.party.side

    @property
    def speakers(self) -> tuple[Speaker, Speaker]:
        """Return both parties."""
        return self.left, self.right

    @property
    def clauses(self) -> tuple[PlacedClause, ...]:
        """Return the clauses of both."""
        return (*self.left.cell.clauses, *self.right.cell.clauses)

    @cached_property
    def answers(self) -> tuple[tuple[PlacedClause, PlacedAnswer], ...]:
        """Return each answer from a clause of one to a clause of the other, on this issue.

        What was granted to an earlier wording is not granted to the words that stand now.
        """
        return tuple(
            (placed, answer)
            for placed, answer in self.all_answers
            if not (answer.outdated and answer.how in POSITIVE)
        )

    @cached_property
    def all_answers(self) -> tuple[tuple[PlacedClause, PlacedAnswer], ...]:
        """Return each answer between the two, those to an earlier wording, too."""
        return (
            *_answers(self.left.cell.clauses, self.right.ids),
            *_answers(self.right.cell.clauses, self.left.ids),
        )

    @cached_property
    def to_proposals(self) -> tuple[tuple[PlacedClause, PlacedAnswer], ...]:
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
    def words(self) -> tuple[Word, ...]:
        """Return each answer between the two with its day, and that of what it answers."""
        raised = {placed.clause.id: placed.raised(self.known_by) for placed in self.clauses}
        return tuple(
            Word(
                placed,
                answer,
                raised[placed.clause.id],
                raised.get(answer.to_clause or ""),
                placed.clause.id in self.left.ids,
            )
            for placed, answer in self.answers
        )

    @cached_property
    def accepted_last(self) -> bool:
        """Tell whether the last word accepts, in a document that holds nothing back.

        It must neither refuse, warn nor set a condition on the issue, and no demand of either
        may be left without anything granted.
        """
        words = last_words(self.words)
        last = {word.placed.version.id for word in words}
        held_back = any(
            placed.version.id in last and placed.reading.force in HOLDING_BACK
            for placed in self.clauses
        )
        accepted = {word.how for word in words} == {How.ACCEPTED}
        return accepted and not held_back and not self.demands_left

    @cached_property
    def demands_left(self) -> bool:
        """Tell whether a demand of either party, that itself grants nothing, is granted nothing.

        Parties of one side make theirs of the other side.
        """
        if not self.across:
            return False
        met = {
            id
            for placed, answer in self.answers
            if answer.how in POSITIVE
            for id in (placed.clause.id, answer.to_clause)
        }
        return any(
            placed.reading.force is Force.DEMAND and placed.clause.id not in met
            for placed in self.clauses
        )

    @cached_property
    def denied_last(self) -> bool:
        """Tell whether one of the two refuses in the end, and nothing granted stands beside it."""
        return denied(self.words)

    @cached_property
    def countered_each_way(self) -> bool:
        """Tell whether each of the two counters something that the other says."""
        countering = {
            placed.clause.id for placed, answer in self.answers if answer.how is How.COUNTERED
        }
        return all(countering & speaker.ids for speaker in self.speakers)

    @cached_property
    def insisted(self) -> bool:
        """Tell whether a condition counters what the other says, or is itself countered."""
        conditions = self._acting(Force.CONDITION)
        return any(
            answer.how is How.COUNTERED and conditions & {placed.clause.id, answer.to_clause}
            for placed, answer in self.answers
        )

    @cached_property
    def to_a_third(self) -> tuple[tuple[frozenset[How], frozenset[How]], ...]:
        """Return how each of the two answers, for each clause of a third party that both answer."""
        return tuple(to_a_third(self.left.cell, self.right.cell).values())

    @cached_property
    def demands_on_others(self) -> bool:
        """Tell whether all that both demand would bind somebody else than the two."""
        demands = [
            (placed.reading.bound, other.party.code)
            for speaker, other in (self.speakers, self.speakers[::-1])
            for placed in speaker.cell.clauses
            if placed.reading.force is Force.DEMAND
        ]
        return not any(self._binds(text, code) for text, code in demands)

    def _binds(self, text: str, code: str) -> bool:
        bound = self.named.bound(text)
        return bound.nobody or bound.everybody or code in self.named.with_allies(bound.codes)

    @cached_property
    def contradiction(self) -> tuple[str, str] | None:
        """Return two clauses, much the same but for this: one forbids what the other does not.

        The readings tell what forbids; the words tell that both speak of the same thing.
        """
        for one, other in (self.speakers, self.speakers[::-1]):
            for forbidding in one.cell.clauses:
                if forbidding.reading.strength not in FORBIDDING:
                    continue
                for placed in other.cell.clauses:
                    strength = placed.reading.strength
                    if strength is None or strength in FORBIDDING:
                        continue
                    if _same_thing(forbidding, placed):
                        return forbidding.clause.id, placed.clause.id
        return None

    @cached_property
    def demands_countered(self) -> bool:
        """Tell whether a demand, a refusal or a warning is answered by something else."""
        demands = self._acting(Force.DEMAND, Force.REFUSAL, Force.WARNING)
        return any(
            answer.how is How.COUNTERED and answer.to_clause in demands
            for _, answer in self.answers
        )

    def _acting(self, *forces: Force) -> set[str]:
        """Return the ids of the clauses that perform one of some acts."""
        return {placed.clause.id for placed in self.clauses if placed.reading.force in forces}

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


def _same_thing(one: PlacedClause, other: PlacedClause) -> bool:
    left, right = vocabulary(one.clause.text), vocabulary(other.clause.text)
    return len(left & right) >= SAME_THING * max(len(left), len(right), 1)


def to_a_third(left: Cell, right: Cell) -> Mapping[str, tuple[frozenset[How], frozenset[How]]]:
    """Return how each of two parties answers the clauses of a third one that both answer, by id.

    Answers to another object are left out.
    """
    held = {placed.clause.id for cell in (left, right) for placed in cell.clauses}
    ours, theirs = (_by_target(cell.clauses, held) for cell in (left, right))
    return {to: (frozenset(ours[to]), frozenset(theirs[to])) for to in ours if to in theirs}


def _by_target(clauses: Sequence[PlacedClause], held: Collection[str]) -> dict[str, list[How]]:
    found: dict[str, list[How]] = {}
    for placed in clauses:
        for answer in placed.answers:
            to = answer.to_clause
            if to is not None and to not in held and answer.how is not How.OTHER_OBJECT:
                found.setdefault(to, []).append(answer.how)
    return found


def _answers(
    clauses: Sequence[PlacedClause], targets: frozenset[str]
) -> Iterator[tuple[PlacedClause, PlacedAnswer]]:
    for placed in clauses:
        for answer in placed.answers:
            if answer.to_clause in targets:
                yield placed, answer
