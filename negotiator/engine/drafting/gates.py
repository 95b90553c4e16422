"""What a statement does by what hangs on it: it may promise, or withhold something until then."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from negotiator.engine.drafting.judgment import NOT_PERFORMED, Judgment
from negotiator.engine.drafting.sides import Bound
from negotiator.engine.drafting.statement import lowered

# What opens a condition that has to be met first, and the one that may be a mere exception.
FIRST = (
    r"(?:(?:unless and )?until|before|failing|without|in the absence of|pending|once|"
    r"as long as|so long as)\b"
)
EXCEPTION = r"unless\b"
EVENT = r"(?:if|once|unless|until|as soon as|provided|on (?:the )?condition)\b"
# What others want, so that denying it withholds it; in whatever form of the verb.
WITHHELD = (
    r"(?:held(?! (?:liable|responsible))|take place|begin|start|resum|continu|proceed|(?:re)?open|"
    r"lift|eas|return|unfr[eo]+z|sign|ratif|conclud|consider|discuss|negotiat|grant|pay|paid|recogni[sz]|"
    r"normali[sz]|restor|implement|accept|agree|support|withdraw|leave|reduc|approv|adopt|meet|"
    r"join|go (?:back|forward|ahead)|enter)"
)
# Nobody can tell whether these are wanted or feared: prisoners are released, secrets too.
EITHER = r"(?:provid|releas|remov|deliver|hold)"
TALKS = (
    r"\s*(?:there (?:will|would|can|may) be )?no (?:\w{1,20} ){0,3}?"
    r"(?:talks?|negotiations?|discussions?|consultations?|meetings?|rounds?|dialogue|progress|concessions?|summits?)\b"
)
_FIRST = re.compile(FIRST, re.IGNORECASE)
_EXCEPTION = re.compile(EXCEPTION, re.IGNORECASE)
_EVENT = re.compile(EVENT, re.IGNORECASE)
_AGREED_OTHERWISE = re.compile(r"\b(?:otherwise|agreed?s?)\b", re.IGNORECASE)
_WITHHELD = re.compile(WITHHELD)
_EITHER = re.compile(EITHER)
_TALKS = re.compile(TALKS)
_NO_SUBJECT = re.compile(r"\s*(?:there (?:will|would|can|may) be )?(?:no|neither|none|nothing)\b")
_NOT = re.compile(r"\b(?:do|does|is|are)(?: not\b|n['’]t\b)")
_BEFORE_VERB = re.compile(
    r"\s*(?:(?:not|never) )?(?:\w{2,20}ly )?"
    r"(?:be (?:(?:able|prepared|ready|willing|in a position) to )?|been )?(?:\w{2,20}ly )?"
)
_DUTY = re.compile(r"\b(?:shall|must|should|ought)\b", re.IGNORECASE)
_SOON = re.compile(r"\b(?:will|would)$")


class Tie(Enum):
    """What a condition makes of the statement that hangs on it."""

    NONE = auto()
    OPENING = auto()
    GATE = auto()
    UNCLEAR = auto()


def tie(judgment: Judgment, bound: Bound, statement: str, depends: Sequence[str]) -> Tie:
    """Tell what a statement does by what it depends on.

    "No talks will be held unless …" sets a condition; "no missiles will be deployed unless …"
    makes a promise with an exception. What "shall" or "must" not be is a rule of the text, and a
    denial to another party is a demand: both stay what they are.

    Args:
        judgment: how strongly the statement binds.
        bound: who is bound.
        statement: the opening sentence in small letters, blanks in place of its conditions.
        depends: those conditions, with the words that open them.
    """
    if not depends or bound in (Bound.OTHERS, Bound.ALL) or _DUTY.search(judgment.words):
        return Tie.NONE
    statement = statement.lstrip(" ,")
    if not _denies(judgment, statement):
        foretold = bound is Bound.NOBODY and _SOON.search(lowered(judgment.words))
        event = any(_EVENT.match(one) for one in depends)
        agreed = any(_AGREED_OTHERWISE.search(one) for one in depends)
        return Tie.UNCLEAR if foretold and event and not agreed else Tie.OPENING
    talks = _TALKS.match(lowered(judgment.subject)) or _TALKS.match(statement)
    first = any(_FIRST.match(one) for one in depends)
    if not first and not any(_EXCEPTION.match(one) for one in depends):
        return Tie.UNCLEAR if talks else Tie.NONE
    verb = _verb(judgment, statement)
    if _WITHHELD.match(verb) or talks:
        return Tie.GATE
    return Tie.UNCLEAR if _EITHER.match(verb) or (first and bound is Bound.SELF) else Tie.NONE


def _denies(judgment: Judgment, statement: str) -> bool:
    if judgment.negated or _NO_SUBJECT.match(lowered(judgment.subject)):
        return True
    if _NO_SUBJECT.match(statement):
        return True
    return not judgment.words and bool(_NOT.search(statement))


def _verb(judgment: Judgment, statement: str) -> str:
    """Return what stands from the verb on that is denied."""
    if judgment.says == NOT_PERFORMED and judgment.words.endswith(("accept", "agree to")):
        return "accept"
    rest = lowered(judgment.rest)
    if not judgment.words:
        denied = _NOT.search(statement)
        rest = statement[denied.end() :] if denied else ""
    before = _BEFORE_VERB.match(rest)
    return rest[before.end() :] if before else rest
