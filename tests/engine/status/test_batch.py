"""A batch sets exactly what it lists, and lists what it leaves out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from negotiator.engine.status import Batch, of_clauses, of_issues
from negotiator.errors import Refused, Unknown
from negotiator.model import Clause, Issue, Reading, Review, Unit

ISSUES = tuple(Issue(f"I{n:02}", "1", "Should it?") for n in range(1, 16))


def filed(*lines: tuple[str, str]) -> list[tuple[Clause, Reading]]:
    """Return clauses by printed reference and issues; a heading stands under none."""
    return [
        (
            Clause(f"c{n}", f"c{n}", "B@1", "Text.", n, reference,
                   unit=Unit.HEADING if issues == "heading" else Unit.PROVISION),
            Reading(issues=() if issues == "heading" else tuple(issues.split())),
        )
        for n, (reference, issues) in enumerate(lines, 1)
    ]  # fmt: skip


TREATY = filed(
    ("Article 7", "I07"),
    ("Article 8", "I08"),
    ("Article 9(1)", "I09"),
    ("Article 9(2)", "I09 I10"),
    ("Article 10", "heading"),
    ("Article 10(4)", "I11"),
    ("Article 10(5)", "I12 I13"),
    ("Article 11", "I13"),
    ("Article 12", ""),
    ("Article 13", "I08"),
)


def left(batch: Batch) -> list[str]:
    return [one.issue for one in batch.left_out]


def test_articles_8_to_12_except_10_5() -> None:
    batch = of_clauses(ISSUES, TREATY, ["8 to 12"], ["10(5)"])
    assert batch.issues == ("I08", "I09", "I10", "I11")
    assert [(one.issue, one.partly) for one in batch.left_out] == [("I12", False), ("I13", True)]
    assert batch.left_out[1].why == "c7 excepted, c8 not"


def test_clauses_outside_and_clauses_under_no_issue_are_told() -> None:
    batch = of_clauses(ISSUES, TREATY, ["8 to 12"])
    assert batch.warnings == (
        "I08: c10 stands under it too, outside of the batch",
        "c9 of what is chosen stands under no issue",
    )


def test_a_draft_reading_is_told() -> None:
    [(clause, _)] = filed(("Article 1", ""))
    draft = Reading(issues=("I01",), review=Review.DRAFT)
    batch = of_clauses(ISSUES, [(clause, draft)], ["1"])
    assert batch.issues == ("I01",)
    assert batch.warnings == ("I01: that c1 stands under it is a draft",)


@pytest.mark.parametrize(
    ("articles", "excepted", "message"),
    [
        (["8 to 21"], [], "no clause bears the reference 21"),
        (["14"], [], "no clause bears the reference 14"),
        (["8 to 12"], ["10(6)"], r"no clause bears the reference 10\(6\)"),
        (["8 to 12"], ["7"], "“7” is not among the articles chosen"),
        (["10"], ["10"], "no issue is left to set"),
        (["12"], [], "no issue is left to set"),
        (["everything"], [], "is not a list of articles"),
    ],
)
def test_what_matches_nothing_is_refused(
    articles: list[str], excepted: list[str], message: str
) -> None:
    with pytest.raises(Refused, match=message):
        of_clauses(ISSUES, TREATY, articles, excepted)


def test_clauses_are_found_by_id_title_and_what_stands_below_them() -> None:
    paper = filed(("Open door", "I01"), ("Open door", "I02"), ("Opening", "I03"))
    assert of_clauses(ISSUES, paper, ["open door"]).issues == ("I01", "I02")
    assert of_clauses(ISSUES, paper, ["c2"]).issues == ("I02",)
    parent, child = filed(("Chapter I", "heading"), ("Article 1", "I01"))
    below = Clause("c2", "c2", "B@1", "Text.", 2, "Article 1", parent="c1")
    assert of_clauses(ISSUES, [parent, (below, child[1])], ["Chapter I"]).issues == ("I01",)


def test_issues_and_ranges_go_by_the_order_of_the_negotiation() -> None:
    turned = (ISSUES[4], ISSUES[1], ISSUES[8])
    assert of_issues(turned, ["I05..I02"]).issues == ("I05", "I02")
    batch = of_issues(ISSUES, ["I08..I12", "I01"], ["I10"])
    assert batch.issues == ("I01", "I08", "I09", "I11", "I12")
    assert left(batch) == ["I10"]


@pytest.mark.parametrize(
    ("named", "excepted", "kind", "message"),
    [
        (["I08..I99"], [], Unknown, "unknown issue “I99”"),
        (["I99"], [], Unknown, "unknown issue “I99”"),
        (["I12..I08"], [], Refused, "write I08..I12"),
        (["I08"], ["I09"], Refused, "cannot be excepted"),
        (["I08"], ["I08"], Refused, "no issue is left"),
    ],
)
def test_issues_that_cannot_be_chosen_are_refused(
    named: list[str], excepted: list[str], kind: type[Refused], message: str
) -> None:
    with pytest.raises(kind, match=message):
        of_issues(ISSUES, named, excepted)


@settings(max_examples=60)
@given(
    some.lists(some.lists(some.integers(1, 6), max_size=2), min_size=4, max_size=8),
    some.integers(1, 4),
    some.integers(1, 4),
    some.sets(some.integers(1, 4), max_size=2),
)
def test_every_issue_touched_is_set_or_left_out_and_none_of_an_exception_is_set(
    under: list[list[int]], one: int, other: int, out: set[int]
) -> None:
    first, last = sorted((one, other))
    treaty = filed(*((f"Article {n}", " ".join(f"I{i:02}" for i in some_))
                     for n, some_ in enumerate(under, 1)))  # fmt: skip
    excepted = [n for n in sorted(out) if first <= n <= last]
    touched = {f"I{i:02}" for n in range(first, last + 1) for i in under[n - 1]}
    kept_out = {f"I{i:02}" for n in excepted for i in under[n - 1]}
    if not touched - kept_out:
        with pytest.raises(Refused):
            of_clauses(ISSUES, treaty, [f"{first} to {last}"], [str(n) for n in excepted])
        return
    batch = of_clauses(ISSUES, treaty, [f"{first} to {last}"], [str(n) for n in excepted])
    assert set(batch.issues) == touched - kept_out
    assert set(left(batch)) == kept_out
