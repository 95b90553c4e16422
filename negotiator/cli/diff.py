"""`negotiator diff`."""

from __future__ import annotations

import click

from negotiator.cli.options import (
    bench,
    deliver,
    format_option,
    in_colour,
    output_option,
    terminal_width,
)


@click.command()
@click.argument("proposal")
@click.argument("span", required=False, default="", metavar="[FROM..TO]")
@format_option("text", "json")
@output_option
@click.pass_context
def command(ctx: click.Context, /, proposal: str, span: str, format_: str, output: str) -> None:
    """Show what changed between two versions of a proposal.

    The last two, unless FROM..TO names others, as 1..3. Wording is redlined where both texts are
    verbatim; paraphrases stand side by side.
    """
    from negotiator.render import data, terminal
    from negotiator.workbench import looking

    with bench(ctx) as desk:
        found = looking.difference(desk, proposal, span)
    if format_ == "json":
        whole = {
            "proposal": proposal,
            "from": found.old.number,
            "to": found.new.number,
            "changes": [data.change(change) for change in found.changes],
        }
        deliver(data.text(whole), output)
    else:
        shown = terminal.changes(found.old, found.new, found.changes)
        text = terminal.write(shown, width=terminal_width(), colour=in_colour(output))
        deliver(text, output)
