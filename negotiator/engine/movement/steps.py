"""A turn becomes a step: which clauses were kept, reworded, added, taken out, said in addition."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from negotiator.engine import answering
from negotiator.engine.movement.bound import names
from negotiator.engine.movement.held import NOTHING, Floor, Held, Position, Turn, flat
from negotiator.engine.movement.speaking import ACCEPTS
from negotiator.engine.movement.step import Given, Pair, Step, pairs
from negotiator.model import Answer, Corpus, How

Key = tuple[str, str]


class Stepper:
    """Takes turns apart, with the answers and the other sides of the negotiation at hand."""

    def __init__(self, corpus: Corpus) -> None:
        """Index the answers, and who sits on which side.

        Args:
            corpus: everything recorded.
        """
        self._answers: dict[str, list[Answer]] = {}
        for answer in corpus.answers:
            self._answers.setdefault(answer.clause, []).append(answer)
        parties = corpus.negotiation.parties
        self._rivals = {
            one.code: tuple(other.code for other in parties if other.side != one.side)
            for one in parties
        }
        self._codes = tuple(one.code for one in parties)
        self._names = names(parties)
        self._turns = answering.Turns(corpus.negotiation)

    def step(
        self,
        turn: Turn,
        floor: Floor,
        before: Mapping[Key, Position],
        overtaken: frozenset[str],
        held_before: bool,
    ) -> Step:
        """Return a turn, taken apart.

        Args:
            turn: the turn.
            floor: who holds what after it.
            before: what was held before, by party and issue, where that changed.
            overtaken: addresses of the party's clauses on the issue that it has gone beyond.
            held_before: whether it held anything on the issue at any time before.
        """
        if not turn.before or not turn.after:
            return Step(turn, held_before=held_before)
        kept: list[Pair] = []
        reworded: list[Pair] = []
        added: list[Held] = []
        taken: list[Held] = []
        spoken: list[Held] = []
        for proposal, old in turn.before.items():
            new = turn.after.get(proposal)
            if new is None:
                taken += old
            elif new is not old:
                found = pairs(old, new)
                kept += found.kept
                reworded += found.reworded
                added += found.added
                taken += found.taken
        for proposal, new in turn.after.items():
            if proposal not in turn.before:
                spoken += new
        return Step(
            turn,
            reworded=tuple(reworded),
            kept=tuple(kept),
            added=tuple(added),
            taken=tuple(taken),
            spoken=tuple(spoken),
            overtaken=overtaken,
            rivals=lambda: tuple(self._rivals_of(turn, floor, before)),
            answers=tuple(self._given(turn, floor, (*reworded, *kept), (*added, *spoken))),
            held_before=held_before,
            names=self._names,
        )

    def accepts_anew(self, turn: Turn, floor: Floor) -> bool:
        """Tell whether clauses that a turn repeats accept something that they did not before.

        Args:
            turn: a turn that does nothing but repeat what the party held.
            floor: who holds what after it.
        """
        repeated = (
            Pair((one,), (other,))
            for proposal, old in turn.before.items()
            for one, other in zip(old, turn.after[proposal], strict=True)
            if one is not other and other.id in self._answers
        )
        return any(given.how in ACCEPTS for given in self._given(turn, floor, repeated, ()))

    def _rivals_of(
        self, turn: Turn, floor: Floor, before: Mapping[Key, Position]
    ) -> Iterator[Held]:
        now = floor.positions.get(turn.issue, {})
        for code in self._rivals.get(turn.party, ()):
            held = before.get((code, turn.issue))
            yield from flat(now.get(code, NOTHING) if held is None else held)

    def _given(
        self, turn: Turn, floor: Floor, again: Iterable[Pair], new: Collection[Held]
    ) -> Iterator[Given]:
        """Give the answers of clauses that are new, and those that are new of clauses that are not.

        Args:
            turn: the turn.
            floor: who holds what after it.
            again: clauses that stood before, reworded or not.
            new: clauses that did not.
        """
        for one in new:
            yield from self._by(one, turn, floor)
        for pair in again:
            gave = {
                (given.how, given.to) for old in pair.old for given in self._by(old, turn, floor)
            }
            for one in pair.new:
                for given in self._by(one, turn, floor):
                    if (given.how, given.to) not in gave:
                        yield given

    def _by(self, one: Held, turn: Turn, floor: Floor) -> Iterator[Given]:
        """Give the answers of a clause; to a whole proposal, one for each clause on the issue."""
        for answer in self._answers.get(one.id, ()):
            if answer.version and answer.version != one.version.id:
                continue
            if answer.to_proposal is not None:
                how = answer.how or answering.to_proposal(one.clause, one.reading).how
                for other in self._of(answer.to_proposal, turn, floor):
                    yield Given(one, how, other)
                continue
            asked = floor.clauses.get(answer.to_clause or "")
            on_issue = (
                asked is not None
                and turn.issue in asked.reading.issues
                and turn.party not in asked.version.parties
            )
            yield Given(one, self._how(answer, one, asked), asked if on_issue else None)

    def _how(self, answer: Answer, one: Held, asked: Held | None) -> How:
        if answer.how is not None:
            return answer.how
        if asked is None:
            return How.COUNTERED
        return answering.manner(self._turns.turn(one, asked)).how

    def _of(self, proposal: str, turn: Turn, floor: Floor) -> Iterator[Held]:
        held = floor.positions.get(turn.issue, {})
        for code in self._codes:
            if code != turn.party:
                yield from held.get(code, NOTHING).get(proposal, ())
