"""Words that tell whether an answer grants, denies, puts off or passes on what was asked."""

from __future__ import annotations

import re
from collections.abc import Iterable

# In small letters, looked for in the whole clause; a yes counts only where nothing says no.
ACCEPTS = (
    r"\b(?:accepts?|accepted|agrees? (?:to|with|that)|consents? to|concurs?|endorses?"
    r"|subscribes? to"
    r"|(?:is|are) (?:acceptable|agreeable|fine)|abides? by|submits? to|tak(?:e|es|ing) over"
    r"|tak(?:e|es|ing) on board|agreement in principle|is in agreement)\b"
)
# Weaker than an acceptance: it is noted, welcomed, taken up.
WELCOMES = (
    r"\b(?:welcomes?|initial+ed|put (?:its|their) initials|takes? up|took up|has taken up"
    r"|long asked for"
    r"|notes? (?:with (?:interest|satisfaction)"
    r"|(?:\w+ ){1,3}readiness)|shares? the (?:view|aim|goal|objective)|confirms? (?:its|the) "
    r"(?:readiness|willingness|consent|agreement|commitment|support)"
    r"|meets? (?:the|this) (?:demand|request|concern)"
    r"|(?:largely|mostly|by now|in principle) (?:resolved|settled|agreed)|(?:is"
    r"|are) (?:now )?agreed)\b"
)
DENIES = (
    r"\b(?:reject\w{0,3}|refus\w{1,4}|declin\w{1,3}|oppos(?:e|es|ed)|rul(?:e|es|ed) out"
    r"|dismiss\w{0,3}"
    r"|unacceptable|untenable|false|untrue|unjustified|unfounded|baseless|groundless"
    r"|inadmissible|non-negotiable|closed matter"
    r"|(?:cannot|can not|could not|will not|would not|does not|do not|did not|shall not|must not)"
    r" (?:be )?(?:accept|agree|support|compromise|negotiate|consent|consider|sign|recogni[sz]e"
    r"|give up"
    r"|abandon|trade|change|confirm|yield|concede|drop|lift|give|grant|serve|enter into)\w{0,3}"
    r"|departs? from|conflicts? with"
    r"|breach\w{0,2}|violat\w{1,4}|no (?:room|question|basis|reason|grounds|intention"
    r"|constructive))\b"
    r"|^no\b"
)
DEFERS = (
    r"\b(?:(?:at|for|to) a later (?:stage|date|time)|in due course|in due time|later on"
    r"|postpon\w{1,3}"
    r"|defer\w{0,4}"
    r"|in a (?:second|later|further|next) (?:phase|stage|step)|for the time being|not yet"
    r"|put off|awaits?"
    r"|left (?:to|for|until) (?:the |a )?(?:last|later|final|end|next|item|stage)"
    r"|will be (?:laid down|settled|decided|determined|defined) (?:in|by|later)"
    r"|left for later|under (?:consideration|study|review)|will (?:study|reflect|come back|revert)"
    r"|after (?:the|this) (?:agreement|conclusion|entry into force))\b"
)
REFERS = (
    r"\b(?:is|are|as) (?:a )?(?:matters?|questions?|issues?) for (?!discussion|negotiation)"
    r"|\boutside (?:the|this|its) (?:scope|mandate|framework|remit)\b|\bbeyond (?:the|this"
    r"|its) (?:scope|mandate)\b"
    r"|\b(?:belongs?|should be (?:addressed|dealt with|settled|raised|resolved|handled|taken up)"
    r"|to be"
    r" (?:addressed|dealt with|settled|raised|handled)|is (?:addressed"
    r"|dealt with)) (?:separately|elsewhere"
    r"|bilaterally|in (?:the|an?|other|another)\b(?! (?:body|text|treaty|instrument|agreement"
    r"|preamble|operative))|by the\b|through the\b|under the\b)"
    r"|\b(?:another|a different|a separate|the proper|the right|the appropriate) (?:forum|format"
    r"|track|channel|body)\b"
)
# Talking about a thing, or telling of it, is not doing it.
TALKS = (
    r"\b(?:discuss\w{0,5}|talks?|dialogue|consult\w{0,7}|explor(?:e|es|ing)|consider\w{0,5}"
    r"|negotiat\w{1,5}"
    r"|exchange of views|meetings?|briefings?|look at|looks at|examine|transparency|notification"
    r"|notify\w{0,3}"
    r"|inform\w{0,5}|work(?:ed|s|ing)? (?:on|out|together)|engage\w{0,4}|cooperat\w{1,4}"
    r"|hotlines?|channels?"
    r"|studies|study|review\w{0,3}|moderni[sz]\w{1,4}|improv\w{1,6}|restraint|predictab\w{1,6})\b"
)
# Something is not to be done, to stop or to be undone.
RESTRAINS = (
    r"\b(?:neither|nobody|no one|none|not to|not|no|never|refrain\w{0,3}|abstain\w{0,3}|stops?"
    r"|stopp\w{1,3}"
    r"|ends?|ceas\w{1,2}|halts?|withdraw\w{0,3}|remov\w{1,3}|dismantl\w{1,3}|eliminat\w{1,3}"
    r"|prohibit\w{0,3}"
    r"|bans?|bar(?:s|red)?|prevents?|refuses?|den(?:y|ies)|keeps? (?:\w+ ){0,6}out|limits?|caps?"
    r"|lifts?|drops?"
    r"|reduc\w{1,3}|freez\w{1,3}|suspend\w{0,3}|revok\w{1,3}|give up|gives up|forgo"
    r"|renounc\w{1,3})\b"
)
# In the grant of a wish, "no threat" and "no adversaries" hold nobody back.
_COOPERATES = re.compile(
    r"\b(?:restate|reaffirm|regular|continue|keep talking|improve|cooperat\w{1,4}|dialogue"
    r"|consult\w{0,7}"
    r"|exchange|inform\w{0,5}|hotlines?|settled peacefully|restraint in|mutual information)\b"
)
_RESERVES = re.compile(
    r"\b(?:but|except\w{0,4}|otherwise|apart from|save for|provided|subject to|if|once|only"
    r"|unless|until"
    r"|remaining|other uses"
    r"|reserv\w{1,6}|other than|on condition|in part|partly|with changes|amended)\b"
)
_TENTATIVE = re.compile(r"\b(?:suggests?|could|would|might|may)\b")
_REOPENS = re.compile(r"\b(?:re-?open\w{0,3}|renegotiat\w{1,4}|redraft\w{0,3}|rewrit\w{1,4})\b")
_PART = re.compile(r"[.;]")
# Before a yes, it is none; "without delay, it accepts" and "not only accepts" are a yes.
_NEGATOR = re.compile(
    r"\b(?:not(?! only\b)|never|neither|nor|no|unable|refus\w{1,4}|without(?![^,]{0,80},)|few"
    r"|hardly|cannot)\b|n['’]t\b"
)
# A no that is taken back, or itself denied, is no no.
_NO_NO = re.compile(
    r"\b(?:not|no longer|never|nor|neither|without) (?:\w+ )?(?:reject|refus|declin|oppos|dismiss"
    r"|rul(?:e|es|ed|ing) out)\w{0,4}"
    r"|\b(?:withdraw|withdrew|drop|lift|abandon|giv|gave)\w{0,4} (?:up )?(?:its|their|his|her|the"
    r"|all|any) (?:\w+ )?(?:refusal|opposition|rejection|objections?)\b"
)
_NO_THREAT = re.compile(r"\bno threat\b")
_HOSTILE = re.compile(r"\b(?:threat\w{0,5}|adversar\w{1,4}|enem(?:y|ies)|hostil\w{1,4})\b")
_BACKS = re.compile(
    r"\b(?:backs|supports|seconds|endorses|stands behind|joins (?:in )?the (?:call|demand)"
    r"|shares the (?:call|demand)|associates (?:it|him|her|them)sel\w{1,3} with)\b"
)
_WITHHOLDS = re.compile(r"\bno\b[^.;]{0,120}\b(?:without|until|unless|before)\b")
_ACCEPTS, _WELCOMES, _DENIES, _DEFERS, _REFERS, _TALKS, _RESTRAINS = map(
    re.compile, (ACCEPTS, WELCOMES, DENIES, DEFERS, REFERS, TALKS, RESTRAINS)
)


def accepts(text: str) -> bool:
    """Tell whether a clause says yes in so many words, and nothing in it says no."""
    return _says(text, _ACCEPTS)


def welcomes(text: str) -> bool:
    """Tell whether a clause takes well what was said, and nothing in it says no."""
    return _says(text, _WELCOMES, _ACCEPTS)


def backs(text: str) -> bool:
    """Tell whether a clause backs what somebody else wants, and nothing in it says no."""
    return _says(text, _BACKS)


def withholds_yes(text: str) -> bool:
    """Tell whether a clause has words of acceptance, and each of them is negated."""
    small = _settled(text)
    return bool(_ACCEPTS.search(small)) and not _unnegated(_ACCEPTS, small)


def reassures(text: str, asked: str) -> bool:
    """Tell whether a clause says "no threat" to one that speaks of threats or adversaries."""
    return bool(_NO_THREAT.search(text.casefold()) and _HOSTILE.search(asked.casefold()))


def _says(text: str, *kinds: re.Pattern[str]) -> bool:
    """Tell whether words of some kind stand in a text unnegated, and nothing in it says no."""
    small = _settled(text)
    return any(_unnegated(words, small) for words in kinds) and not _DENIES.search(small)


def _settled(text: str) -> str:
    """Return a text in small letters, without a no that is taken back or itself denied."""
    return _NO_NO.sub(" ", text.casefold())


def _unnegated(words: re.Pattern[str], small: str) -> bool:
    """Tell whether words stand in a text without a negation in the five words before them."""
    return any(
        not _NEGATOR.search(" ".join(_PART.split(small[: found.start()])[-1].split()[-5:]))
        for found in words.finditer(small)
    )


def tentative(text: str) -> bool:
    """Tell whether a yes is only held out."""
    return bool(_TENTATIVE.search(text.casefold()))


def reserves(text: str) -> bool:
    """Tell whether a yes is qualified: with a but, an exception or a condition."""
    return bool(_RESERVES.search(text.casefold()))


def withholds(text: str) -> bool:
    """Tell whether a no is one until something happens: "no agreement without …"."""
    return bool(_WITHHOLDS.search(text.casefold()))


def denies(text: str) -> bool:
    """Tell whether a clause says no in so many words, and does not take that no back."""
    return bool(_DENIES.search(_settled(text)))


def defers(text: str) -> bool:
    """Tell whether a clause puts something off."""
    return bool(_DEFERS.search(text.casefold()))


def refers(text: str) -> bool:
    """Tell whether a clause passes something on to another forum."""
    return bool(_REFERS.search(text.casefold()))


def talks(text: str) -> bool:
    """Tell whether a clause speaks of talks, telling or joint work."""
    return bool(_TALKS.search(text.casefold()))


def restrains(text: str) -> bool:
    """Tell whether what a clause asks for is that something be not done, or undone."""
    small = text.casefold()
    return bool(_RESTRAINS.search(small)) and not _COOPERATES.search(small)


# Not a condition: who is asked or told, what is merely mentioned, and the steps of adoption.
_CONSULTED = re.compile(
    r"\bconsult|\binformed\b|^earlier version|^basis:|\bdomestic|\bformal\w{0,2}|\bratifi"
    r"|\badoption\b"
)
_HANGS = re.compile(
    r"\b(?:package|gate|condition\w{0,7}|only|once|unless|until|after"
    r"|(?<!the )(?<!its )(?<!at )first|depend\w{0,4}|hangs?"
    r"|hinges?"
    r"|subject to|provided|linked|tied|part of|in return|in exchange|reciproc\w{1,5}|prior"
    r"|contingent"
    r"|before|without|requires?|as long as|if)\b"
)


def hangs(phrases: Iterable[str]) -> bool:
    """Tell whether what a clause is tied to holds it back until something else happens."""
    return any(
        _HANGS.search(phrase) and not _CONSULTED.search(phrase)
        for phrase in (one.casefold() for part in phrases for one in part.split(";"))
    )


def reopens(text: str) -> bool:
    """Tell whether a clause wants what is settled opened again."""
    return bool(_REOPENS.search(text.casefold()))


# In a bridging text: what somebody wanted is not in it.
_LEAVES_OUT = re.compile(
    r"\b(?:left out|omitted|dropped|deleted|struck out|taken out|there is no\b|absent"
    r"|no (?:article|list|date|target|mention|provision|clause|chapter|reference)s?)\b|^no\b"
)


def leaves_out(text: str) -> bool:
    """Tell whether a text leaves something out."""
    return bool(_LEAVES_OUT.search(text.casefold()))


_ALTERNATIVES = re.compile(
    r"\bbracket\w{0,3}\b|\b(?:alternatives?|options?)\b|\beither\b|\bor no (?:article|provision)\b"
    r"|\bleft open\b"
)


def leaves_open(text: str) -> bool:
    """Tell whether a text holds alternatives, or wording in brackets."""
    return bool(_ALTERNATIVES.search(text.casefold()))


_BRIDGING = re.compile(
    r"chair|mediat|facilitat|bridging|compromise|presidency|co-?ordinator|secretary-general"
    r"|single negotiating text|framework of"
)


def bridges(genre: str) -> bool:
    """Tell whether a document is meant to carry all sides: a chair's text, a bridging proposal."""
    return bool(_BRIDGING.search(genre.casefold()))
