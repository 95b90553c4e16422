"""`negotiator withdraw`."""

from __future__ import annotations

import click

from negotiator.cli.options import bench, by_option, grounds_option, say


@click.command()
@click.argument("version")
@grounds_option("--reason", "Why it was a mistake.")
@by_option(required=True)
@click.pass_context
def command(ctx: click.Context, /, version: str, reason: str, by: str) -> None:
    """Withdraw a version that was added by mistake.

    VERSION is written KEY@NUMBER, as `A@2`. It is kept, shown as withdrawn, and left out of every
    comparison.
    """
    from negotiator.workbench import withdrawal

    with bench(ctx, by) as desk:
        withdrawn = withdrawal.withdraw(desk, version, reason=reason)
    say(f"withdrew {withdrawn.id}, {withdrawn.title}")
