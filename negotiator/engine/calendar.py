"""Which versions are in force as of a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from negotiator.model import KnownBy, Version


def latest_day(versions: Iterable[Version], known_by: KnownBy) -> date | None:
    """Return the last day on which a document became known, None when none states a date."""
    days = [version.known(known_by) for version in versions if version.withdrawn is None]
    return max((day for day in days if day is not None), default=None)


def known_versions(
    versions: Iterable[Version], as_of: date | None, known_by: KnownBy
) -> tuple[Version, ...]:
    """Return the versions known by a day that were not withdrawn, in the order of recording.

    A version without a date takes that of the version before it in its line; where there is none,
    it counts as known on any day.
    """
    carried = _carried(versions, known_by)
    return tuple(
        version for version, day in carried if as_of is None or day is None or day <= as_of
    )


def current_versions(
    versions: Iterable[Version], as_of: date | None, known_by: KnownBy
) -> tuple[Version, ...]:
    """Return for each proposal the version in force as of a day.

    It is the one with the latest date among those known, and among equals the last recorded.
    """
    days = {version.id: day for version, day in _carried(versions, known_by)}
    current: dict[str, Version] = {}
    for version in known_versions(versions, as_of, known_by):
        rival = current.get(version.proposal)
        if rival is None or _rank(version, days) > _rank(rival, days):
            current[version.proposal] = version
    return tuple(current.values())


def _rank(version: Version, days: dict[str, date | None]) -> tuple[date, int]:
    return days[version.id] or date.min, version.number


def _carried(
    versions: Iterable[Version], known_by: KnownBy
) -> Sequence[tuple[Version, date | None]]:
    last: dict[str, date | None] = {}
    found = []
    for version in versions:
        if version.withdrawn is None:
            day = version.known(known_by) or last.get(version.proposal)
            last[version.proposal] = day
            found.append((version, day))
    return found


def in_words(day: date) -> str:
    """Return a day in words, `17 February 2022`, whatever the locale."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
