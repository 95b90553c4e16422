"""What hangs on what, as a graph: nodes, edges, gates, cycles, and what is held hostage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from negotiator.model import Junction


class NodeKind(StrEnum):
    """What a node of the graph stands for."""

    CLAUSE = "clause"
    GATE = "gate"
    PACKAGE = "package"
    CONDITION = "condition"
    ISSUE = "issue"
    PARTY = "party"


class EdgeKind(StrEnum):
    """How one node hangs on another."""

    HOLDS = "holds"
    WAITS_FOR = "waits for"
    MEMBER_OF = "member of"
    CONDITIONAL_ON = "conditional on"
    RESTS_ON = "rests on"
    TIED_TO = "tied to"


class Scope(StrEnum):
    """How much of what its side would give a gate holds back."""

    EVERYTHING = "everything"
    PACKAGE = "package"
    SUBJECT = "a subject"
    NAMED = "what it names"
    OWN_ISSUE = "its own issue"


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the graph.

    Args:
        id: of a clause, its id; of anything else, its kind, a blank and its name (`issue I14`),
            which can never be the id of a clause.
        kind: what it stands for.
        party: code of the party it belongs to, empty where there is none.
        label: what a reader is shown: the question, the name, the words of a condition.
        draft: True where the reading that it rests on is a draft.
    """

    id: str
    kind: NodeKind
    party: str
    label: str
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """One thing hangs on another.

    Args:
        source: id of the node that holds, waits, belongs or depends.
        target: id of the node that is held, waited for, or depended on.
        kind: how it hangs on it.
        why: what this rests on, with the words of the reading or of the clause.
        junction: how it is joined with the other edges of this kind from the same node (of a
            package: to the same node); None where there is one edge only.
    """

    source: str
    target: str
    kind: EdgeKind
    why: str
    junction: Junction | None = None


@dataclass(frozen=True, slots=True)
class Gate:
    """A condition that holds back what its side offers, until somebody else has moved.

    Args:
        clause: id of the clause that states it.
        parties: codes of the parties that tabled it.
        scope: how much it holds.
        waits_for: codes of the parties whose move it waits for, in the negotiation's order.
        awaited: ids of the issues on which that move is awaited.
        holds: ids of the clauses that it holds back, of its own side, and of others where its side
            accepts them on this condition only.
        issues: ids of the issues that are hostage to it.
        words: what it waits for, in the words of the reading, else of the clause.
        quoted: True where `words` are the clause's own and verbatim.
        accepted_by: ids of clauses by which a party that is waited for accepts the condition.
        draft: True where the reading that it rests on is a draft.
    """

    clause: str
    parties: tuple[str, ...]
    scope: Scope
    waits_for: tuple[str, ...]
    awaited: tuple[str, ...]
    holds: tuple[str, ...]
    issues: tuple[str, ...]
    words: str
    quoted: bool = False
    accepted_by: tuple[str, ...] = ()
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Linkage:
    """Conditions and packages as of a day.

    Args:
        nodes: everything that hangs on something or is hung on.
        edges: how; each end is in `nodes`.
        gates: the conditions that hold back what their side offers, in the order of the documents.
        cycles: ids of clauses of which each waits for the next and the last for the first, none of
            which holds a shorter one; each begins with the id that sorts first.
        complete: False where the search for cycles was ended by its bound.
        hostages: the gates that hold an issue, by its id, in the order of the issues.
    """

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    gates: tuple[Gate, ...] = ()
    cycles: tuple[tuple[str, ...], ...] = ()
    complete: bool = True
    hostages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
