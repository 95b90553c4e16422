"""How the clauses of a row are called: reference, heading, id, and the clause they stand under."""

from __future__ import annotations

import re
from dataclasses import dataclass

from negotiator.documents.tables.drafts import Draft
from negotiator.documents.tables.effects import Settled
from negotiator.documents.tables.fields import plain
from negotiator.documents.tables.references import LONGEST_ID, row_id
from negotiator.documents.tables.units import Unit

_FIRST_NUMBER = re.compile(r"\D{0,60}\d{1,4}(?:[\s\u00a0]?[a-z]\b)?")
_EDGES = re.compile(r"[.-]")


@dataclass(frozen=True, slots=True)
class Name:
    """How a clause is called; the parent is an id within the row."""

    reference: str
    heading: str
    id: str
    parent: str | None


def name_of(
    draft: Draft, old: Unit | None, new: Unit | None, settled: Settled, *, alone: bool, shared: bool
) -> Name:
    """Return how a clause is called.

    Args:
        draft: the row it stands in.
        old: it in the base text.
        new: it in the proposal.
        settled: is told what of the references is in no clause.
        alone: whether the row holds no other clause.
        shared: whether any clause of the row has no reference but that of the row.
    """
    cited = (new.citation if new else None) or (old.citation if old else None)
    headings = [draft.heading]
    # The reference of the row is the heading of one in the cell, unless it has wording of its own.
    if cited and not shared and plain(cited.reference) != plain(draft.reference):
        headings.append(draft.reference)
    for other in (unit.citation for unit in (old, new) if unit and unit.citation):
        headings.append(other.title)
        settled.leave_out(draft, "amendment number", "numbers the proposal", other.before)
        if cited and other.reference != cited.reference:
            settled.leave_out(draft, "reference", "another is given beside it", other.reference)
    reference = cited.reference if cited else draft.reference
    chain = (new.chain if new and new.chain else None) or (old.chain if old else ())
    stem, rest = _extended(row_id(reference, draft.number), chain, alone=alone)
    heading = "\n".join(dict.fromkeys(filter(None, headings)))
    if draft.id:
        bare = not any(sign in ",/@" or sign.isspace() for sign in draft.id)
        if not bare or len(draft.id) > LONGEST_ID:
            settled.leave_out(draft, "id", "cannot be kept as it is", draft.id)
        stem, rest = draft.id if bare else row_id(draft.id, draft.number), () if alone else chain
    printed = _reference(reference, stem, rest)
    id = ".".join((stem, *rest))[:LONGEST_ID].strip(".-")
    parent = ".".join((stem, *rest[:-1])) if len(chain) > 1 and rest else None
    return Name(printed, heading, id, parent)


def _extended(id: str, chain: tuple[str, ...], *, alone: bool) -> tuple[str, tuple[str, ...]]:
    parts = _EDGES.split(id)
    if not chain or (id.startswith("row-") and alone):
        return id, ()
    if parts[-1] == chain[0].casefold():
        return id, chain[1:]
    if len(parts) == 1 or id.startswith("row-") or not chain[0][0].isdigit():
        return id, () if alone and len(parts) > 1 and chain[0] in parts else chain
    if alone or not parts[0][0].isdigit():
        return id, ()
    return parts[0], chain


def _reference(reference: str, stem: str, rest: tuple[str, ...]) -> str:
    if not reference or not rest:
        return reference
    first = _FIRST_NUMBER.match(reference)
    cut = stem.isdigit() and first is not None and row_id(reference, 0) != stem
    return (first.group() if cut and first else reference) + "".join(f"({one})" for one in rest)
