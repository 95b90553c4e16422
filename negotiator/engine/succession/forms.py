"""What goes into making the next version of a proposal, and what comes out of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from negotiator.model import Answer, Clause, Reading, Silence


@dataclass(frozen=True, slots=True)
class Tabled:
    """What a document says, by the ids that the document itself uses.

    Args:
        clauses: in document order, `id` and `key` both the document's own.
        readings: the readings that the document states, by key.
        answers: the answers it states; `clause` is a key of its own, the target another's id.
        silences: the silences it states.
        ids_stated: whether a person stated the ids. The ids that the machine makes of numbers and
            places say nothing about which clause is which once a paragraph was inserted.
    """

    clauses: tuple[Clause, ...]
    readings: Mapping[str, Reading]
    answers: tuple[Answer, ...] = ()
    silences: tuple[Silence, ...] = ()
    ids_stated: bool = True


@dataclass(frozen=True, slots=True)
class Predecessor:
    """The version before, and what is on record of all versions of the proposal.

    Args:
        clauses: the clauses of the version before, by key, in document order.
        wordings: every wording on record of every key that any version used; the one that weighs
            most comes first: that of the version before, then the later one, withdrawn ones last.
        readings: all readings of a wording, oldest first, by its address.
        answers: the answers of the version's clauses, by clause id.
        answered: the answers of other proposals to the version's clauses, as they stand.
    """

    clauses: Mapping[str, Clause]
    wordings: Mapping[str, Sequence[Clause]]
    readings: Mapping[str, Sequence[Reading]] = field(default_factory=dict)
    answers: Mapping[str, Sequence[Answer]] = field(default_factory=dict)
    answered: tuple[Answer, ...] = ()

    @property
    def ids(self) -> dict[str, str]:
        """Return the id of every key that any version has used."""
        return {key: wordings[0].id for key, wordings in self.wordings.items()}


NO_PREDECESSOR = Predecessor({}, {})


@dataclass(frozen=True, slots=True)
class Succession:
    """The next version, ready to be recorded, and what became of each clause.

    Every clause is in one of `unchanged`, `modified`, `added`, in a part of `split` or a key of
    `merged`; every clause of the version before in one of `unchanged`, `modified`, `suppressed`,
    in a key of `split` or a source of `merged`.

    Args:
        clauses: with their final ids, version and order.
        readings: by address.
        answers: with final ids and version.
        silences: with their version.
        unchanged: ids whose text is as before.
        modified: ids whose text differs.
        added: ids that are new, or come back.
        suppressed: ids that the new version no longer holds.
        split: id of a clause that was split to the ids of its parts, in order; one is its own.
        merged: id of a clause to the ids of those that were merged in it; one is its own.
        moved: ids that stand elsewhere among the others than before.
        renumbered: ids whose printed number differs.
        renamed: key to id, where the key was taken by another proposal.
        drafts: ids whose reading was carried over to a text that differs.
        replaced: ids whose reading by a person gives way to one that the document states.
        loose: answers of other proposals to a clause that is no longer there as it was: it was
            suppressed, split, or merged in another.
    """

    clauses: tuple[Clause, ...]
    readings: Mapping[str, Reading]
    answers: tuple[Answer, ...]
    silences: tuple[Silence, ...]
    unchanged: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    suppressed: tuple[str, ...] = ()
    split: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    merged: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    moved: tuple[str, ...] = ()
    renumbered: tuple[str, ...] = ()
    renamed: Mapping[str, str] | None = None
    drafts: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    loose: tuple[Answer, ...] = ()
