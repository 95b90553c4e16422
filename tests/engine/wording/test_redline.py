"""Redlines: nothing is lost, both ends see the same, and they end in time."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.engine.wording import Span, SpanKind, cutting, redline
from negotiator.engine.wording import tokens as module
from negotiator.engine.wording.tokens import tokens
from tests.engine.wording.shown import joined

# Few words, so that texts share many of them in every order; and any text at all.
PIECES = ["the", "Parties", "shall", "not", "of", " ", ", ", ". ", "10", "1997", "é", "-", "%", "$"]
PIECES += ["\n", "\r\n", "\t", " | ", "(a) ", "[", "]", "n'", "应", "不", "十", "\u0301", "\ud800"]
PIECES += ["\xa0", "\u200d", "क", "\u093f", "\x1f", "\x85", "May ", "’s"]
WORDS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
TEXTS = WORDS | st.text(max_size=60)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_off(old: str, new: str) -> None:
    spans = redline(old, new)
    assert joined(spans, SpanKind.KEPT, SpanKind.REMOVED) == old
    assert joined(spans, SpanKind.KEPT, SpanKind.ADDED) == new
    assert all(span.text for span in spans)


@given(TEXTS)
def test_a_text_against_itself_is_one_kept_span(text: str) -> None:
    assert redline(text, text) == ((Span(SpanKind.KEPT, text),) if text else ())


def sides(spans: Iterable[Span], removed: SpanKind) -> list[list[Span]]:
    """Return kept spans and, between them, what the one side has and what the other has."""
    found: list[list[Span]] = [[], []]
    for span in spans:
        if span.kind is SpanKind.KEPT:
            found += [[span], [], []]
        else:
            found[-2 if span.kind is removed else -1].append(span._replace(kind=SpanKind.KEPT))
    return found


@given(TEXTS, TEXTS)
def test_the_other_way_round_removed_and_added_are_exchanged(old: str, new: str) -> None:
    there = sides(redline(old, new), SpanKind.REMOVED)
    assert sides(redline(new, old), SpanKind.ADDED) == there


@given(WORDS, WORDS)
def test_what_tells_most_lies_within_what_changed(old: str, new: str) -> None:
    for span in redline(old, new):
        assert not (span.kind is SpanKind.KEPT and span.telling)
        last = 0
        for start, end in span.telling:
            assert last <= start < end <= len(span.text)
            last = end


@given(TEXTS)
def test_tokens_and_the_white_space_between_them_are_the_text(text: str) -> None:
    for side in (tokens(text), tokens(text, prose=True)):
        assert side.starts[-1] == len(text)
        gaps = [text[: side.starts[0]]]
        gaps += [
            text[a:b]
            for a, b in zip(map(side.end, range(len(side.keys))), side.starts[1:], strict=True)
        ]
        assert all(not gap.strip() for gap in gaps)
        assert gaps[0] + "".join(map("".join, zip(side.keys, gaps[1:], strict=True))) == text


@given(TEXTS, st.booleans())
def test_a_text_is_cut_alike_whatever_stands_before_it(text: str, prose: bool) -> None:
    # Behind two blanks nothing is looked up among the words that were cut before.
    alone, behind = tokens(text, prose=prose), tokens(f"x  {text}", prose=prose)
    assert ["x", *alone.keys] == behind.keys
    assert [at + 3 for at in alone.starts] == behind.starts[1:]


@given(TEXTS, st.booleans(), st.integers(1, 6))
def test_a_long_text_is_cut_in_stretches_as_in_one_go(text: str, prose: bool, size: int) -> None:
    whole = tokens(text, prose=prose)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "LONGEST_CACHED", -1)
        patch.setattr(cutting, "STRETCH", size)
        assert tokens(text, prose=prose) == whole


def test_removed_stands_before_added() -> None:
    kinds = [span.kind for span in redline("one old thing", "one new thing")]
    assert kinds == [SpanKind.KEPT, SpanKind.REMOVED, SpanKind.ADDED, SpanKind.KEPT]
    kinds = [span.kind for span in redline("one different old thing", "one new thing")]
    assert kinds == [SpanKind.KEPT, SpanKind.REMOVED, SpanKind.ADDED, SpanKind.KEPT]


def test_an_unchanged_negation_is_not_telling() -> None:
    spans = redline("Parties shall not fish here.", "Parties shall not fish there.")
    assert [span.telling for span in spans] == [()] * len(spans)


def test_a_word_put_back_in_place_is_not_telling() -> None:
    # Everything around "10" is exchanged, and it stands on both sides: only "not" is news.
    spans = redline("All pay. He shall exceed 10.", "All pay. They shall not surpass 10.")
    told = [span.text[start:end] for span in spans for start, end in span.telling]
    assert told == ["not"]


def long_text(seed: int, words: int, kinds: int) -> list[str]:
    chance = Random(seed)
    return [f"w{chance.randrange(kinds)}" for _ in range(words)]


HOSTILE = {
    "alternating": ("a b " * 10_000, "b a " * 10_000),
    "identical": ("a " * 30_000, "a " * 29_000 + "b"),
    "nothing in common": (" ".join(map(str, range(20_000))), "x " * 20_000),
    "turned round": (
        " ".join(f"w{n}" for n in range(20_000)),
        " ".join(f"w{n}" for n in range(20_000, 0, -1)),
    ),
    "two words in any order": (
        " ".join(long_text(1, 15_000, 2)),
        " ".join(long_text(2, 15_000, 2)),
    ),
    "one word": ("x" * 300_000, "y" * 300_000),
    "marks": ("'" * 50_000, "’" * 50_000),
    "figures": ("1," * 50_000, "1." * 50_000),
    "apostrophes": ("a'" * 50_000, "a’" * 50_000),
    "one letter with marks": ("e" + "\u0301" * 50_000, "e" + "\u0301" * 49_999),
    "Chinese figures": ("一二" * 6_000, "二三" * 6_000),
    "empty rows": ("|\n" * 3_000, "|\t\n" * 3_000),
    "rows without names": (
        "\n".join(f"{n % 3} | {n % 7} | {n % 5}" for n in range(600)),
        "\n".join(f"{n % 3} | {n % 6} | {n % 4}" for n in range(600)),
    ),
    "white space": (" " * 100_000 + "a", "\t" * 1_000 + " " * 90_000 + "a"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_end_in_time_and_are_exact(name: str) -> None:
    old, new = HOSTILE[name]
    spans = redline(old, new)
    assert joined(spans, SpanKind.KEPT, SpanKind.REMOVED) == old
    assert joined(spans, SpanKind.KEPT, SpanKind.ADDED) == new


@settings(max_examples=10)
@given(st.integers(0, 10))
def test_when_time_is_over_the_rest_is_exchanged_whole(granted: int) -> None:
    old = long_text(1, 12_000, 3_000)
    new = [word for at, word in enumerate(old) if at % 50]
    asked = iter(range(granted))
    spans = redline(" ".join(old), " ".join(new), patience=lambda: next(asked, None) is None)
    assert joined(spans, SpanKind.KEPT, SpanKind.REMOVED) == " ".join(old)
    assert joined(spans, SpanKind.KEPT, SpanKind.ADDED) == " ".join(new)
    if not granted:
        assert [span.kind for span in spans[:2]] == [SpanKind.REMOVED, SpanKind.ADDED]
        assert len(spans) <= 3


def test_when_time_is_over_while_long_texts_are_cut_they_are_exchanged_whole() -> None:
    old = " ".join(long_text(1, 60_000, 3_000))
    new = old.replace("w17 ", "w18 ")
    asked = iter(range(3))
    spans = redline(old, new, patience=lambda: next(asked, None) is None)
    assert spans == (Span(SpanKind.REMOVED, old), Span(SpanKind.ADDED, new))


def test_when_time_is_over_during_the_clean_up_the_edits_stay_as_they_are() -> None:
    # What comes in may be read as "the new" or as "new the".
    old = " ".join(f"w{at} the old thing." for at in range(300))
    new = old.replace("the old", "the new the old")
    asked = 0

    def patience() -> bool:
        nonlocal asked
        asked += 1
        return asked > granted

    granted = 1_000_000
    redline(old, new, patience=patience)
    for granted in range(asked):
        asked = 0
        spans = redline(old, new, patience=patience)
        assert asked > granted  # it was asked once more, and the answer was heard
        assert joined(spans, SpanKind.KEPT, SpanKind.REMOVED) == old
        assert joined(spans, SpanKind.KEPT, SpanKind.ADDED) == new
