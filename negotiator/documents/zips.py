"""Office files are zip archives: they are looked over before anything in them is believed.

The limits stop nearly all bombs at no cost and refused no honest file of several hundred.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterable
from io import BytesIO

from negotiator.errors import Refused

PARTS = 1_000
PART = 32 * 1024 * 1024
TOTAL = 128 * 1024 * 1024
RATIO = 100
# Small parts may be as regular as they like.
RATIO_FROM = 1024 * 1024
# Far above any honest directory, and quick to count before the directory is read.
ENTRIES_TO_READ = 20_000
# Markup costs memory: this many elements and attributes in one part make some 400 MB.
MARKUP = 4_000_000

ENTRY = b"PK\x01\x02"
LOCAL_HEADER = b"PK\x03\x04"
LOCAL_HEADER_SIZE = 30
COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
XML_NAMES = (".xml", ".rels", ".vml")
# Open Packaging Conventions allow no other encodings; another could hide what is looked for here.
ENCODINGS = {b"utf-8", b"utf8", b"utf-16", b"utf-16le", b"utf-16be", b"us-ascii", b"ascii"}
DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([^"']{0,40})["']""")
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    OSError,
    struct.error,
    NotImplementedError,
    RuntimeError,
)


class CheckedZip:
    """A zip archive within the limits, its parts read by name without regard to case.

    Args:
        file: its name, for messages.
        archive: the archive, looked over by `open_checked`.
    """

    def __init__(self, file: str, archive: zipfile.ZipFile) -> None:
        self.file = file
        self._archive = archive
        self._names = {entry.filename.lower(): entry.filename for entry in archive.infolist()}

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the parts, in the order of the archive."""
        return tuple(self._names.values())

    def __contains__(self, name: str) -> bool:
        """Tell whether the archive has a part."""
        return name.lower() in self._names

    def read(self, name: str) -> bytes:
        """Return the bytes of a part.

        Raises:
            Refused: when the part is damaged.
            KeyError: when there is none.
        """
        name = self._names[name.lower()]
        try:
            return self._archive.read(name)
        except DAMAGED:
            raise _damaged(self.file, f"its part “{name}” cannot be read") from None


def open_checked(file: str, data: bytes) -> CheckedZip:
    """Open an Office file after looking it over.

    Args:
        file: its name, for messages.
        data: its bytes.

    Raises:
        Refused: for what is no zip archive, is cut off or damaged, needs a password, or is larger
            or stranger than an honest file: more than 1,000 parts, names or ranges that overlap,
            a part above 32 MiB, 128 MiB in all, a ratio above 100 beyond 1 MiB, a document type
            declaration in an XML part.
    """
    _check_kind(file, data)
    if data.count(ENTRY) > ENTRIES_TO_READ:
        raise _too_much(file, f"holds more than {PARTS:,} parts")
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        entries = archive.infolist()
        _check_sizes(file, entries)
        _check_ranges(file, entries, data)
    except DAMAGED:
        raise _damaged(file, "it may be cut off") from None
    checked = CheckedZip(file, archive)
    for name in checked.names:
        if name.lower().endswith(XML_NAMES):
            _check_xml(file, name, checked.read(name))
    return checked


def _check_kind(file: str, data: bytes) -> None:
    if data.startswith(COMPOUND_FILE):
        if ENCRYPTED_STREAM in data:
            raise _protected(file)
        raise Refused(
            "is in the old binary format of Office, not a zip archive",
            where=file,
            remedy="save it as .docx or .xlsx",
        )
    if not data.startswith((LOCAL_HEADER, b"PK\x05\x06")):
        raise Refused(
            "is no zip archive, so no Word or Excel file",
            where=file,
            remedy="check what kind of file it is",
        )


def _check_sizes(file: str, entries: Iterable[zipfile.ZipInfo]) -> None:
    total = 0
    names: set[str] = set()
    for entry in entries:
        name = entry.filename.lower()
        if name in names:
            raise _strange(file, f"holds two parts named “{entry.filename}”")
        names.add(name)
        if len(names) > PARTS:
            raise _too_much(file, f"holds more than {PARTS:,} parts")
        if entry.flag_bits & 0x1:
            raise _protected(file)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _strange(file, f"compresses its part “{entry.filename}” in an unusual way")
        size = entry.file_size
        total += size
        if size > PART:
            raise _too_much(file, f"its part “{entry.filename}” is larger than {_mib(PART)}")
        if total > TOTAL:
            raise _too_much(file, f"is larger than {_mib(TOTAL)} when unpacked")
        if size > RATIO_FROM and size > RATIO * entry.compress_size:
            what = f"its part “{entry.filename}” unpacks to more than {RATIO} times its size"
            raise _strange(file, what)


def _check_ranges(file: str, entries: Iterable[zipfile.ZipInfo], data: bytes) -> None:
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        start = entry.header_offset
        if data[start : start + 4] != LOCAL_HEADER:
            raise zipfile.BadZipFile
        if start < end:
            raise _strange(file, f"its part “{entry.filename}” overlaps another one")
        name, extra = struct.unpack_from("<HH", data, start + 26)
        end = start + LOCAL_HEADER_SIZE + name + extra + entry.compress_size
    if end > len(data):
        raise zipfile.BadZipFile


def _check_xml(file: str, name: str, part: bytes) -> None:
    # Without the NULs of UTF-16 its markup reads as that of ASCII.
    plain = part.replace(b"\0", b"") if b"\0" in part else part
    if b"<!DOCTYPE" in plain:
        raise _strange(file, f"its part “{name}” has a document type declaration")
    declared = DECLARED.search(plain[:400])
    if declared and declared.group(1).lower() not in ENCODINGS:
        encoding = declared.group(1).decode("latin-1")
        raise _strange(file, f"its part “{name}” is in the encoding “{encoding}”")
    text = plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if text and not text.startswith(b"<"):
        raise _strange(file, f"its part “{name}” is no XML")
    if plain.count(b"<") + plain.count(b"=") > MARKUP:
        raise _too_much(file, f"its part “{name}” holds too many elements")


def _mib(size: int) -> str:
    return f"{size // 1024 // 1024} MiB"


def _protected(file: str) -> Refused:
    return Refused(
        "is protected by a password", where=file, remedy="save it without a password first"
    )


def _damaged(file: str, detail: str) -> Refused:
    return Refused(
        f"is damaged: {detail}", where=file, remedy="get it anew, or open and save it again"
    )


def _strange(file: str, what: str) -> Refused:
    return Refused(what, where=file, remedy="open it in its own program and save it again")


def _too_much(file: str, what: str) -> Refused:
    return Refused(what, where=file, remedy="split it")
