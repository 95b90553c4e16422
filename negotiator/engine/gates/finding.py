"""A finding: where something is amiss, what it is, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a gate does not let pass.

    Args:
        what: what is wrong, a sentence that goes on from the place, without a full stop.
        remedy: what to do about it; a command names the thing by its kind, as `CLAUSE`.
        issue: id of the issue, empty where it is about none.
        gap: id of the gap.
        clauses: ids of the clauses.
        version: id of the version that the clause stands in, or that is looked at.
        party: code of the party.
        round: id of the round.
        text: the words that it is about, whole; empty where there are none, or they are private.
        checked: False where it says that something cannot be checked.
    """

    what: str
    remedy: str
    issue: str = ""
    gap: str = ""
    clauses: tuple[str, ...] = ()
    version: str = ""
    party: str = ""
    round: str = ""
    text: str = ""
    checked: bool = True

    @property
    def where(self) -> str:
        """Return the place in short: `I01.RU-US`, `A4.1@2`, `A4.1 ~ C4`, `I14, RU`."""
        if self.gap:
            return self.gap
        if len(self.clauses) == 1 and self.version:
            return f"{self.clauses[0]}@{self.version.rpartition('@')[2]}"
        if self.issue:
            return ", ".join(filter(None, (self.issue, self.party)))
        named = (self.version, self.round, self.party)
        return " ~ ".join(self.clauses) or ", ".join(filter(None, named)) or "the whole"


@dataclass(frozen=True, slots=True)
class Looked:
    """What a gate found.

    Args:
        at: how many things it looked at.
        findings: what it does not let pass, in the order of the record.
        unchecked: what it could not look at, and why, one sentence each without a full stop.
    """

    at: int
    findings: tuple[Finding, ...] = ()
    unchecked: tuple[str, ...] = ()
