"""What waits for a person, one item at a time: how it stands, and how it is decided on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Protocol

from negotiator.engine.alignment.record import RecordedLink
from negotiator.engine.review.gaps import gaps_to_review
from negotiator.engine.review.meanwhile import ShownGap
from negotiator.engine.review.readings import ReadClause
from negotiator.model import Decision, LinkState, Review, Verdict
from negotiator.workbench import linking, links, readings, review
from negotiator.workbench.bench import Bench
from negotiator.workbench.looking import View
from negotiator.workbench.undoing import take_back

# What a decision says of its grounds where a person states none.
GROUNDS = "as shown in a review session"


class Act(StrEnum):
    """What a person can decide; the value is what is said of it afterwards."""

    CONFIRM = "confirmed"
    PROPOSE = "proposed"
    DISPUTE = "disputed"
    ADJUDICATE = "adjudicated"
    REFUSE = "refused"
    MOVE = "moved"
    CORRECT = "corrected"


STATES = {
    Act.CONFIRM: Review.CONFIRMED,
    Act.PROPOSE: Review.PROPOSED,
    Act.DISPUTE: Review.DISPUTED,
    Act.ADJUDICATE: Review.ADJUDICATED,
    Act.CORRECT: Review.CONFIRMED,
}


@dataclass(frozen=True, slots=True)
class Order:
    """A decision to be recorded.

    Args:
        act: what is decided.
        note: on what grounds, empty where none are stated.
        verdict: a person's own verdict on a gap.
        to: the clause that a link is moved to.
        changes: fields of a reading that are corrected, and their new values.
    """

    act: Act
    note: str = ""
    verdict: Verdict | None = None
    to: str = ""
    changes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Done:
    """A decision that was recorded: in one line, and how to take it back, given the grounds."""

    told: str
    undo: Callable[[Bench, str], object]


class Item(Protocol):
    """One thing that waits for a decision, as it is shown."""

    @property
    def id(self) -> str:
        """Return what names it."""

    @property
    def why(self) -> str:
        """Return why it waits, one phrase."""

    @property
    def acts(self) -> tuple[Act, ...]:
        """Return what can be decided."""

    def decide(self, desk: Bench, order: Order) -> Done:
        """Record a decision on it as it was shown, or refuse it where it is not so any more."""


@dataclass(frozen=True, slots=True)
class GapItem:
    """A gap that waits, as of a day."""

    view: View
    shown: ShownGap
    why: str

    @property
    def id(self) -> str:
        """Return the id of the gap."""
        return self.shown.gap.id

    @property
    def acts(self) -> tuple[Act, ...]:
        """Return what can be decided; a dispute can be settled too."""
        return _with_settling(
            (Act.CONFIRM, Act.PROPOSE, Act.DISPUTE), self.shown.gap.review is Review.DISPUTED
        )

    def decide(self, desk: Bench, order: Order) -> Done:
        """Record a decision on the gap.

        Raises:
            Refused: when the gap is not as it was shown.
        """
        (done,) = review.decide(
            desk,
            [self.id],
            self.view,
            state=STATES[order.act],
            verdict=order.verdict,
            note=order.note or GROUNDS,
            seen=self.shown,
        )
        return Done(f"{self.id}: {done.gap.verdict}, {done.gap.review}", _undo(done.decision))


@dataclass(frozen=True, slots=True)
class ReadingItem:
    """A reading that waits."""

    read: ReadClause

    @property
    def id(self) -> str:
        """Return the id of the clause."""
        return self.read.placed.clause.id

    @property
    def why(self) -> str:
        """Return why it waits."""
        return self.read.why

    @property
    def acts(self) -> tuple[Act, ...]:
        """Return what can be decided; what nobody has read can only be read."""
        if readings.read_nothing(self.read.placed.reading):
            return (Act.CORRECT,)
        return _with_settling(
            (Act.CONFIRM, Act.PROPOSE, Act.DISPUTE, Act.CORRECT),
            self.read.state is Review.DISPUTED,
        )

    def decide(self, desk: Bench, order: Order) -> Done:
        """Append a decision to the readings of the clause.

        Raises:
            Refused: when the reading is not as it was shown.
        """
        before, address = self.read.placed.reading, self.read.placed.clause.address
        (done,) = readings.review(
            desk,
            [self.id],
            state=STATES[order.act],
            changes=order.changes,
            note=order.note or None,
            seen={address: before},
        )

        def undo(desk: Bench, note: str) -> object:
            return readings.put_back(desk, address, before=before, made=done.reading, note=note)

        return Done(f"{address}: {order.act}", undo)


@dataclass(frozen=True, slots=True)
class LinkItem:
    """A link between clauses of two parties that waits."""

    link: RecordedLink
    decisions: tuple[Decision, ...]

    @property
    def id(self) -> str:
        """Return the ids of both clauses."""
        return f"{self.link.left.clause.id} – {self.link.right.clause.id}"

    @property
    def why(self) -> str:
        """Return why it waits."""
        return self.link.since or "the machine lined them up"

    @property
    def acts(self) -> tuple[Act, ...]:
        """Return what can be decided."""
        return Act.CONFIRM, Act.REFUSE, Act.MOVE

    def decide(self, desk: Bench, order: Order) -> Done:
        """Record a decision on the link.

        Raises:
            Unknown: when it is moved to a clause that is not on record.
            Refused: when the link is not as it was shown, or cannot lead there.
        """
        why, seen = order.note or GROUNDS, self.link
        ends = self.link.left.clause.id, self.link.right.clause.id
        if order.act is Act.MOVE:
            stays, goes = ends if links.of_party(desk, order.to, self.link.right) else ends[::-1]
            done = linking.move(desk, stays, goes, order.to, why=why, seen=seen)
            return Done(f"{self.id}: refused; {stays} – {order.to}: confirmed", _undo(*done.made))
        act = linking.confirm if order.act is Act.CONFIRM else linking.refuse
        return Done(f"{self.id}: {order.act}", _undo(*act(desk, *ends, why=why, seen=seen).made))


def _with_settling(acts: tuple[Act, ...], disputed: bool) -> tuple[Act, ...]:
    return (*acts, Act.ADJUDICATE) if disputed else acts


def _undo(*made: Decision) -> Callable[[Bench, str], object]:
    return lambda desk, note: take_back(desk, made, note=note)


def gap_item(bench: Bench, id: str, view: View) -> GapItem | None:
    """Return a gap as it waits, None where it waits no more.

    Raises:
        Unknown: when there is no such gap any more.
    """
    shown = review.shown(bench, id, view)
    waiting = gaps_to_review([replace(shown.row, gaps=(shown.gap,))])
    return GapItem(view, shown, waiting[0].why) if waiting else None


def reading_item(bench: Bench, id: str) -> ReadingItem | None:
    """Return a reading as it waits, None where it waits no more.

    Raises:
        Unknown: when there is no such clause any more.
    """
    read = readings.read(bench, id)
    return ReadingItem(read) if read.reasons else None


def link_item(bench: Bench, left: str, right: str) -> LinkItem | None:
    """Return a link as it waits, None where it waits no more.

    Raises:
        Unknown: when nothing lines the two up any more.
    """
    file = links.link(bench, left, right)
    waits = file.link.state in (LinkState.DRAFT, LinkState.STALE)
    return LinkItem(file.link, file.decisions) if waits else None
