"""Gates for a script: what must not stand on record, each a question with its findings."""

from negotiator.engine.gates.finding import Finding, Looked
from negotiator.engine.gates.originals import Original, absent, quoted
from negotiator.engine.gates.record import Record
from negotiator.engine.gates.table import GATES, Gate, Result, run

__all__ = [
    "GATES",
    "Finding",
    "Gate",
    "Looked",
    "Original",
    "Record",
    "Result",
    "absent",
    "quoted",
    "run",
]
