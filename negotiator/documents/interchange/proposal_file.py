"""A proposal in the interchange format: one document as tabled, with how it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from negotiator.documents.interchange.fields import Problems, Taker, Where, once
from negotiator.documents.interchange.nodes import Node
from negotiator.documents.interchange.parts import (
    check_parents,
    is_address,
    take_format,
    take_sources,
)
from negotiator.model import (
    Answer,
    Authenticity,
    Clause,
    Evidence,
    Force,
    How,
    Locator,
    Omission,
    Reading,
    Reciprocity,
    Silence,
    SilenceKind,
    Source,
    Strength,
    Symbol,
    Unit,
    Version,
    Wording,
)


@dataclass(frozen=True, slots=True)
class ProposalFile:
    """What a file says: a document, its clauses, and how they are read.

    Args:
        key: the proposal's key, empty when not stated.
        version: the document's metadata; the number is 0 until it is recorded.
        clauses: in order, by the document's own ids.
        readings: the readings stated, by clause id.
        answers: the answers stated.
        silences: the silences stated; an empty party is the one that tabled the document.
        sources: the sources it brings.
        where: where each field stands.
        warnings: what a person should look at.
        omitted: what the document holds that is in no clause.
        comments: what stands in the margin of clauses, by clause id.
        kind: what kind of document it is.
    """

    key: str
    version: Version
    clauses: tuple[Clause, ...]
    readings: Mapping[str, Reading]
    answers: tuple[Answer, ...]
    silences: tuple[Silence, ...]
    sources: tuple[Source, ...]
    where: Where
    warnings: tuple[str, ...] = ()
    omitted: tuple[Omission, ...] = ()
    comments: Mapping[str, str] = field(default_factory=dict)
    kind: str = "interchange"

    def of_file(self, file: Version) -> ProposalFile:
        """Return the same with the name, hash and size of the file it was read from."""
        version = replace(
            self.version,
            file_name=file.file_name,
            file_sha256=file.file_sha256,
            file_size=file.file_size,
        )
        return replace(self, version=version)


class _Sources:
    """The sources that a document names; an address that stands for itself becomes one."""

    def __init__(self) -> None:
        self.addresses: dict[str, Source] = {}

    def named(self, taker: Taker) -> tuple[str, ...]:
        names = taker.texts("sources")
        for name in filter(is_address, names):
            self.addresses.setdefault(name, Source(name, name))
        return names


def read(file: str, root: Node, *, may_be_empty: bool = False) -> ProposalFile:
    """Return the proposal that a file states.

    Args:
        file: its name, for messages.
        root: its content.
        may_be_empty: whether a list of no clauses will do.

    Raises:
        Refused: with every problem of the file.
    """
    problems = Problems(file)
    top = Taker(root, "", problems)
    take_format(top, required=False)
    sources = _Sources()
    key, version = _version(top.part("proposal"), sources)
    registry = take_sources(top)
    clauses: list[Clause] = []
    readings: dict[str, Reading] = {}
    answers: list[Answer] = []
    seen: dict[str, str] = {}
    for taker in top.parts("clauses"):
        clause = _clause(taker, sources)
        once(taker, "id", clause.id, seen)
        reading = taker.part("reading")
        if reading is not None:
            readings[clause.id] = _reading(reading)
        answers += [_answer(clause.id, one) for one in taker.parts("answers")]
        clauses.append(clause)
        taker.done()
    if not clauses and not may_be_empty and not problems.found:
        problems.add("clauses", "holds no clause", "list at least one under `clauses`")
    _check_parents(problems, clauses, seen)
    silences = tuple(_silence(taker) for taker in top.parts("silences"))
    top.done()
    where = problems.settle()
    known = {source.id for source in registry}
    found = (*registry, *(s for id, s in sources.addresses.items() if id not in known))
    return ProposalFile(
        key, version, tuple(clauses), readings, tuple(answers), silences, found, where
    )


def _version(taker: Taker | None, sources: _Sources) -> tuple[str, Version]:
    if taker is None:
        return "", Version("", 0, "", ())
    key = taker.label("key")
    party = taker.texts("party")
    parties = taker.texts("parties")
    if party and parties:
        taker.wrong("party", "stands beside `parties`", "keep one of the two")
    version = Version(
        proposal=key,
        number=0,
        title=taker.text("title"),
        parties=parties or party,
        supporters=taker.texts("supporters"),
        genre=taker.text("genre"),
        issued=taker.day("issued"),
        received=taker.day("received"),
        published=taker.day("published"),
        addressees=taker.texts("addressees"),
        authenticity=taker.word("authenticity", Authenticity),
        language=taker.text("language"),
        translation=taker.text("translation"),
        based_on=taker.text("based_on"),
        language_version_of=taker.text("language_version_of"),
        sources=sources.named(taker),
        note=taker.text("note"),
        recorded_by=taker.text("recorded_by"),
    )
    taker.done()
    return key, version


def _clause(taker: Taker, sources: _Sources) -> Clause:
    id = taker.label("id", required=True)
    locator = taker.part("locator")
    place = Locator()
    if locator is not None:
        place = Locator(locator.text("page"), locator.text("paragraph"), locator.text("span"))
        locator.done()
    change = taker.word("change", Symbol)
    base_text = taker.text("base_text")
    if change is Symbol.SUP and not base_text:
        taker.wrong("base_text", "is missing", "state the text that is to be deleted")
    return Clause(
        id=id,
        key=id,
        version="",
        text=taker.text("text", required=change is not Symbol.SUP),
        reference=taker.text("reference"),
        heading=taker.text("heading"),
        parent=taker.text("parent") or None,
        wording=taker.word("wording", Wording) or Wording.VERBATIM,
        language=taker.text("language"),
        locator=place,
        sources=sources.named(taker),
        base_text=base_text or None,
        change=change,
        justification=taker.text("justification"),
        unit=taker.word("unit", Unit) or Unit.PROVISION,
    )


def _reading(taker: Taker) -> Reading:
    reading = Reading(
        topics=taker.texts("topics"),
        issues=taker.texts("issues"),
        force=taker.word("force", Force),
        strength=taker.word("strength", Strength),
        bound=taker.text("bound"),
        reciprocity=taker.word("reciprocity", Reciprocity),
        conditions=taker.texts("conditions"),
        parameters=taker.texts("parameters"),
        linkage=taker.texts("linkage"),
        evidence=taker.word("evidence", Evidence),
        evidence_note=taker.text("evidence_note"),
        note=taker.text("note"),
    )
    taker.done()
    return reading


def _answer(clause: str, taker: Taker) -> Answer:
    to_clause = taker.text("clause") or None
    to_proposal = taker.text("proposal") or None
    if (to_clause is None) == (to_proposal is None):
        taker.wrong("clause", "must say what it answers", "state `clause` or `proposal`, not both")
    how = taker.word("how", How)
    taker.done()
    return Answer(clause, how, to_clause, to_proposal)


def _silence(taker: Taker) -> Silence:
    issue = taker.label("issue", required=True)
    kind = taker.word("kind", SilenceKind, required=True)
    note, party = taker.text("note"), taker.text("party")
    taker.done()
    return Silence(party, issue, kind or SilenceKind.NOT_PUBLIC, None, note)


def _check_parents(problems: Problems, clauses: list[Clause], seen: dict[str, str]) -> None:
    places = {id: f"{place}.parent" for id, place in seen.items()}
    for clause in clauses:
        if clause.parent is not None and clause.parent not in seen:
            what = f"the parent “{clause.parent}” is no clause of this file"
            problems.add(places.get(clause.id, "clauses"), what, "list it, or leave the parent out")
    check_parents(problems, {clause.id: clause.parent for clause in clauses}, places)
