"""The ledger: on how many issues each party has a position, round by round, and what moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from negotiator.model import MoveKind


@dataclass(frozen=True, slots=True)
class Line:
    """One party in one round.

    Args:
        round: id of the round.
        party: code of the party.
        before: on how many issues it held a position when the round began.
        after: on how many it holds one at its end, counted anew.
        kinds: how many moves of each kind it made, every kind as a key.
    """

    round: str
    party: str
    before: int
    after: int
    kinds: Mapping[MoveKind, int]

    @property
    def untouched(self) -> int:
        """Return on how many issues it said nothing and holds what it held."""
        moved = sum(self.kinds.values()) - self.kinds[MoveKind.NEW] - self.kinds[MoveKind.RESTORED]
        return self.before - moved

    @property
    def reconciles(self) -> bool:
        """Tell whether what was held before, came and went makes what is held after."""
        come = self.kinds[MoveKind.NEW] + self.kinds[MoveKind.RESTORED]
        return (
            self.before + come - self.kinds[MoveKind.DROPPED] == self.after and self.untouched >= 0
        )


@dataclass(frozen=True, slots=True)
class Ledger:
    """The lines of all rounds, oldest first, in each the parties in their order."""

    lines: tuple[Line, ...] = ()

    @property
    def unreconciled(self) -> tuple[Line, ...]:
        """Return the lines that do not add up, or do not go on where the one before ended."""
        by_party: dict[str, list[Line]] = {}
        for line in self.lines:
            by_party.setdefault(line.party, []).append(line)
        broken = {id(line) for line in self.lines if not line.reconciles}
        for lines in by_party.values():
            broken |= {id(line) for last, line in pairwise(lines) if last.after != line.before}
        return tuple(line for line in self.lines if id(line) in broken)


def lines(
    round_: str,
    parties: Sequence[str],
    before: Mapping[str, int],
    after: Mapping[str, int],
    moves: Iterable[tuple[str, MoveKind]],
) -> tuple[Line, ...]:
    """Return the lines of a round, one for each party that has tabled anything by its end.

    Args:
        round_: id of the round.
        parties: codes of those that have tabled something, in their order.
        before: on how many issues each held a position when it began.
        after: on how many each holds one at its end.
        moves: the party and kind of each move in it.
    """
    counted = {party: dict.fromkeys(MoveKind, 0) for party in parties}
    for party, kind in moves:
        counted[party][kind] += 1
    return tuple(
        Line(round_, party, before.get(party, 0), after.get(party, 0), counted[party])
        for party in parties
    )
