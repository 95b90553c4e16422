"""How many issues have which status, round by round, and which issues changed in between."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from negotiator.engine.status.readings import StatusReading
from negotiator.engine.status.standing import standings
from negotiator.model import Event, EventKind, Issue, Status


@dataclass(frozen=True, slots=True)
class Shift:
    """An issue whose status differs from that of the round before; None where it has none."""

    issue: str
    before: Status | None
    after: Status | None


@dataclass(frozen=True, slots=True)
class RoundStatus:
    """Where the issues stood at the end of a round.

    Args:
        round: the round or event.
        day: its last day.
        counts: how many issues have which status, every status a key; they and `without` add up
            to the number of issues.
        without: how many issues have no status.
        shifts: the issues whose status differs from the round before, in the order of issues;
            they account for every difference between the two counts.
    """

    round: Event
    day: date
    counts: Mapping[Status, int]
    without: int
    shifts: tuple[Shift, ...]


def round_by_round(
    readings: Iterable[StatusReading],
    issues: Sequence[Issue],
    events: Iterable[Event],
    as_of: date | None = None,
    order: Sequence[str] = (),
) -> tuple[RoundStatus, ...]:
    """Return where the issues stood at the end of each round, in the order of time.

    Rounds are the events of that kind, and every other event at which a status was asserted.

    Args:
        readings: what was asserted and not taken back, in any order.
        issues: the issues that are counted.
        events: the negotiation's rounds and events.
        as_of: no round that ends after this day; None for all.
        order: codes of the parties in their stated order.
    """
    asserted = tuple(readings)
    named = {one.round for one in asserted}
    ended = [
        (one.ends or one.starts, one)
        for one in events
        if one.kind is EventKind.ROUND or one.id in named
    ]
    found: list[RoundStatus] = []
    before: dict[str, Status | None] = {}
    for day, event in sorted(ended, key=lambda pair: (pair[0], pair[1].starts)):
        if as_of is not None and day > as_of:
            continue
        standing = standings(asserted, day, order)
        now = {i.id: standing[i.id].status if i.id in standing else None for i in issues}
        shifts = tuple(
            Shift(issue, before.get(issue), status)
            for issue, status in now.items()
            if before.get(issue) is not status
        )
        found.append(RoundStatus(event, day, *tally(now.values()), shifts))
        before = now
    return tuple(found)


def tally(statuses: Iterable[Status | None]) -> tuple[Mapping[Status, int], int]:
    """Return how many issues have which status, every status a key, and how many have none."""
    counted = tuple(statuses)
    return {one: counted.count(one) for one in Status}, counted.count(None)
