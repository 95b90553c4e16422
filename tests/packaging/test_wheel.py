"""The wheel holds what git holds, and works in an empty environment from an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def run(*command: str | Path, cwd: Path = ROOT, **variables: str) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("NEGOTIATOR_")}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**environment, "PYTHONPATH": "", **variables},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    return next(folder.glob("*.whl"))


def test_wheel_holds_what_git_holds(wheel: Path) -> None:
    tracked = run("git", "ls-files", "negotiator", "migrations", "reports").splitlines()
    expected = {
        path if path.startswith("negotiator/") else f"negotiator/{path}" for path in tracked
    }
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert held == expected


def test_wheel_works_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", wheel)
    empty = tmp_path / "empty"
    empty.mkdir()
    command = tmp_path / "env" / "bin" / "negotiator"
    out = run(command, "demo", cwd=empty)
    assert out == "negotiator-demo/report.html\n"
    page = (empty / "negotiator-demo" / "report.html").read_text(encoding="utf-8")
    assert 'id="clause-A4.1"' in page
    database = "negotiator-demo/negotiator.db"
    found = run(command, "--database", database, "list", "clauses", "--format", "json", cwd=empty)
    assert found.count('"wording": "paraphrase"') == 106


def test_alembic_runs_from_the_root(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'x.db'}"
    run(sys.executable, "-m", "alembic", "upgrade", "head", NEGOTIATOR_DATABASE=database)
    current = run(sys.executable, "-m", "alembic", "current", NEGOTIATOR_DATABASE=database)
    assert "(head)" in current
