"""Fits the weights of links between texts of different parties, and says how good they are.

`python -m benchmarks.fitting` cross-validates on the labelled documents beside the checkout: what
shares a document with the one tested is held out. It prints precision, recall and F1, and how
often a link of a score is right; with `--ablation` also what each group of signals adds. `--write`
fits on all of them and writes `negotiator/engine/alignment/weights.py`. It needs scikit-learn.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]  # ships no types

from benchmarks import labelled
from benchmarks.labelled import Labelled, Pair
from negotiator.engine.alignment import choosing, evidence
from negotiator.engine.alignment.odds import likelihood
from negotiator.engine.alignment.signals import SIGNALS, Documents
from negotiator.engine.alignment.surroundings import SURROUNDINGS
from negotiator.engine.alignment.weighing import Weights

WEIGHTS = Path(__file__).parents[1] / "negotiator/engine/alignment/weights.py"

# The signals of the first glance, by which rivals are found; those of the first look and of short
# clauses follow. Articles are weighed by all of them. The weights of the glance are fitted once, on
# all tasks, and stay as they are while the others are fitted.
GLANCE = (
    *("words and pairs", "stems", "runs of four words", "first thirty words", "first sentence"),
    *("shorter in longer", "other defined term", "length", "difference of length"),
)
FIRST = (*GLANCE, *evidence.RIVALS)
ORDER = ("crossing links where order holds", "number of crossing links where order holds")


@dataclass(frozen=True)
class Kind:
    """A kind of documents with weights of its own.

    Args:
        name: as in the names of the tables.
        tested: the task whose documents it is tested on.
        tasks: how much a pair of clauses of each task counts.
        signals: what it is weighed by.
        first: how strongly the first look is fitted (the inverse of the penalty on weights).
        whole: how strongly the whole is.
    """

    name: str
    tested: str
    tasks: Mapping[str, float]
    signals: tuple[str, ...]
    first: float
    whole: float


KINDS = (
    Kind("CLAUSES", "a1", {"a1": 1.0, "dealt": 0.3}, (*FIRST, *ORDER), 3.0, 0.3),
    Kind("ARTICLES", "a2", {"a2": 1.0, "crossed": 0.5}, evidence.ALL, 3.0, 0.05),
)


@dataclass
class Case:
    """A labelled pair of documents with all that is known of its candidates."""

    labelled: Labelled
    documents: Documents
    found: evidence.Evidence
    pairs: list[Pair]
    labels: np.ndarray
    values: np.ndarray = field(default_factory=lambda: np.zeros((0, 0)))


def case(one: Labelled) -> Case:
    """Return a labelled pair with the signals of its wording."""
    documents = Documents((one.left, one.right))
    found = evidence.evidence(documents, 0, 1)
    pairs = list(found.wording)
    labels = [one.label(pair) for pair in pairs]
    return Case(
        one,
        documents,
        found,
        pairs,
        np.array([-1 if label is None else int(label) for label in labels]),
    )


def look_around(cases: Sequence[Case], first: Weights) -> None:
    """Add the signals of the surroundings, by the first look with some weights."""
    for one in cases:
        seen = {
            pair: likelihood(first.log_odds(values)) for pair, values in one.found.wording.items()
        }
        every = evidence.around(one.documents, 0, 1, one.found, seen)
        one.values = np.array([every[pair] for pair in one.pairs])


def fit(
    cases: Iterable[Case], kind: Kind, names: Sequence[str], signals: Sequence[str], strength: float
) -> Weights:
    """Return the weights fitted on some cases.

    Args:
        cases: with values in the order of `names`.
        kind: how much each task counts.
        names: the signals that the values are of.
        signals: those to weigh.
        strength: the inverse of the penalty.
    """
    columns = [names.index(name) for name in names if name in signals]
    values, labels, counts = [], [], []
    for one in cases:
        known = one.labels >= 0
        rows = one.values if one.values.size else np.array(list(one.found.wording.values()))
        values.append(rows[known][:, columns])
        labels.append(one.labels[known])
        counts.append(np.full(known.sum(), kind.tasks[one.labelled.task]))
    x = np.concatenate(values)
    mean, spread = x.mean(0), x.std(0) + 1e-9
    model = LogisticRegression(C=strength, max_iter=100, solver="newton-cholesky", tol=1e-5)
    model.fit((x - mean) / spread, np.concatenate(labels), sample_weight=np.concatenate(counts))
    found = model.coef_[0] / spread
    base = float(model.intercept_[0] - found @ mean)
    weights = dict(zip(columns, (float(weight) for weight in found), strict=True))
    return Weights(base, tuple(weights.get(column, 0.0) for column in range(len(names))))


def likelihoods(one: Case, weights: Weights) -> np.ndarray:
    """Return how likely each candidate of a case is a link."""
    return 1 / (1 + np.exp(-np.clip(one.values @ np.array(weights.of) + weights.base, -30, 30)))


def held_out(
    cases: Sequence[Case], kind: Kind, signals: Sequence[str]
) -> list[tuple[Case, np.ndarray]]:
    """Return the tested cases with likelihoods by weights that saw none of their documents."""
    return [
        (
            one,
            likelihoods(
                one,
                fit(
                    [c for c in cases if not c.labelled.sources & one.labelled.sources],
                    kind,
                    evidence.ALL,
                    signals,
                    kind.whole,
                ),
            ),
        )
        for one in cases
        if one.labelled.task == kind.tested
    ]


def counted(one: Case, values: np.ndarray, threshold: float) -> tuple[int, int, int]:
    """Return the right, wrong and missed links of a case."""
    alike = tuple(one.documents.pairs.between(number, number) for number in (0, 1))
    chosen = choosing.choose(
        dict(zip(one.pairs, values.tolist(), strict=True)), (alike[0], alike[1]), threshold
    )
    truth = one.labelled
    right = len(chosen & truth.links)
    wrong = sum(truth.label(pair) is False for pair in chosen)
    return right, wrong, len(truth.links) - right


def quality(tested: Sequence[tuple[Case, np.ndarray]], threshold: float) -> str:
    """Return precision, recall and F1 over all links, for a table."""
    right, wrong, missed = np.sum([counted(*one, threshold) for one in tested], axis=0)
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return f"{precision:.3f} | {recall:.3f} | {2 * right / (2 * right + wrong + missed):.3f}"


def calibration(tested: Sequence[tuple[Case, np.ndarray]]) -> list[str]:
    """Return for ranges of scores how many candidates have one, and how many of them are links."""
    scores = np.concatenate([values[one.labels >= 0] for one, values in tested])
    labels = np.concatenate([one.labels[one.labels >= 0] for one, _ in tested])
    edges = (0.1, 0.3, 0.5, 0.7, 0.9, 1.0)
    lines = []
    for low, high in pairwise(edges):
        within = (scores >= low) & (scores < high + (high == 1.0))
        if within.any():
            lines.append(
                f"| {low:.1f} to {high:.1f} | {within.sum()} | {scores[within].mean():.2f} | "
                f"{labels[within].mean():.2f} |"
            )
    return lines


GROUPS: Mapping[str, tuple[str, ...]] = {
    "words, pairs and stems": SIGNALS[:3],
    "runs of four words": SIGNALS[3:5],
    "openings": SIGNALS[5:10],
    "names and numbers": SIGNALS[10:12],
    "containment and length": SIGNALS[12:16],
    "defined terms": SIGNALS[16:18],
    "rivals": (*evidence.RIVALS, *SURROUNDINGS[4:10]),
    "neighbours": (*SURROUNDINGS[:4], *SURROUNDINGS[10:19]),
    "order and place": SURROUNDINGS[19:],
}


def _table(name: str, weights: Weights) -> str:
    lines = [f'    "base": {weights.base:.4f},']
    lines += [
        f'    "{signal}": {weight:.4f},'
        for signal, weight in zip(evidence.ALL, weights.of, strict=False)
        if weight
    ]
    return f"{name} = {{\n" + "\n".join(lines) + "\n}\n"


def main() -> None:
    """Fit, test, print, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the weights of the package")
    parser.add_argument("--ablation", action="store_true", help="leave out groups of signals")
    asked = parser.parse_args()
    pairs = [
        *labelled.amendments(),
        *labelled.dealt_amendments(24),
        *labelled.agreements(),
        *labelled.crossed_agreements(),
    ]
    with ProcessPoolExecutor(2) as pool:
        cases = list(pool.map(case, pairs))
    tables = []
    for kind in KINDS:
        mine = [one for one in cases if one.labelled.task in kind.tasks]
        first = fit(mine, kind, evidence.WORDING, FIRST, kind.first)
        look_around(mine, first)
        tested = held_out(mine, kind, kind.signals)
        print(f"\n## {kind.name.lower()}\n\n| what | P | R | F1 |\n|---|---|---|---|")
        for threshold in (0.2, choosing.THRESHOLD, 0.3, 0.35, 0.4):
            print(f"| from {threshold:.2f} | {quality(tested, threshold)} |")
        if asked.ablation:
            for group, names in GROUPS.items():
                fewer = [name for name in kind.signals if name not in names]
                print(
                    f"| without {group} | "
                    f"{quality(held_out(mine, kind, fewer), choosing.THRESHOLD)} |",
                    flush=True,
                )
        print("\n| score | candidates | mean score | right |\n|---|---|---|---|")
        print("\n".join(calibration(tested)), flush=True)
        tables.append(_table(f"{kind.name}_FIRST", first))
        whole = fit(mine, kind, evidence.ALL, kind.signals, kind.whole)
        tables.append(_table(kind.name, whole))
    if asked.write:
        head = (
            '"""The fitted weights; `python -m benchmarks.fitting --write` writes this module."""'
        )
        WEIGHTS.write_text(head + "\n\n" + "\n".join(tables), encoding="utf-8")


if __name__ == "__main__":
    main()
