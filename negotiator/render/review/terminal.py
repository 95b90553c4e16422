"""The gaps that wait for a person, for a terminal, and the frame of one item of a review."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from negotiator.engine.review.gaps import WaitingGap
from negotiator.engine.review.meanwhile import ShownGap
from negotiator.model import Review
from negotiator.render.terminal import gap_file, table


def as_table(found: Sequence[WaitingGap]) -> Table:
    """Return gaps that wait as a table, the hardest first, each with the gravest reason why."""
    return table(
        ["Gap", "Verdict", "Review", "Needs a person because"],
        ((one.gap.id, one.gap.verdict.value, _review(one.gap.review), one.why) for one in found),
        fixed=["Gap"],
    )


def _review(review: Review) -> str:
    return f"{'◇' if review is Review.DRAFT else '◈'} {review}"


def rule(place: int, of: int, why: str) -> tuple[RenderableType, ...]:
    """Return what stands above an item: where in the queue it is, and why it waits.

    Args:
        place: the item's, from 1.
        of: how many waited at the start.
        why: one phrase.
    """
    return (
        Rule(f"{place} of {of}", align="left", characters="─", style="dim"),
        Text(f"It waits: {why}.", style="italic"),
        Text(""),
    )


def gap(shown: ShownGap) -> Group:
    """Return a gap as it is decided on: in full, with the last decision on it."""
    parts: list[RenderableType] = [gap_file(shown.row, shown.gap)]
    if shown.decided:
        one = shown.decided
        said = ", ".join(one.outcome[key] for key in ("state", "verdict") if key in one.outcome)
        parts.append(Text(f"\n{one.at[:10]} {said} by {one.by}: {one.note}"))
    return Group(*parts)
