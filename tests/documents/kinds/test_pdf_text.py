"""PDF: lines become the paragraphs that a reader of the page sees."""

from __future__ import annotations

import re

import pytest

from negotiator.documents.manuscript import Paragraph, Role
from tests.documents.kinds.pages import Maker, manuscript, omitted, page, texts

LONG = (
    "The Parties shall cooperate in good faith to reduce the number of launchers in the areas"
    " named in Annex II, taking into account the legitimate security interests of each Party and"
    " the obligations that follow from other agreements in force between them."
)
OTHER = (
    "Each Party shall notify the other Parties of every exercise that involves more than nine"
    " thousand troops, at least forty-two days before it begins, and shall invite observers."
)


def test_a_paragraph_over_several_lines_is_one() -> None:
    maker = page()
    end = maker.prose(LONG, 90)
    maker.prose(OTHER, end + 8)
    assert texts(manuscript(maker)) == [LONG, OTHER]


def test_paragraphs_without_gaps_end_where_the_next_word_would_have_fitted() -> None:
    maker = page()
    end = maker.prose(LONG, 90)
    maker.prose(OTHER, end)
    assert texts(manuscript(maker)) == [LONG, OTHER]


def test_ragged_lines_are_one_paragraph_too() -> None:
    maker = page()
    end = maker.prose(LONG, 90, align="L")
    maker.prose(OTHER, end, align="L")
    assert texts(manuscript(maker)) == [LONG, OTHER]


def test_the_page_is_told() -> None:
    maker = page()
    maker.prose(LONG, 90)
    maker.add_page()
    maker.prose(OTHER, 90)
    found = [block.page for block in manuscript(maker).blocks]
    assert found == ["1", "2"]


def test_numbered_items_are_paragraphs_of_their_own() -> None:
    maker = page()
    items = ["1. " + OTHER, "2. " + LONG, "(a) " + OTHER, "(b) " + LONG]
    y = 90.0
    for item in items:
        y = maker.prose(item, y)
    assert texts(manuscript(maker)) == items


def test_a_number_in_a_hanging_indent_belongs_to_its_paragraph() -> None:
    maker = page()
    maker.put(72, 101, "1.")
    end = maker.prose(LONG, 90, x=100, width=422)
    maker.put(72, end + 11, "2.")
    maker.prose(OTHER, end, x=100, width=422)
    assert texts(manuscript(maker)) == [f"1. {LONG}", f"2. {OTHER}"]


def test_a_reference_at_the_beginning_of_a_line_begins_no_paragraph() -> None:
    maker = page()
    maker.lines(
        [
            "The obligations of a Party that has made a notification of withdrawal under the",
            "Article 14 shall remain in force for twelve months from the day of the notice in",
            "accordance with the annexes.",
        ]
    )
    assert len(texts(manuscript(maker))) == 1


def test_a_paragraph_goes_on_over_the_page() -> None:
    maker = page()
    cut = LONG.index("named in")
    for number in range(1, 4):
        if number > 1:
            maker.add_page()
        maker.put(72, 40, "Draft treaty")
        maker.put(290, 810, str(number))
        if number == 1:
            maker.prose(LONG[:cut].strip(), 90)
        elif number == 2:
            maker.prose(LONG[cut:], 90)
            maker.prose(OTHER, 140)
        else:
            maker.prose(OTHER, 90)
    found = manuscript(maker)
    assert texts(found) == [LONG, OTHER, OTHER]
    assert [block.page for block in found.blocks] == ["1", "2", "3"]
    assert omitted(found, "running head") == ["Draft treaty"] * 3
    assert omitted(found, "page number") == ["1", "2", "3"]


def test_numbers_that_do_not_go_with_the_page_make_no_running_head() -> None:
    maker = Maker()
    for number in (3, 5, 6, 9):
        maker.add_page()
        maker.put(72, 60, f"Amendment {number}", style="B")
        maker.prose(OTHER, 90)
    found = [text for text in texts(manuscript(maker)) if text.startswith("Amendment")]
    assert found == ["Amendment 3", "Amendment 5", "Amendment 6", "Amendment 9"]


def test_text_that_every_page_repeats_is_no_running_head() -> None:
    maker = Maker()
    for _ in range(4):
        maker.add_page()
        maker.prose(f"{OTHER}\n{LONG}", 60)
    assert texts(manuscript(maker)) == [OTHER, LONG] * 4


def test_numbers_of_lines_are_left_out() -> None:
    maker = page()
    lines = [LONG[begin : begin + 80] for begin in range(0, len(LONG), 80)] * 3
    for number, line in enumerate(lines, 1):
        maker.put(40, 86 + 14 * number, str(number), size=8)
        maker.put(72, 86 + 14 * number, line.strip())
    found = manuscript(maker)
    assert omitted(found, "line number") == [" ".join(str(one + 1) for one in range(len(lines)))]
    assert not re.search(r"\d", " ".join(texts(found)))


@pytest.mark.parametrize(
    ("first", "second", "elsewhere", "whole"),
    [
        ("the con-", "ference decides", "The conference met.", "the conference decides"),
        ("a low-", "emission path", "The low-emission path is open.", "a low-emission path"),
        ("the agree-", "ment enters into force", "Nothing.", "the agreement enters into force"),
        ("a low-", "emission path", "Nothing else.", "a low-emission path"),
        ("the EU-", "Ukraine summit", "Nothing else.", "the EU-Ukraine summit"),
        ("in 2020-", "2030 only", "Nothing else.", "in 2020-2030 only"),
    ],
)
def test_hyphens_at_line_ends(first: str, second: str, elsewhere: str, whole: str) -> None:
    maker = page()
    width = maker.get_string_width(first)
    filler = "x" * 3
    while maker.get_string_width(f"{filler} xxx ") + width < 430:
        filler += " xxx"
    maker.lines([f"{filler} {first}", second])
    maker.put(72, 200, elsewhere)
    found = manuscript(maker)
    assert f"{filler} {whole}" in texts(found)


def test_joined_hyphens_are_listed() -> None:
    maker = page()
    text = "The Parties shall hold a review of all their undertakings here at each con-"
    maker.lines([text, "ference."])
    found = manuscript(maker)
    assert texts(found)[0].endswith("at each conference.")
    assert omitted(found, "line-end hyphen") == ["con-ference"]


def test_columns_are_read_one_after_the_other() -> None:
    maker = page()
    maker.put(72, 80, "Declaration of the ministers on the security of the region and its peoples")
    maker.prose(f"{LONG}\n{OTHER}\n{LONG}", 110, width=215)
    maker.prose(f"{OTHER}\n{LONG}", 110, x=310, width=215)
    found = texts(manuscript(maker))
    assert found[1:] == [LONG, OTHER, LONG, OTHER, LONG]


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    maker = page()
    half = LONG.index("named")
    maker.prose(f"{OTHER}\n{OTHER}\n{LONG[:half].strip()}", 110, width=218)
    maker.prose(f"{LONG[half:]}\n{OTHER}\n{OTHER}", 110, x=310, width=218)
    assert texts(manuscript(maker))[2] == LONG


def test_headings_and_the_title() -> None:
    maker = page()
    maker.put(150, 80, "Treaty on Measures of Security", size=18, style="B")
    maker.put(270, 120, "Article 1", style="B")
    maker.prose(LONG, 140)
    maker.put(72, 220, "Final provisions", style="B")
    maker.prose(OTHER, 240)
    found = manuscript(maker)
    assert found.title == "Treaty on Measures of Security"
    roles = [block.role for block in found.blocks if isinstance(block, Paragraph)]
    assert roles == [Role.TITLE, Role.HEADING, Role.BODY, Role.HEADING, Role.BODY]
    levels = [block.level for block in found.blocks if isinstance(block, Paragraph)]
    assert levels == [0, 2, 0, 2, 0]


def test_a_title_that_stands_only_in_the_properties_is_none() -> None:
    maker = page()
    maker.set_title("Microsoft Word - final_v7_clean.doc")
    maker.prose(LONG, 140)
    assert manuscript(maker).title == ""


def test_a_footnote_is_cited_by_its_paragraph() -> None:
    maker = page()
    end = maker.put(72, 100, "The Parties shall cooperate in the Council")
    end = maker.put(end, 95, "1", size=7)
    maker.put(end, 100, " and elsewhere.")
    maker.put(72, 130, "They shall meet once a year.")
    maker.line(72, 700, 200, 700)
    maker.put(72, 712, "1", size=6)
    maker.put(78, 716, "The Council of the Organisation, as established in 1949.", size=9)
    found = manuscript(maker)
    assert texts(found) == [
        "The Parties shall cooperate in the Council and elsewhere.",
        "They shall meet once a year.",
    ]
    block = found.blocks[0]
    assert isinstance(block, Paragraph)
    (id,) = block.notes
    (note,) = found.notes[id]
    assert note.number == "1"
    assert note.text == "The Council of the Organisation, as established in 1949."


def test_a_power_is_no_footnote() -> None:
    maker = page()
    end = maker.put(72, 100, "The zone covers 40 km")
    end = maker.put(end, 95, "2", size=7)
    maker.put(end, 100, " of land.")
    assert texts(manuscript(maker)) == ["The zone covers 40 km2 of land."]


def test_every_bracket_is_kept() -> None:
    maker = page()
    text = "The Parties [shall][should] [, as appropriate,] [US: reduce [by half]] [AU: limit their"
    maker.prose(f"{text} launchers] in Europe] and report.", 90)
    (found,) = texts(manuscript(maker))
    assert found == f"{text} launchers] in Europe] and report."


def test_progress_is_told_page_by_page() -> None:
    maker = page()
    maker.prose(LONG, 90)
    maker.add_page()
    maker.prose(OTHER, 90)
    seen: list[tuple[int, int]] = []
    manuscript(maker, lambda done, total: seen.append((done, total)))
    assert seen == [(1, 2), (2, 2)]


def test_the_same_bytes_give_the_same_manuscript() -> None:
    maker = page()
    maker.prose(LONG, 90)
    data = maker.done()
    assert manuscript(data) == manuscript(data)
