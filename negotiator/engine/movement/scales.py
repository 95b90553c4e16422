"""What is harder than what: acts, and how strongly a clause binds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from negotiator.engine.movement.held import Held
from negotiator.model import Force, MoveKind, Strength


class Way(StrEnum):
    """Which way a change goes, seen from the other side of the table."""

    HARDER = "harder"
    SOFTER = "softer"
    OTHERWISE = "otherwise"

    @property
    def kind(self) -> MoveKind:
        """Return the kind of move that it makes by itself."""
        return _KINDS[self]

    @property
    def reverse(self) -> Way:
        """Return the way back."""
        return _REVERSE[self]


_KINDS = {
    Way.HARDER: MoveKind.HARDENED,
    Way.SOFTER: MoveKind.SOFTENED,
    Way.OTHERWISE: MoveKind.REFRAMED,
}
_REVERSE = {Way.HARDER: Way.SOFTER, Way.SOFTER: Way.HARDER, Way.OTHERWISE: Way.OTHERWISE}

# What gives something to the other side, what asks something of it, what does both, what says no.
GIVES = frozenset({Force.OFFER, Force.COMMITMENT})
BOTH = frozenset({Force.MUTUAL_COMMITMENT, Force.COUNTER_PROPOSAL})
SAYS_NO = frozenset({Force.REFUSAL, Force.CONDITION, Force.WARNING})
READY = GIVES | BOTH

# From the softest act to the hardest. Acts of one step are different, and neither is harder.
STEPS: Mapping[Force, int] = {
    Force.OFFER: 0,
    Force.COMMITMENT: 0,
    Force.MUTUAL_COMMITMENT: 0,
    Force.COUNTER_PROPOSAL: 0,
    Force.DEMAND: 1,
    Force.CONDITION: 2,
    Force.REFUSAL: 3,
    Force.WARNING: 3,
}
# Within the softest step: a promise that becomes a readiness to talk gives less; one that also asks
# the other side to promise asks more.
HARDER_STILL = frozenset(
    {(Force.COMMITMENT, Force.OFFER), (Force.COMMITMENT, Force.MUTUAL_COMMITMENT)}
)
# Against an account of facts, which moves nothing by itself.
AGAINST_AN_ACCOUNT: Mapping[Force, Way] = {
    **dict.fromkeys((Force.DEMAND, *SAYS_NO), Way.HARDER),
    **dict.fromkeys(GIVES, Way.SOFTER),
    **dict.fromkeys(BOTH, Way.OTHERWISE),
}

# How strongly a clause binds. To forbid and to order are equally strong, and opposite.
GRADES: Mapping[Strength, int] = {
    Strength.PROHIBITS: 7,
    Strength.SHALL: 7,
    Strength.SHALL_REFRAIN: 6,
    Strength.SHOULD: 5,
    Strength.INTENDS: 4,
    Strength.PREPARED_TO_DISCUSS: 3,
    Strength.MAY: 2,
    Strength.DECLARES: 1,
    Strength.RECALLS: 0,
}
FORBIDS = frozenset({Strength.PROHIBITS, Strength.SHALL_REFRAIN})
ORDERS = frozenset({Strength.SHALL, Strength.SHOULD, Strength.INTENDS})

PHRASES: Mapping[Force, tuple[str, str]] = {
    Force.DEMAND: ("a demand", "demands"),
    Force.OFFER: ("an offer", "offers"),
    Force.MUTUAL_COMMITMENT: ("a mutual commitment", "mutual commitments"),
    Force.COMMITMENT: ("a commitment", "commitments"),
    Force.REFUSAL: ("a refusal", "refusals"),
    Force.CONDITION: ("a condition", "conditions"),
    Force.COUNTER_PROPOSAL: ("a counter-proposal", "counter-proposals"),
    Force.WARNING: ("a warning", "warnings"),
    Force.ASSERTION: ("an assertion", "assertions"),
}


def from_act_to_act(old: Force, new: Force) -> Way | None:
    """Return which way it goes from one act to another, None where they are the same."""
    if old is new:
        return None
    if old is Force.ASSERTION:
        return AGAINST_AN_ACCOUNT[new]
    if new is Force.ASSERTION:
        return AGAINST_AN_ACCOUNT[old].reverse
    if STEPS[old] != STEPS[new]:
        return Way.HARDER if STEPS[new] > STEPS[old] else Way.SOFTER
    if (old, new) in HARDER_STILL:
        return Way.HARDER
    return Way.SOFTER if (new, old) in HARDER_STILL else Way.OTHERWISE


def stronger_is(force: Force | None) -> Way | None:
    """Return which way a clause goes that binds more strongly, None where its act does not tell."""
    if force in GIVES:
        return Way.SOFTER
    if force in (Force.DEMAND, Force.MUTUAL_COMMITMENT, *SAYS_NO):
        return Way.HARDER
    return None


def named(clauses: Sequence[Held], *, by_address: bool = False) -> str:
    """Return the names of clauses as part of a sentence: “A1, A2 and A3”."""
    if len(clauses) == 1:
        return clauses[0].clause.address if by_address else clauses[0].id
    ids = list(dict.fromkeys(one.clause.address if by_address else one.id for one in clauses))
    return f"{', '.join(ids[:-1])} and {ids[-1]}" if len(ids) > 1 else ids[0]


def acting(clauses: Sequence[Held], *, by_address: bool = False) -> str:
    """Return what clauses are: “A1 and A2 are demands and A3 is an offer”."""
    by_act: dict[Force | None, list[Held]] = {}
    for one in clauses:
        by_act.setdefault(one.force, []).append(one)
    said = []
    for force, some in by_act.items():
        names = named(some, by_address=by_address)
        verb = "is" if len(some) == 1 else "are"
        act = PHRASES[force][len(some) > 1] if force else "not read"
        said.append(f"{names} {verb} {act}")
    return " and ".join(said) if len(said) < 3 else f"{', '.join(said[:-1])} and {said[-1]}"
