"""Two versions of one text compared by us and by what people use today, in one run.

`python -m benchmarks.compared` prints a table: seconds, words marked as inserted or deleted,
moves found and false moves, splits and merges found. What is not installed is said so.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import docx
from rapidfuzz.distance import Indel

from benchmarks import peers, treaties
from benchmarks.edits import HARD, USUAL, made
from benchmarks.measure import Figure
from benchmarks.peers import Papers, Shown
from benchmarks.tracked import WORD, words
from benchmarks.truth import Edited, Kind, Pair, found
from negotiator.engine.versions import match
from negotiator.engine.wording import SpanKind, redline

CLAUSES = 1_000
SEED = 20220217
# About 38 clauses are moved; as much else is edited as in the other measurements.
SETTINGS = {"usual": replace(USUAL, moved=0.038), "hard": replace(HARD, moved=0.038)}
HEAD = (
    *("who", "seconds", "words inserted or deleted", "in stretches", "words shown as moved"),
    *("moves", "false moves", "splits", "merges", "F1 of links", "remark"),
)


def ours(papers: Papers) -> Shown:
    """Line the clauses up and redline what belongs together; what stands alone is marked whole."""
    begun = perf_counter()
    matches = match(papers.old, papers.new).matches
    redlines = [_redlined(papers, one.old, one.new) for one in matches]
    seconds = perf_counter() - begun
    marked = [text for texts in redlines for text in texts] + _alone(
        papers, {at for one in matches for at in one.old}, {at for one in matches for at in one.new}
    )
    pairs = [(old, new, one.moved) for one in matches for old in one.old for new in one.new]
    return Shown(
        seconds,
        sum(map(words, marked)),
        len(marked),
        moves=frozenset((old, new) for old, new, moved in pairs if moved),
        links=frozenset((old, new) for old, new, _ in pairs),
    )


def _redlined(papers: Papers, old: Sequence[int], new: Sequence[int]) -> list[str]:
    """Return the stretches that the redline of clauses, joined, marks."""
    before, after = (
        " ".join(texts[at] for at in places)
        for texts, places in ((papers.old, old), (papers.new, new))
    )
    return [span.text for span in redline(before, after) if span.kind is not SpanKind.KEPT]


def _alone(papers: Papers, old: Set[int], new: Set[int]) -> list[str]:
    return [
        text
        for texts, linked in ((papers.old, old), (papers.new, new))
        for at, text in enumerate(texts)
        if at not in linked
    ]


def fewest(truth: Edited) -> Shown:
    """Return the fewest words that anybody could mark who knew what became of every clause.

    Insertions and deletions alone (longest common subsequence of words), nothing tidied up.
    """
    parts: dict[int, list[int]] = {}
    for link in truth.links:
        parts.setdefault(link.old, []).append(link.new)
    wholes: dict[tuple[int, ...], list[int]] = {}
    for old, news in parts.items():
        wholes.setdefault(tuple(news), []).append(old)
    papers = Papers(truth.old, truth.new, Path())
    alone = _alone(papers, set(parts), {link.new for link in truth.links})
    marked = sum(map(words, alone)) + sum(
        Indel.distance(
            [word for at in olds for word in WORD.findall(truth.old[at])],
            [word for at in news for word in WORD.findall(truth.new[at])],
        )
        for news, olds in wholes.items()
    )
    return Shown(0.0, marked, moves=truth.pairs(Kind.MOVED), links=truth.pairs())


WHO: dict[str, Callable[[Papers], Shown | None]] = {
    "ours": ours,
    "Python-Redlines 2 (Docxodus)": peers.python_redlines,
    "LibreOffice compare": peers.libreoffice,
    "git --word-diff": peers.word_diff,
    "git --color-moved": peers.color_moved,
    "redlines": peers.redlines,
    "difflib": peers.difflib,
}


def compared(truth: Edited) -> dict[str, Shown | None]:
    """Have everybody compare the two versions."""
    with tempfile.TemporaryDirectory() as folder:
        papers = Papers(truth.old, truth.new, Path(folder))
        for name, texts in (("old", truth.old), ("new", truth.new)):
            (papers.folder / f"{name}.txt").write_text("\n".join(texts) + "\n", encoding="utf-8")
            made_word = docx.Document()
            for text in texts:
                made_word.add_paragraph(text)
            made_word.save(str(papers.folder / f"{name}.docx"))
        return {who: compare(papers) for who, compare in WHO.items()}


def _true(truth: Edited, shown: Shown) -> tuple[int, int]:
    """Return how many moves are true and how many false."""
    moves = shown.moves or frozenset()
    right = len(moves & truth.pairs(Kind.MOVED))
    return right, len(moves) - right


def _whole(truth: Edited, kind: Kind, links: frozenset[Pair]) -> tuple[int, int]:
    """Return how many splits or merges are shown with all their parts, and how many there are."""
    end = 0 if kind is Kind.SPLIT else 1
    groups: dict[int, set[Pair]] = {}
    for pair in truth.pairs(kind):
        groups.setdefault(pair[end], set()).add(pair)
    return sum(links >= group for group in groups.values()), len(groups)


def _row(who: str, shown: Shown | None, truth: Edited) -> tuple[str, ...]:
    if shown is None:
        return who, *["–"] * (len(HEAD) - 2), "not installed"
    right, wrong = _true(truth, shown)
    moved = len(truth.pairs(Kind.MOVED))
    groups = [
        "–" if shown.links is None else "{} of {}".format(*_whole(truth, kind, shown.links))
        for kind in (Kind.SPLIT, Kind.MERGED)
    ]
    return (
        who,
        f"{shown.seconds:.2f}" if shown.seconds else "–",
        "–" if shown.marked is None else f"{shown.marked:,}",
        "–" if shown.stretches is None else f"{shown.stretches:,}",
        f"{shown.shifted:,}",
        f"{right} of {moved}",
        "–" if shown.moves is None else str(wrong),
        *groups,
        "–" if shown.links is None else f"{found(truth, shown.links, frozenset()).f1:.3f}",
        shown.remark,
    )


def table(truth: Edited, seen: dict[str, Shown | None]) -> Iterator[str]:
    """Yield the lines of a table of Markdown."""
    yield "| " + " | ".join(HEAD) + " |"
    yield "|" + "---|" * len(HEAD)
    for who, shown in {**seen, "fewest, knowing the truth": fewest(truth)}.items():
        yield "| " + " | ".join(_row(who, shown, truth)) + " |"


def figures() -> list[Figure]:
    """Return ours beside the best of the peers in each respect; nothing without the treaties."""
    if not treaties.available():
        return []
    return [line for name in SETTINGS for line in _figures(name)]


def _figures(name: str) -> Iterator[Figure]:
    truth = made(CLAUSES, SETTINGS[name], SEED)
    seen = {who: shown for who, shown in compared(truth).items() if shown}
    marked = {
        who: shown.marked + shown.shifted for who, shown in seen.items() if shown.marked is not None
    }
    moves = {who: _true(truth, shown) for who, shown in seen.items()}
    mine, (right, wrong) = marked.pop("ours"), moves.pop("ours")
    best = min(marked, key=lambda who: marked[who])
    most = max(moves, key=lambda who: (moves[who][0], -moves[who][1]))
    yield Figure(
        f"words marked in {CLAUSES:,} clauses of two versions, {name}",
        f"{mine:,}",
        f"{best}: {marked[best]:,}",
        "fewer",
        mine < marked[best],
    )
    yield Figure(
        "moves found, and false ones",
        f"{right} of {len(truth.pairs(Kind.MOVED))}, {wrong} false",
        f"{most}: {moves[most][0]}, {moves[most][1]} false",
        "more, none false",
        right > moves[most][0] and not wrong,
    )


def main() -> None:
    """Print a table for each setting."""
    if not treaties.available():
        print("the treaties are not beside the checkout")
        return
    for name, setting in SETTINGS.items():
        truth = made(CLAUSES, setting, SEED)
        print(f"\n{name}: {len(truth.old):,} clauses, then {len(truth.new):,}\n")
        for line in table(truth, compared(truth)):
            print(line)


if __name__ == "__main__":
    main()
