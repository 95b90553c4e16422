"""Clauses become strings of one character a word, which are fast to compare."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

# Of a longer clause only the beginning is compared; whether two are equal hangs on all of it.
MOST_WORDS_COMPARED = 5_000

# A word or number; of scripts that set no spaces between words, one character.
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")

_SURROGATES = range(0xD800, 0xE000)
_CODES = 0x110000 - len(_SURROGATES)


@dataclass(frozen=True, slots=True)
class Coded:
    """The clauses of one version.

    Args:
        words: of each clause one character a word, at most `MOST_WORDS_COMPARED`.
        whole: of each clause a number that only clauses with the same words have; below 0 for
            what holds no word.
    """

    words: Sequence[str]
    whole: Sequence[int]


Side = Sequence[tuple[str, str]]  # of each clause its sort and its text


def coded(old: Side, new: Side) -> tuple[Coded, Coded]:
    """Return the clauses of both versions as strings in which equal words are equal characters.

    Clauses of different sorts are never equal.
    """
    codes: dict[str, str] = {}
    wholes: dict[tuple[str, str], int] = {}
    return _coded(old, codes, wholes), _coded(new, codes, wholes)


def _coded(side: Side, codes: dict[str, str], wholes: dict[tuple[str, str], int]) -> Coded:
    words: list[str] = []
    whole: list[int] = []
    for sort, text in side:
        line = _line(text, codes)
        words.append(line[:MOST_WORDS_COMPARED])
        # A text without words is what its marks are.
        number = wholes.setdefault((sort, line or text.strip()), len(wholes))
        whole.append(number if line else -1 - number)
    return Coded(words, whole)


def _line(text: str, codes: dict[str, str]) -> str:
    plain = text if text.isascii() else unicodedata.normalize("NFC", text)
    found = _WORD.findall(plain.casefold())
    for word in found:
        if word not in codes:
            codes[word] = _character(len(codes))
    return "".join([codes[word] for word in found])


def _character(number: int) -> str:
    """Return the character of the n-th word; after a million words they are used again."""
    code = (number + 1) % _CODES
    return chr(code if code < _SURROGATES.start else code + len(_SURROGATES))
