"""In what respects two positions differ: one row for each kind of gap, with what tells.

The same table, in words, stands in docs/method.md. A row finds a ground, a short phrase that cites
clauses, or nothing. Grounds come from the readings first; the words of clauses are looked at where
nobody has read the parameters.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from re import Pattern

from negotiator.engine.cells import Cell
from negotiator.engine.exchange import Exchange, Speaker
from negotiator.engine.quantities import Quantity, apart, baselines, quantities
from negotiator.engine.rationale import answering, ids, listed
from negotiator.engine.respects.words import (
    DEFINES,
    LEGAL_FORMS,
    LONGEST,
    ORDERS,
    PLACES,
    TIME,
    VERIFIES,
)
from negotiator.engine.rules import Rule
from negotiator.model import Family, Force, GapKind, How, Reciprocity, Strength, Verdict

SILENT = frozenset({Verdict.ONE_SIDED, Verdict.BOTH_SILENT})
SAME = frozenset({Verdict.IDENTICAL, Verdict.EQUIVALENT})


@dataclass(frozen=True, slots=True)
class Respect:
    """One kind of gap and what tells that it holds.

    Args:
        kind: the kind.
        ground: returns the phrase that says what it rests on, empty where it does not hold.
    """

    kind: GapKind
    ground: Callable[[Exchange, Rule], str]


def respects(x: Exchange, rule: Rule) -> dict[GapKind, str]:
    """Return the kinds of a gap, in the order of `GapKind`, each with its ground.

    Args:
        x: the two parties and what passes between them.
        rule: the rule that gave the verdict.
    """
    if rule.verdict in SILENT:
        rows = [one for one in RESPECTS if one.kind in OF_SILENCE]
    elif rule.verdict in SAME:
        rows = [one for one in RESPECTS if one.kind is GapKind.DRAFTING_ONLY]
    else:
        rows = [one for one in RESPECTS if one.kind not in NOT_OF_TEXTS]
    found = {one.kind: one.ground(x, rule) for one in rows}
    return {kind: found[kind] for kind in GapKind if found.get(kind)}


def _principle(x: Exchange, rule: Rule) -> str:
    if rule.verdict is not Verdict.OPPOSED:
        return ""
    refusing = [placed.clause.id for placed, one in x.answers if one.how is How.REFUSED]
    if refusing:
        return f"refused by {ids(dict.fromkeys(refusing))}"
    if x.contradiction:
        return f"{x.contradiction[0]} forbids what {x.contradiction[1]} does not"
    return "" if rule.stated else rule.name


def _scope(x: Exchange, rule: Rule) -> str:
    if rule.verdict in SILENT:
        beside = x.beside_the_point if x.left.cell.clauses and x.right.cell.clauses else ()
        told = [ids(placed.clause.id for placed in one.cell.clauses) for one in beside]
        return f"{listed(told)}: another object" if told else ""
    hows = (How.COUNTERED, How.ACCEPTED_IN_PART, How.OTHER_OBJECT)
    return listed(
        [
            answering([placed.clause.id], one.how, one.to_clause or "")
            for placed, one in x.answers
            if one.how in hows
        ][:3]
    )


def _reciprocity(x: Exchange, _: Rule) -> str:
    left, right = (_one_way(speaker.cell) for speaker in x.speakers)
    if bool(left) != bool(right):
        one_way = left or right
        return f"{ids(one_way)} {'binds' if len(one_way) == 1 else 'bind'} one way only"
    in_form = [
        placed.clause.id
        for placed in x.clauses
        if placed.reading.reciprocity is Reciprocity.IN_FORM
    ]
    verb = "is" if len(in_form) == 1 else "are"
    return f"{ids(in_form)} {verb} reciprocal in form only" if in_form else ""


def _one_way(cell: Cell) -> list[str]:
    """Return the clauses by which a party asks of others what it does not bind itself to."""
    asks = {Force.DEMAND, Force.CONDITION}
    return [
        placed.clause.id
        for placed in cell.clauses
        if placed.reading.force in asks and placed.reading.reciprocity is Reciprocity.NO
    ]


def _geography(x: Exchange, _: Rule) -> str:
    left, right = (_places(speaker) for speaker in x.speakers)
    return _told(x, left, right) if left and right and not left.keys() & right.keys() else ""


def _places(speaker: Speaker) -> dict[str, str]:
    return {
        name: placed.clause.id
        for placed in speaker.cell.clauses
        for names in PLACES.findall(placed.clause.text[:LONGEST])
        for name in names
        if name
    }


def _quantity(x: Exchange, _: Rule) -> str:
    held = [_quantities(speaker) for speaker in x.speakers]
    pairs = apart(*held)
    if pairs:
        one, other = pairs[0]
        return _each(x, one.words, other.words)
    named = [_named(speaker, lambda text: bool(quantities(text))) for speaker in x.speakers]
    return _only_one(x, named)


def _quantities(speaker: Speaker) -> list[Quantity]:
    return list(chain.from_iterable(map(quantities, _measures(speaker))))


def _time(x: Exchange, _: Rule) -> str:
    held = [dict.fromkeys(chain.from_iterable(map(baselines, _measures(s)))) for s in x.speakers]
    if all(held):
        return (
            ""
            if held[0].keys() & held[1].keys()
            else _each(x, next(iter(held[0])), next(iter(held[1])))
        )
    return _only_one(x, [_named(speaker, _is_time) for speaker in x.speakers])


def _measures(speaker: Speaker) -> Iterator[str]:
    """Give the parameters read in a party's clauses, and the text of those without any."""
    for placed in speaker.cell.clauses:
        yield from placed.reading.parameters or (placed.clause.text,)


def _named(speaker: Speaker, fits: Callable[[str], bool]) -> dict[str, str]:
    return {
        text: placed.clause.id
        for placed in speaker.cell.clauses
        for text in placed.reading.parameters
        if fits(text)
    }


def _is_time(text: str) -> bool:
    return TIME.search(text.casefold()) is not None


def _only_one(x: Exchange, named: list[dict[str, str]]) -> str:
    """Tell a parameter that one party names and the other does not."""
    for number, speaker in enumerate(x.speakers):
        alone = {k: v for k, v in named[number].items() if k not in named[1 - number]}
        if alone:
            text, id = next(iter(alone.items()))
            return f"only {speaker.party.code} names it: {text} ({id})"
    return ""


def _force(x: Exchange, rule: Rule) -> str:
    if rule.verdict.family is Family.PARTIAL and x.left.forces != x.right.forces:
        return _each(x, *(listed(_values(s.forces, Force)) or "not read" for s in x.speakers))
    strengths = [
        {p.reading.strength for p in s.cell.clauses if p.reading.strength} for s in x.speakers
    ]
    if all(strengths) and strengths[0] != strengths[1]:
        return _each(x, *(listed(_values(one, Strength)) for one in strengths))
    return ""


def _values(held: Collection[StrEnum], kind: type[StrEnum]) -> list[str]:
    return [one.value for one in kind if one in held]


def _legal_form(x: Exchange, _: Rule) -> str:
    left, right = (_words(speaker, LEGAL_FORMS) for speaker in x.speakers)
    if left and right and left.keys() != right.keys():
        return _told(x, left, right)
    return ""


def _verification(x: Exchange, rule: Rule) -> str:
    left, right = (_words(speaker, {"verification": VERIFIES}) for speaker in x.speakers)
    if bool(left) == bool(right) or not all(speaker.cell.clauses for speaker in x.speakers):
        return ""
    who = x.left if left else x.right
    return f"only {who.party.code} speaks of it ({ids((left or right).values())})"


def _condition(x: Exchange, _: Rule) -> str:
    conditional = [
        placed.clause.id
        for placed in x.clauses
        if placed.reading.conditions or placed.reading.force is Force.CONDITION
    ]
    conditional += [
        placed.clause.id for placed, one in x.answers if one.how is How.ACCEPTED_CONDITIONALLY
    ]
    return f"conditions in {ids(dict.fromkeys(conditional))}" if conditional else ""


def _sequence(x: Exchange, _: Rule) -> str:
    waiting = [
        [
            placed.clause.id
            for placed in speaker.cell.clauses
            if placed.reading.conditions or placed.reading.force is Force.CONDITION
        ]
        for speaker in x.speakers
    ]
    if all(waiting):
        return f"each waits for the other: {ids(waiting[0])} against {ids(waiting[1])}"
    order = [_words(speaker, {"order": ORDERS}) for speaker in x.speakers]
    return _told(x, *order) if all(order) else ""


def _forum(x: Exchange, _: Rule) -> str:
    passing = [p.clause.id for p, one in x.answers if one.how is How.REFERRED]
    return f"passed to another forum by {ids(passing)}" if passing else ""


def _definition(x: Exchange, _: Rule) -> str:
    left, right = (_defined(speaker) for speaker in x.speakers)
    both = [term for term in left if term in right]
    return f"both define “{both[0]}”: {left[both[0]]} and {right[both[0]]}" if both else ""


def _defined(speaker: Speaker) -> dict[str, str]:
    return {
        term.casefold(): placed.clause.id
        for placed in speaker.cell.clauses
        for term in DEFINES.findall(placed.clause.text[:LONGEST])
    }


def _premise(x: Exchange, _: Rule) -> str:
    accounts = {placed.clause.id for placed in x.clauses if placed.reading.force is Force.ASSERTION}
    disputed = [
        answering([placed.clause.id], one.how, one.to_clause or "")
        for placed, one in x.answers
        if (placed.clause.id in accounts or one.to_clause in accounts)
        and one.how in (How.REFUSED, How.COUNTERED)
    ]
    return listed(disputed[:3])


def _omission(x: Exchange, _: Rule) -> str:
    silent = [one.party.code for one in x.speakers if one.cell.silence is not None]
    return f"nothing by {listed(silent)}" if silent else "nothing to the point"


def _drafting(_: Exchange, rule: Rule) -> str:
    return "the texts differ in editing only" if rule.verdict is Verdict.EQUIVALENT else ""


def _words(speaker: Speaker, patterns: Mapping[str, Pattern[str]]) -> dict[str, str]:
    """Return which of some patterns a party's clauses hold, each with the first such clause."""
    found: dict[str, str] = {}
    for placed in speaker.cell.clauses:
        small = placed.clause.text[:LONGEST].casefold()
        for name, pattern in patterns.items():
            if name not in found and pattern.search(small):
                found[name] = placed.clause.id
    return found


def _each(x: Exchange, left: str, right: str) -> str:
    return f"{x.left.party.code}: {left}; {x.right.party.code}: {right}"


def _told(x: Exchange, left: Mapping[str, str], right: Mapping[str, str]) -> str:
    return _each(x, *(listed([f"{k} ({v})" for k, v in one.items()][:3]) for one in (left, right)))


RESPECTS = (
    Respect(GapKind.PRINCIPLE, _principle),
    Respect(GapKind.OBJECT_OR_SCOPE, _scope),
    Respect(GapKind.ACTOR_OR_RECIPROCITY, _reciprocity),
    Respect(GapKind.GEOGRAPHY, _geography),
    Respect(GapKind.QUANTITY_OR_THRESHOLD, _quantity),
    Respect(GapKind.TIME_OR_BASELINE, _time),
    Respect(GapKind.FORCE, _force),
    Respect(GapKind.LEGAL_FORM, _legal_form),
    Respect(GapKind.CONDITION_OR_LINKAGE, _condition),
    Respect(GapKind.VERIFICATION, _verification),
    Respect(GapKind.SEQUENCE, _sequence),
    Respect(GapKind.FORUM, _forum),
    Respect(GapKind.DEFINITION, _definition),
    Respect(GapKind.FACTUAL_PREMISE, _premise),
    Respect(GapKind.OMISSION, _omission),
    Respect(GapKind.DRAFTING_ONLY, _drafting),
)
OF_SILENCE = frozenset({GapKind.OMISSION, GapKind.OBJECT_OR_SCOPE})
NOT_OF_TEXTS = frozenset({GapKind.OMISSION, GapKind.DRAFTING_ONLY})
