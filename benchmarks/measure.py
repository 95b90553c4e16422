"""Times whole processes and stretches of work, and tells ratios."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

COMMAND = str(Path(sys.executable).with_name("negotiator"))


@dataclass(frozen=True)
class Figure:
    """One line of the result.

    Args:
        what: what was measured.
        figure: what was seen, with its unit.
        peer: what it is held against.
        asked: what is asked of it.
        met: whether it is.
    """

    what: str
    figure: str
    peer: str
    asked: str
    met: bool


def process(command: Sequence[str], **variables: str) -> float:
    """Return the seconds that a whole process takes."""
    environment = {**os.environ, **variables}
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=environment)
    return time.perf_counter() - begun


def paired(one: Sequence[str], other: Sequence[str], times: int) -> tuple[float, float]:
    """Return the median seconds of two commands, run by turns so that both see the same machine."""
    pairs = [(process(one), process(other)) for _ in range(times + 1)][1:]
    return median(first for first, _ in pairs), median(second for _, second in pairs)


@dataclass
class Clock:
    """Adds up stretches of work."""

    seconds: float = 0.0
    laps: list[float] = field(default_factory=list)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Count the time of a block."""
        begun = time.perf_counter()
        yield
        lap = time.perf_counter() - begun
        self.seconds += lap
        self.laps.append(lap)
