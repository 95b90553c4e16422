"""The gaps in words: pair, review, and what each kind rests on."""

from __future__ import annotations

from markupsafe import Markup

from negotiator.engine.gaps import Gap
from negotiator.engine.table import Row
from negotiator.model import Family, GapKind, Review, Verdict
from negotiator.render.report.places import Places

TONES = {
    Family.AGREED: "near",
    Family.PARTIAL: "part",
    Family.OPPOSED: "far",
    Family.SILENT: "none",
}
FIRM = {Review.CONFIRMED, Review.ADJUDICATED}
REVIEWS = {
    Review.DRAFT: "machine draft",
    Review.PROPOSED: "proposed by a reviewer",
    Review.CONFIRMED: "confirmed by a reviewer",
    Review.DISPUTED: "disputed by a reviewer",
    Review.ADJUDICATED: "adjudicated",
    Review.STALE: "review is stale: a clause it rests on has changed",
}


class Gaps:
    """How gaps are told.

    Args:
        places: what stands where on the page.
    """

    def __init__(self, places: Places) -> None:
        self.places = places

    def tone(self, verdict: Verdict) -> str:
        """Return the class of a verdict's colour."""
        return TONES[verdict.family]

    def pair(self, gap: Gap) -> str:
        """Return the two parties of a gap."""
        return "–".join(gap.parties)

    def firm(self, gap: Gap) -> bool:
        """Tell whether a person stands behind a verdict."""
        return gap.review in FIRM

    def mark(self, gap: Gap) -> str:
        """Return the mark of a review: filled only when a person stands behind it."""
        return "◆" if self.firm(gap) else "◇"

    def review(self, gap: Gap) -> str:
        """Return how far people have looked at a gap."""
        return REVIEWS[gap.review]

    def chips(self, row: Row) -> list[Gap]:
        """Return the gaps that head an issue: across sides, and those within that say something."""
        return [gap for gap in row.gaps if gap.across or gap.family is not Family.SILENT]

    def why(self, gap: Gap) -> Markup:
        """Return a rationale with the clauses that it cites as links."""
        return self._cited(gap, gap.rationale)

    def grounds(self, gap: Gap) -> list[tuple[str, Markup]]:
        """Return the kinds of a gap, each with what it rests on.

        That a silence is an omission its verdict says already.
        """
        silent = gap.family is Family.SILENT
        return [
            (kind.value, self._cited(gap, gap.grounds.get(kind, "")))
            for kind in gap.kinds
            if not (silent and kind is GapKind.OMISSION)
        ]

    def _cited(self, gap: Gap, text: str) -> Markup:
        return self.places.cited(text, {id: None for some in gap.evidence.values() for id in some})
