"""Parts the footnotes of a page from its text, and finds where the text cites them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from negotiator.documents.kinds.pdf.shapes import Fragment, Line, Rule, Sheet

# A note is set smaller than this share of the size of the text.
SMALLER = 0.93
# A rule above notes is shorter than this share of the page and begins in its left half.
SHORT_RULE = 0.6
# Digits, letters or signs that number a note; in brackets or not.
MARKER = re.compile(r"[\[(]?(\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,4})[\])]?")
LEADING = re.compile(r"[\[(]?(\d{1,3}|[*†‡§¶]{1,4})[\])]?(?=[\s\w\"“«(])")


@dataclass(slots=True)
class Note:
    """A footnote.

    Args:
        id: unique in the document; paragraphs cite it.
        number: as printed.
        lines: its lines without the number.
    """

    id: str
    number: str
    lines: list[Line] = field(default_factory=list)


class Footnotes:
    """The footnotes of a document, page after page."""

    def __init__(self, body: float) -> None:
        """Begin with the size of type of the text of the document, in points."""
        self.body = body
        self.notes: list[Note] = []

    def take(self, sheet: Sheet) -> dict[str, str]:
        """Take the notes out of the lines of a page; return the id of each printed number."""
        start = self._start(sheet)
        if start is None:
            return {}
        foot, sheet.lines = sheet.lines[start:], sheet.lines[:start]
        here: dict[str, str] = {}
        for line in foot:
            number, rest = _numbered(line)
            if number and number not in here:
                note = Note(f"n{len(self.notes) + 1}", number)
                self.notes.append(note)
                here[number] = note.id
                if rest:
                    note.lines.append(rest)
            elif self.notes:
                # A note that goes on, from the line or the page before.
                self.notes[-1].lines.append(line)
        return here

    def _start(self, sheet: Sheet) -> int | None:
        """Return the index of the first line of the notes of a page."""
        lines = sheet.lines
        for rule in sorted(sheet.rules, key=lambda rule: rule.y):
            if not _parts_notes(rule, sheet):
                continue
            below = [index for index, line in enumerate(lines) if line.base > rule.y]
            if not below or below != list(range(below[0], len(lines))):
                continue
            foot = lines[below[0] :]
            small = all(line.size <= self.body * 1.02 for line in foot)
            if small and (_numbered(foot[0])[0] or (self.notes and self._smaller(foot))):
                return below[0]
        return self._without_rule(sheet)

    def _smaller(self, lines: Sequence[Line]) -> bool:
        return all(line.size <= SMALLER * self.body for line in lines)

    def _without_rule(self, sheet: Sheet) -> int | None:
        """Return where small type at the foot begins that the text above cites."""
        lines = sheet.lines
        start = len(lines)
        while start > 0 and self._smaller(lines[start - 1 : start]):
            start -= 1
        cited = {
            found.group(1)
            for line in lines[:start]
            for one in line.fragments
            if one.raised and (found := MARKER.fullmatch(one.text))
        }
        for index in range(start, len(lines)):
            if _numbered(lines[index])[0] in cited:
                return index
        return None


def _parts_notes(rule: Rule, sheet: Sheet) -> bool:
    width = rule.right - rule.left
    return (
        rule.level
        and 20 < width < SHORT_RULE * sheet.width
        and rule.left < sheet.width / 2
        and rule.y > 0.25 * sheet.height
    )


def _numbered(line: Line) -> tuple[str, Line | None]:
    """Return the number at the beginning of a note, and the line without it."""
    first = line.fragments[0]
    rest = line.fragments[1:]
    found = MARKER.fullmatch(first.text)
    gap = rest[0].left - first.right if rest else 0.0
    if found and rest and (first.raised or (gap > 1.0 and not found.group(1).isalpha())):
        return found.group(1), Line([replace(rest[0], spaced=""), *rest[1:]], line.page)
    if found and not rest and first.text.isdigit():
        return found.group(1), None
    leading = LEADING.match(first.text)
    if leading and not found:
        text = first.text[leading.end() :]
        kept = text.lstrip()
        if kept and (len(text) > len(kept) or not leading.group(1).isalnum()):
            return leading.group(1), Line([replace(first, text=kept), *rest], line.page)
    return "", None


def cite(line: Line, here: dict[str, str]) -> Line:
    """Return a line that names the notes that it cites, the citations taken out of its text.

    Args:
        line: a line of the text.
        here: the ids of the notes of its page, by their printed numbers.
    """
    cited: list[str] = []
    kept: list[Fragment] = []
    carried = ""
    for one in line.fragments:
        numbers = _citations(one, here)
        if numbers:
            cited += [here[number] for number in numbers]
            carried = carried or one.spaced
            continue
        kept.append(replace(one, spaced=one.spaced or carried) if carried and kept else one)
        carried = ""
    if not cited or not kept:
        return line
    fragments = [replace(kept[0], spaced=""), *kept[1:]]
    return Line(fragments, line.page, notes=tuple(cited))


def _citations(one: Fragment, here: dict[str, str]) -> list[str]:
    if not one.raised:
        return []
    parts = [part for part in re.split(r"[,;\s]+", one.text) if part]
    found = [MARKER.fullmatch(part) for part in parts]
    numbers = [match.group(1) for match in found if match]
    return numbers if parts and len(numbers) == len(parts) and set(numbers) <= set(here) else []
