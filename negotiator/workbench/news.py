"""What a new version says that the one before it did not: which issues, and which reviews."""

from __future__ import annotations

from collections.abc import Sequence

from negotiator.engine.touched import touched
from negotiator.model import Review, Version
from negotiator.store.archive import Archive
from negotiator.workbench.lining_up import in_force
from negotiator.workbench.looking import View, compared

MOST_TOLD = 6


def news(archive: Archive, version: Version, line: Sequence[Version]) -> tuple[str, ...]:
    """Return which issues a version touches, and which reviews of gaps are stale now.

    Args:
        archive: with the version in it.
        version: the version.
        line: the versions of its proposal before it; none for the first version, which touches
            all that it speaks to and needs no word.
    """
    standing = [one for one in line if one.withdrawn is None]
    if not standing:
        return ()
    current = [one.id for one in in_force(archive)]
    corpus = archive.corpus(versions={*current, standing[-1].id, version.id})
    issues = touched(corpus, version.id)
    if not issues:
        return ("says nothing new on any issue",)
    told = [f"says something new on {_few(issues)}"]
    stale = [
        gap.id
        for row in compared(archive, View(issues=issues)).rows
        for gap in row.gaps
        if gap.review is Review.STALE
    ]
    if stale:
        told.append(
            f"makes the review of {_few(stale)} stale; see `negotiator gaps list --needs-review`"
        )
    return tuple(told)


def _few(ids: Sequence[str]) -> str:
    more = len(ids) - MOST_TOLD
    shown = ", ".join(ids[:MOST_TOLD] if more > 1 else ids)
    return f"{shown} and {more} more" if more > 1 else shown
