"""One sheet of a workbook: its cells as shown, and what of it is hidden."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from negotiator.documents.kinds.xlsx.formats import shown
from negotiator.documents.kinds.xlsx.package import (
    Element,
    Package,
    attribute,
    is_set,
    name_of,
    whole,
)
from negotiator.documents.kinds.xlsx.strings import Styled, Text, runs_of, text_of, unescaped
from negotiator.documents.kinds.xlsx.styles import PLAIN, Style
from negotiator.documents.manuscript import Omission, Run

ROWS, COLUMNS = 1_048_576, 16_384
# Far above any sheet of clauses, and what memory and patience bear.
CELLS = 500_000
MERGES = 50_000
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")
_HEADER_CODES = re.compile(r'&(?:[LCRPNDTFAGZUEXYSBIHO+-]|"[^"&]{0,80}"|\d{1,3}|K[0-9A-F]{6})')

Place = tuple[int, int]
Area = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Workbook:
    """What the sheets of a workbook share."""

    strings: list[Text]
    styles: list[Style]
    from_1904: bool


@dataclass(slots=True)
class Sheet:
    """A sheet as read.

    Args:
        name: as its tab shows it.
        cells: what cells print, by row and column counted from 1.
        hidden_rows: the rows that are not shown.
        hidden_columns: first and last of the columns that are not shown.
        merged: areas of cells shown as one: first row, first column, last row, last column.
        omitted: what is in no cell.
        unplain: places whose number format is not followed.
        uncomputed: places of formulas without a stored value.
        links: addresses outside that cells link to.
    """

    name: str
    cells: dict[Place, tuple[Run, ...]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    omitted: list[Omission] = field(default_factory=list)
    unplain: list[str] = field(default_factory=list)
    uncomputed: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def place(self, row: int, column: int) -> str:
        """Return the place of a cell as `Sheet!B7`."""
        return f"{self.name}!{letters(column)}{row}"

    def hides(self, row: int, column: int) -> bool:
        """Tell whether a cell is not shown."""
        return row in self.hidden_rows or any(a <= column <= b for a, b in self.hidden_columns)

    def leave_out(self, what: str, reason: str, place: str, text: str = "") -> None:
        """List something as in no cell."""
        self.omitted.append(Omission(what, reason, place=place, text=text))


def letters(column: int) -> str:
    """Return the letters of a column counted from 1."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def place_of(text: str) -> Place | None:
    """Return row and column of `B7`, None when it is no place on a sheet."""
    found = _PLACE.fullmatch(text)
    if found is None:
        return None
    column = 0
    for letter in found.group(1):
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(found.group(2))
    return (row, column) if row <= ROWS and column <= COLUMNS else None


def area_of(text: str) -> Area | None:
    """Return the corners of `A1:C3`, None when it is no area."""
    first, _, last = text.partition(":")
    start, end = place_of(first), place_of(last or first)
    if start is None or end is None:
        return None
    rows, columns = sorted((start[0], end[0])), sorted((start[1], end[1]))
    return rows[0], columns[0], rows[1], columns[1]


def read_sheet(
    package: Package, name: str, part: str, book: Workbook, told: Callable[[int], None]
) -> Sheet:
    """Return a sheet as read.

    Args:
        package: the workbook's parts.
        name: of the sheet.
        part: the sheet's own.
        book: what the sheets share.
        told: told of the rows that are read.

    Raises:
        Refused: for a damaged sheet, and for one beyond the limits.
    """
    sheet = Sheet(name)
    row = 0
    for element in package.rows(part):
        kind = name_of(element)
        if kind == "row":
            row = _row(package, sheet, element, row, book)
            told(1)
        elif kind == "cols":
            _columns(sheet, element)
        elif kind == "mergeCells":
            _merges(package, sheet, element)
        elif kind == "headerFooter":
            _margins(sheet, element)
        elif kind == "hyperlinks":
            _links(package, sheet, part, element)
    return sheet


def _row(package: Package, sheet: Sheet, element: Element, before: int, book: Workbook) -> int:
    row = whole(element.get("r", ""), before + 1)
    if not 1 <= row <= ROWS:
        raise package.refuse(f"names a row {row} on sheet “{sheet.name}”, where none can be")
    if is_set(element, "hidden", "0") or element.get("ht") == "0":
        sheet.hidden_rows.add(row)
    column = 0
    for cell in element:
        if name_of(cell) != "c":
            continue
        place = place_of(cell.get("r", ""))
        at = place if place and place[0] == row else (row, column + 1)
        column = at[1]
        if column > COLUMNS:
            raise package.refuse(f"has too many cells in row {row} of sheet “{sheet.name}”")
        _cell(package, sheet, cell, at, book)
    return row


def _cell(package: Package, sheet: Sheet, cell: Element, at: Place, book: Workbook) -> None:
    parts = {name_of(part): part for part in cell}
    where = sheet.place(*at)
    formula = parts["f"].text if "f" in parts else None
    if formula:
        sheet.leave_out("formula", "its value is kept", where, f"={formula}")
    index = whole(cell.get("s", ""), 0)
    style = book.styles[index] if index < len(book.styles) else PLAIN
    text = _text(package, sheet, cell, parts, where, style, book)
    if text is None:
        if "f" in parts:
            sheet.uncomputed.append(where)
        return
    if text.phonetic:
        sheet.leave_out("pronunciation", "is not shown in the cell", where, text.phonetic)
    runs = runs_of(text.parts, struck=style.struck, underlined=style.underlined)
    if not runs:
        return
    if at not in sheet.cells and len(sheet.cells) >= CELLS:
        raise package.refuse(f"holds more than {CELLS:,} cells", "split it")
    sheet.cells[at] = runs


def _text(
    package: Package,
    sheet: Sheet,
    cell: Element,
    parts: dict[str, Element],
    where: str,
    style: Style,
    book: Workbook,
) -> Text | None:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return text_of(parts["is"]) if "is" in parts else None
    raw = parts["v"].text if "v" in parts else None
    if raw is None:
        return None
    if kind == "s":
        number = whole(raw.strip())
        if not 0 <= number < len(book.strings):
            raise package.refuse(f"the text of cell {where} is missing")
        return book.strings[number]
    if kind == "b":
        return Text((Styled("TRUE" if raw.strip() == "1" else "FALSE"),))
    if kind == "n":
        return _number(sheet, raw.strip(), where, style, book)
    return Text((Styled(unescaped(raw)),))


def _number(sheet: Sheet, raw: str, where: str, style: Style, book: Workbook) -> Text:
    value = shown(raw, style.format or "?", from_1904=book.from_1904)
    if not value.plain:
        sheet.unplain.append(where)
    elif value.rounded:
        sheet.leave_out("stored number", "the cell shows less of it", where, raw)
    return Text((Styled(value.text),) if value.text else ())


def _columns(sheet: Sheet, element: Element) -> None:
    for column in element:
        first, last = whole(column.get("min", "")), whole(column.get("max", ""))
        hidden = is_set(column, "hidden", "0") or column.get("width") == "0"
        if hidden and len(sheet.hidden_columns) < COLUMNS:
            sheet.hidden_columns.append((first, last))


def _merges(package: Package, sheet: Sheet, element: Element) -> None:
    if len(element) > MERGES:
        raise package.refuse(f"merges cells more than {MERGES:,} times", "split it")
    areas = (area_of(one.get("ref", "")) for one in element)
    sheet.merged += [area for area in areas if area]


def _margins(sheet: Sheet, element: Element) -> None:
    for one in element:
        text = _HEADER_CODES.sub(" ", one.text or "").strip()
        if text:
            what = "running foot" if "Footer" in name_of(one) else "running head"
            sheet.leave_out(what, "is repeated on each printed page", sheet.name, text)


def _links(package: Package, sheet: Sheet, part: str, element: Element) -> None:
    relations = package.relations(part)
    for link in element:
        relation = relations.get(attribute(link, "id"))
        if relation and relation.external:
            sheet.links.append(relation.target)
            place = f"{sheet.name}!{link.get('ref', '')}"
            sheet.leave_out("address", "links are not followed", place, relation.target)
