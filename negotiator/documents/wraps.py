"""Which line ends of a plain text end a paragraph, and which only end a line.

The rules, in order, for a line that follows another without a blank line between:

1. A line that begins with a number (`1.`, `4.2`, `(a)`, `iv)`), a bullet, or a word such as
   Article, Chapter or Annex with its number, begins a paragraph - unless the line before it is full
   and breaks off in mid-sentence: then it only goes on, as in "in accordance with / Article 3".
2. A line goes on from a *full* one: one that its first word would not have fitted on. That counts
   in a text that is hard-wrapped throughout (four of five of its line ends are full), and
   elsewhere if the line before breaks off in mid-sentence.
3. A line that begins in mid-sentence, with a small letter, belongs to the paragraph, and the line
   break is kept as it stands.
4. Any other line begins a paragraph.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

# Lines are wrapped at a width between these, in columns of a fixed-width font.
NARROWEST, WIDEST = 40, 132
HARD_WRAPPED = 0.8
FEWEST = 5

LABEL = re.compile(
    r"(?:[0-9]{1,3}(?:\.[0-9]{1,3}){1,5}\.?|[0-9]{1,3}[.)]|\([0-9A-Za-z]{1,5}\)|[A-Za-z][.)]"
    r"|[ivxlcIVXLC]{1,7}[.)]|[•·‣▪◦–—*+-])[ \t\u00a0]+\S"
)
# The words for a unit in the languages of the United Nations and in German.
UNIT = re.compile(
    r"(?:article|art\.|section|chapter|part|title|annex|appendix|schedule|protocol|rule|paragraph"
    r"|chapitre|titre|partie|annexe|paragraphe|artículo|capítulo|título|sección|parte|anexo"
    r"|artikel|kapitel|teil|abschnitt|anhang|anlage|titel|статья|глава|раздел|часть|приложение"
    r"|المادة|الفصل|الباب|المرفق)[ \t\u00a0]+(?:[0-9]{1,4}|[IVXLC]{1,7}|[A-Z])\b"
    r"|第[0-9一二三四五六七八九十百]{1,6}[条條章节節部]",
    re.IGNORECASE,
)
ALONE = re.compile(r"[^\s]+[ \t\u00a0]+[^\s]{1,8}|第[^\s]{1,8}")
ENDS_SENTENCE = (".", ";", ":", "!", "?", "。", "；", "：", "！", "？", "؟", "؛", "।")
CLOSERS = "”’\"')]»"
LEADS_ON = {"and", "or", "et", "ou", "y", "o", "und", "oder", "и", "или", "و", "أو"}


class Link(Enum):
    """What the end of a line is."""

    PARAGRAPH = "a new paragraph begins"
    WRAP = "the line is full and goes on"
    BREAK = "the paragraph goes on in a line of its own"


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How the lines of a text are wrapped.

    Args:
        width: the longest wrapped line in columns, 0 where none are wrapped.
        throughout: whether the whole text is hard-wrapped.
    """

    width: int
    throughout: bool


def wrapping(stanzas: Sequence[Sequence[str]]) -> Wrapping:
    """Return how a text is wrapped.

    Args:
        stanzas: its lines, those between two blank lines together.
    """
    pairs = [
        (columns(line), columns(first_word(following)), begins_unit(following))
        for stanza in stanzas
        for line, following in pairwise(stanza)
    ]
    widths = sorted(width for width, _, _ in pairs)
    if not widths:
        return Wrapping(0, throughout=False)
    # One line in twenty may stick out: a table, an address.
    width = widths[(len(widths) * 19) // 20 if len(widths) > 20 else -1]
    if not NARROWEST <= width <= WIDEST:
        return Wrapping(0, throughout=False)
    # A line before a number is mostly the last of its paragraph: it says nothing.
    fits = [line + 1 + word <= width for line, word, unit in pairs if not unit]
    throughout = len(fits) >= FEWEST and len(fits) - sum(fits) >= HARD_WRAPPED * len(fits)
    return Wrapping(width, throughout)


def link(line: str, following: str, wrapped: Wrapping) -> Link:
    """Return what the end of a line is, by the rules above.

    Args:
        line: the line.
        following: the line right after it.
        wrapped: how the text is wrapped.
    """
    ended = ends_sentence(line)
    full = wrapped.width > 0 and (
        columns(line) + 1 + columns(first_word(following)) > wrapped.width
    )
    if begins_unit(following):
        return Link.WRAP if full and _breaks_off(line, following) else Link.PARAGRAPH
    if indent(following) >= indent(line) + 2 and ended:
        return Link.PARAGRAPH
    if full and (wrapped.throughout or not ended):
        return Link.WRAP
    first = following.lstrip()[:1]
    uncased = first.isalpha() and first.lower() == first.upper()
    if not ended and (first.islower() or uncased):
        return Link.BREAK
    return Link.PARAGRAPH


def begins_unit(line: str) -> bool:
    """Tell whether a line begins with a number, a bullet, or the name of a numbered unit."""
    bare = line.lstrip()
    return bool(LABEL.match(bare) or UNIT.match(bare))


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence or a point of a list does."""
    return line.rstrip().rstrip(CLOSERS).endswith(ENDS_SENTENCE)


def _breaks_off(line: str, following: str) -> bool:
    """Tell whether a line ends in mid-sentence before what looks like the beginning of a unit."""
    words = line.split()
    if ends_sentence(line) or not words or words[-1].casefold() in LEADS_ON:
        return False
    if UNIT.match(following.lstrip()):
        return not ALONE.fullmatch(following.strip())
    return not words[-1].endswith(",")


def first_word(line: str) -> str:
    """Return the first word of a line; of a script without spaces, its first character."""
    bare = line.lstrip()
    return bare[:1] if bare and is_wide(bare[0]) else bare.split(None, 1)[0] if bare else ""


def columns(line: str) -> int:
    """Return how many columns a line takes in a fixed-width font."""
    return len(line) if line.isascii() else len(line) + sum(map(is_wide, line))


def is_wide(character: str) -> bool:
    """Tell whether a character takes two columns, as Chinese ones do."""
    return unicodedata.east_asian_width(character) in ("W", "F")


def indent(line: str) -> int:
    """Return how far a line is indented."""
    return len(line) - len(line.lstrip())


def unwrapped(line: str, following: str) -> str:
    """Return what stands for the end of a full line: a space, where the script has any.

    After a hyphen nothing stands: whether it is part of the word cannot be told, so it stays.
    """
    end, begin = line.rstrip()[-1:], following.lstrip()[:1]
    if is_wide(end or " ") and is_wide(begin or " "):
        return ""
    hyphenated = end == "-" and line.rstrip()[-2:-1].isalpha() and begin.islower()
    return "" if hyphenated else " "
