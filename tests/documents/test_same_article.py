"""One article typed in Word, PDF, HTML, Markdown and plain text gives the same clauses."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from fpdf import FPDF

from negotiator.documents.extract import Extract, Grain
from negotiator.documents.sandbox import read_safely

# In the manner of the drafts of treaties that the shipped exchange is about, in words of our own.
HEADING = "Article 4"
PARAGRAPHS = (
    "1. The Parties shall not station armed forces on the territory of any other State in addition"
    " to those stationed there when this Agreement was signed.",
    "2. With the consent of all Parties such stationing can take place in exceptional cases to"
    " remove a threat to the security of one or more Parties:",
    "(a) for not more than one year; and",
    "(b) after notification of the other Parties.",
    "3. [The Parties shall refrain from exercises above brigade level in an agreed border zone.]",
)
NEXT = ("Article 5", "The Parties shall consult each other.")


def as_text() -> bytes:
    return "\n\n".join((HEADING, *PARAGRAPHS, *NEXT)).encode()


def as_markdown() -> bytes:
    body = "\n\n".join(PARAGRAPHS[:2])
    points = "\n\n".join(PARAGRAPHS[2:4])
    return (
        f"## {HEADING}\n\n{body}\n\n{points}\n\n{PARAGRAPHS[4]}\n\n## {NEXT[0]}\n\n{NEXT[1]}\n"
    ).encode()


def as_html() -> bytes:
    paragraphs = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return (
        f'<html lang="en"><body><h2>{HEADING}</h2>{paragraphs}'
        f"<h2>{NEXT[0]}</h2><p>{NEXT[1]}</p></body></html>"
    ).encode()


def as_word() -> bytes:
    made = docx.Document()
    for text in (HEADING, *PARAGRAPHS, *NEXT):
        made.add_paragraph(text)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def as_word_with_styles() -> bytes:
    made = docx.Document()
    for text in (HEADING, *PARAGRAPHS, *NEXT):
        if text.startswith("Article"):
            made.add_heading(text, 2)
        else:
            made.add_paragraph(text)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def as_pdf() -> bytes:
    made = FPDF()
    made.add_page()
    for text in (HEADING, *PARAGRAPHS, *NEXT):
        made.set_font("Times", "B" if text.startswith("Article") else "", 12)
        made.multi_cell(0, 6, text, new_x="LMARGIN", new_y="NEXT")
        made.ln(4)
    return bytes(made.output())


TYPED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "text": ("text", as_text),
    "markdown": ("markdown", as_markdown),
    "html": ("html", as_html),
    "word": ("docx", as_word),
    "word with styles": ("docx", as_word_with_styles),
    "pdf": ("pdf", as_pdf),
}


def read(name: str, grain: Grain) -> Extract:
    kind, make = TYPED[name]
    return read_safely(f"article.{kind}", make(), kind, grain=grain)


def clauses(found: Extract) -> list[tuple[str, str, str]]:
    return [(piece.id, piece.reference, piece.text) for piece in found.pieces]


@pytest.mark.parametrize("grain", Grain)
@pytest.mark.parametrize("name", [name for name in TYPED if name != "text"])
def test_the_same_clauses(name: str, grain: Grain) -> None:
    assert clauses(read(name, grain)) == clauses(read("text", grain))


def test_which_clauses() -> None:
    found = read("text", Grain.POINTS)
    assert [piece.reference for piece in found.pieces] == [
        "Article 4(1)",
        "Article 4(2)",
        "Article 4(2)(a)",
        "Article 4(2)(b)",
        "Article 4(3)",
        "Article 5",
    ]
    assert found.pieces[2].parent == found.pieces[1].id
