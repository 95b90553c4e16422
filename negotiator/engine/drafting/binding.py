"""How strongly a clause binds, and the words that say so."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from negotiator.engine.drafting.cues import Cue
from negotiator.engine.drafting.frames import (
    ACTORS,
    DEFINES,
    FORMULA,
    KEEPS_FREEDOM,
    NEGATIVE_SUBJECT,
    NOTHING_SUBJECT,
    OPEN_WORDING,
    TEXT_SUBJECT,
)
from negotiator.engine.drafting.judgment import ACCEPTS, NOT_PERFORMED, OPEN, READY, Judgment
from negotiator.engine.drafting.languages import LANGUAGES, PRESENT_TENSE
from negotiator.engine.drafting.phrases import ENGLISH, GAP
from negotiator.engine.drafting.statement import lowered, opening
from negotiator.engine.drafting.subordination import aside, passing, stretch_start, takes
from negotiator.model import Strength

# A statement without any cue needs this many words, and fewer with a full stop; less is a heading.
WORDS_OF_A_STATEMENT, WORDS_OF_A_SENTENCE = 5, 3
# How many cues of one sentence are weighed; what comes later is a side sentence.
MOST_CUES = 24

_NEGATIVE = re.compile(rf"\s*(?:and |but |or )?{NEGATIVE_SUBJECT}", re.IGNORECASE)
_NOTHING = re.compile(rf"\s*(?:and |but )?{NOTHING_SUBJECT}", re.IGNORECASE)
_FREEDOM = re.compile(KEEPS_FREEDOM, re.IGNORECASE)
_FORMULA = re.compile(FORMULA, re.IGNORECASE)
_DEFINES = re.compile(DEFINES, re.IGNORECASE)
_THIS = re.compile(
    r"for (?:the )?purposes? of (?:this|the present|section|chapter|article|part)", re.IGNORECASE
)
_BREAK = re.compile(r"[,:;(]")
_OPEN = re.compile(OPEN_WORDING, re.IGNORECASE)
_ACTOR = re.compile(ACTORS, re.IGNORECASE)
_TEXT = re.compile(TEXT_SUBJECT, re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:be|been|is|are|need|have) ", re.IGNORECASE)
_NOT_BEFORE = re.compile(r"\b(?:not|never|no longer) $", re.IGNORECASE)
_NOT_AFTER = re.compile(r"\s{1,3}(?:not|never)\b(?! (?:only|later|less|more))", re.IGNORECASE)
_LEAST = re.compile(r"\b(?:require[ds]?|oblige[ds]?|bound|compelled) to\b", re.IGNORECASE)
_DENIED = re.compile(r"(?:not|never|no longer)\b", re.IGNORECASE)
_NOBODY = re.compile(r"(?:\d{1,2}\.\d{1,2} )?(?:no|neither|none)\b", re.IGNORECASE)
_NOT_READY = re.compile(r"\bnot\b", re.IGNORECASE)
# Words of an act that is not performed once they are negated: "does not insist", "not ready to".
_PERFORMED = frozenset(
    {"asks", ACCEPTS, "undertakes", "undertakes to hold back", "is ready to talk", READY, "urges"}
)


def strength(text: str, language: str = "en") -> Strength | None:
    """Return how strongly a clause binds, by its first statement.

    Args:
        text: of the clause.
        language: ISO 639-1 code; an unknown one is read by the tables of all languages.
    """
    return judge(text, language).strength


def judge(text: str, language: str = "en") -> Judgment:
    """Return how strongly a clause binds, with the words that decided.

    Args:
        text: of the clause.
        language: ISO 639-1 code, with or without a region; empty means English.
    """
    sentence = opening(text)
    undecided = _OPEN.search(sentence)
    if undecided is not None:
        # "shall [not] deploy" reads neither as a duty nor as a ban until the brackets are gone.
        return Judgment(None, " ".join(undecided.group().split()), OPEN)
    code = language.casefold().partition("-")[0] or "en"
    if code in LANGUAGES:
        return _plainly(sentence, code)
    return _english(sentence)


@cache
def _compiled(code: str) -> tuple[re.Pattern[str], tuple[Cue, ...]]:
    cues = ENGLISH if code == "en" else LANGUAGES[code]
    parts = (f"(?P<c{place}>{cue.words.replace('{gap}', GAP)})" for place, cue in enumerate(cues))
    # English cues begin where a word does, or with a "shall" that a scan has glued to its subject.
    place = r"(?:(?<!\w)(?=\w)|(?=shall))" if code == "en" else ""
    # English is searched in small letters; German tables know their nouns.
    case = 0 if code == "en" else re.IGNORECASE
    return re.compile(f"{place}(?:{'|'.join(parts)})", case), cues


def _plainly(sentence: str, code: str) -> Judgment:
    """Take the first cue of a sentence; the tables of these languages hold whole forms."""
    pattern, cues = _compiled(code)
    found = pattern.search(sentence)
    if found is None:
        return _in_the_present(sentence, code)
    cue = cues[int((found.lastgroup or "c0")[1:])]
    return _judged(cue, found, sentence, 0)


def _in_the_present(sentence: str, code: str) -> Judgment:
    """Take what "the Parties do" in a treaty for what they are bound to do."""
    for cue in PRESENT_TENSE.get(code, ()):
        found = re.search(cue.words, sentence[:400], re.IGNORECASE)
        if found is not None:
            return _judged(cue, found, sentence, 0)
    return _uncued(sentence)


def _english(sentence: str) -> Judgment:
    if _FORMULA.match(sentence):
        return Judgment(None)
    pattern, cues = _compiled("en")
    first: Judgment | None = None
    taken = 0
    for number, found in enumerate(pattern.finditer(lowered(sentence))):
        if number == MOST_CUES:
            break
        cue = cues[int((found.lastgroup or "c0")[1:])]
        start = stretch_start(sentence, found.start())
        judged = _performed(_judged(cue, found, sentence, start))
        judged = _turned(judged, sentence, found.start())
        if _defines(sentence, found.end()):
            return Judgment(None, says="defines")
        first = first or judged
        if aside(sentence, max(start, taken), found.start()):
            # "which may be affected shall": the pronoun has its verb, the next one is free.
            taken = found.end()
        elif not passing(judged.strength, judged.words, sentence, found.start()):
            return judged
    if _defines(sentence, len(sentence)) or (first is None and _THIS.match(sentence)):
        return Judgment(None, says="defines")
    return first or _uncued(sentence)


def _judged(cue: Cue, found: re.Match[str], sentence: str, start: int) -> Judgment:
    not_before = _NOT_BEFORE.search(sentence[max(0, found.start() - 14) : found.start()])
    not_after = _NOT_AFTER.match(sentence, found.end())
    begun = found.start() - (len(not_before.group()) if not_before else 0)
    words = sentence[begun : not_after.end() if not_after else found.end()]
    return Judgment(
        cue.strength,
        " ".join(words.split()),
        cue.says,
        sentence[start : found.start()].strip(),
        sentence[found.end() :],
        cue.strength in (Strength.PROHIBITS, Strength.SHALL_REFRAIN)
        or bool(not_before or not_after),
    )


def _performed(judged: Judgment) -> Judgment:
    """Let words of an act that are negated state a fact: who "does not insist" is not bound to."""
    if judged.says not in _PERFORMED:
        return judged
    unready = judged.says == READY and _NOT_READY.search(judged.words)
    nobody = judged.says == ACCEPTS and _NOBODY.match(judged.subject)
    if not (unready or nobody or _DENIED.match(judged.words)):
        return judged
    return replace(judged, strength=Strength.DECLARES, says=NOT_PERFORMED, negated=True)


def _uncued(sentence: str) -> Judgment:
    """Take a sentence in the indicative for a statement, and a few words for a heading."""
    if _FORMULA.match(sentence) or _DEFINES.search(sentence):
        return Judgment(None)
    least = WORDS_OF_A_SENTENCE if sentence.endswith((".", "!", "?")) else WORDS_OF_A_STATEMENT
    if sentence.isascii() and len(sentence.split()) < least:
        return Judgment(None)
    return Judgment(Strength.DECLARES, "", "states", "", sentence)


def _defines(sentence: str, end: int) -> bool:
    found = _DEFINES.search(sentence, 0, end + 12)
    return found is not None and not takes(sentence[: found.start()])


def _turned(judged: Judgment, sentence: str, place: int) -> Judgment:
    """Let a negative subject turn a duty or a permission round."""
    if judged.strength not in (Strength.SHALL, Strength.MAY):
        return judged
    if _forbidden_to(judged, sentence, place):
        return replace(judged, strength=Strength.PROHIBITS, says="forbids", negated=True)
    stretches = _BREAK.split(sentence[max(0, place - 600) : place])
    nothing = next((one for one in stretches if _NOTHING.match(one)), None)
    if nothing is not None:
        free = _FREEDOM.search(judged.rest[:200])
        turned, says = (
            (Strength.MAY, "leaves a freedom") if free else (Strength.SHALL, "sets a scope")
        )
        return _with(judged, turned, says, nothing)
    negative = next((one for one in stretches if _NEGATIVE.match(one)), None)
    if negative is None:
        return judged
    if _LEAST.search(judged.words + judged.rest[:60]):
        return _with(judged, Strength.MAY, "leaves a freedom", negative)
    if judged.says == "sets a scope or an effect":
        return judged
    return _with(judged, Strength.PROHIBITS, "forbids", negative)


def _forbidden_to(judged: Judgment, sentence: str, place: int) -> bool:
    """Tell a party that shall not require or prevent from a text that does not."""
    if judged.says != "leaves a freedom" or _PASSIVE.search(judged.words):
        return False
    if not re.search(r"\bnot\b", judged.words, re.IGNORECASE):
        return False
    subject = judged.subject or sentence[max(0, place - 240) : place]
    text, actor = _TEXT.search(subject), _ACTOR.search(subject)
    return text is None or (actor is not None and actor.start() < text.start())


def _with(judged: Judgment, strength: Strength, says: str, subject: str) -> Judgment:
    first = subject.split()[0] if subject.split() else ""
    return replace(
        judged,
        strength=strength,
        words=f"{first} … {judged.words}",
        says=says,
        subject=subject.strip(),
        negated=True,
    )
