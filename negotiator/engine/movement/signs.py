"""What speaks for a party having hardened or softened, as a table; and what is seen of it.

The same table, in words, stands in docs/method.md. Each row names what is looked at, and the kind
of move that it makes by itself; `rules` says what comes of several.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from negotiator.engine.movement import rewording, speaking
from negotiator.engine.movement.held import Held
from negotiator.engine.movement.scales import Way
from negotiator.engine.movement.seen import Seen
from negotiator.engine.movement.step import Pair, Step
from negotiator.model import MoveKind

Measure = (
    Callable[[Step, Pair], Seen | None]
    | Callable[[Step, Held], Seen | None]
    | Callable[[Step], Iterator[Seen]]
)


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that tells which way a party went, and the kind of move that it makes by itself.

    Args:
        name: what it is called, in the documentation too.
        seen_by: what compares the clauses.
        kind: the kind of move.
        further: True where it compares what a further document says with what stood before, and
            nobody says that the one follows on the other.
    """

    name: str
    seen_by: Measure
    kind: MoveKind
    further: bool = False


HARDER, SOFTER, OTHERWISE = MoveKind.HARDENED, MoveKind.SOFTENED, MoveKind.REFRAMED

SIGNS: tuple[Sign, ...] = (
    # A clause in a new version of its proposal.
    Sign("harder act", rewording.act, HARDER),
    Sign("softer act", rewording.act, SOFTER),
    Sign("another act", rewording.act, OTHERWISE),
    Sign("asks more firmly or gives less firmly", rewording.firmness, HARDER),
    Sign("asks less firmly or gives more firmly", rewording.firmness, SOFTER),
    Sign("turned round, or otherwise firm", rewording.firmness, OTHERWISE),
    Sign("condition added", rewording.conditions, HARDER),
    Sign("condition dropped", rewording.conditions, SOFTER),
    Sign("another condition", rewording.conditions, OTHERWISE),
    Sign("binds more of the others, or itself no longer", rewording.who, HARDER),
    Sign("binds fewer of the others, or itself as well", rewording.who, SOFTER),
    Sign("binds others", rewording.who, OTHERWISE),
    Sign("asks one way, or gives only in return", rewording.both_ways, HARDER),
    Sign("asks both ways, or gives freely", rewording.both_ways, SOFTER),
    Sign("figure further off", rewording.numbers, HARDER),
    Sign("figure nearer", rewording.numbers, SOFTER),
    Sign("another figure", rewording.numbers, OTHERWISE),
    Sign("other words", rewording.words, OTHERWISE),
    # A clause that a new version adds or takes out.
    Sign("demand, refusal, condition or warning added", speaking.added, HARDER),
    Sign("offer or commitment added", speaking.added, SOFTER),
    Sign("another clause added", speaking.added, OTHERWISE),
    Sign("offer or commitment taken out", speaking.taken, HARDER),
    Sign("demand, refusal, condition or warning taken out", speaking.taken, SOFTER),
    Sign("another clause taken out", speaking.taken, OTHERWISE),
    # A clause of a further document.
    Sign("a harder act than before", speaking.acts, HARDER, further=True),
    Sign("a softer act than before", speaking.acts, SOFTER, further=True),
    Sign("another act than before", speaking.acts, OTHERWISE, further=True),
    Sign("an ask tied to a condition", speaking.gate, HARDER, further=True),
    Sign("an offer tied to a condition", speaking.gate, OTHERWISE, further=True),
    Sign("an offer tied to something else", speaking.another_condition, OTHERWISE, further=True),
    Sign("its figure further off", speaking.numbers, HARDER, further=True),
    Sign("its figure nearer", speaking.numbers, SOFTER, further=True),
    Sign("another figure than before", speaking.numbers, OTHERWISE, further=True),
    Sign("asked of others", speaking.addressed, OTHERWISE, further=True),
    # An answer that a clause gives and did not give before.
    Sign("accepts what is asked or offered", speaking.acceptance, SOFTER),
)
_PLACES = {sign.name: place for place, sign in enumerate(SIGNS)}
_BY_MEASURE = {(sign.seen_by, sign.kind): sign for sign in SIGNS}


@dataclass(frozen=True, slots=True)
class Told:
    """A sign that holds, and what was seen."""

    sign: Sign
    seen: Seen

    @property
    def way(self) -> Way:
        """Return which way it goes."""
        return self.seen.way


def told(step: Step) -> tuple[Told, ...]:
    """Return the signs that hold for a step, in the order of the table."""
    found = [Told(_BY_MEASURE[measure, seen.way.kind], seen) for measure, seen in _seen(step)]
    return tuple(sorted(found, key=lambda one: _PLACES[one.sign.name]))


def _seen(step: Step) -> Iterator[tuple[Measure, Seen]]:
    for pair in step.reworded:
        some = [(measure, seen) for measure in rewording.MEASURES if (seen := measure(step, pair))]
        yield from some
        if not some and (seen := rewording.words(step, pair)):
            yield rewording.words, seen
    for one in step.added:
        if seen := speaking.added(step, one):
            yield speaking.added, seen
    for one in step.taken:
        if seen := speaking.taken(step, one):
            yield speaking.taken, seen
    for seen in speaking.acts(step):
        yield speaking.acts, seen
    for one in step.spoken:
        for measure in speaking.MEASURES:
            if seen := measure(step, one):
                yield measure, seen
    for one in dict.fromkeys(answer.clause for answer in step.answers):
        if seen := speaking.acceptance(step, one):
            yield speaking.acceptance, seen
