"""What a provision of a table proposes: its text, its base text, and the kind of change."""

from __future__ import annotations

from dataclasses import dataclass, field

from negotiator.documents.extract import Piece
from negotiator.documents.manuscript import Omission
from negotiator.documents.tables.drafts import Draft
from negotiator.documents.tables.fields import plain
from negotiator.documents.tables.labels import is_bare
from negotiator.documents.tables.units import Unit
from negotiator.documents.tables.verdicts import is_deletion, is_no_change

Wording = tuple[str, str | None, str]

ADD, MOD, SUP, NOC = "ADD", "MOD", "SUP", "NOC"
# What a column that states the kind of change may say.
_STATED = {"add": ADD, "new": ADD, "mod": MOD, "modify": MOD, "sup": SUP, "noc": NOC}


@dataclass(slots=True)
class Settled:
    """The clauses of a row, and what of it is in none.

    Args:
        pieces: the clauses; ids are not yet unique in the document.
        omitted: what is in no clause.
        unmatched: how many provisions of the base text have no counterpart in the proposal.
        notes: the ids of the footnotes that each clause cites.
    """

    pieces: list[Piece] = field(default_factory=list)
    omitted: list[Omission] = field(default_factory=list)
    unmatched: int = 0
    notes: list[tuple[str, ...]] = field(default_factory=list)

    def leave_out(self, draft: Draft, what: str, reason: str, text: str) -> None:
        """List a text as in no clause."""
        if text.strip():
            self.omitted.append(Omission(what, reason, draft.page, draft.place, text.strip()))


def wording(
    draft: Draft, settled: Settled, old: Unit | None, new: Unit | None, *, elided: bool = False
) -> Wording:
    """Return the text, the base text and the change of one provision.

    What a column states about the kind of change counts more than what the texts show.

    Args:
        draft: the row it stands in.
        settled: is told what of it is in no clause.
        old: it in the base text.
        new: it in the proposal.
        elided: whether the proposal leaves out what it does not change.
    """
    text, base, change = _wording(draft, settled, old, new, elided=elided)
    stated = SUP if is_deletion(draft.change) else _STATED.get(plain(draft.change), change)
    if stated == SUP and text:
        return "", text if base is None else base, SUP
    return text, base, stated


def _wording(
    draft: Draft, settled: Settled, old: Unit | None, new: Unit | None, *, elided: bool
) -> Wording:
    before = old.full if old else None
    if new is None:
        return _without_counterpart(draft, settled, old, elided=elided)
    said = new.text
    if said and is_deletion(said, draft.reference):
        settled.leave_out(draft, "word for deletion", "says that the text is deleted", said)
        struck = "\n".join(line.struck for line in new.lines if line.struck).strip()
        return "", before if before is not None else struck or None, SUP
    if is_no_change(said):
        if before is None:
            return said, None, NOC
        settled.leave_out(draft, "word for no change", "says that nothing changes", said)
        return before, before, NOC
    if before is None and new.marked:
        return _in_one(draft, settled, new)
    if before is None and draft.reprinted and said:
        return said, said, NOC
    if not said:
        return "", before, SUP
    if before is None:
        return said, None, _unbased(draft, new)
    same = " ".join(before.split()) == " ".join(said.split())
    return said, before, NOC if same else MOD


def _without_counterpart(
    draft: Draft, settled: Settled, old: Unit | None, *, elided: bool
) -> Wording:
    if old is None or not old.full:
        return "", None, ""
    if elided:
        return old.full, old.full, NOC
    if old.marked and old.text:
        return old.text, old.base, MOD
    if not old.marked:
        settled.unmatched += 1
    return "", old.full, SUP


def _in_one(draft: Draft, settled: Settled, new: Unit) -> Wording:
    """Return the same of wording that shows in itself what is struck and what is new."""
    said, before = new.text, new.base
    if is_bare(said) and not is_bare(before):
        if said not in before:
            settled.leave_out(draft, "number", "numbers nothing after the deletion", said)
        return "", before, SUP
    if is_bare(before) and not is_bare(said):
        return said, None, ADD
    return said, before, MOD


def _unbased(draft: Draft, new: Unit) -> str:
    if draft.new or draft.based or (new.citation and new.citation.new):
        return ADD
    return MOD if draft.amending and (draft.reference or new.citation) else ""
