"""Something seen in a step that tells which way a party went."""

from __future__ import annotations

from dataclasses import dataclass

from negotiator.engine.movement.held import Held
from negotiator.engine.movement.scales import Way


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen, and in which clauses.

    Args:
        way: which way it goes.
        why: a sentence without a full stop that cites the clauses on both sides.
        old: the clauses before.
        new: the clauses after.
        weak: True where it says only that something changed, not what.
    """

    way: Way
    why: str
    old: tuple[Held, ...]
    new: tuple[Held, ...]
    weak: bool = False
