"""What the elements of a paragraph add to its wording."""

from __future__ import annotations

from collections.abc import Callable

from negotiator.documents.kinds.docx.changes import Exit
from negotiator.documents.kinds.docx.formulas import SHAPED, linear
from negotiator.documents.kinds.docx.graphics import boxes_in, describe
from negotiator.documents.kinds.docx.lines import Line
from negotiator.documents.kinds.docx.names import (
    ALTERNATE,
    CHARACTERS,
    DELETED,
    DELETED_TEXT,
    DRAWING_TEXT,
    ID,
    INSERTED,
    MATH_RUN,
    MATH_TEXT,
    MOVED_FROM,
    MOVED_TO,
    PAGE_BREAK_SEEN,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    TABLE,
    TEXT,
    TEXT_BOX,
    TYPE,
    A,
    Element,
    W,
    chosen,
    stated,
)
from negotiator.documents.kinds.docx.plain import other_wording, plain
from negotiator.documents.kinds.docx.state import Stand, Verdict
from negotiator.documents.kinds.docx.symbols import in_unicode

READING_AID = Exit("ruby text", "a reading aid above the characters")
REPLACEMENT = "\ufffd"


def walk(line: Line, element: Element, stand: Stand) -> None:
    """Read what an element holds; unknown wrappers are looked through."""
    for child in element:
        handler = HANDLERS.get(child.tag)
        if handler is not None:
            handler(line, child, stand, stand.verdict)
        elif len(child):
            walk(line, child, stand)


def read(line: Line, element: Element, stand: Stand) -> None:
    """Read one element."""
    handler = HANDLERS.get(element.tag)
    if handler is not None:
        handler(line, element, stand, stand.verdict)
    else:
        walk(line, element, stand)


def _run(line: Line, run: Element, stand: Stand, verdict: Verdict) -> None:
    if line.state.fields.linking and not stand.link:
        stand = line.state.stand(stand.styles, stand.fate, True)
        verdict = stand.verdict
    for child in run:
        tag = child.tag
        if tag == TEXT:
            line.add(stated(child), verdict)
        elif tag == RUN_PROPERTIES:
            verdict = line.state.verdict(stand, child)
        else:
            handler = HANDLERS.get(tag)
            if handler is not None:
                handler(line, child, stand, verdict)
            elif len(child):
                walk(line, child, stand)


def _text(line: Line, element: Element, stand: Stand, verdict: Verdict) -> None:
    line.add(stated(element), verdict)


def _deleted_text(line: Line, element: Element, stand: Stand, verdict: Verdict) -> None:
    if stand.fate.deleted is None:
        # A file that states deleted text outside of any deletion still calls it deleted.
        fate = stand.fate.within(element)
        verdict = line.state.stand(stand.styles, fate, stand.link).verdict
    line.add(stated(element), verdict)


def _character(line: Line, element: Element, stand: Stand, verdict: Verdict) -> None:
    line.add(CHARACTERS[str(element.tag)], verdict)


def _break(line: Line, element: Element, stand: Stand, verdict: Verdict) -> None:
    if element.get(TYPE) in ("page", "column"):
        line._broken = True
    else:
        line.add("\n", verdict)


def _symbol(line: Line, element: Element, stand: Stand, verdict: Verdict) -> None:
    try:
        code = int((element.get(W + "char") or "")[:8], 16)
    except ValueError:
        code = ord(REPLACEMENT)
    sign = in_unicode(code, element.get(W + "font") or "")
    if not sign:
        line.state.doubts["symbol"] += 1
        sign = chr(code) if 0xE000 <= code < 0xFFFE else REPLACEMENT
    line.add(sign, verdict)


def _changed(line: Line, element: Element, stand: Stand, verdict: Verdict) -> None:
    fate = stand.fate.within(element)
    walk(line, element, line.state.stand(stand.styles, fate, stand.link))


def _link(line: Line, element: Element, stand: Stand, verdict: Verdict) -> None:
    walk(line, element, line.state.stand(stand.styles, stand.fate, True))


def _simple_field(line: Line, element: Element, stand: Stand, verdict: Verdict) -> None:
    instruction = element.get(W + "instr") or ""
    line.state.fields.note(instruction)
    link = stand.link or "HYPERLINK" in instruction
    walk(line, element, line.state.stand(stand.styles, stand.fate, link))


def _field(line: Line, element: Element, stand: Stand, verdict: Verdict) -> None:
    line.state.fields.character(element)


def _instruction(line: Line, element: Element, stand: Stand, verdict: Verdict) -> None:
    line.state.fields.instruct(stated(element))


def _note(line: Line, element: Element, stand: Stand, verdict: Verdict) -> None:
    if verdict.exit is None:
        kind = "footnote" if element.tag == W + "footnoteReference" else "endnote"
        line.notes[line.state.cite(kind, element.get(ID) or "")] = None


def _comment(line: Line, element: Element, stand: Stand, verdict: Verdict) -> None:
    line.comments[element.get(ID) or ""] = None


def _page(line: Line, element: Element, stand: Stand, verdict: Verdict) -> None:
    if not line.state.scope:
        line.state.page += 1


def _graphic(line: Line, element: Element, stand: Stand, verdict: Verdict) -> None:
    boxes = boxes_in(element)
    line.boxes += [(box, stand.fate) for box in boxes]
    for what, text in describe(element, bool(boxes)):
        line.state.omit(what, "is no text", text)


def _box(line: Line, element: Element, stand: Stand, verdict: Verdict) -> None:
    line.boxes.append((element, stand.fate))


def _alternate(line: Line, element: Element, stand: Stand, verdict: Verdict) -> None:
    taken, left = chosen(element)
    if taken is None:
        return
    # Its branch stands in the run, with the run's look.
    inner = Stand(stand.styles, stand.fate, stand.link, verdict, stand.others)
    walk(line, taken, inner)
    for text in other_wording(taken, left):
        line.leave(Exit("alternate content", "another form of what is shown"), text)


def _ruby(line: Line, element: Element, stand: Stand, verdict: Verdict) -> None:
    for child in element:
        if child.tag == W + "rt":
            line.leave(READING_AID, plain(child))
        else:
            walk(line, child, stand)


def _formula(line: Line, element: Element, stand: Stand, verdict: Verdict) -> None:
    line.state.doubts["formula"] += 1
    for part in linear(element):
        if isinstance(part, str):
            line.add(part, verdict)
        else:
            read(line, part, stand)


def _unread(line: Line, element: Element, stand: Stand, verdict: Verdict) -> None:
    line.state.doubts["inserted file"] += 1
    line.state.omit("inserted file", "another file inserted here, which is not read")


def _skip(line: Line, element: Element, stand: Stand, verdict: Verdict) -> None:
    """Pass over properties: they hold no text."""


Handler = Callable[[Line, Element, Stand, Verdict], None]
HANDLERS: dict[str, Handler] = {
    **dict.fromkeys((RUN, MATH_RUN), _run),
    **dict.fromkeys((TEXT, MATH_TEXT, DRAWING_TEXT), _text),
    **dict.fromkeys(CHARACTERS, _character),
    **dict.fromkeys((INSERTED, DELETED, MOVED_FROM, MOVED_TO), _changed),
    **dict.fromkeys((W + "instrText", W + "delInstrText"), _instruction),
    **dict.fromkeys((W + "footnoteReference", W + "endnoteReference"), _note),
    **dict.fromkeys((W + "commentRangeStart", W + "commentReference"), _comment),
    **dict.fromkeys((W + "drawing", W + "pict", W + "object"), _graphic),
    **dict.fromkeys((TEXT_BOX, PARAGRAPH, TABLE), _box),
    **dict.fromkeys(SHAPED, _formula),
    **dict.fromkeys((W + "subDoc", W + "altChunk"), _unread),
    **dict.fromkeys((PARAGRAPH_PROPERTIES, RUN_PROPERTIES, W + "sdtPr"), _skip),
    DELETED_TEXT: _deleted_text,
    W + "br": _break,
    W + "sym": _symbol,
    W + "hyperlink": _link,
    W + "fldSimple": _simple_field,
    W + "fldChar": _field,
    W + "ruby": _ruby,
    PAGE_BREAK_SEEN: _page,
    ALTERNATE: _alternate,
}
# What is read as a paragraph of its own where it stands outside of any.
WORDING = frozenset(HANDLERS) - {
    TEXT_BOX,
    PARAGRAPH,
    TABLE,
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    W + "sdtPr",
} | {A + "p"}
