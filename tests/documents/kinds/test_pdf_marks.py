"""PDF: struck-through and underlined wording, and text that a reader of the page does not see."""

from __future__ import annotations

import pytest

from negotiator.documents.manuscript import Mark, Paragraph
from tests.documents.kinds.pages import Maker, manuscript, marked, omitted, page, tables, texts


def strike(maker: Maker, x: float, y: float, text: str, *, raised: float = 3.0) -> float:
    end = maker.put(x, y, text)
    maker.line(x, y - raised, end, y - raised)
    return end


def test_a_line_across_words_deletes_them() -> None:
    maker = page()
    end = maker.put(72, 100, "The Parties shall ")
    end = strike(maker, end, 100, "not")
    maker.put(end, 100, " deploy missiles.")
    found = manuscript(maker)
    assert texts(found) == ["The Parties shall  deploy missiles."]
    assert marked(found, Mark.DELETED) == ["not"]
    (block,) = found.blocks
    assert isinstance(block, Paragraph)
    assert block.base == "The Parties shall not deploy missiles."


def test_a_line_across_part_of_one_piece_of_text_deletes_that_part() -> None:
    maker = page()
    maker.put(72, 100, "Each controller and processor shall maintain documentation.")
    begin = 72 + maker.get_string_width("Each controller ")
    end = begin + maker.get_string_width("and processor")
    maker.rect(begin, 96.5, end - begin, 0.8, style="F")
    assert marked(manuscript(maker), Mark.DELETED) == ["and processor"]


def test_a_line_under_words_inserts_them() -> None:
    maker = page()
    end = maker.put(72, 100, "The Parties shall ")
    begin = end
    end = maker.put(end, 100, "as soon as possible")
    maker.line(begin, 101.5, end, 101.5)
    maker.put(end, 100, " withdraw their forces.")
    found = manuscript(maker)
    assert marked(found, Mark.INSERTED) == ["as soon as possible"]
    (block,) = found.blocks
    assert isinstance(block, Paragraph)
    assert "as soon" not in block.base
    assert any("compare with the page" in one for one in found.warnings)


def test_a_paragraph_struck_line_by_line_is_deleted_as_a_whole() -> None:
    maker = page()
    text = (
        "The Commission shall be empowered to adopt delegated acts in accordance with Article 86",
        "for the purpose of specifying any further criteria.",
    )
    for index, line in enumerate(text):
        strike(maker, 72, 100 + 14 * index, line)
    (block,) = manuscript(maker).blocks
    assert isinstance(block, Paragraph)
    assert block.text == ""
    assert block.base == " ".join(text)


@pytest.mark.parametrize("text", ["https://www.osce.org/mc/39501", "see secretariat@example.org"])
def test_an_underlined_link_is_no_insertion(text: str) -> None:
    maker = page()
    maker.put(72, 60, "The document is published in full by the secretariat of the organisation.")
    end = maker.put(72, 100, text)
    maker.line(72, 101.5, end, 101.5)
    assert marked(manuscript(maker), Mark.INSERTED) == []


def test_an_underlined_heading_is_no_insertion() -> None:
    maker = page()
    end = maker.put(72, 100, "General provisions")
    maker.line(72, 101.5, end, 101.5)
    maker.prose("The Parties shall cooperate. " * 8, 120)
    assert marked(manuscript(maker), Mark.INSERTED) == []


def test_a_rule_across_the_page_marks_nothing() -> None:
    maker = page()
    maker.put(72, 100, "Security guarantees")
    maker.line(72, 102, 520, 102)
    maker.prose("The Parties shall cooperate. " * 8, 120)
    assert marked(manuscript(maker), Mark.INSERTED) == []


def test_the_lines_of_a_table_mark_nothing() -> None:
    maker = page()
    for x in (72, 300, 520):
        maker.line(x, 90, x, 150)
    for y in (90, 120, 150):
        maker.line(72, y, 520, y)
    for y in (118, 148):
        maker.put(74, y, "The Parties shall cooperate")
        maker.put(302, y, "The Parties should cooperate")
    found = manuscript(maker)
    assert marked(found, Mark.INSERTED) == marked(found, Mark.DELETED) == []
    assert len(tables(found)) == 1


def test_bold_words_beside_bold_struck_words_take_their_place() -> None:
    maker = page()
    maker.prose("The provisions below are those of the proposal with our changes in them. " * 4, 60)
    end = maker.put(72, 140, "Data means any ")
    begin = end
    end = maker.put(end, 140, "information", style="B")
    maker.line(begin, 137, end, 137)
    end = maker.put(end, 140, " personal data", style="B")
    maker.put(end, 140, " of a person.")
    found = manuscript(maker)
    assert marked(found, Mark.DELETED) == ["information"]
    assert marked(found, Mark.INSERTED) == ["personal data"]


def test_bold_words_alone_insert_nothing() -> None:
    maker = page()
    end = maker.put(72, 100, "Data means ")
    end = maker.put(end, 100, "personal data", style="B")
    maker.put(end, 100, " of a person.")
    assert marked(manuscript(maker), Mark.INSERTED) == []


def test_marks_of_annotations_count() -> None:
    maker = page()
    end = maker.put(72, 100, "The Parties shall ")
    begin = end
    end = maker.put(end, 100, "not")
    maker.put(end, 100, " deploy missiles.")
    maker.text_annotation(500, 100, "Why not?", title="RU")
    quad = [begin, 842 - 90, end, 842 - 90, begin, 842 - 103, end, 842 - 103]
    maker.add_text_markup_annotation("StrikeOut", "", quad_points=quad)
    found = manuscript(maker)
    assert marked(found, Mark.DELETED) == ["not"]
    (block,) = found.blocks
    assert isinstance(block, Paragraph)
    assert [(one.author, one.text) for one in block.comments] == [("RU", "Why not?")]


VISIBLE = "The Parties shall reduce their forces."


def test_white_text_is_kept_out_and_listed() -> None:
    maker = page()
    maker.put(72, 100, VISIBLE)
    maker.set_text_color(255, 255, 255)
    maker.put(72, 120, "The Parties shall do nothing.")
    found = manuscript(maker)
    assert texts(found) == [VISIBLE]
    assert omitted(found, "invisible text") == ["The Parties shall do nothing."]
    assert any("text that a reader does not see" in one for one in found.warnings)


def test_white_text_on_a_dark_ground_is_seen() -> None:
    maker = page()
    maker.put(72, 100, VISIBLE)
    maker.set_fill_color(20, 40, 120)
    maker.rect(70, 108, 300, 18, style="F")
    maker.set_text_color(255, 255, 255)
    maker.put(72, 120, "Text of the proposal")
    assert "Text of the proposal" in texts(manuscript(maker))


@pytest.mark.parametrize("how", ["unpainted", "off the page", "tiny", "under a bar"])
def test_other_text_that_is_not_seen(how: str) -> None:
    maker = page()
    maker.put(72, 100, VISIBLE)
    secret = "nothing is agreed"
    if how == "unpainted":
        with maker.local_context(text_mode="INVISIBLE"):
            maker.put(72, 120, secret)
    elif how == "off the page":
        maker.put(900, 120, secret)
    elif how == "tiny":
        maker.put(72, 120, secret, size=0.5)
    else:
        maker.put(72, 120, secret)
        maker.set_fill_color(0, 0, 0)
        maker.rect(70, 108, 300, 18, style="F")
    found = manuscript(maker)
    assert texts(found) == [VISIBLE]
    assert omitted(found, "invisible text") == [secret]


def test_text_over_a_yellow_ground_is_seen() -> None:
    maker = page()
    maker.set_fill_color(255, 255, 0)
    maker.rect(70, 88, 300, 18, style="F")
    maker.put(72, 100, VISIBLE)
    assert texts(manuscript(maker)) == [VISIBLE]


def test_a_watermark_across_the_pages_is_left_out() -> None:
    maker = Maker()
    for number in range(3):
        maker.add_page()
        maker.put(72, 100, f"{VISIBLE} {'abc'[number]}")
        with maker.rotation(45, 300, 400):
            maker.put(300, 400, "DRAFT", size=60)
    found = manuscript(maker)
    assert omitted(found, "watermark") == ["DRAFT"] * 3
    assert [text[-1] for text in texts(found)] == ["a", "b", "c"]


def test_turned_text_that_stands_once_is_kept() -> None:
    maker = page()
    maker.put(72, 100, VISIBLE)
    with maker.rotation(90, 50, 400):
        maker.put(50, 400, "Not agreed")
    assert set(texts(manuscript(maker))) == {VISIBLE, "Not agreed"}
