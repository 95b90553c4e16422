"""The few sentences that say who waits for whom, and what that holds back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from negotiator.engine.comparison import Comparison
from negotiator.engine.linkage import Gate, Linkage, Scope

# So many gates are told in a sentence where none blocks another.
MOST_TOLD = 4
BROAD = frozenset({Scope.EVERYTHING, Scope.PACKAGE, Scope.SUBJECT})


def sentences(whole: Comparison, found: Linkage) -> Iterator[str]:
    """Give what matters most: who blocks whom, on what issues, and what else does.

    Args:
        whole: the comparison, for the parties' names and sides.
        found: the linkage.
    """
    called = {party.code: party.called for party in whole.negotiation.parties}
    gates = {one.clause: one for one in found.gates}
    if not gates and not found.cycles:
        yield "No condition is read that holds back what a side offers."
        return
    pairs = [cycle for cycle in found.cycles if len(cycle) == 2 and {*cycle} <= {*gates}]
    broad = [pair for pair in pairs if all(gates[id].scope in BROAD for id in pair)] or pairs
    for one, other in _camps(broad, gates, whole):
        yield _blocked(one, other, called)
        yield from _both(one, other, found)
    told = {id for pair in broad for id in pair}
    caught = {id for pair in pairs for id in pair} - told
    if caught:
        some = "; ".join(f"{id} on {_listed(gates[id].issues)}" for id in gates if id in caught)
        yield f"Narrower conditions are caught in the same way: {some}."
    for cycle in found.cycles:
        if cycle not in pairs:
            yield f"Each waits for the next, and the last for the first: {' → '.join(cycle)}."
    if not found.cycles:
        yield _one_way(found.gates, called)
    if not found.complete:
        yield "There are more cycles than were searched for."


def held_by_both(found: Linkage) -> frozenset[str]:
    """Return the issues that gates hold which wait for each other."""
    return frozenset(
        issue
        for issue, held in found.hostages.items()
        if any(len({*cycle} & {*held}) > 1 for cycle in found.cycles)
    )


def _camps(
    pairs: Sequence[tuple[str, ...]], gates: Mapping[str, Gate], whole: Comparison
) -> list[tuple[list[Gate], list[Gate]]]:
    """Return gates that block each other, side against side, in the order of the documents."""
    sides = {party.code: party.side for party in whole.negotiation.parties}
    side = {id: sides.get(one.parties[0], "") for id, one in gates.items()}
    order = {id: number for number, id in enumerate(gates)}
    found: dict[tuple[str, str], set[str]] = {}
    for pair in sorted(pairs, key=lambda pair: sorted(order[id] for id in pair)):
        first, second = sorted(pair, key=order.__getitem__)
        key = (side[first], side[second])
        found.setdefault(key[::-1] if key[::-1] in found else key, set()).update(pair)
    return [
        (
            [one for id, one in gates.items() if id in members and side[id] == left],
            [one for id, one in gates.items() if id in members and side[id] == right],
        )
        for (left, right), members in found.items()
    ]


def _blocked(one: Sequence[Gate], other: Sequence[Gate], called: Mapping[str, str]) -> str:
    ours = list(dict.fromkeys(code for gate in one for code in gate.parties))
    theirs = list(dict.fromkeys(code for gate in other for code in gate.parties))
    back = "them" if len(ours) > 1 else called.get(ours[0], ours[0])
    return (
        f"{_capital(_names(ours, called))} {_wait(ours)} for {_names(theirs, called)}"
        f" ({', '.join(gate.clause for gate in one)});"
        f" {_names(theirs, called)} {_wait(theirs)} for {back}"
        f" ({', '.join(gate.clause for gate in other)}): neither moves first."
    )


def _both(one: Sequence[Gate], other: Sequence[Gate], found: Linkage) -> Iterator[str]:
    ours, theirs = ({gate.clause for gate in some} for some in (one, other))
    both = [id for id, held in found.hostages.items() if ours & {*held} and theirs & {*held}]
    either = [id for id, held in found.hostages.items() if (ours | theirs) & {*held}]
    rest = len(either) - len(both)
    if both:
        more = f"; {rest} more by one side alone" if rest else ""
        yield f"Held by both sides at once: {_listed(both)}{more}."
    elif either:
        yield f"{_count(len(either), 'issue')} held by one side or the other, none by both."


# Whose move a gate waits for, where neither its reading nor its text names a party.
UNNAMED = "others"


def _one_way(gates: Sequence[Gate], called: Mapping[str, str]) -> str:
    some = "; ".join(
        f"{_names(one.parties, called)} {_wait(one.parties)} for"
        f" {_names(one.waits_for, called) or UNNAMED} ({one.clause})"
        for one in gates[:MOST_TOLD]
    )
    more = f"; {len(gates) - MOST_TOLD} more" if len(gates) > MOST_TOLD else ""
    closing = "" if len(gates) == 1 else " No two of these conditions block each other."
    return f"{_capital(some)}{more}.{closing}"


def _names(codes: Sequence[str], called: Mapping[str, str]) -> str:
    return _listed([called.get(code, code) for code in codes])


def _listed(words: Sequence[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _wait(codes: Sequence[str]) -> str:
    return "wait" if len(codes) > 1 else "waits"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _count(number: int, thing: str) -> str:
    return f"{number} {thing} is" if number == 1 else f"{number} {thing}s are"
