"""What people decided of answers, beside what documents state."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from negotiator.model import Answer, Decision, How, Origin

# The version and clause that answer, and the clause or proposal that is answered.
Key = tuple[str, str, str | None, str | None]
# The subject of such decisions, among all others.
SUBJECT = "answer"
# The outcome of a decision that a clause does not answer another.
NONE = "none"


def outcome(answer: Answer, *, stands: bool) -> dict[str, str]:
    """Return what is decided of an answer as text fields.

    Args:
        answer: who answers what, and how; a manner that is left open is the machine's to draft.
        stands: False where it is no answer.
    """
    return {
        "version": answer.version,
        "clause": answer.clause,
        "to": answer.to_clause or "",
        "proposal": answer.to_proposal or "",
        "how": (answer.how.value if answer.how else "") if stands else NONE,
    }


def decided(
    stated: Iterable[Answer], decisions: Iterable[Decision], ids: Collection[str] | None = None
) -> tuple[Answer, ...]:
    """Return the answers that count: the last decision on each, else what the document states.

    Args:
        stated: by documents, in the order of recording.
        decisions: on answers, oldest first.
        ids: of the clauses that answer or are answered; None for all. Answers to whole proposals
            always count.
    """
    last: dict[Key, Answer | None] = {}
    for one in decisions:
        answer = _answer(one)
        last[_key(answer)] = None if one.outcome["how"] == NONE else answer
    kept = [answer for answer in stated if _key(answer) not in last]
    added = [
        answer
        for answer in last.values()
        if answer is not None
        and (
            ids is None
            or answer.to_proposal is not None
            or answer.clause in ids
            or answer.to_clause in ids
        )
    ]
    return (*kept, *added)


def _answer(decision: Decision) -> Answer:
    said = decision.outcome
    return Answer(
        said["clause"],
        None if said["how"] in ("", NONE) else How(said["how"]),
        to_clause=said["to"] or None,
        to_proposal=said["proposal"] or None,
        origin=Origin.PERSON,
        by=decision.by,
        version=said["version"],
    )


def _key(answer: Answer) -> Key:
    return answer.version, answer.clause, answer.to_clause, answer.to_proposal
