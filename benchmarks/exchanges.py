"""How good the drafts of gaps and of the reply audit are, on negotiations that experts have read.

`python -m benchmarks.exchanges [FILE…] [--misses] [--stated]` reads negotiations in the form of
the founding corpus (`exchange.json`; that one and those of `negotiations/` when no file is named),
hides the verdicts that experts accept and the manner of every answer, and compares what the machine
drafts with both. With `--stated` the manners are not hidden: what then is wrong lies with the rules
of the verdicts.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.measure import Figure
from negotiator.engine.comparison import Comparison, compare
from negotiator.engine.placing import place
from negotiator.engine.replies import Audit, audit, overall
from negotiator.model import (
    Answer,
    Clause,
    Corpus,
    Evidence,
    Family,
    Force,
    How,
    Issue,
    Negotiation,
    Party,
    PartyKind,
    Reading,
    Reciprocity,
    Reply,
    Topic,
    Version,
    Wording,
)

FOUNDING = Path(__file__).parents[1] / ".." / "shared" / "corpus" / "exchange.json"
# Eleven more, written by people who had not seen the rules: what experts say of them is their word.
NEGOTIATIONS = sorted((Path(__file__).parent / "negotiations").glob("*.json"))
# Clauses of the founding corpus that record a silence: they are what is to be found.
RECORDS_OF_SILENCE = frozenset({"C18", "D22"})
PAIRS_ASKED, ASKS_ASKED = 38, 22

Told = Mapping[str, Any]
# The replies that an expert accepts, by the party that replies.
Accepted = Mapping[str, frozenset[Reply]]


@dataclass(frozen=True, slots=True)
class Exchange:
    """A negotiation with what experts say of it.

    Args:
        name: of its file.
        corpus: its facts, the manner of every answer left open.
        families: the families that an expert accepts, by issue and pair of parties.
        replies: the replies that an expert accepts, by the asking clause.
    """

    name: str
    corpus: Corpus
    families: Mapping[tuple[str, frozenset[str]], frozenset[Family]]
    replies: Mapping[str, Accepted]


def read(path: Path, *, stated: bool = False) -> Exchange:
    """Read a negotiation in the form of the founding corpus.

    Args:
        path: of the file.
        stated: whether the manner of each answer is taken over, not left open.
    """
    told = json.loads(path.read_text(encoding="utf-8"))
    clauses = [one for one in told["clauses"] if one["id"] not in RECORDS_OF_SILENCE]
    home = {one["id"]: one["document"] for one in clauses}
    issues = _issues_of(told)
    return Exchange(
        path.stem,
        Corpus(
            negotiation=_negotiation(told),
            versions=tuple(_version(key, one) for key, one in told["documents"].items()),
            clauses=tuple(_clause(one, number) for number, one in enumerate(clauses)),
            readings={f"{one['id']}@1": _reading(one, issues) for one in clauses},
            answers=tuple(_answers(clauses, home, stated=stated)),
        ),
        {
            (issue["id"], frozenset(pair.split("-"))): frozenset(map(Family, families))
            for issue in told["issues"]
            for pair, families in issue["families"].items()
        },
        dict(_replies(told, clauses)),
    )


def _negotiation(told: Told) -> Negotiation:
    sides = {
        code: str(number)
        for number, side in enumerate(told["negotiation"]["sides"], 1)
        for code in side
    }
    return Negotiation(
        title=told["negotiation"]["title"],
        rule=told["negotiation"].get("rule") or "",
        parties=tuple(
            Party(
                one["code"],
                one["name"],
                sides.get(one["code"], f"alone {one['code']}"),
                _kind(one["kind"]),
            )
            for one in told["parties"]
        ),
        topics=tuple(
            Topic(one["code"], one["label"], one.get("parent"), keywords=())
            for one in told["topics"]
        ),
        issues=tuple(Issue(one["id"], one["topic"], one["question"]) for one in told["issues"]),
    )


def _kind(told: str) -> PartyKind:
    return next((kind for kind in PartyKind if kind == told), PartyKind.ORGANISATION)


def _version(key: str, told: Told) -> Version:
    parties = told["party"] if isinstance(told["party"], list) else [told["party"]]
    addressees = told.get("addressee") or []
    return Version(
        key,
        1,
        told["title"],
        tuple(parties),
        genre=told.get("genre") or "",
        issued=date.fromisoformat(told["issued"]),
        addressees=tuple([addressees] if isinstance(addressees, str) else addressees),
    )


def _clause(told: Told, order: int) -> Clause:
    return Clause(
        told["id"],
        told["id"],
        f"{told['document']}@1",
        told["content"],
        order,
        told.get("reference") or "",
        wording=Wording.PARAPHRASE,
    )


def _issues_of(told: Told) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for issue in told["issues"]:
        for id in issue["clauses"]:
            found.setdefault(id, []).append(issue["id"])
    return found


def _reading(told: Told, issues: Mapping[str, list[str]]) -> Reading:
    return Reading(
        topics=tuple(told["topics"]),
        issues=tuple(issues.get(told["id"], ())),
        force=Force(told["force"]),
        bound=told.get("bound") or "",
        reciprocity=Reciprocity(told["reciprocal"]) if told.get("reciprocal") else None,
        linkage=tuple([told["linkage"]] if told.get("linkage") else ()),
        evidence=_evidence(told.get("evidence")),
    )


def _evidence(tier: str | None) -> Evidence | None:
    return next((one for one in Evidence if tier and one.value.startswith(tier)), None)


def _answers(clauses: list[Any], home: Mapping[str, str], *, stated: bool) -> Iterator[Answer]:
    for one in clauses:
        version = f"{one['document']}@1"
        for given in one["answers"]:
            how = How(given["how"]) if stated else None
            if given["clause"] in home:
                yield Answer(one["id"], how, to_clause=given["clause"], version=version)
        for given in one.get("answers_document") or ():
            how = How(given["how"]) if stated else None
            yield Answer(one["id"], how, to_proposal=given["document"], version=version)


def _replies(told: Told, clauses: list[Any]) -> Iterator[tuple[str, Accepted]]:
    """Give what an expert accepts for each demand and mutual commitment of the first proposals.

    An answer to another object is none. Where a party answers in several manners, what they
    amount to is accepted beside each.
    """
    hows: dict[tuple[str, str], list[How]] = {}
    for one in clauses:
        for given in one["answers"]:
            if given["how"] != How.OTHER_OBJECT:
                party = told["documents"][one["document"]]["party"]
                hows.setdefault((given["clause"], party), []).append(How(given["how"]))
    first = _first_proposals(told)
    for one in clauses:
        if one["document"] in first and one["force"] in (Force.DEMAND, Force.MUTUAL_COMMITMENT):
            yield (
                one["id"],
                {
                    party: frozenset({*(Reply(how.value) for how in said), overall(said)})
                    for (clause, party), said in hows.items()
                    if clause == one["id"]
                },
            )


def _first_proposals(told: Told) -> set[str]:
    """Return the documents that others answer and that themselves answer nothing."""
    home = {one["id"]: one["document"] for one in told["clauses"]}
    answering = {
        one["document"] for one in told["clauses"] if one["answers"] or one.get("answers_document")
    }
    answered = {home[given["clause"]] for one in told["clauses"] for given in one["answers"]}
    return answered - answering


def wrong_pairs(exchange: Exchange, whole: Comparison) -> Iterator[str]:
    """Say for each pair whose draft no expert accepts what was drafted and what is accepted."""
    gaps = {(row.issue.id, frozenset(gap.parties)): gap for row in whole.rows for gap in row.gaps}
    for (issue, pair), families in exchange.families.items():
        gap = gaps.get((issue, pair))
        drafted = gap.drafted.family if gap else Family.SILENT
        if drafted not in families:
            worst = drafted is Family.AGREED and families == {Family.OPPOSED}
            said = f"{gap.drafted.value}: {gap.rationale}" if gap else "no pair"
            yield (
                f"{'WORST ' if worst else ''}{issue} {'-'.join(sorted(pair))}:"
                f" accepted {', '.join(sorted(families))}; {said}"
            )


def wrong_replies(exchange: Exchange, found: Audit) -> Iterator[str]:
    """Say for each ask whose reply no expert accepts what was found and what is accepted.

    The reply of every addressee must be right.
    """
    for clause, accepted in exchange.replies.items():
        asks = [one for one in found.asks if one.clause == clause and one.addressed]
        wrong = [
            f"{one.addressee} {one.answer} {' '.join(one.by)}, accepted "
            + ", ".join(sorted(accepted.get(one.addressee, NOTHING)))
            for one in asks
            if one.answer not in accepted.get(one.addressee, NOTHING)
        ]
        if wrong or not asks:
            yield f"{clause}: {'; '.join(wrong) or 'no addressee'}"


NOTHING = frozenset({Reply.NOT_ADDRESSED, Reply.NOT_YET_ANSWERED})


def manners(drafted: Exchange, stated: Exchange) -> tuple[int, int]:
    """Return how many answers between clauses are drafted in the manner stated, and of how many."""
    said = {(one.clause, one.to_clause): one.how for one in stated.corpus.answers if one.to_clause}
    versions = drafted.corpus.versions
    found = [
        answer.how is said[answer.clause, answer.to_clause]
        for placed in place(drafted.corpus, versions, versions)
        for answer in placed.answers
        if answer.to_clause
    ]
    return sum(found), len(found)


def figures() -> Iterator[Figure]:
    """Measure on the founding corpus, where it is beside the checkout."""
    if not FOUNDING.exists():
        return
    exchange = read(FOUNDING)
    whole = compare(exchange.corpus)
    pairs, asks = len(exchange.families), len(exchange.replies)
    right = pairs - len(list(wrong_pairs(exchange, whole)))
    told = asks - len(list(wrong_replies(exchange, audit(whole))))
    yield Figure(
        "gaps drafted in a family that an expert accepts",
        f"{right} of {pairs}",
        "founding corpus, verdicts and manners hidden",
        f"{PAIRS_ASKED}",
        right >= PAIRS_ASKED,
    )
    yield Figure(
        "demands and mutual commitments with the right reply or silence",
        f"{told} of {asks}",
        "founding corpus, manners hidden",
        f"{ASKS_ASKED}",
        told >= ASKS_ASKED,
    )


def main(arguments: list[str]) -> None:
    """Print what is right, and with `--misses` what is not."""
    named = [Path(one) for one in arguments if not one.startswith("--")]
    founding = [FOUNDING] if FOUNDING.exists() else []
    paths = named or [*founding, *NEGOTIATIONS]
    for path in paths:
        exchange = read(path, stated="--stated" in arguments)
        whole = compare(exchange.corpus)
        pairs = list(wrong_pairs(exchange, whole))
        asks = list(wrong_replies(exchange, audit(whole)))
        right, all_ = manners(exchange, read(path, stated=True))
        worst = sum(one.startswith("WORST") for one in pairs)
        print(
            f"{exchange.name}: {len(exchange.families) - len(pairs)} of {len(exchange.families)}"
            f" pairs in an accepted family, {worst} agreed where only opposed is;"
            f" {len(exchange.replies) - len(asks)} of {len(exchange.replies)} asks;"
            f" {right} of {all_} manners"
        )
        if "--misses" in arguments:
            print("\n".join([*pairs, *asks]))


if __name__ == "__main__":
    main(sys.argv[1:])
