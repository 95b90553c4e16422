"""What a Word file holds beside its text: running heads, properties, charts, other files."""

from __future__ import annotations

from lxml import etree

from negotiator.documents.kinds.docx.changes import Tally
from negotiator.documents.kinds.docx.fields import OUTSIDE, PRINTING, word_of
from negotiator.documents.kinds.docx.names import TEXTS, Element
from negotiator.documents.kinds.docx.package import Package
from negotiator.documents.kinds.docx.plain import plain
from negotiator.documents.kinds.docx.state import State

TITLE = "{http://purl.org/dc/elements/1.1/}title"
OF_THE_ORGANISATION = ("Company", "Manager", "HyperlinkBase")
# What the root of a part says of it.
PARTS = {
    "hdr": ("running head", "printed at the head of pages, not in the text"),
    "ftr": ("running foot", "printed at the foot of pages, not in the text"),
    "document": ("unread document", "a second document in the file"),
    "glossaryDocument": ("glossary", "building blocks of the template"),
    "chartSpace": ("chart", "the words of a chart, printed in a picture"),
    "dataModel": ("diagram", "the words of a diagram, printed in a picture"),
}
PRINTED = ("chart", "diagram")
# A diagram is stored twice: as what it says and as what was last drawn of it.
DRAWN_AGAIN = "drawing"
INSERTED_FILE = "aFChunk"
MACROS = "vbaProject"
MOST_ADDRESSES = 5


def title_of(package: Package) -> str:
    """Return the title that the file's properties state."""
    for part in package.targets("", "core-properties"):
        for element in package.tree(part).iter(TITLE):
            return (element.text or "").strip()
    return ""


def pages_of(package: Package) -> int:
    """Return how many pages the program that saved the file counted, 0 where it says nothing."""
    for part in package.targets("", "extended-properties"):
        for element in package.tree(part):
            text = element.text or ""
            if etree.QName(element).localname == "Pages" and text.isdecimal() and len(text) < 7:
                return int(text)
    return 0


def list_properties(package: Package, state: State) -> None:
    """List what the file says of itself, save the title."""
    for kind in ("core-properties", "extended-properties", "custom-properties"):
        for part in package.targets("", kind):
            for element in package.tree(part):
                name = etree.QName(element).localname
                if element.tag == TITLE or (
                    kind == "extended-properties" and name not in OF_THE_ORGANISATION
                ):
                    continue
                text = "".join(str(piece) for piece in element.itertext()).strip()
                if text:
                    name = element.get("name") or name
                    reason = "says something of the file, not in its text"
                    state.omit("document property", reason, f"{name}: {text}", part)


def list_parts(package: Package, state: State, tally: Tally, read: set[str]) -> None:
    """List the text of parts that the reading of the document did not come to.

    Args:
        package: the file.
        state: the reading as a whole.
        tally: counts the tracked changes in them.
        read: the parts that were read, or say how the text looks.
    """
    data = set(package.targets(package.main, "customXml"))
    for part in package.zip.names:
        known = part in read or part.startswith(("docProps/", "_rels/", "[Content_Types]"))
        if known or not part.lower().endswith(".xml"):
            continue
        root = package.tree(part)
        if part in data:
            if text := _leaves(root):
                state.omit("custom XML", "data beside the text", text, part)
            continue
        name = etree.QName(root).localname
        if name == DRAWN_AGAIN or next(root.iter(*TEXTS), None) is None:
            continue
        if text := plain(root):
            tally.count(root)
            what, reason = PARTS.get(name, ("unread part", "not part of the document's text"))
            state.omit(what, reason, text, part)
            state.doubts[what] += what in PRINTED


def list_outside(package: Package, state: State) -> list[str]:
    """List what the file refers to outside itself and what it brings along; return warnings."""
    warnings: list[str] = []
    outside = package.outside()
    for relation in outside:
        reason = "outside the file, never followed"
        state.omit(f"external {relation.kind}", reason, relation.target, relation.source)
    if outside:
        named = dict.fromkeys(f"{one.kind} {one.target[:200]}" for one in outside)
        shown = ", ".join(list(named)[:MOST_ADDRESSES])
        more = f" and {len(named) - MOST_ADDRESSES} more" if len(named) > MOST_ADDRESSES else ""
        warnings.append(f"refers to things outside the file, not followed: {shown}{more}")
    for source, relations in package.relations.items():
        for relation in relations.values():
            if relation.kind == INSERTED_FILE:
                reason = "another file inserted in this one, which is not read"
                state.omit("inserted file", reason, relation.target, source)
            elif relation.kind == MACROS:
                state.omit("macros", "a program in the file, never run", relation.target, source)
    return warnings


def list_instructions(state: State) -> list[str]:
    """List what fields compute from; return warnings."""
    plainly: dict[str, None] = {}
    outside: dict[str, None] = {}
    printing = 0
    state.fields.leave()
    for instruction in state.fields.done:
        word = word_of(instruction)
        if word in PRINTING:
            printing += 1
            state.omit("field", "prints what the file does not hold as text", instruction, "")
        elif word in OUTSIDE:
            outside[instruction] = None
        else:
            plainly[instruction] = None
    for instruction in outside:
        state.omit("external field", "outside the file, never followed", instruction, "")
    if plainly:
        reason = "what fields print is kept, what they compute it from is not"
        state.omit("field instruction", reason, "\n".join(plainly), "")
    warnings = []
    if printing:
        warnings.append(
            f"{printing} fields print something that the file does not hold as text, such as a "
            "number or a box: see what is left out"
        )
    if outside:
        named = ", ".join(" ".join(one.split())[:200] for one in list(outside)[:MOST_ADDRESSES])
        warnings.append(f"fields refer to things outside the file, not followed: {named}")
    return warnings


def _leaves(root: Element) -> str:
    pieces = (str(piece).strip() for piece in root.itertext())
    return "\n".join(piece for piece in pieces if piece)
