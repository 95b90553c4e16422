"""What is inside a zip archive or an OLE file, as far as recognising it needs: names, one member.

Nothing is unpacked but one small member, and no more is looked at than an honest office file has,
so this is safe to do outside of the child process.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

MOST_ENTRIES = 2_000
LARGEST_MEMBER = 1024 * 1024
# A comment of an archive is at most 64 KiB long, and stands behind its end record.
END_RECORD = 22 + 65_535

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLE_ENTRY = 128


@dataclass(frozen=True, slots=True)
class Entry:
    """A member of a zip archive: its name, where it lies and how it is packed."""

    name: str
    offset: int
    packed: int
    method: int


def zip_entries(data: bytes) -> list[Entry] | None:
    """Return the members that an archive's directory lists, at most `MOST_ENTRIES`.

    None when there is no directory: the file is cut short or damaged.
    """
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - END_RECORD))
    if end < 0 or end + 22 > len(data):
        return None
    size, offset = struct.unpack_from("<II", data, end + 12)
    # What stands before the archive shifts it, as `zipfile` has it.
    shift = end - size - offset
    if shift < 0:
        return None
    entries: list[Entry] = []
    at = end - size
    while at + 46 <= end and len(entries) < MOST_ENTRIES:
        if data[at : at + 4] != b"PK\x01\x02":
            return None
        (method,) = struct.unpack_from("<H", data, at + 10)
        (packed,) = struct.unpack_from("<I", data, at + 20)
        name, extra, comment = struct.unpack_from("<HHH", data, at + 28)
        (local,) = struct.unpack_from("<I", data, at + 42)
        text = data[at + 46 : at + 46 + name].decode("utf-8", "replace")
        entries.append(Entry(text, shift + local, packed, method))
        at += 46 + name + extra + comment
    return entries


def zip_member(data: bytes, entry: Entry) -> bytes:
    """Return what a member holds, cut at `LARGEST_MEMBER`; empty when it cannot be unpacked."""
    if data[entry.offset : entry.offset + 4] != b"PK\x03\x04" or entry.offset + 30 > len(data):
        return b""
    name, extra = struct.unpack_from("<HH", data, entry.offset + 26)
    start = entry.offset + 30 + name + extra
    packed = data[start : start + min(entry.packed, LARGEST_MEMBER)]
    if entry.method == 0:
        return packed
    try:
        return zlib.decompressobj(-15).decompress(packed, LARGEST_MEMBER)
    except zlib.error:
        return b""


def ole_names(data: bytes, names: tuple[str, ...]) -> Iterator[str]:
    """Yield those of some names that an OLE file has a stream or a storage of.

    Its directory consists of entries of 128 bytes: a name in UTF-16, padded with zeros to 64
    bytes, the length of the name with its zero, and a type ([MS-CFB] 2.6.1).
    """
    for name in names:
        spelled = name.encode("utf-16-le") + b"\0\0"
        for found in re.finditer(re.escape(spelled), data):
            at = found.start()
            length = data[at + 64 : at + 66]
            if at % OLE_ENTRY == 0 and length == struct.pack("<H", len(spelled)):
                yield name
                break
