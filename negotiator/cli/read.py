"""`negotiator read`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from negotiator.cli.options import (
    deliver,
    format_option,
    instructions,
    output_option,
    reading_options,
    terminal_width,
    warn,
)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@reading_options
@format_option("table", "json")
@output_option
def command(file: Path, format_: str, output: str, **wished: Any) -> None:
    """Read a document without a database.

    Shows its clauses, how the machine reads them, and what is left out: what `add` would record.
    FILE is a Word, PDF, HTML, Markdown, text, Excel, CSV or Akoma Ntoso file, or one in the
    product's own format.
    """
    from negotiator.render import data, document
    from negotiator.workbench import previewing

    with instructions(**wished) as how:
        found = previewing.read(file, how)
    for one in found:
        for warning in one.warnings:
            warn(warning)
    if format_ == "json":
        deliver(data.text(document.as_data(found)), output)
        return
    deliver(document.as_text(found, terminal_width()), output)
