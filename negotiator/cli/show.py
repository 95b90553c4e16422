"""`negotiator show`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from negotiator.cli.options import bench, deliver, format_option, output_option, terminal_width

if TYPE_CHECKING:
    from rich.console import RenderableType

    from negotiator.workbench.looking import ClauseFile
    from negotiator.workbench.showing import Shown


@click.command()
@click.argument("id")
@format_option("text", "json")
@output_option
@click.pass_context
def command(ctx: click.Context, /, id: str, format_: str, output: str) -> None:
    """Show one thing: a clause, a version, an issue, a gap …

    ID is that of a clause (A4.1, or A4.1@1 for its wording in version 1), a proposal, a version
    (A@1), an issue, a topic, a party, a source, a round, or a gap (I01.RU-US). A clause is shown
    with all its wordings, readings, notes and answers; what shares an id is shown together.
    """
    from negotiator.render import data, terminal
    from negotiator.workbench import showing

    with bench(ctx) as desk:
        shown = showing.show(desk, id)
    if format_ == "json":
        deliver(data.text(dict(_data(shown))), output)
    else:
        deliver(terminal.write(*_text(shown), width=terminal_width()), output)


def _data(shown: Shown) -> Iterator[tuple[str, Any]]:
    from negotiator.render import data

    if shown.clause:
        yield "clause", _clause_data(shown.clause)
    if shown.versions:
        yield (
            "versions",
            [
                {
                    **data.version(version),
                    "omitted": [data.omission(o) for o in shown.omitted.get(version.id, ())],
                }
                for version in shown.versions
            ],
        )
    if shown.issue:
        yield "issue", data.row(shown.issue)
    if shown.topic:
        yield "topic", data.topic(shown.topic)
    if shown.party:
        yield "party", data.party(shown.party)
    if shown.source:
        yield "source", data.source(shown.source)
    if shown.event:
        yield "event", data.event(shown.event)
    if shown.gap:
        yield "gap", data.gap(shown.gap[1])


def _clause_data(file: ClauseFile) -> dict[str, Any]:
    from negotiator.render import data

    return {
        "wordings": [
            {
                **data.clause(one.clause, one.reading, one.version, one.answers),
                "readings": [data.reading(reading) for reading in history],
            }
            for one, history in zip(file.wordings, file.histories, strict=True)
        ],
        "answered_by": [{"clause": one.clause, **data.manner(one)} for one in file.answered_by],
    }


def _text(shown: Shown) -> Iterator[RenderableType]:
    from negotiator.render import data, terminal

    if shown.clause:
        yield from terminal.clause_file(
            [(one.clause, one.version, one.answers) for one in shown.clause.wordings],
            shown.clause.histories,
            shown.clause.answered_by,
        )
    for version in shown.versions:
        yield terminal.particulars(data.version(version))
        if version.id in shown.omitted:
            yield terminal.omissions(shown.omitted[version.id])
    if shown.issue:
        yield from terminal.issue(shown.issue)
    for kind, content in _data(shown):
        if kind in ("topic", "party", "source", "event"):
            yield terminal.particulars(content)
    if shown.gap:
        yield terminal.gap_file(*shown.gap)
