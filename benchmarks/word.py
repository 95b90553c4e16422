"""Reading a Word file of 2,000 clauses, beside parsing its XML with lxml."""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections.abc import Callable
from statistics import median

import docx
from lxml import etree

from benchmarks import large
from benchmarks.measure import Figure
from negotiator.documents.kinds.docx import read
from negotiator.documents.manuscript import Wishes, unwatched

CLAUSES = 2_000
TURNS = 7


def figures() -> list[Figure]:
    """Return the ratio of reading to parsing, by turns, in processor time."""
    data = word_file()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("word/document.xml")
    pairs = [
        (_seconds(lambda: read("a.docx", data, Wishes(), unwatched)), _seconds(lambda: _parse(xml)))
        for _ in range(TURNS)
    ]
    ours, bare = (median(side) for side in zip(*pairs, strict=True))
    ratio = median(one / other for one, other in pairs)
    return [
        Figure(
            f"reading a Word file of {CLAUSES:,} clauses, child start apart",
            f"{ratio:.1f} x ({ours * 1000:.0f} ms)",
            f"lxml parsing its XML ({bare * 1000:.0f} ms)",
            "10 x",
            ratio <= 10,
        )
    ]


def word_file() -> bytes:
    """Return a Word file of numbered paragraphs in runs, always the same."""
    chance = random.Random(20220217)
    words = large.vocabulary(chance)
    made = docx.Document()
    for number in range(1, CLAUSES + 1):
        paragraph = made.add_paragraph(f"{number}. ")
        for _ in range(4):
            paragraph.add_run(" ".join(chance.choices(words, k=12)) + " ")
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def _parse(xml: bytes) -> object:
    return etree.fromstring(xml)


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun
