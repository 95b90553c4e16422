"""The words that carry strength in Spanish, as a table."""

from __future__ import annotations

from negotiator.engine.drafting.cues import Cue
from negotiator.model import Strength

CUES: tuple[Cue, ...] = (
    Cue(
        r"\bno (?:impedirán?|obstará|obstarán|será obstáculo|estarán? obligad[oa]s?)\b",
        Strength.MAY,
        "leaves a freedom",
    ),
    Cue(
        r"\bse (?:comprometen?|obligan?) a (?:no|abstenerse)\b",
        Strength.SHALL_REFRAIN,
        "undertakes to hold back",
    ),
    Cue(
        r"\b(?:se abstendrán?|deberán? abstenerse|se abstienen?)\b",
        Strength.SHALL_REFRAIN,
        "holds back",
    ),
    Cue(
        r"\bno (?:podrán?|deberán?|deben?|pueden?)\b|\b(?:ninguna?|"
        r"ningún)\b[^,;.]{1,80}\b(?:podrá|deberá|\w{3,20}rá)\b",
        Strength.PROHIBITS,
        "forbids",
    ),
    Cue(
        r"\b(?:quedan?|quedarán?|estarán?|están?|serán?) (?:\w{1,15} )?(?:prohibid[oa]s?|"
        r"incompatibles?)\b|\bse prohíben?\b",
        Strength.PROHIBITS,
        "forbids",
    ),
    Cue(
        r"\bdispuest[oa]s? a (?:dialogar|examinar|debatir|negociar|considerar|discutir|estudiar)\b",
        Strength.PREPARED_TO_DISCUSS,
        "is ready to talk",
    ),
    Cue(
        r"\b(?:tendrán?|tienen?) (?:el )?derecho\b|\b(?:podrán?|puede|pueden|está facultad[oa])\b",
        Strength.MAY,
        "permits",
    ),
    Cue(
        r"\b(?:deberían?|convendría|insta|instan|exhortan?|alientan?|invitan?|recomiendan?|pide)\b",
        Strength.SHOULD,
        "urges",
    ),
    Cue(
        r"\b(?:deberán?|deben?|están? obligad[oa]s?|se comprometen?|se obligan?|habrán? de)\b",
        Strength.SHALL,
        "binds",
    ),
    Cue(
        r"\b(?:tienen? la intención|se proponen?|resuelt[oa]s?|deseos[oa]s?|decidid[oa]s?|"
        r"aspiran?)\b",
        Strength.INTENDS,
        "states an aim",
    ),
    Cue(
        r"\b(?:recuerdan?|recordando|reafirman?|reafirmando|teniendo en cuenta|considerando|"
        r"vist[oa]s?)\b",
        Strength.RECALLS,
        "points back",
    ),
    Cue(
        r"\b(?:reconocen?|reconociendo|declaran?|consideran?|convencid[oa]s?|proclaman?)\b",
        Strength.DECLARES,
        "declares",
    ),
    Cue(
        r"\b(?!(?:para|cada|toda|nada|está|ahora|será)\b)\w{3,20}(?:rá|rán)\b",
        Strength.SHALL,
        "binds, in the future tense",
    ),
)
