"""Word files: every character is in a paragraph, a note or a comment, or listed as left out."""

from __future__ import annotations

import re
import site
import zipfile
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from negotiator.documents.manuscript import Block, Manuscript, Paragraph, Table, Tracked
from tests.documents.kinds.word import (
    MAIN,
    NAMES,
    cell,
    gone,
    p,
    packed,
    r,
    read_bytes,
    row,
    table,
    word_parts,
)

EVALUATION = Path(__file__).parents[3] / ".." / "shared" / "evaluation"
W = "{" + MAIN + "}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
TOKEN = re.compile(r"«\d+»")

# `@` becomes a token that stands nowhere else.
NOTHING = ""
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
HALF_FIELDS = [
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
]
LEAVES = st.sampled_from(
    [
        r("@"),
        r("@"),
        gone("@"),
        r("@", "<w:strike/>"),
        r("@", "<w:vanish/>"),
        r("@", '<w:u w:val="single"/>'),
        r("@", "<w:b/>"),
        r("@", '<w:rStyle w:val="Hidden"/>'),
        "<w:r><w:t>@</w:t><w:tab/><w:delText>@</w:delText><w:br w:type='page'/><w:t>@</w:t></w:r>",
        "<m:oMath><m:f><m:num><m:r><m:t>@</m:t></m:r></m:num><m:den><m:r><m:t>@</m:t></m:r>"
        "</m:den></m:f></m:oMath>",
        *(f'<w:r><w:footnoteReference w:id="{id}"/></w:r>' for id in (1, 2, 9)),
        '<w:r><w:endnoteReference w:id="1"/></w:r>',
        *(f'<w:commentRangeStart w:id="{id}"/>' for id in (1, 2)),
        '<w:r><w:commentReference w:id="1"/></w:r>',
        *HALF_FIELDS,
    ]
)
WRAPPERS = [
    '<w:ins w:id="1" w:author="Anna">{}</w:ins>',
    '<w:del w:id="1" w:author="Boris">{}</w:del>',
    '<w:moveFrom w:id="1" w:author="Anna">{}</w:moveFrom>',
    '<w:moveTo w:id="1" w:author="Anna">{}</w:moveTo>',
    "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
    '<w:smartTag w:element="x">{}</w:smartTag>',
    '<w:customXml w:element="x">{}</w:customXml>',
    '<w:fldSimple w:instr="REF x">{}</w:fldSimple>',
    FIELD,
    "<w:unheardOf>{}</w:unheardOf>",
    "<w:r><w:ruby><w:rt>" + r("@") + "</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
    "<mc:AlternateContent><mc:Choice Requires='x'>{}</mc:Choice><mc:Fallback>"
    + r("@")
    + "</mc:Fallback></mc:AlternateContent>",
    "<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>{}</w:p></w:txbxContent></v:textbox>"
    "</v:shape></w:pict></w:r>",
]


def joined(parts: st.SearchStrategy[str], most: int = 3) -> st.SearchStrategy[str]:
    return st.lists(parts, max_size=most).map("".join)


INLINE = st.recursive(
    LEAVES,
    lambda inner: st.builds(str.format, st.sampled_from(WRAPPERS), joined(inner)),
    max_leaves=8,
)
PROPERTIES = st.sampled_from(
    [
        NOTHING,
        NOTHING,
        '<w:rPr><w:del w:id="1" w:author="Boris"/></w:rPr>',
        '<w:rPr><w:ins w:id="1" w:author="Anna"/></w:rPr>',
        '<w:pStyle w:val="Struck"/>',
        '<w:pStyle w:val="Hidden"/><w:rPr><w:vanish/></w:rPr>',
        '<w:outlineLvl w:val="1"/>',
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
    ]
)
PARAGRAPHS = st.builds(
    lambda inner, properties: f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>",
    joined(INLINE),
    PROPERTIES,
)
CELL_PROPERTIES = st.sampled_from(
    [
        NOTHING,
        NOTHING,
        '<w:vMerge w:val="restart"/>',
        "<w:vMerge/>",
        "<w:hMerge/>",
        '<w:gridSpan w:val="2"/>',
        '<w:cellDel w:id="1" w:author="Boris"/>',
    ]
)
ROW_PROPERTIES = st.sampled_from(
    [
        NOTHING,
        "<w:tblHeader/>",
        '<w:del w:id="1" w:author="Boris"/>',
        '<w:ins w:id="1" w:author="Anna"/>',
    ]
)


def tables(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    cells = st.builds(
        lambda inner, properties: cell(inner or p(""), properties),
        joined(blocks, 2),
        CELL_PROPERTIES,
    )
    rows = st.builds(
        lambda inner, properties: row(inner, properties=properties), joined(cells), ROW_PROPERTIES
    )
    return st.builds(table, joined(rows))


BLOCKS = st.recursive(
    PARAGRAPHS,
    lambda inner: st.one_of(
        tables(inner),
        joined(inner).map("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>".format),
        joined(inner).map("<w:customXml>{}</w:customXml>".format),
    ),
    max_leaves=6,
)
STYLES = """
<w:style w:type="paragraph" w:styleId="Struck"><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>
"""
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="(%1)"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Table):
            for cells_of_row in block.rows:
                for one in cells_of_row:
                    yield from one.paragraphs
        else:
            yield block


def everything(manuscript: Manuscript) -> str:
    """Return all the text of a manuscript, wherever it stands."""
    found = [*paragraphs(manuscript.blocks)]
    for note in manuscript.notes.values():
        found += note
    pieces = ["".join(run.text for run in one.runs) for one in found]
    pieces += [comment.text for one in found for comment in one.comments]
    pieces += [omission.text for omission in manuscript.omitted]
    return "\n".join(pieces)


@settings(max_examples=120, deadline=None)
@given(
    body=joined(BLOCKS, 5),
    footnotes=st.tuples(PARAGRAPHS, tables(PARAGRAPHS)),
    endnote=PARAGRAPHS,
    comments=st.tuples(PARAGRAPHS, PARAGRAPHS),
    header=joined(BLOCKS, 2),
    tracked=st.sampled_from(Tracked),
)
def test_every_text_of_a_file_stands_somewhere_and_once(
    body: str,
    footnotes: tuple[str, str],
    endnote: str,
    comments: tuple[str, str],
    header: str,
    tracked: Tracked,
) -> None:
    parts = word_parts(
        body,
        styles=STYLES,
        numbering=NUMBERING,
        footnotes="".join(
            f'<w:footnote w:id="{id}">{one}</w:footnote>' for id, one in enumerate(footnotes, 1)
        ),
        endnotes=f'<w:endnote w:id="1">{endnote}</w:endnote>',
        comments="".join(
            f'<w:comment w:id="{id}" w:author="Clara">{one}</w:comment>'
            for id, one in enumerate(comments, 1)
        ),
        more={"word/header1.xml": f"<w:hdr {NAMES}>{header}</w:hdr>"},
    )
    tokens = count()
    stated = {
        name: re.sub("@", lambda _: f"«{next(tokens)}»", str(part)) for name, part in parts.items()
    }
    found = Counter(TOKEN.findall(everything(read_bytes(packed(stated), tracked))))
    assert found == Counter(f"«{token}»" for token in range(next(tokens)))


def real_files() -> list[Path]:
    """Return the Word files that installed packages bring along, and those of the evaluation."""
    folders = [Path(folder) for folder in site.getsitepackages()]
    return sorted(
        path
        for folder in [*folders, EVALUATION]
        for pattern in ("*.docx", "*.docm", "*.dotx")
        for path in folder.rglob(pattern)
    )


def characters(path: Path) -> Counter[str]:
    """Return the printed characters of a Word file, counted from its XML."""
    found: Counter[str] = Counter()
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            known = re.fullmatch(
                r"word/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml", name
            )
            if known is None:
                continue
            root = etree.fromstring(archive.read(name))
            for repeated in list(root.iter(FALLBACK)):
                parent = repeated.getparent()
                assert parent is not None
                parent.remove(repeated)
            for element in root.iter(W + "t", W + "delText", M + "t"):
                found.update("".join(str(text) for text in element.itertext()).split())
    return Counter("".join(found.elements()))


@pytest.mark.skipif(not real_files(), reason="no Word files at hand: no package brings any along")
@pytest.mark.parametrize("path", real_files(), ids=lambda path: path.name)
@pytest.mark.parametrize("tracked", list(Tracked))
def test_no_character_of_a_real_file_is_lost(path: Path, tracked: Tracked) -> None:
    text = everything(read_bytes(path.read_bytes(), tracked))
    missing = characters(path) - Counter(text)
    assert not missing


@pytest.mark.skipif(not EVALUATION.is_dir(), reason="the evaluation material is not beside it")
def test_a_real_position_paper() -> None:
    paper = EVALUATION / "g_import" / "amendment_tables" / "company-paper.docx"
    manuscript = read_bytes(paper.read_bytes())
    assert sum(isinstance(block, Table) for block in manuscript.blocks) >= 15
    # Its bold words mark deletions on the left and insertions on the right: no rule may guess.
    assert not any(one.marked for one in paragraphs(manuscript.blocks))
    assert len(manuscript.notes) == 1
    assert manuscript.language == "en-GB"
