"""A verdict's reasons in one plain sentence that cites the clauses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from negotiator.engine.exchange import Exchange, Speaker
from negotiator.engine.rules import Rule
from negotiator.model import Force, How

ACTS = {
    Force.DEMAND: "demands",
    Force.OFFER: "offers",
    Force.MUTUAL_COMMITMENT: "proposes a mutual commitment",
    Force.COMMITMENT: "commits itself",
    Force.REFUSAL: "refuses",
    Force.CONDITION: "sets a condition",
    Force.COUNTER_PROPOSAL: "makes a counter-proposal",
    Force.WARNING: "warns",
    Force.ASSERTION: "gives its own account",
}
NOT_READ = "says what nobody has read yet"

# What one clause does, and what several do, to what they answer.
ANSWERS = {
    How.ACCEPTED: ("accepts {}", "accept {}"),
    How.ACCEPTED_IN_PART: ("accepts {} in part", "accept {} in part"),
    How.ACCEPTED_CONDITIONALLY: ("accepts {} on conditions", "accept {} on conditions"),
    How.COUNTERED: ("counters {}", "counter {}"),
    How.DEFERRED: ("defers {}", "defer {}"),
    How.REFERRED: ("refers {} elsewhere", "refer {} elsewhere"),
    How.REFUSED: ("refuses {}", "refuse {}"),
    How.OTHER_OBJECT: ("speaks to another object than {}", "speak to another object than {}"),
}

MOST_IDS = 5
MOST_ANSWERS = 4


def rationale(exchange: Exchange, rule: Rule) -> str:
    """Return one sentence: what each party does, and how the two answer each other."""
    parts = [f"{_called(speaker)} {_does(speaker)}" for speaker in exchange.speakers]
    sentence = "; ".join(parts)
    answers = _answers(exchange)
    if answers:
        sentence += f": {answers}"
    elif rule.name == "proposal refused":
        sentence += f": {_to_proposals(exchange)}"
    elif all(speaker.cell.clauses for speaker in exchange.speakers):
        sentence += "; no answer between the two is stated"
    if rule.name == "beside the point":
        sentence += f"; {_beside(exchange)}"
    return sentence[0].upper() + sentence[1:] + "."


def _called(speaker: Speaker) -> str:
    return speaker.party.called


def _does(speaker: Speaker) -> str:
    if speaker.cell.silence is not None:
        return f"is silent ({speaker.cell.silence.kind.value})"
    acts: dict[str, list[str]] = {}
    for placed in speaker.cell.clauses:
        act = ACTS[placed.reading.force] if placed.reading.force else NOT_READ
        acts.setdefault(act, []).append(placed.clause.id)
    order = [*ACTS.values(), NOT_READ]
    told = [f"{act} ({ids(acts[act])})" for act in sorted(acts, key=order.index)]
    return listed(told)


def _answers(exchange: Exchange) -> str:
    """Return the answers, those alike told together: "C4 refuses A4.1 and B6"."""
    targets: dict[tuple[How, str], list[str]] = {}
    for placed, answer in exchange.answers:
        targets.setdefault((answer.how, placed.clause.id), []).append(answer.to_clause or "")
    givers: dict[tuple[How, tuple[str, ...]], list[str]] = {}
    for (how, giver), given_to in targets.items():
        givers.setdefault((how, tuple(given_to)), []).append(giver)
    told = [answering(given_by, how, ids(given_to)) for (how, given_to), given_by in givers.items()]
    more = len(told) - MOST_ANSWERS
    if more > 1:
        told = [*told[:MOST_ANSWERS], f"{more} more answers are stated"]
    return listed(told)


def _beside(exchange: Exchange) -> str:
    """Return whose clauses are to another object than what the issue asks."""
    return listed(
        [
            f"what {_called(one)} says is to another object"
            f" ({ids(placed.clause.id for placed in one.cell.clauses)})"
            for one in exchange.beside_the_point
        ]
    )


def _to_proposals(exchange: Exchange) -> str:
    told = [
        answering([placed.clause.id], answer.how, f"{answer.to_proposal} as a whole")
        for placed, answer in exchange.to_proposals
    ]
    return listed(told)


def answering(clauses: Sequence[str], how: How, target: str) -> str:
    """Return how clauses answer something, in words: "C15 accepts A5.3 in part".

    Args:
        clauses: ids of those that answer.
        how: in what manner.
        target: what they answer, in words.
    """
    return f"{ids(clauses)} {ANSWERS[how][len(clauses) > 1].format(target)}"


def ids(names: Iterable[str]) -> str:
    """Return clause ids as a list in words, the first few and the number of the rest."""
    known = list(names)
    more = len(known) - MOST_IDS
    return listed([*known[:MOST_IDS], f"{more} more"] if more > 1 else known)


def listed(parts: Sequence[str]) -> str:
    """Return parts as a list in words: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
