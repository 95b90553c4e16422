"""The rules by which two clauses tell how one answers the other, in the order they are tried.

The same table, in words, stands in docs/method.md. Nothing here says that one clause answers the
other: a document states that, or a person does. What comes out is a draft.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from negotiator.engine.answering.matter import (
    close,
    keeps,
    negates,
    opposite,
    repeats,
    shares,
    touches,
)
from negotiator.engine.answering.turn import Turn
from negotiator.engine.answering.words import (
    accepts,
    backs,
    defers,
    denies,
    leaves_open,
    leaves_out,
    reassures,
    refers,
    reopens,
    reserves,
    restrains,
    talks,
    tentative,
    welcomes,
    withholds,
    withholds_yes,
)
from negotiator.engine.wording import substance
from negotiator.model import Clause, Force, How, Reading, Reciprocity, Wording

ASKS = frozenset({Force.DEMAND, Force.MUTUAL_COMMITMENT})
YIELDING = frozenset({Force.OFFER, Force.COMMITMENT, Force.MUTUAL_COMMITMENT})
COMMITTING = frozenset({Force.COMMITMENT, Force.MUTUAL_COMMITMENT})
OPENINGS = frozenset({Force.OFFER, Force.COUNTER_PROPOSAL})
UNYIELDING = frozenset({Force.REFUSAL, Force.CONDITION, Force.WARNING})


@dataclass(frozen=True, slots=True)
class Manner:
    """A condition on an answer and what it answers, and the manner where it holds.

    Args:
        name: what the rule rests on, as part of a sentence.
        holds: whether it applies.
        how: the manner.
    """

    name: str
    holds: Callable[[Turn], bool]
    how: How


def _same_words(turn: Turn) -> bool:
    verbatim = Wording.VERBATIM == turn.clause.wording == turn.asked.wording
    return verbatim and bool(turn.text) and substance(turn.text) == substance(turn.asked_text)


def _own_account(turn: Turn) -> bool:
    """An account of facts, or a matter among the answering party's members, grants nothing."""
    inward = (
        turn.force is Force.COMMITMENT and turn.reading.reciprocity is Reciprocity.AMONG_MEMBERS
    )
    account = turn.force in (Force.ASSERTION, Force.WARNING)
    return (account and turn.to is Force.MUTUAL_COMMITMENT) or (inward and turn.to in ASKS)


def _counter_demand(turn: Turn) -> bool:
    """What is asked back of the asker alone says nothing of what was asked."""
    aimed = turn.at_asker and not turn.at_all and turn.reading.reciprocity is Reciprocity.NO
    return turn.force is Force.DEMAND and turn.to in ASKS and aimed and not denies(turn.text)


def _same_demand(turn: Turn) -> bool:
    """Both demand of the very same others, in words that both use; or both of the other side.

    No number or negation stands apart.
    """
    if turn.force is not Force.DEMAND or turn.to not in ASKS or turn.to_bridging:
        return False
    matter = turn.same_bound and touches(turn.text, turn.asked_text)
    same = turn.one_side or (not turn.at_asker and matter)
    apart = turn.other_quantity or denies(turn.text) or opposite(turn.text, turn.asked_text)
    return same and not apart


def _negates(turn: Turn) -> bool:
    flat = turn.to is Force.DEMAND and turn.force is not Force.COUNTER_PROPOSAL
    both = turn.force in COMMITTING and turn.to in COMMITTING
    said = (flat and negates(turn.text, turn.asked_text)) or (
        both and opposite(turn.text, turn.asked_text)
    )
    return said and turn.meet


def _keeps_all(turn: Turn) -> bool:
    amends = turn.force is Force.DEMAND and not turn.at_asker
    return amends and keeps(turn.text, turn.asked_text) and not reserves(turn.text)


def _keeps_part(turn: Turn) -> bool:
    """A counter-proposal that accepts something, keeps part of a law, or keeps a number."""
    if turn.force is not Force.COUNTER_PROPOSAL or turn.to is Force.REFUSAL:
        return False
    kept = not (turn.at_asker or turn.at_self) and keeps(turn.text, turn.asked_text)
    return accepts(turn.text) or kept or turn.same_quantity


def _commits_too(turn: Turn) -> bool:
    """Both bind themselves on the same thing, and no number stands against it."""
    both = turn.force in COMMITTING and turn.to in COMMITTING
    return both and turn.meet and not turn.other_quantity


def _insists(turn: Turn) -> bool:
    """A condition grants nothing to a refusal, a warning or another condition."""
    if turn.force is not Force.CONDITION:
        return False
    flat = denies(turn.text) and not withholds(turn.text)
    return turn.to in UNYIELDING or turn.to is Force.ASSERTION or flat


def _accepts(turn: Turn) -> bool:
    held = reserves(turn.text) or tentative(turn.text)
    said = turn.force in YIELDING and accepts(turn.text) and not held
    return said and shares(turn.text, turn.asked_text)


def _says_no(turn: Turn) -> bool:
    if turn.force is Force.COUNTER_PROPOSAL:
        return False
    return withholds_yes(turn.text) or (turn.force not in YIELDING and denies(turn.text))


def _in_much_the_same_words(turn: Turn) -> bool:
    """A bridging text says much what one side says, neither with an exception."""
    same = turn.bridging and turn.to not in UNYIELDING and close(turn.text, turn.asked_text)
    return same and not (reserves(turn.text) or reserves(turn.asked_text))


def _grants_it(turn: Turn) -> bool:
    """An offer binds whom the other wanted bound, to much the same, with no number apart."""
    same = turn.same_bound and repeats(turn.text, turn.asked_text)
    held = reserves(turn.text) or tentative(turn.text) or opposite(turn.text, turn.asked_text)
    return turn.force in YIELDING and same and not (turn.other_quantity or held)


def _talks_of_an_act(turn: Turn) -> bool:
    """To talk about what was to be done or left undone is not to do it."""
    talking = turn.force not in COMMITTING and turn.to in ASKS
    return talking and talks(turn.text) and restrains(turn.asked_text)


def _account_against_position(turn: Turn) -> bool:
    if turn.force in (Force.ASSERTION, Force.WARNING):
        return turn.to not in (*YIELDING, Force.COUNTER_PROPOSAL, None)
    return turn.force is Force.DEMAND and turn.to not in (*OPENINGS, Force.CONDITION, None)


MANNERS = (
    Manner("the same words", _same_words, How.ACCEPTED),
    Manner(
        "a refusal of one of the alternatives left open",
        lambda t: (
            t.force is Force.REFUSAL and t.meet and t.to_bridging and leaves_open(t.asked_text)
        ),
        How.ACCEPTED_IN_PART,
    ),
    Manner(
        "a refusal beside one of its own side",
        lambda t: t.force is Force.REFUSAL and t.one_side and t.meet and t.to in UNYIELDING,
        How.ACCEPTED,
    ),
    Manner("a refusal", lambda t: t.force is Force.REFUSAL and t.meet, How.REFUSED),
    Manner("a no to the very thing", _negates, How.REFUSED),
    Manner(
        "words that put it off",
        lambda t: t.force is not Force.DEMAND and t.meet and defers(t.said),
        How.DEFERRED,
    ),
    Manner("a condition against a position", _insists, How.REFUSED),
    Manner(
        "a condition against a counter-proposal",
        lambda t: (
            t.force is Force.CONDITION and t.to is Force.COUNTER_PROPOSAL and not t.to_bridging
        ),
        How.COUNTERED,
    ),
    Manner(
        "a condition to open it again",
        lambda t: t.force is Force.CONDITION and reopens(t.said),
        How.COUNTERED,
    ),
    Manner("a condition", lambda t: t.force is Force.CONDITION, How.ACCEPTED_CONDITIONALLY),
    Manner(
        "neither issue nor topic in common, in one branch",
        lambda t: not t.meet and t.one_branch and t.force is not Force.REFUSAL,
        How.OTHER_OBJECT,
    ),
    Manner(
        "both rest on the same ground",
        lambda t: t.force is t.to is Force.ASSERTION and t.same_ground,
        How.ACCEPTED_IN_PART,
    ),
    Manner(
        "words that pass it on",
        lambda t: t.force is not Force.COUNTER_PROPOSAL and refers(t.said),
        How.REFERRED,
    ),
    Manner(
        "a bridging text without what was refused",
        lambda t: t.bridging and t.to is Force.REFUSAL and leaves_out(t.text),
        How.ACCEPTED,
    ),
    Manner(
        "a bridging text without what was asked",
        lambda t: t.bridging and t.to in ASKS and leaves_out(t.text),
        How.REFUSED,
    ),
    Manner("words that say no", _says_no, How.REFUSED),
    Manner("words that say yes", _accepts, How.ACCEPTED),
    Manner(
        "an account of what it accepts",
        lambda t: (
            t.force is Force.ASSERTION
            and t.to not in UNYIELDING
            and (welcomes(t.text) or reassures(t.text, t.asked_text))
        ),
        How.ACCEPTED_IN_PART,
    ),
    Manner("an amendment that keeps it", _keeps_all, How.ACCEPTED),
    Manner("an amendment that keeps part of it", _keeps_part, How.ACCEPTED_IN_PART),
    Manner("its own account only", _own_account, How.OTHER_OBJECT),
    Manner(
        "a demand that backs another",
        lambda t: t.force is t.to is Force.DEMAND and backs(t.text),
        How.ACCEPTED,
    ),
    Manner("the same demand of the same others", _same_demand, How.ACCEPTED),
    Manner("a demand on the asker alone", _counter_demand, How.OTHER_OBJECT),
    Manner(
        "a demand against a demand",
        lambda t: t.force is Force.DEMAND and t.to in ASKS and t.at_asker,
        How.REFUSED,
    ),
    Manner(
        "another demand than a bridging text or law makes",
        lambda t: t.force is Force.DEMAND and t.to in ASKS and (t.to_bridging or not t.at_party),
        How.COUNTERED,
    ),
    Manner("another demand", lambda t: t.force is Force.DEMAND and t.to in ASKS, How.REFUSED),
    Manner("an account or demand against a position", _account_against_position, How.REFUSED),
    Manner(
        "a demand for more than a bridging text",
        lambda t: t.force is Force.DEMAND and t.to_bridging and t.to in OPENINGS,
        How.ACCEPTED_IN_PART,
    ),
    Manner(
        "a demand against a counter-proposal",
        lambda t: (
            t.force is Force.DEMAND
            and t.to is Force.COUNTER_PROPOSAL
            and not (t.one_side or t.other_quantity)
        ),
        How.REFUSED,
    ),
    Manner(
        "an account or demand against an opening",
        lambda t: t.force in (Force.ASSERTION, Force.DEMAND, Force.WARNING),
        How.COUNTERED,
    ),
    Manner(
        "a bridging text in much the same words",
        _in_much_the_same_words,
        How.ACCEPTED,
    ),
    Manner(
        "a bridging text",
        lambda t: t.bridging and t.force in (*YIELDING, Force.COUNTER_PROPOSAL),
        How.ACCEPTED_IN_PART,
    ),
    Manner("a counter-proposal", lambda t: t.force is Force.COUNTER_PROPOSAL, How.COUNTERED),
    Manner(
        "an offer against a refusal",
        lambda t: t.force in YIELDING and t.to in (Force.REFUSAL, Force.WARNING),
        How.COUNTERED,
    ),
    Manner(
        "talks about another object",
        lambda t: _talks_of_an_act(t) and not t.same_object,
        How.OTHER_OBJECT,
    ),
    Manner(
        "talks where an act was asked for",
        _talks_of_an_act,
        How.COUNTERED,
    ),
    Manner(
        "talks where an act was demanded",
        lambda t: t.to is Force.DEMAND and t.force is Force.OFFER and talks(t.text),
        How.COUNTERED,
    ),
    Manner(
        "an offer on conditions",
        lambda t: t.conditional and t.to not in (Force.REFUSAL, Force.WARNING),
        How.ACCEPTED_CONDITIONALLY,
    ),
    Manner("a commitment to what is committed", _commits_too, How.ACCEPTED),
    Manner(
        "a commitment in answer to a bridging text",
        lambda t: (
            t.force is Force.COMMITMENT
            and t.to_bridging
            and not (reserves(t.text) or tentative(t.text) or t.other_quantity)
        ),
        How.ACCEPTED,
    ),
    Manner("an offer of what was asked", _grants_it, How.ACCEPTED),
    Manner("an offer", lambda t: t.force in YIELDING, How.ACCEPTED_IN_PART),
    Manner("words that welcome it", lambda t: welcomes(t.text), How.ACCEPTED_IN_PART),
)
UNTOLD = Manner("neither act nor words tell", lambda t: True, How.COUNTERED)


def manner(turn: Turn) -> Manner:
    """Return the first rule that holds for an answer."""
    return next((rule for rule in MANNERS if rule.holds(turn)), UNTOLD)


def to_proposal(clause: Clause, reading: Reading) -> Manner:
    """Return how a clause answers a proposal as a whole: its act alone tells."""
    if reading.force is Force.REFUSAL or denies(clause.text):
        return Manner("a refusal", lambda t: True, How.REFUSED)
    if reading.force is Force.CONDITION:
        return Manner("a condition", lambda t: True, How.ACCEPTED_CONDITIONALLY)
    return UNTOLD
