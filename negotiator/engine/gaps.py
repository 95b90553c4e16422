"""The cells of two parties on an issue become a typed gap, with evidence and rationale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from negotiator.model import Confidence, Family, GapKind, Review, Verdict


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
