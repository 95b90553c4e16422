"""Passages in quotation marks, and the wordings on record that may hold them.

For matching alone texts are folded: Unicode's composed form (NFC), white space, and the shapes of
apostrophes, quotation marks and dashes. What is shown is never touched.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

# What closes what opens a quotation. A closing ’ is no apostrophe: no letter follows it.
MARKS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    '"': '"',
    "‘": "’",
    "‚": "‘’",
    "「": "」",
    "『": "』",
}
# A passage of fewer words is taken for a term. Scripts that part no words count two signs as one.
FEWEST_WORDS = 4

_OPENING = re.compile(f"[{''.join(MARKS)}]")
_CLOSING = {
    opening: re.compile(rf"[{closing}]" + (r"(?!\w)" if "’" in closing else ""))
    for opening, closing in MARKS.items()
}
_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_SHAPES = str.maketrans(
    {**dict.fromkeys("’‘ʼ‚", "'"), **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‐‑–—", "-")}
)
# Where a quotation leaves words out; where it begins or ends in its own words, or changes a letter.
_LEFT_OUT = re.compile(r"[\[(] ?(?:…|\.{3}|\. \. \.) ?[\])]|…|\.{3,}|\. \. \.")
_FRAME = re.compile(r"^\[[^\[\]]*\]|\[[^\[\]]*\]$")
_LETTER = re.compile(r"\[(\w)\]")


def fold(text: str) -> str:
    """Return a text in Unicode's composed form, each stretch of white space one blank."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def shaped(text: str) -> str:
    """Return a text folded, with one shape of apostrophe, quotation mark and dash."""
    return fold(text).translate(_SHAPES)


def passages(text: str) -> Iterator[str]:
    """Give what stands in quotation marks, the outer ones, without the marks."""
    place = 0
    unclosed: set[str] = set()
    while (opening := _OPENING.search(text, place)) is not None:
        place = opening.end()
        mark = opening.group()
        # A straight mark behind a letter or a figure closes something, or tells inches.
        joined = mark == '"' and text[opening.start() - 1 : opening.start()].isalnum()
        if mark in unclosed or joined:
            continue
        closing = _CLOSING[mark].search(text, place)
        if closing is None:
            unclosed.add(mark)
            continue
        yield text[place : closing.start()]
        place = closing.end()


def length(passage: str) -> int:
    """Return of how many words a passage is."""
    return sum(
        max(1, len(word) // 2) if _UNSPACED.match(word) else 1 for word in _WORD.findall(passage)
    )


class WordsOnRecord:
    """Texts in which quotations are looked up."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Fold texts once.

        Args:
            texts: the wordings.
        """
        self._texts = list(dict.fromkeys(shaped(text) for text in texts))
        self._whole = "\n".join(self._texts)
        self._starts = [0, *accumulate(len(text) + 1 for text in self._texts)]

    def hold(self, passage: str) -> bool:
        """Tell whether one of the texts holds a passage word for word.

        Where it does not stand so as a whole, the passage may leave words out (`…`, `[…]`), and
        begin or end with its own words in square brackets. The first letter may be a capital or
        not, and the mark at the end another.
        """
        words = shaped(passage)
        framed = _FRAME.sub("", _LETTER.sub(r"\1", words))
        return any(
            self._hold(parts)
            for parts in ([words], _LEFT_OUT.split(words), _LEFT_OUT.split(framed))
        )

    def _hold(self, parts: Sequence[str]) -> bool:
        told = [part for part in (one.strip(" .,;:!?") for one in parts) if part]
        if length(" ".join(told)) < FEWEST_WORDS:
            return False
        first = told[0][0].swapcase() + told[0][1:]
        return self._in_order(told) or self._in_order([first, *told[1:]])

    def _in_order(self, parts: Sequence[str]) -> bool:
        """Tell whether one text holds all parts, one behind the other."""
        longest = max(parts, key=len)
        place = self._whole.find(longest)
        while place >= 0:
            number = bisect_right(self._starts, place) - 1
            if _follow(parts, self._texts[number]):
                return True
            place = self._whole.find(longest, self._starts[number + 1])
        return False


def _follow(parts: Sequence[str], text: str) -> bool:
    """Tell whether a text holds parts in their order, each from word to word."""
    place = 0
    for part in parts:
        place = find(text, part, place)
        if place < 0:
            return False
        place += len(part)
    return True


def find(text: str, part: str, start: int = 0) -> int:
    """Return where a text holds a part that begins and ends between words, -1 where it does not.

    Args:
        text: the text.
        part: what is looked for; not empty.
        start: where to begin.
    """
    place = text.find(part, start)
    while place >= 0:
        end = place + len(part)
        before, behind = text[place - 1 : place + 1] if place else "", text[end - 1 : end + 1]
        if not (_one_word(before) or _one_word(behind)):
            return place
        place = text.find(part, place + 1)
    return -1


def _one_word(pair: str) -> bool:
    """Tell whether two signs beside each other belong to one word."""
    return len(pair) == 2 and pair.isalnum() and not _UNSPACED.search(pair)
