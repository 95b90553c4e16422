"""How much memory a process has taken at most."""

from __future__ import annotations

import re
import resource
import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")


def peak() -> float:
    """Return the most that this process has had in memory so far, in MiB.

    Linux tells it of the program itself; its `ru_maxrss` also counts what the parent process held
    when it started this one.
    """
    if _STATUS.exists():
        most = re.search(r"^VmHWM:\s+(\d+) kB$", _STATUS.read_text(), re.MULTILINE)
        if most:
            return int(most[1]) / 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1024 / 1024
