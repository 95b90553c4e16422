"""The clauses in the cells of a comparison become links, each with its method and score."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from negotiator.engine.alignment.settled import Settled, evidence, link_id
from negotiator.engine.cells import PlacedClause
from negotiator.engine.similarity import Similarity
from negotiator.model import How, Method, Relation

# Below this a text stays alone: on short clauses a lower score is mostly chance.
ALIKE_ENOUGH = 0.30
# Text is compared within sets up to this size; beyond, only what is stated links.
MOST_COMPARED = 300

NOTHING_SETTLED: Mapping[str, Settled] = MappingProxyType({})

RELATIONS = {
    How.ACCEPTED: Relation.EQUIVALENT,
    How.ACCEPTED_IN_PART: Relation.OVERLAPPING,
    How.ACCEPTED_CONDITIONALLY: Relation.OVERLAPPING,
    How.COUNTERED: Relation.OVERLAPPING,
    How.REFUSED: Relation.OPPOSED,
}


@dataclass(frozen=True, slots=True)
class CellLink:
    """Two clauses that speak to each other, and why they were lined up.

    Args:
        left: id of one clause.
        right: id of the other, of another party.
        relation: how they stand to each other as far as that is known.
        method: what lined them up.
        score: 0 to 1; 1 for what a person or a document states.
        stale: whether a person confirmed it on wording that has changed since.
    """

    left: str
    right: str
    relation: Relation
    method: Method
    score: float
    stale: bool = False


def link_cells(
    clauses: Sequence[PlacedClause], settled: Mapping[str, Settled] = NOTHING_SETTLED
) -> tuple[CellLink, ...]:
    """Line up the clauses of different parties: as people confirmed, by stated answers, by text.

    Text counts only between clauses that share an issue or a topic, and for each clause only its
    best match with each other party. Position never counts. There is one link for a pair of
    clauses, by the strongest method, and none where a person refused it.

    Args:
        clauses: of several parties, in the order that the links shall have.
        settled: what people decided on links, by the links' ids.
    """
    place = {placed.clause.id: index for index, placed in enumerate(clauses)}
    refused = {id for id, one in settled.items() if not one.confirmed}
    found: dict[tuple[str, str], CellLink] = {}
    for link in (
        *_confirmed(clauses, place, settled),
        *_stated(clauses, place),
        *_alike(clauses, refused),
    ):
        if link_id(link.left, link.right) not in refused:
            found.setdefault((link.left, link.right), link)
    return tuple(sorted(found.values(), key=lambda link: (place[link.left], place[link.right])))


def _confirmed(
    clauses: Sequence[PlacedClause], place: dict[str, int], settled: Mapping[str, Settled]
) -> Iterator[CellLink]:
    for one in settled.values():
        if one.confirmed and one.left in place and one.right in place:
            left, right = sorted((one.left, one.right), key=place.__getitem__)
            now = evidence(clauses[place[left]].clause, clauses[place[right]].clause)
            yield CellLink(
                left, right, one.relation, Method.BY_HAND, 1.0, stale=now != one.evidence
            )


def _stated(clauses: Sequence[PlacedClause], place: dict[str, int]) -> Iterator[CellLink]:
    for placed in clauses:
        for answer in placed.answers:
            target = answer.to_clause
            if target in place and answer.how in RELATIONS:
                left, right = sorted((placed.clause.id, target), key=place.__getitem__)
                yield CellLink(left, right, RELATIONS[answer.how], Method.STATED_ANSWER, 1.0)


def _alike(clauses: Sequence[PlacedClause], refused: Collection[str]) -> Iterator[CellLink]:
    if len(clauses) > MOST_COMPARED:
        return
    by_id = {placed.clause.id: placed for placed in clauses}
    similarity = Similarity({id: placed.clause.text for id, placed in by_id.items()})
    alike = [found for found in similarity.pairs().items() if found[1] >= ALIKE_ENOUGH]
    best: dict[tuple[str, tuple[str, ...]], CellLink] = {}
    for (left, right), score in sorted(alike, key=lambda found: (-found[1], found[0])):
        one, other = by_id[left], by_id[right]
        method = _common_ground(one, other)
        # Left out here, so that the next best takes the place of a match that was refused.
        if method is not None and link_id(left, right) not in refused:
            link = CellLink(left, right, Relation.OVERLAPPING, method, score)
            for near, far in ((one, other), (other, one)):
                best.setdefault((near.clause.id, far.version.parties), link)
    yield from dict.fromkeys(best.values())


def _common_ground(one: PlacedClause, other: PlacedClause) -> Method | None:
    if set(one.version.parties) & set(other.version.parties):
        return None
    if set(one.reading.issues) & set(other.reading.issues):
        return Method.SAME_ISSUE
    if set(one.reading.topics) & set(other.reading.topics):
        return Method.SAME_TOPIC
    return None
