"""Which clause waits for which: what the cycles are found in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from negotiator.engine.linkage.gates import Ground
from negotiator.engine.linkage.graph import Gate
from negotiator.engine.linkage.holding import Holding
from negotiator.engine.linkage.ties import TieKind


def waits(ground: Ground, held: Sequence[Holding]) -> Mapping[str, set[str]]:
    """Return for each clause those that have to give way before it can.

    A gate waits for the gates of a party that it waits for, or of its alliance, where the two meet.
    A clause waits for those that it names as its conditions, and what is held for its gate. A gate
    that the party waited for has accepted waits no more.
    """
    found: dict[str, set[str]] = {id: set() for id in ground.record.clauses}
    for id, read in ground.ties.items():
        for tie in read:
            if tie.kind is TieKind.DEPENDS:
                found[id].update(tie.named.clauses)
    standing = [one for one in held if not one.gate.accepted_by]
    meeting = _Meeting(standing)
    for one in standing:
        gate = one.gate
        wanted = ground.named.with_allies(gate.waits_for) - set(gate.parties)
        for id in one.clauses:
            if set(ground.record.clauses[id].version.parties) & set(gate.parties):
                found[id].add(gate.clause)
        found[gate.clause].update(
            other.clause
            for other in meeting.with_gate(one)
            if wanted.intersection(other.parties) and not set(gate.parties) & set(other.parties)
        )
    return found


class _Meeting:
    """Which gates stand in each other's way.

    They do where both hold the agreement itself, and where one waits for a move on an issue on
    which the other waits for one too, or holds what its side offers.
    """

    def __init__(self, standing: Sequence[Holding]) -> None:
        self.joint = [one.gate for one in standing if one.joint]
        self.awaiting: dict[str, list[Gate]] = {}
        self.touching: dict[str, list[Gate]] = {}
        for one in standing:
            for issue in one.gate.awaited:
                self.awaiting.setdefault(issue, []).append(one.gate)
            for issue in dict.fromkeys((*one.gate.awaited, *one.gate.issues)):
                self.touching.setdefault(issue, []).append(one.gate)

    def with_gate(self, one: Holding) -> Iterator[Gate]:
        """Give the gates that meet one, some more than once."""
        if one.joint:
            yield from self.joint
        for issue in one.gate.awaited:
            yield from self.touching[issue]
        for issue in one.gate.issues:
            yield from self.awaiting.get(issue, ())
