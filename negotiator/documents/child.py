"""The child process that reads one untrusted file: limits first, then the reader, then the answer.

Run as a script by `sandbox`, in Python's isolated mode and without `site`; `negotiator` is not on
its path until the request has named it. It imports nothing heavy: its start is paid for every file.

It is told what to do on standard input (a line of JSON, then the bytes of the file) and answers on
standard output in the lines of `transport`. What a reader prints goes nowhere.

The audit hook stops what Python code can do: processes, sockets, writing. Native code that a file
has taken over is past it, and is held by the limits of the operating system alone: memory, time,
no bytes into any file, few open files. Of these, Windows has none and macOS no limit of memory.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from negotiator.documents.extract import Extract
    from negotiator.documents.manuscript import Progress

MEMORY = 512 * 1024 * 1024
OPEN_FILES = 48
BETWEEN_REPORTS = 0.05

# Events of Python's audit hooks (PEP 578) that no reader has a use for, by name or by beginning.
FORBIDDEN = frozenset(
    """
    os.chflags os.chmod os.chown os.exec os.fork os.forkpty os.kill os.killpg os.link os.mkdir
    os.posix_spawn os.remove os.removexattr os.rename os.rmdir os.setxattr os.spawn os.startfile
    os.startfile/2 os.symlink os.system os.truncate os.utime pty.spawn resource.prlimit
    resource.setrlimit signal.pthread_kill sqlite3.connect subprocess.Popen webbrowser.open
    _winapi.CreateProcess _winapi.CreateFile _winapi.CreateNamedPipe _winapi.TerminateProcess
    """.split()
)
FORBIDDEN_ROOMS = ("socket.", "winreg.", "syslog.")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

Extractor = Callable[[str, bytes, dict[str, Any], "Progress"], "Extract"]


class Forbidden(PermissionError):
    """A reader tried what it may not."""


def main(load: Callable[[], Extractor] | None = None) -> None:
    """Read the request and the file, and answer.

    Args:
        load: imports and returns what does the reading, called when the limits are set.
    """
    answer = os.dup(1)
    os.dup2(2, 1)  # The parent points standard error at nothing.
    request = json.loads(sys.stdin.buffer.readline())
    sys.path[:] = request["path"]
    confine(request["seconds"])
    data = sys.stdin.buffer.read(request["size"])
    if len(data) != request["size"]:
        os._exit(1)  # The parent has gone.
    for line in reply(load or extractor, request, data, Reporter(answer)):
        send(answer, line)
    # Nothing is left to do: a reader's threads and exit functions are not waited for.
    os._exit(0)


def extractor() -> Extractor:
    """Import the readers and return how one is called."""
    from negotiator.documents.extract import Grain
    from negotiator.documents.extraction import extract
    from negotiator.documents.manuscript import Tracked, Wishes

    def call(file: str, data: bytes, request: dict[str, Any], progress: Progress) -> Extract:
        wishes = Wishes(**{**request["wishes"], "tracked": Tracked(request["wishes"]["tracked"])})
        return extract(file, data, request["kind"], wishes, Grain(request["grain"]), progress)

    return call


def reply(
    load: Callable[[], Extractor], request: dict[str, Any], data: bytes, progress: Progress
) -> Iterator[bytes]:
    """Yield the answer to a request, line by line: the extract, a refusal or what went wrong."""
    cause, detail = "memory", ""
    try:
        from negotiator.documents.transport import TooLong, lines_of, pack
        from negotiator.errors import NegotiatorError

        try:
            yield from lines_of(load()(request["file"], data, request, progress))
            return
        except NegotiatorError as refused:
            yield pack("refused", [refused.what, refused.where, refused.remedy])
            return
        except TooLong as error:
            cause, detail = "length", str(error)
    except MemoryError:
        pass
    except RecursionError:
        cause = "depth"
    except Forbidden as error:
        cause, detail = "forbidden", str(error)
    except UnicodeEncodeError:
        cause = "surrogate"
    except BaseException as error:
        cause, detail = "error", f"{type(error).__name__}: {error}"
    # Outside of the handlers the frames are gone, and with them the memory that they held.
    detail = detail[:1000].encode("ascii", "backslashreplace").decode("ascii")
    yield json.dumps(["failed", [cause, detail]]).encode("ascii") + b"\n"


class Reporter:
    """Tells the parent how far the reading is, seldom enough not to slow it down."""

    def __init__(self, answer: int) -> None:
        self.answer = answer
        self.last = 0.0

    def __call__(self, done: int, total: int) -> None:
        """Report what has been done and what there is to do."""
        now = time.monotonic()
        if now - self.last >= BETWEEN_REPORTS or done == total:
            self.last = now
            send(self.answer, json.dumps(["progress", [done, total]]).encode() + b"\n")


def send(answer: int, line: bytes) -> None:
    """Write a line to the parent; end when there is none."""
    rest = memoryview(line)
    try:
        while rest:
            rest = rest[os.write(answer, rest) :]
    except OSError:
        os._exit(1)


def confine(seconds: int) -> None:
    """Give up, for good, what reading a file does not need.

    Args:
        seconds: the computing time, and the time by the clock, after which the process ends itself
            should its parent have gone.
    """
    try:
        import resource
        import signal
    except ImportError:  # Windows: the parent's clock and the audit hook are what there is.
        sys.addaudithook(audit)
        return
    limits = {
        "RLIMIT_CORE": 0,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_NOFILE": OPEN_FILES,
        "RLIMIT_CPU": seconds,
        "RLIMIT_AS": MEMORY,
    }
    for name, limit in limits.items():
        which = getattr(resource, name, None)
        if which is None:
            continue
        hard = resource.getrlimit(which)[1]
        bound = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        try:
            resource.setrlimit(which, (bound, bound))
        except (OSError, ValueError):  # macOS knows RLIMIT_AS and refuses to set it.
            continue
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    signal.alarm(seconds)
    sys.addaudithook(audit)


def audit(event: str, arguments: tuple[Any, ...]) -> None:
    """Stop what a reader may not do.

    Raises:
        Forbidden: naming the event.
    """
    if event == "open":
        _, mode, flags = arguments
        if (mode and set(mode) & set("wax+")) or (isinstance(flags, int) and flags & WRITING):
            raise Forbidden("open for writing")
    elif event in FORBIDDEN or event.startswith(FORBIDDEN_ROOMS):
        raise Forbidden(event)


if __name__ == "__main__":
    main()
