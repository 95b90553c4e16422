"""A document in Akoma Ntoso becomes paragraphs, tables and notes, in one walk."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from negotiator.documents.flow import Fate, Flow
from negotiator.documents.hypertext.grids import Grid, flat
from negotiator.documents.hypertext.structure import Element
from negotiator.documents.hypertext.styles import PLAIN
from negotiator.documents.hypertext.tokens import Start
from negotiator.documents.legislation.description import eid, line_of, local, metadata
from negotiator.documents.legislation.elements import INLINE, UNITS, WORDED
from negotiator.documents.legislation.writing import Body, Unit, Writer
from negotiator.documents.manuscript import Block, Paragraph, Run

# What stands after the last point of a list and belongs to the unit that holds the list.
WRAPS = frozenset(("wrapUp", "wrap", "listWrapUp"))
QUOTES = frozenset(("quotedStructure", "embeddedStructure", "quotedText", "embeddedText"))
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(slots=True)
class Aside:
    """A note in the middle of a sentence: its id, and what was being read when it began."""

    key: str
    flow: Flow
    sink: list[Block]
    units: list[Unit]
    cited: list[str]
    fates: list[Fate]


def read_body(root: etree._Element) -> Body:
    """Return what a document holds, in reading order."""
    reader = _Reader(root)
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            if reader.open(element):
                reader.words(element.text)
            else:
                walk.skip_subtree()
        elif event == "end":
            reader.close(element)
            if element is not root:
                reader.words(element.tail)
        else:
            reader.unseen(element)
            reader.words(element.tail)
    reader.flush()
    return reader.body


class _Reader(Writer):
    """Walks through a document, without recursion."""

    def __init__(self, root: etree._Element) -> None:
        super().__init__()
        self.space = etree.QName(root).namespace
        self.known = {
            eid(note) for name in ("note", "authorialNote") for note in root.iter(f"{{*}}{name}")
        }
        self.asides: list[Aside] = []
        self.grids: list[tuple[Grid, list[Block]]] = []
        self.cells: list[list[Block]] = []
        self.worded: list[etree._Element] = []
        self.skipped: etree._Element | None = None
        self.unnamed = 0
        self.end_quotes: list[str] = []

    def words(self, text: str | None) -> None:
        if text and (text.strip() or self.flow):
            self.flow.words(text, self.fates[-1])

    def open(self, element: etree._Element) -> bool:
        """Begin an element; tell whether what is in it is to be read."""
        name = local(element)
        if not self.is_inline(element, name):
            self.flush()
            self.own, self.line = eid(element), line_of(element)
        if name in ("meta", "toc") or (name == "noteRef" and self.cites(element)):
            return self.left_out(element, name)
        said = element.get(XML_LANGUAGE)
        self.languages.append(self.languages[-1] if said is None else said)
        fate = {"ins": Fate.INSERTED, "del": Fate.DELETED, "u": Fate.UNDERLINED}.get(name)
        above = self.fates[-1]
        self.fates.append(above if fate is None or above is Fate.DELETED else fate)
        self.wraps += name in WRAPS
        if name in WORDED:
            self.worded.append(element)
        if name in UNITS:
            self.begin_unit(element, name)
        elif name in ("authorialNote", "note"):
            self.begin_note(element)
        elif name in ("table", "tr", "td", "th"):
            self.begin_table(element, name)
        elif name in QUOTES:
            self.begin_quote(element, name)
        elif name in ("eol", "br"):
            self.flow.line_break(self.fates[-1])
        elif name == "img":
            self.omit("image", "not read", element, element.get("alt", ""))
        elif name in ("docTitle", "longTitle"):
            self.titled = True
        return True

    def close(self, element: etree._Element) -> None:
        if element is self.skipped:
            self.skipped = None
            return
        name = local(element)
        if name in QUOTES:
            self.end_quote(name)
        if name in ("num", "heading", "subheading") and self.worded and self.heads(element):
            self.head(name)
        elif not self.is_inline(element, name):
            self.flush()
        self.wraps -= name in WRAPS
        if name in WORDED:
            self.worded.pop()
        if name in UNITS:
            self.tell_unit()
            self.units.pop()
        elif name in ("authorialNote", "note"):
            self.end_note()
        elif name in ("table", "tr", "td", "th"):
            self.end_table(name)
        self.languages.pop()
        self.fates.pop()

    def is_inline(self, element: etree._Element, name: str) -> bool:
        if etree.QName(element).namespace != self.space:
            return bool(self.worded)
        return name in INLINE

    def heads(self, element: etree._Element) -> bool:
        """Tell whether a number or heading is that of the unit that is being read."""
        parent = element.getparent()
        return parent is not None and local(parent) in UNITS and not self.units[-1].told

    def cites(self, element: etree._Element) -> bool:
        target = element.get("href", "").lstrip("#")
        if target not in self.known:
            return False
        self.cited += [] if target in self.cited else [target]
        return True

    def begin_note(self, element: etree._Element) -> None:
        key = eid(element)
        if not key or key in self.body.notes:
            self.unnamed += 1
            key = f"note-{self.unnamed}"
        if local(element) == "authorialNote":
            self.cited.append(key)
            if element.get("marker"):
                self.mark(element)
        self.asides.append(Aside(key, self.flow, self.sink, self.units, self.cited, self.fates))
        self.body.notes[key] = ()
        self.flow, self.sink, self.units = Flow(), [], [Unit("")]
        self.cited, self.fates = [], [Fate.KEPT, Fate.KEPT]

    def end_note(self) -> None:
        self.flush()
        aside = self.asides.pop()
        self.body.notes[aside.key] = flat(self.sink)
        self.flow, self.sink, self.units = aside.flow, aside.sink, aside.units
        self.cited, self.fates = aside.cited, aside.fates

    def begin_quote(self, element: etree._Element, name: str) -> None:
        self.end_quotes.append(element.get("endQuote", ""))
        if name.endswith("Structure"):
            self.tell_unit()
            holder = self.units[-1]
            self.units.append(
                Unit(
                    "quotedStructure", eid(element), holder.eid, holder.level + 1,
                    within=holder.reference, annex=holder.annex, quoted=True,
                )
            )  # fmt: skip
        sign = element.get("startQuote", "")
        if name.endswith("Structure"):
            self.opening += sign
        elif sign:
            self.flow.words(sign, self.fates[-1])

    def end_quote(self, name: str) -> None:
        sign = self.end_quotes.pop()
        if not name.endswith("Structure"):
            if sign:
                self.flow.words(sign, self.fates[-1])
            return
        self.flush()
        self.tell_unit()
        self.units.pop()
        last = self.sink[-1] if self.sink else None
        if sign and isinstance(last, Paragraph):
            self.sink[-1] = replace(last, runs=(*last.runs, Run(sign)))

    def begin_table(self, element: etree._Element, name: str) -> None:
        line = line_of(element)
        attributes = {str(key): str(value) for key, value in element.attrib.items()}
        shown = Element(name, Start(name, attributes, line), PLAIN)
        if name == "table":
            self.tell_unit()
            grid = Grid(shown, str(line))
            self.grids.append((grid, self.sink))
            self.sink = grid.before
        elif name == "tr" and self.grids:
            self.grids[-1][0].begin_row(False)
        elif self.grids and self.grids[-1][0].rows:
            self.cells.append(self.sink)
            self.sink = self.grids[-1][0].begin_cell(shown)

    def end_table(self, name: str) -> None:
        if name == "table":
            grid, self.sink = self.grids.pop()
            self.sink += grid.blocks()
        elif name in ("td", "th") and self.cells:
            self.sink = self.cells.pop()

    def left_out(self, element: etree._Element, name: str) -> bool:
        """List what is left out with all that is in it."""
        self.skipped = element
        if name == "meta":
            self.body.omitted += metadata(element)
            for note in element.iter("{*}note"):
                inner = [read_body(child) for child in note]
                self.body.notes[eid(note)] = flat([one for body in inner for one in body.blocks])
                self.body.omitted += [one for body in inner for one in body.omitted]
        elif name == "toc":
            text = " ".join(str(one) for one in element.itertext())
            self.omit("table of contents", "repeats the headings", element, text)
        else:
            self.mark(element)
        return False

    def mark(self, element: etree._Element) -> None:
        inner = "".join(str(one) for one in element.itertext())
        text = element.get("marker", "") + (inner if local(element) == "noteRef" else "")
        self.omit("note mark", "the note is kept with the clause", element, text)

    def unseen(self, element: etree._Element) -> None:
        what = "comment" if isinstance(element, etree._Comment) else "processing instruction"
        self.omit(what, "no text of the document", element, element.text or "")
