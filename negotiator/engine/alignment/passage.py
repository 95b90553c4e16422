"""What the alignment looks at in a clause."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A clause as it is lined up with those of others.

    Args:
        id: a label, never evidence.
        text: the wording.
        heading: of the clause, where it has one.
        topics: ids of the topics it is read under; empty where nobody has read it.
    """

    id: str
    text: str
    heading: str = ""
    topics: tuple[str, ...] = ()
