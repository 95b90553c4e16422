"""A clause beside the clause that it answers: what the rules on the manner of an answer look at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from negotiator.engine.answering.words import bridges, hangs
from negotiator.engine.named import Named
from negotiator.engine.quantities import apart, quantities
from negotiator.model import Clause, Force, Negotiation, Reading, Version


class Said(Protocol):
    """A clause as read, in its document."""

    @property
    def clause(self) -> Clause:
        """Return the clause."""

    @property
    def reading(self) -> Reading:
        """Return how it is read."""

    @property
    def version(self) -> Version:
        """Return its document."""


@dataclass(frozen=True)
class Turn:
    """A clause and the clause of another party that it answers, both as read.

    Args:
        clause: the one that answers.
        reading: how it is read.
        asked: the one that is answered.
        asked_reading: how that one is read.
        at_asker: whether the answer would bind the party that it answers; False where it binds
            somebody else, as the clauses of a law do.
        at_all: whether it would bind everybody.
        at_party: whether it would bind any party of the negotiation.
        at_self: whether it would bind the party that answers.
        same_bound: whether it would bind the very same as what it answers.
        bridging: whether the answer stands in a text meant to carry both: a chair's, a mediator's.
        to_bridging: whether what it answers does.
        one_side: whether both parties sit on one side.
        one_branch: whether both are about topics of one branch, or it is not known of one.
    """

    clause: Clause
    reading: Reading
    asked: Clause
    asked_reading: Reading
    at_asker: bool = True
    at_all: bool = False
    at_party: bool = True
    at_self: bool = False
    same_bound: bool = False
    bridging: bool = False
    to_bridging: bool = False
    one_side: bool = False
    one_branch: bool = True

    @property
    def force(self) -> Force | None:
        """Return the act of the answer."""
        return self.reading.force

    @property
    def to(self) -> Force | None:
        """Return the act that is answered."""
        return self.asked_reading.force

    @cached_property
    def text(self) -> str:
        """Return what the answer says."""
        return self.clause.text or ""

    @cached_property
    def said(self) -> str:
        """Return what the answer says, with what it is tied to."""
        return "; ".join((self.text, *self.reading.conditions, *self.reading.linkage))

    @cached_property
    def asked_text(self) -> str:
        """Return what is answered."""
        return self.asked.text or self.asked.base_text or ""

    @cached_property
    def conditional(self) -> bool:
        """Tell whether the answer makes itself depend on something."""
        return bool(self.reading.conditions) or hangs(self.reading.linkage)

    @cached_property
    def meet(self) -> bool:
        """Tell whether the two stand under an issue or topic that is the same, or are unfiled."""
        filed = (self.reading, self.asked_reading)
        if not all(one.issues or one.topics for one in filed):
            return True
        shared = set(self.reading.issues) & set(self.asked_reading.issues)
        return bool(shared or set(self.reading.topics) & set(self.asked_reading.topics))

    @cached_property
    def same_quantity(self) -> bool:
        """Tell whether both name the same number with the same unit."""
        left, right = ({q.value for q in quantities(one)} for one in (self.text, self.asked_text))
        return bool(left & right)

    @cached_property
    def other_quantity(self) -> bool:
        """Tell whether both name numbers of one kind that differ."""
        return bool(apart(quantities(self.text), quantities(self.asked_text)))

    @cached_property
    def same_object(self) -> bool:
        """Tell whether the answer is first of all about what the other is first of all about."""
        own, other = self.reading.topics[:1], self.asked_reading.topics[:1]
        return not own or not other or own == other

    @cached_property
    def same_ground(self) -> bool:
        """Tell whether both rest on the same instrument, baseline or link."""
        return bool(_grounds(self.reading) & _grounds(self.asked_reading))


def _grounds(reading: Reading) -> set[str]:
    return {phrase.casefold() for phrase in (*reading.linkage, *reading.parameters)}


class Turns:
    """Sets answers beside what they answer, in one negotiation."""

    def __init__(self, negotiation: Negotiation) -> None:
        """Gather the names of the parties, and the branches of the topics.

        Args:
            negotiation: its parties and topics.
        """
        self._named = Named(negotiation.parties, None)
        self._go_between = {party.code for party in negotiation.parties if bridges(party.name)}
        self._above = {topic.code: topic.parent for topic in negotiation.topics}

    def turn(self, said: Said, asked: Said) -> Turn:
        """Return an answer beside what it answers: whom it binds, in whose text each stands.

        Args:
            said: the clause that answers.
            asked: the clause that is answered.
        """
        bound, other = (self._named.bound(one.reading.bound) for one in (said, asked))
        named = self._named.with_allies(bound.codes).intersection(asked.version.parties)
        alike = said.reading.bound.casefold() == asked.reading.bound.casefold()
        return Turn(
            said.clause,
            said.reading,
            asked.clause,
            asked.reading,
            at_asker=bound.everybody or bool(named),
            at_all=bound.everybody,
            at_party=bound.everybody or bool(bound.codes),
            at_self=not set(bound.codes).isdisjoint(said.version.parties),
            same_bound=alike or bound.codes == other.codes != (),
            bridging=self._bridges(said.version),
            to_bridging=self._bridges(asked.version),
            one_side=self._sides(said.version) == self._sides(asked.version) != set(),
            one_branch=self._one_branch(said.reading, asked.reading),
        )

    def _sides(self, version: Version) -> set[str]:
        """Return the sides of those who tabled a document."""
        return {side for code in version.parties if (side := self._named.side(code))}

    def _bridges(self, version: Version) -> bool:
        """Tell whether a document is meant to carry all sides, or a go-between tabled it."""
        return bridges(version.genre) or not self._go_between.isdisjoint(version.parties)

    def _one_branch(self, one: Reading, other: Reading) -> bool:
        """Tell whether some topic of one stands in the branch of some topic of the other."""
        own, others = (
            {self._branch(topic) for topic in reading.topics} for reading in (one, other)
        )
        return not own or not others or not own.isdisjoint(others)

    def _branch(self, topic: str) -> str:
        """Return the topic at the root of a topic's branch."""
        seen = set()
        while (above := self._above.get(topic)) and topic not in seen:
            seen.add(topic)
            topic = above
        return topic
