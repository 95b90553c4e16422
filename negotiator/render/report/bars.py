"""A bar of shares: a picture of counts that stand beside it in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

LENGTH = 100


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a bar, of `LENGTH` in all; `look` is its class."""

    look: str
    start: float
    length: float


def bar(shares: Iterable[tuple[str, int]]) -> tuple[Piece, ...]:
    """Return the stretches of a bar, those that have a length.

    Args:
        shares: the class of each stretch and what it counts, in order.
    """
    counted = [(look, number) for look, number in shares if number]
    total = sum(number for _, number in counted)
    pieces = []
    before = 0
    for look, number in counted:
        start, end = (round(LENGTH * n / total, 2) for n in (before, before + number))
        pieces.append(Piece(look, start, round(end - start, 2)))
        before += number
    return tuple(pieces)
