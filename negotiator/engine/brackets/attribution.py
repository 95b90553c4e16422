"""Who wants the wording in a bracket and who does not, as the bracket itself says.

Drafts print it before the wording (`[EU/CAN: …]`, `[US propose; JP oppose: …]`, `[2. EU/NZ: …]`,
`[NZ/Can. …]`), after it (`[… - US; G77 delete]`, `[… (EU, Norway)]`, `[…] (EU)`) or instead of it
(`[US reserve]`). The rule for what is a party:

- a code or name that is known: the negotiation's own, a state, a group (`delegations`);
- before a colon also a word shaped like a code, `CAN` or `Mcx`: beside a known party, with a verb
  (`Xyz propose:`), or when it is all capitals (`[XYZ: …]`);
- never an ordinary word of drafts (`Note`, `Option 1`, `Article 5`, `Text`): `NO_PARTY`;
- after the wording known parties only, since what stands there may be anything else.

A party that reserves, considers or studies neither supports nor opposes. The printed spelling of
a party is kept; footnote marks glued to it (`MX14`, `oppose:13`) are not part of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from negotiator.engine.brackets.delegations import CODES, NAMES, NO_PARTY

# How far an attribution may reach, in characters, and how many dashes are looked at.
REACH = 320
DASHES = 6

_FOR = frozenset(
    (
        "propose proposes proposed proposing proposal proposals prop support supports supported"
        " supporting supp retain retains retained retaining keep keeps add adds added adding"
        " addition insert inserts inserted insertion prefer prefers preferred favour favours favor"
        " favors accept accepts accepted agree agrees agreed suggest suggests suggested suggestion"
        " table tabled submit submitted submits reinstate reinstates assert asserts asserted"
        " amend amends amended amendment version position wording language formulation"
        " alternative backed seconded paraphrase paraphrased"
    ).split()
)
_AGAINST = frozenset(
    (
        "oppose opposes opposed opposing opp delete deletes deleted deleting deletion del reject"
        " rejects rejected object objects objected against cannot not strike remove removes"
        " removed removal omit omits disagree disagrees suppress"
    ).split()
)
_OPEN = frozenset(
    (
        "reserve reserves reserved reserving reservation reservations res rsv consider considers"
        " considering reflect reflecting check checks checking study studying scrutiny clarify"
        " clarification pending bracket brackets bracketed bracketing consulting consultation"
        " consultations seeking seek seeks instructions"
    ).split()
)
_GLUE = frozenset(
    (
        "to of for as the by from would like could can does do with in here its this entire whole"
        " para paragraph text under internal internally domestic new on"
    ).split()
)
# Words that an abbreviation passes over.
_SMALL = frozenset(("of", "and", "the", "for", "in"))
_STANCES = _FOR | _AGAINST | _OPEN
_VERBS = _STANCES | _GLUE

_NUMBER = re.compile(
    r"(?:\(?[0-9A-Za-z]{1,4}\)|(?:[A-Z]{1,2}\.)?\d{1,3}(?:\.\d{1,3}){0,3}\.?(?: ?(?:bis|ter|quater))?\.?)\s+"
)
_GLUED = re.compile(r"([A-Z][A-Za-z]*)(proposes?|opposes?|supports?|reserves?)$")
_FOOTNOTE = re.compile(r"[\s*†‡¹²³⁴⁵⁶⁷⁸⁹⁰]*(?:\d{1,3})?[\s*†‡¹²³⁴⁵⁶⁷⁸⁹⁰.]*$")
_SEPARATOR = re.compile(r"\s*[/,&+|]+\s*")
_BACKED = re.compile(r"[,;]?\s(?=(?:supported|backed|seconded|opposed)\sby\s)", re.IGNORECASE)
_SHAPE = re.compile(r"[A-Z]{2,5}s?|[A-Z][a-z]{1,4}")
_OWNER = re.compile(r"['’]s?$")
_ITS_MEMBERS = re.compile(r",?\sand\sits\s(?:\d{1,2}\s)?member\sstates$", re.IGNORECASE)
_BEHALF = re.compile(r"\(?,?\s?on\sbehalf\sof\s", re.IGNORECASE)
_CALLED_GROUP = re.compile(r"(?:[A-Z][\w-]{1,20}\s){1,4}Group")
_WORKING = re.compile(r"\b(?:Working|Contact|Drafting|Expert|Task|Core)\b")
_AFTER_COLON = re.compile(r"\d{0,3}\s*")
_DASH = re.compile(r"\s?[-–—]+\s?")
_IN_PARENTHESES = re.compile(r"\s?\(([^()]{1,200})\)[\s.]*$")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who stands where on a wording, and which part of the text is that wording.

    Args:
        supports: parties that propose, support or want to keep it.
        opposes: parties that oppose it or want it deleted.
        reserves: parties that have reserved, or are still considering.
        start: where the wording begins, an offset in the text.
        end: where it ends.
    """

    supports: tuple[str, ...]
    opposes: tuple[str, ...]
    reserves: tuple[str, ...]
    start: int
    end: int


@dataclass(slots=True)
class _Stances:
    """What a list of parties and verbs comes to while it is read."""

    supports: list[str] = field(default_factory=list)
    opposes: list[str] = field(default_factory=list)
    reserves: list[str] = field(default_factory=list)
    known: int = 0
    shaped: list[str] = field(default_factory=list)
    footnoted: int = 0
    verbs: bool = False

    @property
    def parties(self) -> int:
        return len(self.supports) + len(self.opposes) + len(self.reserves)

    def take(self, parties: Iterable[str], verbs: Collection[str]) -> None:
        """Give parties the stance that their verbs express; without any they propose."""
        words = [verb for verb in verbs if verb in _STANCES]
        self.verbs = self.verbs or bool(words)
        if any(word in _OPEN for word in words):
            self.reserves += parties
        elif sum(word in _AGAINST for word in words) % 2:
            self.opposes += parties
        else:
            self.supports += parties

    def attribution(self, start: int, end: int) -> Attribution:
        return Attribution(
            tuple(dict.fromkeys(self.supports)),
            tuple(dict.fromkeys(self.opposes)),
            tuple(dict.fromkeys(self.reserves)),
            start,
            end,
        )


def before(text: str, start: int, stop: int, own: Collection[str]) -> Attribution | None:
    """Return the attribution at the head of a bracket, or None when there is none.

    Args:
        text: the clause.
        start: offset after the opening bracket.
        stop: offset of the next bracket, or the end of the clause: a head holds no bracket.
        own: codes and names of the negotiation's parties.
    """
    head = text[start : min(stop, start + REACH)]
    if ":" not in head and "：" not in head and "." not in head:
        return None
    lead = len(head) - len(head.lstrip(" \t\n*_“\""))
    number = _NUMBER.match(head, lead)
    for begin in (lead, number.end()) if number else (lead,):
        colon = _first(head, begin, ":：")
        if colon >= 0 and (stances := _stances(head[begin:colon], own)) and _holds(stances):
            # A footnote mark may be glued to the colon; a number after a blank is the wording's.
            glued = _AFTER_COLON.match(head, colon + 1)
            return stances.attribution(start + (glued.end() if glued else colon + 1), stop)
        point = _sentence_end(head, begin)
        if point >= 0 and (stances := _stances(head[begin:point], own)) and _sure(stances):
            blank = len(head[point + 1 :]) - len(head[point + 1 :].lstrip())
            return stances.attribution(start + point + 1 + blank, stop)
    return None


def after(text: str, start: int, end: int, own: Collection[str]) -> Attribution | None:
    """Return the attribution at the tail of a wording, or None when there is none.

    Args:
        text: the clause.
        start: where the wording begins; nothing before it is looked at.
        end: where it ends: offset of the closing bracket, of a slash …
        own: codes and names of the negotiation's parties.
    """
    begin = max(start, end - REACH)
    tail = text[begin:end]
    if not tail:
        return None
    parenthesis = _IN_PARENTHESES.search(tail)
    if parenthesis:
        stances = _stances(parenthesis[1], own)
        if stances and not stances.shaped:
            spelled = _spells(tail[: parenthesis.start()], parenthesis[1])
            if not spelled or stances.verbs or stances.parties > 1:
                return stances.attribution(start, begin + parenthesis.start())
    for dash in list(_DASH.finditer(tail))[-DASHES:]:
        stances = _stances(tail[dash.end() :], own)
        if stances and not stances.shaped:
            return stances.attribution(start, begin + dash.start())
    return None


def instead(text: str, start: int, end: int, own: Collection[str]) -> Attribution | None:
    """Return the attribution that is all there is in a bracket, as in `[US reserve]`."""
    if end - start > REACH // 2 or not text[start:end].lstrip()[:1].isupper():
        return None
    stances = _stances(text[start:end], own)
    if stances and stances.verbs and not stances.shaped:
        return stances.attribution(end, end)
    return None


def behind(text: str, start: int, end: int, inner: str, own: Collection[str]) -> Attribution | None:
    """Return the attribution in parentheses right behind a closing bracket, as in `[…] (EU)`.

    Args:
        text: the clause.
        start: offset behind the closing bracket.
        end: offset of the next bracket.
        inner: the end of the wording in the bracket.
        own: codes and names of the negotiation's parties.
    """
    if text[start : start + 2].lstrip(" ")[:1] != "(":
        return None
    close = text.find(")", start, min(end, start + REACH))
    if close < 0:
        return None
    inside = text[text.index("(", start) + 1 : close]
    stances = _stances(inside, own)
    if stances and not stances.shaped and not _spells(inner, inside):
        return stances.attribution(start, start)
    return None


def _stances(words: str, own: Collection[str]) -> _Stances | None:
    """Return who stands where by a list of parties and verbs, None when it is no such list."""
    found = _Stances()
    for clause in _BACKED.sub(";", f" {words}").split(";"):
        if not _clause(clause, found, own):
            return None
    return found if found.parties else None


def _clause(clause: str, found: _Stances, own: Collection[str]) -> bool:
    """Read the part of an attribution between two semicolons; False when it is none."""
    waiting: list[str] = []
    ahead: list[str] = []
    for item in _items(clause, own):
        words = item.split()
        if len(words) > 1 and any(word.casefold() in ("by", "of", "from") for word in words[:4]):
            lead = _leading(words)
            if lead:
                found.take(waiting, ())
                waiting, ahead = [], lead
                words = words[len(lead) :]
        verbs = _trailing(words)
        name = " ".join(words)
        if name:
            party = _party(name, found, own, bool(verbs))
            if party is None:
                return False
            waiting.append(party)
        if verbs and not ahead:
            if not waiting:
                return False
            found.take(waiting, verbs)
            waiting = []
    found.take(waiting, ahead)
    return True


def _items(clause: str, own: Collection[str]) -> list[str]:
    """Return the parties of a list, with the verbs that stand by them.

    A name may hold what separates names elsewhere: `G77 and China`, `Trinidad and Tobago`.
    """
    whole = " ".join(clause.split())
    whole = re.sub(r"\(([^()]*)\)$", r" \1", whole).strip(" .")
    parts: list[str] = []
    for piece in _SEPARATOR.split(whole):
        words = piece.split()
        verbs = _trailing(words)
        name = " ".join(words)
        if " and " not in name or _known(name, own):
            parts.append(piece)
            continue
        several = name.split(" and ")
        parts += [*several[:-1], " ".join([several[-1], *verbs])]
    joined = "/".join(_SEPARATOR.split(whole)[:2])
    if joined.casefold() in ("g77/china", "g-77/china"):
        parts = [whole[: whole.casefold().index("china") + 5], *parts[2:]]
    return [part for part in parts if part.strip()]


def _trailing(words: list[str]) -> list[str]:
    """Take the verbs, and footnote marks among them, off the end of a list of words."""
    verbs: list[str] = []
    kept = list(words)
    while kept and (_word(kept[-1]) in _VERBS or (kept[-1].isdigit() and len(kept) > 1)):
        verbs.append(_word(kept.pop()))
    if kept and (glued := _GLUED.match(kept[-1])):
        kept[-1] = glued[1]
        verbs.append(glued[2])
    if any(verb in _STANCES for verb in verbs):
        words[:] = kept
        return verbs[::-1]
    return []


def _leading(words: list[str]) -> list[str]:
    """Return the words of `proposed by`, `amendment of the` … at the head of a list of words."""
    lead: list[str] = []
    for word in words:
        if _word(word) not in _VERBS:
            break
        lead.append(_word(word))
    return lead if any(word in _STANCES or word == "text" for word in lead) else []


def _party(name: str, found: _Stances, own: Collection[str], verb: bool) -> str | None:
    """Return a party as printed, None when the words name none."""
    known = _known(name, own)
    if known:
        found.known += 1
        return known
    plain = _FOOTNOTE.sub("", name)
    known = _known(plain, own)
    if known and plain:
        found.known += 1
        found.footnoted += 1
        return known
    if plain.casefold() in NO_PARTY or name.casefold() in NO_PARTY:
        return None
    if plain.upper() in CODES and plain.islower() and (verb or found.known):
        found.known += 1
        return plain
    if plain == name and _SHAPE.fullmatch(plain):
        found.shaped.append(plain)
        return plain
    return None


def _known(name: str, own: Collection[str]) -> str | None:
    """Return the name of a party that is known, without what goes with it, else None."""
    name = name.strip(" .*_“”\"'‘’()") if name not in own else name
    name = _ITS_MEMBERS.sub("", _OWNER.sub("", name))
    spoken_for = _BEHALF.split(name, maxsplit=1)
    if len(spoken_for) == 2 and _known(spoken_for[0], own):
        return _known(spoken_for[1], own)
    bare = name[4:] if name[:4].casefold() == "the " else name
    if bare in own or bare in CODES:
        return bare if bare.casefold() not in ("co2", "ch4") else None
    if bare[:1].isupper() and bare.casefold() in NAMES:
        return bare
    if _CALLED_GROUP.fullmatch(bare) and not _WORKING.search(bare):
        return bare
    return bare if bare.startswith("Group of ") and len(bare) < 60 else None


def _holds(found: _Stances) -> bool:
    """Tell whether a list before a colon is one of parties."""
    if found.footnoted == found.parties == 1 and not found.verbs:
        return False  # a single code with a number glued to it may be any abbreviation
    if found.known or found.verbs:
        return True
    return all(code.isupper() or code[:-1].isupper() for code in found.shaped)


def _sure(found: _Stances) -> bool:
    """Tell whether a list before a full stop is one of parties: a sentence may end there, too."""
    return found.known > 0 and (found.verbs or found.parties > 1)


def _spells(before: str, code: str) -> bool:
    """Tell whether the words before a code in parentheses are what the code is short for."""
    letters = code.strip().removesuffix("s").casefold()
    words = [w for w in re.findall(r"\w+", before[-200:].casefold()) if w not in _SMALL]
    return bool(letters) and "".join(word[0] for word in words[-len(letters) :]) == letters


def _first(text: str, start: int, marks: str) -> int:
    places = [place for mark in marks if (place := text.find(mark, start)) >= 0]
    return min(places, default=-1)


def _sentence_end(text: str, start: int) -> int:
    """Return where the first full stop followed by a blank stands, -1 when there is none."""
    point = text.find(". ", start)
    line = text.find(".\n", start)
    return min((place for place in (point, line) if place >= 0), default=-1)


def _word(word: str) -> str:
    return word.casefold().strip(".,;()")
