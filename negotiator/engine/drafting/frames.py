"""The words around a verb that decide what becomes of it, as tables that a reader can check.

Subjects that turn a duty round, actors, definitions, open wording and side sentences. English.
"""

from __future__ import annotations

# A subject that turns a permission or a duty round.
NEGATIVE_SUBJECT = (
    r"(?:no|neither|nor|none|nobody|never|under no circumstances|in no (?:case|event)|"
    r"in no circumstances|at no time)\b(?! later| less| more| fewer| longer| doubt)"
)
NOTHING_SUBJECT = r"nothing\b"
# After "nothing … shall": what makes it a freedom kept.
KEEPS_FREEDOM = (
    r"(?:prevent|preclud|requir|oblig|prohibit|restrict|limit|impair|hinder|imped|impos|stop|"
    r"bar\b|forbid)"
)

# Only a text that "shall not require" leaves a freedom; a party that shall not is forbidden to.
TEXT_SUBJECT = (
    r"\b(?:articles?|chapters?|agreements?|treat(?:y|ies)|conventions?|provisions?|"
    r"paragraphs?|sections?|measures?|rules?|"
    r"titles?|parts?|directives?|regulations?|decisions?|clauses?|annex(?:es)?|protocols?|"
    r"obligations?|exceptions?|"
    r"subparagraphs?|this|these|it|resolutions?|acts?|laws?|requirements?|definitions?|"
    r"principles?|prohibitions?)\b"
)

# Who can be bound beside the parties; a thing ("the budget shall …") is not.
ACTORS = (
    r"\b(?:part(?:y|ies)|commission|council|court|tribunal|assembly|parliament|committee|board|agency|"
    r"authorit(?:y|ies)|bank|secretariat|"
    r"secretary-general|secretary|director-general|president|governments?|ministers?|"
    r"administrations?|institutions?|members?|"
    r"states?|countr(?:y|ies)|recipients?|suppliers?|operators?|importers?|exporters?|"
    r"investors?|enterprises?|persons?|"
    r"controllers?|processors?|contractors?|employees?|panel|arbitrators?|depositary|judges?|"
    r"citizens?|union|community|"
    r"organi[sz]ations?|allies|delegations?|disclosing party|receiving party)\b"
)

# Texts that state nothing of their own.
DEFINES = (
    r"\bshall mean\b|(?<!by )(?<!all )(?<!any )(?<!the )(?<!other )(?<!no )"
    r"(?<!this )(?<!such )(?<!these )(?<!those )\bmeans\b(?! of\b| to\b| for\b| by\b)"
    r"|^(?:for (?:the )?purposes? of (?:this|the present|chapter|section|"
    r"article)\b[^.;]{0,160}|the (?:terms?|expressions?|words?)\b[^.;]{0,160}|"
    r"[“\"‘'][^.;]{0,160})"
    r"\b(?:refers? to|mean|shall be understood as|is defined as|are defined as|denotes?)\b"
)
FORMULA = r"^(?:in witness whereof|done (?:at|in)\b|for the (?:government|kingdom|republic)\b)"

# A verb or a negation that stands in brackets, or beside its alternative, is not agreed.
OPEN_WORDING = (
    r"\[\s{0,3}(?:\w{1,15}\s){0,2}(?:shall|should|must|may|will|would|can|could|not|no|never|cannot|"
    r"doit|doivent|devrait|peut|pas|ne|deberá|debería|podrá|no|muss|soll|kann|nicht|не|应|不得)"
    r"(?:\s\w{1,15}){0,2}\s{0,3}\]"
    r"|\b(?:shall|should|must|may|will|would)\s{0,2}/\s{0,2}(?:shall|should|must|may|will|would)\b"
)

# Where a cue stands in a side sentence. The first list opens one that runs to the next comma.
OPENS_SIDE = (
    "if|only if|only when|only after|only once|where|when|whenever|wherever|whereas|while|until|"
    "once|as soon as|as long as|unless|"
    "although|though|"
    "because|since|after|before|in order that|in order to|so that|so as to|with a view to|to "
    "ensure|"
    "to enable|provided that|provided|on condition that|pending|in so far as|insofar as|"
    "to the extent|in the event|in cases? where|"
    "in the cases? where|subject to|without prejudice to|except|notwithstanding|for the "
    "purposes? of ensuring|having regard to|as|or where|or if|and if|and where"
)
# These take the verb that follows within a few words.
RELATIVE = (
    r"\b(?:which|who|whom|whose|that|what|whether|how|as|than|where|when|if|under which|by "
    r"which)\s(?:\S{1,40}\s){0,4}$"
)
