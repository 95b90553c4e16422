"""The rules by which an exchange becomes a verdict, in the order in which they are tried.

The same table, in words, stands in docs/method.md; a test holds the two together. Every rule is
the same whichever party comes first. None says more than the readings and the stated answers
carry: where they say nothing, the verdict is *unknown*.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from negotiator.engine.exchange import OPEN, Exchange
from negotiator.engine.last_word import POSITIVE
from negotiator.model import Force, How, Verdict

Holds = Callable[[Exchange], bool]
GRANTING = frozenset({How.ACCEPTED, How.ACCEPTED_IN_PART})
DENYING = frozenset({How.REFUSED, How.COUNTERED})
OPENING = frozenset({Force.OFFER, Force.MUTUAL_COMMITMENT, Force.COUNTER_PROPOSAL})
ASKING = frozenset({Force.DEMAND, Force.MUTUAL_COMMITMENT, Force.OFFER, Force.COUNTER_PROPOSAL})


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition on what passes between two parties, and the verdict where it holds.

    Args:
        name: the rule's name, which the documentation uses.
        holds: whether it applies.
        verdict: what it then says.
        stated: whether it rests on stated answers or texts, not on acts alone.
    """

    name: str
    holds: Holds
    verdict: Verdict
    stated: bool = True


def _both_silent(x: Exchange) -> bool:
    return not (x.left.cell.clauses or x.right.cell.clauses)


def _one_silent(x: Exchange) -> bool:
    return not (x.left.cell.clauses and x.right.cell.clauses)


def _one_voice(x: Exchange) -> bool:
    """All that one of them says here is said with the other, or by it."""
    ours, theirs = x.left.ids, x.right.ids
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def _same_text(x: Exchange) -> bool:
    says_something = x.left.texts is not None and all(x.left.words)
    return says_something and x.left.texts == x.right.texts


def _same_but_editing(x: Exchange) -> bool:
    verbatim = x.left.texts is not None and x.right.texts is not None
    return verbatim and all(x.left.words) and sorted(x.left.words) == sorted(x.right.words)


def _unread(x: Exchange) -> bool:
    return not (x.left.forces and x.right.forces)


def _beside_the_point(x: Exchange) -> bool:
    return bool(x.beside_the_point)


def _refused(x: Exchange) -> bool:
    return How.REFUSED in x.hows and not x.hows & POSITIVE


def _conditional(x: Exchange) -> bool:
    if not x.hows & POSITIVE:
        return False
    gated = any(speaker.does(Force.CONDITION) for speaker in x.speakers)
    return How.ACCEPTED_CONDITIONALLY in x.hows or gated or _conditions(x)


def _denied_last(x: Exchange) -> bool:
    return x.denied_last


def _accepted_last(x: Exchange) -> bool:
    return x.accepted_last


def _conditions(x: Exchange) -> bool:
    return any(speaker.conditional for speaker in x.speakers)


def _accepted(x: Exchange) -> bool:
    reserved = any(s.does(Force.REFUSAL) or s.does(Force.WARNING) for s in x.speakers)
    accepted = x.hows - {How.OTHER_OBJECT} == {How.ACCEPTED}
    return accepted and not reserved and not x.demands_left


def _accepted_in_part(x: Exchange) -> bool:
    return bool(x.hows & POSITIVE)


def _demand_countered(x: Exchange) -> bool:
    return x.demands_countered or x.countered_each_way or x.insisted


def _countered(x: Exchange) -> bool:
    return How.COUNTERED in x.hows


def _left_open(x: Exchange) -> bool:
    return bool(x.hows & OPEN)


def _each_way(x: Exchange, one: Force, other: Force) -> bool:
    left, right = x.speakers
    return (left.does(one) and right.does(other)) or (left.does(other) and right.does(one))


def _gates(x: Exchange) -> bool:
    """A condition holds back everything its side offers, so it is never beside the point."""
    each = all(speaker.does(Force.CONDITION) for speaker in x.speakers)
    return x.across and each and not x.hows & POSITIVE


def _warnings(x: Exchange) -> bool:
    return x.across and any(
        speaker.does(Force.WARNING) and not other.ready
        for speaker, other in (x.speakers, x.speakers[::-1])
    )


def _proposal_refused(x: Exchange) -> bool:
    hows = {answer.how for _, answer in x.to_proposals}
    return How.REFUSED in hows and not hows & POSITIVE


def _refusal_meets_ask(x: Exchange) -> bool:
    """A refusal that states what it refuses refuses nothing else."""
    return x.across and any(
        one.refuses_at_large and other.forces & ASKING
        for one, other in (x.speakers, x.speakers[::-1])
    )


def _third_split(x: Exchange) -> bool:
    """One grants what a third party wants, the other refuses or counters it."""
    granted, denied = GRANTING.issuperset, DENYING.issuperset
    return any(
        (granted(left) and denied(right)) or (denied(left) and granted(right))
        for left, right in x.to_a_third
    )


def _third_answered(x: Exchange) -> bool:
    """Both answer the same clause of a third party, and not one flatly yes and the other no."""
    return any(
        {How.REFUSED} not in (left, right) or not (left | right) & POSITIVE
        for left, right in x.to_a_third
    )


def _contradiction(x: Exchange) -> bool:
    return x.across and x.contradiction is not None


def _same_stance(x: Exchange) -> bool:
    said = frozenset({Force.ASSERTION})
    return not x.across and bool((x.left.forces & x.right.forces) - said)


def _demands_meet(x: Exchange) -> bool:
    return x.across and _each_way(x, Force.DEMAND, Force.DEMAND)


def _demands_on_others(x: Exchange) -> bool:
    return _demands_meet(x) and x.demands_on_others


def _both_ready_on_conditions(x: Exchange) -> bool:
    return _both_ready(x) and (_conditions(x) or any(s.does(Force.CONDITION) for s in x.speakers))


def _both_ready(x: Exchange) -> bool:
    return x.left.ready and x.right.ready


def _demand_meets_offer(x: Exchange) -> bool:
    return x.across and any(
        speaker.does(Force.DEMAND) and other.forces & OPENING
        for speaker, other in (x.speakers, x.speakers[::-1])
    )


def _demand_meets_account(x: Exchange) -> bool:
    return x.across and _each_way(x, Force.DEMAND, Force.ASSERTION)


def _always(_: Exchange) -> bool:
    return True


RULES = (
    Rule("both silent", _both_silent, Verdict.BOTH_SILENT),
    Rule("one silent", _one_silent, Verdict.ONE_SIDED),
    Rule("one speaks for the other", _one_voice, Verdict.COMPATIBLE),
    Rule("same text", _same_text, Verdict.IDENTICAL),
    Rule("same text but for editing", _same_but_editing, Verdict.EQUIVALENT),
    Rule("not read", _unread, Verdict.UNKNOWN),
    Rule("condition against condition", _gates, Verdict.OPPOSED, stated=False),
    Rule("refused", _refused, Verdict.OPPOSED),
    Rule("beside the point", _beside_the_point, Verdict.ONE_SIDED),
    Rule("refused in the last word", _denied_last, Verdict.OPPOSED),
    Rule("accepted in the last word", _accepted_last, Verdict.COMPATIBLE),
    Rule("accepted on conditions", _conditional, Verdict.CONDITIONALLY_CONVERGENT),
    Rule("accepted", _accepted, Verdict.COMPATIBLE),
    Rule("accepted in part", _accepted_in_part, Verdict.PARTLY_CONVERGENT),
    Rule("demand countered", _demand_countered, Verdict.DIVERGENT),
    Rule("countered", _countered, Verdict.PARTLY_CONVERGENT),
    Rule("deferred or referred", _left_open, Verdict.UNKNOWN),
    Rule("proposal refused", _proposal_refused, Verdict.OPPOSED),
    Rule("warning", _warnings, Verdict.OPPOSED, stated=False),
    Rule("third granted and denied", _third_split, Verdict.DIVERGENT, stated=False),
    Rule("third answered", _third_answered, Verdict.PARTLY_CONVERGENT, stated=False),
    Rule("refusal meets ask", _refusal_meets_ask, Verdict.OPPOSED, stated=False),
    Rule("same stance within a side", _same_stance, Verdict.COMPATIBLE, stated=False),
    Rule("one forbids, one does not", _contradiction, Verdict.OPPOSED, stated=False),
    Rule("both demand of others", _demands_on_others, Verdict.PARTLY_CONVERGENT, stated=False),
    Rule("demand against demand", _demands_meet, Verdict.OPPOSED, stated=False),
    Rule(
        "both ready on conditions",
        _both_ready_on_conditions,
        Verdict.CONDITIONALLY_CONVERGENT,
        stated=False,
    ),
    Rule("both ready", _both_ready, Verdict.PARTLY_CONVERGENT, stated=False),
    Rule("demand meets offer", _demand_meets_offer, Verdict.PARTLY_CONVERGENT, stated=False),
    Rule("demand meets account", _demand_meets_account, Verdict.DIVERGENT, stated=False),
    Rule("nothing says", _always, Verdict.UNKNOWN, stated=False),
)


def first_rule(exchange: Exchange) -> Rule:
    """Return the first rule that holds; the last one always does."""
    return next(rule for rule in RULES if rule.holds(exchange))
