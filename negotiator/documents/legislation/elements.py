"""The elements of Akoma Ntoso by what they do to the words in them."""

from __future__ import annotations

# Divisions with a name of their own, and the word for them where only a number is printed.
DIVISIONS = {
    "article": "Article",
    "book": "Book",
    "chapter": "Chapter",
    "division": "Division",
    "part": "Part",
    "rule": "Rule",
    "section": "Section",
    "subchapter": "Subchapter",
    "subdivision": "Subdivision",
    "subpart": "Subpart",
    "subtitle": "Subtitle",
    "title": "Title",
    "tome": "Tome",
}
# Units that are referred to within the one that holds them.
WITHIN = frozenset(
    "alinea clause indent item level paragraph point proviso subclause subparagraph subpoint"
    " subrule subsection".split()
)
ANNEXES = frozenset(("annex", "attachment", "component"))
UNITS = (
    frozenset(DIVISIONS)
    | WITHIN
    | ANNEXES
    | frozenset(("citation", "crossHeading", "hcontainer", "recital", "transitional"))
)

# Words of these run on; everything else stands in a paragraph of its own.
INLINE = frozenset(
    "a abbr affectedDocument argument authorialNote b br change concept courtType date decoration"
    " def del docCommittee docDate docIntroducer docJurisdiction docNumber docProponent docPurpose"
    " docStage docStatus docTitle docType docketNumber embeddedText entity eol eop event fillIn i"
    " img inline ins judge lawyer legislature location marker mmod mod mref neutralCitation noteRef"
    " object omissis opinion organization outcome party person placeholder process quantity"
    " quotedText recordedTime ref relatedDocument remark rmod role rref session shortTitle"
    " signature span sub sup term time u vote".split()
)
# Within these, elements of other vocabularies run on as well.
WORDED = frozenset(
    "block blockContainer caption docketNumber formula from heading li listIntroduction listWrapUp"
    " longTitle num p subheading tocItem".split()
)
# ISO 639-2 and 639-3 as BCP 47 writes them; other codes of three letters stay as they are.
LANGUAGES = {
    "ara": "ar", "bul": "bg", "ces": "cs", "chi": "zh", "cze": "cs", "dan": "da", "deu": "de",
    "dut": "nl", "ell": "el", "eng": "en", "est": "et", "fin": "fi", "fra": "fr", "fre": "fr",
    "ger": "de", "gle": "ga", "gre": "el", "hrv": "hr", "hun": "hu", "isl": "is", "ita": "it",
    "jpn": "ja", "kor": "ko", "lav": "lv", "lit": "lt", "mlt": "mt", "nld": "nl", "nor": "no",
    "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk", "slo": "sk",
    "slv": "sl", "spa": "es", "srp": "sr", "swe": "sv", "tur": "tr", "ukr": "uk", "zho": "zh",
}  # fmt: skip
