"""`negotiator topic`."""

from __future__ import annotations

from typing import Any

import click

from negotiator.cli.options import bench, given, say, together

_particulars = together(
    click.option("--parent", metavar="CODE", help="The topic that it stands under."),
    click.option("--definition", metavar="TEXT", help="What belongs to it."),
    click.option(
        "--keyword", "keywords", metavar="WORD", multiple=True, help="Words that tell it."
    ),
)


@click.group()
def command() -> None:
    """Set up the tree of topics."""


@command.command()
@click.argument("code")
@click.argument("label")
@_particulars
@click.pass_context
def add(ctx: click.Context, /, code: str, label: str, **particulars: Any) -> None:
    """Add a topic."""
    from negotiator.workbench import setup

    with bench(ctx) as desk:
        topic = setup.add_topic(desk, code, label, **given(particulars))
    say(f"added topic {topic.code} {topic.label}")


@command.command()
@click.argument("code")
@click.option("--label", metavar="TEXT", help="What it is called.")
@_particulars
@click.pass_context
def edit(ctx: click.Context, /, code: str, **particulars: Any) -> None:
    """Change what is recorded of a topic; its code stays."""
    from negotiator.workbench import setup

    with bench(ctx) as desk:
        topic = setup.edit_topic(desk, code, **given(particulars))
    say(f"topic {topic.code} {topic.label}")
