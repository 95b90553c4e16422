"""Redlines of edited treaties beside rapidfuzz, difflib and the package redlines, in one run.

`python -m benchmarks.redline` prints a table; with `--slow` difflib is also run on 100,000 words,
which takes it minutes. The texts are those of the evaluation treaties, 5 % or 40 % of their words
edited; nothing is measured where they are absent.
"""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, partial
from importlib import import_module
from random import Random
from statistics import median
from time import process_time

from rapidfuzz.distance import Indel

from benchmarks import treaties
from benchmarks.measure import Figure
from benchmarks.memory import peak
from benchmarks.wordings import reworded
from negotiator.engine.wording import redline
from negotiator.engine.wording.readability import readable
from negotiator.engine.wording.script import Edit, script
from negotiator.engine.wording.tokens import tokens

SHARES = (0.05, 0.40)
CLAUSE, SHORT, MIDDLE, LONG = 100, 1_000, 10_000, 100_000
CLAUSES = 9_000  # of the treaties: about 300,000 words
PAIRS, ROUNDS, TIMES = 12, 40, 8
SEED = 20220217
WORD = re.compile(r"\w+|\s+|[^\w\s]")  # the tokens that the bare edit script is taken of


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and what became of it."""

    old: str
    new: str


@cache
def _words() -> list[str]:
    return " ".join(treaties.first(CLAUSES)).split()


def pair(size: int, share: float, number: int = 0) -> Pair:
    """Return a stretch of the treaties and the same with a share of its words edited.

    Args:
        size: in words.
        share: of the words that are exchanged, inserted or deleted.
        number: which stretch.
    """
    words = _words()
    start = number * size % (len(words) - size)
    old = " ".join(words[start : start + size])
    return Pair(old, reworded(old, share, words, Random(SEED + number)))


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """Return the processor time that something takes, the mean of some times."""
    begun = process_time()
    for _ in range(times):
        work()
    return (process_time() - begun) / times


def bare_script(before: Sequence[str], after: Sequence[str]) -> list[object]:
    """Return rapidfuzz's own edit script of tokens."""
    return list(Indel.opcodes(before, after))


def clause(share: float) -> tuple[float, float]:
    """Return the seconds of a redline and of bare edit scripts of cached tokens, by turns."""
    ratios: list[tuple[float, float]] = []
    for number in range(PAIRS):
        one = pair(CLAUSE, share, number)
        before, after = WORD.findall(one.old), WORD.findall(one.new)
        rounds = [
            (
                seconds(partial(redline, one.old, one.new), TIMES),
                seconds(partial(bare_script, before, after), TIMES),
            )
            for _ in range(ROUNDS)
        ]
        ratios.append((min(ours for ours, _ in rounds), min(bare for _, bare in rounds)))
    return median(ours for ours, _ in ratios), median(bare for _, bare in ratios)


def by_difflib(one: Pair) -> None:
    """Compare words with difflib, all of them; with white space as words it would never end."""
    SequenceMatcher(None, one.old.split(), one.new.split(), autojunk=False).get_opcodes()


def by_redlines(one: Pair) -> None:
    """Compare with the package redlines."""
    _ = import_module("redlines").Redlines(one.old, one.new).changes


def marked(edits: list[Edit]) -> int:
    """Return how many tokens are marked."""
    return sum(b - a + d - c for a, b, c, d in edits)


def words_marked(size: int, share: float) -> tuple[int, int, int]:
    """Return the tokens marked before and after the clean-up, and the fewest possible."""
    one = pair(size, share)
    before, after = tokens(one.old), tokens(one.new)
    edits = script(before.keys, after.keys)
    fewest = Indel.distance(before.keys, after.keys)
    return marked(edits), marked(readable(before, after, edits)), fewest


def memory(share: float) -> float:
    """Return by how many MiB a process grows that makes one long redline, and holds the result."""
    command = [sys.executable, "-m", "benchmarks.redline", "--memory"]
    one = pair(LONG, share)
    # Nothing else than the two texts is ever loaded there: what it had freed would hide some.
    given = json.dumps([one.old, one.new])
    done = subprocess.run(command, check=True, capture_output=True, text=True, input=given)
    return float(done.stdout)


def _grown() -> float:
    old, new = json.loads(sys.stdin.read())
    redline(old[:1_000], new[:1_000])  # what is loaded once is no part of it
    before = peak()
    spans = redline(old, new)
    return peak() - before if spans else 0.0


def figures(slow: bool = False) -> list[Figure]:
    """Return the lines of the table; nothing without the treaties.

    Args:
        slow: whether difflib may take minutes.
    """
    return list(_figures(slow)) if treaties.available() else []


def _figures(slow: bool) -> Iterator[Figure]:
    for share in SHARES:
        edited = f"{share:.0%} of the words edited"
        ours, bare = clause(share)
        yield Figure(
            f"redline of {CLAUSE} words, {edited}",
            f"{ours / bare:.1f} x ({ours * 1e6:.0f} µs)",
            f"bare rapidfuzz opcodes: {bare * 1e6:.0f} µs",
            "8 x",
            ours <= 8 * bare,
        )
        for size in (SHORT, MIDDLE, LONG):
            one = pair(size, share)
            ours = min(seconds(partial(redline, one.old, one.new)) for _ in range(3))
            yield from _beside(f"{size:,} words, {edited}", one, size, ours, slow)
        before, after, fewest = words_marked(LONG, share)
        yield Figure(
            f"words marked in {LONG:,}, {edited}, before the clean-up",
            f"{before / fewest - 1:+.3%} (after it {after / fewest - 1:+.1%})",
            f"the fewest possible: {fewest:,}",
            "+0.1%",
            before <= 1.001 * fewest,
        )
        grown = memory(share)
        yield Figure(
            f"memory for {LONG:,} words, {edited}", f"{grown:.0f} MiB", "", "60 MiB", grown < 60
        )


def _beside(what: str, one: Pair, size: int, ours: float, slow: bool) -> Iterator[Figure]:
    least = 300 if size == LONG else 1
    shown = f"{ours * 1e3:.1f} ms"
    if size < LONG or slow:
        theirs = seconds(lambda: by_difflib(one))
        peer = f"difflib, autojunk off: {theirs * 1e3:,.0f} ms, {theirs / ours:,.0f} x as long"
        yield Figure(what, shown, peer, f"{least} x faster", theirs >= least * ours)
    else:  # nothing is claimed of what was not run
        yield Figure(what, shown, "difflib: not run (--slow)", "", True)
    if size < LONG and importlib.util.find_spec("redlines"):
        theirs = seconds(lambda: by_redlines(one))
        peer = f"redlines: {theirs * 1e3:,.0f} ms, {theirs / ours:,.0f} x as long"
        yield Figure(what, shown, peer, "faster", theirs > ours)


def main() -> None:
    """Print the table."""
    if "--memory" in sys.argv:
        print(_grown())
        return
    if not treaties.available():
        print("the treaties are not beside the checkout")
        return
    print("| what | seen | beside | asked | met |\n|---|---|---|---|---|")
    for one in figures("--slow" in sys.argv):
        met = "yes" if one.met else "**no**"
        print(f"| {one.what} | {one.figure} | {one.peer} | {one.asked} | {met} |")


if __name__ == "__main__":
    main()
