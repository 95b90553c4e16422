"""Office files as zip archives: what is refused before anything in them is read."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.documents.zips import PARTS, CheckedZip, open_checked
from negotiator.errors import Refused

RATIO_FROM = 1024 * 1024


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED, extra: str = "") -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        if extra:
            archive.writestr(extra, b"again")
    return stream.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        open_checked("draft.docx", data)
    message = str(refused.value)
    assert message.startswith("draft.docx: ")
    return message


def patched(data: bytes, mark: bytes, offset: int, value: bytes) -> bytes:
    """Return a file with bytes replaced behind the first occurrence of a mark."""
    at = data.index(mark) + offset
    return data[:at] + value + data[at + len(value) :]


def test_parts_are_read_by_name_without_regard_to_case() -> None:
    archive = open_checked("a.docx", zipped({"word/Document.xml": b"<a/>", "b.png": b"\x00"}))
    assert isinstance(archive, CheckedZip)
    assert archive.names == ("word/Document.xml", "b.png")
    assert archive.read("word/document.xml") == b"<a/>"
    assert "WORD/DOCUMENT.XML" in archive
    assert "word/other.xml" not in archive


def test_a_protected_file_is_told_from_an_old_one() -> None:
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
    protected = compound + "EncryptedPackage".encode("utf-16-le")
    assert "is protected by a password" in refusal(protected)
    assert "old binary format" in refusal(compound)


def test_an_encrypted_entry() -> None:
    data = zipped({"a.xml": b"<a/>"})
    assert "is protected by a password" in refusal(patched(data, b"PK\x01\x02", 8, b"\x01\x00"))


@pytest.mark.parametrize("data", [b"", b"x", b"%PDF-1.7", b"<html>", b"PK"])
def test_what_is_no_zip(data: bytes) -> None:
    assert "is no zip archive" in refusal(data)


def test_every_cut_is_refused() -> None:
    data = zipped({"a.xml": b"<a>text</a>", "b.xml": b"<b/>"})
    for end in range(4, len(data), 7):
        assert "is damaged" in refusal(data[:end])


def test_a_part_with_a_wrong_checksum() -> None:
    data = zipped({"a.xml": b"<a>not</a>"}, zipfile.ZIP_STORED)
    assert "“a.xml” cannot be read" in refusal(data.replace(b"not", b"now"))


@given(st.binary(max_size=60), st.integers(0, 400))
def test_no_change_of_bytes_makes_anything_but_a_refusal(noise: bytes, at: int) -> None:
    data = zipped({"a.xml": b"<a>text</a>" * 9, "b.bin": b"x" * 50})
    try:
        archive = open_checked("draft.docx", data[:at] + noise + data[at + len(noise) :])
        for name in archive.names:
            archive.read(name)
    except Refused:
        pass


def test_too_many_parts() -> None:
    assert len(open_checked("a", zipped({f"{n}": b"" for n in range(PARTS)})).names) == PARTS
    assert "more than 1,000 parts" in refusal(zipped({f"{n}": b"" for n in range(PARTS + 1)}))
    directory = b"PK\x03\x04" + b"PK\x01\x02" * 30_000
    assert "more than 1,000 parts" in refusal(directory)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("again", ["word/a.xml", "WORD/A.XML"])
def test_two_parts_of_one_name(again: str) -> None:
    assert "two parts named" in refusal(zipped({"word/a.xml": b"<a/>"}, extra=again))


def test_parts_that_overlap() -> None:
    data = zipped({"a": b"x" * 40, "b": b"y" * 40}, zipfile.ZIP_STORED)
    second = data.rindex(b"PK\x01\x02")
    overlapping = data[: second + 42] + struct.pack("<I", 0) + data[second + 46 :]
    assert "overlaps another" in refusal(overlapping)


def test_a_part_or_a_file_that_is_too_large() -> None:
    data = zipped({"a.bin": b"x"})
    large = struct.pack("<I", 33 * 1024 * 1024)
    assert "larger than 32 MiB" in refusal(patched(data, b"PK\x01\x02", 24, large))
    several = zipped({f"{n}.bin": b"x" for n in range(6)})
    size = struct.pack("<I", 30 * 1024 * 1024)
    for n in range(6):
        at = several.index(f"{n}.bin".encode(), several.index(b"PK\x01\x02")) - 46
        several = several[: at + 20] + size + size + several[at + 28 :]
    assert "larger than 128 MiB when unpacked" in refusal(several)


def test_a_bomb() -> None:
    assert "unpacks to more than 100 times its size" in refusal(
        zipped({"a.bin": bytes(2 * RATIO_FROM)})
    )
    assert open_checked("a", zipped({"a.bin": bytes(RATIO_FROM)})).names == ("a.bin",)


def test_more_markup_than_memory_holds() -> None:
    bomb = b"<a>" + b"<b/>" * 4_100_000 + b"</a>"
    assert "too many elements" in refusal(zipped({"a.xml": bomb}, zipfile.ZIP_STORED))


DECLARATION = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


@pytest.mark.parametrize("name", ["a.xml", "_rels/a.rels", "deep/in/a.VML"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_a_document_type_anywhere_in_xml(name: str, encoding: str) -> None:
    data = zipped({"ok.xml": b"<a/>", name: (" " * 5000 + DECLARATION).encode(encoding)})
    assert "document type declaration" in refusal(data)


def test_a_web_page_among_the_parts_may_have_one() -> None:
    assert open_checked("a", zipped({"a.html": b"<!DOCTYPE html>"})).names == ("a.html",)


@pytest.mark.parametrize("encoding", ["utf-7", "ibm037", "windows-1252"])
def test_encodings_that_hide_markup(encoding: str) -> None:
    part = f'<?xml version="1.0" encoding="{encoding}"?><a/>'.encode("latin-1")
    assert f"encoding “{encoding}”" in refusal(zipped({"a.xml": part}))


def test_markup_in_ebcdic_is_no_xml() -> None:
    assert "is no XML" in refusal(zipped({"a.xml": DECLARATION.encode("cp037")}))


def test_an_unusual_compression() -> None:
    assert "in an unusual way" in refusal(zipped({"a.xml": b"<a/>"}, zipfile.ZIP_BZIP2))


def test_the_search_for_an_encoding_is_quick_on_long_nonsense() -> None:
    part = b"<?xml" + b" encoding=" * 100_000
    assert open_checked("a", zipped({"a.xml": part}, zipfile.ZIP_STORED)).names == ("a.xml",)
