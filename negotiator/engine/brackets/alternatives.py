"""Competing formulations of a unit: options, alternatives, and units put in as bis and ter.

Two kinds of group are found, by what stands at the beginning of a line:

- *competing*: `Option 1`, `Alt 2:`, `Alternative A`, `OPTION II`, `Variant 1`, `[Option 3]`,
  `41. Alt1`, in sequence; a heading that begins again at 1, A or I opens a new group, which lies
  inside the formulation that is open, or follows the group before;
- *inserted*: a unit and what was put in beside it without renumbering: `3`, `3 bis`, `3 ter`,
  `Article 3bis`, `79 alt`. An `alt` competes with its unit; a bis may stand beside it, and the
  text does not say which.

A heading is followed by a colon, a stop, a bracket, the end of the line or a capital: `Option 1
of Article 5 applies` is a sentence. A formulation reaches to the next heading of its group or of
one around it. Nothing marks the end of the last one: it reaches to the end of its clause, and on
to the end of the group around it when its heading stands alone or when an earlier one of the
group goes over several clauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

# How many open groups are looked through for the one that a heading continues.
NESTED = 12

_WORD = "option|alternative|alt|variant|opción|alternativa|opcion|variante|вариант|альтернатива"
_LATER = "bis|ter|quater|quat|quinquies|sexies|septies|octies|novies|decies|alt"
_HEADING = re.compile(
    r"(?m)^[ \t>#*_\[［{(]{0,24}"
    r"(?:(?P<unit>\d{1,3}(?:\.\d{1,3}){0,3})[.)]?[ \t]{0,4}[*_\[]{0,4})?"
    rf"(?P<word>{_WORD})\.?[ \t\u00a0]{{0,3}}[(\[]?"
    r"(?P<number>\d{1,3}|[ivxlc]{1,6}|[a-z])(?![\w/])[)\]]?"
    r"(?=[ \t*_]*(?:$|[:.)\]–—\-\[({]|[ \t](?-i:[^\Wa-z_])|[\"“]))",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?m)^[ \t>#*_\[［{(]{0,24}"
    r"(?P<kind>article|art\.?|paragraph|para\.?|section|pp|op)?[ \t\u00a0]{0,3}"
    r"(?P<unit>\d{1,3}(?:\.\d{1,3}){0,3})[.)]?"
    rf"(?:[ \t\u00a0]?(?P<later>(?:{_LATER})(?:[ \t.](?:{_LATER}))?)\b(?![ \t.]?\d))?"
    r"(?=[\s.):\]*]|$)",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ALONE = re.compile(r"[\s*_:.)\]–—-]*")


class Kind(StrEnum):
    """How the units of a group stand to each other."""

    COMPETING = "competing"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Alternative:
    """One of the formulations of a unit.

    Args:
        label: as printed, `Option 1`, `3 bis`.
        clause: number of the clause in which it begins.
        start: offset of its heading in that clause, markup and brackets before it included.
        end: offset in that clause where it ends, or where the clause does.
        last: number of the last clause that belongs to it; `clause` when it is the only one.
        kind: whether the units compete or were put in beside each other.
    """

    label: str
    clause: int
    start: int
    end: int
    last: int
    kind: Kind


@dataclass(slots=True)
class _Heading:
    """A heading as found: where, and the sequences in which it may stand (style -> number)."""

    label: str
    clause: int
    start: int
    behind: int
    unit: str
    word: str
    places: dict[str, int]


@dataclass(slots=True)
class _Group:
    """Headings of one unit, in sequence; `places` is where the last one may stand in which."""

    unit: str
    word: str
    places: dict[str, int]
    members: list[Alternative]


def alternatives_of(
    texts: Sequence[str], references: Sequence[str] = ()
) -> tuple[tuple[Alternative, ...], ...]:
    """Return the groups of formulations that stand for one unit, in the order of their beginning.

    Args:
        texts: the clauses of one article or section, in order.
        references: the printed references of the clauses, in the same order, where the texts do
            not begin with their number (`3 bis`); empty when they do.
    """
    groups = [*_competing(texts), *_inserted(texts, references)]
    found = [tuple(group) for group in groups if len(group) > 1]
    return tuple(sorted(found, key=lambda group: (group[0].clause, group[0].start, group[0].kind)))


def _competing(texts: Sequence[str]) -> Iterator[list[Alternative]]:
    """Yield the groups of options, inner ones before those around them."""
    stack: list[_Group] = []
    for heading in _headings(texts):
        place = _continued(stack, heading)
        if place is None:
            # What begins anew lies inside what is open; anything else stands for itself.
            if 1 not in heading.places.values():
                yield from _closed(stack, 0, heading, texts)
            elif heading.unit and stack and stack[-1].unit:
                yield from _closed(stack, len(stack) - 1, heading, texts)
            stack.append(_Group(heading.unit, heading.word, heading.places, []))
        else:
            yield from _closed(stack, place + 1, heading, texts)
            _end(stack[place], heading, texts)
            stack[place].places = _following(stack[place], heading)
        stack[-1].members.append(_begun(heading, texts, Kind.COMPETING))
    yield from _closed(stack, 0, None, texts)


def _headings(texts: Sequence[str]) -> Iterator[_Heading]:
    for clause, text in enumerate(texts):
        for match in _HEADING.finditer(text):
            number = match["number"]
            places = dict(_numbers(number))
            word = match["word"].casefold()
            unit = match["unit"] or ""
            label = " ".join(text[match.start("word") : match.end("number")].split())
            if unit:
                label = f"{unit} {label}"
            yield _Heading(label, clause, match.start(), match.end(), unit, word, places)


def _numbers(printed: str) -> Iterator[tuple[str, int]]:
    """Yield the sequences in which a printed number may stand, the likeliest first."""
    low = printed.casefold()
    if printed.isdecimal():
        yield "figure", int(printed)
        return
    roman = all(letter in _ROMAN for letter in low)
    if roman:
        values = [_ROMAN[letter] for letter in low]
        pairs = zip(values, [*values[1:], 0], strict=True)
        yield "roman", sum(-one if one < following else one for one, following in pairs)
    if len(low) == 1:
        yield "letter", ord(low) - ord("a") + 1


def _continued(stack: Sequence[_Group], heading: _Heading) -> int | None:
    """Return the place in the stack of the group that a heading continues, if any."""
    for place in range(len(stack) - 1, max(-1, len(stack) - 1 - NESTED), -1):
        group = stack[place]
        # The number of the unit is printed with the first one, or with each of them.
        same = group.word == heading.word and heading.unit in ("", group.unit)
        if same and _following(group, heading):
            return place
    return None


def _following(group: _Group, heading: _Heading) -> dict[str, int]:
    """Return the sequences in which a heading comes next after the last one of a group."""
    return {
        style: number
        for style, number in heading.places.items()
        if group.places.get(style) == number - 1
    }


def _closed(
    stack: list[_Group], depth: int, heading: _Heading | None, texts: Sequence[str]
) -> Iterator[list[Alternative]]:
    """Take the groups above a depth off the stack, ended by a heading or by the end."""
    while len(stack) > depth:
        group = stack.pop()
        _end(group, heading, texts, final=True)
        yield group.members


def _end(
    group: _Group, heading: _Heading | None, texts: Sequence[str], *, final: bool = False
) -> None:
    """End the last formulation of a group where a heading stands, or where the text ends."""
    open_ = group.members[-1]
    if heading is not None and heading.clause == open_.clause:
        group.members[-1] = replace(open_, end=heading.start)
        return
    limit = len(texts) - 1 if heading is None else heading.clause
    if heading is not None and not texts[heading.clause][: heading.start].strip():
        limit -= 1
    longer = any(one.last > one.clause for one in group.members[:-1])
    alone = open_.last > open_.clause
    reaches = limit if not final or longer or alone else open_.clause
    group.members[-1] = replace(open_, last=max(open_.clause, reaches))


def _begun(heading: _Heading, texts: Sequence[str], kind: Kind) -> Alternative:
    """Return a formulation of which only the beginning is known; alone, it goes on."""
    end = len(texts[heading.clause])
    alone = _ALONE.fullmatch(texts[heading.clause], heading.behind) is not None
    last = heading.clause + (alone and heading.clause + 1 < len(texts))
    return Alternative(heading.label, heading.clause, heading.start, end, last, kind)


def _inserted(texts: Sequence[str], references: Sequence[str]) -> Iterator[list[Alternative]]:
    """Yield each unit that has others put in beside it, with those."""
    groups: dict[str, list[Alternative]] = {}
    for clause, text in enumerate(texts):
        found = list(_NUMBERED.finditer(text))
        printed = references[clause] if references else ""
        if printed and not (found and not text[: found[0].start()].strip()):
            match = _NUMBERED.match(printed)
            if match:
                yield from _put(groups, match, clause, 0, len(text))
        for index, match in enumerate(found):
            end = found[index + 1].start() if index + 1 < len(found) else len(text)
            yield from _put(groups, match, clause, match.start(), end)
    yield from groups.values()


def _put(
    groups: dict[str, list[Alternative]], match: re.Match[str], clause: int, start: int, end: int
) -> Iterator[list[Alternative]]:
    """Put a numbered unit to those of its number; a unit that begins anew yields the old ones."""
    later = " ".join((match["later"] or "").split())
    unit = f"{(match['kind'] or '').casefold().rstrip('.')} {match['unit']}"
    kind = Kind.COMPETING if later.casefold().startswith("alt") else Kind.INSERTED
    label = f"{match['unit']} {later}".strip()
    one = Alternative(label, clause, start, end, clause, kind)
    if later:
        groups.setdefault(unit, []).append(one)
        return
    if unit in groups:
        yield groups[unit]
    groups[unit] = [one]
