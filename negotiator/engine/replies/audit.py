"""For each demand and offer of a party: how each addressee answers it in its later documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from negotiator.engine.addressing import addressees, addresses, later
from negotiator.engine.answering import Turn, manner
from negotiator.engine.calendar import in_words
from negotiator.engine.cells import PlacedAnswer, PlacedClause
from negotiator.engine.comparison import Comparison
from negotiator.engine.exchange import POSITIVE
from negotiator.engine.rationale import ANSWERS, ids, listed
from negotiator.engine.replies.ask import ASKING, Ask
from negotiator.engine.replies.coverage import Coverage, coverage
from negotiator.engine.replies.restatement import Restatement, restatements
from negotiator.model import Force, How, Reply, Unit, Version

# Two clauses that the machine lined up: their ids, in the order of the alphabet.
Linked = Mapping[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class Audit:
    """How the demands and offers of all parties are answered.

    Args:
        asks: each demand or offer with each of its addressees, in the order of the documents.
        coverage: how much of each document is answered, by addressee.
        restatements: where a party tells the position of another, beside that position.
    """

    asks: tuple[Ask, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    restatements: tuple[Restatement, ...] = ()


def audit(whole: Comparison, links: Linked | None = None) -> Audit:
    """Return how the demands and offers in force are answered.

    What a document or a person states counts. Where nobody has stated any answer for a document,
    its clauses that the machine lined up with an ask, or that stand under the same issue, are
    proposed as answers. An answer to another object counts as not addressed, and is named.

    Args:
        whole: where the parties stand as of a day.
        links: the score of clauses that the machine lined up, by the ids of both in the order
            of the alphabet.
    """
    hall = _Hall(whole, links or {})
    asks = tuple(ask for placed in hall.placed for ask in hall.asks(placed))
    return Audit(asks, coverage(asks), tuple(restatements(hall.placed, whole.negotiation.parties)))


@dataclass
class _Hall:
    """Everything that was said, ready to be asked who answers what."""

    whole: Comparison
    links: Linked

    def __post_init__(self) -> None:
        rows = (p for row in self.whole.rows for cell in row.cells for p in cell.clauses)
        order = {version.id: number for number, version in enumerate(self.whole.versions)}
        held = {p.clause.id: p for p in (*rows, *self.whole.unfiled)}
        self.placed = tuple(
            sorted(held.values(), key=lambda p: (order.get(p.version.id, 0), p.clause.order))
        )
        self.parties = {party.code: party for party in self.whole.negotiation.parties}
        self.columns = tuple(party.code for party in self.whole.parties)

    @cached_property
    def by_id(self) -> dict[str, PlacedClause]:
        return {placed.clause.id: placed for placed in self.placed}

    @cached_property
    def by_party(self) -> dict[str, list[PlacedClause]]:
        found: dict[str, list[PlacedClause]] = {code: [] for code in self.columns}
        for placed in self.placed:
            for code in placed.version.parties:
                found.setdefault(code, []).append(placed)
        return found

    @cached_property
    def read_for_answers(self) -> frozenset[str]:
        """Ids of the versions for which answers are stated: there a silence is a silence."""
        return frozenset(placed.version.id for placed in self.placed if placed.answers)

    def asks(self, placed: PlacedClause) -> Iterator[Ask]:
        force = placed.reading.force
        if force not in ASKING or force is None or placed.clause.unit is Unit.HEADING:
            return
        if not placed.version.parties:
            return
        asked = self._asked(placed)
        answering = dict.fromkeys(
            code
            for answer in placed.answered_by
            for code in self._tabling(answer.clause)
            if self._across(code, placed)
        )
        for code in self.columns:
            if code in asked or code in answering:
                yield self._ask(placed, force, code, addressed=code in asked)

    def _asked(self, placed: PlacedClause) -> tuple[str, ...]:
        named = addressees(placed.version, self.whole.negotiation.parties)
        others = [code for code in named if self._across(code, placed)]
        return tuple(
            code
            for code in self.columns
            if self._across(code, placed) and (not others or code in others)
        )

    def _across(self, code: str, placed: PlacedClause) -> bool:
        sides = {self.parties[own].side for own in placed.version.parties if own in self.parties}
        return code in self.parties and self.parties[code].side not in sides

    def _tabling(self, clause: str) -> tuple[str, ...]:
        placed = self.by_id.get(clause)
        return placed.version.parties if placed else ()

    def _ask(self, placed: PlacedClause, force: Force, code: str, *, addressed: bool) -> Ask:
        given = [a for a in placed.answered_by if code in self._tabling(a.clause)]
        # What was granted to an earlier wording is not granted to the words that stand now.
        stated = [a for a in given if not (a.outdated and a.how in POSITIVE)]
        passing = self._passing(placed, code)
        proposed = [] if stated else list(self._proposed(placed, code, passing))
        answers = stated or proposed
        to_the_point = [one for one in answers if one.how is not How.OTHER_OBJECT]
        beside = tuple(one.clause for one in answers if one.how is How.OTHER_OBJECT)
        if to_the_point:
            answer = overall([one.how for one in to_the_point])
        elif passing or beside:
            answer = Reply.NOT_ADDRESSED
        else:
            answer = Reply.NOT_YET_ANSWERED
        by = tuple(one.clause for one in to_the_point)
        return Ask(
            clause=placed.clause.id,
            party=placed.version.parties[0],
            addressee=code,
            issue=next(iter(placed.reading.issues), ""),
            topic=next(iter(placed.reading.topics), ""),
            document=placed.version.proposal,
            force=force,
            answer=answer,
            by=by,
            answered_in=tuple(dict.fromkeys(self.by_id[id].version.proposal for id in by)),
            other_objects=beside,
            rationale=self._rationale(placed, code, to_the_point, beside, passing),
            drafted=any(one.drafted for one in answers),
            proposed=bool(proposed),
            addressed=addressed,
        )

    def _passing(self, placed: PlacedClause, code: str) -> list[Version]:
        """Return the party's later documents that are addressed to whoever asks."""
        own = [version for version in self.whole.versions if code in version.parties]
        after = later(own, [placed.raised(self.whole.known_by)], self.whole.known_by)
        return [one for one in after if addresses(one, placed.version.parties, self.parties)]

    def _proposed(
        self, placed: PlacedClause, code: str, passing: Sequence[Version]
    ) -> Iterator[PlacedAnswer]:
        """Propose answers from later documents for which nobody has stated any."""
        unread = {version.id for version in passing} - self.read_for_answers
        for other in self.by_party.get(code, ()):
            if other.version.id not in unread:
                continue
            linked = tuple(sorted((placed.clause.id, other.clause.id))) in self.links
            together = set(placed.reading.issues) & set(other.reading.issues)
            if linked or together:
                turn = Turn(other.clause, other.reading, placed.clause, placed.reading)
                rule = manner(turn)
                yield PlacedAnswer(
                    other.clause.id, rule.how, placed.clause.id, drafted=True, why=rule.name
                )

    def _rationale(
        self,
        placed: PlacedClause,
        code: str,
        answers: Sequence[PlacedAnswer],
        beside: Sequence[str],
        passing: Sequence[Version],
    ) -> str:
        called = self.parties[code].called
        called = called[0].upper() + called[1:]
        parts = []
        if answers:
            groups: dict[How, list[str]] = {}
            for one in answers:
                groups.setdefault(one.how, []).append(one.clause)
            told = [
                f"{ids(given)} {ANSWERS[how][len(given) > 1]} it" for how, given in groups.items()
            ]
            parts.append(listed(told))
        elif passing:
            first = passing[0]
            day = first.known(self.whole.known_by)
            on = f" of {in_words(day)}" if day else ""
            more = f" and {len(passing) - 1} more" if len(passing) > 1 else ""
            passes = "pass" if more else "passes"
            parts.append(f"{first.proposal}{on}{more} {passes} over it")
        elif not beside:
            parts.append("no later document is addressed to whoever asks")
        if beside:
            parts.append(
                f"{ids(beside)} {'speaks' if len(beside) == 1 else 'speak'} to another object"
            )
        whole = [
            f"{one.clause} {ANSWERS[one.how][0]} {one.to_proposal} as a whole"
            for other in self.by_party.get(code, ())
            for one in other.answers
            if one.to_proposal == placed.version.proposal
        ]
        if whole and not answers:
            parts.append(listed(whole[:2]))
        return f"{called}: {'; '.join(parts)}."


def overall(hows: Sequence[How]) -> Reply:
    """Return what several answers by one party amount to.

    A yes beside a no or a counter-proposal is a yes in part; a condition on any part holds the
    whole; a no stands only where nothing is granted.
    """
    said = set(hows)
    if How.ACCEPTED_CONDITIONALLY in said:
        return Reply.ACCEPTED_CONDITIONALLY
    if said & POSITIVE:
        return Reply.ACCEPTED if said == {How.ACCEPTED} else Reply.ACCEPTED_IN_PART
    for how in (How.REFUSED, How.COUNTERED, How.REFERRED, How.DEFERRED):
        if how in said:
            return Reply(how.value)
    raise ValueError("no answer to the point")
