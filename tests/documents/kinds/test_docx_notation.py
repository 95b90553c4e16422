"""Word files: amendments shown by the look of the words."""

from __future__ import annotations

import pytest

from negotiator.documents.manuscript import Tracked
from tests.documents.kinds.word import (
    cell,
    cells,
    gone,
    left_out,
    lines,
    p,
    r,
    read_word,
    row,
    table,
)

STRUCK = "<w:strike/>"
UNDER = '<w:u w:val="single"/>'
BOLD = "<w:b/>"
BLUE = '<w:color w:val="0000FF"/>' + UNDER
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="character" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:type="character" w:styleId="GoneToo"><w:basedOn w:val="Gone"/></w:style>
<w:style w:type="character" w:styleId="Back"><w:basedOn w:val="Gone"/>
  <w:rPr><w:strike w:val="false"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Old"><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Stressed">
  <w:rPr><w:b/><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>
  <w:rPr><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Head"><w:name w:val="heading 1"/></w:style>
"""


@pytest.mark.parametrize(
    ("properties", "deleted"),
    [
        (STRUCK, True),
        ("<w:dstrike/>", True),
        ('<w:strike w:val="1"/>', True),
        ('<w:strike w:val="0"/>', False),
        ('<w:dstrike w:val="false"/>', False),
        ('<w:rStyle w:val="Gone"/>', True),
        ('<w:rStyle w:val="GoneToo"/>', True),
        ('<w:rStyle w:val="Back"/>', False),
        ('<w:rStyle w:val="Gone"/><w:strike w:val="0"/>', False),
    ],
)
def test_what_is_struck_through_is_deleted(properties: str, deleted: bool) -> None:
    manuscript = read_word(p(r("shall ") + r("not", properties)), styles=STYLES.format(defaults=""))
    assert lines(manuscript) == ["shall [-not-]" if deleted else "shall not"]


def test_struck_through_by_the_style_of_the_paragraph_or_of_all_text() -> None:
    old = p("Old", '<w:pStyle w:val="Old"/>')
    assert lines(read_word(old, styles=STYLES.format(defaults=""))) == ["[-Old-]"]
    body = p(r("gone ") + r("kept", '<w:strike w:val="0"/>'))
    assert lines(read_word(body, styles=STYLES.format(defaults=STRUCK))) == ["[-gone -]kept"]


def test_two_styles_that_strike_through_cancel_one_another_out() -> None:
    body = p(r("twice", '<w:rStyle w:val="Gone"/>') + r(" once"), '<w:pStyle w:val="Old"/>')
    assert lines(read_word(body, styles=STYLES.format(defaults=""))) == ["twice[- once-]"]


def test_underlined_beside_struck_through_is_inserted() -> None:
    manuscript = read_word(p(r("shall ") + r("not ", STRUCK) + r("always ", UNDER) + r("meet")))
    assert lines(manuscript) == ["shall [-not -][+always +]meet"]
    assert any(
        "struck through in 1 paragraphs is read as deleted" in warning
        and "in 1 of them as inserted" in warning
        for warning in manuscript.warnings
    )


def test_bold_beside_struck_through_is_inserted_where_nothing_is_underlined() -> None:
    assert lines(read_word(p(r("a ") + r("b ", STRUCK) + r("c", BOLD)))) == ["a [-b -][+c+]"]
    both = p(r("Note ", BOLD) + r("b ", STRUCK) + r("c", UNDER))
    assert lines(read_word(both)) == ["Note [-b -][+c+]"]


@pytest.mark.parametrize("properties", [UNDER, BOLD, BLUE])
def test_stressed_words_without_anything_struck_through_are_kept(properties: str) -> None:
    manuscript = read_word(p(r("give notice of ") + r("non-serious", properties) + r(" breaches")))
    assert lines(manuscript) == ["give notice of non-serious breaches"]
    assert manuscript.warnings == ()


def test_stress_elsewhere_is_not_read_as_an_amendment() -> None:
    body = p(r("a ") + r("b", STRUCK) + r("c", UNDER)) + p(r("it is ") + r("key", UNDER) + r("."))
    assert lines(read_word(body))[1] == "it is key."


def test_a_look_of_its_own_means_the_same_everywhere() -> None:
    body = (
        p(r("a ") + r("b", STRUCK) + r("c", BLUE))
        + p(r("and ") + r("promptly", BLUE))
        + p(r("A new paragraph.", BLUE))
        + p(r("Blue label", BLUE))
    )
    assert lines(read_word(body))[1:] == [
        "and [+promptly+]",
        "[+A new paragraph.+]",
        "Blue label",
    ]


def test_a_row_is_read_as_one() -> None:
    body = table(
        row(
            cell(p(r("Article 5", BOLD)) + p(r("shall ") + r("not", STRUCK))),
            cell(p(r("Article 5", BOLD)) + p(r("shall ") + r("always", BOLD))),
        ),
        row(cell(p(r("shall ") + r("meet", BOLD)))),
    )
    assert cells(read_word(body)) == [
        ["Article 5|shall [-not-]", "Article 5|shall [+always+]"],
        ["shall meet"],
    ]


def test_a_new_sentence_in_bold_beside_a_struck_one_is_inserted() -> None:
    body = table(row(cell(p(r("Old text.", STRUCK)) + p(r("New text.", BOLD)))))
    assert cells(read_word(body)) == [["[-Old text.-]|[+New text.+]"]]


def test_header_rows_are_no_amendments() -> None:
    body = table(
        row(cell(p(r("x", STRUCK) + r(" Text", BOLD))), properties="<w:tblHeader/>"),
        row(cell("a")),
    )
    assert cells(read_word(body)) == [["[-x-] Text"], ["a"]]


def test_headings_links_and_styled_paragraphs_do_not_count() -> None:
    styles = STYLES.format(defaults="")
    heading = p(r("b", STRUCK) + r("Scope.", UNDER), '<w:pStyle w:val="Head"/>')
    assert lines(read_word(heading, styles=styles)) == ["[-b-]Scope."]
    link = p(
        r("b ", STRUCK)
        + f'<w:hyperlink w:anchor="x">{r("one ", UNDER)}</w:hyperlink>'
        + r("two", '<w:rStyle w:val="Hyperlink"/>')
    )
    assert lines(read_word(link, styles=styles)) == ["[-b -]one two"]
    styled = p(r("b", STRUCK) + r(" and c."), '<w:pStyle w:val="Stressed"/>')
    assert lines(read_word(styled, styles=styles)) == ["[-b-] and c."]


def test_tracked_deletions_make_nothing_underlined_inserted() -> None:
    body = p(r("a ") + gone("b ") + r("key", UNDER))
    assert lines(read_word(body, Tracked.BOTH)) == ["a [-b -]key"]


def test_struck_wording_is_kept_for_the_base_text_and_not_listed() -> None:
    manuscript = read_word(p(r("shall ") + r("not", STRUCK)))
    assert manuscript.blocks[0].base == "shall not"  # type: ignore[union-attr]
    assert manuscript.blocks[0].text == "shall "  # type: ignore[union-attr]
    assert left_out(manuscript, "deleted text") == []
