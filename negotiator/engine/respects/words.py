"""Words that tell in what respect two positions differ."""

from __future__ import annotations

import re

# Beyond this a text is not looked at for words.
LONGEST = 20_000
# In small letters.
TIME = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|baseline|entry into force|deadline|\b(?:days?|weeks?|months?|years?)\b"
)
LEGAL_FORMS = {
    "a binding treaty": re.compile(
        r"\b(?:treaty|treaties|legally binding|binding agreement|legal (?:pledge|guarantees?"
        r"|commitments?"
        r"|obligations?|undertakings?)|convention|ratifi\w{1,6}|in law)\b"
    ),
    "a political undertaking": re.compile(
        r"\b(?:political (?:declaration|commitments?|undertaking|statement|understanding)"
        r"|non-binding"
        r"|not (?:legally )?binding|memorandum|joint statement|letter of intent|understandings?"
        r"|assurances?|good faith|voluntary|code of conduct)\b"
    ),
}
VERIFIES = re.compile(
    r"\b(?:verif\w{1,8}|inspect\w{0,5}|monitor\w{0,5}|on-site|transparency|audit\w{0,4}"
    r"|safeguards?)\b"
)
ORDERS = re.compile(
    r"\b(?:first|before|after|simultaneous\w{0,2}|in parallel|step by step|only then|in advance"
    r"|once|prior to)\b"
)
PLACES = re.compile(
    r"\b(?:territor(?:y|ies)|airspace|waters|coasts?|borders?) of (?:the )?"
    r"([A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30}){0,3})"
    r"|\b((?:Central|Eastern|Western|Northern|Southern|South-Eastern|North-Eastern)"
    r"(?:(?:, | and |,? )[A-Z][\w-]{2,20}){1,4})"
)
DEFINES = re.compile(
    r"[“\"‘']([^”\"’'\n]{2,60})[”\"’'] (?:means|shall mean|refers to|is defined as)\b"
)
