"""The words for the units that a printed reference names, and the order of their numbers."""

from __future__ import annotations

from collections.abc import Mapping

ARTICLE = "article"
PARAGRAPH = "paragraph"
POINT = "point"

_WORDS: Mapping[str, str] = {
    ARTICLE: (
        "article articles art arts artículo artículos artikel artikeln статья статьи статей"
        " المادة مادة المواد clause clauses cláusula rule rules regel règle regla § §§"
    ),
    PARAGRAPH: (
        "paragraph paragraphs para paras paragraphe paragraphes párrafo párrafos apartado"
        " apartados absatz absätze abs абзац пункт пункты пункта الفقرة"
    ),
    POINT: (
        "point points punto puntos nummer nr letter letters lit littera buchstabe buchstaben"
        " letra подпункт"
    ),
    "subparagraph": "subparagraph subparagraphs alinéa unterabsatz subpárrafo",
    "sentence": "sentence sentences phrase satz frase предложение الجملة",
    "indent": "indent indents tiret gedankenstrich guion",
    "annex": (
        "annex annexes annexe appendix appendices appendice anexo anexos apéndice anhang anlage"
        " schedule protocol protocole protocolo protokoll приложение протокол المرفق مرفق الملحق"
    ),
    "part": "part parts partie parte teil часть الجزء",
    "title": "title titles titre título titel раздел الباب",
    "chapter": "chapter chapters chapitre capítulo kapitel глава الفصل",
    "section": "section sections sección abschnitt отдел القسم",
    "option": "option options alternative alternatives alt variant variante opción вариант الخيار",
    "recital": "recital recitals considérant considérants considerando erwägungsgrund pp",
    "preamble": "preamble préambule preámbulo präambel преамбула الديباجة",
    "footnote": "footnote footnotes fußnote nota",
}

UNITS: Mapping[str, str] = {word: kind for kind, words in _WORDS.items() for word in words.split()}

# Compared by their numbers alone: "Article 4, paragraph 2" is "4(2)" and "4.2".
NUMBERED = frozenset({ARTICLE, PARAGRAPH, POINT})
# Units within an article, units that hold articles; all others begin a reference.
WITHIN = frozenset({PARAGRAPH, POINT, "subparagraph", "sentence", "indent"})
HOLDING = frozenset({"annex", "part", "title", "chapter", "section", "option"})
WITHOUT_NUMBER = frozenset({"annex", "preamble"})

TO = frozenset({"to", "through", "bis", "à", "до", "по"})
AND = frozenset({"and", "und", "et", "y", "и"})

# How a unit is counted that was inserted after another: 4, 4bis, 4ter, 5.
LATER = (
    *("bis", "ter", "quater", "quinquies", "sexies", "septies"),
    *("octies", "novies", "decies"),
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def between(first: str, value: str, last: str) -> bool:
    """Tell whether a unit's number lies between two others of the same style, both included.

    Args:
        first: the number that the range begins with: `8`, `8bis`, `a`, `ii`.
        value: the number asked about.
        last: the number that the range ends with.
    """
    for order in (_digits, _roman, _letter):
        low, place, high = order(first), order(value), order(last)
        # Of single letters only i, v and x are more likely numerals.
        numerals = len(first + last) > 2 or {first, last} <= {*"ivx"}
        if low is not None and high is not None and (order is not _roman or numerals):
            return place is not None and low <= place <= high
    return False


def _digits(value: str) -> tuple[int, int, str] | None:
    figures = value[: len(value) - len(value.lstrip("0123456789"))]
    if not figures:
        return None
    rest = value[len(figures) :]
    return int(figures), LATER.index(rest) + 1 if rest in LATER else 0, rest


def _roman(value: str) -> tuple[int, int, str] | None:
    if not value or not set(value) <= set(_ROMAN):
        return None
    numbers = [_ROMAN[sign] for sign in value]
    following = [*numbers[1:], 0]
    total = sum(-n if n < after else n for n, after in zip(numbers, following, strict=True))
    return total, 0, ""


def _letter(value: str) -> tuple[int, int, str] | None:
    return (ord(value), 0, "") if len(value) == 1 and value.isalpha() else None
