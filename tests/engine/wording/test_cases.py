"""Each file in `cases` holds a text, what became of it, and the redline that a person would make.

In the redline, `[-…-]` is removed, `[+…+]` added, and what tells most stands between stars.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engine.wording.shown import marked

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_redlines_read_well(path: Path) -> None:
    text = path.read_bytes().decode("utf-8").removesuffix("\n")
    old, _, rest = text.partition("\n--- after\n")
    new, _, expected = rest.partition("\n--- redline\n")
    assert marked(old, new) == expected
