"""Web pages: what a browser shows is read, and what it does not show is listed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.documents.hypertext.tokens import Comment, tokens
from negotiator.documents.kinds import html
from negotiator.documents.manuscript import (
    Block,
    Manuscript,
    Mark,
    Paragraph,
    Role,
    Table,
    Wishes,
    unwatched,
)
from negotiator.errors import Refused


def read(page: str, encoding: str = "") -> Manuscript:
    return html.read("page.html", page.encode(), Wishes(encoding=encoding), unwatched)


def flat(blocks: Iterable[Block]) -> list[Paragraph]:
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        else:
            found += [one for row in block.rows for cell in row for one in cell.paragraphs]
    return found


def texts(page: str) -> list[str]:
    return [f"{one.number} {one.text}".strip() for one in flat(read(page).blocks)]


def marked(page: str) -> str:
    """Return the wording with [-deletions-] and {+insertions+}."""
    signs = {Mark.KEPT: ("", ""), Mark.DELETED: ("[-", "-]"), Mark.INSERTED: ("{+", "+}")}
    return " / ".join(
        "".join(run.text.join(signs[run.mark]) for run in one.runs)
        for one in flat(read(page).blocks)
    )


def omitted(page: str) -> list[tuple[str, str]]:
    return [(one.what, one.text) for one in read(page).omitted]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>One<p>Two</p>three", ["One", "Two", "three"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("a<span>b</span>c <b> d</b>\n e", ["abc d e"]),
        ("<p>a&nbsp; &nbsp;b", ["a\u00a0 \u00a0b"]),
        ("one<br>two<br/> three", ["one\ntwo\nthree"]),
        ("<pre>\n a  b\n\n\nc</pre>", ["a  b", "c"]),
        ("5 < 6 & 7 &lt; 8 &copy &#8220;x&#x94;", ["5 < 6 & 7 < 8 © “x”"]),
        ("&#0; &#xD800; &#1114112; &unknown; &notit;", ["\ufffd \ufffd \ufffd &unknown; ¬it;"]),
        ("<p title='a > b'>shown", ["shown"]),
        ("<q>shall <q>not</q></q>", ["“shall ‘not’”"]),
        ("<dl><dt>Party<dd>a State", ["Party", "a State"]),
        ("<svg><text>drawn</text><title>no</title></svg> x", ["drawn x"]),
        ("<header>top</header><p>a<aside>b</aside><footer>c", ["top", "a", "b", "c"]),
        ("<![if !supportLists]>1.<![endif]> Word", ["1. Word"]),
        ("<p aria-hidden=true>shown all the same", ["shown all the same"]),
    ],
)  # fmt: skip
def test_paragraphs(page: str, expected: list[str]) -> None:
    assert texts(page) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>Parties <del>may</del> <ins>shall</ins> act", "Parties [-may-] {+shall+} act"),
        ("<s>a</s> <strike>b</strike> c", "[-a-] [-b-] c"),
        ("<p><s>old</s> <u>new</u><p><u>heading</u>", "[-old-] {+new+} / heading"),
        ("<p style='text-decoration: line-through'>a<i>b</i>", "[-ab-]"),
        ("<style>.x{text-decoration:line-through}</style><p><b class=x>a</b>b", "[-a-]b"),
        ("<ins>a<del>b</del></ins>", "{+a+}[-b-]"),
        # What is struck stays struck across the ends of blocks, as browsers show it.
        ("<p><s>one<p>two</s> three", "[-one-] / [-two-] three"),
        ("<div><s>a</div>b</s>c", "[-a-] / [-b-]c"),
        ("<b><s>a</b>b</s>c", "[-ab-]c"),
        ("<table><tr><td><s>a<td>b</table>", "[-a-] / b"),
        ("<p><del>one<p>two</del> three", "[-one-] / two three"),
    ],
)
def test_deleted_and_inserted_words(page: str, expected: str) -> None:
    assert marked(page) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<ol start=3><li>a<li>b</ol>", ["3. a", "4. b"]),
        ("<ol type=a><li>a<li value=27>b<li>c</ol>", ["a. a", "aa. b", "ab. c"]),
        (
            "<ol reversed><li>a<li>b<ol type=I><li>c</ol><li>d</ol>",
            ["3. a", "2. b", "I. c", "1. d"],
        ),
        ("<ol style='list-style-type:lower-roman'><li>a<li value=49>b</ol>", ["i. a", "xlix. b"]),
        ("<ol style='list-style:none'><li>(a) x</ol><ul><li>y</ul>", ["(a) x", "y"]),
        ("<ol><li><p>a<p>b<li><ol><li>c</ol></ol>", ["1. a", "b", "2.", "1. c"]),
        ("<ol type=i><li value=4000>x<li value=0>y</ol>", ["4000. x", "0. y"]),
        ("<ol start='9x'><li value=99999999999999999999>x</ol>", ["999999999. x"]),
    ],
)
def test_lists_have_the_numbers_that_a_browser_shows(page: str, expected: list[str]) -> None:
    assert texts(page) == expected


def test_headings_levels_places_and_languages() -> None:
    manuscript = read(
        "<!DOCTYPE html>\n<html lang=en><title>A &amp; B</title>\n<h2>Article 1</h2>\n"
        "<p lang=fr>Les\nParties <i lang=la>inter se</i>\n<ul><li>a<ul><li>b</ul></ul>"
    )
    assert (manuscript.kind, manuscript.title, manuscript.language) == ("html", "A & B", "en")
    assert [
        (one.text, one.role, one.level, one.place, one.language) for one in flat(manuscript.blocks)
    ] == [
        ("Article 1", Role.HEADING, 2, "3", "en"),
        ("Les Parties inter se", Role.BODY, 0, "4", "fr"),
        ("a", Role.BODY, 1, "6", "en"),
        ("b", Role.BODY, 2, "6", "en"),
    ]


def test_a_table_with_spans() -> None:
    [table] = read(
        "<table><thead><tr><th colspan=2>Both<th>Other<tbody><tr><td rowspan=0>a<td>b<br>c<td>"
        "<p>d<p>e<tr><td colspan=0>f<td rowspan=99>g<table><tr><td>h<td>i</table></table>"
    ).blocks
    assert isinstance(table, Table)
    assert table.headed == 1
    assert [
        [(tuple(one.text for one in cell.paragraphs), cell.columns, cell.rows) for cell in row]
        for row in table.rows
    ] == [
        [(("Both",), 2, 1), (("Other",), 1, 1)],
        [(("a",), 1, 2), (("b\nc",), 1, 1), (("d", "e"), 1, 1)],
        [(("f",), 1, 1), (("g", "h", "i"), 1, 1)],
    ]


def test_a_table_that_only_sets_numbers_before_text_is_a_list() -> None:
    page = (
        "<table><tr><td>(a)<td><p>first;<tr><td>(b)<td>second:"
        "<table><tr><td>(i)<td>third</table></table>"
    )
    manuscript = read(page)
    assert texts(page) == ["(a) first;", "(b) second:", "(i) third"]
    assert [one.level for one in flat(manuscript.blocks)] == [1, 1, 2]
    assert not any(isinstance(block, Table) for block in manuscript.blocks)
    assert isinstance(read("<table><tr><td>1<td>Norway").blocks[0], Table), "a number is data"


@pytest.mark.parametrize(
    "page",
    [
        "Text<sup><a href='#fn1'>1</a></sup>.<div id=fn1><p>1. The note.</div>",
        "Text<a href='#fn1' role=doc-noteref><sup>1</sup></a>.<ol><li id=fn1>The note.</ol>",
        "<p>Text<a id=r1 href='#fn1'>(1)</a>.<p><a id=fn1 href='#r1'>(1)</a> The note.",
    ],
)
def test_footnotes(page: str) -> None:
    manuscript = read(page)
    [cites] = flat(manuscript.blocks)
    assert (cites.text, cites.notes) == ("Text.", ("fn1",))
    [note] = manuscript.notes["fn1"]
    assert note.text.endswith("The note.")
    assert [one.what for one in manuscript.omitted][:1] == ["note mark"]


def test_links_within_a_page_are_no_footnotes() -> None:
    page = "<p><a href='#a4'>Article 4</a> and <a href='#a4'>4</a><p id=a4>Article 4"
    assert texts(page) == ["Article 4 and 4", "Article 4"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<script>a<b</script>", ("script", "a<b")),
        ("<style>p{}</style>", ("style sheet", "p{}")),
        ("<!-- draft 2 -->", ("comment", "draft 2")),
        ("<template><p>t</template>", ("hidden text", "t")),
        ("<p hidden>a <b>b</b>", ("hidden text", "a b")),
        ("<div style='display:NONE'><p>a</p><table><td>b</table></div>", ("hidden text", "a b")),
        ("<style>#n,.m{display:none}</style><i class='k m'>x</i>", ("hidden text", "x")),
        ("<style>p.m{visibility:hidden}</style><p class=m>x</p>", ("hidden text", "x")),
        ("<b hidden>a</b>", ("hidden text", "a")),
        ("<dialog>sure?</dialog>", ("hidden text", "sure?")),
        ("<nav><a>Home</a> <a>Up</a></nav>", ("navigation", "Home Up")),
        ("<div role=navigation>Home</div>", ("navigation", "Home")),
        ("<img alt='A map' src=map.png>", ("image", "A map")),
        ("<img src=map.png>", ("image", "")),
        ("<input value=yes>", ("form field", "yes")),
        ("<select><option>a<option>b</select>", ("form field", "a b")),
        ("<iframe src=x>frame</iframe>", ("frame", "frame")),
        ("<noscript>turn on</noscript>", ("hidden text", "turn on")),
        ("<meta name=description content=About>", ("metadata", "description: About")),
    ],
)
def test_what_is_not_shown_is_listed(page: str, expected: tuple[str, str]) -> None:
    page = f"<p>shown</p>{page}<p>also shown"
    assert texts(page) == ["shown", "also shown"]
    assert expected in omitted(page)


def test_what_is_shown_within_the_invisible_is_read() -> None:
    page = "<div style=visibility:hidden>a<p style=visibility:visible>b</p>c</div>"
    assert texts(page) == ["b"]
    assert omitted(page) == [("hidden text", "a c")]


def test_the_weightier_style_wins() -> None:
    sheet = "<style>.a{display:none!important} #b{display:block} p{display:none}</style>"
    page = f"{sheet}<p id=b>one<p>two<div class=a style='display:block'>three"
    assert texts(page) == ["one"]


def test_styles_that_are_not_understood_are_told() -> None:
    sheet = "<style>.a .b{display:none} @media print{p{display:none}} a:hover{display:none}</style>"
    manuscript = read(f"{sheet}<p>shown")
    [warning] = manuscript.warnings
    assert "“.a .b”, “@media print p” reads as shown" in warning


def test_nothing_is_fetched_and_that_is_told() -> None:
    manuscript = read(
        "<p>a<img src=https://x.example/a.png><img src=//x.example/b.png><img src=c.png>"
        "<script src='http://x.example/s.js'></script><link rel=stylesheet href=s.css>"
        "<a href=https://x.example>link</a>"
    )
    assert manuscript.warnings == (
        "2 image references to elsewhere are not followed: https://x.example/a.png,"
        " //x.example/b.png",
        "1 script reference to elsewhere is not followed: http://x.example/s.js",
        "its style sheets in other files are not read: s.css; what they hide or strike out reads"
        " as shown",
    )


def test_a_comment_that_never_ends_is_told() -> None:
    manuscript = read("<p>a</p>\n<!-- b <p>c")
    assert omitted("<p>a</p>\n<!-- b <p>c") == [("comment", "b <p>c")]
    assert manuscript.warnings[0].startswith("what begins in line 2 with “<” is never closed")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "the file is empty"),
        (b"<script>all()</script>", "holds no text"),
        (b"<p>a\x00b", "holds a NUL character"),
        (b"<meta charset=utf-8>caf\xe9", "declares utf-8 and is not"),
        (b"<meta charset=utf-16>cafe", "declares utf-16 and is not"),
    ],
)
def test_refused(data: bytes, expected: str) -> None:
    with pytest.raises(Refused, match=expected):
        html.read("page.html", data, Wishes(), unwatched)


def test_windows_names_of_encodings() -> None:
    page = "<meta charset=iso-8859-1><p>“shall”".encode("cp1252")
    assert flat(html.read("p", page, Wishes(), unwatched).blocks)[0].text == "“shall”"


DEEP = 50_000


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * DEEP + "WORDS",
        "<b>" * DEEP + "WORDS",
        "<section><marquee>" + "<i></section>" * 30_000 + "WORDS",
        "<table><tr><td>" * 10_000 + "WORDS",
        "<ol><li>" * 20_000 + "WORDS",
        "<a x='" + "y" * 5_000_000 + "'>WORDS",
        "<a " + "".join(f"x{n} " for n in range(DEEP)) + ">WORDS",
        "&" * 3_000_000 + "WORDS",
        "&#" + "9" * 3_000_000 + ";WORDS",
        "<style>" + "*{display:block}" * 50_000 + "</style>WORDS",
        "<style>" + "/*" * 500_000 + "</style>WORDS",
        "WORDS" + "<!--" * 1_000_000,
        "WORDS" + "<a x=" * 200_000,
        "WORDS" + "</" * 1_000_000,
    ],
    ids=lambda page: page[:12],
)
def test_hostile_pages_lose_nothing_in_bounded_time(page: str) -> None:
    # Quadratic work would take minutes, recursion would fail.
    assert any("WORDS" in one.text for one in flat(read(page).blocks))


def test_more_elements_than_any_honest_page_are_refused() -> None:
    with pytest.raises(Refused, match="holds more than 300,000 elements"):
        read("<i>" * 300_001)


@dataclass(frozen=True)
class Typed:
    """A piece of a page: its markup, the words that it shows, those that it hides."""

    markup: str
    shown: str
    hidden: str = ""


WORD = st.text("abcé中", min_size=1, max_size=4)
RUNS = WORD.map(lambda word: Typed(word, word))
SEPARATE = ["div", "blockquote", "section", "ul><li", "table><tr><td", "h3", "center"]
TOGETHER = ["b", "span", "i", "del", "ins", "u", "code", "sup", "a"]


def joined(parts: list[Typed]) -> Typed:
    return Typed(
        "".join(one.markup for one in parts),
        "".join(one.shown for one in parts),
        "".join(one.hidden for one in parts),
    )


def within(tag: str, inner: Typed) -> Typed:
    names = tag.split("><")
    ends = "".join(f"</{name}>" for name in reversed(names))
    return Typed(f"<{tag}>{inner.markup}{ends}", inner.shown, inner.hidden)


HIDDEN = WORD.map(lambda word: Typed(f"<span hidden>{word}</span>", "", word))
INLINE = st.recursive(
    RUNS | HIDDEN | WORD.map(lambda word: Typed(f" {word} ", f" {word} ")),
    lambda inner: st.builds(within, st.sampled_from(TOGETHER), st.lists(inner).map(joined)),
    max_leaves=8,
)


def apart(tag: str, parts: list[Typed]) -> Typed:
    inner = joined(parts)
    return within(tag, Typed(inner.markup, f" {inner.shown} ", inner.hidden))


BLOCKS = st.recursive(
    INLINE,
    lambda inner: st.builds(apart, st.sampled_from(SEPARATE), st.lists(inner, max_size=4)),
    max_leaves=12,
)


@given(st.lists(BLOCKS, min_size=1, max_size=6).map(joined))
@settings(max_examples=150)
def test_every_word_is_shown_once_in_order_or_listed(page: Typed) -> None:
    try:
        manuscript = read(page.markup or " ")
    except Refused:
        assert not page.shown.strip()
        return
    found = " ".join("".join(run.text for run in one.runs) for one in flat(manuscript.blocks))
    assert found.split() == page.shown.split()
    assert (
        "".join(one.text for one in manuscript.omitted if one.what == "hidden text") == page.hidden
    )


@given(st.text("<>/=-! '\"&;abp\n#", max_size=60))
def test_any_page_is_read_or_refused(page: str) -> None:
    try:
        read(page)
    except Refused as refused:
        assert str(refused).startswith("page.html")


def test_tags_that_never_end_are_handed_on() -> None:
    [comment] = list(tokens("<a href='x"))
    assert isinstance(comment, Comment)
    assert (comment.text, comment.closed) == ("<a href='x", False)
