"""A document as read becomes the next version of its proposal, with what carries over."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from negotiator.engine.succession import carrying, naming
from negotiator.engine.succession.fates import Placed, with_fates
from negotiator.engine.succession.forms import (
    NO_PREDECESSOR,
    Predecessor,
    Succession,
    Tabled,
)
from negotiator.engine.succession.lineage import lineage
from negotiator.model import Answer, Reading


def succeed(
    tabled: Tabled,
    *,
    proposal: str,
    number: int,
    predecessor: Predecessor = NO_PREDECESSOR,
    taken: Collection[str] = (),
    by: str = "",
    at: str = "",
) -> Succession:
    """Make the next version of a proposal out of a document.

    Args:
        tabled: what the document says.
        proposal: the proposal's key.
        number: the number of the new version, from 1.
        predecessor: the version before, if there is one.
        taken: clause ids in use anywhere in the negotiation.
        by: who reads; goes on every reading that the document states.
        at: when, as ISO 8601 text.

    Raises:
        Refused: when an id cannot be made unique.
    """
    version = f"{proposal}@{number}"
    descents = lineage(tabled, predecessor)
    known = predecessor.ids
    keys = naming.keys(tabled.clauses, descents, known, number)
    ids = naming.ids(tuple(keys.values()), known, proposal, taken)
    clauses = tuple(
        replace(
            clause,
            id=ids[keys[clause.key]],
            key=keys[clause.key],
            version=version,
            order=order,
            parent=ids[keys[clause.parent]] if clause.parent else None,
        )
        for order, clause in enumerate(tabled.clauses)
    )
    # From here on a clause goes by its final key, and so does what the document says of it.
    placed = tuple(zip(clauses, (descents[own.key] for own in tabled.clauses), strict=True))
    said = {keys[key]: replace(one, by=one.by or by, at=at) for key, one in tabled.readings.items()}
    readings, drafts, replaced = _readings(placed, said, predecessor)
    stated: dict[str, list[Answer]] = {}
    for answer in tabled.answers:
        id = ids[keys[answer.clause]]
        stated.setdefault(id, []).append(replace(answer, clause=id, by=answer.by or by))
    made = Succession(
        clauses=clauses,
        readings=readings,
        answers=carrying.answers(placed, stated, predecessor),
        silences=tuple(replace(silence, version=version) for silence in tabled.silences),
        renamed={key: final for key, final in ids.items() if final != key},
        drafts=drafts,
        replaced=replaced,
    )
    return with_fates(made, placed, predecessor)


def _readings(
    placed: Placed, stated: Mapping[str, Reading], predecessor: Predecessor
) -> tuple[dict[str, Reading], tuple[str, ...], tuple[str, ...]]:
    """Return the readings by address, the ids of new drafts, and of what was replaced."""
    readings: dict[str, Reading] = {}
    drafts: list[str] = []
    replaced: list[str] = []
    for clause, descent in placed:
        said = stated.get(clause.key)
        same = any(source.substance == clause.substance for source in descent.sources)
        earlier = tuple(carrying.history(clause.key, predecessor))
        old = carrying.carried(clause, descent, predecessor)
        if said is not None and not (same and carrying.repeats(said, earlier)):
            readings[clause.address] = said
            if len(earlier) > 1:
                replaced.append(clause.id)
        elif old is not None:
            readings[clause.address] = old.reading
            if old.drafted:
                drafts.append(clause.id)
    return readings, tuple(drafts), tuple(replaced)
