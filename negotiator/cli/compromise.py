"""`negotiator compromise`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from negotiator.cli.options import (
    DAY,
    Word,
    bench,
    by_option,
    deliver,
    format_option,
    moment_options,
    output_option,
    say,
    terminal_width,
)
from negotiator.errors import Misused, Refused
from negotiator.model import How, Wording


@click.group()
def command() -> None:
    """Keep compromise texts and how the parties react to them."""


@command.command("set")
@click.argument("issue")
@click.option("--text", metavar="TEXT", help="The text, kept as it is.")
@click.option("--file", "path", metavar="FILE", help="The text of a file, UTF-8, kept as it is.")
@click.option("--paraphrase", is_flag=True, help="An account of a text, not its words.")
@click.option("--undo", "undone", is_flag=True, help="Take back the text that was set last.")
@click.option(
    "--proposed-by",
    metavar="WHO",
    default="analyst",
    show_default=True,
    help="The code of a party, chair, mediator, or in other words.",
)
@moment_options
@click.option("--note", metavar="TEXT", default="", help="On it; never in a report for sharing.")
@by_option(required=True)
@click.pass_context
def set_(
    ctx: click.Context,
    /,
    issue: str,
    text: str | None,
    path: str | None,
    paraphrase: bool,
    undone: bool,
    proposed_by: str,
    round_: str,
    day: date | None,
    note: str,
    by: str,
) -> None:
    """Record a text that might carry an agreement on an issue. Nothing is overwritten.

    It replaces the one before, which is kept; reactions to that one are stale. `--undo` brings it
    back. A document of the genre “compromise text” sets one on every issue that its clauses stand
    under.
    """
    from negotiator.workbench import compromise

    if [text is not None, path is not None, undone].count(True) != 1:
        raise Misused("give one of --text, --file and --undo")
    with bench(ctx, by) as desk:
        if undone:
            now = compromise.undo_text(desk, issue, note=note)
        else:
            proposed = compromise.Proposed(
                _read(path) if path is not None else text or "",
                proposed_by,
                Wording.PARAPHRASE if paraphrase else Wording.VERBATIM,
                round_,
                day,
            )
            now = compromise.set_text(desk, issue, proposed, note=note)
    if now is None:
        say(f"{issue}: no compromise text")
        return
    when = f" as of {now.text.day}" if now.text.day else ""
    say(f"{issue}: compromise text {now.text.id}, {now.text.proposed_by}{when}")
    stale = [one.party for one in now.reactions if one.stale]
    if stale:
        say(f"reactions to an earlier text: {', '.join(dict.fromkeys(stale))}")


def _read(path: str) -> str:
    try:
        return Path(path).read_bytes().decode("utf-8")
    except OSError as error:
        raise Refused(f"cannot read the file: {error.strerror}", where=path) from error
    except UnicodeDecodeError as error:
        raise Refused("the file is not UTF-8", where=path, remedy="save it as UTF-8") from error


@command.command()
@click.argument("issue")
@click.option("--party", metavar="CODE", required=True, help="Who reacts.")
@click.option("--how", type=Word(How), metavar="HOW", help=f"In what manner: {', '.join(How)}.")
@click.option("--undo", "undone", is_flag=True, help="Take back the last one recorded.")
@click.option("--day", type=DAY, help="As of which day.  [default: the last on record]")
@click.option("--note", metavar="TEXT", default="", help="On it; never in a report for sharing.")
@by_option(required=True)
@click.pass_context
def react(
    ctx: click.Context,
    /,
    issue: str,
    party: str,
    how: How | None,
    undone: bool,
    day: date | None,
    note: str,
    by: str,
) -> None:
    """Record how a party reacts to the compromise text of an issue.

    It is a reaction to the text that stands; when that is replaced by another one, the reaction
    is stale and says so.
    """
    from negotiator.workbench import compromise

    if undone == (how is not None):
        raise Misused("say either --how or --undo")
    with bench(ctx, by) as desk:
        if how is None:
            now = compromise.undo_reaction(desk, issue, party, note=note)
        else:
            now = compromise.react(desk, issue, party, how, day=day, note=note)
    given = now.of(party) if now else ()
    said = ", ".join(one.how.value for one in given) or "no reaction"
    say(f"{issue}: {party} {said}{f', to text {given[-1].to}' if given else ''}")


@command.command("list")
@click.option("--as-of", type=DAY, help="As of this day.  [default: the last on record]")
@click.option("--issue", "issues", metavar="ID", multiple=True, help="Only on these.")
@click.option("--topic", "topics", metavar="CODE", multiple=True, help="Only under these.")
@click.option("--party", "parties", metavar="CODE", multiple=True, help="Only where these react.")
@format_option("text", "json")
@output_option
@click.pass_context
def list_(
    ctx: click.Context,
    /,
    as_of: date | None,
    issues: tuple[str, ...],
    topics: tuple[str, ...],
    parties: tuple[str, ...],
    format_: str,
    output: str,
) -> None:
    """List the compromise texts with each party's reaction."""
    from negotiator.render import data, terminal
    from negotiator.render.status import compromises as form
    from negotiator.workbench import compromise

    with bench(ctx) as desk:
        found = compromise.listing(desk, as_of=as_of, issues=issues, topics=topics, parties=parties)
    parts = (found.negotiation, found.issues, found.compromises, found.as_of)
    if format_ == "json":
        deliver(data.text(form.listing(*parts)), output)
    elif found.compromises:
        deliver(terminal.write(form.overview(*parts), width=terminal_width()), output)
    else:
        say("there is no such compromise text")


@command.command()
@click.argument("issue")
@click.option("--as-of", type=DAY, help="As of this day.  [default: the last on record]")
@click.option("--redline", is_flag=True, help="With what differs from the text before it.")
@format_option("text", "json")
@output_option
@click.pass_context
def show(
    ctx: click.Context, /, issue: str, as_of: date | None, redline: bool, format_: str, output: str
) -> None:
    """Show the compromise text of an issue, with reactions, notes and earlier texts.

    Two texts are redlined only where both are verbatim.
    """
    from negotiator.render import data, terminal
    from negotiator.render.status import compromises as form
    from negotiator.workbench import compromise

    with bench(ctx) as desk:
        found = compromise.listing(desk, as_of=as_of, issues=(issue,))
    if not found.compromises:
        raise Refused(
            f"there is no compromise text on {issue}",
            remedy=f"set one with `negotiator compromise set {issue}`",
        )
    parts = (found.negotiation, found.issues[0], found.compromises[0])
    if format_ == "json":
        deliver(data.text(form.compromise(*parts)), output)
    else:
        shown = form.file(*parts, differences=redline)
        deliver(terminal.write(shown, width=terminal_width()), output)
