"""The wording of one paragraph, read from its runs and whatever wraps them."""

from __future__ import annotations

import re

from negotiator.documents.kinds.docx.changes import Exit, Fate
from negotiator.documents.kinds.docx.looks import Look
from negotiator.documents.kinds.docx.names import (
    Element,
)
from negotiator.documents.kinds.docx.notation import Dressed
from negotiator.documents.kinds.docx.state import State, Verdict
from negotiator.documents.manuscript import Run

EAST_ASIAN = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")


class Line:
    """Gathers the wording of one paragraph, or of several that deleted marks join.

    Args:
        state: the reading as a whole.
    """

    def __init__(self, state: State) -> None:
        self.state = state
        self.place = state.place
        self.page: int | None = None
        self.parts: list[tuple[str, Verdict]] = []
        self.notes: dict[str, None] = {}
        self.comments: dict[str, None] = {}
        self.boxes: list[tuple[Element, Fate]] = []
        self._exits: list[tuple[Exit, list[str]]] = []
        self._broken = False

    def runs(self) -> tuple[Run, ...]:
        """Return the runs; neighbours with the same fate and look are one."""
        if not self.parts:
            return ()
        runs: list[Run] = []
        texts: list[str] = []
        last = self.parts[0][1]
        for text, verdict in self.parts:
            if verdict is not last:
                if verdict.look.raised and text[0].isdigit() and texts[-1][-1].isdigit():
                    self.state.doubts["raised"] += 1
                if (verdict.mark, verdict.dress) != (last.mark, last.dress):
                    runs.append(_run("".join(texts), last))
                    texts = []
                last = verdict
            texts.append(text)
        runs.append(_run("".join(texts), last))
        return tuple(runs)

    def language(self) -> str:
        """Return the one language that all its words state, empty for none or several."""
        spoken: dict[str, int] = {}
        for text, verdict in self.parts:
            look = verdict.look
            plainly = text.isascii() and not look.rightward
            language = look.language if plainly else _language(text, look)
            if language in spoken:
                spoken[language] += len(text)
            elif not text.isspace():
                spoken[language] = len(text)
        for language, length in spoken.items():
            self.state.languages[language] += length
        return next(iter(spoken)) if len(spoken) == 1 else ""

    def leave(self, exit: Exit, text: str) -> None:
        """Leave text out."""
        if self._exits and self._exits[-1][0] == exit:
            self._exits[-1][1].append(text)
        elif text:
            self._exits.append((exit, [text]))

    def list_exits(self) -> None:
        """List what was left out of it."""
        for exit, texts in self._exits:
            self.state.omit(exit.what, exit.reason, "".join(texts))
        self._exits = []

    def add(self, text: str, verdict: Verdict) -> None:
        """Add text, wherever it belongs."""
        if not text:
            return
        if self.state.fields.instructing:
            self.state.fields.instruct(text)
        elif verdict.exit is not None:
            self.leave(verdict.exit, text)
        else:
            if self.page is None:
                self.page = self.state.page
            if self._broken and self.parts:
                self.parts.append(("\n", verdict))
            self._broken = False
            self.parts.append((text, verdict))


def _run(text: str, verdict: Verdict) -> Run:
    if verdict.dress is None:
        return Run(text, verdict.mark)
    return Dressed(text, verdict.mark, verdict.dress)


def _language(text: str, look: Look) -> str:
    if look.rightward:
        return look.oriental
    if look.asian and not text.isascii() and EAST_ASIAN.search(text):
        return look.asian
    return look.language
