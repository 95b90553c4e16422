"""The laws of segmentation: nothing lost, ids unique, the same again for the same text."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.documents.extract import Extract, Grain
from negotiator.documents.manuscript import Manuscript, Mark, Paragraph, Role, Run, Wishes
from negotiator.documents.segmentation import segment
from negotiator.errors import Refused
from tests.documents.segmentation.typed import manuscript, paragraphs

LABELS = [
    "", "", "", "Article 1", "Article 2 Scope", "[Article 3", "[Article 4]",
    "1. ", "2. ", "(a) ", "(i) ", "(b) ",
    "Chapter I ", "ANNEX", "Annex II ", "Option 1: ", "Option I:", "1.1 ", "– ", "A. ", "Pp3",
    "SCOPE", "第一条 ", "Статья 4 ",
]  # fmt: skip
WORDS = st.lists(st.sampled_from("shall not [forces] missiles] the; Parties: a. 1990".split()))


@st.composite
def manuscripts(draw: st.DrawFn) -> Manuscript:
    found = []
    for place in range(draw(st.integers(1, 12))):
        label = draw(st.sampled_from(LABELS))
        text = label + " ".join(draw(WORDS))
        marks = draw(st.lists(st.sampled_from(Mark), min_size=3, max_size=3))
        cuts = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
        parts = (text[: cuts[0]], text[cuts[0] : cuts[1]], text[cuts[1] :])
        plain = draw(st.booleans())
        runs = tuple(
            Run(part, Mark.KEPT if plain else mark)
            for part, mark in zip(parts, marks, strict=True)
            if part
        )
        role = draw(st.sampled_from([Role.BODY, Role.BODY, Role.HEADING]))
        number = draw(st.sampled_from(["", "", "", "(c)", "2.", "•", "IV"]))
        found.append(Paragraph(runs, number, role, draw(st.integers(0, 2)), place=str(place)))
    return Manuscript("text", tuple(found))


def letters(*texts: str) -> Counter[str]:
    return Counter(sign for text in texts for sign in text if sign.isalnum() or sign in "[]")


def said(found: Extract) -> Counter[str]:
    """Count what stands in the clauses, their references and headings, and the title.

    A reference repeats the label of the article that holds it, and a heading stands above many
    clauses: so the count may be larger than that of the document, never smaller.
    """
    texts = [found.title, *(one.text for one in found.omitted)]
    for piece in found.pieces:
        texts += [piece.text, piece.reference, piece.heading]
        if piece.base_text is not None:
            texts.append(piece.base_text)
    return letters(*texts)


@given(manuscripts(), st.sampled_from(Grain))
def test_nothing_is_lost(whole: Manuscript, grain: Grain) -> None:
    printed = [
        f"{block.number} {''.join(run.text for run in block.runs)}"
        for block in whole.blocks
        if isinstance(block, Paragraph)
    ]
    try:
        found = segment("draft", whole, grain, Wishes())
    except Refused:
        assert letters(*printed) == Counter()
        return
    assert letters(*printed) - said(found) == Counter()


@given(manuscripts(), st.sampled_from(Grain))
def test_ids_are_unique_and_parents_known(whole: Manuscript, grain: Grain) -> None:
    try:
        found = segment("draft", whole, grain, Wishes())
    except Refused:
        return
    ids = [piece.id for piece in found.pieces]
    assert len(set(ids)) == len(ids)
    seen: set[str | None] = {None}
    for piece in found.pieces:
        assert piece.parent in seen, "a parent stands before its children"
        seen.add(piece.id)
    assert segment("draft", whole, grain, Wishes()) == found


def test_an_empty_document_is_refused() -> None:
    with pytest.raises(Refused, match="holds no text"):
        segment("draft", Manuscript("text", paragraphs(" ", "\n")), Grain.PARAGRAPHS, Wishes())


def test_struck_wording_is_base_text() -> None:
    runs = (
        Run("1. The Parties shall "),
        Run("not ", Mark.DELETED),
        Run("deploy forces"),
        Run(" abroad", Mark.INSERTED),
        Run("."),
    )
    (piece,) = segment(
        "draft", Manuscript("docx", (Paragraph(runs),)), Grain.PARAGRAPHS, Wishes()
    ).pieces
    assert piece.text == "The Parties shall deploy forces abroad."
    assert piece.base_text == "The Parties shall not deploy forces."
    assert piece.change == "MOD"


def test_wording_struck_as_a_whole_is_a_proposal_to_delete() -> None:
    struck = Paragraph((Run("2. The Parties shall report.", Mark.DELETED),))
    kept = paragraphs("Article 1", "1. The Parties shall talk.")
    found = segment("draft", Manuscript("docx", (*kept, struck)), Grain.PARAGRAPHS, Wishes())
    gone = found.pieces[-1]
    assert (gone.text, gone.change) == ("", "SUP")
    assert gone.base_text is not None and "The Parties shall report." in gone.base_text


def test_a_footnote_follows_the_clause_that_cites_it() -> None:
    cites = Paragraph((Run("1. The Parties shall talk."),), notes=("n1",))
    whole = Manuscript(
        "docx", (*paragraphs("Article 1"), cites), notes={"n1": paragraphs("Monthly.")}
    )
    clause, note = segment("draft", whole, Grain.PARAGRAPHS, Wishes()).pieces
    assert (note.reference, note.text, note.parent) == ("Footnote 1", "Monthly.", clause.id)


def test_a_table_of_contents_is_left_out_and_listed() -> None:
    text = "Article 1 ........ 2\n\nArticle 2 ........ 3\n\nArticle 3 ........ 4\n\n"
    text += "Article 1\n\nThe Parties talk."
    found = segment("draft", manuscript(text), Grain.PARAGRAPHS, Wishes())
    assert [piece.text for piece in found.pieces] == ["The Parties talk."]
    assert [one.what for one in found.omitted] == ["table of contents"] * 3


def heading(text: str, level: int = 2) -> Paragraph:
    return Paragraph((Run(text),), role=Role.HEADING, level=level)


def test_a_heading_ends_where_the_next_article_of_its_level_begins() -> None:
    blocks = (
        heading("Mitigation"),
        *paragraphs("Parties act."),
        heading("Article 2 Adaptation"),
        *paragraphs("Parties adapt."),
    )
    found = segment("draft", Manuscript("docx", blocks), Grain.PARAGRAPHS, Wishes())
    assert [(piece.id, piece.heading) for piece in found.pieces][-1] == ("2", "Adaptation")


def test_numbered_paragraphs_are_not_part_of_the_last_recital() -> None:
    blocks = paragraphs("Pp1", "Recalling its decisions,", "1. Decides to act;", "2. Ends.")
    found = segment("draft", Manuscript("pdf", blocks), Grain.PARAGRAPHS, Wishes())
    assert [piece.id for piece in found.pieces] == ["pp1", "1", "2"]


def test_units_that_the_file_names_keep_their_names() -> None:
    def unit(kind: str, eid: str, parent: str, number: str, text: str) -> Paragraph:
        role = Role.HEADING if kind in ("chapter", "article") else Role.BODY
        return Paragraph((Run(text),), number, role, unit=kind, eid=eid, parent=parent)

    blocks = (
        unit("chapter", "chp_1", "", "Chapter I", "General"),
        unit("article", "art_4", "chp_1", "Article 4", "Quota"),
        unit("paragraph", "art_4__para_1", "art_4", "1.", "Each Party shall:"),
        unit("point", "art_4__para_1__point_a", "art_4__para_1", "(a)", "not fish;"),
    )
    found = segment("act", Manuscript("akoma-ntoso", blocks), Grain.POINTS, Wishes())
    assert [(piece.id, piece.parent, piece.text) for piece in found.pieces] == [
        ("chp_1", None, "Chapter I General"),
        ("art_4", "chp_1", "Article 4 Quota"),
        ("art_4__para_1", "art_4", "Each Party shall:"),
        ("art_4__para_1__point_a", "art_4__para_1", "not fish;"),
    ]
