"""What stands on a page, by place: pieces of text, ruled lines, lines of text.

All lengths are in points; the origin is the top left corner of the page as it is shown, and y
grows downwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from negotiator.documents.manuscript import Mark


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float, slack: float = 0.0) -> bool:
        """Tell whether a point lies in it, or within `slack` points of it."""
        across = self.left - slack <= x <= self.right + slack
        return across and self.top - slack <= y <= self.bottom + slack

    @property
    def area(self) -> float:
        """Return its area in square points."""
        return max(0.0, self.right - self.left) * max(0.0, self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of text in one style on one baseline.

    Args:
        text: its characters, without space at either end.
        left, right: where it begins and ends.
        base: the height of its baseline.
        size: of its type as it is shown.
        bold, italic: how it is set.
        blue: whether it is coloured as links are.
        spaced: the white space before it in the file: empty when it is glued to what precedes.
        order: its place in the order in which the file draws text.
        mark: what a line across or under it says about it.
        underlined: whether a line stands under it, whatever that says.
        raised: whether it is set smaller and higher than the text beside it.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    italic: bool = False
    blue: bool = False
    spaced: str = ""
    order: int = 0
    mark: Mark = Mark.KEPT
    underlined: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight ruled line, horizontal or vertical: where it runs, and how thick it is."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def level(self) -> bool:
        """Tell whether it is horizontal."""
        return self.right - self.left >= self.bottom - self.top

    @property
    def y(self) -> float:
        """Return the height of a horizontal one."""
        return (self.top + self.bottom) / 2

    @property
    def x(self) -> float:
        """Return the place of a vertical one."""
        return (self.left + self.right) / 2


@dataclass(slots=True)
class Line:
    """Pieces of text that stand beside each other, from left to right.

    Args:
        fragments: the pieces.
        page: the page, counted from 1.
        size: the size of type of most of its characters.
        base: its baseline.
        notes: the ids of the footnotes that it cites.
    """

    fragments: list[Fragment]
    page: int
    size: float = 0.0
    base: float = 0.0
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Take size and baseline from the longest piece in the largest share of characters."""
        if not self.size:
            weight: dict[tuple[float, float], int] = {}
            for one in self.fragments:
                key = (one.size, one.base)
                weight[key] = weight.get(key, 0) + len(one.text)
            self.size, self.base = max(weight, key=lambda key: (weight[key], key))

    @property
    def left(self) -> float:
        """Return where it begins."""
        return self.fragments[0].left

    @property
    def right(self) -> float:
        """Return where it ends."""
        return max(one.right for one in self.fragments)

    @property
    def top(self) -> float:
        """Return the height of its ascenders."""
        return self.base - 0.8 * self.size

    @property
    def bottom(self) -> float:
        """Return the depth of its descenders."""
        return self.base + 0.22 * self.size

    @property
    def bold(self) -> bool:
        """Tell whether all of it is bold."""
        return all(one.bold for one in self.fragments)

    @property
    def text(self) -> str:
        """Return its text as it reads."""
        first = self.fragments[0]
        return first.text + "".join(one.spaced + one.text for one in self.fragments[1:])


@dataclass(slots=True)
class Hidden:
    """Text that a reader of the page does not see, and why."""

    text: str
    reason: str


@dataclass(slots=True)
class Sheet:
    """A page as it is drawn.

    Args:
        number: counted from 1.
        width, height: as it is shown.
        fragments: the text that a reader sees, in the order of the file.
        turned: text that is not set level, in the order of the file.
        hidden: text that a reader does not see.
        rules: the ruled lines that do not mark words.
        images: how many pictures it shows.
        pictured: the share of the page that its largest picture covers.
        recognised: whether its text is a hidden layer over a picture of the page.
        crowded: whether it holds more ruled lines than were looked at.
        lines: its lines of text, once they are put together.
    """

    number: int
    width: float
    height: float
    fragments: list[Fragment] = field(default_factory=list)
    turned: list[Fragment] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    images: int = 0
    pictured: float = 0.0
    recognised: bool = False
    crowded: bool = False
    lines: list[Line] = field(default_factory=list)
