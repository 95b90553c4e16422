"""Alarms: an agreed issue that falls back, or is moved on, without a reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from negotiator.engine.movement.move import Move
from negotiator.engine.movement.rounds import Round
from negotiator.engine.status import ANALYST, JOINTLY, StatusReading, regressions
from negotiator.model import MoveKind, Status


class AlarmKind(StrEnum):
    """What is amiss."""

    REOPENED = "agreed issue reopened without a reason"
    MOVED = "agreed issue moved on without a reason"


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something that nobody has explained.

    Args:
        kind: what is amiss.
        issue: id of the issue.
        party: code of the party that moved, or that says the issue is less than agreed; empty where
            the parties together or the analyst say so.
        round: id of the round, empty where it cannot be told.
        day: the day, None where it is not known.
        agreed: the status that it falls from.
        asserted_by: who asserted that: `jointly`, `analyst` or the code of a party.
        sentence: one sentence that says what happened.
        clauses: ids of the clauses that moved.
    """

    kind: AlarmKind
    issue: str
    party: str
    round: str
    day: date | None
    agreed: Status
    asserted_by: str
    sentence: str
    clauses: tuple[str, ...] = ()


def alarms(
    readings: Sequence[StatusReading],
    moves: Iterable[Move],
    rounds: Sequence[Round],
    parties: Collection[str],
    since: date | None,
) -> tuple[Alarm, ...]:
    """Return what nobody has explained, by round, issue and party.

    Args:
        readings: the statuses asserted by the end of the view, of the issues that are looked at.
        moves: the moves of the view.
        rounds: the rounds of the view, in their order.
        parties: codes of the parties that are looked at.
        since: the first day of the view, None for no beginning.
    """
    found = [
        *_reopened(readings, rounds, parties, since),
        *_moved(readings, moves),
    ]
    place = {one.id: number for number, one in enumerate(rounds)}
    return tuple(
        sorted(
            found,
            key=lambda one: (
                place.get(one.round, -1), one.day or date.min, one.issue, one.party, one.kind
            ),
        )
    )  # fmt: skip


def _reopened(
    readings: Sequence[StatusReading],
    rounds: Sequence[Round],
    parties: Collection[str],
    since: date | None,
) -> Iterator[Alarm]:
    for one in regressions(readings):
        party = "" if one.asserted_by in (JOINTLY, ANALYST) else one.asserted_by
        day = one.after.day
        if (party and party not in parties) or (since and day and day < since):
            continue
        who = {JOINTLY: "the parties jointly", ANALYST: "the analyst"}.get(one.asserted_by, party)
        yield Alarm(
            AlarmKind.REOPENED,
            one.issue,
            party,
            one.after.round or _round_of(day, rounds),
            day,
            one.before.status,
            one.asserted_by,
            f"{who} called {one.issue} “{one.before.status}” and then “{one.after.status}”, and"
            " no reason is given",
        )


def _round_of(day: date | None, rounds: Sequence[Round]) -> str:
    """Return the first round that ends on a day or later, as for documents."""
    if day is None:
        return ""
    return next((one.id for one in rounds if one.ends is not None and one.ends >= day), "")


def _moved(readings: Sequence[StatusReading], moves: Iterable[Move]) -> Iterator[Alarm]:
    by_issue: dict[str, list[StatusReading]] = {}
    for one in sorted(readings, key=lambda reading: reading.place):
        by_issue.setdefault(one.issue, []).append(one)
    for move in moves:
        if move.kind is MoveKind.UNCHANGED or move.day is None or move.issue not in by_issue:
            continue
        standing = _standing(by_issue[move.issue], move.day)
        if standing is None or _explained(by_issue[move.issue], move.day):
            continue
        clauses = tuple(dict.fromkeys(one.clause.id for one in move.after or move.before))
        yield Alarm(
            AlarmKind.MOVED,
            move.issue,
            move.party,
            move.round,
            move.day,
            standing.status,
            standing.asserted_by,
            f"{move.issue} stood “{standing.status}” when {move.party} moved on it with"
            f" {', '.join(clauses)} ({move.kind}), and no later status gives a reason",
            clauses,
        )


def _standing(readings: Sequence[StatusReading], day: date) -> StatusReading | None:
    """Return the status that stood before a day, where it is agreed jointly or by the analyst.

    What the parties say together counts before the analyst's word.
    """
    last: Mapping[str, StatusReading] = {
        one.asserted_by: one for one in readings if one.day is None or one.day < day
    }
    counts = last.get(JOINTLY) or last.get(ANALYST)
    return counts if counts is not None and counts.status.agreed else None


def _explained(readings: Sequence[StatusReading], day: date) -> bool:
    return any(one.reason.strip() and one.day is not None and one.day >= day for one in readings)
