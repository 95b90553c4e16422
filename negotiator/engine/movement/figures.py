"""Whether the figures of a party came nearer to those of the other sides."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from negotiator.engine.movement.held import Held
from negotiator.engine.movement.scales import GIVES, Way, named
from negotiator.engine.movement.seen import Seen
from negotiator.engine.movement.step import Step
from negotiator.engine.quantities import Quantity, apart
from negotiator.model import Force

# What an offer hands over, so that less of it is less. Of time and length nobody can tell, nor of
# arms, forces and masses: “at most 300 kg” may be handed over, or be all that is kept.
HANDED_OVER = frozenset(
    "EUR USD GBP barrels hostages prisoners inspectors inspections seats votes".split()
)


def figures(
    step: Step, old: tuple[Held, ...], new: tuple[Held, ...], force: Force | None
) -> Seen | None:
    """Compare the figures of clauses before and after.

    A figure that came nearer to those of all other sides that have one of its dimension is softer,
    one that moved away is harder. Where they have none, a bound tells: to ask for “at least” less
    is softer, to offer “at least” less is harder. To offer “at most” less money, goods or people is
    harder; of anything else, such a limit in an offer tells no way. Nothing is said of several
    figures of one dimension, since nobody can tell which of them became which.

    Args:
        step: the step, with what the other sides hold.
        old: the clauses before.
        new: the clauses after.
        force: the act of both; None where it does not tell.
    """
    changed = _changed(old, new)
    if changed is None:
        return None
    before, after = changed
    names = (
        (named(new, by_address=True), named(old, by_address=True))
        if {one.id for one in old} & {one.id for one in new}
        else (named(new), named(old))
    )
    why = f"{names[0]} says “{after.words}” where {names[1]} says “{before.words}”"
    nearer = _nearer(step, before, after)
    if nearer is not None:
        way, beside = nearer
        said = "nearer to" if way is Way.SOFTER else "further from"
        return Seen(way, f"{why}, {said} {beside}", old, new)
    return Seen(_by_limit(before, after, force), why, old, new)


def _changed(old: Sequence[Held], new: Sequence[Held]) -> tuple[Quantity, Quantity] | None:
    """Return the one figure that changed, None where there is none or more than one."""
    before, after = _figures(old), _figures(new)
    found = [
        (one, other)
        for one, other in apart(before, after)
        if _sole(one, before) and _sole(other, after)
    ]
    return found[0] if len(found) == 1 else None


def _sole(one: Quantity, among: Sequence[Quantity]) -> bool:
    return sum(other.dimension == one.dimension for other in among) == 1


def _figures(clauses: Sequence[Held]) -> list[Quantity]:
    found = {figure.value: figure for one in reversed(clauses) for figure in one.figures}
    return list(found.values())


def _nearer(step: Step, before: Quantity, after: Quantity) -> tuple[Way, str] | None:
    """Return whether a figure came nearer to those of all other sides, and whose they are."""
    ways: dict[Way, list[Held]] = {}
    for rival in step.rivals():
        theirs = [one for one in _figures([rival]) if one.dimension == before.dimension]
        if len(theirs) == 1 and rival.force is not Force.ASSERTION:
            was, is_ = (_distance(one, theirs[0]) for one in (before, after))
            if was != is_:
                ways.setdefault(Way.SOFTER if is_ < was else Way.HARDER, []).append(rival)
    if len(ways) != 1:
        return None
    way, rivals = next(iter(ways.items()))
    return way, named(rivals)


def _distance(one: Quantity, other: Quantity) -> Fraction:
    return abs(one.low - other.low) + abs(one.high - other.high)


def _by_limit(before: Quantity, after: Quantity, force: Force | None) -> Way:
    if before.limit != after.limit or not before.limit or before.low == after.low:
        return Way.OTHERWISE
    less = after.low < before.low
    # “At least” less and “at most” more are the lesser duty.
    lesser = less if before.limit == "at least" else not less
    if force in (Force.DEMAND, Force.MUTUAL_COMMITMENT):
        return Way.SOFTER if lesser else Way.HARDER
    if force in GIVES and (before.limit == "at least" or before.dimension in HANDED_OVER):
        return Way.HARDER if less else Way.SOFTER
    return Way.OTHERWISE
