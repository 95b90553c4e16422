"""Two texts lined up: what every rendering of an alignment receives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from negotiator.engine.alignment import Alignment
from negotiator.engine.changes import Change
from negotiator.model import Clause, Omission, Unit, Version


@dataclass(frozen=True)
class Side:
    """One of the two texts.

    Args:
        version: what is known of the document: title, parties, language, file.
        clauses: in document order, with the ids that the document gives.
        omitted: what is in no clause.
    """

    version: Version
    clauses: tuple[Clause, ...]
    omitted: tuple[Omission, ...] = ()

    @property
    def name(self) -> str:
        """Return what the text is called: its title, else its file."""
        return self.version.title or self.version.file_name

    @property
    def by(self) -> str:
        """Return whose text it is, empty where the document names nobody."""
        return ", ".join(self.version.parties) or self.version.genre

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Return the place of every clause in the document, by id."""
        return {clause.key: place for place, clause in enumerate(self.clauses)}

    @property
    def provisions(self) -> int:
        """Return how many clauses say something: headings do not."""
        return sum(1 for clause in self.clauses if clause.unit is not Unit.HEADING)

    def clause(self, id: str) -> Clause:
        """Return the clause of an id."""
        return self.clauses[self.places[id]]

    def before(self, clause: Clause) -> Clause | None:
        """Return the clause that stands before another, None before the first."""
        place = self.places[clause.key]
        return self.clauses[place - 1] if place else None


@dataclass(frozen=True)
class SideBySide:
    """Two texts and what lines them up.

    Args:
        left: one text; the older one of two versions.
        right: the other.
        alignment: the links between them, and what stands alone.
        changes: what became of each clause from version to version, in the order of the new text;
            None for texts of different parties.
    """

    left: Side
    right: Side
    alignment: Alignment
    changes: tuple[Change, ...] | None = None

    @property
    def arrow(self) -> str:
        """Return what stands between the two: one becomes the other, or they face each other."""
        return "↔" if self.changes is None else "→"

    @property
    def title(self) -> str:
        """Return what the two are called together."""
        left, right = self.left, self.right
        files = f"{left.version.file_name} {self.arrow} {right.version.file_name}"
        if left.by and right.by and left.by != right.by:
            files = f"{left.by} {self.arrow} {right.by}"
        if left.version.title == right.version.title:
            return f"{left.version.title}: {files}" if left.version.title else files
        return f"{left.name} {self.arrow} {right.name}"
