"""`negotiator gaps`."""

from __future__ import annotations

from typing import Any

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
    view,
    view_options,
)
from negotiator.model import GapKind, Review, Verdict

# What a person decides; a review becomes stale by itself.
STATES = [state.value for state in Review if state is not Review.STALE]


@click.group()
def command() -> None:
    """Review the gaps between the positions."""


@command.command("list")
@view_options
@click.option("--verdict", metavar="VERDICT", type=Word(Verdict), help="Only this verdict.")
@click.option("--review", type=Word(Review), help="Only this state.")
@click.option("--needs-review", is_flag=True, help="Only what waits for you, the hardest first.")
@format_option("table", "json")
@output_option
@click.pass_context
def list_(
    ctx: click.Context,
    /,
    verdict: Verdict | None,
    review: Review | None,
    needs_review: bool,
    format_: str,
    output: str,
    **chosen: Any,
) -> None:
    """List the gaps, pairs across sides and pairs within a side.

    One party alone chooses its gaps with everybody. What waits for you is draft, proposed,
    disputed or stale, and says why; the hardest is what has become stale, then what commits most
    on the weakest evidence.
    """
    from negotiator.render import data, terminal
    from negotiator.render.review import data as waiting_data
    from negotiator.render.review import terminal as waiting_page
    from negotiator.workbench import review as reviewing

    def wanted(gap: Any) -> bool:
        return verdict in (None, gap.verdict) and review in (None, gap.review)

    with bench(ctx) as desk:
        if needs_review:
            waiting = [one for one in reviewing.queue(desk, view(**chosen)) if wanted(one.gap)]
            content = waiting_data.as_data(waiting)
            grid = waiting_page.as_table(waiting)
        else:
            found = [gap for _, gap in reviewing.gaps(desk, view(**chosen)) if wanted(gap)]
            content = [data.gap(gap) for gap in found]
            grid = terminal.gap_table(found)
    if format_ == "json":
        deliver(data.text(content), output)
    elif needs_review and not content:
        say("no gap waits for you")
    else:
        deliver(terminal.write(grid, width=terminal_width()), output)


@command.command()
@click.argument("id")
@view_options
@format_option("text", "json")
@click.pass_context
def show(ctx: click.Context, /, id: str, format_: str, **chosen: Any) -> None:
    """Show a gap with its rationale, its evidence on both sides and the clauses themselves.

    ID is the issue and the two parties: I01.RU-US.
    """
    from negotiator.render import data, terminal
    from negotiator.workbench import review

    with bench(ctx) as desk:
        row, gap = review.gap(desk, id, view(**chosen))
    if format_ == "json":
        deliver(data.text(data.gap(gap)), "-")
    else:
        deliver(terminal.write(terminal.gap_file(row, gap), width=terminal_width()), "-")


@command.command("review")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--state", type=click.Choice(STATES), required=True, help="What is decided.")
@click.option(
    "--verdict",
    metavar="VERDICT",
    type=Word(Verdict),
    help=f"Instead of the machine's: {', '.join(Verdict)}.",
)
@click.option(
    "--kind",
    "kinds",
    metavar="KIND",
    type=Word(GapKind),
    multiple=True,
    help=f"Instead of the machine's: {', '.join(GapKind)}.",
)
@grounds_option("--note", "On what grounds.")
@by_option(required=True)
@view_options
@click.pass_context
def review_(
    ctx: click.Context,
    /,
    ids: tuple[str, ...],
    state: str,
    verdict: Verdict | None,
    kinds: tuple[GapKind, ...],
    note: str,
    by: str,
    **chosen: Any,
) -> None:
    """Record a decision on gaps. Nothing is overwritten; `--state draft` undoes.

    ID is the issue and the two parties: I01.RU-US. Without --verdict it is a decision on the
    verdict as shown. When a clause that the gap rests on changes, the review becomes stale and
    says so. With several gaps, all are decided on or none.
    """
    from negotiator.workbench import review

    with bench(ctx, by) as desk:
        done = review.decide(
            desk,
            ids,
            view(**chosen),
            state=Review(state),
            verdict=verdict,
            kinds=kinds,
            note=note,
        )
    for one in done:
        say(f"{one.gap.id}: {one.gap.verdict.value}, {one.gap.review.value} by {by}")


@command.command()
@click.argument("id")
@format_option("table", "json")
@click.pass_context
def history(ctx: click.Context, /, id: str, format_: str) -> None:
    """List every decision on a gap, oldest first."""
    from negotiator.render import data, terminal
    from negotiator.workbench import review

    with bench(ctx) as desk:
        decisions = review.history(desk, id)
    if format_ == "json":
        deliver(data.text([data.decision(one) for one in decisions]), "-")
        return
    if not decisions:
        say(f"{id}: nobody has decided on it yet")
        return
    rows = [
        (one.at, one.outcome["state"], one.outcome.get("verdict", ""), one.by, one.note)
        for one in decisions
    ]
    grid = terminal.table(["When", "State", "Verdict", "By", "Note"], rows)
    deliver(terminal.write(grid, width=terminal_width()), "-")
