"""Makes a second version of a text, and knows what became of every clause.

    version = made(8_000, HARD, seed=1)
    version.old, version.new        # the texts of the clauses
    version.links                   # which became which, and how

The same arguments make the same version on any machine.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from benchmarks import treaties
from benchmarks.truth import Edited, Kind, Link, in_order
from benchmarks.wordings import reworded, split


@dataclass(frozen=True, slots=True)
class Setting:
    """How much is edited.

    Args:
        moved: share of the clauses that are moved, half of them alone and half in blocks.
        split: splits, as a share of the clauses.
        merged: merges, as a share of the clauses; each takes two neighbours, seldom three.
        deleted: share of the clauses that are deleted.
        added: clauses added, as a share of the clauses.
        edited: share of the clauses that remain whose words are edited.
        words: least and greatest share of its words that is edited in such a clause.
    """

    moved: float
    split: float
    merged: float
    deleted: float
    added: float
    edited: float
    words: tuple[float, float]


USUAL = Setting(0.05, 0.03, 0.03, 0.05, 0.05, 0.5, (0.05, 0.20))
HARD = Setting(0.15, 0.08, 0.08, 0.10, 0.10, 0.7, (0.10, 0.40))

IN_THREE = 0.2  # the share of splits and merges that make or take three clauses
LONGEST_BLOCK = 8  # of clauses that are moved together
LONGEST_ADDITION = 5  # of clauses that are added in a row
# A clause that changes places with its neighbour was not moved more than the neighbour was. What
# is moved passes twice its own length and this many clauses that stay, so that there is a truth.
SHORTEST_MOVE = 5

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Unit:
    """Old clauses that were merged, or one, and the texts that they become."""

    old: tuple[int, ...]
    texts: tuple[str, ...]


_Placed = Sequence[tuple[_Unit, bool]]  # in the new order; whether it was taken from elsewhere


def made(size: int, setting: Setting, seed: int) -> Edited:
    """Return treaty clauses and a second version of them.

    Args:
        size: how many clauses the first version has.
        setting: how much is edited.
        seed: what the chances hang on.
    """
    return edit(treaties.first(size), treaties.others(), setting, seed)


def edit(old: Sequence[str], others: Sequence[str], setting: Setting, seed: int) -> Edited:
    """Return a second version of a text.

    Clauses that are not put elsewhere keep their order. Of those that are, the ones that by
    chance stand in order with them are not called moved.

    Args:
        old: the clauses of the first version.
        others: clauses of other texts, for additions; those that stand in `old` are left out.
        setting: how much is edited.
        seed: what the chances hang on.
    """
    chance = Random(seed)
    placed = _placed(_units(old, setting, chance), round(setting.moved * len(old)), chance)
    moved = _moved(placed)
    added = _additions(old, others, round(setting.added * len(old)), len(placed), chance)
    words = [word for text in (*old, *others) for word in _WORD.findall(text)]
    new: list[str] = []
    links: list[Link] = []
    for place, (unit, _) in enumerate(placed):
        new += added[place]
        for text in unit.texts:
            touched = chance.random() < setting.edited
            share = chance.uniform(*setting.words) if touched else 0.0
            after = reworded(text, share, words, chance)
            kinds = _kinds(unit, text == after, place in moved)
            links += (Link(index, len(new), kinds) for index in unit.old)
            new.append(after)
    new += added[len(placed)]
    return Edited(tuple(old), tuple(new), tuple(links))


def _units(old: Sequence[str], setting: Setting, chance: Random) -> list[_Unit]:
    """Return what is left of the old version, some of it split or merged, in its order."""
    size = len(old)
    free = set(range(size))
    turns = list(range(size))
    chance.shuffle(turns)
    units: list[_Unit] = []
    merges, splits, deletions = (
        round(share * size) for share in (setting.merged, setting.split, setting.deleted)
    )
    for index in turns:
        parts = 3 if chance.random() < IN_THREE else 2
        run = range(index, index + parts)
        if merges and free.issuperset(run):
            units.append(_Unit(tuple(run), (" ".join(old[i] for i in run),)))
            free.difference_update(run)
            merges -= 1
        elif splits and index in free and len(texts := split(old[index], parts, chance)) > 1:
            units.append(_Unit((index,), texts))
            free.discard(index)
            splits -= 1
        elif deletions and index in free:
            free.discard(index)
            deletions -= 1
    units += (_Unit((index,), (old[index],)) for index in free)
    return sorted(units, key=lambda unit: unit.old)


def _placed(units: Sequence[_Unit], moving: int, chance: Random) -> _Placed:
    """Take units out, alone or in blocks, and put each far enough from where it stood.

    Args:
        units: in their order.
        moving: how many old clauses to move.
        chance: where chances come from.
    """
    starts = list(range(len(units)))
    chance.shuffle(starts)
    blocks: list[range] = []
    taken: set[int] = set()
    moving_alone = moving // 2
    for start in starts:
        if moving <= 0:
            break
        alone = moving > moving_alone
        length = 1 if alone else min(chance.randint(2, LONGEST_BLOCK), max(2, moving))
        block = range(start, start + length)
        if block.stop > len(units) or not taken.isdisjoint(block):
            continue
        blocks.append(block)
        taken.update(block)
        moving -= sum(len(units[at].old) for at in block)
    staying = [at for at in range(len(units)) if at not in taken]
    arriving: list[list[range]] = [[] for _ in range(len(staying) + 1)]
    for block in blocks:
        home = bisect_left(staying, block.start)
        reach = SHORTEST_MOVE + 2 * len(block)
        far = [*range(home - reach + 1), *range(home + reach, len(arriving))]
        arriving[chance.choice(far or [home])].append(block)
    placed: list[tuple[_Unit, bool]] = []
    for gap, come in enumerate(arriving):
        placed += ((units[at], True) for block in come for at in block)
        placed += ((units[at], False) for at in staying[gap : gap + 1])
    return placed


def _moved(placed: _Placed) -> set[int]:
    """Return the new places of the units that were taken from elsewhere and are out of order."""
    stayed = [unit.old[0] for unit, taken in placed if not taken]
    # What stayed is in order, and so is whatever stands between its neighbours that stayed: the
    # longest run of these holds all that stayed.
    fitting: list[int] = []
    passed = 0
    for at, (unit, taken) in enumerate(placed):
        if bisect_left(stayed, unit.old[0]) == passed:
            fitting.append(at)
        passed += not taken
    run = in_order([placed[at][0].old[0] for at in fitting])
    return set(range(len(placed))) - {fitting[at] for at in run}


def _additions(
    old: Sequence[str], others: Sequence[str], size: int, places: int, chance: Random
) -> list[list[str]]:
    """Return the clauses to add in front of each place, and behind the last."""
    known = {tuple(_WORD.findall(text.casefold())) for text in old}
    fresh = [text for text in others if tuple(_WORD.findall(text.casefold())) not in known]
    starts = list(range(0, len(fresh) - LONGEST_ADDITION, LONGEST_ADDITION))
    chance.shuffle(starts)
    added: list[list[str]] = [[] for _ in range(places + 1)]
    for start in starts:
        if size <= 0:
            break
        length = min(chance.randint(1, LONGEST_ADDITION), size)
        added[chance.randrange(len(added))] += fresh[start : start + length]
        size -= length
    return added


def _kinds(unit: _Unit, same: bool, moved: bool) -> tuple[Kind, ...]:
    kinds = {
        Kind.SPLIT: len(unit.texts) > 1,
        Kind.MERGED: len(unit.old) > 1,
        Kind.MOVED: moved,
        Kind.MODIFIED: not same,
    }
    return tuple(kind for kind, holds in kinds.items() if holds) or (Kind.UNCHANGED,)
