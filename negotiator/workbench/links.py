"""Links between clauses of different parties, as they are on record."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from negotiator.engine.alignment.choosing import THRESHOLD
from negotiator.engine.alignment.learning import Adjustment
from negotiator.engine.alignment.record import (
    RecordedLink,
    Wordings,
    hardest_first,
    recorded_links,
)
from negotiator.engine.alignment.settled import SUBJECT, Settled, learned, link_id, settled
from negotiator.engine.cells import PlacedClause
from negotiator.errors import Refused, Unknown
from negotiator.model import Decision, LinkDraft, LinkState, Reading, Version
from negotiator.store.archive import Archive
from negotiator.workbench.bench import Bench
from negotiator.workbench.filing import current_clause
from negotiator.workbench.lining_up import in_force
from negotiator.workbench.looking import topics_below
from negotiator.workbench.setup import find


@dataclass(frozen=True, slots=True)
class Choice:
    """Which links to list; what is empty chooses all.

    Args:
        parties: codes of parties that tabled one of the two clauses.
        topics: codes of topics under which one of the two is read, or below.
        issues: ids of issues under which one of the two is read.
        clauses: ids of one of the two.
        states: how the link stands.
        needs_review: only drafts and those that became stale, the hardest first.
    """

    parties: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    states: tuple[LinkState, ...] = ()
    needs_review: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """The links that were chosen, and what the machine learned from the decisions on all of them.

    Args:
        links: in the order of the clauses, or the hardest first.
        adjustment: how scores are read from the next document on.
        threshold: the score that a link needs.
    """

    links: tuple[RecordedLink, ...]
    adjustment: Adjustment
    threshold: float = THRESHOLD


@dataclass(frozen=True, slots=True)
class LinkFile:
    """Everything on record about one link, its decisions oldest first."""

    link: RecordedLink
    decisions: tuple[Decision, ...]


def links(bench: Bench, choice: Choice) -> Listing:
    """Return the links on record, those that are chosen.

    Raises:
        Unknown: for a party, topic, issue or clause that is not on record.
    """
    with bench.database.reading() as archive:
        negotiation = archive.negotiation()
        known = {party.code: party for party in negotiation.parties}
        parties = {find("party", code, known).code for code in choice.parties}
        topics = topics_below(negotiation.topics, choice.topics)
        asked = {issue.id: issue for issue in negotiation.issues}
        issues = {find("issue", id, asked).id for id in choice.issues}
        clauses = {current_clause(archive, name).id for name in choice.clauses}
        record = LinkRecord.load(archive)
    chosen = [
        link
        for link in record.links()
        if _either(link, parties, lambda end: end.version.parties)
        and _either(link, topics, lambda end: end.reading.topics)
        and _either(link, issues, lambda end: end.reading.issues)
        and _either(link, clauses, lambda end: (end.clause.id,))
        and (not choice.states or link.state in choice.states)
        and (not choice.needs_review or link.state in (LinkState.DRAFT, LinkState.STALE))
    ]
    found = hardest_first(chosen, THRESHOLD) if choice.needs_review else tuple(chosen)
    return Listing(found, learned(record.settled.values(), THRESHOLD))


def _either(
    link: RecordedLink, wanted: Collection[str], told: Callable[[PlacedClause], Collection[str]]
) -> bool:
    ends = (link.left, link.right)
    return not wanted or any(not set(wanted).isdisjoint(told(end)) for end in ends)


def link(bench: Bench, left: str, right: str) -> LinkFile:
    """Return everything on record about the link between two clauses, named in either order.

    Raises:
        Unknown: when there is no such clause, or nothing lines the two up.
    """
    with bench.database.reading() as archive:
        record = LinkRecord.load(archive, left, right)
    found = record.link(record.id(left, right))
    if found is None:
        raise Unknown(
            f"nothing lines up {left} and {right}", remedy="see `negotiator alignments list`"
        )
    return found


def of_party(bench: Bench, name: str, other: PlacedClause) -> bool:
    """Tell whether a clause, named by id or address, is of the party that another one is of.

    Raises:
        Unknown: when there is no such clause.
    """
    with bench.database.reading() as archive:
        (version,) = archive.versions([current_clause(archive, name).version])
    return bool(set(version.parties) & set(other.version.parties))


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """What the machine drafted, what people decided, and the clauses of both.

    Args:
        drafts: the machine's links, by id.
        decisions: every decision on any link, oldest first.
        settled: what stands of them, by the links' ids.
        wordings: the clauses of the links, and those that were named.
        versions: every version.
    """

    drafts: Mapping[str, LinkDraft]
    decisions: tuple[Decision, ...]
    settled: Mapping[str, Settled]
    wordings: Wordings
    versions: tuple[Version, ...]

    @classmethod
    def load(cls, archive: Archive, *names: str) -> LinkRecord:
        """Read all links, or those among the clauses that are named by id or address.

        Raises:
            Unknown: when there is no such clause.
        """
        named = {current_clause(archive, name).id for name in names}
        decisions = archive.decisions(SUBJECT)
        standing = {
            id: one
            for id, one in settled(decisions).items()
            if not named or named.issuperset((one.left, one.right))
        }
        found = archive.links.drafts(named or None)
        ids = {id for one in found for id in (one.left, one.right)}
        ids |= {id for one in standing.values() for id in (one.left, one.right)}
        versions = archive.versions()
        return cls(
            {link_id(one.left, one.right): one for one in found},
            decisions,
            standing,
            _wordings(archive, ids | named, versions),
            versions,
        )

    def links(self) -> tuple[RecordedLink, ...]:
        """Return every link, in the order of the clauses."""
        return recorded_links(self.drafts.values(), self.settled, self.wordings)

    def link(self, id: str) -> LinkFile | None:
        """Return one link with its decisions, None where nothing lines the two clauses up."""
        found = next((one for one in self.links() if one.id == id), None)
        decisions = tuple(one for one in self.decisions if one.subject_id == id)
        return LinkFile(found, decisions) if found else None

    def end(self, name: str) -> PlacedClause:
        """Return the wording in force of a clause, or the last one where none is.

        Raises:
            Refused: when another wording is named.
        """
        id, _, number = name.partition("@")
        found = self.wordings.in_force.get(id) or self.wordings.last(id)
        if number and name != found.clause.address:
            raise Refused(
                f"the wording in force is {found.clause.address}, not {name}",
                remedy=f"name the clause: {id}",
            )
        return found

    def id(self, one: str, other: str) -> str:
        """Return the id of the link between two clauses, named by id or address.

        Raises:
            Refused: when they are clauses of one party.
        """
        left, right = self.end(one), self.end(other)
        shared = set(left.version.parties) & set(right.version.parties)
        if shared or left.version.proposal == right.version.proposal:
            raise Refused(
                f"{one} and {other} are clauses of one party",
                remedy="a link leads from one party to another",
            )
        return link_id(left.clause.id, right.clause.id)


def _wordings(archive: Archive, ids: Collection[str], versions: tuple[Version, ...]) -> Wordings:
    by_id = {version.id: version for version in versions}
    readings = archive.readings(ids=ids)
    placed = [
        PlacedClause(clause, readings.get(clause.address, Reading()), by_id[clause.version])
        for clause in archive.clauses(ids=ids)
    ]
    place = {version.id: number for number, version in enumerate(in_force(archive))}
    standing = sorted(
        (one for one in placed if one.version.id in place),
        key=lambda one: (place[one.version.id], one.clause.order),
    )
    return Wordings(
        in_force={one.clause.id: one for one in standing},
        all={one.clause.address: one for one in placed},
    )
