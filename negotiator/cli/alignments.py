"""`negotiator alignments`."""

from __future__ import annotations

import click

from negotiator.cli.options import (
    Word,
    bench,
    by_option,
    deliver,
    format_option,
    grounds_option,
    output_option,
    say,
    terminal_width,
)
from negotiator.errors import Misused
from negotiator.model import LinkState, Relation


@click.group()
def command() -> None:
    """Review which clauses of different parties speak to each other."""


@command.command("list")
@click.option("--party", "parties", metavar="CODE", multiple=True, help="Only of these.")
@click.option("--topic", "topics", metavar="CODE", multiple=True, help="Only on these.")
@click.option("--issue", "issues", metavar="ID", multiple=True, help="Only on these.")
@click.option("--clause", "clauses", metavar="ID", multiple=True, help="Only of these.")
@click.option("--state", "states", type=Word(LinkState), multiple=True, help="Only this state.")
@click.option("--needs-review", is_flag=True, help="Only what waits for you, the hardest first.")
@format_option("table", "json")
@output_option
@click.pass_context
def list_(
    ctx: click.Context,
    /,
    parties: tuple[str, ...],
    topics: tuple[str, ...],
    issues: tuple[str, ...],
    clauses: tuple[str, ...],
    states: tuple[LinkState, ...],
    needs_review: bool,
    format_: str,
    output: str,
) -> None:
    """List the links between clauses of different parties.

    The machine drafts them when a document is added. A link that was confirmed follows its clauses
    to the next version; where one of them says something else there, it is stale. The hardest are
    those that are stale, and then those that the machine is least sure of.
    """
    from negotiator.render import data, terminal
    from negotiator.render import links as form
    from negotiator.workbench import links

    with bench(ctx) as desk:
        choice = links.Choice(parties, topics, issues, clauses, states, needs_review)
        found = links.links(desk, choice)
    learned = found.adjustment.explanation(found.threshold)
    if format_ == "json":
        whole = form.as_data(found.links, found.adjustment, found.threshold)
        deliver(data.text(whole), output)
    elif found.links:
        deliver(terminal.write(form.as_table(found.links), width=terminal_width()), output)
    else:
        say("there is no such link")
    if learned:
        say(f"learned from {learned}")


@command.command()
@click.argument("left")
@click.argument("right")
@format_option("text", "json")
@click.pass_context
def show(ctx: click.Context, /, left: str, right: str, format_: str) -> None:
    """Show a link: both texts, the machine's reasons, the decisions.

    LEFT and RIGHT are the ids of its clauses, in either order.
    """
    from negotiator.render import data, terminal
    from negotiator.render import links as form
    from negotiator.workbench import links

    with bench(ctx) as desk:
        found = links.link(desk, left, right)
    if format_ == "json":
        deliver(data.text(form.link_file(found.link, found.decisions)), "-")
    else:
        whole = form.as_text(found.link, found.decisions)
        deliver(terminal.write(whole, width=terminal_width()), "-")


@command.command()
@click.argument("left")
@click.argument("right")
@click.option("--confirm", "confirmed", is_flag=True, help="They speak to each other.")
@click.option("--refuse", "refused", is_flag=True, help="They do not.")
@click.option("--to", metavar="CLAUSE", help="Move it: LEFT speaks to this clause, not to RIGHT.")
@click.option("--add", "added", is_flag=True, help="Line them up by hand.")
@click.option("--undo", "undone", is_flag=True, help="Take back what was decided.")
@click.option(
    "--relation",
    metavar="RELATION",
    type=Word(Relation),
    help=f"How they stand to each other: {', '.join(Relation)}.",
)
@grounds_option("--why", "On what grounds.")
@by_option(required=True)
@click.pass_context
def review(
    ctx: click.Context,
    /,
    left: str,
    right: str,
    confirmed: bool,
    refused: bool,
    to: str | None,
    added: bool,
    undone: bool,
    relation: Relation | None,
    why: str,
    by: str,
) -> None:
    """Record a decision on a link. Nothing is overwritten; `--undo` takes back.

    LEFT and RIGHT are the ids of two clauses of different parties. The machine never proposes
    again, nor changes, what was confirmed or refused, and learns from it for the next document.
    """
    from negotiator.render import links as form
    from negotiator.workbench import linking

    acts = {
        "--confirm": confirmed,
        "--refuse": refused,
        "--to": to is not None,
        "--add": added,
        "--undo": undone,
    }
    chosen = [name for name, given in acts.items() if given]
    if len(chosen) != 1:
        raise Misused(f"choose one of {', '.join(acts)}", where=" and ".join(chosen))
    if relation is not None and (refused or undone):
        raise Misused(f"--relation does not go with {chosen[0]}")
    with bench(ctx, by) as desk:
        if confirmed:
            done = linking.confirm(desk, left, right, why=why, relation=relation)
        elif refused:
            done = linking.refuse(desk, left, right, why=why)
        elif to is not None:
            done = linking.move(desk, left, right, to, why=why, relation=relation)
        elif added:
            done = linking.add_by_hand(desk, left, right, why=why, relation=relation)
        else:
            done = linking.undo(desk, left, right, why=why)
    if to is not None:
        say(f"{left} – {right}: refused by {by}")
    say(
        form.told(done.now, by) if done.now else f"{left} – {right}: nothing lines them up any more"
    )
