"""What a paragraph states of itself, and what follows: its role, its level, its number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from negotiator.documents.kinds.docx.changes import CHANGES, UNTOUCHED, Fate, fate_of_mark
from negotiator.documents.kinds.docx.names import (
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    VAL,
    Element,
    W,
    child,
    number,
    value,
)
from negotiator.documents.kinds.docx.numbering import LEVELS
from negotiator.documents.kinds.docx.state import State
from negotiator.documents.kinds.docx.styles import BODY_LEVEL, Styles
from negotiator.documents.manuscript import Mark, Role, Run, Tracked

STATED = {W + "pStyle", W + "numPr", W + "outlineLvl", RUN_PROPERTIES, W + "pPrChange"}


@dataclass(slots=True)
class Properties:
    """What a paragraph states of itself: style, list, level of a heading, and its mark's fate."""

    style: str
    list_id: int | None = None
    list_level: int | None = None
    outline: int | None = None
    mark: Fate = UNTOUCHED


def properties_of(element: Element, fate: Fate, state: State) -> Properties:
    """Return what a paragraph states, as before its changes where they are rejected."""
    found = child(element, PARAGRAPH_PROPERTIES)
    stated = {} if found is None else {one.tag: one for one in found if one.tag in STATED}
    if not stated:
        return Properties(state.styles.paragraph(None), mark=fate)
    mark = fate.joined(fate_of_mark(stated.get(RUN_PROPERTIES), CHANGES))
    change = stated.get(W + "pPrChange")
    if change is not None and state.tracked is Tracked.REJECTED:
        found = child(change, PARAGRAPH_PROPERTIES)
        stated = {} if found is None else {one.tag: one for one in found if one.tag in STATED}
    style = stated.get(W + "pStyle")
    numbering = stated.get(W + "numPr")
    outline = stated.get(W + "outlineLvl")
    return Properties(
        style=state.styles.paragraph(None if style is None else style.get(VAL)),
        list_id=None if numbering is None else number(value(numbering, "numId")),
        list_level=None if numbering is None else number(value(numbering, "ilvl")),
        outline=None if outline is None else number(outline.get(VAL)),
        mark=mark,
    )


def number_of(properties: Properties, runs: Iterable[Run], state: State) -> tuple[str, int | None]:
    """Return the number that a list gives a paragraph, and its level from 0."""
    style = state.styles.style(properties.style)
    list_id = style.list_id if properties.list_id is None else properties.list_id
    numbered = state.lists.find(list_id) if list_id else None
    if not list_id or numbered is None:
        return "", None
    depth = properties.list_level
    if depth is None and properties.list_id is None and properties.style in numbered.styles:
        depth = numbered.styles.index(properties.style)
    if depth is None:
        depth = style.list_level or 0
    if not 0 <= depth < LEVELS:
        state.doubts["list level"] += 1
        return "", None
    counters, base = state.counters, state.base_counters
    if state.tracked is not Tracked.BOTH:
        return counters.next(list_id, numbered, depth), depth
    # The text without a deleted paragraph counts on without it; the base text with it.
    marks = {run.mark for run in runs if run.text.strip()}
    if properties.mark.deleted and marks <= {Mark.DELETED}:
        return base.next(list_id, numbered, depth), depth
    if not (properties.mark.inserted and marks <= {Mark.INSERTED}):
        base.next(list_id, numbered, depth)
    return counters.next(list_id, numbered, depth), depth


def role_of(properties: Properties, styles: Styles) -> tuple[Role, int]:
    """Return what a paragraph is for, and the level of a heading from 1."""
    style = styles.style(properties.style)
    if properties.outline is None and style.title:
        return Role.TITLE, 0
    outline = style.outline if properties.outline is None else properties.outline
    if outline is None and style.heading:
        outline = style.heading - 1
    if outline is not None and 0 <= outline < BODY_LEVEL:
        return Role.HEADING, outline + 1
    return Role.BODY, 0
