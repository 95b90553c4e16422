"""The matrix of verdicts: topics, rows and pairs, with their counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from negotiator.engine.comparison import Comparison
from negotiator.engine.gaps import Gap
from negotiator.engine.table import Row
from negotiator.model import Confidence, Family, Review, Topic, Verdict
from negotiator.render.report.bars import Piece, bar
from negotiator.render.report.gaps import FIRM, TONES

MOST_COLUMNS = 8
FAMILIES = (Family.OPPOSED, Family.PARTIAL, Family.AGREED, Family.SILENT)
SHORT = {
    Verdict.PARTLY_CONVERGENT: "partly",
    Verdict.CONDITIONALLY_CONVERGENT: "conditional",
}


@dataclass(frozen=True, slots=True)
class Chapter:
    """A topic at the top of the tree, with the rows of all issues under it."""

    topic: Topic
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parties of different sides, with how often they fall into each family."""

    parties: tuple[str, str]
    families: tuple[tuple[Family, int], ...]
    bar: tuple[Piece, ...]


class Matrix:
    """The rows and columns of the matrix.

    Args:
        whole: the comparison that the page shows.
    """

    def __init__(self, whole: Comparison) -> None:
        self.whole = whole
        self.pairs = list(whole.rows[0].gaps) if whole.rows else []
        self.wide = len(self.pairs) > MOST_COLUMNS
        self.chapters = _chapters(whole)
        gaps = [gap for row in whole.rows for gap in row.gaps]
        self.firm = sum(1 for gap in gaps if gap.across and gap.review in FIRM)
        self.weak = sum(
            1
            for gap in gaps
            if gap.across
            and gap.confidence is Confidence.LOW
            and gap.family in (Family.AGREED, Family.PARTIAL, Family.OPPOSED)
        )
        self.stale = sum(1 for gap in gaps if gap.review is Review.STALE)

    @property
    def across(self) -> list[Pair]:
        """Return the pairs of different sides with their families."""
        found = []
        for number, gap in enumerate(self.pairs):
            if gap.across:
                families = _families(gap.verdict for gap in self.column(self.whole.rows, number))
                found.append(Pair(gap.parties, families, _bar(families)))
        return found

    @property
    def families(self) -> tuple[tuple[Family, int], ...]:
        """Return how many pairs across sides fall into each family."""
        counted = self.whole.across.verdicts.items()
        return _families(verdict for verdict, number in counted for _ in range(number))

    @property
    def bar(self) -> tuple[Piece, ...]:
        """Return a picture of the families."""
        return _bar(self.families)

    def tally(self, gaps: Iterable[Gap]) -> list[tuple[Verdict, int]]:
        """Return how many gaps carry each verdict, those that occur."""
        counted = dict.fromkeys(Verdict, 0)
        for gap in gaps:
            counted[gap.verdict] += 1
        return [(verdict, number) for verdict, number in counted.items() if number]

    def column(self, rows: Sequence[Row], number: int) -> list[Gap]:
        """Return the gaps of one pair of parties over some rows."""
        return [row.gaps[number] for row in rows]

    def apart(self, number: int) -> str:
        """Return the classes of a column: within a side, and the first of those."""
        if self.pairs[number].across:
            return ""
        first = number > 0 and self.pairs[number - 1].across
        return "within first" if first else "within"

    def word(self, verdict: Verdict) -> str:
        """Return a verdict in the matrix, where room is short."""
        return SHORT.get(verdict, verdict.value)

    @property
    def state(self) -> str:
        """Return the sentence of state: counted over the pairs across sides, nothing else."""
        total, issues = self.whole.across.pairs, len(self.whole.rows)
        if not self.whole.parties:
            return "No party has tabled a document by this day."
        if not total:
            names = ", ".join(party.called for party in self.whole.parties)
            return f"Only one side has tabled documents by this day ({names}); there is no pair."
        counted = dict(self.families)
        return (
            f"Across the sides, positions are opposed or diverge in"
            f" {counted[Family.OPPOSED]} of {total}"
            f" pair{'' if total == 1 else 's'} on {issues} issue{'' if issues == 1 else 's'}; they"
            f" meet in part or on conditions in {counted[Family.PARTIAL]}, agree in"
            f" {counted[Family.AGREED]}; in {counted[Family.SILENT]} a party is silent or nothing"
            " can be said."
        )


def _families(verdicts: Iterable[Verdict]) -> tuple[tuple[Family, int], ...]:
    counted = dict.fromkeys(FAMILIES, 0)
    for verdict in verdicts:
        counted[verdict.family] += 1
    return tuple(counted.items())


def _bar(families: Iterable[tuple[Family, int]]) -> tuple[Piece, ...]:
    return bar((TONES[family], number) for family, number in families)


def _chapters(whole: Comparison) -> tuple[Chapter, ...]:
    topics = {topic.code: topic for topic in whole.negotiation.topics}

    def top(row: Row) -> str:
        topic = row.topic
        while topic.parent is not None:
            topic = topics[topic.parent]
        return topic.code

    return tuple(Chapter(topics[code], tuple(rows)) for code, rows in groupby(whole.rows, key=top))
