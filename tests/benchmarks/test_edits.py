"""The truth about a second version that the generator makes is true."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import treaties
from benchmarks.edits import HARD, USUAL, Setting, edit, made
from benchmarks.truth import Edited, Kind, found, in_order

NOTHING = Setting(0, 0, 0, 0, 0, 0, (0, 0))
OLD = [
    f"The Party {n} shall, with the consent of {n + 1}, notify the others of rule {n} in writing."
    for n in range(200)
]
OTHERS = [f"Nothing in annex {n} touches the rights of third states." for n in range(100)]

versions = st.builds(
    edit,
    st.integers(0, 200).map(lambda size: OLD[:size]),
    st.just(OTHERS),
    st.sampled_from([USUAL, HARD]),
    st.integers(0, 1_000),
)


def only(**edits: Any) -> Edited:
    """Return a second version with edits of one sort."""
    return edit(OLD, OTHERS, replace(NOTHING, **edits), seed=3)


def groups(version: Edited, kind: Kind, end: str) -> dict[int, list[int]]:
    """Return the places linked to each old or new clause of a kind."""
    linked: dict[int, list[int]] = {}
    for old, new in version.pairs(kind):
        at, other = (old, new) if end == "old" else (new, old)
        linked.setdefault(at, []).append(other)
    return {at: sorted(others) for at, others in linked.items()}


def test_nothing_is_edited_unasked() -> None:
    version = only()
    assert version.new == version.old
    assert version.pairs() == version.pairs(Kind.UNCHANGED)
    assert version.pairs() == {(at, at) for at in range(len(OLD))}


def test_without_edits_of_words_the_links_rebuild_the_new_version() -> None:
    version = only(moved=0.15, split=0.08, merged=0.08, deleted=0.1, added=0.1)
    splits = groups(version, Kind.SPLIT, "old")
    merges = groups(version, Kind.MERGED, "new")
    assert splits and merges
    for old, parts in splits.items():
        assert " ".join(version.new[part] for part in parts) == version.old[old]
    for new, parts in merges.items():
        assert " ".join(version.old[part] for part in parts) == version.new[new]
    for old, new in version.pairs() - version.pairs(Kind.SPLIT) - version.pairs(Kind.MERGED):
        assert version.old[old] == version.new[new]


def test_parts_of_a_split_and_of_a_merge_are_neighbours() -> None:
    version = edit(OLD, OTHERS, HARD, seed=5)
    for parts in (
        *groups(version, Kind.SPLIT, "old").values(),
        *groups(version, Kind.MERGED, "new").values(),
    ):
        assert parts == list(range(parts[0], parts[0] + len(parts))) and len(parts) in (2, 3)


def test_as_much_is_edited_as_the_setting_says() -> None:
    version = edit(OLD, OTHERS, HARD, seed=7)
    kept = {link.old for link in version.links}
    assert len(OLD) - len(kept) == 20
    assert len(version.new) - len({link.new for link in version.links}) == 20
    assert len(groups(version, Kind.SPLIT, "old")) == len(groups(version, Kind.MERGED, "new")) == 16
    # Some stand in order again by chance, and a block may overshoot by its length.
    assert 20 <= len({old for old, _ in version.pairs(Kind.MOVED)}) <= 40


def test_words_are_replaced_by_words_of_the_texts() -> None:
    version = only(edited=1.0, words=(0.2, 0.2))
    known = {word.strip(",.") for text in (*OLD, *OTHERS) for word in text.split()}
    assert version.pairs(Kind.MODIFIED)
    for old, new in version.pairs(Kind.MODIFIED):
        words = [word.strip(",.") for word in version.new[new].split()]
        assert known.issuperset(words)
        foreign = Counter(words) - Counter(word.strip(",.") for word in version.old[old].split())
        assert foreign.total() <= 4  # a fifth of seventeen words, rounded


def test_a_clause_that_stands_in_the_first_version_is_no_addition() -> None:
    version = edit(OLD, [*OLD[:50], *(text.upper() for text in OLD), *OTHERS], HARD, seed=1)
    linked = {link.new for link in version.links}
    added = {text for at, text in enumerate(version.new) if at not in linked}
    assert added and added <= set(OTHERS)


@settings(max_examples=20, deadline=None)
@given(versions)
def test_every_clause_has_one_fate(version: Edited) -> None:
    assert len(version.pairs()) == len(version.links)
    splits = {old for old, _ in version.pairs(Kind.SPLIT)}
    merges = {new for _, new in version.pairs(Kind.MERGED)}
    for old, times in Counter(link.old for link in version.links).items():
        assert (times > 1) == (old in splits)
    for new, times in Counter(link.new for link in version.links).items():
        assert (times > 1) == (new in merges)
    assert all(version.new)


@settings(max_examples=20, deadline=None)
@given(versions)
def test_what_is_not_moved_is_in_order_and_what_is_moved_is_not(version: Edited) -> None:
    moved = version.pairs(Kind.MOVED)
    stayed = sorted(version.pairs() - moved, key=lambda pair: (pair[1], pair[0]))
    assert stayed == sorted(stayed)
    for old, new in moved:
        assert any((o < old) != (n < new) for o, n in stayed if o != old and n != new)


@settings(max_examples=20, deadline=None)
@given(versions)
def test_the_truth_is_found_by_who_knows_it(version: Edited) -> None:
    best = found(version, version.pairs(), version.pairs(Kind.MOVED))
    assert best.f1 == (1.0 if version.links else 0.0)
    assert best.recall == best.precision == best.split == best.merged == 1.0
    assert found(version, frozenset(), frozenset()).f1 == 0.0


def test_a_seed_always_makes_the_same_version() -> None:
    assert edit(OLD, OTHERS, HARD, 1) == edit(OLD, OTHERS, HARD, 1) != edit(OLD, OTHERS, HARD, 2)


def test_a_part_that_is_not_linked_counts_against_the_splits() -> None:
    version = only(split=0.1)
    parts = version.pairs(Kind.SPLIT)
    seen = found(version, version.pairs() - {min(parts)}, frozenset())
    assert seen.split == pytest.approx(1 - 1 / len(parts))


def test_a_wrong_link_called_moved_is_a_false_move() -> None:
    version = only(moved=0.1)
    moved = version.pairs(Kind.MOVED)
    old, new = min(moved)
    called = (moved - {(old, new)}) | {(old, new + 1)}
    seen = found(version, called, called)
    assert seen.precision == seen.recall == pytest.approx(1 - 1 / len(moved))


@given(st.permutations(range(7)))
def test_the_longest_run(places: list[int]) -> None:
    run = sorted(in_order(places))
    held = [places[at] for at in run]
    assert held == sorted(held)
    best = [0] * len(places)
    for at, place in enumerate(places):
        best[at] = 1 + max((best[b] for b in range(at) if places[b] < place), default=0)
    assert len(run) == max(best)


def test_a_clause_is_cut_out_of_an_article_without_loss() -> None:
    article = (
        "1. The Parties shall meet once a year. 2. They may invite: (a) others; (b) observers."
    )
    cut = treaties.in_clauses(article)
    assert cut[0] == "1. The Parties shall meet once a year."
    assert " ".join(cut) == article
    assert treaties.in_clauses("") == [""]


@pytest.mark.skipif(not treaties.available(), reason="the treaties are not beside the checkout")
def test_treaties_repeat_only_what_repeats_in_reality() -> None:
    old = treaties.first(3_000)
    assert len(old) == 3_000
    # Two of the European treaties have articles on the same institutions.
    assert len(set(old)) > 0.9 * len(old)
    assert made(300, USUAL, 1).old == old[:300]
