"""What lines up two versions: ours and its peer, each run in a process of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from time import perf_counter

from benchmarks.memory import peak

# Old place, new place, score, whether it is called moved (the peer has no word for it).
Row = tuple[int, int, float, bool]
Aligner = Callable[[Sequence[str], Sequence[str]], list[Row]]


def ours() -> Aligner:
    """Return the engine's own matching, imported."""
    match = import_module("negotiator.engine.versions").match

    def lined_up(old: Sequence[str], new: Sequence[str]) -> list[Row]:
        return [
            (before, after, one.score, one.moved)
            for one in match(old, new).matches
            for before in one.old
            for after in one.new
        ]

    return lined_up


def tfidf() -> Aligner:
    """Return TF-IDF cosine with linear assignment, imported: scikit-learn and scipy as they come.

    The assignment is that of Crouse 2016, as scipy implements it.
    """
    assignment = import_module("scipy.optimize").linear_sum_assignment
    vectorizing = import_module("sklearn.feature_extraction.text").TfidfVectorizer

    def lined_up(old: Sequence[str], new: Sequence[str]) -> list[Row]:
        vectors = vectorizing().fit_transform([*old, *new])
        cosines = (vectors[: len(old)] @ vectors[len(old) :].T).toarray()
        rows, columns = assignment(cosines, maximize=True)
        scores = cosines[rows, columns]
        return [
            (int(before), int(after), float(score), False)
            for before, after, score in zip(rows, columns, scores, strict=True)
        ]

    return lined_up


ALIGNERS = {"ours": ours, "tfidf": tfidf}


def child(who: str, path: str) -> None:
    """Line up the texts of a file and print what it took and gave; run in a process of its own."""
    old, new = json.loads(Path(path).read_bytes())
    aligner = ALIGNERS[who]()
    before = peak()
    begun = perf_counter()
    rows = aligner(old, new)
    seconds = perf_counter() - begun
    print(json.dumps({"seconds": seconds, "memory": peak() - before, "rows": rows}))
