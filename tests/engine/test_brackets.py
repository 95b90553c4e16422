"""Bracketed text: every bracket counted once, attributed as printed, and read with its rivals."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.engine.brackets import (
    Alternative,
    Bracket,
    Kind,
    alternatives_of,
    brackets,
    in_clauses,
    spoken,
    unbalanced,
)
from negotiator.engine.brackets.readings import MOST
from negotiator.model import Clause

EVALUATION = Path(__file__).parents[2] / ".." / "shared" / "evaluation"


def only(text: str, *parties: str) -> Bracket:
    ((bracket,),) = brackets([text], parties)
    return bracket


def all_of(*texts: str) -> list[Bracket]:
    return [bracket for some in brackets(texts) for bracket in some]


def span(bracket: Bracket) -> tuple[int | None, int | None]:
    return bracket.start, bracket.end


# Where they stand


def test_a_bracket_stands_from_its_opening_to_behind_its_closing_sign() -> None:
    text = "Parties [shall] cooperate."
    bracket = only(text)
    assert text[bracket.start : bracket.end] == "[shall]"
    assert (bracket.depth, bracket.closed) == (1, True)


def test_a_text_without_brackets_has_none() -> None:
    assert brackets(["Parties shall cooperate.", ""]) == ((), ())


def test_nested_brackets_come_in_the_order_of_their_opening_with_their_depth() -> None:
    assert [(*span(one), one.depth) for one in all_of("[a [b [c]] d][e]")] == [
        (0, 13, 1),
        (3, 10, 2),
        (6, 9, 3),
        (13, 16, 1),
    ]


def test_a_bracket_that_never_closes_has_no_end() -> None:
    bracket = only("Parties [shall cooperate.")
    assert (*span(bracket), bracket.closed) == (8, None, False)


def test_a_stray_closing_bracket_has_no_start() -> None:
    bracket = only("Parties shall] cooperate.")
    assert (*span(bracket), bracket.closed) == (None, 14, False)


def test_a_closing_bracket_closes_the_last_one_that_is_open() -> None:
    outer, inner = all_of("[a [b]")
    assert (span(outer), outer.closed) == ((0, None), False)
    assert (span(inner), inner.depth) == ((3, 6), 2)


def test_a_bracket_over_several_clauses_has_a_half_in_each_of_two() -> None:
    (opening,), (), (closing,) = brackets(["1. [EU: Parties shall", "(a) act;", "(b) report.]"])
    assert (*span(opening), opening.closes_in, opening.opens_in) == (3, None, 2, None)
    assert (*span(closing), closing.closes_in, closing.opens_in) == (None, 12, None, 0)
    assert opening.closed
    assert closing.closed
    assert opening.supports == closing.supports == ("EU",)


def test_a_bracket_closes_in_its_article_whatever_the_keys_that_its_clauses_came_with() -> None:
    """Keys tell where a clause stood first: Article 2 was Article 1 before, 2.2 is new in it."""
    article = [
        Clause("1.1", "1.1", "A@2", "[The quota", reference="Article 2(1)"),
        Clause("2.2", "2.2", "A@2", "of cod", reference="Article 2(2)"),
        Clause("1.2", "1.2", "A@2", "is halved] and [reviewed", reference="Article 2(3)"),
        Clause("2.1", "2.1", "A@2", "every year]", reference="Article 3(1)"),
    ]
    found = in_clauses(article)
    assert [one.closes_in for one in found["1.1"]] == ["1.2"]
    assert len(unbalanced(found)) == 2, "what opens in one article never closes in the next"


@pytest.mark.parametrize("text", ["［shall］", "【shall】", "〔shall〕", "[shall］"])
def test_brackets_of_other_types_count_and_pair(text: str) -> None:
    assert span(only(text)) == (0, 7)


def test_curly_brackets_count_where_they_are_attributed() -> None:
    text = "{intellectual property rights} and {EU/CH/J: infringement}"
    bracket = only(text)
    assert text[bracket.start : bracket.end] == "{EU/CH/J: infringement}"
    assert bracket.supports == ("EU", "CH", "J")


def test_a_parenthesis_closes_an_attributed_bracket_that_nothing_else_closes() -> None:
    text = "its [NZ: competent authorities) shall order [US: that] a (party)"
    slip, other = all_of(text)
    assert text[slip.start : slip.end] == "[NZ: competent authorities)"
    assert (slip.closed, other.depth) == (True, 1)


@pytest.mark.parametrize("text", ["[EU: (a) this", "[EU: b) this", "[this)"])
def test_other_parentheses_close_nothing(text: str) -> None:
    assert only(text).end is None


# Who stands behind them


@pytest.mark.parametrize(
    ("text", "supports", "opposes", "reserves"),
    [
        ("[EU/CAN: x]", "EU CAN", "", ""),
        ("[AU: x]", "AU", "", ""),
        ("[US/Aus/Kor: x]", "US Aus Kor", "", ""),
        ("[US propose; JP oppose: x]", "US", "JP", ""),
        ("[US oppose: x]", "", "US", ""),
        ("[US/AU propose; CL/NZ/MX12 oppose:13 4. x]", "US AU", "CL NZ MX", ""),
        ("[US/SG propose; CL/PE//VN/MX 15 oppose: 6.\nx]", "US SG", "CL PE VN MX", ""),
        ("[US/MX/CLpropose: x]", "US MX CL", "", ""),
        ("[NZ/CA propose. g. x]", "NZ CA", "", ""),
        ("[NZ/Can/Mex. Noting x]", "NZ Can Mex", "", ""),
        ("[2. EU/Can/NZ: x]", "EU Can NZ", "", ""),
        ("[(b) EU: x]", "EU", "", ""),
        ("[Mcx/NZ: x]", "Mcx NZ", "", ""),
        ("[XYZ: x]", "XYZ", "", ""),
        ("[us propose: x]", "us", "", ""),
        ("[Norway, Japan and Chile support: x]", "Norway Japan Chile", "", ""),
        ("[EU, supported by Norway: x]", "EU Norway", "", ""),
        ("[Text proposed by the EU: x]", "EU", "", ""),
        ("[Japan's proposal: x]", "Japan", "", ""),
        ("[EU and its 28 member States: x]", "EU", "", ""),
        ("[Maldives on behalf of AOSIS: x]", "AOSIS", "", ""),
        ("[LDCs: x]", "LDCs", "", ""),
        ("[US propose to delete: x]", "", "US", ""),
        ("[JP does not support: x]", "", "JP", ""),
        ("[US, EU reserve: x]", "", "", "US EU"),
        ("[VN considering: x]", "", "", "VN"),
        ("[US reserve]", "", "", "US"),
        ("[extreme - US; G77 delete]", "US", "G77", ""),
        ("[, in accordance with it. -G77; US,\n\nCanada, EU delete.]", "G77", "US Canada EU", ""),
        ("[to launch a process - US, Canada delete]", "", "US Canada", ""),
        ("[text – Switzerland]", "Switzerland", "", ""),
        ("[the text (EU, Norway)]", "EU Norway", "", ""),
        ("[the text] (EU)", "EU", "", ""),
    ],
)
def test_who_stands_behind_a_bracket(text: str, supports: str, opposes: str, reserves: str) -> None:
    bracket = only(text)
    assert bracket.supports == tuple(supports.split())
    assert bracket.opposes == tuple(opposes.split())
    assert bracket.reserves == tuple(reserves.split())


@pytest.mark.parametrize(
    "names",
    [
        ["G77 and China"],
        ["G-77/China"],
        ["African Group"],
        ["Group of Friends"],
        ["Trinidad and Tobago", "Barbados"],
        ["Holy See", "Iran (Islamic Republic of)"],
        ["United States of America", "Russian Federation"],
    ],
)
def test_parties_named_in_several_words(names: list[str]) -> None:
    assert only(f"[{' and '.join(names)}: x]").supports == tuple(names)


@pytest.mark.parametrize(
    "head",
    [
        *("Note", "NOTE", "Option 1", "Footnote", "Article 5", "Text", "Alt 1", "OP 3", "TBC"),
        *("Yes/No", "He/She", "No", "To", "The Parties agree", "In this regard", "CO2", "TRIPS"),
        *(
            "Our proposal",
            "Draft proposal",
            "Some propose",
            "Working Group",
            "us",
            "United States dollars",
        ),
    ],
)
def test_an_ordinary_word_with_a_colon_is_no_party(head: str) -> None:
    bracket = only(f"[{head}: x]")
    assert (bracket.supports, bracket.opposes, bracket.reserves) == ((), (), ())


@pytest.mark.parametrize(
    "text",
    [
        *(
            "[Canada] shall",
            "[EU, Mexico]",
            "[1997]",
            "[non-EU]",
            "[North-South]",
            "[Agreed ad ref]",
        ),
        "[the least developed countries (LDCs)]",
        "[the European Union] (EU)",
        "[as in the Convention (UNFCCC)]",
        "[the Parties. They agree]",
    ],
)
def test_wording_that_names_a_party_is_not_attributed_to_it(text: str) -> None:
    assert only(text).supports == ()


def test_the_negotiations_own_parties_are_known_as_they_are_spelled() -> None:
    assert only("[Reds: x]").supports == ()
    assert only("[Reds: x]", "Reds").supports == ("Reds",)
    assert only("[the text - Kingdom of Blue]", "Kingdom of Blue").supports == ("Kingdom of Blue",)


# What competes


@pytest.mark.parametrize(
    ("text", "wordings"),
    [
        ("Parties [shall][should][may] act", ["shall", "should", "may"]),
        ("Parties [shall] [should] act", ["shall", "should"]),
        ("[below 2 °C] [below 1.5 °C]", ["below 2 °C", "below 1.5 °C"]),
        ("[US propose: include] [US oppose: also mean]", ["include", "also mean"]),
        ("[a]/[b]", ["a", "b"]),
        ("[a] / [b]", ["a", "b"]),
        ("[shall/should]", ["shall", "should"]),
        ("[to promote / to ensure]", ["to promote", "to ensure"]),
        ("[changing - EU, G77 / promoting - US]", ["changing", "promoting"]),
        ("[a [b]][c]", ["a [b]", "c"]),
    ],
)
def test_competing_wordings(text: str, wordings: list[str]) -> None:
    outermost = [one for one in all_of(text) if one.depth == 1]
    assert {one.alternatives for one in outermost} == {tuple(wordings)}


@pytest.mark.parametrize(
    "text",
    [
        *(
            "[Parties] [should] act",
            "[civil] [or administrative]",
            "[civil] [, criminal]",
            "[a] b [c]",
        ),
        *("[and/or]", "[2005/2006]", "[governing body/CMP]", "[][]", "[a]\n\n[b]", "[shall]"),
    ],
)
def test_what_follows_each_other_does_not_compete(text: str) -> None:
    assert {one.alternatives for one in all_of(text)} <= {()}


def test_inner_brackets_compete_among_themselves() -> None:
    outer, *inner = all_of("[low-[carbon][emission] growth]")
    assert outer.alternatives == ()
    assert [one.alternatives for one in inner] == [("carbon", "emission")] * 2


def test_nobody_tables_a_hundred_wordings() -> None:
    assert all_of("[a]" * MOST)[0].alternatives == ("a",) * MOST
    assert all_of("[a]" * (MOST + 1))[0].alternatives == ()


# Laws

PIECES = st.sampled_from(
    [
        "[",
        "]",
        "[",
        "]",
        "［",
        "】",
        "EU: ",
        "US oppose: ",
        "a",
        " ",
        "/",
        "/ ",
        " - US",
        "\n",
        "shall",
    ]
)
TEXTS = st.lists(st.lists(PIECES, max_size=14).map("".join), max_size=5)
OPENING, CLOSING = "[［【〔", "]］】〕"


@given(TEXTS)
def test_every_bracket_counts_once(texts: Sequence[str]) -> None:
    for text, found in zip(texts, brackets(texts), strict=True):
        opened = [one.start for one in found if one.start is not None]
        closed = [one.end - 1 for one in found if one.end is not None]
        assert sorted(opened) == [i for i, sign in enumerate(text) if sign in OPENING]
        assert sorted(closed) == [i for i, sign in enumerate(text) if sign in CLOSING]
        at = [one.start if one.start is not None else (one.end or 0) - 1 for one in found]
        assert at == sorted(at)


@given(TEXTS)
def test_both_halves_name_each_other(texts: Sequence[str]) -> None:
    found = brackets(texts)
    halves: list[tuple[int, int]] = []
    for clause, some in enumerate(found):
        for one in some:
            assert one.closed is (span(one).count(None) == 0 or one.closes_in != one.opens_in)
            if one.closes_in is not None:
                assert one.closes_in > clause
                assert (one.end, one.opens_in) == (None, None)
                halves.append((clause, one.closes_in))
            if one.opens_in is not None:
                assert one.start is None
                halves.remove((one.opens_in, clause))
    assert halves == []


@given(TEXTS)
def test_cutting_an_article_into_clauses_moves_no_bracket(texts: Sequence[str]) -> None:
    whole = all_of("".join(texts))
    assert sum(one.closed for one in whole) == sum(
        one.closed and one.start is not None for one in all_of(*texts)
    )
    assert [one.depth for one in whole if one.start is not None] == [
        one.depth for one in all_of(*texts) if one.start is not None
    ]


@given(st.lists(st.text(alphabet="[]{}():;/.-, EUScan77GJ&\n'", max_size=60), max_size=3))
def test_any_text_can_be_read(texts: Sequence[str]) -> None:
    for text, found in zip(texts, brackets(texts), strict=True):
        assert len([one for one in found if one.start is not None]) >= text.count("[")


@pytest.mark.parametrize("text", ["[" * 200_000, "[]" * 100_000, "[" * 100_000 + "]" * 100_000])
def test_depth_and_number_have_no_limit(text: str) -> None:
    assert sum(one.start is not None for one in all_of(text)) == text.count("[")


# Formulations of a unit


def labels(*texts: str, references: Sequence[str] = ()) -> list[list[str]]:
    return [[one.label for one in group] for group in alternatives_of(texts, references)]


@pytest.mark.parametrize(
    "texts",
    [
        ["Option 1: Parties act.", "Option 2: No text."],
        ["[Option 1] Parties act.", "[Option 2] No text."],
        ["**Option 1:** Parties act.", "**Option 2:** No text."],
        ["OPTION I", "Parties act.", "OPTION II", "No text."],
        ["Alternative A: Parties act.", "Alternative B: No text."],
        ["Alt 1 Parties act.", "Alt 2 No text."],
        ["Variant 1. Parties act.", "Variant 2. No text."],
        ["3. Option 1: Parties act.", "Option 2: No text."],
        ["41. Alt1 Parties act.", "41. Alt2 No text."],
        ["Option (a): Parties act.", "Option (b): No text."],
    ],
    ids=lambda texts: texts[0],
)
def test_options_compete(texts: list[str]) -> None:
    (group,) = alternatives_of(texts)
    assert len(group) == 2
    assert {one.kind for one in group} == {Kind.COMPETING}


def test_a_sentence_about_an_option_begins_none() -> None:
    assert labels("Option 1 of Article 5 applies.", "Option 2 is preferred.", "Options 1: x") == []


def test_an_option_that_begins_anew_is_another_group() -> None:
    assert labels("Option 1: a", "Option 2: b", "Option 1: c", "Option 2: d", "Option 3: e") == [
        ["Option 1", "Option 2"],
        ["Option 1", "Option 2", "Option 3"],
    ]


def test_options_inside_an_option() -> None:
    text = "Option 1: a\nOption A: x\nOption B: y\nOption 2: b"
    assert labels(text) == [["Option 1", "Option 2"], ["Option A", "Option B"]]
    (first, _), (_, inner) = alternatives_of([text])
    assert text[first.start : first.end] == "Option 1: a\nOption A: x\nOption B: y\n"
    assert text[inner.start : inner.end] == "Option B: y\n"


def test_a_formulation_of_several_clauses_says_which_is_its_last() -> None:
    texts = ["Chapeau.", "Option 1:", "One.", "Two.", "Option 2:", "Three.", "Four."]
    ((first, second),) = alternatives_of(texts)
    assert (first.clause, first.last) == (1, 3)
    assert (second.clause, second.last) == (4, 6)


def test_units_put_in_beside_another() -> None:
    (group,) = alternatives_of(["2. Poverty", "2.bis We", "2 ter. They", "3. Food"])
    assert [(one.label, one.clause) for one in group] == [("2", 0), ("2 bis", 1), ("2 ter", 2)]
    assert {one.kind for one in group} == {Kind.INSERTED}


def test_an_alt_of_a_unit_competes_with_it() -> None:
    ((unit, alt),) = alternatives_of(["1. Parties act.", "1 alt. All Parties act."])
    assert (unit.label, alt.label, alt.kind) == ("1", "1 alt", Kind.COMPETING)


def test_units_by_their_printed_references() -> None:
    texts, references = ["One.", "Two.", "Three."], ["Article 3", "Article 3bis", "Article 4"]
    assert labels(*texts, references=references) == [["3", "3 bis"]]


@given(
    st.lists(st.sampled_from(["Option 1: a", "Option 2: b", "Alt A", "1. x", "1 bis. y", "z\n"]))
)
def test_formulations_lie_within_their_clauses(texts: Sequence[str]) -> None:
    def holds(one: Alternative) -> bool:
        within = 0 <= one.start < one.end <= len(texts[one.clause])
        return within and one.clause <= one.last < len(texts)

    for group in alternatives_of(texts):
        assert len(group) > 1
        assert all(map(holds, group))
        places = [(one.clause, one.start) for one in group]
        assert places == sorted(set(places))


# Real drafts, where they are at hand


def evaluation(name: str) -> Path:
    path = EVALUATION / name
    if not path.exists():
        pytest.skip(f"the evaluation material is not here: {name}")
    return path


def spans() -> Any:
    return json.loads(evaluation("e_brackets/attributed_excerpts.json").read_text("utf-8"))


def test_attributed_spans_of_real_drafts() -> None:
    found = total = 0
    for excerpt in spans():
        text, place = excerpt["text"], 0
        for span in excerpt["spans"]:
            place = text.index(span["starts"], place)
            within = [
                one
                for one in all_of(text)
                if one.start is not None and one.start < place and (one.end or place + 1) > place
            ]
            inner = max(within, key=lambda one: one.start or 0)
            named: dict[bool, list[str]] = {True: [], False: []}
            for said in [span, *span.get("also", [])]:
                named[said["verb"] == "oppose"] += said["parties"]
            total += 1
            found += [list(inner.supports), list(inner.opposes)] == [named[False], named[True]]
    assert (found, total) == (32, 32)


@pytest.mark.parametrize("cut", [False, True], ids=["articles whole", "line by line"])
def test_counts_of_the_paris_drafts(cut: bool) -> None:
    articles = {}
    for part in ("dev", "test"):
        lines = evaluation(f"b_cop21_drafts/{part}_pairs.jsonl").read_text("utf-8").splitlines()
        for pair in map(json.loads, lines):
            for side in (pair["left"], pair["right"]):
                articles.update({clause["id"]: clause["text"] for clause in side["clauses"]})
    counted = json.loads(evaluation("e_brackets/cop21_bracket_counts.json").read_text("utf-8"))
    total = [0, 0, 0, 0]
    for gold in counted:
        text = articles[gold["id"]]
        found = all_of(*(text.split("\n") if cut else [text]))
        opened = [one for one in found if one.start is not None]
        ended = [one for one in found if one.end is not None]
        assert {
            "open": len(opened),
            "close": len(ended),
            "closed_spans": sum(one.closed for one in opened),
            "top_level_spans": sum(one.closed and one.depth == 1 for one in opened),
            "max_depth": max((one.depth for one in opened), default=0),
            "unclosed": sum(not one.closed for one in opened),
            "stray_close": sum(not one.closed for one in ended),
        }.items() <= gold.items(), gold["id"]
        assert not any(one.supports or one.opposes or one.reserves for one in found)
        if gold["id"].startswith("oct23"):
            for index, key in enumerate(("open", "close", "unclosed", "stray_close")):
                total[index] += gold[key]
    assert total == [1046, 1047, 9, 10]


def test_the_parties_of_a_bracket_are_not_part_of_what_is_said() -> None:
    text = "Vessels [EU/CAN: shall][US: should] fish if stocks [NO propose; UK oppose: recover]."
    assert spoken(text) == "Vessels [shall][should] fish if stocks [recover]."
    assert spoken("Note: [shall] apply") == "Note: [shall] apply"
