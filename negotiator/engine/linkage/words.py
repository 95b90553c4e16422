"""The words that tie one thing to another, as tables that a reader can check. English comes first.

All are matched in small letters. The phrases of a reading are short and say one thing each, so of
them much is taken; of the text of a clause only what speaks of the talks themselves.
"""

from __future__ import annotations

import re

from negotiator.engine.drafting.statement import lowered

# What the words of a table after it, or before it, hold back: "gate on every other offer".
GATE = (
    r"\b(?:gates? (?:up)?(?:on|for|to|over)|gates|holds? (?:back|up)|blocks?|unlocks?|"
    r"pre-?(?:condition|requisite)s? (?:for|of|to)|conditions? (?:for|of)|"
    r"предварительное условие (?:для)?|condition préalable (?:à|de|pour)|voraussetzung (?:für|der)|"
    r"condición previa (?:para|de))\b|先决条件|شرط مسبق ل"
)
# "No trade chapter until fisheries is settled", "talks go on only from that text".
ONLY = (
    r"only (?:if|when|once|after|where|while|as|from|with|by|upon|against|through|within|"
    r"in return|in exchange|"
    r"on condition)|solely (?:against|if|after|in return)"
)
UNTIL = (
    r"until|unless|without|before|as long as|so long as|tant que|bevor|solange|hasta|mientras|пока"
)
HANGS = (
    r"(?:depends?|hangs?|hinges?|turns?) (?:up)?on|waits? (?:for|on)|(?:is |are )?(?:conditional|"
    r"contingent|"
    r"premised|predicated) (?:up)?on|presuppos(?:es?)|зависит от|hängt ab von|dépend(?:ent)? de|"
    r"depende[n]? de"
)
# Where a thing is important to others, which is less than a condition on them.
POINTED_AT = r"\s+(?:it|this|that|these|them)\b"

# What a thing is itself held back by: "gated by C2", "provided that", "consultation of allies".
DEPENDS = (
    r"\b(?:gated (?:by|on)|(?:conditional|conditioned|contingent|premised|predicated) (?:up)?on|"
    r"(?:depend|hang|hing|turn|wait)(?:s|es|ing|ent)? (?:up)?on|subject to|provided|"
    r"on (?:the )?condition|"
    r"only|solely|as long as|so long as|unless|until|if|in (?:return|exchange) for|follows|after|"
    r"beforehand|"
    r"in advance|pre-?(?:condition|requisite)s?|conditions?|conditions-based|conditional|requires?|"
    r"reciproc\w{1,5}|unanim\w{1,4}|ratif\w{1,8}|comes? first|consent|approval|consult\w{0,7}|"
    r"waits? for|"
    r"sous réserve|à condition|subordonné\w{0,2}|vorbehaltlich|unter der bedingung|abhängig von|"
    r"a reserva|a condición|supeditad[oa]\w?|при условии|зависит от|взаимност\w{1,3})\b|"
    r"前提|取决于|بشرط|رهنا"
)
# Members of one package.
PACKAGE = (
    r"\b(?:package|single undertaking|stands? (?:or falls?|together)|all or nothing|interconnected|"
    r"inter-?linked|as (?:a|one) whole|part of the (?:whole|overall \w{1,20})|on the whole|paquet|"
    r"(?:gesamt)?paket|"
    r"paquete|пакет\w{0,3})\b|一揽子|حزمة|صفقة شاملة"
)
# One thing cannot be had without the whole.
INSEPARABLE = (
    r"\bonly as (?:a )?part of\b|\b(?:cannot|can not|can never|may not|must not|not to|"
    r"should not) be "
    r"(?:\w{1,20} )?(?:separated|taken apart|isolated|detached|divorced|split|unbundled|decoupled|"
    r"(?:considered|discussed|addressed|treated|dealt with|resolved|taken) (?:in isolation|"
    r"separately|"
    r"apart|alone))\b|\binseparabl[ey]\b|\bne (?:peut|peuvent) être (?:séparé|dissocié)|"
    r"\bnicht (?:isoliert|getrennt)\b|\bno (?:puede|pueden) separarse\b|\bнеотделим|\bв отрыве от\b"
)
# On what a thing is built.
BASIS = r"\b(?:bas[ei]s|based on|builds? (?:up)?on|grundlage|fondement|основ[еаы])\b"
# What is named beside a thing without holding it.
BESIDE = (
    r"\b(?:earlier|former|previous|later|see|cf|compare|contrast|same as|as in|answers?|repl(?:y|"
    r"ies)|"
    r"respon(?:ds?|se)|supersedes?|replaces?|repeats?|restates?|version|echoes|mirrors?|unlike|"
    r"voir|siehe|"
    r"véase)\b"
)
# It stands whatever becomes of the rest, so what holds everything does not hold it.
INDEPENDENT = (
    r"\b(?:kept apart|dealt with apart|(?:on )?(?:a )?separate track|separate from|"
    r"independent(?:ly)? of|"
    r"even without|regardless|irrespective|whatever (?:the outcome|happens)|unconditional(?:ly)?|"
    r"unlinked|(?:not|never|no longer|isn['’]t|aren['’]t) (?:\w{1,20} ){0,2}?"
    r"(?:pre-?)?(?:conditions?|requisites?|gates?|conditional|contingent)|"
    r"(?:not|never|no longer|n['’]t) (?:depend|hang|hinge)(?:s|ing|ent)?|"
    r"de-?linked|not (?:linked|tied)|no (?:link|linkage|pre-?conditions?)|without pre-?conditions?|"
    r"sans condition|bedingungslos|sin condiciones|без (?:предварительных )?условий)\b|无条件"
)

# The talks, what a side brings to them and what comes of them: who holds these holds everything.
GENERAL = frozenset(
    (
        "progress substance substantive agreement agreements deal deals talks talk negotiation"
        " negotiations"
        " dialogue settlement offer offers concession concessions commitment commitments step"
        " steps move moves"
        " movement everything anything nothing rest whole partnership ratification signature"
        " conclusion"
        " implementation consent adoption discussion discussions result results breakthrough"
        " flexibility"
        " progrès accord accords négociations fortschritt abkommen einigung vereinbarung"
        " verhandlungen"
        " progreso acuerdo acuerdos negociaciones прогресс соглашение соглашения переговоры"
    ).split()
)
# Of these, what nobody can have alone: who holds it holds what others offer on the same side.
JOINT = frozenset(
    (
        "agreement agreements deal deals settlement partnership ratification signature conclusion"
        " implementation consent adoption"
    ).split()
)
# Words that say nothing of what is held.
FILLERS = frozenset(
    (
        "a an the no not any all every each other another further new final overall comprehensive"
        " such its"
        " their his her our own of on for by to in from with and or as is are be been can could"
        " will would may"
        " might shall should must has have it there that this these those only yet hardly"
        " scarcely possible"
        " thinkable conceivable imaginable reachable achievable counts count agreed reached"
        " concluded signed"
        " adopted ratified made done go goes going continue continues start starts begin begins"
        " take takes"
        " place moves moved move get gets chapter chapters part parts terms provision provisions"
        " text field"
        " area areas matter matters topic topics issue issues prospect prospects real serious"
        " hard impossible"
        " revived individual single full sense makes make"
        " settled done over shut met cleared secured guaranteed complete completed finished solved"
        " resolved dealt handled"
    ).split()
)
# "The agreement" may be the text that is being drafted, and then it speaks of itself.
ITSELF = re.compile(
    r"\b(?:this|present|the|said) (?:agreement|treaty|convention|protocol|partnership)\b"
)

_TABLES = (GATE, DEPENDS, PACKAGE, INSEPARABLE, BASIS, BESIDE, INDEPENDENT)
_COMPILED = {words: re.compile(words) for words in _TABLES}


def says(words: str, text: str) -> bool:
    """Tell whether a text has one of the words of a table of this module."""
    return _COMPILED[words].search(lowered(text)) is not None
