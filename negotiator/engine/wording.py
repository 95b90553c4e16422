"""Two texts become spans kept, added and removed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel, Levenshtein

from negotiator.model import Clause, Wording


class SpanKind(StrEnum):
    """What a redline says of a stretch of text."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text with one fate; joined, kept and added spans give the new text exactly."""

    kind: SpanKind
    text: str


# A word or number, a run of white space, or one other character; joined, they give the text back.
TOKEN = re.compile(r"\w+|\s+|[^\w\s]")

# A stretch kept between two changes is worth showing as kept from this many words on, or when it
# holds a word longer than these: "of the", kept between two changes, only makes confetti.
WORDS_OF_AN_ISLAND = 3
LETTERS_OF_A_SMALL_WORD = 3
NEGATIONS = frozenset({"no", "not", "nor", "non", "ne", "pas", "не", "ни", "sin", "nie"})

# The minimal edit script takes memory by the square of the length; above this many tokens the
# one of Levenshtein, which marks a little more, is taken instead.
LONGEST_MINIMAL = 40_000


def redline(old: str, new: str) -> tuple[Span, ...]:
    """Return how one text becomes another, word by word.

    Removed stands before added; small words kept between two changes are marked with them.
    Kept and removed spans joined give `old`, kept and added ones `new`, to the character.

    The edit script is the minimal one of insertions and deletions (longest common subsequence of
    words; Hyyrö 2004, as rapidfuzz implements it).
    """
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    codes: dict[str, int] = {}
    left = [codes.setdefault(token, len(codes)) for token in before]
    right = [codes.setdefault(token, len(codes)) for token in after]
    distance = Levenshtein if max(len(left), len(right)) > LONGEST_MINIMAL else Indel
    steps = [
        (tag == "equal", before[old_start:old_end], after[new_start:new_end])
        for tag, old_start, old_end, new_start, new_end in distance.opcodes(left, right)
    ]
    return tuple(_spans(_without_islands(steps)))


Step = tuple[bool, Sequence[str], Sequence[str]]


def _without_islands(steps: Sequence[Step]) -> Iterator[Step]:
    """Mark small kept stretches between two changes as changed, and join what then meets."""
    removed: list[str] = []
    added: list[str] = []
    for index, (kept, old, new) in enumerate(steps):
        inner = 0 < index < len(steps) - 1
        if not kept or (inner and _is_island(old)):
            removed += old
            added += new
            continue
        if removed or added:
            yield False, removed, added
            removed, added = [], []
        yield True, old, new
    if removed or added:
        yield False, removed, added


def _is_island(tokens: Sequence[str]) -> bool:
    words = [token for token in tokens if token[0].isalnum()]
    return len(words) <= WORDS_OF_AN_ISLAND and all(
        len(word) <= LETTERS_OF_A_SMALL_WORD
        and not word.isdigit()
        and word.casefold() not in NEGATIONS
        for word in words
    )


def _spans(steps: Iterator[Step]) -> Iterator[Span]:
    for kept, old, new in steps:
        if kept:
            yield Span(SpanKind.KEPT, "".join(old))
            continue
        if old:
            yield Span(SpanKind.REMOVED, "".join(old))
        if new:
            yield Span(SpanKind.ADDED, "".join(new))


def amendment(clause: Clause) -> tuple[Span, ...] | None:
    """Return the redline from the text that a clause amends to the one that it proposes.

    None where it amends none, and where its words are not the document's own.
    """
    if clause.base_text is None or clause.wording is not Wording.VERBATIM:
        return None
    return redline(clause.base_text, clause.text)


def editorial(old: str, new: str) -> bool:
    """Tell whether two texts differ in nothing but punctuation, case and white space."""
    return old != new and bare(old) == bare(new)


def bare(text: str) -> tuple[str, ...]:
    """Return the words of a text, without case, punctuation and white space."""
    plain = unicodedata.normalize("NFC", text).casefold()
    return tuple(token for token in TOKEN.findall(plain) if token[0].isalnum())
