"""The readings and answers that a clause of a new version takes over from the version before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from negotiator.engine.succession.forms import Predecessor
from negotiator.engine.succession.lineage import Descent
from negotiator.engine.succession.merging import united
from negotiator.model import Answer, Clause, Origin, Reading, Review


def history(key: str, predecessor: Predecessor) -> Iterator[Reading]:
    """Yield all readings on record of a clause, in whichever version."""
    for wording in predecessor.wordings.get(key, ()):
        yield from predecessor.readings.get(wording.address, ())


def repeats(stated: Reading, earlier: Iterable[Reading]) -> bool:
    """Tell whether a reading says what an earlier one said.

    A document that repeats what it said before must not undo what a person has corrected since.
    """
    return any(stated == _substance(reading) for reading in earlier)


def _substance(reading: Reading) -> Reading:
    """Return what a reading says, without who said it when and how firmly."""
    return replace(reading, by="", at="", origin=Origin.PERSON, review=Review.CONFIRMED, reason="")


@dataclass(frozen=True, slots=True)
class Carried:
    """A reading that a clause takes over, and whether it became a draft on the way."""

    reading: Reading
    drafted: bool = True


def carried(clause: Clause, descent: Descent, predecessor: Predecessor) -> Carried | None:
    """Return the reading that a clause takes over; None where there is none.

    It stays as it was where it is a reading of this very text and the version before holds it.
    Else it is a draft and says where it comes from.

    Args:
        clause: of the new version, with its final key.
        descent: where it comes from.
        predecessor: the version before.
    """
    if len(descent.sources) > 1:
        return _of_merged(descent.sources, predecessor)
    own = _last(clause.key, predecessor)
    if descent.part and not (descent.back and own):
        return _of_part(descent.sources[0], predecessor)
    if own is None:
        return None
    wording, reading = own
    number = _number(wording)
    if wording.substance != clause.substance:
        return _draft(reading, f"carried over from version {number}, whose text differs")
    source = descent.sources[0] if descent.sources and not descent.back else None
    if source is None:
        return _draft(
            reading,
            f"carried over from version {number}; the version before this one does not hold it",
        )
    if source.substance != clause.substance:
        return _draft(
            reading,
            f"carried over from version {number}; version {_number(source)} worded it otherwise",
        )
    return Carried(reading, drafted=False)


def _last(key: str, predecessor: Predecessor) -> tuple[Clause, Reading] | None:
    """Return the last reading of a clause, with the wording that it is a reading of."""
    for wording in predecessor.wordings.get(key, ()):
        readings = predecessor.readings.get(wording.address, ())
        if readings:
            return wording, readings[-1]
    return None


def _of_part(source: Clause, predecessor: Predecessor) -> Carried | None:
    last = _last(source.key, predecessor)
    if last is None:
        return None
    number = _number(source)
    return _draft(
        last[1], f"carried over from {source.id} of version {number}, of which this is a part"
    )


def _of_merged(sources: Sequence[Clause], predecessor: Predecessor) -> Carried | None:
    """Unite the readings of clauses that were merged; what they do not agree on stays open."""
    found = [last[1] for source in sources if (last := _last(source.key, predecessor))]
    if not found:
        return None
    whole, differ = united(found)
    names = " and ".join(source.id for source in sources)
    reason = f"carried over from {names} of version {_number(sources[0])}, which are merged here"
    return _draft(
        whole, f"{reason}; where their readings differ it is left open" if differ else reason
    )


def _draft(reading: Reading, reason: str) -> Carried:
    return Carried(replace(reading, review=Review.DRAFT, reason=reason))


def _number(clause: Clause) -> str:
    return clause.version.rpartition("@")[2]


def answers(
    clauses: Sequence[tuple[Clause, Descent]],
    stated: Mapping[str, Sequence[Answer]],
    predecessor: Predecessor,
) -> tuple[Answer, ...]:
    """Return the answers of a new version: those that it states, else those carried over.

    The answers of a clause that was split stay with the part that carries it on; a merged clause
    gives those of all that were merged.

    Args:
        clauses: of the new version, each with where it comes from.
        stated: the answers that the document states, by the clause's final id.
        predecessor: the version before.
    """
    found: list[Answer] = []
    for clause, descent in clauses:
        given = stated.get(clause.id)
        if given is None:
            heirs = descent.sources if descent.key and not descent.back else ()
            given = [
                replace(answer, clause=clause.id)
                for source in heirs
                for answer in predecessor.answers.get(source.id, ())
            ]
        found += dict.fromkeys(replace(answer, version=clause.version) for answer in given)
    return tuple(found)
