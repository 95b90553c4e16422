"""Who wants the wording in a bracket and who does not, as the bracket itself says.

Drafts print it before the wording (`[EU/CAN: …]`, `[US propose; JP oppose: …]`, `[2. EU/NZ: …]`,
`[NZ/Can. …]`), after it (`[… - US; G77 delete]`, `[… (EU, Norway)]`, `[…] (EU)`) or instead of it
(`[US reserve]`). What is taken for a party and what is not is said in `parties`. A party that
reserves its position, or is still considering, neither supports nor opposes.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from negotiator.engine.brackets.parties import Listed, listed

# How far an attribution may reach, in characters, and how many dashes are looked at.
REACH = 320
DASHES = 6

# Words that an abbreviation passes over.
_SMALL = frozenset(("of", "and", "the", "for", "in"))

_NUMBER = re.compile(
    r"(?:\(?[0-9A-Za-z]{1,4}\)"
    r"|(?:[A-Z]{1,2}\.)?\d{1,3}(?:\.\d{1,3}){0,3}\.?(?: ?(?:bis|ter|quater))?\.?)\s+"
)
# A footnote mark may be glued to the colon; a number after a blank is the wording's.
_AFTER_COLON = re.compile(r"(?:\d{1,3}(?=\s))?\s*")
_DASH = re.compile(r"\s[-–—]+\s?|[-–—]+\s")
_IN_PARENTHESES = re.compile(r"\s?\(([^()]{1,200})\)[\s.]*$")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who stands where on a wording, and which part of the text is that wording.

    Args:
        supports: parties that propose, support or want to keep it.
        opposes: parties that oppose it or want it deleted.
        reserves: parties that have reserved, or are still considering.
        start: where the wording begins, an offset in the text.
        end: where it ends.
    """

    supports: tuple[str, ...]
    opposes: tuple[str, ...]
    reserves: tuple[str, ...]
    start: int
    end: int


def before(text: str, start: int, stop: int, own: Collection[str]) -> Attribution | None:
    """Return the attribution at the head of a bracket, or None when there is none.

    Args:
        text: the clause.
        start: offset after the opening bracket.
        stop: offset of the next bracket, or the end of the clause: a head holds no bracket.
        own: codes and names of the negotiation's parties.
    """
    head = text[start : min(stop, start + REACH)]
    if ":" not in head and "：" not in head and "." not in head:
        return None
    lead = len(head) - len(head.lstrip(' \t\n*_“"'))
    number = _NUMBER.match(head, lead)
    for begin in (lead, number.end()) if number else (lead,):
        colon = _first(head, begin, ":：")
        if colon >= 0 and (said := listed(head[begin:colon], own)) and _holds(said):
            glued = _AFTER_COLON.match(head, colon + 1)
            return _attribution(said, start + (glued.end() if glued else colon + 1), stop)
        point = _sentence_end(head, begin)
        if point >= 0 and (said := listed(head[begin:point], own)) and _sure(said):
            blank = len(head[point + 1 :]) - len(head[point + 1 :].lstrip())
            return _attribution(said, start + point + 1 + blank, stop)
    return None


def after(text: str, start: int, end: int, own: Collection[str]) -> Attribution | None:
    """Return the attribution at the tail of a wording, or None when there is none.

    Args:
        text: the clause.
        start: where the wording begins; nothing before it is looked at.
        end: where it ends: offset of the closing bracket, of a slash …
        own: codes and names of the negotiation's parties.
    """
    begin = max(start, end - REACH)
    tail = text[begin:end]
    if not tail:
        return None
    parenthesis = _IN_PARENTHESES.search(tail)
    if parenthesis:
        said = listed(parenthesis[1], own)
        if said and not said.shaped:
            spelled = _spells(tail[: parenthesis.start()], parenthesis[1])
            if not spelled or said.verbs or said.parties > 1:
                return _attribution(said, start, begin + parenthesis.start())
    for dash in list(_DASH.finditer(tail))[-DASHES:]:
        said = listed(tail[dash.end() :], own)
        if said and not said.shaped:
            return _attribution(said, start, begin + dash.start())
    return None


def instead(text: str, start: int, end: int, own: Collection[str]) -> Attribution | None:
    """Return the attribution that is all there is in a bracket, as in `[US reserve]`."""
    if end - start > REACH // 2 or not text[start:end].lstrip()[:1].isupper():
        return None
    said = listed(text[start:end], own)
    if said and said.verbs and not said.shaped:
        return _attribution(said, end, end)
    return None


def behind(text: str, start: int, end: int, inner: str, own: Collection[str]) -> Attribution | None:
    """Return the attribution in parentheses right behind a closing bracket, as in `[…] (EU)`.

    Args:
        text: the clause.
        start: offset behind the closing bracket.
        end: offset of the next bracket.
        inner: the end of the wording in the bracket.
        own: codes and names of the negotiation's parties.
    """
    if text[start : start + 2].lstrip(" ")[:1] != "(":
        return None
    close = text.find(")", start, min(end, start + REACH))
    if close < 0:
        return None
    inside = text[text.index("(", start) + 1 : close]
    said = listed(inside, own)
    if said and not said.shaped and not _spells(inner, inside):
        return _attribution(said, start, start)
    return None


def _attribution(said: Listed, start: int, end: int) -> Attribution:
    return Attribution(
        tuple(dict.fromkeys(said.supports)),
        tuple(dict.fromkeys(said.opposes)),
        tuple(dict.fromkeys(said.reserves)),
        start,
        end,
    )


def _holds(found: Listed) -> bool:
    """Tell whether a list before a colon is one of parties."""
    return found.known > 0 or all(code[:2].isupper() for code in found.shaped)


def _sure(found: Listed) -> bool:
    """Tell whether a list before a full stop is one of parties: a sentence may end there, too."""
    return found.known > 0 and (found.verbs or found.parties > 1)


def _spells(before: str, code: str) -> bool:
    """Tell whether the words before a code in parentheses are what the code is short for."""
    letters = code.strip().removesuffix("s").casefold()
    words = [w for w in re.findall(r"\w+", before[-200:].casefold()) if w not in _SMALL]
    return bool(letters) and "".join(word[0] for word in words[-len(letters) :]) == letters


def _first(text: str, start: int, marks: str) -> int:
    places = [place for mark in marks if (place := text.find(mark, start)) >= 0]
    return min(places, default=-1)


def _sentence_end(text: str, start: int) -> int:
    """Return where the first full stop followed by a blank stands, -1 when there is none."""
    point = text.find(". ", start)
    line = text.find(".\n", start)
    return min((place for place in (point, line) if place >= 0), default=-1)
