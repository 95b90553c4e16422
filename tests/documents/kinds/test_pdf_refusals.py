"""PDF: what cannot be read is refused in a sentence; what is doubtful is read with a warning."""

from __future__ import annotations

import io
import random
import zlib

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from negotiator.errors import Refused
from tests.documents.kinds.pages import Maker, manuscript, omitted, page, texts

SENTENCE = "The Parties shall cooperate in good faith."


def plain() -> bytes:
    maker = page()
    maker.put(72, 100, SENTENCE)
    return maker.done()


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        manuscript(data)
    assert refused.value.where == "draft.pdf"
    return str(refused.value)


def picture() -> io.BytesIO:
    """Return a grey picture of 60 x 80 points as PNG."""
    rows = b"".join(b"\0" + bytes([200]) * 60 for _ in range(80))

    def chunk(kind: bytes, body: bytes) -> bytes:
        check = zlib.crc32(kind + body).to_bytes(4, "big")
        return len(body).to_bytes(4, "big") + kind + body + check

    size = (60).to_bytes(4, "big") + (80).to_bytes(4, "big")
    header = chunk(b"IHDR", size + bytes([8, 0, 0, 0, 0]))
    return io.BytesIO(
        b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    )


def scanned(maker: Maker) -> None:
    maker.image(picture(), 0, 0, 595, 842)


def locked(user: str, owner: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(plain()))
    writer.encrypt(user, owner, algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_a_file_that_needs_a_password() -> None:
    assert "needs a password" in refusal(locked("secret", "owner"))


def test_a_file_that_only_its_owner_may_change_is_read() -> None:
    assert texts(manuscript(locked("", "owner"))) == [SENTENCE]


def test_a_scan_without_text() -> None:
    maker = page()
    scanned(maker)
    message = refusal(maker.done())
    assert "holds pictures of pages and no text; recognise the text first (OCR)" in message


def test_some_pages_without_text_are_named() -> None:
    maker = page()
    maker.put(72, 100, SENTENCE)
    maker.add_page()
    scanned(maker)
    found = manuscript(maker)
    assert texts(found) == [SENTENCE]
    assert any(one.startswith("page 2: holds pictures and no text") for one in found.warnings)
    assert [one.page for one in found.omitted if one.what == "image"] == ["2"]


def test_text_recognised_in_a_scan_is_read_with_a_warning() -> None:
    maker = page()
    scanned(maker)
    with maker.local_context(text_mode="INVISIBLE"):
        maker.put(72, 100, SENTENCE)
    found = manuscript(maker)
    assert texts(found) == [SENTENCE]
    assert any("recognised in a picture" in one for one in found.warnings)


def test_a_file_without_any_text() -> None:
    assert "holds no text" in refusal(page().done())


def test_a_file_with_invisible_text_alone() -> None:
    maker = page()
    maker.set_text_color(255, 255, 255)
    maker.put(72, 100, SENTENCE)
    assert "holds no text that can be seen" in refusal(maker.done())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is not a PDF"),
        (b"PK\x03\x04 something else", "is not a PDF"),
        (b"%PDF-1.7\n%%EOF", "is damaged"),
        (b"%PDF-1.7\n" + b"\0" * 500 + b"%%EOF", "is damaged"),
    ],
)
def test_what_is_no_whole_pdf(data: bytes, message: str) -> None:
    assert message in refusal(data)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.97])
def test_a_file_that_is_cut_off(share: float) -> None:
    data = plain()
    assert "is cut off" in refusal(data[: int(len(data) * share)])


def test_a_linearized_file_that_is_cut_off_behind_its_first_page() -> None:
    data = b"%PDF-1.7\n1 0 obj\n<</Linearized 1 /L 900000>>\nendobj\n" + plain()[9:]
    assert "is cut off" in refusal(data)


def numbered(*objects: bytes) -> bytes:
    """Return a file of these objects, the first of them the root."""
    data, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<</Size %d /Root 1 0 R>>\n" % (len(objects) + 1)
    return data + b"startxref\n%d\n%%%%EOF\n" % start


PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    b"/Resources<</Font<</F 5 0 R>>>>%s>>"
)
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def stream(body: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d %s>>\nstream\n%s\nendstream" % (len(body), more, body)


WORDS = stream(b"BT /F 12 Tf 72 700 Td (" + SENTENCE.encode() + b") Tj ET")


def test_a_file_made_by_hand_is_read() -> None:
    data = numbered(b"<</Type/Catalog/Pages 2 0 R>>", PAGES, PAGE % b"", WORDS, FONT)
    assert texts(manuscript(data)) == [SENTENCE]


def test_arrays_nested_without_end() -> None:
    deep = b"[" * 20_000 + b"]" * 20_000
    data = numbered(
        b"<</Type/Catalog/Pages 2 0 R>>", PAGES, PAGE % (b"/Annots " + deep), WORDS, FONT
    )
    assert "is nested without end" in refusal(data) or "is damaged" in refusal(data)


def test_pages_that_contain_themselves() -> None:
    data = numbered(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>",
        PAGE % b"",
        WORDS,
        FONT,
    )
    try:
        assert SENTENCE in texts(manuscript(data))
    except Refused as refused:
        assert refused.where == "draft.pdf"


def test_a_bomb_in_a_stream_is_refused_or_read_without_harm() -> None:
    body = zlib.compress(b" " * 60_000_000, 9)
    data = numbered(
        b"<</Type/Catalog/Pages 2 0 R>>",
        PAGES,
        PAGE % b"",
        stream(body, b"/Filter/FlateDecode"),
        FONT,
    )
    assert "holds no text" in refusal(data) or "is damaged" in refusal(data)


def test_scripts_and_ways_out_of_the_file_are_warned_of() -> None:
    action = b"<</S/JavaScript/JS(app.alert\\(1\\))>>"
    link = (
        b"/Annots[<</Type/Annot/Subtype/Link/Rect[72 600 200 620]/A<</S/Launch/F(calc.exe)>>>>"
        b"<</Type/Annot/Subtype/Link/Rect[72 500 200 520]/A<</S/URI/URI(https://example.org/)>>>>]"
    )
    data = numbered(
        b"<</Type/Catalog/Pages 2 0 R/OpenAction " + action + b">>", PAGES, PAGE % link, WORDS, FONT
    )
    found = manuscript(data)
    assert texts(found) == [SENTENCE]
    assert "the file holds a script; it was not followed" in found.warnings
    assert "page 1: a command to start a program; it was not followed" in found.warnings
    assert omitted(found, "link") == ["https://example.org/"]


def test_what_a_form_is_filled_in_with_is_text() -> None:
    field = (
        b"/Annots[<</Type/Annot/Subtype/Widget/FT/Tx/T(party)/V(Republic of Ruritania)"
        b"/Rect[72 600 300 620]>>]"
    )
    data = numbered(b"<</Type/Catalog/Pages 2 0 R>>", PAGES, PAGE % field, WORDS, FONT)
    assert texts(manuscript(data)) == [SENTENCE, "Republic of Ruritania"]


def test_attached_files_are_listed() -> None:
    maker = page()
    maker.put(72, 100, SENTENCE)
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(maker.done()))
    writer.add_attachment("annex.docx", b"not read")
    buffer = io.BytesIO()
    writer.write(buffer)
    assert omitted(manuscript(buffer.getvalue()), "embedded file") == ["annex.docx"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32 - 1), st.integers(1, 30))
def test_flipped_bytes_are_read_or_refused(seed: int, flips: int) -> None:
    chance = random.Random(seed)
    data = bytearray(plain())
    for _ in range(flips):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        manuscript(bytes(data))
    except Refused as refused:
        assert refused.where == "draft.pdf"
