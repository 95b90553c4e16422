"""Lists of parties with what they do, as brackets print them: `US propose; JP/KR oppose`.

What is a party:

- a code or name that is known: the negotiation's own, a state, a group (`delegations`);
- before a colon also a word shaped like a code: when it is all capitals (`[XYZ: …]`), or beside a
  known party (`[Mcx/NZ: …]`);
- never an ordinary word of drafts (`Note`, `Option 1`, `Article 5`, `Text`): `NO_PARTY`;
- after the wording known parties only, since what stands there may be anything else.

The printed spelling of a party is kept; footnote marks glued to it (`MX14`) are not part of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from negotiator.engine.brackets.delegations import CODES, NAMES, NO_PARTY

_FOR = frozenset(
    (
        "propose proposes proposed proposing proposal proposals prop support supports supported"
        " supporting supp retain retains retained retaining keep keeps add adds added adding"
        " addition insert inserts inserted insertion prefer prefers preferred favour favours favor"
        " favors accept accepts accepted agree agrees agreed suggest suggests suggested suggestion"
        " table tabled submit submitted submits reinstate reinstates assert asserts asserted"
        " amend amends amended amendment version position wording language formulation text"
        " alternative alt backed seconded paraphrase paraphrased"
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
        " para paragraph under internal internally domestic new on"
    ).split()
)
_STANCES = _FOR | _AGAINST | _OPEN
VERBS = _STANCES | _GLUE

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
_MARK = re.compile(r"\(([^()]*)\)$")


@dataclass(slots=True)
class Listed:
    """What a list of parties and verbs comes to while it is read."""

    supports: list[str] = field(default_factory=list)
    opposes: list[str] = field(default_factory=list)
    reserves: list[str] = field(default_factory=list)
    known: int = 0
    shaped: list[str] = field(default_factory=list)
    verbs: bool = False

    @property
    def parties(self) -> int:
        """Return how many parties are named."""
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


def listed(words: str, own: Collection[str]) -> Listed | None:
    """Return who stands where by a list of parties and verbs, None when it is no such list."""
    found = Listed()
    for clause in _BACKED.sub(";", f" {words}").split(";"):
        if not _clause(clause, found, own):
            return None
    return found if found.parties else None


def _clause(clause: str, found: Listed, own: Collection[str]) -> bool:
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
            party = _party(name, found, own, bool(verbs) or "/" in clause)
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
    mark = _MARK.search(whole)
    if mark and all(_word(word) in VERBS for word in mark[1].split()):
        whole = f"{whole[: mark.start()]} {mark[1].replace(',', ' ')}"
    whole = whole.strip(" ")
    parts: list[str] = []
    for piece in _SEPARATOR.split(whole):
        words = piece.split()
        verbs = _trailing(words)
        name = " ".join(words)
        if " and " not in name or _known(name, own):
            parts.append(piece)
            continue
        several = _several(name.split(" and "), own)
        parts += [*several[:-1], " ".join([several[-1], *verbs])]
    joined = "/".join(_SEPARATOR.split(whole)[:2])
    if joined.casefold() in ("g77/china", "g-77/china"):
        parts = [whole[: whole.casefold().index("china") + 5], *parts[2:]]
    return [part for part in parts if part.strip()]


def _several(names: list[str], own: Collection[str]) -> list[str]:
    """Put together again what is one name with an `and` in it."""
    found: list[str] = []
    for name in names:
        if found and _known(f"{found[-1]} and {name}", own):
            found[-1] += f" and {name}"
        else:
            found.append(name)
    return found


def _trailing(words: list[str]) -> list[str]:
    """Take the verbs, and footnote marks among them, off the end of a list of words."""
    verbs: list[str] = []
    kept = list(words)
    while kept and (_word(kept[-1]) in VERBS or (kept[-1].isdigit() and len(kept) > 1)):
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
        if _word(word) not in VERBS:
            break
        lead.append(_word(word))
    return lead if any(word in _STANCES for word in lead) else []


def _party(name: str, found: Listed, own: Collection[str], lower: bool) -> str | None:
    """Return a party as printed, None when the words name none.

    Codes in small letters, a slip of scanned texts, count with a verb or a slash: `us` is a word.
    """
    known = _known(name, own)
    if known:
        found.known += 1
        return known
    plain = _FOOTNOTE.sub("", name)
    if name.casefold() in NO_PARTY or not plain:
        return None
    known = _known(plain, own)
    if known:
        found.known += 1
        return known
    if plain.upper() in CODES and plain.islower() and lower:
        found.known += 1
        return plain
    if plain == name and _SHAPE.fullmatch(plain):
        found.shaped.append(plain)
        return plain
    return None


def _known(name: str, own: Collection[str]) -> str | None:
    """Return the name of a party that is known, without what goes with it, else None."""
    if name in own or name.casefold() in NAMES or name in CODES:
        name = name.strip()
    else:
        name = name.strip(" .*_“”\"'‘’()")
    name = _ITS_MEMBERS.sub("", _OWNER.sub("", name))
    spoken_for = _BEHALF.split(name, maxsplit=1)
    if len(spoken_for) == 2 and _known(spoken_for[0], own):
        return _known(spoken_for[1], own)
    bare = name[4:] if name[:4].casefold() == "the " else name
    if bare in own or bare in CODES:
        return bare
    if bare[:1].isupper() and bare.casefold() in NAMES:
        return bare
    if _CALLED_GROUP.fullmatch(bare) and not _WORKING.search(bare):
        return bare
    return bare if bare.startswith("Group of ") and len(bare) < 60 else None


def _word(word: str) -> str:
    return word.casefold().strip(".,;()")
