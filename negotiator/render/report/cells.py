"""What stands with a clause: its act, whom it binds, its evidence, what it answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from negotiator.engine.brackets import Stance, stances
from negotiator.engine.cell_links import CellLink
from negotiator.engine.cells import Cell, PlacedAnswer, PlacedClause
from negotiator.engine.table import Row
from negotiator.model import Evidence, Force, How, Method, Reciprocity, Symbol, Wording
from negotiator.render.report.people import People, capital
from negotiator.render.report.places import Places

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


@dataclass(frozen=True, slots=True)
class Told:
    """Answers alike, told together."""

    words: str
    targets: tuple[str, ...]
    linked: bool
    drafted: bool


class Cells:
    """How clauses are told.

    Args:
        places: what stands where on the page.
        people: the parties.
    """

    def __init__(self, places: Places, people: People) -> None:
        self.places = places
        self.people = people

    def speakers(self, row: Row) -> list[Cell]:
        """Return the cells that hold clauses."""
        return [cell for cell in row.cells if cell.clauses]

    def first_here(self, row: Row, cell: Cell, placed: PlacedClause) -> bool:
        """Tell whether a clause stands here first; one tabled jointly stands in several columns."""
        holder = next(one for one in row.cells if placed in one.clauses)
        return self.places.shown[placed.clause.id] == row.issue.id and holder.party == cell.party

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
        return capital(self.people.called(placed.version.parties[:1]))

    def tier(self, placed: PlacedClause) -> int | None:
        """Return the evidence as a number of filled bars out of three."""
        evidence = placed.reading.evidence
        return None if evidence is None else TIERS[evidence]

    def given(self, placed: PlacedClause) -> list[Told]:
        """Return the answers a clause gives, those alike together."""
        return _told(placed.answers, 0, lambda one: one.to_clause or one.to_proposal or "")

    def received(self, placed: PlacedClause) -> list[Told]:
        """Return the answers a clause receives, those alike together."""
        return _told(placed.answered_by, 1, lambda one: one.clause)

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


def _told(
    answers: Sequence[PlacedAnswer], way: int, name: Callable[[PlacedAnswer], str]
) -> list[Told]:
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
