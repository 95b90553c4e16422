"""The house keeps its direction: cli -> workbench -> store, documents, render, engine -> model."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "negotiator"

# What each room may import from the package, beside itself.
COMMON = {"model", "errors", "rooms", "visible", "__version__"}
ALLOWED = {
    "cli": COMMON | {"workbench", "render"},
    "workbench": COMMON | {"store", "documents", "render", "engine"},
    "store": COMMON,
    "documents": COMMON,
    "engine": COMMON,
    "render": COMMON | {"engine"},
    "model": set(),
    "errors": set(),
    "rooms": set(),
    "visible": set(),
}
# The renderers see what the engine found, not how it finds it.
ENGINE_FOR_RENDER = {
    *(
        "alignment",
        "brackets",
        "calendar",
        "cell_links",
        "cells",
        "changes",
        "comparison",
        "gaps",
        "preview",
    ),
    *(
        "compromise",
        "dossier",
        "gates",
        "linkage",
        "movement",
        "replies",
        "review",
        "rolling",
        "status",
    ),
    *("table", "wording"),
}


def imports(path: Path) -> set[str]:
    """Return the modules a file imports, absolute names, inside functions too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def modules() -> list[Path]:
    rooms = set(ALLOWED)
    return [
        path
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.relative_to(PACKAGE).parts[0].removesuffix(".py") in rooms
    ]


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_direction_of_imports(path: Path) -> None:
    room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "negotiator" and len(parts) > 1:
            assert parts[1] in ALLOWED[room] | {room}, f"{path.name} imports {name}"
            if room == "render" and parts[1] == "engine":
                assert parts[2] in ENGINE_FOR_RENDER, f"{path.name} imports {name}"
        if parts[0] in ("sqlalchemy", "alembic", "sqlite3"):
            assert room == "store", f"only the store knows the database: {path.name}: {name}"
        if parts[0] == "click":
            assert room == "cli", f"only the commands know click: {path.name}: {name}"


def test_every_room_is_known() -> None:
    rooms = {path.name.removesuffix(".py") for path in PACKAGE.iterdir()}
    assert rooms - {"__pycache__", "__init__", "__main__", "corpora"} == set(ALLOWED)


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys; sys.argv = ['negotiator', '--help']\n"
        "from negotiator.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'sqlalchemy', 'alembic', 'jinja2', 'rich', 'yaml', 'rapidfuzz', 'numpy',"
        " 'importlib.metadata'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert "Compare negotiating positions" in done.stdout
    assert done.stderr.strip() == "[]"
