"""`negotiator report`."""

from __future__ import annotations

from typing import Any

import click

from negotiator.cli.options import bench, deliver, view, view_options

FORMATS = (".html", ".htm")


@click.command()
@click.option("-o", "--output", metavar="FILE", required=True, help="Where to; `-` for stdout.")
@view_options
@click.pass_context
def command(ctx: click.Context, /, output: str, **chosen: Any) -> None:
    """Write the side-by-side report.

    One self-contained page (.html), fit to be shared: no notes, no reviewers' names. The same
    database gives the same bytes.
    """
    from negotiator.errors import Misused
    from negotiator.workbench import publishing

    if output != "-" and not output.lower().endswith(FORMATS):
        raise Misused(
            "this kind of report is not known", where=output, remedy="name a file that ends .html"
        )
    with bench(ctx) as desk:
        page = publishing.page(desk, view(**chosen))
    deliver(page, output)
