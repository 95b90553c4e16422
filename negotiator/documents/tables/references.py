"""The printed reference of a provision, as `Recital 83 a (new)`, and the id made from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from negotiator.documents.tables.fields import plain

LONGEST_ID = 100
# A line that names a provision, with its title, is no longer than this.
LONGEST_LINE = 200
LONGEST_TITLE = 15
LONGEST_UNSEPARATED_TITLE = 8

# How each unit is called in an id; articles go without a word.
UNIT_WORDS: dict[str, str] = {
    **dict.fromkeys(
        "article articles art arts artikel artículo artículos статья статьи المادة §".split(), ""
    ),
    **dict.fromkeys(
        (
            "recital recitals considérant considérants considerando considerandos"
            " erwägungsgrund erwägungsgründe"
        ).split(),
        "recital",
    ),
    **dict.fromkeys("annex annexe anexo anhang anlage приложение المرفق".split(), "annex"),
    **dict.fromkeys("chapter chapitre capítulo kapitel глава الفصل".split(), "chapter"),
    **dict.fromkeys("section sección abschnitt раздел القسم".split(), "section"),
    **dict.fromkeys("partie teil часть".split(), "part"),
    **dict.fromkeys("clause clauses cláusula klausel".split(), "clause"),
    **dict.fromkeys("title titre título titel".split(), "title"),
    **dict.fromkeys("preamble préambule preámbulo präambel преамбула".split(), "preamble"),
    **dict.fromkeys("citation visa bezugsvermerk".split(), "citation"),
}
WITHOUT_NUMBER = ("annex", "preamble")
# What stands between the numbers of a reference.
PARTS = frozenset(
    (
        "paragraph paragraphs para paras point points subparagraph subparagraphs indent sentence"
        " sentences letter item introductory introduction wording heading subpoint part"
        " first second third fourth fifth last"
        " paragraphe alinéa tiret phrase lettre partie introductive premier première deuxième"
        " apartado párrafo letra guion guión frase inciso"
        " absatz abs nummer nr buchstabe lit unterabsatz satz spiegelstrich einleitung einleitender"
        " пункт пункта подпункт абзац"
        " and to of the et und y и e a à bis ter quater quinquies sexies or de la du"
    ).split()
)
LATER = frozenset("bis ter quater quinquies sexies".split())
NEW_WORDS = frozenset(
    "new neu neuer neue nouveau nouvelle nuevo nueva новая новый новое insert add".split()
)
OPENINGS = frozenset(
    (
        *(
            "amendment",
            "amendement",
            "änderungsantrag",
            "enmienda",
            "поправка",
            "proposed amendment",
        ),
        *("proposal for a regulation", "proposal for a directive", "proposal for a decision"),
        *("draft legislative resolution", "motion for a resolution", "draft regulation"),
        *("proposition de règlement", "proposition de directive", "propuesta de reglamento"),
        *(
            "propuesta de directiva",
            "vorschlag für eine verordnung",
            "vorschlag für eine richtlinie",
        ),
        *("предложение о регламенте", "am", "draft opinion", "draft report"),
    )
)
_AMENDMENT = re.compile(
    r"\s{0,9}(?:proposed )?(?:amendment|amendement|änderungsantrag|enmienda|поправка|am\.?)"
    r"\s{0,9}(?:no\.?|nr\.?)?\s{0,9}\d{1,5}\s{0,9}[/:,–—-]\s{0,9}",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    r"[\s\u00a0]*(?:(?P<word>[^\W\d_]+|§)|(?P<number>\d{1,4}(?:\.\d{1,3}){0,3}[a-z]{0,2})(?![\w])"
    r"|(?P<sign>[^\w\s]))"
)
_CHINESE = re.compile(
    r"第\s?[一二三四五六七八九十百零〇0-9]{1,6}\s?[章节条款](?:第[一二三四五六七八九十0-9]{1,4}[款项])?"
)
_ROMAN = re.compile(r"[ivxlcdm]{1,7}")
_ENDS = (".", ";", ",", "!", "?")
_VERBS = frozenset("shall must should may will is are has have doit muss soll ist".split())


@dataclass(frozen=True, slots=True)
class Citation:
    """A line that names a provision.

    Args:
        reference: the provision, as printed.
        title: the provision's title, when the line prints it too.
        before: what the line prints before the reference, as `Amendment 12 / `.
    """

    reference: str
    title: str = ""
    before: str = ""

    @property
    def new(self) -> bool:
        """Tell whether the provision does not exist in the base text."""
        return bool(NEW_WORDS & set(plain(self.reference).split()))


def citation_of(line: str) -> Citation | None:
    """Return the provision that a line names, None when the line says anything more."""
    text = line.strip()
    if not text or len(text) > LONGEST_LINE:
        return None
    opening = _AMENDMENT.match(text)
    if opening:
        inner = citation_of(text[opening.end() :])
        return Citation(inner.reference, inner.title, opening.group()) if inner else None
    chinese = _CHINESE.match(text)
    end = chinese.end() if chinese else _end_of_reference(text)
    if not end:
        return None
    reference = text[:end].strip().rstrip(":–—-.").strip()
    return _with_title(reference, text, end)


def _with_title(reference: str, text: str, end: int) -> Citation | None:
    rest = text[end:].strip()
    title = rest.lstrip(":–—-. ").strip()
    separated = title != rest or text[:end].rstrip().endswith((":", "–", "—", "-"))
    words = plain(title).split()
    longest = LONGEST_TITLE if separated else LONGEST_UNSEPARATED_TITLE
    if not title:
        return Citation(reference)
    if title[0].islower() or title.endswith(_ENDS) or len(words) > longest:
        return None
    if not words or _VERBS & set(words):
        return None
    return Citation(reference, title)


def _end_of_reference(text: str) -> int:
    end = 0
    named = numbered = False
    for token in _tokens(text):
        word = (token.group("word") or "").casefold()
        if token.group("number"):
            if not named:
                return 0
            numbered = True
        elif word in UNIT_WORDS:
            named = True
        elif word in NEW_WORDS:
            numbered = True
        elif word and not (named and _is_part(word, token.group("word"))):
            break
        elif word and len(word) == 1 and token.group("word").isupper() and not numbered:
            numbered = True
        elif token.group("sign") and token.group("sign") not in "()[]/,.;:–—-§&+‘’'":
            break
        elif word and _ROMAN.fullmatch(word):
            numbered = True
        end = token.end()
    alone = UNIT_WORDS.get(plain(text[:end])) in WITHOUT_NUMBER
    return end if named and (numbered or alone) else 0


def _tokens(text: str) -> Iterator[re.Match[str]]:
    token = _TOKEN.match(text)
    while token is not None:
        yield token
        token = _TOKEN.match(text, token.end())


def _is_part(word: str, printed: str) -> bool:
    small = printed.islower() or printed.isupper()
    return word in PARTS or (len(word) == 1 and small) or bool(_ROMAN.fullmatch(word))


def is_opening(line: str) -> bool:
    """Tell whether a line only opens an amendment: `Amendment 12`, `Proposal for a regulation`."""
    if len(line) > LONGEST_LINE:
        return False
    words = plain(line).split()
    if words and words[-1].isdigit():
        words.pop()
    if len(words) > 1 and words[-1] in ("no", "nr"):
        words.pop()
    return " ".join(words) in OPENINGS


def row_id(reference: str, number: int) -> str:
    """Return the id of a row: from its printed reference, else from its number.

    `Article 4(2)` gives `4.2`, `Recital 83 a (new)` gives `recital-83a`. It holds no white space,
    comma, slash or at sign, and at most 100 characters.
    """
    parts: list[str] = []
    apart = False
    for token in _tokens(reference):
        word = (token.group("word") or "").casefold()
        sign = token.group("sign")
        if sign:
            apart = sign in "(["
            continue
        if token.group("number"):
            parts.append(token.group("number"))
        elif word in NEW_WORDS or (word in PARTS and len(word) > 1 and word not in LATER):
            apart = True
            continue
        elif word in UNIT_WORDS:
            parts += [UNIT_WORDS[word]] if UNIT_WORDS[word] else []
        elif _continues(word, parts, apart):
            parts[-1] += word
        else:
            parts.append(word)
        apart = False
    made = _joined(parts)[:LONGEST_ID].strip(".-")
    return made or f"row-{number}"


def _continues(word: str, parts: list[str], apart: bool) -> bool:
    short = len(word) == 1 or word in LATER
    return short and not apart and bool(parts) and parts[-1][-1].isdigit()


def _joined(parts: list[str]) -> str:
    made = ""
    for part in parts:
        words = made.rpartition(".")[2].isalpha() or (
            made and not part[0].isdigit() and len(part) > 3
        )
        made += ("" if not made else "-" if words and len(made) > 1 else ".") + part
    return made
