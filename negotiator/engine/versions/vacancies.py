"""Where in the new version the suppressed clauses stood."""

from __future__ import annotations

from collections.abc import Sequence

from negotiator.engine.versions.matching import Match


def vacancies(before: int, after: int, matches: Sequence[Match]) -> list[list[int]]:
    """Return, for each place of the new version and its end, the old places to show before it.

    A suppressed clause stands behind the clause that it followed; where that one moved away and
    the next one did not, in front of the next one.

    Args:
        before: how many clauses the old version has.
        after: how many the new version has.
        matches: between them.
    """
    matched = {place: one for one in matches for place in one.old}
    following: list[Match | None] = [None] * (before + 1)
    for place in reversed(range(before)):
        following[place] = matched.get(place, following[place + 1])
    found: list[list[int]] = [[] for _ in range(after + 1)]
    previous: Match | None = None
    for place in range(before):
        if place in matched:
            previous = matched[place]
            continue
        next_one = following[place]
        if next_one and not next_one.moved and (previous is None or previous.moved):
            found[next_one.new[0]].append(place)
        else:
            found[previous.new[-1] + 1 if previous else 0].append(place)
    return found
