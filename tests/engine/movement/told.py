"""Who moved where, in a few words."""

from __future__ import annotations

from negotiator.engine.movement import Move, Movement


def short(move: Move) -> str:
    """Return a move on one line: `RED I1 hardened: A1 → B1`."""
    before, after = (
        " ".join(dict.fromkeys(cited.clause.id for cited in side))
        for side in (move.before, move.after)
    )
    return f"{move.party} {move.issue} {move.kind}: {before} → {after}"


def shorts(whole: Movement, round_: str = "") -> list[str]:
    """Return the moves of a round, or of all, on one line each."""
    return [short(move) for move in whole.moves if round_ in ("", move.round)]


def last(whole: Movement) -> Move:
    """Return the last move."""
    return whole.moves[-1]
