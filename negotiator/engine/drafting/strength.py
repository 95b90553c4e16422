"""How strongly a clause binds, and the words that say so."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from negotiator.engine.drafting.languages import LANGUAGES, PRESENT_TENSE
from negotiator.engine.drafting.phrases import (
    DEFINES,
    ENGLISH,
    FORMULA,
    GAP,
    KEEPS_FREEDOM,
    NEGATIVE_SUBJECT,
    NOTHING_SUBJECT,
    OPENS_SIDE,
    RELATIVE,
    TEXT_SUBJECT,
    Cue,
    Strength,
)
from negotiator.engine.drafting.statement import opening

# A statement without any cue needs this many words; less is a heading or a label.
WORDS_OF_A_STATEMENT = 5
# How many cues of one sentence are weighed; what comes later is a side sentence.
MOST_CUES = 24

_SIDE = re.compile(rf"\s*(?:{OPENS_SIDE})\b", re.IGNORECASE)
_RELATIVE = re.compile(RELATIVE, re.IGNORECASE)
_NEGATIVE = re.compile(rf"\s*(?:and |but |or )?{NEGATIVE_SUBJECT}", re.IGNORECASE)
_NOTHING = re.compile(rf"\s*(?:and |but )?{NOTHING_SUBJECT}", re.IGNORECASE)
_FREEDOM = re.compile(KEEPS_FREEDOM, re.IGNORECASE)
_FORMULA = re.compile(FORMULA, re.IGNORECASE)
_DEFINES = re.compile(DEFINES, re.IGNORECASE)
_THIS = re.compile(r"for (?:the )?purposes? of (?:this|the present|section|chapter|article|part)", re.IGNORECASE)
_BREAK = re.compile(r"[,:;(]")
_TEXT = re.compile(TEXT_SUBJECT, re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:be|been|is|are|need|have) ", re.IGNORECASE)
_PARTICIPLE = re.compile(r"\w{2,20}ing\b", re.IGNORECASE)
_NOT_BEFORE = re.compile(r"\b(?:not|never) $", re.IGNORECASE)
_NOT_AFTER = re.compile(r"\s{1,3}(?:not|never)\b(?! (?:only|later|less|more))", re.IGNORECASE)
_LEAST = re.compile(r"\b(?:require[ds]?|oblige[ds]?|bound|compelled) to\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Judgment:
    """What decided the strength of a clause.

    Args:
        strength: how strongly it binds; None for a definition or a text that states nothing.
        words: the words of the clause that carry it, as they stand there; may be empty.
        says: what those words do.
        subject: what stands before them in their sentence.
        rest: what stands after them in their sentence.
        negated: whether the subject or the verb is negated.
    """

    strength: Strength | None
    words: str = ""
    says: str = ""
    subject: str = ""
    rest: str = ""
    negated: bool = False


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
    code = language.casefold().partition("-")[0] or "en"
    if code in LANGUAGES:
        return _plainly(sentence, code)
    return _english(sentence)


@cache
def _compiled(code: str) -> tuple[re.Pattern[str], tuple[Cue, ...]]:
    cues = ENGLISH if code == "en" else LANGUAGES[code]
    parts = (f"(?P<c{place}>{cue.words.replace('{gap}', GAP)})" for place, cue in enumerate(cues))
    return re.compile("|".join(parts), re.IGNORECASE), cues


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
    for number, found in enumerate(pattern.finditer(sentence)):
        if number == MOST_CUES:
            break
        cue = cues[int((found.lastgroup or "c0")[1:])]
        start = _start(sentence, found.start())
        judged = _turned(_judged(cue, found, sentence, start), sentence, found.start())
        if _defines(sentence, found.end()):
            return Judgment(None, says="defines")
        first = first or judged
        if _aside(sentence, max(start, taken), found.start()):
            # "which may be affected shall": the pronoun has its verb, the next one is free.
            taken = found.end()
        elif not _passing(judged, sentence, found.start()):
            return judged
    if _defines(sentence, len(sentence)) or (first is None and _THIS.match(sentence)):
        return Judgment(None, says="defines")
    return first or _uncued(sentence)


def _judged(cue: Cue, found: re.Match[str], sentence: str, start: int) -> Judgment:
    not_before = _NOT_BEFORE.search(sentence[max(0, found.start() - 12) : found.start()])
    not_after = _NOT_AFTER.match(sentence, found.end())
    words = f"{not_before.group() if not_before else ''}{found.group()}{not_after.group() if not_after else ''}"
    return Judgment(
        cue.strength,
        " ".join(words.split()),
        cue.says,
        sentence[start : found.start()].strip(),
        sentence[found.end() :],
        cue.strength in (Strength.PROHIBITS, Strength.SHALL_REFRAIN) or bool(not_before or not_after),
    )


def _uncued(sentence: str) -> Judgment:
    """Take a sentence in the indicative for a statement, and a few words for a heading."""
    if _FORMULA.match(sentence) or _DEFINES.search(sentence):
        return Judgment(None)
    if sentence.isascii() and len(sentence.split()) < WORDS_OF_A_STATEMENT:
        return Judgment(None)
    return Judgment(Strength.DECLARES, "", "states", "", sentence)


def _start(sentence: str, place: int) -> int:
    """Return where the stretch between two commas begins in which a place stands."""
    return max((sentence.rfind(mark, 0, place) for mark in ",:;("), default=-1) + 1


def _aside(sentence: str, start: int, place: int) -> bool:
    """Tell whether a cue stands in a side sentence: "if …", "which …", "in order that …"."""
    stretch = sentence[start:place]
    return bool(_SIDE.match(stretch) or _RELATIVE.search(stretch[-240:]))


# A cue that may be a noun or an infinitive as well, and what stands before it then.
_WEAK = frozenset({Strength.DECLARES, Strength.RECALLS, Strength.SHOULD, Strength.INTENDS})
_NOT_A_VERB = re.compile(
    r"(?:\b(?:a|an|the|any|such|its|their|his|our|of|at|on|for|by|to|upon|these|those|in|under|own|"
    r"with|without|from|every|each|all|no|other|may|can|national|domestic|not)|[a-z]{2,20}ing)\s{1,3}$",
    re.IGNORECASE,
)


def _passing(judged: Judgment, sentence: str, place: int) -> bool:
    """Tell whether a weak cue is no verb here: "at the request of", "to support".

    "Recognising …" opens a side sentence where a main one follows, and a recital where none does.
    """
    if place == 0 and _PARTICIPLE.match(judged.words):
        return True
    return judged.strength in _WEAK and bool(_NOT_A_VERB.search(sentence[max(0, place - 40) : place]))


def _defines(sentence: str, end: int) -> bool:
    found = _DEFINES.search(sentence, 0, end + 12)
    return found is not None and not _RELATIVE.search(sentence[max(0, found.start() - 240) : found.start()])


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
        turned, says = (Strength.MAY, "leaves a freedom") if free else (Strength.SHALL, "sets a scope")
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
    return not _TEXT.search(subject)


def _with(judged: Judgment, strength: Strength, says: str, subject: str) -> Judgment:
    first = subject.split()[0] if subject.split() else ""
    return replace(
        judged, strength=strength, words=f"{first} … {judged.words}", says=says, subject=subject.strip(), negated=True
    )
