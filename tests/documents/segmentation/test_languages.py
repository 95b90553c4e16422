"""In which language a text is written."""

from __future__ import annotations

import pytest

from negotiator.documents.segmentation.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Each Party shall ensure that the measures of this Article are not used for trade.", "en"),
        ("Chaque Partie veille à ce que les mesures de cet article ne soient pas prises.", "fr"),
        ("Cada Parte velará por que las medidas del presente artículo no se apliquen así.", "es"),
        ("Die Parteien stellen sicher, dass die Maßnahmen nicht zu dem Zweck dienen.", "de"),
        ("Каждая Сторона обеспечивает, что меры не применяются в этих целях и для них.", "ru"),
        ("各方应当确保本条规定的措施不用于贸易目的。", "zh"),
        ("يكفل كل طرف ألا تستخدم التدابير المنصوص عليها في هذه المادة.", "ar"),
        ("A1 B2 C3", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_languages(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_short_clause_takes_the_language_of_its_document() -> None:
    assert language_of("No text", "fr") == "fr"
