"""The machine's readings of clauses that nobody has read: drafts, until a person confirms them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from negotiator.engine.drafting import draft
from negotiator.engine.succession import Succession
from negotiator.model import Origin, Reading, Review, Unit
from negotiator.store.archive import Archive

# So many of the last readings that people confirmed teach the machine.
LESSONS = 5_000


def with_drafts(
    archive: Archive,
    succession: Succession,
    parties: tuple[str, ...],
    comments: Mapping[str, str],
    at: str,
) -> Succession:
    """Return a succession in which the machine has read what nobody has.

    Args:
        archive: the negotiation, with what people confirmed before.
        succession: the next version.
        parties: who tabled it.
        comments: what stands in the margin of clauses, by the document's own ids.
        at: when, as ISO 8601 text.
    """
    unread = [
        one
        for one in succession.clauses
        if one.address not in succession.readings
        and one.unit is not Unit.HEADING
        and one.text.strip()
    ]
    if not unread:
        return succession
    drafts = draft(unread, archive.negotiation(), archive.lessons(LESSONS), parties)
    readings = dict(succession.readings)
    for clause in unread:
        found = drafts.get(clause.id)
        comment = comments.get(clause.key, "")
        if found is None and comment:
            reason = "a comment stands in the margin"
            found = Reading(origin=Origin.MACHINE, review=Review.DRAFT, reason=reason)
        if found is not None:
            readings[clause.address] = replace(found, note=comment, at=at)
    return replace(succession, readings=readings)
