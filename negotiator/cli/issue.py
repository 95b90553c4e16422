"""`negotiator issue`."""

from __future__ import annotations

from typing import Any

import click

from negotiator.cli.options import bench, by_option, given, grounds_option, say
from negotiator.model import SilenceKind

# What nobody has raised needs nobody to say so; “found” is what the documents show.
FOUND = "found"
SILENCES = [
    *(kind.value for kind in SilenceKind if kind is not SilenceKind.NOT_YET_DISCUSSED),
    FOUND,
]


@click.group()
def command() -> None:
    """Set up the issues: the questions that are compared."""


@command.command()
@click.argument("id")
@click.argument("question")
@click.option("--topic", metavar="CODE", required=True, help="The topic that it stands under.")
@click.pass_context
def add(ctx: click.Context, /, id: str, question: str, topic: str) -> None:
    """Add an issue; word its QUESTION so that no side has answered it."""
    from negotiator.workbench import setup

    with bench(ctx) as desk:
        issue = setup.add_issue(desk, id, question, topic=topic)
    say(f"added issue {issue.id} under {issue.topic}: {issue.question}")


@command.command()
@click.argument("id")
@click.option("--question", metavar="TEXT", help="The neutral question.")
@click.option("--topic", metavar="CODE", help="The topic that it stands under.")
@click.pass_context
def edit(ctx: click.Context, /, id: str, **particulars: Any) -> None:
    """Change the question or the topic of an issue; its id stays."""
    from negotiator.workbench import setup

    with bench(ctx) as desk:
        issue = setup.edit_issue(desk, id, **given(particulars))
    say(f"issue {issue.id} under {issue.topic}: {issue.question}")


@command.command()
@click.argument("issue")
@click.argument("party")
@click.argument("kind", type=click.Choice(SILENCES))
@grounds_option("--note", "On what grounds.")
@by_option(required=True)
@click.pass_context
def silence(ctx: click.Context, /, issue: str, party: str, kind: str, note: str, by: str) -> None:
    """Record why a PARTY says nothing on an ISSUE.

    What the documents show is found without this: not yet answered, not addressed. An insistence
    on no change, a refusal to discuss, or an answer that is not public is for a person to say.
    KIND “found” returns to what the documents show.
    """
    from negotiator.workbench import filing

    said = None if kind == FOUND else SilenceKind(kind)
    with bench(ctx, by) as desk:
        filing.set_silence(desk, issue, party, said, note=note)
    say(f"{party} on {issue}: {kind if said else 'as the documents show'}")
