"""Markdown by markdown-it-py, guarded where it would lose text or take for ever."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.reference import reference
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from negotiator.documents.manuscript import Omission
from negotiator.errors import Refused

# The parser itself drops what is nested deeper than 100.
DEEPEST = 60
# What may open something costs time each; what comes after so many is kept as typed.
MOST_BRACKETS, MOST_MARKS = 10_000, 300_000
MARKS = re.compile(r"[\n!#$%&*+:<=>@\\^_`{}~-]")
MOST_LINES = 500_000
# A link's address, as distinct from `[EU]: reserves its position`.
DEFINITION = re.compile(
    r"\[[^\[\]\n]{1,999}\]:[ \t]*(?:<|[A-Za-z][A-Za-z0-9+.-]{1,20}:|\.{0,2}/|#|www\.)"
)
ATTRIBUTES = re.compile(r"[ \t]{0,3}\{:[^{}\n]{0,500}\}[ \t]*")


@dataclass(slots=True)
class Parsed:
    """Markdown as tokens of its parser.

    Args:
        parser: which read it.
        tokens: the blocks, each `inline` one with its children.
        omitted: what is no text: addresses of links, attributes.
        warnings: what a person should look at.
    """

    parser: MarkdownIt
    tokens: list[Token]
    omitted: list[Omission] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def parsed(file: str, text: str, before: int) -> Parsed:
    """Return the tokens of a text in Markdown.

    Args:
        file: its name, for messages.
        text: the text.
        before: how many lines of the file stand before it.

    Raises:
        Refused: for lists and quotations nested deeper, and for more lines, than any honest ones.
    """
    if text.count("\n") > MOST_LINES:
        what = f"has more than {MOST_LINES:,} lines"
        raise Refused(what, where=file, remedy="split it into several files")
    parser = MarkdownIt("js-default", {"html": True}).use(
        footnote_plugin, inline=False, move_to_end=False
    )
    found = Parsed(parser, [])
    guard = _Guard(file, before, found)
    parser.block.ruler.before("table", "depth", guard.depth, {"alt": ["paragraph", "blockquote"]})
    parser.block.ruler.at("reference", guard.definition)
    parser.core.ruler.at("inline", guard.inline)
    found.tokens = parser.parse(text)
    for token in found.tokens:
        if token.type == "fence" and token.info.strip():
            start = token.map[0] if token.map else 0
            guard.omit("language of code", "no text of the page", start, token.info.strip())
    found.omitted.sort(key=lambda omission: int(omission.place))
    return found


class _Guard:
    """The rules that are put before or in the place of the parser's own."""

    def __init__(self, file: str, before: int, found: Parsed) -> None:
        self.file = file
        self.before = before
        self.found = found
        self.brackets = 0
        self.marks = 0
        self.warned = False

    def depth(self, state: StateBlock, start: int, end: int, silent: bool) -> bool:
        """Refuse nesting at which the parser would begin to drop text."""
        if state.level > DEEPEST:
            line = self.before + start + 1
            remedy = "flatten its lists and quotations"
            what = f"is nested deeper than {DEEPEST // 2} lists or quotations"
            raise Refused(what, where=f"{self.file}, line {line}", remedy=remedy)
        return False

    def definition(self, state: StateBlock, start: int, end: int, silent: bool) -> bool:
        """Take the definition of a link only where it has an address, and list it."""
        at = state.bMarks[start] + state.tShift[start]
        if not DEFINITION.match(state.src, at) or not reference(state, start, end, silent):
            return False
        if not silent:
            text = state.getLines(start, state.line, 0, False).strip()
            self.omit("link address", "no text of the page", start, text)
        return True

    def inline(self, state: StateCore) -> None:
        """Parse the words of each block, as far as that can be done in bounded time."""
        for token in state.tokens:
            if token.type != "inline":
                continue
            start = token.map[0] if token.map else 0
            content = self.without_attributes(token.content, start)
            token.content = content
            self.brackets += content.count("[")
            self.marks += len(MARKS.findall(content))
            if self.brackets <= MOST_BRACKETS and self.marks <= MOST_MARKS:
                token.children = []
                state.md.inline.parse(content, state.md, state.env, token.children)
            else:
                token.children = [Token("text", "", 0, content=content)]
                self.warn(start)

    def without_attributes(self, content: str, start: int) -> str:
        """Take the lines out that give attributes, as `{:.no_toc}`, and list them."""
        if "{:" not in content:
            return content
        kept = []
        for index, line in enumerate(content.split("\n")):
            if ATTRIBUTES.fullmatch(line):
                self.omit("attributes", "no text of the page", start + index, line.strip())
            else:
                kept.append(line)
        return "\n".join(kept)

    def warn(self, start: int) -> None:
        if not self.warned:
            self.warned = True
            self.found.warnings.append(
                f"from line {self.before + start + 1} on there are too many brackets and marks"
                " to tell markup from text: all is kept as typed"
            )

    def omit(self, what: str, reason: str, start: int, text: str) -> None:
        place = str(self.before + start + 1)
        self.found.omitted.append(Omission(what, reason, place=place, text=text))
