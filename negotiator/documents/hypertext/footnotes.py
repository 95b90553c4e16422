"""Which links of a page cite a note, and which of its blocks are notes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from negotiator.documents.hypertext.elements import BLOCKS
from negotiator.documents.hypertext.structure import Anchor, Close, Element, Event, Words
from negotiator.documents.hypertext.tokens import Start

# What stands raised in the text: a number, a letter, a sign, in brackets or not.
MARK = re.compile(r"[\[(]?(?:[0-9]{1,4}|[a-z]{1,2}|[ivxl]{1,6}|[*†‡§¶#]{1,4})[\])]?")
LONGEST_BACK = 12
HOLDERS = frozenset(("p", "li", "div", "aside", "dd"))
ROLES = frozenset(("doc-noteref", "footnote-ref", "footnote-reference", "noteref"))


@dataclass(slots=True)
class _Link:
    tag: Start
    target: str
    at: int
    holder: Element | None
    text: str = ""
    raised: bool = False


@dataclass(slots=True)
class Footnotes:
    """The notes of a page.

    Args:
        holders: the id of the note that each block is, by the identity of its element.
        citing: the id of the note that each link cites, by the identity of its tag.
        back: the links of notes that only lead back, by the identity of their tags.
    """

    holders: dict[int, str] = field(default_factory=dict)
    citing: dict[int, str] = field(default_factory=dict)
    back: set[int] = field(default_factory=set)


class _Survey:
    """Where links and what they may lead to stand."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.links: dict[int, _Link] = {}
        self.holders: dict[str, Element] = {}
        self.spans: dict[int, tuple[int, int]] = {}
        blocks: list[Element] = []
        raised = 0
        for at, event in enumerate(events):
            if isinstance(event, Element):
                self.spans[id(event)] = (at, len(events))
                if event.name in BLOCKS or event.style.apart:
                    blocks.append(event)
                raised += event.name == "sup"
                self._name(event.tag, blocks)
            elif isinstance(event, Close):
                self.spans[id(event.element)] = (self.spans[id(event.element)][0], at)
                if blocks and blocks[-1] is event.element:
                    blocks.pop()
                raised -= event.element.name == "sup"
            elif isinstance(event, Anchor):
                self._name(event.tag, blocks)
            elif isinstance(event, Words) and event.look.link is not None:
                self._link(event, event.look.link, at, blocks, raised > 0)

    def _name(self, tag: Start, blocks: list[Element]) -> None:
        for name in ("id", "name"):
            if blocks and tag.attributes.get(name):
                self.holders.setdefault(tag.attributes[name], blocks[-1])

    def _link(self, words: Words, tag: Start, at: int, blocks: list[Element], raised: bool) -> None:
        href = tag.attributes.get("href", "")
        if href.startswith("#") and len(href) > 1:
            holder = blocks[-1] if blocks else None
            link = self.links.setdefault(id(tag), _Link(tag, unquote(href[1:]), at, holder))
            # No mark is long; the text of a link that is need not be kept.
            link.text = (link.text + words.text)[:100]
            link.raised = link.raised or raised


def footnotes(events: Sequence[Event]) -> Footnotes:
    """Return the notes of a page.

    A note is a block that a link leads to which says that it cites a note, or a block that follows
    and that a short link leads to which is raised or led back to from the note.
    """
    survey = _Survey(events)
    found = Footnotes()
    links = sorted(survey.links.values(), key=lambda link: link.at)
    places = [link.at for link in links]
    for link in links:
        holder = survey.holders.get(link.target)
        if holder is None or holder.name not in HOLDERS:
            continue
        said = {link.tag.attributes.get("role", ""), *link.tag.attributes.get("class", "").split()}
        says = not ROLES.isdisjoint(said)
        begin, end = survey.spans[id(holder)]
        # Only what says that it cites a note may come after the note, or be more than a mark.
        if begin < link.at < end or not (
            says or (link.at < begin and MARK.fullmatch(link.text.strip()))
        ):
            continue
        inside = links[bisect_left(places, begin) : bisect_left(places, end)]
        back = [one for one in inside if _leads_back(one, link, survey)]
        if link.raised or says or back:
            found.citing[id(link.tag)] = found.holders.setdefault(id(holder), link.target)
            found.back.update(id(one.tag) for one in back)
    return found


def _leads_back(link: _Link, to: _Link, survey: _Survey) -> bool:
    if len(link.text.strip()) > LONGEST_BACK:
        return False
    named = (to.tag.attributes.get("id"), to.tag.attributes.get("name"))
    return link.target in named or (
        to.holder is not None and survey.holders.get(link.target) is to.holder
    )
