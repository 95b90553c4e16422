"""A number of a list as it is printed: `4`, `iv`, `dd`, `四`."""

from __future__ import annotations

from collections.abc import Callable

LATIN = "abcdefghijklmnopqrstuvwxyz"
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
MARKS = "*†‡§"
CHINESE = "〇一二三四五六七八九"
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
# Beyond these Word itself begins anew; a longer one is no honest number.
LONGEST_REPEAT = 30
LARGEST_ROMAN = 32_767


def letters(alphabet: str) -> Callable[[int], str]:
    """Return the format that runs through an alphabet, then doubles its letters: a … z, aa, bb."""

    def printed(count: int) -> str:
        again, place = divmod(count - 1, len(alphabet))
        return str(count) if again >= LONGEST_REPEAT else alphabet[place] * (again + 1)

    return printed


def roman(count: int) -> str:
    """Return a number in small Roman numerals."""
    if count > LARGEST_ROMAN:
        return str(count)
    printed = ""
    for worth, sign in ROMAN:
        again, count = divmod(count, worth)
        printed += sign * again
    return printed


def ordinal(count: int) -> str:
    """Return an English ordinal: 1st, 2nd, 11th."""
    last = 0 if count % 100 in (11, 12, 13) else count % 10
    return f"{count}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th') }"


def chinese(count: int) -> str:
    """Return a number below ten thousand as it is counted in Chinese: 十一, 一百零二."""
    if count >= 10_000:
        return str(count)
    printed, gap = "", False
    for worth, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, count = divmod(count, worth)
        if digit:
            printed += ("零" if gap and printed else "") + CHINESE[digit] + sign
        gap = not digit
    return printed[1:] if printed.startswith("一十") else printed


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda count: f"{count:02d}",
    "lowerLetter": letters(LATIN),
    "upperLetter": letters(LATIN.upper()),
    "lowerRoman": roman,
    "upperRoman": lambda count: roman(count).upper(),
    "ordinal": ordinal,
    "none": lambda count: "",
    "hex": lambda count: f"{count:X}",
    "chicago": letters(MARKS),
    "russianLower": letters(RUSSIAN),
    "russianUpper": letters(RUSSIAN.upper()),
    "arabicAlpha": letters(ARABIC),
    "arabicAbjad": letters(ABJAD),
    "hebrew1": letters(HEBREW),
    "numberInDash": lambda count: f"- {count} -",
    "decimalEnclosedParen": lambda count: f"({count})",
    "decimalEnclosedFullstop": lambda count: f"{count}.",
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "ideographDigital": lambda count: "".join(CHINESE[int(digit)] for digit in str(count)),
}


def printed(count: int, form: str) -> str:
    """Return a number as a list prints it; as plain digits where the format is not known."""
    if count < 1 and form not in ("decimalZero", "none"):
        return str(count)
    return FORMATS.get(form, str)(count)
