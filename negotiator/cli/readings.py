"""`negotiator readings`."""

from __future__ import annotations

from typing import Any

import click

from negotiator.cli.options import (
    Word,
    bench,
    by_option,
    deliver,
    format_option,
    given,
    grounds_option,
    output_option,
    say,
    terminal_width,
    together,
)
from negotiator.errors import Misused
from negotiator.model import Force, Reciprocity, Review, Strength

# What a person corrects in a reading.
corrections = together(
    click.option("--topic", "topics", metavar="CODE", multiple=True, help="The main one first."),
    click.option("--issue", "issues", metavar="ID", multiple=True, help="What it speaks to."),
    click.option(
        "--force", metavar="FORCE", type=Word(Force), help=f"The act: {', '.join(Force)}."
    ),
    click.option(
        "--strength",
        metavar="STRENGTH",
        type=Word(Strength),
        help=f"How strongly it binds: {', '.join(Strength)}.",
    ),
    click.option("--bound", metavar="TEXT", help="Who would be obliged."),
    click.option(
        "--reciprocity",
        metavar="WAYS",
        type=Word(Reciprocity),
        help=f"Whether it binds both ways: {', '.join(Reciprocity)}.",
    ),
    click.option("--condition", "conditions", metavar="TEXT", multiple=True, help="Conditions."),
    click.option("--parameter", "parameters", metavar="TEXT", multiple=True, help="Baselines …"),
    click.option("--linkage", metavar="TEXT", multiple=True, help="What it is tied to."),
)


@click.group()
def command() -> None:
    """Review what was read in the clauses."""


@command.command("list")
@click.option("--party", "parties", metavar="CODE", multiple=True, help="Only of these.")
@click.option("--topic", "topics", metavar="CODE", multiple=True, help="Only under these.")
@click.option("--issue", "issues", metavar="ID", multiple=True, help="Only under these.")
@click.option("--proposal", "proposals", metavar="KEY", multiple=True, help="Only in these.")
@click.option("--state", "states", type=Word(Review), multiple=True, help="Only this state.")
@click.option("--needs-review", is_flag=True, help="Only what waits for you, the hardest first.")
@format_option("table", "json")
@output_option
@click.pass_context
def list_(ctx: click.Context, /, format_: str, output: str, **chosen: Any) -> None:
    """List the readings of the provisions in force.

    The machine reads what nobody has read; its readings are drafts. What a person read in wording
    that has changed since is stale. The hardest are those that are stale or disputed, then those
    that say least.
    """
    from negotiator.render import data, terminal
    from negotiator.render.readings import data as form
    from negotiator.render.readings import terminal as page
    from negotiator.workbench import readings

    with bench(ctx) as desk:
        found = readings.readings(desk, readings.Choice(**chosen))
    if format_ == "json":
        deliver(data.text(form.as_data(found)), output)
    elif found:
        deliver(terminal.write(page.as_table(found), width=terminal_width()), output)
    else:
        say("there is no such reading")


@command.command()
@click.argument("ids", nargs=-1, required=True, metavar="CLAUSE...")
@click.option("--confirm", "confirmed", is_flag=True, help="It reads as drafted.")
@click.option("--propose", "proposed", is_flag=True, help="So it reads; let another confirm.")
@click.option("--dispute", "disputed", is_flag=True, help="It does not read so.")
@click.option("--adjudicate", "adjudicated", is_flag=True, help="So the dispute is settled.")
@click.option("--undo", "undone", is_flag=True, help="Take back what was decided.")
@corrections
@grounds_option("--note", "On what grounds; it stays private.")
@by_option(required=True)
@click.pass_context
def review(
    ctx: click.Context,
    /,
    ids: tuple[str, ...],
    confirmed: bool,
    proposed: bool,
    disputed: bool,
    adjudicated: bool,
    undone: bool,
    note: str,
    by: str,
    **corrected: Any,
) -> None:
    """Confirm or correct readings. Nothing is overwritten; `--undo` takes back.

    CLAUSE is the id of a clause, or the address of a wording. What is confirmed becomes a person's
    reading with the machine's content; what is corrected changes in the fields that are named, and
    lists given replace the list before. `negotiator show CLAUSE` lists every reading of a clause.
    """
    from negotiator.workbench import readings

    acts = {
        "--confirm": (confirmed, Review.CONFIRMED),
        "--propose": (proposed, Review.PROPOSED),
        "--dispute": (disputed, Review.DISPUTED),
        "--adjudicate": (adjudicated, Review.ADJUDICATED),
        "--undo": (undone, Review.DRAFT),
    }
    changes = given(corrected)
    chosen = [name for name, (wanted, _) in acts.items() if wanted]
    if len(chosen) > 1 or not (chosen or changes):
        raise Misused(
            f"choose one of {', '.join(acts)}, or say what to correct", where=" and ".join(chosen)
        )
    if changes and (disputed or undone):
        raise Misused(f"nothing can be corrected with {chosen[0]}")
    state = acts[chosen[0]][1] if chosen else Review.CONFIRMED
    with bench(ctx, by) as desk:
        if undone:
            filed = readings.undo(desk, ids, note=note)
        else:
            filed = readings.review(desk, ids, state=state, changes=changes, note=note)
    for one in filed:
        where = ", ".join((*one.reading.topics, *one.reading.issues)) or "unfiled"
        act = one.reading.force.value if one.reading.force else "act not read"
        say(f"{one.clause.address}: {where}; {act}; {one.reading.review.value} by {by}")
