"""The graph of what hangs on what, from the comparison of a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from negotiator.engine.cells import PlacedClause
from negotiator.engine.comparison import Comparison
from negotiator.engine.linkage.awaiting import quoted
from negotiator.engine.linkage.cycles import cycles
from negotiator.engine.linkage.gates import Ground, conditions
from negotiator.engine.linkage.graph import Edge, EdgeKind, Linkage, Node, NodeKind
from negotiator.engine.linkage.holding import Holding, holdings
from negotiator.engine.linkage.packages import Package, packages
from negotiator.engine.linkage.references import Record
from negotiator.engine.linkage.ties import Tie, TieKind, ties
from negotiator.engine.linkage.waiting import waits
from negotiator.engine.named import Named
from negotiator.model import Junction, Review, Unit


def linkage(comparison: Comparison) -> Linkage:
    """Return what hangs on what: conditions, packages, cycles, and what each issue is hostage to.

    Everything is read from the phrases of the readings, the stated answers and, of a condition, its
    words; it is a draft for people to check, and every edge says what it rests on.

    Args:
        comparison: the whole of it, not narrowed: a condition may stand on any issue.
    """
    placed = clauses_in_force(comparison)
    issues = {row.issue.id: row.issue.topic for row in comparison.rows}
    record = Record(placed.values(), issues)
    read = {id: ties(one, record) for id, one in placed.items()}
    ground = Ground(
        record,
        read,
        Named(
            comparison.negotiation.parties,
            comparison.as_of,
            [party.code for party in comparison.parties],
        ),
        {topic.code: topic for topic in comparison.negotiation.topics},
        issues,
        {one.version.id: one.version.known(comparison.known_by) for one in placed.values()},
    )
    states = tuple(conditions(ground))
    held = holdings(ground, states)
    bundles = packages(ground, states)
    edges = _joined([*_gate_edges(held), *_package_edges(bundles), *_own_edges(ground, held)])
    waiting = cycles(waits(ground, held))
    hostages: dict[str, tuple[str, ...]] = dict.fromkeys(issues, ())
    for one in held:
        for issue in one.issues:
            hostages[issue] = (*hostages[issue], one.gate.clause)
    return Linkage(
        nodes=tuple(_nodes(comparison, ground, held, bundles, edges)),
        edges=edges,
        gates=tuple(one.gate for one in held),
        cycles=waiting.cycles,
        complete=waiting.complete,
        hostages={issue: gates for issue, gates in hostages.items() if gates},
    )


def clauses_in_force(comparison: Comparison) -> dict[str, PlacedClause]:
    """Return the clauses in force by id, in the order of the documents."""
    found = {
        one.clause.id: one for row in comparison.rows for cell in row.cells for one in cell.clauses
    } | {one.clause.id: one for one in comparison.unfiled}
    order = {id: number for number, id in enumerate(comparison.current)}
    return dict(
        sorted(
            ((id, one) for id, one in found.items() if one.clause.unit is not Unit.HEADING),
            key=lambda item: (order[item[1].version.id], item[1].clause.order, item[0]),
        )
    )


def _gate_edges(held: Sequence[Holding]) -> Iterator[Edge]:
    for one in held:
        gate, condition = one.gate, one.condition
        for id, why in one.clauses.items():
            yield Edge(gate.clause, id, EdgeKind.HOLDS, why)
        for issue, why in one.issues.items():
            yield Edge(gate.clause, f"issue {issue}", EdgeKind.HOLDS, why)
        junction = Junction.OR if condition.alternatives else Junction.AND
        several = len(gate.waits_for) > 1
        for code in gate.waits_for:
            yield Edge(
                gate.clause,
                f"party {code}",
                EdgeKind.WAITS_FOR,
                condition.why_waits,
                junction if several else None,
            )
        for issue in gate.awaited:
            own = issue in condition.placed.reading.issues
            why = (
                f"{gate.clause} stands there"
                if own
                else f"part of its package; {condition.package}"
            )
            yield Edge(gate.clause, f"issue {issue}", EdgeKind.WAITS_FOR, why)


def _package_edges(bundles: Sequence[Package]) -> Iterator[Edge]:
    for bundle in bundles:
        junction = Junction.AND if len(bundle.members) > 1 else None
        for id, why in bundle.members.items():
            yield Edge(id, bundle.id, EdgeKind.MEMBER_OF, why, junction)


_KINDS = {
    TieKind.DEPENDS: EdgeKind.CONDITIONAL_ON,
    TieKind.PACKAGE: EdgeKind.CONDITIONAL_ON,
    TieKind.BASIS: EdgeKind.RESTS_ON,
    TieKind.BESIDE: EdgeKind.TIED_TO,
}


def _own_edges(ground: Ground, held: Sequence[Holding]) -> Iterator[Edge]:
    """Give what each clause makes itself depend on, and what it is tied to otherwise."""
    gates = {one.gate.clause for one in held}
    for id, read in ground.ties.items():
        placed = ground.record.clauses[id]
        for number, tie in enumerate(read, 1):
            kind = _KINDS.get(tie.kind)
            if kind is None:
                continue
            why = quoted(tie, placed)
            targets = [
                target
                for target in tie.named.clauses
                if tie.kind is not TieKind.PACKAGE or target in gates
            ]
            things = [*targets, *(f"issue {issue}" for issue in tie.named.issues)]
            node = condition_node(id, number)
            if tie.kind is TieKind.PACKAGE:
                yield from (Edge(id, thing, kind, why) for thing in things)
            elif tie.alternatives or tie.junction in (Junction.OR, Junction.XOR):
                yield Edge(id, node, kind, why)
                things = things or [f"{node} {letter}" for letter in "ab"]
                yield from (Edge(node, thing, kind, why, tie.junction) for thing in things)
            elif things:
                yield from (Edge(id, thing, kind, why) for thing in things)
            else:
                yield Edge(id, node, kind, why)


def condition_node(clause: str, number: int) -> str:
    """Return the id of the node of a condition that is told in words only."""
    return f"condition {clause} {number}"


def _joined(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """Return edges each once; several conditions of one clause are joined by `and`."""
    found: dict[tuple[str, str, EdgeKind], Edge] = {}
    for edge in edges:
        found.setdefault((edge.source, edge.target, edge.kind), edge)
    counted: dict[tuple[str, EdgeKind], int] = {}
    for edge in found.values():
        key = edge.source, edge.kind
        counted[key] = counted.get(key, 0) + 1
    return tuple(
        replace(edge, junction=Junction.AND)
        if edge.junction is None
        and edge.kind is EdgeKind.CONDITIONAL_ON
        and counted[edge.source, edge.kind] > 1
        else edge
        for edge in found.values()
    )


def _nodes(
    comparison: Comparison,
    ground: Ground,
    held: Sequence[Holding],
    bundles: Sequence[Package],
    edges: Sequence[Edge],
) -> Iterator[Node]:
    """Give a node for each end of an edge: clauses, packages, conditions, issues, parties."""
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    gates = {one.gate.clause for one in held}
    for id, placed in ground.record.clauses.items():
        if id in ends:
            kind = NodeKind.GATE if id in gates else NodeKind.CLAUSE
            draft = placed.reading.review not in (Review.CONFIRMED, Review.ADJUDICATED)
            party = placed.version.parties[0] if placed.version.parties else ""
            yield Node(id, kind, party, placed.clause.reference, draft)
    for bundle in bundles:
        yield Node(bundle.id, NodeKind.PACKAGE, bundle.party, bundle.label)
    for id, read in ground.ties.items():
        for number, tie in enumerate(read, 1):
            yield from _conditions(condition_node(id, number), tie, ground.record.clauses[id], ends)
    for row in comparison.rows:
        if f"issue {row.issue.id}" in ends:
            yield Node(f"issue {row.issue.id}", NodeKind.ISSUE, "", row.issue.question)
    for one in comparison.negotiation.parties:
        if f"party {one.code}" in ends:
            yield Node(f"party {one.code}", NodeKind.PARTY, one.code, one.called)


def _conditions(node: str, tie: Tie, placed: PlacedClause, ends: set[str]) -> Iterator[Node]:
    party = placed.version.parties[0] if placed.version.parties else ""
    if node in ends:
        yield Node(node, NodeKind.CONDITION, party, tie.words)
    for letter, words in zip("ab", tie.alternatives, strict=False):
        if f"{node} {letter}" in ends:
            yield Node(f"{node} {letter}", NodeKind.CONDITION, party, words)
