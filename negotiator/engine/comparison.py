"""Everything recorded, as of a day, becomes one comparison: what every renderer receives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from negotiator.engine.alignment import Link
from negotiator.engine.cells import Cell, PlacedClause
from negotiator.engine.gaps import Gap
from negotiator.model import Issue, KnownBy, Negotiation, Party, Topic, Verdict, Version


@dataclass(frozen=True, slots=True)
class Row:
    """One issue: a cell for every party that has tabled something, and the gaps of all pairs.

    Gaps across sides come first, then those within a side, each in the parties' order.
    """

    issue: Issue
    topic: Topic
    cells: tuple[Cell, ...]
    gaps: tuple[Gap, ...]
    links: tuple[Link, ...] = ()

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
        unfiled: current clauses that stand under no issue; they are shown, never dropped.
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
