"""New, dropped, restored and unchanged positions, and whose they are."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from negotiator.engine.movement import RULES, SIGNS, movement
from negotiator.errors import Unknown
from negotiator.model import COMPROMISE_TEXT, Confidence, Evidence, Force, How, Review
from tests.engine.build import Said, Tabled, table
from tests.engine.movement.told import last, shorts

MONTHS = tuple(f"2024-0{month}-01" for month in range(1, 10))


def versions(*clauses: Sequence[Said], party: str = "RED") -> list[Tabled]:
    return [Tabled(party, day, some) for day, some in zip(MONTHS, clauses, strict=False)]


def test_a_position_comes_goes_and_comes_back() -> None:
    corpus = table(*versions([Said("A1")], [Said("A9", issues=["I2"])], [Said("A1")]))
    assert shorts(movement(corpus)) == [
        "RED I1 new:  → A1",
        "RED I1 dropped: A1 → ",
        "RED I2 new:  → A9",
        "RED I1 restored:  → A1",
        "RED I2 dropped: A9 → ",
    ]


def test_a_round_in_which_a_party_says_nothing_on_an_issue_moves_nothing() -> None:
    corpus = table(
        Tabled("RED", "2024-01-01", [Said("A1")]),
        Tabled("BLUE", "2024-02-01", [Said("B1")]),
        Tabled("RED", "2024-03-01", [Said("A2", issues=["I2"])], proposal="letter"),
    )
    assert shorts(movement(corpus)) == [
        "RED I1 new:  → A1",
        "BLUE I1 new:  → B1",
        "RED I2 new:  → A2",
    ]


def test_an_adjudicated_reading_counts_as_a_confirmed_one() -> None:
    settled = {"review": Review.ADJUDICATED}
    corpus = table(*versions([Said("A1", "On it.")], [Said("A1", "On it now.", reading=settled)]))
    assert not [doubt for doubt in last(movement(corpus)).doubts if "is a draft" in doubt]


def test_a_new_version_that_repeats_a_clause_is_told_as_unchanged() -> None:
    corpus = table(*versions([Said("A1", "Same.")], [Said("A1", "Same.")]))
    move = last(movement(corpus))
    assert move.reason == "A1@2 repeats A1@1."
    assert [cited.clause.address for cited in (*move.before, *move.after)] == ["A1@1", "A1@2"]


def test_a_position_lives_on_in_another_document() -> None:
    corpus = table(
        Tabled("RED", "2024-01-01", [Said("A1", force=Force.OFFER)]),
        Tabled("RED", "2024-02-01", [Said("E1", force=Force.OFFER)], proposal="letter"),
        Tabled("RED", "2024-03-01", [Said("A2", issues=["I2"])]),
    )
    move = movement(corpus).moves[2]
    assert (move.issue, move.kind.value) == ("I1", "hardened")
    assert move.reason == "A1@1, an offer, is taken out, and E1 stands."


def test_a_joint_paper_is_a_move_of_each_party_and_a_compromise_of_none() -> None:
    corpus = table(
        Tabled("RED+BLUE", "2024-01-01", [Said("A1")]),
        Tabled("", "2024-02-01", [Said("C1")], proposal="bridge",
               particulars={"genre": COMPROMISE_TEXT}),
    )  # fmt: skip
    assert shorts(movement(corpus)) == ["RED I1 new:  → A1", "BLUE I1 new:  → A1"]


def test_a_withdrawn_version_moved_nobody() -> None:
    one, two = versions([Said("A1", "Old.")], [Said("A1", "New.", force=Force.REFUSAL)])
    withdrawn = Tabled(two.party, two.day, two.clauses, withdrawn=True)
    assert shorts(movement(table(one, withdrawn))) == ["RED I1 new:  → A1"]


def test_several_versions_of_one_round_are_one_move() -> None:
    corpus = table(
        Tabled("RED", "2024-01-01", [Said("A1", force=Force.DEMAND)]),
        Tabled("RED", "2024-02-01", [Said("A1", "Better.", force=Force.REFUSAL)]),
        Tabled("RED", "2024-02-01", [Said("A1", "Best.", force=Force.OFFER)]),
    )
    assert shorts(movement(corpus))[1:] == ["RED I1 softened: A1 → A1"]


def test_an_answer_of_which_nobody_says_how_is_read_by_the_machine() -> None:
    corpus = table(
        Tabled("BLUE", "2024-01-01", [Said("B1", "We offer inspections.", force=Force.OFFER)]),
        Tabled("RED", "2024-02-01", [Said("A1")]),
        Tabled("RED", "2024-03-01", [Said("E1", "We agree to inspections.", force=Force.OFFER,
               answers={"B1": None})], proposal="letter"),
    )  # fmt: skip
    assert "accepts what is asked or offered" in last(movement(corpus)).signs


def test_an_answer_to_a_whole_proposal_answers_its_clauses_on_the_issue() -> None:
    corpus = table(
        Tabled("BLUE", "2024-01-01", [Said("B1", force=Force.OFFER)]),
        Tabled("RED", "2024-02-01", [Said("A1")]),
        Tabled("RED", "2024-03-01", [Said("E1", answers={"blue": How.ACCEPTED})], proposal="x"),
    )
    assert last(movement(corpus)).reason == "E1 accepts B1; A1 is a demand."


def test_weak_evidence_is_named() -> None:
    weak = {"evidence": Evidence.ONE_SECONDARY}
    corpus = table(*versions([Said("A1", "Old.", reading=weak)], [Said("A1", "New.")]))
    move = last(movement(corpus))
    assert move.confidence is Confidence.LOW
    assert "A1@1 rests on one secondary source" in move.doubts


def test_a_selection_tells_the_same_of_what_it_holds() -> None:
    corpus = table(
        Tabled("RED", "2024-01-01", [Said("A1"), Said("A2", issues=["I2"])]),
        Tabled("BLUE", "2024-02-01", [Said("B1", "At most 5 ships."), Said("B2", issues=["I2"])]),
        Tabled("RED", "2024-03-01", [Said("A1", "At most 9 ships."), Said("A2", issues=["I2"])]),
    )
    whole = movement(corpus)
    some = movement(corpus, parties=["RED"], issues=["I1"])
    assert some.moves == tuple(
        one for one in whole.moves if one.party == "RED" and one.issue == "I1"
    )
    assert [(line.party, line.after) for line in some.ledger.lines] == [("RED", 1)] * 3


@pytest.mark.parametrize("names", [{"parties": ["MAUVE"]}, {"issues": ["I9"]}])
def test_a_name_that_is_not_on_record_is_refused(names: dict[str, list[str]]) -> None:
    with pytest.raises(Unknown, match="unknown"):
        movement(table(), **names)  # type: ignore[arg-type]


def test_the_tables_name_each_rule_and_sign_once() -> None:
    for names in ([rule.name for rule in RULES], [sign.name for sign in SIGNS]):
        assert len(names) == len(set(names))
