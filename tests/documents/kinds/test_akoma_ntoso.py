"""Akoma Ntoso: units as numbered and named, references as printed, and every word kept."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.documents.kinds import akoma_ntoso
from negotiator.documents.legislation.references import reference
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

VERSION_3 = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
VERSION_2 = "http://www.akomantoso.org/2.0"


def read(inner: str, namespace: str = VERSION_3) -> Manuscript:
    page = f'<?xml version="1.0"?>\n<akomaNtoso xmlns="{namespace}">{inner}</akomaNtoso>'
    return akoma_ntoso.read("act.xml", page.encode(), Wishes(), unwatched)


def body(inner: str) -> Manuscript:
    return read(f"<act><body>{inner}</body></act>")


def flat(blocks: Iterable[Block]) -> list[Paragraph]:
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        else:
            found += [one for row in block.rows for cell in row for one in cell.paragraphs]
    return found


ARTICLE = """
<chapter eId="chp_I"><num>CHAPTER I</num><heading>General</heading>
 <article eId="art_4"><num>Article 4</num><heading>Armed
   forces</heading>
  <paragraph eId="art_4__para_1"><num>1.</num><content><p>The Parties <b>shall</b> not deploy.</p>
   <p eId="art_4__para_1__p_2">Nor transfer.</p></content></paragraph>
  <paragraph eId="art_4__para_2"><num>2.</num><list eId="l"><intro><p>They shall:</p></intro>
   <point eId="a"><num>(a)</num><content><p>consult; and</p></content></point>
   <point eId="b"><num>(b)</num><list><indent eId="i"><num>—</num><content><p>report,</p></content>
   </indent></list></point><wrapUp eId="w"><p>in good faith.</p></wrapUp></list></paragraph>
 </article>
 <article eId="art_5"><num>5.</num><heading>Term</heading><content><p>Ten years.</p></content>
 </article>
</chapter>"""


def test_units_have_numbers_headings_names_and_references() -> None:
    found = [
        (one.reference, one.number, one.heading, one.text, one.unit, one.eid, one.parent, one.level)
        for one in flat(body(ARTICLE).blocks)
    ]
    first, second = "art_4__para_1", "art_4__para_2"
    assert found == [
        ("CHAPTER I", "CHAPTER I", "", "General", "chapter", "chp_I", "", 1),
        ("Article 4", "Article 4", "", "Armed forces", "article", "art_4", "chp_I", 2),
        ("Article 4(1)", "1.", "", "The Parties shall not deploy.", "paragraph", first, "art_4", 3),
        ("Article 4(1)", "", "", "Nor transfer.", "", "art_4__para_1__p_2", first, 3),
        ("Article 4(2)", "2.", "", "They shall:", "paragraph", second, "art_4", 3),
        ("Article 4(2)(a)", "(a)", "", "consult; and", "point", "a", second, 4),
        ("Article 4(2)(b)", "(b)", "", "", "point", "b", second, 4),
        ("Article 4(2)(b)", "—", "", "report,", "indent", "i", "b", 5),
        ("Article 4(2)", "", "", "in good faith.", "wrapUp", "", second, 3),
        ("Article 5", "5.", "Term", "Ten years.", "article", "art_5", "chp_I", 2),
    ]
    roles = [one.role for one in flat(body(ARTICLE).blocks)]
    assert [index for index, role in enumerate(roles) if role is Role.HEADING] == [0, 1, 6]


@pytest.mark.parametrize(
    ("unit", "number", "within", "annex", "expected"),
    [
        ("article", "Article 4 bis", "CHAPTER I", "", "Article 4 bis"),
        ("article", "4", "", "Annex I", "Annex I, Article 4"),
        ("chapter", "II", "", "", "Chapter II"),
        ("paragraph", "(2a)", "Article 4", "", "Article 4(2a)"),
        ("paragraph", "4.2", "Article 4", "", "Article 4.2"),
        ("point", "a)", "Article 4(2)", "", "Article 4(2)(a)"),
        ("point", "", "Article 4(2)", "", "Article 4(2)"),
        ("paragraph", "First paragraph", "Article 4", "", "Article 4, First paragraph"),
        ("paragraph", "3.", "", "", "3"),
        ("recital", "(12)", "", "", "Recital 12"),
        ("citation", "", "", "", ""),
        ("annex", "", "", "Annex I", "Annex I"),
    ],
)
def test_printed_references(unit: str, number: str, within: str, annex: str, expected: str) -> None:
    assert reference(unit, number, within, annex) == expected


def test_what_stands_around_the_body() -> None:
    manuscript = read(
        '<act><meta><identification source="#x"><FRBRExpression><FRBRlanguage language="fra"/>'
        "</FRBRExpression></identification></meta><preface><longTitle><p>Treaty on <docTitle>"
        "Security</docTitle></p></longTitle></preface><preamble><formula><p>The Parties,</p>"
        '</formula><citations><citation eId="c"><p>Having regard,</p></citation></citations>'
        '<recitals><recital eId="r"><num>(1)</num><p>Recalling,</p></recital></recitals></preamble>'
        "<body><article><num>1</num><content><p>One.</p></content></article></body>"
        "<conclusions><p>Done at Geneva.</p></conclusions>"
        '<attachments><attachment eId="x"><heading>Annex I</heading><doc name="annex"><meta/>'
        '<mainBody><article eId="x1"><num>1</num><content><p>Two.</p></content></article>'
        "</mainBody></doc></attachment></attachments></act>"
    )
    assert (manuscript.kind, manuscript.title, manuscript.language) == (
        "akoma-ntoso",
        "Security",
        "fr",
    )
    assert [(one.reference, one.unit, one.text) for one in flat(manuscript.blocks)] == [
        ("", "", "Treaty on Security"),
        ("", "", "The Parties,"),
        ("", "citation", "Having regard,"),
        ("Recital 1", "recital", "Recalling,"),
        ("Article 1", "article", "One."),
        ("", "", "Done at Geneva."),
        ("Annex I", "annex", "Annex I"),
        ("Annex I, Article 1", "article", "Two."),
    ]
    assert flat(manuscript.blocks)[0].role is Role.TITLE
    assert manuscript.omitted[0].what == "metadata"
    assert "FRBRlanguage" in manuscript.omitted[0].text


def test_version_2_names_units_by_id() -> None:
    inner = '<article id="art4"><num>4</num><content><p>x</p></content></article>'
    assert flat(read(f"<act><body>{inner}</body></act>", VERSION_2).blocks)[0].eid == "art4"


def test_deleted_and_inserted_words() -> None:
    [one] = flat(body("<article><content><p>a <del>b<ins>c</ins></del><ins>d</ins></p></content>"
                      "</article>").blocks)  # fmt: skip
    assert [(run.text, run.mark) for run in one.runs] == [
        ("a ", Mark.KEPT),
        ("bc", Mark.DELETED),
        ("d", Mark.INSERTED),
    ]


def test_a_deleted_number_is_no_number() -> None:
    manuscript = body(
        "<article><num><del>4</del><ins>5</ins></num><content><p>x</p></content></article>"
    )
    assert flat(manuscript.blocks)[0].reference == "Article 5"
    assert [(one.what, one.text) for one in manuscript.omitted] == [("deleted text", "4")]


def test_a_heading_with_deleted_words_stands_apart() -> None:
    heading, text = flat(
        body(
            "<article><num>1</num><heading>Old <del>name</del></heading><content><p>x</p></content>"
            "</article>"
        ).blocks
    )
    assert (heading.base, heading.text, heading.role) == ("Old name", "Old ", Role.HEADING)
    assert (text.text, text.reference) == ("x", "Article 1")


def test_notes() -> None:
    manuscript = read(
        '<act><meta><notes source="#x"><note eId="n9"><p>Apart.</p></note></notes></meta><body>'
        '<article eId="a"><num>1</num><heading>H<authorialNote marker="*"><p>On it.</p>'
        '</authorialNote></heading><content><p>One<authorialNote eId="n1" marker="1"><p>First.</p>'
        '<p>Second.</p></authorialNote> two<noteRef href="#n9" marker="9"/>, three.</p></content>'
        "</article></body></act>"
    )
    [one] = flat(manuscript.blocks)
    assert (one.text, one.heading, one.notes) == (
        "One two, three.",
        "H",
        ("note-1", "n1", "n9"),
    )
    notes = {key: [one.text for one in value] for key, value in manuscript.notes.items()}
    assert notes == {"n9": ["Apart."], "note-1": ["On it."], "n1": ["First.", "Second."]}
    marks = [one.text for one in manuscript.omitted if one.what == "note mark"]
    assert marks == ["*", "1", "9"]


def test_what_is_quoted_is_cited_by_what_quotes_it() -> None:
    found = flat(
        body(
            '<article eId="a"><num>1</num><content><p>Replaced: <mod><quotedStructure '
            'startQuote="“" endQuote="”"><article eId="q"><num>Article 9</num><heading>New'
            "</heading><content><p>Text.</p></content></article></quotedStructure></mod></p>"
            '<p>and <quotedText startQuote="«" endQuote="»">words</quotedText>.</p></content>'
            "</article>"
        ).blocks
    )
    assert [(one.reference, one.unit, one.number, one.text) for one in found] == [
        ("Article 1", "article", "1", "Replaced:"),
        ("Article 1", "quotedStructure", "“Article 9", "Text.”"),
        ("Article 1", "", "", "and «words»."),
    ]


def test_tables_foreign_markup_and_what_is_left_out() -> None:
    manuscript = body(
        "<section><num>2</num><content><table><tr><th><p>A</p></th><th>B</th></tr><tr><td colspan="
        '"2">c<eol/>d</td></tr></table>'
        '<x:f xmlns:x="urn:x"><x:g>foreign</x:g><x:h>words</x:h></x:f>'
        "<p>x<!-- c --><?p i?>y <img src='m.png' alt='Map'/></p></content></section>"
        "<toc><tocItem>Section 2</tocItem></toc>"
    )
    heading, table, *rest = manuscript.blocks
    assert isinstance(heading, Paragraph)
    assert heading.reference == "Section 2"
    assert isinstance(table, Table)
    assert table.headed == 1
    assert [[[one.text for one in cell.paragraphs] for cell in row] for row in table.rows] == [
        [["A"], ["B"]],
        [["c\nd"]],
    ]
    assert [one.text for one in flat(rest)] == ["foreign", "words", "xy"]
    assert [(one.what, one.text) for one in manuscript.omitted] == [
        ("comment", "c"),
        ("processing instruction", "i"),
        ("image", "Map"),
        ("table of contents", "Section 2"),
    ]


BOMB = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><akomaNtoso>&b;</akomaNtoso>'


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("", "the file is empty"),
        (BOMB, "holds a DOCTYPE"),
        ('<!-- x -->\n<!DOCTYPE a SYSTEM "http://x.example/a.dtd"><a/>', "holds a DOCTYPE"),
        ("<html><p>x</p></html>", "is XML, but not Akoma Ntoso: its root is “html”"),
        ("<akomaNtoso>x</akomaNtoso>", "is XML, but not Akoma Ntoso"),
        (f'<akomaNtoso xmlns="{VERSION_3}">\n<act>', "line 2: is not well-formed XML"),
        (f'<akomaNtoso xmlns="{VERSION_3}">&x;</akomaNtoso>', "Entity 'x' not defined"),
        (f'<akomaNtoso xmlns="{VERSION_3}">' + "<p>" * 1_000_000, "Excessive depth"),
        (f'<akomaNtoso xmlns="{VERSION_3}"><act/></akomaNtoso>', "holds no text"),
        ('<?xml version="1.0" encoding="UTF-16"?><a/>', "declares UTF-16 and is not"),
    ],
    ids=lambda text: text[:20],
)
def test_refused(page: str, expected: str) -> None:
    with pytest.raises(Refused, match=expected):
        akoma_ntoso.read("act.xml", page.encode(), Wishes(), unwatched)


def test_the_declared_encoding_is_honoured() -> None:
    page = (
        f'<?xml version="1.0" encoding="windows-1251"?><akomaNtoso xmlns="{VERSION_3}"><act><body>'
        "<p>Стороны</p></body></act></akomaNtoso>"
    )
    for data in (page.encode("cp1251"), page.replace("windows-1251", "UTF-16").encode("utf-16")):
        manuscript = akoma_ntoso.read("act.xml", data, Wishes(), unwatched)
        assert flat(manuscript.blocks)[0].text == "Стороны"


NAMES = [
    "article", "paragraph", "point", "list", "intro", "content", "p", "num", "heading", "ins",
    "del", "mod", "quotedStructure", "table", "tr", "td", "authorialNote", "ref", "recital",
    "preface", "wrapUp", "block", "unheardOf", "attachment", "toc", "longTitle", "blockList", "u",
]  # fmt: skip
WORDS = st.text("abc", min_size=1, max_size=3)
TREES = st.recursive(
    WORDS,
    lambda inner: st.builds(
        lambda name, parts: f"<{name}>{''.join(parts)}</{name}>",
        st.sampled_from(NAMES),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@given(TREES)
@settings(max_examples=300)
def test_every_letter_is_kept_whatever_the_structure(tree: str) -> None:
    letters = "".join(one for piece in tree.split("<") for one in piece.split(">")[-1])
    try:
        manuscript = body(tree)
    except Refused:
        assert letters == "" or "<toc>" in tree
        return
    notes = [one for value in manuscript.notes.values() for one in value]
    kept = [*flat(manuscript.blocks), *notes]
    found = "".join(
        one.number + one.heading + "".join(run.text for run in one.runs) for one in kept
    ) + "".join(one.text for one in manuscript.omitted)
    assert sorted("".join(found.split())) == sorted(letters)
