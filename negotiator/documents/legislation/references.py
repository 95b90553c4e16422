"""Printed references, composed from the numbers of units: `Article 4(2)(a)`."""

from __future__ import annotations

import re

from negotiator.documents.legislation.elements import ANNEXES, DIVISIONS, WITHIN

# A number without a word: `4`, `4.`, `(2)`, `(2a)`, `a)`, `IV.`, `4.2`, `3-1`.
BARE = re.compile(r"\(?([0-9A-Za-z]{1,8}(?:[.-][0-9A-Za-z]{1,4}){0,4})[.)]{0,2}")


def reference(unit: str, number: str, within: str, annex: str) -> str:
    """Return the printed reference of a unit.

    Args:
        unit: what kind of unit it is.
        number: its number as printed; may be empty.
        within: the reference of the unit that holds it.
        annex: the reference of the annex that it stands in, empty in the document itself.
    """
    if unit in ANNEXES:
        return annex
    bare = BARE.fullmatch(number.strip())
    core = bare[1] if bare else ""
    printed = number.strip().rstrip(".")
    before = f"{annex}, " if annex else ""
    if unit in WITHIN:
        return _within(core, printed, within) if within else before + (core or "")
    if not printed:
        return within
    word = DIVISIONS.get(unit, "Recital" if unit == "recital" else "")
    return before + (f"{word} {core}" if core and word else printed)


def _within(core: str, printed: str, within: str) -> str:
    if not core:
        # A dash or nothing: the unit is cited by the one that holds it.
        return f"{within}, {printed}" if any(one.isalnum() for one in printed) else within
    first = core.split(".")[0]
    if "." in core and within.split(" ")[-1] == first:
        # `4.2` repeats the number of its article.
        return within[: -len(first)] + core
    return f"{within}({core})"
