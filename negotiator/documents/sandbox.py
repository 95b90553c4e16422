"""Reads an untrusted file in a child process with limits; whatever becomes of it is a sentence."""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Callable
from dataclasses import fields

from negotiator.documents.child import MEMORY
from negotiator.documents.extract import Extract, Grain
from negotiator.documents.manuscript import Wishes, unwatched
from negotiator.documents.process import LARGEST_ANSWER, Child, search_path
from negotiator.documents.transport import LONGEST_LINE, Arrival, Garbled, restored, unpack
from negotiator.errors import Refused

PATIENCE = 10.0
MOST_PATIENCE = 120.0
LONGEST_MESSAGE = 500
# What is told of a child that a signal ended, where there is more to say than its number: native
# code that is out of memory aborts or traps.
ENDINGS = {
    "SIGXCPU": "the reader used up its computing time",
    "SIGALRM": "the reader used up its time",
    **dict.fromkeys(
        ("SIGABRT", "SIGTRAP", "SIGKILL"),
        f"the reader crashed, perhaps at its limit of {MEMORY // 1024 // 1024} MiB",
    ),
}
# How long a child that has closed its pipe is given to end by itself, in seconds.
GRACE = 0.2
SPLIT = "split it, or save it in another format"


def read_safely(
    file: str,
    data: bytes,
    kind: str,
    wishes: Wishes | None = None,
    grain: Grain = Grain.PARAGRAPHS,
    *,
    time_limit: float | None = None,
    watch: Callable[[int, int], None] = unwatched,
) -> Extract:
    """Return the clauses of a document, read in a child process.

    Args:
        file: its name, for messages.
        data: its bytes.
        kind: one of `extraction.READERS`.
        wishes: how it should be read.
        grain: the unit that becomes one clause.
        time_limit: seconds after which the reading is given up; None for `PATIENCE`, counted
            from the last page read, up to `MOST_PATIENCE` in all.
        watch: told how far the reading is.

    Raises:
        Refused: by the reader, and whenever it takes too long, asks for too much, crashes or
            answers nonsense.
    """
    clock = Clock(time_limit)
    wishes = wishes or Wishes()
    request = {
        "path": search_path(),
        "seconds": int(clock.most) + 5,
        "size": len(data),
        # A name that is not UTF-8 on the disk would spoil every message.
        "file": file.encode("utf-8", "backslashreplace").decode("utf-8"),
        "kind": kind,
        "grain": grain.value,
        "wishes": {one.name: getattr(wishes, one.name) for one in fields(wishes)},
    }
    child = Child(json.dumps(request, default=dict).encode("ascii") + b"\n", data)
    try:
        extract = answer(file, child, clock, watch)
    except BaseException:
        child.end()
        raise
    if extract is None:
        raise Refused(ending(child.end(GRACE)), where=file, remedy=SPLIT)
    child.end()
    if extract.kind != kind:
        raise nonsense(file)
    return extract


def answer(
    file: str, child: Child, clock: Clock, watch: Callable[[int, int], None]
) -> Extract | None:
    """Return what a child answers, None when it ends without an answer.

    Raises:
        Refused: as told by the child, or because of what it sends.
    """
    arrival = Arrival()
    try:
        for line in child.lines(clock.left):
            name, value = unpack(line)
            if name == "progress":
                done, total = numbers(value)
                clock.note(done)
                watch(done, total)
            elif name == "refused":
                what, where, remedy = sentences(value, 3)
                raise Refused(what, where=where, remedy=remedy)
            elif name == "failed":
                raise failure(file, *sentences(value, 2))
            elif (extract := arrival.take(name, value)) is not None:
                return extract
    except TimeoutError:
        what = f"was not read within {round(clock.passed(), 1):g} s"
        remedy = "split it, or give it more time with --time-limit"
        raise Refused(what, where=file, remedy=remedy) from None
    except OverflowError:
        size = LARGEST_ANSWER // 1024 // 1024
        what = f"the reader answers with more than {size} MiB"
        raise Refused(what, where=file, remedy=SPLIT) from None
    except Garbled:
        raise nonsense(file) from None
    return None


class Clock:
    """How long a child may take: a fixed time, or as long as it gets on within a longer one."""

    def __init__(self, limit: float | None) -> None:
        self.began = time.monotonic()
        self.patience = PATIENCE if limit is None else limit
        self.most = MOST_PATIENCE if limit is None else limit
        self.deadline = self.began + self.patience
        self.furthest = 0

    def note(self, done: int) -> None:
        """Take notice of progress: only what is new counts."""
        if done > self.furthest:
            self.furthest = done
            latest = self.began + self.most
            self.deadline = min(time.monotonic() + self.patience, latest)

    def passed(self) -> float:
        """Return the seconds since the beginning."""
        return time.monotonic() - self.began

    def left(self) -> float:
        """Return the seconds that are left, 0 when there are none."""
        return max(0.0, self.deadline - time.monotonic())


def numbers(value: object) -> tuple[int, int]:
    """Return the two counts of a report of progress.

    Raises:
        Garbled: when it is none.
    """
    found: tuple[int, ...] = restored(tuple[int, ...], value)
    if len(found) != 2 or not 0 <= found[0] <= found[1] < 10**9:
        raise Garbled("a report of progress makes no sense")
    return found[0], found[1]


def sentences(value: object, count: int) -> tuple[str, ...]:
    """Return texts that can be printed: without control characters, of bounded length.

    Raises:
        Garbled: when there is another number of them.
    """
    found: tuple[str, ...] = restored(tuple[str, ...], value)
    if len(found) != count:
        raise Garbled("a message makes no sense")
    return tuple(printable(text) for text in found)


def printable(text: str) -> str:
    """Return a text on one line, cut to the length of a message."""
    line = "".join(one if one.isprintable() else " " for one in text[:LONGEST_MESSAGE])
    return line if len(text) <= LONGEST_MESSAGE else line + "…"


def failure(file: str, cause: str, detail: str) -> Refused:
    """Return the refusal for what a child tells of its own failure."""
    size = MEMORY // 1024 // 1024
    told = {
        "memory": (f"the reader ran out of its {size} MiB", SPLIT),
        "depth": ("is nested deeper than the reader goes", SPLIT),
        "length": (f"holds a {detail} of more than {LONGEST_LINE // 1024 // 1024} MiB", SPLIT),
        "surrogate": ("holds half of a surrogate pair, which is no character", "save it anew"),
        "forbidden": (
            f"the reader tried what it may not ({detail}) and was stopped",
            "do not trust the file; ask its sender",
        ),
    }
    what, remedy = told.get(cause, (f"the reader failed ({detail})", "save it in another format"))
    return Refused(what, where=file, remedy=remedy)


def nonsense(file: str) -> Refused:
    """Return the refusal for an answer that no reader gives."""
    return Refused(
        "the reader's answer makes no sense",
        where=file,
        remedy="do not trust the file; ask its sender",
    )


def ending(code: int) -> str:
    """Return a sentence for a child that ended without an answer.

    Args:
        code: its exit code, negative for the number of a signal, as `subprocess` has it.
    """
    if code >= 0:
        return f"the reader ended without an answer (exit code {code})"
    names = {member.value: member.name for member in signal.Signals}
    told = ENDINGS.get(names.get(-code, ""), "the reader crashed")
    return f"{told} (signal {-code})"
