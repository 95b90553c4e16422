"""Word files for the tests, written by hand, element by element."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape

from negotiator.documents.kinds.docx import read
from negotiator.documents.manuscript import (
    Manuscript,
    Mark,
    Paragraph,
    Table,
    Tracked,
    Wishes,
    unwatched,
)

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{MAIN}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SIGNS = {Mark.KEPT: "{}", Mark.INSERTED: "[+{}+]", Mark.DELETED: "[-{}-]"}


def r(text: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(content: str, properties: str = "") -> str:
    """Return a paragraph of runs, or of plain text."""
    inner = content if content.startswith("<") or not content else r(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def ins(content: str, author: str = "Anna") -> str:
    return f'<w:ins w:id="1" w:author="{author}">{content}</w:ins>'


def gone(text: str, author: str = "Boris") -> str:
    """Return deleted text."""
    return (
        f'<w:del w:id="2" w:author="{author}"><w:r><w:delText xml:space="preserve">'
        f"{escape(text)}</w:delText></w:r></w:del>"
    )


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def relation(kind: str, target: str, *, id: str = "", outside: bool = False) -> str:
    mode = ' TargetMode="External"' if outside else ""
    return (
        f'<Relationship Id="{id or kind}" Type="{OFFICE}/{kind}" Target="{escape(target)}"{mode}/>'
    )


def relations(*entries: str) -> str:
    return f'<Relationships xmlns="{RELATIONS}">{"".join(entries)}</Relationships>'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive of parts."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def word_parts(
    body: str, *, more: Mapping[str, str | bytes] | None = None, links: str = "", **companions: str
) -> dict[str, str | bytes]:
    """Return the parts of a Word file.

    Args:
        body: what the body holds.
        more: further parts.
        links: further relations of the document.
        companions: what `styles`, `numbering`, `footnotes` … hold.
    """
    known = "".join(relation(kind, f"{kind}.xml") for kind in companions)
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations(relation("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(known, links),
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
    }
    for kind, content in companions.items():
        parts[f"word/{kind}.xml"] = f"<w:{kind} {NAMES}>{content}</w:{kind}>"
    return {**parts, **(more or {})}


def read_word(body: str, tracked: Tracked = Tracked.ACCEPTED, **parts: object) -> Manuscript:
    """Return what is read from a Word file with this body."""
    return read_bytes(packed(word_parts(body, **parts)), tracked)  # type: ignore[arg-type]


def read_bytes(data: bytes, tracked: Tracked = Tracked.ACCEPTED) -> Manuscript:
    return read("draft.docx", data, Wishes(tracked=tracked), unwatched)


def shown(paragraph: Paragraph) -> str:
    """Return a paragraph with its marks: `shall [-not-] [+never+]`."""
    number = f"{paragraph.number} " if paragraph.number else ""
    return number + "".join(SIGNS[run.mark].format(run.text) for run in paragraph.runs)


def lines(manuscript: Manuscript) -> list[str]:
    """Return the paragraphs outside of tables with their marks and numbers."""
    return [shown(block) for block in manuscript.blocks if isinstance(block, Paragraph)]


def cells(manuscript: Manuscript) -> list[list[str]]:
    """Return the cells of the first table, paragraphs joined by a bar."""
    found = next(block for block in manuscript.blocks if isinstance(block, Table))
    return [["|".join(map(shown, cell.paragraphs)) for cell in row] for row in found.rows]


def left_out(manuscript: Manuscript, what: str) -> list[str]:
    """Return the texts of what is left out as one kind of thing."""
    return [omission.text for omission in manuscript.omitted if omission.what == what]
