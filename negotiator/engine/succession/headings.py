"""Which heading of the version before each heading of a document carries on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from negotiator.engine.versions import match
from negotiator.model import Clause, Unit


def paired(
    old: Sequence[Clause], new: Sequence[Clause], carried: Mapping[str, Sequence[Clause]]
) -> dict[str, tuple[Clause, bool]]:
    """Return which heading each heading carries on, and whether it moved, by the new one's key.

    A heading goes on above the clauses that stood under it, whatever it is called now; where they
    do not tell, its title does, without the number.

    Args:
        old: all clauses of the version before, with their final ids.
        new: all clauses of the document, `parent` its own id.
        carried: the clauses whose wording a new clause holds, by its key.
    """
    before = [clause for clause in old if clause.unit is Unit.HEADING and clause.title]
    after = [clause for clause in new if clause.unit is Unit.HEADING and clause.title]
    above = _by_clauses(old, new, carried)
    held = {clause.key: index for index, clause in enumerate(before)}
    fixed = [
        (held[above[clause.key].key], index)
        for index, clause in enumerate(after)
        if clause.key in above and above[clause.key].key in held
    ]
    matching = match([one.title for one in before], [one.title for one in after], fixed=fixed)
    # A heading that is nothing but a number goes on above its clauses, or not at all.
    found = {key: (heading, False) for key, heading in above.items()}
    taken = {heading.key for heading in above.values()}
    for one in matching.matches:
        if len(one.old) == len(one.new) == 1:
            heading, clause = before[one.old[0]], after[one.new[0]]
            if clause.key in above:
                found[clause.key] = (above[clause.key], one.moved)
            elif heading.key not in taken:
                found[clause.key] = (heading, one.moved)
    return found


def _by_clauses(
    old: Sequence[Clause], new: Sequence[Clause], carried: Mapping[str, Sequence[Clause]]
) -> dict[str, Clause]:
    """Pair headings by what stands under them: most of one stood under the other, each way."""
    stood = {clause.id: clause for clause in old}
    stands = {clause.key: clause for clause in new}
    votes: Counter[tuple[str, str]] = Counter()
    for key, sources in carried.items():
        for source in sources[:1]:
            # From the innermost outwards, so that articles are paired with articles.
            votes.update(
                (before.id, after.key)
                for before, after in zip(
                    _above(source, stood), _above(stands[key], stands), strict=False
                )
            )
    under_old = Counter(one.id for clause in old for one in _above(clause, stood))
    under_new = Counter(one.key for clause in new for one in _above(clause, stands))
    best_old = _leaders((old_id, new_key, count) for (old_id, new_key), count in votes.items())
    best_new = _leaders((new_key, old_id, count) for (old_id, new_key), count in votes.items())
    return {
        new_key: stood[old_id]
        for old_id, new_key in best_old.items()
        if best_new.get(new_key) == old_id
        and 2 * votes[old_id, new_key] > min(under_old[old_id], under_new[new_key])
    }


def _above(clause: Clause, by_name: Mapping[str, Clause]) -> Iterator[Clause]:
    """Yield the headings above a clause that is none itself, from the innermost outwards."""
    if clause.unit is Unit.HEADING:
        return
    seen: set[str] = set()
    parent = clause.parent
    while parent is not None and parent in by_name and parent not in seen:
        seen.add(parent)
        clause = by_name[parent]
        if clause.unit is Unit.HEADING:
            yield clause
        parent = clause.parent


def _leaders(counted: Iterator[tuple[str, str, int]]) -> dict[str, str]:
    """Return for each name the other that has the most votes with it, where one alone has."""
    tallies: dict[str, Counter[str]] = {}
    for one, other, count in counted:
        tallies.setdefault(one, Counter())[other] = count
    leaders: dict[str, str] = {}
    for one, tally in tallies.items():
        first, *rest = tally.most_common(2)
        if not rest or rest[0][1] < first[1]:
            leaders[one] = first[0]
    return leaders
