"""What stands before the text of a Markdown file, between two lines of three hyphens."""

from __future__ import annotations

import re
from dataclasses import dataclass

from negotiator.documents.interchange import yaml_nodes
from negotiator.documents.interchange.nodes import Fields, Scalar
from negotiator.errors import Refused

OPENING = re.compile(r"---[ \t]*\n")
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
LONGEST = 20_000
FIELD = re.compile(r"[A-Za-z_][\w-]{0,60}[ \t]*:(?:\s|$)")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a file says about itself before its text.

    Args:
        text: it all, as written; empty where there is none.
        title: the title that it states.
        language: the language that it states.
        lines: how many lines it takes.
    """

    text: str = ""
    title: str = ""
    language: str = ""
    lines: int = 0


def front_matter(file: str, text: str) -> FrontMatter:
    """Return what stands before the text, if it is fields in YAML; else it is text.

    Args:
        file: its name, for messages.
        text: the whole file.
    """
    opening = OPENING.match(text)
    closing = CLOSING.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return FrontMatter()
    inner = text[opening.end() : closing.start()]
    if len(inner) > LONGEST or not FIELD.match(inner):
        return FrontMatter()
    try:
        root = yaml_nodes.parse(file, inner)
    except Refused:
        return FrontMatter()
    if not isinstance(root, Fields):
        return FrontMatter()

    def said(*names: str) -> str:
        nodes = (root.values.get(name) for name in names)
        return next((one.text for one in nodes if isinstance(one, Scalar) and one.text), "")

    lines = text.count("\n", 0, closing.end())
    return FrontMatter(inner.strip(), said("title"), said("lang", "language"), lines)
