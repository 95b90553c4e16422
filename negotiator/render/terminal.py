"""Tables and comparisons for a terminal, at any width from 60 columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import groupby
from typing import Literal

from rich.box import SIMPLE_HEAD
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from negotiator.engine.cells import Cell, PlacedAnswer, PlacedClause
from negotiator.engine.changes import Change
from negotiator.engine.comparison import Comparison, Counts
from negotiator.engine.compromise import Compromise, CompromiseText
from negotiator.engine.gaps import Gap
from negotiator.engine.status import IssueStatus
from negotiator.engine.table import Row
from negotiator.engine.wording import Span, SpanKind
from negotiator.model import (
    Answer,
    Clause,
    Force,
    Omission,
    Origin,
    Reading,
    Review,
    Verdict,
    Version,
    Wording,
)
from negotiator.render.alignment.spans import joined
from negotiator.render.alignment.versions import grouped, shown_kinds
from negotiator.render.status.marks import asserted, mark
from negotiator.visible import visible

SYMBOLS = {
    Verdict.IDENTICAL: "●",
    Verdict.EQUIVALENT: "◐",
    Verdict.COMPATIBLE: "●●",
    Verdict.PARTLY_CONVERGENT: "◎",
    Verdict.CONDITIONALLY_CONVERGENT: "◌◎",
    Verdict.DIVERGENT: "○ ○",
    Verdict.OPPOSED: "▶◀",
    Verdict.ONE_SIDED: "●◌",
    Verdict.BOTH_SILENT: "◌◌",
    Verdict.UNKNOWN: "?",
}

# Of what is left out, so many characters are shown.
LONGEST_SHOWN = 60
# Text between these marks reads as a redline on paper, in a log and for a screen reader.
MARKS = {SpanKind.ADDED: ("{+", "+}"), SpanKind.REMOVED: ("[-", "-]"), SpanKind.KEPT: ("", "")}
STYLES = {SpanKind.ADDED: "green", SpanKind.REMOVED: "red strike", SpanKind.KEPT: ""}
# Changed negations, numbers and words of obligation stand out within what is marked.
TELLING = "bold underline"


def write(*parts: RenderableType, width: int, colour: bool = False) -> str:
    """Render parts to text of a given width, with colour only when asked for."""
    out = StringIO()
    console = Console(
        file=out,
        width=max(width, 60),
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in parts:
        console.print(_Shown(part))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


@dataclass(frozen=True, slots=True)
class _Shown:
    """A part in which control characters of the texts are shown, not obeyed."""

    part: RenderableType

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for segment in console.render(self.part, options):
            yield segment if segment.control else Segment(visible(segment.text), segment.style)


def table(
    headers: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    right: Sequence[str] = (),
    fixed: Sequence[str] = (),
) -> Table:
    """Return a table with a rule under its head and no other lines.

    Args:
        headers: the columns.
        rows: their cells, as plain text; brackets are treaty text, never markup.
        right: headers of columns set flush right.
        fixed: headers of columns that are never broken.
    """
    grid = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for header in headers:
        justify: Literal["left", "right"] = "right" if header in right else "left"
        grid.add_column(
            header, justify=justify, no_wrap=header in fixed, overflow="fold", vertical="top"
        )
    for row in rows:
        grid.add_row(*(Text(cell) for cell in row))
    return grid


def comparison(whole: Comparison) -> Group:
    """Return a comparison: the counts, then each issue with its cells and gaps."""
    parts: list[RenderableType] = [heading(whole), counts(whole)]
    for row in whole.rows:
        parts += issue(row)
    if whole.unfiled:
        parts.append(Text("\nNot filed under an issue", style="bold"))
        for by, some in groupby(whole.unfiled, lambda placed: placed.version.parties):
            parts.append(Text(f"\n  {', '.join(by) or 'no party'}", style="bold"))
            parts += [_indented(_clause(placed), 4) for placed in some]
    return Group(*parts)


def heading(whole: Comparison) -> Text:
    """Return title, day, rule and parties of a comparison."""
    day = str(whole.as_of) if whole.as_of else "any day (no document states a date)"
    title = Text(f"{whole.negotiation.title}\n", style="bold")
    title.append(f"as of {day}, by date {whole.known_by.value}", style="not bold")
    if whole.negotiation.rule:
        title.append(f"\nrule: {whole.negotiation.rule}", style="not bold")
    if whole.absent:
        absent = ", ".join(party.code for party in whole.absent)
        title.append(f"\nno document tabled: {absent}", style="not bold")
    return title


def counts(whole: Comparison) -> Text:
    """Return the counts over pairs of different sides, and within a side."""
    lines = Text()
    lines.append(_count(whole.across, "across sides"))
    if whole.within.pairs:
        lines.append("\n" + _count(whole.within, "within a side"))
    return lines


def _count(counted: Counts, where: str) -> str:
    some = [f"{n} {verdict.value}" for verdict, n in counted.verdicts.items() if n]
    pairs = "pair" if counted.pairs == 1 else "pairs"
    return f"{counted.pairs} {pairs} {where}: {', '.join(some) or 'none'}"


def issue(row: Row) -> list[RenderableType]:
    """Return one issue: its question, each party's cell, and the gaps."""
    parts: list[RenderableType] = [
        Text(f"\n{row.issue.id}  {row.issue.question}", style="bold"),
        Text(f"{row.topic.code} {row.topic.label}", style="dim"),
    ]
    if row.status:
        parts.append(_status(row.status))
    for cell in row.cells:
        parts += _cell(cell)
    if row.compromise:
        parts += _compromise(row.compromise)
    parts += [_indented(gap_line(one)) for one in row.gaps]
    return parts


def _cell(cell: Cell) -> list[RenderableType]:
    by_way = f"  by way of {cell.through}, with which it counts" if cell.through else ""
    parts: list[RenderableType] = [Text(f"\n  {cell.party}{by_way}", style="bold")]
    if cell.silence:
        parts.append(_indented(Text(f"▫ {cell.silence.kind.value}: {cell.silence.why}"), 4))
    parts += [_indented(_clause(placed), 4) for placed in cell.clauses]
    return parts


def _status(one: IssueStatus) -> Text:
    """Return how far the issue has come, as somebody asserts, and who reads it otherwise."""
    lines = Text()
    for number, each in enumerate((one.reading, *one.differing)):
        differs = "≠ " if number else ""
        day = f", {each.day}" if each.day else ""
        lines.append("\n" if number else "")
        lines.append(f"{differs}{mark(each.status)}: {asserted(each.asserted_by)}{day}")
    return lines


def _compromise(one: Compromise) -> list[RenderableType]:
    """Return the text that might carry an agreement, with the parties' reactions."""
    text = one.text
    day = f", {text.day}" if text.day else ""
    parts: list[RenderableType] = [
        Text(f"\n  compromise text of {text.proposed_by}{day}", style="bold")
    ]
    parts += [_indented(Text(line), 4) for line in compromise_words(text)]
    for each in one.reactions:
        cited = f" ({each.clause})" if each.clause else ""
        stale = ", to an earlier text" if each.stale else ""
        how = f"{'◇ ' if each.drafted else ''}{each.how.value}"
        parts.append(_indented(Text(f"{each.party}: {how}{cited}{stale}"), 4))
    return parts


def compromise_words(text: CompromiseText) -> list[str]:
    """Return the words of a compromise text, part by part, quoted only when verbatim."""
    if text.wording is Wording.PARAPHRASE:
        return [f"{part} [paraphrase]" for part in text.parts]
    return [f"“{part}”" if part else "to be deleted" for part in text.parts]


def _clause(placed: PlacedClause) -> Text:
    line = Text()
    line.append(placed.clause.id, style="bold")
    line.append(f"  {placed.clause.reference}  ({act(placed.reading)})\n")
    if placed.amendment is None:
        line.append(said(placed.clause, placed.reading))
    else:
        line.append(f"{placed.clause.change or 'amends'}: ")
        line.append(redline(placed.amendment))
    if placed.clause.justification:
        line.append(f"\nreasons given: {placed.clause.justification}")
    for condition in placed.reading.conditions:
        line.append(f"\non condition: {condition}")
    for answer in placed.answers:
        line.append(f"\n{answered(answer)}")
    return line


def act(reading: Reading) -> str:
    """Return the act that was read in a clause, marked when the reading is a draft."""
    if reading.force is None:
        return "not read"
    settled = reading.review in (Review.CONFIRMED, Review.ADJUDICATED)
    mark = "" if settled else "◇ "
    return f"{mark}{reading.force.value}"


def said(clause: Clause, reading: Reading) -> str:
    """Return a clause's text, quoted only when verbatim, an assertion as an assertion."""
    text = f"“{clause.text}”" if clause.wording is Wording.VERBATIM else clause.text
    marks = [] if clause.wording is Wording.VERBATIM else ["paraphrase"]
    if reading.force is Force.ASSERTION:
        marks.append("asserted")
    return f"{text} [{', '.join(marks)}]" if marks else text


def answered(answer: Answer | PlacedAnswer) -> str:
    """Return what an answer is to, and how it answers."""
    return f"{manner(answer)}: {answer.to_clause or f'proposal {answer.to_proposal}'}"


def manner(answer: Answer | PlacedAnswer) -> str:
    """Return how a clause answers, marked where the machine read it from the two clauses."""
    if answer.how is None:
        return "answers, how is not stated"
    drafted = isinstance(answer, PlacedAnswer) and answer.drafted
    return f"{'◇ ' if drafted else ''}{answer.how.value}"


def clause_file(
    wordings: Sequence[tuple[Clause, Version, Sequence[Answer | PlacedAnswer]]],
    histories: Sequence[Sequence[Reading]],
    answered_by: Sequence[Answer],
) -> list[RenderableType]:
    """Return all wordings of a clause, latest first, each with its readings and answers."""
    parts: list[RenderableType] = []
    for (clause, version, answers), history in zip(wordings, histories, strict=True):
        withdrawn = "  WITHDRAWN" if version.withdrawn else ""
        head = Text(f"{clause.address}  {clause.reference}{withdrawn}", style="bold")
        parts.append(head)
        by = ", ".join(version.parties)
        issued = version.issued or "date not stated"
        parts.append(Text(f"{by}, {version.title}, {issued}", style="dim"))
        last = history[-1] if history else Reading()
        parts.append(_indented(Text(said(clause, last))))
        if clause.base_text is not None:
            parts.append(_indented(Text(f"{clause.change or 'amends'}: “{clause.base_text}”")))
        if clause.justification:
            parts.append(_indented(Text(f"reasons given: {clause.justification}")))
        if clause.sources:
            parts.append(_indented(Text(f"sources: {', '.join(clause.sources)}")))
        parts += [_indented(Text(answered(answer))) for answer in answers]
        parts += [_indented(_reading(reading)) for reading in history]
    if answered_by:
        lines = [f"{answer.clause} ({manner(answer)})" for answer in answered_by]
        parts.append(Text(f"answered by {', '.join(lines)}"))
    return parts


def _reading(reading: Reading) -> Text:
    machine = reading.origin is Origin.MACHINE
    who = "read by the machine" if machine else f"read by {reading.by or 'somebody not named'}"
    lines = [f"{who}{f' on {reading.at[:10]}' if reading.at else ''}: {reading.review.value}"]
    for name, value in (
        ("topics", reading.topics),
        ("issues", reading.issues),
        ("force", reading.force),
        ("strength", reading.strength),
        ("binds", reading.bound),
        ("reciprocity", reading.reciprocity),
        ("conditions", reading.conditions),
        ("parameters", reading.parameters),
        ("linkage", reading.linkage),
        ("evidence", reading.evidence),
        ("on the evidence", reading.evidence_note),
        ("analyst's note", reading.note),
        ("because", reading.reason),
    ):
        if value:
            lines.append(f"  {name}: {'; '.join(value) if isinstance(value, tuple) else value}")
    return Text("\n".join(lines))


def particulars(fields: Mapping[str, object]) -> Table:
    """Return named values as a table of two columns, leaving out what is not stated."""
    rows = []
    for name, value in fields.items():
        if isinstance(value, list):
            value = ", ".join(map(str, value))
        if value not in (None, ""):
            rows.append((name.replace("_", " "), str(value)))
    return table(["", ""], rows)


def omissions(omitted: Sequence[Omission]) -> Table:
    """Return what is in no clause as a table: what, where, why, and how its text begins."""
    rows = []
    for one in omitted:
        places = (("page", one.page), ("place", one.place))
        where = ", ".join(f"{name} {value}" for name, value in places if value)
        text = " ".join(one.text.split())
        shown = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
        rows.append((one.what, where, one.reason, shown))
    return table(["Left out", "Where", "Why", "Text"], rows)


def gap_line(gap: Gap) -> Text:
    """Return a gap on its lines: pair, verdict, review, kinds, rationale."""
    line = Text("\n")
    mark = {Review.DRAFT: "◇", Review.CONFIRMED: "◆", Review.ADJUDICATED: "◆"}.get(gap.review, "◈")
    line.append(f"{'–'.join(gap.parties)}  {SYMBOLS[gap.verdict]} {gap.verdict.value}", "bold")
    within = "" if gap.across else ", within a side"
    line.append(f"  {mark} {gap.review.value}, {gap.confidence.value} confidence{within}")
    if gap.kinds:
        line.append(f"\n{', '.join(kind.value for kind in gap.kinds)}")
    line.append(f"\n{gap.rationale}")
    return line


def gap_table(gaps: Sequence[Gap]) -> Table:
    """Return gaps as a table, one line each."""
    return table(
        ["Gap", "Verdict", "Kinds", "Review", "Confidence"],
        (
            (
                gap.id,
                gap.verdict.value,
                ", ".join(kind.value for kind in gap.kinds),
                gap.review.value,
                gap.confidence.value,
            )
            for gap in gaps
        ),
        fixed=["Gap"],
    )


def gap_file(row: Row, gap: Gap) -> Group:
    """Return a gap with the question and what both parties say on it, in full."""
    parts: list[RenderableType] = [
        Text(f"{gap.id}  {row.issue.question}", style="bold"),
        Text(f"{row.topic.code} {row.topic.label}", style="dim"),
        gap_line(gap),
    ]
    if gap.drafted is not gap.verdict:
        parts.append(Text(f"the machine's draft was: {gap.drafted.value}"))
    for kind, ground in gap.grounds.items():
        parts.append(Text(f"{kind.value}: {ground}"))
    if gap.doubts:
        parts.append(Text(f"doubts: {'; '.join(gap.doubts)}"))
    for party in gap.parties:
        parts += _cell(row.cell(party))
    return Group(*parts)


def changes(old: Version, new: Version, found: Sequence[Change]) -> Group:
    """Return what changed between two versions, unchanged clauses counted only."""
    same = sum(1 for change in found if [kind.value for kind in change.kinds] == ["unchanged"])
    parts: list[RenderableType] = [
        Text(f"{old.id} → {new.id}  {new.title}", style="bold"),
        Text(f"{len(found) - same} of {len(found)} clauses differ; {same} unchanged"),
    ]
    for group in grouped(found):
        kinds = shown_kinds(group)
        if kinds == ("unchanged",):
            continue
        symbol, name = group[0].symbol, _named(group)
        parts.append(Text(f"\n{symbol:<5} {name}  {', '.join(kinds)}", style="bold"))
        parts.append(_indented(_changed(group[0]) if len(group) == 1 else _regrouped(group)))
    return Group(*parts)


def _named(group: Sequence[Change]) -> str:
    old = list(dict.fromkeys(change.old.id for change in group if change.old))
    new = list(dict.fromkeys(change.new.id for change in group if change.new))
    return " → ".join(filter(None, (", ".join(old) if old != new else "", ", ".join(new))))


def _regrouped(group: Sequence[Change]) -> Text:
    """Return what became of the wording of a clause that was split, or of those merged."""
    old = list(dict.fromkeys(change.old for change in group if change.old))
    new = list(dict.fromkeys(change.new for change in group if change.new))
    if all(clause.wording is Wording.VERBATIM for clause in (*old, *new)):
        return redline(joined([one.text for one in old], [one.text for one in new]))
    return Text("\n").join(
        [Text(f"was: {one.text}") for one in old] + [Text(f"now: {one.text}") for one in new]
    )


def _changed(change: Change) -> Text:
    if change.redline is not None:
        return redline(change.redline)
    body = Text()
    if change.old is not None:
        body.append(f"was: {change.old.text}")
    if change.new is not None:
        body.append(f"{chr(10) if change.old else ''}now: {change.new.text}")
    wordings = {clause.wording for clause in (change.old, change.new) if clause is not None}
    if Wording.PARAPHRASE in wordings and change.old and change.new:
        body.append("\nparaphrases stand side by side: no wording differences are marked")
    return body


def redline(spans: Sequence[Span]) -> Text:
    """Return a redline: `[-removed-]` and `{+added+}`, what tells most in bold."""
    line = Text()
    for span in spans:
        before, after = MARKS[span.kind]
        at = len(line) + len(before)
        line.append(f"{before}{span.text}{after}", STYLES[span.kind])
        for start, end in span.telling:
            line.stylize(TELLING, at + start, at + end)
    return line


def _indented(part: RenderableType, by: int = 2) -> Padding:
    return Padding(part, (0, 0, 0, by))
