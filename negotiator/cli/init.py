"""`negotiator init`."""

from __future__ import annotations

from pathlib import Path

import click

from negotiator.cli.options import say


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--title", metavar="TEXT", help="What the negotiation is called.")
@click.option("--forum", metavar="TEXT", default="", help="Where it takes place.")
@click.option("--rule", metavar="TEXT", default="", help="“Nothing is agreed until …”.")
@click.pass_context
def command(
    ctx: click.Context, /, file: Path | None, title: str | None, forum: str, rule: str
) -> None:
    """Create the database of a new negotiation.

    Either from FILE, an interchange file with parties, topics and issues, or from a title alone.
    """
    from dataclasses import replace

    from negotiator.errors import Misused
    from negotiator.model import Negotiation
    from negotiator.workbench import setup

    if file is None and not title:
        raise Misused("neither a title nor a file", remedy="give --title TEXT or FILE")
    stated = setup.negotiation_in(file) if file else Negotiation(title or "")
    negotiation = replace(
        stated,
        title=title or stated.title,
        forum=forum or stated.forum,
        rule=rule or stated.rule,
    )
    path = setup.create(ctx.find_root().obj, negotiation)
    say(f"created {path}: {negotiation.title}")
    if not negotiation.parties:
        say("next: `negotiator party add CODE NAME`, then `negotiator add FILE --party CODE`")
