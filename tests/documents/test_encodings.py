"""Bytes become text only where the encoding is sure; everything else is refused in one sentence."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from negotiator.documents.encodings import declared_in_html, declared_in_xml, decode
from negotiator.errors import Refused

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff"))


def refusal(data: bytes, encoding: str = "", declared: tuple[str, ...] = ()) -> str:
    with pytest.raises(Refused) as refused:
        decode("draft.txt", data, encoding, declared)
    return str(refused.value)


@given(TEXTS)
def test_what_is_written_comes_back(text: str) -> None:
    assume(text.strip())
    assert decode("x", text.encode("utf-8")) == text
    assert decode("x", codecs.BOM_UTF8 + text.encode("utf-8")) == text
    assert decode("x", text.encode("utf-16")) == text
    assert decode("x", text.encode("utf-32")) == text
    assert decode("x", codecs.BOM_UTF16_BE + text.encode("utf-16-be")) == text


@pytest.mark.parametrize("name", ["windows-1252", "latin-1", "ISO-8859-15", "cp1252"])
def test_the_user_may_name_the_encoding(name: str) -> None:
    assert decode("x", "Les Parties s’engagent".encode("cp1252")[:11], name) == "Les Parties"
    assert decode("x", "é".encode(name), name) == "é"


def test_a_page_or_xml_may_declare_its_encoding() -> None:
    page = '<html><META charset = "windows-1251"><p>Стороны'.encode("cp1251")
    assert decode("x", page, "", declared_in_html(page)).endswith("Стороны")
    old = '<meta http-equiv=x content="text/html; charset=KOI8-R"><p>Стороны'.encode("koi8-r")
    assert decode("x", old, "", declared_in_html(old)).endswith("Стороны")
    xml = '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>'.encode("latin-1")
    assert decode("x", xml, "", declared_in_xml(xml)).endswith("é</a>")


@pytest.mark.parametrize(
    ("data", "encoding", "declared", "expected"),
    [
        (b"", "", (), "draft.txt: the file is empty"),
        (b" \r\n\t", "", (), "draft.txt: the file is empty"),
        (codecs.BOM_UTF8, "", (), "draft.txt: the file is empty"),
        (
            b"one\r\ncaf\xe9\n",
            "",
            (),
            "draft.txt, line 2: is not UTF-8: byte 9 is 0xE9; save it as UTF-8 or name its"
            " encoding, as in --encoding windows-1252",
        ),
        (b"caf\xe9", "", ("UTF-8",), "draft.txt, line 1: declares UTF-8 and is not: byte 4"),
        (b"cafe", "", ("utf-16",), "draft.txt: declares utf-16 and is not"),
        ("café".encode(), "", ("latin-1",), "declares latin-1, and its bytes are UTF-8"),
        (b"cafe", "", ("utf-8", "cp1251"), "declares two encodings, utf-8 and cp1251"),
        (b"cafe", "", ("klingon",), "declares the encoding “klingon”, which is not known"),
        (codecs.BOM_UTF8 + b"a", "", ("cp1251",), "declares cp1251 and begins with the byte order"),
        (codecs.BOM_UTF8 + b"a", "cp1252", (), "so it is not cp1252; leave --encoding out"),
        (codecs.BOM_UTF16_LE + b"a", "", (), "begins as UTF-16 and is not: byte"),
        ("a b".encode("utf-16-le"), "", (), "holds a NUL character; it may be UTF-16 without its"),
        (b"a\nb\x00", "latin-1", (), "draft.txt, line 2: holds a NUL character"),
        (b"\x81", "windows-1252", (), "draft.txt, line 1: is not windows-1252: byte 1 is 0x81"),
        (b"a\x00", "utf-16", (), "does not say which byte comes first; write utf-16-le or"),
        (b"abc", "rot13", (), "the encoding “rot13” is not known"),
        (b"+AG4-", "utf-7", (), "the encoding “utf-7” is not known"),
        (b"abc", "../../x\x00", (), "is not known"),
    ],
)
def test_refused(data: bytes, encoding: str, declared: tuple[str, ...], expected: str) -> None:
    assert expected in refusal(data, encoding, declared)


@given(st.binary(max_size=60), st.sampled_from(["", "utf-16", "latin-1", "zlib", "idna"]))
def test_any_bytes_are_text_or_refused(data: bytes, encoding: str) -> None:
    try:
        text = decode("x", data, encoding, declared_in_html(data))
    except Refused:
        return
    assert text.strip()
    assert "\x00" not in text
