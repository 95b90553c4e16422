"""`negotiator db`."""

from __future__ import annotations

import click

from negotiator.cli.options import deliver, format_option, say, terminal_width


@click.group()
def command() -> None:
    """Look after the database."""


@command.command()
@click.pass_context
def upgrade(ctx: click.Context) -> None:
    """Bring the database to this program's schema, guarded and after copying it."""
    from negotiator.workbench.bench import upgraded

    report = upgraded(ctx.find_root().obj)
    if report.before == report.after:
        say(f"nothing to do: the schema is {report.after} already")
    else:
        say(f"upgraded from schema {report.before} to {report.after}; before it: {report.copy}")


@command.command()
@format_option("table", "json")
@click.pass_context
def info(ctx: click.Context, /, format_: str) -> None:
    """Say what the database holds and who wrote it."""
    from negotiator.cli.options import bench
    from negotiator.render import data, terminal

    with bench(ctx) as desk:
        found = desk.database.info()
    fields = {name: str(getattr(found, name)) for name in found.__dataclass_fields__}
    if format_ == "json":
        deliver(data.text(fields), "-")
    else:
        deliver(terminal.write(terminal.particulars(fields), width=terminal_width()), "-")
