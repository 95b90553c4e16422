"""JSON becomes nodes: numbers keep their exact spelling, nothing is guessed."""

from __future__ import annotations

import re
from bisect import bisect_right
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]  # documented in CPython's json, missing in the stubs

from negotiator.documents.interchange.nodes import DEEPEST, Fields, Items, Node, Scalar, refuse

SPACE = re.compile(r"[ \t\n\r]*")
BARE = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null")


def parse(file: str, text: str) -> Node:
    """Return the tree of a JSON document (RFC 8259).

    Raises:
        Refused: for what is not JSON, for duplicate names and nesting that is too deep, with the
            line.
    """
    reader = _Reader(file, text)
    node, end = reader.value(reader.skip(0), 1)
    end = reader.skip(end)
    if end != len(text):
        raise reader.wrong(end, "something follows the end of the document")
    return node


class _Reader:
    """Reads one value after the other from a text, keeping the place."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def line(self, at: int) -> int:
        return bisect_right(self.starts, at)

    def wrong(self, at: int, problem: str) -> Exception:
        return refuse(self.file, self.line(at), f"is not JSON: {problem}", "correct the JSON")

    def skip(self, at: int) -> int:
        found = SPACE.match(self.text, at)
        return found.end() if found else at

    def value(self, at: int, depth: int) -> tuple[Node, int]:
        if depth > DEEPEST:
            what = f"is nested deeper than {DEEPEST}"
            raise refuse(self.file, self.line(at), what, "flatten it")
        first = self.text[at : at + 1]
        if first == "{":
            return self.fields(at, depth)
        if first == "[":
            return self.items(at, depth)
        line = self.line(at)
        if first == '"':
            text, end = self.string(at)
            return Scalar(text, line), end
        found = BARE.match(self.text, at)
        if found is None:
            raise self.wrong(
                at, f"a value is expected, not “{first}”" if first else "it ends early"
            )
        word = found.group()
        return Scalar(None if word == "null" else word, line), found.end()

    def string(self, at: int) -> tuple[str, int]:
        try:
            text, end = scanstring(self.text, at + 1)
        except JSONDecodeError as error:
            raise self.wrong(error.pos, error.msg) from None
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise self.wrong(at, "half of a surrogate pair stands alone")
        return text, end

    def items(self, at: int, depth: int) -> tuple[Items, int]:
        found = Items(self.line(at))
        at = self.skip(at + 1)
        if self.text.startswith("]", at):
            return found, at + 1
        while True:
            node, at = self.value(at, depth + 1)
            found.items.append(node)
            at, done = self.next(at, "]")
            if done:
                return found, at

    def fields(self, at: int, depth: int) -> tuple[Fields, int]:
        found = Fields(self.line(at))
        at = self.skip(at + 1)
        if self.text.startswith("}", at):
            return found, at + 1
        while True:
            if not self.text.startswith('"', at):
                raise self.wrong(at, "a name in quotes is expected")
            start = at
            name, at = self.string(at)
            if name in found.values:
                what = f"the field “{name}” stands twice, first in line {found.key_lines[name]}"
                raise refuse(self.file, self.line(start), what, "keep one of them")
            at = self.skip(at)
            if not self.text.startswith(":", at):
                raise self.wrong(at, "a colon is expected")
            node, at = self.value(self.skip(at + 1), depth + 1)
            found.values[name] = node
            found.key_lines[name] = self.line(start)
            at, done = self.next(at, "}")
            if done:
                return found, at

    def next(self, at: int, end: str) -> tuple[int, bool]:
        """Step over a comma, or over the end of a list or of fields."""
        at = self.skip(at)
        if self.text.startswith(end, at):
            return at + 1, True
        if not self.text.startswith(",", at):
            raise self.wrong(at, f"a comma or “{end}” is expected")
        return self.skip(at + 1), False
