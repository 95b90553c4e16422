"""Tables with a column for each party, and columns that the user names."""

from __future__ import annotations

import pytest

from negotiator.documents.manuscript import Table
from negotiator.errors import Refused
from tests.documents.tables.building import only, paragraph, read, table

FOUR = {"Commission": "EC", "Parliament": "EP", "Council": "CO", "Compromise": "*"}
HEAD = ["", "Commission", "Parliament", "Council", "Compromise"]


def four_columns() -> Table:
    return table(
        HEAD,
        [("Article 4", 5)],
        ["12", "Parties shall notify.", "Parties shall notify at once.", "", "Shall notify soon."],
        HEAD,
        ["13", "They may consult.", "deleted", "No change", "—"],
    )


def test_each_party_has_its_clause_of_a_row_and_all_share_its_id() -> None:
    found = only(four_columns(), columns=FOUR)
    assert [(piece.id, piece.party, piece.text, piece.change) for piece in found.pieces] == [
        ("4", "EC", "Parties shall notify.", ""),
        ("4", "EP", "Parties shall notify at once.", ""),
        ("4", "*", "Shall notify soon.", ""),
        ("4-2", "EC", "They may consult.", ""),
        ("4-2", "EP", "", "SUP"),
        ("4-2", "CO", "No change", "NOC"),
    ]
    assert all(piece.reference == "Article 4" for piece in found.pieces)


def test_empty_cells_are_counted() -> None:
    assert only(four_columns(), columns=FOUR).empty == (("EC", 0), ("EP", 0), ("CO", 1), ("*", 1))


def test_with_a_base_column_each_party_changes_the_same_base_text() -> None:
    found = only(
        table(
            ["Article", "Draft", "A's text", "B's text"],
            ["2.1", "Parties shall report.", "Parties may report.", "Parties shall report."],
        ),
        columns={"Draft": "base_text", "A's text": "A", "B's text": "B", "Article": "reference"},
    )
    assert [(piece.id, piece.party, piece.base_text, piece.change) for piece in found.pieces] == [
        ("2.1", "A", "Parties shall report.", "MOD"),
        ("2.1", "B", "Parties shall report.", "NOC"),
    ]


def test_struck_wording_in_a_party_s_column_is_its_base_text() -> None:
    found = only(
        table(["A", "B"], ["Parties ~shall ~++may ++report.", "Parties shall report."]),
        columns={"A": "A", "B": "B"},
    )
    assert found.pieces[0].text == "Parties may report."
    assert found.pieces[0].base_text == "Parties shall report."


def test_a_column_that_no_table_has_is_refused_with_the_headings_that_are_there() -> None:
    with pytest.raises(Refused) as caught:
        read(four_columns(), columns={"Commission": "EC", "Coreper": "CO"}, file="four.docx")
    assert "Coreper" in str(caught.value)
    assert '"Parliament"' in str(caught.value)
    assert "four.docx" in str(caught.value)


def test_a_document_without_tables_has_no_columns() -> None:
    with pytest.raises(Refused, match="no table"):
        read(paragraph("Prose."), columns=FOUR)


def test_named_fields_are_read_as_named_whatever_their_headings_say() -> None:
    found = only(
        table(["Spalte 1", "Spalte 2", "Spalte 3"], ["Old words.", "New words.", "Because."]),
        columns={"Spalte 1": "base_text", "Spalte 2": "text", "Spalte 3": "justification"},
    )
    [piece] = found.pieces
    assert (piece.base_text, piece.text, piece.justification) == (
        "Old words.",
        "New words.",
        "Because.",
    )


def test_a_row_across_all_columns_is_no_party_s() -> None:
    found = only(
        table(HEAD[1:], [("The Parties to this Agreement have agreed as follows:", 4)]),
        columns=FOUR,
    )
    assert [(piece.party, piece.text) for piece in found.pieces] == [
        ("", "The Parties to this Agreement have agreed as follows:")
    ]
