"""What a phrase or a clause says is held back: “every other offer”, “trade chapter”, “talks”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from negotiator.engine.drafting.statement import lowered
from negotiator.engine.linkage.words import (
    GATE,
    GENERAL,
    HANGS,
    INDEPENDENT,
    ITSELF,
    ONLY,
    POINTED_AT,
    UNTIL,
    says,
)

# As much of a clause is searched, and a phrase of a reading is not longer.
LONGEST = 4_000

_AFTER = re.compile(rf"(?:{GATE})(?P<held>.*)", re.DOTALL)
_GATED = re.compile(r"\bgated\b|\bpre-?(?:condition|requisite)s?\s?:")
_NO = r"(?:no|nothing|none|rien|nichts|kein\w{0,2}|nada|ничего)\b"
_HARD = re.compile(
    rf"^(?P<held>{_NO}[^;:]{{0,120}}?)\b(?:{UNTIL})\b|^(?P<only>[^;:]{{1,120}}?)\b(?:{ONLY})\b"
)
_SOFT = re.compile(
    rf"^(?P<held>[^;:]{{1,120}}?)\b(?:(?:{HANGS})(?P<at>{POINTED_AT})?|{UNTIL}|{ONLY})"
    r"(?!\w)"
)
_DENIED = re.compile(r"(?:\b(?:not|never|nor|neither|no longer)|n['’]t)\b(?:\s\w{1,20}){0,3}\s$")
_WORD = r"[^\W\d_]"
_TALKS = "|".join(sorted(GENERAL - {"whole", "rest", "step", "steps", "move", "moves", "offer"}))
_ABOUT_TALKS = rf"(?<!\w)(?P<held>(?:[^\W_]{{1,20}} ){{0,2}}(?:{_TALKS}))(?!\w)"
_TEXT_NO = re.compile(rf"(?<!\w)(?P<held>{_NO}[^.;:]{{0,80}}?)\b(?:{UNTIL})\b")
_TEXT_ONLY = re.compile(rf"{_ABOUT_TALKS}[^.;:]{{0,60}}?\b(?:{ONLY}|as long as)\b")
_TEXT_ESSENTIAL = re.compile(
    r"\b(?:essential|indispensable|imperative|vital|pre-?condition|pre-?requisite|condition|"
    r"sine qua non) (?:to|for|of) "
    rf"(?P<held>(?:[^\W_]{{1,20}} ){{0,3}}?(?:{_TALKS}))(?!\w)"
)
_TEXT_HANGS = re.compile(rf"{_ABOUT_TALKS}[^.;:]{{0,40}}?\b(?:{HANGS})(?!{POINTED_AT})")


@dataclass(frozen=True, slots=True)
class Held:
    """What has to wait, and for what, in small letters; `until` is empty where that is not said."""

    what: str
    until: str = ""


def gated(phrase: str) -> Held | None:
    """Return what a phrase says the clause is a gate on; None where it says no such thing."""
    small = lowered(phrase)
    if _GATED.search(small):
        return None
    found = _AFTER.search(small)
    if found is None:
        return None
    # "Gate on finance: controls first."
    what, _, until = found["held"].partition(":")
    return Held(what, until)


def held_by_phrase(phrase: str, *, condition: bool) -> Held | None:
    """Return what a phrase of a reading says has to wait, None where it does not say.

    Args:
        phrase: of a reading.
        condition: True where the clause is read as a condition, which allows softer words: of a
            demand, “the deal hangs on it” says only that it matters.
    """
    small = lowered(phrase)[:LONGEST]
    found = _HARD.search(small)
    if found:
        return _named(found["held"] or found["only"], small[found.end() :])
    found = _SOFT.search(small)
    if found is None or (found["at"] and not condition):
        return None
    if not condition and not re.search(rf"(?:{HANGS})\s*$", small[: found.end()]):
        return None
    return _named(found["held"], small[found.end() :])


def points_at(phrase: str) -> bool:
    """Tell whether a phrase says that something else hangs on the clause: “talks depend on it”."""
    found = _SOFT.search(lowered(phrase)[:LONGEST])
    return found is not None and found["at"] is not None


def held_by_text(text: str, *, condition: bool) -> str | None:
    """Return what a clause says of the talks has to wait, None where it does not say."""
    small = lowered(text[:LONGEST])
    patterns = [_TEXT_NO, _TEXT_ONLY]
    if condition:
        patterns += [_TEXT_ESSENTIAL, _TEXT_HANGS]
    for pattern in patterns:
        for found in pattern.finditer(small):
            held = found["held"]
            if _DENIED.search(small, 0, found.start()) or says(INDEPENDENT, found.group()):
                continue
            itself = ITSELF.search(small, max(0, found.start() - 12), found.end())
            if itself is None and any(word in GENERAL for word in words_of(held)):
                return held
    return None


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters, without those with digits."""
    return re.findall(rf"{_WORD}{{1,40}}(?:-{_WORD}{{1,40}}){{0,3}}", lowered(text))


def _named(held: str, until: str) -> Held | None:
    return Held(held, until) if words_of(held) else None
