"""What kind of document a file is: its content says it, its name must not say otherwise."""

from __future__ import annotations

from pathlib import PurePath

from negotiator.documents.markup import has_own_fields, markup
from negotiator.documents.signatures import HEAD, Foreign, decoded, signature
from negotiator.errors import Refused

# The kinds that are read, as a sentence names them.
KINDS = {
    "docx": "a Word file",
    "pdf": "a PDF file",
    "html": "a web page (HTML)",
    "markdown": "Markdown",
    "text": "plain text",
    "xlsx": "an Excel file",
    "csv": "a table as CSV",
    "akoma-ntoso": "Akoma Ntoso XML",
    "interchange": "a file in the format negotiator/1",
}
BINARY = {"docx", "pdf", "xlsx"}

# What the end of a name says. One that is not here says nothing.
SUFFIXES = {
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), "docx"),
    ".pdf": "pdf",
    **dict.fromkeys((".html", ".htm", ".xhtml", ".xht"), "html"),
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd"), "markdown"),
    **dict.fromkeys((".txt", ".text", ".asc"), "text"),
    **dict.fromkeys((".xlsx", ".xlsm", ".xltx", ".xltm"), "xlsx"),
    **dict.fromkeys((".csv", ".tsv"), "csv"),
    **dict.fromkeys((".xml", ".akn"), "akoma-ntoso"),
    **dict.fromkeys((".yaml", ".yml", ".json"), "interchange"),
    # These say what is not read here, so they are never right.
    **dict.fromkeys(
        (
            *(".doc", ".dot", ".xls", ".xlsb", ".ppt", ".pptx", ".odt", ".ods", ".odp", ".rtf"),
            *(".pages", ".numbers", ".key", ".eml", ".msg", ".mht", ".mhtml", ".epub", ".wpd"),
            *(".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".heic", ".svg"),
            *(".zip", ".7z", ".rar", ".gz", ".tar", ".tgz", ".xz", ".bz2", ".exe", ".db"),
        ),
        "",
    ),
}
# Of these, content tells nothing: a name is believed.
BY_NAME = {"markdown", "text", "csv", "interchange", "html"}
# So many of a hundred bytes may be control characters in what is taken for text.
MOST_CONTROLS = 1
CONTROLS = bytes(range(1, 8)) + bytes(range(14, 27)) + bytes(range(28, 32))


def recognise(file: str, data: bytes, given: str = "") -> str:
    """Return the kind of a document.

    Args:
        file: its name, whose ending may confirm the content, and decides among kinds of text.
        data: its bytes.
        given: the kind that the user gave, which overrules the name, though not the content.

    Returns:
        One of `KINDS`.

    Raises:
        Refused: when the content is of no kind that is read, or of another than the name says.
    """
    if given and given not in KINDS:
        raise Refused(f"the kind “{given}” is not known", remedy=f"give one of {', '.join(KINDS)}")
    if not data.strip():
        raise Refused("the file is empty", where=file, remedy="check its name")
    suffix = PurePath(file).suffix.lower()
    said = SUFFIXES.get(suffix)
    found = signature(data) or markup(decoded(data), xml=said == "akoma-ntoso")
    if isinstance(found, Foreign) and not (found.textual and given and given not in BINARY):
        raise Refused(f"is {found.what}", where=file, remedy=found.remedy)
    kind = found if isinstance(found, str) else ""
    if given:
        return insisted(file, kind, given)
    if not kind:
        if said in BY_NAME:
            return said
        kind = undecided(file, data, suffix, said)
    # A page of XHTML is XML too.
    if said is None or said == kind or (suffix == ".xml" and kind == "html"):
        return kind
    raise Refused(
        f"is {KINDS[kind]} by its content",
        where=file,
        remedy=f"rename it, or give --kind {kind}",
    )


def insisted(file: str, kind: str, given: str) -> str:
    """Return the kind that the user gave.

    Args:
        file: the name, for the message.
        kind: what the content says; empty when it may be any text.
        given: what the user gave.

    Raises:
        Refused: for text read as an office file, and the other way round.
    """
    if given == kind or not ({given, kind} & BINARY):
        return given
    is_ = f"is {KINDS[kind]} by its content, not" if kind else "is not, by its content,"
    raise Refused(f"{is_} {KINDS[given]}", where=file, remedy="leave --kind out, or give another")


def undecided(file: str, data: bytes, suffix: str, said: str | None) -> str:
    """Return the kind of what has no mark of its own, by whether it looks like text.

    Raises:
        Refused: when it does not.
    """
    if plausible(data):
        # With no name to go by, a file in the product's own format is known by its fields.
        return "interchange" if said is None and has_own_fields(decoded(data)) else "text"
    if said:
        what = f"is not {KINDS[said]} by its content, nor any other that is read here"
        raise Refused(what, where=file, remedy="check the file; it may be damaged")
    raise Refused(
        "is no kind of document that is read here",
        where=file,
        remedy="give a Word, PDF, HTML, Markdown, text, Excel, CSV, XML, YAML or JSON file",
    )


def plausible(data: bytes) -> bool:
    """Tell whether bytes look like text: no zeros, hardly any control characters."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    head = data[:HEAD]
    controls = len(head) - len(head.translate(None, CONTROLS))
    return b"\0" not in head and controls * 100 <= MOST_CONTROLS * len(head)
