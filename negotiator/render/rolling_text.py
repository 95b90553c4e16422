"""A comparison as a rolling text: one consolidated bracketed text of all parties' positions.

Wording that every party with a column tabled in the same words, to the letter, stands without
brackets; anything else stands in brackets that name its parties, `[RU, US: …]`, the competing
formulations of an issue one after the other. A paraphrase is marked as one and never taken for
wording that parties share with all others. `negotiator.engine.rolling` reads it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from negotiator.engine.cells import PlacedClause
from negotiator.engine.comparison import Comparison
from negotiator.engine.rolling import (
    Cited,
    Column,
    Formulation,
    Mark,
    RollingIssue,
    RollingText,
    RollingTopic,
    Silent,
)
from negotiator.engine.rolling.escaping import line, word, wording
from negotiator.engine.rolling.reading import (
    ABSENT,
    ANY_DAY,
    AS_OF,
    COLUMNS,
    FURTHER,
    HEAD,
    INDENT,
    ISSUE,
    LEGEND,
    PROGRAM,
    RECORD,
    RULE,
    TITLE,
    TOPIC,
    UNFILED,
)
from negotiator.engine.table import Row
from negotiator.model import Force, Party, Review, Symbol, Wording

HOW_TO_READ = (
    "Wording without brackets was tabled by all parties listed above in the same words. That they",
    "agree to it is not said here.",
    "[RU, US: …] was tabled by these parties. The formulations of an issue stand side by side.",
    "[RU (paraphrase): …] is an account of what a party wants, not its words; (asserted) is what",
    "it states as a fact; (to delete) is text that it wants deleted, (to retain) kept.",
    "Brackets within a formulation are the party's own; \\[ and \\] are single ones of its text.",
    "(A4.1, B6 draft) are the clauses; a word behind one says that it stands under the issue by a",
    "reading that nobody has confirmed.",
    "NATO: not addressed is a silence, and what it rests on.",
)


def render(whole: Comparison, *, program: str) -> str:
    """Return a comparison as a rolling text.

    Args:
        whole: the comparison.
        program: name and version of the program, for the head.
    """
    return write(consolidated(whole, program=program))


def consolidated(whole: Comparison, *, program: str = "") -> RollingText:
    """Return the positions of a comparison as the structure of a rolling text."""
    codes = [party.code for party in whole.parties]
    return RollingText(
        title=whole.negotiation.title,
        as_of=whole.as_of,
        known_by=whole.known_by,
        columns=_columns(whole.parties),
        absent=_columns(whole.absent),
        topics=tuple(
            RollingTopic(topic.code, topic.label, tuple(_issue(row, codes) for row in rows))
            for topic, rows in groupby(whole.rows, lambda row: row.topic)
        ),
        unfiled=_formulations(whole.unfiled, codes),
        rule=whole.negotiation.rule,
        fingerprint=whole.fingerprint,
        head=whole.head,
        program=program,
    )


def _columns(parties: Iterable[Party]) -> tuple[Column, ...]:
    return tuple(Column(party.code, party.name) for party in parties)


def _issue(row: Row, codes: Sequence[str]) -> RollingIssue:
    return RollingIssue(
        row.issue.id,
        row.issue.question,
        _formulations([placed for cell in row.cells for placed in cell.clauses], codes),
        tuple(
            Silent(cell.party, cell.silence.kind, cell.silence.why)
            for cell in row.cells
            if cell.silence
        ),
    )


def _formulations(clauses: Iterable[PlacedClause], codes: Sequence[str]) -> tuple[Formulation, ...]:
    """Return the wordings of clauses, each once with all who tabled it, in the order of parties."""
    found: dict[tuple[str, tuple[Mark, ...]], dict[str, PlacedClause]] = {}
    for placed in clauses:
        # A clause of several parties stands in the cell of each of them.
        found.setdefault(_said(placed), {})[placed.clause.id] = placed
    return tuple(
        Formulation(
            tuple(code for code in codes if any(code in one.version.parties for one in members)),
            text,
            tuple(Cited(one.clause.id, one.reading.review) for one in members),
            marks,
        )
        for (text, marks), members in ((said, some.values()) for said, some in found.items())
    )


def _said(placed: PlacedClause) -> tuple[str, tuple[Mark, ...]]:
    """Return the words that a formulation shows, and what they are."""
    clause = placed.clause
    marks: list[Mark] = []
    text = clause.text
    if clause.wording is Wording.PARAPHRASE:
        marks.append(Mark.PARAPHRASE)
    if placed.reading.force is Force.ASSERTION:
        marks.append(Mark.ASSERTED)
    if clause.change is Symbol.SUP:
        marks.append(Mark.TO_DELETE)
        text = text or clause.base_text or ""
    elif clause.change is Symbol.NOC:
        marks.append(Mark.TO_RETAIN)
        text = text or clause.base_text or ""
    return text, tuple(marks)


def write(text: RollingText) -> str:
    """Return a rolling text as it is printed; reading it back gives the same structure."""
    parts: list[str] = list(_head(text))
    for topic in text.topics:
        parts.append(f"\n\n{TOPIC}{word(topic.code)}: {line(topic.label)}\n")
        for issue in topic.issues:
            parts.append(f"\n{ISSUE}{word(issue.id)}: {line(issue.question)}\n\n")
            parts += [_formulation(one, text.columns) for one in issue.formulations]
            if issue.silent:
                parts.append("\n" if issue.formulations else "")
                parts += [_silent(one) for one in issue.silent]
    if text.unfiled:
        parts.append(f"\n\n{UNFILED}\n\n")
        parts += [_formulation(one, text.columns) for one in text.unfiled]
    return "".join(parts)


def _head(text: RollingText) -> Iterator[str]:
    day = text.as_of.isoformat() if text.as_of else ANY_DAY
    yield f"{TITLE}: {line(text.title)}\n"
    yield f"{AS_OF}: {day}, by date {text.known_by.value}\n"
    for name, value in (
        (RULE, text.rule),
        (RECORD, text.fingerprint),
        (HEAD, text.head),
        (PROGRAM, text.program),
    ):
        if value:
            yield f"{name}: {line(value)}\n"
    for name, columns in ((COLUMNS, text.columns), (ABSENT, text.absent)):
        if columns:
            yield f"\n{name}:\n"
            yield from (f"{INDENT}{word(one.code)}: {line(one.name)}\n" for one in columns)
    yield f"\n{LEGEND}:\n"
    yield from (f"{INDENT}{one}\n" for one in HOW_TO_READ)


def _formulation(one: Formulation, columns: Sequence[Column]) -> str:
    """Return a formulation on its lines, with its clauses behind it."""
    bare = one.common(columns)
    body = wording(one.text, bare=bare)
    if not bare:
        marks = f" ({', '.join(one.marks)})" if one.marks else ""
        body = f"[{', '.join(map(word, one.parties))}{marks}: {body}]"
    first, *others = f"{body} ({', '.join(map(_cited, one.clauses))})".split("\n")
    further = "".join(f"{FURTHER}{other}\n" if other else "\n" for other in others)
    return f"{INDENT}{first}\n{further}"


def _cited(one: Cited) -> str:
    unconfirmed = "" if one.review is Review.CONFIRMED else f" {one.review.value}"
    return f"{word(one.clause, plain=':')}{unconfirmed}"


def _silent(one: Silent) -> str:
    why = f" — {line(one.why)}" if one.why else ""
    return f"{word(one.party)}: {one.kind.value}{why}\n"
