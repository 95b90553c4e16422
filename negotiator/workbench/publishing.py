"""Writing reports out of everything on record."""

from __future__ import annotations

from negotiator import __version__
from negotiator.engine.dossier import Dossier, dossier
from negotiator.render.report import render
from negotiator.workbench.bench import Bench
from negotiator.workbench.looking import View, comparison
from negotiator.workbench.replies import links


def page(bench: Bench, view: View) -> str:
    """Return the side-by-side report as one self-contained page, fit to be shared."""
    return render(_dossier(bench, view), program=__version__)


def _dossier(bench: Bench, view: View) -> Dossier:
    with bench.database.reading() as archive:
        corpus, lined_up = archive.corpus(), links(archive)
    return dossier(
        corpus,
        as_of=view.as_of,
        known_by=view.known_by,
        parties=view.parties,
        topics=view.topics,
        issues=view.issues,
        links=lined_up,
    )


def rolling_text(bench: Bench, view: View) -> str:
    """Return one consolidated bracketed text of all parties' positions, fit to be shared."""
    from negotiator.render import rolling_text as form

    return form.render(comparison(bench, view), program=f"negotiator {__version__}")
