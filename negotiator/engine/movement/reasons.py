"""The sentence that says why a step is the move it is, citing the clauses on both sides."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from negotiator.engine.movement.held import Held
from negotiator.engine.movement.rules import Rule
from negotiator.engine.movement.scales import Way, acting, named
from negotiator.engine.movement.signs import Told
from negotiator.engine.movement.step import Step
from negotiator.model import Force, MoveKind

# So many signs are told in the sentence; all are named beside it.
TOLD = 3


def reason(step: Step, rule: Rule, signs: Sequence[Told]) -> str:
    """Return one plain sentence that cites the clauses.

    Args:
        step: what changed.
        rule: the rule that held.
        signs: the signs that hold.
    """
    if rule.kind is MoveKind.NEW:
        return f"It held nothing on the issue before {named(step.after)}."
    if rule.kind is MoveKind.RESTORED:
        return f"It held nothing at the end of the round before, and takes it up with {_new(step)}."
    if rule.kind is MoveKind.DROPPED:
        return f"{_old(step)} {_is(step.before)} gone, and nothing of it is left on the issue."
    if rule.kind is MoveKind.UNCHANGED:
        return _same(step)
    return f"{'; '.join(dict.fromkeys(one.seen.why for one in decisive(rule, signs)[:TOLD]))}."


def repeating(before: Sequence[Held], after: Sequence[Held]) -> str:
    """Return the sentence that clauses are repeated word for word."""
    verb = "repeats" if len(after) == 1 else "repeat"
    return f"{named(after, by_address=True)} {verb} {named(before, by_address=True)}."


def decisive(rule: Rule, signs: Sequence[Told]) -> list[Told]:
    """Return the signs that the rule rests on; where it pulls both ways, one of each first."""
    if rule.name == "harder and softer":
        harder = [one for one in signs if one.way is Way.HARDER]
        softer = [one for one in signs if one.way is Way.SOFTER]
        return [harder[0], softer[0], *harder[1:], *softer[1:]]
    ways = {MoveKind.HARDENED: Way.HARDER, MoveKind.SOFTENED: Way.SOFTER}
    way = ways.get(rule.kind, Way.OTHERWISE)
    return [one for one in signs if one.way is way]


def concerned(
    step: Step, rule: Rule, signs: Sequence[Told]
) -> tuple[tuple[Held, ...], tuple[Held, ...]]:
    """Return the clauses that a move cites: of what was held before, and of what is held now.

    Where a further document speaks, the whole position moves; where a new version changes some
    clauses, these do.
    """
    if rule.kind in (MoveKind.NEW, MoveKind.RESTORED):
        return (), step.after
    if rule.kind is MoveKind.DROPPED:
        return step.before, ()
    if rule.kind is MoveKind.UNCHANGED:
        repeated = (*step.reworded, *step.kept)
        old = chain(step.taken, *(pair.old for pair in repeated))
        new = chain(*(pair.new for pair in repeated), step.added, step.spoken)
        before, after = _ordered(old, step.before), _ordered(new, step.after)
        return (before, after) if not step.spoken else (step.before, after)
    old = chain(*(one.seen.old for one in signs))
    new = chain(*(one.seen.new for one in signs), step.spoken)
    return _ordered(old, step.before), _ordered(new, step.after)


def _ordered(clauses: chain[Held], held: Sequence[Held]) -> tuple[Held, ...]:
    """Return clauses once each, in the order in which the party holds them."""
    wanted = {one.clause.address for one in clauses}
    return tuple(one for one in held if one.clause.address in wanted)


def _same(step: Step) -> str:
    if step.spoken:
        said = named(step.spoken)
        if all(one.force is Force.ASSERTION for one in step.spoken):
            only = "is an assertion" if len(step.spoken) == 1 else "are assertions"
            return f"{said} {only}, which alone moves nothing; {named(step.before)} {_stand(step)}."
        verb = "repeats" if len(step.spoken) == 1 else "repeat"
        return f"{said} {verb} the acts of {named(step.before)}: {acting(step.spoken)}."
    if step.reworded or step.added or step.taken:
        return f"{_new(step)} changes {_old(step)} in nothing that its readings tell."
    if any(pair.editorial for pair in step.kept):
        return f"{_new(step)} differs from {_old(step)} in punctuation, case or spacing only."
    return repeating(step.before, step.after)


def _new(step: Step) -> str:
    return named(step.after, by_address=True)


def _old(step: Step) -> str:
    return named(step.before, by_address=True)


def _is(clauses: Sequence[Held]) -> str:
    return "is" if len(clauses) == 1 else "are"


def _stand(step: Step) -> str:
    return "stands" if len(step.before) == 1 else "stand"
