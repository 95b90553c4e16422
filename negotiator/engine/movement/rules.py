"""The rules by which a step becomes a move, in the order in which they are tried.

The same table, in words, stands in docs/method.md; the signs that the rules count stand in `signs`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from negotiator.engine.movement.scales import Way
from negotiator.engine.movement.signs import Told
from negotiator.engine.movement.step import Step
from negotiator.model import MoveKind

Signs = Sequence[Told]


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition on what changed, and the kind of move where it holds.

    Args:
        name: the rule's name, which the documentation uses.
        holds: whether it applies.
        kind: what it then says.
    """

    name: str
    holds: Callable[[Step, Signs], bool]
    kind: MoveKind


def _any(signs: Signs, way: Way) -> bool:
    return any(one.way is way for one in signs)


def _first(step: Step, signs: Signs) -> bool:
    return not step.before and not step.held_before


def _again(step: Step, signs: Signs) -> bool:
    return not step.before


def _gone(step: Step, signs: Signs) -> bool:
    return not step.after


def _pulls_both_ways(step: Step, signs: Signs) -> bool:
    return _any(signs, Way.HARDER) and _any(signs, Way.SOFTER)


RULES = (
    Rule("first position", _first, MoveKind.NEW),
    Rule("taken up again", _again, MoveKind.RESTORED),
    Rule("nothing left", _gone, MoveKind.DROPPED),
    Rule("harder and softer", _pulls_both_ways, MoveKind.REFRAMED),
    Rule("harder", lambda step, signs: _any(signs, Way.HARDER), MoveKind.HARDENED),
    Rule("softer", lambda step, signs: _any(signs, Way.SOFTER), MoveKind.SOFTENED),
    Rule("otherwise", lambda step, signs: bool(signs), MoveKind.REFRAMED),
    Rule("the same", lambda step, signs: True, MoveKind.UNCHANGED),
)
THE_SAME = RULES[-1]


def first_rule(step: Step, signs: Signs) -> Rule:
    """Return the first rule that holds; the last one always does."""
    return next(rule for rule in RULES if rule.holds(step, signs))
