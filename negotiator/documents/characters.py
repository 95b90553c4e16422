"""Characters that a reader of the page cannot see or takes for others: kept, and told of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from negotiator.documents.extract import Piece
from negotiator.documents.scripts import lookalikes

BIDIRECTIONAL = "\u202a-\u202e\u2066-\u2069"
MARKS = "\u061c\u200e\u200f"
JOINERS = "\u200c\u200d"
SELECTORS = "\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
INVISIBLE = (
    f"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
    f"\ufff9-\ufffb\U000110bd\U0001bca0-\U0001bca3\U0001d173-\U0001d17a{JOINERS}{MARKS}{SELECTORS}"
)
TAGS = "\U000e0000-\U000e007f"
CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029"
PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
DAMAGED = "\ufffc\ufffd\ud800-\udfff"
NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
)

# Why a character is doubtful, by the class that it is in; the first that holds it counts.
CLASSES = {
    "turns the direction of writing": re.compile(f"[{BIDIRECTIONAL}]"),
    "invisible tag": re.compile(f"[{TAGS}]"),
    "invisible": re.compile(f"[{INVISIBLE}]"),
    "control character": re.compile(f"[{CONTROL}]"),
    "private use, without a meaning of its own": re.compile(f"[{PRIVATE}]"),
    "no character": re.compile(f"[{NONCHARACTERS}]"),
    "stands for what is lost": re.compile(f"[{DAMAGED}]"),
}
DOUBTFUL = re.compile(
    f"[{BIDIRECTIONAL}{TAGS}{INVISIBLE}{CONTROL}{PRIVATE}{NONCHARACTERS}{DAMAGED}]"
)
# Most texts are in the Basic Multilingual Plane alone, where the search is many times as fast.
BEYOND = re.compile("[\U00010000-\U0010ffff]")
DOUBTFUL_IN_PLANE = re.compile(
    re.sub(f"{BEYOND.pattern}(?:-{BEYOND.pattern})?", "", DOUBTFUL.pattern)
)
# These are part of the spelling in some places.
AT_TIMES_NEEDED = re.compile(f"[{JOINERS}{MARKS}{SELECTORS}]")
# These scripts cannot be written without joiners: Arabic, Syriac and the like, those of India,
# Mongolian, Khmer.
JOINING = re.compile("[\u0600-\u08ff\u0900-\u0dff\u1780-\u18af\ufb50-\ufdcf\ufe70-\ufefc]")
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")

# More kinds of doubtful characters than this are told of in one sentence.
MOST_WARNINGS = 12
# What several clauses may have from one place of the document.
SHARED = ("heading", "justification")
FIELDS = {
    "text": "the text",
    "base_text": "the text to be changed",
    "heading": "the heading",
    "reference": "the reference",
    "justification": "the justification",
}


def doubtful(text: str) -> tuple[tuple[int, str, str], ...]:
    """Return the characters of a text that a person should look at.

    These are invisible characters, such as turn the direction of writing, control characters
    (tabs and line ends apart), such as have no meaning, and letters of one script that pass for
    letters of another. What a script cannot be written without is none of them: joiners in
    Persian and Hindi, marks of direction beside Arabic and Hebrew, selectors behind a symbol.

    Args:
        text: any text; it is not changed.

    Returns:
        The place of each, counted from 0, its code as `U+200B`, and why, in order.
    """
    search = DOUBTFUL if BEYOND.search(text) else DOUBTFUL_IN_PLANE
    found = [
        (match.start(), *described(match.group()))
        for match in search.finditer(text)
        if not is_needed(text, match.start())
    ]
    if not text.isascii():
        found += [(at, code(text[at]), why) for at, why in lookalikes(text)]
        found.sort()
    return tuple(found)


def is_needed(text: str, at: int) -> bool:
    """Tell whether an invisible character is part of the spelling where it stands."""
    one = text[at]
    if not AT_TIMES_NEEDED.match(one):
        return False
    before, behind = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    if one in "\u200c\u200d":
        emoji = one == "\u200d" and (before == "\ufe0f" or is_symbol(before)) and is_symbol(behind)
        return emoji or bool(JOINING.match(before))
    if one in MARKS:
        near = text[max(0, at - 64) : at + 65]
        return RIGHT_TO_LEFT.search(near) is not None
    if "\ufe00" <= one <= "\ufe0f" or "\U000e0100" <= one <= "\U000e01ef":
        return is_symbol(before) or "\u2e80" <= before <= "\u9fff" or before >= "\U00020000"
    return "\u1800" <= before <= "\u18af"


def is_symbol(one: str) -> bool:
    """Tell whether a character is a symbol or a sign, as emoji are."""
    return one != "" and unicodedata.category(one)[0] in "SP"


def code(one: str) -> str:
    """Return the number of a character as Unicode writes it."""
    return f"U+{ord(one):04X}"


@cache
def described(one: str) -> tuple[str, str]:
    """Return the number of a doubtful character, and why it is doubtful, with its name."""
    why = next((why for why, found in CLASSES.items() if found.match(one)), "not assigned")
    name = unicodedata.name(one, "").lower()
    return code(one), f"{why}: {name}" if name else why


@dataclass(slots=True)
class Sighting:
    """A kind of doubtful character: where it stands first, how often, in how many clauses."""

    why: str
    first: str
    times: int = 0
    clauses: int = 0


def warnings_of(pieces: Iterable[Piece]) -> tuple[str, ...]:
    """Return a sentence for each doubtful character in the clauses of a document.

    Args:
        pieces: the clauses, in reading order. A heading that many share counts once.
    """
    sightings: dict[str, Sighting] = {}
    seen: set[str] = set()
    for piece in pieces:
        here: set[str] = set()
        for field, text in texts(piece):
            if field in SHARED and text in seen:
                continue
            seen.add(text)
            for at, number, why in doubtful(text):
                where = place(piece, field, at)
                sighting = sightings.setdefault(number, Sighting(why, where))
                sighting.times += 1
                if number not in here:
                    here.add(number)
                    sighting.clauses += 1
    told = [sentence(number, sighting) for number, sighting in sightings.items()]
    if len(told) <= MOST_WARNINGS:
        return tuple(told)
    rest = list(sightings)[MOST_WARNINGS:]
    times = sum(sightings[number].times for number in rest)
    more = f"{len(rest)} more kinds of doubtful characters stand in the document, {times} in all"
    return (*told[:MOST_WARNINGS], more)


def texts(piece: Piece) -> Iterator[tuple[str, str]]:
    """Yield the fields of a clause that hold wording, each with its text."""
    for field in FIELDS:
        text = getattr(piece, field)
        if text:
            yield field, text


def place(piece: Piece, field: str, at: int) -> str:
    """Return where a character stands: the clause, the page, the field and the character."""
    page = f" on page {piece.page}" if piece.page else ""
    clause = piece.reference if field != "reference" and piece.reference else piece.id
    return f"clause {clause}{page}, character {at + 1} of {FIELDS[field]}"


def sentence(number: str, sighting: Sighting) -> str:
    """Return the warning for a kind of doubtful character."""
    what = f"{number} ({sighting.why})"
    if sighting.times == 1:
        return f"{what} stands in {sighting.first}"
    clauses = f" in {sighting.clauses} clauses" if sighting.clauses > 1 else ""
    return f"{what} stands {sighting.times} times{clauses}, first in {sighting.first}"
