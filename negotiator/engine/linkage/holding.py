"""What each gate holds back as of the day, and on which issues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from negotiator.engine.cells import PlacedClause
from negotiator.engine.linkage.gates import Claim, Condition, Ground
from negotiator.engine.linkage.graph import Gate, Scope
from negotiator.engine.linkage.held import words_of
from negotiator.engine.linkage.ties import GIVING, TieKind
from negotiator.engine.linkage.words import FILLERS, INDEPENDENT, says
from negotiator.model import Force, How, Reciprocity, Review, Wording

# What is not held even where a gate names it: who asks, says no or tells a story offers nothing.
NOT_HELD = frozenset({Force.DEMAND, Force.REFUSAL, Force.WARNING, Force.ASSERTION})


@dataclass(frozen=True, slots=True)
class Holding:
    """A gate with the words on which each of its holds rests.

    Args:
        gate: what it holds and waits for.
        condition: the clause, as it was read.
        clauses: for each clause held, why.
        issues: for each issue held, why.
    """

    gate: Gate
    condition: Condition
    clauses: dict[str, str]
    issues: dict[str, str]

    @property
    def joint(self) -> bool:
        """Tell whether it holds the agreement, which nobody can have alone."""
        return any(claim.joint for claim in self.condition.claims)


def holdings(ground: Ground, conditions: Sequence[Condition]) -> tuple[Holding, ...]:
    """Return the gates that hold something, in the order of the documents."""
    holder = _Holder(ground)
    found = (holder.holding(condition) for condition in conditions)
    return tuple(one for one in found if one is not None)


class _Holder:
    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.clauses = ground.record.clauses
        self.issue_order = {id: number for number, id in enumerate(ground.issues)}
        self.clause_order = {id: number for number, id in enumerate(self.clauses)}
        self.gifts: dict[str, list[str]] = {}
        for id, placed in self.clauses.items():
            if self._gives(placed):
                for code in placed.version.parties:
                    self.gifts.setdefault(code, []).append(id)
        given = {id for some in self.gifts.values() for id in some}
        self.independent = frozenset(id for id in given if self._independent(id))

    def holding(self, condition: Condition) -> Holding | None:
        placed = condition.placed
        clauses: dict[str, str] = {}
        issues: dict[str, str] = {}
        for claim in condition.claims:
            for id in self._held(claim, condition):
                clauses.setdefault(id, claim.why)
        if condition.scope is Scope.OWN_ISSUE:
            issues = dict.fromkeys(self._known(placed.reading.issues), condition.claims[0].why)
        if not clauses and not issues:
            if placed.reading.force is not Force.CONDITION or not condition.claims:
                return None
            named = {id for claim in condition.claims for id in claim.issues}
            own = [id for id in self._known(placed.reading.issues) if not named or id in named]
            own = own or list(self._known(placed.reading.issues))
            condition = replace(condition, scope=Scope.OWN_ISSUE)
            issues = dict.fromkeys(own, condition.claims[0].why)
        for id, why in clauses.items():
            for issue in self._known(self.clauses[id].reading.issues):
                issues.setdefault(issue, f"{id} stands there; {why}")
        if not issues and not clauses:
            return None
        issues = dict(sorted(issues.items(), key=lambda item: self.issue_order[item[0]]))
        clauses = dict(sorted(clauses.items(), key=lambda item: self.clause_order[item[0]]))
        read = self._words(placed)
        gate = Gate(
            clause=placed.clause.id,
            parties=placed.version.parties,
            scope=condition.scope,
            waits_for=condition.waits_for,
            awaited=tuple(self._awaited(condition)),
            holds=tuple(clauses),
            issues=tuple(issues),
            words=read or placed.clause.text,
            quoted=not read and placed.clause.wording is Wording.VERBATIM,
            accepted_by=tuple(self._accepted_by(condition)),
            draft=_is_draft(placed),
        )
        return Holding(gate, condition, clauses, issues)

    def _words(self, placed: PlacedClause) -> str:
        """Return what a reading says is waited for; empty where only the clause itself says it."""
        said = [
            tie.words
            for tie in self.ground.ties[placed.clause.id]
            if tie.held and set(words_of(tie.held.until)) - FILLERS
        ]
        return "; ".join(placed.reading.conditions or said)

    def _known(self, issues: Sequence[str]) -> tuple[str, ...]:
        return tuple(id for id in issues if id in self.ground.issues)

    def _held(self, claim: Claim, condition: Condition) -> Iterator[str]:
        """Give the clauses that one claim of a gate holds back."""
        own = condition.placed.version.parties
        yield from (id for id in claim.accepts if id in self.clauses)
        for id in claim.clauses:
            placed = self.clauses[id]
            if placed.reading.force not in NOT_HELD or not set(own) & set(placed.version.parties):
                yield id
        holders = self._holders(claim, own)
        wanted = set(claim.issues)
        for code in holders:
            for id in self.gifts.get(code, ()):
                if self._later(id, condition) and not (
                    claim.joint or condition.scope is Scope.OWN_ISSUE
                ):
                    continue
                everything = claim.everything and id not in self.independent
                if everything or wanted.intersection(self.clauses[id].reading.issues):
                    yield id

    def _holders(self, claim: Claim, own: Sequence[str]) -> tuple[str, ...]:
        """Return whose offers a claim holds: its party's, and others' where the words say so.

        Who holds the agreement as a whole holds what the organisation it belongs to offers.
        """
        sides = {self.ground.named.side(code) for code in own}
        more = [
            code
            for code in self.ground.named.named(claim.why.rpartition("(")[0])
            if claim.everything and self.ground.named.side(code) in sides
        ]
        if claim.joint:
            more += [of for code in own for of in self.ground.named.organisations.get(code, ())]
        return self.ground.named.ordered((*own, *more))

    def _gives(self, placed: PlacedClause) -> bool:
        """Tell whether a clause offers or promises others something by those who tabled it."""
        reading, own = placed.reading, set(placed.version.parties)
        if reading.force not in GIVING or reading.reciprocity is Reciprocity.AMONG_MEMBERS:
            return False
        named = self.ground.named
        bound = named.bound(reading.bound)
        return (
            not bound.codes
            or bound.everybody
            or bool(named.with_allies(own).intersection(bound.codes))
            or (bound.members and any(map(named.has_members, own)))
        )

    def _later(self, id: str, condition: Condition) -> bool:
        """Tell whether a clause was tabled after a gate: what is given later without it is given.

        The agreement is held whatever goes into it, and whenever, and so is the gate's own issue.
        """
        day = self.ground.days.get(self.clauses[id].version.id)
        gate = self.ground.days.get(condition.placed.version.id)
        return day is not None and gate is not None and day > gate

    def _independent(self, id: str) -> bool:
        ties = self.ground.ties[id]
        text = self.clauses[id].clause.text[:4_000]
        return any(tie.kind is TieKind.INDEPENDENT for tie in ties) or says(INDEPENDENT, text)

    def _awaited(self, condition: Condition) -> Iterator[str]:
        """Give the issues on which a move is awaited: the gate's own, and those of its package."""
        placed = condition.placed
        found = dict.fromkeys([*self._known(placed.reading.issues), *condition.until])
        if condition.package:
            for id, other in self.clauses.items():
                if (
                    other.reading.force is Force.DEMAND
                    and set(other.version.parties) & set(placed.version.parties)
                    and any(tie.kind is TieKind.PACKAGE for tie in self.ground.ties[id])
                    and set(self.ground.named.bound(other.reading.bound).codes)
                    & set(condition.waits_for)
                ):
                    found |= dict.fromkeys(self._known(other.reading.issues))
        yield from sorted(found, key=self.issue_order.__getitem__)

    def _accepted_by(self, condition: Condition) -> Iterator[str]:
        """Give the clauses by which a party that is waited for accepts the condition."""
        for answer in condition.placed.answered_by:
            placed = self.clauses.get(answer.clause)
            if (
                placed is not None
                and answer.how is How.ACCEPTED
                and not answer.drafted
                and set(placed.version.parties) & set(condition.waits_for)
            ):
                yield answer.clause


def _is_draft(placed: PlacedClause) -> bool:
    return placed.reading.review not in (Review.CONFIRMED, Review.ADJUDICATED)
