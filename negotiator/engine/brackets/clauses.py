"""The brackets of the clauses of a document, article by article."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from negotiator.engine.brackets.bracket import Bracket, brackets
from negotiator.errors import Refused
from negotiator.model import Clause

# A document with more is made to exhaust its reader; the longest drafts hold a few thousand.
MOST_BRACKETS = 200_000
# Paragraphs of prose are numbered through; together they are one text.
_PROSE = re.compile(r"p\d+(?:-\d+)?")


@dataclass(frozen=True, slots=True)
class Bracketed:
    """A bracket of a clause, with the ids of the clauses that hold its other half.

    Args:
        bracket: the bracket.
        closes_in: id of the later clause in which it closes, None when it closes here or nowhere.
        opens_in: id of the earlier clause in which it opens, likewise.
    """

    bracket: Bracket
    closes_in: str | None = None
    opens_in: str | None = None


def in_clauses(
    clauses: Sequence[Clause], parties: Collection[str] = ()
) -> dict[str, tuple[Bracketed, ...]]:
    """Return the brackets of each clause that has any, by clause id.

    A bracket may open in one paragraph of an article and close in a later one, never in another
    article. The article of a clause is what stands before the first full stop of the id that its
    document gives.

    Args:
        clauses: the clauses of one version, in order.
        parties: codes and names of the negotiation's own parties.

    Raises:
        Refused: for more brackets than any honest document holds.
    """
    if sum(clause.text.count(sign) for clause in clauses for sign in "[]") > MOST_BRACKETS:
        raise Refused(f"holds more than {MOST_BRACKETS:,} brackets", remedy="split the document")
    found: dict[str, tuple[Bracketed, ...]] = {}
    for _, members in groupby(clauses, _article):
        article = list(members)
        if any(sign in clause.text for clause in article for sign in "[]［］【】"):
            found.update(_of_article(article, parties))
    return found


def unbalanced(found: Mapping[str, tuple[Bracketed, ...]]) -> tuple[str, ...]:
    """Return one sentence for each bracket that is not closed, and each that closes nothing."""
    return tuple(
        f"{id}: the bracket at character {one.bracket.start + 1} is not closed"
        if one.bracket.start is not None
        else f"{id}: the bracket at character {one.bracket.end} closes nothing"
        for id, some in found.items()
        for one in some
        if not one.bracket.closed
    )


def _article(clause: Clause) -> str:
    return "p" if _PROSE.fullmatch(clause.key) else clause.key.partition(".")[0]


def _of_article(
    article: Sequence[Clause], parties: Collection[str]
) -> Iterable[tuple[str, tuple[Bracketed, ...]]]:
    for clause, some in zip(article, brackets([c.text for c in article], parties), strict=True):
        if some:
            yield (
                clause.id,
                tuple(
                    Bracketed(
                        one,
                        None if one.closes_in is None else article[one.closes_in].id,
                        None if one.opens_in is None else article[one.opens_in].id,
                    )
                    for one in some
                ),
            )
