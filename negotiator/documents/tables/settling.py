"""From one row to its clauses: base text, proposed wording, and what the row does to the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from negotiator.documents.extract import Piece
from negotiator.documents.tables.drafts import Draft
from negotiator.documents.tables.effects import SUP, Settled, wording
from negotiator.documents.tables.fields import plain
from negotiator.documents.tables.grid import Line, comments_of, notes_of
from negotiator.documents.tables.labels import label_of
from negotiator.documents.tables.naming import name_of
from negotiator.documents.tables.references import NEW_WORDS
from negotiator.documents.tables.sections import Section, sections_of
from negotiator.documents.tables.units import MOST_UNITS, Unit, paired, units_of
from negotiator.documents.tables.verdicts import (
    is_deletion,
    is_ellipsis,
    is_no_change,
    is_nothing,
    is_sign,
)


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
    shared = any(unit.citation is None for unit in (*base, *text))
    for old, new in pairs:
        _clause(draft, settled, old, new, elided=elided, alone=len(pairs) == 1, shared=shared)
    if not settled.pieces:
        for said in (draft.reference, draft.heading, draft.party, *draft.justification):
            settled.leave_out(draft, "reference", "stands beside no wording", said)
    _margins(draft, settled)
    return settled


def _margins(draft: Draft, settled: Settled) -> None:
    """Give the first clause what stands in the margin of the row but of no provision in it."""
    if not settled.pieces:
        return
    commented = {one for piece in settled.pieces for one in piece.comments}
    comments = [one for one in dict.fromkeys(draft.comments) if one not in commented]
    first = settled.pieces[0]
    settled.pieces[0] = replace(first, comments=(*first.comments, *comments))
    cited = {one for notes in settled.notes for one in notes}
    notes = [one for one in dict.fromkeys(draft.notes) if one not in cited]
    settled.notes[0] = (*settled.notes[0], *notes)


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
    name = name_of(draft, old, new, settled, alone=alone, shared=shared)
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
    lines = tuple(line for unit in (old, new) if unit for line in unit.lines)
    settled.notes.append(notes_of(lines))
    settled.pieces.append(
        Piece(
            id=name.id,
            text=text,
            reference=name.reference,
            heading=name.heading,
            parent=name.parent,
            base_text=base,
            change=change,
            justification="\n".join(draft.justification),
            party=draft.party,
            page=_page(draft, new or old),
            place=draft.place,
            language=draft.language,
            comments=comments_of(lines),
        )
    )


def _page(draft: Draft, unit: Unit | None) -> str:
    lines: tuple[Line, ...] = unit.lines if unit else ()
    return next((line.paragraph.page for line in lines if line.paragraph.page), draft.page)
