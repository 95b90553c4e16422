"""Takes the fields of a node one by one, and says what is wrong with them, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from negotiator.documents.interchange.nodes import Fields, Items, Node, Scalar
from negotiator.errors import Refused

W = TypeVar("W", bound=StrEnum)

LONGEST_LABEL = 100
NOT_IN_LABELS = ",@/"


@dataclass(frozen=True, slots=True)
class Where:
    """Where in a file each of its fields stands.

    Args:
        file: the name of the file.
        lines: the line of every field, as `clauses[3].answers[0].clause`.
    """

    file: str
    lines: Mapping[str, int]

    def at(self, place: str) -> str:
        """Return file, line and field; the line is that of the nearest field that is stated."""
        stated = place
        while stated and stated not in self.lines:
            cut = max(stated.rfind("."), stated.rfind("["))
            stated = stated[: max(cut, 0)]
        line = f", line {self.lines[stated]}" if stated in self.lines else ""
        return f"{self.file}{line}, {place}"


@dataclass(slots=True)
class Problems:
    """What is wrong in a file, gathered so that it can be told at once."""

    file: str
    lines: dict[str, int] = field(default_factory=dict)
    found: list[str] = field(default_factory=list)

    def add(self, place: str, what: str, remedy: str) -> None:
        """Note something wrong at a field."""
        self.found.append(f"{Where(self.file, self.lines).at(place)}: {what}; {remedy}")

    def settle(self) -> Where:
        """Return where everything stands, or refuse the file.

        Raises:
            Refused: with one line for each problem, twenty at most.
        """
        if self.found:
            more = len(self.found) - 20
            tail = [f"and {more} more problems"] if more > 0 else []
            raise Refused("\n".join([*self.found[:20], *tail]))
        return Where(self.file, self.lines)


class Taker:
    """Takes what is known out of a node's fields; what is left over is unknown."""

    def __init__(self, node: Node, place: str, problems: Problems) -> None:
        """Start with a node at a place; a node without fields is a problem."""
        self.place = place
        self.problems = problems
        self.left: dict[str, Node] = {}
        self.line = node.line
        self.known: list[str] = []
        if isinstance(node, Fields):
            self.left = dict(node.values)
            for name, line in node.key_lines.items():
                problems.lines[self.at(name)] = line
        elif isinstance(node, Items) or node.text is not None:
            problems.add(place, "fields are expected here", "write them as `name: value`")

    def at(self, name: str) -> str:
        """Return the place of a field."""
        return f"{self.place}.{name}" if self.place else name

    def wrong(self, name: str, what: str, remedy: str) -> None:
        """Note something wrong with a field."""
        self.problems.add(self.at(name), what, remedy)

    def take(self, name: str) -> Node | None:
        """Take a field; None where it is not stated."""
        self.known.append(name)
        node = self.left.pop(name, None)
        return None if isinstance(node, Scalar) and node.text is None else node

    def text(self, name: str, *, required: bool = False) -> str:
        """Take a text, empty where it is not stated."""
        node = self.take(name)
        if node is None:
            if required:
                self.wrong(name, "is missing", f"state `{name}`")
            return ""
        if not isinstance(node, Scalar) or node.text is None:
            self.wrong(name, "must be a text", "write one text, in quotes if need be")
            return ""
        if required and not node.text.strip():
            self.wrong(name, "is empty", "state it, or leave the whole entry out")
        return node.text

    def label(self, name: str, *, required: bool = False) -> str:
        """Take an id or a code: no white space, so that it serves on the command line."""
        text = self.text(name, required=required)
        self.check_label(name, text)
        return text

    def check_label(self, name: str, text: str) -> None:
        """Note a problem where a text cannot be an id or a code."""
        problem = label_problem(text)
        if problem is not None:
            self.wrong(name, *problem)

    def texts(self, name: str) -> tuple[str, ...]:
        """Take a list of texts; a single text is a list of one."""
        node = self.take(name)
        if node is None:
            return ()
        if isinstance(node, Scalar):
            return (node.text or "",)
        found: list[str] = []
        for index, item in enumerate(node.items if isinstance(node, Items) else [node]):
            self.problems.lines[f"{self.at(name)}[{index}]"] = item.line
            if isinstance(item, Scalar) and item.text is not None:
                found.append(item.text)
            else:
                self.wrong(f"{name}[{index}]", "must be a text", "write one text")
        return tuple(found)

    def word(self, name: str, words: type[W], *, required: bool = False) -> W | None:
        """Take one of the words of a vocabulary, None where it is not stated."""
        text = self.text(name)
        if not text:
            if required:
                known = "; ".join(word.value for word in words)
                self.wrong(name, "is missing", f"write one of: {known}")
            return None
        try:
            return words(text)
        except ValueError:
            values = [word.value for word in words]
            near = get_close_matches(text, values, n=1, cutoff=0.6)
            remedy = f"did you mean “{near[0]}”?" if near else f"write one of: {'; '.join(values)}"
            self.wrong(name, f"“{text}” is not known here", remedy)
            return None

    def flag(self, name: str) -> bool:
        """Take a yes or no, no where it is not stated."""
        text = self.text(name).casefold()
        if text not in ("", "yes", "true", "no", "false"):
            self.wrong(name, f"“{text}” is neither yes nor no", "write yes or no")
        return text in ("yes", "true")

    def day(self, name: str, *, required: bool = False) -> date | None:
        """Take a day, written YYYY-MM-DD, None where it is not stated."""
        text = self.text(name, required=required)
        if not text:
            return None
        try:
            if len(text) != 10:
                raise ValueError
            return date.fromisoformat(text)
        except ValueError:
            self.wrong(name, f"“{text}” is not a day of the calendar", "write it YYYY-MM-DD")
            return None

    def part(self, name: str) -> Taker | None:
        """Take a field that has fields of its own."""
        node = self.take(name)
        return None if node is None else Taker(node, self.at(name), self.problems)

    def parts(self, name: str) -> Iterator[Taker]:
        """Take a list whose entries have fields of their own."""
        node = self.take(name)
        if node is None:
            return
        if not isinstance(node, Items):
            self.wrong(name, "must be a list", "begin each entry with “- ”")
            return
        for index, item in enumerate(node.items):
            place = f"{self.at(name)}[{index}]"
            self.problems.lines[place] = item.line
            if isinstance(item, Scalar) and item.text is None:
                self.problems.add(place, "is empty", "state it, or leave it out")
            else:
                yield Taker(item, place, self.problems)

    def done(self) -> None:
        """Note every field that is left over: it is unknown, and nothing is dropped in silence."""
        for name in self.left:
            near = get_close_matches(name, self.known, n=1, cutoff=0.6)
            remedy = (
                f"did you mean `{near[0]}`?"
                if near
                else f"known here: {', '.join(dict.fromkeys(self.known))}"
            )
            self.wrong(name, f"unknown field `{name}`", remedy)


def label_problem(text: str) -> tuple[str, str] | None:
    """Return why a text cannot be an id or a code, and what to write; None when it can."""
    held = [one for one in text if one.isspace() or one in NOT_IN_LABELS]
    if held:
        shown = "a space" if held[0].isspace() else f"“{held[0]}”"
        better = "".join("-" if one in held else one for one in text)
        return f"“{text}” holds {shown}", f"write {better}, and keep “{text}” as the reference"
    if len(text) > LONGEST_LABEL:
        return f"is longer than {LONGEST_LABEL} characters", "shorten it"
    return None


def once(taker: Taker, name: str, text: str, seen: dict[str, str]) -> None:
    """Note a problem where an id or a code was used before in the same file."""
    if text in seen:
        taker.wrong(name, f"“{text}” is used twice, first at {seen[text]}", "choose another")
    elif text:
        seen[text] = taker.place
