"""What hangs on what: gates and what they hold, packages, conditions, hostages."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.engine.comparison import compare
from negotiator.engine.linkage import (
    EdgeKind,
    Gate,
    Linkage,
    NodeKind,
    Scope,
    clauses_in_force,
    linkage,
    narrowed,
)
from negotiator.model import Corpus, Force, How, Junction, Membership, Reciprocity
from tests.engine.build import BLUE, GREY, NEGOTIATION, RED, TEAL, Said, Tabled, table

MISSILES = "no missiles part until a pledge"
OFFER, DEMAND, CONDITION = Force.OFFER, Force.DEMAND, Force.CONDITION


def said(
    id: str,
    force: Force | None,
    issue: str = "I1",
    text: str = "",
    bound: str = "",
    **reading: object,
) -> Said:
    answers = reading.pop("answers", {})
    return Said(
        id,
        text,
        force,
        issues=(issue,) if issue else (),
        answers=answers,  # type: ignore[arg-type]
        reading={"bound": bound, **reading},
    )


def drawn(*documents: Tabled) -> Linkage:
    return linkage(compare(table(*documents)))


def gate(found: Linkage, id: str) -> Gate:
    return next(one for one in found.gates if one.clause == id)


def edges(found: Linkage, kind: EdgeKind) -> set[tuple[str, str]]:
    return {(edge.source, edge.target) for edge in found.edges if edge.kind is kind}


def two_gates() -> Corpus:
    """Red waits for Blue's withdrawal, Blue for Red's treaty; both offer talks on missiles."""
    red = Tabled(
        "RED",
        "2024-01-01",
        [
            said("R1", CONDITION, "I3", bound="Blue", linkage=("gate on R2-R3",)),
            said("R2", OFFER, "I2", bound="Red and Blue"),
            said("R3", DEMAND, "I2", bound="Blue"),
            said("R4", OFFER, "I1", bound="Red"),
        ],
        addressees=["BLUE"],
    )
    blue = Tabled(
        "BLUE",
        "2024-02-01",
        [
            said("B1", CONDITION, "I1", bound="Red", linkage=("gate on every other Blue offer",)),
            said("B2", OFFER, "I2", bound="both"),
            said("B3", OFFER, "I3", bound="Blue", linkage=("B1; allies consulted",)),
        ],
        addressees=["RED"],
    )
    return table(red, blue)


def test_two_gates_wait_for_each_other() -> None:
    found = linkage(compare(two_gates()))
    assert found.cycles == (("B1", "R1"),)
    assert found.hostages == {"I2": ("R1", "B1"), "I3": ("B1",)}
    assert gate(found, "B1").waits_for == ("RED",)
    assert gate(found, "B1").scope is Scope.EVERYTHING
    assert gate(found, "R1").awaited == ("I3",)


def test_a_range_follows_the_document_and_a_demand_is_not_held() -> None:
    found = linkage(compare(two_gates()))
    assert gate(found, "R1").holds == ("R2",)
    assert gate(found, "R1").scope is Scope.NAMED


def test_an_edge_cites_the_words_it_rests_on() -> None:
    found = linkage(compare(two_gates()))
    why = {(one.source, one.target, one.kind): one.why for one in found.edges}
    assert why["B1", "B2", EdgeKind.HOLDS] == "gate on every other Blue offer (linkage of B1)"
    assert why["B1", "party RED", EdgeKind.WAITS_FOR] == "B1 binds Red"
    assert why["B3", "B1", EdgeKind.CONDITIONAL_ON] == "B1 (linkage of B3)"


def test_several_conditions_of_one_clause_are_joined_by_and() -> None:
    found = linkage(compare(two_gates()))
    own = [one for one in found.edges if one.source == "B3"]
    assert {one.target: one.junction for one in own} == {
        "B1": Junction.AND,
        "condition B3 2": Junction.AND,
    }
    labels = {node.id: node.label for node in found.nodes}
    assert labels["condition B3 2"] == "allies consulted"


def test_either_or_is_a_choice() -> None:
    offer = said("B1", OFFER, conditions=("either inspections on site or a ban on flights",))
    found = drawn(Tabled("BLUE", "2024-01-01", [offer]))
    choice = [one for one in found.edges if one.source == "condition B1 1"]
    assert [one.junction for one in choice] == [Junction.XOR, Junction.XOR]
    labels = {node.id: node.label for node in found.nodes}
    assert [labels[one.target] for one in choice] == ["inspections on site", "a ban on flights"]


def test_clauses_joined_by_or_are_alternatives() -> None:
    found = drawn(
        Tabled("RED", "2024-01-01", [said("R1", DEMAND), said("R2", DEMAND)]),
        Tabled("BLUE", "2024-02-01", [said("B1", OFFER, conditions=("R1 or R2",))]),
    )
    assert edges(found, EdgeKind.CONDITIONAL_ON) == {
        ("B1", "condition B1 1"),
        ("condition B1 1", "R1"),
        ("condition B1 1", "R2"),
    }


def test_a_condition_that_accepts_holds_its_own_side_on_what_it_answers() -> None:
    found = drawn(
        Tabled("RED", "2024-01-01", [said("R1", OFFER, "I2"), said("R2", OFFER, "I1")]),
        Tabled(
            "BLUE",
            "2024-02-01",
            [said("B1", CONDITION, "I3", bound="Red", answers={"R1": How.ACCEPTED_CONDITIONALLY})],
        ),
    )
    assert gate(found, "B1").holds == ("R1",)
    assert found.hostages == {"I2": ("B1",)}


def test_an_offer_that_accepts_conditionally_is_no_gate() -> None:
    found = drawn(
        Tabled("RED", "2024-01-01", [said("R1", OFFER, "I2")]),
        Tabled(
            "BLUE",
            "2024-02-01",
            [said("B1", OFFER, "I2", bound="Red", answers={"R1": How.ACCEPTED_CONDITIONALLY})],
        ),
    )
    assert found.gates == ()


def test_words_of_the_text_suffice_where_the_reading_is_sparse() -> None:
    condition = said("B1", CONDITION, "I3", "Progress only while Red is out of Grey State.")
    found = drawn(
        Tabled("RED", "2024-01-01", [said("R1", DEMAND)]),
        Tabled("BLUE", "2024-02-01", [condition, said("B2", OFFER, "I2")]),
    )
    assert gate(found, "B1").waits_for == ("RED",)
    assert found.hostages == {"I2": ("B1",)}


def test_a_condition_on_its_own_issue_holds_that_issue() -> None:
    found = drawn(
        Tabled(
            "BLUE",
            "2024-01-01",
            [
                said("B1", CONDITION, "I2", "Red has to withdraw first.", bound="Red"),
                said("B2", OFFER, "I2"),
                said("B3", OFFER, "I3"),
            ],
        )
    )
    assert gate(found, "B1").scope is Scope.OWN_ISSUE
    assert found.hostages == {"I2": ("B1",)}


def test_what_a_reading_calls_a_gate_is_one_though_nobody_is_named() -> None:
    red = Tabled(
        "RED",
        "2024-01-01",
        [
            said("R1", CONDITION, "I1", bound="the upper states", linkage=("gate on the lilac",)),
            said("R2", CONDITION, "I1", bound="the upper states"),
        ],
        addressees=["everybody"],
    )
    found = drawn(red)
    assert [one.clause for one in found.gates] == ["R1"]
    assert (gate(found, "R1").waits_for, gate(found, "R1").issues) == ((), ("I1",))


def test_a_gate_says_after_a_colon_what_it_waits_for() -> None:
    red = Tabled(
        "RED",
        "2024-01-01",
        [
            said("R1", CONDITION, "I1", bound="Blue", linkage=("gate on missiles: troops first",)),
            said("R2", OFFER, "I2", bound="Red"),
        ],
    )
    blue = Tabled("BLUE", "2024-02-01", [said("B1", OFFER, "I1")])
    found = drawn(red, blue)
    assert (gate(found, "R1").issues, gate(found, "R1").holds) == (("I2",), ("R2",))


def test_a_condition_on_everybody_holds_nobody_back() -> None:
    """Entry into force waits for both; neither side waits for the other."""
    both = said("B1", CONDITION, "I3", "In force once both have ratified.", bound="both")
    unknown = said("B2", CONDITION, "I3", "By way of exception, with consent.", bound="same")
    document = Tabled(
        "BLUE", "2024-01-01", [both, unknown, said("B3", OFFER, "I3")], addressees=["RED"]
    )
    assert drawn(document).hostages == {}


def test_a_subject_is_named_by_the_words_of_its_topic() -> None:
    found = drawn(
        Tabled(
            "BLUE",
            "2024-01-01",
            [
                said(
                    "B1", CONDITION, "I3", bound="Red", linkage=("no missiles part until a pledge",)
                ),
                said("B2", OFFER, "I2"),
                said("B3", OFFER, "I1"),
            ],
        )
    )
    assert gate(found, "B1").scope is Scope.SUBJECT
    assert gate(found, "B1").holds == ("B2",)
    assert gate(found, "B1").words == MISSILES


def test_a_demand_that_matters_is_no_gate_but_one_that_stops_everything_is() -> None:
    found = drawn(
        Tabled(
            "BLUE",
            "2024-01-01",
            [
                said("B1", DEMAND, "I1", bound="Red", linkage=("further talks depend on it",)),
                said("B2", DEMAND, "I3", bound="Red", linkage=("no agreement without it",)),
                said("B3", OFFER, "I2"),
            ],
        )
    )
    assert found.hostages == {"I2": ("B2",)}
    assert ("B1", "condition B1 1") in edges(found, EdgeKind.TIED_TO)


def test_a_text_that_speaks_of_itself_is_no_gate() -> None:
    text = "No amendment to this agreement shall take effect without consent."
    document = Tabled(
        "BLUE", "2024-01-01", [said("B1", DEMAND, text=text, bound="Red"), said("B2", OFFER, "I2")]
    )
    assert drawn(document).gates == ()


def test_what_is_kept_apart_promised_among_members_or_given_later_is_not_held() -> None:
    found = drawn(
        Tabled(
            "BLUE",
            "2024-01-01",
            [
                said("B1", CONDITION, "I1", bound="Red", linkage=("gate on substance",)),
                said("B2", OFFER, "I2", linkage=("on a separate track",)),
                said("B3", Force.COMMITMENT, "I3", reciprocity=Reciprocity.AMONG_MEMBERS),
                said("B4", OFFER, "I2", bound="Red"),
            ],
        ),
        Tabled("BLUE", "2024-06-01", [said("B5", OFFER, "I2")], proposal="later"),
    )
    assert gate(found, "B1").holds == ()
    assert found.hostages == {"I1": ("B1",)}


def test_the_agreement_is_held_whatever_goes_into_it_and_whoever_of_the_side_offers_it() -> None:
    members = replace(
        NEGOTIATION,
        parties=(RED, replace(BLUE, member_of=(Membership("TEAL"),)), TEAL, GREY),
    )
    corpus = table(
        Tabled(
            "BLUE",
            "2024-01-01",
            [said("B1", CONDITION, "I1", bound="Red", linkage=("no agreement before a pledge",))],
        ),
        Tabled("TEAL", "2024-06-01", [said("T1", OFFER, "I2")]),
        negotiation=members,
    )
    assert linkage(compare(corpus)).hostages == {"I2": ("B1",)}


def test_a_condition_that_was_accepted_is_in_no_cycle() -> None:
    corpus = two_gates()
    assert linkage(compare(corpus)).cycles
    answered = table(
        Tabled(
            "RED",
            "2024-01-01",
            [
                said("R1", CONDITION, "I3", bound="Blue", linkage=("gate on every offer",)),
                said("R2", OFFER, "I2"),
            ],
        ),
        Tabled(
            "BLUE",
            "2024-02-01",
            [
                said("B1", CONDITION, "I3", bound="Red", linkage=("gate on every offer",)),
                said("B2", OFFER, "I2"),
                said("B3", Force.COMMITMENT, "I3", answers={"R1": How.ACCEPTED}),
            ],
        ),
    )
    found = linkage(compare(answered))
    assert found.cycles == ()
    assert gate(found, "R1").accepted_by == ("B3",)
    assert found.hostages["I2"] == ("R1", "B1")


def test_three_parties_in_a_ring() -> None:
    def one(party: str, id: str, waits_for: str) -> Tabled:
        gated = said(f"{id}1", CONDITION, "I3", bound=waits_for, linkage=("gate on every offer",))
        return Tabled(party, "2024-01-01", [gated, said(f"{id}2", OFFER, "I2")])

    found = drawn(one("RED", "R", "Blue"), one("BLUE", "B", "Grey State"), one("GREY", "G", "Red"))
    assert found.cycles == (("B1", "G1", "R1"),)


def test_two_clauses_that_name_each_other_are_a_cycle() -> None:
    found = drawn(
        Tabled("RED", "2024-01-01", [said("R1", OFFER, conditions=("conditional on B1",))]),
        Tabled("BLUE", "2024-02-01", [said("B1", OFFER, conditions=("only after R1",))]),
    )
    assert found.cycles == (("B1", "R1"),)


def test_a_package_gathers_what_is_said_to_belong_to_it() -> None:
    found = drawn(
        Tabled(
            "RED",
            "2024-01-01",
            [
                said("R1", CONDITION, "I3", bound="Blue", linkage=("package",)),
                said("R2", OFFER, "I2", linkage=("package (R1)",)),
                said("R3", DEMAND, "I1", bound="Blue", linkage=("central to the package",)),
                said("R4", Force.ASSERTION, "I1", linkage=("package",)),
                said("R5", OFFER, "I1"),
            ],
        )
    )
    assert edges(found, EdgeKind.MEMBER_OF) == {(id, "package R1") for id in ("R1", "R2", "R3")}
    assert gate(found, "R1").scope is Scope.PACKAGE
    assert gate(found, "R1").holds == ("R2",)
    assert gate(found, "R1").awaited == ("I1", "I3")


def test_what_is_named_beside_a_clause_does_not_hold_it() -> None:
    found = drawn(
        Tabled(
            "RED",
            "2024-01-01",
            [said("R1", OFFER), said("R2", DEMAND, linkage=("earlier version of R1; basis: R1",))],
        )
    )
    assert edges(found, EdgeKind.TIED_TO) == {("R2", "R1")}
    assert edges(found, EdgeKind.RESTS_ON) == {("R2", "R1")}
    assert edges(found, EdgeKind.CONDITIONAL_ON) == set()


def test_without_conditions_there_is_nothing() -> None:
    found = drawn(
        Tabled("RED", "2024-01-01", [said("R1", DEMAND, bound="Blue"), said("R2", OFFER)]),
        Tabled("BLUE", "2024-02-01", [said("B1", OFFER, answers={"R1": How.ACCEPTED_IN_PART})]),
    )
    assert found == Linkage()


def test_narrowing_to_an_issue_and_to_a_party() -> None:
    whole = compare(two_gates())
    found = linkage(whole)
    clauses = clauses_in_force(whole)
    one = narrowed(found, clauses, issues=("I3",))
    assert one.hostages == {"I3": ("B1",)}
    # R1 is in it, since Red waits there.
    assert one.cycles == (("B1", "R1"),)
    assert {node.id for node in one.nodes if node.kind is NodeKind.ISSUE} == {"issue I3"}
    assert narrowed(found, clauses, parties=("GREY",)).gates == ()
    assert narrowed(found, clauses) == found


PHRASES = st.sampled_from(
    [
        "gate on every other offer",
        "gate on R1-R3",
        "package",
        "package (B1)",
        "no agreement without it",
        "either R1 or B2",
        "R2 or B2",
        "conditional on B1",
        "depends on R1",
        "talks depend on it",
        "no missiles part until withdrawal",
        "allies consulted; R1",
        "see R9",
        "on a separate track",
        "",
    ]
)


@st.composite
def papers(draw: st.DrawFn) -> list[Tabled]:
    found = []
    for party, letter in (("RED", "R"), ("BLUE", "B"), ("TEAL", "T")):
        clauses = [
            said(
                f"{letter}{number}",
                draw(st.sampled_from([OFFER, DEMAND, CONDITION, Force.COMMITMENT, None])),
                draw(st.sampled_from(["I1", "I2", "I3", ""])),
                bound=draw(st.sampled_from(["Red", "Blue", "both", "nobody", "", "Red and Blue"])),
                linkage=(draw(PHRASES),),
                conditions=(draw(PHRASES),),
            )
            for number in range(1, 4)
        ]
        found.append(Tabled(party, "2024-01-01", clauses, addressees=["RED", "BLUE"]))
    return found


def check(found: Linkage, in_force: set[str]) -> None:
    ids = [node.id for node in found.nodes]
    assert len(ids) == len(set(ids))
    assert {end for edge in found.edges for end in (edge.source, edge.target)} <= set(ids)
    named = {id for gates in found.hostages.values() for id in gates}
    assert named <= in_force & set(ids)
    for cycle in found.cycles:
        assert set(cycle) <= in_force & set(ids)
        assert len(cycle) == len(set(cycle)) > 1


@settings(max_examples=60)
@given(papers(), st.permutations([RED, BLUE, TEAL, GREY]))
def test_laws(documents: list[Tabled], order: list[object]) -> None:
    corpus = table(*documents)
    whole = compare(corpus)
    found = linkage(whole)
    in_force = {clause.id for clause in corpus.clauses}
    check(found, in_force)
    check(narrowed(found, clauses_in_force(whole), parties=("RED",), issues=("I1", "I2")), in_force)
    assert linkage(compare(corpus)) == found
    shuffled = replace(corpus, negotiation=replace(NEGOTIATION, parties=tuple(order)))  # type: ignore[arg-type]
    assert linkage(compare(shuffled)).cycles == found.cycles
