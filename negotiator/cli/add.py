"""`negotiator add`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from negotiator.cli.options import (
    DAY,
    Word,
    bench,
    by_option,
    instructions,
    reading_options,
    say,
    warn,
)
from negotiator.model import Authenticity

if TYPE_CHECKING:
    from negotiator.workbench.intake import Added, Outcome


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--party", metavar="CODE", default="", help="Who tabled it.")
@click.option("--proposal", metavar="KEY", default="", help="The proposal it is a version of.")
@click.option("--title", metavar="TEXT", default="", help="Its title.")
@click.option("--genre", metavar="TEXT", default="", help="What it is: non-paper, letter …")
@click.option("--date", "issued", type=DAY, help="When it was issued.")
@click.option("--received", type=DAY, help="When it was received.")
@click.option("--published", type=DAY, help="When it was published.")
@click.option("--addressee", "addressees", metavar="CODE", multiple=True, help="To whom.")
@click.option("--authenticity", type=Word(Authenticity), help="Its provenance.")
@reading_options
@by_option(required=False)
@click.pass_context
def command(
    ctx: click.Context,
    /,
    files: tuple[Path, ...],
    party: str,
    proposal: str,
    title: str,
    genre: str,
    issued: date | None,
    received: date | None,
    published: date | None,
    addressees: tuple[str, ...],
    authenticity: Authenticity | None,
    by: str,
    **wished: Any,
) -> int:
    """Add documents: new proposals, or new versions of one.

    FILES are Word, PDF, HTML, Markdown, text, Excel, CSV or Akoma Ntoso files, or in the
    product's own format: a proposal, or a negotiation with its parties, topics and issues. A
    document whose key is on record becomes the next version of that proposal. The same file twice
    adds nothing. Either all files are added or none.

    One FOLDER instead is added file by file: what is refused is told and stops nothing; the same
    command again goes on where it was.
    """
    from negotiator.workbench import intake
    from negotiator.workbench.particulars import Particulars

    particulars = Particulars(
        party=party,
        proposal=proposal,
        title=title,
        genre=genre,
        issued=issued,
        received=received,
        published=published,
        addressees=addressees,
        authenticity=authenticity,
    )
    folder = len(files) == 1 and files[0].is_dir()
    with bench(ctx, by) as desk, instructions(**wished) as how:
        if folder:
            return _folder(intake.add_folder(desk, files[0], particulars, how))
        for added in intake.add(desk, files, particulars, how):
            _tell(added)
    return 0


def _folder(outcomes: Iterable[Outcome]) -> int:
    """Tell what became of each file, then how many were added, passed over and refused."""
    done = skipped = failed = 0
    for outcome in outcomes:
        if outcome.refusal is not None:
            failed += 1
            say(f"refused: {outcome.refusal}")
            continue
        for added in outcome.added:
            _tell(added)
        fresh = any(one.new or one.setup or one.readings for one in outcome.added)
        done, skipped = done + fresh, skipped + (not fresh)
    say(f"{done} added, {skipped} on record already, {failed} refused")
    return 1 if failed else 0


def _tell(added: Added) -> None:
    for warning in added.warnings:
        warn(warning)
    say(_told(added))
    for line in added.news:
        say(f"{added.file}: {line}")


def _told(added: Added) -> str:
    if not added.version:
        return f"{added.file}: added {', '.join(added.setup) or 'nothing; all is on record'}"
    if not added.new:
        if added.readings:
            return (
                f"{added.file}: the text is on record as {added.version};"
                f" appended the readings of {len(added.readings)} clauses"
            )
        return f"{added.file}: on record as {added.version}; nothing added"
    fate = added.succession
    if fate is None or added.version.endswith("@1"):
        number = len(fate.clauses) if fate else 0
        left = f"; {added.omitted} left out, see `negotiator show`" if added.omitted else ""
        return (
            f"{added.file}: added {added.version},"
            f" {number} clause{'' if number == 1 else 's'}{left}"
        )
    regrouped = _counted((len(fate.split), "split"), (len(fate.merged), "merged"))
    placed = _counted((len(fate.moved), "moved"), (len(fate.renumbered), "renumbered"))
    return (
        f"{added.file}: added {added.version}: {len(fate.unchanged)} unchanged,"
        f" {len(fate.modified)} modified, {len(fate.added)} added,"
        f" {len(fate.suppressed)} suppressed"
        f"{f', {regrouped}' if regrouped else ''}{f'; {placed}' if placed else ''}"
    )


def _counted(*counts: tuple[int, str]) -> str:
    return ", ".join(f"{number} {word}" for number, word in counts if number)
