"""Bytes become text: UTF-8 unless the file or the user says otherwise, and never by a guess."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence

from negotiator.errors import Refused

# The longer marks first: that of UTF-32 begins like that of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# Of Python's codecs those that write text as people do: no ciphers, no escapes, and not UTF-7,
# in which markup hides from whoever looks for it.
FAMILIES = re.compile(
    r"(?:utf-?(?:8|16|32)(?:-?(?:le|be|sig))?|ascii|(?:cp|windows-?)\d+|koi8-[rtu]|mac-[a-z2]+"
    r"|iso-?(?:8859-?\d+|2022-[a-z0-9-]+)|(?:big5|gb|euc|shift-jis|johab|hz|tis|kz|ptcp)[a-z0-9-]*)",
)
# Browsers take these names to mean what Windows wrote under them (WHATWG Encoding, section 4.2).
AS_WINDOWS = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254"}

DECLARED_IN_XML = re.compile(rb"<\?xml\s[^>]{0,200}?\bencoding\s*=\s*[\"']([^\"'>]{1,40})[\"']")
DECLARED_IN_HTML = re.compile(
    rb"<meta\s[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:()+-]{1,40})", re.IGNORECASE
)
# Where browsers look for a declaration; some tools put long comments before it.
FIRST_BYTES = 4096


def decode(file: str, data: bytes, encoding: str = "", declared: Sequence[str] = ()) -> str:
    """Return the text of a file, its byte order mark taken off.

    Args:
        file: its name, for messages.
        data: its bytes.
        encoding: as the user gave it; empty where the file's own word or UTF-8 counts.
        declared: the encodings that the file states of itself, in order; they must agree.

    Raises:
        Refused: for an empty file, an encoding that is unknown, contradicted or not kept to, and
            for NUL characters.
    """
    if not data:
        raise Refused("the file is empty", where=file, remedy="check that it is the right file")
    marked = next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), "")
    if encoding:
        chosen = _wished(file, encoding, marked)
        text = _strictly(file, data, chosen, f"is not {encoding}", "name its true encoding")
    else:
        chosen = _stated(file, data, marked, declared)
        text = _strictly(file, data, chosen, *_not_kept(chosen, marked, declared))
    if marked == "utf-8":
        text = text[1:]
    _check(file, text, chosen)
    return text


def declared_in_html(data: bytes) -> tuple[str, ...]:
    """Return the encodings that a web page states at its beginning."""
    head = data[:FIRST_BYTES]
    found = [*DECLARED_IN_XML.findall(head[:400]), *DECLARED_IN_HTML.findall(head)]
    return tuple(name.decode("ascii", "replace") for name in found)


def declared_in_xml(data: bytes) -> tuple[str, ...]:
    """Return the encoding that an XML declaration states."""
    found = DECLARED_IN_XML.findall(data[:400])
    return tuple(name.decode("ascii", "replace") for name in found)


def with_newlines(text: str) -> str:
    """Return a text whose lines all end in a newline, however the file ended them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _known(name: str) -> str:
    """Return Python's name of an encoding, empty for what is none of a text."""
    label = name.strip().lower().replace("_", "-")
    try:
        found = codecs.lookup(label).name.replace("_", "-")
    except (LookupError, ValueError):
        return ""
    return found if FAMILIES.fullmatch(found) else ""


def _wished(file: str, encoding: str, marked: str) -> str:
    chosen = _known(encoding)
    if not chosen:
        what = f"the encoding “{encoding[:40]}” is not known"
        raise Refused(what, where=file, remedy="write, for example, --encoding windows-1252")
    if marked and not chosen.startswith(marked):
        what = f"begins with the byte order mark of {marked.upper()}, so it is not {encoding}"
        raise Refused(what, where=file, remedy="leave --encoding out")
    if not marked and chosen in ("utf-16", "utf-32"):
        what = f"has no byte order mark, so {encoding} does not say which byte comes first"
        raise Refused(what, where=file, remedy=f"write {chosen}-le or {chosen}-be")
    # The mark says which byte comes first; the short names of the family heed it.
    return marked or chosen


def _stated(file: str, data: bytes, marked: str, declared: Sequence[str]) -> str:
    names = {}
    for name in declared:
        known = _known(name)
        if not known:
            what = f"declares the encoding “{name}”, which is not known"
            raise Refused(what, where=file, remedy="name its encoding with --encoding")
        names[AS_WINDOWS.get(known, known)] = name
    if marked:
        for known, name in names.items():
            if not known.startswith(marked):
                what = f"declares {name} and begins with the byte order mark of {marked.upper()}"
                raise Refused(what, where=file, remedy="name its encoding with --encoding")
        return marked
    if len(names) > 1:
        what = f"declares two encodings, {' and '.join(names.values())}"
        raise Refused(what, where=file, remedy="say which it is with --encoding")
    if not names:
        return "utf-8"
    [(known, name)] = names.items()
    if known.startswith(("utf-16", "utf-32")):
        # Its declaration could be read byte by byte: that is no UTF-16.
        raise Refused(
            f"declares {name} and is not", where=file, remedy="name its encoding with --encoding"
        )
    if known != "utf-8" and not data.isascii() and _is_utf8(data):
        what = f"declares {name}, and its bytes are UTF-8"
        raise Refused(what, where=file, remedy="say which it is, as in --encoding utf-8")
    return known


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _not_kept(chosen: str, marked: str, declared: Sequence[str]) -> tuple[str, str]:
    """Return what to say where the bytes are not what they should be."""
    remedy = "save it as UTF-8 or name its encoding, as in --encoding windows-1252"
    if marked:
        return f"begins as {marked.upper()} and is not", remedy
    if declared:
        return f"declares {declared[0]} and is not", remedy
    return f"is not {chosen.upper()}", remedy


def _strictly(file: str, data: bytes, encoding: str, what: str, remedy: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "ignore")
        line = with_newlines(before).count("\n") + 1
        byte = f"0x{data[error.start]:02X}"
        raise Refused(
            f"{what}: byte {error.start + 1} is {byte}", where=f"{file}, line {line}", remedy=remedy
        ) from None


def _check(file: str, text: str, encoding: str) -> None:
    if not text.strip():
        raise Refused("the file is empty", where=file, remedy="check that it is the right file")
    at = text.find("\x00")
    if at >= 0:
        line = with_newlines(text[:at]).count("\n") + 1
        remedy = (
            "it may be UTF-16 without its mark: try --encoding utf-16-le"
            if encoding == "utf-8"
            else "check that it is a text file"
        )
        raise Refused("holds a NUL character", where=f"{file}, line {line}", remedy=remedy)
