"""Amendments printed without a table: an article with struck and new wording, then reasons."""

from __future__ import annotations

from negotiator.documents.manuscript import Paragraph, Role
from negotiator.documents.tables import TablePieces
from tests.documents.tables.building import paragraph, read

REASONS = [paragraph("Justification:"), paragraph("It would delay the process.")]


def heading(text: str) -> Paragraph:
    return Paragraph(paragraph(text).runs, role=Role.HEADING, level=2)


def pieces(*blocks: Paragraph) -> list[tuple[str, str, str | None, str]]:
    return [
        (piece.id, piece.text, piece.base_text, piece.change)
        for block in read(*blocks)
        if isinstance(block, TablePieces)
        for piece in block.pieces
    ]


def test_each_provision_under_an_article_is_a_clause_with_its_change() -> None:
    found = pieces(
        heading("Article 26: Processor"),
        paragraph("1. The controller shall choose a processor."),
        paragraph("2. The processor shall ~only ~act on instructions:"),
        paragraph("(a) ~enlist no other processor;~"),
        paragraph("(~b~ ++a++) hand over all results."),
        paragraph("~3. The Commission may adopt delegated acts.~"),
        paragraph("++3. The Parties may agree otherwise.++"),
        *REASONS,
        heading("Article 27: Records"),
        paragraph("Records are ~not ~kept."),
        *REASONS,
    )
    assert found == [
        *(("26.1", text, text, "NOC") for text in ["1. The controller shall choose a processor."]),
        (
            "26.2",
            "2. The processor shall act on instructions:",
            "2. The processor shall only act on instructions:",
            "MOD",
        ),
        ("26.2.a", "", "(a) enlist no other processor;", "SUP"),
        ("26.2.a-2", "( a) hand over all results.", "(b ) hand over all results.", "MOD"),
        ("26.3", "", "3. The Commission may adopt delegated acts.", "SUP"),
        ("26.3-2", "3. The Parties may agree otherwise.", None, "ADD"),
        ("27", "Records are kept.", "Records are not kept.", "MOD"),
    ]


def test_the_reasons_go_to_the_clauses_above_and_prose_stays_prose() -> None:
    done = read(
        paragraph("We thank the Commission."),
        heading("Article 20: Profiling"),
        paragraph("Delete"),
        *REASONS,
        paragraph("Recital 61"),
        paragraph("Delete"),
        *REASONS,
        heading("Conclusion"),
        paragraph("We remain at your disposal."),
    )
    assert [type(block) for block in done] == [
        Paragraph,
        TablePieces,
        TablePieces,
        Paragraph,
        Paragraph,
    ]
    first = done[1]
    assert isinstance(first, TablePieces)
    [piece] = first.pieces
    assert (piece.id, piece.text, piece.change) == ("20", "", "SUP")
    assert piece.justification == "It would delay the process."


def test_a_new_recital_after_a_colon_is_a_clause_of_its_own() -> None:
    found = pieces(
        heading("Article 4: Definitions"),
        paragraph("(12) ‘data’ means ~any information~++personal data++."),
        paragraph("New recital: Technical data are no personal data."),
        *REASONS,
        *REASONS,
    )
    assert [(id, text) for id, text, _, _ in found] == [
        ("4.12", "(12) ‘data’ means personal data."),
        ("recital", "Technical data are no personal data."),
    ]


def test_both_texts_under_labels_are_base_and_proposal() -> None:
    found = pieces(
        paragraph("Article 31(1)"),
        paragraph("Text proposed by the Commission:"),
        paragraph("The controller shall notify."),
        paragraph("Proposed amendment:"),
        paragraph("The controller may notify."),
        paragraph("We look forward to the debate."),
    )
    assert found == [("31.1", "The controller may notify.", "The controller shall notify.", "MOD")]


def test_a_treaty_with_struck_words_and_no_reasons_is_left_to_be_cut_into_its_units() -> None:
    blocks = [heading("Article 1"), paragraph("The Parties ~shall ~++may ++report.")]
    assert read(*blocks) == blocks


def test_a_paragraph_after_a_list_is_no_part_of_its_last_point() -> None:
    found = pieces(
        heading("Article 30: Security"),
        paragraph("~4. The Commission may adopt implementing acts to:~"),
        paragraph("~(a) prevent any access.~"),
        paragraph("~Those acts shall be adopted by the committee.~"),
        *REASONS,
        *REASONS,
    )
    assert [base for _, _, base, _ in found] == [
        "4. The Commission may adopt implementing acts to:",
        "(a) prevent any access.",
        "Those acts shall be adopted by the committee.",
    ]
