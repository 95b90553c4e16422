"""The clauses that parties hold on the issues, from round to round."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import groupby

from negotiator.engine.answering.words import hangs
from negotiator.engine.drafting.binding import strength
from negotiator.engine.drafting.conditions import conditions
from negotiator.engine.movement.rounds import Stretch
from negotiator.engine.quantities import Quantity, quantities
from negotiator.model import (
    SETTLED,
    Clause,
    Corpus,
    Force,
    Origin,
    Reading,
    Strength,
    Version,
    Wording,
)

# The clauses that a party holds on an issue, by the proposal they stand in.
Position = Mapping[str, tuple["Held", ...]]
NOTHING: Position = {}


@dataclass(frozen=True, slots=True)
class Cited:
    """A clause that a move rests on, fit to be shared: its text, and the act read in it.

    Args:
        clause: the clause as it stood.
        force: the act; None where nobody read it.
        drafted: True where the reading is a draft.
    """

    clause: Clause
    force: Force | None
    drafted: bool


@dataclass(frozen=True)
class Held:
    """A clause in force.

    Args:
        clause: the clause.
        reading: how its wording is read.
        version: its document.
        wording: the same number for the same wording of the same clause in versions that follow
            one another.
    """

    clause: Clause
    reading: Reading
    version: Version
    wording: int

    @property
    def id(self) -> str:
        """Return the id of the clause."""
        return self.clause.id

    @property
    def force(self) -> Force | None:
        """Return the act that was read in it."""
        return self.reading.force

    @property
    def drafted(self) -> bool:
        """Tell whether its reading is a draft."""
        return self.reading.review not in SETTLED

    @property
    def verbatim(self) -> bool:
        """Tell whether it carries the document's own words."""
        return self.clause.wording is Wording.VERBATIM

    @cached_property
    def cited(self) -> Cited:
        """Return it as a move cites it."""
        return Cited(self.clause, self.force, self.drafted)

    @cached_property
    def read_conditions(self) -> tuple[str, ...]:
        """Return what it depends on as read: conditions, and ties that hold it back."""
        tied = (phrase for phrase in self.reading.linkage if hangs([phrase]))
        return (*self.reading.conditions, *tied)

    @cached_property
    def depends(self) -> tuple[str, ...]:
        """Return what it makes itself depend on: as read, else in its own words."""
        return self.read_conditions or self.own_conditions

    @cached_property
    def own_conditions(self) -> tuple[str, ...]:
        """Return what it makes itself depend on in its own words."""
        return conditions(self.clause.text)

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """Return its figures: those that were read, else those of its text."""
        read = () if self.drafted else self.reading.parameters
        found = (one for text in read or (self.clause.text,) for one in quantities(text))
        return tuple({one.value: one for one in found}.values())

    @cached_property
    def judged(self) -> Strength | None:
        """Return how strongly it binds by its own words."""
        return strength(self.clause.text, self.clause.language or "en")


def repeated(old: Sequence[Held], new: Sequence[Held]) -> bool:
    """Tell whether one version says of an issue what the other said, clause by clause."""
    return len(old) == len(new) and all(
        one.wording == other.wording for one, other in zip(old, new, strict=True)
    )


@dataclass(frozen=True, slots=True)
class Turn:
    """What the documents of a stretch changed for one party on one issue.

    Args:
        party: code of the party.
        issue: id of the issue.
        before: what it held before, by proposal.
        after: what it holds now, by proposal.
    """

    party: str
    issue: str
    before: Position
    after: Position

    @property
    def repeats(self) -> bool:
        """Tell whether new versions do nothing but repeat what the party held."""
        return (
            bool(self.before)
            and self.before.keys() == self.after.keys()
            and all(repeated(old, self.after[proposal]) for proposal, old in self.before.items())
        )


@dataclass
class Floor:
    """Who holds what on each issue, kept up to date as documents come into force.

    Args:
        positions: what each party holds on each issue, by issue and party.
        clauses: every clause in force, by its id.
    """

    positions: dict[str, dict[str, Position]] = field(default_factory=dict)
    clauses: dict[str, Held] = field(default_factory=dict)


def changed(turn: Turn) -> list[str]:
    """Return the keys of the proposals in which a turn changed what the party holds."""
    return [
        key
        for key in dict.fromkeys((*turn.before, *turn.after))
        if turn.before.get(key) is not turn.after.get(key)
    ]


def flat(position: Position) -> tuple[Held, ...]:
    """Return the clauses of a position, document by document as they came into force."""
    if len(position) < 2:
        return next(iter(position.values()), ())
    by_day = sorted(position.values(), key=lambda some: _came(some[0].version))
    return tuple(one for some in by_day for one in some)


def _came(version: Version) -> tuple[date, str]:
    return version.issued or date.min, version.proposal


class Shelf:
    """The clauses of all versions with their readings, put on the issues once."""

    def __init__(self, corpus: Corpus, known: Sequence[Version], issues: Collection[str]) -> None:
        """Put every clause under the issues that its reading names.

        One wording has one reading: where a version repeats a clause word for word, a later
        reading of it holds for the earlier version too. Otherwise somebody who corrects a reading
        would make a party move.

        Args:
            corpus: everything recorded.
            known: the versions that count.
            issues: the issues that are looked at.
        """
        self.versions = {version.id: version for version in known}
        self._clauses: dict[str, list[Held]] = {version.id: [] for version in known}
        for number, run in enumerate(_wordings(corpus, self.versions)):
            readings = [corpus.reading(clause) for clause in run]
            best = max(enumerate(readings), key=lambda one: (_weight(one[1]), one[0]))[1]
            for clause in run:
                held = Held(clause, best, self.versions[clause.version], number)
                self._clauses[clause.version].append(held)
        self._filed: dict[str, dict[str, tuple[Held, ...]]] = {}
        for id, some in self._clauses.items():
            under: dict[str, list[Held]] = {}
            for one in sorted(some, key=lambda held: held.clause.order):
                for issue in one.reading.issues:
                    if issue in issues:
                        under.setdefault(issue, []).append(one)
            self._filed[id] = {issue: tuple(held) for issue, held in under.items()}

    def walk(self, stretches: Iterator[Stretch]) -> Iterator[tuple[Stretch, Floor, list[Turn]]]:
        """Give each stretch with who holds what at its end, and what changed for whom."""
        floor = Floor()
        current: dict[str, Version] = {}
        for stretch in stretches:
            turns: dict[tuple[str, str], Position] = {}
            new = {version.proposal: version for version in stretch.current}
            for proposal in sorted(new) if stretch.tabled else ():
                was = current.get(proposal)
                if was is None or was.id != new[proposal].id:
                    self._replace(floor, was, new[proposal], turns)
                    current[proposal] = new[proposal]
            yield (
                stretch,
                floor,
                [
                    Turn(party, issue, before, floor.positions[issue].get(party, NOTHING))
                    for (party, issue), before in turns.items()
                ],
            )

    def _replace(
        self,
        floor: Floor,
        old: Version | None,
        new: Version,
        turns: dict[tuple[str, str], Position],
    ) -> None:
        for one in self._clauses[old.id] if old else ():
            floor.clauses.pop(one.id, None)
        for one in self._clauses[new.id]:
            floor.clauses[one.id] = one
        was = self._filed[old.id] if old else {}
        now = self._filed[new.id]
        for issue in dict.fromkeys((*was, *now)):
            held = floor.positions.setdefault(issue, {})
            for party in dict.fromkeys((*(old.parties if old else ()), *new.parties)):
                before = held.get(party, NOTHING)
                turns.setdefault((party, issue), before)
                after = {key: some for key, some in before.items() if key != new.proposal}
                if party in new.parties and issue in now:
                    after[new.proposal] = now[issue]
                if after:
                    held[party] = after
                else:
                    held.pop(party, None)


def _wordings(corpus: Corpus, versions: Mapping[str, Version]) -> Iterator[list[Clause]]:
    """Give each wording of each clause, with the versions in a row that repeat it."""
    lines: dict[str, list[Clause]] = {}
    for clause in corpus.clauses:
        if clause.version in versions:
            lines.setdefault(clause.id, []).append(clause)
    for line in lines.values():
        line.sort(key=lambda clause: versions[clause.version].number)
        for _, run in groupby(line, lambda clause: clause.substance):
            yield list(run)


def _weight(reading: Reading) -> int:
    """A person's reading counts before a draft, any reading before none."""
    if not (reading.issues or reading.force):
        return 0
    return 2 if reading.review in SETTLED and reading.origin is Origin.PERSON else 1
