"""In what respects two positions differ, each with what it rests on."""

from negotiator.engine.respects.table import RESPECTS, Respect, respects

__all__ = ["RESPECTS", "Respect", "respects"]
