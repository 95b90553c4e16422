"""Reading a rolling text back into its structure: exactly what was written, or a refusal.

The form, line by line: what stands at the margin is a heading (`Topic …: `, `Issue …: `), a
silence (`NATO: not addressed`) or a particular of the head; what is indented by four blanks is a
formulation, and its further lines are indented by eight. A formulation ends with the clauses that
hold it, `(A4.1, B6 draft)`. Without brackets stands what all parties with a column want in the
same words; anything else is `[RU, US: …]` or `[RU (paraphrase): …]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from negotiator.engine.rolling.escaping import unescaped
from negotiator.engine.rolling.structure import (
    Cited,
    Column,
    Formulation,
    Mark,
    RollingIssue,
    RollingText,
    RollingTopic,
    Silent,
)
from negotiator.errors import Refused
from negotiator.model import KnownBy, Review, SilenceKind

TITLE, AS_OF, RULE = "Rolling text", "As of", "Rule"
COLUMNS, ABSENT = "Parties", "No document tabled by"
RECORD, HEAD, PROGRAM = "Record", "Last decision", "Written by"
LEGEND = "How to read this text"
TOPIC, ISSUE = "Topic ", "Issue "
UNFILED = "Not filed under an issue"
ANY_DAY = "any day"
INDENT, FURTHER = "    ", "        "

_STEP = re.compile(r"\\.|[\[\]]", re.DOTALL)
_AS_OF = re.compile(r"(any day|\d{4}-\d\d-\d\d), by date (\w+)")
_MARKS = re.compile(r"(.*) \(([a-z, ]+)\)")

_Member = TypeVar("_Member", Mark, Review, SilenceKind, KnownBy)


@dataclass(slots=True)
class _Line:
    """A line at the margin, or a formulation with its further lines; counted from 1."""

    number: int
    parts: list[str]
    indented: bool

    @property
    def text(self) -> str:
        return "\n".join(self.parts)


@dataclass(slots=True)
class _Issue:
    """An issue while it is read."""

    id: str
    question: str
    formulations: list[Formulation] = field(default_factory=list)
    silent: list[Silent] = field(default_factory=list)


@dataclass(slots=True)
class _Draft:
    """What has been read so far; `under` is the heading that the next line belongs to."""

    particulars: dict[str, str] = field(default_factory=dict)
    columns: list[Column] = field(default_factory=list)
    absent: list[Column] = field(default_factory=list)
    topics: list[tuple[str, str, list[_Issue]]] = field(default_factory=list)
    unfiled: list[Formulation] = field(default_factory=list)
    under: str = ""

    @property
    def issue(self) -> _Issue:
        return self.topics[-1][2][-1]


def read_rolling_text(text: str) -> RollingText:
    """Return the structure of a rolling text.

    Args:
        text: as written; line ends may have been turned into those of another system.

    Raises:
        Refused: for anything that is not such a text, with the line.
    """
    lines = _lines(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    draft = _Draft()
    first = next(lines, None)
    if first is None or first.indented or not first.text.startswith(f"{TITLE}: "):
        raise _refused(1, f"a rolling text begins with “{TITLE}: ” and its title")
    draft.particulars[TITLE] = _plain(first, first.text[len(TITLE) + 2 :])
    for line in lines:
        if line.indented:
            _indented(draft, line)
        else:
            _at_the_margin(draft, line)
    return _whole(draft)


def _lines(text: str) -> Iterator[_Line]:
    """Yield the lines, those of one formulation together and without their indentation."""
    waiting: _Line | None = None
    blank = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if not line:
            blank += 1
            continue
        if waiting is not None and waiting.indented and line.startswith(FURTHER):
            waiting.parts += [*[""] * blank, line[len(FURTHER) :]]
        else:
            if waiting is not None:
                yield waiting
            indented = line.startswith(INDENT)
            waiting = _Line(number, [line[len(INDENT) :] if indented else line], indented)
        blank = 0
    if waiting is not None:
        yield waiting


def _at_the_margin(draft: _Draft, line: _Line) -> None:
    """Read a heading, a silence, or a particular of the head."""
    text = line.text
    name, colon, value = text.partition(": ")
    if text == UNFILED or text in (f"{COLUMNS}:", f"{ABSENT}:", f"{LEGEND}:"):
        draft.under = text.removesuffix(":")
    elif name.startswith(TOPIC) and colon:
        draft.topics.append((_plain(line, name[len(TOPIC) :]), _plain(line, value), []))
        draft.under = TOPIC
    elif name.startswith(ISSUE) and colon and draft.under in (TOPIC, ISSUE):
        draft.topics[-1][2].append(_Issue(_plain(line, name[len(ISSUE) :]), _plain(line, value)))
        draft.under = ISSUE
    elif colon and draft.under == ISSUE:
        draft.issue.silent.append(_silent(line, name, value))
    elif colon and name in (AS_OF, RULE, RECORD, HEAD, PROGRAM) and name not in draft.particulars:
        draft.particulars[name] = _plain(line, value)
        draft.under = ""
    else:
        raise _refused(line.number, f"this line has no place in a rolling text: {text[:60]}")


def _indented(draft: _Draft, line: _Line) -> None:
    """Read a formulation, or a line of the head."""
    if draft.under in (COLUMNS, ABSENT):
        code, colon, name = line.text.partition(": ")
        if not colon:
            raise _refused(line.number, "a party is named by its code, a colon and its name")
        parties = draft.columns if draft.under == COLUMNS else draft.absent
        parties.append(Column(_plain(line, code), _plain(line, name)))
    elif draft.under == UNFILED:
        draft.unfiled.append(_formulation(line, draft.columns))
    elif draft.under == ISSUE:
        draft.issue.formulations.append(_formulation(line, draft.columns))
    elif draft.under != LEGEND:
        raise _refused(line.number, "wording stands under an issue")


def _formulation(line: _Line, columns: Sequence[Column]) -> Formulation:
    """Read a formulation: its parties, its wording, its clauses."""
    text = line.text
    head, marks = "", ""
    if text.startswith("["):
        end = _closing(line)
        head, colon, wording = text[1:end].partition(": ")
        cited = text[end + 1 :]
        if not colon:
            raise _refused(line.number, "a bracket names its parties before a colon")
        if marked := _MARKS.fullmatch(head):
            head, marks = marked[1], marked[2]
        parties = tuple(_plain(line, code) for code in head.split(", "))
    else:
        if len(columns) < 2:
            raise _refused(line.number, "wording without brackets needs two parties or more")
        parties = tuple(column.code for column in columns)
        place = text.rfind(" (")
        wording, cited = text[: max(place, 0)], text[max(place, 0) :]
    if not cited.startswith(" (") or not cited.endswith(")"):
        raise _refused(line.number, "a formulation ends with its clauses in parentheses")
    return Formulation(
        parties,
        _plain(line, wording),
        tuple(_cited(line, one) for one in cited[2:-1].split(", ") if one),
        tuple(_member(line, Mark, mark) for mark in marks.split(", ") if mark),
    )


def _closing(line: _Line) -> int:
    """Return where the bracket closes that a formulation begins with."""
    depth = 0
    for step in _STEP.finditer(line.text):
        if step[0] in "[]":
            depth += 1 if step[0] == "[" else -1
            if depth == 0:
                return step.start()
    raise _refused(line.number, "this bracket is not closed")


def _cited(line: _Line, text: str) -> Cited:
    clause, _, review = text.partition(" ")
    if not review:
        return Cited(_plain(line, clause))
    return Cited(_plain(line, clause), _member(line, Review, review))


def _silent(line: _Line, name: str, value: str) -> Silent:
    kind, dash, why = value.partition(" — ")
    return Silent(
        _plain(line, name), _member(line, SilenceKind, kind), _plain(line, why) if dash else ""
    )


def _whole(draft: _Draft) -> RollingText:
    """Return the text with the particulars of its head."""
    stated = _AS_OF.fullmatch(draft.particulars.get(AS_OF, ""))
    if stated is None:
        raise _refused(2, f"the head has to say “{AS_OF}: ” a day, “, by date ” which date")
    line = _Line(2, [stated[0]], indented=False)
    try:
        day = None if stated[1] == ANY_DAY else date.fromisoformat(stated[1])
    except ValueError as error:
        raise _refused(2, f"{stated[1]} is no day of the calendar") from error
    return RollingText(
        title=draft.particulars[TITLE],
        as_of=day,
        known_by=_member(line, KnownBy, stated[2]),
        columns=tuple(draft.columns),
        absent=tuple(draft.absent),
        topics=tuple(
            RollingTopic(
                code,
                label,
                tuple(
                    RollingIssue(one.id, one.question, tuple(one.formulations), tuple(one.silent))
                    for one in issues
                ),
            )
            for code, label, issues in draft.topics
        ),
        unfiled=tuple(draft.unfiled),
        rule=draft.particulars.get(RULE, ""),
        fingerprint=draft.particulars.get(RECORD, ""),
        head=draft.particulars.get(HEAD, ""),
        program=draft.particulars.get(PROGRAM, ""),
    )


def _member(line: _Line, kind: type[_Member], value: str) -> _Member:
    try:
        return kind(value)
    except ValueError as error:
        known = ", ".join(kind)
        raise _refused(line.number, f"“{value[:40]}” is none of: {known}") from error


def _plain(line: _Line, text: str) -> str:
    try:
        return unescaped(text)
    except (ValueError, OverflowError) as error:
        raise _refused(line.number, "a backslash here begins no escape") from error


def _refused(number: int, what: str) -> Refused:
    return Refused(
        what, where=f"line {number}", remedy="write it anew with report --format rolling-text"
    )
