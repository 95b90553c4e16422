"""Holds the words that two engines find on each page against each other."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

# The share of the words of a page by which the engines may differ.
TOLERATED = 0.05
WORD = re.compile(r"\w+")
HYPHENATED = re.compile(r"[-\u2010\u00ad\x02\ufffe]\s*[\r\n]+\s*")


def difference(one: str, other: str) -> float:
    """Return the share of words by which two readings of a page differ, 0 to 1.

    Words count without case and in compatibility form, ligatures as letters; where both readings
    have the same letters in the same order they are the same, however they are spaced.
    """
    if _letters(one) == _letters(other):
        return 0.0
    first, second = _words(one), _words(other)
    total = max(first.total(), second.total())
    if not total:
        return 0.0
    return 1.0 - (first & second).total() / total


def _letters(text: str) -> str:
    return "".join(text.split())


def _words(text: str) -> Counter[str]:
    joined = HYPHENATED.sub("", text)
    return Counter(WORD.findall(unicodedata.normalize("NFKC", joined).casefold()))


def warnings(differences: dict[int, float], unread: list[int]) -> list[str]:
    """Return what a person should know of the pages on which the engines differ.

    Args:
        differences: the share of words, by page.
        unread: pages that the second engine could not read.
    """
    found: list[str] = []
    apart = {page: share for page, share in differences.items() if share > TOLERATED}
    if apart:
        worst = max(apart.values())
        found.append(
            f"{pages(sorted(apart))}: two engines disagree on up to {worst:.0%} of the words;"
            " the reading of pdfium was taken; compare with the page"
        )
    if unread:
        found.append(f"{pages(unread)}: could be read by one engine only; compare with the page")
    return found


def pages(numbers: list[int], most: int = 20) -> str:
    """Return page numbers as words: `page 3`, `pages 3, 7`."""
    if len(numbers) == 1:
        return f"page {numbers[0]}"
    shown = ", ".join(map(str, numbers[:most]))
    more = f" and {len(numbers) - most} more" if len(numbers) > most else ""
    return f"pages {shown}{more}"
