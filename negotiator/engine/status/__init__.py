"""How far each issue has come, as the parties together, one of them or the analyst assert it."""

from negotiator.engine.status.batch import Batch, LeftOut, of_clauses, of_issues
from negotiator.engine.status.falls import Regression, falls, regressions, shared_fall
from negotiator.engine.status.readings import (
    ANALYST,
    JOINTLY,
    SUBJECT,
    StatusReading,
    every_reading,
    latest_day,
    shared_reading,
    status_readings,
)
from negotiator.engine.status.rounds import RoundStatus, Shift, round_by_round, tally
from negotiator.engine.status.standing import IssueStatus, shared, standing, standings

__all__ = [
    "ANALYST",
    "JOINTLY",
    "SUBJECT",
    "Batch",
    "IssueStatus",
    "LeftOut",
    "Regression",
    "RoundStatus",
    "Shift",
    "StatusReading",
    "every_reading",
    "falls",
    "latest_day",
    "of_clauses",
    "of_issues",
    "regressions",
    "round_by_round",
    "shared",
    "shared_fall",
    "shared_reading",
    "standing",
    "standings",
    "status_readings",
    "tally",
]
