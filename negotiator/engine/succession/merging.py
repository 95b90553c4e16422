"""The readings of clauses that were merged become one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from negotiator.model import Reading

Value = TypeVar("Value")


def united(readings: Sequence[Reading]) -> tuple[Reading, bool]:
    """Return what several readings say together, and whether they differ in what holds one word.

    Topics, issues, conditions and the like stand side by side; an act, a strength or who is bound
    is left open where they differ.

    Args:
        readings: at least one, that of the largest clause first.
    """
    first = readings[0]
    agreed = replace(
        first,
        force=_same(one.force for one in readings),
        strength=_same(one.strength for one in readings),
        bound=_same(one.bound for one in readings) or "",
        reciprocity=_same(one.reciprocity for one in readings),
        evidence=_same(one.evidence for one in readings),
        evidence_note=_same(one.evidence_note for one in readings) or "",
    )
    whole = replace(
        agreed,
        topics=_all(readings, lambda one: one.topics),
        issues=_all(readings, lambda one: one.issues),
        conditions=_all(readings, lambda one: one.conditions),
        parameters=_all(readings, lambda one: one.parameters),
        linkage=_all(readings, lambda one: one.linkage),
        note="\n".join(dict.fromkeys(one.note for one in readings if one.note)),
    )
    return whole, agreed != first


def _same(values: Iterable[Value]) -> Value | None:
    found = list(dict.fromkeys(values))
    return found[0] if len(found) == 1 else None


def _all(
    readings: Sequence[Reading], part: Callable[[Reading], tuple[str, ...]]
) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for one in readings for value in part(one)))
