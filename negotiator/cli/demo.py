"""`negotiator demo`."""

from __future__ import annotations

from pathlib import Path

import click

from negotiator.cli.options import now, say


@click.command()
@click.argument("directory", default="negotiator-demo", type=click.Path(path_type=Path))
def command(directory: Path) -> None:
    """Load the shipped exchange and write its report.

    Makes DIRECTORY (negotiator-demo unless named) with negotiator.db and report.html in it. Run
    again, it replaces these two and touches nothing else.
    """
    from negotiator.workbench.demo import demonstrate

    made = demonstrate(directory, at=now())
    say(f"loaded {made.title}: {made.versions} documents, {made.clauses} clauses")
    say(f"database: {made.database}")
    say("report, to be opened in a browser:")
    click.echo(made.report)
