"""What a rolling text is made of: topics, issues, formulations with their parties, silences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from negotiator.model import KnownBy, Review, SilenceKind


class Mark(StrEnum):
    """What a formulation is, when it is not simply the wording that its parties want."""

    PARAPHRASE = "paraphrase"
    ASSERTED = "asserted"
    TO_DELETE = "to delete"
    TO_RETAIN = "to retain"


@dataclass(frozen=True, slots=True)
class Column:
    """A party, by code and name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A clause that a formulation stands in, and how far people have looked at its reading."""

    clause: str
    review: Review = Review.CONFIRMED


@dataclass(frozen=True, slots=True)
class Formulation:
    """A wording, who tabled it in exactly these words, and where.

    Args:
        parties: their codes, in the order of the columns.
        text: the wording, never altered; of a proposal to delete, the text to be deleted.
        clauses: the clauses that hold it.
        marks: what it is beside wording that its parties want; a paraphrase is always marked.
    """

    parties: tuple[str, ...]
    text: str
    clauses: tuple[Cited, ...]
    marks: tuple[Mark, ...] = ()

    def common(self, columns: Sequence[Column]) -> bool:
        """Tell whether it stands without brackets: all parties, two or more, want these words."""
        codes = tuple(column.code for column in columns)
        return len(codes) > 1 and self.parties == codes and not self.marks


@dataclass(frozen=True, slots=True)
class Silent:
    """A party that has no wording on an issue: which silence it is, and what that rests on."""

    party: str
    kind: SilenceKind
    why: str = ""


@dataclass(frozen=True, slots=True)
class RollingIssue:
    """An issue with its competing formulations and those who say nothing."""

    id: str
    question: str
    formulations: tuple[Formulation, ...] = ()
    silent: tuple[Silent, ...] = ()


@dataclass(frozen=True, slots=True)
class RollingTopic:
    """A heading with its issues."""

    code: str
    label: str
    issues: tuple[RollingIssue, ...] = ()


@dataclass(frozen=True, slots=True)
class RollingText:
    """The positions of all parties as one text. Codes and ids are never empty.

    Args:
        title: of the negotiation.
        as_of: the day, None when no document states a date.
        known_by: which date of a document decides.
        rule: of the negotiation, empty for none.
        columns: the parties that have a column, in their order.
        absent: those that have tabled nothing by that day.
        topics: the issues under their topics.
        unfiled: wording that stands under no issue.
        fingerprint: hash of the record.
        head: hash of the last decision, empty when there is none.
        program: what wrote it, name and version.
    """

    title: str
    as_of: date | None
    known_by: KnownBy
    columns: tuple[Column, ...] = ()
    absent: tuple[Column, ...] = ()
    topics: tuple[RollingTopic, ...] = ()
    unfiled: tuple[Formulation, ...] = ()
    rule: str = ""
    fingerprint: str = ""
    head: str = ""
    program: str = ""
