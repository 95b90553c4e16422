"""Markdown: what the rendered page says is read, treaty brackets stay, and nothing is dropped."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from negotiator.documents.kinds import markdown
from negotiator.documents.manuscript import (
    Manuscript,
    Mark,
    Paragraph,
    Role,
    Table,
    Wishes,
    unwatched,
)
from negotiator.errors import Refused

PAPERS = Path(__file__).parents[3] / ".." / "shared" / "evaluation" / "g_import" / "cop21"


def read(text: str) -> Manuscript:
    return markdown.read("draft.md", text.encode(), Wishes(), unwatched)


def flat(manuscript: Manuscript) -> list[Paragraph]:
    found: list[Paragraph] = []
    for block in manuscript.blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        else:
            found += [one for row in block.rows for cell in row for one in cell.paragraphs]
    return found


def texts(text: str) -> list[str]:
    return [f"{one.number} {one.text}".strip() for one in flat(read(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Parties [shall][should] act.",
        "[Option 1]: agreed",
        "[EU]: reserves its position on [x].",
        "[[nested [brackets]] and ] stray [",
        "[shall](US) act [the Parties](EU (CAN))",
        "2021-12-17: 5 < 6 and a_b_c & d",
        "{curly} | pipe | ^ caret $x$ “quotes” --- dash...",
    ],
)
def test_what_is_no_markup_is_text(text: str) -> None:
    assert texts(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The *Parties* __shall__ `act`.", ["The Parties shall act."]),
        (r"\*Parties\* \[shall\] 1\. one", ["*Parties* [shall] 1. one"]),
        ("one\ntwo  \nthree\\\nfour", ["one two\nthree\nfour"]),
        ("They shall:\n(a) act; and\n(b) report.", ["They shall:\n(a) act; and\n(b) report."]),
        ("[Article 4](https://x.example) and <https://y.example>", ["Article 4 and https://y.example"]),
        ("see [Article 4][4].\n\n[4]: #a4", ["see Article 4."]),
        ("3. three\n4. four\n   1) deep\n   - flat", ["3. three", "4. four", "1) deep", "flat"]),
        ("1. one\n1. two", ["1. one", "1. two"]),
        ("1. one\n\n   more\n2. two", ["1. one", "more", "2. two"]),
        ("> quoted\n> > twice", ["quoted", "twice"]),
        ("```yaml\n a: [b]\n```\n\n    c  *d*", ["a: [b]", "c  *d*"]),
        ("Title\n=====\n\n---\nend", ["Title", "end"]),
        ("&amp; &copy; &#8220;", ["& © “"]),
        ("<table><tr><td>(a)<td>raw</table>", ["(a) raw"]),
        ("---\nno: [front\n---\nmatter", ["no: [front", "matter"]),
        ("---\nThe Parties\n---\nmatter", ["The Parties", "matter"]),
    ],
)  # fmt: skip
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Parties ~~may~~ <ins>shall</ins> act",
        "Parties <del>may</del> <ins>shall</ins> act",
        "Parties <s>may</s> <u>shall</u> act",
        "<p>Parties <strike>may</strike> <ins>shall</ins> act</p>",
    ],
)
def test_deleted_and_inserted_words(text: str) -> None:
    [paragraph] = flat(read(text))
    assert [(run.text, run.mark) for run in paragraph.runs] == [
        ("Parties ", Mark.KEPT),
        ("may", Mark.DELETED),
        (" ", Mark.KEPT),
        ("shall", Mark.INSERTED),
        (" act", Mark.KEPT),
    ]
    assert (paragraph.base, paragraph.text) == ("Parties may  act", "Parties  shall act")


def test_deletions_around_several_paragraphs() -> None:
    one, two, three = flat(read("<del>\n\none\n\ntwo\n\n</del>\n\nthree"))
    assert (one.text, two.text, three.text) == ("", "", "three")
    assert one.base == "one"


def test_headings_levels_and_lines() -> None:
    manuscript = read(
        '---\ntitle: "Draft: one"\nlang: fr\n---\n\n# Article 1 #\n{:.no_toc}\n\n- a\n\n  - b\n\n'
        "~~~\n\ncode\n~~~\nlast\nwords"
    )
    assert (manuscript.kind, manuscript.title, manuscript.language) == (
        "markdown",
        "Draft: one",
        "fr",
    )
    assert [(one.text, one.role, one.level, one.place) for one in flat(manuscript)] == [
        ("Article 1", Role.HEADING, 1, "6"),
        ("a", Role.BODY, 1, "9"),
        ("b", Role.BODY, 2, "11"),
        ("code", Role.BODY, 0, "15"),
        ("last words", Role.BODY, 0, "17"),
    ]
    assert [(one.what, one.place, one.text) for one in manuscript.omitted] == [
        ("front matter", "1", 'title: "Draft: one"\nlang: fr'),
        ("attributes", "7", "{:.no_toc}"),
    ]


def test_footnotes() -> None:
    manuscript = read("[^1]: The\n    note.\n\nText[^1] and[^2].\n\n[^un]: Uncited.")
    text, uncited = flat(manuscript)
    assert (text.text, text.notes) == ("Text and[^2].", ("fn:1",))
    assert [(one.number, one.text) for one in manuscript.notes["fn:1"]] == [("1", "The note.")]
    assert (uncited.number, uncited.text) == ("un", "Uncited.")


def test_a_table_keeps_the_cells_that_its_head_has_no_column_for() -> None:
    text = "| Now | New |\n|---|---|\n| shall \\| may | ~~x~~ | why *so* |\n| one |"
    [table] = read(text).blocks
    assert isinstance(table, Table)
    assert table.headed == 1
    assert [[[one.base for one in cell.paragraphs] for cell in row] for row in table.rows] == [
        [["Now"], ["New"]],
        [["shall | may"], ["x"], ["why so"]],
        [["one"], []],
    ]
    [quoted] = read("> | A |\n> |---|\n> | b | c |").blocks
    assert isinstance(quoted, Table)
    assert [len(row) for row in quoted.rows] == [1, 2]


def test_what_is_not_shown_is_listed() -> None:
    text = (
        "a <!-- draft --> b ![A map](https://x.example/a.png)\n\n<div hidden>\n\nsecret *words*\n\n"
        "</div>\n\n<style>.x{}</style>\n\n[a]: https://y.example 'title'\n\n```python\n```"
    )
    manuscript = read(text)
    assert [one.text for one in flat(manuscript)] == ["a b"]
    assert {(one.what, one.text) for one in manuscript.omitted} == {
        ("comment", "draft"),
        ("image", "A map"),
        ("hidden text", "secret words"),
        ("style sheet", ".x{}"),
        ("link address", "[a]: https://y.example 'title'"),
        ("language of code", "python"),
    }
    assert manuscript.warnings == (
        "1 image reference to elsewhere is not followed: https://x.example/a.png",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "the file is empty"),
        ("[a]: https://x.example", "holds no text"),
        (">" * 1_000_000 + "x", "line 1: is nested deeper than 30 lists or quotations"),
        ("> " * 500_000 + "x", "nested deeper"),
        ("\n" + "- " * 50 + "x", "line 2: is nested deeper"),
        ("x" + "\n" * 600_000, "has more than 500,000 lines"),
        ("caf\x00", "holds a NUL character"),
    ],
    ids=lambda text: text[:12],
)
def test_refused(text: str, expected: str) -> None:
    with pytest.raises(Refused, match=expected):
        read(text)


@pytest.mark.parametrize("sign", ["[", "![", "*a ", "a_", "`", "<", "~", "&", "\\", "[a](", "|"])
def test_hostile_text_is_kept_in_bounded_time(sign: str) -> None:
    text = "a" + sign * (3_000_000 // len(sign))
    manuscript = read(text)
    kept = "".join(one.text for one in flat(manuscript)).replace(" ", "")
    assert len(kept) > len(text) // 4
    told = any("too many brackets and marks" in one for one in manuscript.warnings)
    assert told == (sign not in ("|",))


def test_many_lines_of_a_quotation_are_one_paragraph() -> None:
    assert texts("> a\n" * 2_000) == [" ".join(["a"] * 2_000)]


@given(
    st.lists(
        st.sampled_from(
            ["a", "b c", "D", " ", "\n", "\n\n", "[", "]", "(", ")", "{:", "}", "*", "_", "~~", "|",
             "\n- ", "\n1. ", "\n> ", "\n|-|-|\n", "    ", "\\", "`", "\n~~~\n", "[^a]", "\n[^a]: ",
             "![", "<del>", "</del>", "<div>", "<ins>", "-", "+", ";"]
        )
    ).map("".join)
)  # fmt: skip
@settings(max_examples=300)
def test_every_letter_is_in_a_block_a_note_or_an_omission(text: str) -> None:
    # Labels of links are markup, as are those of definitions.
    assume("]:" not in text.replace("[^a]:", ""))
    bare = text
    for tag in ("<del>", "</del>", "<div>", "<ins>"):
        bare = bare.replace(tag, "")
    try:
        manuscript = read(text)
    except Refused:
        return
    notes = [one for paragraphs in manuscript.notes.values() for one in paragraphs]
    kept = [one.number + "".join(run.text for run in one.runs) for one in flat(manuscript)]
    kept += [one.number + "".join(run.text for run in one.runs) for one in notes]
    kept += [one.text for one in manuscript.omitted]
    found, typed = Counter("".join(kept)), Counter(bare)
    assert [one for one in "abcD" if found[one] < typed[one]] == []


@pytest.mark.skipif(not PAPERS.is_dir(), reason="the evaluation papers are not beside the checkout")
@pytest.mark.parametrize("name", ["11infnot", "adp_compilation_4dec15_10am"])
def test_every_bracket_of_a_real_paper_is_kept(name: str) -> None:
    text = (PAPERS / f"{name}.expected.md").read_text(encoding="utf-8")
    manuscript = read(text)
    kept = "".join(one.text for one in flat(manuscript))
    kept += "".join(one.text for paragraphs in manuscript.notes.values() for one in paragraphs)
    # Each of its three or fewer definitions takes a pair, and the link that it serves takes two.
    definitions = sum(one.what == "link address" for one in manuscript.omitted)
    marks = text.count("[^") + 3 * definitions
    assert 1 <= definitions <= 3
    assert text.count("[") - marks <= kept.count("[") <= text.count("[")
    assert text.count("]") - marks <= kept.count("]") <= text.count("]")
    assert len(kept.split()) > len(text.split()) * 0.9
