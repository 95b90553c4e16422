"""A document as read, as JSON and for the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from negotiator.engine.brackets import Bracketed, options, stances
from negotiator.engine.preview import Preview
from negotiator.model import Clause
from negotiator.render import data, terminal


def as_data(found: Sequence[Preview]) -> data.Data:
    """Return a document as data; a table with a column for each party is one document."""
    first = found[0]
    version = first.version
    return {
        "document": {
            "kind": first.kind,
            "title": version.title,
            "language": version.language,
            "file": version.file_name,
            "sha256": version.file_sha256,
            "size": version.file_size,
        },
        "clauses": [_clause(one, clause) for one in found for clause in one.clauses],
        "omitted": [data.omission(one) for one in first.omitted],
        "warnings": [warning for one in found for warning in one.warnings],
    }


def _clause(one: Preview, clause: Clause) -> data.Data:
    reading = one.readings.get(clause.id)
    amended: dict[str, Any] = {}
    if clause.base_text is not None:
        amended["base_text"] = clause.base_text
    if clause.change is not None:
        amended["change"] = clause.change.value
    if clause.justification:
        amended["justification"] = clause.justification
    if one.version.parties:
        amended["party"] = one.version.parties[0]
    if clause.id in one.comments:
        amended["comments"] = one.comments[clause.id]
    return {
        "id": clause.id,
        "reference": clause.reference,
        "heading": clause.heading,
        "unit": clause.unit.value,
        "text": clause.text,
        **amended,
        "parent": clause.parent,
        "language": clause.language or one.version.language,
        "locator": data.locator(clause.locator),
        "brackets": [_bracket(each) for each in one.brackets.get(clause.id, ())],
        "alternatives": [
            [{"label": each.label, "start": each.start, "end": each.end} for each in group]
            for group in options(clause.text)
        ],
        "reading": data.reading(reading) if reading else None,
    }


def _bracket(one: Bracketed) -> data.Data:
    bracket = one.bracket
    return {
        "start": bracket.start,
        "end": bracket.end,
        "depth": bracket.depth,
        "supports": list(bracket.supports),
        "opposes": list(bracket.opposes),
        "reserves": list(bracket.reserves),
        "alternatives": list(bracket.alternatives),
        "closed": bracket.closed,
        "opens_in": one.opens_in,
        "closes_in": one.closes_in,
    }


def as_text(found: Sequence[Preview], width: int) -> str:
    """Return a document for a terminal: its clauses in full, then what is left out."""
    first = found[0]
    count = sum(len(one.clauses) for one in found)
    head = Text(first.version.title or first.version.file_name, style="bold")
    told = [first.kind, first.version.language, f"{count} clause{'' if count == 1 else 's'}"]
    head.append(f"\n{', '.join(filter(None, told))}", style="not bold")
    parts: list[RenderableType] = [head]
    for one in found:
        if one.version.parties or len(found) > 1:
            parts.append(Text(f"\n{', '.join(one.version.parties) or one.version.genre}", "bold"))
        parts += [_shown(one, clause) for clause in one.clauses]
    if first.omitted:
        parts.append(Text("\nLeft out", style="bold"))
        parts.append(terminal.omissions(first.omitted))
    return terminal.write(Group(*parts), width=width)


def _shown(one: Preview, clause: Clause) -> Padding:
    line = Text("\n")
    line.append(clause.id, style="bold")
    page = f"page {clause.locator.page}" if clause.locator.page else ""
    for part in (clause.reference, clause.heading, page):
        if part:
            line.append(f"  {part}")
    line.append("\n")
    amended = one.amendments.get(clause.id)
    if amended is None:
        line.append(clause.text)
    else:
        line.append(f"{clause.change or 'amends'}: ")
        line.append(terminal.redline(amended))
    if clause.justification:
        line.append(f"\nreasons given: {clause.justification}", style="dim")
    reading = one.readings.get(clause.id)
    if reading is not None:
        line.append(f"\n{terminal.act(reading)}: {reading.reason}", style="dim")
        for condition in reading.conditions:
            line.append(f"\non condition: {condition}", style="dim")
    if clause.id in one.comments:
        line.append(f"\nin the margin: {one.comments[clause.id]}", style="dim")
    for stance in stances(clause.text, one.brackets.get(clause.id, ())):
        words = f" “{stance.words}”" if stance.words else ""
        line.append(f"\n{stance.who} {stance.what}{words}", style="dim")
    return Padding(line, (0, 0, 0, 2))
