"""Characters that are not what they seem are told of; honest spelling in any script is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.documents.characters import MOST_WARNINGS, doubtful, warnings_of
from negotiator.documents.extract import Piece

RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
GREEK = "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώ"
LATIN = "abcdefghijklmnopqrstuvwxyzéüßłœ"


def words(letters: str) -> st.SearchStrategy[str]:
    return st.text(letters + letters.upper(), min_size=2, max_size=12)


def codes(text: str) -> list[str]:
    return [code for _, code, _ in doubtful(text)]


@pytest.mark.parametrize(
    ("text", "place", "code", "why"),
    [
        ("not\u200bwithstanding", 3, "U+200B", "invisible: zero width space"),
        ("con\u00adsent", 3, "U+00AD", "invisible: soft hyphen"),
        ("a\u2060b", 1, "U+2060", "invisible: word joiner"),
        ("a\ufeffb", 1, "U+FEFF", "invisible: zero width no-break space"),
        ("a\u200db", 1, "U+200D", "invisible: zero width joiner"),
        ("EU\u200f", 2, "U+200F", "invisible: right-to-left mark"),
        ("x\ufe0f", 1, "U+FE0F", "invisible: variation selector-16"),
        ("a\U000e0041", 1, "U+E0041", "invisible tag: tag latin capital letter a"),
        ("a\u202eb", 1, "U+202E", "turns the direction of writing: right-to-left override"),
        ("a\u2067b", 1, "U+2067", "turns the direction of writing: right-to-left isolate"),
        ("a\x07b", 1, "U+0007", "control character"),
        ("a\x0cb", 1, "U+000C", "control character"),
        ("a\x85b", 1, "U+0085", "control character"),
        ("a\u2028b", 1, "U+2028", "control character: line separator"),
        ("\uf0b7 item", 0, "U+F0B7", "private use, without a meaning of its own"),
        ("a\U000f0000", 1, "U+F0000", "private use, without a meaning of its own"),
        ("a\ufdd0", 1, "U+FDD0", "no character"),
        ("a\U0004ffff", 1, "U+4FFFF", "no character"),
        ("caf\ufffd", 3, "U+FFFD", "stands for what is lost: replacement character"),
        (
            "p\u0430rties",
            1,
            "U+0430",
            "Cyrillic letter that looks like Latin “a”, in “p\u0430rties”",
        ),
        ("s\u04bball", 1, "U+04BB", "Cyrillic letter that looks like Latin “h”, in “s\u04bball”"),
        ("\u03bff", 0, "U+03BF", "Greek letter that looks like Latin “o”, in “\u03bff”"),
        ("должнa", 5, "U+0061", "Latin letter that looks like Cyrillic “а”, in “должнa”"),
        ("Eυρώπη", 0, "U+0045", "Latin letter that looks like Greek “Ε”, in “Eυρώπη”"),
        ("Article (\u0430)", 9, "U+0430", "Cyrillic letter that looks like Latin “a”, in “\u0430”"),
        (
            "it \u0456\u0455",
            3,
            "U+0456",
            "Cyrillic letter that looks like Latin “i”, in “\u0456\u0455”",
        ),
    ],
)
def test_doubtful_characters(text: str, place: int, code: str, why: str) -> None:
    assert doubtful(text)[0] == (place, code, why)


@pytest.mark.parametrize(
    "text",
    [
        "tab\tnew line\nreturn\r\n",
        "Стороны не развёртывают ракеты средней дальности в XXI веке.",
        "Беларусь, Україна, Србија; PDFфайл, кВт·ч, СО₂ и CO2",
        "Ελλάδα, ΝΑΤΟ, the Greek word Ελλάδα",
        "СССР and the US; the Russian word “сор”; Россия",
        "ХIV век, XІV, IХ, Ⅻ",
        "5 μm, 3 kΩ, Δt, NFκB, TNFα, α-particle, 10²",
        "می\u200cخواهم, क्\u200dष",
        "عربي\u200f (EU) עברית\u200f",
        "☐\ufe0f 👩\u200d👩\u200d👧 葛\U000e0100",
        "𠀀 𰀀 中文，日本語 ＡＢＣ",
        "Àpropos œuvre ß ǆ Łódź ﬁn",
    ],
)
def test_honest_characters(text: str) -> None:
    assert doubtful(text) == ()


@given(st.lists(st.sampled_from([RUSSIAN, GREEK, LATIN]).flatmap(words)))
def test_words_of_one_script_are_honest(text: list[str]) -> None:
    assert doubtful(" ".join(text)) == ()


@given(st.text("MDCLXVI", min_size=1, max_size=6), st.sampled_from([RUSSIAN, LATIN]).flatmap(words))
def test_roman_numerals_beside_words_are_honest(numeral: str, word: str) -> None:
    assert doubtful(f"{numeral} {word} 14 {word}2 {numeral}-{word}") == ()


@given(words("bdfghklmnqrtuvwz"), words("bdfghklmnqrtuvwz"), st.sampled_from("асерхоу"))
def test_one_cyrillic_letter_in_a_latin_word_is_told_of(left: str, right: str, letter: str) -> None:
    [(place, code, _)] = doubtful(left + letter + right)
    assert (place, code) == (len(left), f"U+{ord(letter):04X}")


@given(st.text())
def test_every_place_holds_the_character_told_of(text: str) -> None:
    places = [place for place, _, _ in doubtful(text)]
    assert places == sorted(set(places))
    assert codes(text) == [f"U+{ord(text[place]):04X}" for place in places]


@given(st.text(), st.text())
def test_an_override_is_found_wherever_it_stands(before: str, behind: str) -> None:
    assert (len(before), "U+202E") in [
        (place, code) for place, code, _ in doubtful(f"{before}\u202e{behind}")
    ]


def test_long_texts_are_read_through() -> None:
    # What grows as the square of the length would take hours here.
    sentence = "The Parties shall not deploy missiles. Стороны не развёртывают ракеты. "
    for text in (sentence * 14_000, "a" * 1_000_000, "a" + "\u0300" * 1_000_000, "ы" * 1_000_000):
        assert doubtful(text) == ()
    assert codes("СССР а " * 100_000 + "b") == ["U+0430"] * 100_000
    assert codes("aаa" * 10_000) == ["U+0430"] * 10_000


def test_a_warning_names_the_clause_the_page_and_the_place() -> None:
    piece = Piece("art-4-2", "shall\u202e not", reference="Article 4(2)", page="3")
    assert warnings_of([piece]) == (
        "U+202E (turns the direction of writing: right-to-left override) stands in clause"
        " Article 4(2) on page 3, character 6 of the text",
    )


def test_many_of_a_kind_are_one_warning() -> None:
    pieces = [Piece(f"c{n}", "con\u00adsent and con\u00adtent") for n in range(40)]
    assert warnings_of(pieces) == (
        "U+00AD (invisible: soft hyphen) stands 80 times in 40 clauses, first in clause c0,"
        " character 4 of the text",
    )


def test_a_heading_that_many_clauses_share_counts_once() -> None:
    pieces = [Piece(f"c{n}", "One.", heading="Final\u200b provisions") for n in range(3)]
    [warning] = warnings_of(pieces)
    assert warning.endswith("stands in clause c0, character 6 of the heading")


def test_equal_clauses_count_each() -> None:
    [warning] = warnings_of([Piece("a", "x\u200b"), Piece("b", "x\u200b")])
    assert "2 times in 2 clauses" in warning


def test_every_field_with_wording_is_looked_at() -> None:
    piece = Piece(
        "a", "", reference="1\u200b", heading="\u200c", base_text="\u2060", justification="\u2061"
    )
    assert len(warnings_of([piece])) == 4


def test_there_are_never_very_many_warnings() -> None:
    piece = Piece("a", "".join(chr(0xE000 + n) for n in range(500)))
    warnings = warnings_of([piece])
    assert len(warnings) == MOST_WARNINGS + 1
    assert warnings[-1] == (
        "488 more kinds of doubtful characters stand in the document, 488 in all"
    )


def test_what_is_honest_brings_no_warning() -> None:
    assert warnings_of([Piece("a", "One."), Piece("б", "Один.")]) == ()
