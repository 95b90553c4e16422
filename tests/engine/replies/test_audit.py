"""What became of each demand and offer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.engine.comparison import compare
from negotiator.engine.replies import Audit, audit, overall
from negotiator.engine.replies.hall import MOST_PROPOSED
from negotiator.model import Corpus, Force, How, Membership, Reply, Wording
from tests.engine.build import BLUE, GREY, NEGOTIATION, RED, TEAL, Said, Tabled, table

DEMAND, OFFER, REFUSAL, MUTUAL = (
    Force.DEMAND,
    Force.OFFER,
    Force.REFUSAL,
    Force.MUTUAL_COMMITMENT,
)


def says(id: str, force: Force = DEMAND, **more: Any) -> Said:
    return Said(id, force=force, **more)


def audited(corpus: Corpus, **more: Any) -> Audit:
    return audit(compare(corpus), **more)


def replies(*documents: Tabled, **more: Any) -> dict[tuple[str, str], Reply]:
    """Return the reply to each ask, by the clause and the addressee."""
    found = audited(table(*documents), **more)
    return {(ask.clause, ask.addressee): ask.answer for ask in found.asks}


ASKING = Tabled("RED", "2024-01-01", [says("r1"), says("r2")], addressees=("BLUE",))


def test_an_ask_is_answered_in_a_later_document_or_passed_over() -> None:
    reply = Tabled("BLUE", "2024-02-01", [says("b1", REFUSAL, answers={"r1": How.REFUSED})])
    found = audited(table(ASKING, reply))
    refused, passed_over = found.asks[:2]
    assert (refused.answer, refused.by, refused.answered_in) == (Reply.REFUSED, ("b1",), ("blue",))
    assert refused.rationale == "Blue: b1 refuses it."
    assert (passed_over.answer, passed_over.by) == (Reply.NOT_ADDRESSED, ())
    assert passed_over.rationale == "Blue: blue of 1 February 2024 passes over it."


def test_without_a_later_document_an_ask_waits() -> None:
    earlier = Tabled("BLUE", "2023-12-01", [says("b1", OFFER)])
    assert replies(ASKING, earlier)["r1", "BLUE"] is Reply.NOT_YET_ANSWERED


def test_a_document_for_somebody_else_passes_nothing_over() -> None:
    elsewhere = Tabled("BLUE", "2024-02-01", [says("b1", REFUSAL)], addressees=("GREY",))
    assert replies(ASKING, elsewhere)["r1", "BLUE"] is Reply.NOT_YET_ANSWERED


def test_an_answer_to_another_object_is_none_and_is_shown() -> None:
    reply = Tabled("BLUE", "2024-02-01", [says("b1", OFFER, answers={"r1": How.OTHER_OBJECT})])
    ask = audited(table(ASKING, reply)).asks[0]
    assert (ask.answer, ask.by, ask.other_objects) == (Reply.NOT_ADDRESSED, (), ("b1",))
    assert "b1 speaks to another object" in ask.rationale


def test_who_answers_without_being_asked_is_heard() -> None:
    uncalled = Tabled("TEAL", "2024-02-01", [says("t1", REFUSAL, answers={"r1": How.REFUSED})])
    (ask,) = [a for a in audited(table(ASKING, uncalled)).asks if a.addressee == "TEAL"]
    assert (ask.clause, ask.answer, ask.addressed) == ("r1", Reply.REFUSED, False)


def test_a_member_that_counts_with_its_alliance_is_answered_for_by_it() -> None:
    counting = replace(BLUE, member_of=(Membership("TEAL", counts=True),))
    parties = replace(NEGOTIATION, parties=(RED, counting, TEAL, GREY))
    own = Tabled("BLUE", "2024-02-01", [says("b1", OFFER, issues=("I2",), answers={"r9": None})])
    league = Tabled("TEAL", "2024-02-01", [says("t1", REFUSAL, answers={"r1": How.REFUSED})])
    ask = audited(table(ASKING, own, league, negotiation=parties)).asks[0]
    assert (ask.addressee, ask.answer, ask.by) == ("BLUE", Reply.REFUSED, ("t1",))
    assert ask.rationale == "Blue, counting with the League: t1 refuses it."
    ask = audited(table(ASKING, own, league)).asks[0]
    assert (ask.addressee, ask.answer) == ("BLUE", Reply.NOT_ADDRESSED)


def test_a_joint_ask_on_two_issues_names_all_of_both() -> None:
    jointly = Tabled("BLUE+TEAL", "2024-01-01", [says("j1", issues=("I1", "I2"))])
    ask = audited(table(jointly, Tabled("RED", "2024-02-01", [says("r1")]))).asks[0]
    assert (ask.party, ask.parties) == ("BLUE", ("BLUE", "TEAL"))
    assert (ask.issue, ask.issues) == ("I1", ("I1", "I2"))


def test_a_long_document_is_not_an_answer_in_every_clause() -> None:
    many = [says(f"b{n}", OFFER, text=f"The river is {n} metres wide.") for n in range(40)]
    near = says("near", REFUSAL, text="No soldier of Red shall leave the island by winter.")
    far = replace(ASKING.clauses[0], text="All soldiers shall leave the island by winter.")
    asking = replace(ASKING, clauses=[far])
    (ask,) = audited(table(asking, Tabled("BLUE", "2024-02-01", [*many, near]))).asks[:1]
    assert "near" in (*ask.by, *ask.other_objects)
    assert len((*ask.by, *ask.other_objects)) == MOST_PROPOSED


def test_a_mediators_text_answers_as_a_bridge() -> None:
    unread = Tabled(
        "TEAL", "2024-02-01", [says("t1", Force.COUNTER_PROPOSAL)],
        particulars={"genre": "mediator's text"},
    )  # fmt: skip
    asking = replace(ASKING, addressees=("TEAL",))
    assert replies(asking, unread)["r1", "TEAL"] is Reply.ACCEPTED_IN_PART


def test_a_party_of_the_same_side_owes_no_reply() -> None:
    blue = Tabled("BLUE", "2024-01-01", [says("b1")])
    teal = Tabled("TEAL", "2024-02-01", [says("t1", REFUSAL)])
    assert ("b1", "TEAL") not in replies(blue, teal)


def test_where_no_answers_are_stated_clauses_on_the_issue_are_proposed() -> None:
    unread = Tabled("BLUE", "2024-02-01", [says("b1", REFUSAL)])
    ask = audited(table(ASKING, unread)).asks[0]
    assert (ask.answer, ask.by, ask.proposed, ask.drafted) == (Reply.REFUSED, ("b1",), True, True)


def test_where_answers_are_stated_a_silence_is_a_silence() -> None:
    read = Tabled(
        "BLUE", "2024-02-01", [says("b1", REFUSAL, answers={"r1": How.REFUSED}), says("b2", OFFER)]
    )
    assert replies(ASKING, read)["r2", "BLUE"] is Reply.NOT_ADDRESSED


def test_what_the_machine_lined_up_is_proposed() -> None:
    unread = Tabled("BLUE", "2024-02-01", [says("b1", REFUSAL, issues=("I2",), topics=("1.1",))])
    assert replies(ASKING, unread)["r1", "BLUE"] is Reply.NOT_ADDRESSED
    assert replies(ASKING, unread, links={("b1", "r1"): 0.8})["r1", "BLUE"] is Reply.REFUSED


@pytest.mark.parametrize(
    ("hows", "reply"),
    [
        ([How.ACCEPTED], Reply.ACCEPTED),
        ([How.ACCEPTED, How.REFUSED], Reply.ACCEPTED_IN_PART),
        ([How.ACCEPTED_IN_PART, How.ACCEPTED_CONDITIONALLY], Reply.ACCEPTED_CONDITIONALLY),
        ([How.COUNTERED, How.REFUSED], Reply.REFUSED),
        ([How.COUNTERED, How.DEFERRED], Reply.COUNTERED),
        ([How.REFERRED], Reply.REFERRED),
    ],
)
def test_several_answers_amount_to_one(hows: list[How], reply: Reply) -> None:
    assert overall(hows) is reply


def test_coverage_counts_every_ask_and_shows_what_is_passed_over() -> None:
    asking = Tabled("RED", "2024-01-01", [says("r1"), says("r2", issues=("I2",)), says("r3")])
    reply = Tabled("BLUE", "2024-02-01", [says("b1", REFUSAL, answers={"r1": How.REFUSED})])
    (covered,) = audited(table(asking, reply)).coverage
    assert covered.sentence == "3 asks: 1 refused, 2 not addressed"
    assert covered.selective
    assert covered.passed_over == ("I2",)
    assert covered.answered_in == {"blue": 1}


def test_a_restatement_stands_beside_the_original() -> None:
    original = says("b1", OFFER, text="Blue would let fishing boats pass the bridge at night.")
    told = says("r9", Force.ASSERTION, text="Blue proposes to let fishing boats pass the bridge.")
    found = audited(
        table(Tabled("BLUE", "2024-01-01", [original]), Tabled("RED", "2024-02-01", [told]))
    )
    (restated,) = found.restatements
    assert (restated.clause, restated.of, restated.original) == ("r9", "BLUE", "b1")
    assert restated.redline is None, "both are paraphrases"


def test_a_verbatim_restatement_is_redlined() -> None:
    verbatim = {"wording": Wording.VERBATIM}
    original = says("b1", OFFER, text="Blue offers to let fishing boats pass at night.", **verbatim)
    told = says("r9", Force.ASSERTION, text="Blue offers to let boats pass at night.", **verbatim)
    found = audited(
        table(Tabled("BLUE", "2024-01-01", [original]), Tabled("RED", "2024-02-01", [told]))
    )
    (restated,) = found.restatements
    assert restated.redline is not None
    assert "".join(span.text for span in restated.redline if span.kind.value != "added") == (
        original.text
    )


HOWS = st.dictionaries(st.sampled_from(["r1", "r2", "r3"]), st.sampled_from([None, *How]))


@given(st.lists(st.tuples(st.sampled_from(list(Force)), HOWS), max_size=4))
def test_every_ask_has_one_reply_for_each_addressee_and_counts_add_up(
    said: list[tuple[Force, dict[str, How | None]]],
) -> None:
    asking = Tabled("RED", "2024-01-01", [says("r1"), says("r2", MUTUAL), says("r3", OFFER)])
    reply = Tabled(
        "BLUE",
        "2024-02-01",
        [says(f"b{n}", force, answers=hows) for n, (force, hows) in enumerate(said)]
        or [says("b9", OFFER, issues=("I3",))],
    )
    found = audited(table(asking, reply))
    of_red = [ask for ask in found.asks if ask.party == "RED"]
    assert [ask.clause for ask in of_red] == ["r1", "r2", "r3"]
    for covered in found.coverage:
        assert sum(covered.replies.values()) == covered.asks
    assert sum(covered.asks for covered in found.coverage) == len(found.asks)
    for ask in found.asks:
        silent = ask.answer in (Reply.NOT_ADDRESSED, Reply.NOT_YET_ANSWERED)
        assert silent is not bool(ask.by)
