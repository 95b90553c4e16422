"""Which brackets compete: those that stand side by side, as the wordings of one unit.

Brackets that touch or have a slash between them are competing wordings of one unit:
`[shall][should]`, `[a] / [b]`. With only blanks between them they may as well follow each other,
`[Parties] [should]`: they compete when both are attributed, differently, or when they are words
of obligation, or begin or end with the same word (`[below 2 °C] [below 1.5 °C]`); one that goes
on with a comma, `and` or `or` never does (`[civil] [or administrative]`).

Nothing is taken to compete that no drafter would table: more than `MOST` wordings, or wordings
nested deeper than `DEEPEST`. That also bounds what a hostile text can make of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from negotiator.engine.brackets.attribution import Attribution
from negotiator.engine.brackets.pairing import Pairing
from negotiator.engine.brackets.readings import DEEPEST, MOST, Reading

_CONTINUES = re.compile(r"[,;:.)]|(?:and|or)\b", re.IGNORECASE)
_OBLIGING = frozenset("shall should will would may must might can could other ought".split())


def competing(
    texts: Sequence[str], pairing: Pairing, found: Mapping[int, Reading]
) -> dict[int, tuple[str, ...]]:
    """Return the competing wordings of brackets side by side, by the number of each opening one.

    Args:
        texts: the clauses.
        pairing: their brackets.
        found: what the brackets say of themselves.
    """
    groups: dict[int, tuple[str, ...]] = {}
    for clause, text in enumerate(texts):
        first, last = pairing.firsts[clause], pairing.firsts[clause + 1]
        passed: set[int] = set()
        for number in range(first, last):
            close = pairing.partners[number]
            if not number < close < last - 1 or not pairing.opens[close + 1] or number in passed:
                continue
            row = _row(text, number, last, pairing, found)
            passed.update(one for one, _ in row[1:])
            if 1 < len(row) <= MOST:
                shared = tuple(wording for _, wording in row)
                groups.update((one, shared) for one, _ in row)
    return groups


def _row(
    text: str, number: int, last: int, pairing: Pairing, found: Mapping[int, Reading]
) -> list[tuple[int, str]]:
    """Return the brackets that stand side by side from one on, each with its wording."""
    row: list[tuple[int, str]] = []
    if pairing.depths[number] > DEEPEST:
        return row
    before_it: Attribution | None = None
    joined = True
    while number < last and pairing.opens[number] and number < pairing.partners[number] < last:
        close = pairing.partners[number]
        start, end = pairing.positions[number] + 1, pairing.positions[close]
        said = found[number].said if number in found else None
        wording = text[said.start : said.end].strip() if said else text[start:end].strip()
        if not wording or not (joined or _rivals(row[-1][1], before_it, wording, said)):
            break
        row.append((number, wording))
        number = close + 1
        if number >= last or pairing.positions[number] - end > 8:
            break
        gap = text[end + 1 : pairing.positions[number]].strip(" \t\u00a0\u202f")
        if gap not in ("", "/"):
            break
        joined = gap == "/" or pairing.positions[number] == end + 1
        before_it = said
    return row


def _rivals(
    one: str, said_of_one: Attribution | None, other: str, said_of_other: Attribution | None
) -> bool:
    """Tell whether wordings with blanks between them compete, and do not follow each other."""
    if _CONTINUES.match(other):
        return False
    if said_of_one and said_of_other:
        return _stances(said_of_one) != _stances(said_of_other)
    left, right = one.casefold().split(), other.casefold().split()
    if len(left) == len(right) == 1:
        return left != right and {left[0], right[0]} <= _OBLIGING
    return left != right and (left[0] == right[0] or left[-1] == right[-1])


def _stances(said: Attribution) -> tuple[tuple[str, ...], ...]:
    return said.supports, said.opposes, said.reserves
