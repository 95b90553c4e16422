"""Reads workbooks of Excel (.xlsx): each sheet that is shown becomes a table."""

from __future__ import annotations

from negotiator.documents.kinds.xlsx.cells import table_of
from negotiator.documents.kinds.xlsx.margins import comments_of, leave_out_drawings, outside
from negotiator.documents.kinds.xlsx.package import Element, Package, attribute, is_set, name_of
from negotiator.documents.kinds.xlsx.sheet import Sheet, Workbook, read_sheet
from negotiator.documents.kinds.xlsx.strings import shared_strings
from negotiator.documents.kinds.xlsx.styles import styles_of
from negotiator.documents.manuscript import (
    Block,
    Manuscript,
    Omission,
    Paragraph,
    Progress,
    Role,
    Run,
    Table,
    Wishes,
)
from negotiator.documents.tables.records import with_headings
from negotiator.errors import Refused

TOLD_EVERY = 500
PLACES_SHOWN = 3


def read(file: str, data: bytes, wishes: Wishes, progress: Progress) -> Manuscript:
    """Read a workbook.

    Texts are kept exactly, numbers and dates as their cells show them; of a formula the stored
    value is kept. Hidden sheets, rows and columns are listed as left out.

    Args:
        file: its name, for messages.
        data: its bytes.
        wishes: how it should be read; columns are named later.
        progress: told of rows.

    Raises:
        Refused: for what is no workbook, is damaged or beyond the limits, or shows no text.
    """
    package = Package(file, data)
    root = package.tree(package.main)
    relations = package.relations(package.main)
    parts = {r.kind: r.target for r in relations.values() if not r.external}
    tabs = [one for group in root if name_of(group) == "sheets" for one in group]
    book = Workbook(
        shared_strings(package, _there(package, parts.get("sharedStrings"))),
        styles_of(package, _there(package, parts.get("styles"))),
        any(name_of(o) == "workbookPr" and is_set(o, "date1904", "0") for o in root),
    )
    worksheets = [
        (tab, relations[attribute(tab, "id")].target)
        for tab in tabs
        if attribute(tab, "id") in relations
    ]
    told = _Told(progress, sum(package.size(part) for _, part in worksheets if part in package.zip))
    sheets = [
        (tab, _sheet(package, tab, part, relations[attribute(tab, "id")].kind, book, told))
        for tab, part in worksheets
    ]
    return _manuscript(package, sheets)


class _Told:
    """Tells of rows now and then."""

    def __init__(self, progress: Progress, total: int) -> None:
        self.progress = progress
        self.total = total
        self.done = 0

    def __call__(self, rows: int) -> None:
        self.done += rows
        if self.done % TOLD_EVERY == 0:
            self.progress(self.done, max(self.done, self.total))


def _there(package: Package, part: str | None) -> str | None:
    return part if part is not None and part in package.zip else None


def _sheet(
    package: Package, tab: Element, part: str, kind: str, book: Workbook, told: _Told
) -> tuple[Sheet, Table | None]:
    name = tab.get("name", "")
    if kind != "worksheet":
        sheet = Sheet(name)
        sheet.leave_out(f"sheet of kind {kind}", "holds no cells", name)
        return sheet, None
    sheet = read_sheet(package, name, part, book, told)
    relations = package.relations(part)
    comments = comments_of(package, relations)
    leave_out_drawings(package, sheet, relations)
    for place, those in comments.items():
        if place not in sheet.cells or sheet.hides(*place):
            for one in those:
                text = f"{one.author}: {one.text}" if one.author else one.text
                sheet.leave_out("comment", "is on a cell without text", sheet.place(*place), text)
    table = table_of(package, sheet, {place: tuple(those) for place, those in comments.items()})
    return sheet, table


def _manuscript(
    package: Package, sheets: list[tuple[Element, tuple[Sheet, Table | None]]]
) -> Manuscript:
    omitted, warnings = outside(package)
    shown: list[tuple[Sheet, Table]] = []
    for tab, (sheet, table) in sheets:
        hidden = tab.get("state", "visible") != "visible"
        omitted += sheet.omitted
        if hidden:
            omitted += _hidden(sheet, table)
            warnings.append(f"the sheet “{sheet.name}” is hidden and was left out")
        elif table is not None:
            shown.append((sheet, table))
        warnings += _warnings(sheet)
    blocks: list[Block] = []
    for sheet, table in shown:
        if len(shown) > 1:
            blocks.append(
                Paragraph((Run(sheet.name),), role=Role.HEADING, level=1, place=sheet.name)
            )
        blocks.append(with_headings(table))
    if not blocks:
        raise Refused("shows no text", where=package.file, remedy="check that it is the right file")
    title = _title(package)
    return Manuscript(
        "xlsx", tuple(blocks), title=title, omitted=tuple(omitted), warnings=tuple(warnings)
    )


def _hidden(sheet: Sheet, table: Table | None) -> list[Omission]:
    found = [
        Omission(
            "hidden sheet",
            "the workbook does not show it",
            place=paragraph.place,
            text=paragraph.base,
        )
        for row in (table.rows if table else ())
        for cell in row
        for paragraph in cell.paragraphs
    ]
    return found or [Omission("hidden sheet", "the workbook does not show it", place=sheet.name)]


def _warnings(sheet: Sheet) -> list[str]:
    found: list[str] = []
    rows = sum(one.what == "hidden row" for one in sheet.omitted)
    columns = sum(one.what == "hidden column" for one in sheet.omitted)
    if rows:
        found.append(f"{_cells(rows)} in hidden rows of sheet “{sheet.name}” left out")
    if columns:
        found.append(f"{_cells(columns)} in hidden columns of sheet “{sheet.name}” left out")
    if sheet.unplain:
        found.append(
            f"the number format of {_places(sheet.unplain)} is not plain; the stored value is kept"
        )
    if sheet.uncomputed:
        found.append(
            f"the formula in {_places(sheet.uncomputed)} has no stored value; save the file in"
            " its own program first"
        )
    if sheet.links:
        count = len(sheet.links)
        found.append(f"{count} link(s) to the outside on sheet “{sheet.name}” were not followed")
    return found


def _cells(count: int) -> str:
    return "1 cell" if count == 1 else f"{count} cells"


def _places(places: list[str]) -> str:
    shown = ", ".join(places[:PLACES_SHOWN])
    more = len(places) - PLACES_SHOWN
    return f"{shown} and {more} more" if more > 0 else shown


def _title(package: Package) -> str:
    parts = [r.target for r in package.relations("").values() if r.kind == "core-properties"]
    if not parts or parts[0] not in package.zip:
        return ""
    titles = [one.text or "" for one in package.tree(parts[0]) if name_of(one) == "title"]
    return titles[0].strip() if titles else ""
