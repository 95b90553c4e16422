"""What one party says on one issue after a stretch of the talks, against what it said before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from negotiator.engine.changes import changes
from negotiator.engine.movement.held import Held, Turn, flat
from negotiator.engine.movement.words import other_letters
from negotiator.engine.versions.substance import same_substance, same_words
from negotiator.model import Force, How


@dataclass(frozen=True, slots=True)
class Pair:
    """What stood in a proposal and what stands there in its next version.

    Each side is one clause, but where a clause was split or several were merged.
    """

    old: tuple[Held, ...]
    new: tuple[Held, ...]
    editorial: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that a clause of the party gives, which it did not give before.

    Args:
        clause: the clause that answers.
        how: the manner.
        to: the clause of another party that it answers, where that stands under the issue; None
            where it stands elsewhere.
    """

    clause: Held
    how: How
    to: Held | None


@dataclass(frozen=True)
class Step:
    """A turn, taken apart.

    Args:
        turn: the party, the issue, what it held before and holds now.
        reworded: what a new version of a proposal words otherwise.
        kept: what a new version repeats, editing apart.
        added: what a new version of a proposal adds.
        taken: what it takes out.
        spoken: what further documents say.
        overtaken: addresses of clauses that the party has gone beyond since, though nothing
            withdrew them: an offer that followed a refusal, a refusal that followed an offer.
        rivals: gives what the other sides held on the issue before.
        answers: the answers that come with what is new.
        held_before: whether the party held anything on the issue at any time before.
        names: every name of the parties, in small letters, with their codes.
    """

    turn: Turn
    reworded: tuple[Pair, ...] = ()
    kept: tuple[Pair, ...] = ()
    added: tuple[Held, ...] = ()
    taken: tuple[Held, ...] = ()
    spoken: tuple[Held, ...] = ()
    overtaken: frozenset[str] = frozenset()
    rivals: Callable[[], tuple[Held, ...]] = tuple
    answers: tuple[Given, ...] = ()
    held_before: bool = False
    names: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def before(self) -> tuple[Held, ...]:
        """Return what the party held before."""
        return flat(self.turn.before)

    @cached_property
    def after(self) -> tuple[Held, ...]:
        """Return what it holds now."""
        return flat(self.turn.after)

    @cached_property
    def stance(self) -> tuple[Held, ...]:
        """Return what it held before and has not gone beyond, accounts of facts apart."""
        return tuple(
            one
            for one in self.before
            if one.force not in (None, Force.ASSERTION) and one.clause.address not in self.overtaken
        )

    def standing(self, *acts: Force) -> tuple[Held, ...]:
        """Return what of its stance performs one of some acts, of any act where none is named."""
        return tuple(one for one in self.stance if not acts or one.force in acts)


@dataclass(frozen=True, slots=True)
class Differences:
    """What became of the clauses of one proposal on one issue."""

    kept: tuple[Pair, ...]
    reworded: tuple[Pair, ...]
    added: tuple[Held, ...]
    taken: tuple[Held, ...]


def pairs(old: Sequence[Held], new: Sequence[Held]) -> Differences:
    """Return what was kept, what was reworded, what was added and what was taken out.

    Args:
        old: the clauses of the version before, on one issue.
        new: those of the version after.
    """
    kept: list[Pair] = []
    reworded: list[Pair] = []
    if [one.id for one in old] == [one.id for one in new]:
        linked = [Pair((one,), (other,)) for one, other in zip(old, new, strict=True)]
        added: list[Held] = []
        taken: list[Held] = []
    else:
        linked, added, taken = _lined_up(old, new)
    for pair in linked:
        before = [one.clause for one in pair.old]
        after = [one.clause for one in pair.new]
        if same_substance(before, after):
            kept.append(pair)
        elif not other_letters(before, after) and same_words(before, after):
            kept.append(Pair(pair.old, pair.new, editorial=True))
        else:
            reworded.append(pair)
    return Differences(tuple(kept), tuple(reworded), tuple(added), tuple(taken))


def _lined_up(
    old: Sequence[Held], new: Sequence[Held]
) -> tuple[list[Pair], list[Held], list[Held]]:
    """Line up the clauses of two versions: what was split or merged is one pair."""
    held = {one.clause.address: one for one in (*old, *new)}
    added: list[Held] = []
    taken: list[Held] = []
    groups: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
    for change in changes([one.clause for one in old], [one.clause for one in new]):
        if change.old is None and change.new is not None:
            added.append(held[change.new.address])
        elif change.new is None and change.old is not None:
            taken.append(held[change.old.address])
        elif change.old is not None and change.new is not None:
            one, other = change.old.address, change.new.address
            group = groups.get(one) or groups.get(other) or ({}, {})
            group[0][one] = group[1][other] = None
            groups[one] = groups[other] = group
    linked = [
        Pair(tuple(held[one] for one in before), tuple(held[one] for one in after))
        for before, after in {id(group): group for group in groups.values()}.values()
    ]
    return linked, added, taken
