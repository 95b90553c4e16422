"""Everything that was said, ready to be asked who answers what."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from negotiator.engine.addressing import addressees, addresses, later
from negotiator.engine.answering import Turns, manner
from negotiator.engine.cells import PlacedAnswer, PlacedClause
from negotiator.engine.comparison import Comparison
from negotiator.engine.last_word import POSITIVE
from negotiator.engine.wording import vocabulary
from negotiator.model import Party, Version

# Two clauses that the machine lined up: their ids, in the order of the alphabet.
Linked = Mapping[tuple[str, str], float]
# A document that says more than this on one issue is not proposed as an answer clause by clause:
# the clauses nearest to the ask are.
MOST_PROPOSED = 12


class Hall:
    """The clauses in force, and who is asked by them, hears them and answers them."""

    def __init__(self, whole: Comparison, links: Linked) -> None:
        """Put the clauses in the order of their documents.

        Args:
            whole: where the parties stand as of a day.
            links: the score of clauses that the machine lined up.
        """
        self._whole, self._links = whole, links
        rows = (p for row in whole.rows for cell in row.cells for p in cell.clauses)
        order = {version.id: number for number, version in enumerate(whole.versions)}
        held = {p.clause.id: p for p in (*rows, *whole.unfiled)}
        self.placed = tuple(
            sorted(held.values(), key=lambda p: (order.get(p.version.id, 0), p.clause.order))
        )
        self.by_id = {placed.clause.id: placed for placed in self.placed}
        self.parties: Mapping[str, Party] = {one.code: one for one in whole.negotiation.parties}
        self.columns = tuple(party.code for party in whole.parties)
        self._turns = Turns(whole.negotiation)

    @cached_property
    def by_party(self) -> Mapping[str, Sequence[PlacedClause]]:
        """Return the clauses of each party."""
        found: dict[str, list[PlacedClause]] = {code: [] for code in self.columns}
        for placed in self.placed:
            for code in placed.version.parties:
                found.setdefault(code, []).append(placed)
        return found

    @cached_property
    def _through(self) -> Mapping[tuple[str, str], str]:
        """Who speaks on a clause for a party that counts with its alliance and is silent itself."""
        return {
            (placed.clause.id, cell.party): cell.through
            for row in self._whole.rows
            for cell in row.cells
            if cell.through
            for other in row.cells
            for placed in other.clauses
        }

    @cached_property
    def _read_for_answers(self) -> frozenset[str]:
        """Ids of the versions for which answers are stated: there a silence is a silence."""
        return frozenset(placed.version.id for placed in self.placed if placed.answers)

    @cached_property
    def _by_issue(self) -> Mapping[tuple[str, str], Sequence[PlacedClause]]:
        """The clauses of a version under an issue."""
        found: dict[tuple[str, str], list[PlacedClause]] = {}
        for placed in self.placed:
            for issue in placed.reading.issues:
                found.setdefault((placed.version.id, issue), []).append(placed)
        return found

    def asked(self, placed: PlacedClause) -> tuple[tuple[str, bool], ...]:
        """Return who is asked by a clause or answers it uncalled, and whether it is addressed."""
        answering = {code for answer in placed.answered_by for code in self._tabling(answer.clause)}
        named = self._addressed(placed)
        return tuple(
            (code, code in named)
            for code in self.columns
            if code in named or (code in answering and self._across(code, placed))
        )

    def _addressed(self, placed: PlacedClause) -> tuple[str, ...]:
        """Return the parties of other sides that a clause's document addresses: all, or some."""
        across = tuple(code for code in self.columns if self._across(code, placed))
        named = [
            code
            for code in addressees(placed.version, self._whole.negotiation.parties)
            if self._across(code, placed)
        ]
        return tuple(code for code in across if code in named) if named else across

    def voices(self, placed: PlacedClause, code: str) -> tuple[str, ...]:
        """Return a party, then the alliance with which it counts where it is silent itself."""
        return tuple(dict.fromkeys((code, self._through.get((placed.clause.id, code), code))))

    def heard(
        self, placed: PlacedClause, voice: str, passing: Sequence[Version]
    ) -> tuple[PlacedAnswer, ...]:
        """Return the answers of a party to a clause: those that are stated, else proposed ones.

        Args:
            placed: the clause that asks.
            voice: code of the party.
            passing: its later documents that are addressed to whoever asks.
        """
        given = [a for a in placed.answered_by if voice in self._tabling(a.clause)]
        # What was granted to an earlier wording is not granted to the words that stand now.
        stated = tuple(a for a in given if not (a.outdated and a.how in POSITIVE))
        return stated or tuple(self._proposed(placed, voice, passing))

    def passing(self, placed: PlacedClause, code: str) -> list[Version]:
        """Return the party's later documents that are addressed to whoever asks."""
        own = [version for version in self._whole.versions if code in version.parties]
        after = later(own, [placed.raised(self._whole.known_by)], self._whole.known_by)
        return [one for one in after if addresses(one, placed.version.parties, self.parties)]

    def _across(self, code: str, placed: PlacedClause) -> bool:
        sides = {self.parties[own].side for own in placed.version.parties if own in self.parties}
        return code in self.parties and self.parties[code].side not in sides

    def _tabling(self, clause: str) -> tuple[str, ...]:
        placed = self.by_id.get(clause)
        return placed.version.parties if placed else ()

    def _proposed(
        self, placed: PlacedClause, code: str, passing: Sequence[Version]
    ) -> Iterator[PlacedAnswer]:
        """Propose answers from later documents for which nobody has stated any."""
        for version in passing:
            if version.id in self._read_for_answers or code not in version.parties:
                continue
            for other in self._nearest(placed, version):
                rule = manner(self._turns.turn(other, placed))
                yield PlacedAnswer(
                    other.clause.id, rule.how, placed.clause.id, drafted=True, why=rule.name
                )

    def _nearest(self, placed: PlacedClause, version: Version) -> list[PlacedClause]:
        """Return the clauses of a version that were lined up with a clause or share its issue."""
        issues = placed.reading.issues
        on_issue = {
            p.clause.id: p for one in issues for p in self._by_issue.get((version.id, one), ())
        }
        lined_up = {
            p.clause.id: p
            for p in self._partners.get(placed.clause.id, ())
            if p.version.id == version.id
        }
        if len(on_issue) > MOST_PROPOSED:
            words = vocabulary(placed.clause.text)
            near = sorted(
                on_issue.values(), key=lambda p: (-_shared(words, p.clause.text), p.clause.order)
            )
            on_issue = {p.clause.id: p for p in near[:MOST_PROPOSED]}
        return sorted((on_issue | lined_up).values(), key=lambda p: p.clause.order)

    @cached_property
    def _partners(self) -> Mapping[str, Sequence[PlacedClause]]:
        """The clauses that were lined up with a clause."""
        found: dict[str, list[PlacedClause]] = {}
        for pair in sorted(self._links):
            for own, other in (pair, pair[::-1]):
                if other in self.by_id:
                    found.setdefault(own, []).append(self.by_id[other])
        return found


def _shared(words: Collection[str], text: str) -> float:
    """Return the share of words that two clauses have in common, 0 to 1."""
    others = vocabulary(text)
    together = len(others.intersection(words))
    return together / (len(words) + len(others) - together) if together else 0.0
