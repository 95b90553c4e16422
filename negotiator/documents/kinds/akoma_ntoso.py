"""Legislation in Akoma Ntoso, versions 2.0 and 3.0: its units as they are numbered and named."""

from __future__ import annotations

import re

from lxml import etree

from negotiator.documents.encodings import declared_in_xml, decode, with_newlines
from negotiator.documents.legislation.body import read_body
from negotiator.documents.legislation.description import language, local, title
from negotiator.documents.manuscript import Manuscript, Progress, Wishes
from negotiator.errors import Refused

DECLARATION = re.compile(r"\s*<\?xml\s[^>]{0,400}\?>")
ROOT = re.compile(r"<[A-Za-z_]")
NAMESPACES = re.compile(
    r"http://(?:docs\.oasis-open\.org/legaldocml/ns/akn/|www\.akomantoso\.org/)"
)


def read(file: str, data: bytes, wishes: Wishes, progress: Progress) -> Manuscript:
    """Return the units of a document in Akoma Ntoso with what they say.

    Words in `ins` and `del` stay in the runs, marked, whatever is wished of tracked changes.

    Args:
        file: its name, for messages.
        data: its bytes.
        wishes: how it should be read; only the encoding counts.
        progress: told when it is done.

    Raises:
        Refused: for what is not well-formed XML in Akoma Ntoso, for a DOCTYPE, and for a document
            without text.
    """
    text = with_newlines(decode(file, data, wishes.encoding, declared_in_xml(data)))
    root = _parsed(file, text)
    namespace = etree.QName(root).namespace or ""
    if local(root) not in ("akomaNtoso", "akomantoso") or not NAMESPACES.match(namespace):
        what = f"is XML, but not Akoma Ntoso: its root is “{local(root)[:40]}”"
        raise Refused(what, where=file, remedy="save it as a web page or as plain text")
    body = read_body(root)
    progress(1, 1)
    if not body.blocks:
        raise Refused("holds no text", where=file, remedy="check that it is the right file")
    return Manuscript(
        kind="akoma-ntoso",
        blocks=tuple(body.blocks),
        notes=body.notes,
        title=title(root),
        language=language(root),
        omitted=tuple(body.omitted),
    )


def _parsed(file: str, text: str) -> etree._Element:
    declared = DECLARATION.match(text)
    root = ROOT.search(text)
    if root and "<!DOCTYPE" in text[: root.start()]:
        what = "holds a DOCTYPE, which can make a small file large or reach for others"
        raise Refused(what, where=file, remedy="save it without")
    # The text is decoded already: its declaration would now be wrong, its lines stay.
    line_ends = text.count("\n", 0, declared.end()) if declared else 0
    rest = "\n" * line_ends + text[declared.end() :] if declared else text
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False
    )
    try:
        return etree.fromstring(rest.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        line = f", line {error.lineno}" if error.lineno else ""
        raise Refused(
            f"is not well-formed XML: {_cause(error)}",
            where=f"{file}{line}",
            remedy="correct the XML",
        ) from None


def _cause(error: etree.XMLSyntaxError) -> str:
    """Return what the parser says, without the place, which stands before it."""
    return (error.msg or "it ends early").split(", line ")[0][:200]
