"""Numbers with units, read so that they can be compared as such: one year is twelve months."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

_UP_TO_19 = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_HUNDREDS: Mapping[str, int] = {
    "a hundred": 100,
    **{f"{word} hundred": 100 * number for number, word in enumerate(_UP_TO_19[:10]) if number},
    "a thousand": 1_000,
    "one thousand": 1_000,
}
_BELOW_100: Mapping[str, int] = {
    **{word: number for number, word in enumerate(_UP_TO_19)},
    **{
        f"{ten}-{word}" if number else ten: 10 * tens + number
        for tens, ten in enumerate(_TENS, 2)
        for number, word in enumerate(_UP_TO_19[:10])
    },
}
WORDS: Mapping[str, int] = {**_BELOW_100, **_HUNDREDS}
SCALES: Mapping[str, int] = {"thousand": 1_000, "million": 10**6, "billion": 10**9}
# Each unit as its dimension and how much of the dimension's own unit it is.
UNITS: Mapping[str, tuple[str, Fraction]] = {
    **dict.fromkeys(("%", "per cent", "percent"), ("share", Fraction(1))),
    **dict.fromkeys(("percentage point",), ("percentage points", Fraction(1))),
    **dict.fromkeys(("minute",), ("days", Fraction(1, 1_440))),
    **dict.fromkeys(("hour",), ("days", Fraction(1, 24))),
    **dict.fromkeys(("day", "calendar day", "consecutive day"), ("days", Fraction(1))),
    **dict.fromkeys(("working day", "business day"), ("working days", Fraction(1))),
    **dict.fromkeys(("week",), ("days", Fraction(7))),
    # Twelve months are a year; thirty days are not quite a month, and the difference may matter.
    **dict.fromkeys(("month",), ("days", Fraction(365, 12))),
    **dict.fromkeys(("year", "calendar year"), ("days", Fraction(365))),
    **dict.fromkeys(("m", "metre", "meter"), ("length", Fraction(1))),
    **dict.fromkeys(("km", "kilometre", "kilometer"), ("length", Fraction(1_000))),
    **dict.fromkeys(("nautical mile",), ("length", Fraction(1_852))),
    **dict.fromkeys(("mile",), ("length", Fraction(1_609_344, 1_000))),
    **dict.fromkeys(("g", "gram"), ("mass", Fraction(1))),
    **dict.fromkeys(("kg", "kilogram", "kilo"), ("mass", Fraction(1_000))),
    **dict.fromkeys(("tonne", "metric ton", "ton"), ("mass", Fraction(10**6))),
    **dict.fromkeys(("kw",), ("power", Fraction(1))),
    **dict.fromkeys(("mw",), ("power", Fraction(1_000))),
    **dict.fromkeys(("gw",), ("power", Fraction(10**6))),
    **dict.fromkeys(("kiloton",), ("yield", Fraction(1))),
    **dict.fromkeys(("€", "eur", "euro"), ("EUR", Fraction(1))),
    **dict.fromkeys(("$", "us$", "usd", "dollar", "us dollar"), ("USD", Fraction(1))),
    **dict.fromkeys(("£", "gbp", "pound"), ("GBP", Fraction(1))),
    **{
        counted: (f"{counted}s", Fraction(1))
        for counted in (
            *(
                "warhead",
                "missile",
                "launcher",
                "aircraft",
                "ship",
                "vessel",
                "brigade",
                "battalion",
            ),
            *("division", "troop", "soldier", "centrifuge", "cascade", "inspector", "inspection"),
            *("member", "seat", "vote", "site", "base", "hostage", "prisoner", "barrel"),
        )
    },
}
_NUMBER = r"\d{1,3}(?:[, \u00a0\u202f]\d{3}){1,4}(?:\.\d{1,4})?|\d{1,9}(?:\.\d{1,4})?"
_SMALL, _LARGE = (
    "|".join(sorted(words, key=len, reverse=True)) for words in (_BELOW_100, _HUNDREDS)
)
# "One hundred and fifty" is a number, "one hundred and two hundred" are two.
_SPELT = (
    rf"(?:{_LARGE})(?:(?<=hundred) and (?:{_SMALL})(?!\w|\shundred\b)"
    rf"|(?<=thousand) and (?:{_SMALL})(?!\w|\s(?:hundred|thousand)\b))?|{_SMALL}"
)
_UNIT = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
_LIMIT = (
    r"at least|no(?:t)? (?:less|fewer) than|more than|above|over|exceeding|minimum of|not below"
    r"|at most|no(?:t)? more than|up to|within|less than|below|under|fewer than|maximum of"
    r"|not exceeding"
    r"|not above|limited to"
)
_QUANTITY = re.compile(
    rf"(?<![\w.,/])(?P<between>between )?(?:(?P<limit>{_LIMIT}) (?:an? (?:period|maximum"
    rf"|minimum) of )?)?"
    rf"(?P<sign>€|us\$|\$|£|(?:eur|usd|gbp)(?=\s))?\s?(?P<low>{_NUMBER}|{_SPELT})"
    rf"(?:\s(?P<own>{'|'.join(SCALES)})\b)?"
    rf"(?:\s?(?P<joint>-|–|to|and)\s?(?P<high>{_NUMBER}|{_SPELT}))?"
    rf"(?:\s?\((?:\d{{1,4}}|[a-z-]{{3,20}})\))?(?:\s(?P<scale>thousand|million|billion))?[\s-]?"
    # "two missile bases" are bases.
    rf"(?:(?:(?!working|business)[a-z-]{{3,20}}\s){{0,2}}(?P<unit>{_UNIT})(?:s|es)?)?(?!\w)"
)
_FLOOR = re.compile(r"at least|more than|above|over|exceeding|minimum")
# The day, month or year that something is measured from.
_BASELINE = re.compile(
    r"(?:\b\d{1,2} )?\b(?:(?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december) )?\b(?:1[5-9]|20)\d\d\b(?!\s?(?:%|t\b)"
    rf"|\s(?:{_UNIT})(?:s|es)?\b)"
)
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, or a range of them.

    Args:
        dimension: what is measured: "length", "days", "share", "EUR", "warheads" …
        low: the least, in the dimension's own unit.
        high: the most, equal to `low` where it is no range.
        limit: "at least", "at most", or empty where the number itself is meant.
        words: as printed.
    """

    dimension: str
    low: Fraction
    high: Fraction
    limit: str
    words: str

    @property
    def value(self) -> tuple[str, Fraction, Fraction, str]:
        """Return what makes two quantities the same, however they are printed."""
        return self.dimension, self.low, self.high, self.limit


# A clause is held against those of every other party.
@lru_cache(maxsize=8_192)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the numbers with units of a text, in its order, each once.

    Years, article numbers and other figures without a unit are none.

    Args:
        text: of a clause, or of a parameter read in it.
    """
    found: dict[tuple[str, Fraction, Fraction, str], Quantity] = {}
    whole = text[:LONGEST]
    small = whole.lower() if len(whole.lower()) == len(whole) else whole
    for match in _QUANTITY.finditer(small):
        unit = match["unit"] or match["sign"]
        if not unit:
            continue
        million = 1
        if match["sign"] and match["unit"] == "m":
            unit, million = match["sign"], 10**6
        elif unit in ("m", "g") and whole[match.start("unit")].isupper():
            # 5G is no weight.
            continue
        dimension, size = UNITS[unit]
        low, high = (number * size * million for number in _range(match))
        words = whole[match.start() : match.end()]
        one = Quantity(dimension, min(low, high), max(low, high), _limit(match["limit"]), words)
        found.setdefault(one.value, one)
    return tuple(found.values())


def _range(match: re.Match[str]) -> tuple[Fraction, Fraction]:
    """Return the least and the most of a range, the same for a number.

    "Article 5 and 10 days" is ten days: “and” joins a range after “between” alone.
    """
    low, of_both = _number(match["low"]), SCALES.get(match["scale"] or "", 1)
    own = SCALES.get(match["own"] or "", 1)
    if not match["high"]:
        return low * own * of_both, low * own * of_both
    high = _number(match["high"]) * of_both
    if match["joint"] == "and" and not match["between"]:
        return high, high
    # "One thousand to two thousand" scales each by itself, "one to two thousand" both.
    scaled = match["own"] or match["low"].endswith("thousand")
    return low * (own if scaled else of_both), high


def _number(text: str) -> Fraction:
    if text[0].isalpha():
        return Fraction(sum(WORDS[part] for part in text.split(" and ")))
    return Fraction(re.sub(r"[, \u00a0\u202f]", "", text))


def _limit(words: str | None) -> str:
    if not words:
        return ""
    negated = words.startswith("no")
    floor = _FLOOR.search(words) is not None
    return "at least" if floor is not negated else "at most"


@lru_cache(maxsize=8_192)
def baselines(text: str) -> tuple[str, ...]:
    """Return the days, months or years that a text measures from, in its order, each once."""
    small = text[:LONGEST].lower()
    return tuple(dict.fromkeys(found.group().strip() for found in _BASELINE.finditer(small)))


def apart(
    left: Iterable[Quantity], right: Iterable[Quantity]
) -> tuple[tuple[Quantity, Quantity], ...]:
    """Return the quantities of one side with those of the other that differ in the same dimension.

    A quantity that the other side has too, however printed, differs from nothing.
    """
    ours, theirs = list(left), list(right)
    same = {one.value for one in ours} & {one.value for one in theirs}
    return tuple(
        (one, other)
        for one in ours
        for other in theirs
        if one.dimension == other.dimension and one.value not in same and other.value not in same
    )
