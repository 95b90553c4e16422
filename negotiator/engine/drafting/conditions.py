"""What a clause makes itself depend on, in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from negotiator.engine.drafting.statement import lowered

# To the end of the sentence, or to the next comma where the words stand between commas.
TO_THE_END = (
    r"provided(?:,? however,?)? that|providing that|on (?:the )?condition that|on the "
    r"understanding that|"
    r"only (?:if|when|once|where)|if and only if|conditional (?:up)?on|contingent (?:up)?on|"
    r"in return for|in exchange for|"
    r"à condition que|à condition de|sous réserve que|pourvu que|uniquement si|"
    r"siempre que|siempre y cuando|a condición de(?: que)?|solo si|sólo si|"
    r"sofern|unter der bedingung,? dass|unter der voraussetzung,? dass|nur wenn|"
    r"при условии,? что|при условии|только если|بشرط|شريطة|"
)
TO_THE_COMMA = (
    r"subject to|unless|except (?:where|as|in so far as|if|with)|to the extent (?:that|"
    r"necessary|possible)?|in so far as|insofar as|"
    r"(?:only )?(?:as|so) long as|in the event (?:that|of)|depending on|without the (?:prior "
    r")?consent|"
    r"with the (?:prior )?(?:consent|agreement|approval) of|in consultation with|"
    r"sous réserve d[eu]s?|à moins que|dans la mesure où|sauf si|en cas de|"
    r"a menos que|salvo que|a reserva de|con sujeción a|en la medida en que|en caso de|"
    r"vorbehaltlich|es sei denn|soweit|falls|если|за исключением случаев|с учетом согласия|в "
    r"той мере|"
    r"رهنا ب|ما لم|إلا إذا"
)
CHINESE = "除非|前提是|只要|如果|以.{1,20}为(?:前提|条件)|在.{1,20}条件下|但须"

_WORDS = re.compile(
    rf"(?<!\w)(?:(?P<end>{TO_THE_END.rstrip('|')})|(?P<comma>{TO_THE_COMMA}))(?!\w)|"
    rf"(?P<zh>{CHINESE})|(?P<fronted>(?<![^\s(])(?:if|si|wenn|если)(?= ))",
)
_STOP = re.compile(r"[.;:](?=\s|$)|[。；]")
_COMMA = re.compile(r"[,，،](?=\s|\w|$)")
# "shall be subject to the law of …" is a duty, not a condition; these are conditions all the same.
_PREDICATE = re.compile(r"\b(?:be|is|are|was|were|remains?|made)(?: \w{2,20}ly)? $", re.IGNORECASE)
_CONSENT = re.compile(
    r"subject to (?:\w{1,20} ){0,3}(?:ratification|approval|agreement|consent|consultations?|"
    r"the outcome|reciprocity|"
    r"conditions?|confirmation|completion|review|authori[sz]ation)",
    re.IGNORECASE,
)
_IF = re.compile(
    r"(?:if|unless|in the event (?:that|of)|si|wenn|если|es sei denn|falls|à moins que|a "
    r"menos que)",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:shall|will|would|may|must|should|can|doit|peut|deberá|podrá|kann|muss|должн\w)\b",
    re.IGNORECASE,
)
# What is cut off a long condition stays in the clause, where everybody can read it.
LONGEST = 300
MOST = 12


def conditions(text: str) -> tuple[str, ...]:
    """Return the conditions that a clause states, each with the words that open it.

    An "if" counts only where it opens a sentence; elsewhere it is mostly procedure.

    Args:
        text: of the clause.
    """
    return tuple(dict.fromkeys(_found(text)))[:MOST]


def _found(text: str) -> Iterator[str]:
    done = 0
    for number, trigger in enumerate(_WORDS.finditer(lowered(text))):
        if number > 20 * MOST:
            return
        start = trigger.start()
        if start < done:
            continue
        before = text[max(0, start - 40) : start]
        opens = not before.strip() or before.rstrip()[-1] in ".;:!?。；)"
        if trigger["fronted"] is not None and not (opens and text[start].isupper()):
            continue
        duty = trigger.group().casefold() == "subject to" and _PREDICATE.search(before)
        if duty and not _CONSENT.match(text, start):
            continue
        inserted = before.rstrip().endswith((",", "，"))
        end = _end(text, trigger, to_comma=trigger["end"] is None and (opens or inserted))
        done = end
        words = " ".join(text[start:end].split())
        if len(words) > len(trigger.group()) + 1:
            yield words


def _end(text: str, trigger: re.Match[str], *, to_comma: bool) -> int:
    limit = min(len(text), trigger.start() + LONGEST)
    stop = _STOP.search(text, trigger.end(), limit)
    end = stop.start() if stop else _word_end(text, limit)
    if not to_comma:
        return end
    commas = [comma.start() for comma in _COMMA.finditer(text, trigger.end(), end)]
    if not commas:
        return end
    modal = _MODAL.search(text, trigger.end(), end)
    if modal is not None and _IF.fullmatch(trigger.group()):
        # "If the Council, after consulting X, agrees, the Commission shall": up to the last comma.
        return max((comma for comma in commas if comma < modal.start()), default=commas[0])
    return commas[0]


def _word_end(text: str, limit: int) -> int:
    """Return the last place before a limit where no word is cut."""
    if limit >= len(text):
        return len(text)
    space = text.rfind(" ", limit - 60, limit)
    return space if space > 0 else limit
