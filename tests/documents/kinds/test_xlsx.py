"""Workbooks: what their cells show, what they hide, and files made to harm."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from datetime import date

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment as Note

from negotiator.documents.kinds.xlsx import read
from negotiator.documents.manuscript import (
    Comment,
    Manuscript,
    Mark,
    Paragraph,
    Role,
    Table,
    Wishes,
    unwatched,
)
from negotiator.documents.tables import TablePieces, read_tables
from negotiator.errors import Refused

Making = Callable[[xlsxwriter.Workbook], None]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGED = "http://schemas.openxmlformats.org/package/2006"


def written(making: Making) -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True}) as book:
        making(book)
    return held.getvalue()


def by_hand(sheet: str, strings: str = "", **parts: str) -> bytes:
    """Return a workbook with one sheet of the given XML."""
    held = io.BytesIO()
    types = f'<Types xmlns="{PACKAGED}/content-types"/>'
    related = "".join(
        f'<Relationship Id="r{i}" Type="{RELATED}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(
            [("worksheet", "sheet.xml"), ("sharedStrings", "strings.xml")]
        )
    )
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGED}/relationships"><Relationship Id="m"'
            f' Type="{RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATED}"><sheets>'
            '<sheet name="One" sheetId="1" r:id="r0"/></sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{PACKAGED}/relationships">{related}</Relationships>',
        )
        archive.writestr("xl/sheet.xml", f'<worksheet xmlns="{MAIN}">{sheet}</worksheet>')
        archive.writestr("xl/strings.xml", f'<sst xmlns="{MAIN}">{strings}</sst>')
        for name, text in parts.items():
            archive.writestr(name, text)
    return held.getvalue()


def inline(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def reading(data: bytes) -> Manuscript:
    return read("clauses.xlsx", data, Wishes(), unwatched)


def tables(manuscript: Manuscript) -> list[Table]:
    return [block for block in manuscript.blocks if isinstance(block, Table)]


def texts(manuscript: Manuscript) -> list[list[str]]:
    [table] = tables(manuscript)
    return [
        ["".join(paragraph.text for paragraph in cell.paragraphs) for cell in row]
        for row in table.rows
    ]


def left_out(manuscript: Manuscript) -> list[tuple[str, str, str]]:
    return [(one.what, one.place, one.text) for one in manuscript.omitted]


def test_texts_are_kept_exactly_and_each_tells_its_place() -> None:
    def making(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Clauses")
        sheet.write_row(0, 0, ["Article", "Text"])
        sheet.write_string(6, 1, "  The Parties\nshall “not” = agree \u2009x² ")

    manuscript = reading(written(making))
    assert texts(manuscript)[1] == ["", "  The Parties\nshall “not” = agree \u2009x² "]
    [table] = tables(manuscript)
    assert table.rows[1][1].paragraphs[0].place == "Clauses!B7"
    assert table.headed == 1


def test_each_sheet_is_a_table_under_its_name() -> None:
    def making(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet("Annex I").write(0, 0, "First")
        book.add_worksheet("Annex II").write(0, 0, "Second")

    blocks = reading(written(making)).blocks
    assert [type(block) for block in blocks] == [Paragraph, Table, Paragraph, Table]
    heading = blocks[2]
    assert isinstance(heading, Paragraph)
    assert (heading.text, heading.role) == ("Annex II", Role.HEADING)


@pytest.mark.parametrize(
    ("value", "format", "shown"),
    [
        (1, "General", "1"),
        (1.1, "General", "1.1"),
        (0.30000000000000004, "General", "0.3"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (2.5, "0", "3"),
        (-12.5, "0.0", "-12.5"),
        (7, "000", "007"),
        (0.125, "0.0%", "12.5%"),
        (350, '0" launchers"', "350 launchers"),
        (-4, "0;(0)", "(4)"),
        (1200, "[$€-407] #,##0", "€ 1,200"),
        (date(2021, 12, 17), "yyyy-mm-dd", "2021-12-17"),
        (date(2021, 12, 17), "d mmmm yyyy", "17 December 2021"),
        (date(2021, 12, 17), "dd.mm.yy", "17.12.21"),
        (44547.75, "d/m/yyyy h:mm", "17/12/2021 18:00"),
        (44547.75, "h:mm AM/PM", "6:00 PM"),
        (True, "General", "TRUE"),
    ],
)
def test_numbers_and_dates_are_shown_as_excel_shows_them(
    value: object, format: str, shown: str
) -> None:
    def making(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet().write(0, 0, value, book.add_format({"num_format": format}))

    manuscript = reading(written(making))
    assert texts(manuscript) == [[shown]]
    assert not manuscript.warnings


def test_a_format_that_is_not_plain_leaves_the_stored_number_with_a_warning() -> None:
    def making(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet("S").write(0, 0, 0.75, book.add_format({"num_format": "# ?/?"}))

    manuscript = reading(written(making))
    assert texts(manuscript) == [["0.75"]]
    assert any("S!A1" in warning for warning in manuscript.warnings)


def test_digits_that_a_cell_does_not_show_are_listed() -> None:
    def making(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet("S").write(0, 0, 5.678, book.add_format({"num_format": "0.0"}))

    manuscript = reading(written(making))
    assert texts(manuscript) == [["5.7"]]
    assert ("stored number", "S!A1", "5.678") in left_out(manuscript)


def test_struck_wording_is_deleted_and_underlined_beside_it_inserted() -> None:
    def making(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        struck = book.add_format({"font_strikeout": True})
        under = book.add_format({"underline": 1})
        sheet.write_rich_string(0, 0, "Parties ", struck, "shall ", under, "may ", "report")
        sheet.write_string(1, 0, "Parties shall consult", struck)
        sheet.write_rich_string(2, 0, "A ", under, "title", " only")

    [table] = tables(reading(written(making)))
    changed, gone, kept = (row[0].paragraphs[0] for row in table.rows)
    assert (changed.text, changed.base) == ("Parties may report", "Parties shall report")
    assert [run.mark for run in gone.runs] == [Mark.DELETED]
    assert kept.text == kept.base == "A title only"


def test_of_a_formula_the_stored_value_is_kept_and_the_formula_listed() -> None:
    def making(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet("S").write_formula(0, 0, "=1+1", None, 2)

    manuscript = reading(written(making))
    assert texts(manuscript) == [["2"]]
    assert ("formula", "S!A1", "=1+1") in left_out(manuscript)


def test_a_formula_without_a_stored_value_is_warned_of() -> None:
    data = by_hand(
        f'<sheetData><row r="1">{inline("A1", "x")}<c r="B1"><f>1+1</f></c></row></sheetData>'
    )
    assert any("One!B1" in warning for warning in reading(data).warnings)


def test_hidden_rows_columns_and_sheets_are_listed_and_warned_of() -> None:
    def making(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("S")
        sheet.write_row(0, 0, ["shown", "column"])
        sheet.write_row(1, 0, ["row"])
        sheet.set_column(1, 1, None, None, {"hidden": True})
        sheet.set_row(1, None, None, {"hidden": True})
        other = book.add_worksheet("Secret")
        other.write(0, 0, "sheet")
        other.hide()

    manuscript = reading(written(making))
    assert texts(manuscript) == [["shown"]]
    assert {("hidden column", "S!B1", "column"), ("hidden row", "S!A2", "row"),
            ("hidden sheet", "Secret!A1", "sheet")} <= set(left_out(manuscript))  # fmt: skip
    assert len(manuscript.warnings) == 3


def test_a_workbook_that_hides_everything_shows_no_text() -> None:
    def making(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("S")
        sheet.write(0, 0, "hidden")
        sheet.set_row(0, None, None, {"hidden": True})

    with pytest.raises(Refused, match="no text"):
        reading(written(making))


def test_merged_cells_stand_once_and_what_lies_under_them_is_listed() -> None:
    def making(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("S")
        sheet.merge_range(0, 0, 0, 2, "Title")
        sheet.merge_range(1, 0, 2, 0, "Article 1")
        sheet.write_row(1, 1, ["a", "b"])
        sheet.write_row(2, 1, ["c", "d"])
        sheet.write(0, 1, "covered")

    manuscript = reading(written(making))
    [table] = tables(manuscript)
    assert [[(c.columns, c.rows) for c in row] for row in table.rows] == [
        [(3, 1)],
        [(1, 2), (1, 1), (1, 1)],
        [(1, 1), (1, 1)],
    ]
    assert ("hidden text", "S!B1", "covered") in left_out(manuscript)


def test_notes_become_comments_of_their_cells() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "S"
    sheet["A1"] = "Text"
    sheet["A1"].comment = Note("Check this.", "A. Analyst")
    sheet["C9"].comment = Note("On nothing.", "B. Analyst")
    held = io.BytesIO()
    book.save(held)
    manuscript = reading(held.getvalue())
    [table] = tables(manuscript)
    assert table.rows[0][0].paragraphs[0].comments == (Comment("A. Analyst", "Check this."),)
    assert ("comment", "S!C9", "B. Analyst: On nothing.") in left_out(manuscript)


def test_images_charts_text_boxes_links_and_running_heads_are_listed() -> None:
    def making(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("S")
        sheet.write(0, 0, 1)
        sheet.write_url(1, 0, "https://example.org/", None, "a link")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=S!$A$1:$A$2"})
        sheet.insert_chart(3, 3, chart)
        sheet.insert_textbox(9, 9, "Words in a box")
        sheet.set_header("&LDraft of the Group&RPage &P")

    manuscript = reading(written(making))
    found = left_out(manuscript)
    assert ("chart", "S", "") in found
    assert ("text box", "S", "Words in a box") in found
    assert ("address", "S!A2", "https://example.org/") in found
    assert any(what == "running head" and "Draft of the Group" in text for what, _, text in found)
    assert any("link" in warning for warning in manuscript.warnings)


def test_macros_and_other_files_are_warned_of_and_never_used() -> None:
    data = by_hand(
        f"<sheetData><row>{inline('A1', 'x')}</row></sheetData>",
        **{"xl/vbaProject.bin": "macro"},
    )
    manuscript = reading(data)
    assert any("macros" in warning for warning in manuscript.warnings)
    assert ("macro", "", "") in left_out(manuscript)


def test_rows_become_clauses_with_the_fields_of_their_columns() -> None:
    def making(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Article", "Commission text", "Amendment", "Justification"])
        sheet.write_row(1, 0, ["Article 1", "Old words here", "New words here", "Why"])
        sheet.write_row(2, 0, ["Article 2", "Old words there", "deleted", ""])

    blocks = reading(written(making)).blocks
    [found] = read_tables(blocks, Wishes(), records=True)
    assert isinstance(found, TablePieces)
    assert [(p.id, p.text, p.change) for p in found.pieces] == [
        ("1", "New words here", "MOD"),
        ("2", "", "SUP"),
    ]
    assert found.pieces[0].place == "Sheet1!A2"


def test_a_wrong_dimension_loses_no_cell() -> None:
    sheet = f'<dimension ref="A1"/><sheetData><row r="5">{inline("D5", "far")}</row></sheetData>'
    assert texts(reading(by_hand(sheet))) == [["far"]]


def test_cells_and_rows_without_places_follow_one_another() -> None:
    cell = '<c t="inlineStr"><is><t>{}</t></is></c>'
    sheet = rows(cell.format("a") + cell.format("b"), cell.format("c"))
    assert texts(reading(by_hand(sheet))) == [["a", "b"], ["c", ""]]


def test_pronunciation_and_escaped_characters() -> None:
    strings = "<si><t>東京_x000D_</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si>"
    sheet = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'
    manuscript = reading(by_hand(sheet, strings))
    assert texts(manuscript) == [["東京\r"]]
    assert ("pronunciation", "One!A1", "トウキョウ") in left_out(manuscript)


def rows(*cells: str) -> str:
    return f"<sheetData>{''.join(f'<row>{cell}</row>' for cell in cells)}</sheetData>"


def merged(*areas: str) -> str:
    return "<mergeCells>" + "".join(f'<mergeCell ref="{a}"/>' for a in areas) + "</mergeCells>"


ONE = rows(inline("A1", "x"))
LETTERS = [*(chr(code) for code in range(ord("A"), ord("Z") + 1))]
DIAGONAL = [f"{a}{b}" for a in LETTERS for b in LETTERS]
READABLE = {
    "a far cell": f'<sheetData><row r="1048576">{inline("XFD1048576", "far")}</row></sheetData>',
    "billions of merged cells": ONE + merged("A1:XFD1048576"),
    "a diagonal": rows(*(f'<c r="{n}{i}"><v>1</v></c>' for i, n in enumerate(DIAGONAL, 1))),
    "a number of a million digits": rows(f'<c r="A1"><v>{"9" * 1_000_000}</v></c>'),
    "an endless exponent": rows('<c r="A1"><v>1E999999999</v></c>'),
}
UNREADABLE = {
    "merged cells that overlap": ONE + merged("A1:C3", "B1:D4"),
    "too many merged cells": ONE + merged(*(f"A{i}:B{i}" for i in range(1, 60_000))),
    "a diagonal that is too long": rows(
        *(f'<c r="{n}{i}"><v>1</v></c>' for i, n in enumerate(["A" + n for n in DIAGONAL], 1)),
        *(
            f'<c r="{n}{i + 676}"><v>1</v></c>'
            for i, n in enumerate(["B" + n for n in DIAGONAL], 1)
        ),
    ),
    "a missing text": rows('<c r="A1" t="s"><v>99</v></c>'),
    "a row beyond the sheet": f'<sheetData><row r="9999999">{inline("A1", "x")}</row></sheetData>',
    "deep nesting": "<a>" * 5_000 + "</a>" * 5_000,
    "broken markup": "<sheetData><row>",
}


@pytest.mark.parametrize("name", READABLE)
def test_a_hostile_sheet_that_can_be_read_is_read_at_once(name: str) -> None:
    start = time.perf_counter()
    assert texts(reading(by_hand(READABLE[name])))
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_hostile_sheet_is_refused_at_once(name: str) -> None:
    start = time.perf_counter()
    with pytest.raises(Refused, match=r"clauses\.xlsx"):
        reading(by_hand(UNREADABLE[name]))
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no archive",
        b"PK\x03\x04 cut off",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        by_hand("<sheetData/>"),
        by_hand("<sheetData/>", **{"bomb.xml": "<a>" + " " * 20_000_000 + "</a>"}),
        by_hand("<sheetData/>", **{"doctype.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
    ],
)
def test_what_is_no_workbook_or_a_bomb_is_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        reading(data)


def test_a_file_cut_anywhere_is_refused() -> None:
    data = by_hand(f"<sheetData><row>{inline('A1', 'x')}</row></sheetData>")
    for end in range(0, len(data) - 1, 97):
        with pytest.raises(Refused):
            reading(data[:end])


def test_the_same_bytes_give_the_same_manuscript() -> None:
    data = by_hand(f"<sheetData><row>{inline('A1', 'x')}</row></sheetData>")
    assert reading(data) == reading(data)
