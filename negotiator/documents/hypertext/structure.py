"""Which element of a page holds what: tags that are left out are put in, as browsers do.

Follows the HTML standard, section 13.2.6, as far as it decides which words stand in which block
and which of them are struck out; every step takes constant time, however deep the page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from negotiator.documents.hypertext.elements import (
    CLOSES_PARAGRAPH,
    FORMATTING,
    HEADINGS,
    KEEPS_ITEMS,
    MARKERS,
    SCOPES,
    SECTIONS,
    SPECIAL,
    VOID,
)
from negotiator.documents.hypertext.formatting import Formatting, Look
from negotiator.documents.hypertext.styles import Sheet, Style
from negotiator.documents.hypertext.tokens import Comment, End, Start, Text, Token
from negotiator.errors import Refused

# Far above what pages of legislation hold, however dense their markup.
MOST_ELEMENTS = 300_000


@dataclass(slots=True, eq=False)
class Element:
    """An element begins: its name, its start tag and its style."""

    name: str
    tag: Start
    style: Style


@dataclass(slots=True, eq=False)
class Close:
    """An element ends."""

    element: Element


@dataclass(slots=True, eq=False)
class Words:
    """Text, with what the formatting elements around it do to it."""

    text: str
    line: int
    look: Look


@dataclass(slots=True, eq=False)
class Anchor:
    """A formatting element that links may lead to begins here."""

    tag: Start


Event = Element | Close | Words | Comment | Anchor


def structured(file: str, tokens: Iterable[Token], sheet: Sheet, *, xml: bool) -> list[Event]:
    """Return the elements and words of a page in order, every element closed.

    Args:
        file: its name, for messages.
        tokens: its tokens.
        sheet: the rules of its style sheets.
        xml: whether it is XHTML, in which `<p/>` is complete.

    Raises:
        Refused: for a page of more elements than any honest one.
    """
    builder = _Builder(file, sheet, xml)
    for token in tokens:
        builder.take(token)
    builder.close_to(0)
    return builder.events


class _Builder:
    """Holds the open elements, and where the nearest of each name stands among them."""

    def __init__(self, file: str, sheet: Sheet, xml: bool) -> None:
        self.file = file
        self.sheet = sheet
        self.xml = xml
        self.events: list[Event] = []
        self.open: list[Element] = []
        self.nearest: dict[str, list[int]] = {}
        self.scopes: list[int] = []
        self.special: list[int] = []
        self.keeps_items: list[int] = []
        self.formatting = Formatting()
        self.count = 0
        self.fresh = False

    def take(self, token: Token) -> None:
        fresh, self.fresh = self.fresh, False
        if isinstance(token, Text):
            # The newline right after `<pre>` is none of its text.
            drop = fresh and token.text.startswith("\n")
            text = token.text[drop:]
            if text:
                self.events.append(Words(text, token.line + drop, self.formatting.look()))
        elif isinstance(token, Comment):
            self.events.append(token)
        elif isinstance(token, End):
            self.end(token.name)
        else:
            self.start(token)

    def start(self, tag: Start) -> None:
        self.count += 1
        if self.count > MOST_ELEMENTS:
            what = f"holds more than {MOST_ELEMENTS:,} elements"
            raise Refused(what, where=f"{self.file}, line {tag.line}", remedy="split the page")
        name = "img" if tag.name == "image" else tag.name
        complete = tag.closed and (self.xml or self.at("svg") >= 0 or self.at("math") >= 0)
        if name in FORMATTING:
            if "id" in tag.attributes or "name" in tag.attributes:
                self.events.append(Anchor(tag))
            if not complete:
                self.formatting.begin(tag, self.sheet.style(name, tag.attributes), len(self.open))
            return
        if not self.make_room(name):
            return
        element = Element(name, tag, self.sheet.style(name, tag.attributes))
        self.events.append(element)
        if name in VOID or complete:
            self.events.append(Close(element))
            return
        self.nearest.setdefault(name, []).append(len(self.open))
        if name in SCOPES:
            self.scopes.append(len(self.open))
        if name in SPECIAL:
            self.special.append(len(self.open))
        if name in KEEPS_ITEMS:
            self.keeps_items.append(len(self.open))
        if name in MARKERS:
            self.formatting.mark(cell=name in ("td", "th", "caption"))
        elif name == "table":
            self.formatting.enter_table()
        self.open.append(element)
        self.fresh = name in ("pre", "textarea", "listing")

    def make_room(self, name: str) -> bool:
        """Close what a start tag ends; tell whether the tag counts at all."""
        table = self.at("table")
        if name in ("html", "body", "head") and self.at(name) >= 0:
            return False
        if name in ("td", "th", "tr", "caption", *SECTIONS):
            if table < 0:
                return False
            self.make_room_in_table(name, table)
            return True
        if name == "table" and table > max(map(self.at, ("td", "th", "caption"))):
            self.close_to(table)
        if name in CLOSES_PARAGRAPH:
            self.close_in_scope("p", self.at("button"))
        if name in HEADINGS and self.open and self.open[-1].name in HEADINGS:
            self.close_to(len(self.open) - 1)
        if name in ("li", "dt", "dd"):
            items = ("li",) if name == "li" else ("dt", "dd")
            last = max(map(self.at, items))
            if self.keeps_items and last == self.keeps_items[-1]:
                self.close_to(last)
        elif name in ("option", "optgroup"):
            self.close_in_scope("option", self.at("select"))
        return True

    def make_room_in_table(self, name: str, table: int) -> None:
        if name in ("td", "th"):
            row = self.at("tr")
            if row < table:
                self.start(Start("tr", line=self.open[-1].tag.line))
                row = self.at("tr")
            self.close_to(row + 1)
        elif name == "tr":
            self.close_to(max(table, *map(self.at, SECTIONS)) + 1)
        else:
            self.close_to(table + 1)

    def end(self, name: str) -> None:
        if name in FORMATTING:
            depth = self.formatting.end(name)
            # What began inside it and is no block, as `del`, ends with it.
            if depth is not None and (not self.special or self.special[-1] < depth):
                self.close_to(depth)
            return
        if name == "br":
            self.start(Start("br"))
            return
        if name in ("body", "html"):
            return
        if name in HEADINGS:
            name = max(HEADINGS, key=self.at)
        at = self.at(name)
        if at < 0:
            if name == "p":
                self.start(Start("p"))
                self.end("p")
            return
        scope = self.scopes[-1] if self.scopes else -1
        if name in ("td", "th", "tr", "caption", "table", *SECTIONS):
            scope = -1 if name == "table" else self.at("table")
        elif name == "p":
            scope = max(scope, self.at("button"))
        elif name == "li":
            scope = max(scope, *map(self.at, ("ul", "ol", "menu", "dir")))
        elif name not in SPECIAL:
            scope = self.special[-1] if self.special else -1
        if at >= scope:
            self.close_to(at)

    def at(self, name: str) -> int:
        """Return where the innermost open element of a name stands, -1 for none."""
        places = self.nearest.get(name)
        return places[-1] if places else -1

    def close_in_scope(self, name: str, border: int) -> None:
        at = self.at(name)
        if at > max(border, self.scopes[-1] if self.scopes else -1):
            self.close_to(at)

    def close_to(self, depth: int) -> None:
        """Close every element from a depth on."""
        while len(self.open) > depth:
            element = self.open.pop()
            self.nearest[element.name].pop()
            if element.name in SCOPES:
                self.scopes.pop()
            if element.name in SPECIAL:
                self.special.pop()
            if element.name in KEEPS_ITEMS:
                self.keeps_items.pop()
            if element.name in MARKERS:
                self.formatting.clear()
            elif element.name == "table":
                self.formatting.leave_table()
            self.events.append(Close(element))


def style_sheets(tokens: Iterable[Token]) -> list[str]:
    """Return the texts of a page's `style` elements."""
    found: list[str] = []
    inside = False
    for token in tokens:
        if isinstance(token, Start | End):
            inside = isinstance(token, Start) and token.name == "style"
        elif isinstance(token, Text) and inside:
            found.append(token.text)
    return found
