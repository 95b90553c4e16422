"""Sheets with one row per clause."""

from __future__ import annotations

import pytest

from negotiator.documents.tables.records import with_headings
from tests.documents.tables.building import only, table


def test_columns_are_found_by_their_names() -> None:
    found = only(
        table(
            ["ID", "Article", "Title", "Text", "Party", "Language", "Reasons", "Topic"],
            ["a1", "Article 1", "Aim", "1. One.\n2. Two.", "RU", "en", "Peace.", "arms"],
        ),
        records=True,
    )
    [piece] = found.pieces
    assert (piece.id, piece.reference, piece.text) == ("a1", "Article 1", "1. One.\n2. Two.")
    assert (piece.party, piece.language, piece.justification) == ("RU", "en", "Peace.")
    assert piece.heading == "Aim\narms"


@pytest.mark.parametrize(
    "head",
    [
        ["Article", "Wording", "Reasons"],
        ["Article", "Texte", "Commentaires"],
        ["Artículo", "Texto", "Comentarios"],
        ["Artikel", "Wortlaut", "Begründung"],
        ["Статья", "Текст", "Обоснование"],
        ["条款", "案文", "理由"],
        ["المادة", "النص", "المبررات"],
    ],
)
def test_columns_are_found_in_other_languages(head: list[str]) -> None:
    found = only(table(head, ["Article 1", "Words.", "Because."]), records=True)
    assert [(p.reference, p.text, p.justification) for p in found.pieces] == [
        ("Article 1", "Words.", "Because.")
    ]


def test_a_title_may_stand_above_the_headings() -> None:
    sheet = with_headings(
        table(
            [("Proposals of the Group", 2), ""],
            ["Article", "Base text", "Proposal"],
            ["1", "a", "b"],
        )
    )
    assert sheet.headed == 2
    found = only(sheet, records=True)
    assert [(piece.reference, piece.base_text, piece.text) for piece in found.pieces] == [
        ("1", "a", "b")
    ]
    assert "Proposals of the Group" in [one.text for one in found.omitted]


def test_a_clause_column_with_wording_is_the_text() -> None:
    words = "The Parties shall refrain from any deployment that undermines the security of others."
    found = only(table(["Clause", "Topic"], [words, "arms"]), records=True)
    assert found.pieces[0].text == words


def test_without_headings_each_row_is_a_clause_and_a_warning_says_so() -> None:
    sheet = with_headings(table(["1997", "400"], ["1998", "350"]))
    assert sheet.headed == 0
    found = only(sheet, records=True)
    assert [piece.text for piece in found.pieces] == ["1997\n400", "1998\n350"]
    assert any("--columns" in warning for warning in found.warnings)


def test_what_a_row_states_about_its_change_is_kept() -> None:
    found = only(
        table(["Article", "Change", "Text"], ["1", "NOC", "Same."], ["2", "ADD", "Another."]),
        records=True,
    )
    assert [piece.change for piece in found.pieces] == ["NOC", "ADD"]


def test_a_row_that_states_a_suppression_proposes_no_text() -> None:
    found = only(table(["Article", "Change", "Text"], ["3", "SUP", "Old words."]), records=True)
    [piece] = found.pieces
    assert (piece.text, piece.base_text, piece.change) == ("", "Old words.", "SUP")


def test_a_row_is_called_by_its_printed_number_where_it_has_no_reference() -> None:
    found = only(table(["No", "Text"], ["7", "Words."], ["12", "Other words."]), records=True)
    assert [piece.id for piece in found.pieces] == ["row-7", "row-12"]
