"""The texts of a workbook, with what of them is struck through."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from negotiator.documents.kinds.xlsx.package import Element, Package, is_set, name_of
from negotiator.documents.manuscript import Mark, Run

# Characters that XML cannot hold are written so (ECMA-376 part 1, 22.4.2.4).
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Styled:
    """A stretch of text as the workbook styles it; None where the cell's own font decides."""

    text: str
    struck: bool | None = None
    underlined: bool | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the workbook and how it is to be pronounced, which no cell shows."""

    parts: tuple[Styled, ...]
    phonetic: str = ""


def shared_strings(package: Package, part: str | None) -> list[Text]:
    """Return the texts that cells refer to by number."""
    if part is None:
        return []
    return [text_of(item) for item in package.tree(part) if name_of(item) == "si"]


def text_of(item: Element) -> Text:
    """Return the text that an element holds, plain or in runs."""
    parts: list[Styled] = []
    phonetic: list[str] = []
    for child in item:
        name = name_of(child)
        if name == "t":
            parts.append(Styled(unescaped(child.text or "")))
        elif name == "r":
            parts.append(_run(child))
        elif name == "rPh":
            phonetic += [unescaped(one.text or "") for one in child if name_of(one) == "t"]
    return Text(tuple(part for part in parts if part.text), "".join(phonetic))


def _run(element: Element) -> Styled:
    text = ""
    struck: bool | None = None
    underlined: bool | None = None
    for child in element:
        if name_of(child) == "t":
            text += unescaped(child.text or "")
        elif name_of(child) == "rPr":
            # A run that has a font of its own does not take over that of the cell.
            struck = underlined = False
            for one in child:
                struck = is_set(one) if name_of(one) == "strike" else struck
                underlined = one.get("val") != "none" if name_of(one) == "u" else underlined
    return Styled(text, struck, underlined)


def unescaped(text: str) -> str:
    """Return a text with the characters that the file writes as `_x000D_`."""
    return _ESCAPED.sub(_character, text) if "_x" in text else text


def _character(found: re.Match[str]) -> str:
    character = chr(int(found.group(1), 16))
    # NUL and halves of pairs are no text; they stay as the file writes them.
    return found.group() if character == "\0" or "\ud800" <= character <= "\udfff" else character


def runs_of(parts: Iterable[Styled], *, struck: bool, underlined: bool) -> tuple[Run, ...]:
    """Return a cell's wording: struck text is deleted, underlined text beside it inserted.

    Args:
        parts: its text.
        struck: whether the cell's own font is struck through.
        underlined: whether the cell's own font is underlined.
    """
    fonts = [
        (
            part.text,
            struck if part.struck is None else part.struck,
            underlined if part.underlined is None else part.underlined,
        )
        for part in parts
    ]
    any_struck = any(gone and text.strip() for text, gone, _ in fonts)
    any_kept = any(not gone and not under and text.strip() for text, gone, under in fonts)
    runs: list[Run] = []
    for text, gone, under in fonts:
        inserted = under and any_struck and (any_kept or not gone)
        mark = Mark.DELETED if gone else Mark.INSERTED if inserted else Mark.KEPT
        if runs and runs[-1].mark is mark:
            runs[-1] = Run(runs[-1].text + text, mark)
        else:
            runs.append(Run(text, mark))
    return tuple(runs)
