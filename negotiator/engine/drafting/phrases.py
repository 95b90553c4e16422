"""The words that carry strength, as a table that a reader can check. English.

A row is a cue: what stands in the text, what strength it carries, and why. Within a clause the
cue of the main statement decides; where several cues begin at the same place, the first row of
the table does. `{gap}` stands for an insertion between commas or one adverb.
"""

from __future__ import annotations

from negotiator.engine.drafting.cues import Cue
from negotiator.model import Strength

# One insertion (", subject to …,"), one list label ("shall: (a)") or one adverb.
GAP = (
    r"(?:\s{0,3},[^,;.]{0,200},|\s{0,3}:\s{0,3}(?:\(?\w{1,4}\)|[-–—•])?)?\s{0,3}"
    r"(?:(?:\w{2,20}ly|also|thereby|hereby|therefore|however|henceforth|thus|always|then|in "
    r"turn|each)\s{1,3})?"
)
_SHALL = r"(?<!mar)shall(?!ow)"
_BE = r"(?:is|are|was|were|be|been|remains?|stands?)"
_FREE = (
    r"(?:prevent|preclude|be an obstacle|hinder|impede|oblige|require|be (?:construed|interpreted|"
    r"understood)(?: so as)? to (?:prevent|preclude|require|oblige|prohibit|limit)|prohibit|"
    r"be (?:required|obliged|obligated|compelled|bound) to|need to|have to|exclude the)"
)
_SCOPE = (
    r"(?:appl(?:y|ied|icable)|be applicable|affect|be affected|prejudice|be prejudiced|"
    r"extend|cover|"
    r"include|concern|(?:for that reason alone )?be excluded|be (?:construed|interpreted|"
    r"deemed|considered|regarded|understood|taken|treated)|"
    r"constitute|(?:have|produce|entail)(?:\s\w{1,20}){0,3}\s(?:effect|consequences?)|"
    r"enter into force|come into force|lapse|be binding|confer|derogate|be (?:valid|invalid|"
    r"void)|imply|mean)"
)
_RIGHT = (
    r"(?:have (?:the|a|full) (?:right|power|option|possibility|freedom|liberty)|have "
    r"(?:power|access)|"
    r"be (?:entitled|free|at liberty|empowered|authori[sz]ed|allowed|permitted)|enjoy the right)"
)
_TALK = (
    r"(?:discuss|talk|consider|explore|engage|negotiate|examine|enter into (?:talks|discussions|"
    r"negotiations|consultations)|dialogue|look (?:at|into)|hold talks|continue (?:the|our) "
    r"dialogue)"
)
_READY = r"(?:ready|prepared|willing|in a position)(?: in principle)?"
_VOW = (
    r"(?:undertakes?|agrees?|binds? (?:themselves|itself)|commits? (?:themselves|itself|ourselves)|"
    r"commits?|pledges?|engages?|(?:are|is) committed|promises?)"
)

ENGLISH: tuple[Cue, ...] = (
    Cue(
        r"^nothing\b[^.;:,]{0,120}?\b(?:requires|prevents|precludes|obliges|prohibits|"
        r"restricts|limits)\b",
        Strength.MAY,
        "leaves a freedom",
    ),
    # Commands not to act, and the rules in the negative that forbid nothing.
    Cue(rf"{_SHALL}{{gap}}not{{gap}}{_FREE}", Strength.MAY, "leaves a freedom"),
    Cue(rf"{_SHALL}{{gap}}not{{gap}}{_SCOPE}", Strength.SHALL, "sets a scope or an effect"),
    Cue(
        rf"{_SHALL}{{gap}}not (?:only|merely|solely|fail to|cease to|neglect to)\b",
        Strength.SHALL,
        "binds",
    ),
    Cue(
        rf"{_SHALL}{{gap}}(?:refrain|abstain|desist|forbear)", Strength.SHALL_REFRAIN, "holds back"
    ),
    Cue(
        rf"{_SHALL}{{gap}}(?:not|never|neither|in no (?:case|event|way|circumstances)|at no time|"
        rf"under no circumstances)\b",
        Strength.PROHIBITS,
        "forbids",
    ),
    Cue(
        rf"{_SHALL}{{gap}}be{{gap}}(?:prohibited|forbidden|banned|outlawed)",
        Strength.PROHIBITS,
        "forbids",
    ),
    Cue(rf"{_SHALL}{{gap}}be{{gap}}(?:incompatible|inadmissible)", Strength.PROHIBITS, "forbids"),
    Cue(rf"{_SHALL}{{gap}}{_RIGHT}", Strength.MAY, "gives a right"),
    Cue(rf"{_SHALL}", Strength.SHALL, "binds"),
    Cue(rf"\b(?:must|may|can){{gap}}not{{gap}}{_FREE}", Strength.MAY, "leaves a freedom"),
    Cue(
        r"\b(?:must|may|can){gap}(?:not|neither)\b|\bcannot\b|\bmust never\b"
        r"|\b(?:shan|mustn|can)['’]t\b",
        Strength.PROHIBITS,
        "forbids",
    ),
    Cue(r"\bmust{gap}(?:refrain|abstain|desist)", Strength.SHALL_REFRAIN, "holds back"),
    Cue(r"\bmust\b|\b(?:has|have) to\b", Strength.SHALL, "binds"),
    Cue(r"\bneed not\b", Strength.MAY, "leaves a freedom"),
    Cue(rf"\bdo(?:es)? not{{gap}}{_FREE}", Strength.MAY, "leaves a freedom"),
    Cue(
        rf"\b{_BE} not (?:(?:required|obliged|bound|obligated) to|prohibited|forbidden|"
        rf"prevented|precluded)\b",
        Strength.MAY,
        "leaves a freedom",
    ),
    Cue(
        rf"\b{_BE}{{gap}}(?:prohibited|forbidden|banned|outlawed|incompatible with)\b"
        r"|\babolished and prohibited\b|\bprohibits?\b",
        Strength.PROHIBITS,
        "forbids",
    ),
    # Undertakings.
    Cue(
        rf"\b{_VOW}{{gap}}(?:not to|to{{gap}}(?:refrain|abstain|desist))\b|\b(?:renounces?|"
        rf"forgoes?)\b",
        Strength.SHALL_REFRAIN,
        "undertakes to hold back",
    ),
    Cue(rf"\b{_VOW}{{gap}}to\b", Strength.SHALL, "undertakes"),
    Cue(rf"\b{_BE} (?:required|obliged|bound|obligated) to\b", Strength.SHALL, "binds"),
    Cue(
        r"(?<!its )(?<!their )(?<!our )(?<!your )(?<!his )(?<!this )(?<!\ba )(?<!\bon )"
        r"\bdemands?\b|\binsists?\b",
        Strength.SHALL,
        "asks",
    ),
    Cue(r"\bdecides?{gap}(?:that|to)\b", Strength.SHALL, "binds"),
    Cue(
        r"(?:\baccepts|(?<!to )(?<!or )(?<!and )\baccept)\b(?! (?:that|no|neither|nothing)\b)",
        Strength.SHALL,
        "accepts",
    ),
    # Readiness to talk, before the plain "would" and "is ready".
    Cue(
        rf"\b(?:{_BE}|stands?|remains?){{gap}}(?:still )?(?:ready|prepared|willing|open){{gap}}"
        rf"(?:to{{gap}}{_TALK}|for (?:talks|dialogue|discussions?|substantive))",
        Strength.PREPARED_TO_DISCUSS,
        "is ready to talk",
    ),
    Cue(
        rf"\b(?:would|could){{gap}}(?:be (?:ready|prepared|willing) to )?{_TALK}\b",
        Strength.PREPARED_TO_DISCUSS,
        "is ready to talk",
    ),
    Cue(
        rf"\b(?:ready|readiness|willing|willingness|prepared) to{{gap}}{_TALK}\b",
        Strength.PREPARED_TO_DISCUSS,
        "is ready to talk",
    ),
    # Readiness to do anything else; a text without a subject is its author's.
    Cue(
        rf"\b(?:{_BE}|am){{gap}}(?:(?:still|now|fully|quite) )?(?:not )?(?:yet )?"
        rf"{_READY}{{gap}}to\b"
        rf"|^(?:still |also )?{_READY}{{gap}}to\b",
        Strength.INTENDS,
        "is ready to act",
    ),
    # Wishes and recommendations.
    Cue(r"\bshould\b|\bought to\b", Strength.SHOULD, "urges"),
    Cue(
        r"\b(?:urges?|calls? (?:up)?on|invites?|encourages?|recommends?|requests?|appeals? "
        r"to|expects?)\b"
        rf"|\b{_BE} (?:encouraged|urged|invited|requested|recommended|expected|called upon) to\b"
        r"|^(?:further |also |strongly )?(?:urging|inviting|encouraging|requesting)\b",
        Strength.SHOULD,
        "urges",
    ),
    # Permissions and rights.
    # "27 May 1997" is a month.
    Cue(
        r"(?<!\d )\b(?:party|parties)?may\b(?! \d)|\bcan\b|\bcould\b|\bmight\b",
        Strength.MAY,
        "permits",
    ),
    Cue(
        rf"\b{_BE} (?:entitled|free|authori[sz]ed|empowered|allowed|permitted) to\b"
        r"|\b(?:has|have) the (?:right|power|freedom) (?:to|of)\b|\breserves? the right\b",
        Strength.MAY,
        "gives a right",
    ),
    # Plans and aims.
    Cue(
        r"\bintends?\b|\bintention\b|\bwills?\b|\bwould\b|\baims? (?:to|at)\b|\bseeks? to\b|"
        r"\bplans? to\b"
        rf"|\bendeavou?rs? to\b|\bstrives? (?:to|for)\b|\b{_BE}{{gap}}(?:resolved|determined|"
        rf"desirous)\b"
        r"|\bresolves? to\b|\b(?:objectives?|aims?|purposes?|goals?) "
        r"of\b[^.;]{0,120}?\b(?:is|are) to\b"
        r"|\bexpress(?:es)? (?:their|its|our) (?:will|desire|intention)\b|\bdeclare their "
        r"willingness\b"
        r"|^(?:desiring|resolved|determined|wishing|seeking|desirous|intending|hoping|aiming)\b",
        Strength.INTENDS,
        "states an aim",
    ),
    # Looking back, and statements.
    Cue(
        r"\b(?:recalls?|re(?:af|con)firms?|reiterates?|affirms?|confirms?|retains?|reserves?|"
        r"renews?)\b(?!,)"
        r"|^(?:further |also )?(?:recalling|reaffirming|reiterating|affirming|noting|having "
        r"regard|having considered|"
        r"bearing in mind|taking note|taking into account|mindful|guided by|pursuant to|whereas)\b"
        r"|\btakes? note\b|\bnotes? that\b|\bcontinues? to (?:support|apply)\b",
        Strength.RECALLS,
        "points back",
    ),
    Cue(
        r"\b(?:recogni[sz]es?|recogni[sz]ed|acknowledges?|considers?|declares?|establish(?:es)?|"
        r"proclaims?|welcomes?|regrets?|condemns?|supports?|believes?|holds?)\b"
        r"|^(?:recogni[sz]ing|acknowledging|considering|convinced|believing|conscious|aware|"
        r"concerned|"
        r"emphasi[sz]ing|stressing|underlining|welcoming|deploring|alarmed|deeply|expressing)\b",
        Strength.DECLARES,
        "declares",
    ),
)
