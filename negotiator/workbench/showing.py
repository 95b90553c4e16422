"""Everything on record under one id, whatever kinds of thing bear it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from negotiator.engine.gaps import Gap
from negotiator.engine.table import Row
from negotiator.errors import Unknown
from negotiator.model import Event, Omission, Party, Source, Topic, Version
from negotiator.workbench import review
from negotiator.workbench.bench import Bench
from negotiator.workbench.looking import (
    ClauseFile,
    View,
    clause,
    comparison,
    negotiation,
    versions,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shown:
    """What bears an id: a document and a clause may share one, so several may be set.

    `omitted` is what the documents of the versions hold that is in no clause, by version.
    """

    clause: ClauseFile | None = None
    versions: tuple[Version, ...] = ()
    omitted: Mapping[str, tuple[Omission, ...]] = field(default_factory=dict)
    issue: Row | None = None
    topic: Topic | None = None
    party: Party | None = None
    source: Source | None = None
    event: Event | None = None
    gap: tuple[Row, Gap] | None = None


def show(bench: Bench, id: str) -> Shown:
    """Return everything that bears an id.

    Args:
        bench: the work bench.
        id: of a clause or one of its wordings (`A4.1@1`), a proposal, a version (`A@1`), an
            issue, a topic, a party, a source, a round, an event, or a gap (`I01.RU-US`).

    Raises:
        Unknown: when nothing bears it.
    """
    whole = negotiation(bench)
    recorded = tuple(v for v in versions(bench) if id in (v.id, v.proposal))
    issue = next((one for one in whole.issues if one.id == id), None)
    shown = Shown(
        clause=_or_none(lambda: clause(bench, id)),
        versions=recorded,
        omitted=_omitted(bench, recorded),
        issue=comparison(bench, View(issues=(id,))).rows[0] if issue else None,
        topic=next((one for one in whole.topics if one.code == id), None),
        party=next((one for one in whole.parties if one.code == id), None),
        source=next((one for one in whole.sources if one.id == id), None),
        event=next((one for one in whole.events if one.id == id), None),
        gap=_or_none(lambda: review.gap(bench, id, View())),
    )
    if shown == Shown():
        raise Unknown(
            f"nothing on record is called “{id}”",
            remedy="see `negotiator list clauses` or `negotiator gaps list`",
        )
    return shown


def _omitted(bench: Bench, versions: Sequence[Version]) -> dict[str, tuple[Omission, ...]]:
    with bench.database.reading() as archive:
        found = {version.id: archive.omissions(version.id) for version in versions}
    return {id: omissions for id, omissions in found.items() if omissions}


def _or_none(find: Callable[[], T]) -> T | None:
    try:
        return find()
    except Unknown:
        return None
