"""The side-by-side report: a dossier becomes one self-contained page."""

from negotiator.render.report.page import render

__all__ = ["render"]
