"""Versions of one text lined up, beside TF-IDF cosine with linear assignment.

`python -m benchmarks.versions` prints what both find. Every run has a process of its own, ours
and the peer's by turns; seconds and memory are those of the lining up alone, without the imports
and the reading of the texts.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import treaties
from benchmarks.aligners import Row
from benchmarks.edits import HARD, USUAL, Setting, made
from benchmarks.measure import Figure
from benchmarks.truth import Edited, Found, Pair, found, in_order

CHECKOUT = Path(__file__).parents[1]
LARGE, SMALL = 8_000, 1_000
TIMES = 3
SEED = 20220217
CHILD = "import sys; from benchmarks.aligners import child; child(*sys.argv[1:])"


@dataclass(frozen=True, slots=True)
class Run:
    """What one method took and found.

    Args:
        seconds: of every run.
        memory: in MiB, the median of the runs.
        found: how well.
        note: how it was set.
    """

    seconds: tuple[float, ...]
    memory: float
    found: Found
    note: str = ""


def runs(setting: Setting, size: int, names: Sequence[str], times: int = TIMES) -> dict[str, Run]:
    """Run methods by turns on one pair of versions.

    Args:
        setting: how much is edited.
        size: how many clauses the first version has.
        names: of ours and the peer's.
        times: how often each runs.
    """
    truth = made(size, setting, SEED)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "versions.json"
        path.write_text(json.dumps([truth.old, truth.new]), encoding="utf-8")
        told = [{name: _told(name, path) for name in names} for _ in range(times)]
    return {name: _run(name, [turn[name] for turn in told], truth) for name in names}


def _told(name: str, path: Path) -> Any:
    done = subprocess.run(
        [sys.executable, "-c", CHILD, name, str(path)],
        check=True,
        stdout=subprocess.PIPE,
        cwd=CHECKOUT,
    )
    return json.loads(done.stdout)


def _run(name: str, told: Sequence[Any], truth: Edited) -> Run:
    rows: list[Row] = [tuple(row) for row in told[0]["rows"]]
    seen, note = _judged(rows, truth) if name == "ours" else _at_its_best(rows, truth)
    return Run(
        seconds=tuple(one["seconds"] for one in told),
        memory=median(one["memory"] for one in told),
        found=seen,
        note=note,
    )


def _judged(rows: Sequence[Row], truth: Edited) -> tuple[Found, str]:
    links = {(old, new) for old, new, *_ in rows}
    moved = {(old, new) for old, new, _, moved in rows if moved}
    return found(truth, links, moved), ""


def _at_its_best(rows: Sequence[Row], truth: Edited) -> tuple[Found, str]:
    """Judge the peer at the threshold that is best for it here; out of order is moved."""

    def judged(least: float) -> Found:
        links = [(old, new) for old, new, score, _ in rows if score >= least]
        run = in_order([new for _, new in links])
        moved: set[Pair] = {link for at, link in enumerate(links) if at not in run}
        return found(truth, set(links), moved)

    least = max((step / 50 for step in range(50)), key=lambda step: judged(step).f1)
    return judged(least), f"threshold {least:.2f}, the best for it here"


def figures() -> list[Figure]:
    """Return what is asked of ours, on usual and hard edits; nothing without treaties or peer."""
    if not treaties.available() or not importlib.util.find_spec("sklearn"):
        return []
    both = ("ours", "tfidf")
    lines: list[Figure] = []
    for name, setting, least in (("usual", USUAL, 0.99), ("hard", HARD, 0.965)):
        ran = runs(setting, LARGE, both)
        lines += _figures(name, ran["ours"], ran["tfidf"], least)
        small = runs(setting, SMALL, both)
        share = median(small["ours"].seconds) / median(ran["ours"].seconds)
        lines.append(
            Figure(
                f"versions of {SMALL:,} clauses, {name}",
                f"{median(small['ours'].seconds):.2f} s, F1 {small['ours'].found.f1:.3f}",
                f"{LARGE:,} clauses: {share:.2f} of that time;"
                f" TF-IDF {median(small['tfidf'].seconds):.2f} s,"
                f" F1 {small['tfidf'].found.f1:.3f}",
                "0.1 of the time",
                share <= 0.1,
            )
        )
    return lines


def _figures(name: str, mine: Run, peer: Run, least: float) -> list[Figure]:
    faster = median(his / ours for ours, his in zip(mine.seconds, peer.seconds, strict=True))
    smaller = peer.memory / max(0.1, mine.memory)
    seen, beside = mine.found, peer.found
    text = f"versions of {LARGE:,} clauses, {name}"
    return [
        Figure(
            text,
            f"{median(mine.seconds):.1f} s, {faster:.1f} x faster",
            f"TF-IDF, linear assignment: {median(peer.seconds):.1f} s",
            "1.5 x faster",
            faster >= 1.5,
        ),
        Figure(
            "memory that it takes",
            f"{mine.memory:.0f} MiB",
            f"{peer.memory:.0f} MiB, {smaller:.1f} x",
            "an eighth",
            smaller >= 8,
        ),
        Figure(
            "F1 of its links",
            f"{seen.f1:.3f}",
            f"{beside.f1:.3f} ({peer.note})",
            f"{least:.3f}",
            seen.f1 >= least,
        ),
        Figure(
            "recall of splits / merges",
            f"{seen.split:.2f} / {seen.merged:.2f}",
            f"{beside.split:.2f} / {beside.merged:.2f}",
            ".93",
            min(seen.split, seen.merged) >= 0.93,
        ),
        Figure(
            "moves, precision / recall",
            f"{seen.precision:.2f} / {seen.recall:.2f}",
            f"{beside.precision:.2f} / {beside.recall:.2f}",
            ".88 / .95",
            seen.precision >= 0.88 and seen.recall >= 0.95,
        ),
    ]


def main() -> None:
    """Print the figures as lines of a table."""
    lines = figures()
    if not lines:
        print("the treaties are not beside the checkout, or scikit-learn is not installed")
    for one in lines:
        met = "yes" if one.met else "no"
        print(f"{one.what:<32} {one.figure:<24} {one.peer:<44} {one.asked:<16} {met}")


if __name__ == "__main__":
    main()
