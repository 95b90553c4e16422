"""The number that a paragraph or point of a provision begins with: `1.`, `(2a)`, `(iv)`."""

from __future__ import annotations

import re

LONGEST_BARE = 20
_LABEL = re.compile(
    r"[\s\u00a0\"'“‘«\[]{0,6}"
    r"(?:\(\s{0,2}(\d{1,3}\s?[a-z]{0,2}|[a-z]{1,2}|[ivxl]{1,6})\s{0,2}\)"
    r"|(\d{1,3}\s?[a-z]{0,2})[.)](?!\d)"
    r"|([a-z]{1,2}|[ivxl]{1,6})\)"
    r"|([a-z]|[ivxl]{1,5})\.(?=[\s\u00a0]))"
    r"(?=[\s\u00a0\[“‘«\"']|[^\W\d_]|$)"
)
_NUMBERS = re.compile(
    r"[\W_]{0,9}(?:(?:\d{1,3}[a-z]?|[a-z]{1,2}|[ivxl]{1,6})[\W_]{1,4}){0,3}[\W_]{0,9}"
)


def is_bare(text: str) -> bool:
    """Tell whether a text is nothing but numbers of provisions: `(d)`, `4. 6.`, nothing at all."""
    return len(text) <= LONGEST_BARE and _NUMBERS.fullmatch(f"{text} ") is not None


def label_of(text: str) -> str:
    """Return the number that a line begins with, without its brackets; empty when it has none."""
    found = _LABEL.match(text)
    if found is None:
        return ""
    value = next(group for group in found.groups() if group)
    return re.sub(r"\s", "", value)
