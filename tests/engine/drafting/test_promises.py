"""Promises, refusals and gates in plain diplomatic English, and what they hang on."""

from __future__ import annotations

import time

import pytest

from negotiator.engine.drafting import draft
from negotiator.engine.drafting.conditions import conditions, without
from negotiator.model import Clause, Force, Negotiation, Party, Reading, Strength

TALKS = Negotiation(
    "Talks",
    parties=(
        Party("RED", "Republic of Red", "1", short="Red"),
        Party("BLUE", "Kingdom of Blue", "2", short="Blue"),
    ),
)


def one(text: str) -> Reading:
    return draft([Clause("A1", "A1", "a@1", text)], TALKS, (), ("RED",))["A1"]


@pytest.mark.parametrize(
    ("text", "force", "depends"),
    [
        # What a party accepts, undertakes or is ready to do, and on what that hangs.
        ("Red accepts the freeze, provided that Blue opens its bases.",
         Force.COMMITMENT, ("provided that Blue opens its bases",)),
        ("On condition that Blue disarms, Red accepts the freeze.",
         Force.COMMITMENT, ("On condition that Blue disarms",)),
        ("Red accepts a freeze on launchers as long as Blue observes it.",
         Force.COMMITMENT, ("as long as Blue observes it",)),
        ("We accept your proposal on inspections.", Force.COMMITMENT, ()),
        ("Red agrees to an exchange of prisoners once the lists have been checked.",
         Force.COMMITMENT, ("once the lists have been checked",)),
        ("Subject to approval by parliament, Red agrees to the transfer.",
         Force.COMMITMENT, ("Subject to approval by parliament",)),
        ("Red undertakes to remove its launchers, subject to verification.",
         Force.COMMITMENT, ("subject to verification",)),
        ("As soon as Blue leaves, we will lift the embargo.",
         Force.COMMITMENT, ("As soon as Blue leaves",)),
        ("Provided Blue withdraws, we will resume the dialogue.",
         Force.COMMITMENT, ("Provided Blue withdraws",)),
        ("Provided that Blue withdraws, Red will resume the talks.",
         Force.COMMITMENT, ("Provided that Blue withdraws",)),
        ("Red will lift the sanctions if Blue frees the prisoners.",
         Force.COMMITMENT, ("if Blue frees the prisoners",)),
        ("We are prepared to pull back 500 men if Blue leaves the island.",
         Force.OFFER, ("if Blue leaves the island",)),
        ("If Blue removes its missiles, Red is willing to remove its own.",
         Force.OFFER, ("If Blue removes its missiles",)),
        ("Red is ready, if Blue agrees, to host a summit.", Force.OFFER, ("if Blue agrees",)),
        ("Red remains willing to share the data, provided Blue does the same.",
         Force.OFFER, ("provided Blue does the same",)),
        ("If Blue withdraws, we are ready to discuss limits.",
         Force.OFFER, ("If Blue withdraws",)),
        ("Ready to take part once the details are settled.",
         Force.OFFER, ("once the details are settled",)),
        ("In exchange for the release of prisoners, Red would lift sanctions.",
         Force.OFFER, ("In exchange for the release of prisoners",)),
        ("Negotiations may start in June, once our allies have been heard.",
         Force.OFFER, ("once our allies have been heard",)),
        # What is withheld until something has come about.
        ("Unless Blue pulls back, no further round will be held.",
         Force.CONDITION, ("Unless Blue pulls back",)),
        ("Pending a truce, no talks on arms control will take place.",
         Force.CONDITION, ("Pending a truce",)),
        ("There will be no talks unless the hostages are freed.",
         Force.CONDITION, ("unless the hostages are freed",)),
        ("Negotiations cannot begin until the shelling stops.",
         Force.CONDITION, ("until the shelling stops",)),
        ("Until Blue withdraws its forces, Red will not lift sanctions.",
         Force.CONDITION, ("Until Blue withdraws its forces",)),
        ("No sanctions will be lifted before Blue leaves the islands.",
         Force.CONDITION, ("before Blue leaves the islands",)),
        ("We cannot sign the treaty unless Blue opens its archives.",
         Force.CONDITION, ("unless Blue opens its archives",)),
        ("Only if Blue withdraws will the talks resume.",
         Force.CONDITION, ("Only if Blue withdraws",)),
        ("Red will sign the protocol only after Blue has ratified it.",
         Force.CONDITION, ("only after Blue has ratified it",)),
        ("No more meetings of this kind until Blue frees the crew.",
         Force.CONDITION, ("until Blue frees the crew",)),
        ("Failing a truce, no talks will be held.", Force.CONDITION, ("Failing a truce",)),
        ("Without a truce, no talks will be held.", Force.CONDITION, ("Without a truce",)),
        # What is not done: no duty, no demand, no refusal of what is not refused.
        ("Red does not insist on the annex.", Force.ASSERTION, ()),
        ("Red no longer demands the closure of the base.", Force.ASSERTION, ()),
        ("Red does not request any change.", Force.ASSERTION, ()),
        ("Red does not undertake to remove its launchers.", Force.ASSERTION, ()),
        ("Red does not object to the presence of observers.", Force.ASSERTION, ()),
        ("We are not willing to reopen the protocol.", Force.REFUSAL, ()),
        ("Red is not prepared to withdraw its forces.", Force.REFUSAL, ()),
        # What others do or are ready to do is told, not asked.
        ("Blue is ready to withdraw from the islands.", Force.ASSERTION, ()),
        ("Blue does not accept the freeze.", Force.ASSERTION, ()),
        ("If Blue attacks, there will be consequences.", Force.WARNING, ("If Blue attacks",)),
    ],
)  # fmt: skip
def test_acts_with_what_they_hang_on(text: str, force: Force, depends: tuple[str, ...]) -> None:
    reading = one(text)
    assert (reading.force, reading.conditions) == (force, depends)


@pytest.mark.parametrize(
    "text",
    [
        "Blue accepts the freeze, provided that Red withdraws.",
        "Sanctions will be lifted once Blue has withdrawn.",
        "We are prepared to respond with force.",
        "Red does not intend to leave the island.",
        "Red will not release the prisoners until Blue does.",
    ],
)
def test_what_may_be_one_act_or_another_is_left_open(text: str) -> None:
    assert one(text).force is None


@pytest.mark.parametrize(
    "text",
    [
        "No forces shall be deployed.",
        "No forces shall be deployed unless both Parties agree.",
        "No forces will be deployed on the islands.",
        "No missiles will be deployed unless Blue deploys its own.",
        "Unless otherwise agreed, no forces shall be deployed.",
        "Unless the Parties agree otherwise, no meeting shall be held outside Geneva.",
        "Pending entry into force, the Parties shall refrain from tests.",
        "Unless otherwise agreed, costs will be shared.",
    ],
)
def test_a_rule_of_the_text_with_an_exception_binds_everybody(text: str) -> None:
    assert one(text).force is Force.MUTUAL_COMMITMENT


def test_whoever_is_named_in_a_condition_alone_is_not_bound() -> None:
    assert one("Unless Blue pulls back, no further round will be held.").bound == ""
    assert one("If Blue withdraws, we are ready to discuss limits.").bound == "Red"
    assert one("Only if Blue withdraws will the talks resume.").bound == ""
    assert one("If Red and Blue agree, the Commission shall meet.").bound == "the Commission"


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Red accepts the freeze.", Strength.SHALL),
        ("Red is prepared to withdraw.", Strength.INTENDS),
        ("Red is not ready to discuss the bases.", Strength.DECLARES),
        ("Red does not insist on the annex.", Strength.DECLARES),
        ("Red never agreed to the annex and does not accept it.", Strength.DECLARES),
        ("Blue withdraws its demand for a buffer zone.", Strength.DECLARES),
        ("Neither Party accepts any liability.", Strength.DECLARES),
        ("Red agrees not to deploy missiles.", Strength.SHALL_REFRAIN),
    ],
)
def test_what_is_denied_binds_nobody(text: str, strength: Strength) -> None:
    assert one(text).strength == strength


@pytest.mark.parametrize(
    "text",
    [
        "The Parties shall meet once a year.",
        "The Parties shall meet once every two years, and at once where needed.",
        "The Commission shall decide if the claim is founded.",
        "The Parties will meet, if necessary, in Vienna, and report as soon as possible.",
        "Red will see whether and if so how to proceed, even if Blue objects.",
        "The Parties shall exchange lists until 31 December 2025.",
        "No vessel shall be held until the end of the season.",
        "No claim shall be brought before a court of law that is not named here.",
        "Help provided to the islands shall be notified.",
        "Pending cases shall be closed.",
        "Without prejudice to the Charter, the Parties shall act without delay.",
    ],
)
def test_times_and_procedure_are_no_conditions(text: str) -> None:
    assert conditions(text) == ()


def test_blanks_stand_where_the_conditions_stood() -> None:
    text = "If Blue withdraws, Red will lift the embargo unless a court objects."
    main = without(text)
    assert len(main) == len(text)
    assert (
        main.strip() == ", Red will lift the embargo" + " " * len(" unless a court objects") + "."
    )
    assert without(text, set_off=True).strip() == text.partition("withdraws")[2]


@pytest.mark.parametrize(
    "unit",
    ["once ", "once a, ", "until a ", "no, until a ", "no before ", "pending a ", "will if a ",
     ", provided a ", "Only if a ", "Provided that a, ", "is ready, to ", "not ", "accept "],
)  # fmt: skip
def test_hostile_text_takes_no_time(unit: str) -> None:
    text = (unit * 100_000)[:100_000]
    begun = time.process_time()
    one(text)
    assert time.process_time() - begun < 5
