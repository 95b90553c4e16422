"""YAML becomes nodes, from the parser's events: no tags, no aliases, no guessing of types."""

from __future__ import annotations

from typing import Any

import yaml

from negotiator.documents.interchange.nodes import (
    DEEPEST,
    MOST_NODES,
    Fields,
    Items,
    Node,
    Scalar,
    refuse,
)

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Written without quotes, these say that nothing is stated.
NOTHING = ("", "~", "null")


def parse(file: str, text: str) -> Node:
    """Return the tree of a YAML document.

    The tree is built from events, one by one and without recursion: PyYAML's own composer follows
    merge keys without end and its C loader breaks on deep nesting.

    Raises:
        Refused: for what is not YAML, and for anchors, aliases, tags, duplicate keys, several
            documents and nesting that is too deep, with the line.
    """
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        line = mark.line + 1 if mark else 1
        remedy = "correct the YAML; a text with “: ” or “#” in it wants quotes"
        raise refuse(file, line, f"is not YAML: {problem}", remedy) from None
    if builder.root is None:
        raise refuse(file, 1, "the file states nothing", "see docs/formats.md")
    return builder.root


class _Builder:
    """Puts events together to a tree."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.open: list[Items | Fields] = []
        self.keys: list[tuple[str, int] | None] = []
        self.count = 0

    def take(self, event: yaml.Event) -> None:
        line = event.start_mark.line + 1  # type: ignore[union-attr]  # parsed events have marks
        if isinstance(event, yaml.AliasEvent):
            raise refuse(self.file, line, "aliases (*) are not read", "write the value out")
        if getattr(event, "anchor", None):
            raise refuse(self.file, line, "anchors (&) are not read", "write the value out")
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            raise refuse(self.file, line, f"the tag {tag} is not read", "every value is text")
        if isinstance(event, yaml.ScalarEvent):
            plain = event.style is None or event.style == ""
            text = None if plain and event.value in NOTHING else event.value
            self.place(Scalar(text, line), line)
        elif isinstance(event, yaml.SequenceStartEvent):
            self.enter(Items(line), line)
        elif isinstance(event, yaml.MappingStartEvent):
            self.enter(Fields(line), line)
        elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            self.open.pop()
            self.keys.pop()
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            raise refuse(self.file, line, "holds several documents", "write one per file")

    def enter(self, node: Items | Fields, line: int) -> None:
        self.place(node, line)
        self.open.append(node)
        self.keys.append(None)
        if len(self.open) > DEEPEST:
            raise refuse(self.file, line, f"is nested deeper than {DEEPEST}", "flatten it")

    def place(self, node: Node, line: int) -> None:
        self.count += 1
        if self.count > MOST_NODES:
            raise refuse(self.file, line, "holds too many values", "split it into several files")
        if not self.open:
            self.root = node
            return
        holder = self.open[-1]
        if isinstance(holder, Items):
            holder.items.append(node)
        elif (key := self.keys[-1]) is not None:
            holder.values[key[0]] = node
            holder.key_lines[key[0]] = key[1]
            self.keys[-1] = None
        else:
            self.keys[-1] = (self.name(holder, node, line), line)

    def name(self, holder: Fields, node: Node, line: int) -> str:
        if not isinstance(node, Scalar) or node.text is None:
            raise refuse(self.file, line, "a field's name must be a text", "name the field")
        if node.text in holder.values:
            first = holder.key_lines[node.text]
            what = f"the field “{node.text}” stands twice, first in line {first}"
            raise refuse(self.file, line, what, "keep one of them")
        return node.text
