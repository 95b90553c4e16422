"""Reads what is attached to a page: marks, links, notes in the margin, filled-in forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from negotiator.documents.kinds.pdf.frame import Frame
from negotiator.documents.kinds.pdf.marking import Marking
from negotiator.documents.kinds.pdf.shapes import Box, Fragment
from negotiator.documents.manuscript import Comment, Omission

NOTES = {"/Text", "/Highlight", "/Squiggly", "/StrikeOut", "/Underline", "/Caret", "/Stamp", "/Ink"}
HIDDEN = 0b10  # the flag of an annotation that is not shown
# Actions that reach outside the file, and how a warning names them.
REACHING = {
    "/Launch": "a command to start a program",
    "/GoToR": "a link into another file",
    "/GoToE": "a link into an attached file",
    "/SubmitForm": "a command to send a form",
    "/ImportData": "a command to import data",
    "/JavaScript": "a script",
    "/Rendition": "a recording",
}
MOST = 10_000
TYPE_SIZE = 10.0


@dataclass(slots=True)
class Attached:
    """What is attached to a page.

    Args:
        marking: the words that annotations mark.
        comments: notes in the margin, each with its place.
        written: text that annotations and forms show on the page.
        omitted: what is not shown as text.
        reaching: what reaches outside the file.
    """

    marking: Marking = field(default_factory=Marking)
    comments: list[tuple[Box, Comment]] = field(default_factory=list)
    written: list[Fragment] = field(default_factory=list)
    omitted: list[Omission] = field(default_factory=list)
    reaching: list[str] = field(default_factory=list)


def read(page: Any, number: int, frame: Frame) -> Attached:
    """Return what is attached to a page.

    Args:
        page: a page of pypdf.
        number: counted from 1.
        frame: the part that is shown.
    """
    found = Attached()
    for one in _annotations(page):
        kind = str(one.get("/Subtype", ""))
        box = _box(one.get("/Rect"), frame)
        if box is None or int(one.get("/F", 0) or 0) & HIDDEN:
            text = _text(one.get("/Contents"))
            if text:
                found.omitted.append(Omission("hidden note", "not shown", str(number), "", text))
            continue
        _take(found, one, kind, box, number, frame)
    return found


def _take(found: Attached, one: Any, kind: str, box: Box, number: int, frame: Frame) -> None:
    page = str(number)
    contents = _text(one.get("/Contents"))
    if kind == "/StrikeOut":
        found.marking.struck += _quads(one, frame) or [box]
    elif kind == "/Underline":
        found.marking.underlined += _quads(one, frame) or [box]
    if kind in NOTES and contents:
        found.comments.append((box, Comment(_text(one.get("/T")), contents)))
    elif kind == "/FreeText":
        found.written += _written(contents, box)
    elif kind == "/Widget":
        found.written += _written(_value(one), box)
    elif kind == "/Link":
        found.marking.links.append(box)
        address = _address(one)
        if address:
            reason = "the address behind a link"
            found.omitted.append(Omission("link", reason, page, "", address))
    elif kind == "/FileAttachment":
        name = _text(one.get("/FS", {}).get("/F")) if hasattr(one.get("/FS"), "get") else ""
        found.omitted.append(Omission("embedded file", "not part of the text", page, "", name))
    elif kind not in NOTES and kind != "/Popup":
        found.omitted.append(Omission("annotation", f"{kind[1:]}, not text", page, "", contents))
    found.reaching += list(_reaching(one))


def _annotations(page: Any) -> Iterator[Any]:
    array = page.get("/Annots")
    array = array.get_object() if array is not None else None
    for reference in list(array or ())[:MOST]:
        one = reference.get_object()
        if hasattr(one, "get"):
            yield one


def _box(rectangle: Any, frame: Frame) -> Box | None:
    try:
        left, low, right, high = (float(part.get_object()) for part in rectangle.get_object())
    except (TypeError, ValueError, AttributeError):
        return None
    return frame.box(left, low, right, high)


def _quads(one: Any, frame: Frame) -> list[Box]:
    try:
        numbers = [float(part.get_object()) for part in one["/QuadPoints"].get_object()]
    except (KeyError, TypeError, ValueError, AttributeError):
        return []
    found: list[Box] = []
    for begin in range(0, len(numbers) - 7, 8):
        across, up = numbers[begin : begin + 8 : 2], numbers[begin + 1 : begin + 8 : 2]
        found.append(frame.box(min(across), min(up), max(across), max(up)))
    return found


def _text(value: Any) -> str:
    value = value.get_object() if hasattr(value, "get_object") else value
    return str(value).replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else ""


def _value(one: Any) -> str:
    """Return what a field of a form shows."""
    holder, depth = one, 0
    while holder is not None and "/V" not in holder and depth < 8:
        parent = holder.get("/Parent")
        holder = parent.get_object() if parent is not None else None
        depth += 1
    kind = one.get("/FT") or (holder.get("/FT") if holder is not None else None)
    if holder is None or kind in ("/Btn", "/Sig"):
        return ""
    value = holder["/V"].get_object()
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value)))
    return _text(value)


def _written(text: str, box: Box) -> list[Fragment]:
    """Return text that an annotation shows, line by line in its area."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    step = 1.2 * TYPE_SIZE
    return [
        Fragment(
            line,
            box.left,
            max(box.right, box.left + 1.0),
            box.top + step * (index + 0.8),
            TYPE_SIZE,
        )
        for index, line in enumerate(lines)
    ]


def _action(one: Any) -> Any:
    action = one.get("/A")
    action = action.get_object() if action is not None else None
    return action if hasattr(action, "get") else None


def _address(one: Any) -> str:
    action = _action(one)
    return _text(action.get("/URI")) if action is not None else ""


def _reaching(one: Any) -> Iterator[str]:
    action = _action(one)
    kinds = [str(action.get("/S", ""))] if action is not None else []
    more = one.get("/AA")
    more = more.get_object() if more is not None else None
    if more is not None and hasattr(more, "values"):
        inner = [part.get_object() for part in more.values()]
        kinds += [str(part.get("/S", "")) for part in inner if hasattr(part, "get")]
    for kind in kinds:
        if kind in REACHING:
            yield REACHING[kind]
