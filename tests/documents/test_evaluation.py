"""Real papers with what people transcribed from them: how much of it comes through as clauses."""

from __future__ import annotations

import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from negotiator.documents.extraction import extract

EVALUATION = Path(__file__).parents[3] / "shared" / "evaluation"
IMPORTS = EVALUATION / "g_import"

pytestmark = pytest.mark.skipif(
    not IMPORTS.is_dir(), reason="the evaluation papers are not beside the checkout"
)


def scorer() -> Any:
    spec = spec_from_file_location("score", EVALUATION / "scripts" / "score.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def clauses(path: Path) -> list[dict[str, str | None]]:
    found = extract(path.name, path.read_bytes(), path.suffix.removeprefix("."))
    return [{"text": piece.text, "base_text": piece.base_text} for piece in found.pieces]


@pytest.mark.parametrize(
    ("paper", "share"), [("11infnot", 0.88), ("adp_compilation_4dec15_10am", 0.95)]
)
def test_the_paragraphs_of_negotiating_texts(paper: str, share: float) -> None:
    expected = (IMPORTS / "cop21" / f"{paper}.expected.md").read_text(encoding="utf-8")
    found = scorer().paragraphs(expected, clauses(IMPORTS / "cop21" / f"{paper}.pdf"))
    assert found["share"] >= share


@pytest.mark.parametrize("paper", ["company-paper.docx", "association-paper.pdf"])
def test_the_amendments_of_position_papers(paper: str) -> None:
    rows = (IMPORTS / "amendment_tables" / "expected.jsonl").read_text(encoding="utf-8")
    papers = {row["file"]: row["proposals"] for row in map(json.loads, rows.splitlines())}
    found = scorer().proposals(papers[paper], clauses(IMPORTS / "amendment_tables" / paper))
    assert found["own"] >= 0.75
    assert found["present"] >= 0.93
    assert found["deletions_found"] >= 0.75
