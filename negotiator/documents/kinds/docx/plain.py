"""All the text in a piece of a file, for what is listed as left out."""

from __future__ import annotations

from collections.abc import Iterable

from negotiator.documents.kinds.docx.names import (
    ALTERNATE,
    CHARACTERS,
    PARAGRAPH,
    TEXTS,
    A,
    Element,
    W,
    chosen,
    stated,
)
from negotiator.documents.kinds.docx.symbols import in_unicode

BREAKS = (PARAGRAPH, A + "p", W + "br", A + "br")
SYMBOL = W + "sym"
LONGEST_CODE = 6


def plain(element: Element) -> str:
    """Return the text that an element holds, deleted text included, a paragraph a line."""
    pieces: list[str] = []
    _gather(element, pieces)
    return "".join(pieces).strip("\n")


def other_wording(taken: Element, left: Iterable[Element]) -> list[str]:
    """Return the texts of the branches left out that the one taken does not hold."""
    texts = [text for text in map(plain, left) if text]
    return _not_in(plain(taken), texts) if texts else []


def _not_in(known: str, texts: Iterable[str]) -> list[str]:
    known = _without_space(known)
    return [text for text in texts if _without_space(text) not in known]


def _without_space(text: str) -> str:
    return "".join(text.split())


def _gather(element: Element, pieces: list[str]) -> None:
    for child in element:
        tag = str(child.tag)
        if tag in TEXTS:
            pieces.append(stated(child))
        elif tag in CHARACTERS:
            pieces.append(CHARACTERS[tag])
        elif tag == ALTERNATE:
            _alternate(child, pieces)
        elif tag == SYMBOL:
            pieces.append(_sign(child))
        else:
            _gather(child, pieces)
        if tag in BREAKS and pieces and pieces[-1] != "\n":
            pieces.append("\n")


def _alternate(element: Element, pieces: list[str]) -> None:
    taken, left = chosen(element)
    if taken is None:
        return
    before = len(pieces)
    _gather(taken, pieces)
    texts = [text for text in map(plain, left) if text]
    if texts:
        pieces += _not_in("".join(pieces[before:]), texts)


def _sign(element: Element) -> str:
    code = element.get(W + "char") or ""
    try:
        place = int(code[:LONGEST_CODE], 16)
    except ValueError:
        return ""
    return in_unicode(place, element.get(W + "font") or "")
