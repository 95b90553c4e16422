"""Which clause of the version before each clause of a document carries on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import LCSseq

from negotiator.engine.succession.forms import Predecessor, Tabled
from negotiator.engine.succession.headings import paired
from negotiator.engine.versions import match
from negotiator.model import Clause, Unit


@dataclass(frozen=True, slots=True)
class Descent:
    """Where a clause of a document comes from.

    Args:
        key: of the clause that it carries on, empty for one that is new.
        sources: the clauses of the version before whose wording it holds, the largest first.
        part: whether it holds a part of its source only; other clauses hold the rest.
        moved: whether it stands elsewhere among the others than before.
    """

    key: str = ""
    sources: tuple[Clause, ...] = ()
    part: bool = False
    moved: bool = False

    @property
    def back(self) -> bool:
        """Tell whether it carries on a clause that the version before did not hold."""
        return bool(self.key) and self.key not in {source.key for source in self.sources}


def lineage(tabled: Tabled, predecessor: Predecessor) -> dict[str, Descent]:
    """Return where each clause of a document comes from, by the document's own id.

    Where a person stated the ids, they tell; else wording and context do, and the number tells
    nothing. Provisions carry on provisions, footnotes footnotes, headings headings. A clause that
    was split goes on in its largest part, and of clauses that were merged the largest goes on.

    Args:
        tabled: what the document says.
        predecessor: the version before.
    """
    if tabled.ids_stated:
        return _as_stated(tabled.clauses, predecessor)
    old = tuple(predecessor.clauses.values())
    found: dict[str, Descent] = {}
    for unit in (Unit.PROVISION, Unit.FOOTNOTE):
        found.update(
            _by_wording(
                [clause for clause in old if clause.unit is unit],
                [clause for clause in tabled.clauses if clause.unit is unit],
            )
        )
    carried = {new: descent.sources for new, descent in found.items()}
    for new, (heading, moved) in paired(old, tabled.clauses, carried).items():
        found[new] = Descent(heading.key, (heading,), moved=moved)
    _bring_back(tabled.clauses, predecessor, found)
    return {clause.key: found.get(clause.key, Descent()) for clause in tabled.clauses}


def _as_stated(clauses: Sequence[Clause], predecessor: Predecessor) -> dict[str, Descent]:
    known = predecessor.clauses
    kept = [clause for clause in clauses if clause.key in known]
    place = {key: index for index, key in enumerate(known)}
    standing = sorted(kept, key=lambda clause: place[clause.key])
    rank = {clause.key: index for index, clause in enumerate(standing)}
    matching = match(
        [_wording(known[clause.key]) for clause in standing],
        [_wording(clause) for clause in kept],
        fixed=[(rank[clause.key], index) for index, clause in enumerate(kept)],
    )
    moved = {kept[index].key for one in matching.matches if one.moved for index in one.new}
    return {
        clause.key: Descent(
            clause.key,
            (known[clause.key],) if clause.key in known else (),
            moved=clause.key in moved,
        )
        for clause in clauses
    }


def _by_wording(old: Sequence[Clause], new: Sequence[Clause]) -> Iterator[tuple[str, Descent]]:
    matching = match([_wording(one) for one in old], [_wording(one) for one in new])
    for one in matching.matches:
        sources = [old[index] for index in one.old]
        clauses = [new[index] for index in one.new]
        twins = _twins(sources, clauses)
        if twins is not None:
            # What stands beside a text that is word for word as before is no part of it.
            source, clause = twins
            yield clause.key, Descent(source.key, (source,), moved=one.moved)
        elif len(clauses) == 1:
            [clause] = clauses
            sources.sort(key=lambda source: -_shared(source, clause))
            yield clause.key, Descent(sources[0].key, tuple(sources), moved=one.moved)
        else:
            [source] = sources
            largest = max(clauses, key=lambda clause: _shared(source, clause))
            for clause in clauses:
                key = source.key if clause is largest else ""
                yield clause.key, Descent(key, (source,), part=True, moved=one.moved)


def _twins(old: Sequence[Clause], new: Sequence[Clause]) -> tuple[Clause, Clause] | None:
    pairs = ((before, after) for before in old for after in new)
    return next((pair for pair in pairs if pair[0].substance == pair[1].substance), None)


def _shared(source: Clause, clause: Clause) -> int:
    """Return how many words of one stand in the other, in the same order."""
    words = _wording(source).split(), _wording(clause).split()
    return int(LCSseq.similarity(*words))


def _wording(clause: Clause) -> str:
    """Return what a clause is known by: of an amendment also what it amends."""
    return clause.text if clause.base_text is None else f"{clause.base_text}\n{clause.text}"


def _bring_back(
    clauses: Sequence[Clause], predecessor: Predecessor, found: dict[str, Descent]
) -> None:
    """Let a clause go on that an earlier version held, word for word, and the last one did not."""
    former: dict[object, list[str]] = {}
    for key, wordings in predecessor.wordings.items():
        if key not in predecessor.clauses:
            for said in dict.fromkeys((one.unit, one.substance) for one in wordings):
                former.setdefault(said, []).append(key)
    taken: set[str] = set()
    for clause in clauses:
        descent = found.get(clause.key, Descent())
        keys = [key for key in former.get((clause.unit, clause.substance), ()) if key not in taken]
        if keys and not descent.key:
            found[clause.key] = replace(descent, key=keys[0])
            taken.add(keys[0])
