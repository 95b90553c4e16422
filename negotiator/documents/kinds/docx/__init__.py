"""Word files (.docx): WordprocessingML read element by element, so that nothing drops out.

A library that hands out paragraphs passes over insertions, content controls, fields and notes;
here whatever wraps a text is looked through, and what is not text of the document is listed.
"""

from __future__ import annotations

from negotiator.documents.kinds.docx.changes import Tally
from negotiator.documents.kinds.docx.flow import Flow, flat
from negotiator.documents.kinds.docx.leftovers import (
    list_instructions,
    list_outside,
    list_parts,
    list_properties,
    pages_of,
    title_of,
)
from negotiator.documents.kinds.docx.margins import list_loose_comments, read_comments, read_notes
from negotiator.documents.kinds.docx.names import (
    PAGE_BREAK_SEEN,
    PARAGRAPH,
    Element,
    W,
)
from negotiator.documents.kinds.docx.notation import Settled, settle
from negotiator.documents.kinds.docx.numbering import Definitions
from negotiator.documents.kinds.docx.package import Package
from negotiator.documents.kinds.docx.state import State
from negotiator.documents.kinds.docx.styles import Styles
from negotiator.documents.manuscript import Manuscript, Paragraph, Progress, Table, Wishes

ROW = W + "tr"
STRIKES = (W + "strike", W + "dstrike")
# Parts that say how text looks, or repeat what is read elsewhere.
LOOKS = (
    "styles", "stylesWithEffects", "numbering", "settings", "webSettings", "fontTable", "theme",
    "diagramColors", "diagramLayout", "diagramQuickStyle", "diagramStyle",
)  # fmt: skip
DOUBTS = {
    "symbol": "{} symbols stand in a font whose characters are not known",
    "formula": "{} formulas are written in one line: compare them with the printed page",
    "raised": "{} raised figures follow other figures, as in 10² printed: the text reads 102",
    "list level": "{} paragraphs stand on a level that lists do not have: their number is missing",
    "inserted file": "{} other files are inserted in this one and not read: see what is left out",
    "missing note": "{} notes are cited that the file does not hold",
    "chart": "{} charts hold words: see what is left out",
    "diagram": "{} diagrams hold words: see what is left out",
}


def read(file: str, data: bytes, wishes: Wishes, progress: Progress) -> Manuscript:
    """Read a Word file.

    Args:
        file: its name, for messages.
        data: its bytes.
        wishes: how it should be read; of them `tracked` matters here.
        progress: told how many paragraphs are read, of how many.

    Raises:
        Refused: for what is no Word file, is damaged or protected, or beyond the limits.
    """
    package = Package(file, data)
    root = package.tree(package.main)
    body = root.find(W + "body")
    if root.tag != W + "document" or body is None:
        raise package.refuse("holds no document with a body, so it is no Word file")
    styles = Styles(package.companion_tree("styles"))
    lists = Definitions(package.companion_tree("numbering"), styles)
    state = State(wishes.tracked, styles, lists, progress, struck=_strikes(package, root))
    state.total = sum(1 for _ in root.iter(PARAGRAPH))
    state.paged = _paged(root, pages_of(package))
    tally = Tally()
    tally.count(root)
    read_comments(package, state, tally)
    state.fields.enter(root)
    settled = settle(Flow(state).read(body), state.struck)
    cited = [name for one in flat(settled.blocks) for name in one.notes]
    notes = {
        name: settle(paragraphs, state.struck)
        for name, paragraphs in read_notes(package, state, tally, cited).items()
    }
    _list_the_rest(package, state, tally)
    progress(state.total, state.total)
    warnings = [
        tally.warning(wishes.tracked),
        _notation([settled, *notes.values()]),
        *list_outside(package, state),
        *list_instructions(state),
        *(sentence.format(state.doubts[doubt]) for doubt, sentence in DOUBTS.items()
          if state.doubts[doubt]),
    ]  # fmt: skip
    if lists.unknown_formats:
        names = ", ".join(list(lists.unknown_formats)[:10])
        warnings.append(f"numbers in the formats {names} are written in digits")
    return Manuscript(
        kind="docx",
        blocks=settled.blocks,
        notes={name: _paragraphs(one) for name, one in notes.items()},
        title=title_of(package),
        language=_language(package, state),
        omitted=tuple(state.omitted),
        warnings=tuple(filter(None, warnings)),
    )


def _strikes(package: Package, root: Element) -> bool:
    """Tell whether the document, its notes or its styles strike anything through."""
    others = (package.companion_tree(kind) for kind in ("styles", "footnotes", "endnotes"))
    trees = [root, *(tree for tree in others if tree is not None)]
    return any(next(tree.iter(*STRIKES), None) is not None for tree in trees)


def _list_the_rest(package: Package, state: State, tally: Tally) -> None:
    list_loose_comments(state)
    read = {package.main}
    for kind in (*LOOKS, "footnotes", "endnotes", "comments"):
        read |= {part for part in (package.companion(kind),) if part}
        for source in package.relations:
            read.update(package.targets(source, kind) if kind in LOOKS else ())
    list_parts(package, state, tally, read)
    list_properties(package, state)


def _paged(root: Element, pages: int) -> bool:
    """Tell whether the page breaks seen at the last saving add up to the pages counted then."""
    # A row that goes over a page break has the break in every cell, so each counts its own.
    seen = 1 + sum(1 for _ in root.iter(PAGE_BREAK_SEEN))
    for row in root.iter(ROW):
        if next(row.iter(PAGE_BREAK_SEEN), None) is not None and row.getparent() is not None:
            inner = [sum(1 for _ in cell.iter(PAGE_BREAK_SEEN)) for cell in row]
            seen += max(inner) - sum(inner)
    return seen > 1 and seen == pages


def _language(package: Package, state: State) -> str:
    """Return the language that most of the text states, else that of the styles or settings."""
    spoken = {tag: count for tag, count in state.languages.items() if tag}
    if spoken and 2 * sum(spoken.values()) >= state.languages.total():
        return max(sorted(spoken), key=lambda tag: spoken[tag])
    settings = package.companion_tree("settings")
    theme = None if settings is None else settings.find(W + "themeFontLang")
    return state.styles.language or ("" if theme is None else theme.get(W + "val") or "")


def _notation(settled: list[Settled]) -> str:
    struck = sum(one.struck for one in settled)
    inserted = sum(one.inserted for one in settled)
    if not struck:
        return ""
    rest = (
        f", underlined or bold wording beside it in {inserted} of them as inserted"
        if inserted
        else ""
    )
    return f"wording struck through in {struck} paragraphs is read as deleted{rest}"


def _paragraphs(settled: Settled) -> tuple[Paragraph, ...]:
    return tuple(block for block in settled.blocks if not isinstance(block, Table))
