"""What is a label at the start of a paragraph, and what only refers to a unit."""

from __future__ import annotations

import time

import pytest

from negotiator.documents.segmentation.labels import label_of, ordinal_of


@pytest.mark.parametrize(
    ("text", "rank", "printed", "value", "rest"),
    [
        ("Article 4", "ARTICLE", "Article 4", "4", ""),
        ("Article 4bis Mitigation", "ARTICLE", "Article 4bis", "4bis", "Mitigation"),
        ("Article 2 bis", "ARTICLE", "Article 2 bis", "2 bis", ""),
        ("[Article 4: Scope", "ARTICLE", "Article 4", "4", "Scope"),
        ("[Article 3 bis] (FORESTS)", "ARTICLE", "Article 3 bis", "3 bis", "] (FORESTS)"),
        ("ARTICLE IV", "ARTICLE", "ARTICLE IV", "IV", ""),
        ("Article premier", "ARTICLE", "Article premier", "premier", ""),
        ("Artículo 1º", "ARTICLE", "Artículo 1º", "1º", ""),
        ("Статья 5", "ARTICLE", "Статья 5", "5", ""),
        ("第四条 各方", "ARTICLE", "第四条", "四", "各方"),
        ("المادة 4", "ARTICLE", "المادة 4", "4", ""),
        ("§ 4 Scope", "ARTICLE", "§ 4", "4", "Scope"),
        ("Pp12", "ARTICLE", "Pp12", "12", ""),
        ("Chapter II General", "CHAPTER", "Chapter II", "II", "General"),
        ("Annex", "ANNEX", "Annex", "", ""),
        ("附件一", "ANNEX", "附件一", "一", ""),
        ("Protocol No 1", "ANNEX", "Protocol No 1", "1", ""),
        ("Option II: No text", "ALTERNATIVE", "Option II", "II", "No text"),
        ("1. The Parties", "PARAGRAPH", "1.", "1", "The Parties"),
        ("[1. The Parties", "PARAGRAPH", "1.", "1", "The Parties"),
        ("1.The Parties", "PARAGRAPH", "1.", "1", "The Parties"),
        ("3.3bis In accordance", "PARAGRAPH", "3.3bis", "3.3bis", "In accordance"),
        ("(12) whereas", "PARAGRAPH", "(12)", "12", "whereas"),
        ("(a) forests", "POINT", "(a)", "a", "forests"),
        ("a) forests", "POINT", "a)", "a", "forests"),
        ("– forests", "POINT", "–", "–", "forests"),
    ],
)
def test_labels(text: str, rank: str, printed: str, value: str, rest: str) -> None:
    label = label_of(text)
    assert label is not None
    found = (label.rank.name, label.printed, label.value, text[label.end :])
    assert found == (rank, printed, value, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Article 4 applies to all",
        "Article 4, paragraph 2, applies",
        "Artikel 4 Absatz 2 gilt",
        "Annex A to this Agreement",
        "Part of the forces",
        "1945 was a year of peace",
        "12 May 1992",
        "In 2020 the Parties met",
        "Parties shall refrain",
        "",
    ],
)
def test_what_is_no_label(text: str) -> None:
    assert label_of(text) is None


def test_a_bracket_before_a_label_belongs_to_the_text() -> None:
    label = label_of("[[(a) forests]]")
    assert label is not None
    assert (label.opening, label.value) == ("[[", "a")


@pytest.mark.parametrize(
    ("value", "roman", "place"),
    [("4bis", False, 4), ("d", False, 4), ("iv", True, 4), ("xiv", True, 14), ("г", False, 4)],
)
def test_places_in_a_list(value: str, roman: bool, place: int) -> None:
    assert ordinal_of(value, roman=roman) == place


@pytest.mark.parametrize("sign", ["1", "1.", "(", "[", "i", " ", "Article ", "第", "a.", "\u00a0"])
def test_hostile_texts_take_no_time(sign: str) -> None:
    begun = time.process_time()
    label_of(sign * 200_000)
    assert time.process_time() - begun < 1.0
