"""References as printed, and the ids made from them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.documents.tables.fields import field_of
from negotiator.documents.tables.labels import label_of
from negotiator.documents.tables.references import citation_of, is_opening, row_id
from negotiator.documents.tables.sections import label_field
from negotiator.documents.tables.verdicts import is_deletion, is_ellipsis, is_no_change, is_nothing


@pytest.mark.parametrize(
    ("reference", "id"),
    [
        ("Article 4(2)", "4.2"),
        ("Article 4 – point 5", "4.5"),
        ("Article 42 – paragraph 4 a (new)", "42.4a"),
        ("Article 6(1)(f)", "6.1.f"),
        ("Article 7 bis", "7bis"),
        ("Art. 23 Abs. 2", "23.2"),
        ("Recital 83 a (new)", "recital-83a"),
        ("Erwägungsgrund 34", "recital-34"),
        ("Considérant 12", "recital-12"),
        ("статья 5, пункт 2", "5.2"),
        ("Annex II, point 3", "annex-ii.3"),
        ("Chapter V", "chapter-v"),
        ("第四条", "第四条"),
        ("§ 5", "5"),
        ("", "row-7"),
        ("—", "row-7"),
    ],
)
def test_an_id_is_made_from_the_reference(reference: str, id: str) -> None:
    assert row_id(reference, 7) == id


@given(st.text(max_size=300))
def test_an_id_is_always_usable(reference: str) -> None:
    id = row_id(reference, 1)
    assert 0 < len(id) <= 100
    assert not any(sign in ",@/" or sign.isspace() for sign in id)


@pytest.mark.parametrize(
    ("line", "reference", "title"),
    [
        ("Article 4(2)", "Article 4(2)", ""),
        ("Article 20: Measures based on profiling", "Article 20", "Measures based on profiling"),
        ("Article 26 – Processor", "Article 26", "Processor"),
        ("Amendment 12 / Recital 34", "Recital 34", ""),
        ("New recital", "New recital", ""),
    ],
)
def test_a_line_that_only_names_a_provision(line: str, reference: str, title: str) -> None:
    cited = citation_of(line)
    assert cited is not None
    assert (cited.reference, cited.title) == (reference, title)


@pytest.mark.parametrize(
    "line",
    ["Article 4 applies to processors", "Article 4 shall be deleted.", "The controller", "", "12"],
)
def test_a_line_that_says_more_names_no_provision(line: str) -> None:
    assert citation_of(line) is None


def test_lines_that_open_an_amendment() -> None:
    lines = ["Amendment", "Amendment 12", "AMENDMENT No 3", "Proposal for a regulation"]
    assert all(is_opening(line) for line in lines)
    assert not is_opening("Amendment to Article 4")


HOSTILE = ["1" * 50_000, "(" * 50_000, "Article " * 10_000, " " * 50_000, "i" * 50_000,
           "Article 1" + " 1" * 30_000, "." * 50_000, "[…" * 20_000,
           "Amendment 1" + " " * 50_000]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:9])
def test_long_lines_are_judged_at_once(text: str) -> None:
    start = time.perf_counter()
    for judge in (citation_of, is_opening, label_of, label_field, field_of, is_deletion):
        judge(text)
    for judge in (is_no_change, is_nothing, is_ellipsis):
        judge(text)
    row_id(text, 1)
    assert time.perf_counter() - start < 2
