"""The words that carry strength in Russian, as a table."""

from __future__ import annotations

from negotiator.engine.drafting.cues import Cue
from negotiator.model import Strength

CUES: tuple[Cue, ...] = (
    Cue(
        r"\bне (?:препятству|обязан|исключа)\w{0,8}",
        Strength.MAY,
        "leaves a freedom",
    ),
    Cue(
        r"\bобязу(?:ется|ются)\b[^,;.]{0,60}\b(?:не|воздерж\w{1,12})\b",
        Strength.SHALL_REFRAIN,
        "undertakes to hold back",
    ),
    Cue(
        r"\bвоздерж(?:ивается|иваются|аться|атся|ится)\b",
        Strength.SHALL_REFRAIN,
        "holds back",
    ),
    Cue(
        r"\bне (?:должн[аоы]?|должен|вправе|могут|может|допуска\w{1,8}|имеет права|имеют "
        r"права)\b|\bзапреща(?:ется|ются)\b",
        Strength.PROHIBITS,
        "forbids",
    ),
    Cue(
        r"\b(?:ни одна|ни один|никакая|никто)\b[^,;.]{1,120}\bне\b",
        Strength.PROHIBITS,
        "forbids",
    ),
    Cue(
        r"\bготов[аы]?\b[^,;.]{0,40}\b(?:обсу\w{1,10}|рассм\w{1,12}|диалог\w{0,3}|"
        r"переговор\w{0,3}|консультац\w{0,4})",
        Strength.PREPARED_TO_DISCUSS,
        "is ready to talk",
    ),
    Cue(
        r"\b(?:должн[аоы]|должен|обязу(?:ется|ются)|обязан[аоы]?|надлежит|необходимо)\b",
        Strength.SHALL,
        "binds",
    ),
    Cue(
        r"\b(?:следует|призыва(?:ет|ют|я)|рекоменду(?:ет|ют)|настоятельно|предлагает)\b",
        Strength.SHOULD,
        "urges",
    ),
    Cue(
        r"\b(?:может|могут|вправе|име(?:ет|ют) право)\b",
        Strength.MAY,
        "permits",
    ),
    Cue(
        r"\b(?:намерен[аы]?|намерева\w{1,6}|стрем(?:ится|ятся|ясь)|преисполнен\w{1,3}|желая)\b",
        Strength.INTENDS,
        "states an aim",
    ),
    Cue(
        r"\b(?:напомина(?:ет|ют|я)|подтвержда(?:ет|ют|я)|ссылаясь|принимая во внимание|отмечая)\b",
        Strength.RECALLS,
        "points back",
    ),
    Cue(
        r"\b(?:призна(?:ёт|ет|ют|вая)|счита(?:ет|ют|я)|заявля(?:ет|ют)|провозглаша(?:ет|ют)|"
        r"исход(?:ит|ят) из)\b",
        Strength.DECLARES,
        "declares",
    ),
)

# What "the Parties" do in the present tense; tried only where no form above stands.
IN_THE_PRESENT: tuple[Cue, ...] = (
    Cue(
        r"\bне (?!явля|име|счита|распростран|затрагива|означа|примен)\w{3,20}(?:ют|ет|ит|ат|"
        r"ят|ются|ется|ятся|ится)\b",
        Strength.PROHIBITS,
        "forbids, in the present tense",
    ),
    Cue(
        r"^(?:договаривающиеся |государства-)?(?:стороны|участники|каждая (?:из "
        r")?сторон\w{0,2}) (?:\w{2,20} ){0,2}?\w{3,20}(?:ют|ет|ит|ат|ят|ются|ется|ятся|"
        r"ится)\b",
        Strength.SHALL,
        "binds, in the present tense",
    ),
)
