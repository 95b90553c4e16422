"""The tokens of Markdown as the tags and words of a web page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from urllib.parse import unquote

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token as Mark

from negotiator.documents.hypertext.tokens import End, Start, Text, Token, tokens
from negotiator.documents.markdown.parser import Parsed
from negotiator.documents.wraps import begins_unit

QUOTED = re.compile(r"[ \t>]*")
# What leads somewhere, as distinct from `[shall](US)`.
ADDRESS = re.compile(r"[:/#.?@]")
# Of the inline marks those that say what becomes of the words; emphasis says nothing.
KEPT = {"s_open", "s_close"}


def tagged(parsed: Parsed, lines: list[str], before: int) -> Iterator[Token]:
    """Yield the tags and words that a text in Markdown stands for, in order.

    Args:
        parsed: the text.
        lines: its lines, to find what its tables hold beyond their heads.
        before: how many lines of the file stand before it.
    """
    cells = 0
    for mark in parsed.tokens:
        line = before + (mark.map[0] if mark.map else 0) + 1
        if mark.type == "inline":
            yield from _inline(mark.children or [], line)
        elif mark.type in ("fence", "code_block"):
            inside = line + (mark.type == "fence")
            yield Start("pre", line=inside)
            yield Text("\n" + mark.content, inside - 1)
            yield End("pre")
        elif mark.type == "html_block":
            yield from tokens(mark.content, line)
        elif mark.type == "footnote_reference_open":
            label = str(mark.meta["label"])
            yield Start("aside", {"id": f"fn:{label}"}, line, number=label)
        elif mark.type == "footnote_reference_close":
            yield End("aside")
        elif mark.hidden:
            continue
        elif mark.nesting >= 0:
            attributes = {name: str(value) for name, value in mark.attrs.items() if name != "style"}
            number = mark.info + mark.markup if mark.type == "list_item_open" else ""
            yield Start(mark.tag, attributes, line, number=number if mark.info else "")
            if mark.tag == "tr":
                row, cells = (mark.map[0] if mark.map else -1), 0
            cells += mark.tag in ("td", "th")
        else:
            if mark.tag == "tr" and 0 <= row < len(lines):
                yield from _beyond(parsed, lines[row], cells, before + row + 1)
            yield End(mark.tag, line)


def _inline(marks: list[Mark], line: int) -> Iterator[Token]:
    ends: list[str] = []
    for mark, following in zip_longest(marks, marks[1:]):
        if mark.type == "softbreak":
            # Markdown runs lines on; that one begins with a number is still worth keeping.
            listed = following is not None and begins_unit(following.content)
            yield Start("br", line=line) if listed else Text("\n", line)
            line += 1
        elif mark.type == "hardbreak":
            yield Start("br", line=line)
            line += 1
        elif mark.type == "html_inline":
            yield from tokens(mark.content, line)
            line += mark.content.count("\n")
        elif mark.type == "image":
            source = str(mark.attrs.get("src", ""))
            yield Start("img", {"src": source, "alt": mark.content}, line)
        elif mark.type == "footnote_ref":
            yield from _cited(str(mark.meta["label"]), line)
        elif mark.type == "link_open":
            ends.append(_end_of_text(mark))
            if ends[-1]:
                yield Text("[", line)
        elif mark.type == "link_close":
            if end := ends.pop():
                yield Text(end, line)
        elif mark.type in KEPT:
            yield Start(mark.tag, line=line) if mark.nesting > 0 else End(mark.tag, line)
        elif mark.content:
            yield Text(mark.content, line)


def _end_of_text(mark: Mark) -> str:
    """Return what stands after the text of a link that leads nowhere; empty for one that does."""
    target, title = unquote(str(mark.attrs.get("href", ""))), str(mark.attrs.get("title", ""))
    if ADDRESS.search(target):
        return ""
    return f"]({target} ({title}))" if title else f"]({target})"


def _cited(label: str, line: int) -> Iterator[Token]:
    yield Start("sup", line=line)
    yield Start("a", {"href": f"#fn:{label}", "role": "doc-noteref"}, line)
    yield Text(label, line)
    yield End("a", line)
    yield End("sup", line)


def _beyond(parsed: Parsed, row: str, cells: int, line: int) -> Iterator[Token]:
    """Yield the cells of a row that has more of them than its head, which the parser drops."""
    quoted = QUOTED.match(row)
    columns = escapedSplit(row[quoted.end() if quoted else 0 :].strip())
    if columns and not columns[0]:
        columns = columns[1:]
    if columns and not columns[-1]:
        columns = columns[:-1]
    for column in columns[cells:]:
        yield Start("td", line=line)
        for mark in parsed.parser.parseInline(column.strip()):
            yield from _inline(mark.children or [], line)
        yield End("td", line)
