"""Whether what a document names is known to the negotiation: parties, topics, issues, answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from negotiator.engine.succession import Tabled
from negotiator.model import Answer, Negotiation, Reading, Version


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a document names and the negotiation does not know.

    Args:
        field: where in the document, as `clauses[3].answers[0].clause`.
        what: what is wrong.
        remedy: what to do.
    """

    field: str
    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Known:
    """What a document may refer to.

    Args:
        negotiation: its parties, topics and issues.
        sources: ids of the sources on record and of those that the document brings.
        clauses: the ids of every clause on record, each with its proposal's key.
        proposals: the keys of the proposals on record.
    """

    negotiation: Negotiation
    sources: Collection[str]
    clauses: Mapping[str, str]
    proposals: Collection[str]


def problems(version: Version, tabled: Tabled, known: Known) -> tuple[Problem, ...]:
    """Return everything in a document that refers to something unknown.

    Args:
        version: the document's metadata, its parties filled in.
        tabled: its clauses, readings, answers and silences.
        known: what it may refer to.
    """
    return tuple(_problems(version, tabled, known))


def _problems(version: Version, tabled: Tabled, known: Known) -> Iterator[Problem]:
    parties = [party.code for party in known.negotiation.parties]
    topics = [topic.code for topic in known.negotiation.topics]
    issues = [issue.id for issue in known.negotiation.issues]
    yield from _unknown("proposal.parties", "party", version.parties, parties)
    yield from _unknown("proposal.supporters", "party", version.supporters, parties)
    yield from _unknown("proposal.sources", "source", version.sources, known.sources)
    answers: dict[str, list[Answer]] = {}
    for answer in tabled.answers:
        answers.setdefault(answer.clause, []).append(answer)
    for number, clause in enumerate(tabled.clauses):
        place = f"clauses[{number}]"
        reading = tabled.readings.get(clause.key, Reading())
        yield from _unknown(f"{place}.sources", "source", clause.sources, known.sources)
        yield from _unknown(f"{place}.reading.topics", "topic", reading.topics, topics)
        yield from _unknown(f"{place}.reading.issues", "issue", reading.issues, issues)
        for index, answer in enumerate(answers.get(clause.key, ())):
            yield from _unanswerable(f"{place}.answers[{index}]", answer, version, known)
    for number, silence in enumerate(tabled.silences):
        place = f"silences[{number}]"
        yield from _unknown(f"{place}.issue", "issue", [silence.issue], issues)
        yield from _unknown(f"{place}.party", "party", filter(None, [silence.party]), parties)


def _unknown(
    field: str, kind: str, named: Iterable[str], known: Collection[str]
) -> Iterator[Problem]:
    for index, name in enumerate(named):
        if name not in known:
            place = field if field.endswith(("issue", "party")) else f"{field}[{index}]"
            yield Problem(place, f"unknown {kind} “{name}”", _remedy(kind, name, known))


def _unanswerable(place: str, answer: Answer, version: Version, known: Known) -> Iterator[Problem]:
    if answer.to_proposal is not None:
        if answer.to_proposal not in known.proposals:
            remedy = _remedy("proposal", answer.to_proposal, known.proposals)
            what = f"answers a proposal that does not exist, “{answer.to_proposal}”"
            yield Problem(f"{place}.proposal", what, remedy)
        return
    target = answer.to_clause or ""
    if target not in known.clauses:
        what = f"answers a clause that does not exist, “{target}”"
        yield Problem(f"{place}.clause", what, _remedy("clause", target, known.clauses))
    elif known.clauses[target] == version.proposal:
        what = f"answers a clause of the same proposal, “{target}”"
        yield Problem(f"{place}.clause", what, "name the clause of the other party")


def _remedy(kind: str, name: str, known: Collection[str]) -> str:
    near = get_close_matches(name, sorted(known), n=1, cutoff=0.75)
    if near:
        return f"did you mean “{near[0]}”?"
    if kind in ("clause", "proposal"):
        return f"add the document that holds it first, or see `negotiator list {kind}s`"
    if kind == "source":
        return "list it under `sources` with its address, or give the address itself"
    plural = {"party": "parties"}.get(kind, f"{kind}s")
    return f"add it with `negotiator {kind} add`, or see `negotiator list {plural}`"
