"""What lines say about the lines after them: a reference, a title, a label such as `Amendment`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from negotiator.documents.tables.fields import Field, plain
from negotiator.documents.tables.grid import Line
from negotiator.documents.tables.headings import (
    ALTERNATIVES,
    BASE_PHRASES,
    REASON_LABELS,
    TEXT_LABELS,
)
from negotiator.documents.tables.references import Citation, citation_of, is_opening

LONGEST_LABEL = 80
# A title is no longer than this and ends without a full stop.
LONGEST_TITLE = 14
SENTENCE_ENDS = (".", ";", ",", ":", "!", "?", "。", "；", "،", "؛", ")", "]")
_BASE_LABELS = frozenset(
    (*BASE_PHRASES, "text proposed by the commission", "text proposed by the european commission")
)


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of a cell under one printed reference.

    Args:
        lines: the wording.
        citation: the reference above it.
        title: the line under the reference that is the provision's title.
    """

    lines: tuple[Line, ...]
    citation: Citation | None = None
    title: Line | None = None


def label_field(line: str) -> Field | None:
    """Return what follows a line that is nothing but a label; None when it is no label."""
    if len(line) > LONGEST_LABEL:
        return None
    words = plain(line)
    if words in TEXT_LABELS:
        return Field.TEXT
    if words in REASON_LABELS:
        return Field.JUSTIFICATION
    return Field.BASE if words in _BASE_LABELS else None


def after_label(line: Line) -> tuple[Field, Line] | None:
    """Return what a line that begins with a label and a colon holds, and the rest of it."""
    head, colon, rest = line.full[: LONGEST_LABEL + 1].partition(":")
    field = label_field(head) if colon and rest.strip() else None
    if field is None:
        return None
    return field, _without(line, len(head) + 1)


def after_citation(line: Line) -> tuple[Citation, Line] | None:
    """Return the provision that a line names before a colon, and the wording after it."""
    head, colon, rest = line.full[: LONGEST_LABEL + 1].partition(":")
    cited = citation_of(head) if colon and rest.strip() and not line.struck.strip() else None
    if cited is None or cited.title or citation_of(line.full) is not None:
        return None
    return cited, _without(line, len(head) + 1)


def is_alternative(line: str) -> bool:
    """Tell whether a line only says that what follows is an alternative."""
    return len(line) <= LONGEST_LABEL and plain(line) in ALTERNATIVES


def _without(line: Line, characters: int) -> Line:
    runs = []
    for run in line.runs:
        cut = min(characters, len(run.text))
        characters -= cut
        if run.text[cut:]:
            runs.append(replace(run, text=run.text[cut:]))
    return replace(line, runs=tuple(runs), label="")


def sections_of(lines: Sequence[Line]) -> tuple[list[Section], list[Line]]:
    """Return the sections of a cell, and the lines in it that only label what follows."""
    sections: list[Section] = []
    labels: list[Line] = []
    held: list[Line] = []
    citation: Citation | None = None
    title: Line | None = None

    def close() -> None:
        if held or citation or title:
            sections.append(Section(tuple(held), citation, title))

    for i, line in enumerate(lines):
        text = line.full
        cited = None if line.struck.strip() else citation_of(text)
        named = after_citation(line)
        if label_field(text) is not None or is_opening(text) or is_alternative(text):
            labels.append(line)
            if held:
                close()
                held, citation, title = [], None, None
        elif cited and (i + 1 < len(lines) or not held):
            if held or citation:
                close()
                held, title = [], None
            citation = cited
        elif named:
            if held or citation:
                close()
                title = None
            citation, held = named[0], [named[1]]
        elif citation and not held and title is None and _is_title(line, lines[i + 1 :]):
            title = line
        else:
            held.append(line)
    close()
    return sections, labels


def _is_title(line: Line, after: Sequence[Line]) -> bool:
    text = line.full.strip()
    return bool(
        after
        and not line.label
        and text[0].isupper()
        and len(text.split()) <= LONGEST_TITLE
        and not text.endswith(SENTENCE_ENDS)
    )
