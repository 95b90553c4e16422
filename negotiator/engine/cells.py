"""What one party says on one issue as of a day, or in which way it is silent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from negotiator.engine.brackets import Bracketed
from negotiator.engine.changes import Change, changes
from negotiator.engine.wording import Span
from negotiator.model import Clause, How, KnownBy, Origin, Reading, SilenceKind, Version


@dataclass(frozen=True)
class EarlierWording:
    """What a clause said in an earlier version of its proposal.

    Args:
        clause: the clause as it stood then.
        version: the document that held it.
        after: the clause as it stood in the version after that.
    """

    clause: Clause
    version: Version
    after: Clause

    @cached_property
    def change(self) -> Change:
        """Return what changed from this wording to the one after it."""
        return changes([self.clause], [self.after])[0]

    @property
    def symbol(self) -> str:
        """Return how it differs from the wording after it: `MOD`, `(MOD)` or `NOC`."""
        return self.change.symbol

    @property
    def redline(self) -> tuple[Span, ...] | None:
        """Return the redline to the wording after it; None unless both are verbatim."""
        return self.change.redline


@dataclass(frozen=True, slots=True)
class PlacedAnswer:
    """A clause answers a clause of another party, or a whole proposal, and how.

    Args:
        clause: id of the clause that answers.
        how: the manner, as stated, or as the machine reads it.
        to_clause: id of the clause that it answers; None where it answers a proposal.
        to_proposal: key of the proposal that it answers as a whole.
        drafted: True when nobody states the manner and the machine read it.
        why: for a drafted manner, what it was read from, a short phrase.
        origin: who states the answer itself.
        outdated: True when the clause that it answers was worded otherwise then.
    """

    clause: str
    how: How
    to_clause: str | None = None
    to_proposal: str | None = None
    drafted: bool = False
    why: str = ""
    origin: Origin = Origin.PERSON
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class PlacedClause:
    """A current clause with its reading, its document and what it answers.

    Args:
        clause: the clause.
        reading: how it is read.
        version: the document that holds it.
        tabled: the document that tabled the same words first, where that is an earlier one.
        answers: what it answers.
        answered_by: what answers it.
        earlier: its earlier wordings, newest first.
        brackets: its brackets, with who stands behind them and what they compete with.
        amendment: from the text that it amends to what it proposes; None where it amends none.
    """

    clause: Clause
    reading: Reading
    version: Version
    tabled: Version | None = None
    answers: tuple[PlacedAnswer, ...] = ()
    answered_by: tuple[PlacedAnswer, ...] = ()
    earlier: tuple[EarlierWording, ...] = ()
    amendment: tuple[Span, ...] | None = None
    brackets: tuple[Bracketed, ...] = ()

    def raised(self, by: KnownBy) -> date | None:
        """Return the day on which its words were first tabled, None where that is not stated.

        Args:
            by: which date of a document decides.
        """
        return (self.tabled or self.version).known(by)


@dataclass(frozen=True, slots=True)
class CellSilence:
    """A silence, with the sentence that says what it rests on.

    Args:
        kind: which silence it is.
        why: one sentence that cites the clauses asked and the documents that pass them over.
        other_objects: ids of the party's clauses that speak to the topic, not to what was asked.
        elsewhere: ids of its clauses that answer what was asked, and stand under other issues.
        stated: True when a document or an analyst says so, False when the engine found it.
    """

    kind: SilenceKind
    why: str
    other_objects: tuple[str, ...] = ()
    stated: bool = False
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One party on one issue: its current clauses, or its silence; never both, never neither.

    `through` is the code of the party whose clauses stand here, where it counts with that one and
    says nothing of its own.
    """

    party: str
    clauses: tuple[PlacedClause, ...] = ()
    silence: CellSilence | None = None
    through: str = ""
