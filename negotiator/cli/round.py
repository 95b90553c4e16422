"""`negotiator round`."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from negotiator.cli.options import DAY, bench, given, say


@click.group()
def command() -> None:
    """Set up the rounds and events of the timeline."""


@command.command()
@click.argument("label")
@click.option("--date", "starts", type=DAY, required=True, help="The day, or the first day.")
@click.option("--until", "ends", type=DAY, help="The last day.")
@click.option("--event", is_flag=True, help="An event beside the talks, not a round of them.")
@click.option("--id", metavar="ID", default="", help="Its id.  [default: the next free one]")
@click.pass_context
def add(
    ctx: click.Context, /, label: str, starts: date, ends: date | None, event: bool, id: str
) -> None:
    """Add a round of the talks, or an event."""
    from negotiator.model import EventKind
    from negotiator.workbench import setup

    kind = EventKind.EVENT if event else EventKind.ROUND
    with bench(ctx) as desk:
        added = setup.add_event(desk, label, starts=starts, ends=ends, kind=kind, id=id)
    say(f"added {added.kind.value} {added.id} of {added.starts}: {added.label}")


@command.command()
@click.argument("id")
@click.option("--label", metavar="TEXT", help="What it is called.")
@click.option("--date", "starts", type=DAY, help="The day, or the first day.")
@click.option("--until", "ends", type=DAY, help="The last day.")
@click.pass_context
def edit(ctx: click.Context, /, id: str, **particulars: Any) -> None:
    """Change what is recorded of a round or an event; its id stays."""
    from negotiator.workbench import setup

    with bench(ctx) as desk:
        edited = setup.edit_event(desk, id, **given(particulars))
    say(f"{edited.kind.value} {edited.id} of {edited.starts}: {edited.label}")
