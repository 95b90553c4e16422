"""Taking decisions back: what stood before them is decided anew, and nothing is overwritten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from negotiator.errors import Refused
from negotiator.model import Decision, Review
from negotiator.workbench.bench import Bench

# Of a decision, what its undoing needs where nothing stood before it.
KEPT = ("left", "right", "evidence")


def take_back(bench: Bench, made: Sequence[Decision], *, note: str) -> tuple[Decision, ...]:
    """Record for each decision what stood before it, the last one first, all or none.

    Args:
        bench: the work bench; `by` must be stated.
        made: decisions on gaps or links, in the order in which they were made.
        note: on what grounds.

    Raises:
        Refused: when somebody has decided on the same thing since.
    """
    with bench.database.writing() as archive:
        undone = []
        for one in reversed(made):
            line = archive.decisions(one.subject, one.subject_id)
            if line[-1].id != one.id:
                raise Refused(f"{line[-1].by} has decided on {one.subject_id} since")
            outcome = line[-2].outcome if len(line) > 1 else _draft(one.outcome)
            undone.append(
                archive.append_decision(
                    one.subject,
                    one.subject_id,
                    outcome,
                    by=bench.by,
                    at=bench.at,
                    note=note,
                    as_of=one.as_of,
                )
            )
    return tuple(undone)


def _draft(outcome: Mapping[str, str]) -> dict[str, str]:
    kept = {name: outcome[name] for name in KEPT if name in outcome}
    return {**kept, "state": Review.DRAFT.value}
