"""What holds for the words of an element: whether they are shown, struck out, in what language."""

from __future__ import annotations

from dataclasses import dataclass, field

from negotiator.documents.flow import Fate
from negotiator.documents.hypertext.elements import (
    ALWAYS_LISTED,
    BLOCKS,
    HEADINGS,
    INSERTED,
    LEFT_OUT,
    PREFORMATTED,
    STRUCK,
)
from negotiator.documents.hypertext.formatting import Look
from negotiator.documents.hypertext.lists import whole
from negotiator.documents.hypertext.structure import Element


@dataclass(slots=True)
class Skip:
    """Something that is left out, while it is being read.

    Args:
        what: what it is called.
        reason: why it is left out.
        line: where it begins.
        listed: whether it is listed even without text.
        inside: whether what is in it may still be shown.
        texts: its text so far.
    """

    what: str
    reason: str
    line: int
    listed: bool = False
    inside: bool = False
    texts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Frame:
    """What holds within one open element; what an element does not say it takes from its holder."""

    element: Element | None = None
    block: bool = True
    skip: Skip | None = None
    owns_skip: bool = False
    struck: bool = False
    inserted: bool = False
    underlined: bool = False
    spaced: bool = False
    heading: int = 0
    depth: int = 0
    language: str = ""
    block_language: str = ""

    def fate(self, look: Look) -> Fate:
        """Return what becomes of words, by the elements that they stand in."""
        if self.struck or look.struck:
            return Fate.DELETED
        if self.inserted:
            return Fate.INSERTED
        return Fate.UNDERLINED if self.underlined or look.underlined else Fate.KEPT


def frame_of(element: Element, holder: Frame, *, drawn: bool) -> Frame:
    """Return what holds within an element.

    Args:
        element: the element.
        holder: what holds around it.
        drawn: whether it stands in a drawing or a formula.
    """
    name, style, attributes = element.name, element.style, element.tag.attributes
    said = attributes.get("lang", attributes.get("xml:lang"))
    language = holder.language if said is None else said.strip()
    block = (name in BLOCKS and not drawn) or style.apart
    frame = Frame(
        element=element,
        block=block,
        skip=holder.skip,
        struck=holder.struck or style.struck or name in STRUCK,
        inserted=holder.inserted or name in INSERTED,
        underlined=holder.underlined or style.underlined,
        spaced=holder.spaced or name in PREFORMATTED if style.spaced is None else style.spaced,
        heading=_heading(element, holder),
        depth=holder.depth,
        language=language,
        block_language=language if block else holder.block_language,
    )
    if holder.skip is not None and holder.skip.inside and style.invisible is False:
        frame.skip = None
    skip = _skip(element, drawn)
    if skip is not None and (frame.skip is None or (frame.skip.inside and not skip.inside)):
        frame.skip, frame.owns_skip = skip, True
    return frame


def _heading(element: Element, holder: Frame) -> int:
    if element.name in HEADINGS:
        return int(element.name[1])
    if element.tag.attributes.get("role", "").lower() == "heading":
        return min(max(whole(element.tag.attributes, "aria-level", 2), 1), 9)
    return holder.heading


def _skip(element: Element, drawn: bool) -> Skip | None:
    """Return why an element is left out, None where it is shown."""
    name, style, attributes = element.name, element.style, element.tag.attributes
    line = element.tag.line
    if name in LEFT_OUT and (name != "title" or drawn):
        return Skip(*LEFT_OUT[name], line, listed=name in ALWAYS_LISTED)
    if attributes.get("role", "").lower() == "navigation":
        return Skip(*LEFT_OUT["nav"], line)
    if "hidden" in attributes or style.hidden or (name == "dialog" and "open" not in attributes):
        return Skip("hidden text", "not shown by the page", line)
    if style.invisible:
        return Skip("hidden text", "not shown by the page", line, inside=True)
    return None
