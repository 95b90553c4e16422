"""The command `negotiator`: its static table of commands, and the exit code of what went wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from negotiator import __version__
from negotiator.errors import NegotiatorError, StorageFailed
from negotiator.visible import is_text, spelt, visible

INTERRUPTED = 130
# What the environment may say in place of an option.
VARIABLES = ("NEGOTIATOR_DATABASE", "NEGOTIATOR_BY")

# Name, module within `negotiator.cli`, and the first line of the command's help. It stands here
# so that `negotiator --help` imports no command; a test keeps it equal to the commands' own.
COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("demo", "Load the shipped exchange and write its report."),
    "init": ("init", "Create the database of a new negotiation."),
    "db": ("db", "Look after the database."),
    "party": ("party", "Set up the parties."),
    "topic": ("topic", "Set up the tree of topics."),
    "issue": ("issue", "Set up the issues: the questions that are compared."),
    "round": ("round", "Set up the rounds and events of the timeline."),
    "add": ("add", "Add documents: new proposals, or new versions of one."),
    "read": ("read", "Read a document without a database."),
    "align": ("align", "Line two documents up, clause by clause, without a database."),
    "withdraw": ("withdraw", "Withdraw a version that was added by mistake."),
    "clause": ("clause", "File clauses and read them."),
    "list": ("list_", "List what is on record."),
    "show": ("show", "Show one thing: a clause, a version, an issue, a gap …"),
    "search": ("search", "Search the words of all clauses, in every version."),
    "diff": ("diff", "Show what changed between two versions of a proposal."),
    "compare": ("compare", "Compare the positions side by side."),
    "alignments": (
        "alignments",
        "Review which clauses of different parties speak to each other.",
    ),
    "readings": ("readings", "Review what was read in the clauses."),
    "gaps": ("gaps", "Review the gaps between the positions."),
    "status": ("status", "Keep how far each issue has come, and who says so."),
    "compromise": ("compromise", "Keep compromise texts and how the parties react to them."),
    "review": ("review", "Walk through what waits for you, one key for each decision."),
    "replies": ("replies", "Say which demands and offers were answered, and how."),
    "movement": ("movement", "Show who moved where, round by round."),
    "linkage": ("linkage", "Show what hangs on what: conditions and packages."),
    "report": ("report", "Write the side-by-side report."),
    "check": ("check", "Check that the record is in order: gates for a script."),
}


class LazyCommands(click.Group):
    """A group that imports a command when it is called, not when it is listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table, which is the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command, or None when there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"negotiator.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=LazyCommands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--database",
    metavar="PATH_OR_URL",
    default="negotiator.db",
    envvar="NEGOTIATOR_DATABASE",
    help="The negotiation's database.  [default: $NEGOTIATOR_DATABASE or ./negotiator.db]",
)
@click.version_option(__version__, prog_name="negotiator")
@click.pass_context
def negotiator(ctx: click.Context, /, database: str) -> None:
    """Compare negotiating positions, clause by clause.

    Data goes to standard output, talk to standard error. Exit codes: 0 fine, 1 the data was
    refused, 2 usage, 3 a check failed, 4 storage, 130 interrupted.
    """
    ctx.obj = database


def run(arguments: Sequence[str], **extra: Any) -> int:
    """Run the command line and return its exit code.

    Args:
        arguments: what follows the program's name.
        extra: passed on to click, for tests.
    """
    surroundings = [(f"${name}", os.environ.get(name, "")) for name in VARIABLES]
    for what, text in (*(("argument", argument) for argument in arguments), *surroundings):
        if not is_text(text):
            remedy = "set the terminal to UTF-8, or rename the file"
            click.echo(f"error: {what} “{spelt(text)}” is not UTF-8; {remedy}", err=True)
            return click.UsageError.exit_code
    try:
        result = negotiator.main(
            list(arguments), prog_name="negotiator", standalone_mode=False, **extra
        )
        sys.stdout.flush()
    except NegotiatorError as error:
        click.echo(visible(f"error: {error}"), err=True)
        return error.exit_code
    except click.UsageError as error:
        error.show()
        return 2
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except OSError as error:
        return _unwritable(error)
    return result if isinstance(result, int) else 0


def _unwritable(error: OSError) -> int:
    """Say what cannot be written or read; a reader of the output that has gone needs no word."""
    # Point stdout elsewhere so that its last flush stays quiet.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        # The reader has gone (`| head`).
        return 0
    where = error.filename or "standard output"
    click.echo(f"error: {where}: {error.strerror}; make room for it, or write elsewhere", err=True)
    return StorageFailed.exit_code
