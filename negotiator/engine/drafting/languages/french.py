"""The words that carry strength in French, as a table."""

from __future__ import annotations

from negotiator.engine.drafting.cues import Cue
from negotiator.model import Strength

CUES: tuple[Cue, ...] = (
    Cue(
        r"\bn(?:e |['’])(?:fait|font|fera|feront) (?:pas )?obstacle\b",
        Strength.MAY,
        "leaves a freedom",
    ),
    Cue(
        r"\b(?:n['’]est|ne sont|ne sera|ne seront) (?:pas )?(?:tenue?s?|obligée?s?)\b",
        Strength.MAY,
        "leaves a freedom",
    ),
    Cue(
        r"\b(?:s['’]engagent?|conviennent|convient) (?:à|de) (?:ne pas|s['’]abstenir)\b",
        Strength.SHALL_REFRAIN,
        "undertakes to hold back",
    ),
    Cue(
        r"\bs['’]abst(?:ient|iennent|iendra|iendront)\b|\bdoi(?:t|vent) s['’]abstenir\b",
        Strength.SHALL_REFRAIN,
        "holds back",
    ),
    Cue(
        r"\b(?:aucune?|nulle?)\b[^,;.]{1,120}\bne\b|\bne (?:doit|doivent|peut|peuvent|pourra|"
        r"pourront|saurait|sauraient)\b",
        Strength.PROHIBITS,
        "forbids",
    ),
    Cue(
        r"\b(?:est|sont|sera|seront) (?:\w{1,15} )?(?:interdite?s?|prohibée?s?|"
        r"incompatibles? avec)\b|\binterdi(?:t|sent)\b",
        Strength.PROHIBITS,
        "forbids",
    ),
    Cue(
        r"\b(?:est|sont|reste|restent) (?:prête?s?|disposée?s?) à (?:discuter|examiner|"
        r"négocier|dialoguer|étudier|engager)\b",
        Strength.PREPARED_TO_DISCUSS,
        "is ready to talk",
    ),
    Cue(
        r"\b(?:doit|doivent|devra|devront|est tenue?|sont tenue?s|s['’]engagent? à|est obligée?)\b",
        Strength.SHALL,
        "binds",
    ),
    Cue(
        r"\b(?:devrait|devraient|invitent?|encouragent?|recommandent?|exhortent?|engagent? "
        r"instamment)\b|^\s*(?:invite|prie|demande)\b",
        Strength.SHOULD,
        "urges",
    ),
    Cue(
        r"\b(?:peut|peuvent|pourra|pourront|a le droit|ont le droit|a la faculté|est "
        r"autorisée?|sont autorisée?s)\b",
        Strength.MAY,
        "permits",
    ),
    Cue(
        r"\b(?:a l['’]intention|ont l['’]intention|entend|entendent|visent?|résolue?s?|"
        r"désireux|déterminée?s?)\b",
        Strength.INTENDS,
        "states an aim",
    ),
    Cue(
        r"\b(?:rappell?ent?|rappelle|rappelant|réaffirment?|réaffirmant|notant|considérant|vu)\b",
        Strength.RECALLS,
        "points back",
    ),
    Cue(
        r"\b(?:reconna(?:ît|issent|issant)|estiment?|considèrent?|déclarent?|proclament?|"
        r"instituent?|convaincue?s?)\b",
        Strength.DECLARES,
        "declares",
    ),
)

# What "the Parties" do in the present tense; tried only where no form above stands.
IN_THE_PRESENT: tuple[Cue, ...] = (
    Cue(
        r"\bne \w{2,20} (?:pas|aucune?|plus|jamais)\b",
        Strength.PROHIBITS,
        "forbids, in the present tense",
    ),
    Cue(
        r"^(?:les (?:hautes )?parties(?: contractantes)?|les états membres|chaque (?:partie|"
        r"état membre))(?: \w{1,20}){0,2}? \w{2,20}(?:ent|ont|e)\b",
        Strength.SHALL,
        "binds, in the present tense",
    ),
)
