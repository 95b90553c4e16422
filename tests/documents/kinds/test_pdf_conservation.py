"""PDF: nothing that the file holds is lost, and real papers are read as people transcribed them."""

from __future__ import annotations

import io
import re
from collections import Counter
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from negotiator.documents.kinds.pdf import read
from negotiator.documents.kinds.pdf.crosscheck import difference, warnings
from negotiator.documents.manuscript import Manuscript, Mark, Wishes, unwatched
from tests.documents.kinds.pages import Maker, every, manuscript

EVALUATION = Path(__file__).parents[3] / ".." / "shared" / "evaluation"
IMPORTS = EVALUATION / "g_import"
COP21 = ("11infnot", "adp_compilation_4dec15_10am")
needs_evaluation = pytest.mark.skipif(
    not IMPORTS.is_dir(), reason="the evaluation set is not beside the checkout"
)

PLACED = st.tuples(
    st.integers(20, 560),
    st.integers(20, 830),
    st.sampled_from([6.0, 9.0, 11.0, 16.0]),
    st.sampled_from(["", "B", "I"]),
    st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=1, max_size=8).map(" ".join),
)
RULES = st.tuples(st.integers(20, 560), st.integers(20, 830), st.integers(5, 300), st.booleans())


def letters(text: str) -> Counter[str]:
    return Counter(re.sub(r"\s", "", text))


def kept(found: Manuscript) -> Counter[str]:
    """Return the letters of everything that a manuscript holds or lists as left out."""
    total: Counter[str] = Counter()
    for one in every(found):
        total += letters(one.number) + letters("".join(run.text for run in one.runs))
    for omission in found.omitted:
        if omission.what not in ("link", "image", "line-end hyphen"):
            total += letters(omission.text)
    return total


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.lists(PLACED, min_size=1, max_size=12), min_size=1, max_size=3),
    st.lists(RULES, max_size=8),
)
def test_every_letter_is_in_a_block_a_note_or_an_omission(
    pages: list[list[tuple[int, int, float, str, str]]], rules: list[tuple[int, int, int, bool]]
) -> None:
    maker = Maker()
    for places in pages:
        maker.add_page()
        for x, y, length, level in rules:
            maker.line(x, y, x + length if level else x, y if level else y + length)
        for x, y, size, style, text in places:
            maker.put(x, y, text, size=size, style=style)
    data = maker.done()
    seen: Counter[str] = Counter()
    for page in pypdfium2.PdfDocument(data):
        seen += letters(page.get_textpage().get_text_range())
    assert kept(manuscript(data)) == seen


def load(name: str) -> tuple[Manuscript, bytes]:
    data = (IMPORTS / name).read_bytes()
    return read(name, data, Wishes(), unwatched), data


@needs_evaluation
@pytest.mark.parametrize("name", ["cop21/11infnot.pdf", "cop21/adp_compilation_4dec15_10am.pdf"])
def test_every_letter_and_bracket_of_a_real_paper_is_kept(name: str) -> None:
    found, data = load(name)
    total = kept(found)
    seen: Counter[str] = Counter()
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        seen += letters(page.extract_text())
    assert (total["["], total["]"]) == (seen["["], seen["]"])
    # Numbers of notes stand once with the note, not again where they are cited.
    # A hyphen may have gone where a divided word was joined.
    missing = {one: count - total[one] for one, count in seen.items() if count > total[one]}
    assert all(one.isdigit() or one in "*-" for one in missing), missing


def normal(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).lower().strip()


def clauses(found: Manuscript) -> list[str]:
    """Return paragraphs, points with the one that they stand under."""
    texts: list[str] = []
    for one in every(found):
        point = re.match(r"\[{0,3}\(?(?:[a-z]{1,2}|[ivxlc]{1,6}|\d{1,2})\)", one.text)
        if texts and point:
            texts[-1] += f" {one.text}"
        else:
            texts.append(f"{one.number} {one.text}")
    return [normal(text) for text in texts]


@needs_evaluation
def test_struck_wording_of_a_real_paper_is_deleted() -> None:
    found, _ = load("amendment_tables/association-paper.pdf")
    struck = [one.base for one in every(found) if one.marked and not one.text]
    assert any(text.startswith("3. The Commission shall be empowered") for text in struck)
    changed = next(one for one in every(found) if "data concerning health’ means any" in one.text)
    assert "means any  personal data which" in changed.text.replace("   ", "  ")
    assert "means any information" in changed.base
    words = [run.text for one in every(found) for run in one.runs if run.mark is Mark.INSERTED]
    assert "data subject" in words


def test_engines_that_agree_are_not_reported() -> None:
    assert difference("The Par-\nties shall", "The Parties shall") == 0.0
    assert difference("o\ufb03ce of the", "office of the") == 0.0
    assert warnings({1: 0.0, 2: 0.05}, []) == []


def test_pages_on_which_engines_differ_are_named() -> None:
    share = difference("The Parties shall reduce", "The Parties shall xxx yyy")
    assert 0.3 < share < 0.5
    (message,) = warnings({3: share, 4: 0.0, 7: 1.0}, [])
    assert message.startswith("pages 3, 7: two engines disagree on up to 100% of the words")
