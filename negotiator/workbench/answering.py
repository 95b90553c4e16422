"""A person states that a clause answers another, and how, or that it does not."""

from __future__ import annotations

from negotiator.errors import Refused, Unknown
from negotiator.model import Answer, Clause, How, Version
from negotiator.store.answers import SUBJECT, outcome
from negotiator.store.archive import Archive
from negotiator.workbench.bench import Bench
from negotiator.workbench.filing import current_clause


def state_answer(
    bench: Bench, clause: str, to: str, *, how: How | None, stands: bool = True, note: str = ""
) -> Answer:
    """Record that a clause answers another, or a proposal as a whole, or that it does not.

    It counts for the version that holds the clause now, and goes over to later ones as what a
    document states does.

    Args:
        bench: the work bench; `by` must be stated.
        clause: id of the clause that answers, or an address (`A4.1@1`).
        to: id of the clause that is answered, or the key of a proposal.
        how: in what manner; None to leave it to the machine to draft.
        stands: False to record that it is no answer.
        note: on what grounds; private.

    Raises:
        Unknown: for a clause or proposal that is not on record.
        Refused: when both are of one party.
    """
    with bench.database.writing() as archive:
        own = current_clause(archive, clause)
        versions = {version.id: version for version in archive.versions()}
        target, asked = _target(archive, to, versions)
        answering = versions[own.version]
        if set(answering.parties) & set(asked.parties):
            shared = ", ".join(code for code in answering.parties if code in asked.parties)
            raise Refused(
                f"{own.id} and {to} are both of {shared}", remedy="a party answers others"
            )
        answer = Answer(
            own.id,
            how,
            to_clause=target.id if target else None,
            to_proposal=None if target else asked.proposal,
            version=own.version,
        )
        archive.append_decision(
            SUBJECT,
            f"{own.address} {target.id if target else asked.proposal}",
            outcome(answer, stands=stands),
            by=bench.by,
            at=bench.at,
            note=note,
        )
    return answer


def _target(
    archive: Archive, name: str, versions: dict[str, Version]
) -> tuple[Clause | None, Version]:
    """Return the clause that a name stands for, or else the last version of a proposal."""
    try:
        clause = current_clause(archive, name)
    except Unknown:
        line = [one for one in versions.values() if one.proposal == name and not one.withdrawn]
        if not line:
            raise
        return None, max(line, key=lambda version: version.number)
    return clause, versions[clause.version]
