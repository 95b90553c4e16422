"""The pieces that a printed reference consists of: words for units, numbers, what joins them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from negotiator.engine.status.units import AND, LATER, TO, UNITS

_AFTER = "|".join(LATER[1:])
_TOKEN = re.compile(
    rf"\((?P<inner>[^\W_]{{1,12}}(?:[ -](?:bis|{_AFTER}))?)\)"
    # "8 bis 12" leads from 8 to 12; "8 bis" and "8bis" are one number.
    rf"|(?P<number>\d{{1,4}}(?:\.\d{{1,4}}){{0,4}}"
    rf"(?:[ -]?(?:bis(?! \(?\d)|{_AFTER})\b|-?[a-z](?![^\W_]))?)(?![^\W_])"
    r"|(?P<word>[^\W\d_]{1,30}|§{1,2})\.?"
    r"|(?P<dash>\.\.|[-–—…])"
    r"|(?P<stop>[,;&])"
    r"|(?P<count>¶)"
    r"|(?P<other>[^\s.:])",
    re.IGNORECASE,
)
# Amendments print "paragraph 1 a (new)" for what will be paragraph 1a.
_NEW = re.compile(r"(?<=\d) ([a-z]) \(new\)|\(new\)", re.IGNORECASE)
_VALUE = re.compile(r"[a-z]|[ivxlc]{1,7}", re.IGNORECASE)


class Sort(Enum):
    """What a token of a reference is."""

    UNIT = auto()
    BARE = auto()
    BRACKETED = auto()
    TO = auto()
    AND = auto()
    DASH = auto()
    COMMA = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A token of a reference.

    Args:
        sort: what it is.
        text: the kind of a unit, a number as it is compared, another word in small letters.
        start: where it begins.
        end: where it ends.
    """

    sort: Sort
    text: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Return the tokens of a reference, from left to right."""
    # As long as what it replaces, so that places stay.
    plain = _NEW.sub(lambda found: (found.group(1) or "").ljust(len(found.group())), text)
    plain = re.sub(r"(?<=\d) (?=[a-z] {6})", "", plain) if plain != text else plain
    # Letters and Roman numerals are numbers after the word for a unit, and beside such a number.
    numeral = False
    for found in _TOKEN.finditer(plain):
        for token in _read(found, numeral=numeral):
            if token.sort in (Sort.UNIT, Sort.OTHER, Sort.BARE):
                numeral = token.sort is Sort.UNIT or (numeral and token.sort is Sort.BARE)
            yield token


def _read(found: re.Match[str], *, numeral: bool) -> Iterator[Token]:
    place = found.start(), found.end()
    kind, raw = found.lastgroup or "", found.group().lower()
    if kind == "inner":
        yield Token(Sort.BRACKETED, _number(raw.strip("()")), *place)
    elif kind == "number":
        first, *rest = _number(raw).split(".")
        yield Token(Sort.BARE, first, *place)
        yield from (Token(Sort.BRACKETED, one, *place) for one in rest)
    elif kind == "word":
        word = raw.strip(".")
        if word in UNITS:
            yield Token(Sort.UNIT, UNITS[word], *place)
        elif word in AND or word in TO:
            yield Token(Sort.AND if word in AND else Sort.TO, word, *place)
        else:
            sort = Sort.BARE if numeral and _VALUE.fullmatch(word) else Sort.OTHER
            yield Token(sort, word, *place)
    elif kind == "count":
        yield Token(Sort.UNIT, "¶", *place)
    else:
        signs = {"dash": Sort.DASH, "stop": Sort.COMMA}
        yield Token(signs.get(kind, Sort.OTHER), raw, *place)


def _number(raw: str) -> str:
    return raw.replace(" ", "").replace("-", "")
