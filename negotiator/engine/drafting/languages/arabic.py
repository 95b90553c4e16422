"""The words that carry strength in Arabic, as a table."""

from __future__ import annotations

from negotiator.engine.drafting.cues import Cue
from negotiator.model import Strength

CUES: tuple[Cue, ...] = (
    Cue(
        r"لا (?:يمنع|تمنع|يحول|تحول|يلزم|تلزم)",
        Strength.MAY,
        "leaves a freedom",
    ),
    Cue(
        r"(?:يتعهد|تتعهد|يلتزم|تلتزم)[^،؛.]{0,60}(?:بعدم|بألا|بالامتناع)",
        Strength.SHALL_REFRAIN,
        "undertakes to hold back",
    ),
    Cue(
        r"(?:يمتنع|تمتنع|الامتناع عن)",
        Strength.SHALL_REFRAIN,
        "holds back",
    ),
    Cue(
        r"(?:لا يجوز|لا يحق|يحظر|تحظر|يُحظر|تُحظر|محظور)",
        Strength.PROHIBITS,
        "forbids",
    ),
    Cue(
        r"(?:على استعداد|مستعد|مستعدة)",
        Strength.PREPARED_TO_DISCUSS,
        "is ready to talk",
    ),
    Cue(
        r"(?:يجب|يتعين|يلتزم|تلتزم|يتعهد|تتعهد)",
        Strength.SHALL,
        "binds",
    ),
    Cue(
        r"(?:ينبغي|تحث|يحث|تدعو|يدعو|توصي|تشجع)",
        Strength.SHOULD,
        "urges",
    ),
    Cue(
        r"(?:يجوز|يحق|يمكن|الحق في)",
        Strength.MAY,
        "permits",
    ),
    Cue(
        r"(?:تعتزم|يعتزم|تنوي|تسعى|يسعى|إذ ترغب)",
        Strength.INTENDS,
        "states an aim",
    ),
    Cue(
        r"(?:إذ تشير|تؤكد من جديد|إذ تؤكد|يؤكد من جديد|تذكر ب)",
        Strength.RECALLS,
        "points back",
    ),
    Cue(
        r"(?:تعترف|يعترف|تقر|يقر|إذ تسلم|إذ تدرك|تعلن|يعلن)",
        Strength.DECLARES,
        "declares",
    ),
)
