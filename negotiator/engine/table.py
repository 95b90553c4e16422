"""The parties' columns as of a day, asked issue by issue: cells, gaps, status and compromise."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import combinations

from negotiator.engine.alignment.settled import SUBJECT, Settled, settled
from negotiator.engine.cell_links import CellLink, link_cells
from negotiator.engine.cells import Cell, PlacedClause
from negotiator.engine.compromise import Compromise, compromises
from negotiator.engine.compromise import shared as shared_compromise
from negotiator.engine.exchange import Exchange, Speaker
from negotiator.engine.gaps import Gap, digest, gap_id, judge
from negotiator.engine.named import Named
from negotiator.engine.silence import Floor, silence
from negotiator.engine.status import IssueStatus, standings, status_readings
from negotiator.engine.status import shared as shared_status
from negotiator.model import (
    Corpus,
    Decision,
    Issue,
    KnownBy,
    Party,
    SilenceKind,
    Topic,
    Unit,
    Version,
)


@dataclass(frozen=True)
class Row:
    """One issue: a cell for every party that has tabled something, and the gaps of all pairs.

    Gaps across sides come first, then those within a side, each in the parties' order. `status` is
    how far the issue has come, as somebody asserts; `compromise` the text that might carry it;
    `settled` what people decided on links, by the links' ids.
    """

    issue: Issue
    topic: Topic
    cells: tuple[Cell, ...]
    gaps: tuple[Gap, ...]
    status: IssueStatus | None = None
    compromise: Compromise | None = None
    settled: Mapping[str, Settled] = field(default_factory=dict, repr=False)

    @cached_property
    def links(self) -> tuple[CellLink, ...]:
        """Return which clauses of its cells speak to each other."""
        # Found when they are asked for: whoever wants the gaps alone does not wait for them.
        clauses = {placed.clause.id: placed for cell in self.cells for placed in cell.clauses}
        return link_cells(list(clauses.values()), self.settled)

    def cell(self, party: str) -> Cell:
        """Return the cell of a party, by its code."""
        return next(cell for cell in self.cells if cell.party == party)


def digest_of(row: Row, gap: str) -> str:
    """Return the hash of what a review of a gap rests on."""
    parties = next(one.parties for one in row.gaps if one.id == gap)
    left, right = (row.cell(code) for code in parties)
    return digest(left, right)


class Table:
    """The parties' columns and everything current, ready to be asked issue by issue."""

    def __init__(
        self,
        corpus: Corpus,
        day: date | None,
        known_by: KnownBy,
        columns: Sequence[Party],
        placed: Sequence[PlacedClause],
        known: Sequence[Version],
        current: Sequence[Version],
        below: Mapping[str, frozenset[str]],
    ) -> None:
        """Lay the columns out.

        Args:
            corpus: everything recorded.
            day: as of which the table stands.
            known_by: which date of a document decides.
            columns: the parties that have one, in their order.
            placed: the clauses in force.
            known: the versions known by the day.
            current: those of them that are in force.
            below: for each topic the codes of it and of all topics under it.
        """
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
                # A heading says nothing by itself.
                spoken = one.clause.unit is not Unit.HEADING
                for issue in one.reading.issues if spoken else ():
                    self.by_cell.setdefault((issue, code), []).append(one)
        self.versions = {
            party.code: [version for version in known if party.code in version.parties]
            for party in columns
        }
        self.day, self.known_by = day, known_by
        self.stated = _stated_silences(corpus, {version.id for version in current}, day)
        self.reviews = _last_decisions(corpus.decisions, "gap", day)
        order = [party.code for party in corpus.negotiation.parties]
        words = status_readings(corpus.decisions)
        self.statuses = standings(words, day, order)
        self.compromises = compromises(corpus.decisions, placed, day, known_by, order)
        self.named = Named(corpus.negotiation.parties, day)
        self.settled = settled(_last_decisions(corpus.decisions, SUBJECT, day).values())

    def row(self, issue: Issue, shown: Collection[str]) -> Row:
        """Return one issue: what each party says, and the gaps between every two.

        Args:
            issue: the issue.
            shown: codes of the parties to return. What the others say counts all the same: a
                silence hangs on whoever asked.
        """
        speakers = [
            Speaker(party, cell)
            for party, cell in zip(self.columns, self._cells(issue), strict=True)
            if party.code in shown
        ]
        cells = tuple(speaker.cell for speaker in speakers)
        topic = self.topics[issue.topic]
        exchanges = [
            Exchange(topic, self.below[topic.code], *_apart(left, right), self.named, self.known_by)
            for left, right in combinations(speakers, 2)
        ]
        gaps = [
            judge(issue, one, self.reviews.get(_id(issue, one)))
            for one in sorted(exchanges, key=lambda one: not one.across)
        ]
        standing, text = self.statuses.get(issue.id), self.compromises.get(issue.id)
        return Row(
            issue,
            topic,
            cells,
            tuple(gaps),
            shared_status(standing) if standing else None,
            shared_compromise(text) if text else None,
            self.settled,
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


def _apart(left: Speaker, right: Speaker) -> tuple[Speaker, Speaker]:
    """Return two parties without what both say jointly, where each says more than that.

    What is said together is no exchange between the two.
    """
    joint = left.ids & right.ids
    if not joint or left.ids <= right.ids or right.ids <= left.ids:
        return left, right
    return _without(left, joint), _without(right, joint)


def _without(speaker: Speaker, ids: Collection[str]) -> Speaker:
    own = tuple(placed for placed in speaker.cell.clauses if placed.clause.id not in ids)
    return Speaker(speaker.party, replace(speaker.cell, clauses=own))


def _id(issue: Issue, exchange: Exchange) -> str:
    return gap_id(issue.id, exchange.left.party.code, exchange.right.party.code)


def _stated_silences(
    corpus: Corpus, in_force: Collection[str], day: date | None
) -> dict[str, tuple[SilenceKind, str]]:
    """Return the silences that documents in force state, and after them those of analysts."""
    found = {
        f"{one.issue}.{one.party}": (one.kind, one.note)
        for one in corpus.silences
        if one.version is None or one.version in in_force
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
