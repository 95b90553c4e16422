"""Two texts side by side for a terminal, at any width from 60 columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.box import MINIMAL
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from negotiator.model import Unit, Wording
from negotiator.render import terminal
from negotiator.render.alignment.positions import HEADING, positions
from negotiator.render.alignment.rows import Fold, Part, Row, folded
from negotiator.render.alignment.sides import SideBySide
from negotiator.render.alignment.summary import fold_line, lined_up_by, summary
from negotiator.render.alignment.versions import QUIET, versions

# So wide is the room for a change symbol: `(MOD)` and a blank.
SYMBOL = 6


def as_text(whole: SideBySide, *, width: int, colour: bool = False) -> str:
    """Return two texts side by side: the counts first, then every clause of both."""
    if whole.changes is None:
        rows = positions(whole)
        parts = [*_head(whole, rows), *_positions(whole, rows)]
    else:
        rows = versions(whole)
        parts = [*_head(whole, rows), *_versions(rows)]
    return terminal.write(*parts, width=width, colour=colour)


def _head(whole: SideBySide, rows: Sequence[Row]) -> Iterator[Text]:
    yield Text(whole.title, style="bold")
    yield Text(summary(whole, rows))
    if whole.alignment.fallback:
        yield Text(f"Done less well: {whole.alignment.fallback}", style="bold")
    if whole.changes is not None:
        key = "[-removed-] {+added+}. Clauses were matched by wording, not by id or numbering."
    else:
        key = (
            "[-only left-] {+only right+}, marked where half of the wording is common. Links are"
            " proposals of the machine; a score says how likely one is right."
        )
    yield Text(key, style="dim")


def _versions(rows: Sequence[Row]) -> Iterator[RenderableType]:
    for row in folded(rows, QUIET):
        if isinstance(row, Fold):
            symbol = row.rows[0].symbol
            yield Text(f"\n{symbol:<{SYMBOL}}{fold_line(row)}", style="dim")
            continue
        line = Text(f"\n{row.symbol:<{SYMBOL}}", style="bold")
        line.append(", ".join(row.kinds))
        yield from _row(row, line)


def _positions(whole: SideBySide, rows: Sequence[Row]) -> Iterator[RenderableType]:
    for right_only, some in groupby(rows, lambda row: not row.left):
        if right_only:
            yield Text("\nOnly on the right", style="bold")
        for row in some:
            if HEADING in row.kinds:
                (part,) = row.left or row.right
                yield Text("\n").append_text(_body(part))
            else:
                yield from _row(row, Text(f"\n{row.kinds[0]}", style="bold"))


def _row(row: Row, line: Text) -> Iterator[RenderableType]:
    """Return a row: what it is, then its clauses, one over the whole width or two abreast."""
    if row.link is not None:
        line.append(f"  {lined_up_by(row.link)}", style="not bold")
    yield line
    for note in row.notes:
        yield Padding(Text(note), (0, 0, 0, 2))
    for reason in row.link.reasons if row.link else ():
        yield Padding(Text(f"because: {reason}", style="dim"), (0, 0, 0, 2))
    if not row.left or not row.right:
        for part in (*row.left, *row.right):
            yield Padding(_whole(part), (0, 0, 0, 2))
        return
    grid = Table(box=MINIMAL, show_header=False, show_edge=False, expand=True, pad_edge=False)
    for _ in range(2):
        grid.add_column(ratio=1, overflow="fold", vertical="top")
    if row.same:
        grid.add_row(*(_label(parts[0]) for parts in (row.left, row.right)))
        yield Padding(grid, (0, 0, 0, 2))
        yield Padding(_body(row.right[0]), (0, 0, 0, 2))
        return
    grid.add_row(*(_cell(parts) for parts in (row.left, row.right)))
    yield Padding(grid, (0, 0, 0, 2))


def _cell(parts: Sequence[Part]) -> Text:
    return Text("\n\n").join(map(_whole, parts))


def _whole(part: Part) -> Text:
    return _label(part).append("\n").append_text(_body(part))


def _label(part: Part) -> Text:
    clause = part.clause
    told = "".join(f"  {one}" for one in (clause.reference, clause.heading) if one)
    return Text().append(clause.key, style="bold").append(told)


def _body(part: Part) -> Text:
    clause = part.clause
    if part.again:
        return Text("(in full above)", style="dim")
    body = terminal.redline(part.spans)
    if clause.unit is Unit.HEADING:
        body.stylize("bold")
    if not clause.text and clause.base_text:
        return Text("proposes to delete: ").append_text(body)
    if clause.wording is Wording.PARAPHRASE:
        body.append(" [paraphrase]")
    return body
