"""The part of the linkage that a selection of parties and issues is about."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from negotiator.engine.cells import PlacedClause
from negotiator.engine.linkage.graph import Edge, EdgeKind, Gate, Linkage


def narrowed(
    found: Linkage,
    clauses: Mapping[str, PlacedClause],
    *,
    parties: Collection[str] = (),
    issues: Collection[str] = (),
) -> Linkage:
    """Return what of a linkage concerns some parties and some issues.

    A gate concerns the parties that state it and those that it waits for. A cycle stays where all
    its gates do.

    Args:
        found: the whole of it.
        clauses: the clauses in force, by id.
        parties: codes; empty for all.
        issues: ids; empty for all.
    """
    if not parties and not issues:
        return found
    gates = tuple(
        one
        for one in found.gates
        if _touches(one, issues)
        and (not parties or not {*one.parties, *one.waits_for}.isdisjoint(parties))
    )
    kept = {one.clause for one in gates}
    aside = {one.clause for one in found.gates} - kept
    cycles = tuple(
        cycle for cycle in found.cycles if aside.isdisjoint(cycle) and not kept.isdisjoint(cycle)
    )
    hostages = {
        issue: tuple(id for id in held if id in kept)
        for issue, held in found.hostages.items()
        if (not issues or issue in issues) and kept.intersection(held)
    }

    def stands(id: str) -> bool:
        placed = clauses.get(id)
        return placed is not None and _concerns(placed, parties, issues)

    edges = tuple(edge for edge in found.edges if _kept(edge, kept, issues, stands(_clause(edge))))
    named = {end for edge in edges for end in (edge.source, edge.target)}
    named.update(kept, *cycles)
    return replace(
        found,
        nodes=tuple(node for node in found.nodes if node.id in named),
        edges=edges,
        gates=gates,
        cycles=cycles,
        hostages=hostages,
    )


def _touches(gate: Gate, issues: Collection[str]) -> bool:
    return not issues or not {*gate.issues, *gate.awaited}.isdisjoint(issues)


def _concerns(placed: PlacedClause, parties: Collection[str], issues: Collection[str]) -> bool:
    return (not parties or not {*placed.version.parties}.isdisjoint(parties)) and (
        not issues or not {*placed.reading.issues}.isdisjoint(issues)
    )


def _kept(edge: Edge, gates: Collection[str], issues: Collection[str], stands: bool) -> bool:
    if edge.kind in (EdgeKind.HOLDS, EdgeKind.WAITS_FOR):
        kind, _, name = edge.target.partition(" ")
        aside = bool(issues) and kind == "issue" and name not in issues
        return edge.source in gates and not aside
    return stands or edge.source in gates


def _clause(edge: Edge) -> str:
    """Return the clause that an edge starts from: of `condition C7 1` the clause C7."""
    parts = edge.source.split(" ")
    return parts[1] if parts[0] == "condition" and len(parts) > 1 else edge.source
