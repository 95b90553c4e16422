"""Writing reports out of a comparison."""

from __future__ import annotations

from negotiator import __version__
from negotiator.render.html import render
from negotiator.workbench.bench import Bench
from negotiator.workbench.looking import View, comparison


def page(bench: Bench, view: View) -> str:
    """Return the side-by-side report as one self-contained page, fit to be shared."""
    return render(comparison(bench, view, earlier=True), program=__version__)


def rolling_text(bench: Bench, view: View) -> str:
    """Return one consolidated bracketed text of all parties' positions, fit to be shared."""
    from negotiator.render import rolling_text as form

    return form.render(comparison(bench, view), program=f"negotiator {__version__}")
