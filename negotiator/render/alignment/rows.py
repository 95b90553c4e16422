"""What stands beside what: a row of an alignment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from negotiator.engine.alignment import Link
from negotiator.engine.wording import Span, SpanKind
from negotiator.model import Clause, Wording


@dataclass(frozen=True, slots=True)
class Part:
    """A clause in a row.

    Args:
        clause: the clause.
        spans: its text; marked is what the other side does not have.
        again: it stands in full in a row further up.
    """

    clause: Clause
    spans: tuple[Span, ...]
    again: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Clauses of the left beside clauses of the right, and how they stand to each other.

    Args:
        kinds: what became of them; of texts of different parties, whether they are linked.
        left: the clauses of the left.
        right: the clauses of the right.
        symbol: the change symbol, empty between different parties.
        notes: what became of them in words.
        link: what lined them up, None where one side is empty.
        redline: how the wording of one version became that of the next, None where it is not
            one clause that became one.
    """

    kinds: tuple[str, ...]
    left: tuple[Part, ...]
    right: tuple[Part, ...]
    symbol: str = ""
    notes: tuple[str, ...] = ()
    link: Link | None = None
    redline: tuple[Span, ...] | None = None

    @property
    def same(self) -> bool:
        """Tell whether one text stands on both sides, to the character."""
        if len(self.left) != 1 or len(self.right) != 1:
            return False
        ours, theirs = self.left[0].clause, self.right[0].clause
        return bool(ours.text) and (ours.text, ours.wording) == (theirs.text, theirs.wording)


@dataclass(frozen=True, slots=True)
class Fold:
    """Rows that follow each other, in which no wording changed and nothing moved."""

    kinds: tuple[str, ...]
    rows: tuple[Row, ...]


def wording(clause: Clause) -> str:
    """Return what a clause shows: its text, or the one that it proposes to delete."""
    return clause.text or clause.base_text or ""


def plain(clause: Clause) -> Part:
    """Return a clause with nothing marked."""
    text = wording(clause)
    return Part(clause, (Span(SpanKind.KEPT, text),) if text else ())


def verbatim(clauses: Sequence[Clause]) -> bool:
    """Tell whether wording may be compared: these are the documents' own words."""
    return all(clause.wording is Wording.VERBATIM and clause.text for clause in clauses)


def folded(rows: Sequence[Row], kinds: Sequence[tuple[str, ...]]) -> Iterator[Row | Fold]:
    """Return rows with those of some kinds that follow each other put together.

    Args:
        rows: in reading order.
        kinds: all kinds of a row that is folded.
    """
    for own, some in groupby(rows, lambda row: row.kinds if row.kinds in kinds else ()):
        if own:
            yield Fold(own, tuple(some))
        else:
            yield from some
