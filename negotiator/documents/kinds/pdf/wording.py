"""Puts the lines of a paragraph together to runs of text, words divided at line ends joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from negotiator.documents.kinds.pdf.shapes import Line
from negotiator.documents.manuscript import Mark, Run

SOFT = "\u00ad"
HYPHENS = ("-", SOFT, "\u2010")
WORDS = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
TAIL = re.compile(r"[^\W\d_]{1,60}[-\u2010\u00ad]$")
HEAD = re.compile(r"^[^\W\d_]{1,60}")
# A text that divides words at line ends does so in more than this share of its lines.
DIVIDING = 0.03
# Parts set before words with a hyphen that stays; the second kind are often syllables too, so
# that their hyphen stays only in a text that does not divide words.
PREFIXES = frozenset("anti cross high low mid multi non quasi self semi third well".split())
SYLLABLES = frozenset(
    "co de ex in inter macro micro over post pre pro pseudo re sub trans under vice".split()
)


@dataclass(slots=True)
class Hyphens:
    """Tells which hyphens at line ends belong to the word, from the rest of the document.

    Args:
        words: how often each word stands within a line, in small letters.
        joined: the divided words that were joined, by page.
    """

    words: Counter[str] = field(default_factory=Counter)
    joined: dict[int, list[str]] = field(default_factory=dict)
    divides: bool = True

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Hyphens:
        """Return what the lines of a document tell."""
        texts = [line.text for line in lines]
        found = cls()
        if not any(text.endswith(HYPHENS) for text in texts):
            return found
        for text in texts:
            whole = WORDS.findall(text.lower())
            # The first and the last may be halves of a word.
            found.words.update(whole[1:-1])
            found.words.update(whole[-1:] if not text.endswith(HYPHENS) else ())
        divided = sum(bool(TAIL.search(text[-62:])) for text in texts)
        found.divides = divided > DIVIDING * len(texts)
        return found

    def _vote(self, first: str, second: str) -> int:
        whole, parted = self.words[first + second], self.words[f"{first}-{second}"]
        return (whole > parted) - (parted > whole)

    def joins(self, before: str, after: str) -> bool:
        """Tell whether the hyphen at the end of a line goes when the next line follows.

        Args:
            before: the text up to and with the hyphen.
            after: the text of the next line.
        """
        if before.endswith(SOFT):
            return True
        tail, head = TAIL.search(before[-62:]), HEAD.search(after[:61])
        if not tail or not head or not head.group()[0].islower():
            return False
        first, second = tail.group()[:-1].lower(), head.group().lower()
        vote = self._vote(first, second)
        if vote:
            return vote > 0
        if first in SYLLABLES or (first in PREFIXES and len(second) > 3):
            return self.divides and first not in PREFIXES
        both = min(len(first), len(second)) > 2 and min(self.words[first], self.words[second]) > 0
        return not both


def runs(lines: Sequence[Line], hyphens: Hyphens) -> tuple[Run, ...]:
    """Return the text of lines that follow each other, as runs of one mark each.

    Args:
        lines: the lines of a paragraph.
        hyphens: what is known of the words of the document.
    """
    pieces: list[list[str | Mark]] = []
    texts: list[str] = []
    marks: list[Mark] = []
    for line in lines:
        for index, one in enumerate(line.fragments):
            spaced = one.spaced if index else ""
            if index == 0 and texts:
                spaced = _between(texts, line, hyphens)
            if spaced and marks:
                # Space has the fate of what stands on both sides of it.
                texts.append(spaced)
                marks.append(one.mark if marks[-1] is one.mark else Mark.KEPT)
            texts.append(one.text)
            marks.append(one.mark)
    for text, mark in zip(texts, marks, strict=True):
        if pieces and pieces[-1][1] is mark:
            pieces[-1][0] = f"{pieces[-1][0]}{text}"
        else:
            pieces.append([text, mark])
    return tuple(Run(str(text), Mark(mark)) for text, mark in pieces if text)


def _between(texts: list[str], line: Line, hyphens: Hyphens) -> str:
    """Return what stands between two lines: nothing after a hyphen, which may itself go."""
    last = texts[-1]
    if not last.endswith(HYPHENS):
        return "" if _unspaced(last[-1:], line.text[:1]) else " "
    so_far = "".join(texts[-4:])
    if len(last) < 2 and (len(so_far) < 2 or so_far[-2].isspace()):
        return " "  # a dash that stands alone
    if hyphens.joins(so_far, line.text):
        parts = [
            found.group()
            for found in (TAIL.search(so_far[-62:]), HEAD.search(line.text[:61]))
            if found
        ]
        hyphens.joined.setdefault(line.page, []).append("".join(parts))
        texts[-1] = last[:-1]
    return ""


def _unspaced(before: str, after: str) -> bool:
    """Tell whether two characters stand without space at a line break, as in Chinese."""
    return all(
        "\u3000" <= one <= "\u9fff" or "\uff00" <= one <= "\uffef" for one in (before, after)
    )
