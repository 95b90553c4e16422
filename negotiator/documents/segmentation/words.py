"""The words for the units of a text, in the six languages of the United Nations and German."""

from __future__ import annotations

from enum import IntEnum


class Rank(IntEnum):
    """How high a unit stands: a unit ends where one of the same or a higher rank begins."""

    ANNEX = 0
    PART = 1
    TITLE = 2
    CHAPTER = 3
    SECTION = 4
    SUBSECTION = 5
    ARTICLE = 6
    ALTERNATIVE = 7
    PARAGRAPH = 8
    POINT = 9


# Compared without case. Words of Latin, Cyrillic and Arabic script stand before the number.
UNITS: dict[Rank, tuple[str, ...]] = {
    Rank.ANNEX: (
        *("annex", "appendix", "schedule", "attachment", "protocol"),
        *("annexe", "appendice", "protocole"),
        *("anexo", "apéndice", "protocolo"),
        *("anhang", "anlage", "protokoll"),
        *("приложение", "протокол"),
        *("المرفق", "مرفق", "الملحق", "ملحق", "التذييل"),
    ),
    Rank.PART: ("part", "partie", "parte", "teil", "часть", "الجزء"),
    Rank.TITLE: ("title", "titre", "título", "titel", "раздел", "الباب"),
    Rank.CHAPTER: ("chapter", "chapitre", "capítulo", "kapitel", "глава", "الفصل"),
    Rank.SECTION: ("section", "sección", "abschnitt", "отдел", "القسم"),
    Rank.SUBSECTION: ("subsection", "sub-section", "sous-section", "subsección", "unterabschnitt"),
    Rank.ARTICLE: (
        *("article", "art.", "artículo", "artikel", "статья", "المادة", "مادة"),
        *("clause", "rule", "règle", "regla", "regel", "правило", "cláusula"),
        *("recital", "considérant", "considerando", "erwägungsgrund"),
        *("§", "§§"),
    ),
    Rank.ALTERNATIVE: (
        *("option", "alternative", "alt", "alt.", "variant", "opción", "alternativa"),
        *("variante", "вариант", "альтернатива", "الخيار", "البديل"),
    ),
}

# Units that one may stand above without a number.
WITHOUT_NUMBER = frozenset(UNITS[Rank.ANNEX])

# Chinese puts the number between 第 and the word.
CHINESE_UNITS: dict[str, Rank] = {
    "编": Rank.PART,
    "部分": Rank.PART,
    "篇": Rank.TITLE,
    "章": Rank.CHAPTER,
    "节": Rank.SECTION,
    "条": Rank.ARTICLE,
    "款": Rank.PARAGRAPH,
}
CHINESE_ANNEXES = ("附件", "附录", "附则")

# Numbers written as words, by their value ("first", "premier", "الأولى").
NUMBER_WORDS: dict[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "one first premier première unique primero primera único única erster erste первый"
            " первая الأول الأولى",
            "two second deuxième segundo segunda zweiter zweite второй вторая الثاني الثانية",
            "three third troisième tercero tercera dritter dritte третий третья الثالث الثالثة",
            "four fourth quatrième cuarto cuarta vierter vierte четвертый четвертая الرابع الرابعة",
            "five fifth cinquième quinto quinta fünfter fünfte пятый пятая الخامس الخامسة",
            "six sixth sixième sexto sexta sechster sechste шестой шестая السادس السادسة",
            "seven seventh septième séptimo séptima siebter siebte седьмой седьмая السابع السابعة",
            "eight eighth huitième octavo octava achter achte восьмой восьмая الثامن الثامنة",
            "nine ninth neuvième noveno novena neunter neunte девятый девятая التاسع التاسعة",
            "ten tenth dixième décimo décima zehnter zehnte десятый десятая العاشر العاشرة",
        ),
        1,
    )
    for word in words.split()
}

# What follows the number of a unit that is only referred to: "Article 4 of", "Artikel 4 Absatz 2".
REFERRING = frozenset(
    (
        "absatz nummer buchstabe satz unterabsatz абзац пункт пункта подпункт paragraph paragraphs"
        " shall should may will applies apply is are and or of to in"
    ).split()
)

# Latin suffixes of units put in later, in their order.
LATER = "bis ter quater quat quinquies sexies septies octies novies decies".split()

# The line after which the enacting or operative part begins.
FORMULAS = (
    "have agreed as follows",
    "have agreed on the following",
    "have adopted this",
    "hereby agree as follows",
    "agree as follows",
    "sont convenus de ce qui suit",
    "sont convenues de ce qui suit",
    "ont adopté le présent",
    "ont arrêté le présent",
    "han convenido en lo siguiente",
    "convienen en lo siguiente",
    "han adoptado el presente",
    "sind wie folgt übereingekommen",
    "haben folgendes vereinbart",
    "haben folgende verordnung erlassen",
    "согласились о нижеследующем",
    "договорились о нижеследующем",
    "议定如下",
    "达成协议如下",
    "اتفقت على ما يلي",
    "قد اتفقت على ما يلي",
)

# The units that a structured file names by itself, as Akoma Ntoso does.
RANKS_OF_UNITS: dict[str, Rank] = {
    "annex": Rank.ANNEX,
    "attachment": Rank.ANNEX,
    "component": Rank.ANNEX,
    "book": Rank.PART,
    "part": Rank.PART,
    "tome": Rank.PART,
    "title": Rank.TITLE,
    "chapter": Rank.CHAPTER,
    "subchapter": Rank.SECTION,
    "section": Rank.SECTION,
    "division": Rank.SECTION,
    "subdivision": Rank.SUBSECTION,
    "subsection": Rank.SUBSECTION,
    "article": Rank.ARTICLE,
    "rule": Rank.ARTICLE,
    "clause": Rank.ARTICLE,
    "recital": Rank.ARTICLE,
    "paragraph": Rank.PARAGRAPH,
    "alinea": Rank.PARAGRAPH,
    "subparagraph": Rank.POINT,
    "point": Rank.POINT,
    "indent": Rank.POINT,
    "list": Rank.POINT,
}

# How the parts before the first article are called, for their references.
PREAMBLES = {
    "en": "Preamble",
    "fr": "Préambule",
    "es": "Preámbulo",
    "de": "Präambel",
    "ru": "Преамбула",
    "zh": "序言",
    "ar": "الديباجة",
}
RECITALS = {
    "en": "Recital",
    "fr": "Considérant",
    "es": "Considerando",
    "de": "Erwägungsgrund",
}

# The line after which the closing part begins.
CLOSINGS = (
    "in witness whereof",
    "done at",
    "done in",
    "en foi de quoi",
    "fait à",
    "en fe de lo cual",
    "en testimonio de lo cual",
    "hecho en",
    "zu urkund dessen",
    "geschehen zu",
    "в удостоверение",
    "совершено в",
    "兹由",
    "وإثباتا لما تقدم",
)
