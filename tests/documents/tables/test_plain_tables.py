"""Tables without amendments: schedules row by row, tables that only lay out a page not at all."""

from __future__ import annotations

from negotiator.documents.manuscript import Paragraph
from tests.documents.tables.building import only, paragraph, read, table


def test_each_row_of_a_schedule_is_a_clause_with_its_cells_one_under_the_other() -> None:
    found = only(table(["Party", "Ceiling", "Year"], ["A", "400", "1997"], ["B", "350", "1998"]))
    assert [piece.text for piece in found.pieces] == [
        "Party\nCeiling\nYear",
        "A\n400\n1997",
        "B\n350\n1998",
    ]
    assert [piece.id for piece in found.pieces] == ["row-1", "row-2", "row-3"]
    assert {piece.change for piece in found.pieces} == {""}


def test_rows_of_several_schedules_are_counted_on() -> None:
    done = read(table(["A", "400"]), paragraph("And:"), table(["B", "350"]))
    assert [
        piece.id for block in done if not isinstance(block, Paragraph) for piece in block.pieces
    ] == ["row-1", "row-2"]


def test_a_table_of_one_column_is_only_a_frame_around_paragraphs() -> None:
    done = read(table(["1. The Parties shall report."], ["2. They may consult."]))
    assert [block.text for block in done] == [
        "1. The Parties shall report.",
        "2. They may consult.",
    ]
    assert all(isinstance(block, Paragraph) for block in done)


def test_a_schedule_with_struck_words_keeps_both_texts() -> None:
    found = only(table(["Party", "Ceiling", "Year"], ["A", "~400~++350++", "1997"]))
    row = found.pieces[1]
    assert (row.text, row.base_text, row.change) == ("A\n350\n1997", "A\n400\n1997", "MOD")


def test_a_table_of_addresses_is_no_table_of_amendments() -> None:
    found = only(table(["Name", "Comments"], ["Ms Example", "Will attend the whole session."]))
    assert found.pieces[1].text == "Ms Example\nWill attend the whole session."
    assert found.pieces[1].base_text is None
