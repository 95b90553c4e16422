"""Reads a PDF into paragraphs and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field

from negotiator.documents.kinds.pdf import attached, belongings, crosscheck, sheets
from negotiator.documents.kinds.pdf.assembling import Assembly
from negotiator.documents.kinds.pdf.opening import BROKEN, Opened, damaged, opened
from negotiator.documents.kinds.pdf.shapes import Box, Sheet
from negotiator.documents.manuscript import Comment, Manuscript, Omission, Progress, Wishes
from negotiator.errors import Refused

# What stands for a character whose meaning the file does not tell.
UNKNOWN = re.compile("[\ue000-\uf8ff\ufffd]")
OCR = "recognise the text first (OCR)"


@dataclass(slots=True)
class Pages:
    """What was read from the pages of a file.

    Args:
        sheets: the pages.
        comments: notes in the margin, with page and place.
        omitted: what is no text of the pages.
        differences: the share of words on which the engines differ, by page.
        unread: pages that the second engine could not read.
        reaching: what reaches outside the file.
        unmapped: pages with characters of unknown meaning.
    """

    sheets: list[Sheet] = field(default_factory=list)
    comments: list[tuple[int, Box, Comment]] = field(default_factory=list)
    omitted: list[Omission] = field(default_factory=list)
    differences: dict[int, float] = field(default_factory=dict)
    unread: list[int] = field(default_factory=list)
    reaching: dict[str, list[int]] = field(default_factory=dict)
    unmapped: list[int] = field(default_factory=list)


def read(file: str, data: bytes, wishes: Wishes, progress: Progress) -> Manuscript:
    """Return the paragraphs and tables of a PDF.

    pdfium's reading is taken, because it tells the place of every letter; pypdf reads every page
    too, and where their words differ the pages are named. Characters stay as pdfium gives them,
    ligatures such as `ﬁ` included.

    Args:
        file: its name, for messages.
        data: its bytes.
        wishes: how it should be read; struck and underlined words stay marked whatever is wished.
        progress: told how many pages are done.

    Raises:
        Refused: for what needs a password, is damaged or cut off, or holds no text.
    """
    with opened(file, data) as both:
        try:
            pages = _pages(both, progress)
            told = belongings.warnings(both.pypdf)
            title = belongings.stated_title(both.pypdf)
            language = belongings.stated_language(both.pypdf)
            pages.omitted += belongings.attached_files(both.pypdf)
        except BROKEN as error:
            raise damaged(file, error) from None
    _check_text(file, pages.sheets)
    assembly = Assembly(pages.sheets, pages.comments)
    manuscript = assembly.manuscript(title)
    return Manuscript(
        kind="pdf",
        blocks=manuscript.blocks,
        notes=manuscript.notes,
        title=manuscript.title,
        language=wishes.language or language,
        omitted=(*manuscript.omitted, *pages.omitted),
        warnings=(*told, *_warnings(pages), *manuscript.warnings),
    )


def _pages(both: Opened, progress: Progress) -> Pages:
    found = Pages()
    for index in range(both.pages):
        number = index + 1
        second = both.pypdf.pages[index]
        with closing(both.pdfium[index]) as page:
            beside = attached.read(second, number, sheets.frame_of(page))
            sheet, text = sheets.read(page, number, beside.marking)
        sheet.fragments += beside.written
        found.sheets.append(sheet)
        found.comments += [(number, box, comment) for box, comment in beside.comments]
        found.omitted += beside.omitted
        if sheet.images:
            reason = "1 picture" if sheet.images == 1 else f"{sheet.images} pictures"
            found.omitted.append(Omission("image", f"{reason}, not text", str(number)))
        for what in beside.reaching:
            found.reaching.setdefault(what, []).append(number)
        if UNKNOWN.search(text):
            found.unmapped.append(number)
        try:
            share = crosscheck.difference(text, second.extract_text())
            found.differences[number] = share
        except RecursionError:
            raise
        except BROKEN:
            found.unread.append(number)
        progress(number, both.pages)
    return found


def _check_text(file: str, pages: list[Sheet]) -> None:
    if any(sheet.fragments or sheet.turned for sheet in pages):
        return
    if any(sheet.hidden for sheet in pages):
        raise Refused("holds no text that can be seen", where=file, remedy="look at its pages")
    if any(sheet.images for sheet in pages):
        raise Refused("holds pictures of pages and no text", where=file, remedy=OCR)
    raise Refused("holds no text", where=file, remedy="look at its pages")


def _warnings(found: Pages) -> Iterator[str]:
    yield from crosscheck.warnings(found.differences, found.unread)
    empty = [one.number for one in found.sheets if not (one.fragments or one.turned or one.hidden)]
    pictured = [number for number in empty if found.sheets[number - 1].images]
    blank = [number for number in empty if not found.sheets[number - 1].images]
    recognised = [sheet.number for sheet in found.sheets if sheet.recognised]
    hidden = [sheet.number for sheet in found.sheets if sheet.hidden]
    crowded = [sheet.number for sheet in found.sheets if sheet.crowded]
    for numbers, what in (
        (pictured, f"holds pictures and no text; {OCR}"),
        (blank, "holds no text"),
        (recognised, "text recognised in a picture of the page; compare with the page"),
        (hidden, "holds text that a reader does not see; it is left out and listed"),
        (crowded, "too many ruled lines to look at; tables and struck words may be missed"),
        (found.unmapped, "holds characters whose meaning the file does not tell"),
    ):
        if numbers:
            yield f"{crosscheck.pages(numbers)}: {what}"
    for what, numbers in found.reaching.items():
        yield f"{crosscheck.pages(sorted(set(numbers)))}: {what}; it was not followed"
