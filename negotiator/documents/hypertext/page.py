"""A page's elements and words become paragraphs, tables, notes and omissions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from negotiator.documents.flow import Flow, collapsed, split_at_blank_lines
from negotiator.documents.hypertext.elements import LISTS
from negotiator.documents.hypertext.footnotes import footnotes
from negotiator.documents.hypertext.formatting import Look
from negotiator.documents.hypertext.frames import Frame, Skip, frame_of
from negotiator.documents.hypertext.grids import Grid, flat
from negotiator.documents.hypertext.lists import Numbering, items_of_lists, numbering
from negotiator.documents.hypertext.outside import Outside
from negotiator.documents.hypertext.structure import Close, Element, Event, Words
from negotiator.documents.hypertext.tokens import Comment
from negotiator.documents.manuscript import Block, Omission, Paragraph, Role, Run

NO_LOOK = Look()
METADATA = ("author", "description", "keywords", "date", "dc.", "dcterms.", "eli:", "citation_")


@dataclass(slots=True)
class Page:
    """What a page says.

    Args:
        blocks: its paragraphs and tables, without its notes.
        notes: its footnotes, by the ids that paragraphs cite.
        title: the title that it states.
        language: the language that it states.
        omitted: what is left out.
        warnings: what a person should look at.
    """

    blocks: list[Block] = field(default_factory=list)
    notes: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    title: str = ""
    language: str = ""
    omitted: list[Omission] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def read_page(events: Sequence[Event]) -> Page:
    """Return what the elements and words of a page say, in reading order."""
    reader = _Reader(events)
    for event in events:
        reader.take(event)
    reader.flush()
    reader.page.notes = {key: flat(blocks) for key, blocks in reader.notes.items()}
    reader.page.warnings += reader.outside.warnings()
    return reader.page


class _Reader:
    """Walks through the events of a page, without recursion."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.page = Page()
        self.footnotes = footnotes(events)
        self.items = items_of_lists(events)
        self.outside = Outside()
        self.frames = [Frame()]
        self.sinks: list[list[Block]] = [self.page.blocks]
        self.grids: list[Grid] = []
        self.lists: list[Numbering] = []
        self.notes: dict[str, list[Block]] = {}
        self.flow = Flow()
        self.line = 0
        self.number = ""
        self.cited: list[str] = []
        self.languages: set[str] = set()
        self.quotes = 0
        self.drawn = 0
        self.titles: list[str] = []

    def take(self, event: Event) -> None:
        if isinstance(event, Words):
            self.words(event)
        elif isinstance(event, Element):
            self.open(event)
        elif isinstance(event, Close):
            self.close(event.element)
        elif isinstance(event, Comment):
            self.comment(event)

    def words(self, words: Words) -> None:
        frame, look = self.frames[-1], words.look
        if frame.element is not None and frame.element.name == "title" and not self.drawn:
            self.titles.append(words.text)
        elif frame.skip is not None:
            frame.skip.texts.append(words.text)
        elif look.hidden:
            self.omit("hidden text", "not shown by the page", words.line, words.text)
        elif id(look.link) in self.footnotes.citing:
            note = self.footnotes.citing[id(look.link)]
            self.cited += [] if note in self.cited else [note]
            self.omit("note mark", "the note is kept with the clause", words.line, words.text)
        elif id(look.link) in self.footnotes.back:
            self.omit("note mark", "leads back to where the note is cited", words.line, words.text)
        else:
            if not self.flow:
                lead = len(words.text) - len(words.text.lstrip())
                self.line = words.line + words.text.count("\n", 0, lead)
            if words.text.strip():
                self.languages.add(frame.language)
            self.flow.words(words.text, frame.fate(look), spaced=frame.spaced)

    def open(self, element: Element) -> None:
        holder = self.frames[-1]
        self.drawn += element.name in ("svg", "math")
        frame = frame_of(element, holder, drawn=self.drawn > 0)
        shut = frame.skip is not None and not frame.skip.inside
        if frame.block and not shut:
            self.flush()
        self.frames.append(frame)
        self.outside.note(element.tag)
        if not shut:
            self.begin(element, frame)

    def begin(self, element: Element, frame: Frame) -> None:
        """Do what a shown element does as it begins."""
        name, attributes = element.name, element.tag.attributes
        if id(element) in self.footnotes.holders:
            self.sinks.append(self.notes.setdefault(self.footnotes.holders[id(element)], []))
        if name == "html":
            self.page.language = frame.language
        elif name == "meta":
            self.metadata(element)
        elif name == "br":
            self.flow.line_break(frame.fate(NO_LOOK))
        elif name in ("img", "image", "area"):
            if name == "img" or attributes.get("alt"):
                self.omit("image", "not read", element.tag.line, attributes.get("alt", ""), True)
        elif name == "input":
            if attributes.get("value"):
                reason = "a control, no text of the document"
                self.omit("form field", reason, element.tag.line, attributes["value"])
        elif name == "q":
            self.quotes += 1
            self.quote("“" if self.quotes % 2 else "‘", frame)
        elif name in LISTS:
            self.settle_number()
            self.lists.append(numbering(element, self.items.get(id(element), 0)))
            frame.depth += 1
        elif name == "li":
            self.settle_number()
            self.number = self.lists[-1].number(element) if self.lists and not frame.skip else ""
        elif element.tag.number:
            self.settle_number()
            self.number = element.tag.number
        elif name == "table":
            self.settle_number()
            grid = Grid(element, str(element.tag.line))
            self.grids.append(grid)
            self.sinks.append(grid.before)
        elif name == "tr":
            holder = self.frames[-2].element
            self.grids[-1].begin_row(holder is not None and holder.name == "thead")
        elif name in ("td", "th"):
            self.sinks.append(self.grids[-1].begin_cell(element))

    def close(self, element: Element) -> None:
        frame = self.frames[-1]
        shut = frame.skip is not None and not frame.skip.inside
        if not shut:
            self.finish(element, frame)
        self.frames.pop()
        self.drawn -= element.name in ("svg", "math")
        if frame.owns_skip and frame.skip is not None:
            self.skipped(frame.skip)
        if element.name == "title" and self.titles and not self.drawn:
            title, self.titles = "".join(self.titles), []
            if self.page.title:
                self.omit("title", "the page has another before it", element.tag.line, title)
            self.page.title = self.page.title or collapsed(title)

    def finish(self, element: Element, frame: Frame) -> None:
        """Do what a shown element does as it ends."""
        name = element.name
        if name == "q":
            self.quote("”" if self.quotes % 2 else "’", frame)
            self.quotes -= 1
        if frame.block:
            self.flush()
        if name in LISTS:
            self.lists.pop()
        elif name == "li" or element.tag.number:
            self.settle_number()
        elif name in ("td", "th"):
            self.settle_number()
            self.sinks.pop()
        elif name == "table":
            self.sinks.pop()
            self.sinks[-1] += self.grids.pop().blocks()
        if id(element) in self.footnotes.holders:
            self.settle_number()
            self.sinks.pop()

    def flush(self) -> None:
        """End the paragraph that is being read."""
        frame = self.frames[-1]
        runs = self.flow.take()
        parts = split_at_blank_lines(runs) if frame.spaced else [(0, runs)] if runs else []
        language = self.languages.pop() if len(self.languages) == 1 else frame.block_language
        self.languages.clear()
        if self.cited and not parts:
            # The mark of a note alone in its paragraph: the note must not be lost with it.
            parts = [(0, ())]
        for index, (line, part) in enumerate(parts):
            notes = tuple(self.cited) if index == 0 else ()
            self.emit(part, str(self.line + line), language, notes)
        self.cited = []

    def emit(
        self, runs: tuple[Run, ...], place: str, language: str, notes: tuple[str, ...] = ()
    ) -> None:
        frame = self.frames[-1]
        number, self.number = self.number, ""
        self.sinks[-1].append(
            Paragraph(
                runs,
                number=number,
                role=Role.HEADING if frame.heading else Role.BODY,
                level=frame.heading or frame.depth,
                place=place,
                language=language,
                notes=notes,
            )
        )

    def settle_number(self) -> None:
        """Give the number of an item that has no words of its own a paragraph."""
        if self.number:
            frame = self.frames[-1]
            line = frame.element.tag.line if frame.element is not None else 0
            self.emit((), str(line), frame.block_language)

    def quote(self, sign: str, frame: Frame) -> None:
        if frame.skip is None:
            if not self.flow and frame.element is not None:
                self.line = frame.element.tag.line
            self.flow.words(sign, frame.fate(NO_LOOK))

    def comment(self, comment: Comment) -> None:
        frame = self.frames[-1]
        if frame.skip is not None and not frame.skip.inside:
            return
        self.omit("comment", "not shown by the page", comment.line, comment.text)
        if not comment.closed:
            what = f"what begins in line {comment.line} with “<” is never closed"
            self.page.warnings.append(f"{what}: all that follows is left out, as browsers do")

    def metadata(self, element: Element) -> None:
        attributes = element.tag.attributes
        name = attributes.get("name", attributes.get("property", ""))
        if name.lower().startswith(METADATA) and attributes.get("content"):
            text = f"{name}: {attributes['content']}"
            self.omit("metadata", "no text of the page", element.tag.line, text)

    def skipped(self, skip: Skip) -> None:
        raw = skip.what in ("script", "style sheet")
        text = "".join(skip.texts) if raw else " ".join(skip.texts)
        self.omit(skip.what, skip.reason, skip.line, text, skip.listed)

    def omit(self, what: str, reason: str, line: int, text: str, listed: bool = False) -> None:
        text = text.strip() if what in ("script", "style sheet", "comment") else collapsed(text)
        if text or listed:
            self.page.omitted.append(Omission(what, reason, place=str(line), text=text))
