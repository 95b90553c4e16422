"""How much of a document an addressee answers, and what it passes over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from negotiator.engine.replies.ask import Ask
from negotiator.model import Reply

SILENT = frozenset({Reply.NOT_ADDRESSED, Reply.NOT_YET_ANSWERED})


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one addressee answers of what one document asks of it.

    Args:
        document: key of the proposal that asks.
        party: code of the party that asks.
        addressee: code of the party that is asked.
        asks: how many demands and offers.
        replies: how many of them met which reply; every reply is a key, in the order of `Reply`.
        answered_in: how many of them each document of the addressee answers.
        passed_over: ids of the issues on which nothing that was asked is answered, though other
            issues are.
        addressed: False when the document does not name the party.
    """

    document: str
    party: str
    addressee: str
    asks: int
    replies: Mapping[Reply, int]
    answered_in: Mapping[str, int]
    passed_over: tuple[str, ...]
    addressed: bool

    @property
    def answered(self) -> int:
        """Return how many asks met an answer to the point."""
        return sum(count for reply, count in self.replies.items() if reply not in SILENT)

    @property
    def selective(self) -> bool:
        """Tell whether some issues are answered and others passed over."""
        return bool(self.passed_over) and self.answered > 0

    @property
    def sentence(self) -> str:
        """Return the counts in words: "23 asks: 5 countered, 8 refused, 10 not addressed"."""
        told = [f"{count} {reply.value}" for reply, count in self.replies.items() if count]
        return f"{self.asks} ask{'' if self.asks == 1 else 's'}: {', '.join(told)}"


def coverage(asks: Iterable[Ask]) -> tuple[Coverage, ...]:
    """Return the coverage of each document by each party that is asked, in the order of the asks.

    Args:
        asks: what was asked, document by document.
    """
    groups: dict[tuple[str, str, str], list[Ask]] = {}
    for ask in asks:
        groups.setdefault((ask.document, ask.party, ask.addressee), []).append(ask)
    return tuple(
        Coverage(
            document,
            party,
            addressee,
            len(group),
            {reply: sum(ask.answer is reply for ask in group) for reply in Reply},
            _answered_in(group),
            _passed_over(group),
            any(ask.addressed for ask in group),
        )
        for (document, party, addressee), group in groups.items()
    )


def _answered_in(group: Sequence[Ask]) -> dict[str, int]:
    found: dict[str, int] = {}
    for ask in group:
        for document in ask.answered_in:
            found[document] = found.get(document, 0) + 1
    return found


def _passed_over(group: Sequence[Ask]) -> tuple[str, ...]:
    answered = {ask.issue for ask in group if ask.answer not in SILENT}
    if not answered:
        return ()
    return tuple(
        dict.fromkeys(
            ask.issue
            for ask in group
            if ask.answer is Reply.NOT_ADDRESSED and ask.issue and ask.issue not in answered
        )
    )
