"""Lines one under the other, some of which say what follows: `Amendment 3`, `Justification`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from negotiator.documents.manuscript import Omission
from negotiator.documents.tables.drafts import Draft
from negotiator.documents.tables.fields import Field, plain
from negotiator.documents.tables.grid import Line, comments_of, notes_of
from negotiator.documents.tables.headings import BASE_PHRASES
from negotiator.documents.tables.labels import label_of
from negotiator.documents.tables.references import citation_of, is_opening
from negotiator.documents.tables.sections import (
    SENTENCE_ENDS,
    after_citation,
    after_label,
    is_alternative,
    label_field,
)

# A line without a full stop and no longer than this is a heading, not wording.
LONGEST_HEADING = 15


def is_heading_like(line: Line) -> bool:
    """Tell whether a line reads as a heading: short, in no list, without an end of sentence."""
    text = line.full.strip()
    return (
        not line.marked
        and not label_of(text)
        and len(text.split()) <= LONGEST_HEADING
        and not text.endswith(SENTENCE_ENDS)
        and not text[:1].islower()
    )


class Labelled:
    """Makes drafts of lines that come one under the other.

    Args:
        number: gives the number of the next draft.
    """

    def __init__(self, number: Callable[[], int]) -> None:
        self.number = number
        self.drafts: list[Draft] = []
        self.omitted: list[Omission] = []
        self.reference = ""
        self.heading = ""
        self.new = False
        self.pending: Field | None = None
        self.open: Draft | None = None
        self.reprinted = False
        self._unused: list[Omission] = []

    def feed(self, lines: Sequence[Line], *, headings: bool = True) -> None:
        """Take lines; `headings` tells whether short ones without a label are headings."""
        for i, line in enumerate(lines):
            self._take(line, headings, first=i == 0)

    def label(self, field: Field) -> None:
        """Take what the next lines are."""
        filled = self.open is not None and bool(
            (field is Field.BASE and self.open.worded) or (field is Field.TEXT and self.open.text)
        )
        if filled:
            self.close()
        self.pending = field

    def close(self) -> None:
        """End the draft that is open."""
        if self.open is not None and self.open.worded:
            self.drafts.append(self.open)
        self.open = None
        self.pending = None

    def cite(self, reference: str, title: str = "", *, new: bool = False) -> None:
        """Take the reference of what follows."""
        self.close()
        self.drop()
        self.reference, self.heading, self.new = reference, title, new
        for text in filter(None, (reference, title)):
            self._unused.append(Omission("reference", "stands over no clause", text=text))

    def head(self, heading: str) -> None:
        """Take a heading of what follows."""
        self.close()
        self.heading = "\n".join(filter(None, (self.heading, heading)))
        self._unused.append(Omission("heading", "stands over no clause", text=heading))

    def use(self) -> None:
        """Note that a clause stands under the reference and the heading."""
        self._unused.clear()

    @property
    def fresh(self) -> bool:
        """Tell whether a reference or a heading has come since the last clause."""
        return bool(self._unused)

    def drop(self) -> None:
        """Forget the reference and the heading, and list them where no clause stood under them."""
        self.omitted += self._unused
        self._unused.clear()
        self.reference = self.heading = ""
        self.new = False

    def leave_out(self, line: Line, what: str, reason: str) -> None:
        """List a line as in no clause."""
        page, place = line.paragraph.page, line.paragraph.place
        self.omitted.append(Omission(what, reason, page, place, line.full.strip()))

    def _take(self, line: Line, headings: bool, *, first: bool) -> None:
        text = line.full
        field = label_field(text)
        if field and not (is_opening(text) and self._opens(field)):
            self.label(field)
            self.leave_out(line, "table heading", "says what follows")
            return
        inline = after_label(line)
        if inline:
            self.label(inline[0])
            self.leave_out(_rest(line, inline[1]), "table heading", "says what follows")
            self._content(inline[1])
            return
        cited = None if line.struck.strip() else citation_of(text)
        named = after_citation(line)
        if is_alternative(text):
            self.leave_out(line, "label", "offers an alternative")
        elif is_opening(text):
            self.close()
            self.drop()
            self.pending = Field.BASE if plain(text) in BASE_PHRASES else None
            self.leave_out(line, "amendment number", "numbers the proposal")
        elif cited and (first or self.pending is not Field.JUSTIFICATION):
            pending = self.pending
            self.cite(cited.reference, cited.title, new=cited.new)
            self.pending = pending if pending is Field.BASE else None
            if cited.before:
                before = Omission(
                    "amendment number",
                    "numbers the proposal",
                    line.paragraph.page,
                    line.paragraph.place,
                    cited.before.strip(),
                )
                self.omitted.append(before)
        elif named and (first or self.pending is not Field.JUSTIFICATION):
            self.cite(named[0].reference, new=named[0].new)
            self.leave_out(_rest(line, named[1]), "reference", "names what follows")
            self._content(named[1])
        elif self.pending is None and headings and is_heading_like(line):
            self.head(text.strip())
        else:
            self._content(line)

    def _opens(self, field: Field) -> bool:
        # "Amendment" over wording is a label once the base text is there, else it opens a new one.
        begun = self.pending is Field.BASE or (self.open is not None and not self.open.text)
        return not (field is Field.TEXT and begun)

    def _content(self, line: Line) -> None:
        if self.pending is Field.JUSTIFICATION:
            reason = line.full.strip()
            if self.open is not None and self.open.worded:
                self.open.justification.append(reason)
            elif self.drafts:
                self.drafts[-1].justification.append(reason)
            else:
                self.leave_out(line, "justification", "belongs to no amendment")
            return
        if self.open is None:
            self.use()
            self.open = Draft(
                self.number(),
                line.paragraph.page,
                line.paragraph.place,
                self.reference,
                self.heading,
                new=self.new,
                reprinted=self.reprinted,
            )
        self.open.comments += comments_of((line,))
        self.open.notes += notes_of((line,))
        if self.pending is Field.BASE:
            self.open.based = True
            self.open.base.append(line)
        else:
            self.open.text.append(line)


def _rest(line: Line, after: Line) -> Line:
    head = line.full[: len(line.full) - len(after.full)]
    return Line((type(line.runs[0])(head),), "", line.paragraph)
