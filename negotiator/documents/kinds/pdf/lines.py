"""Puts the pieces of text on a page together to lines, by their place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from negotiator.documents.kinds.pdf.shapes import Fragment, Line

# Baselines so near, in sizes of type, are one.
SAME_BASE = 0.22
# Type smaller than this share of the type beside it may be raised or lowered.
SMALL = 0.88
# How far off the baseline of the line, in its sizes of type, raised type stands, and lowered type.
RAISED, LOWERED = 0.75, 0.35
# Pieces nearer than this, in sizes of type, are one word.
GLUED = 0.12
# Raised type further off than this, in sizes of type, is no part of the line, unless before it.
BESIDE, BEFORE = 0.5, 4.0


def lines_of(fragments: Iterable[Fragment], page: int) -> list[Line]:
    """Return the lines of a page, from top to bottom.

    Text that stands side by side is one line, also where it stands in columns.
    """
    groups = _by_base(fragments)
    groups = _with_raised(groups)
    return [Line(_spaced(group), page) for group in groups]


def _by_base(fragments: Iterable[Fragment]) -> list[list[Fragment]]:
    groups: list[list[Fragment]] = []
    bases: list[float] = []
    for one in sorted(fragments, key=lambda one: (one.base, one.left, one.order)):
        for back in range(len(groups) - 1, max(len(groups) - 4, -1), -1):
            size = min(one.size, groups[back][0].size)
            if abs(one.base - bases[back]) <= SAME_BASE * size:
                groups[back].append(one)
                break
        else:
            groups.append([one])
            bases.append(one.base)
    return groups


def _with_raised(groups: list[list[Fragment]]) -> list[list[Fragment]]:
    """Return the lines with raised and lowered type in the line that it belongs to."""
    sizes = [max(one.size for one in group) for group in groups]
    homes: dict[int, int] = {}
    for index, group in enumerate(groups):
        for near in range(max(index - 4, 0), min(index + 5, len(groups))):
            if near == index or sizes[index] >= SMALL * sizes[near] or near in homes:
                continue
            rise = (groups[near][0].base - group[0].base) / sizes[near]
            if -LOWERED <= rise <= RAISED and _beside(group, groups[near], sizes[near]):
                homes[index] = near
                break
    for index, home in homes.items():
        base = groups[home][0].base
        groups[home] += [replace(one, raised=one.base < base - 0.05) for one in groups[index]]
    return [
        sorted(group, key=lambda one: (one.left, one.order))
        for index, group in enumerate(groups)
        if index not in homes
    ]


def _beside(small: list[Fragment], group: list[Fragment], size: float) -> bool:
    """Tell whether each piece of raised type touches the line, or stands before it."""
    return all(
        any(
            other.size > one.size
            and (
                other.left - BESIDE * size <= one.left <= other.right + BESIDE * size
                or 0 <= other.left - one.right <= BEFORE * size
            )
            for other in group
        )
        for one in small
    )


def _spaced(group: list[Fragment]) -> list[Fragment]:
    """Return the pieces of a line with the space between them told by the file or by place."""
    found: list[Fragment] = []
    for one in sorted(group, key=lambda one: (one.left, one.order)):
        if not found:
            found.append(replace(one, spaced=""))
            continue
        last = found[-1]
        follows = one.order <= last.order + 1 and one.order >= last.order
        gap = one.left - last.right
        if follows and one.spaced and "\n" not in one.spaced:
            spaced = one.spaced
        else:
            wide = gap > GLUED * max(one.size, last.size)
            # Raised type comes in the file as a line of its own, however near it stands.
            spaced = " " if wide or (follows and one.spaced and gap > 0.02 * one.size) else ""
            if follows and one.spaced == "" and gap < 0.5 * one.size:
                spaced = ""
        found.append(one if spaced == one.spaced else replace(one, spaced=spaced))
    return found


def gaps(line: Line, widest: float) -> list[tuple[float, float]]:
    """Return the gaps of a line that are wider than `widest` points, from left to right."""
    found: list[tuple[float, float]] = []
    right = line.fragments[0].right
    for one in line.fragments[1:]:
        if one.left - right > widest:
            found.append((right, one.left))
        right = max(right, one.right)
    return found


def split(line: Line, x: float) -> tuple[Line | None, Line | None]:
    """Return what of a line stands left of a place, and what right of it."""
    left = [one for one in line.fragments if (one.left + one.right) / 2 < x]
    right = [one for one in line.fragments if (one.left + one.right) / 2 >= x]
    return (
        Line(left, line.page) if left else None,
        Line([replace(right[0], spaced=""), *right[1:]], line.page) if right else None,
    )
