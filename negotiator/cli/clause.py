"""`negotiator clause`."""

from __future__ import annotations

from typing import Any

import click

from negotiator.cli.options import Word, bench, by_option, given, say
from negotiator.errors import Misused
from negotiator.model import Evidence, Force, How, Reciprocity, Strength


@click.group()
def command() -> None:
    """File clauses and read them."""


@command.command("set")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--topic", "topics", metavar="CODE", multiple=True, help="The main one first.")
@click.option("--issue", "issues", metavar="ID", multiple=True, help="The issues it speaks to.")
@click.option("--force", metavar="FORCE", type=Word(Force), help=f"The act: {', '.join(Force)}.")
@click.option(
    "--strength",
    metavar="STRENGTH",
    type=Word(Strength),
    help=f"How strongly it binds: {', '.join(Strength)}.",
)
@click.option("--bound", metavar="TEXT", help="Who would be obliged.")
@click.option(
    "--reciprocity",
    metavar="WAYS",
    type=Word(Reciprocity),
    help=f"Whether it binds both ways: {', '.join(Reciprocity)}.",
)
@click.option("--condition", "conditions", metavar="TEXT", multiple=True, help="Its conditions.")
@click.option("--parameter", "parameters", metavar="TEXT", multiple=True, help="Its baselines …")
@click.option("--linkage", metavar="TEXT", multiple=True, help="What it is tied to otherwise.")
@click.option(
    "--evidence",
    metavar="TIER",
    type=Word(Evidence),
    help=f"How well it is attested: {'; '.join(Evidence)}.",
)
@click.option("--note", metavar="TEXT", help="The analyst's note; it stays private.")
@click.option("--confirm", is_flag=True, help="Confirm what the machine drafted.")
@by_option(required=True)
@click.pass_context
def set_(
    ctx: click.Context, /, ids: tuple[str, ...], by: str, confirm: bool, **particulars: Any
) -> None:
    """Append a reading to one or many clauses.

    What is not given stays as a person read it last; lists given replace the list before. Of a
    machine's draft only what you state is kept: --confirm confirms the rest of it as it stands.
    """
    from negotiator.workbench import filing

    with bench(ctx, by) as desk:
        for filed in filing.set_reading(desk, ids, confirm=confirm, **given(particulars)):
            where = ", ".join((*filed.reading.topics, *filed.reading.issues)) or "unfiled"
            force = filed.reading.force.value if filed.reading.force else "force not read"
            say(f"{filed.clause.address}: {where}; {force}")


@command.command()
@click.argument("id", metavar="ID")
@click.option("--to", metavar="TARGET", required=True, help="The clause or proposal it answers.")
@click.option(
    "--how",
    metavar="HOW",
    type=Word(How),
    help=f"In what manner: {', '.join(How)}.  [default: as the machine drafts it]",
)
@click.option("--none", "denied", is_flag=True, help="It is no answer.")
@click.option("--note", metavar="TEXT", default="", help="On what grounds; it stays private.")
@by_option(required=True)
@click.pass_context
def answer(
    ctx: click.Context, /, id: str, to: str, how: How | None, denied: bool, note: str, by: str
) -> None:
    """State that a clause answers another, and how. Nothing is overwritten.

    ID is a clause of one party, TARGET a clause of another, or a proposal as a whole. The last word
    on an answer counts, before what the document states.
    """
    from negotiator.workbench import answering

    if how is not None and denied:
        raise Misused("say either --how or --none")
    with bench(ctx, by) as desk:
        done = answering.state_answer(desk, id, to, how=how, stands=not denied, note=note)
    if denied:
        say(f"{done.clause} is no answer to {to}")
    else:
        manner = done.how.value if done.how else "how is for the machine to draft"
        say(f"{done.clause} answers {to}: {manner}")
