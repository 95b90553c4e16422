"""One row of a table of amendments, as read before it is cut into provisions."""

from __future__ import annotations

from dataclasses import dataclass, field

from negotiator.documents.manuscript import Comment
from negotiator.documents.tables.grid import Line


@dataclass(slots=True)
class Draft:
    """What a row says.

    Args:
        number: of the row in its table, or of the draft in the document, counted from 1.
        page: the page it begins on.
        place: its place in the file.
        reference: the provision, as printed.
        heading: the headings it stands under.
        based: whether the table has a place for the base text.
        amending: whether the table proposes changes.
        base: the lines of the base text.
        text: the lines of the proposed wording.
        justification: the reasons given.
        id: an id that the document gives.
        language: as the document states it.
        party: who proposes it.
        change: as the document states it.
        comments: what stands in the margin.
        notes: the ids of the footnotes it cites.
        new: whether the reference says that the provision is new.
        reprinted: whether unmarked wording is the base text, printed again without a change.
        silent: whether it gives base text without saying what should become of it.
    """

    number: int
    page: str = ""
    place: str = ""
    reference: str = ""
    heading: str = ""
    based: bool = False
    amending: bool = True
    base: list[Line] = field(default_factory=list)
    text: list[Line] = field(default_factory=list)
    justification: list[str] = field(default_factory=list)
    id: str = ""
    language: str = ""
    party: str = ""
    change: str = ""
    comments: tuple[Comment, ...] = ()
    notes: tuple[str, ...] = ()
    new: bool = False
    silent: bool = False
    reprinted: bool = False

    @property
    def worded(self) -> bool:
        """Tell whether it holds any wording, base or proposed."""
        return bool(self.base or self.text)
