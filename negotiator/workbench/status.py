"""The status of the issues: where they stand, with the history of who asserted what."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from negotiator.engine import status as statuses
from negotiator.engine.last_day import last_day
from negotiator.engine.status import IssueStatus, Regression, RoundStatus, StatusReading
from negotiator.model import Issue, KnownBy, Negotiation, Status
from negotiator.store.archive import Archive
from negotiator.workbench.bench import Bench
from negotiator.workbench.looking import topics_below
from negotiator.workbench.setup import find


@dataclass(frozen=True, slots=True)
class Listing:
    """Where the issues stand as of a day.

    Args:
        negotiation: its parties, issues and rounds.
        as_of: the day; None where nothing on record has one.
        issues: those listed, in the negotiation's order.
        statuses: what counts of each, by its id; those without status are not in.
        rounds: where they stood round by round.
        falls: what was called agreed and later something less, explained or not.
    """

    negotiation: Negotiation
    as_of: date | None
    issues: tuple[Issue, ...]
    statuses: Mapping[str, IssueStatus]
    rounds: tuple[RoundStatus, ...]
    falls: tuple[Regression, ...]


@dataclass(frozen=True, slots=True)
class History:
    """Everything asserted of an issue, what was taken back too, in the order of the days."""

    issue: Issue
    readings: tuple[StatusReading, ...]
    falls: tuple[Regression, ...]
    standing: IssueStatus | None


def speaking_day(archive: Archive, round: str, day: date | None) -> date | None:
    """Return the day that a new assertion speaks about, checking the round that is named.

    It is the day stated, else the last day of the round, else the last day on record: of a
    document, a status, a compromise text or a reaction.

    Raises:
        Unknown: for a round that is not on record.
    """
    if round:
        event = find("round", round, {one.id: one for one in archive.negotiation().events})
        return day or event.ends or event.starts
    return day or last_day(archive.versions(), archive.decisions(), KnownBy.ISSUED)


def listing(
    bench: Bench,
    *,
    as_of: date | None = None,
    issues: Collection[str] = (),
    topics: Collection[str] = (),
    parties: Collection[str] = (),
    wanted: Collection[Status] = (),
) -> Listing:
    """Return where the issues stand as of a day.

    Args:
        bench: the work bench.
        as_of: the day; None for the last one on record.
        issues: only these; empty for all.
        topics: only those under these; empty for all.
        parties: only those of which one of these asserts something itself; empty for all.
        wanted: only those whose status is one of these; empty for all.

    Raises:
        Unknown: for an issue, topic or party that is not on record.
    """
    with bench.database.reading() as archive:
        negotiation = archive.negotiation()
        readings = statuses.status_readings(archive.decisions(statuses.SUBJECT))
        day = as_of or last_day(archive.versions(), archive.decisions(), KnownBy.ISSUED)
    order = [party.code for party in negotiation.parties]
    asked = {find("issue", id, {one.id: id for one in negotiation.issues}) for id in issues}
    speaking = {find("party", code, {one: one for one in order}) for code in parties}
    below = topics_below(negotiation.topics, topics)
    counted = [one for one in readings if day is None or one.day is None or one.day <= day]
    standing = statuses.standings(counted, order=order)
    heard = {one.issue for one in counted if one.asserted_by in speaking}
    listed = tuple(
        one
        for one in negotiation.issues
        if (not asked or one.id in asked)
        and (not below or one.topic in below)
        and (not speaking or one.id in heard)
        and (not wanted or (one.id in standing and standing[one.id].status in wanted))
    )
    ids = {one.id for one in listed}
    return Listing(
        negotiation,
        day,
        listed,
        {id: one for id, one in standing.items() if id in ids},
        statuses.round_by_round(counted, listed, negotiation.events, day, order),
        tuple(one for one in statuses.falls(counted) if one.issue in ids),
    )


def history(bench: Bench, issue: str) -> History:
    """Return everything ever asserted of an issue.

    Raises:
        Unknown: when there is no such issue.
    """
    with bench.database.reading() as archive:
        negotiation = archive.negotiation()
        decisions = archive.decisions(statuses.SUBJECT, issue)
    found = find("issue", issue, {one.id: one for one in negotiation.issues})
    order = [party.code for party in negotiation.parties]
    standing = statuses.status_readings(decisions)
    return History(
        found,
        tuple(sorted(statuses.every_reading(decisions), key=lambda one: one.place)),
        statuses.falls(standing),
        statuses.standing(standing, issue, order=order),
    )
