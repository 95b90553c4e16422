"""Printed references are read as people write them."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from negotiator.engine.status.references import path_of, references
from negotiator.errors import Refused


def named(text: str) -> list[str]:
    """Return what a list of references names, written anew: `8–12`, `10(5)`, `annex i, 3`."""
    return ["–".join(map(written, one.ends)) for one in references(text)]


def written(path: tuple[tuple[str, str], ...]) -> str:
    return "/".join(f"{kind} {value}".strip() for kind, value in path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8 to 12", ["8–12"]),
        ("8-12", ["8–12"]),
        ("8–12", ["8–12"]),
        ("8..12", ["8–12"]),
        ("articles 8 to 12 and 14", ["8–12", "14"]),
        ("Articles 8 through 12, and 14(1) and (3)", ["8–12", "14/1", "14/3"]),
        ("Article 8 – Article 12", ["8–12"]),
        ("10(5)", ["10/5"]),
        ("10 (5)", ["10/5"]),
        ("10.5", ["10/5"]),
        ("10(1) to (4)", ["10/1–10/4"]),
        ("10(1) to 10(4)", ["10/1–10/4"]),
        ("10(5)(a) and (b)", ["10/5/a", "10/5/b"]),
        ("10(5)(a) and (6)", ["10/5/a", "10/6"]),
        ("Article 4, paragraph 1", ["4/1"]),
        ("Article 4, paragraphs 1 to 3", ["4/1–4/3"]),
        ("Article 4 and Article 5, paragraph 2", ["4", "5/2"]),
        ("Article 3 – paragraph 1 – point a", ["3/1/a"]),
        ("Article 3, paragraph 1, points (a) and (c)", ["3/1/a", "3/1/c"]),
        ("Article 4, sentence 1", ["4/sentence 1"]),
        ("Artikel 3", ["3"]),
        ("Artikel 4 Absatz 1", ["4/1"]),
        ("§ 5 Abs. 2", ["5/2"]),
        ("§§ 4 bis 6", ["4–6"]),
        ("8 bis 12", ["8–12"]),
        ("8bis", ["8bis"]),
        ("8 bis, 12", ["8bis", "12"]),
        ("статья 4", ["4"]),
        ("Annexes I to III", ["annex i–annex iii"]),
        ("annexes A, B and D", ["annex a", "annex b", "annex d"]),
        ("Annex I, articles 3 and 4(1)", ["annex i/3", "annex i/4/1"]),
        ("recitals 1, 2 and 5", ["recital 1", "recital 2", "recital 5"]),
        ("Preamble, Article 1", ["preamble", "1"]),
    ],
)
def test_a_list_of_references(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text", ["", " ", "8 to", "to 8", "8 9", "8(2) to 10", "8 to 12 to 14", "all of it", "8 + 9"]
)
def test_what_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="write 8 to 12"):
        references(text)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Article 4(2)(a)", "4/2/a"),
        ("Article 4, paragraph 2", "4/2"),
        ("Article 7, paragraph 2, end", "7/2/word end"),
        ("Article 3 – paragraph 1 a (new)", "3/1a"),
        ("Article 4 ¶2", "4/¶ 2"),
        ("Annex II(1)", "annex ii/1"),
        ("10.1", "10/1"),
        ("2.", "2"),
        ("(a)", "a"),
        ("Preamble ¶1", "preamble/¶ 1"),
    ],
)
def test_a_printed_reference_has_a_path(printed: str, expected: str) -> None:
    path = path_of(printed)
    assert path is not None and written(path) == expected


@pytest.mark.parametrize(
    "printed", ["", "Open door", "Statement of 10 December 2021", "Articles 5 and 6", "Article 4-6"]
)
def test_a_title_or_several_articles_have_none(printed: str) -> None:
    assert path_of(printed) is None


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("8 to 12", ["8", "10(5)", "8bis", "12"], ["7", "12bis", "13", "Annex I, Article 9"]),
        ("10(2) to (4)", ["10(2)", "10(3)(a)"], ["10", "10(1)", "10(5)", "11(3)"]),
        ("10(5)(i) to (v)", ["10(5)(iv)"], ["10(5)(vi)", "10(5)(b)"]),
        ("10(5)(c) to (d)", ["10(5)(c)"], ["10(5)(e)", "10(5)(i)"]),
        ("Annex I", ["Annex I, Article 9", "Annex I(1)"], ["1", "Annex II"]),
    ],
)
def test_what_a_reference_covers(text: str, inside: list[str], outside: list[str]) -> None:
    [one] = references(text)
    covered = {printed: one.covers(path_of(printed) or ()) for printed in (*inside, *outside)}
    assert covered == {**dict.fromkeys(inside, True), **dict.fromkeys(outside, False)}


@settings(max_examples=80)
@given(
    some.text(alphabet="1289(.)ab -–,;¶§to bis and Article Annex I paragraph\u0661é", max_size=60)
)
def test_any_text_is_read_or_refused(text: str) -> None:
    path_of(text)
    with suppress(Refused):
        assert references(text)


@pytest.mark.parametrize("piece", ["1.", "(", "1 (new)", "Article ", "8 bis ", "a-", "x (new) "])
def test_hostile_references_cost_no_time(piece: str) -> None:
    started = time.perf_counter()
    path_of(piece * 50_000)
    with pytest.raises(Refused):
        references(piece * 50_000)
    assert time.perf_counter() - started < 1
