"""Who moved, round by round: the moves of the last rounds, and the ledger of all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from negotiator.engine.movement import Cited, Line, Move, Movement, Round
from negotiator.model import MoveKind
from negotiator.render.report.people import People, capital, listed
from negotiator.render.report.places import Places

# So many rounds in which somebody moved are told move by move; the ledger has all of them.
LAST = 4
# What changed a position that was held; what is new or repeated is told in a line.
CHANGED = (
    MoveKind.HARDENED,
    MoveKind.SOFTENED,
    MoveKind.REFRAMED,
    MoveKind.DROPPED,
    MoveKind.RESTORED,
)
TONES = {MoveKind.HARDENED: "far", MoveKind.SOFTENED: "near", MoveKind.REFRAMED: "part"}
# Verb, and what follows where issues are counted: “hardened on 4 issues”.
COUNTED = {
    MoveKind.HARDENED: "hardened on {}",
    MoveKind.SOFTENED: "softened on {}",
    MoveKind.REFRAMED: "reframed {}",
    MoveKind.DROPPED: "dropped {}",
    MoveKind.RESTORED: "took up {} again",
    MoveKind.NEW: "took up {}",
    MoveKind.UNCHANGED: "repeated itself on {}",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A round with the moves in it.

    Args:
        round: the round.
        changed: the moves that changed a position held before.
        new: the parties that took something up, each with these moves.
        repeated: the parties that repeated what they held, each with these moves.
    """

    round: Round
    changed: tuple[Move, ...]
    new: tuple[tuple[str, tuple[Move, ...]], ...]
    repeated: tuple[tuple[str, tuple[Move, ...]], ...]


class Moves:
    """How the movement is told.

    Args:
        movement: who moved where.
        places: what stands where on the page.
        people: the parties.
    """

    def __init__(self, movement: Movement, places: Places, people: People) -> None:
        self.movement = movement
        self.places = places
        self.people = people
        by_round: dict[str, list[Move]] = {}
        for move in movement.moves:
            by_round.setdefault(move.round, []).append(move)
        moved = [one for one in movement.rounds if one.id in by_round]
        self.told = [_told(one, by_round[one.id]) for one in reversed(moved[-LAST:])]
        self.before = len(moved) - len(self.told)
        self.labels = {one.id: one.label for one in movement.rounds}
        self.by_issue: dict[str, list[Move]] = {}
        for move in movement.moves:
            if move.kind in CHANGED:
                self.by_issue.setdefault(move.issue, []).append(move)
        self.lines = {(line.round, line.party): line for line in movement.ledger.lines}
        self.columns = list(dict.fromkeys(line.party for line in movement.ledger.lines))
        self.columns.sort(key=list(people.parties).index)

    @property
    def state(self) -> str:
        """Return in a sentence who moved last, and how often."""
        if not self.told:
            return "Nobody has tabled anything by this day."
        last = self.told[0]
        counts: dict[str, dict[MoveKind, int]] = {}
        for move in self.movement.moves:
            if move.round == last.round.id:
                counted = counts.setdefault(move.party, dict.fromkeys(COUNTED, 0))
                counted[move.kind] += 1
        told = [
            f"{self.people.called([party])} {_counted(counted)}"
            for party, counted in counts.items()
        ]
        return f"{capital('; '.join(told))}."

    @property
    def every(self) -> tuple[MoveKind, ...]:
        """Return every kind of move, for the legend."""
        return tuple(MoveKind)

    def tone(self, kind: MoveKind) -> str:
        """Return the class of a move's colour."""
        return TONES.get(kind, "none")

    def moved(self, line: Line) -> list[tuple[MoveKind, int]]:
        """Return how many moves of each kind a party made in a round, those that occur."""
        return [(kind, line.kinds[kind]) for kind in COUNTED if line.kinds[kind]]

    def clauses(self, some: Iterable[Cited]) -> Markup:
        """Return the clauses of one end of a move as links, each to the wording it had."""
        return Markup(", ").join(self.places.wording(one.clause) for one in some)

    def reason(self, move: Move) -> Markup:
        """Return why a move is one, with its clauses as links."""
        return self.places.cited(move.reason, _ids((*move.before, *move.after)))

    def alarm(self, sentence: str, issue: str, clauses: Sequence[str]) -> Markup:
        """Return an alarm with its issue and clauses as links."""
        return self.places.cited(capital(sentence), clauses, [issue])

    def draft(self, move: Move) -> bool:
        """Tell whether a move rests on a reading that is a draft."""
        return any(one.drafted for one in (*move.before, *move.after))


def _ids(some: Iterable[Cited]) -> list[str]:
    return list(dict.fromkeys(one.clause.id for one in some))


def _told(round_: Round, moves: Sequence[Move]) -> Told:
    changed = [move for kind in CHANGED for move in moves if move.kind is kind]
    return Told(
        round_, tuple(changed), _by_party(moves, MoveKind.NEW), _by_party(moves, MoveKind.UNCHANGED)
    )


def _by_party(moves: Iterable[Move], kind: MoveKind) -> tuple[tuple[str, tuple[Move, ...]], ...]:
    found: dict[str, list[Move]] = {}
    for move in moves:
        if move.kind is kind:
            found.setdefault(move.party, []).append(move)
    return tuple((party, tuple(some)) for party, some in found.items())


def _counted(counted: dict[MoveKind, int]) -> str:
    return listed(
        words.format(f"{counted[kind]} issue{'' if counted[kind] == 1 else 's'}")
        for kind, words in COUNTED.items()
        if counted[kind]
    )
