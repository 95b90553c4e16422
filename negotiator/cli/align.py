"""`negotiator align`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from negotiator.cli.options import (
    deliver,
    in_colour,
    instructions,
    output_option,
    reading_options,
    terminal_width,
    warn,
)

# The formats, and the ends of the names of their files.
FORMATS = {"terminal": (".txt",), "json": (".json",), "html": (".html", ".htm")}


@click.command()
@click.argument("left", type=click.Path(path_type=Path))
@click.argument("right", type=click.Path(path_type=Path))
@click.option("--versions", is_flag=True, help="They are two versions of one text, LEFT the older.")
@click.option(
    "--left",
    "left_party",
    metavar="PARTY",
    default="",
    help="LEFT holds columns of several parties: take this one, * for the compromise.",
)
@click.option("--right", "right_party", metavar="PARTY", default="", help="The same for RIGHT.")
@click.option(
    "--deadline",
    metavar="SECONDS",
    type=click.FloatRange(min=0),
    help="After this time a rougher alignment will do; the result says so.  [default: none]",
)
@reading_options
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(FORMATS)),
    help="How to write it.  [default: by the name of the file; terminal]",
)
@output_option
def command(left: Path, right: Path, format_: str | None, output: str, **wished: Any) -> None:
    """Line two documents up, clause by clause, without a database.

    LEFT and RIGHT are texts of different parties: what speaks to the same thing is linked, in
    whatever order it stands, each link with its method and score. With --versions they are two
    versions of one text: what was added, modified, suppressed, moved, renumbered, split or merged,
    with the redline. Ids and numbering never decide. The reading options hold for both files.
    """
    from negotiator.render import data
    from negotiator.render.alignment.data import as_data
    from negotiator.render.alignment.terminal import as_text
    from negotiator.workbench import aligning

    choices = {
        name: wished.pop(name) for name in ("versions", "deadline", "left_party", "right_party")
    }
    with instructions(**wished) as how:
        found, warnings = aligning.align(left, right, how, **choices)
    for warning in warnings:
        warn(warning)
    chosen = format_ or _by_name(output)
    if chosen == "json":
        deliver(data.text(as_data(found)), output)
    elif chosen == "html":
        deliver(aligning.page(found), output)
    else:
        shown = as_text(found, width=terminal_width(), colour=in_colour(output))
        deliver(shown, output)


def _by_name(output: str) -> str:
    ends = (name for name, ends in FORMATS.items() if output.lower().endswith(ends))
    return next(ends, "terminal")
