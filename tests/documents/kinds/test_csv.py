"""Tables written as text: separators found by consistency, fields kept exactly."""

from __future__ import annotations

import csv
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.documents.kinds.csv import read
from negotiator.documents.manuscript import Manuscript, Table, Wishes, unwatched
from negotiator.documents.tables import TablePieces, read_tables
from negotiator.errors import Refused


def reading(data: str | bytes, encoding: str = "") -> Manuscript:
    raw = data.encode() if isinstance(data, str) else data
    return read("clauses.csv", raw, Wishes(encoding=encoding), unwatched)


def fields(manuscript: Manuscript) -> list[list[str]]:
    [table] = manuscript.blocks
    assert isinstance(table, Table)
    return [
        ["".join(paragraph.text for paragraph in cell.paragraphs) for cell in row]
        for row in table.rows
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(separator: str) -> None:
    rows = [["Article", "Text", "Reasons"], ["1", "One, two; three", "Because"], ["2", "B", "C"]]
    written = "\n".join(separator.join(f'"{one}"' for one in row) for row in rows)
    assert fields(reading(written)) == rows


def test_a_comma_in_wording_does_not_make_it_the_separator() -> None:
    written = "Article;Text\n1;The Parties, meeting, agree\n2;The Parties shall, always, agree\n"
    assert fields(reading(written))[1] == ["1", "The Parties, meeting, agree"]


def test_a_cell_that_looks_like_a_formula_is_text() -> None:
    assert fields(reading("Article,Text\n1,=1+1\n"))[1] == ["1", "=1+1"]


def test_line_breaks_in_a_field_stay_and_each_row_tells_its_line() -> None:
    manuscript = reading('Article,Text\n1,"First line\nsecond line"\n2,Other\n')
    [table] = manuscript.blocks
    assert isinstance(table, Table)
    assert table.rows[1][1].paragraphs[0].text == "First line\nsecond line"
    assert [row[0].paragraphs[0].place for row in table.rows] == ["line 1", "line 2", "line 4"]


def test_the_row_of_headings_is_recognised() -> None:
    [table] = reading("Article,Text\n1,One\n").blocks
    assert isinstance(table, Table)
    assert table.headed == 1


def test_rows_become_clauses() -> None:
    manuscript = reading("Article,Base text,Proposal\nArticle 1,Old words,New words\n")
    [found] = read_tables(manuscript.blocks, Wishes(), records=True)
    assert isinstance(found, TablePieces)
    assert [(p.id, p.base_text, p.text) for p in found.pieces] == [("1", "Old words", "New words")]


@pytest.mark.parametrize(
    ("written", "line", "problem"),
    [
        ('Article,Text\n1,One\n2,"Two\n3,Three\n', 3, "never closed"),
        ('Article,Text\n1,One\n2,"Two" three\n', 3, "after a closing"),
    ],
)
def test_a_wrong_quotation_mark_is_refused_with_its_line(
    written: str, line: int, problem: str
) -> None:
    with pytest.raises(Refused) as caught:
        reading(written)
    assert problem in str(caught.value)
    assert f"clauses.csv, line {line}" in str(caught.value)


def test_what_is_not_utf_8_is_refused_unless_the_encoding_is_given() -> None:
    raw = "Статья,Текст\n1,Стороны обязуются\n".encode("windows-1251")
    with pytest.raises(Refused):
        reading(raw)
    assert fields(reading(raw, "windows-1251"))[1] == ["1", "Стороны обязуются"]


def test_a_byte_order_mark_is_no_text() -> None:
    assert fields(reading(b"\xef\xbb\xbfArticle,Text\n1,One\n"))[0] == ["Article", "Text"]


@pytest.mark.parametrize("written", ["", "\n\n", ",,,\n,,,\n"])
def test_nothing_is_refused(written: str) -> None:
    with pytest.raises(Refused):
        reading(written)


def test_rows_of_uneven_length_are_kept_and_warned_of() -> None:
    manuscript = reading("Article,Text\n1,One\n2,Two,three\n")
    assert fields(manuscript)[2] == ["2", "Two", "three"]
    assert any("1 row" in warning for warning in manuscript.warnings)


def test_a_field_without_end_is_refused_at_once() -> None:
    start = time.perf_counter()
    with pytest.raises(Refused):
        reading('Text\n"' + "a" * 5_000_000)
    assert time.perf_counter() - start < 5


def test_python_s_own_limit_is_left_as_it_was() -> None:
    before = csv.field_size_limit()
    reading("Text\n" + "a" * 200_000 + "\n")
    assert csv.field_size_limit() == before


@given(
    st.lists(st.lists(st.text("ab=\"',;|\t\n é条", max_size=8), min_size=2, max_size=2), min_size=1)
)
def test_every_field_comes_back_as_it_was_written(rows: list[list[str]]) -> None:
    kept = [["Article", "Text"], *rows]
    written = "".join(
        ",".join('"' + one.replace('"', '""') + '"' for one in r) + "\n" for r in kept
    )
    expected = [[one if one.strip() else "" for one in row] for row in kept]
    assert fields(reading(written)) == expected
