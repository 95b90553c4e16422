"""A file is what its content says; a name that says otherwise is refused, and so is the rest."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.documents.recognition import KINDS, recognise
from negotiator.errors import Refused

TYPES = '<Types><Override PartName="/main.xml" ContentType="application/{}+xml"/></Types>'
WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document.main"
EXCEL = "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main"
SLIDES = "vnd.openxmlformats-officedocument.presentationml.presentation.main"
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
PAGE = b"<!DOCTYPE html>\n<html><body><p>Article 1</p></body></html>"
AKOMA = (
    b'<?xml version="1.0"?>\n<!-- a bill -->\n'
    b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><bill/></akomaNtoso>'
)
TEXT = b"Article 1\nThe Parties shall not deploy missiles.\n"
OWN = b"format: negotiator/1\nclauses:\n  - {id: A, text: One.}\n"


def zipped(members: dict[str, str], method: int = ZIP_DEFLATED) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def office(main: str) -> bytes:
    return zipped({"[Content_Types].xml": TYPES.format(main), "main.xml": "<a/>"})


def ole(*names: str) -> bytes:
    """Return the outline of an OLE file: a header, and a directory with streams of some names."""
    entries = b""
    for name in ("Root Entry", *names):
        spelled = name.encode("utf-16-le") + b"\0\0"
        entries += spelled.ljust(64, b"\0") + struct.pack("<H", len(spelled)) + bytes(62)
    return (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + entries).ljust(2048, b"\0")


DOCX, XLSX = office(WORD), office(EXCEL)


def refusal(file: str, data: bytes, given: str = "") -> str:
    with pytest.raises(Refused) as refused:
        recognise(file, data, given)
    message = str(refused.value)
    assert message.startswith(f"{file}: ")
    assert refused.value.remedy, "it says what to do"
    assert "\n" not in message
    return message


@pytest.mark.parametrize(
    ("file", "data", "kind"),
    [
        ("draft.docx", DOCX, "docx"),
        ("DRAFT.DOCX", DOCX, "docx"),
        ("draft.docm", office("vnd.ms-word.document.macroEnabled.main"), "docx"),
        ("draft", DOCX, "docx"),
        ("draft.final", DOCX, "docx"),
        ("table.xlsx", XLSX, "xlsx"),
        ("table.xlsm", office("vnd.ms-excel.sheet.macroEnabled.main"), "xlsx"),
        ("draft.pdf", PDF, "pdf"),
        ("draft.pdf", b"\n\n" + PDF, "pdf"),
        ("draft.pdf", b"HTTP/1.1 200 OK\n\n" + PDF, "pdf"),
        ("draft.pdf", PDF[:40], "pdf"),
        ("draft.html", PAGE, "html"),
        ("draft.htm", b"\xef\xbb\xbf  <!-- saved --><HTML><p>One", "html"),
        ("draft.html", b"<p>Article 1<p>Article 2", "html"),
        ("draft.html", "<!DOCTYPE html><p>One".encode("utf-16"), "html"),
        ("draft.xhtml", b'<?xml version="1.0"?><html xmlns="x"/>', "html"),
        ("draft.xml", b'<?xml version="1.0"?><html xmlns="x"/>', "html"),
        ("draft", PAGE, "html"),
        ("bill.xml", AKOMA, "akoma-ntoso"),
        ("bill.akn", AKOMA, "akoma-ntoso"),
        ("bill", AKOMA, "akoma-ntoso"),
        ("bill.xml", b'<akn:akomaNtoso xmlns:akn="x"/>', "akoma-ntoso"),
        ("bill.xml", AKOMA.decode().replace("<?xml", "<?xml").encode("utf-16"), "akoma-ntoso"),
        ("bill.xml", b'<!DOCTYPE akomaNtoso [<!ENTITY a "b">]><akomaNtoso/>', "akoma-ntoso"),
        ("draft.md", TEXT, "markdown"),
        ("draft.md", b'<div align="center">\n\n# Article 1\n</div>', "markdown"),
        ("draft.md", b"<!-- internal -->\n# Article 1", "markdown"),
        ("draft.md", b"---\ntitle: Draft\n---\n# Article 1", "markdown"),
        ("draft.txt", TEXT, "text"),
        ("draft.txt", b"[The Parties [shall] [should]] refrain", "text"),
        ("draft.txt", b"{[EU: shall]} refrain", "text"),
        ("draft.txt", b'["shall"] refrain', "text"),
        (
            "draft.txt",
            b"From: the Ministry\nTo: the Secretary\nSubject: missiles\nDate: today\n",
            "text",
        ),
        ("draft.txt", "Статья 1".encode("cp1251"), "text"),
        ("draft.txt", "Article 1".encode("utf-16"), "text"),
        ("draft.txt", "Article 1".encode("utf-16-le"), "text"),
        ("draft.txt", b"The header of a PDF file is %PDF-1.7", "text"),
        ("draft.txt", b"BM is an abbreviation", "text"),
        ("draft.txt", b"<draft>\nArticle 1", "text"),
        ("draft", TEXT, "text"),
        ("draft.v2", TEXT, "text"),
        ("table.csv", b"id;text\n1;One.\n", "csv"),
        ("table.tsv", b"id\ttext\n1\tOne.\n", "csv"),
        ("draft.yaml", OWN, "interchange"),
        ("draft.yml", b"clauses: []", "interchange"),
        ("draft.yml", b"{clauses: [{id: A, text: One.}]}", "interchange"),
        ("draft.yaml", b"not: yaml: at all", "interchange"),
        ("draft.yaml", "clauses: []".encode("utf-16"), "interchange"),
        ("draft.json", b'{"clauses": [{"id": "A", "text": "One."}]}', "interchange"),
        ("draft.json", b'["A"]', "interchange"),
        ("draft.json", b"not json", "interchange"),
        ("draft", b' {"clauses": []}', "interchange"),
        ("draft", b'[{"id": "A"}]', "interchange"),
        ("draft", b"# ours\n---\n" + OWN, "interchange"),
        ("draft", b"clauses:\n  - {id: A, text: One.}\n", "interchange"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[:16].decode("latin-1"),
)
def test_kinds(file: str, data: bytes, kind: str) -> None:
    assert recognise(file, data) == kind


@pytest.mark.parametrize(
    ("file", "data", "message"),
    [
        ("draft.pdf", DOCX, "is a Word file by its content; rename it, or give --kind docx"),
        ("draft.doc", DOCX, "is a Word file by its content; rename it, or give --kind docx"),
        ("draft.xlsx", DOCX, "is a Word file by its content; rename it, or give --kind docx"),
        ("draft.docx", PDF, "is a PDF file by its content; rename it, or give --kind pdf"),
        ("draft.zip", XLSX, "is an Excel file by its content; rename it, or give --kind xlsx"),
        ("draft.doc", PAGE, "is a web page (HTML) by its content; rename it, or give --kind html"),
        ("draft.txt", PAGE, "is a web page (HTML) by its content"),
        ("draft.md", PAGE, "is a web page (HTML) by its content"),
        ("draft.csv", PAGE, "is a web page (HTML) by its content"),
        ("draft.yaml", PAGE, "is a web page (HTML) by its content"),
        ("draft.html", AKOMA, "is Akoma Ntoso XML by its content"),
        ("draft.yaml", PDF, "is a PDF file by its content"),
        ("draft.txt", OWN, "is a file in the format negotiator/1 by its content"),
        ("draft.md", b'{"clauses": []}', "give --kind interchange"),
        ("draft.docx", TEXT, "is plain text by its content; rename it, or give --kind text"),
        ("draft.pdf", TEXT, "is plain text by its content; rename it, or give --kind text"),
        ("draft.xml", TEXT, "is plain text by its content; rename it, or give --kind text"),
        ("draft.rtf", TEXT, "is plain text by its content; rename it, or give --kind text"),
        ("draft.docx", bytes(100) + b"\1\2", "is not a Word file by its content"),
        ("draft.pdf", bytes(100) + b"\1\2", "is not a PDF file by its content"),
    ],
)
def test_names_that_say_another_kind(file: str, data: bytes, message: str) -> None:
    assert message in refusal(file, data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (ole("WordDocument", "1Table"), "a Word file of the old kind (.doc); save it as a Word"),
        (ole("Workbook"), "an Excel file of the old kind (.xls); save it as an Excel"),
        (ole("PowerPoint Document"), "a PowerPoint presentation of the old kind"),
        (ole("__properties_version1.0"), "a mail (.msg)"),
        (ole("EncryptionInfo", "EncryptedPackage"), "needs a password; open it with its password"),
        (ole("Contents"), "an office file of an old or unknown kind"),
        (office(SLIDES), "a PowerPoint presentation; export it as a PDF"),
        (office("vnd.ms-excel.sheet.binary.macroEnabled.main"), "a binary Excel file (.xlsb)"),
        (office("vnd.something.else.main"), "without a main part that is known"),
        (
            zipped({"[Content_Types].xml": TYPES.format(WORD) + TYPES.format(EXCEL)}),
            "a Word and an Excel file at once",
        ),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.text"}, ZIP_STORED),
            "an OpenDocument text (.odt); save it as a Word file (.docx)",
        ),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
            "an OpenDocument table (.ods)",
        ),
        (zipped({"mimetype": "application/epub+zip"}), "an electronic book (EPUB)"),
        (zipped({"Index/Document.iwa": "x"}), "an Apple iWork file"),
        (zipped({"draft.docx": "x"}), "an archive (zip); unpack it"),
        (zipped({}), "an archive (zip)"),
        (DOCX[:-30], "damaged: its end is missing; copy or download it again"),
        (DOCX[:60], "damaged: its end is missing"),
        (b"{\\rtf1\\ansi Article 1}", "a rich text file (.rtf); save it as a Word file"),
        (b"%!PS-Adobe-3.0\n", "a PostScript file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "an image (PNG); have its text recognised"),
        (b"\xff\xd8\xff\xe0" + bytes(20), "an image (JPEG)"),
        (b"BM" + bytes(60), "an image (BMP)"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "an image (WebP)"),
        (b"\0\0\0\x18ftypheic" + bytes(20), "an image (HEIF)"),
        (b"\0\0\0\x18ftypmp42" + bytes(20), "a video"),
        (b"\x1f\x8b\x08" + zlib.compress(TEXT), "an archive (gzip); unpack it"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(20), "an archive (7-Zip)"),
        (b"draft".ljust(257, b"\0") + b"ustar\0", "an archive (tar)"),
        (b"SQLite format 3\0" + bytes(90), "a database; give it with --database"),
        (b'<svg xmlns="x">', "a drawing (SVG)"),
        (b'<?xml version="1.0"?><pkg:package xmlns:pkg="x">', "a Word file in one piece of XML"),
        (b'<?xml version="1.0"?><NOTICE/>', "XML of a kind that is not read here (<NOTICE>)"),
        (b'<?xml version="1.0"?>\n<!-- nothing', "XML without an element"),
        (
            b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "b">\n<!ENTITY c "&a;&a;">]><lolz/>',
            "XML of a kind that is not read here (<lolz>)",
        ),
        (
            b"Received: from a by b\r\nMessage-ID: <1>\r\nMIME-Version: 1.0\r\n\r\nDear colleagues",
            "a mail; save its text",
        ),
        (b"\\documentclass{article}", "a LaTeX source; make a PDF"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_kinds_that_are_not_read(data: bytes, message: str) -> None:
    for file in ("draft", "draft.xml", "draft.docx") if b"svg" not in data else ("draft.xml",):
        assert message in refusal(file, data)


def test_content_that_is_nothing_known() -> None:
    assert "is no kind of document that is read here" in refusal("draft", b"\1\2\0\3" * 100)
    assert "is no kind of document that is read here" in refusal("draft", b"\7" * 100)
    assert "the file is empty" in refusal("draft.txt", b" \n\t")


def test_the_kind_that_is_given_overrules_the_name() -> None:
    assert recognise("draft.pdf", DOCX, "docx") == "docx"
    assert recognise("draft.pdf", TEXT, "markdown") == "markdown"
    assert recognise("draft.txt", b"id;text\n", "csv") == "csv"
    assert recognise("draft.txt", OWN, "interchange") == "interchange"
    assert recognise("draft", "Article 1".encode("utf-16-le"), "text") == "text"


def test_the_kind_that_is_given_overrules_how_a_text_looks() -> None:
    for data in (PAGE, AKOMA, OWN, b"\\documentclass{article}", b'<?xml version="1.0"?><a/>'):
        assert recognise("draft.txt", data, "text") == "text"


def test_the_kind_that_is_given_does_not_overrule_the_content() -> None:
    assert "is a PDF file by its content, not a Word file" in refusal("draft.docx", PDF, "docx")
    assert "is a Word file by its content, not plain text" in refusal("draft.docx", DOCX, "text")
    assert "is not, by its content, a PDF file" in refusal("draft.pdf", TEXT, "pdf")
    assert "is an image (PNG)" in refusal("draft.txt", b"\x89PNG\r\n\x1a\n", "text")
    assert "is a rich text file" in refusal("draft.rtf", b"{\\rtf1}", "docx")


def test_a_kind_that_is_not_known() -> None:
    with pytest.raises(Refused, match="the kind “word” is not known; give one of docx, pdf"):
        recognise("draft.docx", DOCX, "word")


def test_what_this_repository_holds_in_its_own_format_stays_so() -> None:
    root = Path(__file__).parents[2]
    files = [
        *(root / "tests" / "documents" / "cases").glob("*/input.*"),
        *(root / "negotiator" / "corpora").rglob("*.yaml"),
    ]
    assert len(files) > 30
    for file in files:
        assert recognise(str(file), file.read_bytes()) == "interchange"


def test_a_bomb_is_not_unpacked() -> None:
    bomb = zipped({"[Content_Types].xml": TYPES.format(WORD) + " " * 50_000_000})
    assert len(bomb) < 100_000
    assert recognise("draft.docx", bomb) == "docx"


def test_a_directory_of_very_many_entries_is_not_read_through() -> None:
    entry = b"PK\x01\x02" + bytes(42)
    end = b"PK\x05\x06" + bytes(4) + struct.pack("<HHIIH", 0, 0, len(entry) * 500_000, 4, 0)
    assert "an archive (zip)" in refusal("draft", b"PK\x03\x04" + entry * 500_000 + end)


@pytest.mark.parametrize(
    "data",
    [
        b"<!--" * 20_000,
        b"<!-- -->" * 20_000,
        b"<?a?>" * 20_000,
        b"<!DOCTYPE a [" * 10_000,
        b"<!DOCTYPE a " * 10_000,
        b"<" * 100_000,
        b"{" * 100_000,
        b"[ " * 100_000,
        b'{"' + b"\\" * 100_000,
        b"#\n" * 100_000,
        b"a:" * 100_000,
        b"A-" * 100_000,
        b"Received:\n" * 50_000,
        b" " * 100_000 + b"x",
        b"ContentType=" * 10_000,
    ],
    ids=lambda data: data[:12].decode(),
)
def test_long_beginnings_are_read_through(data: bytes) -> None:
    # What grows as the square of the length would take minutes here.
    for file in ("draft", "draft.xml"):
        try:
            assert recognise(file, data) in KINDS
        except Refused as refused:
            assert refused.remedy


@given(
    st.sampled_from([DOCX, XLSX, PDF, PAGE, AKOMA, TEXT, OWN, ole("WordDocument")]),
    st.integers(0, 3000),
    st.binary(max_size=8),
    st.sampled_from(["draft", "draft.docx", "draft.pdf", "draft.xml", "draft.txt", "draft.yaml"]),
    st.sampled_from(["", *KINDS]),
)
def test_damaged_files_are_recognised_or_refused(
    data: bytes, at: int, put: bytes, file: str, given: str
) -> None:
    damaged = data[:at] + put + data[at + len(put) + at % 3 :]
    try:
        assert recognise(file, damaged, given) in KINDS
    except Refused as refused:
        assert str(refused).startswith(f"{file}: ")


@given(st.binary(max_size=100))
def test_any_bytes_are_recognised_or_refused(data: bytes) -> None:
    for beginning in (b"", b"PK\x03\x04", b"PK\x05\x06", b"%PDF-", b"<", b"<?xml ", b"\xff\xfe"):
        try:
            assert recognise("draft", beginning + data) in KINDS
        except Refused:
            continue
