"""The rolling text: one consolidated bracketed text of all parties' positions, and its reading."""

from negotiator.engine.rolling.reading import read_rolling_text
from negotiator.engine.rolling.structure import (
    Cited,
    Column,
    Formulation,
    Mark,
    RollingIssue,
    RollingText,
    RollingTopic,
    Silent,
)

__all__ = [
    "Cited",
    "Column",
    "Formulation",
    "Mark",
    "RollingIssue",
    "RollingText",
    "RollingTopic",
    "Silent",
    "read_rolling_text",
]
