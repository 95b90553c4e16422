"""`negotiator party`."""

from __future__ import annotations

from typing import Any

import click

from negotiator.cli.options import Word, bench, given, say, together
from negotiator.model import PartyKind

_particulars = together(
    click.option("--side", metavar="N", help="The side of the table."),
    click.option("--kind", type=Word(PartyKind), help="What sort of negotiator."),
    click.option("--short", metavar="NAME", help="The name within a sentence."),
    click.option("--role", metavar="TEXT", help="Its role, where that needs saying."),
    click.option("--alias", "aliases", metavar="NAME", multiple=True, help="Other names."),
    click.option("--member-of", metavar="CODE", multiple=True, help="Its alliances."),
    click.option(
        "--counts-with",
        metavar="CODE",
        multiple=True,
        help="An alliance whose clauses stand for it where it says nothing itself.",
    ),
)


@click.group()
def command() -> None:
    """Set up the parties."""


@command.command()
@click.argument("code")
@click.argument("name")
@_particulars
@click.pass_context
def add(ctx: click.Context, /, code: str, name: str, **particulars: Any) -> None:
    """Add a party; its place is the end of the stated order.

    Without --side it sits on a side of its own. Gaps between sides lead and are counted.
    """
    from negotiator.workbench import setup

    with bench(ctx) as desk:
        party = setup.add_party(desk, code, name, **given(particulars))
    say(f"added party {party.code}, {party.name}, on side {party.side}")


@command.command()
@click.argument("code")
@click.option("--name", metavar="NAME", help="Its full name.")
@_particulars
@click.pass_context
def edit(ctx: click.Context, /, code: str, **particulars: Any) -> None:
    """Change what is recorded of a party; its code stays."""
    from negotiator.workbench import setup

    with bench(ctx) as desk:
        party = setup.edit_party(desk, code, **given(particulars))
    say(f"party {party.code}: {party.name}, side {party.side}")
