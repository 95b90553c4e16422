"""Statuses as plain data, documented in docs/formats.md; it only ever grows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from negotiator.engine.status import (
    IssueStatus,
    Regression,
    RoundStatus,
    StatusReading,
    tally,
)
from negotiator.model import Issue, Status
from negotiator.render.data import Data
from negotiator.render.status.marks import mark


def listing(
    issues: Sequence[Issue],
    statuses: Mapping[str, IssueStatus],
    rounds: Sequence[RoundStatus],
    falls: Sequence[Regression],
    as_of: date | None,
) -> Data:
    """Return where issues stand as of a day as data.

    Args:
        issues: those listed, in the negotiation's order.
        statuses: what counts of each, by its id.
        rounds: where they stood round by round.
        falls: what was called agreed and later something less.
        as_of: the day.
    """
    standing = [statuses.get(one.id) for one in issues]
    return {
        "as_of": _day(as_of),
        "issues": len(issues),
        "counts": counts(*tally(one.status if one else None for one in standing)),
        "statuses": [issue_status(one, statuses.get(one.id)) for one in issues],
        "rounds": [_round(one) for one in rounds],
        "falls": [fall(one) for one in falls],
    }


def counts(statuses: Mapping[Status, int], without: int) -> Data:
    """Return how many issues have which status, every status a key, and how many have none."""
    return {**{status.value: n for status, n in statuses.items()}, "without": without}


def issue_status(issue: Issue, one: IssueStatus | None) -> Data:
    """Return where an issue stands as data: what counts, and who reads it otherwise."""
    shown = mark(one.status if one else None)
    return {
        "issue": issue.id,
        "topic": issue.topic,
        "question": issue.question,
        "status": one.status.value if one else None,
        "symbol": shown.symbol,
        "colour": shown.colour.value,
        "asserted_by": one.asserted_by if one else None,
        "reading": reading(one.reading) if one else None,
        "concurring": [reading(each) for each in one.concurring] if one else [],
        "differing": [reading(each) for each in one.differing] if one else [],
    }


def reading(one: StatusReading) -> Data:
    """Return what somebody asserted as data, with who recorded it, when and why."""
    return {
        "status": one.status.value,
        "asserted_by": one.asserted_by,
        "round": one.round,
        "day": _day(one.day),
        "reason": one.reason,
        "batch": one.batch,
        "by": one.by,
        "at": one.at,
        "decision": one.decision,
        "undone_by": one.undone_by,
    }


def fall(one: Regression) -> Data:
    """Return an issue that was called agreed and later something less, as data."""
    return {
        "issue": one.issue,
        "asserted_by": one.asserted_by,
        "from": one.before.status.value,
        "to": one.after.status.value,
        "day": _day(one.after.day),
        "round": one.after.round,
        "reason": one.reason,
        "explained": bool(one.reason),
        "decisions": [one.before.decision, one.after.decision],
    }


def history(
    issue: Issue,
    standing: IssueStatus | None,
    readings: Sequence[StatusReading],
    falls: Sequence[Regression],
) -> Data:
    """Return everything asserted of an issue as data, in the order of the days."""
    return {
        **issue_status(issue, standing),
        "history": [reading(one) for one in readings],
        "falls": [fall(one) for one in falls],
    }


def _round(one: RoundStatus) -> Data:
    return {
        "round": one.round.id,
        "label": one.round.label,
        "day": _day(one.day),
        "counts": counts(one.counts, one.without),
        "shifts": [
            {
                "issue": each.issue,
                "from": each.before.value if each.before else None,
                "to": each.after.value if each.after else None,
            }
            for each in one.shifts
        ],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
