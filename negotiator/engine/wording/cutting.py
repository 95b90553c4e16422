"""A text is cut into pieces: words, numbers, marks and line breaks, each with its white space."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import chain

from negotiator.engine.wording.lexicon import MOST_KNOWN

# White space within a line belongs to the token before it; line breaks and tabs are tokens, for
# rows and cells are parted by them. With those they are all the characters that Python calls
# space.
BLANKS = " \x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
BLANKS += "\u202f\u205f\u3000"
_BLANK = f"[{BLANKS}]*+"
_LINE = r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]"
# 1,000.50 and 2003/87 and 12:30, and thousands set apart by a blank that does not break.
_NUMBER = r"\d++(?:[.,:/]\d++|[\xa0\u2009\u202f]\d{3}(?!\d))++"
# The short forms that French sets before a vowel are words: l'accord, n'est, qu'elle.
_ELIDED = r"(?:[cdjlmnstCDJLMNST]|[Qq]u|[Ll]orsqu|[Pp]uisqu|[Jj]usqu)['’](?=\w)"
_DEGREES = r"°[CF](?!\w)"
_PLAIN = rf"{_NUMBER}|{_ELIDED}|\w++(?:['’]\w++)*+|{_DEGREES}|[^\w\s]"
# Most of a text are words with one blank behind them: these are tried first, for speed alone.
_IN_LINES = re.compile(rf"\w{{2,}}+ (?![{BLANKS}])|(?:{_PLAIN}|{_LINE}|\t){_BLANK}")
_IN_PROSE = re.compile(rf"\w{{2,}}+ (?!\s)|(?:{_PLAIN})\s*+")

# Scripts that part words by no blank are cut into characters: Thai, Lao, Tibetan, Burmese, Khmer,
# Han, Hiragana. Katakana, which spell foreign words, and Hangul, which has blanks, stay whole.
_UNSPACED = (
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u303b"
    "\u3040-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
# What makes the plain expression cut words wrongly: marks that combine, characters without width,
# and scripts without blanks. Letters of other scripts in these ranges do no harm.
_SPECIAL = re.compile(
    "[\xad\u0300-\u036f\u0483-\u0489\u0590-\u109f\u135d-\u135f\u1712-\u18ff\u1a00-\u1cff"
    "\u1dc0-\u1dff\u200b-\u200d\u2060\u20d0-\u20ff\u2cef-\u2cf1\u2de0-\u2dff\u2e80-\u309f"
    "\u30fc\u3400-\u9fff\ua66f-\ua69f\ua800-\uabff\uf900-\ufaff\ufb1e\ufe00-\ufe2f\ufeff"
    "\U00010000-\U000fffff]"
)
_WITHOUT_WIDTH = "\xad\u200b-\u200d\u2060\ufeff"
# Planes without a combining mark are not looked through.
_MARKS_STAND_IN = (range(0x300, 0x20000), range(0xE0100, 0xE01F0))

# Of longer words it is not kept how they are cut.
LONGEST_KNOWN = 40
# A long text is cut in stretches of about so many characters, each a few milliseconds. They begin
# with a word behind white space or a mark, where a token begins whatever stands before.
STRETCH = 1 << 16
_SEAM = re.compile(r"(?<=[ \n。、，；：])(?=\w)")


class _Words(dict[str, tuple[str, ...]]):
    """What stands between two blanks, cut into tokens, the blank behind the last of them.

    Most words of a text have stood in it before: that is faster than to cut all of it.
    """

    def __init__(self, prose: bool) -> None:
        self._prose = prose

    def __missing__(self, word: str) -> tuple[str, ...]:
        if not word or word[0] in BLANKS or (self._prose and word[0].isspace()):
            raise KeyError(word)  # white space that belongs to the token before the blank
        cut = tuple(_pattern(word, self._prose).findall(f"{word} "))
        if len(word) <= LONGEST_KNOWN:
            if len(self) >= MOST_KNOWN:
                self.clear()
            self[word] = cut
        return cut


_WORDS_IN_LINES, _WORDS_IN_PROSE = _Words(prose=False), _Words(prose=True)


def stretches(text: str) -> Iterator[str]:
    """Yield a long text in stretches that can be cut one by one."""
    start = 0
    while start < len(text):
        seam = _SEAM.search(text, start + STRETCH)
        end = seam.start() if seam else len(text)
        yield text[start:end]
        start = end


def pieces_of(text: str, prose: bool) -> list[str]:
    """Return the tokens of a text with the white space behind them.

    Args:
        text: the text.
        prose: line breaks and tabs are white space, not tokens.
    """
    known = _WORDS_IN_PROSE if prose else _WORDS_IN_LINES
    words = text.split(" ")
    ends = not words[-1]
    if ends:
        words.pop()
    try:
        pieces = [*chain.from_iterable(map(known.__getitem__, words))]
    except KeyError:
        return _pattern(text, prose).findall(text)
    if pieces and not ends:  # no blank stands behind the last word
        pieces[-1] = pieces[-1][:-1]
    return pieces


def _pattern(text: str, prose: bool) -> re.Pattern[str]:
    """Return the expression that cuts a text."""
    if not text.isascii() and _SPECIAL.search(text):
        return _any_script(prose)
    return _IN_PROSE if prose else _IN_LINES


@cache
def _any_script(prose: bool) -> re.Pattern[str]:
    """Return the expression that keeps marks with their letters and cuts unspaced scripts."""
    marks = "".join(
        chr(code)
        for codes in _MARKS_STAND_IN
        for code in codes
        if unicodedata.category(chr(code))[0] == "M"
    )
    inner = f"{marks}{_WITHOUT_WIDTH}"
    letter = rf"(?:(?![{_UNSPACED}])\w)"
    word = rf"{letter}(?:{letter}|[{inner}])*+"
    pattern = (
        rf"{_NUMBER}|{_ELIDED}|{word}(?:['’]{word})*+|\w[{inner}]*+|{_DEGREES}|[^\w\s][{marks}]*+"
    )
    if prose:
        return re.compile(rf"(?:{pattern})\s*+")
    return re.compile(rf"(?:{pattern}|{_LINE}|\t){_BLANK}")
