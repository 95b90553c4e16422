"""`negotiator report`."""

from __future__ import annotations

from typing import Any

import click

from negotiator.cli.options import bench, deliver, view, view_options

# The formats and the ends of the names of their files.
FORMATS = {"html": (".html", ".htm"), "rolling-text": (".txt",)}


@click.command()
@click.option("-o", "--output", metavar="FILE", required=True, help="Where to; `-` for stdout.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(FORMATS)),
    help="A page, or one bracketed text of all positions.  [default: by the name; html]",
)
@view_options
@click.pass_context
def command(ctx: click.Context, /, output: str, format_: str | None, **chosen: Any) -> None:
    """Write the side-by-side report.

    One self-contained page (.html), or a rolling text (.txt): one consolidated text in which
    brackets name who wants which words. Both are fit to be shared: no notes, no reviewers' names.
    The same database gives the same bytes.
    """
    from negotiator.workbench import publishing

    chosen_format = format_ or _by_name(output)
    with bench(ctx) as desk:
        if chosen_format == "html":
            report = publishing.page(desk, view(**chosen))
        else:
            report = publishing.rolling_text(desk, view(**chosen))
    deliver(report, output)


def _by_name(output: str) -> str:
    from negotiator.errors import Misused

    if output == "-":
        return "html"
    for name, ends in FORMATS.items():
        if output.lower().endswith(ends):
            return name
    raise Misused(
        "this kind of report is not known",
        where=output,
        remedy="name a file that ends .html or .txt, or give --format",
    )
