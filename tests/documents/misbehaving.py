"""A child process whose reader misbehaves: started by the tests in the place of `child.py`.

    python -I -S -B misbehaving.py NAME

Everything but the reader is the product's own: the request, the limits, the answer. The name says
which of the readers below is called; each is given the name and the bytes of a file, as a real one.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from negotiator.documents import child

# Where the answer goes: the first file that `child.main` opens.
ANSWER = 3
Reader = Callable[[str, bytes, dict[str, Any], Any], Any]


def extract(title: str = "", text: str = "One.", kind: str = "text") -> Any:
    from negotiator.documents.extract import Extract, Piece

    return Extract(kind, title, "en", (Piece("A", text),))


def told(file: str, data: bytes, request: dict[str, Any], progress: Any) -> Any:
    """Answer with all that the child was told and can see."""
    import hashlib
    import json

    seen = {
        "file": file,
        "sha256": hashlib.sha256(data).hexdigest(),
        "wishes": request["wishes"],
        "grain": request["grain"],
        "environment": sorted(os.environ),
        "folder": str(Path.cwd()),
        "standard input": sys.stdin.read(),
    }
    return extract(json.dumps(seen))


def writes(lines: list[bytes]) -> Reader:
    """Return a reader that writes lines to the parent and is gone."""

    def reader(*_: Any) -> None:
        for line in lines:
            os.write(ANSWER, line)
        os._exit(0)

    return reader


def floods(line: bytes) -> Reader:
    """Return a reader that never stops writing."""

    def reader(*_: Any) -> None:
        while True:
            os.write(ANSWER, line)

    return reader


def raises(error: BaseException) -> Reader:
    def reader(*_: Any) -> None:
        raise error

    return reader


def loops(*_: Any) -> None:
    while True:
        pass


def sleeps(*_: Any) -> None:
    time.sleep(600)


def allocates(*_: Any) -> None:
    held = []
    while True:
        held.append(b"x" * 8_000_000)


def recurses(*_: Any) -> None:
    recurses()


def ignores_signals(*_: Any) -> None:
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGALRM):
        signal.signal(number, signal.SIG_IGN)
    loops()


def stops_itself(*_: Any) -> None:
    signal.raise_signal(signal.SIGSTOP)


def closes_its_answer(*_: Any) -> None:
    os.close(ANSWER)
    sleeps()


def touches_nothing(*_: Any) -> None:
    import ctypes

    ctypes.string_at(0)


def forks_natively(*_: Any) -> None:
    """Get past the audit hook, as native code can: a second process, which holds the pipe open."""
    import ctypes

    ctypes.CDLL(None).fork()
    sleeps()


def forks_natively_and_answers(*_: Any) -> Any:
    import ctypes

    if ctypes.CDLL(None).fork() == 0:
        sleeps()
    return extract()


def writes_natively(file: str, *_: Any) -> Any:
    import ctypes

    library = ctypes.CDLL(None)
    opened = library.open(f"{file}.written".encode(), os.O_WRONLY | os.O_CREAT, 0o600)
    return extract(str(library.write(opened, b"written", 7)))


def prints(*_: Any) -> Any:
    print("garbage\n" * 1000, flush=True)
    print("garbage\n" * 1000, file=sys.stderr, flush=True)
    os.write(1, b"garbage\n")
    os.write(2, b"garbage\n")
    return extract()


def swallows(file: str, *_: Any) -> Any:
    """Take a refusal of the sandbox as an honest library takes one of the system."""
    try:
        Path(f"{file}.written").write_text("written")
    except OSError as error:
        return extract(str(error))
    return extract("written")


def gets_on(*_: Any) -> Any:
    progress = _[3]
    for page in range(1, 9):
        time.sleep(0.25)
        progress(page, 8)
    return extract()


def gets_on_for_ever(*_: Any) -> None:
    progress = _[3]
    for page in range(1, 10_000):
        time.sleep(0.05)
        progress(page, 10_000)


def reads_one_page_again_and_again(*_: Any) -> None:
    progress = _[3]
    while True:
        time.sleep(0.05)
        progress(3, 8)


def opens_a_socket(*_: Any) -> None:
    import socket

    socket.socket()


def looks_a_name_up(*_: Any) -> None:
    import socket

    socket.getaddrinfo("localhost", 80)


def opens_an_address(*_: Any) -> None:
    import urllib.request

    urllib.request.urlopen("http://127.0.0.1:9/")


def starts_a_process(*_: Any) -> None:
    import subprocess

    subprocess.run(["true"])


def starts_a_shell(*_: Any) -> None:
    os.system("true")


def forks(*_: Any) -> None:
    os.fork()


def kills_its_parent(*_: Any) -> None:
    os.kill(os.getppid(), signal.SIGKILL)


def lifts_its_limits(*_: Any) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (600, 600))


def writes_a_file(file: str, *_: Any) -> None:
    Path(f"{file}.written").write_text("written")


def opens_a_file_to_write(file: str, *_: Any) -> None:
    os.open(f"{file}.written", os.O_RDWR | os.O_CREAT)


def makes_a_temporary_file(*_: Any) -> None:
    import tempfile

    # It tries several folders, and takes a refusal for a folder that is not to be used.
    tempfile.mkstemp()


def makes_a_folder(file: str, *_: Any) -> None:
    Path(f"{file}.written").mkdir()


def removes_a_file(file: str, *_: Any) -> None:
    Path(file).unlink()


def refuses(file: str, *_: Any) -> None:
    from negotiator.errors import Refused

    raise Refused("has no text", where=f"{file}, page 3", remedy="have it recognised")


def refuses_in_colour(file: str, *_: Any) -> None:
    from negotiator.errors import Refused

    raise Refused("\x1b[31mhas\nno text" + "!" * 10_000, where=file)


DOCUMENT = b'["document",["text","",""]]\n'
READERS: dict[str, Reader] = {
    name: value for name, value in vars().items() if callable(value) and name.islower()
} | {
    "aborts": lambda *_: os.abort(),
    "exits silently": lambda *_: os._exit(0),
    "exits with a code": lambda *_: os._exit(7),
    "exits politely": raises(SystemExit(0)),
    "interrupts": raises(KeyboardInterrupt()),
    "fails": raises(KeyError("w:p\nof many\nlines")),
    "fails at length": raises(ValueError("\x1b[31m" + "long " * 100_000)),
    "answers with half a surrogate": lambda *_: extract(text="\ud83d"),
    "fails with half a surrogate": raises(ValueError("\ud83d")),
    "answers at length": lambda *_: extract(text="x" * 17_000_000),
    "answers with another kind": lambda *_: extract(kind="pdf"),
    "answers with nothing": lambda *_: None,
    "writes garbage": writes([b"garbage\n"]),
    "writes half a line": writes([b'["document",["text"']),
    "writes too little": writes([DOCUMENT]),
    "loses a clause": writes([DOCUMENT, b'["end",[1,0,0]]\n']),
    "writes a bomb": writes([b"[" * 1_000_000 + b"\n"]),
    "reports nonsense": writes([b'["progress",[5,3]]\n']),
    "reports text": writes([b'["progress",["a","b"]]\n']),
    "refuses wrongly": writes([b'["refused",["what"]]\n']),
    "pickles": writes([b"cos\nsystem\n(S'true'\ntR.\n"]),
    "floods": floods(b'["progress",[1,2]]\n' * 5_000),
    "floods without an end of line": floods(b"x" * 100_000),
}

if __name__ == "__main__":
    child.main(lambda: READERS[sys.argv[1]])
