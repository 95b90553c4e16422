"""The cells of two parties on an issue become a typed gap, with evidence and rationale."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from negotiator.engine.cells import Cell, PlacedClause
from negotiator.engine.confidence import confidence
from negotiator.engine.exchange import Exchange, to_a_third
from negotiator.engine.rationale import rationale
from negotiator.engine.respects import respects
from negotiator.engine.rules import Rule, first_rule
from negotiator.model import (
    Confidence,
    Decision,
    Family,
    GapKind,
    Issue,
    Review,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class Gap:
    """How two parties stand to each other on an issue, and on what evidence.

    Args:
        id: `I01.RU-US`: the issue and the two parties in the negotiation's order.
        issue: id of the issue.
        parties: the codes of the two parties, in the negotiation's order.
        across: True when the two sit on different sides; only those pairs lead and are counted.
        verdict: the person's where one was given, else the machine's draft.
        kinds: in what respects they differ, in the order of `GapKind`.
        grounds: what each kind rests on, one short phrase that cites clauses.
        rationale: one plain sentence that cites the clauses.
        evidence: ids of the clauses it rests on, by party code.
        confidence: how far the evidence carries it.
        doubts: why the confidence is not high, one short phrase each.
        review: how far people have looked at it; stale when what was reviewed has changed.
        drafted: the machine's verdict on the current clauses.
    """

    id: str
    issue: str
    parties: tuple[str, str]
    across: bool
    verdict: Verdict
    kinds: tuple[GapKind, ...]
    grounds: Mapping[GapKind, str]
    rationale: str
    evidence: Mapping[str, tuple[str, ...]]
    confidence: Confidence
    doubts: tuple[str, ...]
    review: Review
    drafted: Verdict

    @property
    def family(self) -> Family:
        """Return the family of the verdict."""
        return self.verdict.family


def gap_id(issue: str, left: str, right: str) -> str:
    """Return the id of the gap between two parties on an issue."""
    return f"{issue}.{left}-{right}"


def judge(issue: Issue, exchange: Exchange, decision: Decision | None = None) -> Gap:
    """Return the gap between two parties on an issue.

    Args:
        issue: the issue.
        exchange: the two parties' cells and what passes between them.
        decision: the last decision on this gap that counts as of the day, if there is one.
    """
    left, right = exchange.speakers
    rule = first_rule(exchange)
    grounds = respects(exchange, rule)
    level, doubts = confidence(exchange, rule)
    review, verdict = _review(decision, rule.verdict, left.cell, right.cell)
    kinds = _stated_kinds(decision) or tuple(grounds)
    return Gap(
        id=gap_id(issue.id, left.party.code, right.party.code),
        issue=issue.id,
        parties=(left.party.code, right.party.code),
        across=exchange.across,
        verdict=verdict,
        kinds=kinds,
        grounds={kind: grounds.get(kind, STATED) for kind in kinds},
        rationale=_rationale(exchange, rule, verdict),
        evidence={
            speaker.party.code: tuple(placed.clause.id for placed in speaker.cell.clauses)
            for speaker in exchange.speakers
        },
        confidence=level,
        doubts=doubts,
        review=review,
        drafted=rule.verdict,
    )


def _review(
    decision: Decision | None, drafted: Verdict, left: Cell, right: Cell
) -> tuple[Review, Verdict]:
    if decision is None or decision.outcome["state"] == Review.DRAFT.value:
        return Review.DRAFT, drafted
    said = decision.outcome.get("verdict")
    verdict = Verdict(said) if said else drafted
    if decision.outcome.get("evidence") != digest(left, right):
        return Review.STALE, verdict
    return Review(decision.outcome["state"]), verdict


def _rationale(exchange: Exchange, rule: Rule, verdict: Verdict) -> str:
    """Return what the parties say and answer; where a person judges otherwise, that first."""
    told = rationale(exchange, rule)
    if verdict is rule.verdict:
        return told
    return f"A person judges it {verdict.value}, not {rule.verdict.value} as drafted. {told}"


def _stated_kinds(decision: Decision | None) -> tuple[GapKind, ...]:
    """Return the kinds that a person states, none where the machine's stand."""
    if decision is None or decision.outcome["state"] == Review.DRAFT.value:
        return ()
    said = decision.outcome.get("kinds", "")
    return tuple(map(GapKind, said.split("; "))) if said else ()


# The ground of a kind that only a person states.
STATED = "as a person states"


def digest(left: Cell, right: Cell) -> str:
    """Return the hash of what a review of two cells rests on: their clauses as read.

    It is the same whichever cell comes first, and does not depend on who read them when. What a
    clause answers elsewhere is no part of it, unless both answer the same clause of a third party.
    """
    lines = sorted(
        _substance(placed, other)
        for one, other in ((left, right), (right, left))
        for placed in one.clauses
    )
    lines += sorted(
        f"{cell.party} {cell.silence.kind.value}" for cell in (left, right) if cell.silence
    )
    lines += sorted(
        f"{cell.party} {how.value} {to}"
        for to, both in to_a_third(left, right).items()
        for cell, hows in zip((left, right), both, strict=True)
        for how in hows
    )
    return hashlib.sha256("\0".join(lines).encode("utf-8", "surrogatepass")).hexdigest()


def _substance(placed: PlacedClause, other: Cell) -> str:
    clauses = {one.clause.id for one in other.clauses}
    proposals = {one.version.proposal for one in other.clauses}
    answers = sorted(
        f"{answer.to_clause or answer.to_proposal}:{answer.how.value}"
        for answer in placed.answers
        if answer.to_clause in clauses or answer.to_proposal in proposals
    )
    return repr((placed.clause.id, *placed.clause.substance, *placed.reading.substance, answers))
