"""What on record may quote: texts that are not a document's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from negotiator.engine.gates.finding import Finding
from negotiator.engine.gates.record import Record
from negotiator.model import Clause, Decision, Reading, Wording


@dataclass(frozen=True, slots=True)
class Quoting:
    """A text that may quote.

    Args:
        place: where it stands; what is wrong with it is to be said.
        label: what it is, as it begins a sentence that goes on from the place.
        text: the text.
        private: whether it is an internal note: its words are not shown.
        own: whether it is a paraphrase itself.
    """

    place: Finding
    label: str
    text: str
    private: bool = False
    own: bool = False


def quoting(record: Record) -> Iterator[Quoting]:
    """Give every text that may quote, in the order of the record.

    These are the paraphrases in force and what was read in the clauses, the rationales of gaps,
    the silences, the paraphrased compromise texts, and the notes of what was decided last.
    """
    for clause, reading in record.in_force:
        yield from _of_clause(clause, reading)
    for row in record.comparison.rows:
        for gap in row.gaps:
            yield Quoting(_at(issue=gap.issue, gap=gap.id), "its rationale", gap.rationale)
        for cell in row.cells:
            if cell.silence:
                place = _at(issue=row.issue.id, party=cell.party)
                yield Quoting(place, "what is said of its silence", cell.silence.why)
    for issue, compromise in record.compromises.items():
        if compromise.text.wording is Wording.PARAPHRASE:
            label = "its compromise text, a paraphrase,"
            yield Quoting(_at(issue=issue), label, compromise.text.text, own=True)
    last = {(one.subject, one.subject_id): one for one in record.decisions}
    issues = [one.id for one in record.corpus.negotiation.issues]
    yield from (_note(one, issues) for one in last.values() if one.note)


def _of_clause(clause: Clause, reading: Reading) -> Iterator[Quoting]:
    place = _at(clauses=(clause.id,), version=clause.version)
    if clause.wording is Wording.PARAPHRASE:
        yield Quoting(place, "is a paraphrase that", clause.text, own=True)
    phrases = (*reading.conditions, *reading.parameters, *reading.linkage, reading.evidence_note)
    for phrase in filter(None, phrases):
        yield Quoting(place, "its reading", phrase)
    if reading.note:
        yield Quoting(place, "the note on it", reading.note, private=True)


def _note(one: Decision, issues: Sequence[str]) -> Quoting:
    named = one.subject_id
    issue = next((id for id in issues if named == id or named.startswith(f"{id}.")), "")
    match one.subject:
        case "gap":
            place = _at(issue=issue, gap=named)
        case "link":
            place = _at(clauses=tuple(named.split("~")))
        case "version":
            place = _at(version=named)
        case _:
            place = _at(issue=issue, party=named.removeprefix(issue).removeprefix("."))
    return Quoting(place, f"the note of decision {one.id}", one.note, private=True)


def _at(
    *,
    issue: str = "",
    gap: str = "",
    clauses: tuple[str, ...] = (),
    version: str = "",
    party: str = "",
) -> Finding:
    return Finding("", "", issue=issue, gap=gap, clauses=clauses, version=version, party=party)
