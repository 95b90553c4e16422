"""Whatever a file makes its reader do: a sentence in bounded time, and nothing left behind."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from negotiator.documents import process, sandbox
from negotiator.documents.extract import Extract, Grain, Piece
from negotiator.documents.manuscript import Tracked, Wishes
from negotiator.documents.sandbox import read_safely
from negotiator.errors import Refused

POSIX = os.name == "posix"
LINUX = sys.platform == "linux"
SCRIPT = Path(__file__).with_name("misbehaving.py")
Read = Callable[..., Extract]


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "draft.txt"
    path.write_text("Article 1")
    return str(path)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch, file: str) -> Iterator[Read]:
    """Return what reads a file with a reader of `misbehaving`, and see that all is tidy after."""
    start = process.command()[:-1]
    started: list[process.Child] = []

    class Watched(process.Child):
        def __init__(self, *messages: bytes) -> None:
            super().__init__(*messages)
            started.append(self)

    def reading(reader: str, time_limit: float | None = 20.0, **more: object) -> Extract:
        monkeypatch.setattr(process, "command", lambda: [*start, str(SCRIPT), reader])
        more.setdefault("data", b"Article 1")
        return read_safely(file, kind="text", time_limit=time_limit, **more)  # type: ignore[arg-type]  # keywords of many types

    monkeypatch.setattr(sandbox, "Child", Watched)
    before = threading.active_count()
    yield reading
    assert started
    for child in started:
        assert child.process.returncode is not None, "it has been waited for"
        assert soon(lambda pid=child.process.pid: not processes(pid)), "none of its group is left"
    assert soon(lambda: threading.active_count() == before), "no thread is left"
    assert os.listdir(Path(file).parent) == ["draft.txt"], "nothing is written"  # noqa: PTH208
    assert Path(file).read_text() == "Article 1"


def soon(holds: Callable[..., bool]) -> bool:
    """Tell whether something holds within a few seconds: a killed process takes a moment to go."""
    for _ in range(100):
        if holds():
            return True
        time.sleep(0.05)
    return holds()


def processes(group: int) -> list[str]:
    """Return the living processes of a group, where the system tells."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, of = stat.read_text().rpartition(")")[2].split()[:3]
        except (OSError, ValueError):
            continue
        if int(of) == group and state not in "ZX":
            found.append(stat.parent.name)
    return found


def refusal(read: Read, reader: str, time_limit: float | None = 20.0) -> str:
    with pytest.raises(Refused) as refused:
        read(reader, time_limit)
    message = str(refused.value)
    assert "\n" not in message
    assert len(message) < 2_000
    assert refused.value.exit_code == 1
    assert refused.value.remedy or reader.startswith("refuses"), "it says what to do"
    return message


@pytest.mark.parametrize(
    ("reader", "message"),
    [
        ("allocates", "the reader ran out of its 512 MiB"),
        ("recurses", "is nested deeper than the reader goes"),
        ("aborts", "the reader crashed, perhaps at its limit of 512 MiB (signal 6)"),
        ("touches_nothing", "the reader crashed (signal 11)"),
        ("exits silently", "the reader ended without an answer (exit code 0)"),
        ("exits with a code", "the reader ended without an answer (exit code 7)"),
        ("exits politely", "the reader failed (SystemExit: 0)"),
        ("interrupts", "the reader failed (KeyboardInterrupt: )"),
        ("fails", "the reader failed (KeyError: 'w:p\\nof many\\nlines')"),
        ("fails at length", "the reader failed (ValueError:  [31mlong long"),
        ("fails with half a surrogate", "the reader failed (ValueError: \\ud83d)"),
        ("answers with half a surrogate", "holds half of a surrogate pair, which is no character"),
        ("answers at length", "holds a piece of more than 16 MiB"),
        ("answers with another kind", "the reader's answer makes no sense"),
        ("answers with nothing", "the reader failed (AttributeError: "),
        ("writes garbage", "the reader's answer makes no sense"),
        ("writes half a line", "the reader ended without an answer (exit code 0)"),
        ("writes too little", "the reader ended without an answer (exit code 0)"),
        ("loses a clause", "the reader's answer makes no sense"),
        ("writes a bomb", "the reader's answer makes no sense"),
        ("reports nonsense", "the reader's answer makes no sense"),
        ("reports text", "the reader's answer makes no sense"),
        ("refuses wrongly", "the reader's answer makes no sense"),
        ("pickles", "the reader's answer makes no sense"),
        ("floods without an end of line", "the reader's answer makes no sense"),
        ("closes_its_answer", "the reader crashed, perhaps at its limit of 512 MiB (signal 9)"),
        ("opens_a_socket", "the reader tried what it may not (socket.__new__) and was stopped"),
        ("looks_a_name_up", "the reader tried what it may not (socket.getaddrinfo)"),
        ("starts_a_process", "the reader tried what it may not (subprocess.Popen)"),
        ("starts_a_shell", "the reader tried what it may not (os.system)"),
        ("forks", "the reader tried what it may not (os.fork)"),
        ("kills_its_parent", "the reader tried what it may not (os.kill)"),
        ("lifts_its_limits", "the reader tried what it may not (resource.setrlimit)"),
        ("writes_a_file", "the reader tried what it may not (open for writing)"),
        ("opens_a_file_to_write", "the reader tried what it may not (open for writing)"),
        ("makes_a_folder", "the reader tried what it may not (os.mkdir)"),
        ("removes_a_file", "the reader tried what it may not (os.remove)"),
        ("opens_an_address", "the reader failed (URLError: "),
        ("makes_a_temporary_file", "the reader failed (FileNotFoundError: "),
        ("refuses", "draft.txt, page 3: has no text; have it recognised"),
        ("refuses_in_colour", "draft.txt:  [31mhas no text!!!"),
    ],
)
@pytest.mark.skipif(not POSIX, reason="the limits of the system and its signals")
def test_readers_that_misbehave(
    read: Read, reader: str, message: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert message in refusal(read, reader)
    assert capfd.readouterr() == ("", ""), "nothing is printed, no traceback"


@pytest.mark.parametrize("reader", ["loops", "sleeps", "ignores_signals", "stops_itself"])
def test_readers_that_never_end(read: Read, reader: str, file: str) -> None:
    message = refusal(read, reader, time_limit=1.0)
    assert message.startswith(f"{file}: was not read within 1")
    assert message.endswith("split it, or give it more time with --time-limit")


@pytest.mark.skipif(not LINUX, reason="looks into /proc")
@pytest.mark.parametrize("reader", ["forks_natively", "closes_its_answer"])
def test_what_a_reader_starts_behind_the_hook_ends_with_it(read: Read, reader: str) -> None:
    refusal(read, reader, time_limit=1.0)


@pytest.mark.skipif(not LINUX, reason="looks into /proc")
def test_what_a_reader_starts_ends_after_an_answer_too(read: Read) -> None:
    assert read("forks_natively_and_answers").pieces == (Piece("A", "One."),)


@pytest.mark.skipif(not POSIX, reason="the limits of the system")
def test_not_a_byte_is_written_behind_the_hook(read: Read, file: str) -> None:
    assert read("writes_natively").title == "-1"
    written = Path(f"{file}.written")
    assert written.read_bytes() == b""
    written.unlink()


def test_a_flood_is_cut(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "LARGEST_ANSWER", 4 * 1024 * 1024)
    monkeypatch.setattr(sandbox, "LARGEST_ANSWER", 4 * 1024 * 1024)
    assert "the reader answers with more than 4 MiB" in refusal(read, "floods")


def test_what_a_reader_prints_goes_nowhere(read: Read, capfd: pytest.CaptureFixture[str]) -> None:
    assert read("prints").pieces == (Piece("A", "One."),)
    assert capfd.readouterr() == ("", "")


def test_a_library_may_take_a_refusal_as_one_of_the_system(read: Read) -> None:
    assert read("swallows").title == "open for writing"


def test_a_reader_that_gets_on_is_given_more_time(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "PATIENCE", 1.5)
    seen: list[tuple[int, int]] = []
    read("gets_on", None, watch=lambda done, total: seen.append((done, total)))
    assert seen == [(page, 8) for page in range(1, 9)]


def test_but_not_for_ever(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "PATIENCE", 1.5)
    monkeypatch.setattr(sandbox, "MOST_PATIENCE", 3.0)
    assert "was not read within 3" in refusal(read, "gets_on_for_ever", None)


def test_and_not_for_reading_the_same_page_again(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "PATIENCE", 1.5)
    began = time.monotonic()
    refusal(read, "reads_one_page_again_and_again", None)
    assert time.monotonic() - began < sandbox.MOST_PATIENCE / 4


def test_the_time_that_is_given_counts_instead(read: Read) -> None:
    assert "was not read within 1" in refusal(read, "gets_on_for_ever", 1.0)


def test_what_the_child_is_told(read: Read, file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEGOTIATOR_DATABASE", "postgresql://user:secret@host/talks")
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    data = os.urandom(3_000_000) + b"\n\0\r\n"
    wishes = Wishes(Tracked.BOTH, "windows-1252", {"Текст": "text", "“Who”": "party"}, "fr")
    extract = read("told", data=data, wishes=wishes, grain=Grain.POINTS)
    told = json.loads(extract.title)
    assert told["file"] == file
    assert told["sha256"] == hashlib.sha256(data).hexdigest()
    assert told["wishes"] == {
        "tracked": "both",
        "encoding": "windows-1252",
        "columns": {"Текст": "text", "“Who”": "party"},
        "language": "fr",
    }
    assert told["grain"] == "points"
    assert set(told["environment"]) <= {*process.ENVIRONMENT, "LC_CTYPE"}
    assert told["folder"] != str(Path.cwd())
    assert told["standard input"] == ""


def test_an_observer_that_fails_leaves_no_child(read: Read) -> None:
    def watch(done: int, total: int) -> None:
        raise ValueError("the observer's own fault")

    with pytest.raises(ValueError, match="the observer's own fault"):
        read("gets_on", watch=watch)


def test_no_pipe_is_left_open(read: Read) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error", ResourceWarning)
        read("prints")
        refusal(read, "loops", time_limit=0.5)
        gc.collect()


def test_a_name_that_is_not_text_spoils_no_message(
    monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    start = process.command()[:-1]
    monkeypatch.setattr(process, "command", lambda: [*start, str(SCRIPT), "refuses"])
    with pytest.raises(Refused, match=r"draft\\udcff.txt, page 3: has no text"):
        read_safely("draft\udcff.txt", b"Article 1", "text")


def test_python_that_cannot_be_started(monkeypatch: pytest.MonkeyPatch, file: str) -> None:
    monkeypatch.setattr(process, "command", lambda: ["/nowhere/python"])
    with pytest.raises(Refused, match="the reader could not be started: No such file"):
        read_safely(file, b"Article 1", "text")


def test_a_child_that_does_not_listen(monkeypatch: pytest.MonkeyPatch, file: str) -> None:
    monkeypatch.setattr(process, "command", lambda: [sys.executable, "-c", "pass"])
    with pytest.raises(Refused, match=r"ended without an answer \(exit code 0\)"):
        read_safely(file, b"x" * 10_000_000, "text")


def test_the_child_finds_what_this_process_finds(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    root = str(Path(sandbox.__file__).parents[2])
    monkeypatch.setattr(sys, "path", ["", "relative", str(tmp_path), "/usr/lib/python"])
    monkeypatch.chdir(tmp_path)
    assert process.search_path() == [str(tmp_path), "/usr/lib/python", root]
    monkeypatch.chdir(root)
    assert process.search_path() == [root, str(tmp_path), "/usr/lib/python"]
