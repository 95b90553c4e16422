"""Word files made to do harm: refused in a sentence, or read all the same, and soon."""

from __future__ import annotations

import time

import pytest

from negotiator.documents.kinds.docx import read
from negotiator.documents.kinds.docx.flow import flat
from negotiator.documents.manuscript import Tracked, Wishes, unwatched
from negotiator.errors import Refused
from tests.documents.kinds.word import (
    NAMES,
    cell,
    lines,
    p,
    packed,
    r,
    read_bytes,
    read_word,
    relation,
    relations,
    row,
    table,
    word_parts,
)

# Generous: what is tested is that nothing grows without bounds.
SOON = 10.0


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        read_bytes(data)
    message = str(refused.value)
    assert message.startswith("draft.docx: ")
    return message


def document(content: str) -> bytes:
    return packed({**word_parts(""), "word/document.xml": content})


NESTS = {
    "content controls": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", p("x")),
    "insertions": ('<w:ins w:author="A">', "</w:ins>", p("x")),
    "tables": ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", p("x")),
    "text boxes": (
        "<w:p><w:r><w:pict><w:txbxContent>",
        "</w:txbxContent></w:pict></w:r></w:p>",
        p("x"),
    ),
    "formulas": ("<m:f><m:num>", "</m:num></m:f>", "<m:r><m:t>x</m:t></m:r>"),
    "choices": (
        "<mc:AlternateContent><mc:Choice>",
        "</mc:Choice></mc:AlternateContent>",
        p("x"),
    ),
}


@pytest.mark.parametrize("name", NESTS)
def test_ten_thousand_levels_are_refused(name: str) -> None:
    before, after, inner = NESTS[name]
    body = before * 10_000 + inner + after * 10_000
    assert "is not readable XML" in refusal(packed(word_parts(body)))


@pytest.mark.parametrize("name", NESTS)
def test_as_many_levels_as_the_parser_allows_are_read(name: str) -> None:
    before, after, inner = NESTS[name]
    times = 10 if name == "choices" else 240 // before.count("<")
    body = before * times + inner + after * times
    if name == "formulas":
        body = f"<w:p><m:oMath>{body}</m:oMath></w:p>"
    manuscript = read_word(body)
    texts = [one.text for block in manuscript.blocks for one in flat([block])]
    assert texts == ["x"]


def test_alternatives_nested_too_deeply_are_refused() -> None:
    start = time.perf_counter()
    inner = "<w:r><w:t>x</w:t></w:r>"
    for _ in range(60):
        inner = (
            f"<mc:AlternateContent><mc:Choice>{inner}</mc:Choice><mc:Fallback>{r('y')}"
            "</mc:Fallback></mc:AlternateContent>"
        )
    assert "nests alternatives too deeply" in refusal(packed(word_parts(p(inner))))
    assert time.perf_counter() - start < SOON


def test_a_million_empty_runs() -> None:
    start = time.perf_counter()
    # A part as regular as that is no honest file; a stored one is read.
    assert "unpacks to more than 100 times" in refusal(
        packed(word_parts(p("<w:r/>" * 1_000_000 + r("x"))))
    )
    manuscript = read_word(p("<w:r/>" * 100_000 + r("x")))
    assert lines(manuscript) == ["x"]
    assert time.perf_counter() - start < SOON


def test_styles_based_on_one_another_in_a_circle() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{n}"><w:basedOn w:val="S{(n + 1) % 3}"/>'
        f"<w:rPr>{'<w:strike/>' if n == 0 else ''}</w:rPr></w:style>"
        for n in range(3)
    )
    body = p("a", '<w:pStyle w:val="S0"/>') + p("b", '<w:pStyle w:val="S1"/>')
    assert lines(read_word(body, styles=styles))[0] == "[-a-]"


def test_ten_thousand_styles_based_on_one_another() -> None:
    start = time.perf_counter()
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{n}"><w:basedOn w:val="S{n + 1}"/></w:style>'
        for n in range(10_000)
    )
    assert lines(read_word(p("a", '<w:pStyle w:val="S0"/>'), styles=styles)) == ["a"]
    assert time.perf_counter() - start < SOON


def test_lists_that_borrow_from_one_another_in_a_circle() -> None:
    styles = "".join(
        f'<w:style w:type="numbering" w:styleId="L{n}"><w:pPr><w:numPr><w:numId w:val="{n}"/>'
        "</w:numPr></w:pPr></w:style>"
        for n in (1, 2)
    )
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:numStyleLink w:val="L{3 - n}"/></w:abstractNum>'
        for n in (1, 2)
    ) + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    body = p("a", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    assert lines(read_word(body, styles=styles, numbering=numbering)) == ["a"]


def test_relationships_in_a_circle() -> None:
    links = relation("aFChunk", "document.xml") + relation("subDocument", "document.xml")
    more = {"word/_rels/_rels/document.xml.rels.rels": relations(relation("x", "../document.xml"))}
    assert lines(read_word(p("a"), links=links, more=more)) == ["a"]


def test_a_cell_across_a_billion_columns() -> None:
    wide = '<w:gridSpan w:val="1000000000"/>'
    manuscript = read_word(
        table(row(cell("a", wide), properties='<w:gridBefore w:val="999999999"/>'))
    )
    assert "'a'" in str(manuscript.blocks)


@pytest.mark.parametrize("value", ["", "x", "-1", "9" * 50, "1e9", "０", " 1 "])
def test_numbers_that_are_none(value: str) -> None:
    body = p("a", f'<w:outlineLvl w:val="{value}"/><w:numPr><w:numId w:val="{value}"/></w:numPr>')
    spans = table(row(cell("b", f'<w:gridSpan w:val="{value}"/>')))
    manuscript = read_word(body + spans + p(f'<w:r><w:sym w:char="{value}"/></w:r>'))
    assert "'a'" in str(manuscript.blocks)


@pytest.mark.parametrize(
    "declaration",
    [
        "<!DOCTYPE x>",
        '<!DOCTYPE x [<!ENTITY not "">]>',
        '<!DOCTYPE x SYSTEM "http://example.org/x.dtd">',
    ],
)
def test_document_types_and_entities_are_refused(declaration: str) -> None:
    content = f"{declaration}<w:document {NAMES}><w:body>{p('shall apply')}</w:body></w:document>"
    assert "document type declaration" in refusal(document(content))
    utf16 = f'<?xml version="1.0" encoding="UTF-16"?>{content}'.encode("utf-16")
    assert "document type declaration" in refusal(
        packed({**word_parts(""), "word/document.xml": utf16})
    )


def test_an_entity_that_nothing_defines_is_refused() -> None:
    assert "is not readable XML" in refusal(packed(word_parts(p("<w:r><w:t>&not;</w:t></w:r>"))))


def test_a_file_in_utf_16_is_read() -> None:
    content = str(word_parts(p("Стороны"))["word/document.xml"])
    encoded = f'<?xml version="1.0" encoding="UTF-16"?>{content}'.encode("utf-16")
    assert lines(read_bytes(packed({**word_parts(""), "word/document.xml": encoded}))) == [
        "Стороны"
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (packed({"a.txt": "x"}), "holds no document"),
        (packed({"xl/workbook.xml": "<workbook/>"}), "holds no document"),
        (document("<x/>"), "no document with a body"),
        (document(f"<w:document {NAMES}/>"), "no document with a body"),
        (document(""), "is not readable XML"),
        (document("<w:document"), "is not readable XML"),
        (packed(word_parts(p("a"), more={"word/styles.xml": "<broken"})), "“word/styles.xml”"),
        (b"", "no zip archive"),
    ],
)
def test_what_is_no_word_file_is_refused(data: bytes, expected: str) -> None:
    assert expected in refusal(data)


def test_an_empty_document_is_read_as_empty() -> None:
    assert read_word("").blocks == ()


def test_progress_is_told_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    data = packed(word_parts(p("a") * 600))
    read("draft.docx", data, Wishes(), lambda done, total: told.append((done, total)))
    assert told == [(250, 600), (500, 600), (600, 600)]


def test_the_same_bytes_give_the_same_manuscript() -> None:
    data = packed(word_parts(p(r("a") + r("b", "<w:strike/>")) + table(row(cell("c")))))
    wishes = Wishes(tracked=Tracked.BOTH)
    assert read("a", data, wishes, unwatched) == read("a", data, wishes, unwatched)
