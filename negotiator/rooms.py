"""Finds the folders that lie beside the package in a checkout and inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def _room(name: str) -> Path:
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def migrations() -> Path:
    """Return the folder of the database's migrations."""
    return _room("migrations")


def reports() -> Path:
    """Return the folder of the report's templates, styles and scripts."""
    return _room("reports")


def corpora() -> Path:
    """Return the folder of the shipped exchanges."""
    return PACKAGE / "corpora"
