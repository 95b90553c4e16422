"""A walk through what waits for a person: one item at a time, each decision on its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from negotiator.errors import Refused, Unknown
from negotiator.workbench import links, readings, review
from negotiator.workbench.bench import Bench
from negotiator.workbench.items import Act, Done, Item, Order, gap_item, link_item, reading_item
from negotiator.workbench.looking import View

Load = Callable[[], Item | None]
# What an undoing says of its grounds where a person states none.
UNDONE = "taken back in a review session"


class Subject(StrEnum):
    """What waits, in the order of the walk: gaps rest on links, and both on readings."""

    READINGS = "readings"
    LINKS = "links"
    GAPS = "gaps"


@dataclass(frozen=True, slots=True)
class Made:
    """A decision of this session, and where in the walk it was made."""

    act: Act
    done: Done
    place: int


@dataclass
class Session:
    """The walk of one person through what waits.

    Args:
        bench: the work bench; `by` must be stated.
        clock: what tells the time of each decision, ISO 8601.
        queue: what waited at the start, in the order of the walk: what loads it as it stands now.
        place: how far the walk has come.
        made: the decisions of this session that stand.
    """

    bench: Bench
    clock: Callable[[], str]
    queue: Sequence[Load]
    place: int = 0
    made: list[Made] = field(default_factory=list)

    def current(self) -> Item | None:
        """Return what is to be decided next, as it now stands; None when nothing waits.

        What somebody else has settled since the walk began, or what is gone, is passed over.
        """
        while self.place < len(self.queue):
            item = _loaded(self.queue[self.place])
            if item is not None:
                return item
            self.place += 1
        return None

    def decide(self, item: Item, order: Order) -> str:
        """Record a decision on an item as it was shown, go on, and return it in one line.

        Raises:
            Refused: when the item is not as it was shown; the walk does not go on.
        """
        done = item.decide(self._desk(), order)
        self.made.append(Made(order.act, done, self.place))
        self.place += 1
        return done.told

    def skip(self) -> None:
        """Leave the item as it is, and go on."""
        self.place += 1

    def undo(self, note: str = "") -> str:
        """Take the last decision of this session back by a new one, and go back to it.

        Raises:
            Refused: when there is none, or somebody has decided on the same thing since.
        """
        if not self.made:
            raise Refused("nothing was decided in this session")
        last = self.made[-1]
        last.done.undo(self._desk(), note or UNDONE)
        self.made.pop()
        self.place = last.place
        return f"taken back: {last.done.told}"

    def summary(self) -> str:
        """Return what was decided and how much of what waited at the start still waits."""
        counted = Counter(one.act for one in self.made)
        words = ", ".join(f"{counted[act]} {act}" for act in Act if counted[act])
        left = len(self.queue) - len({one.place for one in self.made if _settles(one.act)})
        waits = f"{left} of {len(self.queue)} {'waits' if left == 1 else 'wait'}"
        return f"{len(self.made)} decided{f' ({words})' if words else ''}; {waits}"

    def _desk(self) -> Bench:
        return replace(self.bench, at=self.clock())


def _loaded(load: Load) -> Item | None:
    try:
        return load()
    except Unknown:
        # A version was withdrawn or replaced, and what waited went with it.
        return None


def _settles(act: Act) -> bool:
    """Tell whether what was decided on needs nobody any more."""
    return act not in (Act.PROPOSE, Act.DISPUTE)


def start(
    bench: Bench, view: View, subjects: Collection[Subject], *, clock: Callable[[], str]
) -> Session:
    """Return a walk through everything that waits in a view, the hardest of each kind first.

    Args:
        bench: the work bench; `by` must be stated.
        view: the day of the gaps, and a selection of parties, topics and issues.
        subjects: what to walk through.
        clock: what tells the time of each decision, ISO 8601.

    Raises:
        Unknown: for a party, topic or issue that is not on record.
    """
    found: list[Load] = []
    if Subject.READINGS in subjects:
        wanted = readings.Choice(view.parties, view.topics, view.issues, needs_review=True)
        found += (_reading(bench, one.placed.clause.id) for one in readings.readings(bench, wanted))
    if Subject.LINKS in subjects:
        chosen = links.Choice(view.parties, view.topics, view.issues, needs_review=True)
        for link in links.links(bench, chosen).links:
            found.append(_link(bench, link.left.clause.id, link.right.clause.id))
    if Subject.GAPS in subjects:
        day = View(view.as_of, view.known_by)
        found += (_gap(bench, one.gap.id, day) for one in review.queue(bench, view))
    return Session(bench, clock, tuple(found))


def _reading(bench: Bench, id: str) -> Load:
    return lambda: reading_item(bench, id)


def _link(bench: Bench, left: str, right: str) -> Load:
    return lambda: link_item(bench, left, right)


def _gap(bench: Bench, id: str, view: View) -> Load:
    return lambda: gap_item(bench, id, view)
