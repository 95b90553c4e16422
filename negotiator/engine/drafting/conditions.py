"""What a clause makes itself depend on, in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from negotiator.engine.drafting.statement import lowered

# To the end of the sentence, or to the next comma where the words stand between commas.
TO_THE_END = (
    r"provided(?:,? however,?)? that|providing that|on (?:the )?condition that|on the "
    r"understanding that|"
    r"only (?:if|when|once|where|after)|if and only if|assuming that|"
    r"conditional (?:up)?on|contingent (?:up)?on|in return for|in exchange for|"
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
# Times are no conditions: "once a year", "until 2030", "until the end of the year".
ONCE = (
    r"(?<!at )(?<!than )(?<!only )(?<!this )(?<!for )once (?!(?:again|more|and|or|in|every|"
    r"each|per|annually|monthly|weekly|daily)\b|"
    r"an? (?:\w{1,15} )?(?:year|month|week|day|quarter|decade)\b)"
    r"(?=[^.;,]{0,160}\b(?:\w{1,20}(?:ed|s|en)|have|are|begin|leave|agree|withdraw|sign|hold|end)\b)"
)
TIMES = (
    r"(?!\d|further\b|then\b|now\b|such\b|after\b|at least\b|\w{2,20}ing\b|"
    r"(?:the )?(?:earlier|later|end|expiry|expiration|date|close|last|first|day|time|year)\b|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)"
)
UNTIL = rf"(?:unless and )?until {TIMES}"
BEFORE = (
    rf"before {TIMES}"
    r"(?!(?:an?|the|any) (?:\w{2,20} )?(?:courts?|tribunals?|commission|council|panel|arbitral))"
    r"(?=[^.;,]{1,60}\b(?:has|have|is|are|leaves?|withdraws?|begins?|stops?|"
    r"ratif(?:y|ies)|signs?|releases?|returns?|ends?|agrees?|accepts?|compl(?:y|ies))\b)"
)
PENDING = (
    r"pending (?=(?:an?|the|its|their|any|such|this|that|full|formal|final|"
    r"\w{2,20}(?:tion|ment|val|ture|sal))\b(?! cases?\b))"
)
# What is lacking, at the head of a sentence: "Failing a truce, …".
LACKING = r"(?:failing|in the absence of|without) (?=(?:an?|the|any|such)\b)"
# "Provided that" without its "that", at the head of a sentence or behind a comma.
PROVIDED = (
    r"provided (?!that\b|for\b|by\b|in\b|to\b|with\b|under\b|at\b|on\b|from\b|as\b|through\b)"
)
CHINESE = "除非|前提是|只要|如果|以.{1,20}为(?:前提|条件)|在.{1,20}条件下|但须"

_WORDS = re.compile(
    rf"(?<!\w)(?:(?P<end>{TO_THE_END.rstrip('|')})|(?P<comma>{TO_THE_COMMA}))(?!\w)|"
    rf"(?P<zh>{CHINESE})|(?P<fronted>(?<![^\s(])(?:si|wenn|если)(?= ))|"
    rf"(?<!\w)(?:(?P<if>(?:if|as soon as)(?= ))|(?P<once>{ONCE})|(?P<until>{UNTIL})|"
    rf"(?P<before>{BEFORE})|(?P<lacking>{LACKING})|(?P<pending>{PENDING})|(?P<provided>{PROVIDED}))",
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
# These run to the last comma before the verb of the main sentence.
_IF = re.compile(
    r"(?:if|unless|in the event (?:that|of)|si|wenn|если|es sei denn|falls|à moins que|a "
    r"menos que|(?:unless and )?until|once|as soon as|(?:as|so) long as|pending|before|"
    r"provid(?:ed|ing)(?:,? however,?)?(?: that)?|on (?:the )?condition that|assuming that|"
    r"on the understanding that|only (?:if|when|once|where|after)|in (?:return|exchange) for) ?",
    re.IGNORECASE,
)
# After one of these, "if" is no mere matter of procedure, as it is after "shall" and "must".
_VOLUNTARY = re.compile(
    r"\b(?:(?P<soft>will|would|can|could|may|might|cannot|prepared|ready|willing|accepts?|agrees?|"
    r"offers?|proposes?|intends?|undertakes?)|shall|must|should)\b",
    re.IGNORECASE,
)
_NO_IF = re.compile(
    r"\b(?:and|or|even|only|as|decides?|asks?|sees?|determines?|knows?|examines?|checks?|verify|"
    r"considers?|unclear|doubts?|wonders?) $",
    re.IGNORECASE,
)
_BARE_IF = re.compile(
    r"if (?:so|not|any|necessary|appropriate|possible|need be|applicable|required|relevant|desired)"
    r"\b(?=\s*[,.;)]|$)|as soon as (?:\w{2,20}ly )?(?:possible|practicable|feasible)",
    re.IGNORECASE,
)
_NEGATION = re.compile(r"\b(?:no|not|never|nothing|neither|nor|cannot)\b|n['’]t\b", re.IGNORECASE)
# "Only if the forces leave will the talks begin": the verb that comes before its subject.
_INVERTED = re.compile(
    r",? (?:will|would|can|could|shall|may|do|does|is|are|should) "
    r"(?=(?:the|an?|any|no|we|they|it)\b|[A-Z])"
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

    An "if" counts where it opens a sentence, or follows what a party will, would or may do;
    elsewhere it is mostly procedure. "Until", "before" and "pending" count where something is
    denied before them, the first and the last also where they open a sentence.

    Args:
        text: of the clause.
    """
    found = (" ".join(text[start:end].split()) for start, end, _ in _found(text))
    return tuple(dict.fromkeys(found))[:MOST]


def without(text: str, *, set_off: bool = False) -> str:
    """Return a text with blanks in place of its conditions, of the same length.

    Args:
        text: of the clause.
        set_off: only those at the head of a sentence or between commas.
    """
    parts: list[str] = []
    done = 0
    for start, end, apart in _found(text):
        if apart or not set_off:
            parts += (text[done:start], " " * (end - start))
            done = end
    return "".join((*parts, text[done:]))


def _found(text: str) -> Iterator[tuple[int, int, bool]]:
    """Give where each condition begins and ends, and whether it is set off from its sentence."""
    done = 0
    for number, trigger in enumerate(_WORDS.finditer(lowered(text))):
        if number > 20 * MOST:
            return
        start = trigger.start()
        if start < done:
            continue
        before = text[max(0, start - 40) : start]
        opens = not before.strip() or before.rstrip()[-1] in ".;:!?。；)"
        heads = opens and text[start].isupper()
        inserted = before.rstrip().endswith((",", "，"))
        alone = heads and trigger["before"] is None
        if not (alone or _stands(text, trigger, inserted=inserted)):
            continue
        duty = trigger.group().casefold() == "subject to" and _PREDICATE.search(before)
        if duty and not _CONSENT.match(text, start):
            continue
        end = _end(text, trigger, opens=opens, heads=heads, inserted=inserted)
        done = end
        if len(" ".join(text[start:end].split())) > len(trigger.group().strip()) + 1:
            yield start, end, opens or inserted


def _stands(text: str, trigger: re.Match[str], *, inserted: bool) -> bool:
    """Tell whether words that may open a condition do so within a sentence."""
    start, kind = trigger.start(), trigger.lastgroup
    if kind in ("fronted", "lacking"):
        return False
    if kind == "provided":
        return inserted
    if kind not in ("if", "until", "before", "pending"):
        return True
    sentence = _STOP.split(text[max(0, start - LONGEST) : start])[-1]
    if kind == "if":
        if _NO_IF.search(sentence) or _BARE_IF.match(text, start):
            return False
        said = [one["soft"] for one in _VOLUNTARY.finditer(sentence)]
        return bool(said and said[-1])
    return bool(_NEGATION.search(sentence)) or (kind == "pending" and inserted)


def _end(text: str, trigger: re.Match[str], *, opens: bool, heads: bool, inserted: bool) -> int:
    limit = min(len(text), trigger.start() + LONGEST)
    stop = _STOP.search(text, trigger.end(), limit)
    end = stop.start() if stop else _word_end(text, limit)
    commas = [comma.start() for comma in _COMMA.finditer(text, trigger.end(), end)]
    if trigger["end"] is not None:
        return _end_of_proviso(text, trigger, commas, end) if heads else end
    if not commas or not (opens or inserted):
        return end
    modal = _MODAL.search(text, trigger.end(), end)
    if modal is not None and _IF.fullmatch(trigger.group()):
        # "If the Council, after consulting X, agrees, the Commission shall": up to the last comma.
        return max((comma for comma in commas if comma < modal.start()), default=commas[0])
    return commas[0]


def _end_of_proviso(text: str, trigger: re.Match[str], commas: Sequence[int], end: int) -> int:
    """Return where "Provided that …" ends at the head of a sentence: before what hangs on it."""
    inverted = _INVERTED.search(text, trigger.end(), commas[0] if commas else end)
    if inverted is not None and trigger.group().startswith("only"):
        return inverted.start()
    modal = _MODAL.search(text, trigger.end(), end)
    reach = modal.start() if modal else end
    if not _IF.fullmatch(trigger.group()):
        return end
    return max((comma for comma in commas if trigger.end() < comma < reach), default=end)


def _word_end(text: str, limit: int) -> int:
    """Return the last place before a limit where no word is cut."""
    if limit >= len(text):
        return len(text)
    space = text.rfind(" ", limit - 60, limit)
    return space if space > 0 else limit
