"""A text in YAML or JSON as a tree whose every node knows its line. Every scalar is text."""

from __future__ import annotations

from dataclasses import dataclass, field

from negotiator.errors import Refused

# Honest documents stay far below; what is above is made to exhaust a reader.
DEEPEST = 64
MOST_NODES = 2_000_000


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as it was written; None where the document says "not stated"."""

    text: str | None
    line: int


@dataclass(slots=True)
class Items:
    """A list."""

    line: int
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Fields:
    """Named values; `key_lines` is where each name stands."""

    line: int
    values: dict[str, Node] = field(default_factory=dict)
    key_lines: dict[str, int] = field(default_factory=dict)


Node = Scalar | Items | Fields


def refuse(file: str, line: int, what: str, remedy: str) -> Refused:
    """Return the error for something wrong at a line of a file."""
    return Refused(what, where=f"{file}, line {line}", remedy=remedy)


def check_characters(file: str, text: str) -> None:
    """Refuse control characters, which no document has a use for and no reader can see.

    Raises:
        Refused: naming the line and the character.
    """
    for index, character in enumerate(text):
        if character < " " and character not in "\t\n\r":
            line = text.count("\n", 0, index) + 1
            raise refuse(
                file,
                line,
                f"holds the control character U+{ord(character):04X}",
                "remove it from the file",
            )
