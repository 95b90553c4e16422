"""The label at the start of a paragraph: `Article 4bis`, `2.1`, `(a)`, `Annex I`, `第四条`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from negotiator.documents.segmentation.words import (
    CHINESE_ANNEXES,
    CHINESE_UNITS,
    LATER,
    NUMBER_WORDS,
    REFERRING,
    UNITS,
    WITHOUT_NUMBER,
    Rank,
)

# Labels are short; nothing of a paragraph beyond this is looked at.
LONGEST_LABEL = 60
HIGHEST_NUMBER = 999


@dataclass(frozen=True, slots=True)
class Label:
    """A unit's label as printed.

    Args:
        rank: how high the unit stands.
        printed: the label as printed, without white space around it: `Article 4`, `2.`, `(a)`.
        value: its number alone: `4`, `4bis`, `a`, `2.1`; empty for an annex without number.
        style: what labels of one list have in common: `(a)`, `1.`, `(i)`, `1.1`.
        ordinal: its place in the list that its style counts, from 1; 0 when that is not known.
        opening: brackets that stand before the label and belong to the text.
        end: where the rest of the paragraph begins.
    """

    rank: Rank
    printed: str
    value: str
    style: str = ""
    ordinal: int = 0
    opening: str = ""
    end: int = 0


_LATER = "|".join(LATER)
_OPENING = re.compile(r"[\s\[{*]*")
_WORD = re.compile(r"(§§?|[^\W\d_]+(?:-[^\W\d_]+)?\.?)[ \t\u00a0\u202f]{0,4}", re.UNICODE)
_UNIT_NUMBER = re.compile(
    rf"((?:\d{{1,4}}(?:\.\d{{1,3}}){{0,3}}(?:er|re|º|ª)?|[IVXLCDM]{{1,8}}|[A-Z])"
    rf"(?:[ -]?(?:{_LATER})|-?[a-zA-Z])?)(?!\w)"
    rf"|([^\W\d_]{{2,12}})(?!\w)",
    re.UNICODE,
)
_NUMBER_SIGN = re.compile(r"(?:No\.?|Nr\.?|n°|nº|N°|№)[ \u00a0]?(?=\d)")
_HANZI = "一二三四五六七八九十百零〇0-9"
_CHINESE = re.compile(rf"第\s?([{_HANZI}]{{1,6}})\s?(编|部分|篇|章|节|条|款)(之[一二三四五六])?")
_CHINESE_ANNEX = re.compile(rf"({'|'.join(CHINESE_ANNEXES)})\s?([{_HANZI}]{{0,3}})(?=\s|$|[:：])")
_PREAMBULAR = re.compile(r"(Pp|PP|pp)\s?(\d{1,3})(?=\s|$|\.)")
_DECIMAL = re.compile(rf"(\d{{1,3}}(?:\.\d{{1,3}}){{1,4}})\.?[ -]?({_LATER})?(?=[\s\[]|$)")
_NUMBER = re.compile(
    rf"(\d{{1,3}})[ -]?((?:{_LATER})\b|[a-zA-Z]\b)?([.)])(?=[\s\[“\"«'‘„]|[^\W\d]|$)"
)
_IN_BRACKETS = re.compile(
    rf"([(])(\d{{1,3}}[ -]?(?:{_LATER})?|\d{{1,3}}[a-z]|[ivxlcdm]{{1,7}}|[IVXLCDM]{{1,7}}"
    rf"|[a-z]{{1,2}}|[A-Z]{{1,2}}|[а-яА-Я])[ -]?({_LATER})?([)])"
)
_LETTER = re.compile(
    rf"([a-z]{{1,2}}|[ivxlcdm]{{1,7}}|[A-Z]|[IVXLCDM]{{1,7}}|[а-я])[ -]?({_LATER})?([).])(?=\s)"
)
_DASH = re.compile(r"([-–—•·‣▪◦])(?=\s)")
_AFTER_UNIT = re.compile(r"\s*[.:：–—-]?(?=\s|$)|(?=[\[\](\n])")
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN = re.compile(r"m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
CHINESE_DIGITS = "零一二三四五六七八九"


def label_of(text: str) -> Label | None:
    """Return the label that a paragraph begins with, None when it begins with none.

    A unit that the paragraph merely refers to ("Article 4 applies to …") is no label.
    """
    head = text[:LONGEST_LABEL]
    opening = _OPENING.match(head)
    start = opening.end() if opening else 0
    found = (
        _unit(head, start)
        or _chinese(head, start)
        or _preambular(head, start)
        or _numbered(head, start)
    )
    if found is None:
        return None
    before = re.sub(r"\s", "", head[:start])
    end = found.end
    while end < len(text) and text[end] in " \t\u00a0\u202f\u3000":
        end += 1
    return Label(found.rank, found.printed, found.value, found.style, found.ordinal, before, end)


def ordinal_of(value: str, *, roman: bool = False) -> int:
    """Return the place that a number, letter or roman numeral names, 0 when it names none."""
    digits = re.match(r"\d+", value)
    if digits:
        return int(digits.group())
    lower = value.lower()
    if lower in NUMBER_WORDS:
        return NUMBER_WORDS[lower]
    if roman:
        return _roman(lower)
    if len(lower) == 1 and "a" <= lower <= "z":
        return ord(lower) - ord("a") + 1
    if len(lower) == 1 and "а" <= lower <= "я":
        return "абвгдежзиклмнопрстуфхцчшщэюя".find(lower) + 1
    if len(lower) == 2 and lower[0] == lower[1]:
        return 26 + ord(lower[0]) - ord("a") + 1
    return 0


def _roman(text: str) -> int:
    if not text or not _ROMAN.fullmatch(text):
        return 0
    values = [ROMAN[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


_RANKS = {word: rank for rank, words in UNITS.items() for word in words}


def _unit(head: str, start: int) -> Label | None:
    word = _WORD.match(head, start)
    if word is None:
        return None
    rank = _RANKS.get(word.group(1).lower())
    if rank is None:
        return None
    number = _UNIT_NUMBER.match(head, _behind(_NUMBER_SIGN, head, word.end()))
    value = (number.group(1) or number.group(2) or "") if number else ""
    if number and number.group(2) and value.lower() not in NUMBER_WORDS:
        value = ""
    end = number.end() if number and value else word.end()
    if not value and (
        word.group(1).lower() not in WITHOUT_NUMBER or head[word.end() :].strip(" \t.:[]")
    ):
        return None
    after = _AFTER_UNIT.match(head, end)
    rest = head[after.end() if after else end :].lstrip()
    if after is None or _only_referred_to(rest):
        return None
    printed = head[start:end].rstrip()
    roman = value.isupper() and bool(re.fullmatch("[IVXLCDM]+", value))
    place = ordinal_of(value, roman=roman)
    return Label(rank, printed, value, rank.name, place, end=after.end())


def _behind(pattern: re.Pattern[str], head: str, start: int) -> int:
    found = pattern.match(head, start)
    return found.end() if found else start


def _only_referred_to(rest: str) -> bool:
    first = re.match(r"[^\W\d_]+", rest)
    if first is None:
        return rest.startswith((",", ";", ")")) or bool(re.match(r"\(\d", rest))
    return first.group().islower() or first.group().lower() in REFERRING


def _chinese(head: str, start: int) -> Label | None:
    found = _CHINESE.match(head, start)
    if found:
        rank = CHINESE_UNITS[found.group(2)]
        return Label(
            rank, found.group(), found.group(1), rank.name, _hanzi(found.group(1)), end=found.end()
        )
    annex = _CHINESE_ANNEX.match(head, start)
    if annex:
        return Label(Rank.ANNEX, annex.group(), annex.group(2), "ANNEX", end=annex.end())
    return None


def _hanzi(text: str) -> int:
    if text.isdigit() and text.isascii():
        return int(text)
    total = 0
    digit = 0
    for sign in text:
        if sign in CHINESE_DIGITS:
            digit = CHINESE_DIGITS.index(sign)
        elif sign in "十百":
            total += (digit or 1) * (10 if sign == "十" else 100)
            digit = 0
    return total + digit


def _preambular(head: str, start: int) -> Label | None:
    found = _PREAMBULAR.match(head, start)
    if found is None:
        return None
    return Label(
        Rank.ARTICLE, found.group(), found.group(2), "Pp", int(found.group(2)), end=found.end()
    )


def _numbered(head: str, start: int) -> Label | None:
    found = _DECIMAL.match(head, start)
    if found:
        value = found.group(1) + (found.group(2) or "")
        last = int(found.group(1).rpartition(".")[2])
        style = ".".join("1" for _ in found.group(1).split("."))
        return Label(Rank.PARAGRAPH, found.group(), value, style, last, end=found.end())
    found = _NUMBER.match(head, start)
    if found and int(found.group(1)) <= HIGHEST_NUMBER:
        value = found.group(1) + (found.group(2) or "")
        style = "1" + found.group(3)
        place = int(found.group(1))
        return Label(Rank.PARAGRAPH, found.group(), value, style, place, end=found.end())
    found = _IN_BRACKETS.match(head, start)
    if found:
        value = found.group(2) + (found.group(3) or "")
        return _point(found.group(), value, found.group(2), "()", found.end())
    found = _LETTER.match(head, start)
    if found:
        value = found.group(1) + (found.group(2) or "")
        return _point(found.group(), value, found.group(1), found.group(3), found.end())
    found = _DASH.match(head, start)
    if found:
        return Label(Rank.POINT, found.group(), found.group(), found.group(), end=found.end())
    return None


def _point(printed: str, value: str, bare: str, brackets: str, end: int) -> Label:
    kind = "1" if bare[0].isdigit() else "A" if bare.isupper() else "a"
    rank = Rank.PARAGRAPH if kind == "1" else Rank.POINT
    return Label(rank, printed, value, kind + brackets, ordinal_of(bare), end=end)
