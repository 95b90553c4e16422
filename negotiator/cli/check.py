"""`negotiator check`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from negotiator.cli.options import (
    DAY,
    Word,
    bench,
    deliver,
    format_option,
    in_colour,
    output_option,
    progress,
    terminal_width,
)
from negotiator.model import KnownBy

FAILED = 3
# They stand here so that the help imports no engine; a test keeps them equal to the engine's own.
NAMES = ("rationale", "reopened", "topic", "quotation", "counts", "stale", "issue")


@click.command()
@click.option(
    "--only",
    metavar="GATE",
    type=click.Choice(NAMES),
    multiple=True,
    help=f"Only these gates: {', '.join(NAMES)}.  [default: all but issue]",
)
@click.option("--as-of", type=DAY, help="As of this day.  [default: the last on record]")
@click.option(
    "--known",
    type=Word(KnownBy),
    default=KnownBy.ISSUED.value,
    show_default=True,
    help="Which date of a document decides.",
)
@click.option(
    "--sources",
    metavar="FOLDER",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    multiple=True,
    help="Where the files that were added lie; quotations are looked up in them.",
)
@click.option("--encoding", metavar="NAME", default="", help="Of such files that are not UTF-8.")
@format_option("text", "json")
@output_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    only: tuple[str, ...],
    as_of: date | None,
    known: KnownBy,
    sources: tuple[Path, ...],
    encoding: str,
    format_: str,
    output: str,
) -> int:
    """Check that the record is in order: gates for a script.

    Each gate looks for something that must not stand on record. Where one finds anything, the
    findings are listed and the exit code is 3.

    \b
    rationale  a gap without a rationale, a decision on one without a why
    reopened   an agreed issue that fell back, or was moved on, without a reason
    topic      a provision in force under no topic
    quotation  a quotation that is not in its source
    counts     counts that do not reconcile
    stale      a review older than what it is about
    issue      a provision in force under no issue (only where it is named)

    Without --sources a verbatim clause cannot be compared with its document, and this is said. A
    file that is missing from the folders, or is not the one that was added, is a finding.
    """
    from negotiator.render import data, terminal
    from negotiator.render.gates import data as plain
    from negotiator.render.gates import terminal as form
    from negotiator.workbench import gates

    with bench(ctx) as desk, progress() as watch:
        found = gates.check(
            desk,
            only=only,
            as_of=as_of,
            known_by=known,
            sources=sources,
            encoding=encoding,
            watch=watch,
        )
    if format_ == "json":
        deliver(data.text(plain.results(found.as_of, found.known_by, found.results)), output)
    else:
        shown = form.results(found.title, found.as_of, found.known_by, found.results)
        colour = in_colour(output)
        deliver(terminal.write(shown, width=terminal_width(), colour=colour), output)
    return 0 if found.passed else FAILED
