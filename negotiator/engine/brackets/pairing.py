"""Which opening bracket belongs to which closing one, over all clauses of an article.

A stack for each article, as a typesetter would count: a closing bracket closes the last one that
is open; what is open at the end never closes; what closes when nothing is open is stray. Every
open bracket counts for the depth of those inside it, also one that never closes.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from negotiator.engine.brackets.attribution import before

# Square, full-width square, black lenticular and tortoise-shell brackets pair with one another.
OPENING = "[［【〔"
CLOSING = "]］】〕"

_SQUARE = re.compile(f"[{re.escape(OPENING + CLOSING)}]")
_OPEN = frozenset(OPENING + "{")
_BRACE = re.compile(r"[{}]")
_ROUND = re.compile(r"[()]")
# The parenthesis behind an enumerator, `(a)` or `iv)`, closes nothing.
_ENUMERATOR = re.compile(r"(?:^|[\s(])\w{1,4}$")

NONE = -1


@dataclass(frozen=True, slots=True)
class Pairing:
    """The brackets of an article in order, each with its partner.

    Args:
        positions: the offset of each bracket in its clause.
        partners: the number of the bracket that it pairs with, -1 for none.
        depths: how many brackets are open there, itself included; 1 is outermost.
        opens: 1 for an opening bracket, 0 for a closing one.
        firsts: for each clause the number of its first bracket, and at the end their count.
    """

    positions: Sequence[int]
    partners: Sequence[int]
    depths: Sequence[int]
    opens: Sequence[int]
    firsts: Sequence[int]

    def stop(self, number: int, clause: int, text: str) -> int:
        """Return where the next bracket of the clause stands, or the clause ends."""
        following = number + 1
        return self.positions[following] if following < self.firsts[clause + 1] else len(text)


def pair(texts: Sequence[str], own: Collection[str]) -> Pairing:
    """Pair the brackets of the clauses of one article.

    Curly brackets count where they are attributed, `{EU: …}`. A parenthesis closes an attributed
    bracket that would never close otherwise, `[NZ: authorities)`: a slip of scanned texts.

    Args:
        texts: the clauses, in order.
        own: codes and names of the negotiation's parties.
    """
    braces = [_braces(text, own) if "{" in text else {} for text in texts]
    pairing = _pair(texts, braces)
    slips = [_slips(text, clause, pairing, own) for clause, text in enumerate(texts)]
    if not any(slips):
        return pairing
    return _pair(texts, [a | b for a, b in zip(braces, slips, strict=True)])


def _pair(texts: Sequence[str], others: Sequence[dict[int, str]]) -> Pairing:
    """Pair brackets by a stack; `others` are further ones by their place: `[`, `]`, `{`, `}`."""
    positions, partners, depths, firsts = array("q"), array("q"), array("q"), array("q")
    opens = bytearray()
    square: list[int] = []
    curly: list[int] = []
    number = 0
    for text, more in zip(texts, others, strict=True):
        firsts.append(number)
        marks: Iterable[int] = (match.start() for match in _SQUARE.finditer(text))
        for place in sorted([*marks, *more]) if more else marks:
            mark = more.get(place, text[place])
            stack = curly if mark in "{}" else square
            positions.append(place)
            if mark in _OPEN:
                stack.append(number)
                opens.append(1)
                partners.append(NONE)
                depths.append(len(square) + len(curly))
            elif stack:
                partner = stack.pop()
                opens.append(0)
                partners[partner] = number
                partners.append(partner)
                # One depth for both halves, also where curly and square ones overlap.
                depths.append(depths[partner])
            else:
                opens.append(0)
                partners.append(NONE)
                depths.append(len(square) + len(curly) + 1)
            number += 1
    firsts.append(number)
    return Pairing(positions, partners, depths, opens, firsts)


def _braces(text: str, own: Collection[str]) -> dict[int, str]:
    """Return the places of the curly brackets that are attributed, and of those closing them."""
    marks = [match.start() for match in _BRACE.finditer(text)]
    found: dict[int, str] = {}
    stack: list[tuple[int, bool]] = []
    for index, place in enumerate(marks):
        if text[place] == "{":
            stop = marks[index + 1] if index + 1 < len(marks) else len(text)
            square = _SQUARE.search(text, place + 1, stop)
            head = before(text, place + 1, square.start() if square else stop, own)
            stack.append((place, head is not None))
        elif stack:
            start, attributed = stack.pop()
            if attributed:
                found[start], found[place] = "{", "}"
    found.update({start: "{" for start, attributed in stack if attributed})
    return found


def _slips(text: str, clause: int, pairing: Pairing, own: Collection[str]) -> dict[int, str]:
    """Return the places of parentheses that stand for a closing bracket."""
    found: dict[int, str] = {}
    if ")" not in text:
        return found
    for number in range(pairing.firsts[clause], pairing.firsts[clause + 1]):
        if not pairing.opens[number] or pairing.partners[number] != NONE:
            continue
        start = pairing.positions[number] + 1
        stop = pairing.stop(number, clause, text)
        head = before(text, start, stop, own)
        if head is None:
            continue
        inside = 0
        for match in _ROUND.finditer(text, head.start, stop):
            if match[0] == "(":
                inside += 1
            elif inside:
                inside -= 1
            elif not _ENUMERATOR.search(text, max(start, match.start() - 6), match.start()):
                found[match.start()] = "]"
                break
    return found
