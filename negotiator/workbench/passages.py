"""What of a document is lined up with the texts of other parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from negotiator.engine.alignment import Passage
from negotiator.model import Clause, Unit


def passages(clauses: Iterable[Clause], topics: Mapping[str, tuple[str, ...]]) -> Iterator[Passage]:
    """Give every clause but headings, which tell what follows them.

    Args:
        clauses: of one document, in its order.
        topics: those that a clause is read under, by its id; a clause without any may be left out.
    """
    heading = ""
    for clause in clauses:
        if clause.unit is Unit.HEADING:
            heading = clause.text
            continue
        yield Passage(
            clause.id,
            # A proposal to delete speaks to the text that it deletes.
            clause.text or clause.base_text or "",
            clause.heading or heading,
            topics.get(clause.id, ()),
        )
