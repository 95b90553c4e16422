"""`negotiator movement`."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from negotiator.cli.options import (
    DAY,
    bench,
    deliver,
    format_option,
    output_option,
    terminal_width,
    view,
    view_options,
)


@click.command()
@view_options
@click.option("--since", type=DAY, help="From this day on.  [default: the first]")
@click.option("--full", is_flag=True, help="Show the reason of each move and both texts.")
@format_option("text", "json")
@output_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    since: date | None,
    full: bool,
    format_: str,
    output: str,
    **chosen: Any,
) -> None:
    """Show who moved where, round by round.

    For every party and issue: new, hardened, softened, reframed, dropped or restored, with the
    clauses; what is unchanged is counted. --issue shows the reason and the texts of both sides.
    """
    from negotiator.render import data, terminal
    from negotiator.render.movement import data as movement_data
    from negotiator.render.movement import terminal as movement_terminal
    from negotiator.workbench import movement

    with bench(ctx) as desk:
        whole = movement.movement(desk, view(**chosen), since=since)
    if format_ == "json":
        deliver(data.text(movement_data.movement(whole)), output)
        return
    shown = movement_terminal.movement(whole, full=full or bool(chosen["issues"]))
    deliver(terminal.write(shown, width=terminal_width()), output)
