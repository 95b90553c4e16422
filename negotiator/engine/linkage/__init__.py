"""What hangs on what: conditions, gates and packages, their cycles, and what is held hostage."""

from negotiator.engine.linkage.drawing import clauses_in_force, linkage
from negotiator.engine.linkage.graph import Edge, EdgeKind, Gate, Linkage, Node, NodeKind, Scope
from negotiator.engine.linkage.narrowing import narrowed

__all__ = [
    "Edge",
    "EdgeKind",
    "Gate",
    "Linkage",
    "Node",
    "NodeKind",
    "Scope",
    "clauses_in_force",
    "linkage",
    "narrowed",
]
