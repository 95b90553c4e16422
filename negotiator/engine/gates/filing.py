"""A provision that stands under no topic, or under no issue."""

from __future__ import annotations

from collections.abc import Callable

from negotiator.engine.gates.finding import Finding, Looked
from negotiator.engine.gates.record import Record
from negotiator.model import Reading, Unit


def topic(record: Record) -> Looked:
    """Look for provisions in force that nobody has put under a topic."""
    return _unfiled(
        record,
        lambda reading: reading.topics,
        "stands under no topic",
        "file it: negotiator clause set CLAUSE --topic CODE --by NAME",
    )


def issue(record: Record) -> Looked:
    """Look for provisions in force that nobody has put under an issue."""
    return _unfiled(
        record,
        lambda reading: reading.issues,
        "stands under no issue",
        "file it: negotiator clause set CLAUSE --issue ID --by NAME",
    )


def _unfiled(
    record: Record, filed: Callable[[Reading], tuple[str, ...]], what: str, remedy: str
) -> Looked:
    provisions = [one for one in record.in_force if one[0].unit is Unit.PROVISION]
    found = tuple(
        Finding(what, remedy, clauses=(clause.id,), version=clause.version, text=clause.text)
        for clause, reading in provisions
        if not filed(reading)
    )
    return Looked(len(provisions), found)
