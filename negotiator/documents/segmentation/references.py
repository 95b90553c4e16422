"""How a unit is referred to, and the id of its clause."""

from __future__ import annotations

import re
from dataclasses import dataclass

from negotiator.documents.segmentation.labels import Label
from negotiator.documents.segmentation.words import NUMBER_WORDS, PREAMBLES, RECITALS, Rank

LONGEST_ID = 90
_NOT_IN_IDS = re.compile(r"[\s,@/]+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the text a clause stands: its reference as printed, and its id."""

    reference: str = ""
    id: str = ""

    def within(self, label: Label, *, indent: int = 0) -> Place:
        """Return the place of a unit within this one.

        Args:
            label: the unit's label.
            indent: the number of an indent, which prints a dash instead of a number.
        """
        if indent:
            return Place(
                f"{self.reference}, indent {indent}".strip(", "), _joined(self.id, f"i{indent}")
            )
        printed, value = label.printed, _plain(label)
        if label.rank in (Rank.PARAGRAPH, Rank.POINT):
            return self._numbered(label, value)
        if label.rank is Rank.ALTERNATIVE:
            return Place(
                f"{self.reference}, {printed}".strip(", "), _joined(self.id, f"opt-{value}")
            )
        if label.rank is Rank.ANNEX:
            return Place(printed, f"annex-{value}" if value else "annex")
        name = f"pp{value}" if label.style == "Pp" else value
        reference = f"{self.reference}, {printed}" if self.reference else printed
        return Place(reference.rstrip("."), _joined(self.id, name))

    def _numbered(self, label: Label, value: str) -> Place:
        if "." in label.value:
            # A decimal number says all by itself: 3.3bis within Article 3.
            last = self.id.rpartition(".")[2]
            within = label.value.startswith(f"{last}.")
            above = self.id.rpartition(".")[0] if within else self.id
            return Place(label.printed.rstrip("."), _joined(above, value))
        if not self.reference:
            return Place(
                label.printed.rstrip(".)") if label.printed[0] != "(" else label.printed, value
            )
        return Place(f"{self.reference}({label.value})", _joined(self.id, value))

    def heading(self) -> Place:
        """Return the place of the heading of this one."""
        return Place(self.reference, _joined(self.id, "h"))

    def part(self, number: int) -> Place:
        """Return the place of a paragraph without number, counted from 1."""
        return Place(f"{self.reference} ¶{number}".strip(), _joined(self.id, f"p{number}"))


def preamble(language: str) -> Place:
    """Return the place of what stands before the first article."""
    return Place(PREAMBLES.get(language, PREAMBLES["en"]), "pre")


def recital(label: Label, language: str) -> Place:
    """Return the place of a numbered recital."""
    word = RECITALS.get(language, RECITALS["en"])
    return Place(f"{word} {label.value}", f"recital-{_plain(label)}")


def container(label: Label) -> Place:
    """Return the place of a part, a title, a chapter or a section."""
    printed = label.printed.rstrip(".")
    return Place(printed, f"{label.rank.name.lower()}-{_plain(label)}")


def footnote(number: str) -> Place:
    """Return the place of a footnote."""
    return Place(f"Footnote {number}", f"fn-{_plain_text(number)}")


class Ids:
    """Gives every clause of a document an id of its own."""

    def __init__(self) -> None:
        self._taken: set[tuple[str, str]] = set()

    def take(self, wanted: str, party: str = "") -> str:
        """Return the id that is wanted, or with `-2`, `-3` … where it is taken.

        Clauses of several parties, read from the columns of one table, share the id of the row.
        """
        plain = _NOT_IN_IDS.sub("-", wanted).strip("-")[:LONGEST_ID] or "c"
        id, number = plain, 1
        while (party, id) in self._taken:
            number += 1
            id = f"{plain}-{number}"
        self._taken.add((party, id))
        return id


def _plain(label: Label) -> str:
    if label.ordinal and (not label.value.isascii() or label.value.lower() in NUMBER_WORDS):
        return str(label.ordinal)
    return _plain_text(label.value)


def _plain_text(value: str) -> str:
    return _NOT_IN_IDS.sub("", value).lower()


def _joined(above: str, below: str) -> str:
    return f"{above}.{below}" if above else below
