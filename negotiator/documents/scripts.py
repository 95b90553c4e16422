"""Words that mix scripts: letters of one that look like letters of another.

The pairs are those of Unicode's table of confusable characters (UTS 39) that the eye cannot tell
apart in a printed text. Signs that stand in formulas and names of science (α, β, γ, κ, μ, Δ, Ω …)
are none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

LATIN = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
CYRILLIC = "Ѐ-ԯᲀ-ᲈ"
GREEK = "Ͱ-ͷͻ-ͽͿΆΈ-ϡϰ-Ͽἀ-῾"
# What may stand between two letters of a word: marks, soft hyphens, zero widths.
BETWEEN = "\u0300-\u036f\u0483-\u0487\u00ad\u200b-\u200d\u2060\ufeff"

CYRILLIC_AS_LATIN = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХҮЁЇаеорсухѕіјһԁԛԝӏүёї",
        "ABESIJKMHOPCTYXYËÏaeopcyxsijhdqwlyëï",
        strict=True,
    )
)
GREEK_AS_LATIN = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονριυ", "ABEZHIKMNOPTYXovpiu", strict=True))
# The other way round only what a keyboard left in the wrong layout gives.
LATIN_AS_CYRILLIC = dict(zip("ABEKMHOPCTYXISJaeopcyxisj", "АВЕКМНОРСТУХІЅЈаеорсухіѕј", strict=True))
LATIN_AS_GREEK = {latin: greek for greek, latin in GREEK_AS_LATIN.items()}
# The letters of the Russian alphabet among those that pass for Latin ones.
RUSSIAN = set("авекмнорстухё")
TWINS = {
    ("Cyrillic", "Latin"): CYRILLIC_AS_LATIN,
    ("Greek", "Latin"): GREEK_AS_LATIN,
    ("Latin", "Cyrillic"): LATIN_AS_CYRILLIC,
    ("Latin", "Greek"): LATIN_AS_GREEK,
}

# One expression for each way over the border between scripts: the search stops at few places.
BORDER = re.compile(
    f"[{LATIN}][{BETWEEN}]*[{CYRILLIC}{GREEK}]|[{CYRILLIC}{GREEK}][{BETWEEN}]*[{LATIN}]"
)
# Longer words are no words; they are looked at in pieces.
WORD = re.compile(f"[{LATIN}{CYRILLIC}{GREEK}{BETWEEN}]{{1,200}}")
LETTERS = re.compile(
    f"(?P<Latin>[{LATIN}])|(?P<Cyrillic>[{CYRILLIC}])|(?P<Greek>[{GREEK}])|[{BETWEEN}]"
)
CYRILLIC_WORD = re.compile(f"[{CYRILLIC}]+")
ONLY_CYRILLIC = re.compile(f"[{CYRILLIC}]")
ANY_LATIN = re.compile(f"[{LATIN}]")
ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})|[ivx]+")
LONGEST_SHOWN = 30


@dataclass(slots=True)
class Stretch:
    """Neighbouring letters of one script in a word, with the places where they stand."""

    script: str
    letters: list[tuple[int, str]]

    def passes_for(self, other: str) -> bool:
        """Tell whether every letter of it looks like one of another script."""
        twins = TWINS.get((self.script, other), {})
        return all(letter in twins for _, letter in self.letters)


def lookalikes(text: str) -> Iterator[tuple[int, str]]:
    """Yield the places of letters that pass for letters of another script, and why they do.

    Args:
        text: any text. Words of a single script are honest; only in a text that has no Cyrillic
            beside, single letters and words of rare letters that pass for Latin are not.
    """
    if not ANY_LATIN.search(text):
        return
    at = 0
    while border := BORDER.search(text, at):
        start = beginning(text, border.start(), at)
        word = WORD.match(text, start)
        at = word.end() if word else border.end()
        yield from in_word(text, start, at)
    yield from whole_words(text)


def beginning(text: str, at: int, lowest: int) -> int:
    """Return where the word begins that a place lies in, at `lowest` at the earliest."""
    while at > lowest and WORD.match(text, at - 1, at):
        at -= 1
    return at


def in_word(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the letters of a word of several scripts that pass for others, with the reasons."""
    stretches: list[Stretch] = []
    for found in LETTERS.finditer(text, start, end):
        script = found.lastgroup
        if script is None:
            continue
        if not stretches or stretches[-1].script != script:
            stretches.append(Stretch(script, []))
        stretches[-1].letters.append((found.start(), found.group()))
    if is_roman(stretches):
        return
    shown = text[start : min(end, start + LONGEST_SHOWN)]
    for stretch, other in false(stretches):
        for place, letter in stretch.letters:
            yield place, reason(stretch.script, other, letter, shown)


def false(stretches: list[Stretch]) -> list[tuple[Stretch, str]]:
    """Return the stretches that pass for the script beside them, each with that script."""
    beside: dict[int, str] = {}
    for (left, one), (right, two) in pairwise(enumerate(stretches)):
        if one.passes_for(two.script):
            beside.setdefault(left, two.script)
        if two.passes_for(one.script):
            beside.setdefault(right, one.script)
    # The letters that have no twin tell the script that the word is in.
    true = {one.script for at, one in enumerate(stretches) if at not in beside}
    if not true:
        counts: dict[str, int] = {}
        for one in stretches:
            counts[one.script] = counts.get(one.script, 0) + len(one.letters)
        true = {max(counts, key=lambda script: (counts[script], script == "Latin", script))}
    return [
        (stretches[at], other)
        for at, other in sorted(beside.items())
        if stretches[at].script not in true
    ]


def is_roman(stretches: list[Stretch]) -> bool:
    """Tell whether a word is a Roman numeral, typed on whatever keyboard."""
    spelled = "".join(
        TWINS[stretch.script, "Latin"].get(letter, "?") if stretch.script != "Latin" else letter
        for stretch in stretches
        for _, letter in stretch.letters
    )
    return ROMAN.fullmatch(spelled) is not None


def whole_words(text: str) -> Iterator[tuple[int, str]]:
    """Yield the letters of whole Cyrillic words that pass for Latin in a Latin text."""
    letters = set(ONLY_CYRILLIC.findall(text))
    if not letters or not letters <= set(CYRILLIC_AS_LATIN):
        return
    for word in CYRILLIC_WORD.finditer(text):
        before = text[max(0, word.start() - 1) : word.start()]
        behind = text[word.end() : word.end() + 1]
        # A part of a word is seen above. Capitals may be an abbreviation, as СССР, and a word in
        # Russian letters may be Russian; a single letter among Latin words is a slip, or a trick.
        own = word.group().isupper() or set(word.group().lower()) <= RUSSIAN
        if ANY_LATIN.match(before) or ANY_LATIN.match(behind) or (own and len(word.group()) > 1):
            continue
        for place, letter in enumerate(word.group(), word.start()):
            yield place, reason("Cyrillic", "Latin", letter, word.group()[:LONGEST_SHOWN])


def reason(script: str, other: str, letter: str, word: str) -> str:
    """Return why a letter is doubtful."""
    twin = TWINS[script, other][letter]
    return f"{script} letter that looks like {other} “{twin}”, in “{word}”"
