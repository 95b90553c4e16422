"""The linkage for a terminal: who blocks whom first, then what is hostage, then the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from negotiator.engine.calendar import in_words
from negotiator.engine.comparison import Comparison
from negotiator.engine.linkage import (
    Edge,
    EdgeKind,
    Gate,
    Linkage,
    NodeKind,
    Scope,
)
from negotiator.render.linkage.sentences import held_by_both, sentences

# Of the words of a condition, so many characters are shown; the data has all of them.
LONGEST_WORDS = 110
# So many issues, and clauses with other conditions, fit a screen; the rest is named.
MOST_ISSUES = 16
MOST_CONDITIONS = 5

_SCOPES = {
    Scope.EVERYTHING: "everything its side offers",
    Scope.PACKAGE: "what belongs to its package",
    Scope.SUBJECT: "a subject",
    Scope.NAMED: "what it names",
    Scope.OWN_ISSUE: "the issue it stands on",
}


def linkage(whole: Comparison, found: Linkage, *, full: bool = False) -> Group:
    """Return what hangs on what.

    Args:
        whole: the comparison that it was drawn from.
        found: all of it, or the part that was selected.
        full: whether to show every condition and looser tie, and nothing shortened.
    """
    day = f" as of {in_words(whole.as_of)}" if whole.as_of else ""
    parts: list[RenderableType] = [Text(f"What hangs on what{day}  ◇ draft", style="bold")]
    parts += [Text(sentence) for sentence in sentences(whole, found)]
    if found.gates:
        parts += _gates(found.gates, full)
    if found.hostages:
        parts += _hostages(whole, found, full)
    parts += _packages(found)
    parts += _conditions(found, full)
    parts.append(
        Text(
            "\n◇ Drawn by the machine from the readings; --format json cites the words. What is not"
            " in quotation marks is a reading or a paraphrase."
        )
    )
    return Group(*parts)


def _gates(gates: Sequence[Gate], full: bool) -> Iterator[RenderableType]:
    yield Text("\nWho waits for what", style="bold")
    grid = _grid(2)
    for one in gates:
        waited_for = ", ".join(one.waits_for) or "others"
        line = Text(f"{', '.join(one.parties)} → {waited_for}: ")
        words = one.words if full else _shortened(one.words, LONGEST_WORDS)
        line.append(f"“{words}”" if one.quoted else words)
        if full:
            line.append(f" (holds {_SCOPES[one.scope]})", style="dim")
        if one.accepted_by:
            line.append(f" (accepted by {', '.join(one.accepted_by)})")
        grid.add_row(Text(f"{'◇' if one.draft else ''}{one.clause}", style="bold"), line)
    yield _indented(grid)


def _hostages(whole: Comparison, found: Linkage, full: bool) -> Iterator[RenderableType]:
    both = held_by_both(found)
    mark = ", ⇄ by conditions that block each other" if both else ""
    yield Text(f"\nHeld back{mark}", style="bold")
    questions = {row.issue.id: row.issue.question for row in whole.rows}
    grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
    for column in ({}, {}, {"ratio": 1}, {"justify": "left"}):
        grid.add_column(no_wrap=True, overflow="ellipsis", **column)
    first = sorted(found.hostages, key=lambda issue: issue not in both)
    shown = set(first if full else first[:MOST_ISSUES])
    for issue, gates in found.hostages.items():
        if issue not in shown:
            continue
        question = questions.get(issue, "")
        grid.add_row(
            Text(issue, style="bold"),
            Text("⇄" if issue in both else " "),
            Text(question),
            Text(" ".join(gates)),
        )
    yield _indented(grid)
    rest = [issue for issue in found.hostages if issue not in shown]
    if rest:
        yield Text(f"  and, with --full: {', '.join(rest)}", style="dim")


def _packages(found: Linkage) -> Iterator[RenderableType]:
    for node in found.nodes:
        members = [edge.source for edge in found.edges if edge.target == node.id]
        if node.kind is NodeKind.PACKAGE and len(members) > 1:
            yield Text(f"\n{node.party}, {node.label}: {', '.join(members)}")


def _conditions(found: Linkage, full: bool) -> Iterator[RenderableType]:
    gates = {one.clause for one in found.gates}
    words = {node.id: node.label for node in found.nodes if node.kind is NodeKind.CONDITION}
    own = [edge for edge in found.edges if edge.source not in gates]
    told = _told((edge for edge in own if edge.kind is EdgeKind.CONDITIONAL_ON), gates, words)
    looser = _told(
        (edge for edge in own if edge.kind in (EdgeKind.TIED_TO, EdgeKind.RESTS_ON)), gates, words
    )
    for title, some, shown in (
        ("Other conditions", told, len(told) if full else MOST_CONDITIONS),
        ("Looser ties", looser, len(looser) if full else 0),
    ):
        if not some:
            continue
        ids = list(some)
        rest = ids[shown:]
        if not shown:
            yield Text(f"\n{title}, with --full: {len(rest)} clauses", style="dim")
            continue
        yield Text(f"\n{title}", style="bold")
        grid = _grid(2)
        for id in ids[:shown]:
            text = "; ".join(some[id])
            shown_text = text if full else _shortened(text, LONGEST_WORDS)
            grid.add_row(Text(id, style="bold"), Text(shown_text))
        yield _indented(grid)
        if rest:
            yield Text(f"  and, with --full: {', '.join(rest)}", style="dim")


def _told(
    edges: Iterable[Edge], gates: Collection[str], words: Mapping[str, str]
) -> dict[str, list[str]]:
    """Return by clause what it depends on; what a gate holds is told with the gate."""
    some: dict[str, list[str]] = {}
    for edge in edges:
        if not edge.source.startswith("condition ") and edge.target not in gates:
            some.setdefault(edge.source, []).append(words.get(edge.target, edge.target))
    return some


def _grid(columns: int) -> Table:
    grid = Table.grid(padding=(0, 1, 0, 0))
    for number in range(columns):
        grid.add_column(no_wrap=number == 0 and columns > 1, overflow="fold")
    return grid


def _shortened(text: str, longest: int) -> str:
    """Return the beginning of a text, cut between words, with a mark where it was cut."""
    if len(text) <= longest:
        return text
    cut = text.rfind(" ", longest // 2, longest)
    return f"{text[: cut if cut > 0 else longest - 1].rstrip(' ,;')} …"


def _indented(part: RenderableType) -> Padding:
    return Padding(part, (0, 0, 0, 2))
