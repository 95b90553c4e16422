"""Tracked changes: what becomes of wording that somebody inserted, deleted or moved."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from negotiator.documents.kinds.docx.names import (
    AUTHOR,
    DELETED,
    INSERTED,
    MOVED_FROM,
    MOVED_TO,
    Element,
    W,
)
from negotiator.documents.manuscript import Mark, Tracked

LONGEST_NAME = 60
MOST_NAMES = 12
FORMATTING = tuple(
    W + name
    for name in (
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "trPrChange",
        "tcPrChange", "tblGridChange", "numberingChange",
    )
)  # fmt: skip
CHANGES = (INSERTED, DELETED, MOVED_FROM, MOVED_TO)
KINDS = {
    INSERTED: "insertion",
    W + "cellIns": "insertion",
    DELETED: "deletion",
    W + "cellDel": "deletion",
    MOVED_TO: "move",
    **dict.fromkeys(FORMATTING, "change of formatting"),
}
PARTICIPLES = {
    Tracked.ACCEPTED: "are read as accepted: what was deleted is listed as left out",
    Tracked.REJECTED: "are read as rejected: what was inserted is listed as left out",
    Tracked.BOTH: "are read both ways: with and without what they change",
}


@dataclass(frozen=True, slots=True)
class Change:
    """Who changed the wording, and whether it was moved."""

    author: str
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Fate:
    """The tracked changes around a stretch of wording.

    Args:
        inserted: who inserted it or moved it here.
        deleted: who deleted it or moved it away.
    """

    inserted: Change | None = None
    deleted: Change | None = None

    def joined(self, inner: Fate) -> Fate:
        """Return the fate of what an inner one holds for, where it says nothing this one."""
        if inner is UNTOUCHED:
            return self
        return Fate(inner.inserted or self.inserted, inner.deleted or self.deleted)

    def within(self, element: Element) -> Fate:
        """Return the fate of what an element that marks a change holds."""
        tag = element.tag
        change = Change(author_of(element), tag in (MOVED_FROM, MOVED_TO))
        if tag in (INSERTED, MOVED_TO, W + "cellIns"):
            return Fate(change, self.deleted)
        return Fate(self.inserted, change)


UNTOUCHED = Fate()


@dataclass(frozen=True, slots=True)
class Exit:
    """Why wording leaves the text: what it is, and the reason."""

    what: str
    reason: str


def outcome(fate: Fate, tracked: Tracked) -> Mark | Exit:
    """Return the mark of wording under a fate, or why it is left out."""
    inserted, deleted = fate.inserted, fate.deleted
    if inserted and deleted and tracked is Tracked.BOTH:
        reason = f"inserted by {inserted.author} and deleted again by {deleted.author}"
        return Exit("deleted text", reason)
    if deleted and tracked is Tracked.ACCEPTED:
        if deleted.moved:
            return Exit("moved text", f"moved elsewhere by {deleted.author}, accepted")
        return Exit("deleted text", f"tracked deletion by {deleted.author}, accepted")
    if inserted and tracked is Tracked.REJECTED:
        if inserted.moved:
            return Exit("moved text", f"moved here by {inserted.author}, rejected")
        return Exit("inserted text", f"tracked insertion by {inserted.author}, rejected")
    if tracked is Tracked.BOTH:
        if deleted:
            return Mark.DELETED
        return Mark.INSERTED if inserted else Mark.KEPT
    return Mark.KEPT


def fate_of_mark(properties: Element | None, tags: tuple[str, ...]) -> Fate:
    """Return the fate that properties of a paragraph's mark, a row or a cell state."""
    fate = UNTOUCHED
    for element in () if properties is None else properties:
        if element.tag in tags:
            fate = fate.within(element)
    return fate


def author_of(element: Element) -> str:
    """Return who made a change, on one line and not too long."""
    name = " ".join((element.get(AUTHOR) or "").split()) or "an unnamed author"
    return name if len(name) <= LONGEST_NAME else name[:LONGEST_NAME] + "…"


class Tally:
    """Counts tracked changes and their authors."""

    def __init__(self) -> None:
        self._kinds: Counter[str] = Counter()
        self._authors: dict[str, None] = {}

    def count(self, root: Element) -> None:
        """Count the changes in a part."""
        for element in root.iter(*KINDS, MOVED_FROM):
            self._authors[author_of(element)] = None
            if element.tag in KINDS:
                self._kinds[KINDS[str(element.tag)]] += 1

    def warning(self, tracked: Tracked) -> str:
        """Return the sentence that counts them and names their authors; empty for none."""
        if not self._authors:
            return ""
        counts = [
            f"{self._kinds[kind]} {kind.replace(' ', 's ', 1) if ' ' in kind else kind + 's'}"
            if self._kinds[kind] != 1
            else f"1 {kind}"
            for kind in dict.fromkeys(KINDS.values())
            if self._kinds[kind]
        ]
        names = list(self._authors)
        more = len(names) - MOST_NAMES
        by = ", ".join(names[:MOST_NAMES]) + (f" and {more} others" if more > 0 else "")
        return f"tracked changes ({', '.join(counts) or 'moves'}) by {by} {PARTICIPLES[tracked]}"
