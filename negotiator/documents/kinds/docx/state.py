"""What the reading of a Word file keeps in mind from one paragraph to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from negotiator.documents.kinds.docx.changes import Exit, Fate, outcome
from negotiator.documents.kinds.docx.fields import Fields
from negotiator.documents.kinds.docx.looks import Look, before_the_change, over, stated_look
from negotiator.documents.kinds.docx.names import Element
from negotiator.documents.kinds.docx.notation import Dress
from negotiator.documents.kinds.docx.numbering import Counters, Definitions
from negotiator.documents.kinds.docx.styles import Styles
from negotiator.documents.manuscript import Comment, Mark, Omission, Paragraph, Progress, Tracked

HIDDEN = Exit("hidden text", "formatted as hidden, so not printed")


@dataclass(frozen=True, slots=True, eq=False)
class Verdict:
    """What becomes of a run: its mark and dress, or its exit from the text."""

    mark: Mark
    dress: Dress | None
    exit: Exit | None
    look: Look


@dataclass(slots=True, eq=False)
class Stand:
    """Where a run stands: under which styles, within which tracked changes, in a link or not.

    Args:
        styles: the ids of the styles of the table and of the paragraph.
        fate: the tracked changes around it.
        link: whether it is the text of a link.
        verdict: what becomes of text here.
        others: what becomes of runs here, by what they state themselves.
    """

    styles: tuple[str, str]
    fate: Fate
    link: bool
    verdict: Verdict
    others: dict[tuple[tuple[str, bool | str], ...], Verdict] = field(default_factory=dict)


@dataclass(slots=True)
class State:
    """The mutable side of one reading.

    Args:
        tracked: what becomes of tracked changes.
        styles: the styles of the file.
        lists: the lists of the file.
        comments: its comments by id.
        progress: told how many paragraphs are read, of how many.
        struck: whether the file strikes anything through, so that the look of words matters.
        total: how many paragraphs there are.
    """

    tracked: Tracked
    styles: Styles
    lists: Definitions
    progress: Progress
    struck: bool
    total: int = 0
    comments: dict[str, Comment] = field(default_factory=dict)
    placed: set[str] = field(default_factory=set)
    counters: Counters = field(default_factory=Counters)
    base_counters: Counters = field(default_factory=Counters)
    fields: Fields = field(default_factory=Fields)
    omitted: list[Omission] = field(default_factory=list)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    cited: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    doubts: Counter[str] = field(default_factory=Counter)
    paragraphs: int = 0
    page: int = 1
    paged: bool = False
    scope: str = ""
    _stands: dict[tuple[tuple[str, str], Fate, bool], Stand] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """Return the place of what is being read."""
        return self.scope or str(self.paragraphs)

    def printed_page(self, page: int | None) -> str:
        """Return a page for a block, empty where pages are not known."""
        return str(page) if self.paged and page is not None and not self.scope else ""

    def omit(self, what: str, reason: str, text: str = "", place: str | None = None) -> None:
        """List something as left out, here or at another place."""
        page = self.printed_page(self.page) if place is None else ""
        place = self.place if place is None else place
        self.omitted.append(Omission(what, reason, page, place, text))

    def cite(self, kind: str, id: str) -> str:
        """Return the name of a note, numbered in the order of the citations."""
        key = (kind, id)
        if key not in self.notes:
            self.cited[kind] += 1
            self.notes[key] = f"{kind}-{self.cited[kind]}"
        return self.notes[key]

    def give_up(self, paragraphs: Iterable[Paragraph], what: str, reason: str) -> None:
        """List paragraphs as left out, with what stands in their margins."""
        for paragraph in paragraphs:
            text = "".join(run.text for run in paragraph.runs)
            self.omitted.append(Omission(what, reason, paragraph.page, paragraph.place, text))
            for comment in paragraph.comments:
                why = f"by {comment.author}, anchored to text that is left out"
                self.omitted.append(Omission("comment", why, "", paragraph.place, comment.text))

    def stand(self, styles: tuple[str, str], fate: Fate, link: bool) -> Stand:
        """Return the place of runs under these styles, within these changes."""
        key = (styles, fate, link)
        found = self._stands.get(key)
        if found is None:
            look = self.styles.look(*styles)
            found = Stand(styles, fate, link, self._judge(look, look, fate, link))
            self._stands[key] = found
        return found

    def verdict(self, stand: Stand, properties: Element) -> Verdict:
        """Return what becomes of a run with these properties."""
        if self.tracked is Tracked.REJECTED:
            properties = before_the_change(properties)  # type: ignore[assignment]  # may be None
        stated = stated_look(properties)
        if not stated:
            return stand.verdict
        key = tuple(stated.items())
        found = stand.others.get(key)
        if found is None:
            character = str(stated.pop("style", ""))
            base = self.styles.look(*stand.styles)
            look = over(self.styles.look(*stand.styles, character), stated)
            found = self._judge(look, base, stand.fate, stand.link)
            stand.others[key] = found
        return found

    def _judge(self, look: Look, base: Look, fate: Fate, link: bool) -> Verdict:
        result = outcome(fate, self.tracked)
        if isinstance(result, Exit):
            return Verdict(Mark.KEPT, None, result, look)
        if look.hidden:
            return Verdict(Mark.KEPT, None, HIDDEN, look)
        if not self.struck:
            return Verdict(result, None, None, look)
        dress = Dress(
            struck=look.deleted,
            underline="" if base.underline or link or look.link else look.underline,
            bold=look.bold and not base.bold,
            colour=look.colour if look.colour != base.colour else "",
        )
        shown = dress.struck or dress.underline or dress.bold
        mark = Mark.DELETED if look.deleted else result
        return Verdict(mark, dress if shown else None, None, look)
