"""What the gates say for a terminal: the findings gate by gate, then each gate in one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from negotiator.engine.calendar import in_words
from negotiator.engine.gates import Finding, Result
from negotiator.model import KnownBy

# Of the words that a finding is about, so many characters are shown; the data has all of them.
LONGEST_WORDS = 90
PASSED, STOPPED = "✓", "✗"


def results(title: str, as_of: date | None, known_by: KnownBy, found: Sequence[Result]) -> Group:
    """Return what the gates say.

    Args:
        title: of the negotiation.
        as_of: the day.
        known_by: which date of a document decides.
        found: what each gate says, in their order.
    """
    day = in_words(as_of) if as_of else "any day (nothing on record has a date)"
    parts: list[RenderableType] = [
        Text(title, style="bold"),
        Text(f"checked as of {day}, by date {known_by}"),
    ]
    for one in found:
        if one.findings:
            parts.append(Text(f"\n{one.gate.name}: {one.gate.asks}", style="bold"))
            parts += _findings(one.findings)
    parts += [Text(""), _summary(found), Text(""), Text(_closing(found), style="bold")]
    return Group(*parts)


def _findings(found: Iterable[Finding]) -> Iterator[RenderableType]:
    """Give the findings, and behind those that are mended alike what to do about them."""
    for remedy, some in groupby(found, lambda one: one.remedy):
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(no_wrap=True)
        grid.add_column(overflow="fold")
        for one in some:
            words = f": {_shortened(one.text)}" if one.text else ""
            grid.add_row(Text(one.where, style="bold"), Text(f"{one.what}{words}"))
        yield Padding(grid, (0, 0, 0, 2))
        told = Table.grid(padding=(0, 1, 0, 0))
        told.add_row(Text("→"), Text(remedy))
        yield Padding(told, (0, 0, 0, 2))


def _summary(found: Iterable[Result]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(2):
        grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for one in found:
        cell = Text(_said(one))
        for sentence in one.looked.unchecked:
            cell.append(f"\nnot checked: {sentence}", style="dim")
        mark = PASSED if one.passed else STOPPED
        grid.add_row(Text(mark, style="green" if one.passed else "red"), Text(one.gate.name), cell)
    return grid


def _said(one: Result) -> str:
    """Return how much was found of how much: `1 of 3 gaps`; what cannot be checked stands apart."""
    looked = one.looked.at
    unsure = sum(not each.checked for each in one.findings)
    number = len(one.findings) - unsure
    things = one.gate.thing if looked == 1 else one.gate.things
    said = f"{number} of {looked} {things}" if looked or number else f"no {things}"
    verb = "document cannot" if unsure == 1 else "documents cannot"
    return f"{said}; {unsure} {verb} be checked" if unsure else said


def _closing(found: Sequence[Result]) -> str:
    number = sum(len(one.findings) for one in found)
    stopping = sum(not one.passed for one in found)
    gates = f"{len(found)} gate{'' if len(found) == 1 else 's'}"
    if not number:
        return f"{gates}, nothing found"
    return f"{gates}, {stopping} not passed: {number} finding{'' if number == 1 else 's'}"


def _shortened(text: str) -> str:
    """Return the beginning of a text, cut between words, with a mark where it was cut."""
    if len(text) <= LONGEST_WORDS:
        return text
    cut = text.rfind(" ", LONGEST_WORDS // 2, LONGEST_WORDS)
    return f"{text[: cut if cut > 0 else LONGEST_WORDS].rstrip(' ,;')} …"
