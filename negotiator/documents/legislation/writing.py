"""The words of units become paragraphs that say which unit they are of."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from negotiator.documents.flow import Fate, Flow, collapsed
from negotiator.documents.legislation.description import eid, label_of_annex, line_of
from negotiator.documents.legislation.elements import ANNEXES
from negotiator.documents.legislation.references import reference
from negotiator.documents.manuscript import Block, Mark, Omission, Paragraph, Role, Run


@dataclass(slots=True)
class Unit:
    """A unit while it is being read."""

    name: str
    eid: str = ""
    parent: str = ""
    level: int = 0
    place: str = ""
    within: str = ""
    annex: str = ""
    quoted: bool = False
    number: str = ""
    heading: tuple[Run, ...] = ()
    told: bool = False

    @property
    def reference(self) -> str:
        """Return its printed reference; what is quoted is cited by what quotes it."""
        if self.quoted or not self.name:
            return self.within
        return reference(self.name, self.number, self.within, self.annex)


@dataclass(slots=True)
class Body:
    """What a document holds.

    Args:
        blocks: its paragraphs and tables.
        notes: its notes, by their names.
        omitted: what is left out.
    """

    blocks: list[Block] = field(default_factory=list)
    notes: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    omitted: list[Omission] = field(default_factory=list)


class Writer:
    """Puts the words of units down, the first of each with its number, heading and name.

    A unit that holds other units before any words of its own becomes a heading. Words after the
    first name the unit as their parent.
    """

    def __init__(self) -> None:
        """Start before the first unit."""
        self.body = Body()
        self.flow = Flow()
        self.sink = self.body.blocks
        self.units = [Unit("")]
        self.cited: list[str] = []
        self.fates = [Fate.KEPT]
        self.languages = [""]
        self.own = ""
        self.line = 0
        self.wraps = 0
        self.opening = ""
        self.titled = False

    def begin_unit(self, element: etree._Element, name: str) -> None:
        """Begin a unit within the one that is being read."""
        self.tell_unit()
        holder = self.units[-1]
        annex = label_of_annex(element) if name in ANNEXES else holder.annex
        self.units.append(
            Unit(
                name="annex" if name in ANNEXES else name,
                eid=eid(element),
                parent=holder.eid or holder.parent,
                level=holder.level + 1,
                place=str(line_of(element)),
                within=holder.reference,
                annex=annex,
                quoted=holder.quoted,
            )
        )

    def head(self, name: str) -> None:
        """Take what was read as the number or the heading of the unit."""
        runs, unit = self.flow.take(), self.units[-1]
        if name == "num":
            text = "".join(run.text for run in runs if run.mark is not Mark.DELETED)
            gone = "".join(run.text for run in runs if run.mark is Mark.DELETED)
            if gone:
                reason = "a number that is struck out"
                self.body.omitted.append(Omission("deleted text", reason, "", unit.place, gone))
            unit.number = f"{unit.number} {text}" if unit.number else text
        else:
            between = (Run("\n"),) if unit.heading and runs else ()
            unit.heading = (*unit.heading, *between, *runs)

    def tell_unit(self) -> None:
        """Give a unit that has no words of its own before what comes next a heading."""
        unit = self.units[-1]
        if not unit.name or unit.told or not (unit.number or unit.heading or self.cited):
            return
        unit.told = True
        role = Role.BODY if unit.quoted else Role.HEADING
        self.put(unit.heading, unit, number=unit.number, role=role, place=unit.place)

    def flush(self) -> None:
        """End the paragraph that is being read."""
        runs, unit = self.flow.take(), self.units[-1]
        # A note in a number or heading is cited by the first words of the unit.
        if not runs and (not self.cited or (unit.name and not unit.told)):
            return
        marked = any(run.mark is not Mark.KEPT for run in unit.heading)
        if marked and not unit.told:
            self.tell_unit()
        role = Role.TITLE if self.titled else Role.BODY
        self.titled = False
        place = str(self.line or "")
        if unit.told or not unit.name:
            self.follow(runs, unit, role, place)
        else:
            unit.told = True
            heading = "".join(run.text for run in unit.heading)
            self.put(runs, unit, number=unit.number, heading=heading, role=role, place=place)

    def put(
        self,
        runs: tuple[Run, ...],
        unit: Unit,
        *,
        number: str,
        role: Role,
        place: str,
        heading: str = "",
    ) -> None:
        """Put the first words of a unit, or its heading where it has none."""
        runs, number = self.opened(runs, number)
        self.sink.append(
            Paragraph(
                runs,
                number=number,
                role=role,
                level=unit.level,
                place=place,
                eid=unit.eid,
                unit="quotedStructure" if unit.quoted else unit.name,
                reference=unit.reference,
                heading=heading,
                parent=unit.parent,
                language=self.languages[-1],
                notes=tuple(self.cited),
            )
        )
        self.cited = []

    def follow(self, runs: tuple[Run, ...], unit: Unit, role: Role, place: str) -> None:
        """Put words that are not the first of their unit."""
        runs, _ = self.opened(runs, "")
        self.sink.append(
            Paragraph(
                runs,
                role=role,
                level=unit.level,
                place=place,
                eid=self.own if self.own != unit.eid else "",
                unit="wrapUp" if self.wraps else "",
                reference=unit.reference,
                parent=unit.eid,
                language=self.languages[-1],
                notes=tuple(self.cited),
            )
        )
        self.cited = []

    def opened(self, runs: tuple[Run, ...], number: str) -> tuple[tuple[Run, ...], str]:
        """Put the opening sign of a quotation before what is printed first in it."""
        sign, self.opening = self.opening, ""
        if not sign:
            return runs, number
        return (runs, sign + number) if number else ((Run(sign), *runs), number)

    def omit(self, what: str, reason: str, element: etree._Element, text: str) -> None:
        """List what is left out."""
        place = str(line_of(element))
        self.body.omitted.append(Omission(what, reason, place=place, text=collapsed(text)))
