"""Whole drafts: the act, who is bound, both ways or one, and the reason for each."""

from __future__ import annotations

import pytest

from negotiator.engine.drafting import draft
from negotiator.model import (
    Clause,
    Force,
    Issue,
    Negotiation,
    Origin,
    Party,
    Reading,
    Reciprocity,
    Review,
    Strength,
    Topic,
)

RED = Party("RED", "Republic of Red", "1", short="Red")
BLUE = Party("BLUE", "Kingdom of Blue", "2", short="Blue", aliases=("Blueland",))
TALKS = Negotiation(
    "Talks",
    parties=(RED, BLUE),
    topics=(Topic("1", "Missiles"), Topic("2", "Exercises")),
    issues=(Issue("I1", "1", "Should missiles be limited?"),),
)


def one(text: str, *, by: str = "RED", language: str = "en") -> Reading:
    clause = Clause("A1", "A1", "a@1", text, language=language)
    return draft([clause], TALKS, (), (by,))["A1"]


@pytest.mark.parametrize(
    ("text", "force", "bound", "reciprocity"),
    [
        ("Neither Party shall deploy missiles.", Force.MUTUAL_COMMITMENT, "each party", "yes"),
        ("The Parties shall inform each other.", Force.MUTUAL_COMMITMENT, "the parties", "yes"),
        ("Red and Blue shall meet.", Force.MUTUAL_COMMITMENT, "Red and Blue", "yes"),
        ("Blue shall withdraw its forces.", Force.DEMAND, "Blue", "no"),
        ("Blueland must withdraw its forces.", Force.DEMAND, "Blue", "no"),
        ("Blue should refrain from threats.", Force.DEMAND, "Blue", "no"),
        ("Red shall withdraw its forces.", Force.COMMITMENT, "Red", "no"),
        ("We will withdraw our forces.", Force.COMMITMENT, "Red", "no"),
        ("We are ready to discuss limits.", Force.OFFER, "Red", "no"),
        ("Red would discuss limits on missiles.", Force.OFFER, "Red", "no"),
        ("We cannot accept this.", Force.REFUSAL, "Red", "no"),
        ("Red will not sign such a treaty.", Force.REFUSAL, "Red", "no"),
        ("Red will have to respond.", Force.WARNING, "Red", "no"),
        ("We urge you to withdraw your forces.", Force.DEMAND, "Red", "no"),
        ("We propose, instead, a meeting of experts.", Force.COUNTER_PROPOSAL, "", None),
        ("Consultations should be held on incidents.", Force.OFFER, "", None),
        ("This Treaty shall enter into force once ratified.", Force.CONDITION, "", None),
        ("Blue broke the agreement.", Force.ASSERTION, "", None),
    ],
)
def test_acts(text: str, force: Force, bound: str, reciprocity: str | None) -> None:
    reading = one(text)
    assert (reading.force, reading.bound) == (force, bound)
    assert reading.reciprocity == (Reciprocity(reciprocity) if reciprocity else None)


def test_the_same_words_are_a_demand_or_a_commitment_by_who_tables_them() -> None:
    assert one("Blue shall withdraw.", by="RED").force == Force.DEMAND
    assert one("Blue shall withdraw.", by="BLUE").force == Force.COMMITMENT


@pytest.mark.parametrize(
    "text",
    [
        "For the purposes of this Treaty, “missile” means any rocket.",
        "The Parties shall [not] deploy missiles.",
        "Annex",
    ],
)
def test_no_act_is_drafted_where_nothing_binds(text: str) -> None:
    reading = one(text)
    assert (reading.force, reading.bound, reading.reciprocity) == (None, "", None)


def test_a_draft_is_marked_as_such_and_says_why() -> None:
    reading = one("Blue shall not deploy missiles unless Red agrees, within 30 days.")
    assert (reading.origin, reading.review) == (Origin.MACHINE, Review.DRAFT)
    assert reading.topics == ("1",)
    assert reading.strength == Strength.PROHIBITS
    assert reading.conditions == ("unless Red agrees, within 30 days",)
    assert reading.parameters == ("within 30 days",)
    assert reading.reason == (
        "‘shall not’ (Blue): prohibits; demand: binds another party; "
        "topic 1 by the words ‘missiles’"
    )
    assert reading.by == ""


def test_an_issue_is_drafted_only_when_confirmed_readings_agree_on_the_only_one() -> None:
    asked = Clause("A1", "A1", "a@1", "Blue shall not deploy missiles.")
    read = [
        (Clause(f"B{n}", f"B{n}", "b@1", "Missiles shall leave."), Reading(("1",), ("I1",)))
        for n in range(2)
    ]
    assert draft([asked], TALKS, (), ("RED",))["A1"].issues == ()
    assert draft([asked], TALKS, read[:1], ("RED",))["A1"].issues == ()
    assert draft([asked], TALKS, read, ("RED",))["A1"].issues == ("I1",)
    without = (read[0][0], Reading(("1",), ("I9",)))
    assert draft([asked], TALKS, [*read, without], ("RED",))["A1"].issues == ()


def test_order_does_not_count() -> None:
    clauses = [
        Clause(f"A{n}", f"A{n}", "a@1", text)
        for n, text in enumerate(
            ["Blue shall withdraw missiles.", "Exercises shall be notified.", "We may reply."]
        )
    ]
    confirmed = [
        (Clause("B1", "B1", "b@1", "Rockets shall leave."), Reading(("1",))),
        (Clause("B2", "B2", "b@1", "Manoeuvres shall be announced."), Reading(("2",))),
    ]
    forth = draft(clauses, TALKS, confirmed, ("RED",))
    back = draft(clauses[::-1], TALKS, confirmed[::-1], ("RED",))
    assert forth == back
    assert draft(clauses, TALKS, confirmed, ("RED",)) == forth


def test_nothing_to_draft() -> None:
    assert draft((), TALKS, (), ("RED",)) == {}
    assert draft([Clause("A", "A", "a@1", "")], Negotiation("x"), (), ())["A"].topics == ()


def test_other_languages_are_read_by_the_language_of_the_clause() -> None:
    assert one("Die Parteien dürfen keine Raketen stationieren.", language="de").force == (
        Force.MUTUAL_COMMITMENT
    )
    assert one("各方不得部署导弹。", language="zh").force == Force.MUTUAL_COMMITMENT
