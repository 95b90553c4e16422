"""The words that carry strength in other languages, as tables.

The first form that stands in the opening statement of a clause decides; at the same place the
first row of the table does. Treaties in French, German and Russian state many duties in the present
tense; where no form of the table stands, what "the Parties" do is read as what they are bound to.
"""

from __future__ import annotations

from collections.abc import Mapping

from negotiator.engine.drafting.cues import Cue
from negotiator.engine.drafting.languages import arabic, chinese, french, german, russian, spanish

LANGUAGES: Mapping[str, tuple[Cue, ...]] = {
    "fr": french.CUES,
    "es": spanish.CUES,
    "ru": russian.CUES,
    "de": german.CUES,
    "ar": arabic.CUES,
    "zh": chinese.CUES,
}
PRESENT_TENSE: Mapping[str, tuple[Cue, ...]] = {
    "fr": french.IN_THE_PRESENT,
    "de": german.IN_THE_PRESENT,
    "ru": russian.IN_THE_PRESENT,
}
