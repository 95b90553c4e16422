"""Two texts side by side: as data, for a terminal, as a page."""

from negotiator.render.alignment.sides import Side, SideBySide

__all__ = ["Side", "SideBySide"]
