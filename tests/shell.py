"""Runs the command as a user would, within the process."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from negotiator.cli.program import run


@dataclass(frozen=True)
class Done:
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Return what was written as JSON."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Shell:
    """Runs `negotiator` in a folder of its own."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str, code: int = 0) -> Done:
        """Run a command; its exit code must be the one expected."""
        self.capsys.readouterr()
        ended = run(arguments)
        out, err = self.capsys.readouterr()
        assert ended == code, f"{' '.join(arguments)}: {ended}\n{err}"
        assert "Traceback" not in err
        return Done(ended, out, err)

    def write(self, name: str, content: Any) -> str:
        """Write a file, a text as it is and anything else as JSON, and return its name."""
        text = content if isinstance(content, str) else json.dumps(content)
        (self.folder / name).write_text(text, encoding="utf-8")
        return name

    def clauses(self, name: str, **texts: str) -> str:
        """Write the minimal form of a document, one clause per keyword, and return its name."""
        return self.write(name, {"clauses": [{"id": i, "text": t} for i, t in texts.items()]})
