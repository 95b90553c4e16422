"""Packages: clauses of a party that stand or fall together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from negotiator.engine.linkage.awaiting import quoted
from negotiator.engine.linkage.gates import Condition, Ground
from negotiator.engine.linkage.ties import TieKind
from negotiator.model import Force

# A warning or an account of facts may speak of a package; it is no part of one.
_SPEAKING = frozenset({Force.ASSERTION, Force.WARNING})


@dataclass(frozen=True, slots=True)
class Package:
    """Members of one package.

    Args:
        id: of its node.
        party: code of the party whose package it is.
        label: what a reader is shown.
        members: ids of clauses with the words that make them members.
    """

    id: str
    party: str
    label: str
    members: Mapping[str, str]


def packages(ground: Ground, conditions: Sequence[Condition]) -> tuple[Package, ...]:
    """Return the packages, in the order of their first members.

    A phrase that names clauses puts them into one package with its own clause; one that speaks of
    the package and names none means the party's, which the gate on a package states.
    """
    groups = _Groups()
    why: dict[str, str] = {}
    for id, ties in ground.ties.items():
        placed = ground.record.clauses[id]
        if placed.reading.force in _SPEAKING or not placed.version.parties:
            continue
        for tie in ties:
            if tie.kind is TieKind.PACKAGE:
                why.setdefault(id, quoted(tie, placed))
                for other in tie.named.clauses:
                    why.setdefault(other, quoted(tie, placed))
                    groups.join(id, other)
                if not tie.named.clauses:
                    groups.join(id, _of(placed.version.parties))
    for condition in conditions:
        if condition.package:
            id = condition.placed.clause.id
            why.setdefault(id, condition.package)
            groups.join(id, _of(condition.placed.version.parties))
    stated_by = {one.placed.clause.id for one in conditions if one.package}
    return tuple(
        _package(members, why, ground, stated_by)
        for members in groups.found([id for id in ground.record.clauses if id in why])
    )


def _package(
    members: Sequence[str], why: Mapping[str, str], ground: Ground, stated_by: set[str]
) -> Package:
    stating = [id for id in members if id in stated_by]
    first = (stating or list(members))[0]
    party = ground.record.clauses[first].version.parties[0]
    named = f"{'stated by' if stating else 'of'} {first}"
    return Package(f"package {first}", party, f"package {named}", {id: why[id] for id in members})


def _of(parties: Sequence[str]) -> str:
    # No id of a clause holds a blank.
    return f"package of {' '.join(parties)}"


class _Groups:
    """Things that belong together, whichever way they were joined."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def join(self, one: str, other: str) -> None:
        self._above[self._top(one)] = self._top(other)

    def found(self, members: Sequence[str]) -> list[list[str]]:
        groups: dict[str, list[str]] = {}
        for member in members:
            groups.setdefault(self._top(member), []).append(member)
        return list(groups.values())

    def _top(self, one: str) -> str:
        while (above := self._above.setdefault(one, one)) != one:
            one = above
        return one
