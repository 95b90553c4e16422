"""An extract on its way from the child process to its parent: a JSON document a line, each checked.

The child that wrote it may have been taken over by the file that it read, so nothing is taken on
trust: every field must be there, be of its type and be all there is. What is built from it are the
plain dataclasses of `extract`, nothing else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from negotiator.documents.extract import Extract, Piece
from negotiator.documents.manuscript import Omission

# No clause of an honest document comes near; it bounds what one line can unfold to.
LONGEST_LINE = 16 * 1024 * 1024
LONGEST_NAME = 32
SURROGATE = re.compile("[\ud800-\udfff]")

# The parts of an extract that are sent one by one, each under its own name.
PARTS: dict[str, tuple[str, Any]] = {
    "piece": ("pieces", Piece),
    "omission": ("omitted", Omission),
    "warning": ("warnings", str),
}


class Garbled(Exception):
    """What arrived is not what a reader sends."""


class TooLong(Exception):
    """A single part of a document is too long to be sent."""


def pack(name: str, value: object) -> bytes:
    """Return a line that carries a value under a name.

    Args:
        name: what it is.
        value: a text, a number, None, or a dataclass, list, tuple or mapping of such.

    Raises:
        TooLong: for a line longer than `LONGEST_LINE` bytes.
        UnicodeEncodeError: for half of a surrogate pair, which no file can hold.
    """
    text = ENCODER.encode((name, value))
    line = text.encode("utf-8")
    if len(line) > LONGEST_LINE:
        raise TooLong(name)
    return line + b"\n"


def unpack(line: bytes) -> tuple[str, object]:
    """Return the name and the value of a line, without its newline.

    Raises:
        Garbled: for anything but a JSON list of a short name and a value.
    """
    if len(line) > LONGEST_LINE:
        raise Garbled("a line is too long")
    try:
        found = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        raise Garbled("a line is not JSON") from None
    if not (isinstance(found, list) and len(found) == 2):
        raise Garbled("a line is no pair")
    name, value = found
    if not (isinstance(name, str) and len(name) <= LONGEST_NAME):
        raise Garbled("a line has no name")
    return name, value


def plain(value: object) -> tuple[object, ...]:
    """Return a dataclass as JSON has it: the values of its fields, in order.

    Raises:
        TypeError: for anything else, as JSON's encoder wants it.
    """
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"{type(value).__name__} is not sent")
    return tuple(getattr(value, name) for name, _ in shape(type(value)))


# Made once: every line goes through it.
ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=plain)


def restored(kind: Any, value: object) -> Any:
    """Return a value of the wanted type, from what JSON made of it.

    Args:
        kind: `str`, `int`, an enumeration of texts, a dataclass, or a `tuple[…, ...]` of one of
            these; each may be None where its type says so.
        value: what arrived.

    Raises:
        Garbled: for a value of any other type.
    """
    return restorer(kind)(value)


@cache
def restorer(kind: Any) -> Callable[[object], Any]:
    """Return what restores values of a type, with the errors of `restored`."""
    if kind is str:
        return sound
    if get_origin(kind) in (UnionType, Union):
        [inner] = (restorer(one) for one in get_args(kind) if one is not NoneType)
        return lambda value: None if value is None else inner(value)
    if get_origin(kind) is tuple:
        item = restorer(get_args(kind)[0])
        return lambda value: tuple(map(item, listed(value)))
    if is_dataclass(kind):
        build: Any = kind
        inners = [restorer(field) for _, field in shape(build)]
        return lambda value: build(
            *(inner(item) for inner, item in zip(inners, listed(value, len(inners)), strict=True))
        )
    if issubclass(kind, StrEnum):
        return lambda value: one_of(kind, value)
    return lambda value: exactly(kind, value)


def one_of(kind: type[StrEnum], value: object) -> StrEnum:
    """Return the member of an enumeration that a text names.

    Raises:
        Garbled: when it names none.
    """
    try:
        return kind(sound(value))
    except ValueError:
        raise Garbled(f"a {kind.__name__} is expected") from None


def exactly(kind: type, value: object) -> object:
    """Return a value of the very type: a truth value is no number.

    Raises:
        Garbled: when it is of another.
    """
    if type(value) is not kind:
        raise Garbled(f"a value of type {kind.__name__} is expected")
    return value


def listed(value: object, length: int | None = None) -> list[object]:
    """Return a list, of a length when one is given.

    Raises:
        Garbled: when it is none.
    """
    if type(value) is not list or length not in (None, len(value)):
        raise Garbled("a list of the right length is expected")
    return value


def sound(text: object) -> str:
    """Return a text that can be stored and printed.

    Raises:
        Garbled: for no text, and for half of a surrogate pair, which JSON can hold and UTF-8
            cannot.
    """
    if type(text) is not str:
        raise Garbled("a text is expected")
    # Asked first, because it costs nothing.
    if not text.isascii() and SURROGATE.search(text):
        raise Garbled("half of a surrogate pair stands alone")
    return text


@cache
def shape(kind: type) -> tuple[tuple[str, Any], ...]:
    """Return the names and the types of a dataclass's fields, in order."""
    hints = get_type_hints(kind)
    return tuple((one.name, hints[one.name]) for one in fields(kind))


def lines_of(extract: Extract) -> Iterator[bytes]:
    """Yield an extract as lines: what the document is, every part of it, and how many there were.

    Args:
        extract: what was found.

    Raises:
        TooLong: for a clause or an omission longer than `LONGEST_LINE` bytes.
        UnicodeEncodeError: for half of a surrogate pair.
    """
    yield pack("document", [extract.kind, extract.title, extract.language])
    for name, (field, _) in PARTS.items():
        for part in getattr(extract, field):
            yield pack(name, part)
    yield pack("end", [len(getattr(extract, field)) for field, _ in PARTS.values()])


class Arrival:
    """Puts an extract together from its lines, and refuses one that is not whole."""

    def __init__(self) -> None:
        self.document: tuple[str, ...] | None = None
        self.parts: dict[str, list[Any]] = {name: [] for name in PARTS}

    def take(self, name: str, value: object) -> Extract | None:
        """Take one line in; return the extract at its last line, None before.

        Raises:
            Garbled: for a line that is no part of an extract, or stands at the wrong place.
        """
        if name == "document" and self.document is None:
            self.document = restored(tuple[str, ...], value)
            return None
        if name in PARTS:
            self.parts[name].append(restored(PARTS[name][1], value))
            return None
        if name == "end":
            return self._whole(restored(tuple[int, ...], value))
        raise Garbled("a line has an unknown name")

    def _whole(self, counts: tuple[int, ...]) -> Extract:
        if self.document is None or len(self.document) != 3:
            raise Garbled("the document is not named")
        if counts != tuple(map(len, self.parts.values())):
            raise Garbled("a part is missing")
        kind, title, language = self.document
        pieces: tuple[Piece, ...] = tuple(self.parts["piece"])
        check_tree(pieces)
        omitted, warnings = tuple(self.parts["omission"]), tuple(self.parts["warning"])
        return Extract(kind, title, language, pieces, omitted, warnings)


def check_tree(pieces: tuple[Piece, ...]) -> None:
    """Make sure that the clauses have each their own id and stand under one another, in no circle.

    Clauses of several parties, from the columns of one table, may share an id.

    Raises:
        Garbled: when they do not.
    """
    parents = {(one.party, one.id): (one.party, one.parent) for one in pieces}
    if len(parents) != len(pieces) or any(not id for _, id in parents):
        raise Garbled("two clauses have one id, or one has none")
    rooted: set[tuple[str, str | None]] = set()
    for one in parents:
        path: dict[tuple[str, str | None], None] = {}
        at: tuple[str, str | None] = one
        while at[1] is not None and at not in rooted:
            if at in path or at not in parents:
                raise Garbled("a clause stands under itself or under none of the document")
            path[at] = None
            at = parents[(at[0], at[1])]
        rooted.update(path)
