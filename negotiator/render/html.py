"""A comparison becomes one self-contained page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from markupsafe import Markup

from negotiator.engine.alignment import CellLink
from negotiator.engine.brackets import Stance, stances
from negotiator.engine.calendar import in_words
from negotiator.engine.cells import Cell, PlacedAnswer, PlacedClause
from negotiator.engine.comparison import Comparison, Row
from negotiator.engine.gaps import Gap
from negotiator.model import (
    Evidence,
    Family,
    Force,
    How,
    Method,
    Party,
    Reciprocity,
    Review,
    Source,
    Symbol,
    Topic,
    Verdict,
    Version,
    Wording,
)
from negotiator.render.pages import anchor, render_page
from negotiator.render.timeline import lay_out

PALETTE = 8
MOST_COLUMNS = 5

ANSWERS = {
    How.ACCEPTED: ("Accepts", "Accepted by"),
    How.ACCEPTED_IN_PART: ("Accepts in part", "Accepted in part by"),
    How.ACCEPTED_CONDITIONALLY: ("Accepts on conditions", "Accepted on conditions by"),
    How.COUNTERED: ("Counters", "Countered by"),
    How.DEFERRED: ("Defers", "Deferred by"),
    How.REFERRED: ("Refers elsewhere", "Referred elsewhere by"),
    How.REFUSED: ("Refuses", "Refused by"),
    How.OTHER_OBJECT: ("Speaks to another object than", "Other object in"),
}
WAYS = {
    Reciprocity.YES: "both ways",
    Reciprocity.NO: "one way",
    Reciprocity.IN_FORM: "both ways in form",
    Reciprocity.AMONG_MEMBERS: "among members",
}
PROPOSES = {
    Symbol.ADD: "proposes to add",
    Symbol.MOD: "proposes to change",
    Symbol.SUP: "proposes to delete",
    Symbol.NOC: "proposes that the text be kept",
}
TIERS = {
    Evidence.WORDING_SEEN: 3,
    Evidence.SEVERAL_SECONDARY: 2,
    Evidence.ONE_SECONDARY: 1,
    Evidence.BACKGROUND: 0,
}
WEIGHTS = {
    Force.DEMAND: "strong",
    Force.REFUSAL: "strong",
    Force.CONDITION: "strong",
    Force.WARNING: "strong",
    Force.ASSERTION: "light",
}
TONES = {
    Family.AGREED: "near",
    Family.PARTIAL: "part",
    Family.OPPOSED: "far",
    Family.SILENT: "none",
}
FIRM = {Review.CONFIRMED, Review.ADJUDICATED}


def render(whole: Comparison, *, program: str) -> str:
    """Return a comparison as a page: no network, no script needed, the same bytes every time.

    Args:
        whole: the comparison.
        program: the version of the program, named in the head of the page.
    """
    return render_page(
        "report.html.j2",
        styles=["report.css"],
        scripts=["hits.js", "keys.js", "report.js"],
        footer=f"{whole.negotiation.title}. {_as_of(whole)}. Corpus {whole.fingerprint[:16]}",
        whole=whole,
        program=program,
        view=_View(whole),
        as_of=_as_of(whole),
    )


def _as_of(whole: Comparison) -> str:
    return f"As of {in_words(whole.as_of)}" if whole.as_of else "As of any day"


@dataclass(frozen=True)
class Chapter:
    """A topic at the top of the tree, with the rows of all issues under it."""

    topic: Topic
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Told:
    """Answers alike, told together."""

    words: str
    targets: tuple[str, ...]
    linked: bool
    drafted: bool


class _View:
    """What the template asks for: order, groups and words, never a decision of its own."""

    def __init__(self, whole: Comparison) -> None:
        self.whole = whole
        self.parties = {party.code: party for party in whole.negotiation.parties}
        self.places = {
            party.code: number % PALETTE + 1
            for number, party in enumerate(whole.negotiation.parties)
        }
        self.pairs = list(whole.rows[0].gaps) if whole.rows else []
        self.sources = {source.id: source for source in whole.negotiation.sources}
        self.chapters = self._chapters()
        self.shown: dict[str, str] = {}
        for row in whole.rows:
            for cell in row.cells:
                for placed in cell.clauses:
                    self.shown.setdefault(placed.clause.id, row.issue.id)
        self.on_page = {*self.shown, *(placed.clause.id for placed in whole.unfiled)}
        self.events = tuple(whole.negotiation.events)
        self.timeline = lay_out(whole, self.events)
        gaps = [gap for row in whole.rows for gap in row.gaps]
        self.firm = sum(1 for gap in gaps if gap.across and gap.review in FIRM)
        self.stale = sum(1 for gap in gaps if gap.review is Review.STALE)
        self.wide = len(self.pairs) > MOST_COLUMNS + 3

    def _chapters(self) -> tuple[Chapter, ...]:
        topics = {topic.code: topic for topic in self.whole.negotiation.topics}

        def top(row: Row) -> str:
            topic = row.topic
            while topic.parent is not None:
                topic = topics[topic.parent]
            return topic.code

        return tuple(
            Chapter(topics[code], tuple(rows)) for code, rows in groupby(self.whole.rows, key=top)
        )

    def families(self) -> list[tuple[Family, int]]:
        """Return how many pairs across sides fall into each family."""
        counted = dict.fromkeys((Family.OPPOSED, Family.PARTIAL, Family.AGREED, Family.SILENT), 0)
        for verdict, number in self.whole.across.verdicts.items():
            counted[verdict.family] += number
        return list(counted.items())

    def tally(self, gaps: Iterable[Gap]) -> list[tuple[Verdict, int]]:
        """Return how many gaps carry each verdict, those that occur."""
        counted = dict.fromkeys(Verdict, 0)
        for gap in gaps:
            counted[gap.verdict] += 1
        return [(verdict, number) for verdict, number in counted.items() if number]

    def column(self, rows: Sequence[Row], number: int) -> list[Gap]:
        """Return the gaps of one pair of parties over some rows."""
        return [row.gaps[number] for row in rows]

    def tone(self, verdict: Verdict) -> str:
        """Return the class of a verdict's colour."""
        return TONES[verdict.family]

    def word(self, verdict: Verdict) -> str:
        """Return a verdict in the matrix, where room is short."""
        return {
            Verdict.PARTLY_CONVERGENT: "partly",
            Verdict.CONDITIONALLY_CONVERGENT: "conditional",
        }.get(verdict, verdict.value)

    def pair(self, gap: Gap) -> str:
        """Return the two parties of a gap."""
        return "–".join(gap.parties)

    def firm_mark(self, gap: Gap) -> str:
        """Return the mark of a review: filled only when a person stands behind it."""
        return "◆" if gap.review in FIRM else "◇"

    def review_words(self, gap: Gap) -> str:
        """Return how far people have looked at a gap."""
        return {
            Review.DRAFT: "machine draft",
            Review.PROPOSED: "proposed by a reviewer",
            Review.CONFIRMED: "confirmed by a reviewer",
            Review.DISPUTED: "disputed by a reviewer",
            Review.ADJUDICATED: "adjudicated",
            Review.STALE: "review is stale: a clause it rests on has changed",
        }[gap.review]

    def speakers(self, row: Row) -> list[Cell]:
        """Return the cells that hold clauses."""
        return [cell for cell in row.cells if cell.clauses]

    def side(self, party: Party) -> str:
        """Return with whom a party sits, in words."""
        others = [p.code for p in self.whole.parties if p.side == party.side and p is not party]
        return f"side {party.side}" if others else ""

    def members(self, party: Party) -> str:
        """Return what a party is a member of."""
        return ", ".join(membership.of for membership in party.member_of)

    def weight(self, placed: PlacedClause) -> str:
        """Return the class of an act's weight."""
        force = placed.reading.force
        return WEIGHTS.get(force, "plain") if force else "light"

    def ways(self, placed: PlacedClause) -> str:
        """Return whether a clause binds both ways, in words."""
        ways = placed.reading.reciprocity
        binds = placed.reading.bound
        said = f"binds {binds}" if binds else ""
        if binds == "nobody":
            return said
        return ", ".join(filter(None, (said, WAYS[ways] if ways else "")))

    def verbatim(self, placed: PlacedClause) -> bool:
        """Tell whether the text is the document's own."""
        return placed.clause.wording is Wording.VERBATIM

    def brackets(self, placed: PlacedClause) -> tuple[Stance, ...]:
        """Return who stands behind the brackets of a clause, and what competes in them."""
        return stances(placed.clause.text, placed.brackets)

    def proposes(self, change: Symbol) -> str:
        """Return in words what a clause proposes to do to the text it amends."""
        return PROPOSES[change]

    def asserted(self, placed: PlacedClause) -> str:
        """Return whose assertion a clause is, empty when it is none."""
        if placed.reading.force is not Force.ASSERTION or not placed.version.parties:
            return ""
        called = self.parties[placed.version.parties[0]].called
        return called[0].upper() + called[1:]

    def tier(self, placed: PlacedClause) -> int | None:
        """Return the evidence as a number of filled bars out of three."""
        evidence = placed.reading.evidence
        return None if evidence is None else TIERS[evidence]

    def known(self, ids: Iterable[str]) -> list[Source]:
        """Return the sources of some ids."""
        return [self.sources[id] for id in ids if id in self.sources]

    def given(self, placed: PlacedClause) -> list[Told]:
        """Return the answers a clause gives, those alike together."""
        return self._told(placed.answers, 0, lambda a: a.to_clause or a.to_proposal or "")

    def received(self, placed: PlacedClause) -> list[Told]:
        """Return the answers a clause receives, those alike together."""
        return self._told(placed.answered_by, 1, lambda a: a.clause)

    def _told(self, answers: Sequence[PlacedAnswer], way: int, name: Any) -> list[Told]:
        groups: dict[tuple[How, bool, bool], list[str]] = {}
        for answer in answers:
            whole = way == 0 and answer.to_clause is None
            groups.setdefault((answer.how, whole, answer.drafted), []).append(name(answer))
        return [
            Told(
                ANSWERS[how][way] + (" as a whole" if whole else ""),
                tuple(targets),
                not whole,
                drafted,
            )
            for (how, whole, drafted), targets in groups.items()
        ]

    def first_column(self, row: Row, cell: Cell, placed: PlacedClause) -> bool:
        """Tell whether a clause stands here first; one tabled jointly stands in several columns."""
        holders = (one for one in row.cells if placed in one.clauses)
        return next(holders).party == cell.party

    def cited(self, gap: Gap) -> Markup:
        """Return a rationale with the clauses that it cites as links."""
        ids = sorted({id for cited in gap.evidence.values() for id in cited}, key=len, reverse=True)
        if not ids:
            return Markup.escape(gap.rationale)
        pattern = rf"(?<![\w.:-])({'|'.join(map(re.escape, ids))})(?![\w:-]|\.\w)"
        link = Markup('<a class="cid" href="{}">{}</a>')
        parts = re.split(pattern, gap.rationale)
        return Markup("").join(
            link.format(self.link(part), part) if number % 2 else part
            for number, part in enumerate(parts)
        )

    def link(self, clause: str) -> str:
        """Return the place of a clause on the page, empty when it is not on it."""
        return f"#clause-{anchor(clause)}" if clause in self.on_page else ""

    def alike(self, row: Row, clause: str) -> list[tuple[str, float]]:
        """Return the clauses of others whose text is alike, where no answer is stated."""
        return [
            (link.right if link.left == clause else link.left, link.score)
            for link in row.links
            if clause in (link.left, link.right) and link.score < 1
        ]

    def confirmed(self, row: Row, clause: str) -> list[tuple[str, CellLink]]:
        """Return the clauses of others that a person lined up with one."""
        return [
            (link.right if link.left == clause else link.left, link)
            for link in row.links
            if clause in (link.left, link.right) and link.method is Method.BY_HAND
        ]

    def rests(self) -> dict[str, list[str]]:
        """Return the clauses and documents that rest on each source."""
        found: dict[str, list[str]] = {}
        placed = [p for row in self.whole.rows for cell in row.cells for p in cell.clauses]
        for one in dict.fromkeys((*placed, *self.whole.unfiled)):
            for source in one.clause.sources:
                found.setdefault(source, [])
                if one.clause.id not in found[source]:
                    found[source].append(one.clause.id)
        return found

    def dates(self, version: Version) -> list[tuple[str, date]]:
        """Return the dates that a document states."""
        days = (
            ("issued", version.issued),
            ("received", version.received),
            ("published", version.published),
        )
        return [(name, day) for name, day in days if day is not None]

    def state(self) -> str:
        """Return the sentence of state: counted over the pairs across sides, nothing else."""
        total = self.whole.across.pairs
        if not self.whole.parties:
            return "No party has tabled a document by this day."
        if not total:
            names = ", ".join(party.called for party in self.whole.parties)
            return f"Only one side has tabled documents by this day ({names}); there is no pair."
        counted = dict(self.families())
        return (
            f"Across the sides, positions are opposed in {counted[Family.OPPOSED]} of {total}"
            f" pairs on {len(self.whole.rows)} issues; they meet in part or on conditions in"
            f" {counted[Family.PARTIAL]}, agree in {counted[Family.AGREED]}, and in"
            f" {counted[Family.SILENT]} at least one party is silent or nothing can be said."
        )
