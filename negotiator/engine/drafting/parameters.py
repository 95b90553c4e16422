"""The numbers, dates and ranges of a clause, as it prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from negotiator.engine.drafting.statement import lowered

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    r"enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|"
    r"Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|"
    r"января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"
)
_FIGURE = r"\d{1,3}(?:[,. \u00a0\u202f]\d{3}){1,4}(?:[.,]\d{1,4})?|\d{1,9}(?:[.,]\d{1,4})?"
_SPELT = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|"
    r"twenty|thirty|"
    r"forty|fifty|sixty|ninety|(?:a|one|two|three|five) hundred|(?:a|one) thousand)(?:[- "
    r"](?:one|two|four|five|six))?"
)
_UNIT = (
    r"(?:%|per cent|percent|‰|€|EUR|USD|US dollars|dollars|euros?|roubles|pounds|million|billion|"
    r"km|kilomet(?:re|er)s?|met(?:re|er)s?|m|nautical miles|miles|tonnes?|tons?|kg|"
    r"kilograms?|kilotons?|MW|GW|TWh|"
    r"°C|degrees(?: Celsius)?|(?:working |business |calendar |consecutive )?days?|weeks?|"
    r"months?|years?|hours?|minutes?|"
    r"missiles?|warheads?|launchers?|aircraft|ships?|vessels?|troops|soldiers|personnel|"
    r"brigades?|battalions?|divisions?|"
    r"members?|seats?|votes?|sites?|bases?|copies|originals|"
    r"pour cent|jours|mois|ans|semaines|por ciento|días|meses|años|Prozent|Tage|Monate|Jahre|"
    r"процент\w{0,3}|дн(?:ей|я)|месяц\w{0,3}|лет|года|天|日|个月|年|公里|米)"
)
_RANGE = r"(?:\s?(?:-|–|—|to|and|bis|à|до)\s?)"
_LIMIT = (
    r"(?:(?:at least|at most|no later than|not later than|no more than|not more than|not "
    r"less than|no less than|"
    r"no fewer than|up to|within|more than|less than|above|below|over|under|between|from|"
    r"exceeding|minimum of|maximum of) "
    r"(?:a period of |an? )?)?"
)
PARAMETERS = re.compile(
    rf"(?<![\w.,/(])(?:"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\.? (?:of |de )?{_MONTH.lower()}(?: (?:de )?\d{{4}})?|"
    rf"{_MONTH.lower()} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|{_MONTH.lower()} \d{{4}})"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}"
    rf"|{_LIMIT}(?:{_FIGURE}|{_SPELT})(?:{_RANGE}(?:{_FIGURE}|"
    rf"{_SPELT}))?(?:\s?\(\d{{1,4}}\))?[\s-]?{_UNIT.lower()}"
    rf"|(?:€|\$|£|us\$|eur |usd )\s?(?:{_FIGURE})(?: (?:million|billion))?"
    rf"|(?:since|before|after|by|until|from|baseline of|as of|end of|state of|levels? of|"
    rf"compared with) (?:19|20)\d{{2}}"
    rf")(?!\w)",
)
# Without any of these there is nothing to look for; most clauses have none.
_SEED = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|fifty|"
    r"eighteen|twenty|thirty|forty|sixty|ninety|hundred|thousand)",
)
# Around a seed, so many characters before and after it can belong to the figure.
_BEFORE, _AFTER = 40, 56
# More than these are a table.
MOST = 20


def parameters(text: str) -> tuple[str, ...]:
    """Return the dates, baselines, numbers with units and ranges of a clause, in its own words.

    Args:
        text: of the clause.
    """
    found: dict[str, None] = {}
    small = lowered(text)
    for start, end in _stretches(small):
        for match in PARAMETERS.finditer(small, start, end):
            found.setdefault(" ".join(text[match.start() : match.end()].split()))
        if len(found) >= MOST:
            break
    return tuple(found)[:MOST]


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Return the stretches around the figures of a text, those that touch joined."""
    start = end = 0
    for seed in _SEED.finditer(text):
        if seed.start() - _BEFORE > end:
            if end:
                yield start, end
            start = max(0, seed.start() - _BEFORE)
        end = min(len(text), seed.end() + _AFTER)
    if end:
        yield start, end
