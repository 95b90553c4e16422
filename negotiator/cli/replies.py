"""`negotiator replies`."""

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
@click.option("--full", is_flag=True, help="Show every ask and answer with its text.")
@format_option("text", "json")
@output_option
@click.pass_context
def command(ctx: click.Context, /, full: bool, format_: str, output: str, **chosen: Any) -> None:
    """Say which demands and offers were answered, and how.

    What was passed over is listed. --party chooses who asks. An answer to another object counts as
    not addressed, and is shown.
    """
    from negotiator.render import data, terminal
    from negotiator.render.replies import data as replies_data
    from negotiator.render.replies import terminal as replies_terminal
    from negotiator.workbench import replies

    with bench(ctx) as desk:
        found = replies.replies(desk, view(**chosen))
    if format_ == "json":
        deliver(data.text(replies_data.audit(found.audit)), output)
        return
    shown = replies_terminal.audit(found.whole, found.audit, full=full)
    deliver(terminal.write(shown, width=terminal_width()), output)
