"""`negotiator linkage`."""

from __future__ import annotations

from typing import Any

import click

from negotiator.cli.options import (
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
@click.option("--full", is_flag=True, help="Show every condition and tie, nothing shortened.")
@format_option("text", "json")
@output_option
@click.pass_context
def command(ctx: click.Context, /, full: bool, format_: str, output: str, **chosen: Any) -> None:
    """Show what hangs on what: conditions and packages.

    Who waits for whom comes first, with conditions that block each other; then what each issue is
    hostage to. --party chooses what a party states or is waited for, --issue what it touches.
    """
    from negotiator.render import data, terminal
    from negotiator.render.linkage import data as linkage_data
    from negotiator.render.linkage import terminal as linkage_terminal
    from negotiator.workbench import linkage

    with bench(ctx) as desk:
        found = linkage.linkage(desk, view(**chosen))
    if format_ == "json":
        deliver(data.text(linkage_data.linkage(found.whole, found.linkage)), output)
        return
    shown = linkage_terminal.linkage(found.whole, found.linkage, full=full)
    deliver(terminal.write(shown, width=terminal_width()), output)
