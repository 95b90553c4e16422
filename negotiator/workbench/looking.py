"""Looking things up: lists, one thing, a search, what changed, the comparison as of a day."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from negotiator.engine.calendar import current_versions
from negotiator.engine.changes import Change, changes
from negotiator.engine.comparison import Comparison, compare
from negotiator.engine.last_day import last_day
from negotiator.errors import Refused, Unknown, known_only
from negotiator.model import (
    Answer,
    Clause,
    Corpus,
    Decision,
    KnownBy,
    Negotiation,
    Reading,
    Topic,
    Version,
)
from negotiator.store.archive import Archive
from negotiator.store.search import Hit
from negotiator.workbench.bench import Bench
from negotiator.workbench.filing import current_clause
from negotiator.workbench.setup import find


@dataclass(frozen=True, slots=True)
class View:
    """What to compare: the day, by which date, and a selection; empty means everything."""

    as_of: date | None = None
    known_by: KnownBy = KnownBy.ISSUED
    parties: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A clause with its reading, its document and the answers it gives."""

    clause: Clause
    reading: Reading
    version: Version
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class ClauseFile:
    """Everything on record about one clause: its wordings, readings and answers."""

    wordings: tuple[Listed, ...]
    histories: tuple[tuple[Reading, ...], ...]
    answered_by: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed between two versions of a proposal."""

    old: Version
    new: Version
    changes: tuple[Change, ...]


def negotiation(bench: Bench) -> Negotiation:
    """Return the negotiation with its parties, topics, issues, events and sources."""
    with bench.database.reading() as archive:
        return archive.negotiation()


def check(bench: Bench, view: View) -> None:
    """Refuse a selection of something that the negotiation does not have.

    Raises:
        Unknown: for a party, topic or issue that is not on record.
    """
    whole = negotiation(bench)
    known_only("party", view.parties, [party.code for party in whole.parties])
    known_only("topic", view.topics, [topic.code for topic in whole.topics])
    known_only("issue", view.issues, [issue.id for issue in whole.issues])


def decisions(bench: Bench) -> tuple[Decision, ...]:
    """Return every decision, in order."""
    with bench.database.reading() as archive:
        return archive.decisions()


def versions(
    bench: Bench, *, as_of: date | None = None, known_by: KnownBy = KnownBy.ISSUED
) -> tuple[Version, ...]:
    """Return every version, or those in force as of a day."""
    with bench.database.reading() as archive:
        return _versions(archive, as_of, known_by)


def _versions(archive: Archive, as_of: date | None, known_by: KnownBy) -> tuple[Version, ...]:
    recorded = archive.versions()
    return current_versions(recorded, as_of, known_by) if as_of else recorded


def clauses(
    bench: Bench,
    *,
    as_of: date | None = None,
    known_by: KnownBy = KnownBy.ISSUED,
    parties: Collection[str] = (),
    topics: Collection[str] = (),
    issues: Collection[str] = (),
) -> tuple[Listed, ...]:
    """Return the clauses of every version, or of those in force as of a day."""
    with bench.database.reading() as archive:
        wanted = {
            version.id: version
            for version in _versions(archive, as_of, known_by)
            if not parties or set(parties) & set(version.parties)
        }
        below = topics_below(archive.negotiation().topics, topics)
        found = archive.clauses(versions=wanted, topics=below or None, issues=issues or None)
        readings = archive.readings(versions=wanted, topics=below or None, issues=issues or None)
        answers = _answers_by_clause(archive, None)
    return tuple(
        Listed(
            clause,
            readings.get(clause.address, Reading()),
            wanted[clause.version],
            answers.get(clause.address, ()),
        )
        for clause in found
    )


def topics_below(topics: Sequence[Topic], codes: Collection[str]) -> frozenset[str]:
    """Return the topics named and all that stand under them."""
    known = {topic.code: topic for topic in topics}
    wanted = {find("topic", code, known).code for code in codes}
    grown = True
    while grown:
        more = {topic.code for topic in topics if topic.parent in wanted} - wanted
        wanted |= more
        grown = bool(more)
    return frozenset(wanted)


def _answers_by_clause(
    archive: Archive, ids: Collection[str] | None
) -> dict[str, tuple[Answer, ...]]:
    """Return answers by the address of the clause that gives them."""
    found: dict[str, tuple[Answer, ...]] = {}
    for answer in archive.answers(ids):
        address = f"{answer.clause}@{answer.version.rpartition('@')[2]}"
        found[address] = (*found.get(address, ()), answer)
    return found


def clause(bench: Bench, name: str) -> ClauseFile:
    """Return everything on record about a clause, latest wording first.

    Raises:
        Unknown: when there is no such clause.
    """
    with bench.database.reading() as archive:
        id = current_clause(archive, name).id
        by_id = {version.id: version for version in archive.versions()}
        wordings = archive.clauses(ids=[id])
        latest_first = sorted(wordings, key=lambda c: by_id[c.version].number, reverse=True)
        answers = _answers_by_clause(archive, [id])
        histories = tuple(archive.history(one) for one in latest_first)
        everything = archive.answers([id])
    listed = tuple(
        Listed(
            one,
            history[-1] if history else Reading(),
            by_id[one.version],
            answers.get(one.address, ()),
        )
        for one, history in zip(latest_first, histories, strict=True)
    )
    answered_by = tuple(answer for answer in everything if answer.to_clause == id)
    return ClauseFile(listed, histories, answered_by)


def search(bench: Bench, text: str, *, party: str | None, limit: int) -> tuple[Hit, ...]:
    """Search the clauses of every version; best matches first."""
    with bench.database.reading() as archive:
        if party is not None:
            find("party", party, {p.code: p for p in archive.negotiation().parties})
        return archive.search(text, limit=limit, party=party)


def difference(bench: Bench, proposal: str, span: str) -> Difference:
    """Return what changed between two versions of a proposal.

    Args:
        bench: the work bench.
        proposal: the proposal's key.
        span: `1..3`, or empty for the last two versions.

    Raises:
        Unknown: when there is no such proposal or version.
        Refused: when there is only one version.
    """
    with bench.database.reading() as archive:
        line = {v.number: v for v in archive.versions() if v.proposal == proposal}
        if not line:
            raise Unknown(
                f"unknown proposal “{proposal}”", remedy="see `negotiator list proposals`"
            )
        old, new = _span(proposal, span, line)
        return Difference(
            line[old],
            line[new],
            changes(
                archive.clauses(versions=[line[old].id]),
                archive.clauses(versions=[line[new].id]),
            ),
        )


def _span(proposal: str, span: str, line: dict[int, Version]) -> tuple[int, int]:
    if not span:
        standing = [number for number, version in sorted(line.items()) if not version.withdrawn]
        if len(standing) < 2:
            raise Refused(
                f"{proposal} has only one version that stands",
                remedy="add another one with `negotiator add FILE --proposal KEY`",
            )
        return standing[-2], standing[-1]
    first, dots, second = span.partition("..")
    known = {str(number): number for number in line}
    if not dots:
        raise Refused(f"“{span}” is not a span of versions", remedy="write FROM..TO, as 1..2")
    return find("version", first, known), find("version", second, known)


def comparison(bench: Bench, view: View, *, earlier: bool = False) -> Comparison:
    """Return where the parties stand as of a day.

    Args:
        bench: the work bench.
        view: the day and the selection.
        earlier: whether to load the earlier wordings of each clause too.
    """
    with bench.database.reading() as archive:
        return compared(archive, view, earlier=earlier)


def compared(archive: Archive, view: View, *, earlier: bool = False) -> Comparison:
    """Return where the parties stand, within a transaction that is open."""
    recorded = archive.versions()
    as_of = view.as_of or last_day(recorded, archive.decisions(), view.known_by)
    if earlier:
        corpus = archive.corpus()
    else:
        current = [v.id for v in current_versions(recorded, as_of, view.known_by)]
        corpus = _selection(archive, current, view)
    return compare(
        corpus,
        as_of=as_of,
        known_by=view.known_by,
        parties=view.parties,
        topics=view.topics,
        issues=view.issues,
    )


def _selection(archive: Archive, versions: Sequence[str], view: View) -> Corpus:
    """Load the clauses that a selection needs, and no others.

    A clause belongs to an issue whatever its own topic, so both roads lead into a topic.
    """
    if not (view.topics or view.issues):
        return archive.corpus(versions=versions)
    negotiation = archive.negotiation()
    topics = topics_below(negotiation.topics, view.topics)
    issues = {
        issue.id
        for issue in negotiation.issues
        if (not topics or issue.topic in topics) and (not view.issues or issue.id in view.issues)
    }
    filed = archive.corpus(versions=versions, issues=issues)
    if not topics or view.issues:
        return filed
    have = {clause.address for clause in filed.clauses}
    on_topic = archive.clauses(versions=versions, topics=topics)
    more = [clause for clause in on_topic if clause.address not in have]
    if not more:
        return filed
    answers = archive.answers({clause.id for clause in more})
    return replace(
        filed,
        clauses=(*filed.clauses, *more),
        readings={**archive.readings(versions=versions, topics=topics), **filed.readings},
        answers=tuple(dict.fromkeys((*filed.answers, *answers))),
    )
