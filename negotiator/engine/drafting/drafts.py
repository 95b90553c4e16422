"""Drafts readings of clauses: what a machine reads in them until a person confirms it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from negotiator.engine.brackets import spoken
from negotiator.engine.drafting.acts import act
from negotiator.engine.drafting.binding import judge
from negotiator.engine.drafting.conditions import conditions
from negotiator.engine.drafting.judgment import OPEN, Judgment
from negotiator.engine.drafting.parameters import parameters
from negotiator.engine.drafting.sides import Table
from negotiator.engine.drafting.statement import opening
from negotiator.engine.drafting.topics import TopicDraft, TopicDrafter, terms
from negotiator.model import Clause, Negotiation, Origin, Reading, Review

# An issue is drafted once so many confirmed readings of its topic name it, and none another.
CONFIRMATIONS = 2
# What names an act is looked for in the beginning of a clause; annexes can be books.
READ_FOR_ACT = 4_000


def draft(
    clauses: Sequence[Clause],
    negotiation: Negotiation,
    confirmed: Sequence[tuple[Clause, Reading]],
    parties: tuple[str, ...],
) -> dict[str, Reading]:
    """Return a draft reading for every clause, by clause id.

    A draft says why, in words that a person can check in the text. Where nothing speaks for a
    topic, an act or a party, the field stays empty.

    Args:
        clauses: of one version.
        negotiation: its topics, issues and parties.
        confirmed: clauses with the readings that people gave them, in any order.
        parties: codes of the parties that tabled the version.
    """
    clauses = [replace(clause, text=spoken(clause.text)) for clause in clauses]
    counts = [terms(clause) for clause in clauses]
    drafter = TopicDrafter(negotiation.topics, confirmed, counts)
    table = Table(negotiation.parties, parties)
    issues = _issues(negotiation, confirmed)
    return {
        clause.id: _draft(
            clause, drafter.draft(counted, f"{clause.heading} {clause.text}"), table, issues
        )
        for clause, counted in zip(clauses, counts, strict=True)
    }


def _draft(clause: Clause, topic: TopicDraft, table: Table, issues: Mapping[str, str]) -> Reading:
    judgment = judge(clause.text, clause.language)
    statement = opening(clause.text)
    side = table.side(judgment, statement)
    done = act(judgment, side.bound, clause.text[:READ_FOR_ACT])
    issue = issues.get(topic.code, "")
    return Reading(
        topics=(topic.code,) if topic.code else (),
        issues=(issue,) if issue else (),
        force=done.force,
        strength=judgment.strength,
        bound=side.names if judgment.strength else "",
        reciprocity=side.reciprocity if judgment.strength else None,
        conditions=tuple(" ".join(one.split()) for one in conditions(clause.text)),
        parameters=parameters(clause.text),
        origin=Origin.MACHINE,
        review=Review.DRAFT,
        reason="; ".join(
            filter(
                None,
                (_binding(judgment, side.names), _doing(done.why, done.force), topic.reason),
            )
        ),
    )


def _binding(judgment: Judgment, names: str) -> str:
    """Say what decided the strength: "‘shall not’ (each party): prohibits"."""
    if judgment.says == OPEN:
        return f"‘{judgment.words}’ is not agreed, so nothing is said of what binds"
    if judgment.strength is None:
        return "defines a term or states nothing" if judgment.says else "no statement"
    words = f"‘{judgment.words}’" if judgment.words else "no binding word"
    return f"{words}{f' ({names})' if names else ''}: {judgment.strength}"


def _doing(why: str, force: object) -> str:
    return f"{force}: {why}" if force is not None and why else ""


def _issues(
    negotiation: Negotiation, confirmed: Sequence[tuple[Clause, Reading]]
) -> dict[str, str]:
    """Return the issue of each topic that has exactly one, where confirmed readings agree."""
    under: dict[str, list[str]] = {}
    for issue in negotiation.issues:
        under.setdefault(issue.topic, []).append(issue.id)
    said: dict[str, int] = {}
    against: set[str] = set()
    for _, reading in confirmed:
        for topic in reading.topics:
            sole = under.get(topic, [])
            if len(sole) == 1 and reading.issues:
                said[topic] = said.get(topic, 0) + (sole[0] in reading.issues)
                if len(reading.topics) == 1 and reading.issues != (sole[0],):
                    against.add(topic)
    return {
        topic: under[topic][0]
        for topic, times in said.items()
        if times >= CONFIRMATIONS and topic not in against
    }
