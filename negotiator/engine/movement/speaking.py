"""What clauses that are added, taken out or said in a further document do to a position.

A further document repeats what a party holds, so an act that the party stands by already moves
nothing. In a new version of one text each clause says something of its own: what is added there
is more, and what is taken out is less.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from negotiator.engine.answering.matter import touches
from negotiator.engine.movement.bound import bound
from negotiator.engine.movement.figures import figures
from negotiator.engine.movement.held import Held
from negotiator.engine.movement.scales import (
    BOTH,
    GIVES,
    PHRASES,
    READY,
    SAYS_NO,
    Way,
    acting,
    named,
)
from negotiator.engine.movement.seen import Seen
from negotiator.engine.movement.step import Given, Step
from negotiator.model import Force, How, MoveKind, Reciprocity

ACCEPTS = frozenset({How.ACCEPTED, How.ACCEPTED_IN_PART})
ASKS = frozenset({Force.DEMAND, Force.MUTUAL_COMMITMENT})
RECIPROCAL = frozenset({Reciprocity.YES, Reciprocity.IN_FORM})


def added(step: Step, one: Held) -> Seen | None:
    """Weigh a clause that a new version adds."""
    return _part(step, one, come=True)


def taken(step: Step, one: Held) -> Seen | None:
    """Weigh a clause that a new version takes out."""
    return _part(step, one, come=False)


def _part(step: Step, one: Held, *, come: bool) -> Seen | None:
    if one.force is Force.ASSERTION:
        return None
    if one.force in (Force.DEMAND, *SAYS_NO):
        way = Way.HARDER
    else:
        way = Way.SOFTER if one.force in GIVES else Way.OTHERWISE
    act = PHRASES[one.force][0] if one.force else "something whose act is not read"
    name = one.clause.address
    if come:
        why = f"{name} adds {act} to {named(step.before)}"
        return Seen(way, why, step.before, (one,), weak=one.force is None)
    why = f"{name}, {act}, is taken out, and {named(step.after)} {_stands(step.after)}"
    return Seen(way.reverse, why, (one,), step.after, weak=one.force is None)


def _stands(clauses: tuple[Held, ...]) -> str:
    return "stands" if len(clauses) == 1 else "stand"


def acts(step: Step) -> Iterator[Seen]:
    """Weigh the acts of what further documents say against those that the party stands by."""
    ways: dict[Way, list[Held]] = {}
    for one in step.spoken:
        if one.force not in (None, Force.ASSERTION) and (way := _way(step, one)):
            ways.setdefault(way, []).append(one)
    old = step.stance or step.before
    for way, some in ways.items():
        yield Seen(way, f"{acting(some)}, where {acting(old)}", old, tuple(some))
    unread = tuple(one for one in step.spoken if one.force is None)
    if unread:
        why = f"nobody has read what {named(unread)} says beside {named(step.before)}"
        yield Seen(Way.OTHERWISE, why, step.before, unread, weak=True)


def _way(step: Step, one: Held) -> Way | None:
    force = one.force
    stands = {held.force for held in step.stance}
    if force in stands:
        return None
    if _elsewhere(step, one):
        return Way.OTHERWISE
    if force in SAYS_NO:
        return _says_no(step, one)
    if force is Force.DEMAND:
        mutual = one.reading.reciprocity in RECIPROCAL and Force.MUTUAL_COMMITMENT in stands
        if mutual:
            return None
        asked = stands & SAYS_NO and Force.MUTUAL_COMMITMENT not in stands
        return Way.OTHERWISE if asked else Way.HARDER
    if force is Force.MUTUAL_COMMITMENT:
        demands = step.standing(Force.DEMAND)
        if any(held.reading.reciprocity in RECIPROCAL for held in demands):
            return None
        return Way.SOFTER if stands and not stands & READY else Way.OTHERWISE
    if force is Force.COUNTER_PROPOSAL:
        return Way.SOFTER if stands and stands <= SAYS_NO else Way.OTHERWISE
    return _gives(step, one)


def _elsewhere(step: Step, one: Held) -> bool:
    """Tell whether a clause answers others, and all that it answers beside the point."""
    hows = {given.how for given in step.answers if given.clause is one}
    return hows == {How.OTHER_OBJECT}


def _says_no(step: Step, one: Held) -> Way:
    stands = {held.force for held in step.stance}
    if one.force is Force.CONDITION:
        if Force.REFUSAL in stands:
            # From no to yes, if.
            return Way.SOFTER
        depended = any(held.depends for held in step.standing(*READY))
        return Way.OTHERWISE if depended or Force.WARNING in stands else Way.HARDER
    refuses_after_warning = one.force is Force.REFUSAL and Force.WARNING in stands
    return Way.OTHERWISE if refuses_after_warning else Way.HARDER


def _gives(step: Step, one: Held) -> Way:
    """Weigh an offer or a commitment where the party made none."""
    stands = {held.force for held in step.stance}
    accepts = bool(_accepted(step, one))
    if one.force is Force.COMMITMENT:
        # A commitment may be a promise to the other side or to oneself: acts alone do not tell.
        return Way.SOFTER if accepts else Way.OTHERWISE
    if not one.depends or accepts:
        return Way.SOFTER
    gated = Force.CONDITION in stands and Force.REFUSAL not in stands
    return Way.OTHERWISE if gated or stands & READY else Way.SOFTER


def acceptance(step: Step, one: Held) -> Seen | None:
    """See whether a clause accepts something that another party asks or offers on the issue."""
    given = _accepted(step, one)
    if not given or one.force is Force.ASSERTION:
        return None
    part = all(answer.how is How.ACCEPTED_IN_PART for answer in given)
    to = named([answer.to for answer in given if answer.to])
    old = step.stance or step.before
    again = any(held.id == one.id for held in old)
    name = one.clause.address if again else one.id
    why = f"{name} accepts {to}{' in part' if part else ''}; {acting(old, by_address=again)}"
    return Seen(Way.SOFTER, why, old, (one,))


def _accepted(step: Step, one: Held) -> list[Given]:
    """Return the answers by which a clause accepts an ask or an offer that is on the issue."""
    return [
        answer
        for answer in step.answers
        if answer.clause is one
        and answer.how in ACCEPTS
        and answer.to is not None
        and answer.to.force not in (None, Force.ASSERTION, Force.REFUSAL, Force.WARNING)
    ]


def gate(step: Step, one: Held) -> Seen | None:
    """See whether a repeated act is tied to something that nothing was tied to before.

    A demand, or a mutual commitment after demands and mutual commitments, is then harder. An offer
    on a condition beside one without is another bargain; nobody can tell whether it is less.
    """
    stands = step.stance
    if not stands or any(held.depends or held.force is Force.CONDITION for held in stands):
        return None
    asks = one.force in ASKS and bool(one.read_conditions)
    offers = one.force in GIVES and bool(one.depends) and bool(step.standing(one.force))
    if not (asks or offers):
        return None
    why = f"{one.id} is tied to “{one.depends[0]}”, {named(stands)} to nothing"
    return Seen(Way.HARDER if asks else Way.OTHERWISE, why, stands, (one,))


def numbers(step: Step, one: Held) -> Seen | None:
    """Compare the figures of a clause with those of what the party stands by."""
    asks = one.force in (Force.DEMAND, *BOTH)
    like = tuple(held for held in step.stance if (held.force in (Force.DEMAND, *BOTH)) is asks)
    if one.force in (None, Force.ASSERTION, *SAYS_NO) or not like:
        return None
    return figures(step, like, (one,), one.force)


def addressed(step: Step, one: Held) -> Seen | None:
    """See whether a demand is made of somebody of whom nothing was demanded before."""
    demands = step.standing(Force.DEMAND)
    asked = bound(one.reading.bound, step.names)
    before = [bound(held.reading.bound, step.names) for held in demands]
    if one.force is not Force.DEMAND or not demands or asked is None or None in before:
        return None
    known = frozenset(code for codes in before if codes for code in codes)
    if "*" in known or asked <= known:
        return None
    why = f"{one.id} asks it of {one.reading.bound}, {named(demands)} of others"
    return Seen(Way.OTHERWISE, why, demands, (one,))


def another_condition(step: Step, one: Held) -> Seen | None:
    """See whether an offer is tied to something else than the offers that the party stands by.

    Only where the act itself moves nothing.
    """
    offers = tuple(held for held in step.standing(*GIVES) if held.depends)
    if not (one.force in GIVES and one.depends and step.standing(one.force) and offers):
        return None
    held = [phrase for other in offers for phrase in other.depends]
    if any(touches(phrase, other) for phrase in one.depends for other in held):
        return None
    why = f"{one.id} is tied to “{one.depends[0]}”, {named(offers)} to “{held[0]}”"
    return Seen(Way.OTHERWISE, why, offers, (one,))


MEASURES: tuple[Callable[[Step, Held], Seen | None], ...] = (
    gate,
    another_condition,
    numbers,
    addressed,
)


def overtaken(step: Step, kind: MoveKind) -> Iterator[Held]:
    """Give what the party has gone beyond with a further document, though nothing withdrew it.

    A refusal is gone beyond by an offer, an offer by a refusal, and an offer by a counter-proposal.
    """
    acts = {one.force for one in step.spoken}
    if kind is MoveKind.SOFTENED and acts & (READY | {Force.CONDITION}):
        yield from step.standing(Force.REFUSAL, Force.WARNING)
        if acts & READY:
            yield from step.standing(Force.CONDITION)
    elif kind is MoveKind.HARDENED and acts & SAYS_NO:
        yield from step.standing(*READY)
    elif kind is MoveKind.REFRAMED and Force.COUNTER_PROPOSAL in acts:
        yield from step.standing(*GIVES)
