"""The linkage as plain data, documented in docs/formats.md; it only ever grows."""

from __future__ import annotations

from negotiator.engine.comparison import Comparison
from negotiator.engine.linkage import Edge, Gate, Linkage, Node
from negotiator.render.data import Data
from negotiator.render.linkage.sentences import sentences


def linkage(whole: Comparison, found: Linkage) -> Data:
    """Return a linkage as data.

    Args:
        whole: the comparison that it was drawn from.
        found: all of it, or the part that was selected.
    """
    return {
        "as_of": whole.as_of.isoformat() if whole.as_of else None,
        "summary": list(sentences(whole, found)),
        "nodes": [_node(one) for one in found.nodes],
        "edges": [_edge(one) for one in found.edges],
        "cycles": [list(cycle) for cycle in found.cycles],
        "complete": found.complete,
        "hostages": {issue: list(gates) for issue, gates in found.hostages.items()},
        "gates": [_gate(one) for one in found.gates],
    }


def _node(one: Node) -> Data:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "party": one.party,
        "label": one.label,
        "draft": one.draft,
    }


def _edge(one: Edge) -> Data:
    return {
        "from": one.source,
        "to": one.target,
        "kind": one.kind.value,
        "junction": one.junction.value if one.junction else None,
        "why": one.why,
    }


def _gate(one: Gate) -> Data:
    return {
        "clause": one.clause,
        "parties": list(one.parties),
        "scope": one.scope.value,
        "waits_for": list(one.waits_for),
        "awaited": list(one.awaited),
        "holds": list(one.holds),
        "issues": list(one.issues),
        "words": one.words,
        "verbatim": one.quoted,
        "accepted_by": list(one.accepted_by),
        "draft": one.draft,
    }
