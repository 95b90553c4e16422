"""A quotation that is not in its source: a verbatim clause, or a passage in quotation marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from negotiator.engine.gates.finding import Finding, Looked
from negotiator.engine.gates.originals import Original, absent, quoted
from negotiator.engine.gates.passages import FEWEST_WORDS, WordsOnRecord, length, passages
from negotiator.engine.gates.quoting import quoting
from negotiator.engine.gates.record import Record
from negotiator.model import Clause, Wording

FILE_IT = "put the words quoted on record, or take the quotation marks away"
ADD_ANEW = "compare it with the file; where that is right, withdraw the version and add it anew"
FIND_IT = "put the file that was added into a folder named with --sources"


def quotation(record: Record) -> Looked:
    """Look for quotations that are not in their source.

    A verbatim clause must stand word for word in the file that its version was added from, where
    that file is at hand. A passage in quotation marks, in what is not a document's own words, must
    stand in a wording on record.
    """
    clauses = quoted(record.corpus.clauses, record.known)
    compared, wrong, unchecked = _clauses(record, clauses)
    at, found, terms = _passages(record)
    if terms:
        few = f"of fewer than {FEWEST_WORDS} words in quotation marks"
        unchecked.append(f"{_count(terms, 'expression')} {few}: taken for terms")
    return Looked(compared + at, (*wrong, *found), tuple(unchecked))


def _clauses(
    record: Record, clauses: dict[str, list[Clause]]
) -> tuple[int, list[Finding], list[str]]:
    """Return how many verbatim clauses were compared, what was found, and what was not compared."""
    if record.originals is None:
        number = _count(sum(map(len, clauses.values())), "verbatim clause")
        where = "--sources FOLDER tells where the files lie that they were added from"
        return 0, [], [f"the words of {number}; {where}"] if clauses else []
    compared = 0
    found: list[Finding] = []
    unchecked: list[str] = []
    for id, some in clauses.items():
        original = record.originals.get(id)
        told = _count(len(some), "verbatim clause")
        if original is None:
            unchecked.append(f"{told} of {id}: no file is on record")
        elif original.problem:
            what = f"{told} cannot be checked: {original.problem}"
            found.append(Finding(what, FIND_IT, version=id, checked=False))
        else:
            compared += len(some)
            found += _absent(some, original)
    described = [
        id
        for id in clauses
        if (one := record.originals.get(id)) and one.described and not one.problem
    ]
    if described:
        number = _count(sum(len(clauses[id]) for id in described), "verbatim clause")
        files = _count(len(described), "interchange file")
        unchecked.append(
            f"{number} of {files} beyond these: they describe documents, and are not the documents"
        )
    return compared, found, unchecked


def _absent(clauses: Sequence[Clause], original: Original) -> Iterator[Finding]:
    for one in absent(clauses, original.readings):
        yield Finding(
            f"does not stand word for word in {original.file}",
            ADD_ANEW,
            clauses=(one.id,),
            version=one.version,
            text=one.text,
        )


def _passages(record: Record) -> tuple[int, list[Finding], int]:
    """Return how many passages were looked up, those not found, and how many are terms."""
    told = [(one, passage) for one in quoting(record) for passage in passages(one.text)]
    long = [(one, passage) for one, passage in told if length(passage) >= FEWEST_WORDS]
    terms = len({passage for _, passage in told}) - len({passage for _, passage in long})
    if not long:
        return 0, [], terms
    words = WordsOnRecord(_wordings(record))
    accounts = WordsOnRecord(_accounts(record))
    found = []
    for one, passage in long:
        if words.hold(passage):
            continue
        only = accounts.hold(passage) and not one.own
        what = f"{one.label} quotes {_count(length(passage), 'word')}, which stand "
        what += "in a paraphrase alone" if only else "in no wording on record"
        found.append(
            replace(one.place, what=what, remedy=FILE_IT, text="" if one.private else passage)
        )
    return len(long), found, terms


def _wordings(record: Record) -> Iterator[str]:
    """Give every text on record whose words are somebody's own, as of the day."""
    for clause in record.corpus.clauses:
        if clause.version in record.known:
            yield from (clause.heading, clause.justification)
            if clause.wording is Wording.VERBATIM:
                yield from (clause.text, clause.base_text or "")
    for compromise in record.compromises.values():
        for text in (compromise.text, *compromise.earlier):
            if text.wording is Wording.VERBATIM:
                yield from text.parts
    negotiation = record.corpus.negotiation
    yield from (source.shows for source in negotiation.sources)
    yield from (version.title for version in record.known.values())
    yield from (event.label for event in negotiation.events)
    yield negotiation.rule
    for original in (record.originals or {}).values():
        yield from (" ".join(reading) for reading in original.readings)


def _accounts(record: Record) -> Iterable[str]:
    """Return every paraphrase on record as of the day."""
    return (
        clause.text
        for clause in record.corpus.clauses
        if clause.version in record.known and clause.wording is Wording.PARAPHRASE
    )


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
