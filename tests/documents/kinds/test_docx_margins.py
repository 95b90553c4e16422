"""Word files: notes, comments, and what stands beside the text."""

from __future__ import annotations

from negotiator.documents.manuscript import Comment, Manuscript, Paragraph
from tests.documents.kinds.word import (
    NAMES,
    cell,
    gone,
    left_out,
    lines,
    p,
    packed,
    r,
    read_bytes,
    read_word,
    relation,
    relations,
    row,
    table,
    word_parts,
)


def cite(id: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{id}"/></w:r>'


def note(id: int, content: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{id}"><w:p><w:r><w:{kind}Ref/></w:r>{content}</w:p></w:{kind}>'


def comment(id: int, text: str, author: str = "Anna") -> str:
    return f'<w:comment w:id="{id}" w:author="{author}">{text}</w:comment>'


def block(manuscript: Manuscript, place: int = 0) -> Paragraph:
    found = manuscript.blocks[place]
    assert isinstance(found, Paragraph)
    return found


def texts(manuscript: Manuscript) -> dict[str, str]:
    return {
        name: "|".join(one.text for one in paragraphs)
        for name, paragraphs in manuscript.notes.items()
    }


def test_notes_are_cited_by_their_paragraph_in_the_order_of_citation() -> None:
    manuscript = read_word(
        p(r("One") + cite(7) + r(" and") + cite(3, "endnote")) + p(r("Two") + cite(4)),
        footnotes=note(4, r("Second.")) + note(7, r("First.")),
        endnotes=note(3, r("At the end."), "endnote"),
    )
    assert lines(manuscript) == ["One and", "Two"]
    assert block(manuscript).notes == ("footnote-1", "endnote-1")
    assert block(manuscript, 1).notes == ("footnote-2",)
    assert texts(manuscript) == {
        "footnote-1": "First.",
        "endnote-1": "At the end.",
        "footnote-2": "Second.",
    }


def test_notes_have_tracked_changes_and_tables_too() -> None:
    content = gone("not ") + r("yes", "<w:strike/>") + r(" so")
    manuscript = read_word(p(r("One") + cite(1)), footnotes=note(1, content))
    (paragraph,) = manuscript.notes["footnote-1"]
    assert (paragraph.text, paragraph.base) == (" so", "yes so")
    (omission,) = manuscript.omitted
    assert (omission.text, omission.place) == ("not ", "footnote 1")
    inner = f'<w:footnote w:id="1">{table(row(cell("a"), cell("b")))}</w:footnote>'
    assert texts(read_word(p(r("One") + cite(1)), footnotes=inner)) == {"footnote-1": "a|b"}


def test_a_note_of_deleted_text_is_listed() -> None:
    body = p(r("One") + f'<w:del w:id="1" w:author="Boris">{cite(1)}</w:del>')
    manuscript = read_word(body, footnotes=note(1, r("Why.")))
    assert manuscript.notes == {}
    assert left_out(manuscript, "footnote") == ["Why."]


def test_a_note_that_is_not_there_is_warned_of() -> None:
    assert any(
        "1 notes are cited" in warning for warning in read_word(p(r("a") + cite(1))).warnings
    )


def test_comments_stand_with_the_paragraph_they_begin_in() -> None:
    begin = '<w:commentRangeStart w:id="5"/>'
    end = '<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>'
    body = p("One") + p(begin + r("Two")) + p(r("Three") + end)
    manuscript = read_word(body, comments=comment(5, p("Too weak.") + p("Ask London.")))
    assert block(manuscript, 1).comments == (Comment("Anna", "Too weak.\nAsk London."),)
    assert block(manuscript, 2).comments == ()


def test_a_comment_on_an_empty_paragraph_stands_with_the_next() -> None:
    body = p('<w:commentRangeStart w:id="5"/>') + p("Two")
    manuscript = read_word(body, comments=comment(5, p("Here.")))
    assert block(manuscript).comments == (Comment("Anna", "Here."),)


def test_a_comment_on_nothing_is_listed() -> None:
    manuscript = read_word(p("One"), comments=comment(5, p("Lost.")))
    assert left_out(manuscript, "comment") == ["Lost."]


def test_struck_words_of_a_comment_are_part_of_it() -> None:
    body = p(r("One") + '<w:r><w:commentReference w:id="5"/></w:r>')
    manuscript = read_word(body, comments=comment(5, p(r("not ", "<w:strike/>") + r("so"))))
    assert block(manuscript).comments == (Comment("Anna", "not so"),)


def test_running_heads_feet_glossaries_and_charts_are_listed() -> None:
    more: dict[str, str | bytes] = {
        "word/header1.xml": f"<w:hdr {NAMES}>{p('Draft 3')}{p(gone('Draft 2'))}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {NAMES}>{p('Secret')}</w:ftr>",
        "word/glossary/document.xml": (
            f"<w:glossaryDocument {NAMES}>{p('Block')}</w:glossaryDocument>"
        ),
        "word/charts/chart1.xml": (
            f"<chartSpace {NAMES}><a:p><a:t>Missiles</a:t></a:p></chartSpace>"
        ),
    }
    manuscript = read_word(p("One"), more=more)
    assert left_out(manuscript, "running head") == ["Draft 3\nDraft 2"]
    assert left_out(manuscript, "running foot") == ["Secret"]
    assert left_out(manuscript, "glossary") == ["Block"]
    assert left_out(manuscript, "chart") == ["Missiles"]
    assert any("1 charts hold words" in warning for warning in manuscript.warnings)
    assert any("by Boris" in warning for warning in manuscript.warnings)


def test_images_and_objects_are_listed_with_their_alternative_text() -> None:
    image = '<w:drawing><wp:docPr id="1" descr="Map of the zone"/><a:blip r:embed="x"/></w:drawing>'
    thing = '<w:object><v:shape alt="Budget"/></w:object>'
    art = '<w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict>'
    manuscript = read_word(p(f"<w:r>{image}{thing}{art}</w:r>") + p("One"))
    assert left_out(manuscript, "image") == ["Map of the zone"]
    assert left_out(manuscript, "embedded object") == ["Budget"]
    assert left_out(manuscript, "drawing") == ["DRAFT"]


def test_custom_xml_and_properties_are_listed() -> None:
    links = relation("customXml", "../customXml/item1.xml")
    more = {"customXml/item1.xml": "<data><a>red line</a></data>"}
    assert left_out(read_word(p("One"), more=more, links=links), "custom XML") == ["red line"]


def test_what_is_outside_the_file_is_warned_of_save_plain_links() -> None:
    links = relation("image", "http://example.org/track.png", outside=True) + relation(
        "hyperlink", "http://example.org/treaty", outside=True
    )
    settings = relations(relation("attachedTemplate", "file:///C:/secret.dotm", outside=True))
    manuscript = read_word(p("One"), links=links, more={"word/_rels/settings.xml.rels": settings})
    (warning,) = manuscript.warnings
    assert "http://example.org/track.png" in warning
    assert "secret.dotm" in warning
    assert "treaty" not in warning
    assert left_out(manuscript, "external image") == ["http://example.org/track.png"]


def test_fields_that_fetch_something_are_warned_of() -> None:
    manuscript = read_word(
        p('<w:fldSimple w:instr="INCLUDETEXT x.docx">' + r("a") + "</w:fldSimple>")
    )
    assert lines(manuscript) == ["a"]
    assert left_out(manuscript, "external field") == ["INCLUDETEXT x.docx"]
    assert any("INCLUDETEXT x.docx" in warning for warning in manuscript.warnings)


def test_inserted_files_are_listed_and_warned_of() -> None:
    links = relation("aFChunk", "part.html", id="c")
    body = p("One") + '<w:altChunk r:id="c"/>' + p("Two")
    manuscript = read_word(body, links=links, more={"word/part.html": "<!DOCTYPE html><p>x"})
    assert lines(manuscript) == ["One", "Two"]
    assert left_out(manuscript, "inserted file") == ["", "word/part.html"]
    assert any("1 other files are inserted" in warning for warning in manuscript.warnings)


def test_parts_are_found_without_relationships() -> None:
    parts = word_parts(p(r("One") + cite(1)), footnotes=note(1, r("Why.")))
    del parts["word/_rels/document.xml.rels"]
    del parts["_rels/.rels"]
    assert texts(read_bytes(packed(parts))) == {"footnote-1": "Why."}
