"""The links on record, as data and for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from negotiator.engine.alignment.learning import Adjustment
from negotiator.engine.alignment.record import RecordedLink
from negotiator.engine.cells import PlacedClause
from negotiator.model import Decision, LinkState, Wording
from negotiator.render import data
from negotiator.render.terminal import said, table

# Of a clause in the table, so many characters are shown; three dots say that it goes on.
LONGEST_SHOWN = 90


def as_data(links: Sequence[RecordedLink], adjustment: Adjustment, threshold: float) -> data.Data:
    """Return links and what was learned from the decisions as data.

    Args:
        links: in the order in which they are listed.
        adjustment: what was learned.
        threshold: the score that a link needs.
    """
    return {
        "learned": {
            "decisions": adjustment.decisions,
            "shift": round(adjustment.shift, 4),
            "slope": round(adjustment.slope, 4),
            "threshold": threshold,
            "needed": round(adjustment.needed(threshold), 3),
            "explanation": adjustment.explanation(threshold),
        },
        "links": [link(one) for one in links],
    }


def link(one: RecordedLink) -> data.Data:
    """Return a link as data, without who decided on it."""
    return {
        "id": one.id,
        "state": one.state.value,
        "relation": one.relation.value,
        "method": one.method.value,
        "score": _rounded(one.score),
        "fitted_score": _rounded(one.fitted),
        **_end("left", one.left, one.left_seen),
        **_end("right", one.right, one.right_seen),
        "since": one.since,
        "reasons": list(one.reasons),
    }


def _end(side: str, placed: PlacedClause, seen: str) -> dict[str, Any]:
    return {
        side: placed.clause.id,
        f"{side}_parties": list(placed.version.parties),
        f"{side}_wording": placed.clause.address,
        f"{side}_seen": seen,
        f"{side}_text": placed.clause.text,
    }


def link_file(one: RecordedLink, decisions: Sequence[Decision]) -> data.Data:
    """Return a link with every decision on it as data, for the desk."""
    return {**link(one), "decisions": [data.decision(each) for each in decisions]}


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 3)


def as_table(links: Sequence[RecordedLink]) -> Table:
    """Return links as a table, both texts shortened."""
    return table(
        ["Left", "Right", "Score", "State"],
        ((_shortened(one.left), _shortened(one.right), _score(one), _state(one)) for one in links),
        fixed=["Score"],
    )


def _shortened(placed: PlacedClause) -> str:
    clause = placed.clause
    text = " ".join(clause.text.split())
    if len(text) > LONGEST_SHOWN:
        text = f"{text[:LONGEST_SHOWN].rsplit(' ', 1)[0]} …"
    quoted = f"“{text}”" if clause.wording is Wording.VERBATIM else text
    return f"{clause.id}, {', '.join(placed.version.parties) or 'no party'}\n{quoted}"


def _score(one: RecordedLink) -> str:
    return "–" if one.score is None else f"{one.score:.2f}"


def _state(one: RecordedLink) -> str:
    mark = "◇ " if one.state is LinkState.DRAFT else ""
    return f"{mark}{one.state.value}{f': {one.since}' if one.since else ''}"


def as_text(one: RecordedLink, decisions: Sequence[Decision]) -> Group:
    """Return a link with both texts whole, the machine's reasons, and the decisions on it."""
    how = [one.method.value, *([] if one.score is None else [f"score {one.score:.2f}"])]
    if one.fitted is not None and one.score != one.fitted:
        how.append(f"{one.fitted:.2f} before the machine learned from decisions")
    parts: list[RenderableType] = [
        Text(f"{one.left.clause.id} – {one.right.clause.id}  {_state(one)}", style="bold"),
        Text(f"{one.relation.value}; {', '.join(how)}"),
    ]
    parts += [Padding(Text(reason), (0, 0, 0, 2)) for reason in one.reasons]
    for placed in (one.left, one.right):
        clause = placed.clause
        parties = ", ".join(placed.version.parties) or "no party"
        parts.append(Text(f"\n{clause.address}  {parties}  {clause.reference}".rstrip(), "bold"))
        parts.append(Padding(Text(said(clause, placed.reading)), (0, 0, 0, 2)))
        if clause.base_text is not None:
            base = f"{clause.change or 'amends'}: “{clause.base_text}”"
            parts.append(Padding(Text(base), (0, 0, 0, 2)))
    if decisions:
        parts.append(Text(""))
    parts += [
        Text(f"{each.at[:10]} {each.outcome['state']} by {each.by}: {each.note}")
        for each in decisions
    ]
    return Group(*parts)


def told(one: RecordedLink, by: str) -> str:
    """Return in one line how a link stands after somebody decided on it."""
    ends = f"{one.left.clause.id} – {one.right.clause.id}"
    if one.state is LinkState.DRAFT:
        return f"{ends}: the machine's draft, {one.relation.value}"
    return f"{ends}: {one.state.value}, {one.relation.value}, by {by}"
