"""Turns the coordinates of a file into those of the page as it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from negotiator.documents.kinds.pdf.shapes import Box

# Six numbers a, b, c, d, e, f: x' = a x + c y + e, y' = b x + d y + f.
Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def after(first: Matrix, then: Matrix) -> Matrix:
    """Return the one matrix that does what two do, one after the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a matrix puts a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of a page that is shown, and how it is turned.

    Args:
        left, low, right, high: the visible part in the coordinates of the file.
        turns: quarter turns clockwise, 0 to 3.
    """

    left: float
    low: float
    right: float
    high: float
    turns: int

    @property
    def width(self) -> float:
        """Return the width of the page as it is shown."""
        upright = self.turns % 2 == 0
        return self.right - self.left if upright else self.high - self.low

    @property
    def height(self) -> float:
        """Return the height of the page as it is shown."""
        upright = self.turns % 2 == 0
        return self.high - self.low if upright else self.right - self.left

    @property
    def matrix(self) -> Matrix:
        """Return the matrix from the file's coordinates to those of the page as it is shown."""
        if self.turns == 1:
            return (0.0, 1.0, 1.0, 0.0, -self.low, -self.left)
        if self.turns == 2:
            return (-1.0, 0.0, 0.0, 1.0, self.right, -self.low)
        if self.turns == 3:
            return (0.0, -1.0, -1.0, 0.0, self.high, self.right)
        return (1.0, 0.0, 0.0, -1.0, -self.left, self.high)

    def box(self, left: float, low: float, right: float, high: float) -> Box:
        """Return where a rectangle of the file stands on the page."""
        x, y = moved(self.matrix, left, low)
        u, v = moved(self.matrix, right, high)
        return Box(min(x, u), min(y, v), max(x, u), max(y, v))
