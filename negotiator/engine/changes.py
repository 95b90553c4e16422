"""Version to version: what was added, modified, suppressed, split, merged, moved, renumbered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from negotiator.engine.alignment import Alignment, Link
from negotiator.engine.patience import Patience, endless
from negotiator.engine.versions import Matching, likelihoods, match, reasons, vacancies
from negotiator.engine.versions.substance import renumbered, same_substance, same_words, verbatim
from negotiator.engine.wording import Span, redline
from negotiator.model import Clause, Relation


class ChangeKind(StrEnum):
    """What became of a clause from one version to the next; several may hold."""

    ADDED = "added"
    SUPPRESSED = "suppressed"
    MODIFIED = "modified"
    EDITORIAL = "editorial"
    SPLIT = "split"
    MERGED = "merged"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    UNCHANGED = "unchanged"


# The change symbols of the International Telecommunication Union. What is split or merged without
# another word is changed in its drafting alone; where words differ too, `MODIFIED` stands first.
SYMBOLS = {
    ChangeKind.ADDED: "ADD",
    ChangeKind.SUPPRESSED: "SUP",
    ChangeKind.MODIFIED: "MOD",
    ChangeKind.EDITORIAL: "(MOD)",
    ChangeKind.SPLIT: "(MOD)",
    ChangeKind.MERGED: "(MOD)",
    ChangeKind.MOVED: "(MOD)",
    ChangeKind.RENUMBERED: "(MOD)",
    ChangeKind.UNCHANGED: "NOC",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One clause from version to version.

    Args:
        kinds: what became of it, strongest first. A clause that stands against one other is
            exactly one of unchanged, editorial and modified, whatever else holds. Of one that was
            split or merged, modified or editorial is said of the whole.
        old: the clause before; None when it was added.
        new: the clause after; None when it was suppressed.
        redline: how the wording changed; None unless both are verbatim and differ, and for a
            split or merged clause: from the whole to a part it would strike out what another
            part keeps.
    """

    kinds: tuple[ChangeKind, ...]
    old: Clause | None
    new: Clause | None
    redline: tuple[Span, ...] | None = None

    @property
    def symbol(self) -> str:
        """Return the change symbol: ADD, SUP, MOD, (MOD) or NOC."""
        return SYMBOLS[self.kinds[0]]


@dataclass(frozen=True, slots=True)
class VersionAlignment:
    """Two versions lined up.

    Args:
        alignment: the links between them and what stands alone, by the clauses' keys. The old
            clause is broader than the parts it was split into; clauses that were merged are
            narrower than what they became.
        changes: what became of every clause.
    """

    alignment: Alignment
    changes: tuple[Change, ...]


def changes(
    old: Sequence[Clause],
    new: Sequence[Clause],
    *,
    by_key: bool = True,
    patience: Patience = endless,
) -> tuple[Change, ...]:
    """Return what became of every clause between two versions, in the order of the new one.

    Suppressed clauses stand where they stood. A split or merge is one change for each pair of
    clauses.

    Args:
        old: the clauses of the one version, in document order.
        new: those of the other.
        by_key: whether clauses with the same key are the same clause; the rest is lined up by
            text and context, and without it everything is.
        patience: tells when the time is over.
    """
    return _changes(old, new, _matching(old, new, by_key, patience), patience)


def align_versions(
    old: Sequence[Clause],
    new: Sequence[Clause],
    *,
    by_key: bool = False,
    patience: Patience = endless,
) -> VersionAlignment:
    """Line up two versions of one text, with the reasons for each link, and say what changed.

    Args:
        old: the clauses of the one version, in document order, keys unique.
        new: those of the other.
        by_key: whether clauses with the same key are the same clause, whatever they say.
        patience: tells when the time is over.
    """
    matching = _matching(old, new, by_key, patience)
    found = _changes(old, new, matching, patience)
    links = tuple(_links(old, new, matching))
    ours = {key for link in links for key in link.left}
    theirs = {key for link in links for key in link.right}
    return VersionAlignment(
        Alignment(
            links,
            tuple(clause.key for clause in old if clause.key not in ours),
            tuple(clause.key for clause in new if clause.key not in theirs),
            matching.fallback,
        ),
        found,
    )


def _matching(
    old: Sequence[Clause], new: Sequence[Clause], by_key: bool, patience: Patience
) -> Matching:
    places = {clause.key: place for place, clause in enumerate(old)} if by_key else {}
    return match(
        [_text(clause) for clause in old],
        [_text(clause) for clause in new],
        fixed=[
            (places[clause.key], place) for place, clause in enumerate(new) if clause.key in places
        ],
        sorts=([clause.unit for clause in old], [clause.unit for clause in new]),
        patience=patience,
    )


def _text(clause: Clause) -> str:
    """Return the wording, or the one that a proposal to delete speaks to."""
    return clause.text or clause.base_text or ""


def _links(old: Sequence[Clause], new: Sequence[Clause], matching: Matching) -> Iterator[Link]:
    why = reasons([_text(one) for one in old], [_text(one) for one in new], matching.matches)
    likely = likelihoods(matching.matches)
    for found, sentences, score in sorted(
        zip(matching.matches, why, likely, strict=True), key=lambda one: one[0].old
    ):
        left, right = [old[place] for place in found.old], [new[place] for place in found.new]
        yield Link(
            tuple(clause.key for clause in left),
            tuple(clause.key for clause in right),
            _relation(left, right),
            found.method,
            score,
            sentences,
        )


def _relation(old: Sequence[Clause], new: Sequence[Clause]) -> Relation:
    if len(new) > 1:
        return Relation.BROADER
    if len(old) > 1:
        return Relation.NARROWER
    same = same_substance(old, new) or same_words(old, new)
    return Relation.EQUIVALENT if same else Relation.OVERLAPPING


def _changes(
    old: Sequence[Clause], new: Sequence[Clause], matching: Matching, patience: Patience
) -> tuple[Change, ...]:
    by_new = {place: one for one in matching.matches for place in one.new}
    gone = vacancies(len(old), len(new), matching.matches)
    found: list[Change] = []
    for place, clause in enumerate(new):
        found += (Change((ChangeKind.SUPPRESSED,), old[at], None) for at in gone[place])
        if place not in by_new:
            found.append(Change((ChangeKind.ADDED,), None, clause))
            continue
        one = by_new[place]
        before, after = [old[at] for at in one.old], [new[at] for at in one.new]
        kinds = tuple(_kinds(before, after, one.moved))
        single = len(before) == len(after) == 1
        for other in before:
            spans = _redline(other, clause, patience) if single else None
            found.append(Change(kinds, other, clause, spans))
    found += (Change((ChangeKind.SUPPRESSED,), old[at], None) for at in gone[len(new)])
    return tuple(found)


def _kinds(old: Sequence[Clause], new: Sequence[Clause], moved: bool) -> Iterator[ChangeKind]:
    same, single = same_substance(old, new), len(old) == len(new) == 1
    if not same:
        yield ChangeKind.EDITORIAL if same_words(old, new) else ChangeKind.MODIFIED
    if len(new) > 1:
        yield ChangeKind.SPLIT
    if len(old) > 1:
        yield ChangeKind.MERGED
    if moved:
        yield ChangeKind.MOVED
    if single and renumbered(old[0], new[0]):
        yield ChangeKind.RENUMBERED
    if single and same:
        yield ChangeKind.UNCHANGED


def _redline(old: Clause, new: Clause, patience: Patience) -> tuple[Span, ...] | None:
    if old.text == new.text or not verbatim((old, new)):
        return None
    return redline(old.text, new.text, patience=patience)
