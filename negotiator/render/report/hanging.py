"""What hangs on what: who waits for whom, which issues are held, and by which condition."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from negotiator.engine.comparison import Comparison
from negotiator.engine.linkage import Edge, EdgeKind, Gate, Linkage, NodeKind, Scope
from negotiator.render.linkage.sentences import BROAD, held_by_both, sentences
from negotiator.render.report.places import Places

SCOPES = {
    Scope.EVERYTHING: "holds everything its side offers",
    Scope.PACKAGE: "holds what belongs to its package",
    Scope.SUBJECT: "holds a subject",
    Scope.NAMED: "holds what it names",
    Scope.OWN_ISSUE: "holds the issue it stands on",
}


@dataclass(frozen=True, slots=True)
class Standoff:
    """Conditions of two sides, each of which waits for the other, and the issues between them."""

    left: tuple[Gate, ...]
    right: tuple[Gate, ...]
    issues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """A package of a party and its members."""

    party: str
    label: str
    members: tuple[str, ...]


class Hanging:
    """How the linkage is told.

    Args:
        linkage: conditions, packages, and what they hold.
        whole: the comparison that it was drawn from.
        places: what stands where on the page.
    """

    def __init__(self, linkage: Linkage, whole: Comparison, places: Places) -> None:
        self.linkage = linkage
        self.places = places
        self.both = held_by_both(linkage)
        # Cycles may be named in a sentence, beside gates and the issues that they hold.
        cited = [
            *(one.clause for one in linkage.gates),
            *(id for cycle in linkage.cycles for id in cycle),
        ]
        self.sentences = [
            places.cited(one, cited, linkage.hostages) for one in sentences(whole, linkage)
        ]
        sides = {party.code: party.side for party in whole.negotiation.parties}
        self.standoffs = _standoffs(linkage, sides)
        facing = [gate for one in self.standoffs for gate in (*one.left, *one.right)]
        self.facing = [one for one in linkage.gates if one in facing]
        self.others = [one for one in linkage.gates if one not in facing]
        between = {issue for one in self.standoffs for issue in one.issues}
        self.alone = [
            (issue, held) for issue, held in linkage.hostages.items() if issue not in between
        ]
        self.packages = _packages(linkage)
        self.conditions = _conditions(linkage, places)

    def first(self, number: int) -> list[Gate]:
        """Return so many gates, those first that block each other, the broadest of them first."""
        broad = [one for one in self.facing if one.scope in BROAD]
        narrow = [one for one in self.facing if one not in broad]
        return [*broad, *narrow, *self.others][:number]

    def scope(self, gate: Gate) -> str:
        """Return how much a gate holds, in words."""
        return SCOPES[gate.scope]

    def held_by(self, issue: str) -> tuple[str, ...]:
        """Return the ids of the gates that hold an issue."""
        return self.linkage.hostages.get(issue, ())

    def blocked(self, issue: str) -> bool:
        """Tell whether conditions hold an issue that wait for each other."""
        return issue in self.both


def _standoffs(linkage: Linkage, sides: dict[str, str]) -> tuple[Standoff, ...]:
    """Return, for each two sides, the gates that wait for each other and what both hold."""
    gates = {one.clause: one for one in linkage.gates}
    side = {
        id: sides[one.parties[0]]
        for id, one in gates.items()
        if one.parties and one.parties[0] in sides
    }
    order = list(dict.fromkeys(sides.values()))
    facing: dict[tuple[str, str], set[str]] = {}
    for cycle in linkage.cycles:
        if len(cycle) == 2 and {*cycle} <= {*side}:
            here = sorted({side[id] for id in cycle}, key=order.index)
            if len(here) == 2:
                facing.setdefault((here[0], here[1]), set()).update(cycle)
    found = []
    for (one, other), ids in facing.items():
        left, right = (
            tuple(gate for id, gate in gates.items() if id in ids and side[id] == each)
            for each in (one, other)
        )
        names = [{gate.clause for gate in some} for some in (left, right)]
        issues = tuple(
            issue
            for issue, held in linkage.hostages.items()
            if all(some & {*held} for some in names)
        )
        found.append(Standoff(left, right, issues))
    return tuple(found)


def _packages(linkage: Linkage) -> tuple[Bundle, ...]:
    found = []
    for node in linkage.nodes:
        members = [edge.source for edge in linkage.edges if edge.target == node.id]
        if node.kind is NodeKind.PACKAGE and len(members) > 1:
            found.append(Bundle(node.party, node.label, tuple(members)))
    return tuple(found)


def _conditions(linkage: Linkage, places: Places) -> list[tuple[str, list[Markup]]]:
    """Return by clause what it depends on; what a gate waits for is told with the gate."""
    gates = {one.clause for one in linkage.gates}
    words = {node.id: node.label for node in linkage.nodes if node.kind is NodeKind.CONDITION}
    told = {*gates, *words}
    some: dict[str, list[Markup]] = {}
    for edge in linkage.edges:
        if edge.kind is EdgeKind.CONDITIONAL_ON and edge.source not in told:
            some.setdefault(edge.source, []).append(_named(edge, words, places))
    return list(some.items())


def _named(edge: Edge, words: dict[str, str], places: Places) -> Markup:
    if edge.target in words:
        return Markup.escape(words[edge.target])
    kind, _, name = edge.target.partition(" ")
    return places.issue(name) if kind == "issue" and name else places.clause(edge.target)
