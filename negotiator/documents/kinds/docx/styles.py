"""The styles of a Word file, each resolved once along what it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from negotiator.documents.kinds.docx.looks import Look, Stated, layered, stated_look
from negotiator.documents.kinds.docx.names import (
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    TYPE,
    Element,
    W,
    number,
    value,
)

# Word keeps the English name of its own styles in every language; the ids are translated.
HEADING_NAME = re.compile(r"heading ([1-9])", re.IGNORECASE)
HEADING_ID = re.compile(
    r"(?:heading|(?:ü|u)?berschrift|titre|t(?:í|i)?tulo|ttulo|titolo|заголовок|标题|標題|عنوان|kop|"
    r"rubrik|overskrift|otsikko|nag(?:ł|l)(?:ó|o)wek|nadpis)\s?([1-9])",
    re.IGNORECASE,
)
TITLE_NAMES = frozenset(
    "title titel titre título ttulo titolo заголовок название 标题 標題 العنوان tytuł".split()
)
LINK_NAMES = frozenset(["hyperlink", "followedhyperlink", "internet link", "internetlink"])
# An outline level of 9 says: body text.
BODY_LEVEL = 9


@dataclass(slots=True)
class Style:
    """What a style comes to, with all it is based on.

    Args:
        look: what it states of the look of runs.
        list_id: the `w:numId` it states.
        list_level: the `w:ilvl` it states.
        outline: the outline level, 0 for the highest, 9 for body text.
        heading: the level from 1 that its name or id states; 0 for none.
        title: whether it is the style of a document's title, or based on it.
        link: whether it is the style of links, or based on it.
    """

    look: dict[str, bool | str] = field(default_factory=dict)
    list_id: int | None = None
    list_level: int | None = None
    outline: int | None = None
    heading: int = 0
    title: bool = False
    link: bool = False


class Styles:
    """The styles of a file; without the part, every style is known by its id alone.

    Args:
        root: the root of the styles part, if there is one.
    """

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._defaults: dict[str, str] = {}
        self._resolved: dict[str, Style] = {}
        self._looks: dict[tuple[str, str, str], Look] = {}
        stated: dict[str, bool | str] = {}
        if root is not None:
            stated = stated_look(root.find(f"{W}docDefaults/{W}rPrDefault/{RUN_PROPERTIES}"))
            for element in root.iter(W + "style"):
                id = element.get(W + "styleId") or ""
                self._elements.setdefault(id, element)
                if element.get(W + "default") in ("1", "true", "on"):
                    self._defaults.setdefault(element.get(TYPE) or "", id)
        # The language of all text by default says little: templates carry that of their maker.
        self._of_all = {name: it for name, it in stated.items() if name not in _LANGUAGES}
        self.language = self._language(stated)

    def paragraph(self, id: str | None) -> str:
        """Return the id of a paragraph's style, the default one where it names none."""
        return id if id is not None else self._defaults.get("paragraph", "")

    def style(self, id: str) -> Style:
        """Return a style, resolved; a style based on itself is resolved up to there."""
        chain: dict[str, None] = {}
        base = id
        while base not in self._resolved and base not in chain:
            chain[base] = None
            base = value(self._elements.get(base), "basedOn") or ""
            if not base:
                break
        for one in reversed(chain):
            self._resolved[one] = self._over(self._resolved.get(base, Style()), one)
            base = one
        return self._resolved[id]

    def look(self, table: str, paragraph: str, character: str = "") -> Look:
        """Return the look that the styles of table, paragraph and characters make together."""
        key = (table, paragraph, character)
        if key not in self._looks:
            styles: list[Stated] = [self.style(id).look for id in key if id]
            self._looks[key] = layered(self._of_all, tuple(styles))
        return self._looks[key]

    def list_of(self, id: str) -> int | None:
        """Return the list that a numbering style points to."""
        return self.style(id).list_id

    def _over(self, base: Style, id: str) -> Style:
        element = self._elements.get(id)
        name = (value(element, "name") or id).strip()
        outline, list_id, list_level = base.outline, base.list_id, base.list_level
        properties = None if element is None else element.find(PARAGRAPH_PROPERTIES)
        if properties is not None:
            outline = _or(number(value(properties, "outlineLvl")), outline)
            numbering = properties.find(W + "numPr")
            list_id = _or(number(value(numbering, "numId")), list_id)
            list_level = _or(number(value(numbering, "ilvl")), list_level)
        heading = HEADING_NAME.fullmatch(name) or HEADING_ID.fullmatch(id)
        link = base.link or name.lower() in LINK_NAMES
        look = dict(base.look)
        if element is not None:
            look |= stated_look(element.find(RUN_PROPERTIES))
            look.pop("style", None)
        if link:
            look["link"] = True
        return Style(
            look=look,
            list_id=list_id,
            list_level=list_level,
            outline=outline,
            heading=int(heading.group(1)) if heading else base.heading,
            title=base.title or name.lower() in TITLE_NAMES,
            link=link,
        )

    def _language(self, stated: Stated) -> str:
        usual = self.style(self.paragraph(None)).look if self._defaults.get("paragraph") else {}
        return str(usual.get("language") or stated.get("language") or "")


_LANGUAGES = ("language", "asian", "oriental")


def _or(found: int | None, inherited: int | None) -> int | None:
    return inherited if found is None else found
