"""What became of every clause from version to version."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.engine.changes import Change, ChangeKind, changes
from negotiator.model import Clause, Wording

Spec = tuple[str, str]


def version(
    *clauses: Spec | tuple[str, str, str], wording: Wording = Wording.VERBATIM
) -> list[Clause]:
    """Return a version's clauses from key, text and, if need be, reference."""
    return [
        Clause(key, key, "A@1", text, order, reference[0] if reference else "", wording=wording)
        for order, (key, text, *reference) in enumerate(clauses)
    ]


def told(found: Sequence[Change]) -> list[str]:
    """Return each change as "old>new kinds"."""
    return [
        f"{one.old.key if one.old else '-'}>{one.new.key if one.new else '-'}"
        f" {', '.join(kind.value for kind in one.kinds)}"
        for one in found
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([("1", "Fish.")], [("1", "Fish.")], ["1>1 unchanged"]),
        ([("1", "Fish.")], [("1", "Do not fish.")], ["1>1 modified"]),
        ([("1", "Fish.")], [("1", "fish")], ["1>1 editorial"]),
        ([("1", "Fish.")], [("1", "Fish."), ("2", "Hunt.")], ["1>1 unchanged", "->2 added"]),
        ([("1", "Fish."), ("2", "Hunt.")], [("1", "Fish.")], ["1>1 unchanged", "2>- suppressed"]),
        # The key is new, the text is the same: the same clause, with another number.
        ([("1", "Fish.", "Art 1")], [("2", "Fish.", "Art 2")], ["1>2 renumbered"]),
        (
            [("1", "Fish."), ("2", "Hunt."), ("3", "Trade.")],
            [("3", "Trade."), ("1", "Fish."), ("2", "Hunt.")],
            ["3>3 moved", "1>1 unchanged", "2>2 unchanged"],
        ),
        # Two clauses with one text cannot be told apart once their keys are gone.
        (
            [("1", "Deleted."), ("2", "Deleted.")],
            [("3", "Deleted.")],
            ["1>- suppressed", "2>- suppressed", "->3 added"],
        ),
        (
            [("1", "Fish."), ("2", "Hunt."), ("3", "Trade.")],
            [("1", "Fish."), ("3", "Barter.")],
            ["1>1 unchanged", "2>- suppressed", "3>3 modified"],
        ),
    ],
)
def test_changes(old: list[Spec], new: list[Spec], expected: list[str]) -> None:
    assert told(changes(version(*old), version(*new))) == expected


def test_the_symbols_are_those_of_the_union() -> None:
    found = changes(
        version(("1", "Fish."), ("2", "Hunt."), ("3", "Trade."), ("4", "Rest.")),
        version(("1", "Fish."), ("2", "hunt"), ("3", "Barter."), ("5", "Sleep.")),
    )
    assert [one.symbol for one in found] == ["NOC", "(MOD)", "MOD", "SUP", "ADD"]


def test_paraphrases_are_never_redlined() -> None:
    found = changes(
        version(("1", "Wants fish."), wording=Wording.PARAPHRASE),
        version(("1", "wants fish"), wording=Wording.PARAPHRASE),
    )
    assert found[0].redline is None
    assert found[0].kinds == (ChangeKind.MODIFIED,), "nor called editorial"


def test_a_paraphrase_replaced_by_the_wording_is_a_change() -> None:
    found = changes(version(("1", "Fish."), wording=Wording.PARAPHRASE), version(("1", "Fish.")))
    assert found[0].kinds == (ChangeKind.MODIFIED,)
    assert found[0].redline is None


VERSIONS = st.dictionaries(
    st.sampled_from("abcdefgh"), st.sampled_from(["Fish.", "Hunt.", "fish", "Do not fish."])
).flatmap(lambda found: st.permutations(list(found.items())))


@given(VERSIONS, VERSIONS)
def test_every_clause_of_both_versions_stands_once(old: list[Spec], new: list[Spec]) -> None:
    before, after = version(*old), version(*new)
    found = changes(before, after)
    assert sorted(one.old.key for one in found if one.old) == sorted(c.key for c in before)
    assert [one.new.key for one in found if one.new] == [c.key for c in after]


@given(VERSIONS, VERSIONS)
def test_added_one_way_is_suppressed_the_other(old: list[Spec], new: list[Spec]) -> None:
    forth = changes(version(*old), version(*new))
    back = changes(version(*new), version(*old))
    added = {c.new.key for c in forth if c.new and c.kinds[0] is ChangeKind.ADDED}
    suppressed = {c.old.key for c in back if c.old and c.kinds[0] is ChangeKind.SUPPRESSED}
    assert added == suppressed


@given(VERSIONS)
def test_a_version_against_itself_is_unchanged(found: list[Spec]) -> None:
    assert all(
        one.kinds == (ChangeKind.UNCHANGED,) for one in changes(version(*found), version(*found))
    )
