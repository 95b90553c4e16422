"""The last day that anything on record speaks about: what a view shows when no day is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from negotiator.engine import compromise, status
from negotiator.engine.calendar import latest_day
from negotiator.model import Decision, KnownBy, Version


def last_day(
    versions: Iterable[Version], decisions: Sequence[Decision], known_by: KnownBy
) -> date | None:
    """Return the last day of a document, a status, a compromise text or a reaction.

    Args:
        versions: every version on record.
        decisions: those on statuses, compromise texts and reactions; others do not count.
        known_by: which date of a document decides.
    """
    days = [
        latest_day(versions, known_by),
        status.latest_day(status.status_readings(decisions)),
        *(
            one.as_of
            for subject in (compromise.SUBJECT, compromise.REACTION)
            for one in compromise.standing_decisions(decisions, subject)
        ),
    ]
    return max((day for day in days if day is not None), default=None)
