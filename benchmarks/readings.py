"""How far the machine's drafts can be trusted: topics, strength and silence beside hand labels.

`python -m benchmarks.readings` prints three tables. It reads the labelled texts that stand in
`shared/evaluation` beside the checkout, and says so where they are absent.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.labelled import EVALUATION, rows
from negotiator.engine.drafting import judge, strength
from negotiator.engine.drafting.classifier import Classifier, Example
from negotiator.engine.drafting.terms import counted
from negotiator.engine.drafting.topics import LEAD_BY_LEARNING
from negotiator.model import Strength

CHECKOUT = Path(__file__).parents[1]
LABELS = CHECKOUT / "tests" / "engine" / "drafting" / "strength_labels.jsonl"
FOLDS = 5
FORBIDS = frozenset({Strength.PROHIBITS, Strength.SHALL_REFRAIN})

Key = tuple[int, str]
Scored = Mapping[Key, tuple[float, str, float]]


def folds(names: Sequence[Any]) -> dict[Any, int]:
    """Deal names into folds, always the same way."""
    dealt = sorted(set(names))
    Random(0).shuffle(dealt)
    return {name: place % FOLDS for place, name in enumerate(dealt)}


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Return the mean F1 over the labels of (label, draft) pairs; an empty draft is a miss."""
    hits = Counter(label for label, drafted in pairs if label == drafted)
    said = Counter(drafted for _, drafted in pairs)
    held = Counter(label for label, _ in pairs)
    return sum(2 * hits[one] / (held[one] + said[one]) for one in held) / len(held)


def topics() -> Iterator[str]:
    """Measure the topic drafts on trade agreements, every treaty held out once."""
    articles = rows(EVALUATION / "c_topics_tota" / "train.jsonl")
    treaties = [article["id"].partition(":")[0] for article in articles]
    fold = folds(treaties)
    counts = [counted(article["text"]) for article in articles]
    best: list[tuple[str, str]] = []
    sure: list[tuple[str, str]] = []
    seconds = 0.0
    for held_out in range(FOLDS):
        begun = time.process_time()
        classifier = Classifier(
            [
                Example(terms, (article["topic"],), article["id"])
                for article, terms, treaty in zip(articles, counts, treaties, strict=True)
                if fold[treaty] != held_out
            ]
        )
        seconds += time.process_time() - begun
        for article, terms, treaty in zip(articles, counts, treaties, strict=True):
            if fold[treaty] == held_out:
                verdict = classifier.verdict(terms)
                best.append((article["topic"], verdict.label))
                drafted = verdict.label if verdict.lead >= LEAD_BY_LEARNING else ""
                sure.append((article["topic"], drafted))
    made = [pair for pair in sure if pair[1]]
    right = sum(label == drafted for label, drafted in made)
    yield f"articles {len(articles)}, treaties {len(fold)}, topics 23, {FOLDS} folds by treaty"
    yield f"macro-F1 of the best topic      {macro_f1(best):.3f}   (asked: .840)"
    yield f"drafts made (else: no topic)    {len(made) / len(sure):.3f}"
    yield f"right among the drafts made     {right / len(made):.3f}"
    yield f"learning from 4/5 of them       {seconds / FOLDS:.1f} s of processor time"


def texts(folder: str) -> dict[tuple[str, str, str], str]:
    """Return the clauses of an alignment set by pair, side and id."""
    return {
        (pair["pair_id"], side, clause["id"]): clause["text"]
        for pair in rows(EVALUATION / folder / "dev_pairs.jsonl")
        for side in ("left", "right")
        for clause in pair[side]["clauses"]
    }


def strengths() -> Iterator[str]:
    """Measure the strength of clauses of treaties against labels given by hand."""
    labels = [row for row in rows(LABELS) if "label" in row]
    sets = {name: texts(name) for name in sorted({row["set"] for row in labels})}
    for sample in ("first", "second"):
        confusion: Counter[tuple[str, str]] = Counter()
        for row in labels:
            if row.get("sample", "first") == sample:
                text = sets[row["set"]][row["pair"], row["side"], row["id"]]
                confusion[row["label"], str(judge(text, "en").strength or "none")] += 1
        right = sum(times for (label, drafted), times in confusion.items() if label == drafted)
        size = sum(confusion.values())
        yield f"{sample} sample: {right} of {size} right, {right / size:.3f}   (asked: .90)"
        for (label, drafted), times in sorted(confusion.items()):
            yield f"  {label:<22} drafted as {drafted:<22} {times:>4}"


class Agreements:
    """Confidentiality agreements with what they say, or do not say, to seventeen topics."""

    def __init__(self) -> None:
        """Read them."""
        folder = EVALUATION / "d3_contractnli"
        self.topics: dict[str, dict[str, str]] = json.loads(
            (folder / "topics.json").read_text(encoding="utf-8")
        )
        self.clauses = {row["doc"]: row["clauses"] for row in rows(folder / "dev_docs.jsonl")}
        gold = rows(folder / "dev_doc_gold.jsonl")
        self.gold = {(row["doc"], row["topic"]): row["label"] for row in gold}
        self.evidence = {(row["doc"], row["topic"]): row["evidence"] for row in gold}
        self.pairs = rows(folder / "dev_pair_gold.jsonl")
        self.texts = {c["id"]: c["text"] for held in self.clauses.values() for c in held}
        self.counts = {id: counted(text) for id, text in self.texts.items()}

    def learned(self, documents: Sequence[int]) -> Classifier:
        """Learn from the topics' own words and the confirmed clauses of some agreements.

        A clause that was confirmed under no topic is an example of none.
        """
        examples = [
            Example(counted(f"{topic['short_description']}. {topic['hypothesis']}"), (f"{code}+",))
            for code, topic in self.topics.items()
        ]
        for document in documents:
            under: dict[str, list[str]] = {}
            for code in self.topics:
                sign = "+" if self.gold[document, code] == "entailment" else "-"
                for id in self.evidence[document, code]:
                    under.setdefault(id, []).append(f"{code}{sign}")
            examples += [
                Example(self.counts[c["id"]], tuple(under.get(c["id"], ["none"])), c["id"])
                for c in self.clauses[document]
            ]
        return Classifier(examples)

    def scored(
        self, classifier: Classifier, documents: Sequence[int]
    ) -> dict[Key, tuple[float, str, float]]:
        """Return for an agreement and topic: best score, its clause, how far it affirms."""
        found = {}
        for document in documents:
            scores = [
                (c["id"], classifier.scores(self.counts[c["id"]])) for c in self.clauses[document]
            ]
            for code in self.topics:
                ranked = sorted(
                    (
                        max(yes := s[f"{code}+"], no := s.get(f"{code}-", -9.0))
                        - s.get("none", 0.0),
                        id,
                        yes - no,
                    )
                    for id, s in scores
                )[::-1]
                found[document, code] = (*ranked[0][:2], sum(affirms for *_, affirms in ranked[:3]))
        return found


def threshold(agreements: Agreements, scored: Scored) -> dict[str, float]:
    """Return, for each topic, below which score silence is drafted: half its own, half common."""

    def best(keys: Sequence[Key]) -> float:
        candidates = sorted({scored[key][0] for key in keys})
        silent = [(scored[key][0], agreements.gold[key] == "silent") for key in keys]
        return max(candidates, key=lambda t: (sum((s < t) == label for s, label in silent), -t))

    common = best(list(scored))
    return {
        code: (common + best([key for key in scored if key[1] == code])) / 2
        for code in agreements.topics
    }


def silence() -> Iterator[str]:
    """Measure what agreements say to topics, agreements held out fold by fold."""
    agreements = Agreements()
    fold = folds(list(agreements.clauses))
    learned: dict[Key, str] = {}
    for held_out in range(FOLDS):
        known = [document for document in fold if fold[document] != held_out]
        inner: dict[Key, tuple[float, str, float]] = {}
        for part in range(3):
            classifier = agreements.learned([d for i, d in enumerate(known) if i % 3 != part])
            inner |= agreements.scored(
                classifier, [d for i, d in enumerate(known) if i % 3 == part]
            )
        least = threshold(agreements, inner)
        asked = [document for document in fold if fold[document] == held_out]
        for key, (score, _, affirms) in agreements.scored(agreements.learned(known), asked).items():
            spoken = "entailment" if affirms >= 0 else "contradiction"
            learned[key] = spoken if score >= least[key[1]] else "silent"
    yield from _agreements_table("confirmed readings of other agreements", agreements, learned)
    scored = agreements.scored(agreements.learned([]), list(fold))
    defined: dict[Key, str] = {}
    for held_out in range(FOLDS):
        least = threshold(agreements, {k: v for k, v in scored.items() if fold[k[0]] != held_out})
        for key, (score, id, _) in scored.items():
            if fold[key[0]] == held_out:
                turned = opposed(agreements.topics[key[1]]["hypothesis"], agreements.texts[id])
                spoken = "contradiction" if turned else "entailment"
                defined[key] = spoken if score >= least[key[1]] else "silent"
    yield from _agreements_table("the topics' definitions alone", agreements, defined)


def opposed(one: str, other: str) -> bool:
    """Tell whether one text forbids what the other permits, by their strength alone."""
    strengths = {strength(one), strength(other)}
    return Strength.MAY in strengths and bool(strengths & FORBIDS)


def _agreements_table(
    name: str, agreements: Agreements, drafted: Mapping[Key, str]
) -> Iterator[str]:
    right = sum(agreements.gold[key] == label for key, label in drafted.items())
    yield f"by {name}: {right / len(drafted):.3f} of {len(drafted)} labels right"
    statuses: Counter[tuple[str, str]] = Counter()
    for pair in agreements.pairs:
        for topic in pair["topics"]:
            left, other = (drafted[pair[side], topic["topic"]] for side in ("left", "right"))
            silent = (left, other).count("silent")
            said = ("agree" if left == other else "conflict", "one_silent", "both_silent")[silent]
            statuses[topic["status"], said] += 1
    for status in ("agree", "conflict", "one_silent", "both_silent"):
        hit = statuses[status, status]
        claimed = sum(times for (_, drafted_as), times in statuses.items() if drafted_as == status)
        held = sum(times for (label, _), times in statuses.items() if label == status)
        f1 = 2 * hit / max(1, claimed + held)
        asked = "   (floor: .075)" if status == "conflict" else ""
        yield (
            f"  {status:<12} precision {hit / max(1, claimed):.2f}"
            f"  recall {hit / max(1, held):.2f}  F1 {f1:.3f}  of {held}{asked}"
        )


def main() -> None:
    """Print the three tables."""
    if not EVALUATION.is_dir():
        print(f"the labelled texts are absent: {EVALUATION} is not there; nothing was measured")
        return
    for title, table in (("Topic", topics), ("Strength", strengths), ("Silence", silence)):
        print(f"## {title}")
        for line in table():
            print(line)
        print(flush=True)


if __name__ == "__main__":
    main()
