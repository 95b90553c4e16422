"""A text is cut into words, numbers, marks and line breaks, with the white space behind them."""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from operator import add

from negotiator.engine.wording.lexicon import LINE_BREAKS, MOST_KNOWN, TRAITS, Trait

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

# Tokens of a clause are asked for again and again; a long text is compared once.
LONGEST_CACHED = 4_000
CLAUSES_CACHED = 1_024

_ABBREVIATED = frozenset(
    "art arts no nos para paras cf eg ie mr mrs dr st vs p pp sec ch abs nr núm ст п г".split()
)
_SPLIT = LINE_BREAKS | {"\t"}
_TELLING = Trait.TELLING | Trait.SIGN | Trait.UNIT
_PLACES = _TELLING | Trait.LINE | Trait.END | Trait.CUT


class _Keys(dict[str, str]):
    """Tokens by themselves with the white space behind them; it begins anew when too large."""

    def __missing__(self, piece: str) -> str:
        if len(self) >= MOST_KNOWN:
            self.clear()
        # A line break and a tab are white space too.
        self[piece] = key = sys.intern(piece.rstrip() or piece.rstrip(BLANKS))
        return key


_KEYS = _Keys()


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text.

    Args:
        text: the text.
        keys: the tokens without the white space behind them: equal tokens have equal keys.
        starts: where in the text each begins, and at the end the length of the text.
        ends: where in the text each ends, white space apart.
        kinds: what each is, as the sum of its traits.
        cuts: behind which of them a sentence, line or cell ends, counted from 1.
        telling: the places of those that may be, or belong to, a negation, number or modal verb.
        lined: whether there are line breaks or tabs.
        figured: whether there are numbers, or signs and units of them.
    """

    text: str
    keys: list[str]
    starts: list[int]
    ends: list[int]
    kinds: list[int]
    cuts: list[int]
    telling: list[int]
    lined: bool
    figured: bool

    def glued(self, token: int) -> bool:
        """Tell whether no white space stands between a token and the one before it."""
        return self.ends[token - 1] == self.starts[token]


def tokens(text: str, *, prose: bool = False) -> Tokens:
    """Cut a text into tokens; joined with the white space between them they give it exactly.

    Args:
        text: the text.
        prose: line breaks and tabs are white space, not tokens: a text may be wrapped anew.
    """
    return _cached(text, prose) if len(text) <= LONGEST_CACHED else _cut(text, prose)


def _cut(text: str, prose: bool) -> Tokens:
    if not text.isascii() and _SPECIAL.search(text):
        pattern = _any_script(prose)
    else:
        pattern = _IN_PROSE if prose else _IN_LINES
    pieces: list[str] = pattern.findall(text)
    keys = list(map(_KEYS.__getitem__, pieces))
    lined = not _SPLIT.isdisjoint(keys)
    lengths = list(map(len, pieces))
    starts = list(accumulate(lengths, initial=len(text) - sum(lengths)))
    ends = list(map(add, starts, map(len, keys)))
    kinds = list(map(TRAITS.__getitem__, keys))
    if prose:
        for place, piece in enumerate(pieces):
            if not LINE_BREAKS.isdisjoint(piece):
                kinds[place] |= Trait.CUT
    places = [place for place, kind in enumerate(kinds) if kind & _PLACES]
    figured = any(kinds[place] & Trait.OF_NUMBERS for place in places)
    made = Tokens(text, keys, starts, ends, kinds, [], [], lined, figured)
    for place in places:
        kind = kinds[place]
        if kind & (Trait.CUT | Trait.LINE) or (kind & Trait.END and _ends_sentence(made, place)):
            kinds[place] |= Trait.CUT
            made.cuts.append(place + 1)
        if kind & _TELLING:
            made.telling.append(place)
    return made


_cached = lru_cache(CLAUSES_CACHED)(_cut)


def _ends_sentence(side: Tokens, place: int) -> bool:
    """Tell whether a mark ends a sentence: the stop behind "Art" or in "a.b" does not."""
    if side.keys[place] != "." or place == len(side.keys) - 1:
        return True
    before = side.keys[place - 1].casefold() if place else ""
    return not (side.glued(place + 1) or len(before) == 1 or before in _ABBREVIATED)


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
