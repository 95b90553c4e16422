"""From what two parties say, the gap: verdict, kinds, rationale, confidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.engine.comparison import compare
from negotiator.engine.gaps import Gap
from negotiator.engine.rules import RULES
from negotiator.model import (
    Authenticity,
    Confidence,
    Corpus,
    Evidence,
    Family,
    Force,
    GapKind,
    How,
    Membership,
    Reciprocity,
    Review,
    Strength,
    Verdict,
    Wording,
)
from tests.engine.build import BLUE, GREY, NEGOTIATION, RED, TEAL, Said, Tabled, table

DEMAND, OFFER, CONDITION = Force.DEMAND, Force.OFFER, Force.CONDITION
REFUSAL, MUTUAL, WARNING = Force.REFUSAL, Force.MUTUAL_COMMITMENT, Force.WARNING
ACCOUNT, COUNTER = Force.ASSERTION, Force.COUNTER_PROPOSAL


def gaps(corpus: Corpus, issue: str = "I1") -> dict[str, Gap]:
    """Return the gaps on an issue by the pair of parties."""
    whole = compare(corpus)
    return {gap.id: gap for row in whole.rows if row.issue.id == issue for gap in row.gaps}


def between(red: list[Said], other: list[Said], party: str = "BLUE", **particulars: Any) -> Gap:
    """Return the gap on I1 between Red's clauses and another party's."""
    corpus = table(
        Tabled("RED", "2024-01-01", red or [Said("r0", issues=("I2",))]),
        Tabled(party, "2024-02-01", other or [Said("b0", issues=("I2",))], particulars=particulars),
    )
    return gaps(corpus)[f"I1.RED-{party}"]


def says(id: str, force: Force | None, **more: Any) -> Said:
    return Said(id, force=force, **more)


FORBIDS, PERMITS = {"strength": Strength.PROHIBITS}, {"strength": Strength.MAY}

# One case for each rule, by the rule's name.
CASES: Mapping[str, tuple[list[Said], list[Said], Verdict]] = {
    "both silent": ([], [], Verdict.BOTH_SILENT),
    "one silent": ([says("r1", DEMAND)], [], Verdict.ONE_SIDED),
    "same text": (
        [says("r1", MUTUAL, text="Both leave.", wording=Wording.VERBATIM)],
        [says("b1", MUTUAL, text="Both leave.", wording=Wording.VERBATIM)],
        Verdict.IDENTICAL,
    ),
    "same text but for editing": (
        [says("r1", MUTUAL, text="Both leave.", wording=Wording.VERBATIM)],
        [says("b1", MUTUAL, text="both leave", wording=Wording.VERBATIM)],
        Verdict.EQUIVALENT,
    ),
    "not read": ([says("r1", DEMAND)], [says("b1", None)], Verdict.UNKNOWN),
    "condition against condition": (
        [says("r1", CONDITION)],
        [says("b1", CONDITION)],
        Verdict.OPPOSED,
    ),
    "beside the point": (
        [says("r1", DEMAND)],
        [says("b1", OFFER, answers={"r1": How.OTHER_OBJECT})],
        Verdict.ONE_SIDED,
    ),
    "refused": (
        [says("r1", DEMAND)],
        [says("b1", OFFER, answers={"r1": How.REFUSED})],
        Verdict.OPPOSED,
    ),
    "accepted in the last word": (
        [says("r1", CONDITION)],
        [says("b1", OFFER, answers={"r1": How.ACCEPTED})],
        Verdict.COMPATIBLE,
    ),
    "accepted on conditions": (
        [says("r1", DEMAND)],
        [says("b1", OFFER, answers={"r1": How.ACCEPTED_CONDITIONALLY})],
        Verdict.CONDITIONALLY_CONVERGENT,
    ),
    "accepted": (
        [says("r1", DEMAND)],
        [says("b1", OFFER, answers={"r1": How.ACCEPTED})],
        Verdict.COMPATIBLE,
    ),
    "accepted in part": (
        [says("r1", DEMAND), says("r2", DEMAND)],
        [says("b1", OFFER, answers={"r1": How.ACCEPTED, "r2": How.REFUSED})],
        Verdict.PARTLY_CONVERGENT,
    ),
    "demand countered": (
        [says("r1", DEMAND)],
        [says("b1", COUNTER, answers={"r1": How.COUNTERED})],
        Verdict.DIVERGENT,
    ),
    "countered": (
        [says("r1", OFFER)],
        [says("b1", COUNTER, answers={"r1": How.COUNTERED})],
        Verdict.PARTLY_CONVERGENT,
    ),
    "deferred or referred": (
        [says("r1", DEMAND)],
        [says("b1", OFFER, answers={"r1": How.DEFERRED})],
        Verdict.UNKNOWN,
    ),
    "proposal refused": (
        [says("r1", OFFER)],
        [says("b1", ACCOUNT, answers={"red": How.REFUSED})],
        Verdict.OPPOSED,
    ),
    "warning": ([says("r1", WARNING)], [says("b1", WARNING)], Verdict.OPPOSED),
    "refusal meets ask": ([says("r1", DEMAND)], [says("b1", REFUSAL)], Verdict.OPPOSED),
    "one forbids, one does not": (
        [says("r1", MUTUAL, text="No ship sails on the river.", reading=FORBIDS)],
        [says("b1", MUTUAL, text="Each ship sails on the river.", reading=PERMITS)],
        Verdict.OPPOSED,
    ),
    "both demand of others": (
        [says("r1", DEMAND, reading={"bound": "Grey State"})],
        [says("b1", DEMAND, reading={"bound": "the ferrymen"})],
        Verdict.PARTLY_CONVERGENT,
    ),
    "demand against demand": ([says("r1", DEMAND)], [says("b1", DEMAND)], Verdict.OPPOSED),
    "both ready on conditions": (
        [says("r1", OFFER, reading={"conditions": ("the river thaws",)})],
        [says("b1", OFFER)],
        Verdict.CONDITIONALLY_CONVERGENT,
    ),
    "both ready": ([says("r1", MUTUAL)], [says("b1", OFFER)], Verdict.PARTLY_CONVERGENT),
    "demand meets offer": ([says("r1", DEMAND)], [says("b1", OFFER)], Verdict.PARTLY_CONVERGENT),
    "demand meets account": ([says("r1", DEMAND)], [says("b1", ACCOUNT)], Verdict.DIVERGENT),
    "nothing says": ([says("r1", ACCOUNT)], [says("b1", ACCOUNT)], Verdict.UNKNOWN),
}


def test_a_refusal_in_the_end_takes_back_what_was_granted_to_an_earlier_text() -> None:
    asked = Tabled("RED", "2024-01-01", [says("r1", DEMAND)])
    granted = Tabled(
        "BLUE", "2024-02-01", [says("b1", OFFER, answers={"r1": How.ACCEPTED_IN_PART})]
    )
    more = Tabled("RED", "2024-03-01", [says("r2", MUTUAL, answers={"b1": How.COUNTERED})], "red2")
    refused = Tabled("BLUE", "2024-04-01", [says("b2", REFUSAL, answers={"r2": How.REFUSED})], "b2")
    later = Tabled("RED", "2024-05-01", [says("r3", OFFER, answers={"b2": How.COUNTERED})], "red3")
    told = gaps(table(asked, granted, more, refused, later))
    assert told["I1.RED-BLUE"].verdict is Verdict.OPPOSED


def test_a_grant_stands_beside_the_refusal_of_another_ask_of_the_same_day() -> None:
    asked = Tabled("RED", "2024-01-01", [says("r1", DEMAND), says("r2", DEMAND)])
    granted = Tabled(
        "BLUE", "2024-02-01", [says("b1", OFFER, answers={"r1": How.ACCEPTED_IN_PART})]
    )
    refused = Tabled("BLUE", "2024-04-01", [says("b2", REFUSAL, answers={"r2": How.REFUSED})], "b2")
    told = gaps(table(asked, granted, refused))
    assert told["I1.RED-BLUE"].verdict is Verdict.PARTLY_CONVERGENT


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_each_rule(rule: str) -> None:
    if rule == "same stance within a side":
        corpus = table(
            Tabled("BLUE", "2024-01-01", [says("b1", DEMAND)]),
            Tabled("TEAL", "2024-01-02", [says("t1", DEMAND)]),
        )
        gap = gaps(corpus)["I1.BLUE-TEAL"]
        assert (gap.verdict, gap.across) == (Verdict.COMPATIBLE, False)
        return
    if rule == "refused in the last word":
        corpus = table(
            Tabled("RED", "2024-01-01", [says("r1", DEMAND)]),
            Tabled("BLUE", "2024-02-01", [says("b1", OFFER, answers={"r1": How.ACCEPTED_IN_PART})]),
            Tabled("BLUE", "2024-02-02", [says("b2", OFFER)], proposal="more"),
            Tabled("RED", "2024-03-01", [says("r2", REFUSAL, answers={"b2": How.REFUSED})], "red2"),
        )
        assert gaps(corpus)["I1.RED-BLUE"].verdict is Verdict.OPPOSED
        return
    if rule == "one speaks for the other":
        counting = replace(BLUE, member_of=(Membership("TEAL", counts=True),))
        talks = replace(NEGOTIATION, parties=(RED, counting, TEAL, GREY))
        corpus = table(
            Tabled("RED", "2024-01-01", [says("r1", DEMAND)]),
            Tabled("BLUE", "2024-01-02", [says("b2", OFFER, issues=("I2",))]),
            Tabled("TEAL", "2024-02-02", [says("t1", REFUSAL, answers={"r1": How.REFUSED})]),
            negotiation=talks,
        )
        found = gaps(corpus)
        assert found["I1.BLUE-TEAL"].verdict is Verdict.COMPATIBLE
        assert found["I1.RED-BLUE"].verdict is Verdict.OPPOSED
        assert found["I1.RED-BLUE"].evidence["BLUE"] == ("t1",)
        return
    if rule.startswith("third"):
        split = rule == "third granted and denied"
        grey = says("g1", OFFER, answers={"r1": How.ACCEPTED if split else How.COUNTERED})
        corpus = table(
            Tabled("RED", "2024-01-01", [says("r1", DEMAND)]),
            Tabled("BLUE", "2024-01-02", [says("b1", REFUSAL, answers={"r1": How.REFUSED})]),
            Tabled("GREY", "2024-01-03", [grey]),
        )
        verdict = Verdict.DIVERGENT if split else Verdict.PARTLY_CONVERGENT
        assert gaps(corpus)["I1.BLUE-GREY"].verdict is verdict
        return
    red, blue, verdict = CASES[rule]
    gap = between(red, blue)
    assert gap.verdict is verdict
    assert gap.verdict is next(one.verdict for one in RULES if one.name == rule)
    assert gap.rationale.endswith(".")
    assert gap.review is Review.DRAFT


def test_agreement_is_never_read_from_acts_alone() -> None:
    silent = [None, *Force]
    for one in silent:
        for other in silent:
            gap = between([says("r1", one)], [says("b1", other)])
            assert gap.family is not Family.AGREED, (one, other)


def test_an_acceptance_beside_a_refusal_is_not_agreement() -> None:
    gap = between(
        [says("r1", DEMAND)], [says("b1", OFFER, answers={"r1": How.ACCEPTED}), says("b2", REFUSAL)]
    )
    assert gap.verdict is Verdict.PARTLY_CONVERGENT


def test_paraphrases_alike_to_the_letter_are_not_called_identical() -> None:
    gap = between(
        [says("r1", MUTUAL, text="Both leave.")], [says("b1", MUTUAL, text="Both leave.")]
    )
    assert gap.verdict is Verdict.PARTLY_CONVERGENT


def test_what_stands_under_another_topic_is_heard_when_it_answers() -> None:
    elsewhere = {"topics": ("2",)}
    unanswered = between([says("r1", DEMAND)], [says("b1", OFFER, **elsewhere)])
    assert unanswered.verdict is Verdict.ONE_SIDED
    assert GapKind.OBJECT_OR_SCOPE in unanswered.kinds
    answering = between(
        [says("r1", DEMAND)], [says("b1", OFFER, answers={"r1": How.ACCEPTED}, **elsewhere)]
    )
    assert answering.verdict is Verdict.COMPATIBLE


@pytest.mark.parametrize(
    ("red", "blue", "kind"),
    [
        ([says("r1", DEMAND)], [], GapKind.OMISSION),
        ([says("r1", DEMAND)], [says("b1", REFUSAL)], GapKind.PRINCIPLE),
        (
            [says("r1", DEMAND)],
            [says("b1", COUNTER, answers={"r1": How.COUNTERED})],
            GapKind.OBJECT_OR_SCOPE,
        ),
        (
            [says("r1", DEMAND, reading={"reciprocity": Reciprocity.NO})],
            [says("b1", OFFER)],
            GapKind.ACTOR_OR_RECIPROCITY,
        ),
        (
            [says("r1", DEMAND, reading={"parameters": ("baseline of 1997",)})],
            [says("b1", OFFER)],
            GapKind.TIME_OR_BASELINE,
        ),
        (
            [says("r1", DEMAND, reading={"parameters": ("500 km",)})],
            [says("b1", OFFER, reading={"parameters": ("300 km",)})],
            GapKind.QUANTITY_OR_THRESHOLD,
        ),
        ([says("r1", DEMAND)], [says("b1", OFFER)], GapKind.FORCE),
        (
            [says("r1", OFFER, reading={"conditions": ("the river thaws",)})],
            [says("b1", OFFER)],
            GapKind.CONDITION_OR_LINKAGE,
        ),
        ([says("r1", CONDITION)], [says("b1", CONDITION)], GapKind.SEQUENCE),
        ([says("r1", DEMAND)], [says("b1", OFFER, answers={"r1": How.REFERRED})], GapKind.FORUM),
        (
            [says("r1", ACCOUNT)],
            [says("b1", ACCOUNT, answers={"r1": How.REFUSED})],
            GapKind.FACTUAL_PREMISE,
        ),
        (CASES["same text but for editing"][0], CASES["same text but for editing"][1],
         GapKind.DRAFTING_ONLY),
    ],
)  # fmt: skip
def test_kinds(red: list[Said], blue: list[Said], kind: GapKind) -> None:
    assert kind in between(red, blue).kinds


@pytest.mark.parametrize(
    ("one", "other"),
    [("Both leave.", "Both [leave]."), ("Ten -5 °C.", "Ten 5 °C."), ("1.000 men", "1,000 men")],
)
def test_brackets_signs_and_decimal_marks_are_no_editing(one: str, other: str) -> None:
    gap = between(
        [says("r1", MUTUAL, text=one, wording=Wording.VERBATIM)],
        [says("b1", MUTUAL, text=other, wording=Wording.VERBATIM)],
    )
    assert gap.verdict not in (Verdict.IDENTICAL, Verdict.EQUIVALENT)


@pytest.mark.parametrize(
    ("red", "blue", "kind", "ground"),
    [
        (
            "Each may hold up to 300 kg.",
            "Each may hold up to half a tonne, or 500 kg.",
            GapKind.QUANTITY_OR_THRESHOLD,
            "RED: up to 300 kg; BLUE: 500 kg",
        ),
        (
            "Forces return to where they stood in 1997.",
            "Forces return to where they stood in May 2004.",
            GapKind.TIME_OR_BASELINE,
            "RED: 1997; BLUE: may 2004",
        ),
        (
            "The pledge is legally binding.",
            "The pledge is a joint statement.",
            GapKind.LEGAL_FORM,
            "RED: a binding treaty (r1); BLUE: a political undertaking (b1)",
        ),
        (
            "Each leaves the territory of Upper Brook.",
            "Each leaves the territory of Lower Brook.",
            GapKind.GEOGRAPHY,
            "RED: Upper Brook (r1); BLUE: Lower Brook (b1)",
        ),
        (
            "Inspectors verify the withdrawal.",
            "Each withdraws.",
            GapKind.VERIFICATION,
            "only RED speaks of it (r1)",
        ),
        (
            "First Blue leaves.",
            "Both leave step by step.",
            GapKind.SEQUENCE,
            "RED: order (r1); BLUE: order (b1)",
        ),
        (
            "“Force” means soldiers.",
            "“Force” means soldiers and ships.",
            GapKind.DEFINITION,
            "both define “force”: r1 and b1",
        ),
    ],
)
def test_words_tell_a_kind_and_its_ground(red: str, blue: str, kind: GapKind, ground: str) -> None:
    gap = between([says("r1", MUTUAL, text=red)], [says("b1", MUTUAL, text=blue)])
    assert gap.grounds[kind] == ground


def test_the_same_quantity_in_another_unit_is_no_gap() -> None:
    gap = between(
        [says("r1", MUTUAL, text="Within twelve months.")],
        [says("b1", MUTUAL, text="Within one year.")],
    )
    assert GapKind.QUANTITY_OR_THRESHOLD not in gap.kinds


def test_the_same_parameters_make_no_gap() -> None:
    same = {"parameters": ("baseline of 1997",)}
    gap = between([says("r1", DEMAND, reading=same)], [says("b1", OFFER, reading=same)])
    assert GapKind.TIME_OR_BASELINE not in gap.kinds


def seen(tier: Evidence) -> dict[str, Any]:
    return {"reading": {"evidence": tier}}


@pytest.mark.parametrize(
    ("red", "blue", "particulars", "level", "doubt"),
    [
        (Evidence.WORDING_SEEN, Evidence.WORDING_SEEN, {}, Confidence.HIGH, None),
        (
            Evidence.WORDING_SEEN,
            Evidence.SEVERAL_SECONDARY,
            {},
            Confidence.MEDIUM,
            "BLUE: b1 rests on two or more secondary sources",
        ),
        (
            Evidence.BACKGROUND,
            Evidence.WORDING_SEEN,
            {},
            Confidence.LOW,
            "RED: r1 rests on background knowledge, not found in a source",
        ),
        (
            Evidence.WORDING_SEEN,
            Evidence.WORDING_SEEN,
            {"authenticity": Authenticity.LEAKED},
            Confidence.MEDIUM,
            "BLUE: blue is leaked",
        ),
    ],
)
def test_confidence_is_that_of_the_weaker_side(
    red: Evidence, blue: Evidence, particulars: dict[str, Any], level: Confidence, doubt: str | None
) -> None:
    answering = says("b1", REFUSAL, answers={"r1": How.REFUSED}, **seen(blue))
    gap = between([says("r1", DEMAND, **seen(red))], [answering], **particulars)
    assert gap.confidence is level
    assert gap.doubts == ((doubt,) if doubt else ())


def test_a_verdict_on_acts_alone_is_never_sure() -> None:
    sure = seen(Evidence.WORDING_SEEN)
    gap = between([says("r1", DEMAND, **sure)], [says("b1", REFUSAL, **sure)])
    assert gap.confidence is Confidence.MEDIUM
    assert gap.doubts == ("no answer between the two is stated",)


def test_a_draft_reading_makes_a_verdict_unsure() -> None:
    sure = {"evidence": Evidence.WORDING_SEEN}
    draft = {**sure, "review": Review.DRAFT}
    gap = between(
        [says("r1", DEMAND, reading=draft)],
        [says("b1", REFUSAL, answers={"r1": How.REFUSED}, reading=sure)],
    )
    assert gap.confidence is Confidence.LOW
    assert gap.doubts == ("RED: the reading of r1 is a draft",)


def test_a_manner_read_by_the_machine_is_a_doubt() -> None:
    sure = seen(Evidence.WORDING_SEEN)
    answering = says("b1", REFUSAL, answers={"r1": None}, **sure)
    gap = between([says("r1", DEMAND, **sure)], [answering])
    assert (gap.verdict, gap.confidence) == (Verdict.OPPOSED, Confidence.MEDIUM)
    assert gap.doubts == ("how b1 answers is read by the machine",)


def test_the_rationale_cites_each_side() -> None:
    gap = between(
        [says("r1", DEMAND), says("r2", ACCOUNT)],
        [says("b1", OFFER, answers={"r1": How.COUNTERED})],
    )
    assert gap.rationale == (
        "Red demands (r1) and gives its own account (r2); Blue offers (b1): b1 counters r1."
    )
    silent = between([says("r1", DEMAND)], [])
    assert silent.rationale == "Red demands (r1); Blue is silent (not addressed)."


FORCES = st.sampled_from([None, *Force])
ANSWERS = st.dictionaries(st.sampled_from(["r1", "r2"]), st.sampled_from(list(How)))
TALKS = st.tuples(st.lists(FORCES, max_size=2), st.lists(st.tuples(FORCES, ANSWERS), max_size=2))


@given(TALKS)
def test_the_verdict_does_not_depend_on_who_comes_first(talk: Any) -> None:
    """The same talk with the parties in the other order: the same gap, its sides swapped."""
    red = [says(f"r{n}", force) for n, force in enumerate(talk[0], 1)]
    blue = [
        says(f"b{n}", force, answers={to: how for to, how in answers.items() if to in ids(red)})
        for n, (force, answers) in enumerate(talk[1], 1)
    ]
    documents = (
        Tabled("RED", "2024-01-01", [*red, says("r0", DEMAND, issues=("I2",))]),
        Tabled("BLUE", "2024-02-01", [*blue, says("b0", DEMAND, issues=("I2",))]),
    )
    order = NEGOTIATION.parties
    swapped = replace(NEGOTIATION, parties=(order[1], order[0], *order[2:]))
    one = gaps(table(*documents))["I1.RED-BLUE"]
    other = gaps(table(*documents, negotiation=swapped))["I1.BLUE-RED"]
    assert one.verdict is other.verdict
    assert one.kinds == other.kinds
    assert one.confidence is other.confidence
    assert dict(one.evidence) == dict(other.evidence)
    assert sorted(one.doubts) == sorted(other.doubts)


def ids(clauses: list[Said]) -> set[str]:
    return {said.id for said in clauses}


@given(TALKS)
def test_every_gap_cites_each_side_or_names_its_silence(talk: Any) -> None:
    red = [says(f"r{n}", force) for n, force in enumerate(talk[0], 1)]
    blue = [says(f"b{n}", force) for n, (force, _) in enumerate(talk[1], 1)]
    gap = between(red, blue)
    assert gap.evidence["RED"] == tuple(ids for ids in [s.id for s in red])
    for code, cited in gap.evidence.items():
        name = {"RED": "Red", "BLUE": "Blue"}[code]
        assert cited or f"{name} is silent (" in gap.rationale
        assert all(id in gap.rationale for id in cited)


def test_words_that_forbid_against_words_that_bind_are_a_doubt() -> None:
    red = says("r1", MUTUAL, text="Ships sail on.", reading={"strength": Strength.SHALL})
    blue = says("b1", MUTUAL, text="No fort.", reading={"strength": Strength.PROHIBITS})
    gap = between([red], [blue])
    assert gap.confidence is Confidence.LOW
    assert "one forbids and the other does not, by their own words" in gap.doubts
    assert "one forbids" not in " ".join(between([red], [replace(red, id="b1")]).doubts)


def gap_after(*documents: Tabled) -> Gap:
    """Return the gap on I1 between Red and Blue once these documents are tabled."""
    return gaps(table(*documents))["I1.RED-BLUE"]


def test_what_was_accepted_is_not_accepted_in_other_words() -> None:
    verbatim = {"wording": Wording.VERBATIM}
    asked = Tabled("RED", "2024-01-01", [says("r1", DEMAND, text="Ten boats leave.", **verbatim)])
    yes = Tabled("BLUE", "2024-02-01", [says("b1", OFFER, answers={"r1": How.ACCEPTED})])
    more = Tabled("RED", "2024-03-01", [says("r1", DEMAND, text="All boats leave.", **verbatim)])
    again = Tabled("RED", "2024-03-01", [says("r1", DEMAND, text="Ten boats leave.", **verbatim)])
    assert gap_after(asked, yes).verdict is Verdict.COMPATIBLE
    assert gap_after(asked, yes, again).verdict is Verdict.COMPATIBLE
    gap = gap_after(asked, yes, more)
    assert gap.family is not Family.AGREED
    assert "b1 answers an earlier wording of r1" in gap.doubts


def test_one_demand_accepted_of_several_is_not_agreement() -> None:
    asked = Tabled("RED", "2024-01-01", [says("r1", DEMAND), says("r2", DEMAND)])
    one = Tabled("BLUE", "2024-02-01", [says("b1", OFFER, answers={"r1": How.ACCEPTED})])
    assert gap_after(asked, one).verdict is Verdict.PARTLY_CONVERGENT
    refused = Tabled("BLUE", "2024-01-15", [says("b2", REFUSAL, answers={"r2": How.REFUSED})], "no")
    assert gap_after(asked, refused, one).family is not Family.AGREED


def test_what_is_tabled_jointly_is_no_exchange_between_those_who_table_it() -> None:
    joint = Tabled("RED+BLUE", "2024-01-01", [says("p1", CONDITION)], "joint")
    red = Tabled("RED", "2024-02-01", [says("r1", ACCOUNT)])
    blue = Tabled("BLUE", "2024-02-02", [says("b1", ACCOUNT)])
    assert gap_after(joint).verdict is Verdict.COMPATIBLE
    assert gap_after(joint, red).verdict is Verdict.COMPATIBLE
    assert gap_after(joint, red, blue).verdict is Verdict.UNKNOWN


def test_it_takes_both_to_counter_each_way() -> None:
    corpus = table(
        Tabled("RED", "2024-01-01", [says("r1", OFFER)]),
        Tabled("BLUE", "2024-02-01", [says("b1", COUNTER, answers={"r1": How.COUNTERED})]),
        Tabled(
            "BLUE+TEAL", "2024-02-02", [says("p1", COUNTER, answers={"r1": How.COUNTERED})], "j"
        ),
    )
    assert gaps(corpus)["I1.RED-BLUE"].verdict is Verdict.PARTLY_CONVERGENT


def test_texts_that_say_nothing_are_not_the_same() -> None:
    gap = between(
        [says("r1", DEMAND, text="…", wording=Wording.VERBATIM)],
        [says("b1", REFUSAL, text="—", wording=Wording.VERBATIM)],
    )
    assert gap.verdict is Verdict.OPPOSED


def test_a_selection_of_parties_leaves_the_kind_of_silence_as_it_is() -> None:
    corpus = table(
        Tabled("GREY", "2024-01-01", [says("g1", DEMAND)]),
        Tabled("RED", "2024-02-01", [says("r9", OFFER, issues=("I2",))]),
        Tabled("BLUE", "2024-02-02", [says("b9", OFFER, issues=("I2",))]),
    )
    whole, part = compare(corpus), compare(corpus, parties=("RED", "BLUE"))
    assert part.rows[0].cells == tuple(c for c in whole.rows[0].cells if c.party != "GREY")
