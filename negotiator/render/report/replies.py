"""What became of each demand and offer: document by document, and who passed over what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from negotiator.engine.cells import PlacedClause
from negotiator.engine.replies import Ask, Audit, Coverage, Restatement
from negotiator.model import Reply
from negotiator.render.report.bars import Piece, bar
from negotiator.render.report.places import Places

SILENT = frozenset({Reply.NOT_ADDRESSED, Reply.NOT_YET_ANSWERED})
# The symbol of the page that shows each reply.
SYMBOLS = {
    Reply.ACCEPTED: "v-compatible",
    Reply.ACCEPTED_IN_PART: "v-partly-convergent",
    Reply.ACCEPTED_CONDITIONALLY: "v-conditionally-convergent",
    Reply.COUNTERED: "v-divergent",
    Reply.DEFERRED: "r-deferred",
    Reply.REFERRED: "r-referred",
    Reply.REFUSED: "v-opposed",
    Reply.NOT_ADDRESSED: "v-one-sided",
    Reply.NOT_YET_ANSWERED: "r-not-yet-answered",
}
TONES = {
    Reply.ACCEPTED: "near",
    Reply.ACCEPTED_IN_PART: "part",
    Reply.ACCEPTED_CONDITIONALLY: "part",
    Reply.COUNTERED: "far",
    Reply.REFUSED: "far",
}


@dataclass(frozen=True, slots=True)
class Alike:
    """Asks that the same clauses answer.

    Args:
        asks: ids of the clauses that ask.
        by: ids of the clauses that answer.
        beside: ids of clauses that speak to another object.
        mark: ◇ where the machine read the manner or proposes the answer.
        proposed: True where nobody states that these clauses answer.
    """

    asks: tuple[str, ...]
    by: tuple[str, ...]
    beside: tuple[str, ...]
    mark: str
    proposed: bool


@dataclass(frozen=True, slots=True)
class Line:
    """Asks of one document on one issue that met the same reply.

    Args:
        issue: id of the issue, empty where they stand under none.
        asks: the asks, those together that the same clauses answer.
    """

    issue: str
    asks: tuple[Alike, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One document and one party that it asks: the counts, and each ask with its answer.

    Args:
        coverage: the counts.
        lines: by reply, those that occur, the issues on which it was met.
        bar: a picture of the counts.
    """

    coverage: Coverage
    lines: tuple[tuple[Reply, tuple[Line, ...]], ...]
    bar: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """What one party answers of everything that another asks of it, in all its documents.

    Args:
        party: code of the party that asks.
        addressee: code of the party that is asked.
        asks: how many demands and offers.
        replies: how many met which reply, those that occur.
        bar: a picture of these.
        first: number of the first block that is about them, from 1.
        passed_over: ids of the issues on which a document is passed over, others being answered.
    """

    party: str
    addressee: str
    asks: int
    replies: tuple[tuple[Reply, int], ...]
    bar: tuple[Piece, ...]
    first: int
    passed_over: tuple[str, ...]

    @property
    def answered(self) -> int:
        """Return how many asks met an answer to the point."""
        return sum(count for reply, count in self.replies if reply not in SILENT)


class Replies:
    """How the reply audit is told.

    Args:
        audit: what became of each ask.
        places: what stands where on the page.
    """

    def __init__(self, audit: Audit, places: Places) -> None:
        self.audit = audit
        self.blocks = tuple(_block(one, audit.asks) for one in audit.coverage)
        self.exchanges = _exchanges(self.blocks)
        self.drafted = any(ask.drafted and not ask.proposed for ask in audit.asks)
        self.proposed = any(ask.proposed for ask in audit.asks)
        self.clauses = {one.clause.id: one for one in places.every}

    @property
    def state(self) -> str:
        """Return in a sentence how many asks are answered."""
        if not self.audit.asks:
            return "Nobody asks anything of another side by this day."
        counted = _counted(self.audit.asks)
        silent = [f"{counted[reply]} {reply.value}" for reply in SILENT_ORDER if counted[reply]]
        answered = len(self.audit.asks) - sum(counted[reply] for reply in SILENT)
        one = len(self.audit.asks) == 1
        rest = f"; {' and '.join(silent)}" if silent else ""
        return (
            f"{answered} of {len(self.audit.asks)} demand{'' if one else 's'} and"
            f" offer{'' if one else 's'} {'has' if answered == 1 else 'have'} an answer to the"
            f" point{rest}."
        )

    @property
    def counts(self) -> list[tuple[Reply, int]]:
        """Return how many asks met each reply, those that occur."""
        return [(reply, number) for reply, number in _counted(self.audit.asks).items() if number]

    @property
    def every(self) -> tuple[Reply, ...]:
        """Return every reply, for the legend."""
        return tuple(Reply)

    def symbol(self, reply: Reply) -> str:
        """Return the name of a reply's symbol."""
        return SYMBOLS[reply]

    def tone(self, reply: Reply) -> str:
        """Return the class of a reply's colour."""
        return TONES.get(reply, "none")

    def told(self, one: Restatement) -> tuple[PlacedClause, PlacedClause] | None:
        """Return a restatement and the original, None where they are not both on the page."""
        both = self.clauses.get(one.clause), self.clauses.get(one.original)
        return (both[0], both[1]) if both[0] and both[1] else None


SILENT_ORDER = tuple(reply for reply in Reply if reply in SILENT)


def _counted(asks: Iterable[Ask]) -> dict[Reply, int]:
    counted = dict.fromkeys(Reply, 0)
    for ask in asks:
        counted[ask.answer] += 1
    return counted


def _bar(replies: Iterable[tuple[Reply, int]]) -> tuple[Piece, ...]:
    return bar((f"{TONES.get(reply, 'none')} {reply.name.lower()}", n) for reply, n in replies)


def _block(one: Coverage, asks: Sequence[Ask]) -> Block:
    key = one.document, one.party, one.addressee
    mine = [ask for ask in asks if (ask.document, ask.party, ask.addressee) == key]
    lines = []
    for reply in Reply:
        by_issue: dict[str, list[Ask]] = {}
        for ask in mine:
            if ask.answer is reply:
                by_issue.setdefault(ask.issue, []).append(ask)
        if by_issue:
            told = tuple(Line(issue, tuple(_alike(some))) for issue, some in by_issue.items())
            lines.append((reply, told))
    return Block(one, tuple(lines), _bar(one.replies.items()))


def _alike(asks: Iterable[Ask]) -> Iterator[Alike]:
    groups: dict[tuple[tuple[str, ...], tuple[str, ...], bool, bool], list[str]] = {}
    for ask in asks:
        key = ask.by, ask.other_objects, ask.drafted, ask.proposed
        groups.setdefault(key, []).append(ask.clause)
    for (by, beside, drafted, proposed), ids in groups.items():
        mark = "◇" if drafted and (by or beside) else ""
        yield Alike(tuple(ids), by, beside, mark, proposed)


def _exchanges(blocks: Sequence[Block]) -> tuple[Exchange, ...]:
    groups: dict[tuple[str, str], list[tuple[int, Coverage]]] = {}
    for number, block in enumerate(blocks, 1):
        key = block.coverage.party, block.coverage.addressee
        groups.setdefault(key, []).append((number, block.coverage))
    found = []
    for (party, addressee), some in groups.items():
        replies = [(reply, sum(one.replies[reply] for _, one in some)) for reply in Reply]
        found.append(
            Exchange(
                party,
                addressee,
                sum(one.asks for _, one in some),
                tuple((reply, number) for reply, number in replies if number),
                _bar(replies),
                some[0][0],
                tuple(dict.fromkeys(issue for _, one in some for issue in one.passed_over)),
            )
        )
    return tuple(found)
