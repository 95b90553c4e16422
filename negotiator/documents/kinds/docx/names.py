"""The names of WordprocessingML (ISO/IEC 29500) that are known here, and how values are stated."""

from __future__ import annotations

from lxml.etree import _Element

Element = _Element

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = "{" + MAIN + "}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

# The strict variant of the standard names the same things otherwise.
STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": W,
    "http://purl.oclc.org/ooxml/officeDocument/math": M,
    "http://purl.oclc.org/ooxml/drawingml/main": A,
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": WP,
    "http://purl.oclc.org/ooxml/officeDocument/relationships": R,
}

VAL = W + "val"
ID = W + "id"
AUTHOR = W + "author"
TYPE = W + "type"

PARAGRAPH = W + "p"
PARAGRAPH_PROPERTIES = W + "pPr"
RUN = W + "r"
MATH_RUN = M + "r"
RUN_PROPERTIES = W + "rPr"
TEXT = W + "t"
DELETED_TEXT = W + "delText"
MATH_TEXT = M + "t"
DRAWING_TEXT = A + "t"
TABLE = W + "tbl"
INSERTED = W + "ins"
DELETED = W + "del"
MOVED_FROM = W + "moveFrom"
MOVED_TO = W + "moveTo"
TEXT_BOX = W + "txbxContent"
ALTERNATE = MC + "AlternateContent"
CHOICE = MC + "Choice"
FALLBACK = MC + "Fallback"
PAGE_BREAK_SEEN = W + "lastRenderedPageBreak"

TEXTS = (TEXT, DELETED_TEXT, MATH_TEXT, DRAWING_TEXT)
# Characters that have an element of their own.
CHARACTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}


def child(parent: Element, name: str) -> Element | None:
    """Return the first child of a name; much quicker than a search by path."""
    return next(parent.iterchildren(name), None)


def value(parent: Element | None, name: str) -> str | None:
    """Return the `w:val` of a child, None where there is no such child or value."""
    found = None if parent is None else child(parent, W + name)
    return None if found is None else found.get(VAL)


def number(text: str | None) -> int | None:
    """Return a whole number as stated; None for what is none, or is absurdly long."""
    if text is None or len(text) > 12:
        return None
    try:
        return int(text)
    except ValueError:
        return None


def on(element: Element | None) -> bool:
    """Tell whether a property that is switched on or off is there and on."""
    return element is not None and element.get(VAL) not in ("0", "false", "off")


def stated(element: Element) -> str:
    """Return the characters that an element holds."""
    if len(element):
        return "".join(str(part) for part in element.itertext())
    return element.text or ""


def chosen(alternate: Element) -> tuple[Element | None, list[Element]]:
    """Return the branch of an `mc:AlternateContent` to read, and those to leave.

    The first choice is read, or the first branch with text where that one has none.
    """
    branches = [branch for branch in alternate if branch.tag in (CHOICE, FALLBACK)]
    if not branches:
        return None, []
    taken = next((branch for branch in branches if _has_text(branch)), branches[0])
    return taken, [branch for branch in branches if branch is not taken]


def _has_text(branch: Element) -> bool:
    return any(stated(text) for text in branch.iter(*TEXTS))
