"""The reply audit for a terminal: one screen first, the texts of both sides on request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from negotiator.engine.calendar import in_words
from negotiator.engine.cells import PlacedClause
from negotiator.engine.comparison import Comparison
from negotiator.engine.replies import Ask, Audit, Coverage, Restatement
from negotiator.model import Reply
from negotiator.render.terminal import redline, said

MARKS = {
    Reply.ACCEPTED: "●●",
    Reply.ACCEPTED_IN_PART: "◎",
    Reply.ACCEPTED_CONDITIONALLY: "◌◎",
    Reply.COUNTERED: "○ ○",
    Reply.DEFERRED: "…",
    Reply.REFERRED: "→",
    Reply.REFUSED: "▶◀",
    Reply.NOT_ADDRESSED: "●◌",
    Reply.NOT_YET_ANSWERED: "◌",
}
# A selection of so few documents is shown reply by reply, of so few asks with all texts.
FEW_DOCUMENTS = 4
FEW_ASKS = 12


def audit(whole: Comparison, found: Audit, *, full: bool = False) -> Group:
    """Return what became of the asks.

    Args:
        whole: the comparison, where the clauses stand.
        found: the audit of some or all asks.
        full: whether to show each ask with its text and those of its answers.
    """
    day = f" as of {in_words(whole.as_of)}" if whole.as_of else ""
    parts: list[RenderableType] = [Text(f"What became of each demand and offer{day}", "bold")]
    if not found.asks:
        parts.append(Text("Nobody asks anything here."))
    by_reply = full or len(found.coverage) <= FEW_DOCUMENTS
    for one in found.coverage:
        asks = [ask for ask in found.asks if _of(one, ask)]
        parts += _by_reply(one, asks) if by_reply else _in_short(one, asks)
    parts += _legend(found)
    clauses = _clauses(whole)
    called = {party.code: party.called for party in whole.negotiation.parties}
    if full or len(found.asks) <= FEW_ASKS:
        parts += [part for ask in found.asks for part in _ask(ask, clauses, called)]
        parts += [part for one in found.restatements for part in _restated(one, clauses, called)]
    elif found.restatements:
        told = ", ".join(f"{one.clause} ({one.original})" for one in found.restatements)
        parts.append(Text(f"Told by the other side, --full compares: {told}"))
    if not by_reply:
        parts.append(Text("--party, --issue or --full: each reply by its clauses."))
    return Group(*parts)


def side_by_side(whole: Comparison, found: Audit, party: str) -> Group:
    """Return the asks of a party, each beside what the others answer.

    Args:
        whole: the comparison, where the clauses stand.
        found: the audit of the asks of that party.
        party: its code.
    """
    called = {one.code: one.called for one in whole.negotiation.parties}
    day = f" as of {in_words(whole.as_of)}" if whole.as_of else ""
    head = Text(f"What {called.get(party, party)} asks, and what is answered{day}", "bold")
    if not found.asks:
        return Group(head, Text("It asks nothing here."))
    clauses = _clauses(whole)
    grid = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    grid.add_column(f"{party} asks", ratio=1, overflow="fold")
    grid.add_column("Answer", ratio=1, overflow="fold")
    for (clause, issue), asks in groupby(found.asks, key=lambda ask: (ask.clause, ask.issue)):
        grid.add_row(_asked(clause, issue, clauses), _replied(list(asks), clauses))
        grid.add_section()
    return Group(head, grid, *_legend(found))


def _asked(clause: str, issue: str, clauses: Mapping[str, PlacedClause]) -> Text:
    told = Text(clause, "bold")
    told.append(f"  {issue}\n" if issue else "\n", style="not bold dim")
    placed = clauses[clause]
    told.append(said(placed.clause, placed.reading), style="not bold")
    return told


def _replied(asks: Sequence[Ask], clauses: Mapping[str, PlacedClause]) -> Text:
    told = Text()
    for number, ask in enumerate(asks):
        told.append(f"{'' if not number else chr(10)}{ask.addressee}  ", style="bold")
        told.append(f"{MARKS[ask.answer]} {_mark(ask)}{ask.answer.value}")
        for id in (*ask.by, *ask.other_objects):
            placed = clauses[id]
            beside = "beside the point: " if id in ask.other_objects else ""
            told.append(f"\n{id}  {beside}{said(placed.clause, placed.reading)}")
    return told


def _mark(ask: Ask) -> str:
    """Return ? for an answer that the machine proposes, ◇ for one that it only read."""
    return "?" if ask.proposed else "◇" if ask.drafted and ask.by else ""


def _clauses(whole: Comparison) -> dict[str, PlacedClause]:
    filed = (p for row in whole.rows for cell in row.cells for p in cell.clauses)
    return {placed.clause.id: placed for placed in (*filed, *whole.unfiled)}


def _of(covered: Coverage, ask: Ask) -> bool:
    return (ask.document, ask.party, ask.addressee) == (
        covered.document,
        covered.party,
        covered.addressee,
    )


def _legend(found: Audit) -> Iterator[RenderableType]:
    marks = []
    if any(ask.drafted for ask in found.asks):
        marks.append("◇ read by the machine, for a person to confirm")
    if any(ask.proposed for ask in found.asks):
        marks.append("? proposed by it: no answer is stated (`clause answer` states one)")
    if marks:
        yield Text("\n" + "; ".join(marks))


def _head(one: Coverage) -> Text:
    head = Text()
    head.append(f"{one.document}  {one.party} → {one.addressee}", style="bold")
    return head


def _in_short(one: Coverage, asks: list[Ask]) -> Iterator[RenderableType]:
    """Give one document in two lines: the counts, and what met no answer."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(min_width=15, no_wrap=True)
    grid.add_column(overflow="fold")
    told = Text(one.sentence)
    if not one.addressed:
        told.append(" (not addressed to it)")
    silent = [ask.clause for ask in asks if ask.answer is Reply.NOT_ADDRESSED]
    if silent and one.answered:
        told.append(f"\nno answer to {', '.join(silent)}", style="dim")
    grid.add_row(_head(one), told)
    yield grid


def _by_reply(one: Coverage, asks: list[Ask]) -> Iterator[RenderableType]:
    head = Text("\n").append_text(_head(one))
    head.append(f"  {one.asks} ask{'' if one.asks == 1 else 's'}")
    if not one.addressed:
        head.append(", not addressed to it")
    yield head
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True, min_width=5)
    grid.add_column(no_wrap=True, justify="right")
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for reply in Reply:
        some = [ask for ask in asks if ask.answer is reply]
        if some:
            told = "; ".join(map(_told, some))
            grid.add_row(f"  {MARKS[reply]}", str(len(some)), reply.value, Text(told))
    yield grid
    if one.selective:
        passed = Text("passed over while others are answered: ")
        passed.append(", ".join(one.passed_over))
        yield Padding(passed, (0, 0, 0, 2))


def _told(ask: Ask) -> str:
    by = f" by {' '.join(ask.by)}" if ask.by else ""
    beside = f" (beside: {' '.join(ask.other_objects)})" if ask.other_objects else ""
    return f"{_mark(ask)}{ask.clause}{by}{beside}"


def _ask(
    ask: Ask, clauses: Mapping[str, PlacedClause], called: Mapping[str, str]
) -> Iterator[RenderableType]:
    head = Text("\n")
    head.append(f"{ask.clause}  {ask.force.value} of {called.get(ask.party, ask.party)}", "bold")
    head.append(f"  {MARKS[ask.answer]} {'◇ ' if ask.drafted else ''}{ask.answer.value}")
    yield head
    for id in (ask.clause, *ask.by, *ask.other_objects):
        placed = clauses.get(id)
        if placed is not None:
            yield Padding(Text(f"{id}  {said(placed.clause, placed.reading)}"), (0, 0, 0, 2))
    yield Padding(Text(ask.rationale, style="italic"), (0, 0, 0, 2))


def _restated(
    one: Restatement, clauses: Mapping[str, PlacedClause], called: Mapping[str, str]
) -> Iterator[RenderableType]:
    other = called.get(one.of, one.of)
    yield Text(f"\n{one.clause} tells what {other} says; {one.original} in its own words:")
    if one.redline is not None:
        yield Padding(redline(one.redline), (0, 0, 0, 2))
        return
    for id in (one.clause, one.original):
        placed = clauses.get(id)
        if placed is not None:
            yield Padding(Text(f"{id}  {said(placed.clause, placed.reading)}"), (0, 0, 0, 2))
