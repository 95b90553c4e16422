"""Nothing of a table is lost: each word is in a clause or listed as left out."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.documents.extract import Grain
from negotiator.documents.manuscript import (
    Block,
    Cell,
    Comment,
    Mark,
    Paragraph,
    Run,
    Table,
    Wishes,
)
from negotiator.documents.tables import TablePieces, read_tables

SPEAKING = [
    *("Amendment", "Text proposed by the Commission", "Justification", "Article", "Comments"),
    *("Article 4(2)", "Recital 34", "Article 5 – Aims", "Amendment 12", "deleted", "No change"),
    *("Proposal for a regulation", "new", "—", "[…]", "", "Reasons: {}", "Amendment 3 / Article 4"),
    *("1. {}", "(a) {}", "(i) {}", "2a. {} {}", "Delete paragraph 3", "Party", "Title", "No"),
]


class _Words:
    """Gives words that occur once."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def next(self) -> str:
        self.given.append(f"w{len(self.given)}x")
        return self.given[-1]


@st.composite
def paragraphs(draw: st.DrawFn, words: _Words) -> Paragraph:
    line = draw(st.sampled_from([*SPEAKING, "{} {} {}", "{} {} {} {} {} {} {} {} {}.", "{}"]))
    runs = []
    for part in line.replace("{}", "\0{}\0").split("\0"):
        if part == "{}":
            runs.append(Run(words.next(), draw(st.sampled_from(list(Mark)))))
        elif part:
            runs.append(Run(part))
    number = draw(st.sampled_from(["", "", "", "(a)", "1."]))
    page = draw(st.sampled_from(["", "1", "2"]))
    comments = (Comment("", words.next()),) if draw(st.integers(0, 9)) == 0 else ()
    return Paragraph(tuple(runs), number=number, page=page, comments=comments)


@st.composite
def documents(draw: st.DrawFn) -> tuple[list[Block], list[str]]:
    words = _Words()
    width = draw(st.integers(1, 5))
    blocks: list[Block] = [draw(paragraphs(words)) for _ in range(draw(st.integers(0, 3)))]
    for _ in range(draw(st.integers(1, 2))):
        rows = []
        for _ in range(draw(st.integers(0, 5))):
            count = draw(st.sampled_from([1, width, width]))
            rows.append(
                tuple(
                    Cell(
                        tuple(draw(paragraphs(words)) for _ in range(draw(st.integers(0, 3)))),
                        draw(st.sampled_from([1, 1, 1, 2, width])),
                        draw(st.sampled_from([1, 1, 1, 2])),
                    )
                    for _ in range(count)
                )
            )
        blocks.append(Table(tuple(rows), headed=draw(st.sampled_from([0, 0, 1]))))
        blocks += [draw(paragraphs(words)) for _ in range(draw(st.integers(0, 3)))]
    return blocks, words.given


def everything(done: list[Block | TablePieces]) -> str:
    texts: list[str] = []
    for block in done:
        if isinstance(block, TablePieces):
            for piece in block.pieces:
                texts += [piece.text, piece.base_text or "", piece.justification, piece.party]
                texts += [piece.reference, piece.heading, piece.id, piece.language]
                texts += [comment.text for comment in piece.comments]
            texts += [one.text for one in block.omitted]
        elif isinstance(block, Paragraph):
            texts.append("".join(run.text for run in block.runs))
            texts += [comment.text for comment in block.comments]
    return " ".join(texts)


@settings(max_examples=300, deadline=None)
@given(documents(), st.sampled_from(list(Grain)), st.booleans())
def test_each_word_is_somewhere(
    document: tuple[list[Block], list[str]], grain: Grain, records: bool
) -> None:
    blocks, words = document
    kept = everything(read_tables(blocks, Wishes(), grain, records=records))
    assert [word for word in words if word not in kept] == []


@settings(max_examples=200, deadline=None)
@given(documents())
def test_struck_words_are_never_proposed_and_ids_are_unique(
    document: tuple[list[Block], list[str]],
) -> None:
    blocks, _ = document
    struck = {
        run.text
        for block in blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
        for paragraph in cell.paragraphs
        for run in paragraph.runs
        if run.mark is Mark.DELETED
    }
    pieces = [
        piece
        for block in read_tables(blocks, Wishes())
        if isinstance(block, TablePieces)
        for piece in block.pieces
    ]
    assert len({piece.id for piece in pieces}) == len(pieces)
    for piece in pieces:
        assert not struck & set(piece.text.split())
        assert piece.text or piece.change == "SUP"
        assert piece.parent is None or piece.parent in {one.id for one in pieces}
