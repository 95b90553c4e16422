"""What a file is by its content: its first bytes, or the parts of its archive."""

from __future__ import annotations

import re
from dataclasses import dataclass

from negotiator.documents.containers import OLE, ole_names, zip_entries, zip_member

# As much of a file as its beginning is looked for in.
HEAD = 64 * 1024
WORD = "save it as a Word file (.docx)"
EXCEL = "save it as an Excel file (.xlsx)"
PDF = "export it as a PDF file"
UNPACK = "unpack it and give the files in it one by one"
SCAN = "have its text recognised, and give it as a Word or a PDF file"


@dataclass(frozen=True, slots=True)
class Foreign:
    """A kind of file that is not read here.

    Args:
        what: what it is, after “is”.
        remedy: what to do.
        textual: whether it can be read as plain text by somebody who insists.
    """

    what: str
    remedy: str
    textual: bool = False


# The content types of an office file's main part (ECMA-376), up to the `.main` they end in.
MAIN_PARTS = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template": "docx",
    "application/vnd.ms-word.document.macroEnabled": "docx",
    "application/vnd.ms-word.template.macroEnabledTemplate": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template": "xlsx",
    "application/vnd.ms-excel.sheet.macroEnabled": "xlsx",
    "application/vnd.ms-excel.template.macroEnabled": "xlsx",
}
OTHER_MAIN_PARTS = {
    "application/vnd.ms-excel.sheet.binary": Foreign("a binary Excel file (.xlsb)", EXCEL),
    "application/vnd.openxmlformats-officedocument.presentationml": Foreign(
        "a PowerPoint presentation", PDF
    ),
    "application/vnd.ms-powerpoint": Foreign("a PowerPoint presentation", PDF),
    "application/vnd.ms-visio": Foreign("a Visio drawing", PDF),
}
MAIN = re.compile(r'ContentType\s*=\s*["\']([^"\']{1,200}?)\.main(?:\+xml)?["\']')

# The `mimetype` member of OpenDocument and EPUB files, by its beginning.
MIMETYPES = {
    "application/vnd.oasis.opendocument.text": Foreign("an OpenDocument text (.odt)", WORD),
    "application/vnd.oasis.opendocument.spreadsheet": Foreign(
        "an OpenDocument table (.ods)", EXCEL
    ),
    "application/vnd.oasis.opendocument": Foreign("an OpenDocument file", PDF),
    "application/epub+zip": Foreign("an electronic book (EPUB)", "convert it to HTML"),
}

OLE_STREAMS = {
    "EncryptedPackage": Foreign(
        "an office file that needs a password", "open it with its password and save it without"
    ),
    "WordDocument": Foreign("a Word file of the old kind (.doc)", WORD),
    "Workbook": Foreign("an Excel file of the old kind (.xls)", EXCEL),
    "Book": Foreign("an Excel file of the old kind (.xls)", EXCEL),
    "PowerPoint Document": Foreign("a PowerPoint presentation of the old kind (.ppt)", PDF),
    "__properties_version1.0": Foreign("a mail (.msg)", "save its text or its attachment"),
}

# First bytes, where they begin, what they open.
IMAGE = {
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF87a": "GIF",
    b"GIF89a": "GIF",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"\0\0\0\x0cjP  ": "JPEG 2000",
    b"AT&TFORM": "DjVu",
}
ARCHIVE = {
    b"\x1f\x8b": "gzip",
    b"BZh91AY&SY": "bzip2",
    b"\xfd7zXZ\0": "xz",
    b"7z\xbc\xaf\x27\x1c": "7-Zip",
    b"Rar!\x1a\x07": "RAR",
    b"\x28\xb5\x2f\xfd": "Zstandard",
    b"MSCF\0\0\0\0": "cabinet",
}
OTHERS = {
    b"{\\rtf": Foreign("a rich text file (.rtf)", WORD, textual=True),
    b"\xffWPC": Foreign("a WordPerfect file", WORD),
    b"%!PS": Foreign("a PostScript file", "convert it to PDF", textual=True),
    b"SQLite format 3\0": Foreign("a database", "give it with --database"),
    b"\x7fELF": Foreign("a program", "check the name of the file"),
}


def signature(data: bytes) -> str | Foreign | None:
    """Return the kind of a file that is not text: `docx`, `xlsx`, `pdf`, or one not read here.

    Args:
        data: its bytes.

    Returns:
        None when it has no signature known here: it may be text.
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return archive(data)
    if data.startswith(OLE):
        names = set(ole_names(data, tuple(OLE_STREAMS)))
        found = (told for name, told in OLE_STREAMS.items() if name in names)
        return next(found, Foreign("an office file of an old or unknown kind", WORD))
    # A PDF may have something before its header (ISO 32000-1, H.3), a text may speak of one.
    header = data.find(b"%PDF-", 0, 1024)
    if header >= 0 and (not data[:header].strip(b"\xef\xbb\xbf \t\r\n\0") or pdf_ends(data)):
        return "pdf"
    for first, name in IMAGE.items():
        if data.startswith(first):
            return Foreign(f"an image ({name})", SCAN)
    if data.startswith(b"BM") and b"\0" in data[:26]:
        return Foreign("an image (BMP)", SCAN)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return Foreign("an image (WebP)", SCAN)
    if data[4:8] == b"ftyp":
        image = data[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"avif")
        return Foreign("an image (HEIF)", SCAN) if image else Foreign("a video", SCAN)
    for first, name in ARCHIVE.items():
        if data.startswith(first):
            return Foreign(f"an archive ({name})", UNPACK)
    if data[257:262] == b"ustar":
        return Foreign("an archive (tar)", UNPACK)
    return next((told for first, told in OTHERS.items() if data.startswith(first)), None)


def pdf_ends(data: bytes) -> bool:
    """Tell whether a file ends as a PDF does."""
    return b"startxref" in data[-2048:]


def archive(data: bytes) -> str | Foreign:
    """Return what a zip archive is."""
    entries = zip_entries(data)
    if entries is None:
        what = "a zip archive or an office file that is damaged: its end is missing"
        return Foreign(what, "copy or download it again")
    members = {entry.name: entry for entry in reversed(entries)}
    if types := members.get("[Content_Types].xml"):
        return office(zip_member(data, types))
    if mimetype := members.get("mimetype"):
        told = zip_member(data, mimetype).decode("ascii", "replace")
        for beginning, foreign in MIMETYPES.items():
            if told.startswith(beginning):
                return foreign
    if any(name.endswith((".iwa", "index.apxl")) or name == "Index.zip" for name in members):
        return Foreign("an Apple iWork file (Pages, Numbers, Keynote)", "export it as .docx")
    return Foreign("an archive (zip)", UNPACK)


def office(types: bytes) -> str | Foreign:
    """Return what an office file is by the content types of its parts."""
    main = MAIN.findall(decoded(types))
    kinds = {MAIN_PARTS[one] for one in main if one in MAIN_PARTS}
    if len(kinds) == 1:
        return kinds.pop()
    if kinds:
        return Foreign("a Word and an Excel file at once", WORD)
    for one in main:
        for beginning, foreign in OTHER_MAIN_PARTS.items():
            if one.startswith(beginning):
                return foreign
    return Foreign("an office file without a main part that is known here", WORD)


def decoded(data: bytes) -> str:
    """Return the beginning of a text, for looking at: its encoding guessed from its first bytes."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe\0\0", "utf-32"),
        (b"\0\0\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
        (b"<\0", "utf-16-le"),
        (b"\0<", "utf-16-be"),
    ):
        if data.startswith(mark):
            return data[:HEAD].decode(encoding, "replace")
    return data[:HEAD].decode("utf-8", "replace")
