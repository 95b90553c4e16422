"""Compromise texts and reactions, as data and for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from negotiator.engine.compromise import Compromise, CompromiseText, Reaction, redline
from negotiator.model import Issue, Negotiation
from negotiator.render import data
from negotiator.render.terminal import compromise_words
from negotiator.render.terminal import redline as marked

INDENT = (0, 0, 0, 2)
DEEPER = (0, 0, 0, 4)


def listing(
    negotiation: Negotiation,
    issues: Sequence[Issue],
    compromises: Sequence[Compromise],
    as_of: date | None,
) -> data.Data:
    """Return compromise texts as of a day as data, in the order of the issues."""
    return {
        "as_of": _day(as_of),
        "compromises": [
            compromise(negotiation, issue, one)
            for issue, one in zip(issues, compromises, strict=True)
        ],
    }


def compromise(negotiation: Negotiation, issue: Issue, one: Compromise) -> data.Data:
    """Return the compromise text of an issue as data, with reactions and earlier texts."""
    differences = redline(one.earlier[0], one.text) if one.earlier else None
    return {
        "issue": issue.id,
        "question": issue.question,
        **_text(one.text),
        "reactions": [_reaction(each) for each in one.reactions],
        "no_reaction": _silent(negotiation, one),
        "earlier": [_text(each) for each in one.earlier],
        "redline": None if differences is None else data.spans(differences),
    }


def _text(one: CompromiseText) -> data.Data:
    return {
        "id": one.id,
        "text": one.text,
        "parts": list(one.parts),
        "wording": one.wording.value,
        "proposed_by": one.proposed_by,
        "round": one.round,
        "day": _day(one.day),
        "clauses": list(one.clauses),
        "note": one.note,
        "by": one.by,
        "at": one.at,
    }


def _reaction(one: Reaction) -> data.Data:
    return {
        "party": one.party,
        "how": one.how.value,
        "to": one.to,
        "day": _day(one.day),
        "stale": one.stale,
        "clause": one.clause or None,
        "on": one.on or None,
        "drafted": one.drafted,
        "note": one.note,
        "by": one.by,
        "at": one.at,
    }


def _silent(negotiation: Negotiation, one: Compromise) -> list[str]:
    return [party.code for party in negotiation.parties if not one.of(party.code)]


def overview(
    negotiation: Negotiation,
    issues: Sequence[Issue],
    compromises: Sequence[Compromise],
    as_of: date | None,
) -> Group:
    """Return compromise texts as of a day for a terminal, each with the parties' reactions."""
    parts: list[RenderableType] = [
        Text(negotiation.title, style="bold"),
        Text(f"compromise texts as of {as_of}" if as_of else "compromise texts"),
    ]
    for issue, one in zip(issues, compromises, strict=True):
        parts += _shown(negotiation, issue, one, whole=False)
    return Group(*parts)


def file(negotiation: Negotiation, issue: Issue, one: Compromise, *, differences: bool) -> Group:
    """Return everything on the compromise text of an issue for a terminal.

    Args:
        negotiation: its parties.
        issue: the issue.
        one: its text, with reactions and earlier texts.
        differences: whether to redline the text against the one before it.
    """
    parts = _shown(negotiation, issue, one, whole=True)
    if differences:
        parts += [Text("\nAgainst the text before it", style="bold"), _compared(one)]
    elif one.earlier:
        parts.append(Text("\nEarlier texts", style="bold"))
        for each in one.earlier:
            parts.append(Padding(Text(_origin(each)), INDENT))
            parts += [Padding(Text(line), DEEPER) for line in compromise_words(each)]
    return Group(*parts)


def _compared(one: Compromise) -> RenderableType:
    if not one.earlier:
        return Padding(Text("there is none"), INDENT)
    spans = redline(one.earlier[0], one.text)
    if spans is None:
        why = "not both are verbatim: no wording differences are marked"
        return Padding(Text(why), INDENT)
    return Padding(marked(spans), INDENT)


def _shown(
    negotiation: Negotiation, issue: Issue, one: Compromise, *, whole: bool
) -> list[RenderableType]:
    parts: list[RenderableType] = [
        Text(f"\n{issue.id}  {issue.question}", style="bold"),
        Padding(Text(_origin(one.text), style="dim"), INDENT),
    ]
    parts += [Padding(Text(line), INDENT) for line in compromise_words(one.text)]
    if whole:
        parts += [Padding(Text(line, style="dim"), INDENT) for line in _private(one.text)]
    for each in one.reactions:
        line = Text(each.party, style="bold")
        line.append(f"  {_said(each)}", style="not bold")
        parts.append(Padding(line, DEEPER))
        if whole:
            parts += [Padding(Text(line, style="dim"), (0, 0, 0, 6)) for line in _private(each)]
    silent = _silent(negotiation, one)
    if silent:
        parts.append(Padding(Text(f"no reaction: {', '.join(silent)}", style="dim"), DEEPER))
    return parts


def _origin(one: CompromiseText) -> str:
    where = f"document {one.id}" if one.clauses else f"text {one.id}"
    cited = f" ({', '.join(one.clauses)})" if one.clauses else ""
    day = ", ".join(filter(None, (one.round, str(one.day or ""))))
    return f"{where}{cited}: {one.proposed_by}{f', {day}' if day else ''}"


def _said(one: Reaction) -> str:
    cited = f" ({one.clause}{f' on {one.on}' if one.on else ''})" if one.clause else ""
    day = f", {one.day}" if one.day else ""
    why = "it is older than this text" if one.clause else f"it was to {one.to}"
    stale = f"; stale: {why}" if one.stale else ""
    return f"{'◇ ' if one.drafted else ''}{one.how.value}{cited}{day}{stale}"


def _private(one: CompromiseText | Reaction) -> list[str]:
    recorded = f"recorded by {one.by} on {one.at[:10]}" if one.by else ""
    return [line for line in (one.note, recorded) if line]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
