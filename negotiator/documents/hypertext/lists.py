"""The numbers that a browser shows before the items of a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from negotiator.documents.hypertext.elements import LISTS
from negotiator.documents.hypertext.structure import Close, Element, Event

WHOLE = re.compile(r"[ \t\n\f]*([+-]?[0-9]{1,9})")
STYLES = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
NUMBERED = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimal-leading-zero",
    "lower-alpha": "lower-alpha",
    "lower-latin": "lower-alpha",
    "upper-alpha": "upper-alpha",
    "upper-latin": "upper-alpha",
    "lower-roman": "lower-roman",
    "upper-roman": "upper-roman",
}
UNNUMBERED = {"none", "disc", "circle", "square"}
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(slots=True)
class Numbering:
    """Where the numbering of one list stands.

    Args:
        style: how numbers are printed, empty for none.
        next: the number of the next item.
        step: 1, or -1 where the list counts down.
    """

    style: str
    next: int = 1
    step: int = 1

    def number(self, item: Element) -> str:
        """Return the number of an item as printed, and count on."""
        value = whole(item.tag.attributes, "value", self.next)
        self.next = value + self.step
        if item.tag.number:
            return item.tag.number
        style = STYLES.get(item.tag.attributes.get("type", ""), self.style)
        style = listed_style(item.style.list_type, style)
        return f"{printed(value, style)}." if style else ""


def numbering(element: Element, items: int) -> Numbering:
    """Return the numbering of a list that begins.

    Args:
        element: the `ol`, `ul`, `menu` or `dir`.
        items: how many items it has, for one that counts down.
    """
    attributes = element.tag.attributes
    style = ""
    if element.name == "ol":
        style = STYLES.get(attributes.get("type", ""), "decimal")
    style = listed_style(element.style.list_type, style)
    down = "reversed" in attributes
    return Numbering(style, whole(attributes, "start", items if down else 1), -1 if down else 1)


def listed_style(said: str, otherwise: str) -> str:
    """Return the style of numbers that a style sheet asks for."""
    for word in said.split():
        if word in NUMBERED:
            return NUMBERED[word]
        if word in UNNUMBERED:
            return ""
    return otherwise


def whole(attributes: Mapping[str, str], name: str, otherwise: int) -> int:
    """Return the whole number that an attribute begins with."""
    found = WHOLE.match(attributes.get(name, ""))
    return int(found[1]) if found else otherwise


def printed(value: int, style: str) -> str:
    """Return a number as a list prints it; letters and Roman numerals only where they reach."""
    if style.endswith("alpha") and value > 0:
        letters = ""
        while value > 0:
            value, rest = divmod(value - 1, 26)
            letters = chr(ord("a") + rest) + letters
        return letters if style.startswith("lower") else letters.upper()
    if style.endswith("roman") and 0 < value < 4000:
        numeral = ""
        for worth, sign in ROMAN:
            count, value = divmod(value, worth)
            numeral += sign * count
        return numeral if style.startswith("lower") else numeral.upper()
    return f"{value:02d}" if style == "decimal-leading-zero" else str(value)


def items_of_lists(events: Iterable[Event]) -> dict[int, int]:
    """Return how many items each list has that counts down, by the identity of its element."""
    counts: dict[int, int] = {}
    lists: list[Element] = []
    for event in events:
        if isinstance(event, Element):
            if event.name in LISTS:
                lists.append(event)
            elif event.name == "li" and lists and "reversed" in lists[-1].tag.attributes:
                counts[id(lists[-1])] = counts.get(id(lists[-1]), 0) + 1
        elif isinstance(event, Close) and lists and event.element is lists[-1]:
            lists.pop()
    return counts
