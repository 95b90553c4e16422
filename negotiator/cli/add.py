"""`negotiator add`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from negotiator.cli.options import DAY, Word, bench, by_option, say, warn
from negotiator.model import Authenticity

if TYPE_CHECKING:
    from negotiator.workbench.intake import Added


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
) -> None:
    """Add documents: new proposals, or new versions of one.

    FILES are in the interchange format negotiator/1, YAML or JSON: a proposal, or a negotiation
    with its parties, topics and issues. A document whose key is on record becomes the next
    version of that proposal. The same file twice adds nothing. Either all files are added or none.
    """
    from negotiator.workbench import intake

    particulars = intake.Particulars(
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
    with bench(ctx, by) as desk:
        for added in intake.add(desk, files, particulars):
            for warning in added.warnings:
                warn(warning)
            say(_told(added))


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
        return f"{added.file}: added {added.version}, {number} clause{'' if number == 1 else 's'}"
    return (
        f"{added.file}: added {added.version}: {len(fate.unchanged)} unchanged,"
        f" {len(fate.modified)} modified, {len(fate.added)} added,"
        f" {len(fate.suppressed)} suppressed"
    )
