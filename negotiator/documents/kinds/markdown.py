"""Markdown: CommonMark with tables, struck-out words, footnotes, front matter and raw HTML."""

from __future__ import annotations

from dataclasses import replace

from negotiator.documents.encodings import decode, with_newlines
from negotiator.documents.hypertext.page import read_page
from negotiator.documents.hypertext.structure import structured, style_sheets
from negotiator.documents.hypertext.styles import Sheet, sheet_of
from negotiator.documents.kinds.html import manuscript_of, style_warnings
from negotiator.documents.manuscript import Manuscript, Omission, Progress, Wishes
from negotiator.documents.markdown.front_matter import front_matter
from negotiator.documents.markdown.parser import parsed
from negotiator.documents.markdown.tags import tagged


def read(file: str, data: bytes, wishes: Wishes, progress: Progress) -> Manuscript:
    """Return what a text in Markdown says.

    The numbers of ordered lists are kept as typed. Square brackets that make no link are text, also
    where a definition without an address follows. Raw HTML is read as on a web page.

    Args:
        file: its name, for messages.
        data: its bytes.
        wishes: how it should be read; only the encoding counts.
        progress: told when it is done.

    Raises:
        Refused: for bytes that are no text in the encoding stated, for nesting and for numbers of
            elements beyond any honest text, and for a file without text.
    """
    text = with_newlines(decode(file, data, wishes.encoding))
    front = front_matter(file, text)
    lines = text.split("\n")[front.lines :]
    found = parsed(file, "\n".join(lines), front.lines)
    styled = "<style" in text.lower()
    sheet = sheet_of(style_sheets(tagged(found, lines, front.lines))) if styled else Sheet()
    stream = tagged(found, lines, front.lines)
    page = read_page(structured(file, stream, sheet, xml=False))
    progress(1, 1)
    warnings = [*found.warnings, *style_warnings(sheet)]
    manuscript = manuscript_of(file, "markdown", page, warnings)
    before = [Omission("front matter", "about the text", place="1", text=front.text)]
    return replace(
        manuscript,
        title=front.title or manuscript.title,
        language=front.language or manuscript.language,
        omitted=(*(before if front.text else []), *found.omitted, *manuscript.omitted),
    )
