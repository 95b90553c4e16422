"""How one clause answers another, where nobody states how."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

import pytest

from negotiator.engine.answering import Turn, Turns, manner, to_proposal
from negotiator.engine.answering.manner import MANNERS, UNTOLD
from negotiator.engine.answering.words import accepts, denies, withholds_yes
from negotiator.model import Clause, Force, How, Reading, Reciprocity, Topic, Version, Wording
from tests.engine.build import NEGOTIATION

DEMAND, OFFER, CONDITION = Force.DEMAND, Force.OFFER, Force.CONDITION
REFUSAL, MUTUAL, WARNING = Force.REFUSAL, Force.MUTUAL_COMMITMENT, Force.WARNING
ACCOUNT, COUNTER = Force.ASSERTION, Force.COUNTER_PROPOSAL
ONE_WAY = {"reciprocity": Reciprocity.NO}
LEAVE = "No forces stay on the river."


def clause(id: str, text: str, wording: Wording = Wording.PARAPHRASE) -> Clause:
    return Clause(id, id, f"{id}@1", text, wording=wording)


def turn(
    force: Force | None,
    text: str,
    to: Force | None,
    asked: str = LEAVE,
    *,
    at_asker: bool = True,
    bridging: bool = False,
    to_bridging: bool = False,
    one_side: bool = False,
    same_bound: bool = False,
    asked_bound: str = "",
    **more: Any,
) -> Turn:
    """Return an answer of an act and words to an act and words, both on the same issue."""
    filed = {"topics": ("1",), "issues": ("I1",)}
    return Turn(
        clause("b1", text),
        Reading(force=force, **{**filed, **more}),
        clause("r1", asked),
        Reading(force=to, bound=asked_bound, **filed),
        at_asker,
        bridging=bridging,
        to_bridging=to_bridging,
        one_side=one_side,
        same_bound=same_bound,
    )


class Heard(NamedTuple):
    """A clause as read, in its document."""

    clause: Clause
    reading: Reading
    version: Version


CASES = [
    (
        "a refusal of one of the alternatives left open",
        turn(REFUSAL, "No bridge.", COUNTER, "A bridge, or no article on it.", to_bridging=True),
        How.ACCEPTED_IN_PART,
    ),
    (
        "a bridging text without what was refused",
        turn(COUNTER, "The bridge is left out.", REFUSAL, "No bridge.", bridging=True),
        How.ACCEPTED,
    ),
    (
        "a bridging text without what was asked",
        turn(COUNTER, "The bridge is left out.", DEMAND, "A bridge is built.", bridging=True),
        How.REFUSED,
    ),
    (
        "the same demand of the same others",
        turn(
            DEMAND,
            "A fund is fed by them.",
            DEMAND,
            "They pay into a new fund.",
            at_asker=False,
            same_bound=True,
        ),
        How.ACCEPTED,
    ),
    (
        "a refusal beside one of its own side",
        turn(REFUSAL, "No deals in slices.", REFUSAL, "No paper on a part.", one_side=True),
        How.ACCEPTED,
    ),
    (
        "a demand that backs another",
        turn(DEMAND, "Blue backs the plan for four ferrymen.", DEMAND, "Four ferrymen."),
        How.ACCEPTED,
    ),
    (
        "a demand for more than a bridging text",
        turn(DEMAND, "Half of the toll goes to Blue.", COUNTER, to_bridging=True),
        How.ACCEPTED_IN_PART,
    ),
    (
        "a demand against a counter-proposal",
        turn(DEMAND, "Half of the toll goes to Blue.", COUNTER),
        How.REFUSED,
    ),
    (
        "a bridging text in much the same words",
        turn(
            COUNTER,
            "A commission inspects the bridge every year.",
            DEMAND,
            "The bridge is inspected each year by a commission.",
            bridging=True,
        ),
        How.ACCEPTED,
    ),
    ("a refusal", turn(REFUSAL, "The forces stay.", DEMAND), How.REFUSED),
    (
        "a condition against a position",
        turn(CONDITION, "First the dam is opened.", REFUSAL),
        How.REFUSED,
    ),
    (
        "a condition against a counter-proposal",
        turn(CONDITION, "First the dam is opened.", COUNTER),
        How.COUNTERED,
    ),
    ("a condition", turn(CONDITION, "First the dam is opened.", OFFER), How.ACCEPTED_CONDITIONALLY),
    (
        "neither issue nor topic in common, in one branch",
        turn(OFFER, "Fish are shared.", DEMAND, topics=("2",), issues=("I2",)),
        How.OTHER_OBJECT,
    ),
    (
        "words that pass it on",
        turn(OFFER, "This should be dealt with in the river commission.", DEMAND),
        How.REFERRED,
    ),
    ("words that put it off", turn(OFFER, "This is for a later stage.", DEMAND), How.DEFERRED),
    (
        "a no to the very thing",
        turn(MUTUAL, "This is no surrender.", DEMAND, "Arms must be surrendered."),
        How.REFUSED,
    ),
    (
        "a condition to open it again",
        turn(CONDITION, "The chapter on boats must be reopened.", MUTUAL),
        How.COUNTERED,
    ),
    (
        "an amendment that keeps it",
        turn(DEMAND, "Leaves the two years as the Council drew it.", DEMAND, at_asker=False),
        How.ACCEPTED,
    ),
    (
        "an amendment that keeps part of it",
        turn(
            COUNTER,
            "Keeps the ban on boats by night.",
            DEMAND,
            "All boats are banned.",
            at_asker=False,
        ),
        How.ACCEPTED_IN_PART,
    ),
    (
        "another demand",
        turn(DEMAND, "Boats carry two lamps.", DEMAND, at_asker=False),
        How.REFUSED,
    ),
    (
        "another demand than a bridging text or law makes",
        turn(DEMAND, "Boats carry two lamps.", MUTUAL, at_asker=False, to_bridging=True),
        How.COUNTERED,
    ),
    (
        "a commitment in answer to a bridging text",
        turn(Force.COMMITMENT, "Blue keeps troops there.", COUNTER, to_bridging=True),
        How.ACCEPTED,
    ),
    (
        "a commitment to what is committed",
        turn(MUTUAL, "Both guard the bridge.", MUTUAL, "Both look after the bridge."),
        How.ACCEPTED,
    ),
    ("words that say no", turn(ACCOUNT, "That is unacceptable.", DEMAND), How.REFUSED),
    ("words that say yes", turn(OFFER, "Blue agrees that forces leave.", DEMAND), How.ACCEPTED),
    (
        "an account of what it accepts",
        turn(ACCOUNT, "Blue notes the readiness of Red to talk.", OFFER),
        How.ACCEPTED_IN_PART,
    ),
    ("its own account only", turn(ACCOUNT, "Blue has ten men there.", MUTUAL), How.OTHER_OBJECT),
    (
        "a demand on the asker alone",
        turn(DEMAND, "Red should leave the hills.", DEMAND, **ONE_WAY),
        How.OTHER_OBJECT,
    ),
    (
        "a demand against a demand",
        turn(DEMAND, "Every state chooses its own guests.", DEMAND),
        How.REFUSED,
    ),
    (
        "an account or demand against a position",
        turn(ACCOUNT, "The dam has always been open.", REFUSAL),
        How.REFUSED,
    ),
    (
        "an account or demand against an opening",
        turn(ACCOUNT, "The dam has always been open.", OFFER),
        How.COUNTERED,
    ),
    (
        "a bridging text",
        turn(COUNTER, "Half of them leave.", DEMAND, bridging=True),
        How.ACCEPTED_IN_PART,
    ),
    ("a counter-proposal", turn(COUNTER, "Half of them leave.", DEMAND), How.COUNTERED),
    ("an offer against a refusal", turn(OFFER, "Half of them leave.", REFUSAL), How.COUNTERED),
    (
        "talks where an act was asked for",
        turn(OFFER, "Talks on the forces can begin.", MUTUAL),
        How.COUNTERED,
    ),
    (
        "talks where an act was demanded",
        turn(OFFER, "Blue would discuss it.", DEMAND, "Blue pays the toll."),
        How.COUNTERED,
    ),
    (
        "an offer on conditions",
        turn(OFFER, "Half of them leave.", MUTUAL, linkage=("part of the whole package",)),
        How.ACCEPTED_CONDITIONALLY,
    ),
    (
        "an offer of what was asked",
        turn(
            OFFER,
            "Blue hosts no foreign ships.",
            DEMAND,
            "There are no foreign ships or bases on Blue water.",
            same_bound=True,
        ),
        How.ACCEPTED,
    ),
    (
        "an offer",
        turn(OFFER, "A hotline is set up.", MUTUAL, "The two keep talking."),
        How.ACCEPTED_IN_PART,
    ),
    ("words that welcome it", turn(None, "Blue welcomes this.", DEMAND), How.ACCEPTED_IN_PART),
]


@pytest.mark.parametrize(("name", "said", "how"), CASES, ids=[name for name, _, _ in CASES])
def test_each_rule(name: str, said: Turn, how: How) -> None:
    rule = manner(said)
    assert (rule.name, rule.how) == (name, how)


def test_the_same_words_accept() -> None:
    texts = [clause(id, "Both leave the river.", Wording.VERBATIM) for id in ("b1", "r1")]
    said = Turn(texts[0], Reading(force=MUTUAL), texts[1], Reading(force=MUTUAL))
    assert manner(said).how is How.ACCEPTED


def test_two_accounts_that_rest_on_the_same_instrument_meet_in_part() -> None:
    same = {"linkage": ("Treaty of the Ford",)}
    said = turn(ACCOUNT, "The Treaty of the Ford rules.", ACCOUNT, **same)
    both = Turn(said.clause, said.reading, said.asked, said.reading)
    assert manner(both).how is How.ACCEPTED_IN_PART


def test_talks_about_something_else_do_not_answer() -> None:
    filed = {"topics": ("2", "1")}
    said = turn(OFFER, "Talks on fish can begin.", DEMAND, **filed)
    assert manner(said).name == "talks about another object"


def test_a_yes_with_a_but_is_no_acceptance() -> None:
    assert manner(turn(OFFER, "Blue agrees to leave, but for the bridge.", DEMAND)).how is not (
        How.ACCEPTED
    )


@pytest.mark.parametrize(
    "procedure", ["allies consulted", "domestic procedures", "formal adoption"]
)
def test_procedure_is_no_condition(procedure: str) -> None:
    said = turn(OFFER, "Half of them leave.", MUTUAL, linkage=(procedure,))
    assert manner(said).how is How.ACCEPTED_IN_PART


def test_a_yes_to_one_thing_is_no_yes_to_another() -> None:
    said = turn(OFFER, "Blue accepts the toll.", DEMAND, "Red guards the bridge.")
    assert manner(said).how is not How.ACCEPTED


def test_a_yes_that_is_only_held_out_is_none_yet() -> None:
    said = turn(OFFER, "Blue could accept the bridge toll.", DEMAND, "The bridge toll is paid.")
    assert manner(said).how is not How.ACCEPTED


def test_to_keep_out_what_is_to_leave_is_no_refusal() -> None:
    said = turn(MUTUAL, "No forces will be there.", DEMAND, "Blue is to withdraw all forces.")
    assert manner(said).how is not How.REFUSED


def test_commitments_with_other_numbers_do_not_meet() -> None:
    said = turn(MUTUAL, "Within 90 days.", MUTUAL, "Within 30 days.")
    assert manner(said).how is not How.ACCEPTED


def test_where_nothing_tells_the_answer_counters() -> None:
    assert manner(turn(None, "Stones are grey.", None)) is UNTOLD


@pytest.mark.parametrize(
    ("force", "how"),
    [
        (REFUSAL, How.REFUSED),
        (CONDITION, How.ACCEPTED_CONDITIONALLY),
        (OFFER, How.COUNTERED),
    ],
)
def test_an_answer_to_a_whole_proposal_goes_by_its_act(force: Force, how: How) -> None:
    assert to_proposal(clause("b1", "On the draft of Red."), Reading(force=force)).how is how


def test_every_rule_has_its_case() -> None:
    tried = {name for name, _, _ in CASES} | {
        "the same words",
        "both rest on the same ground",
        "talks about another object",
    }
    assert {rule.name for rule in MANNERS} == tried


@pytest.mark.parametrize(
    "text",
    [
        "Blue will never accept the lifting of sanctions.",
        "Blue is not prepared to accept sanctions.",
        "Blue is unable to agree to sanctions.",
        "Blue no longer accepts sanctions.",
        "Neither side accepts sanctions.",
        "Blue doesn’t accept sanctions; it offers talks.",
    ],
)
def test_a_negated_yes_is_none(text: str) -> None:
    said = turn(OFFER, text, DEMAND, "Sanctions are lifted.")
    assert manner(said).how not in (How.ACCEPTED, How.ACCEPTED_IN_PART)


@pytest.mark.parametrize(
    "text",
    [
        "Blue does not welcome this.",
        "Boats are no threat to anybody.",
        "Blue confirms that the answer remains negative.",
    ],
)
def test_a_negated_welcome_is_none(text: str) -> None:
    assert manner(turn(ACCOUNT, text, OFFER)).how is not How.ACCEPTED_IN_PART


def test_commitments_to_do_and_not_to_do_a_thing_do_not_meet() -> None:
    texts = ("The Parties shall not deploy missiles.", "Blue shall deploy missiles.")
    for one, other in (texts, texts[::-1]):
        assert manner(turn(MUTUAL, one, MUTUAL, other)).how is How.REFUSED


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Blue guarantees there will be no attacks.", "Blue must refrain from attacks."),
        ("Blue will carry out no tests.", "Blue must suspend tests."),
        ("Blue will carry out no tests.", "Blue must rule out tests."),
    ],
)
def test_a_no_to_what_is_to_be_left_is_no_refusal(text: str, asked: str) -> None:
    assert manner(turn(Force.COMMITMENT, text, DEMAND, asked)).how is not How.REFUSED


@pytest.mark.parametrize(
    "text",
    [
        "Without delay, Blue accepts the zone.",
        "Blue not only accepts the zone, it offers another.",
        "Blue withdraws its opposition and accepts the zone.",
        "Without prejudice to its rights, Blue agrees to the zone.",
    ],
)
def test_a_yes_after_a_no_to_something_else_is_a_yes(text: str) -> None:
    assert accepts(text)
    assert not withholds_yes(text)


@pytest.mark.parametrize(
    "text", ["Blue no longer opposes the zone.", "Blue does not reject the zone."]
)
def test_a_no_that_is_itself_denied_is_neither_no_nor_yes(text: str) -> None:
    assert not denies(text)
    assert not accepts(text)


@pytest.mark.parametrize(
    "text", ["Blue does not, however, accept it.", "Blue cannot, for now, agree to the zone."]
)
def test_a_comma_takes_no_negation_away(text: str) -> None:
    assert withholds_yes(text)


def test_what_stands_in_another_branch_answers_all_the_same() -> None:
    said = turn(REFUSAL, "No.", DEMAND, topics=("2",), issues=("I2",))
    offered = replace(said, reading=replace(said.reading, force=OFFER), one_branch=False)
    assert manner(offered).how is How.ACCEPTED_IN_PART
    assert manner(replace(offered, one_branch=True)).how is How.OTHER_OBJECT


def test_turns_know_whom_an_answer_binds_and_where_both_stand() -> None:
    topics = (Topic("1", "Forces"), Topic("1.1", "Ships", "1"), Topic("2", "Form"))
    turns = Turns(replace(NEGOTIATION, topics=topics))

    def said(topic: str, bound: str, party: str, genre: str = "") -> Heard:
        version = Version(party.lower(), 1, "Paper", (party,), genre=genre)
        return Heard(clause(party, "Text."), Reading(topics=(topic,), bound=bound), version)

    found = turns.turn(said("1", "Red", "BLUE", "chair's text"), said("1.1", "", "RED"))
    assert (found.at_asker, found.at_all, found.one_branch) == (True, False, True)
    assert (found.bridging, found.to_bridging) == (True, False)
    found = turns.turn(said("2", "Blue", "BLUE"), said("1.1", "", "RED", "chair's text"))
    assert (found.at_asker, found.at_all, found.one_branch) == (False, False, False)
    assert (found.bridging, found.to_bridging) == (False, True)
    assert turns.turn(said("2", "all parties", "BLUE"), said("1.1", "", "RED")).at_all


def test_what_a_mediator_tables_is_a_bridging_text_whatever_it_is_called() -> None:
    mediator = replace(NEGOTIATION.parties[3], code="UN", name="United Nations, mediator")
    turns = Turns(replace(NEGOTIATION, parties=(*NEGOTIATION.parties[:3], mediator)))
    ours, theirs = (
        Heard(clause(code, "Text."), Reading(), Version(code, 1, "Paper", (code,), genre="draft"))
        for code in ("RED", "UN")
    )
    assert turns.turn(theirs, ours).bridging
    assert turns.turn(ours, theirs).to_bridging


@pytest.mark.parametrize(
    ("text", "same_bound"),
    [
        ("They shall not pay into the fund.", True),
        ("They pay 5 million euros into the fund.", True),
        ("They pay into the fund.", False),
    ],
)
def test_demands_of_others_that_differ_are_not_the_same(text: str, same_bound: bool) -> None:
    asked = "They pay 9 million euros into the fund."
    said = turn(DEMAND, text, DEMAND, asked, at_asker=False, same_bound=same_bound)
    assert manner(said).how is How.REFUSED


def test_a_counter_proposal_that_says_no_to_a_part_is_one_still() -> None:
    said = turn(COUNTER, "Leaders meet; a judge is not accepted.", MUTUAL, "A judge decides.")
    assert manner(said).how is How.COUNTERED


def test_an_account_of_a_signature_accepts_no_refusal() -> None:
    text = "Blue put its initials under the text."
    assert manner(turn(ACCOUNT, text, DEMAND, "The text is signed.")).how is How.ACCEPTED_IN_PART
    assert manner(turn(ACCOUNT, text, REFUSAL, "No signature.")).how is How.REFUSED


def test_parties_of_one_side_demand_the_same() -> None:
    said = turn(DEMAND, "Only a binding text will do.", DEMAND, "It must oblige.", one_side=True)
    assert manner(said).how is How.ACCEPTED
    assert manner(replace(said, one_side=False)).how is How.REFUSED
    counter = turn(DEMAND, "Only a binding text will do.", COUNTER, "Leaders.", one_side=True)
    assert manner(counter).how is How.COUNTERED


@pytest.mark.parametrize(
    "text",
    [
        "Blue hosts no foreign ships, if Red hosts none.",
        "Blue could host no foreign ships.",
        "Blue hosts no foreign ships for 10 years.",
    ],
)
def test_an_offer_with_an_if_or_another_number_is_not_all_that_was_asked(text: str) -> None:
    asked = "For 20 years there are no foreign ships or bases on Blue water."
    assert manner(turn(OFFER, text, DEMAND, asked, same_bound=True)).how is How.ACCEPTED_IN_PART


def test_keeping_ones_own_ships_keeps_nothing_of_a_demand() -> None:
    text, asked = "Blue keeps ten ships.", "The ships of Blue are held under a ceiling."
    said = turn(COUNTER, text, DEMAND, asked, at_asker=False)
    assert manner(said).how is How.ACCEPTED_IN_PART
    assert manner(replace(said, at_self=True)).how is How.COUNTERED


def test_a_demand_with_another_number_is_a_bid_against_a_bid() -> None:
    said = turn(DEMAND, "Blue may have 40 ships.", COUNTER, "Blue keeps 80 ships.")
    assert manner(said).how is How.COUNTERED


def test_a_demand_in_a_law_amends_what_binds_others() -> None:
    said = turn(DEMAND, "Boats carry two lamps.", DEMAND, "Boats carry a bell.", at_asker=False)
    assert manner(said).how is How.REFUSED
    assert manner(replace(said, at_party=False)).how is How.COUNTERED
