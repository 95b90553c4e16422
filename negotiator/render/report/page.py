"""A dossier becomes one self-contained page."""

from __future__ import annotations

from negotiator.engine.calendar import in_words
from negotiator.engine.comparison import Comparison
from negotiator.engine.dossier import Dossier
from negotiator.render.pages import render_page
from negotiator.render.report.cells import Cells
from negotiator.render.report.gaps import Gaps
from negotiator.render.report.hanging import Hanging
from negotiator.render.report.matrix import Matrix
from negotiator.render.report.moves import Moves
from negotiator.render.report.papers import Papers
from negotiator.render.report.people import People
from negotiator.render.report.places import Places
from negotiator.render.report.replies import Replies
from negotiator.render.report.statuses import Statuses


def render(found: Dossier, *, program: str) -> str:
    """Return a dossier as a page: no network, no script needed, the same bytes every time.

    What the template asks for is order, groups and words, never a decision of its own.

    Args:
        found: where the parties stand, what they answered, who moved, what hangs on what.
        program: the version of the program, named in the head of the page.
    """
    whole = found.whole
    as_of = _as_of(whole)
    places, people = Places(whole), People(whole)
    return render_page(
        "report.html.j2",
        styles=["report.css", "sections.css"],
        scripts=["hits.js", "keys.js", "report.js"],
        footer=f"{whole.negotiation.title}. {as_of}. Corpus {whole.fingerprint[:16]}",
        whole=whole,
        program=program,
        as_of=as_of,
        places=places,
        people=people,
        matrix=Matrix(whole),
        statuses=Statuses(whole),
        cells=Cells(places, people),
        gaps=Gaps(places),
        replies=Replies(found.replies, places),
        moves=Moves(found.movement, places, people),
        hanging=Hanging(found.linkage, whole, places),
        papers=Papers(whole, places),
    )


def _as_of(whole: Comparison) -> str:
    return f"As of {in_words(whole.as_of)}" if whole.as_of else "As of any day"
