"""`negotiator compare`."""

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
@format_option("text", "json")
@output_option
@click.pass_context
def command(ctx: click.Context, /, format_: str, output: str, **chosen: Any) -> None:
    """Compare the positions side by side.

    For every issue: what each party says, or in which way it is silent, and the gap between every
    pair of parties. Machine drafts are marked ◇, what a person confirmed ◆.
    """
    from negotiator.render import data, terminal
    from negotiator.workbench import looking

    with bench(ctx) as desk:
        whole = looking.comparison(desk, view(**chosen))
    if format_ == "json":
        deliver(data.text(data.comparison(whole)), output)
    else:
        deliver(terminal.write(terminal.comparison(whole), width=terminal_width()), output)
