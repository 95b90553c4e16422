"""The rounds of a negotiation, and which documents were tabled in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from negotiator.engine.calendar import current_versions, in_words, known_versions
from negotiator.model import Event, EventKind, KnownBy, Version

# The id of what is known on any day, in a negotiation without rounds.
UNDATED = "undated"
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Round:
    """A round of the talks; where there are none, a day on which documents became known.

    Args:
        id: of the event; of a day, the day (`2022-02-17`); `after-ID` for what came after the last
            round; `undated` for what is known on any day.
        label: what a reader is shown.
        starts: its first day, None where it has none.
        ends: its last day, None where it has none.
        documents: ids of the versions that became known in it, by their days.
    """

    id: str
    label: str
    starts: date | None
    ends: date | None
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """What became known in a round, or in the part of it that lies before the view.

    Args:
        round: the round.
        shown: False for what lies before the view: it counts, and is not told.
        tabled: the versions that became known.
        current: the versions in force at its end.
    """

    round: Round
    shown: bool
    tabled: tuple[Version, ...]
    current: tuple[Version, ...]


def stretches(
    versions: Sequence[Version],
    events: Sequence[Event],
    *,
    as_of: date | None,
    known_by: KnownBy,
    since: date | None,
) -> Iterator[Stretch]:
    """Give the rounds in their order, each with the documents that became known in it.

    A document belongs to the first round that ends on its day or later: what is tabled between two
    rounds is tabled for the next one, what comes before the first for the first. What comes after
    the last one stands behind it. A round that begins after the view ends is not told, unless a
    document was tabled for it.

    Args:
        versions: every version, in the order of recording.
        events: rounds and others.
        as_of: the last day of the view; None for no end.
        known_by: which date of a document decides.
        since: the first day of the view; None for no beginning.
    """
    seen: set[str] = set()
    for round_, end in _rounds(events) or _days(versions, known_by):
        cut = min(end, as_of or date.max)
        shown = since is None or cut >= since
        # A view that begins within a round parts it; what came before its first day is not told.
        split = shown and since is not None and since > date.min
        for last in [since - _A_DAY, cut] if split and since else [cut]:
            known = known_versions(versions, last, known_by)
            new = (one for one in known if one.id not in seen)
            tabled = tuple(
                sorted(
                    new,
                    key=lambda one: (one.known(known_by) or date.min, one.proposal, one.number),
                )
            )
            seen.update(one.id for one in tabled)
            told = shown and last == cut
            begun = round_.starts is not None and (as_of is None or round_.starts <= as_of)
            if tabled or (told and begun):
                current = current_versions(versions, last, known_by) if tabled else ()
                yield Stretch(_with(round_, tabled), told, tabled, current)


def _with(round_: Round, tabled: Sequence[Version]) -> Round:
    documents = tuple(one.id for one in tabled)
    if round_.starts is not None and round_.id != round_.starts.isoformat():
        return replace(round_, documents=documents)
    names = ", ".join(one.proposal if one.number == 1 else one.id for one in tabled)
    return replace(round_, documents=documents, label=f"{round_.label}: {names}")


def _rounds(events: Sequence[Event]) -> list[tuple[Round, date]]:
    """Return the rounds by the day on which they end, and behind them what comes after.

    A round without an end is one of a single day.
    """
    rounds = [one for one in events if one.kind is EventKind.ROUND]
    rounds.sort(key=lambda one: (one.ends or one.starts, one.starts, one.id))
    found = [
        (Round(one.id, one.label, one.starts, one.ends or one.starts), one.ends or one.starts)
        for one in rounds
    ]
    if rounds:
        last = rounds[-1]
        found.append((Round(f"after-{last.id}", f"after {last.label}", None, None), date.max))
    return found


def _days(versions: Sequence[Version], known_by: KnownBy) -> list[tuple[Round, date]]:
    """Return each day on which a document became known as a round of its own."""
    stated = {one.known(known_by) for one in versions if one.withdrawn is None}
    days = sorted(day for day in stated if day is not None)
    undated = Round(UNDATED, "date not stated", None, None)
    dated = [(Round(day.isoformat(), in_words(day), day, day), day) for day in days]
    return [(undated, date.min), *dated]
