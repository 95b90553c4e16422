"""Tracked changes are read as Word reads them."""

from __future__ import annotations

import zipfile
from pathlib import Path

from benchmarks.tracked import Tracked, read

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def text(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def inserted(words: str) -> str:
    return f"<w:ins>{text(words)}</w:ins>"


def deleted(words: str) -> str:
    return f"<w:del><w:r><w:delText>{words}</w:delText></w:r></w:del>"


def paragraph(content: str, mark: str = "") -> str:
    return f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{content}</w:p>"


def tracked(folder: Path, *paragraphs: str) -> Tracked:
    path = folder / "tracked.docx"
    with zipfile.ZipFile(path, "w") as archive:
        body = "".join(paragraphs)
        archive.writestr("word/document.xml", f"<w:document {SPACE}>{body}</w:document>")
    return read(path)


def test_both_texts_are_told(tmp_path: Path) -> None:
    found = tracked(
        tmp_path,
        paragraph(text("The Parties shall ") + deleted("not ") + text("meet") + inserted(" twice")),
        paragraph(text("They may invite others.")),
    )
    assert found.old == ["The Parties shall not meet", "They may invite others.", ""]
    assert found.new == ["The Parties shall meet twice", "They may invite others.", ""]
    assert (found.marked, found.stretches, found.shifted) == (2, 2, 0)
    assert set(found.links()) == {(0, 0), (1, 1)}


def test_adjoining_runs_of_one_change_are_one_stretch(tmp_path: Path) -> None:
    found = tracked(
        tmp_path,
        paragraph(text("may ") + inserted("at any ") + inserted("time ") + deleted("seldom")),
    )
    assert (found.marked, found.stretches) == (4, 2)


def test_an_inserted_paragraph_mark_is_a_split_and_a_deleted_one_a_merge(tmp_path: Path) -> None:
    found = tracked(
        tmp_path,
        paragraph(text("The Council meets,"), "<w:ins/>"),
        paragraph(text("and the Court sits.")),
        paragraph(text("The Assembly votes."), "<w:del/>"),
        paragraph(text("It has a president.")),
    )
    assert set(found.links()) == {(0, 0), (0, 1), (1, 2), (2, 2)}


def test_moves_are_paired_by_their_name(tmp_path: Path) -> None:
    start = '<w:move{0}RangeStart w:name="{1}"/><w:move{0}>{2}</w:move{0}><w:move{0}RangeEnd/>'
    found = tracked(
        tmp_path,
        paragraph(start.format("To", "m1", text("moved and reworded")), "<w:ins/>"),
        paragraph(text("stays")),
        paragraph(start.format("From", "m1", text("moved and worded")), "<w:del/>"),
    )
    assert set(found.moves()) == {(1, 0)}
    assert (found.marked, found.shifted) == (0, 6)
    assert set(found.links()) == {(1, 0), (0, 1)}


def test_moves_without_a_name_are_paired_by_their_text(tmp_path: Path) -> None:
    found = tracked(
        tmp_path,
        paragraph(f"<w:moveTo>{text('the same words')}</w:moveTo>", "<w:moveTo/>"),
        paragraph(text("stays")),
        paragraph(f"<w:moveFrom>{text('the same words')}</w:moveFrom>", "<w:moveFrom/>"),
        paragraph(f"<w:moveFrom>{text('from here to nowhere')}</w:moveFrom>", "<w:moveFrom/>"),
    )
    assert set(found.moves()) == {(1, 0), (2, -1)}
