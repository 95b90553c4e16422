"""Reads tables as text: comma-separated values, and such as semicolons, tabs or bars separate."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO

from negotiator.documents.encodings import decode
from negotiator.documents.manuscript import (
    Cell,
    Manuscript,
    Paragraph,
    Progress,
    Run,
    Table,
    Wishes,
)
from negotiator.documents.tables.records import with_headings
from negotiator.errors import Refused

DELIMITERS = (",", ";", "\t", "|")
# Excel stops at this; longer fields are no wording. Python's own limit is lower.
LONGEST_FIELD = 4 * 1024 * 1024
CELLS = 500_000
RECORDS_SNIFFED = 200
TOLD_EVERY = 1_000

Record = tuple[int, list[str]]


def read(file: str, data: bytes, wishes: Wishes, progress: Progress) -> Manuscript:
    """Read a table written as text.

    Fields are kept exactly; one that begins with `=` is text and nothing is computed.

    Args:
        file: its name, for messages.
        data: its bytes.
        wishes: how it should be read; without `encoding` it is UTF-8.
        progress: told of records.

    Raises:
        Refused: for another encoding, for a quotation mark that is never closed, for a field or a
            table beyond the limits, and for a file without text.
    """
    text = decode(file, data, wishes.encoding)
    delimiter = _delimiter(text)
    lines = text.count("\n") + 1
    rows: list[tuple[Cell, ...]] = []
    cells = 0
    for line, fields in _records(file, text, delimiter):
        rows.append(tuple(_cell(field, line) for field in fields))
        cells += len(fields)
        if cells > CELLS:
            raise Refused(f"holds more than {CELLS:,} cells", where=file, remedy="split it")
        if len(rows) % TOLD_EVERY == 0:
            progress(line, lines)
    if not any(cell.paragraphs for row in rows for cell in row):
        raise Refused("holds no text", where=file, remedy="check that it is the right file")
    widths = Counter(map(len, rows))
    return Manuscript("csv", (with_headings(Table(tuple(rows))),), warnings=_uneven(widths))


def _cell(field: str, line: int) -> Cell:
    if not field.strip():
        return Cell(())
    return Cell((Paragraph((Run(field),), place=f"line {line}"),))


def _uneven(widths: Counter[int]) -> tuple[str, ...]:
    common = max(widths, key=lambda width: (widths[width], width))
    others = sum(count for width, count in widths.items() if width != common)
    if not others:
        return ()
    rows = "1 row has" if others == 1 else f"{others} rows have"
    return (f"{rows} another number of fields than {common}; look whether a separator is missing",)


def _records(file: str, text: str, delimiter: str) -> Iterator[Record]:
    """Yield the records with the line that each begins on; empty lines are none."""
    limit = csv.field_size_limit(LONGEST_FIELD)
    try:
        reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
        line = 1
        while True:
            try:
                fields = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise _refused(file, line, reader.line_num, str(error)) from None
            if fields:
                yield line, fields
            line = reader.line_num + 1
    finally:
        csv.field_size_limit(limit)


def _refused(file: str, line: int, last: int, error: str) -> Refused:
    where = f"{file}, line {line}"
    if "field limit" in error:
        return Refused(
            "holds a field that is too long", where=where, remedy="check its quotation marks"
        )
    if "unexpected end" in error:
        return Refused(
            "opens a quotation mark that is never closed",
            where=where,
            remedy="close it or double it",
        )
    if "expected after" in error:
        where = f"{file}, line {last}"
        return Refused(
            "has text right after a closing quotation mark",
            where=where,
            remedy="write a quotation mark inside a field twice",
        )
    return Refused(f"is not readable: {error}", where=where, remedy="save it as CSV again")


def _delimiter(text: str) -> str:
    """Return the separator that cuts the most records into the same number of fields."""
    best, most = DELIMITERS[0], (0.0, 0)
    for delimiter in DELIMITERS:
        widths = Counter(_widths(text, delimiter))
        if not widths:
            continue
        width = max(widths, key=lambda one: (widths[one], one))
        if width > 1:
            score = (widths[width] / sum(widths.values()), width)
            if score > most:
                best, most = delimiter, score
    return best


def _widths(text: str, delimiter: str) -> Iterator[int]:
    limit = csv.field_size_limit(LONGEST_FIELD)
    try:
        reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
        for _, fields in zip(range(RECORDS_SNIFFED), reader, strict=False):
            if fields:
                yield len(fields)
    except csv.Error:
        # With another separator a quotation mark may stand in the middle of a field.
        return
    finally:
        csv.field_size_limit(limit)
