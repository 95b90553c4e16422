"""`negotiator status`."""

from __future__ import annotations

from datetime import date

import click

from negotiator.cli.options import (
    DAY,
    Word,
    bench,
    by_option,
    deliver,
    format_option,
    in_colour,
    moment_options,
    output_option,
    say,
    terminal_width,
    together,
    warn,
)
from negotiator.errors import Misused
from negotiator.model import Status

# What chooses the issues of a batch.
choice_options = together(
    click.argument("issues", nargs=-1),
    click.option("--topic", "topics", metavar="CODE", multiple=True, help="All under these."),
    click.option(
        "--articles",
        metavar="LIST",
        multiple=True,
        help="Those under which these clauses stand, as printed: '8 to 12', '10(5)'.",
    ),
    click.option("--proposal", metavar="KEY", default="", help="Of which proposal they are."),
    click.option(
        "--except",
        "excepted",
        metavar="ID|LIST",
        multiple=True,
        help="Without these issues or articles.",
    ),
)


@click.group()
def command() -> None:
    """Keep how far each issue has come, and who says so."""


@command.command("set")
@choice_options
@click.option(
    "--status",
    metavar="STATUS",
    type=Word(Status),
    help=f"How far they have come: {', '.join(Status)}.",
)
@click.option("--undo", "undone", is_flag=True, help="Take back the last word; it was an error.")
@click.option(
    "--asserted-by",
    metavar="WHO",
    default="analyst",
    show_default=True,
    help="Who says so: jointly, analyst, or the code of a party.",
)
@moment_options
@click.option(
    "--reason",
    metavar="TEXT",
    default="",
    help="Why; needed where an agreed issue becomes less, and to take back.",
)
@by_option(required=True)
@click.pass_context
def set_(
    ctx: click.Context,
    /,
    issues: tuple[str, ...],
    topics: tuple[str, ...],
    articles: tuple[str, ...],
    proposal: str,
    excepted: tuple[str, ...],
    status: Status | None,
    undone: bool,
    asserted_by: str,
    round_: str,
    day: date | None,
    reason: str,
    by: str,
) -> None:
    """Record how far issues have come, one or a batch. Nothing is overwritten.

    ISSUES are ids and ranges of ids: I08..I12. A batch is recorded as a whole or not at all. What
    counts is the joint word of the parties before the analyst's, that before a party's own; all
    are kept.

    An issue that stands under an excepted article is left out, also where only some of its
    clauses are excepted; what is left out is listed.
    """
    from negotiator.render.status import terminal as form
    from negotiator.workbench import asserting
    from negotiator.workbench.choosing import Choice

    if undone == (status is not None):
        raise Misused("say either --status or --undo")
    if undone and not reason.strip():
        raise Misused("--undo needs a --reason")
    choice = Choice(issues, topics, articles, excepted, proposal)
    assertion = asserting.Assertion(status, asserted_by, round_, day, reason)
    with bench(ctx, by) as desk:
        done = asserting.assert_status(desk, choice, assertion)
    for issue in done.batch.issues:
        before, after = done.before.get(issue), done.after.get(issue)
        say(form.told(issue, before, after, asserted_by, status))
    for one in done.batch.left_out:
        tell = warn if one.partly else say
        tell(f"{one.issue} left out: {one.why}")
    for line in done.batch.warnings:
        warn(line)


@command.command("list")
@click.option("--as-of", type=DAY, help="As of this day.  [default: the last on record]")
@click.option("--issue", "issues", metavar="ID", multiple=True, help="Only these.")
@click.option("--topic", "topics", metavar="CODE", multiple=True, help="Only under these.")
@click.option(
    "--party", "parties", metavar="CODE", multiple=True, help="Only of which these speak."
)
@click.option("--status", "statuses", type=Word(Status), metavar="STATUS", multiple=True,
              help="Only with these.")  # fmt: skip
@click.option("--rounds", is_flag=True, help="Round by round, with what changed in between.")
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
    statuses: tuple[Status, ...],
    rounds: bool,
    format_: str,
    output: str,
) -> None:
    """List where the issues stand, and who reads it otherwise.

    An issue that was called agreed and is less by now without a reason is listed too.
    """
    from negotiator.render import data, terminal
    from negotiator.render.status import data as plain
    from negotiator.render.status import terminal as form
    from negotiator.workbench import status

    with bench(ctx) as desk:
        found = status.listing(
            desk, as_of=as_of, issues=issues, topics=topics, parties=parties, wanted=statuses
        )
    if format_ == "json":
        whole = plain.listing(found.issues, found.statuses, found.rounds, found.falls, found.as_of)
        deliver(data.text(whole), output)
        return
    shown = form.listing(found.negotiation, found.issues, found.statuses, found.falls, found.as_of)
    parts = [shown, form.rounds(found.rounds)] if rounds else [shown]
    width, colour = terminal_width(), in_colour(output)
    deliver(terminal.write(*parts, width=width, colour=colour), output)


@command.command()
@click.argument("issue")
@format_option("text", "json")
@output_option
@click.pass_context
def history(ctx: click.Context, /, issue: str, format_: str, output: str) -> None:
    """List everything asserted of an issue, in the order of the days.

    What was taken back is listed too.
    """
    from negotiator.render import data, terminal
    from negotiator.render.status import data as plain
    from negotiator.render.status import terminal as form
    from negotiator.workbench import status

    with bench(ctx) as desk:
        found = status.history(desk, issue)
    parts = (found.issue, found.standing, found.readings, found.falls)
    if format_ == "json":
        deliver(data.text(plain.history(*parts)), output)
    else:
        deliver(terminal.write(form.history(*parts), width=terminal_width()), output)
