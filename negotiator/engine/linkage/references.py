"""Clauses and issues that a phrase names: “C2”, “package (E16)”, “E18 to E26”, “Article 4(2)”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from negotiator.engine.cells import PlacedClause
from negotiator.model import Junction

# Longer phrases are not searched for what they name.
LONGEST = 4_000

_RANGE = re.compile(r"\s?(?:[-–—‑]|\bto\b|\bthrough\b|\bbis\b|\bà\b|\.\.)\s?", re.IGNORECASE)
_SHORT_END = re.compile(r"\s?[-–—‑]\s?(\d{1,4})(?![\w.]*\w)")
_OR = re.compile(r"\b(?:x?or|ou|oder|или)\b", re.IGNORECASE)
_XOR = re.compile(
    r"\beither\b|\bxor\b|\bbut not both\b|\bsoit\b|\bentweder\b|\bлибо\b", re.IGNORECASE
)
_NUMBER = r"\d{1,4}[a-z]?(?:\s?\(\w{1,4}\)|\.\d{1,3}){0,4}"
_UNIT = re.compile(
    rf"(?<!\w)(articles?|art|paragraphs?|paras?|points?|clauses?|sections?|recitals?|annex(?:es)?|"
    rf"artikel|artículos?|стать[яи])\.?\s{{0,2}}({_NUMBER})(?!\w)",
    re.IGNORECASE,
)
_MORE = re.compile(rf"\s?(,|and|or|to|[-–]|,\s?and)\s?({_NUMBER})(?!\w)", re.IGNORECASE)
_DIGITS = re.compile(r"\d+|(?<=\()\w{1,4}(?=\))")
_UNITS = {
    **dict.fromkeys(("art", "arts", "article", "articles", "artikel", "artículo"), "article"),
    **dict.fromkeys(("para", "paras", "paragraph", "paragraphs"), "paragraph"),
}
_LETTERS = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Named:
    """What a phrase names.

    Args:
        clauses: ids, in the order of the phrase, each once.
        issues: ids of issues.
        junction: how they are joined; None where there is one at most.
        bare: True where the phrase holds nothing else that says something.
    """

    clauses: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    junction: Junction | None = None
    bare: bool = False


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    ids: tuple[str, ...]
    is_issue: bool = False


class Record:
    """The clauses and issues on record, ready to be found in phrases."""

    def __init__(self, placed: Iterable[PlacedClause], issues: Iterable[str]) -> None:
        """Index them.

        Args:
            placed: the clauses in force, in the order of the documents.
            issues: ids of the issues.
        """
        self.clauses: dict[str, PlacedClause] = {one.clause.id: one for one in placed}
        self._line: dict[str, list[str]] = {}
        self._ids: dict[str, tuple[str, ...]] = {}
        self._issues = {id for id in issues if _is_label(id)}
        self._units: dict[str, dict[tuple[str, str], list[str]]] = {}
        for id, one in self.clauses.items():
            self._line.setdefault(one.version.id, []).append(id)
            for key in _prefixes(id):
                self._ids[key] = (*self._ids.get(key, ()), id)
            for unit in _UNIT.finditer(one.clause.reference[:200]):
                named = (_unit(unit[1]), _numbers(unit[2])[0])
                self._units.setdefault(one.version.id, {}).setdefault(named, []).append(id)
                break
        # An id names itself alone, whatever begins with it.
        self._ids.update((id, (id,)) for id in self.clauses if _is_label(id))
        self._lengths = _lengths([*self._ids, *self._issues])

    def named(self, phrase: str, by: PlacedClause) -> Named:
        """Return what a phrase names, apart from the clause whose phrase it is."""
        text = phrase[:LONGEST]
        hits = sorted([*self._labels(text), *self._articles(text, by)], key=lambda h: h.start)
        if not hits:
            return Named()
        clauses: dict[str, None] = {}
        issues: dict[str, None] = {}
        end, rest, joined = 0, [], []
        last: _Hit | None = None
        for hit in hits:
            if hit.start < end:
                continue
            between = text[end : hit.start]
            rest.append(between)
            if last is not None:
                joined.append(between)
                if not hit.is_issue and _RANGE.fullmatch(between):
                    clauses |= dict.fromkeys(self._between(last.ids[-1], hit.ids[0]))
            (issues if hit.is_issue else clauses).update(dict.fromkeys(hit.ids))
            last, end = hit, hit.end
        rest.append(text[end:])
        clauses.pop(by.clause.id, None)
        several = len(clauses) + len(issues) > 1
        words = " ".join(rest)
        return Named(
            tuple(clauses),
            tuple(issues),
            _junction(text, joined) if several else None,
            bare=not _LETTERS.search(re.sub(r"\b(?:and|or|to|either)\b", "", words.lower())),
        )

    def _labels(self, text: str) -> Iterator[_Hit]:
        """Give each id that stands in a text as a word of its own, the longest first."""
        at = 0
        while at < len(text):
            if not text[at].isalnum() or (at and _joins(text, at - 1)):
                at += 1
                continue
            hit = self._label(text, at)
            if hit is None:
                at += 1
                continue
            yield hit
            at = hit.end

    def _label(self, text: str, at: int) -> _Hit | None:
        for length in self._lengths.get(text[at], ()):
            word, end = text[at : at + length], at + length
            if end > len(text) or not _ends(text, end):
                continue
            if word in self._ids:
                ids = self._ids[word]
                short = _SHORT_END.match(text, end)
                last = f"{word.rstrip('0123456789')}{short[1]}" if short else ""
                if short and last in self.clauses and last != word:
                    return _Hit(at, short.end(), (*self._between(ids[-1], last), last))
                return _Hit(at, end, ids)
            if word in self._issues:
                return _Hit(at, end, (word,), is_issue=True)
        return None

    def _articles(self, text: str, by: PlacedClause) -> Iterator[_Hit]:
        """Give the clauses of the articles that a text names, in a document of the same party."""
        for unit in _UNIT.finditer(text):
            numbers, end = [unit[2]], unit.end()
            while more := _MORE.match(text, end):
                first, last = _numbers(numbers[-1])[0], _numbers(more[2])[0]
                if more[1].lower() in ("to", "-", "–") and first.isdecimal() and last.isdecimal():
                    numbers += [
                        str(n) for n in range(int(first) + 1, min(int(last), int(first) + 50))
                    ]
                numbers.append(more[2])
                end = more.end()
            found = [id for number in numbers for id in self._article(unit[1], number, by)]
            if found:
                yield _Hit(unit.start(), end, tuple(dict.fromkeys(found)))

    def _article(self, name: str, number: str, by: PlacedClause) -> Sequence[str]:
        wanted = _numbers(number)
        key = (_unit(name), wanted[0])
        ids = self._units.get(by.version.id, {}).get(key, [])
        if not ids:
            own = {
                one.version.id
                for one in self.clauses.values()
                if one.version.parties == by.version.parties
            }
            holding = [v for v in sorted(own) if key in self._units.get(v, {})]
            if len(holding) != 1:
                return []
            ids = self._units[holding[0]][key]
        exact = [
            id for id in ids if _numbers(self.clauses[id].clause.reference)[: len(wanted)] == wanted
        ]
        return exact if len(wanted) > 1 else ids

    def _between(self, first: str, last: str) -> list[str]:
        """Return the clauses from one to another of the same document, both included."""
        version = self.clauses[first].version.id
        if self.clauses[last].version.id != version:
            return [first, last]
        line = self._line[version]
        return line[line.index(first) : line.index(last) + 1]


def _junction(text: str, joined: Sequence[str]) -> Junction:
    if not any(_OR.search(between) for between in joined):
        return Junction.AND
    return Junction.XOR if _XOR.search(text) else Junction.OR


def _is_label(id: str) -> bool:
    """Tell whether an id is told from words and numbers: it has a letter and a digit."""
    return any(letter.isalpha() for letter in id) and any(letter.isdigit() for letter in id)


def _prefixes(id: str) -> Iterator[str]:
    """Give what an id begins with, up to a full stop: `A4` of `A4.1`."""
    key = id
    while "." in key:
        key = key.rpartition(".")[0]
        if _is_label(key):
            yield key


def _lengths(labels: Iterable[str]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for label in labels:
        found.setdefault(label[0], set()).add(len(label))
    return {first: tuple(sorted(some, reverse=True)) for first, some in found.items()}


def _joins(text: str, at: int) -> bool:
    """Tell whether a letter ties what follows to what stands before it: `xC2`, `A.4`."""
    return (
        text[at].isalnum()
        or text[at] == "_"
        or (text[at] == "." and at > 0 and text[at - 1].isalnum())
    )


def _ends(text: str, end: int) -> bool:
    after = text[end : end + 2]
    if not after:
        return True
    return not (after[0].isalnum() or after[0] == "_" or (after[0] == "." and after[1:].isalnum()))


def _unit(name: str) -> str:
    small = name.casefold().rstrip(".")
    return _UNITS.get(small, small.rstrip("s"))


def _numbers(text: str) -> list[str]:
    return _DIGITS.findall(text.casefold())
