"""What a further document does to the position that a party holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from negotiator.engine.movement import movement
from negotiator.model import Confidence, Force, How, MoveKind, Reciprocity
from tests.engine.build import Said, Tabled, table
from tests.engine.movement.told import last, short

HARDENED, SOFTENED, REFRAMED, UNCHANGED = (
    MoveKind.HARDENED,
    MoveKind.SOFTENED,
    MoveKind.REFRAMED,
    MoveKind.UNCHANGED,
)
DEMAND, OFFER, MUTUAL = Force.DEMAND, Force.OFFER, Force.MUTUAL_COMMITMENT
REFUSAL, CONDITION, WARNING = Force.REFUSAL, Force.CONDITION, Force.WARNING
COUNTER, ASSERTION, COMMITMENT = Force.COUNTER_PROPOSAL, Force.ASSERTION, Force.COMMITMENT


def clause(id: str, act: Force | None, **more: Any) -> Said:
    return Said(id, force=act, reading=more)


def after(*documents: Sequence[Said]) -> MoveKind:
    """Return what the last of some documents, one a month, does to the position."""
    tabled = [
        Tabled("RED", f"2024-0{month}-01", clauses, proposal=f"paper-{month}")
        for month, clauses in enumerate(documents, 2)
    ]
    blue = Tabled("BLUE", "2024-01-01", [Said("B1", force=OFFER), Said("B2", force=ASSERTION)])
    return last(movement(table(blue, *tabled))).kind


def sequence(*acts: Force | None) -> MoveKind:
    return after(*([clause(f"A{n}", act)] for n, act in enumerate(acts)))


@pytest.mark.parametrize(
    ("acts", "kind"),
    [
        # The same act again is said again.
        ((DEMAND, DEMAND), UNCHANGED),
        ((REFUSAL, REFUSAL), UNCHANGED),
        ((OFFER, OFFER), UNCHANGED),
        # A refusal, condition or warning where there was none.
        ((DEMAND, REFUSAL), HARDENED),
        ((MUTUAL, CONDITION), HARDENED),
        ((OFFER, WARNING), HARDENED),
        ((CONDITION, REFUSAL), HARDENED),
        ((CONDITION, WARNING), HARDENED),
        # From no to yes, if.
        ((REFUSAL, CONDITION), SOFTENED),
        # An offer where there was none.
        ((DEMAND, OFFER), SOFTENED),
        ((REFUSAL, OFFER), SOFTENED),
        ((MUTUAL, OFFER), SOFTENED),
        ((REFUSAL, COUNTER), SOFTENED),
        ((REFUSAL, MUTUAL), SOFTENED),
        # A demand where there was an offer, or a proposal that bound both.
        ((OFFER, DEMAND), HARDENED),
        ((MUTUAL, DEMAND), HARDENED),
        # Another act, neither harder nor softer.
        ((OFFER, COUNTER), REFRAMED),
        ((DEMAND, COUNTER), REFRAMED),
        ((REFUSAL, DEMAND), REFRAMED),
        ((WARNING, REFUSAL), REFRAMED),
        # A commitment may be one to oneself.
        ((DEMAND, COMMITMENT), REFRAMED),
        # An account of facts moves nothing; against one, acts count.
        ((DEMAND, ASSERTION), UNCHANGED),
        ((ASSERTION, ASSERTION), UNCHANGED),
        ((ASSERTION, DEMAND), HARDENED),
        ((ASSERTION, OFFER), SOFTENED),
        # An offer goes beyond a refusal, a refusal beyond an offer, as often as it takes.
        ((REFUSAL, OFFER, REFUSAL), HARDENED),
        ((OFFER, REFUSAL, OFFER), SOFTENED),
        ((DEMAND, OFFER, DEMAND), UNCHANGED),
        ((OFFER, COUNTER, OFFER), SOFTENED),
        # What nobody has read is shown, for somebody to look at.
        ((DEMAND, None), REFRAMED),
    ],
)
def test_one_act_after_another(acts: tuple[Force | None, ...], kind: MoveKind) -> None:
    assert sequence(*acts) is kind


TIED = {"conditions": ("once inspected",)}
ELSEWHERE = {"conditions": ("if the bridge is sold",)}


@pytest.mark.parametrize(
    ("before", "now", "kind"),
    [
        # Demands and offers that are tied to something.
        (clause("A1", DEMAND), clause("A2", DEMAND, linkage=("no deal without it",)), HARDENED),
        (clause("A1", OFFER), clause("A2", OFFER, **TIED), REFRAMED),
        (clause("A1", MUTUAL), clause("A2", OFFER, **TIED), REFRAMED),
        (clause("A1", DEMAND), clause("A2", OFFER, **TIED), SOFTENED),
        (clause("A1", CONDITION), clause("A2", OFFER, **TIED), REFRAMED),
        (clause("A1", CONDITION), clause("A2", OFFER), SOFTENED),
        # Another condition is another bargain, the same one is none.
        (clause("A1", OFFER, **TIED), clause("A2", OFFER, **ELSEWHERE), REFRAMED),
        (clause("A1", OFFER, **TIED), clause("A2", OFFER, **TIED), UNCHANGED),
        # The condition was there already.
        (clause("A1", OFFER, **TIED), clause("A2", CONDITION), REFRAMED),
        # A demand that binds both is a mutual commitment in other words.
        (
            clause("A1", DEMAND, reciprocity=Reciprocity.YES),
            clause("A2", MUTUAL),
            UNCHANGED,
        ),
        (
            clause("A1", MUTUAL),
            clause("A2", DEMAND, reciprocity=Reciprocity.IN_FORM),
            UNCHANGED,
        ),
        # The same demand, of somebody else.
        (clause("A1", DEMAND, bound="Blue"), clause("A2", DEMAND, bound="the League"), REFRAMED),
        (
            clause("A1", DEMAND, bound="Blue and the League"),
            clause("A2", DEMAND, bound="Blue"),
            UNCHANGED,
        ),
    ],
)
def test_more_than_the_act(before: Said, now: Said, kind: MoveKind) -> None:
    assert after([before], [now]) is kind


@pytest.mark.parametrize(
    ("answers", "act", "kind"),
    [
        ({"B1": How.ACCEPTED}, DEMAND, SOFTENED),
        ({"B1": How.ACCEPTED_IN_PART}, COMMITMENT, SOFTENED),
        # To refuse what is offered is to stand by a demand.
        ({"B1": How.REFUSED}, DEMAND, UNCHANGED),
        ({"B1": How.ACCEPTED_CONDITIONALLY}, CONDITION, HARDENED),
        # To accept an account of facts gives nothing.
        ({"B2": How.ACCEPTED}, DEMAND, UNCHANGED),
        # An assertion moves nothing, whatever it answers.
        ({"B1": How.ACCEPTED}, ASSERTION, UNCHANGED),
        # An offer beside the point is no step towards anybody.
        ({"B1": How.OTHER_OBJECT}, OFFER, REFRAMED),
    ],
)
def test_what_it_answers(answers: dict[str, How], act: Force, kind: MoveKind) -> None:
    assert after([clause("A1", DEMAND)], [Said("A2", force=act, answers=answers)]) is kind


def test_an_offer_and_a_refusal_at_once_pull_both_ways() -> None:
    assert after([clause("A1", DEMAND)], [clause("A2", OFFER), clause("A3", REFUSAL)]) is REFRAMED


def test_a_clause_that_changes_its_answer_to_yes_gives_way() -> None:
    corpus = table(
        Tabled("BLUE", "2024-01-01", [Said("B1", force=OFFER)]),
        Tabled("RED", "2024-02-01", [Said("A1", "Old.", answers={"B1": How.COUNTERED})]),
        Tabled("RED", "2024-03-01", [Said("A1", "New.", answers={"B1": How.ACCEPTED})]),
    )
    move = last(movement(corpus))
    assert move.kind is SOFTENED
    assert move.reason == "A1@2 accepts B1; A1@1 is a demand."


@pytest.mark.parametrize(
    ("before", "now", "kind"),
    [
        ({"B1": How.COUNTERED}, {"B1": How.ACCEPTED}, SOFTENED),
        ({}, {"B1": How.ACCEPTED_IN_PART}, SOFTENED),
        ({}, {"blue": How.ACCEPTED}, SOFTENED),
        # It said so before, or says something else now.
        ({"B1": How.ACCEPTED}, {"B1": How.ACCEPTED}, UNCHANGED),
        ({"B1": How.ACCEPTED}, {}, UNCHANGED),
        ({}, {"B1": How.REFUSED}, UNCHANGED),
        # To accept an account of facts gives nothing.
        ({}, {"B2": How.ACCEPTED}, UNCHANGED),
    ],
)
@pytest.mark.parametrize("beside", ["", "A further clause about ships."])
def test_a_repeated_clause_that_newly_says_yes_gives_way(
    before: dict[str, How], now: dict[str, How], kind: MoveKind, beside: str
) -> None:
    more = [Said("A2", beside, force=ASSERTION)] if beside else []
    corpus = table(
        Tabled("BLUE", "2024-01-01", [Said("B1", force=OFFER), Said("B2", force=ASSERTION)]),
        Tabled("RED", "2024-02-01", [Said("A1", "Same.", answers=before)]),
        Tabled("RED", "2024-03-01", [Said("A1", "Same.", answers=now), *more]),
    )
    move = last(movement(corpus))
    assert move.kind is kind
    if kind is SOFTENED:
        assert move.signs == ("accepts what is asked or offered",)
        part = " in part" if How.ACCEPTED_IN_PART in now.values() else ""
        assert move.reason == f"A1@2 accepts B1{part}; A1@1 is a demand."


def test_the_whole_position_is_what_a_further_document_is_measured_against() -> None:
    corpus = table(
        Tabled("RED", "2024-01-01", [Said("A1", force=MUTUAL), Said("A2", force=MUTUAL)]),
        Tabled("RED", "2024-02-01", [Said("E1", force=ASSERTION), Said("E2", force=CONDITION)],
               proposal="letter"),
    )  # fmt: skip
    move = last(movement(corpus))
    assert short(move) == "RED I1 hardened: A1 A2 → E1 E2"
    assert move.reason == "E2 is a condition, where A1 and A2 are mutual commitments."
    assert move.confidence is Confidence.MEDIUM
    assert move.documents == ("letter@1",)


def test_what_a_reply_says_of_facts_is_told_as_that() -> None:
    corpus = table(
        Tabled("RED", "2024-01-01", [Said("A1")]),
        Tabled("RED", "2024-02-01", [Said("E1", force=ASSERTION)], proposal="letter"),
    )
    assert last(movement(corpus)).reason == (
        "E1 is an assertion, which alone moves nothing; A1 stands."
    )
