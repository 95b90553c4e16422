"""What people decided on links: the last decision on a pair of clauses counts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from negotiator.engine.alignment.learning import Adjustment, learn
from negotiator.model import Clause, Decision, LinkState, Method, Relation

# The subject of such decisions, among all others.
SUBJECT = "link"


@dataclass(frozen=True, slots=True)
class Settled:
    """A link that a person confirmed or refused.

    Args:
        left: id of one clause.
        right: id of the other.
        left_wording: address of the wording that the person saw.
        right_wording: address of the other.
        state: confirmed or refused.
        relation: how the two stand to each other.
        method: what lined them up.
        fitted: the machine's score before learning, None where it had drafted nothing.
        evidence: hash of the two wordings.
    """

    left: str
    right: str
    left_wording: str
    right_wording: str
    state: LinkState
    relation: Relation
    method: Method
    fitted: float | None
    evidence: str

    @property
    def confirmed(self) -> bool:
        """Tell whether the person said that the two speak to each other."""
        return self.state is LinkState.CONFIRMED

    @property
    def outcome(self) -> dict[str, str]:
        """Return the decision as text fields."""
        return {
            "state": self.state.value,
            "left": self.left_wording,
            "right": self.right_wording,
            "relation": self.relation.value,
            "method": self.method.value,
            **({} if self.fitted is None else {"score": f"{self.fitted:.6g}"}),
            "evidence": self.evidence,
        }

    @property
    def undone(self) -> dict[str, str]:
        """Return as text fields that the decision stands no more."""
        ends = {"left": self.left_wording, "right": self.right_wording}
        return {"state": LinkState.DRAFT.value, **ends}


def link_id(one: str, other: str) -> str:
    """Return the id of the link between two clauses, whichever of them comes first."""
    return "~".join(sorted((one, other)))


def evidence(one: Clause, other: Clause) -> str:
    """Return the hash of what two clauses say, whichever of them comes first."""
    lines = sorted(f"{clause.id}\0{_said(clause)}" for clause in (one, other))
    return hashlib.sha256("\0".join(lines).encode("utf-8", "surrogatepass")).hexdigest()


def _said(clause: Clause) -> str:
    change = clause.change.value if clause.change else None
    return repr((clause.text, clause.wording.value, clause.base_text, change))


def settled(decisions: Iterable[Decision]) -> Mapping[str, Settled]:
    """Return what stands of the decisions on links, by the links' ids.

    Args:
        decisions: oldest first, on links or on anything; one that is undone stands no more.
    """
    last = {one.subject_id: one.outcome for one in decisions if one.subject == SUBJECT}
    return {
        id: _settled(outcome)
        for id, outcome in last.items()
        if outcome["state"] != LinkState.DRAFT.value
    }


def _settled(outcome: Mapping[str, str]) -> Settled:
    return Settled(
        left=outcome["left"].rpartition("@")[0],
        right=outcome["right"].rpartition("@")[0],
        left_wording=outcome["left"],
        right_wording=outcome["right"],
        state=LinkState(outcome["state"]),
        relation=Relation(outcome["relation"]),
        method=Method(outcome["method"]),
        fitted=float(outcome["score"]) if "score" in outcome else None,
        evidence=outcome["evidence"],
    )


def learned(decided: Iterable[Settled], threshold: float) -> Adjustment:
    """Return what the decisions on the machine's own links teach it.

    Args:
        decided: what people decided.
        threshold: the score that a link needs as fitted.
    """
    judged = ((one.fitted, one.confirmed) for one in decided if one.fitted is not None)
    return learn(judged, threshold)
