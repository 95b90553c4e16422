"""Strength on clauses of treaties that were labelled by hand, kept by reference."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from negotiator.engine.drafting import judge
from negotiator.model import Strength

EVALUATION = Path(__file__).parents[3] / ".." / "shared" / "evaluation"
LABELS = Path(__file__).with_name("strength_labels.jsonl")

absent = pytest.mark.skipif(
    not EVALUATION.is_dir(), reason="shared/evaluation, which holds the texts, is absent"
)


def labels(sample: str) -> list[dict[str, str]]:
    rows: list[dict[str, Any]] = [
        json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()
    ]
    return [row for row in rows if "label" in row and row.get("sample", "first") == sample]


def texts(name: str) -> dict[tuple[str, str, str], str]:
    lines = (EVALUATION / name / "dev_pairs.jsonl").read_text(encoding="utf-8").splitlines()
    return {
        (pair["pair_id"], side, clause["id"]): clause["text"]
        for pair in map(json.loads, lines)
        for side in ("left", "right")
        for clause in pair[side]["clauses"]
    }


def test_labels_are_references_without_text() -> None:
    rows = [*labels("first"), *labels("second")]
    assert Counter(row.get("sample", "first") for row in rows) == {"first": 200, "second": 100}
    assert {key for row in rows for key in row} <= {"sample", "set", "pair", "side", "id", "label"}
    assert {row["label"] for row in rows} <= {*map(str, Strength), "none"}
    assert len({(row["set"], row["pair"], row["side"], row["id"]) for row in rows}) == 300


@absent
@pytest.mark.parametrize("sample", ["first", "second"])
def test_nine_of_ten_are_right(sample: str) -> None:
    rows = labels(sample)
    sets = {name: texts(name) for name in {row["set"] for row in rows}}
    right = sum(
        str(judge(sets[row["set"]][row["pair"], row["side"], row["id"]]).strength or "none")
        == row["label"]
        for row in rows
    )
    assert right / len(rows) >= 0.90
