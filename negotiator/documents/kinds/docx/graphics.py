"""Drawings, pictures and embedded objects: the text in them, and what they are."""

from __future__ import annotations

from collections.abc import Iterator

from negotiator.documents.kinds.docx.names import (
    ALTERNATE,
    OFFICE,
    TEXT_BOX,
    WP,
    A,
    Element,
    V,
    W,
    chosen,
)

BOXES = (TEXT_BOX, A + "txBody")
OBJECT = W + "object"
PICTURES = (A + "blip", V + "imagedata")
# Where alternative texts stand, and words that are drawn as a picture.
WORDS = {
    WP + "docPr": ("descr", "title"),
    V + "shape": ("alt",),
    V + "rect": ("alt",),
    V + "textpath": ("string",),
    V + "imagedata": (OFFICE + "title",),
}


def boxes_in(graphic: Element) -> list[Element]:
    """Return the text boxes of a graphic, outermost only, each once."""
    found: list[Element] = []
    for child in graphic:
        if child.tag in BOXES:
            found.append(child)
        elif child.tag == ALTERNATE:
            taken, _ = chosen(child)
            found += [] if taken is None else boxes_in(taken)
        elif len(child):
            found += boxes_in(child)
    return found


def describe(graphic: Element, boxed: bool) -> Iterator[tuple[str, str]]:
    """Return what a graphic is that is no text, with its alternative text.

    Args:
        graphic: a `w:drawing`, `w:pict` or `w:object`.
        boxed: whether it holds text boxes, whose frames need no mention.
    """
    words: dict[str, None] = {}
    pictures = 0
    for element in _frame(graphic):
        pictures += element.tag in PICTURES
        for name in WORDS.get(str(element.tag), ()):
            words[element.get(name) or ""] = None
    text = "\n".join(word for word in words if word)
    if graphic.tag == OBJECT:
        yield "embedded object", text
    elif pictures:
        yield "image", text
    elif text or not boxed:
        yield "drawing", text


def _frame(graphic: Element) -> Iterator[Element]:
    """Return what makes up a graphic, without what stands in its text boxes."""
    for child in graphic:
        if child.tag == ALTERNATE:
            taken, _ = chosen(child)
            yield from () if taken is None else _frame(taken)
        elif child.tag not in BOXES:
            yield child
            yield from _frame(child)
