"""docs/method.md says what the engine does."""

from __future__ import annotations

import re
from pathlib import Path

from negotiator.engine.answering.manner import MANNERS
from negotiator.engine.cell_links import ALIKE_ENOUGH
from negotiator.engine.rules import RULES
from negotiator.engine.wording import LONGEST_MINIMAL
from negotiator.model import GapKind, SilenceKind

TEXT = (Path(__file__).parents[2] / "docs" / "method.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[tuple[str, str, str]]:
    """Return the rows of the table with three columns under a heading: name, mark, last column."""
    part = TEXT.partition(f"### {heading}\n")[2].partition("\n### ")[0]
    found = re.findall(r"^\| ([^|]+?)( †)? \| [^|]+ \| ([^|]+) \|$", part, re.MULTILINE)
    return found[1:]


def test_the_table_of_rules_is_the_engines() -> None:
    told = [(name, verdict, not mark) for name, mark, verdict in rows("The rules")]
    assert told == [(rule.name, rule.verdict.value, rule.stated) for rule in RULES]


def test_the_table_of_manners_is_the_engines() -> None:
    told = [(name, how) for name, _, how in rows("How a clause answers")]
    assert told == [(rule.name, rule.how.value) for rule in MANNERS]


def test_every_silence_and_every_kind_of_gap_is_named() -> None:
    words = [*(kind.value for kind in SilenceKind), *(kind.value for kind in GapKind)]
    assert [word for word in words if word not in " ".join(TEXT.lower().split())] == []


def test_its_numbers_are_the_engines() -> None:
    assert f"a score of {ALIKE_ENOUGH:.2f} on" in TEXT
    assert f"above {LONGEST_MINIMAL:,} words" in TEXT
