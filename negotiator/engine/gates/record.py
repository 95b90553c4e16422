"""What the gates look at: everything recorded, and what the engine makes of it as of a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from negotiator.engine.calendar import current_versions, known_versions
from negotiator.engine.comparison import Comparison, compare
from negotiator.engine.compromise import Compromise, compromises
from negotiator.engine.gates.originals import Original
from negotiator.engine.movement import Movement, movement
from negotiator.engine.placing import place
from negotiator.engine.status import StatusReading, status_readings
from negotiator.model import (
    COMPROMISE_TEXT,
    Clause,
    Corpus,
    Decision,
    KnownBy,
    Reading,
    Unit,
    Version,
)


@dataclass(frozen=True)
class Record:
    """Everything recorded; what is derived from it is made when a gate asks, and once.

    Args:
        corpus: everything recorded, the clauses of all versions.
        as_of: the day; None where nothing on record has one.
        known_by: which date of a document decides.
        originals: by the id of a version what the file it was added from says; None where no file
            is at hand.
    """

    corpus: Corpus
    as_of: date | None = None
    known_by: KnownBy = KnownBy.ISSUED
    originals: Mapping[str, Original] | None = None

    @cached_property
    def comparison(self) -> Comparison:
        """Where the parties stand."""
        # No gate asks for earlier wordings, and they are most of a long record.
        current = tuple(one for one in self.corpus.clauses if one.version in self.current)
        standing = replace(self.corpus, clauses=current)
        return compare(standing, as_of=self.as_of, known_by=self.known_by)

    @cached_property
    def movement(self) -> Movement:
        """Who moved where."""
        return movement(self.corpus, as_of=self.as_of, known_by=self.known_by)

    @cached_property
    def known(self) -> Mapping[str, Version]:
        """The versions known by the day that were not withdrawn, by id."""
        found = known_versions(self.corpus.versions, self.as_of, self.known_by)
        return {version.id: version for version in found}

    @cached_property
    def current(self) -> Mapping[str, Version]:
        """The versions in force, by id."""
        found = current_versions(self.corpus.versions, self.as_of, self.known_by)
        return {version.id: version for version in found}

    @cached_property
    def in_force(self) -> tuple[tuple[Clause, Reading], ...]:
        """The clauses in force as they are read, headings apart, in the order of recording."""
        place = {id: number for number, id in enumerate(self.current)}
        mine = [
            one
            for one in self.corpus.clauses
            if one.version in place and one.unit is not Unit.HEADING
        ]
        mine.sort(key=lambda one: (place[one.version], one.order))
        return tuple((one, self.corpus.reading(one)) for one in mine)

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions that speak about this day, one before it, or any day; oldest first."""
        return tuple(
            one
            for one in self.corpus.decisions
            if one.as_of is None or self.as_of is None or one.as_of <= self.as_of
        )

    def last_decisions(self, subject: str) -> Mapping[str, Decision]:
        """Return the last decision on each thing of a kind, by what it is filed under."""
        return {one.subject_id: one for one in self.decisions if one.subject == subject}

    @cached_property
    def statuses(self) -> tuple[StatusReading, ...]:
        """Every status asserted by the day and not taken back, be that later."""
        return tuple(
            one
            for one in status_readings(self.corpus.decisions)
            if one.day is None or self.as_of is None or one.day <= self.as_of
        )

    @cached_property
    def compromises(self) -> Mapping[str, Compromise]:
        """The compromise text of each issue, with the reactions."""
        current = tuple(self.current.values())
        tabled = any(version.genre == COMPROMISE_TEXT for version in current)
        placed = place(self.corpus, current, tuple(self.known.values())) if tabled else ()
        return compromises(
            self.corpus.decisions,
            placed,
            self.as_of,
            self.known_by,
            order=[party.code for party in self.corpus.negotiation.parties],
        )
