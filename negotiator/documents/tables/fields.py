"""What a column of a table holds, told by its heading."""

from __future__ import annotations

import re
from enum import StrEnum

from negotiator.documents.tables.headings import (
    BASE_NAMES,
    BASE_PHRASES,
    CHANGING_WORDS,
    NAMES,
    NUMBERING_WORDS,
    PROPOSING_WORDS,
    REASON_WORDS,
    REFERENCE_WORDS,
    TEXT_NAMES,
)

# A heading is short; what is longer is wording.
LONGEST_HEADING = 120
MOST_WORDS = 14
SHORT_HEADING = 6
_BREAKS = re.compile(r"[\W_]+")
_NUMBER_SIGNS = str.maketrans({"№": " no ", "#": " no ", "°": "o"})


class Field(StrEnum):
    """What a column holds; the names are those that a user gives for a column."""

    ID = "id"
    NUMBER = "number"
    REFERENCE = "reference"
    HEADING = "heading"
    BASE = "base_text"
    TEXT = "text"
    JUSTIFICATION = "justification"
    PARTY = "party"
    TOPIC = "topic"
    LANGUAGE = "language"
    CHANGE = "change"


def plain(text: str) -> str:
    """Return the words of a text in lower case with one space between them."""
    return _BREAKS.sub(" ", text.translate(_NUMBER_SIGNS).casefold()).strip()


def field_of(heading: str) -> Field | None:
    """Return what a column under this heading holds, None when the heading does not say.

    A word for reasons decides before one for a change, and that before one for the base text:
    "Reason for the amendment", "Amendment to the Commission's proposal".
    """
    if len(heading) > LONGEST_HEADING:
        return None
    words = plain(heading)
    count = len(words.split())
    if not words or count > MOST_WORDS:
        return None
    named = NAMES.get(words)
    if named:
        return Field(named)
    if words[-1].isdigit() and not _says(words, BASE_PHRASES):
        return None
    return _by_words(words, count)


def _by_words(words: str, count: int) -> Field | None:
    single = set(words.split())
    if single & REASON_WORDS:
        return Field.JUSTIFICATION
    if single & NUMBERING_WORDS and count <= SHORT_HEADING:
        return Field.REFERENCE
    if single & CHANGING_WORDS:
        return Field.TEXT
    if _says(words, BASE_PHRASES) or words in BASE_NAMES:
        return Field.BASE
    if words in TEXT_NAMES - REFERENCE_WORDS:
        return Field.TEXT
    if count > SHORT_HEADING:
        return None
    if words.split()[0] in REFERENCE_WORDS:
        return Field.REFERENCE
    if single & PROPOSING_WORDS:
        return Field.TEXT
    return Field.REFERENCE if single & REFERENCE_WORDS else None


def certain(heading: str) -> bool:
    """Tell whether a heading alone, without its neighbours, marks a table of amendments."""
    words = plain(heading)
    single = set(words.split())
    strong = bool(single & CHANGING_WORDS) or _says(words, BASE_PHRASES)
    return strong and field_of(heading) in (Field.TEXT, Field.BASE)


def _says(words: str, phrases: tuple[str, ...]) -> bool:
    padded = f" {words} "
    return any(f" {phrase} " in padded for phrase in phrases)
