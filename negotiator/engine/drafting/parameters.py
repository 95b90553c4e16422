"""The numbers, dates and ranges of a clause, as it prints them."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    r"enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|"
    r"Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|"
    r"января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"
)
_FIGURE = r"\d{1,3}(?:[,. \u00a0\u202f]\d{3}){1,4}(?:[.,]\d{1,4})?|\d{1,9}(?:[.,]\d{1,4})?"
_SPELT = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|"
    r"forty|fifty|sixty|ninety|(?:a|one|two|three|five) hundred|(?:a|one) thousand)(?:[- ](?:one|two|four|five|six))?"
)
_UNIT = (
    r"(?:%|per cent|percent|‰|€|EUR|USD|US dollars|dollars|euros?|roubles|pounds|million|billion|"
    r"km|kilomet(?:re|er)s?|met(?:re|er)s?|m|nautical miles|miles|tonnes?|tons?|kg|kilograms?|kilotons?|MW|GW|TWh|"
    r"°C|degrees(?: Celsius)?|(?:working |business |calendar |consecutive )?days?|weeks?|months?|years?|hours?|minutes?|"
    r"missiles?|warheads?|launchers?|aircraft|ships?|vessels?|troops|soldiers|personnel|brigades?|battalions?|divisions?|"
    r"members?|seats?|votes?|sites?|bases?|copies|originals|"
    r"pour cent|jours|mois|ans|semaines|por ciento|días|meses|años|Prozent|Tage|Monate|Jahre|"
    r"процент\w{0,3}|дн(?:ей|я)|месяц\w{0,3}|лет|года|天|日|个月|年|公里|米)"
)
_RANGE = r"(?:\s?(?:-|–|—|to|and|bis|à|до)\s?)"
_LIMIT = (
    r"(?:(?:at least|at most|no later than|not later than|no more than|not more than|not less than|no less than|"
    r"no fewer than|up to|within|more than|less than|above|below|over|under|between|from|exceeding|minimum of|maximum of) "
    r"(?:a period of |an? )?)?"
)
PARAMETERS = re.compile(
    rf"(?<![\w.,/(])(?:"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\.? (?:of |de )?{_MONTH}(?: (?:de )?\d{{4}})?|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|{_MONTH} \d{{4}})"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}"
    rf"|{_LIMIT}(?:{_FIGURE}|{_SPELT})(?:{_RANGE}(?:{_FIGURE}|{_SPELT}))?(?:\s?\(\d{{1,4}}\))?[\s-]?{_UNIT}"
    rf"|(?:€|\$|£|US\$|EUR |USD )\s?(?:{_FIGURE})(?: (?:million|billion))?"
    rf"|(?:since|before|after|by|until|from|baseline of|as of|end of|state of|levels? of|compared with) (?:19|20)\d{{2}}"
    rf")(?!\w)",
    re.IGNORECASE,
)
# More than these are a table.
MOST = 20


def parameters(text: str) -> tuple[str, ...]:
    """Return the dates, baselines, numbers with units and ranges of a clause, in its own words.

    Args:
        text: of the clause.
    """
    found: dict[str, None] = {}
    for match in PARAMETERS.finditer(text):
        found.setdefault(" ".join(match.group().split()))
        if len(found) == MOST:
            break
    return tuple(found)
