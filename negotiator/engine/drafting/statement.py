"""The opening statement of a clause: its first sentence, without number, heading and lead-in."""

from __future__ import annotations

import re

# Beyond this a sentence says nothing more about its own strength, and hostile text ends here.
LONGEST = 4_000
# Fewer words than this before a full stop are a heading ("Definitions.").
WORDS_OF_A_HEADING = 3

# What is printed before the first word: "Article 4", "1.", "(a)", "§ 2", "–", at most a few.
_LABEL = re.compile(
    r"\s*(?:(?:article|artículo|artikel|статья|paragraph|section|§)\s{0,3}[\dIVX]{1,8}[a-z]?\b[.:)]?"
    r"|\(?\d{1,3}(?:\.\d{1,3}){0,3}[.)](?=\s|$)|\((?:\w|[ivx]{1,5})\)|[a-z][.)](?=\s)"
    r"|[-–—•*])",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?](?=\s|$)|[。！？؟]")
_ABBREVIATED = frozenset(
    {"art", "arts", "no", "nos", "para", "paras", "cf", "e.g", "i.e", "mr", "mrs", "dr", "st", "vs"}
    | {"p", "pp", "sec", "ch", "abs", "nr", "z.b", "núm", "etc", "ст", "п", "г", "им", "u.s", "u.n"}
)


def opening(text: str) -> str:
    """Return the first sentence of a text that says something, as it stands there.

    Args:
        text: of a clause, as stored; its letters are kept.
    """
    body = text[: 2 * LONGEST]
    start = 0
    for _ in range(4):
        label = _LABEL.match(body, start)
        if label is None:
            break
        start = label.end()
    begun = start
    for end in _END.finditer(body, start):
        if end.group() == "." and _abbreviates(body, end.start()):
            continue
        sentence = body[begun : end.end()]
        if len(sentence.split()) > WORDS_OF_A_HEADING or not sentence.isascii():
            return sentence.strip()[:LONGEST]
        if end.end() >= len(body.rstrip()):
            break
    return body[begun:].strip()[:LONGEST]


def _abbreviates(text: str, dot: int) -> bool:
    start = max(text.rfind(" ", max(0, dot - 12), dot), text.rfind("(", max(0, dot - 12), dot)) + 1
    word = text[start:dot].casefold()
    return word in _ABBREVIATED or (len(word) <= 2 and word.isdigit())


def lowered(text: str) -> str:
    """Return a text in small letters, of the same length, so that places in it hold for both.

    Searching it is twice as fast as searching without regard to case.
    """
    small = text.lower()
    return (
        small
        if len(small) == len(text)
        else "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    )
