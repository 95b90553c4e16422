"""The characters of a web page as tags, text and comments.

Follows the HTML standard, section 13.2.5; what a browser would throw away is handed on as a
comment, so that it can be listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from negotiator.documents.hypertext.references import resolve

NO_ATTRIBUTES: Mapping[str, str] = {}


@dataclass(slots=True)
class Start:
    """A start tag.

    Args:
        name: in lower case.
        attributes: the first of each name, resolved.
        line: where it stands.
        closed: whether it ends in `/>`.
        number: the number of a list item or note as typed, which a web page never has.
    """

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    line: int = 1
    closed: bool = False
    number: str = ""


@dataclass(slots=True)
class End:
    """An end tag."""

    name: str
    line: int = 1


@dataclass(slots=True)
class Text:
    """Text, its character references resolved."""

    text: str
    line: int = 1


@dataclass(slots=True)
class Comment:
    """A comment, or what browsers take for one; `closed` is false where it never ends."""

    text: str
    line: int = 1
    closed: bool = True


Token = Start | End | Text | Comment

# Most tags of a page are as short as this.
BARE = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)>")
MARKUP = re.compile(r"<(?=[A-Za-z!?/])")
NAME = re.compile(r"[^\t\n\f />]*")
BETWEEN = re.compile(r"[\t\n\f /]*")
ATTRIBUTE = re.compile(r"=?[^\t\n\f />=]*")
EQUALS = re.compile(r"[\t\n\f ]*=[\t\n\f ]*")
UNQUOTED = re.compile(r"[^\t\n\f >]*")
COMMENT_END = re.compile(r"--!?>")

RAW = {"script", "style", "xmp", "iframe", "noembed", "noframes"}
RESOLVED = {"title", "textarea"}
RAW_END = {name: re.compile(rf"</{name}(?=[\t\n\f />])", re.IGNORECASE) for name in RAW | RESOLVED}
FOREIGN = {"svg", "math"}


def tokens(text: str, line: int = 1, *, xml: bool = False) -> Iterator[Token]:
    """Yield the tokens of a page, in order.

    Args:
        text: the page, its lines ending in newlines.
        line: the number of its first line.
        xml: whether it is XHTML, in which `<script/>` is complete.
    """
    at, foreign = 0, 0
    while True:
        found = MARKUP.search(text, at)
        stop = found.start() if found else len(text)
        if stop > at:
            yield Text(resolve(text[at:stop]), line)
            line += text.count("\n", at, stop)
        if not found:
            return
        token, at = _markup(text, stop, line)
        if token is not None:
            yield token
        line += text.count("\n", stop, at)
        if isinstance(token, End) and token.name in FOREIGN:
            foreign = max(foreign - 1, 0)
        if not isinstance(token, Start) or (token.closed and (xml or foreign)):
            continue
        if token.name in FOREIGN and not token.closed:
            foreign += 1
        if token.name == "plaintext":
            yield Text(text[at:], line)
            return
        if token.name in RAW_END and not foreign:
            end = RAW_END[token.name].search(text, at)
            stop = end.start() if end else len(text)
            inner = text[at:stop]
            if inner:
                yield Text(resolve(inner) if token.name in RESOLVED else inner, line)
            line += text.count("\n", at, stop)
            at = stop


def _markup(text: str, at: int, line: int) -> tuple[Token | None, int]:
    """Return what begins with the `<` at a place, None for nothing, and where it ends."""
    bare = BARE.match(text, at)
    if bare:
        name = bare[2].lower()
        return (End(name, line) if bare[1] else Start(name, NO_ATTRIBUTES, line)), bare.end()
    after = text[at + 1]
    if after == "!":
        return _declaration(text, at, line)
    if after == "?":
        return _bogus(text, at + 1, line)
    if after == "/":
        first = text[at + 2 : at + 3]
        if not first:
            return Text(text[at:], line), len(text)
        if first == ">":
            return None, at + 3
        if not ("a" <= first.lower() <= "z"):
            return _bogus(text, at + 2, line)
        return _tag(text, at, at + 2, line)
    return _tag(text, at, at + 1, line)


def _declaration(text: str, at: int, line: int) -> tuple[Token | None, int]:
    if text.startswith("<!--", at):
        for short in ("<!-->", "<!--->"):
            if text.startswith(short, at):
                return Comment("", line), at + len(short)
        end = COMMENT_END.search(text, at + 4)
        if end is None:
            return Comment(text[at + 4 :], line, closed=False), len(text)
        return Comment(text[at + 4 : end.start()], line), end.end()
    if text[at + 2 : at + 9].lower() == "doctype":
        end_of_type = text.find(">", at)
        return (None, end_of_type + 1) if end_of_type >= 0 else _bogus(text, at + 2, line)
    return _bogus(text, at + 2, line)


def _bogus(text: str, at: int, line: int) -> tuple[Token, int]:
    end = text.find(">", at)
    if end < 0:
        return Comment(text[at:], line, closed=False), len(text)
    return Comment(text[at:end], line), end + 1


def _tag(text: str, begin: int, at: int, line: int) -> tuple[Token, int]:
    named = NAME.match(text, at)
    name = named.group().lower() if named else ""
    attributes: dict[str, str] = {}
    at += len(name)
    while True:
        between = BETWEEN.match(text, at)
        start, at = at, between.end() if between else at
        if at >= len(text):
            return Comment(text[begin:], line, closed=False), len(text)
        if text[at] == ">":
            break
        found = ATTRIBUTE.match(text, at)
        key = found.group() if found else ""
        at += len(key)
        equals = EQUALS.match(text, at)
        value = ""
        if equals:
            at = equals.end()
            quote = text[at : at + 1]
            if quote in ('"', "'"):
                end = text.find(quote, at + 1)
                if end < 0:
                    return Comment(text[begin:], line, closed=False), len(text)
                value, at = text[at + 1 : end], end + 1
            else:
                bare = UNQUOTED.match(text, at)
                value = bare.group() if bare else ""
                at += len(value)
        attributes.setdefault(key.lower(), resolve(value, attribute=True))
    if text[begin + 1] == "/":
        return End(name, line), at + 1
    closed = at > start and text[at - 1] == "/"
    return Start(name, attributes or NO_ATTRIBUTES, line, closed), at + 1
