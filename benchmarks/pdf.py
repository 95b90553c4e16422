"""Reading a long PDF, beside bare text extraction with pypdf in the same run."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from statistics import median

import pypdf
from fpdf import FPDF

from benchmarks.measure import Clock, Figure
from negotiator.documents.kinds.pdf import read
from negotiator.documents.manuscript import Wishes, unwatched

TREATIES = Path(__file__).parents[1] / ".." / "shared" / "evaluation" / "a3_eu_treaties"
PAGES = 700
TIMES = 3
PEAK = """
import resource, sys
from pathlib import Path
from negotiator.documents.kinds.pdf import read
from negotiator.documents.manuscript import Wishes, unwatched
read("long.pdf", Path(sys.argv[1]).read_bytes(), Wishes(), unwatched)
unit = 1 if sys.platform == "darwin" else 1024
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1024 / 1024)
"""


def figures(folder: Path) -> list[Figure]:
    """Return the time and the memory that a PDF of 700 pages takes; none without the treaties.

    Args:
        folder: where to put it.
    """
    if not TREATIES.is_dir():
        return []
    path = folder / "long.pdf"
    path.write_bytes(long_pdf())
    data = path.read_bytes()
    ours, bare = Clock(), Clock()
    for _ in range(TIMES):
        with bare.running():
            for page in pypdf.PdfReader(io.BytesIO(data)).pages:
                page.extract_text()
        with ours.running():
            read(path.name, data, Wishes(), unwatched)
    ratio = median(mine / his for mine, his in zip(ours.laps, bare.laps, strict=True))
    child = subprocess.run(
        [sys.executable, "-c", PEAK, str(path)], check=True, capture_output=True, text=True
    )
    peak = float(child.stdout)
    return [
        Figure(
            f"reading a PDF of {PAGES} pages, both engines",
            f"{median(ours.laps):.1f} s",
            f"bare pypdf extraction: {ratio:.2f} x",
            "3 x",
            ratio <= 3.0,
        ),
        Figure(
            "peak memory of a process that reads it",
            f"{peak:.0f} MiB",
            "",
            "400 MiB",
            peak <= 400.0,
        ),
    ]


def long_pdf() -> bytes:
    """Return a PDF of treaty articles with running heads and page numbers, in justified lines."""
    maker = _Treaty(format="A4")
    maker.set_font("Times", size=11)
    maker.add_page()
    for text in cycle(list(_articles())):
        for paragraph in filter(str.strip, text.split("\n")):
            maker.multi_cell(0, 5, paragraph, align="J", new_x="LMARGIN", new_y="NEXT")
            maker.ln(2)
            if maker.page >= PAGES:
                return bytes(maker.output())
    raise AssertionError("there are no articles")


class _Treaty(FPDF):
    def header(self) -> None:
        self.set_font("Times", size=9)
        self.cell(0, 5, "Treaties of the European Communities", new_x="LMARGIN", new_y="NEXT")
        self.ln(5)
        self.set_font("Times", size=11)

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Times", size=9)
        self.cell(0, 5, str(self.page_no()), align="C")


def _articles() -> Iterator[str]:
    for line in (TREATIES / "dev_pairs.jsonl").read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        for side in ("left", "right"):
            for clause in pair[side]["clauses"]:
                yield clause["text"].encode("latin-1", "replace").decode("latin-1")
