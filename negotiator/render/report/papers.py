"""Documents, events and sources: what everything else rests on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from negotiator.engine.comparison import Comparison
from negotiator.model import Source, Version
from negotiator.render.report.places import Places
from negotiator.render.timeline import lay_out


class Papers:
    """The documents, the events and the sources of the page.

    Args:
        whole: the comparison that the page shows.
        places: what stands where on the page.
    """

    def __init__(self, whole: Comparison, places: Places) -> None:
        self.places = places
        self.sources = {source.id: source for source in whole.negotiation.sources}
        self.events = tuple(whole.negotiation.events)
        self.timeline = lay_out(whole, self.events)

    def known(self, ids: Iterable[str]) -> list[Source]:
        """Return the sources of some ids."""
        return [self.sources[id] for id in ids if id in self.sources]

    def rests(self) -> dict[str, list[str]]:
        """Return the clauses that rest on each source."""
        found: dict[str, list[str]] = {}
        for one in self.places.every:
            for source in one.clause.sources:
                ids = found.setdefault(source, [])
                if one.clause.id not in ids:
                    ids.append(one.clause.id)
        return found

    def dates(self, version: Version) -> list[tuple[str, date]]:
        """Return the dates that a document states."""
        days = (
            ("issued", version.issued),
            ("received", version.received),
            ("published", version.published),
        )
        return [(name, day) for name, day in days if day is not None]
