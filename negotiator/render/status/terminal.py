"""Statuses for a terminal: where the issues stand, round by round, and the history of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from negotiator.engine.status import IssueStatus, Regression, RoundStatus, StatusReading, tally
from negotiator.model import Issue, Negotiation, Status
from negotiator.render.status.marks import MARKS, UNSTATED, Colour, Mark, asserted, mark
from negotiator.render.terminal import table

STYLES = {Colour.GREEN: "green", Colour.YELLOW: "yellow", Colour.WHITE: "", Colour.NONE: "dim"}
INDENT = (0, 0, 0, 2)


def listing(
    negotiation: Negotiation,
    issues: Sequence[Issue],
    statuses: Mapping[str, IssueStatus],
    falls: Sequence[Regression],
    as_of: date | None,
) -> Group:
    """Return where issues stand as of a day: what is agreed first, and who reads it otherwise."""
    standing = [statuses.get(one.id) for one in issues]
    counted, without = tally(one.status if one else None for one in standing)
    parts: list[RenderableType] = [
        Text(negotiation.title, style="bold"),
        Text(f"as of {as_of}" if as_of else "as of any day (nothing on record has a date)"),
        Text(_sum(len(issues), counted, without)),
    ]
    for status, shown in MARKS.items():
        some = [one for one in issues if one.id in statuses and statuses[one.id].status is status]
        if some:
            parts += [_head(shown), Padding(_issues(some, statuses), INDENT)]
    silent = [one.id for one in issues if one.id not in statuses]
    if silent:
        parts += [_head(UNSTATED), Padding(Text(", ".join(silent)), INDENT)]
    unexplained = [one for one in falls if not one.reason]
    if unexplained:
        parts.append(Text("\nFallen without a reason", style="bold"))
        parts += [Padding(Text(_fall(one)), INDENT) for one in unexplained]
    return Group(*parts)


def _sum(issues: int, counted: Mapping[Status, int], without: int) -> str:
    some = [f"{counted[status]} {shown.word}" for status, shown in MARKS.items() if counted[status]]
    some += [f"{without} without status"] if without else []
    return f"{issues} issue{'' if issues == 1 else 's'}: {', '.join(some) or 'none'}"


def _head(shown: Mark) -> Text:
    return Text(f"\n{shown}", style=f"bold {STYLES[shown.colour]}".strip())


def _issues(issues: Iterable[Issue], statuses: Mapping[str, IssueStatus]) -> Table:
    grid = Table.grid(padding=(0, 2), expand=True)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold", ratio=1)
    grid.add_column(no_wrap=True, justify="right")
    for issue in issues:
        one = statuses[issue.id]
        who = ", ".join([asserted(one.asserted_by), *_day(one.reading)])
        said = Text(issue.question)
        for other in one.differing:
            said.append(f"\n≠ {_said(other)}")
        also = [each.asserted_by for each in one.concurring]
        if also:
            said.append(f"\n= also {', '.join(also)}")
        grid.add_row(Text(issue.id, style="bold"), said, Text(who))
    return grid


def _day(one: StatusReading) -> list[str]:
    return [str(one.day)] if one.day else []


def _said(one: StatusReading) -> str:
    """Return what somebody asserts: `RU says: □ open, 2022-02-17`."""
    return ", ".join([f"{asserted(one.asserted_by)}: {mark(one.status)}", *_day(one)])


def _fall(one: Regression) -> str:
    before, after = mark(one.before.status), mark(one.after.status)
    day = f", {one.after.day}" if one.after.day else ""
    reason = f": {one.reason}" if one.reason else "; no reason is given"
    return f"{one.issue}  {asserted(one.asserted_by)}: {before} → {after}{day}{reason}"


def rounds(found: Sequence[RoundStatus]) -> Group:
    """Return where the issues stood round by round, and which changed in between."""
    parts: list[RenderableType] = []
    for one in found:
        total = sum(one.counts.values()) + one.without
        parts.append(Text(f"\n{one.round.id}  {one.day}  {one.round.label}", style="bold"))
        parts.append(Padding(Text(_sum(total, one.counts, one.without)), INDENT))
        for each in one.shifts:
            line = f"{each.issue}: {mark(each.before)} → {mark(each.after)}"
            parts.append(Padding(Text(line), INDENT))
    return Group(*parts)


def history(
    issue: Issue,
    standing: IssueStatus | None,
    readings: Sequence[StatusReading],
    falls: Sequence[Regression],
) -> Group:
    """Return everything asserted of an issue, in the order of the days."""
    parts: list[RenderableType] = [Text(f"{issue.id}  {issue.question}", style="bold")]
    if standing is None:
        return Group(*parts, Text(str(UNSTATED)))
    parts.append(Text(f"counts: {_said(standing.reading)}"))
    parts += [Text(f"≠ {_said(one)}") for one in standing.differing]
    rows = (
        (
            str(one.day or ""),
            asserted(one.asserted_by),
            f"{mark(one.status)}{_undone(one)}",
            one.round,
            one.by,
            "; ".join(filter(None, (one.reason, one.batch))),
        )
        for one in readings
    )
    grid = table(["As of", "Who", "Status", "Round", "By", "Why"], rows, fixed=["As of", "Who"])
    parts += [Text(""), grid]
    if falls:
        parts.append(Text("\nFalls", style="bold"))
        parts += [Padding(Text(_fall(one)), INDENT) for one in falls]
    return Group(*parts)


def _undone(one: StatusReading) -> str:
    return " (taken back)" if one.undone_by is not None else ""


def told(
    issue: str,
    before: IssueStatus | None,
    after: IssueStatus | None,
    said: str,
    recorded: Status | None = None,
) -> str:
    """Return in a line what was recorded of an issue, and what counts where that is not it.

    Args:
        issue: id of the issue.
        before: what counted before.
        after: what counts now.
        said: who asserted something: `jointly`, `analyst`, or the code of a party.
        recorded: what; None where something was taken back.
    """
    if after is None:
        return f"{issue}: {UNSTATED}"
    line = f"{issue}: {_said(after.reading)}"
    own = next((one for one in after.differing if one.asserted_by == said), None)
    if own is not None:
        return f"{issue}: {_said(own)}; what counts is {_said(after.reading)}"
    if recorded is not None and after.reading.status is not recorded:
        # It speaks about an earlier day than what counts.
        return (
            f"{issue}: {asserted(said)}: {mark(recorded)} is on record;"
            f" what counts is {_said(after.reading)}"
        )
    changed = before is not None and before.status is not after.status
    return f"{line} (was {mark(before.status)})" if before and changed else line
