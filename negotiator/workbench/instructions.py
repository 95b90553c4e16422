"""How a user wants documents read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from negotiator.documents.manuscript import Wishes
from negotiator.documents.reading import Instructions as Instructions
from negotiator.model import Grain, Tracked


def instructions(
    *,
    kind: str,
    segment: Grain,
    tracked: Tracked,
    columns: Mapping[str, str],
    language: str,
    encoding: str,
    time_limit: float | None,
    watch: Callable[[int, int], None],
) -> Instructions:
    """Return how documents should be read.

    Args:
        kind: what kind they are; empty to recognise it.
        segment: the unit that becomes one clause.
        tracked: what becomes of tracked changes.
        columns: what the columns of a table hold, by their headings.
        language: their language; empty to detect it.
        encoding: of text that is not UTF-8.
        time_limit: seconds; None for the usual limits.
        watch: told how far the reading of a long document is.
    """
    wishes = Wishes(tracked=tracked, encoding=encoding, columns=columns, language=language)
    return Instructions(kind, segment, wishes, time_limit, watch)
