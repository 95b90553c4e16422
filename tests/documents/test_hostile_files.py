"""Files made to break a reader: each is refused with a sentence about the file, or is harmless.

The readers are the product's own, in the child process that they run in.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from negotiator.documents.reading import Instructions, read_document
from negotiator.errors import Refused

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
TARGETS = {WORD: "word/document.xml", EXCEL: "xl/workbook.xml"}
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="{}"/></Relationships>'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/{}" ContentType="{}"/></Types>'
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = f"<w:document {W}><w:body>{{}}</w:body></w:document>"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<!DOCTYPE {{0}} [<!ENTITY l0 "ha">{LAUGHS}]><{{0}}>&l9;</{{0}}>'
OUTSIDE = '<!DOCTYPE {0} [<!ENTITY e SYSTEM "file:///etc/passwd">]><{0}>&e;</{0}>'
# What a sentence about the reader says, where one about the file is wanted. Native code that is out
# of memory is ended by the system; then the sentence tells of the memory.
FAULTS = ("the reader failed", "the reader crashed (", "the reader ended", "makes no sense")


def office(main: str, content: str, **more: str) -> bytes:
    """Return an office file with one main part."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES.format(TARGETS[main], main))
        archive.writestr("_rels/.rels", RELATIONS.format(TARGETS[main]))
        archive.writestr(TARGETS[main], content)
        for name, text in more.items():
            archive.writestr(name, text)
    return file.getvalue()


def pdf(*objects: bytes) -> bytes:
    """Return a PDF file without a table of its objects, which readers look for themselves."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, one) for n, one in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"


def page(content: bytes, filters: bytes = b"") -> bytes:
    """Return a PDF file of one page."""
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>",
        b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), filters, content),
    )


WORD_FILE = office(WORD, BODY.format("<w:p><w:r><w:t>One.</w:t></w:r></w:p>"))
FILES: dict[str, tuple[str, bytes]] = {
    "a Word file that unpacks to 50 MB": ("a.docx", office(WORD, BODY.format(" " * 50_000_000))),
    "a Word file cut short": ("a.docx", WORD_FILE[:-40]),
    "a Word file with a bomb of entities": ("a.docx", office(WORD, BOMB.format("document"))),
    "a Word file with an outside entity": ("a.docx", office(WORD, OUTSIDE.format("document"))),
    "a Word file without markup": ("a.docx", office(WORD, "no markup")),
    "a Word file of 3,000 parts": (
        "a.docx",
        office(WORD, BODY.format(""), **{f"part{n}.xml": "<a/>" for n in range(3_000)}),
    ),
    "an Excel file without sheets": ("a.xlsx", office(EXCEL, "<workbook/>")),
    "an Excel file with a bomb": ("a.xlsx", office(EXCEL, BOMB.format("workbook"))),
    "a PDF file cut short": ("a.pdf", page(b"BT ET")[:60]),
    "a PDF file of nothing but its header": ("a.pdf", b"%PDF-1.7\n"),
    "a PDF file whose pages hold themselves": (
        "a.pdf",
        pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
    ),
    "a PDF file of nested lists": (
        "a.pdf",
        pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"[" * 100_000 + b"]" * 100_000),
    ),
    "a PDF file that unpacks to 300 MB": (
        "a.pdf",
        page(zlib.compress(b" " * 300_000_000, 9), b"/Filter/FlateDecode"),
    ),
    "a PDF file without text": ("a.pdf", page(b"0 0 m 100 100 l S")),
    "an XML file with a bomb": ("a.xml", BOMB.format("akomaNtoso").encode()),
    "an XML file with an outside entity": ("a.xml", OUTSIDE.format("akomaNtoso").encode()),
    "an XML file of nested elements": (
        "a.xml",
        b"<akomaNtoso>" + b"<a>" * 200_000 + b"</a>" * 200_000 + b"</akomaNtoso>",
    ),
    "an XML file cut short": ("a.xml", b'<akomaNtoso xmlns="http://docs.oasis-open.org/'),
    "a text in no encoding": ("a.txt", b"caf\xe9 \xff\xfe"),
    "a text with zeros": ("a.txt", b"One.\0Two."),
    "a table with a quotation mark too many": ("a.csv", b'id;text\n1;"One.\n' + b"2;Two.\n" * 9),
    "YAML with a bomb": ("a.yaml", b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n"),
    "YAML nested deep": ("a.yaml", b"clauses: " + b"[" * 100_000),
    "JSON nested deep": ("a.json", b'{"clauses":' + b"[" * 100_000),
}
# These hold text, however strange: it is read, and nothing of it is lost without a word.
HARMLESS: dict[str, tuple[str, bytes]] = {
    "a web page of nested elements": ("a.html", b"<html>" + b"<div>" * 50_000 + b"<p>One."),
    "a web page with an outside entity": (
        "a.html",
        b'<!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/passwd">]><html><p>One. &e;',
    ),
    "Markdown of nested quotations": ("a.md", b"> " * 5_000 + b"One."),
    "Markdown of open brackets": ("a.md", b"[" * 50_000 + b" One."),
    "a text of open brackets": ("a.txt", b"[" * 50_000 + b" One."),
    "a text of one long line": ("a.txt", b"One. " * 200_000),
    "a text of numbers": ("a.txt", b"1." * 50_000 + b" One."),
}


@pytest.fixture
def path(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    name, data = request.param
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("path", FILES.values(), ids=FILES, indirect=True)
def test_hostile_files_are_refused(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Refused) as refused:
        read_document(path)
    message = str(refused.value)
    assert message.startswith(str(path))
    assert not [fault for fault in FAULTS if fault in message], message
    assert "\n" not in message
    assert refused.value.remedy
    assert "root:" not in message
    assert capfd.readouterr() == ("", "")
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("path", HARMLESS.values(), ids=HARMLESS, indirect=True)
def test_strange_files_are_read_or_refused(path: Path) -> None:
    try:
        documents = read_document(path, Instructions(time_limit=10))
    except Refused as refused:
        assert not [fault for fault in FAULTS if fault in str(refused)], str(refused)
        return
    assert isinstance(documents, tuple)
    text = "".join(clause.text for one in documents for clause in one.clauses)
    assert "One." in text
    assert "root:" not in text
