"""Word files: tables, with cells that go across columns and rows."""

from __future__ import annotations

from negotiator.documents.manuscript import Paragraph, Table
from tests.documents.kinds.word import cell, cells, left_out, p, r, read_word, row, table

DOWN = '<w:vMerge w:val="restart"/>'
ON = "<w:vMerge/>"
HEAD = "<w:tblHeader/>"


def only(body: str) -> Table:
    (block,) = read_word(body).blocks
    assert isinstance(block, Table)
    return block


def test_rows_and_cells_in_order() -> None:
    body = table(row(cell("a"), cell(p("b") + p("c"))), row(cell("d"), cell("e")))
    assert cells(read_word(body)) == [["a", "b|c"], ["d", "e"]]


def test_a_cell_across_columns_stands_once() -> None:
    grid = only(table(row(cell("a", '<w:gridSpan w:val="2"/>')), row(cell("b"), cell("c"))))
    assert [[one.columns for one in cells] for cells in grid.rows] == [[2], [1, 1]]


def test_a_cell_across_rows_stands_once() -> None:
    grid = only(
        table(
            row(cell("a", DOWN), cell("1")),
            row(cell("", ON), cell("2")),
            row(cell("", ON), cell("3")),
            row(cell("b", DOWN), cell("4")),
        )
    )
    assert [[one.rows for one in cells] for cells in grid.rows] == [[3, 1], [1], [1], [1, 1]]


def test_text_in_a_covered_cell_is_listed() -> None:
    manuscript = read_word(table(row(cell("a", DOWN)), row(cell("under", ON))))
    assert cells(manuscript) == [["a"], []]
    assert left_out(manuscript, "covered text") == ["under"]


def test_a_cell_that_goes_on_from_nothing_is_a_cell() -> None:
    assert cells(read_word(table(row(cell("a")), row(cell("b", ON))))) == [["a"], ["b"]]


def test_cells_merged_the_old_way() -> None:
    manuscript = read_word(
        table(row(cell("a", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), cell("b")))
    )
    (grid,) = manuscript.blocks
    assert isinstance(grid, Table)
    assert [one.columns for one in grid.rows[0]] == [2, 1]


def test_header_rows_are_counted_at_the_top_only() -> None:
    body = table(
        row(cell("a"), properties=HEAD),
        row(cell("b"), properties=HEAD),
        row(cell("c")),
        row(cell("d"), properties=HEAD),
    )
    assert only(body).headed == 2
    assert only(table(row(cell("a"), properties='<w:tblHeader w:val="0"/>'))).headed == 0


def test_columns_left_out_at_the_start_of_a_row_keep_the_others_in_place() -> None:
    grid = only(
        table(row(cell("a"), cell("b")), row(cell("c"), properties='<w:gridBefore w:val="1"/>'))
    )
    assert [one.paragraphs != () for one in grid.rows[1]] == [False, True]


def test_text_of_nested_tables_stands_in_the_cell_in_order() -> None:
    inner = table(row(cell("2"), cell("3")), row(cell("4")))
    assert cells(read_word(table(row(cell(p("1") + inner + p("5")))))) == [["1|2|3|4|5"]]


def test_rows_and_cells_in_content_controls() -> None:
    def control(content: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    body = table(control(row(control(cell("a")), cell("b"))), row(cell("c"), cell("d")))
    assert cells(read_word(body)) == [["a", "b"], ["c", "d"]]


def test_places_count_every_paragraph_of_the_file() -> None:
    manuscript = read_word(p("One") + table(row(cell("a"), cell("b"))) + p("") + p("Two"))
    first, grid, last = manuscript.blocks
    assert isinstance(grid, Table)
    assert isinstance(last, Paragraph)
    assert (first.place, grid.place, last.place) == ("1", "2", "5")
    assert [one.paragraphs[0].place for one in grid.rows[0]] == ["2", "3"]


def test_a_break_that_every_cell_of_a_row_has_turns_one_page() -> None:
    seen = "<w:r><w:lastRenderedPageBreak/></w:r>"
    crossing = row(cell(p(r("a")) + p(seen + r("b"))), cell(p(r("c")) + p(seen + r("d"))))
    root = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/>'
        '<Relationship Id="b" Type="x/extended-properties" Target="app.xml"/></Relationships>'
    )
    more = {"app.xml": "<P><Pages>2</Pages></P>", "_rels/.rels": root}
    grid, after = read_word(table(crossing) + p("after"), more=more).blocks
    assert isinstance(grid, Table)
    pages = [[one.page for one in each.paragraphs] for each in grid.rows[0]]
    assert pages == [["1", "2"], ["1", "2"]]
    assert after.page == "2"
