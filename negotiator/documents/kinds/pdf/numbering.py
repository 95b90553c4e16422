"""The numbers, letters and signs that paragraphs begin with. Every pattern is bounded."""

from __future__ import annotations

import re

OPENING = r"[\[(“\"«‘'+*]{0,4}\s{0,2}"
# 1. 1.2 1) (1) (a) a) (iv) iv. A. II) and the same with bis, ter …
SIGN = re.compile(
    OPENING
    + r"(?:\(?\d{1,3}(?:\.\d{1,3}){0,4}\s?(?:bis|ter|quater|quinquies)?[a-z]?[.)]"
    + r"|\d{1,3}(?:\.\d{1,3}){1,4}"
    + r"|\([a-zA-Z]{1,2}\)|[a-zA-Z][.)]|\([ivxlcIVXLC]{1,7}\)|[ivxlcIVXLC]{1,7}[.)])"
    + r"(?=[\s\[(“\"«‘]|$)"
)
BULLET = re.compile(r"[•●○◦▪■□–—‣∙·➢✓-](?=\s|$)|o(?=\s)")
BARE = re.compile(OPENING + r"\d{1,3}(?:bis|ter|quater)?(?=\s)")
WORD = re.compile(
    OPENING
    + r"(?:article|articles|art\.|chapter|section|annex|appendix|part|title|option|alternative"
    + r"|alt\.?"
    + r"|recital|paragraph|amendment|artikel|kapitel|abschnitt|anhang|erwägungsgrund|absatz"
    + r"|chapitre|annexe|partie|titre|considérant|amendement|artículo|capítulo|sección|anexo"
    + r"|parte|título|статья|глава|раздел|приложение|часть|المادة|第)\s{0,2}"
    + r"(?:\d{1,4}|[ivxlcIVXLC]{1,7}|[a-zA-Z]|[一二三四五六七八九十百]{1,5})(?![\w-])",
    re.IGNORECASE,
)
# What a heading is that is nothing but a number: the title that follows is a line of its own.
ALONE = re.compile(
    r"[\[(]{0,2}\w{3,16}\.?\s{1,2}(?:\d{1,4}|[IVXLC]{1,7}|[A-Z])\s{0,2}[\])]{0,2}[.:]?"
)
# Words after which no paragraph ends.
OPEN_WORDS = re.compile(
    r"\b(?:a|an|the|of|in|to|by|with|for|from|on|under|at|as|that|which|its|their|de|du|des|la|le"
    r"|les|aux?|par|pour|avec|dans|sur|el|los|las|del|en|con|por|para|der|die|das|des|dem|den|und"
    r"|von|mit|zu|im|auf|nach|für|в|на|по|с|к|для|article|articles|paragraph|artikel|absatz|art\.)$",
    re.IGNORECASE,
)
SENTENCE_ENDS = (".", ";", ":", "!", "?", "…", "。", "；", "：", "؛", "؟")
CLOSERS = "])}”’\"'»）】*"
LINKING = re.compile(r"\b(?:and|or|et|ou|und|oder|y|o|и|или)$", re.IGNORECASE)


def begins_numbered(text: str) -> bool:
    """Tell whether a line begins with a number, a letter or a bullet of its own."""
    return bool(SIGN.match(text) or BULLET.match(text) or WORD.match(text))


def begins_with_word(text: str) -> bool:
    """Tell whether a line begins with a word for a unit and its number: `Article 3`."""
    return bool(WORD.match(text))


def begins_bare(text: str) -> bool:
    """Tell whether a line begins with a number without a stop or bracket."""
    return bool(BARE.match(text))


def is_bare_heading(text: str) -> bool:
    """Tell whether a line is nothing but a word and a number: `Article 3`, `PART II`."""
    return bool(ALONE.fullmatch(text.strip()) and WORD.match(text.strip()))


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends with a stop, closing brackets and quotation marks apart."""
    return text.rstrip().rstrip(CLOSERS).endswith(SENTENCE_ENDS)


def runs_on(text: str, after: str) -> bool:
    """Tell whether a sentence goes on from the end of one line to the next one."""
    if text.endswith(("-", "\u00ad", "\u2010")):
        return not begins_numbered(after)
    if ends_sentence(text):
        return False
    opened = after.lstrip("[(“\"«‘'")[:1]
    if opened.islower() and not begins_numbered(after):
        return True
    return bool(OPEN_WORDS.search(text[-12:])) or begins_with_word(after)


def may_end_item(text: str) -> bool:
    """Tell whether a text ends as items of a list end: with a stop, a comma, `and`, `or`."""
    bare = text.rstrip().rstrip(CLOSERS)
    return bare.endswith((*SENTENCE_ENDS, ",", "،", "，")) or bool(LINKING.search(bare[-8:]))
