"""What somebody asserted of an issue's status, as it stands among the decisions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from negotiator.model import Decision, Status

# The subject of such decisions, among all others.
SUBJECT = "status"
# Who asserts it: the parties together, the analyst, or else a party by its code.
JOINTLY = "jointly"
ANALYST = "analyst"


@dataclass(frozen=True, slots=True)
class StatusReading:
    """How far an issue has come, as somebody asserts as of a day.

    Args:
        issue: id of the issue.
        status: how far it has come.
        asserted_by: `jointly`, `analyst`, or the code of the party that says so.
        round: id of the round or event at which it was asserted, empty where none is named.
        day: the day it speaks about; None where it speaks about any day.
        reason: why, in the words of whoever recorded it; private.
        by: who recorded it; private.
        at: when it was recorded, ISO 8601; private.
        decision: number of the decision that records it.
        batch: the words of the batch that it was set with, empty where it was set alone.
        undone_by: number of the decision that takes it back, None where it stands.
    """

    issue: str
    status: Status
    asserted_by: str
    round: str = ""
    day: date | None = None
    reason: str = ""
    by: str = ""
    at: str = ""
    decision: int = 0
    batch: str = ""
    undone_by: int | None = None

    @property
    def place(self) -> tuple[date, int]:
        """Return its place in time: by the day it speaks about, then by when it was recorded."""
        return self.day or date.min, self.decision


def every_reading(decisions: Iterable[Decision]) -> tuple[StatusReading, ...]:
    """Return every status ever asserted, those taken back too, in the order of the decisions.

    Args:
        decisions: on statuses or on anything.
    """
    ours = sorted((one for one in decisions if one.subject == SUBJECT), key=lambda one: one.id)
    undone = {one.outcome["undoes"]: one.id for one in ours if one.outcome.get("undoes")}
    return tuple(
        StatusReading(
            issue=one.subject_id,
            status=Status(one.outcome["status"]),
            asserted_by=one.outcome["asserted_by"],
            round=one.outcome.get("round", ""),
            day=one.as_of,
            reason=one.note,
            by=one.by,
            at=one.at,
            decision=one.id,
            batch=one.outcome.get("batch", ""),
            undone_by=undone.get(str(one.id)),
        )
        for one in ours
        if one.outcome.get("status")
    )


def status_readings(decisions: Iterable[Decision]) -> tuple[StatusReading, ...]:
    """Return every status asserted and not taken back, in the order of the decisions.

    A decision that takes another back says that it was recorded in error: it counts on no day.

    Args:
        decisions: on statuses or on anything.
    """
    return tuple(one for one in every_reading(decisions) if one.undone_by is None)


def latest_day(readings: Iterable[StatusReading]) -> date | None:
    """Return the last day that a status speaks about, None where none speaks about a day."""
    return max((one.day for one in readings if one.day is not None), default=None)


def shared_reading(one: StatusReading) -> StatusReading:
    """Return a status fit to be shared: without its reason, and without who recorded it when."""
    return replace(one, reason="", by="", at="")
