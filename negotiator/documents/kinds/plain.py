"""Plain text: paragraphs by blank lines, by lines, or by both, however its lines are wrapped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from negotiator.documents.encodings import decode, with_newlines
from negotiator.documents.manuscript import Manuscript, Paragraph, Progress, Run, Wishes
from negotiator.documents.wraps import Link, Wrapping, link, unwrapped, wrapping

# A line of these alone is blank; control characters are not: they are kept.
BLANK = " \t\u00a0\u3000"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank: its text, its number and its page, both from 1."""

    text: str
    number: int
    page: int


def read(file: str, data: bytes, wishes: Wishes, progress: Progress) -> Manuscript:
    """Return the paragraphs of a plain text.

    A blank line ends a paragraph; which other line ends do is said in
    `negotiator.documents.wraps`. A form feed begins a page. Blanks around a line are no text.

    Args:
        file: its name, for messages.
        data: its bytes.
        wishes: how it should be read; only the encoding counts.
        progress: told the pages done.

    Raises:
        Refused: for bytes that are no text in the encoding stated, and for an empty file.
    """
    text = with_newlines(decode(file, data, wishes.encoding))
    paged = "\f" in text
    pages = text.count("\f") + 1
    stanzas = list(_stanzas(text))
    wrapped = wrapping([[line.text for line in stanza] for stanza in stanzas])
    blocks: list[Paragraph] = []
    for stanza in stanzas:
        blocks += _paragraphs(stanza, wrapped, paged)
        progress(stanza[-1].page, pages)
    return Manuscript("text", tuple(blocks))


def _stanzas(text: str) -> Iterator[list[_Line]]:
    """Yield the lines between two blank lines; a page break alone is none."""
    held: list[_Line] = []
    page = 1
    for number, line in enumerate(text.split("\n"), start=1):
        for index, part in enumerate(line.split("\f")):
            page += index > 0
            if part.strip(BLANK):
                held.append(_Line(part, number, page))
        if not line.strip(BLANK) and held:
            yield held
            held = []
    if held:
        yield held


def _paragraphs(stanza: list[_Line], wrapped: Wrapping, paged: bool) -> Iterator[Paragraph]:
    first, pieces = stanza[0], [stanza[0].text.strip(" \t")]
    for line, following in pairwise(stanza):
        fate = link(line.text, following.text, wrapped)
        if fate is Link.BREAK and line.page != following.page:
            fate = Link.WRAP
        if fate is Link.PARAGRAPH:
            yield _paragraph(first, pieces, paged)
            first, pieces = following, []
        else:
            wrap = fate is Link.WRAP
            pieces.append(unwrapped(line.text, following.text) if wrap else "\n")
        pieces.append(following.text.strip(" \t"))
    yield _paragraph(first, pieces, paged)


def _paragraph(first: _Line, pieces: list[str], paged: bool) -> Paragraph:
    page = str(first.page) if paged else ""
    return Paragraph((Run("".join(pieces)),), page=page, place=str(first.number))
