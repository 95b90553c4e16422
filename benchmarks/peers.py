"""What people compare two documents with today, each run on the same two versions.

Every peer returns what it shows, with the seconds that the comparison took; None where it is not
installed. Nothing here is downloaded: a peer that wants to is not run.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from importlib import import_module
from pathlib import Path
from time import perf_counter

from benchmarks import tracked
from benchmarks.tracked import words
from benchmarks.truth import Pair

LONGEST = 600  # seconds that a peer may take

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_HEAD = 4  # lines in which git names the two files


@dataclass(frozen=True, slots=True)
class Shown:
    """What a comparison shows.

    Args:
        seconds: that it took.
        marked: words marked as inserted or deleted; None where it marks whole lines.
        stretches: in how many stretches they stand.
        shifted: words shown twice, where a move left from and where it came.
        moves: the clauses that it calls moved, by (old, new) places; None where it has no moves.
        links: which clauses it shows as one, in whole or in part; None where it has no clauses.
        remark: what a reader should know.
    """

    seconds: float
    marked: int | None = None
    stretches: int | None = None
    shifted: int = 0
    moves: frozenset[Pair] | None = None
    links: frozenset[Pair] | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Papers:
    """Two versions, in memory and as files: text with a clause a line, Word with one a paragraph.

    Args:
        old: the clauses of the first version.
        new: the clauses of the second.
        folder: holds `old.txt`, `new.txt`, `old.docx`, `new.docx`, and takes what a peer writes.
    """

    old: Sequence[str]
    new: Sequence[str]
    folder: Path


def python_redlines(papers: Papers) -> Shown | None:
    """Compare the Word files with the engine that Python-Redlines ships."""
    if not importlib.util.find_spec("python_redlines_docxodus"):
        return None
    engine = import_module("python_redlines.engines").DocxodusEngine(str(papers.folder / "engine"))
    begun = perf_counter()
    redline, *_ = engine.run_redline(
        "compared", papers.folder / "old.docx", papers.folder / "new.docx", detect_moves=True
    )
    seconds = perf_counter() - begun
    path = papers.folder / "python-redlines.docx"
    path.write_bytes(redline)
    return _in_word(papers, path, seconds)


def libreoffice(papers: Papers) -> Shown | None:
    """Compare the Word files with LibreOffice Writer; its start is not counted."""
    office = shutil.which("soffice")
    python = _python_with_uno()
    if not office or not python:
        return None
    name = f"compared-{uuid.uuid4().hex}"
    path = papers.folder / "libreoffice.docx"
    profile = (papers.folder / "profile").resolve().as_uri()
    options = [f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nologo"]
    writer = subprocess.Popen(
        [office, *options, f"--accept=pipe,name={name};urp"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        files = [str(papers.folder / file) for file in ("old.docx", "new.docx")]
        script = Path(__file__).with_name("writer.py")
        done = subprocess.run(
            [python, str(script), name, *files, str(path)],
            check=True,
            capture_output=True,
            text=True,
            timeout=LONGEST,
        )
    finally:
        writer.terminate()
        writer.wait()
    return _in_word(papers, path, float(done.stdout))


def _python_with_uno() -> str | None:
    for python in (sys.executable, "/usr/bin/python3"):
        if shutil.which(python):
            tried = subprocess.run([python, "-c", "import uno"], capture_output=True)
            if not tried.returncode:
                return python
    return None


def _in_word(papers: Papers, path: Path, seconds: float) -> Shown:
    read = tracked.read(path)
    olds, news = _places(read.old, papers.old), _places(read.new, papers.new)
    lost = len(papers.old) - len(olds) + len(papers.new) - len(news)

    def at_home(pairs: Iterable[Pair]) -> frozenset[Pair]:
        return frozenset((olds.get(old, -1), news.get(new, -1)) for old, new in pairs)

    return Shown(
        seconds,
        read.marked,
        read.stretches,
        read.shifted,
        at_home(read.moves()),
        at_home(read.links()),
        f"{lost} paragraphs are not rebuilt by rejecting or accepting" if lost else "",
    )


def _places(read: Sequence[str], true: Sequence[str]) -> dict[int, int]:
    """Return which clause each paragraph is: a file may lose or join some."""
    blocks = SequenceMatcher(None, read, true, autojunk=False).get_matching_blocks()
    return {a + step: b + step for a, b, size in blocks for step in range(size)}


def redlines(papers: Papers) -> Shown | None:
    """Compare the texts with the package redlines."""
    if not importlib.util.find_spec("redlines"):
        return None
    compared = import_module("redlines").Redlines
    old, new = "\n\n".join(papers.old), "\n\n".join(papers.new)
    begun = perf_counter()
    changes = compared(old, new).changes
    seconds = perf_counter() - begun
    texts = [text for one in changes for text in (one.source_text, one.test_text) if text]
    return Shown(seconds, sum(map(words, texts)), len(texts))


def word_diff(papers: Papers) -> Shown | None:
    """Compare the text files with git, word by word."""
    if not shutil.which("git"):
        return None
    seconds, lines = _git(papers, "--word-diff=porcelain")
    marked = [line for line in lines if line.startswith(("+", "-"))]
    return Shown(seconds, sum(map(words, marked)), len(marked))


def color_moved(papers: Papers) -> Shown | None:
    """Compare the text files with git, line by line, moved lines coloured."""
    if not shutil.which("git"):
        return None
    seconds, lines = _git(papers, "--color=always", "--color-moved")
    # Bold magenta and bold cyan, and their alternatives in bold blue and bold yellow.
    gone, come = (
        {_COLOUR.sub("", line)[1:] for line in lines if line.startswith(colours)}
        for colours in (("\x1b[1;35m-", "\x1b[1;34m-"), ("\x1b[1;36m+", "\x1b[1;33m+"))
    )
    news = {text: at for at, text in enumerate(papers.new) if text in come}
    moves = ((at, news[text]) for at, text in enumerate(papers.old) if text in gone & come)
    return Shown(seconds, moves=frozenset(moves), remark="lines that are unedited")


def _git(papers: Papers, *options: str) -> tuple[float, list[str]]:
    """Return the seconds that git takes, and its lines without the head."""
    command = ["git", "diff", "--no-index", *options, "old.txt", "new.txt"]
    # Nobody's own settings; with those of git itself the colours are known.
    settings = {**os.environ, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    begun = perf_counter()
    done = subprocess.run(command, cwd=papers.folder, env=settings, capture_output=True)
    seconds = perf_counter() - begun
    return seconds, done.stdout.decode("utf-8").split("\n")[_HEAD:]


def difflib(papers: Papers) -> Shown:
    """Compare the words of the texts with difflib, as it comes."""
    before, after = " ".join(papers.old).split(), " ".join(papers.new).split()
    begun = perf_counter()
    steps = SequenceMatcher(None, before, after).get_opcodes()
    seconds = perf_counter() - begun
    texts = [
        " ".join(text)
        for tag, a, b, c, d in steps
        for text in (before[a:b], after[c:d])
        if tag != "equal" and text
    ]
    return Shown(seconds, sum(map(words, texts)), len(texts))
