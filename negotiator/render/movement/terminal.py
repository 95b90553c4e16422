"""Who moved where, for a terminal: the newest round first, then the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from negotiator.engine.calendar import in_words
from negotiator.engine.movement import Line, Move, Movement, Round
from negotiator.model import Force, MoveKind
from negotiator.render.movement.details import details
from negotiator.render.terminal import table

# Of the clauses on one side of a move, so many are named in its line.
MOST_NAMED = 4
# What a clause does that moves nothing by itself.
_NO_ACT = (None, Force.ASSERTION)
# What is listed one by one, in this order; what is new is listed together, the rest is counted.
LISTED = (
    MoveKind.HARDENED,
    MoveKind.SOFTENED,
    MoveKind.REFRAMED,
    MoveKind.DROPPED,
    MoveKind.RESTORED,
)


def movement(whole: Movement, *, full: bool = False) -> Group:
    """Return who moved where.

    Args:
        whole: rounds, moves, ledger and alarms.
        full: whether to show each move with its reason and the texts on both sides.
    """
    parts: list[RenderableType] = [_title(whole)]
    parts += [Text(f"! {alarm.sentence}", style="bold") for alarm in whole.alarms]
    by_round: dict[str, list[Move]] = {one.id: [] for one in whole.rounds}
    for move in whole.moves:
        by_round[move.round].append(move)
    for one in reversed(whole.rounds):
        parts += _round(whole, one, by_round[one.id], full)
    if not whole.rounds:
        parts.append(Text("No document is known in this view."))
    else:
        parts += _ledger(whole)
    return Group(*parts)


def _title(whole: Movement) -> Text:
    since = f" from {in_words(whole.since)}" if whole.since else ""
    until = f" until {in_words(whole.as_of)}" if whole.as_of else ""
    title = Text(f"Who moved where{since}{until}", style="bold")
    title.append("  ◇ every kind is the machine's draft", style="not bold")
    return title


def _round(
    whole: Movement, one: Round, moves: Sequence[Move], full: bool
) -> Iterator[RenderableType]:
    if full and not moves:
        return
    head = Text(f"\n{one.label}" if full else one.label, style="bold")
    quiet = [move for move in moves if move.kind is MoveKind.UNCHANGED]
    if not one.documents:
        head.append("  no document", style="not bold")
    elif quiet and not full:
        by_party = _counted(whole, quiet)
        head.append(f"  unchanged: {by_party}", style="not bold")
    yield head
    if full:
        for move in moves:
            yield Padding(details(whole, move), (0, 0, 0, 2))
        return
    rows = [_line(move) for kind in LISTED for move in moves if move.kind is kind]
    for party in whole.negotiation.parties:
        new = [m.issue for m in moves if m.kind is MoveKind.NEW and m.party == party.code]
        if new:
            rows.append((f"{party.code} new", _run(whole, new)))
    if rows:
        yield _grid(rows)


def _grid(rows: Sequence[tuple[str, str]]) -> Table:
    """Return who did what beside the clauses that say so."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style="bold")
    grid.add_column(overflow="fold")
    for who, what in rows:
        grid.add_row(Text(f"  {who}"), Text(what))
    return grid


def _counted(whole: Movement, moves: Sequence[Move]) -> str:
    counts = {party.code: 0 for party in whole.negotiation.parties}
    for move in moves:
        counts[move.party] += 1
    return ", ".join(f"{code} {count}" for code, count in counts.items() if count)


def _line(move: Move) -> tuple[str, str]:
    before = list(dict.fromkeys(cited.clause.id for cited in move.before))
    after = list(dict.fromkeys(cited.clause.id for cited in move.after))
    if before == after:
        before = [cited.clause.address for cited in move.before]
        after = [cited.clause.address for cited in move.after]
    way = " → ".join(filter(None, (_some(before), _some(after))))
    return f"{move.party} {move.issue} {move.kind}", f"{way}{_how(move)}"


def _some(ids: Sequence[str]) -> str:
    more = f" +{len(ids) - MOST_NAMED + 1}" if len(ids) > MOST_NAMED else ""
    return ", ".join(ids[: MOST_NAMED - 1] if more else ids) + more


def _how(move: Move) -> str:
    """Return in a few words what changed: the acts where they did, else the first sign."""
    before, after = (
        dict.fromkeys(cited.force for cited in side if cited.force not in _NO_ACT)
        for side in (move.before, move.after)
    )
    if not move.signs:
        return ""
    if "act" in move.signs[0].split() and before and after and before.keys() != after.keys():
        return f" ({', '.join(map(str, before))} → {', '.join(map(str, after))})"
    return f" ({move.signs[0]})"


def _run(whole: Movement, issues: Sequence[str]) -> str:
    """Return issues with those that follow one another drawn together: “I01–I04, I08”."""
    order = {issue.id: place for place, issue in enumerate(whole.negotiation.issues)}
    runs: list[list[str]] = []
    for issue in sorted(issues, key=order.__getitem__):
        if runs and order[issue] == order[runs[-1][-1]] + 1:
            runs[-1].append(issue)
        else:
            runs.append([issue])
    return ", ".join(
        "–".join((run[0], run[-1])) if len(run) > 2 else ", ".join(run) for run in runs
    )


def _ledger(whole: Movement) -> Iterator[RenderableType]:
    """Give the ledger: of each round the parties that tabled something in it."""
    labels = {one.id: _name(one) for one in whole.rounds}
    active = [line for line in whole.ledger.lines if any(line.kinds.values())]
    if active:
        yield Text("\nIssues on which a party holds a position", style="bold")
        yield table(
            ["Round", "Party", "Held", "Moves"],
            [_counts(line, labels[line.round]) for line in _newest_first(whole, active)],
            fixed=["Party", "Held"],
        )
    broken = whole.unreconciled
    if broken:
        names = ", ".join(f"{line.party} in {labels[line.round]}" for line in broken)
        yield Text(f"! Does not add up: {names}", style="bold")
    else:
        yield Text("Every line adds up: held before + new + restored − dropped = held after.")


def _newest_first(whole: Movement, lines: Sequence[Line]) -> list[Line]:
    place = {one.id: number for number, one in enumerate(whole.rounds)}
    return sorted(lines, key=lambda line: -place[line.round])


def _counts(line: Line, label: str) -> tuple[str, ...]:
    some = [f"{count} {kind}" for kind, count in line.kinds.items() if count]
    return label, line.party, f"{line.before} → {line.after}", ", ".join(some)


def _name(one: Round) -> str:
    """Return the label of a round, of a day the day alone."""
    of_a_day = one.starts is not None and one.id == one.starts.isoformat()
    return in_words(one.starts) if of_a_day and one.starts else one.label
