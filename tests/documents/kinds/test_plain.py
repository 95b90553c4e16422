"""Plain text: where paragraphs end, however lines are wrapped, and nothing lost."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.documents.kinds import html, markdown, plain
from negotiator.documents.manuscript import Manuscript, Paragraph, Wishes, unwatched
from negotiator.documents.wraps import UNIT, begins_unit
from negotiator.errors import Refused

ARTICLE = [
    "Article 4",
    "The Parties shall not deploy their armed forces and armaments, in accordance with Article 3"
    " of this Treaty and paragraph 2 of the Agreement between the United States of America and the"
    " Russian Federation, in areas where the other Party could perceive that as a threat, and:",
    "(a) shall refrain from flying heavy bombers equipped for nuclear or non-nuclear armaments,"
    " also in international airspace, outside national airspace; and",
    "(b) shall maintain dialogue and cooperate to improve mechanisms to prevent dangerous military"
    " activities on and over the high seas.",
]


def read(text: str) -> Manuscript:
    return plain.read("draft.txt", text.encode(), Wishes(), unwatched)


def paragraphs(text: str) -> list[str]:
    return [block.text for block in read(text).blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("between", ["\n\n", "\n", "\n \t\n", "\r\n\r\n", "\r"])
@pytest.mark.parametrize("width", [0, 50, 72, 100])
def test_an_article_reads_the_same_however_it_is_wrapped(between: str, width: int) -> None:
    lines = [textwrap.fill(one, width) if width else one for one in ARTICLE]
    end = "\r\n" if "\r\n" in between else between[0]
    text = between.join(line.replace("\n", end) for line in lines)
    assert paragraphs(text) == ARTICLE


def test_a_reference_at_the_beginning_of_a_wrapped_line_begins_no_article() -> None:
    text = (
        "The Parties shall carry out the obligations in accordance with\n"
        "Article 3 of this Treaty, and refrain from all other activities\n"
        "(a) of Annex I that are listed there.\n"
        "Article 4\n"
        "Duration"
    )
    first, second, third = paragraphs(text)
    assert first.endswith("in accordance with Article 3 of this Treaty, and refrain from all other"
                          " activities (a) of Annex I that are listed there.")  # fmt: skip
    assert (second, third) == ("Article 4", "Duration")


def test_a_line_break_in_mid_sentence_is_kept_where_nothing_is_wrapped() -> None:
    assert paragraphs("WE, THE PEOPLES\nof the united nations,\nDetermined") == [
        "WE, THE PEOPLES\nof the united nations,",
        "Determined",
    ]


def test_each_line_is_a_paragraph_where_sentences_end() -> None:
    text = "Recalling the Charter,\nReaffirming the Act,\nHave agreed:\n1. One.\n- two\n• three"
    assert paragraphs(text) == text.split("\n")


def test_a_hyphen_at_a_line_end_stays() -> None:
    line = "The Parties shall consult on all short- and long-term and non-\nnuclear armaments."
    assert paragraphs(line) == [line.replace("\n", "")]


def test_chinese_lines_are_joined_without_a_space() -> None:
    line = "缔约国应当采取一切必要措施以防止任何危险的军事活动并且应当定期举行磋商以及交换信"
    assert paragraphs(f"{line}\n息和数据。") == [f"{line}息和数据。"]


def test_form_feeds_are_page_breaks_and_lines_are_counted() -> None:
    blocks = read("One.\n\n\fTwo goes\non.\n\nThree runs\f\nover.").blocks
    found = [(one.text, one.page, one.place) for one in blocks if isinstance(one, Paragraph)]
    assert found == [
        ("One.", "1", "1"),
        ("Two goes\non.", "2", "3"),
        ("Three runs over.", "2", "6"),
    ]
    assert [one.page for one in read("One.").blocks] == [""], "no pages, no number"


def test_control_characters_are_kept() -> None:
    assert paragraphs("shall\x07 not\n\n\x1c") == ["shall\x07 not", "\x1c"]


def test_an_empty_file_is_refused() -> None:
    for text in ("", " \n\f\n"):
        with pytest.raises(Refused, match="the file is empty"):
            read(text)


@given(st.text("aB. ,;-(1)\n\f\t中é\u00a0\x07", min_size=1))
def test_every_character_is_kept_in_order(text: str) -> None:
    if not text.strip():
        return
    kept = "".join("".join(one.split()) for one in paragraphs(text))
    assert kept == "".join(text.split())


@pytest.mark.parametrize("piece", ["(", "1.", "a ", "\n", "Article ", "1.1", "\f", "i", "-\n"])
def test_hostile_text_is_read_in_bounded_time(piece: str) -> None:
    text = piece * (300_000 // len(piece)) + "x"
    assert "".join(paragraphs(text)).split() != []
    assert begins_unit(text) in (True, False)
    assert UNIT.match(text) is None


def test_the_same_article_typed_in_three_kinds_reads_the_same() -> None:
    def found(manuscript: Manuscript) -> list[str]:
        return [
            f"{one.number} {one.text}".strip()
            for one in manuscript.blocks
            if isinstance(one, Paragraph)
        ]

    typed = [
        "Article 7",
        "1. The Parties [shall][should] consult.",
        "2. They shall not:",
        "(a) deploy & test missiles;",
        "(b) transfer them.",
        "This Article is subject to Article 8.",
    ]
    text = "\n\n".join(typed)
    page = (
        "<h2>Article 7</h2><ol><li>The Parties [shall][should] consult.<li><p>They shall not:"
        "<p>(a) deploy &amp; test missiles;<p>(b) transfer them.</ol>"
        "<p>This Article is subject to <a href=#a8>Article 8</a>."
    )
    marked = "## Article 7\n\n" + "\n\n".join(typed[1:])
    wishes = Wishes()
    assert found(read(text)) == typed
    assert found(html.read("a.html", page.encode(), wishes, unwatched)) == typed
    assert found(markdown.read("a.md", marked.encode(), wishes, unwatched)) == typed
