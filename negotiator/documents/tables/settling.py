"""From one row to its clauses: base text, proposed wording, and what the row does to the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from negotiator.documents.extract import Piece
from negotiator.documents.manuscript import Omission
from negotiator.documents.tables.drafts import Draft
from negotiator.documents.tables.fields import plain
from negotiator.documents.tables.grid import Line
from negotiator.documents.tables.labels import label_of
from negotiator.documents.tables.references import LONGEST_ID, NEW_WORDS, row_id
from negotiator.documents.tables.sections import Section, sections_of
from negotiator.documents.tables.units import MOST_UNITS, Unit, paired, units_of
from negotiator.documents.tables.verdicts import (
    is_deletion,
    is_ellipsis,
    is_no_change,
    is_nothing,
    is_sign,
)

ADD, MOD, SUP, NOC = "ADD", "MOD", "SUP", "NOC"
_CHANGES = {"add": ADD, "new": ADD, "mod": MOD, "modify": MOD, "sup": SUP, "noc": NOC}
_FIRST_NUMBER = re.compile(r"\D{0,60}\d{1,4}(?:[\s\u00a0]?[a-z]\b)?")
_EDGES = re.compile(r"[.-]")


@dataclass(slots=True)
class Settled:
    """The clauses of a row, and what of it is in none.

    Args:
        pieces: the clauses; ids are not yet unique in the document.
        omitted: what is in no clause.
        unmatched: how many provisions of the base text have no counterpart in the proposal.
    """

    pieces: list[Piece] = field(default_factory=list)
    omitted: list[Omission] = field(default_factory=list)
    unmatched: int = 0

    def leave_out(self, draft: Draft, what: str, reason: str, text: str) -> None:
        """List a text as in no clause."""
        if text.strip():
            self.omitted.append(Omission(what, reason, draft.page, draft.place, text.strip()))


def settle(draft: Draft, *, by_number: bool) -> Settled:
    """Return the clauses of a row.

    Args:
        draft: the row.
        by_number: whether the numbered paragraphs and points in a cell are clauses of their own.
    """
    settled = Settled()
    if draft.silent:
        for line in draft.text:
            settled.leave_out(draft, "sign", "stands for no wording", line.full)
        alone = replace(draft, silent=False, text=draft.base, base=[], based=False, amending=False)
        found = settle(alone, by_number=by_number)
        found.omitted += settled.omitted
        return found
    base_sections, base_labels = sections_of(draft.base)
    text_sections, text_labels = sections_of(draft.text)
    for line in (*base_labels, *text_labels):
        settled.leave_out(draft, "table heading", "says what a column holds", line.full)
    base_sections, text_sections = _with_titles(base_sections, text_sections)
    cut = by_number and max(map(_numbered, (base_sections, text_sections))) > 1
    base = units_of(base_sections, by_number=cut)
    text = units_of(text_sections, by_number=cut)
    if max(len(base), len(text)) > MOST_UNITS:
        base = units_of([Section(tuple(draft.base))] if base else [], by_number=False)
        text = units_of([Section(tuple(draft.text))] if text else [], by_number=False)
    pairs = _pairs(draft, base, text, settled)
    # An ellipsis in both columns stands for what neither prints.
    elided = sum(is_ellipsis(u.full) for u in text) > sum(is_ellipsis(u.full) for u in base)
    shared = any(not (unit.citation) for unit in (*base, *text))
    for old, new in pairs:
        _clause(draft, settled, old, new, elided=elided, alone=len(pairs) == 1, shared=shared)
    if not settled.pieces:
        for said in (draft.reference, draft.heading, draft.party, *draft.justification):
            settled.leave_out(draft, "reference", "stands beside no wording", said)
    comments = tuple(dict.fromkeys(draft.comments))
    settled.pieces[:1] = [replace(one, comments=comments) for one in settled.pieces[:1]]
    return settled


def _numbered(sections: Sequence[Section]) -> int:
    lines = (line for section in sections for line in section.lines)
    return sum(bool(label_of(line.text) or label_of(line.base)) for line in lines)


def _with_titles(base: list[Section], text: list[Section]) -> tuple[list[Section], list[Section]]:
    # A title that the proposal changes is wording, not a heading.
    old = {section.title.full.strip() for section in base if section.title}
    new = {section.title.full.strip() for section in text if section.title}
    kept = old & new if base and text else old | new
    return [_with_title(one, kept) for one in base], [_with_title(one, kept) for one in text]


def _with_title(section: Section, kept: set[str]) -> Section:
    title = section.title
    if title is None:
        return section
    citation = section.citation
    if title.full.strip() in kept and not title.marked and citation:
        words = "\n".join(filter(None, (citation.title, title.full.strip())))
        return Section(section.lines, replace(citation, title=words))
    return Section((title, *section.lines), citation)


def _pairs(
    draft: Draft, base: list[Unit], text: list[Unit], settled: Settled
) -> list[tuple[Unit | None, Unit | None]]:
    base = [unit for unit in base if not _stands_for_nothing(draft, unit, settled)]
    if len(text) == 1 and not text[0].marked and is_sign(text[0].full):
        settled.leave_out(draft, "sign", "stands for no wording", text[0].full)
        text = []
    if len(text) == 1 and base and is_deletion(text[0].text, draft.reference):
        return [(unit, text[0]) for unit in base]
    if len(text) == 1 and is_no_change(text[0].text):
        return [(unit, text[0]) for unit in base] or [(None, text[0])]
    return paired(base, text)


def _stands_for_nothing(draft: Draft, unit: Unit, settled: Settled) -> bool:
    if unit.full and is_nothing(unit.full):
        settled.leave_out(draft, "sign", "stands for no base text", unit.full)
        draft.new = draft.new or bool(NEW_WORDS & set(plain(unit.full).split()))
        return True
    return False


def _clause(
    draft: Draft,
    settled: Settled,
    old: Unit | None,
    new: Unit | None,
    *,
    elided: bool,
    alone: bool,
    shared: bool,
) -> None:
    if old is not None and is_ellipsis(old.full):
        settled.leave_out(draft, "ellipsis", "stands for unchanged wording", old.full)
        old = None
    if new is not None and old is None and is_ellipsis(new.text):
        settled.leave_out(draft, "ellipsis", "stands for unchanged wording", new.full)
        new = None
    if old is None and new is None:
        return
    reference, heading, id, parent = _named(draft, old, new, settled, alone=alone, shared=shared)
    before = old.full if old else None
    text, base, change = wording(draft, settled, old, new, elided=elided)
    if not text and not base and not (change == SUP and new is not None and new.full):
        for unit in filter(None, (old, new)):
            if unit.citation:
                settled.leave_out(draft, "reference", "has no wording", unit.citation.reference)
                settled.leave_out(draft, "title", "has no wording", unit.citation.title)
        return
    if before is not None and new is not None:
        for line in new.lines:
            settled.leave_out(draft, "deleted text", "struck through in the proposal", line.struck)
    settled.pieces.append(
        Piece(
            id=id,
            text=text,
            reference=reference,
            heading=heading,
            parent=parent,
            base_text=base,
            change=_CHANGES.get(plain(draft.change), change),
            justification="\n".join(draft.justification),
            party=draft.party,
            page=_page(draft, new or old),
            place=draft.place,
            language=draft.language,
        )
    )


def wording(
    draft: Draft, settled: Settled, old: Unit | None, new: Unit | None, *, elided: bool = False
) -> tuple[str, str | None, str]:
    """Return the text, the base text and the change of one provision.

    Args:
        draft: the row it stands in.
        settled: is told what of it is in no clause.
        old: it in the base text.
        new: it in the proposal.
        elided: whether the proposal leaves out what it does not change.
    """
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
        before = new.base or None
    if not said:
        return "", before, SUP
    if before is None:
        return said, None, _unbased(draft, new)
    same = " ".join(before.split()) == " ".join(said.split())
    return said, before, NOC if same else MOD


def _without_counterpart(
    draft: Draft, settled: Settled, old: Unit | None, *, elided: bool
) -> tuple[str, str | None, str]:
    if old is None or not old.full:
        return "", None, ""
    if elided:
        return old.full, old.full, NOC
    if old.marked and old.text:
        return old.text, old.base, MOD
    if not old.marked:
        settled.unmatched += 1
    return "", old.full, SUP


def _unbased(draft: Draft, new: Unit) -> str:
    inserted = new.marked and not new.base
    if draft.new or inserted or (new.citation and new.citation.new):
        return ADD
    if draft.based:
        return ADD
    return MOD if draft.amending and (draft.reference or new.citation) else ""


def _named(
    draft: Draft, old: Unit | None, new: Unit | None, settled: Settled, *, alone: bool, shared: bool
) -> tuple[str, str, str, str | None]:
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
    return printed, heading, id, parent


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


def _page(draft: Draft, unit: Unit | None) -> str:
    lines: tuple[Line, ...] = unit.lines if unit else ()
    return next((line.paragraph.page for line in lines if line.paragraph.page), draft.page)
