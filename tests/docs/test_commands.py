"""The commands' help is in the documentation, word for word."""

from __future__ import annotations

from pathlib import Path

import click

from negotiator.cli.program import COMMANDS, negotiator
from tests.docs.commands import commands

DOCS = Path(__file__).parent.parent.parent / "docs"


def test_documented_help_is_the_help() -> None:
    assert (DOCS / "commands.md").read_text(encoding="utf-8") == commands()


def test_static_table_is_the_commands_own_help() -> None:
    context = click.Context(negotiator)
    for name, (_, line) in COMMANDS.items():
        command = negotiator.get_command(context, name)
        assert command is not None
        assert (command.help or "").splitlines()[0] == line
