"""The words that carry strength in German, as a table."""

from __future__ import annotations

from negotiator.engine.drafting.cues import Cue
from negotiator.model import Strength

CUES: tuple[Cue, ...] = (
    Cue(
        r"\b(?:steht|stehen) [^,;.]{0,60}nicht entgegen\b|\b(?:ist|sind) nicht "
        r"verpflichtet\b|\b(?:muss|müssen) nicht\b",
        Strength.MAY,
        "leaves a freedom",
    ),
    Cue(
        r"\bverpflicht(?:et|en) sich\b[^;.]{0,80}\b(?:nicht|kein\w{0,2}|abzusehen|unterlassen)\b",
        Strength.SHALL_REFRAIN,
        "undertakes to hold back",
    ),
    Cue(
        r"\b(?:enthält|enthalten) sich\b|\b(?:sieht|sehen) davon ab\b|\b(?:unterlässt|"
        r"unterlassen)\b",
        Strength.SHALL_REFRAIN,
        "holds back",
    ),
    Cue(
        r"\b(?:darf|dürfen)\b[^,;.]{0,80}\b(?:nicht|kein\w{0,2}|weder)\b|"
        r"\bkein\w{0,2}\b[^,;.]{1,80}\b(?:darf|dürfen)\b",
        Strength.PROHIBITS,
        "forbids",
    ),
    Cue(
        r"\b(?:ist|sind|wird|werden)\b[^,;.]{0,60}\b(?:verboten|untersagt|unzulässig|"
        r"unvereinbar)\b",
        Strength.PROHIBITS,
        "forbids",
    ),
    Cue(
        r"\b(?:ist|sind|bleibt|bleiben|wäre|wären) bereit\b[^;.]{0,120}\b(?:erörtern|"
        r"verhandeln|prüfen|sprechen|Gespräche\w{0,1}|Dialog\w{0,2}|diskutieren)\b",
        Strength.PREPARED_TO_DISCUSS,
        "is ready to talk",
    ),
    Cue(
        r"\b(?:muss|müssen|verpflicht(?:et|en) sich|(?:ist|sind) verpflichtet|(?:hat|"
        r"haben)\b[^,;.]{0,80}\bzu \w{3,20}en)\b",
        Strength.SHALL,
        "binds",
    ),
    Cue(
        r"\b(?:soll|sollen|sollte|sollten|fordert|fordern|ersucht|ersuchen|empfiehlt|empfehlen)\b",
        Strength.SHOULD,
        "urges",
    ),
    Cue(
        r"\b(?:kann|können|darf|dürfen|(?:ist|sind) (?:berechtigt|befugt)|(?:hat|haben) das "
        r"Recht)\b",
        Strength.MAY,
        "permits",
    ),
    Cue(
        r"\b(?:beabsichtig(?:t|en)|entschlossen|bestrebt|will|wollen|in dem Wunsch\w{0,1})\b",
        Strength.INTENDS,
        "states an aim",
    ),
    Cue(
        r"\b(?:bekräftig(?:t|en|end)|erinner(?:t|n|nd)|unter Hinweis auf|eingedenk|in "
        r"Anbetracht)\b",
        Strength.RECALLS,
        "points back",
    ),
    Cue(
        r"\b(?:erkenn(?:t|en)|anerkennen|erklär(?:t|en)|gründen|überzeugt|in der Erkenntnis)\b",
        Strength.DECLARES,
        "declares",
    ),
)

# What "the Parties" do in the present tense; tried only where no form above stands.
IN_THE_PRESENT: tuple[Cue, ...] = (
    Cue(
        r"^(?:die|jede|jeder) (?:vertragsparteien|parteien|mitgliedstaaten|vertragspartei|"
        r"partei|mitgliedstaat) \w{2,20}(?:en|t)\b[^.;]{0,120}\b(?:nicht|keine?\w?)\b",
        Strength.PROHIBITS,
        "forbids, in the present tense",
    ),
    Cue(
        r"^(?:die|jede|jeder) (?:vertragsparteien|parteien|mitgliedstaaten|vertragspartei|"
        r"partei|mitgliedstaat) \w{2,20}(?:en|t)\b",
        Strength.SHALL,
        "binds, in the present tense",
    ),
)
