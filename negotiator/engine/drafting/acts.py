"""The act that a clause performs: who asks or promises what of whom."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from negotiator.engine.drafting.conditions import conditions, without
from negotiator.engine.drafting.gates import Tie, tie
from negotiator.engine.drafting.judgment import ACCEPTS, OPEN, READY, Judgment
from negotiator.engine.drafting.sides import Bound
from negotiator.engine.drafting.statement import lowered, opening
from negotiator.model import Force, Strength

# Words that name an act outright, in small letters, looked for in this order in the whole clause.
WARNING = (
    r"\b(?:will|would|shall) (?:have to|be forced to|be compelled to) (?:respond|react|"
    r"retaliate|take (?:counter)?measures)"
    r"|\bwill (?:lead|force|cause|compel|oblige)\b[^.;]{0,120}\bto (?:strengthen|respond|"
    r"take|reconsider|impose|withdraw|suspend)"
    r"|\bthere will be (?:\w{1,20} )?consequences\b"
    r"|\b(?:serious|severe|grave|massive|dire) (?:consequences|costs)\b|\bcountermeasures\b|"
    r"\bretaliat\w{1,6}"
    r"|\bmilitary-technical measures\b|\breserves? the right to (?:respond|suspend|withdraw|"
    r"terminate|retaliate)\b"
)
CONDITION = (
    r"\b(?:shall|will|would|does|may)(?: not)? enter into force\b|\b(?:only|solely) (?:if|"
    r"when|once|as long as|after|on condition)\b|\bas long as\b"
    r"|\bprecondition\b|\bprerequisite\b|\bis (?:essential|indispensable|a condition) (?:to|for)\b"
    r"|\b(?:conditional|contingent) (?:up)?on\b|\bnothing (?:in|is) (?:this|the|agreed)\b"
    r"|\buntil (?:then|such time)\b[^.;]{0,80}\b(?:cannot|not)\b|\bcannot be (?:considered|"
    r"discussed) (?:in isolation|until|before|without)\b"
    r"|\bfirst (?:requires?|needs?)\b|\bby way of exception\b"
)
REFUSAL = (
    r"\b(?:will|shall|do(?:es)?|can|could|is|are|am)(?: not|not|n['’]t) (?:able to |prepared "
    r"to |willing to |in a position to |ready to )?"
    r"(?:sign|accept|agree|support|compromise|negotiate|consent|consider|recogni[sz]e|"
    r"discuss|entertain|accepted|acceptable)\b"
    r"|\bnot (?:yet )?(?:prepared|ready|willing|in a position) to\b"
    r"|(?<!not )(?<!n['’]t )(?<!never )(?<!no longer )"
    r"\b(?:reject|refuse|decline|oppose|object to)(?:s|ed)?\b|\bunacceptable\b|\bnot "
    r"(?:acceptable|accepted|negotiable|open for)\b"
    r"|\b(?:is|are) closed\b|\bnon-negotiable\b|\bred lines?\b[^.;]{0,40}\bnot\b"
)
COUNTER = (
    r"\b(?:instead(?: of)?|alternatively|in the alternative|counter-?propos\w{1,5}|rather "
    r"than|as an alternative|in its place|"
    r"in place of|in lieu of)\b"
)
OFFERED = r"\b(?:proposes?|offers?|invites?|invitation|stands? ready|suggests?)\b"
# Talks that somebody would see held are an offer, whoever is bound.
TALKS = (
    r"\b(?:discussions?|talks|consultations|negotiations|meetings?|briefings?)\b[^.;]{0,80}"
    r"\b(?:could|should|would|can) (?:be held|begin|start|take place|resume|continue)\b"
    r"|\b(?:can|could) be (?:worked (?:on|out)|discussed|considered|explored)\b"
)
# What a party asks for in its own name, and a question.
ASKED = r"(?:urge|call(?:s)? (?:up)?on|request|expect|demand|insist|appeal|require)(?:s)?(?: to)?"
_WARNING = re.compile(WARNING)
_CONDITION = re.compile(CONDITION)
_REFUSAL = re.compile(REFUSAL)
_COUNTER = re.compile(COUNTER)
_OFFERED = re.compile(OFFERED)
_TALKS = re.compile(TALKS)
# Talks that may begin once something has come about are offered; else the rules permit them.
_TALKS_SUBJECT = re.compile(
    r"\b(?:discussions?|talks|consultations|negotiations|meetings?)"
    r"(?: (?:on|about)\b[^.;]{0,60})?$",
    re.IGNORECASE,
)
# Readiness to do harm is a threat, if anything.
_READY_TO_HARM = re.compile(
    r"\bto (?:\w{2,20}ly )?(?:respond|react|retaliate|impose|use|live|wait|defend|"
    r"strike|act|fight|suspend|take (?:\w{2,20} ){0,3}(?:measures|action|steps)|"
    r"withdraw from the (?:treaty|agreement|convention|accord|talks|negotiations))\b"
)
_ASKED = re.compile(ASKED, re.IGNORECASE)
_QUESTION = re.compile(r"[?？؟](?=\s|$)")
_NO_AIM = re.compile(r"(?:not|never|no longer) (?:intend|seek|plan|aim)")
# What a party gives "as long as" something holds it gives; others it makes wait for it.
_GIVEN = frozenset({ACCEPTS, READY, "undertakes", "is ready to talk"})
# What may be and what could be is no permission to another party.
_POSSIBLE = frozenset({"can", "could", "might"})

# Who is bound, and how strongly, gives the act. Read: a duty of another party is a demand.
ACTS: Mapping[Bound, Mapping[Strength, Force]] = {
    Bound.ALL: {
        Strength.PROHIBITS: Force.MUTUAL_COMMITMENT,
        Strength.SHALL: Force.MUTUAL_COMMITMENT,
        Strength.SHALL_REFRAIN: Force.MUTUAL_COMMITMENT,
        Strength.SHOULD: Force.MUTUAL_COMMITMENT,
        Strength.INTENDS: Force.MUTUAL_COMMITMENT,
        Strength.MAY: Force.MUTUAL_COMMITMENT,
        Strength.PREPARED_TO_DISCUSS: Force.OFFER,
    },
    Bound.OTHERS: {
        Strength.PROHIBITS: Force.DEMAND,
        Strength.SHALL: Force.DEMAND,
        Strength.SHALL_REFRAIN: Force.DEMAND,
        Strength.SHOULD: Force.DEMAND,
        Strength.INTENDS: Force.DEMAND,
        Strength.MAY: Force.OFFER,
    },
    Bound.SELF: {
        Strength.PROHIBITS: Force.COMMITMENT,
        Strength.SHALL: Force.COMMITMENT,
        Strength.SHALL_REFRAIN: Force.COMMITMENT,
        Strength.INTENDS: Force.COMMITMENT,
        Strength.SHOULD: Force.OFFER,
        Strength.MAY: Force.OFFER,
        Strength.PREPARED_TO_DISCUSS: Force.OFFER,
    },
    # A rule of the text that names nobody at the table is a rule for all of them.
    Bound.THIRD: {
        Strength.PROHIBITS: Force.MUTUAL_COMMITMENT,
        Strength.SHALL: Force.MUTUAL_COMMITMENT,
        Strength.SHALL_REFRAIN: Force.MUTUAL_COMMITMENT,
        Strength.MAY: Force.MUTUAL_COMMITMENT,
        Strength.SHOULD: Force.DEMAND,
        Strength.PREPARED_TO_DISCUSS: Force.OFFER,
    },
}


@dataclass(frozen=True, slots=True)
class Act:
    """What a clause does.

    Args:
        force: the act; None where the words do not tell.
        why: the words that told, or the rule, as part of a sentence.
    """

    force: Force | None
    why: str


def act(judgment: Judgment, bound: Bound, text: str) -> Act:
    """Return the act of a clause.

    What names an act outright goes first (a warning, a condition, a refusal, a counter-proposal,
    an offer); else who is bound and how strongly decides.

    Args:
        judgment: how strongly the clause binds.
        bound: who is bound, relative to the tabling parties.
        text: of the clause, or its beginning.
    """
    if judgment.says == OPEN:
        return Act(None, judgment.says)
    small = lowered(text)
    found = _WARNING.search(small)
    if found:
        return Act(Force.WARNING, _quoted(text, found))
    found = _CONDITION.search(small)
    if found and not (judgment.says in _GIVEN and found.group() == "as long as"):
        return Act(Force.CONDITION, _quoted(text, found))
    main = lowered(without(text))
    statement = opening(text)
    tied = tie(judgment, bound, lowered(without(statement)), conditions(statement))
    if tied is Tie.GATE:
        return Act(Force.CONDITION, "withholds something until then")
    if tied is Tie.UNCLEAR:
        return Act(None, "promises or withholds")
    found = _REFUSAL.search(main)
    if (
        found
        and bound in (Bound.SELF, Bound.NOBODY, Bound.THIRD)
        and not found.group().startswith("shall")
    ):
        return Act(Force.REFUSAL, _quoted(text, found))
    if judgment.strength is None:
        return Act(None, "defines or states nothing")
    offered = _OFFERED.search(small)
    soft = judgment.strength in (
        Strength.PREPARED_TO_DISCUSS,
        Strength.SHOULD,
        Strength.MAY,
        Strength.INTENDS,
    )
    found = _COUNTER.search(small)
    if found and bound is not Bound.ALL and (soft or offered):
        return Act(Force.COUNTER_PROPOSAL, _quoted(text, found))
    if tied is Tie.OPENING and bound is Bound.NOBODY and _may_begin(judgment):
        return Act(Force.OFFER, "talks may follow")
    found = _TALKS.search(small)
    if found and bound is not Bound.OTHERS:
        return Act(Force.OFFER, _quoted(text, found))
    if offered and bound in (Bound.SELF, Bound.NOBODY):
        return Act(Force.OFFER, _quoted(text, offered))
    if _ASKED.fullmatch(judgment.words) and bound is not Bound.OTHERS:
        return Act(Force.DEMAND, f"‘{judgment.words}’")
    question = _QUESTION.search(text)
    if question:
        return Act(Force.DEMAND, "asks a question")
    return _by_side(judgment, bound)


def _by_side(judgment: Judgment, bound: Bound) -> Act:
    strength = judgment.strength or Strength.DECLARES
    words = judgment.words.casefold()
    where = f"binds {bound}"
    if bound is Bound.SELF and words == "would":
        return Act(Force.OFFER, where)
    if bound is Bound.OTHERS and words in _POSSIBLE:
        return Act(Force.ASSERTION, "a possibility")
    if bound in (Bound.THIRD, Bound.NOBODY):
        if words == "must":
            return Act(Force.DEMAND, where)
        if words in ("will", "would"):
            return Act(Force.MUTUAL_COMMITMENT, where)
    if judgment.says == ACCEPTS and bound not in (Bound.SELF, Bound.ALL):
        # What others accept is a report, or a text that they are asked to sign.
        return Act(None, "says that somebody accepts")
    if judgment.says == READY and bound is Bound.OTHERS:
        return Act(Force.ASSERTION, "says what others are ready to do")
    if judgment.says == READY:
        harms = _READY_TO_HARM.match(f"to{judgment.rest.lower()[:120]}")
        return Act(None, "threatens or offers") if harms else Act(Force.OFFER, where)
    if bound is Bound.SELF and _NO_AIM.match(words):
        # "Does not intend to deploy" holds back, "does not intend to leave" refuses.
        return Act(None, "has no such aim")
    force = ACTS[Bound.THIRD if bound is Bound.NOBODY else bound].get(strength)
    if force is None:
        return Act(Force.ASSERTION, "a statement in the indicative")
    return Act(force, where)


def _may_begin(judgment: Judgment) -> bool:
    return judgment.words == "may" and bool(_TALKS_SUBJECT.search(judgment.subject))


def _quoted(text: str, found: re.Match[str]) -> str:
    return f"‘{' '.join(text[found.start() : found.end()].split())}’"
