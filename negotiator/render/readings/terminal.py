"""The readings of clauses for a terminal: a table, and one clause as it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from negotiator.engine.review.readings import SETTLED, ReadClause
from negotiator.model import Reading, Wording
from negotiator.render.terminal import said, table

# Of a clause in the table, so many characters are shown; three dots say that it goes on.
LONGEST_SHOWN = 90


def as_table(found: Sequence[ReadClause]) -> Table:
    """Return clauses as a table: the text shortened, what is read in it, and how that stands."""
    return table(
        ["Clause", "Read as", "State"],
        ((_shortened(one), _read(one.placed.reading), _state(one)) for one in found),
    )


def _shortened(one: ReadClause) -> str:
    clause, version = one.placed.clause, one.placed.version
    text = " ".join(clause.text.split())
    if len(text) > LONGEST_SHOWN:
        text = f"{text[:LONGEST_SHOWN].rsplit(' ', 1)[0]} …"
    quoted = f"“{text}”" if clause.wording is Wording.VERBATIM else text
    return f"{clause.id}, {', '.join(version.parties) or 'no party'}\n{quoted}"


def _read(reading: Reading) -> str:
    where = ", ".join((*reading.topics, *reading.issues)) or "unfiled"
    act = reading.force.value if reading.force else "act not read"
    strength = f", {reading.strength}" if reading.strength else ""
    bound = f"\nbinds {reading.bound}" if reading.bound else ""
    return f"{where}\n{act}{strength}{bound}"


def _state(one: ReadClause) -> str:
    return f"{mark(one)} {one.state}{f': {one.why}' if one.why else ''}"


def mark(one: ReadClause) -> str:
    """Return the sign of what people have settled, and of what they have not."""
    return "◆" if one.state in SETTLED else "◇"


def as_text(one: ReadClause) -> Group:
    """Return a clause whole, with everything that is read in it."""
    clause, version = one.placed.clause, one.placed.version
    parties = ", ".join(version.parties) or "no party"
    parts: list[RenderableType] = [
        Text(f"{clause.address}  {clause.reference}".rstrip(), style="bold"),
        Text(f"{parties}, {version.title}, {version.issued or 'date not stated'}", style="dim"),
    ]
    if clause.heading:
        parts.append(Text(f"under {clause.heading}", style="dim"))
    parts.append(Padding(Text(said(clause, one.placed.reading)), (0, 0, 0, 2)))
    if clause.base_text is not None:
        base = f"{clause.change or 'amends'}: “{clause.base_text}”"
        parts.append(Padding(Text(base), (0, 0, 0, 2)))
    reading = one.placed.reading
    who = f", {reading.by} on {reading.at[:10]}" if reading.by else ""
    parts.append(Text(f"\n{mark(one)} {one.state}{who}: {'; '.join(one.reasons)}"))
    parts.append(Padding(Text("\n".join(_lines(reading))), (0, 0, 0, 2)))
    return Group(*parts)


def _lines(reading: Reading) -> Iterator[str]:
    """Yield what is read, field by field; the first ones also where they are empty."""
    for name, value in (
        ("topics", reading.topics),
        ("issues", reading.issues),
        ("act", reading.force),
        ("strength", reading.strength),
        ("binds", reading.bound),
    ):
        yield f"{name}: {_joined(value) or '–'}"
    for name, value in (
        ("reciprocity", reading.reciprocity),
        ("conditions", reading.conditions),
        ("parameters", reading.parameters),
        ("linkage", reading.linkage),
        ("note", reading.note),
        ("because", reading.reason),
    ):
        if value:
            yield f"{name}: {_joined(value)}"


def _joined(value: str | tuple[str, ...] | None) -> str:
    return "; ".join(value) if isinstance(value, tuple) else value or ""
