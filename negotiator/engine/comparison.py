"""Everything recorded, as of a day, becomes one comparison: what every renderer receives."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from negotiator.engine.alignment.settled import SUBJECT, settled
from negotiator.engine.calendar import current_versions, known_versions, latest_day
from negotiator.engine.cell_links import CellLink, link_cells
from negotiator.engine.cells import Cell, PlacedClause
from negotiator.engine.compromise import Compromise, compromises
from negotiator.engine.compromise import shared as shared_compromise
from negotiator.engine.exchange import Exchange, Speaker
from negotiator.engine.gaps import Gap, digest, gap_id, judge
from negotiator.engine.named import Named
from negotiator.engine.placing import place, shareable
from negotiator.engine.selection import narrowed
from negotiator.engine.silence import Floor, silence
from negotiator.engine.status import IssueStatus, standings, status_readings
from negotiator.engine.status import shared as shared_status
from negotiator.errors import Unknown
from negotiator.model import (
    Corpus,
    Decision,
    Issue,
    KnownBy,
    Negotiation,
    Party,
    SilenceKind,
    Topic,
    Unit,
    Verdict,
    Version,
)


@dataclass(frozen=True, slots=True)
class Row:
    """One issue: a cell for every party that has tabled something, and the gaps of all pairs.

    Gaps across sides come first, then those within a side, each in the parties' order. `status` is
    how far the issue has come, as somebody asserts; `compromise` the text that might carry it.
    """

    issue: Issue
    topic: Topic
    cells: tuple[Cell, ...]
    gaps: tuple[Gap, ...]
    links: tuple[CellLink, ...] = ()
    status: IssueStatus | None = None
    compromise: Compromise | None = None

    def cell(self, party: str) -> Cell:
        """Return the cell of a party, by its code."""
        return next(cell for cell in self.cells if cell.party == party)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many pairs carry which verdict; `pairs` is the fixed denominator.

    `verdicts` has every verdict as a key, zeros included, in the order of `Verdict`.
    """

    pairs: int
    verdicts: Mapping[Verdict, int]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Where the parties stand as of a day.

    Args:
        negotiation: title, rule, parties, topics, issues, events and sources.
        as_of: the day, or None when no document states a date.
        known_by: which date of a document decides.
        parties: those that have a column, in the negotiation's order.
        absent: those that have tabled nothing by that day.
        rows: the issues, in the order of the topics and then of the issues.
        unfiled: current provisions that stand under no issue; they are shown, never dropped.
        across: counts over pairs of different sides, the counts that lead.
        within: counts over pairs within a side.
        versions: every version known by that day that was not withdrawn, by date.
        current: ids of the versions whose clauses stand in the cells.
        withdrawn: versions that were withdrawn, shown as such.
        fingerprint: hash of the corpus.
        head: hash of the last decision, empty when there is none.
    """

    negotiation: Negotiation
    as_of: date | None
    known_by: KnownBy
    parties: tuple[Party, ...]
    absent: tuple[Party, ...]
    rows: tuple[Row, ...]
    unfiled: tuple[PlacedClause, ...]
    across: Counts
    within: Counts
    versions: tuple[Version, ...]
    current: tuple[str, ...]
    withdrawn: tuple[Version, ...]
    fingerprint: str
    head: str


def compare(
    corpus: Corpus,
    *,
    as_of: date | None = None,
    known_by: KnownBy = KnownBy.ISSUED,
    parties: Collection[str] = (),
    topics: Collection[str] = (),
    issues: Collection[str] = (),
) -> Comparison:
    """Return where the parties stand as of a day, fit to be shared.

    Args:
        corpus: everything recorded.
        as_of: the day; None for the last one on which a document became known.
        known_by: which date of a document decides.
        parties: only these columns; empty for all.
        topics: only issues under these topics; empty for all.
        issues: only these issues; empty for all.

    Raises:
        Unknown: for a party, topic or issue that the negotiation does not have.
    """
    negotiation = corpus.negotiation
    _check("party", parties, [party.code for party in negotiation.parties])
    _check("topic", topics, [topic.code for topic in negotiation.topics])
    _check("issue", issues, [issue.id for issue in negotiation.issues])
    day = as_of or latest_day(corpus.versions, known_by)
    current = current_versions(corpus.versions, day, known_by)
    known = known_versions(corpus.versions, day, known_by)
    tabled = {code for version in current for code in version.parties}
    columns = tuple(
        party
        for party in negotiation.parties
        if party.code in tabled and (not parties or party.code in parties)
    )
    below = _topic_tree(negotiation.topics)
    wanted_topics = frozenset().union(*(below[code] for code in topics))
    chosen = [
        issue
        for issue in negotiation.issues
        if (not issues or issue.id in issues) and (not topics or issue.topic in wanted_topics)
    ]
    part = (
        narrowed(corpus, {one.id for one in chosen}, wanted_topics) if issues or topics else corpus
    )
    placed = place(part, current, known)
    table = _Table(corpus, day, known_by, columns, placed, known, below)
    rows = tuple(table.row(issue) for issue in _in_topic_order(chosen, negotiation.topics))
    gaps = [gap for row in rows for gap in row.gaps]
    return Comparison(
        negotiation=negotiation,
        as_of=day,
        known_by=known_by,
        parties=columns,
        absent=tuple(party for party in negotiation.parties if party.code not in tabled),
        rows=rows,
        unfiled=tuple(
            one
            for one in placed
            if not one.reading.issues
            and one.clause.unit is not Unit.HEADING
            and not issues
            and (not topics or wanted_topics & set(one.reading.topics))
            and (not parties or set(parties) & set(one.version.parties))
        ),
        across=_counts(gap for gap in gaps if gap.across),
        within=_counts(gap for gap in gaps if not gap.across),
        versions=tuple(map(shareable, sorted(known, key=lambda v: _by_date(v, known_by)))),
        current=tuple(version.id for version in current),
        withdrawn=tuple(shareable(v) for v in corpus.versions if v.withdrawn is not None),
        fingerprint=corpus.fingerprint,
        head=corpus.decisions[-1].hash if corpus.decisions else "",
    )


def digest_of(row: Row, gap: str) -> str:
    """Return the hash of what a review of a gap rests on."""
    parties = next(one.parties for one in row.gaps if one.id == gap)
    left, right = (row.cell(code) for code in parties)
    return digest(left, right)


class _Table:
    """The parties' columns and everything current, ready to be asked issue by issue."""

    def __init__(
        self,
        corpus: Corpus,
        day: date | None,
        known_by: KnownBy,
        columns: Sequence[Party],
        placed: Sequence[PlacedClause],
        known: Sequence[Version],
        below: Mapping[str, frozenset[str]],
    ) -> None:
        self.corpus = corpus
        self.columns = columns
        self.below = below
        self.topics = {topic.code: topic for topic in corpus.negotiation.topics}
        self.by_party: dict[str, list[PlacedClause]] = {party.code: [] for party in columns}
        self.by_cell: dict[tuple[str, str], list[PlacedClause]] = {}
        for one in placed:
            for code in one.version.parties:
                if code in self.by_party:
                    self.by_party[code].append(one)
                for issue in one.reading.issues:
                    self.by_cell.setdefault((issue, code), []).append(one)
        self.versions = {
            party.code: [version for version in known if party.code in version.parties]
            for party in columns
        }
        self.day, self.known_by = day, known_by
        self.stated = _stated_silences(corpus, {version.id for version in known}, day)
        self.reviews = _last_decisions(corpus.decisions, "gap", day)
        order = [party.code for party in corpus.negotiation.parties]
        words = status_readings(corpus.decisions)
        self.statuses = standings(words, day, order)
        self.compromises = compromises(corpus.decisions, placed, day, known_by, order)
        self.named = Named(corpus.negotiation.parties, day)
        self.settled = settled(_last_decisions(corpus.decisions, SUBJECT, day).values())

    def row(self, issue: Issue) -> Row:
        cells = self._cells(issue)
        topic = self.topics[issue.topic]
        speakers = [Speaker(party, cell) for party, cell in zip(self.columns, cells, strict=True)]
        exchanges = [
            Exchange(topic, self.below[topic.code], left, right, self.named)
            for left, right in combinations(speakers, 2)
        ]
        gaps = [
            judge(issue, one, self.reviews.get(_id(issue, one)))
            for one in sorted(exchanges, key=lambda one: not one.across)
        ]
        clauses = {p.clause.id: p for cell in cells for p in cell.clauses}
        links = link_cells(list(clauses.values()), self.settled)
        standing, text = self.statuses.get(issue.id), self.compromises.get(issue.id)
        return Row(
            issue,
            topic,
            cells,
            tuple(gaps),
            links,
            shared_status(standing) if standing else None,
            shared_compromise(text) if text else None,
        )

    def _cells(self, issue: Issue) -> tuple[Cell, ...]:
        spoken = {
            party.code: self.by_cell.get((issue.id, party.code), []) for party in self.columns
        }
        floor = Floor(
            parties={party.code: party for party in self.corpus.negotiation.parties},
            spoken=spoken,
            versions=self.versions,
            clauses=self.by_party,
            known_by=self.known_by,
        )
        return tuple(self._cell(issue, party, floor) for party in self.columns)

    def _cell(self, issue: Issue, party: Party, floor: Floor) -> Cell:
        own = floor.spoken[party.code]
        if own:
            return Cell(party.code, clauses=tuple(own))
        stated = self.stated.get(f"{issue.id}.{party.code}")
        for one in party.member_of if stated is None else ():
            others = self.by_cell.get((issue.id, one.of))
            if one.counts and one.runs(self.day) and others:
                return Cell(party.code, clauses=tuple(others), through=one.of)
        return Cell(party.code, silence=silence(issue, party.code, floor, stated))


def _id(issue: Issue, exchange: Exchange) -> str:
    return gap_id(issue.id, exchange.left.party.code, exchange.right.party.code)


def _stated_silences(
    corpus: Corpus, known: Collection[str], day: date | None
) -> dict[str, tuple[SilenceKind, str]]:
    """Return the silences that documents state and, after them, those that analysts state."""
    found = {
        f"{one.issue}.{one.party}": (one.kind, one.note)
        for one in corpus.silences
        if one.version is None or one.version in known
    }
    for id, decision in _last_decisions(corpus.decisions, "silence", day).items():
        kind = decision.outcome.get("kind", "")
        if kind:
            found[id] = (SilenceKind(kind), f"Read by an analyst as: {kind}.")
    return found


def _last_decisions(
    decisions: Iterable[Decision], subject: str, day: date | None
) -> dict[str, Decision]:
    """Return the last decision on each subject that speaks about this day or one before it."""
    return {
        one.subject_id: one
        for one in decisions
        if one.subject == subject and (one.as_of is None or day is None or one.as_of <= day)
    }


def _topic_tree(topics: Sequence[Topic]) -> dict[str, frozenset[str]]:
    """Return for each topic the codes of it and of all topics under it."""
    children: dict[str | None, list[str]] = {}
    for topic in topics:
        children.setdefault(topic.parent, []).append(topic.code)
    found: dict[str, frozenset[str]] = {}

    def gather(code: str) -> frozenset[str]:
        if code not in found:
            below = (gather(child) for child in children.get(code, ()))
            found[code] = frozenset({code}).union(*below)
        return found[code]

    for topic in topics:
        gather(topic.code)
    return found


def _in_topic_order(issues: Sequence[Issue], topics: Sequence[Topic]) -> list[Issue]:
    place = {topic.code: number for number, topic in enumerate(topics)}
    return sorted(issues, key=lambda issue: place[issue.topic])


def _by_date(version: Version, known_by: KnownBy) -> tuple[date, str]:
    return version.known(known_by) or date.max, version.id


def _counts(gaps: Iterable[Gap]) -> Counts:
    verdicts = dict.fromkeys(Verdict, 0)
    for gap in gaps:
        verdicts[gap.verdict] += 1
    return Counts(sum(verdicts.values()), verdicts)


def _check(kind: str, named: Collection[str], known: Sequence[str]) -> None:
    for name in named:
        if name not in known:
            some = ", ".join(known[:12]) or "none yet"
            raise Unknown(f"unknown {kind} “{name}”", remedy=f"on record: {some}")
