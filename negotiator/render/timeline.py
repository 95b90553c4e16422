"""Lays out documents and events in time, without labels that collide, whatever the data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from negotiator.engine.comparison import Comparison
from negotiator.model import Event, Version

WIDTH = 1240
LEFT, RIGHT = 96, 28
LEVEL = 15
LETTER = 7.0
MARK = 11
MOST_TICKS = 11


Scale = Callable[[date], float]


@dataclass(frozen=True, slots=True)
class Mark:
    """A document or an event on its lane, with where its label stands."""

    x: float
    y: float
    label: str
    label_x: float
    label_y: float
    anchor: str
    target: str
    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A line for one party, or for the events."""

    name: str
    place: int
    y: float


@dataclass(frozen=True, slots=True)
class Arc:
    """A line from a document to one that answers it."""

    path: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A day named at the foot."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawing's content; `height` is in the units of a drawing `WIDTH` wide."""

    height: float
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    arcs: tuple[Arc, ...]
    ticks: tuple[Tick, ...]
    now: float | None


@dataclass(frozen=True, slots=True)
class _Point:
    day: date
    label: str
    target: str
    title: str
    kind: str


def lay_out(whole: Comparison, events: Sequence[Event]) -> Timeline | None:
    """Return the timeline of a comparison, None when fewer than two days are known.

    Args:
        whole: the comparison; its versions and answers are drawn.
        events: the events up to the day.
    """
    dated = [v for v in whole.versions if v.known(whole.known_by) is not None]
    days = [day for v in dated if (day := v.known(whole.known_by)) is not None]
    days += [event.starts for event in events]
    if whole.as_of:
        days.append(whole.as_of)
    if len(set(days)) < 2:
        return None
    first, last = min(days), max(days)
    span = (last - first).days

    def x(day: date) -> float:
        return round(LEFT + (day - first).days / span * (WIDTH - LEFT - RIGHT), 1)

    lanes: list[Lane] = []
    marks: list[Mark] = []
    places: dict[str, tuple[float, float]] = {}
    top = 4.0
    for place, name, points in _lanes(whole, dated, events):
        rows = _levels(points, x)
        height = max(rows.values(), default=0) * LEVEL + 34
        y = top + height - 12
        lanes.append(Lane(name, place, y))
        for point in points:
            at, level = x(point.day), rows[point]
            near_end = at + MARK + len(point.label) * LETTER > WIDTH
            marks.append(
                Mark(
                    x=at,
                    y=y,
                    label=point.label,
                    label_x=at - MARK / 2 if not near_end else at + MARK / 2,
                    label_y=y - 10 - level * LEVEL,
                    anchor="end" if near_end else "start",
                    target=point.target,
                    title=point.title,
                    kind=point.kind,
                )
            )
            for version in point.target.split():
                places.setdefault(version, (at, y))
        top += height
    return Timeline(
        height=top + 26,
        lanes=tuple(lanes),
        marks=tuple(marks),
        arcs=tuple(_arcs(whole, places)),
        ticks=tuple(_ticks(first, last, x)),
        now=x(whole.as_of) if whole.as_of else None,
    )


def _lanes(
    whole: Comparison, dated: Sequence[Version], events: Sequence[Event]
) -> list[tuple[int, str, list[_Point]]]:
    lanes: list[tuple[int, str, list[_Point]]] = []
    if events:
        points = [
            _Point(event.starts, str(number), f"event-{event.id}", event.label, event.kind.value)
            for number, event in enumerate(events, 1)
        ]
        lanes.append((0, "Events", points))
    for place, party in enumerate(whole.parties, 1):
        by_day: dict[tuple[date, str], list[Version]] = {}
        for version in dated:
            day = version.known(whole.known_by)
            if party.code in version.parties and day is not None:
                by_day.setdefault((day, _kind(version)), []).append(version)
        points = [
            _Point(
                day,
                ", ".join(_short(version) for version in together),
                " ".join(version.id for version in together),
                "; ".join(version.title for version in together),
                kind,
            )
            for (day, kind), together in sorted(by_day.items())
        ]
        lanes.append((place, party.code, points))
    return lanes


def _short(version: Version) -> str:
    name = version.proposal if len(version.proposal) <= 18 else f"{version.proposal[:17]}…"
    return name if version.number == 1 else f"{name} v{version.number}"


def _kind(version: Version) -> str:
    words = version.authenticity.value if version.authenticity else "not stated"
    if words.startswith("official"):
        return "official"
    return "leaked" if words.startswith("leaked") else "reported"


def _levels(points: Sequence[_Point], x: Scale) -> dict[_Point, int]:
    """Give each label the lowest level on which it meets no other."""
    ends: list[float] = []
    levels: dict[_Point, int] = {}
    for point in sorted(points, key=lambda one: (one.day, one.label)):
        start = x(point.day)
        width = len(point.label) * LETTER + 10
        if start + MARK + width > WIDTH:
            start -= width
        level = next((n for n, end in enumerate(ends) if end <= start), len(ends))
        if level == len(ends):
            ends.append(0.0)
        ends[level] = start + width
        levels[point] = level
    return levels


def _arcs(whole: Comparison, places: dict[str, tuple[float, float]]) -> list[Arc]:
    """Join each document to those that answer it, each pair once."""
    home = {
        placed.clause.id: placed.version.id
        for row in whole.rows
        for cell in row.cells
        for placed in cell.clauses
    }
    pairs = dict.fromkeys(
        (home[answer.to_clause], placed.version.id)
        for row in whole.rows
        for cell in row.cells
        for placed in cell.clauses
        for answer in placed.answers
        if answer.to_clause in home
    )
    arcs = []
    for asked, answering in sorted(pairs):
        if asked in places and answering in places:
            (x1, y1), (x2, y2) = places[asked], places[answering]
            middle = round((x1 + x2) / 2, 1)
            arcs.append(Arc(f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"))
    return arcs


def _ticks(first: date, last: date, x: Scale) -> list[Tick]:
    """Name days at even steps of whole weeks, months or years, as many as there is room for."""
    span = (last - first).days
    step = max(1, -(-span // MOST_TICKS))
    if step > 3:
        step = -(-step // 7) * 7
    names = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    ticks = []
    day, year = first, None
    while day <= last:
        label = f"{day.day} {names[day.month - 1]}"
        if day.year != year:
            label, year = f"{label} {day.year}", day.year
        ticks.append(Tick(x(day), label))
        day += timedelta(days=step)
    return ticks
