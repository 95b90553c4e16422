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
@click.option("--for", "for_", metavar="CODE", help="What this party asks, and the answers.")
@format_option("text", "json")
@output_option
@click.pass_context
def command(
    ctx: click.Context, /, for_: str | None, format_: str, output: str, **chosen: Any
) -> None:
    """Compare the positions side by side.

    For every issue: what each party says, or in which way it is silent, and the gap between every
    pair of parties. Machine drafts are marked ◇, what a person confirmed ◆. With --for, the asks
    of one party beside what the others answer.
    """
    from negotiator.render import data, terminal
    from negotiator.workbench import looking

    if for_:
        _for_party(ctx, for_, format_, output, chosen)
        return

    with bench(ctx) as desk:
        whole = looking.comparison(desk, view(**chosen))
    if format_ == "json":
        deliver(data.text(data.comparison(whole)), output)
    else:
        deliver(terminal.write(terminal.comparison(whole), width=terminal_width()), output)


def _for_party(
    ctx: click.Context, party: str, format_: str, output: str, chosen: dict[str, Any]
) -> None:
    from negotiator.errors import Misused
    from negotiator.render import data, terminal
    from negotiator.render.replies import data as replies_data
    from negotiator.render.replies import terminal as replies_terminal
    from negotiator.workbench import replies

    if chosen["parties"]:
        raise Misused("--for and --party exclude each other", remedy="leave one of them out")
    with bench(ctx) as desk:
        found = replies.replies(desk, view(**{**chosen, "parties": (party,)}))
    if format_ == "json":
        deliver(data.text(replies_data.audit(found.audit)), output)
        return
    shown = replies_terminal.side_by_side(found.whole, found.audit, party)
    deliver(terminal.write(shown, width=terminal_width()), output)
