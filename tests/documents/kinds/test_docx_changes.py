"""Word files: tracked changes, accepted, rejected, or both ways."""

from __future__ import annotations

import pytest

from negotiator.documents.manuscript import Tracked
from tests.documents.kinds.word import (
    cell,
    cells,
    gone,
    ins,
    left_out,
    lines,
    p,
    r,
    read_word,
    row,
    table,
)

ACCEPTED, REJECTED, BOTH = Tracked.ACCEPTED, Tracked.REJECTED, Tracked.BOTH
BULLET_FREE = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
GONE_MARK = '<w:rPr><w:del w:id="9" w:author="Boris"/></w:rPr>'
NEW_MARK = '<w:rPr><w:ins w:id="9" w:author="Anna"/></w:rPr>'


@pytest.mark.parametrize(
    ("tracked", "expected", "what", "out"),
    [
        (ACCEPTED, "Parties shall reduce", "deleted text", "may "),
        (REJECTED, "Parties may reduce", "inserted text", "shall "),
        (BOTH, "Parties [-may -][+shall +]reduce", "deleted text", ""),
    ],
)
def test_insertions_and_deletions(tracked: Tracked, expected: str, what: str, out: str) -> None:
    body = p(r("Parties ") + gone("may ") + ins(r("shall ")) + r("reduce"))
    manuscript = read_word(body, tracked)
    assert lines(manuscript) == [expected]
    assert left_out(manuscript, what) == ([out] if out else [])


def test_what_is_left_out_names_its_author_and_place() -> None:
    manuscript = read_word(p("One") + p(r("Two") + gone(" three", "Clara")))
    (omission,) = manuscript.omitted
    assert (omission.text, omission.place) == (" three", "2")
    assert omission.reason == "tracked deletion by Clara, accepted"


@pytest.mark.parametrize("tracked", list(Tracked))
def test_one_warning_counts_changes_and_names_authors(tracked: Tracked) -> None:
    moved = f'<w:moveFrom w:id="3" w:author="Dora">{r("x")}</w:moveFrom>'
    arrived = f'<w:moveTo w:id="3" w:author="Dora">{r("x")}</w:moveTo>'
    body = p(ins(r("a")) + gone("b") + gone("c", "Clara") + moved + arrived + r("."))
    (warning,) = read_word(body, tracked).warnings
    assert "1 insertion, 2 deletions, 1 move)" in warning
    assert "by Anna, Boris, Clara, Dora" in warning


def test_no_warning_without_changes() -> None:
    assert read_word(p("One")).warnings == ()


def test_moved_wording_stands_where_it_was_moved_to() -> None:
    away = f'<w:moveFrom w:id="1" w:author="Anna">{r("Article 5")}</w:moveFrom>'
    here = f'<w:moveTo w:id="1" w:author="Anna">{r("Article 5")}</w:moveTo>'
    body = p(away) + p("Article 4") + p(here)
    accepted, rejected = read_word(body), read_word(body, REJECTED)
    assert lines(accepted) == ["Article 4", "Article 5"]
    assert lines(rejected) == ["Article 5", "Article 4"]
    assert left_out(accepted, "moved text") == left_out(rejected, "moved text") == ["Article 5"]


@pytest.mark.parametrize("tracked", list(Tracked))
def test_what_was_inserted_and_deleted_again_is_in_no_text(tracked: Tracked) -> None:
    manuscript = read_word(p(r("a") + ins(gone("b")) + r("c")), tracked)
    assert lines(manuscript) == ["ac"]
    assert [omission.text for omission in manuscript.omitted] == ["b"]


def test_a_deleted_mark_joins_its_paragraph_to_the_next() -> None:
    body = p("The Parties", GONE_MARK) + p(r(" shall meet.")) + p("Next")
    assert lines(read_word(body)) == ["The Parties shall meet.", "Next"]
    assert lines(read_word(body, REJECTED)) == ["The Parties", " shall meet.", "Next"]
    assert lines(read_word(body, BOTH)) == ["The Parties", " shall meet.", "Next"]


def test_an_inserted_mark_joins_when_it_is_rejected() -> None:
    body = p("The Parties", NEW_MARK) + p(" shall meet.")
    assert lines(read_word(body)) == ["The Parties", " shall meet."]
    assert lines(read_word(body, REJECTED)) == ["The Parties shall meet."]


def test_a_deleted_paragraph_is_gone_and_its_number_too() -> None:
    body = p("One", LISTED) + p(gone("Two"), LISTED + GONE_MARK) + p("Three", LISTED)
    assert lines(read_word(body, numbering=BULLET_FREE)) == ["(a) One", "(b) Three"]
    assert lines(read_word(body, REJECTED, numbering=BULLET_FREE)) == [
        "(a) One",
        "(b) Two",
        "(c) Three",
    ]
    both = read_word(body, BOTH, numbering=BULLET_FREE)
    assert lines(both) == ["(a) One", "(b) [-Two-]", "(b) Three"]


def test_a_deleted_mark_at_the_end_joins_nothing_and_loses_nothing() -> None:
    assert lines(read_word(p("One") + p("Two", GONE_MARK))) == ["One", "Two"]
    assert lines(read_word(p("One", GONE_MARK) + table(row(cell("x"))))) == ["One"]


def test_deleted_and_inserted_rows() -> None:
    lost = '<w:del w:id="5" w:author="Boris"/>'
    new = '<w:ins w:id="6" w:author="Anna"/>'
    body = table(row(cell("a")), row(cell("b"), properties=lost), row(cell("c"), properties=new))
    assert cells(read_word(body)) == [["a"], ["c"]]
    assert left_out(read_word(body), "deleted text") == ["b"]
    assert cells(read_word(body, REJECTED)) == [["a"], ["b"]]
    assert cells(read_word(body, BOTH)) == [["a"], ["[-b-]"], ["[+c+]"]]


def test_deleted_text_outside_of_a_deletion_is_still_deleted() -> None:
    manuscript = read_word(p("<w:r><w:t>a</w:t><w:delText>b</w:delText></w:r>"))
    assert lines(manuscript) == ["a"]
    assert left_out(manuscript, "deleted text") == ["b"]


def test_rejecting_restores_the_formatting_before() -> None:
    struck = '<w:strike/><w:rPrChange w:id="1" w:author="Anna"><w:rPr><w:b/></w:rPr></w:rPrChange>'
    body = p(r("shall ") + r("not", struck))
    assert lines(read_word(body)) == ["shall [-not-]"]
    assert lines(read_word(body, REJECTED)) == ["shall not"]
    assert "1 change of formatting" in read_word(body).warnings[0]


def test_rejecting_restores_the_list_before() -> None:
    change = f'{LISTED}<w:pPrChange w:id="1" w:author="Anna"><w:pPr/></w:pPrChange>'
    body = p("One", change)
    assert lines(read_word(body, numbering=BULLET_FREE)) == ["(a) One"]
    assert lines(read_word(body, REJECTED, numbering=BULLET_FREE)) == ["One"]
