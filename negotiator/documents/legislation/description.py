"""What a document in Akoma Ntoso says about itself: title, language, notes kept apart."""

from __future__ import annotations

import re

from lxml import etree

from negotiator.documents.flow import collapsed
from negotiator.documents.legislation.elements import LANGUAGES
from negotiator.documents.manuscript import Omission

TAG = re.compile(r"[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,4}", re.IGNORECASE)
LONGEST_LABEL = 40


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace; empty for what is no element."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def line_of(element: etree._Element) -> int:
    """Return the line that an element begins in, 0 where it is not known."""
    line = element.sourceline
    return line if isinstance(line, int) else 0


def eid(element: etree._Element) -> str:
    """Return the document's own name for an element: `eId`, or `id` before version 3."""
    return element.get("eId") or element.get("id") or ""


def words_of(element: etree._Element) -> str:
    """Return the words of an element, its notes left out."""
    notes = element.xpath(
        "descendant-or-self::text()[not(ancestor::*[local-name()='authorialNote'])]"
    )
    return collapsed("".join(str(one) for one in notes)) if isinstance(notes, list) else ""


def first(root: etree._Element, *names: str) -> etree._Element | None:
    """Return the first element of a name, of the first name that there is any of."""
    for name in names:
        for element in root.iter(f"{{*}}{name}"):
            return element
    return None


def title(root: etree._Element) -> str:
    """Return the title that a document states."""
    stated = first(root, "docTitle", "shortTitle", "longTitle")
    if stated is not None and words_of(stated):
        return words_of(stated)
    named = first(root, "FRBRalias", "FRBRname")
    return named.get("value", "") if named is not None else ""


def language(root: etree._Element) -> str:
    """Return the language that a document states, as BCP 47 writes it."""
    stated = first(root, "FRBRlanguage")
    said = (stated.get("language", "") if stated is not None else "").strip()
    return LANGUAGES.get(said.lower(), said if TAG.fullmatch(said) else "")


def label_of_annex(element: etree._Element) -> str:
    """Return what an annex is called: its heading, number or title if that is short."""
    heads = [child for child in element if local(child) in ("num", "heading")]
    named = first(element, "docNumber", "docTitle", "docType")
    for head in [*heads, *([named] if named is not None else [])]:
        words = words_of(head)
        if words and len(words) <= LONGEST_LABEL:
            return words
    inner = next((child.get("name", "") for child in element if child.get("name")), "")
    return inner.capitalize() if inner and len(inner) <= LONGEST_LABEL else ""


def metadata(meta: etree._Element) -> list[Omission]:
    """Return what a document says about itself, as written; its notes are kept elsewhere."""
    return [
        Omission(
            "metadata",
            "about the document",
            place=str(line_of(child)),
            text=etree.tostring(child, encoding="unicode", with_tail=False),
        )
        for child in meta
        if local(child) != "notes"
    ]
