"""Word files: the automatic numbers of lists."""

from __future__ import annotations

import pytest

from negotiator.documents.kinds.docx.number_formats import printed
from negotiator.documents.manuscript import Paragraph
from tests.documents.kinds.word import left_out, lines, p, read_word


def level(depth: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(id: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{id}">{more}{"".join(levels)}</w:abstractNum>'


def num(id: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def item(text: str, depth: int = 0, list_id: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>')


TREATY = abstract(
    1,
    level(0, "decimal", "Article %1"),
    level(1, "decimal", "%1.%2"),
    level(2, "lowerLetter", "(%3)"),
    level(3, "lowerRoman", "(%4)"),
)


def test_levels_count_and_begin_anew_under_a_higher_one() -> None:
    body = "".join(item("x", depth) for depth in (0, 1, 1, 2, 2, 3, 0, 1, 2))
    found = lines(read_word(body, numbering=TREATY + num(1, 1)))
    assert [line.removesuffix(" x") for line in found] == [
        "Article 1", "1.1", "1.2", "(a)", "(b)", "(i)", "Article 2", "2.1", "(a)",
    ]  # fmt: skip


def test_lists_of_one_definition_count_on_unless_they_state_a_start() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    numbering = (
        abstract(1, level(0, "decimal", "%1.")) + num(1, 1) + num(2, 1) + num(3, 1, override)
    )
    body = item("a") + item("b", 0, 2) + item("c", 0, 3) + item("d", 0, 3) + item("e")
    assert lines(read_word(body, numbering=numbering)) == ["1. a", "2. b", "7. c", "8. d", "9. e"]


def test_an_override_may_replace_a_level() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)")}</w:lvlOverride>'
    numbering = abstract(1, level(0, "decimal", "%1.")) + num(1, 1, override)
    assert lines(read_word(item("a"), numbering=numbering)) == ["I) a"]


def test_legal_numbers_are_digits_throughout() -> None:
    numbering = abstract(
        1, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>")
    ) + num(1, 1)
    assert lines(read_word(item("a") + item("b", 1), numbering=numbering)) == ["I. a", "1.1 b"]


@pytest.mark.parametrize(("restart", "expected"), [("", "1"), ('<w:lvlRestart w:val="0"/>', "2")])
def test_a_level_may_count_on(restart: str, expected: str) -> None:
    numbering = abstract(1, level(0, "decimal", "%1."), level(1, "decimal", "%2", restart))
    body = item("a") + item("b", 1) + item("c") + item("d", 1)
    assert lines(read_word(body, numbering=numbering + num(1, 1)))[-1] == f"{expected} d"


def test_restarting_only_at_the_highest_level() -> None:
    numbering = abstract(
        1,
        level(0, "decimal", "%1"),
        level(1, "decimal", "%2"),
        level(2, "decimal", "%3", '<w:lvlRestart w:val="1"/>'),
    ) + num(1, 1)
    body = "".join(item("x", depth) for depth in (0, 1, 2, 1, 2, 0, 1, 2))
    found = [line.split()[0] for line in lines(read_word(body, numbering=numbering))]
    assert found == ["1", "1", "1", "2", "2", "2", "1", "1"]


def test_numbers_through_styles() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Art"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Par"><w:basedOn w:val="Art"/>'
        "</w:style>"
    )
    numbering = abstract(
        1,
        level(0, "decimal", "Article %1", '<w:pStyle w:val="Art"/>'),
        level(1, "decimal", "%1(%2)", '<w:pStyle w:val="Par"/>'),
    ) + num(1, 1)
    body = (
        p("a", '<w:pStyle w:val="Art"/>')
        + p("b", '<w:pStyle w:val="Par"/>')
        + p("c", '<w:pStyle w:val="Art"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    manuscript = read_word(body, numbering=numbering, styles=styles)
    assert lines(manuscript) == ["Article 1 a", "1(1) b", "c"]


def test_a_list_may_borrow_its_levels_from_a_numbering_style() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    numbering = (
        abstract(1, more='<w:numStyleLink w:val="L"/>')
        + abstract(2, level(0, "decimal", "§ %1"), more='<w:styleLink w:val="L"/>')
        + num(1, 1)
        + num(2, 2)
    )
    assert lines(read_word(item("a"), numbering=numbering, styles=styles)) == ["§ 1 a"]


def test_signs_are_printed_as_signs() -> None:
    font = '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'
    numbering = abstract(1, level(0, "bullet", "\uf0b7").replace("</w:lvl>", font + "</w:lvl>"))
    block = read_word(item("a"), numbering=numbering + num(1, 1)).blocks[0]
    assert isinstance(block, Paragraph)
    assert (block.number, block.level) == ("•", 1)


def test_a_newer_format_with_zeros_is_read() -> None:
    forms = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
        'w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        "</mc:Fallback></mc:AlternateContent>"
    )
    numbering = abstract(1, f'<w:lvl w:ilvl="0">{forms}<w:lvlText w:val="%1"/></w:lvl>')
    body = item("a") + item("b")
    assert lines(read_word(body, numbering=numbering + num(1, 1))) == ["001 a", "002 b"]


def test_an_unknown_format_is_written_in_digits_and_warned_of() -> None:
    numbering = abstract(1, level(0, "thaiLetters", "%1.")) + num(1, 1)
    manuscript = read_word(item("a"), numbering=numbering)
    assert lines(manuscript) == ["1. a"]
    assert any("thaiLetters" in warning for warning in manuscript.warnings)


def test_an_empty_item_counts_and_its_number_is_listed() -> None:
    numbering = abstract(1, level(0, "decimal", "%1.")) + num(1, 1)
    manuscript = read_word(item("a") + item("") + item("c"), numbering=numbering)
    assert lines(manuscript) == ["1. a", "3. c"]
    assert left_out(manuscript, "number without text") == ["2."]


@pytest.mark.parametrize(
    ("count", "form", "expected"),
    [
        (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"),
        (1994, "lowerRoman", "mcmxciv"),
        (4, "upperRoman", "IV"),
        (1, "ordinal", "1st"),
        (12, "ordinal", "12th"),
        (22, "ordinal", "22nd"),
        (7, "decimalZero", "07"),
        (0, "lowerLetter", "0"),
        (5, "none", ""),
        (4, "russianLower", "г"),
        (11, "chineseCounting", "十一"),
        (102, "chineseCounting", "一百零二"),
        (5, "unheardOf", "5"),
        (10**6, "lowerLetter", "1000000"),
        (10**6, "lowerRoman", "1000000"),
    ],
)
def test_formats(count: int, form: str, expected: str) -> None:
    assert printed(count, form) == expected


@pytest.mark.parametrize(
    "numbering",
    [
        "",
        num(1, 9),
        num(1, 1),
        abstract(1, more='<w:numStyleLink w:val="L"/>') + num(1, 1),
        abstract(1, level(0, "decimal", "")) + num(1, 1),
    ],
    ids=["none", "no definition", "dangling", "link to nothing", "no text"],
)
def test_lists_that_are_not_there_have_no_number(numbering: str) -> None:
    assert lines(read_word(item("a"), numbering=numbering)) == ["a"]


def test_absurd_levels_are_no_levels() -> None:
    numbering = abstract(1, level(99, "decimal", "%1"), level(0, "decimal", "%1" * 500_000))
    body = item("a", 99) + item("b", -3) + item("c")
    first, second, third = lines(read_word(body, numbering=numbering + num(1, 1)))
    assert (first, second) == ("a", "b")
    assert len(third) < 200
