"""Word files: the wording of paragraphs, whatever wraps it."""

from __future__ import annotations

import pytest

from negotiator.documents.manuscript import Paragraph, Role
from tests.documents.kinds.word import left_out, lines, p, r, read_word

WRAPPERS = {
    "content control": "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "smart tag": '<w:smartTag w:element="place">{}</w:smartTag>',
    "custom XML": '<w:customXml w:element="clause">{}</w:customXml>',
    "link": '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
    "insertion": '<w:ins w:id="1" w:author="Anna">{}</w:ins>',
    "move": '<w:moveTo w:id="1" w:author="Anna">{}</w:moveTo>',
    "simple field": '<w:fldSimple w:instr="REF a">{}</w:fldSimple>',
    "direction": '<w:dir w:val="rtl">{}</w:dir>',
    "an element nobody knows": "<w:unheardOf>{}</w:unheardOf>",
}


@pytest.mark.parametrize("wrapper", WRAPPERS.values(), ids=list(WRAPPERS))
def test_wrapped_wording_is_read(wrapper: str) -> None:
    body = p(r("Parties ") + wrapper.format(r("shall ")) + r("reduce"))
    assert lines(read_word(body)) == ["Parties shall reduce"]


def test_wrappers_around_paragraphs_are_looked_through() -> None:
    inner = p("One") + p("Two")
    body = f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>{p('Three')}"
    assert lines(read_word(body)) == ["One", "Two", "Three"]


def test_characters_that_have_an_element_of_their_own() -> None:
    body = p(
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
        "<w:softHyphen/><w:t>e</w:t><w:cr/><w:t>f</w:t></w:r>"
    )
    assert lines(read_word(body)) == ["a\tb\nc\u2011d\u00ade\nf"]


def test_a_page_break_parts_words_and_leads_no_line() -> None:
    broken = '<w:r><w:br w:type="page"/></w:r>'
    assert lines(read_word(p(broken + r("Article 1") + broken + r("Text") + broken))) == [
        "Article 1\nText"
    ]


def test_symbols_become_unicode_and_unknown_ones_are_flagged() -> None:
    body = p(
        '<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="MS Gothic" w:char="2610"/>'
        '<w:sym w:font="Webdings" w:char="F061"/></w:r>'
    )
    manuscript = read_word(body)
    assert lines(manuscript) == ["≥☐\uf061"]
    assert any("1 symbols" in warning for warning in manuscript.warnings)


def test_comments_in_the_xml_do_not_cut_a_text() -> None:
    assert lines(read_word(p("<w:r><w:t>shall <!-- x -->not<?y z?> apply</w:t></w:r>"))) == [
        "shall not apply"
    ]


def test_fields_print_their_result_and_instructions_are_listed_once() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF art4 </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("Article 4")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    manuscript = read_word(p(r("see ") + field) + p(r("and ") + field))
    assert lines(manuscript) == ["see Article 4", "and Article 4"]
    assert left_out(manuscript, "field instruction") == [" REF art4 "]


def test_a_field_that_never_ends_swallows_nothing() -> None:
    body = p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("shall apply")) + p("Next")
    assert lines(read_word(body)) == ["shall apply", "Next"]


def test_what_a_field_prints_from_its_instruction_is_warned_of() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText>MACROBUTTON None [name of the State]</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    manuscript = read_word(p(r("Signed by ") + field))
    assert left_out(manuscript, "field") == ["MACROBUTTON None [name of the State]"]
    assert any("fields print" in warning for warning in manuscript.warnings)


def box(content: str) -> str:
    return f"<w:txbxContent>{content}</w:txbxContent>"


def test_a_text_box_follows_its_paragraph_and_stands_once() -> None:
    inner = box(p("In the box"))
    shape = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>"
        f"{inner}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
        "</w:r>"
    )
    manuscript = read_word(p(r("Before ") + shape + r("after")) + p("Next"))
    assert lines(manuscript) == ["Before after", "In the box", "Next"]
    assert manuscript.omitted == ()


def test_another_wording_in_the_fallback_is_listed() -> None:
    body = p(
        "<w:r><mc:AlternateContent><mc:Choice Requires='x'><w:t>new</w:t></mc:Choice>"
        "<mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    manuscript = read_word(body)
    assert lines(manuscript) == ["new"]
    assert left_out(manuscript, "alternate content") == ["old"]


def test_text_of_shapes_is_read() -> None:
    shape = "<w:r><w:drawing><a:sp><a:txBody><a:p><a:r><a:t>Stage 1</a:t></a:r></a:p></a:txBody>"
    body = p(r("See:") + shape + "</a:sp></w:drawing></w:r>")
    assert lines(read_word(body)) == ["See:", "Stage 1"]


def test_reading_aids_are_left_out_and_listed() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('jō')}</w:rt><w:rubyBase>{r('条')}</w:rubyBase></w:ruby></w:r>"
    manuscript = read_word(p(r("第一") + ruby))
    assert lines(manuscript) == ["第一条"]
    assert left_out(manuscript, "ruby text") == ["jō"]


def test_a_formula_keeps_its_meaning_in_one_line() -> None:
    def part(name: str, text: str) -> str:
        return f"<m:{name}><m:r><m:t>{text}</m:t></m:r></m:{name}>"

    body = p(
        f"<m:oMath><m:f>{part('num', 'a+b')}{part('den', '2')}</m:f>"
        f"<m:r><m:t> − </m:t></m:r><m:sSup>{part('e', '10')}{part('sup', '2')}</m:sSup></m:oMath>"
    )
    manuscript = read_word(body)
    assert lines(manuscript) == ["(a+b)/2 − 10^2"]
    assert any("formulas" in warning for warning in manuscript.warnings)


def test_a_raised_figure_after_a_figure_is_warned_of() -> None:
    manuscript = read_word(p(r("10") + r("2", '<w:vertAlign w:val="superscript"/>')))
    assert lines(manuscript) == ["102"], "the text is not altered"
    assert any("raised figures" in warning for warning in manuscript.warnings)


def test_hidden_text_is_listed_also_through_styles() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Deep"><w:basedOn w:val="Secret"/></w:style>'
    )
    body = p(
        r("a")
        + r("b", "<w:vanish/>")
        + r("c", '<w:rStyle w:val="Deep"/>')
        + r("d", '<w:rStyle w:val="Deep"/><w:vanish w:val="0"/>')
    )
    manuscript = read_word(body, styles=styles)
    assert lines(manuscript) == ["ad"]
    assert left_out(manuscript, "hidden text") == ["bc"]


HEADINGS = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>
  <w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Chapter"><w:basedOn w:val="berschrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Annex"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Text"><w:basedOn w:val="Annex"/>
  <w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style>
"""


@pytest.mark.parametrize(
    ("properties", "role", "level"),
    [
        ('<w:pStyle w:val="berschrift2"/>', Role.HEADING, 2),
        ('<w:pStyle w:val="Chapter"/>', Role.HEADING, 2),
        ('<w:pStyle w:val="Annex"/>', Role.HEADING, 1),
        ('<w:pStyle w:val="Text"/>', Role.BODY, 0),
        ('<w:pStyle w:val="a3"/>', Role.TITLE, 0),
        ('<w:outlineLvl w:val="2"/>', Role.HEADING, 3),
        ("", Role.BODY, 0),
    ],
)
def test_headings_and_titles(properties: str, role: Role, level: int) -> None:
    block = read_word(p("Text", properties), styles=HEADINGS).blocks[0]
    assert isinstance(block, Paragraph)
    assert (block.role, block.level) == (role, level)


@pytest.mark.parametrize("id", ["Heading1", "berschrift1", "Titre1", "Ttulo1", "Заголовок1"])
def test_headings_without_a_styles_part(id: str) -> None:
    block = read_word(p("Text", f'<w:pStyle w:val="{id}"/>')).blocks[0]
    assert isinstance(block, Paragraph)
    assert block.role is Role.HEADING


def test_languages() -> None:
    arabic = '<w:rtl/><w:lang w:val="en-US" w:bidi="ar-SA"/>'
    chinese = '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
    body = p("Les parties") + p(r("يجب", arabic)) + p(r("双方应", chinese)) + p("Une partie")
    manuscript = read_word(body, styles=HEADINGS)
    assert [block.language for block in manuscript.blocks if isinstance(block, Paragraph)] == [
        "fr-FR",
        "ar-SA",
        "zh-CN",
        "fr-FR",
    ]
    assert manuscript.language == "fr-FR"


def test_the_title_that_the_file_states() -> None:
    core = (
        '<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Draft treaty</dc:title>'
        "<dc:creator>Anna</dc:creator></p>"
    )
    root = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/>'
        '<Relationship Id="b" Type="x/core-properties" Target="docProps/core.xml"/>'
        "</Relationships>"
    )
    more = {"docProps/core.xml": core, "_rels/.rels": root}
    manuscript = read_word(p("One"), more=more)
    assert manuscript.title == "Draft treaty"
    assert left_out(manuscript, "document property") == ["creator: Anna"]


SEEN = "<w:r><w:lastRenderedPageBreak/></w:r>"


@pytest.mark.parametrize(("counted", "pages"), [(2, ["1", "2"]), (3, ["", ""])])
def test_pages_are_told_only_where_they_add_up(counted: int, pages: list[str]) -> None:
    root = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/>'
        '<Relationship Id="b" Type="x/extended-properties" Target="docProps/app.xml"/>'
        "</Relationships>"
    )
    more = {"docProps/app.xml": f"<P><Pages>{counted}</Pages></P>", "_rels/.rels": root}
    manuscript = read_word(p("One") + p(SEEN + r("Two")), more=more)
    assert [block.page for block in manuscript.blocks] == pages


def test_the_strict_variant_reads_the_same() -> None:
    from tests.documents.kinds.word import MAIN, packed, read_bytes, word_parts

    parts = word_parts(p(r("shall ") + r("not", "<w:strike/>")))
    document = str(parts["word/document.xml"])
    strict = document.replace(MAIN, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert strict != document
    assert lines(read_bytes(packed({**parts, "word/document.xml": strict}))) == ["shall [-not-]"]
