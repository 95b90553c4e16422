"""Pairs of documents whose links are known, from `shared/evaluation` beside the checkout.

Beside the pairs that stand there, more are made of the same texts for fitting: agreements of
different pairs, linked where the same heading stands in the same kind of chapter, and amendments to
the same passage, dealt to two parties.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

from rapidfuzz import fuzz, process

from negotiator.engine.alignment import Passage

EVALUATION = Path(__file__).parents[1] / ".." / "shared" / "evaluation"
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two documents with their links, as numbers of clauses.

    Args:
        task: what kind of pair it is.
        name: what it is called.
        sources: the documents it is made of; what shares one is held out together.
        left: the clauses of one document.
        right: those of the other.
        links: the true links.
        ignored: links that count neither as right nor as wrong.
        partial: whether only some of the true links are known.
    """

    task: str
    name: str
    sources: frozenset[str]
    left: tuple[Passage, ...]
    right: tuple[Passage, ...]
    links: frozenset[Pair]
    ignored: frozenset[Pair] = frozenset()
    partial: bool = False

    def label(self, pair: Pair) -> bool | None:
        """Tell whether a pair is a link, None where nobody knows."""
        if pair in self.links:
            return True
        unknown = self.partial and not any(
            pair[0] == row or pair[1] == column for row, column in self.links
        )
        return None if unknown or pair in self.ignored else False


def amendments() -> Iterator[Labelled]:
    """Yield what groups of a parliament tabled to one bill, linked by the place amended."""
    yield from _stated("a1", "a1_gdpr_parties", partial=False)


def agreements() -> Iterator[Labelled]:
    """Yield trade agreements of different parties, some links known by their headings."""
    yield from _stated("a2", "a2_tota_headings", partial=True)


def treaties() -> Iterator[Labelled]:
    """Yield versions of one treaty."""
    yield from _stated("a3", "a3_eu_treaties", partial=False)


def rows(path: Path) -> list[Any]:
    """Return the rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _stated(task: str, folder: str, *, partial: bool) -> Iterator[Labelled]:
    gold = {row["pair_id"]: row for row in rows(EVALUATION / folder / "dev_gold.jsonl")}
    for row in rows(EVALUATION / folder / "dev_pairs.jsonl"):
        sides = [_passages(row[side]["clauses"]) for side in ("left", "right")]
        names = frozenset(str(row[side].get("doc", row["pair_id"])) for side in ("left", "right"))
        truth = gold[row["pair_id"]]
        yield _labelled(
            task,
            row["pair_id"],
            names,
            sides,
            truth["links"],
            ignored=truth.get("ignore", ()),
            partial=partial,
        )


def _passages(clauses: Any) -> tuple[Passage, ...]:
    return tuple(Passage(clause["id"], clause["text"]) for clause in clauses)


def _labelled(
    task: str,
    name: str,
    sources: frozenset[str],
    sides: list[tuple[Passage, ...]],
    links: Any,
    *,
    ignored: Any = (),
    partial: bool = False,
) -> Labelled:
    place = [{passage.id: at for at, passage in enumerate(side)} for side in sides]
    known = frozenset((place[0][one], place[1][other]) for one, other in links)
    passed = frozenset(
        (place[0][one], place[1][other])
        for one, other in ignored
        if one in place[0] and other in place[1]
    )
    return Labelled(task, name, sources, sides[0], sides[1], known, passed - known, partial)


# So many of the made pairs of agreements for each agreement, with at least so many links.
PAIRS_OF_EACH = 6
LEAST_LINKS = 5


def crossed_agreements() -> Iterator[Labelled]:
    """Yield agreements of different pairs, linked by heading and kind of chapter."""
    gold = {r["pair_id"]: r for r in rows(EVALUATION / "a2_tota_headings" / "dev_gold.jsonl")}
    texts: dict[str, tuple[Passage, ...]] = {}
    titled: dict[str, dict[tuple[str, str], str]] = {}
    together: set[frozenset[str]] = set()
    for row in rows(EVALUATION / "a2_tota_headings" / "dev_pairs.jsonl"):
        truth = gold[row["pair_id"]]
        together.add(frozenset(row[side]["doc"] for side in ("left", "right")))
        for end, side in enumerate(("left", "right")):
            name = row[side]["doc"]
            texts[name] = _passages(row[side]["clauses"])
            for link, meta in zip(truth["links"], truth["meta"], strict=True):
                heading = meta["heading"].strip("0123456789").lower()
                titled.setdefault(name, {})[heading, meta["topic"]] = link[end]
    pairs = [pair for pair in combinations(sorted(texts), 2) if frozenset(pair) not in together]
    Random(3).shuffle(pairs)
    made = Counter[str]()
    for one, other in pairs:
        same = sorted(set(titled[one]) & set(titled[other]))
        if max(made[one], made[other]) >= PAIRS_OF_EACH or len(same) < LEAST_LINKS:
            continue
        made.update((one, other))
        yield _labelled(
            "crossed",
            f"{one} and {other}",
            frozenset((one, other)),
            [texts[one], texts[other]],
            [(titled[one][title], titled[other][title]) for title in same],
            partial=True,
        )


# How often a party amends a passage, and how often it does so again.
AMENDS = (0.16, 0.20)
AMENDS_AGAIN = (0.15, 0.18)
SHORTEST = 10


def dealt_amendments(number: int) -> Iterator[Labelled]:
    """Yield amendments to the same passages of a bill, dealt to two parties in its order.

    Args:
        number: how many pairs of parties.
    """
    bill = [
        _plain(row["text"])[:400]
        for row in rows(EVALUATION / "a1_gdpr_parties" / "base_text_en.jsonl")
    ]
    proposals: dict[str, list[str]] = defaultdict(list)
    for row in rows(EVALUATION / "d1_gdpr_direction" / "train.jsonl"):
        if len(_plain(row["old"])) >= SHORTEST and row["new"].strip():
            proposals[_plain(row["old"])].append(row["new"])
    place = {
        old: (process.extractOne(old[:400], bill, scorer=fuzz.ratio) or ("", 0, 0))[2]
        for old in proposals
    }
    passages = sorted(proposals, key=lambda old: (place[old], old))
    random = Random(1)
    for count in range(number):
        sides: list[list[Passage]] = [[], []]
        links: list[tuple[str, str]] = []
        for old in passages:
            texts = random.sample(proposals[old], len(proposals[old]))
            tabled: list[list[str]] = []
            for end, side in enumerate(sides):
                many = (random.random() < AMENDS[end]) * (1 + (random.random() < AMENDS_AGAIN[end]))
                tabled.append([])
                for text in texts[:many]:
                    side.append(Passage(f"{end}-{len(side)}", text))
                    tabled[-1].append(side[-1].id)
                texts = texts[many:]
            links += [(one, other) for one in tabled[0] for other in tabled[1]]
        name = f"dealt {count}"
        yield _labelled("dealt", name, frozenset((name,)), [tuple(s) for s in sides], links)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
