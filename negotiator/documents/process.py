"""A child process with its pipes: how it is started, fed, listened to, and ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Any

from negotiator.documents.transport import LONGEST_LINE, Garbled
from negotiator.errors import Refused

LARGEST_ANSWER = 128 * 1024 * 1024
CHUNK = 1024 * 1024
# What a process needs of the environment to start; the address of a database is none of it.
ENVIRONMENT = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")


class Child:
    """A running child process: it is handed its request, its lines are read, its end is certain."""

    def __init__(self, *messages: bytes) -> None:
        try:
            self.process = subprocess.Popen(  # noqa: S603  # our own script
                command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                cwd=Path(sys.executable).anchor,
                env={name: os.environ[name] for name in ENVIRONMENT if name in os.environ},
                start_new_session=True,
            )
        except OSError as error:
            what = f"the reader could not be started: {error.strerror}"
            raise Refused(what, remedy="check the installation of Python") from None
        self.chunks: SimpleQueue[bytes | None] = SimpleQueue()
        entrance: Any = self.process.stdin
        outlet: Any = self.process.stdout
        # Threads, because pipes cannot be waited for in any other way on Windows.
        self.threads = (
            (Thread(target=feed, args=(entrance, messages), daemon=True), entrance),
            (Thread(target=drain, args=(outlet, self.chunks), daemon=True), outlet),
        )
        for thread, _ in self.threads:
            thread.start()

    def lines(self, left: Callable[[], float]) -> Iterator[bytes]:
        """Yield the lines of the answer, as they come.

        Args:
            left: tells how many seconds the child still has.

        Raises:
            TimeoutError: when the time is over.
            OverflowError: when there is too much.
            Garbled: when a line has no end.
        """
        rest = bytearray()
        taken = 0
        while True:
            try:
                chunk = self.chunks.get(timeout=left())
            except Empty:
                raise TimeoutError from None
            if chunk is None:
                if taken > LARGEST_ANSWER:
                    raise OverflowError
                return
            taken += len(chunk)
            *lines, last = chunk.split(b"\n")
            for line in lines:
                yield bytes(rest) + line
                rest.clear()
            rest += last
            if len(rest) > LONGEST_LINE:
                raise Garbled("a line has no end")
            if left() == 0:
                raise TimeoutError

    def end(self, grace: float = 0.0) -> int:
        """Kill the process and whatever it has started; return how it ended.

        Args:
            grace: seconds to wait before, for a process that is about to end by itself.
        """
        time.sleep(grace)
        # The process has not been waited for, so its number is still its own, and its group's.
        if hasattr(os, "killpg"):
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(5)
        for thread, pipe in self.threads:
            thread.join(1)
            if not thread.is_alive():
                pipe.close()
        return self.process.poll() or 0


def command() -> list[str]:
    """Return what starts the child: Python without its user's settings, and the script."""
    script = Path(__file__).with_name("child.py")
    return [sys.executable, "-I", "-S", "-B", "-X", "utf8", str(script)]


def search_path() -> list[str]:
    """Return where the child finds what this process imports, the current folder left out."""
    root = Path(__file__).parents[2]
    found = []
    for entry in map(Path, sys.path):
        # A checkout may be found by the current folder alone; then it is named in its place.
        if entry.is_absolute() or entry.absolute() == root:
            found.append(str(entry.absolute()))
    return found if str(root) in found else [*found, str(root)]


def feed(pipe: IO[bytes], messages: tuple[bytes, ...]) -> None:
    """Write to a child, as long as it listens."""
    with suppress(OSError):
        for message in messages:
            rest = memoryview(message)
            while rest:
                rest = rest[pipe.write(rest) or 0 :]
        pipe.close()


def drain(pipe: IO[bytes], chunks: SimpleQueue[bytes | None]) -> None:
    """Read what a child writes, up to a little more than is taken, and mark the end."""
    taken = 0
    with suppress(OSError):
        while taken <= LARGEST_ANSWER and (chunk := pipe.read(CHUNK)):
            taken += len(chunk)
            chunks.put(chunk)
    chunks.put(None)
