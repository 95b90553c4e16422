"""Reads what belongs to the file as a whole: attached files, scripts, layers, forms, its title."""

from __future__ import annotations

from typing import Any

import pypdf

from negotiator.documents.kinds.pdf.attached import REACHING
from negotiator.documents.manuscript import Omission

MOST_NAMES = 1_000


def attached_files(reader: pypdf.PdfReader) -> list[Omission]:
    """Return the files that a file carries."""
    names = list(reader.attachments)[:MOST_NAMES]
    return [Omission("embedded file", "not part of the text", text=name) for name in names]


def stated_title(reader: pypdf.PdfReader) -> str:
    """Return the title that a file states about itself; empty when it states none."""
    title = reader.metadata.title if reader.metadata else None
    return " ".join(title.split()) if isinstance(title, str) else ""


def stated_language(reader: pypdf.PdfReader) -> str:
    """Return the language that a file states, a BCP 47 tag; empty when it states none."""
    value = _part(reader.trailer, "/Root", "/Lang")
    tag = value.strip() if isinstance(value, str) else ""
    return tag if tag and tag.replace("-", "").isalnum() and tag.isascii() else ""


def warnings(reader: pypdf.PdfReader) -> list[str]:
    """Return what of a file a person should know besides its text."""
    found: list[str] = []
    root = _part(reader.trailer, "/Root")
    action = _part(root, "/OpenAction")
    kinds = {str(_part(action, "/S") or "")}
    if _part(root, "/Names", "/JavaScript") is not None:
        kinds.add("/JavaScript")
    for kind in sorted(kinds & set(REACHING)):
        found.append(f"the file holds {REACHING[kind]}; it was not followed")
    if _part(root, "/AcroForm", "/XFA") is not None:
        found.append("the file holds an XFA form; only what its pages show was read")
    if _part(root, "/OCProperties", "/D", "/OFF"):
        found.append("the file has layers that are switched off; their text is read like the rest")
    return found


def _part(holder: Any, *keys: str) -> Any:
    """Return what stands under keys within each other; None when something is missing."""
    for key in keys:
        if not hasattr(holder, "get"):
            return None
        holder = holder.get(key)
        holder = holder.get_object() if hasattr(holder, "get_object") else holder
    return holder
