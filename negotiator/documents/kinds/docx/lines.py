"""The wording of one paragraph, read from its runs and whatever wraps them."""

from __future__ import annotations

import re
from collections.abc import Callable

from negotiator.documents.kinds.docx.changes import Exit, Fate
from negotiator.documents.kinds.docx.formulas import SHAPED, linear
from negotiator.documents.kinds.docx.graphics import boxes_in, describe
from negotiator.documents.kinds.docx.looks import Look
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
from negotiator.documents.kinds.docx.notation import Dressed
from negotiator.documents.kinds.docx.plain import other_wording, plain
from negotiator.documents.kinds.docx.state import Stand, State, Verdict
from negotiator.documents.kinds.docx.symbols import in_unicode
from negotiator.documents.manuscript import Run

EAST_ASIAN = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
READING_AID = Exit("ruby text", "a reading aid above the characters")
REPLACEMENT = "\ufffd"


class Line:
    """Gathers the wording of one paragraph, or of several that deleted marks join.

    Args:
        state: the reading as a whole.
    """

    def __init__(self, state: State) -> None:
        self.state = state
        self.place = state.place
        self.page: int | None = None
        self.parts: list[tuple[str, Verdict]] = []
        self.notes: dict[str, None] = {}
        self.comments: dict[str, None] = {}
        self.boxes: list[tuple[Element, Fate]] = []
        self._exits: list[tuple[Exit, list[str]]] = []
        self._broken = False

    def walk(self, element: Element, stand: Stand) -> None:
        """Read what an element holds; unknown wrappers are looked through."""
        for child in element:
            handler = HANDLERS.get(child.tag)
            if handler is not None:
                handler(self, child, stand, stand.verdict)
            elif len(child):
                self.walk(child, stand)

    def read(self, element: Element, stand: Stand) -> None:
        """Read one element."""
        handler = HANDLERS.get(element.tag)
        if handler is not None:
            handler(self, element, stand, stand.verdict)
        else:
            self.walk(element, stand)

    def runs(self) -> tuple[Run, ...]:
        """Return the runs; neighbours with the same fate and look are one."""
        if not self.parts:
            return ()
        runs: list[Run] = []
        texts: list[str] = []
        last = self.parts[0][1]
        for text, verdict in self.parts:
            if verdict is not last:
                if verdict.look.raised and text[0].isdigit() and texts[-1][-1].isdigit():
                    self.state.doubts["raised"] += 1
                if (verdict.mark, verdict.dress) != (last.mark, last.dress):
                    runs.append(_run("".join(texts), last))
                    texts = []
                last = verdict
            texts.append(text)
        runs.append(_run("".join(texts), last))
        return tuple(runs)

    def language(self) -> str:
        """Return the one language that all its words state, empty for none or several."""
        if len(self.parts) == 1:
            text, verdict = self.parts[0]
            language = _language(text, verdict.look)
            self.state.languages[language] += len(text)
            return language
        spoken: dict[str, None] = {}
        for text, verdict in self.parts:
            language = _language(text, verdict.look)
            self.state.languages[language] += len(text)
            if language in spoken or not text.isspace():
                spoken[language] = None
        return next(iter(spoken)) if len(spoken) == 1 else ""

    def leave(self, exit: Exit, text: str) -> None:
        """Leave text out."""
        if self._exits and self._exits[-1][0] == exit:
            self._exits[-1][1].append(text)
        elif text:
            self._exits.append((exit, [text]))

    def list_exits(self) -> None:
        """List what was left out of it."""
        for exit, texts in self._exits:
            self.state.omit(exit.what, exit.reason, "".join(texts))
        self._exits = []

    def add(self, text: str, verdict: Verdict) -> None:
        """Add text, wherever it belongs."""
        if not text:
            return
        if self.state.fields.instructing:
            self.state.fields.instruct(text)
        elif verdict.exit is not None:
            self.leave(verdict.exit, text)
        else:
            if self.page is None:
                self.page = self.state.page
            if self._broken and self.parts:
                self.parts.append(("\n", verdict))
            self._broken = False
            self.parts.append((text, verdict))

    def _run(self, run: Element, stand: Stand, verdict: Verdict) -> None:
        if self.state.fields.linking and not stand.link:
            stand = self.state.stand(stand.styles, stand.fate, True)
            verdict = stand.verdict
        for child in run:
            tag = child.tag
            if tag == TEXT:
                self.add(stated(child), verdict)
            elif tag == RUN_PROPERTIES:
                verdict = self.state.verdict(stand, child)
            else:
                handler = HANDLERS.get(tag)
                if handler is not None:
                    handler(self, child, stand, verdict)
                elif len(child):
                    self.walk(child, stand)

    def _text(self, element: Element, stand: Stand, verdict: Verdict) -> None:
        self.add(stated(element), verdict)

    def _deleted_text(self, element: Element, stand: Stand, verdict: Verdict) -> None:
        if stand.fate.deleted is None:
            # A file that states deleted text outside of any deletion still calls it deleted.
            fate = stand.fate.within(element)
            verdict = self.state.stand(stand.styles, fate, stand.link).verdict
        self.add(stated(element), verdict)

    def _character(self, element: Element, stand: Stand, verdict: Verdict) -> None:
        self.add(CHARACTERS[str(element.tag)], verdict)

    def _break(self, element: Element, stand: Stand, verdict: Verdict) -> None:
        if element.get(TYPE) in ("page", "column"):
            self._broken = True
        else:
            self.add("\n", verdict)

    def _symbol(self, element: Element, stand: Stand, verdict: Verdict) -> None:
        try:
            code = int((element.get(W + "char") or "")[:8], 16)
        except ValueError:
            code = ord(REPLACEMENT)
        sign = in_unicode(code, element.get(W + "font") or "")
        if not sign:
            self.state.doubts["symbol"] += 1
            sign = chr(code) if 0xE000 <= code < 0xFFFE else REPLACEMENT
        self.add(sign, verdict)

    def _changed(self, element: Element, stand: Stand, verdict: Verdict) -> None:
        fate = stand.fate.within(element)
        self.walk(element, self.state.stand(stand.styles, fate, stand.link))

    def _link(self, element: Element, stand: Stand, verdict: Verdict) -> None:
        self.walk(element, self.state.stand(stand.styles, stand.fate, True))

    def _simple_field(self, element: Element, stand: Stand, verdict: Verdict) -> None:
        instruction = element.get(W + "instr") or ""
        self.state.fields.note(instruction)
        link = stand.link or "HYPERLINK" in instruction
        self.walk(element, self.state.stand(stand.styles, stand.fate, link))

    def _field(self, element: Element, stand: Stand, verdict: Verdict) -> None:
        self.state.fields.character(element)

    def _instruction(self, element: Element, stand: Stand, verdict: Verdict) -> None:
        self.state.fields.instruct(stated(element))

    def _note(self, element: Element, stand: Stand, verdict: Verdict) -> None:
        if verdict.exit is None:
            kind = "footnote" if element.tag == W + "footnoteReference" else "endnote"
            self.notes[self.state.cite(kind, element.get(ID) or "")] = None

    def _comment(self, element: Element, stand: Stand, verdict: Verdict) -> None:
        self.comments[element.get(ID) or ""] = None

    def _page(self, element: Element, stand: Stand, verdict: Verdict) -> None:
        if not self.state.scope:
            self.state.page += 1

    def _graphic(self, element: Element, stand: Stand, verdict: Verdict) -> None:
        boxes = boxes_in(element)
        self.boxes += [(box, stand.fate) for box in boxes]
        for what, text in describe(element, bool(boxes)):
            self.state.omit(what, "is no text", text)

    def _box(self, element: Element, stand: Stand, verdict: Verdict) -> None:
        self.boxes.append((element, stand.fate))

    def _alternate(self, element: Element, stand: Stand, verdict: Verdict) -> None:
        taken, left = chosen(element)
        if taken is None:
            return
        # Its branch stands in the run, with the run's look.
        inner = Stand(stand.styles, stand.fate, stand.link, verdict, stand.others)
        self.walk(taken, inner)
        for text in other_wording(taken, left):
            self.leave(Exit("alternate content", "another form of what is shown"), text)

    def _ruby(self, element: Element, stand: Stand, verdict: Verdict) -> None:
        for child in element:
            if child.tag == W + "rt":
                self.leave(READING_AID, plain(child))
            else:
                self.walk(child, stand)

    def _formula(self, element: Element, stand: Stand, verdict: Verdict) -> None:
        self.state.doubts["formula"] += 1
        for part in linear(element):
            if isinstance(part, str):
                self.add(part, verdict)
            else:
                self.read(part, stand)

    def _unread(self, element: Element, stand: Stand, verdict: Verdict) -> None:
        self.state.doubts["inserted file"] += 1
        self.state.omit("inserted file", "another file inserted here, which is not read")

    def _skip(self, element: Element, stand: Stand, verdict: Verdict) -> None:
        """Pass over properties: they hold no text."""


def _run(text: str, verdict: Verdict) -> Run:
    if verdict.dress is None:
        return Run(text, verdict.mark)
    return Dressed(text, verdict.mark, verdict.dress)


def _language(text: str, look: Look) -> str:
    if look.rightward:
        return look.oriental
    if look.asian and not text.isascii() and EAST_ASIAN.search(text):
        return look.asian
    return look.language


Handler = Callable[[Line, Element, Stand, Verdict], None]
HANDLERS: dict[str, Handler] = {
    **dict.fromkeys((RUN, MATH_RUN), Line._run),
    **dict.fromkeys((TEXT, MATH_TEXT, DRAWING_TEXT), Line._text),
    **dict.fromkeys(CHARACTERS, Line._character),
    **dict.fromkeys((INSERTED, DELETED, MOVED_FROM, MOVED_TO), Line._changed),
    **dict.fromkeys((W + "instrText", W + "delInstrText"), Line._instruction),
    **dict.fromkeys((W + "footnoteReference", W + "endnoteReference"), Line._note),
    **dict.fromkeys((W + "commentRangeStart", W + "commentReference"), Line._comment),
    **dict.fromkeys((W + "drawing", W + "pict", W + "object"), Line._graphic),
    **dict.fromkeys((TEXT_BOX, PARAGRAPH, TABLE), Line._box),
    **dict.fromkeys(SHAPED, Line._formula),
    **dict.fromkeys((W + "subDoc", W + "altChunk"), Line._unread),
    **dict.fromkeys((PARAGRAPH_PROPERTIES, RUN_PROPERTIES, W + "sdtPr"), Line._skip),
    DELETED_TEXT: Line._deleted_text,
    W + "br": Line._break,
    W + "sym": Line._symbol,
    W + "hyperlink": Line._link,
    W + "fldSimple": Line._simple_field,
    W + "fldChar": Line._field,
    W + "ruby": Line._ruby,
    PAGE_BREAK_SEEN: Line._page,
    ALTERNATE: Line._alternate,
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
