"""After a document is added or withdrawn: its new clauses are lined up with those of the others.

What the machine finds is a draft. Links between clauses whose text did not change stay as they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from negotiator.engine.alignment import Link
from negotiator.engine.alignment.choosing import THRESHOLD
from negotiator.engine.alignment.learning import Adjustment
from negotiator.engine.alignment.positions import align_positions
from negotiator.engine.alignment.settled import SUBJECT, learned, settled
from negotiator.engine.calendar import current_versions
from negotiator.model import (
    Clause,
    KnownBy,
    LinkDraft,
    Negotiation,
    Reading,
    Review,
    Version,
)
from negotiator.store.archive import Archive
from negotiator.workbench.passages import passages

# A clause's text and its topics, version by version.
Clauses = Mapping[str, Sequence[Clause]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions in force that have not been lined up yet.

    Args:
        left: the version of the party that comes first in the negotiation's order.
        right: the version of the other.
        before: ids of the two versions of the same proposals that were lined up last, empty when
            there were none.
    """

    left: Version
    right: Version
    before: tuple[str, str] = ("", "")


def line_up(archive: Archive, proposal: str = "") -> None:
    """Line up the versions in force of different parties that have not been lined up yet.

    Two whole documents are lined up, because neighbours and rivals count; of what is found, only
    the links of clauses that are new, or whose text differs from the version lined up before, are
    taken. They replace what the machine drafted for these clauses. So the first versions of two
    proposals give the same links in whichever order they are added, and so do the new clauses of
    the next ones. Decisions are looked at for what they teach, and never touched.

    Args:
        archive: in a transaction that records something: the links come with it, or neither does.
        proposal: only what concerns this one; empty for all.
    """
    pairs = tuple(_waiting(archive, proposal))
    if not pairs:
        return
    ids = {id for pair in pairs for id in (pair.left.id, pair.right.id, *pair.before) if id}
    clauses: dict[str, list[Clause]] = {id: [] for id in ids}
    for clause in archive.clauses(versions=ids):
        clauses[clause.version].append(clause)
    readings = archive.readings(versions=ids)
    texts = {id: tuple(passages(held, _topics(held, readings))) for id, held in clauses.items()}
    adjustment = lessons(archive)
    for pair in pairs:
        new, gone = _news(pair, clauses)
        found = (
            align_positions(texts[pair.left.id], texts[pair.right.id], adjustment=adjustment).links
            if new
            else ()
        )
        drafts = {(one.left, one.right): one for one in _drafts(found, new, pair, adjustment)}
        archive.links.replace(pair.left, pair.right, new | gone, drafts.values())


def lessons(archive: Archive) -> Adjustment:
    """Return what the decisions on the machine's links teach it."""
    return learned(settled(archive.decisions(SUBJECT)).values(), THRESHOLD)


def in_force(archive: Archive) -> tuple[Version, ...]:
    """Return the versions in force, in the stated order of their parties and by proposal."""
    current = current_versions(archive.versions(), None, KnownBy.ISSUED)
    return _in_order(current, archive.negotiation())


def _in_order(versions: Sequence[Version], negotiation: Negotiation) -> tuple[Version, ...]:
    place = {party.code: number for number, party in enumerate(negotiation.parties)}
    last = len(place)
    return tuple(
        sorted(
            versions,
            key=lambda version: (
                place[version.parties[0]] if version.parties else last,
                version.proposal,
            ),
        )
    )


def _waiting(archive: Archive, proposal: str) -> Iterator[Pair]:
    """Find what waits to be lined up, and forget what is lined up with what nobody tables now."""
    tabled = [version for version in in_force(archive) if version.parties]
    before = archive.links.linings()
    standing = {version.proposal for version in tabled}
    for pair in before:
        if not standing.issuperset(pair):
            archive.links.forget(pair)
    for left, right in combinations(tabled, 2):
        if proposal and proposal not in (left.proposal, right.proposal):
            continue
        if set(left.parties) & set(right.parties):
            continue
        last = before.get((left.proposal, right.proposal), ("", ""))
        if last != (left.id, right.id):
            yield Pair(left, right, last)


def _topics(
    clauses: Sequence[Clause], readings: Mapping[str, Reading]
) -> dict[str, tuple[str, ...]]:
    """Return the topics that a person confirmed, by the id of the clause."""
    read = ((clause.id, readings.get(clause.address)) for clause in clauses)
    return {
        id: reading.topics for id, reading in read if reading and reading.review is Review.CONFIRMED
    }


def _news(pair: Pair, clauses: Clauses) -> tuple[set[str], set[str]]:
    """Return the ids of clauses that say something new since the last time, and of those gone."""
    new: set[str] = set()
    gone: set[str] = set()
    for version, last in zip((pair.left, pair.right), pair.before, strict=True):
        held = {clause.id: clause.substance for clause in clauses[version.id]}
        had = {clause.id: clause.substance for clause in clauses[last]} if last else {}
        new |= {id for id, substance in held.items() if had.get(id) != substance}
        gone |= had.keys() - held.keys()
    return new, gone


def _drafts(
    links: Sequence[Link], new: Collection[str], pair: Pair, adjustment: Adjustment
) -> Iterator[LinkDraft]:
    """Give a draft for each two clauses of a link of which one says something new."""
    needed = adjustment.needed(THRESHOLD)
    for link in links:
        for left in link.left:
            for right in link.right:
                if link.score >= needed and (left in new or right in new):
                    yield LinkDraft(
                        left,
                        right,
                        f"{left}@{pair.left.number}",
                        f"{right}@{pair.right.number}",
                        link.relation,
                        link.method,
                        adjustment.of(link.score),
                        link.score,
                        link.reasons,
                    )
