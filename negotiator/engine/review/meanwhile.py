"""What changed of a gap since it was shown, so that nobody decides on what they have not seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from negotiator.engine.cells import Cell, PlacedClause
from negotiator.engine.gaps import Gap
from negotiator.engine.table import Row, digest_of
from negotiator.model import Decision, Origin, Reading, Review


@dataclass(frozen=True, slots=True)
class ShownGap:
    """A gap as somebody sees it.

    Args:
        row: its issue.
        gap: the gap.
        decided: the last decision on it, None where there is none.
    """

    row: Row
    gap: Gap
    decided: Decision | None


def meanwhile(shown: ShownGap, now: ShownGap) -> tuple[str, ...]:
    """Return what changed of a gap since it was shown, nothing where a decision still holds.

    Args:
        shown: as it was shown.
        now: the same gap, as it stands.
    """
    return (*_decided(shown, now), *_evidence(shown, now), *_drafted(shown.gap, now.gap))


def _decided(shown: ShownGap, now: ShownGap) -> Iterator[str]:
    before, after = shown.decided, now.decided
    if after is not None and (before is None or before.id != after.id):
        state, verdict = after.outcome["state"], after.outcome.get("verdict", "")
        yield f"{after.by} decided on it: {state}{f', {verdict}' if verdict else ''}"


def _evidence(shown: ShownGap, now: ShownGap) -> Iterator[str]:
    id = shown.gap.id
    if digest_of(shown.row, id) == digest_of(now.row, id):
        return
    told = [
        line
        for party in shown.gap.parties
        for line in _of_party(shown.row.cell(party), now.row.cell(party))
    ]
    yield from told or ["the clauses that it rests on have changed"]


def _of_party(before: Cell, after: Cell) -> Iterator[str]:
    old = {one.clause.id: one for one in before.clauses}
    new = {one.clause.id: one for one in after.clauses}
    yield from (f"{id} of {before.party} no longer speaks to it" for id in old if id not in new)
    yield from (f"{id} of {before.party} speaks to it too" for id in new if id not in old)
    for id, one in old.items():
        if id in new:
            yield from _of_clause(one, new[id])
    if after.silence and before.silence and before.silence.kind is not after.silence.kind:
        yield f"{after.party} is silent otherwise: {after.silence.kind}"


def _of_clause(before: PlacedClause, after: PlacedClause) -> Iterator[str]:
    id = before.clause.id
    if before.clause.substance != after.clause.substance:
        yield f"{id} is worded otherwise"
    elif _read(before.reading) != _read(after.reading):
        yield f"{id} is read otherwise"
    if before.answers != after.answers:
        yield f"{id} answers otherwise"


def _read(reading: Reading) -> Reading:
    """Return what a reading says, without how far people have looked at it."""
    return replace(reading, origin=Origin.PERSON, review=Review.CONFIRMED, reason="")


def _drafted(shown: Gap, now: Gap) -> Iterator[str]:
    if shown.drafted is not now.drafted:
        yield f"the machine now says {now.drafted}, not {shown.drafted}"
