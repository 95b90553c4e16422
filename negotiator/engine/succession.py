"""A document as read becomes the next version of its proposal, with what carries over.

A clause keeps its id through all versions of its proposal. What the new document does not say
anew about a clause is carried over from the version before: as it stood where the text is the
same, as a draft to look at where the text differs.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from negotiator.errors import Refused
from negotiator.model import Answer, Clause, Origin, Reading, Review, Silence


@dataclass(frozen=True, slots=True)
class Tabled:
    """What a document says, by the ids that the document itself uses.

    Args:
        clauses: in document order, `id` and `key` both the document's own.
        readings: the readings that the document states, by key.
        answers: the answers it states; `clause` is a key of its own, the target another's id.
        silences: the silences it states.
    """

    clauses: tuple[Clause, ...]
    readings: Mapping[str, Reading]
    answers: tuple[Answer, ...] = ()
    silences: tuple[Silence, ...] = ()


@dataclass(frozen=True, slots=True)
class Predecessor:
    """The version before: its clauses, every reading of them, and the answers they give.

    Args:
        clauses: the clauses of the version, by key.
        histories: all readings of a clause in any version, oldest first, by key.
        answers: the answers of the version's clauses, by clause id.
        ids: the id of every key that any version of the proposal has used.
    """

    clauses: Mapping[str, Clause]
    histories: Mapping[str, Sequence[Reading]]
    answers: Mapping[str, Sequence[Answer]]
    ids: Mapping[str, str]


NO_PREDECESSOR = Predecessor({}, {}, {}, {})


@dataclass(frozen=True, slots=True)
class Succession:
    """The next version, ready to be recorded, and what became of each clause.

    Args:
        clauses: with their final ids, version and order.
        readings: by address.
        answers: with final ids and version.
        silences: with their version.
        unchanged: ids whose text is as before.
        modified: ids whose text differs.
        added: ids that are new.
        suppressed: ids that the new version no longer holds.
        renamed: document's key to id, where the key was taken by another proposal.
        drafts: ids whose reading was carried over to a text that differs.
        replaced: ids whose reading by a person gives way to one that the document states.
    """

    clauses: tuple[Clause, ...]
    readings: Mapping[str, Reading]
    answers: tuple[Answer, ...]
    silences: tuple[Silence, ...]
    unchanged: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    suppressed: tuple[str, ...] = ()
    renamed: Mapping[str, str] | None = None
    drafts: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()


def succeed(
    tabled: Tabled,
    *,
    proposal: str,
    number: int,
    predecessor: Predecessor = NO_PREDECESSOR,
    taken: Collection[str] = (),
    by: str = "",
    at: str = "",
) -> Succession:
    """Make the next version of a proposal out of a document.

    Args:
        tabled: what the document says.
        proposal: the proposal's key.
        number: the number of the new version, from 1.
        predecessor: the version before, if there is one.
        taken: clause ids in use anywhere in the negotiation.
        by: who reads; goes on every reading that the document states.
        at: when, as ISO 8601 text.

    Raises:
        Refused: when an id cannot be made unique.
    """
    version = f"{proposal}@{number}"
    ids = _ids(tabled.clauses, proposal, predecessor.ids, taken)
    clauses = tuple(
        replace(
            clause,
            id=ids[clause.key],
            version=version,
            order=order,
            parent=ids[clause.parent] if clause.parent else None,
        )
        for order, clause in enumerate(tabled.clauses)
    )
    fates = {clause.key: _fate(clause, predecessor.clauses.get(clause.key)) for clause in clauses}
    readings: dict[str, Reading] = {}
    drafts: list[str] = []
    replaced: list[str] = []
    for clause in clauses:
        stated = tabled.readings.get(clause.key)
        history = predecessor.histories.get(clause.key, ())
        same = fates[clause.key] == "unchanged"
        repeated = same and any(stated == _substance(reading) for reading in history)
        if stated is not None and not repeated:
            readings[clause.address] = replace(stated, by=stated.by or by, at=at)
            if len(history) > 1:
                replaced.append(clause.id)
        elif history and same:
            readings[clause.address] = history[-1]
        elif history:
            readings[clause.address] = _as_draft(history[-1], number - 1)
            drafts.append(clause.id)
    return Succession(
        clauses=clauses,
        readings=readings,
        answers=_answers(tabled, clauses, predecessor, version, by),
        silences=tuple(replace(silence, version=version) for silence in tabled.silences),
        unchanged=_with(clauses, fates, "unchanged"),
        modified=_with(clauses, fates, "modified"),
        added=_with(clauses, fates, "added"),
        suppressed=tuple(
            clause.id for key, clause in predecessor.clauses.items() if key not in ids
        ),
        renamed={key: final for key, final in ids.items() if final != key},
        drafts=tuple(drafts),
        replaced=tuple(replaced),
    )


def _ids(
    clauses: Sequence[Clause], proposal: str, known: Mapping[str, str], taken: Collection[str]
) -> dict[str, str]:
    fresh = [clause.key for clause in clauses if clause.key not in known]
    # One clash renames them all: "1, 2, us:3" in one document would be read as a mistake.
    prefixed = any(key in taken for key in fresh) or any(
        final != key for key, final in known.items()
    )
    ids = dict(known)
    for key in fresh:
        ids[key] = f"{proposal}:{key}" if prefixed else key
        if prefixed and ids[key] in taken:
            raise Refused(
                f"the clause id {ids[key]} is taken by another proposal",
                where=f"clause {key}",
                remedy="give the proposal another key with --proposal",
            )
    return {clause.key: ids[clause.key] for clause in clauses}


def _fate(clause: Clause, before: Clause | None) -> str:
    if before is None:
        return "added"
    return "unchanged" if before.substance == clause.substance else "modified"


def _with(clauses: Sequence[Clause], fates: Mapping[str, str], fate: str) -> tuple[str, ...]:
    return tuple(clause.id for clause in clauses if fates[clause.key] == fate)


def _substance(reading: Reading) -> Reading:
    """Return what a reading says, without who said it when and how firmly.

    A document that repeats what it said before must not undo what a person has corrected since.
    """
    return replace(reading, by="", at="", origin=Origin.PERSON, review=Review.CONFIRMED, reason="")


def _as_draft(reading: Reading, number: int) -> Reading:
    return replace(
        reading,
        review=Review.DRAFT,
        reason=f"carried over from version {number}, whose text differs",
    )


def _answers(
    tabled: Tabled,
    clauses: Sequence[Clause],
    predecessor: Predecessor,
    version: str,
    by: str,
) -> tuple[Answer, ...]:
    stated: dict[str, list[Answer]] = {}
    for answer in tabled.answers:
        stated.setdefault(answer.clause, []).append(answer)
    found: list[Answer] = []
    for clause in clauses:
        if clause.key in stated:
            found.extend(
                replace(answer, clause=clause.id, by=answer.by or by, version=version)
                for answer in stated[clause.key]
            )
        else:
            carried = predecessor.answers.get(clause.id, ())
            found.extend(replace(answer, version=version) for answer in carried)
    return tuple(found)
