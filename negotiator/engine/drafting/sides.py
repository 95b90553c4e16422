"""Who a clause binds, seen from the parties that tabled it, and whether it binds both ways."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from negotiator.engine.drafting.conditions import without
from negotiator.engine.drafting.frames import ACTORS
from negotiator.engine.drafting.judgment import Judgment
from negotiator.engine.drafting.statement import lowered
from negotiator.model import Party, Reciprocity

# How long a subject is quoted as bound.
LONGEST_SUBJECT = 80

# Everybody at the table, in the words of treaties.
EVERYBODY = (
    r"\b(?:(?:each|every|any|no|neither|either|both|all|one|another) (?:of the )?(?:(?:high "
    r")?contracting |"
    r"member |participating |signatory )?(?:part(?:y|ies)|states?|sides?|members?)"
    r"|the (?:two )?(?:(?:high )?contracting )?(?:parties|sides)|the two states|member states|both|"
    r"neither|parties(?: to)?|all states|states parties|signatories|les (?:hautes )?parties|"
    r"chaque partie|aucune partie|"
    r"cada parte|las partes|ninguna parte|die (?:vertrags)?parteien|jede (?:vertrags)?partei|"
    r"keine (?:vertrags)?partei)\b"
    r"|\b(?:стороны|каждая (?:из )?сторон\w{0,2}|ни одна из сторон)\b|每一?缔约方|各方|双方|缔约方|"
    r"الأطراف|الطرفان|كل طرف"
)
MUTUAL = (
    r"\b(?:mutual(?:ly)?|reciprocal(?:ly)?|reciprocity|each other|one another|both sides|"
    r"jointly|together|mutuel\w{0,6}|réciproque\w{0,4}|mutu[oa]s?|recíproc\w{1,6}|"
    r"gegenseitig\w{0,3}|взаимн\w{1,4}|друг друга)\b|相互|المتبادل"
)
SPEAKER = r"\b(?:we|our (?:government|delegation|side)|i|nous|nosotros|wir|мы)\b|我方|我们"
ADDRESSEE = r"\b(?:you|your (?:government|delegation|side)|vous|ustedes|sie)\b|贵方"

_ACTORS = re.compile(ACTORS)
_EVERYBODY = re.compile(EVERYBODY)
_MUTUAL = re.compile(MUTUAL)
_SPEAKER = re.compile(SPEAKER)
_ADDRESSEE = re.compile(ADDRESSEE)
_SPOKEN = re.compile(rf"{SPEAKER}|{ADDRESSEE}")


class Bound(StrEnum):
    """Who a clause binds, relative to the parties that tabled it."""

    SELF = "the tabling party"
    OTHERS = "another party"
    ALL = "all parties"
    THIRD = "somebody else"
    NOBODY = "nobody named"


@dataclass(frozen=True, slots=True)
class Side:
    """Who is bound.

    Args:
        bound: relative to the tabling parties.
        names: as the reading shall say it; empty where nobody is named.
        reciprocity: None where the words do not tell.
    """

    bound: Bound
    names: str
    reciprocity: Reciprocity | None


class Table:
    """The parties, by every name that a text may call them."""

    def __init__(self, parties: Sequence[Party], tabling: Sequence[str]) -> None:
        """Gather the names.

        Args:
            parties: of the negotiation, in its order.
            tabling: the codes of those that tabled the text.
        """
        self._parties = tuple(parties)
        self._tabling = frozenset(tabling)
        names = {
            name.casefold(): party.code
            for party in reversed(self._parties)
            for name in (party.name, party.short, party.code, *party.aliases)
            if len(name) > 1
        }
        self._codes = names
        listed = sorted(names, key=lambda name: (-len(name), name))
        self._named = (
            re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, listed))})(?!\w)", re.IGNORECASE)
            if listed
            else None
        )

    def side(self, judgment: Judgment, statement: str) -> Side:
        """Return who is bound by a statement, by what stands before its verb.

        Args:
            judgment: what decided the strength of the statement.
            statement: the whole sentence.
        """
        small = lowered(statement)
        before = small[: max(0, len(statement) - len(judgment.rest))]
        mutual = bool(_MUTUAL.search(small))
        # Whoever is named in a condition alone is not bound by what hangs on it.
        free = without(statement, set_off=True)[: len(before)]
        if before.strip() and free[-1:].isspace() and not before[-1:].isspace():
            # The condition has no comma after it, and the verb was taken for a part of it.
            free = statement[: len(before)]
        place = max(statement.rfind(judgment.subject, 0, len(before)), 0)
        said = free[place : place + len(judgment.subject)] if judgment.subject else free
        subject = lowered(said)
        told = _EVERYBODY.search(subject) or (judgment.subject and _SPOKEN.search(subject))
        named = self._in(subject) or ([] if told else self._in(lowered(free)))
        if _EVERYBODY.search(subject) and not named:
            return Side(Bound.ALL, _trimmed(_EVERYBODY.search(subject)), Reciprocity.YES)
        if named:
            return self._named_side(named, mutual)
        if _SPEAKER.search(subject):
            return self._named_side(
                [p.code for p in self._parties if p.code in self._tabling], mutual
            )
        if _ADDRESSEE.search(subject):
            return Side(
                Bound.OTHERS, "the addressee", Reciprocity.YES if mutual else Reciprocity.NO
            )
        everybody = _EVERYBODY.search(before)
        if everybody:
            return Side(Bound.ALL, _trimmed(everybody), Reciprocity.YES)
        words = " ".join((judgment.subject or statement[: len(before)]).split())
        if not said.strip():
            words = ""
        if not _ACTORS.search(lowered(words)) or len(words) > LONGEST_SUBJECT:
            return Side(Bound.NOBODY, "", Reciprocity.YES if mutual else None)
        return Side(Bound.THIRD, words, Reciprocity.YES if mutual else None)

    def _in(self, text: str) -> list[str]:
        if self._named is None:
            return []
        found = {self._codes[name.group().casefold()] for name in self._named.finditer(text)}
        return [party.code for party in self._parties if party.code in found]

    def _named_side(self, codes: Sequence[str], mutual: bool) -> Side:
        called = [party.called for party in self._parties if party.code in codes]
        names = " and ".join(called)
        own = any(code in self._tabling for code in codes)
        if own and any(code not in self._tabling for code in codes):
            return Side(Bound.ALL, names, Reciprocity.YES)
        one_way = Reciprocity.YES if mutual else Reciprocity.NO
        return Side(Bound.SELF if own else Bound.OTHERS, names, one_way)


def _trimmed(found: re.Match[str] | None) -> str:
    words = " ".join(found.group().split()).casefold() if found else ""
    plain = ("no ", "neither", "either", "any ", "one ", "each", "every", "both", "another")
    return "each party" if words.startswith(plain) else words
