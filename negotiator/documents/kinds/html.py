"""Web pages: what a browser shows, with deleted and inserted wording marked."""

from __future__ import annotations

from negotiator.documents.encodings import declared_in_html, decode, with_newlines
from negotiator.documents.hypertext.page import Page, read_page
from negotiator.documents.hypertext.structure import structured, style_sheets
from negotiator.documents.hypertext.styles import Sheet, sheet_of
from negotiator.documents.hypertext.tokens import tokens
from negotiator.documents.manuscript import Manuscript, Progress, Wishes
from negotiator.errors import Refused


def read(file: str, data: bytes, wishes: Wishes, progress: Progress) -> Manuscript:
    """Return what a page says to whoever looks at it.

    Words in `del`, `s`, `strike` or struck out by a style are deleted, words in `ins` inserted;
    underlined words are inserted where others of their paragraph are struck out. Both stay in the
    runs, whatever is wished of tracked changes: a page proposes, it does not track.

    Args:
        file: its name, for messages.
        data: its bytes.
        wishes: how it should be read; only the encoding counts.
        progress: told when it is done.

    Raises:
        Refused: for bytes that are no text in the encoding stated, for more elements than any
            honest page has, and for a page that shows no text.
    """
    text = with_newlines(decode(file, data, wishes.encoding, declared_in_html(data)))
    xml = text.lstrip().startswith("<?xml")
    sheet = sheet_of(style_sheets(tokens(text, xml=xml))) if "<style" in text.lower() else Sheet()
    page = read_page(structured(file, tokens(text, xml=xml), sheet, xml=xml))
    progress(1, 1)
    return manuscript_of(file, "html", page, style_warnings(sheet))


def manuscript_of(file: str, kind: str, page: Page, warnings: list[str]) -> Manuscript:
    """Return a page as a manuscript.

    Raises:
        Refused: where it shows no text.
    """
    if not page.blocks:
        remedy = "check that it is the right file; text that a script writes is not read"
        raise Refused("holds no text", where=file, remedy=remedy)
    return Manuscript(
        kind=kind,
        blocks=tuple(page.blocks),
        notes=page.notes,
        title=page.title,
        language=page.language,
        omitted=tuple(page.omitted),
        warnings=(*page.warnings, *warnings),
    )


def style_warnings(sheet: Sheet) -> list[str]:
    """Return a warning where style sheets hide or strike out by what is not understood."""
    unlike = list(dict.fromkeys(sheet.not_understood))
    if not unlike:
        return []
    shown = ", ".join(f"“{selector[:60]}”" for selector in unlike[:3])
    more = f" and {len(unlike) - 3} more" if len(unlike) > 3 else ""
    return [
        f"what its styles hide or strike out by {shown}{more} reads as shown:"
        " only styles of one element, class or id are understood"
    ]
