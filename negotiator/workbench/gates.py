"""The gates of the negotiation on the bench: what must not stand on record."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from negotiator.documents.manuscript import unwatched
from negotiator.engine.gates import Record, Result, quoted, run
from negotiator.engine.last_day import last_day
from negotiator.model import KnownBy
from negotiator.workbench.bench import Bench
from negotiator.workbench.originals import originals


@dataclass(frozen=True, slots=True)
class Checked:
    """What the gates say, and of what.

    Args:
        title: the title of the negotiation.
        as_of: the day; None where nothing on record has one.
        known_by: which date of a document decides.
        results: what each gate says, in their order.
    """

    title: str
    as_of: date | None
    known_by: KnownBy
    results: tuple[Result, ...]

    @property
    def passed(self) -> bool:
        """Tell whether no gate found anything."""
        return all(one.passed for one in self.results)


def check(
    bench: Bench,
    *,
    only: Collection[str] = (),
    as_of: date | None = None,
    known_by: KnownBy = KnownBy.ISSUED,
    sources: Sequence[Path] = (),
    encoding: str = "",
    watch: Callable[[int, int], None] = unwatched,
) -> Checked:
    """Return what the gates say of the negotiation.

    Args:
        bench: the work bench.
        only: names of gates; none for the usual ones.
        as_of: the day; None for the last on record.
        known_by: which date of a document decides.
        sources: folders with the files that versions were added from.
        encoding: of text files in them that are not UTF-8; empty for none.
        watch: told how far the reading of a long file is.
    """
    with bench.database.reading() as archive:
        corpus = archive.corpus()
    day = as_of or last_day(corpus.versions, corpus.decisions, known_by)
    record = Record(corpus, day, known_by)
    if sources and (not only or "quotation" in only):
        clauses = quoted(corpus.clauses, record.known)
        found = originals(record.known, clauses, sources, encoding, watch)
        record = replace(record, originals=found)
    return Checked(corpus.negotiation.title, day, known_by, run(record, only))
