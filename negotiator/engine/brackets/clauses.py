"""The brackets of the clauses of a document, article by article."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from negotiator.engine.brackets.bracket import Bracket, brackets
from negotiator.errors import Refused
from negotiator.model import Clause

# A document with more is made to exhaust its reader; the longest drafts hold a few thousand.
MOST_BRACKETS = 200_000
# Paragraphs of prose are numbered through; together they are one text.
_PROSE = re.compile(r"p\d+(?:-\d+)?(?:-v\d+(?:-\d+)?)?")
# What stands behind the article in a reference: `(2)`, ` ¶3`, `, indent 1`.
_WITHIN = re.compile(r"\s*[(¶,]")
_NUMBER = re.compile(r"\d+\w*")


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
    article. The article is that of the printed reference; where references do not tell, what stands
    before the first full stop of the key.

    Args:
        clauses: the clauses of one version, in order.
        parties: codes and names of the negotiation's own parties.

    Raises:
        Refused: for more brackets than any honest document holds.
    """
    if sum(clause.text.count(sign) for clause in clauses for sign in "[]") > MOST_BRACKETS:
        raise Refused(f"holds more than {MOST_BRACKETS:,} brackets", remedy="split the document")
    found: dict[str, tuple[Bracketed, ...]] = {}
    for article in _articles(clauses):
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


def _articles(clauses: Sequence[Clause]) -> Iterator[list[Clause]]:
    article = list(clauses[:1])
    for one, other in pairwise(clauses):
        if not _together(one, other):
            yield article
            article = []
        article.append(other)
    if article:
        yield article


def _together(one: Clause, other: Clause) -> bool:
    """Tell whether two clauses that follow each other stand in the same article.

    A key says where a clause stood when it was first tabled, a reference where it stands now.
    """
    if _PROSE.fullmatch(one.key) and _PROSE.fullmatch(other.key):
        return True
    same_key = one.key.partition(".")[0] == other.key.partition(".")[0]
    left, right = (_WITHIN.split(clause.reference, 1)[0] for clause in (one, other))
    if not (left and right):
        return same_key
    return left == right or (same_key and _number(left) == _number(right))


def _number(reference: str) -> str:
    found = _NUMBER.search(reference)
    return found.group() if found else ""


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
