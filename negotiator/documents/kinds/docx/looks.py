"""How a stretch of wording looks, as far as its look says something of its fate.

Toggle properties (bold, struck through, hidden) of the table's, the paragraph's and the
character's style cancel one another out, as ISO/IEC 29500-1 §17.7.3 has it; what is stated
directly holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from negotiator.documents.kinds.docx.names import RUN_PROPERTIES, VAL, Element, W, on

TOGGLES = ("struck", "hidden", "bold")
CHANGE = W + "rPrChange"

# What a style or a run states: switches, and words such as the kind of an underline.
Stated = Mapping[str, bool | str]


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a run with everything resolved.

    Args:
        struck: struck through.
        doubly_struck: struck through twice.
        hidden: formatted as hidden, neither shown nor printed.
        bold: in bold.
        underline: the kind of underline, empty for none.
        colour: the colour as stated, empty for the automatic one or black.
        raised: set as a superscript.
        language: of Latin and similar script, as stated by a style or the run.
        asian: language of East Asian script, likewise.
        oriental: language of script from right to left, likewise.
        rightward: written from right to left.
        link: in a character style made for links.
    """

    struck: bool = False
    doubly_struck: bool = False
    hidden: bool = False
    bold: bool = False
    underline: str = ""
    colour: str = ""
    raised: bool = False
    language: str = ""
    asian: str = ""
    oriental: str = ""
    rightward: bool = False
    link: bool = False

    @property
    def deleted(self) -> bool:
        """Tell whether the wording is printed struck through."""
        return self.struck or self.doubly_struck


PLAIN = Look()

SWITCHES = {
    W + "strike": "struck",
    W + "dstrike": "doubly_struck",
    W + "vanish": "hidden",
    W + "b": "bold",
    W + "rtl": "rightward",
}
UNDERLINE = W + "u"
COLOUR = W + "color"
POSITION = W + "vertAlign"
LANGUAGE = W + "lang"
STYLE = W + "rStyle"
OF_INTEREST = frozenset([*SWITCHES, UNDERLINE, COLOUR, POSITION, LANGUAGE, STYLE, CHANGE])


def stated_look(properties: Element | None) -> dict[str, bool | str]:
    """Return what a `w:rPr` states of the look; `style` names its character style."""
    found: dict[str, bool | str] = {}
    if properties is None:
        return found
    for one in properties:
        tag = one.tag
        if tag not in OF_INTEREST:
            continue
        if tag in SWITCHES:
            found[SWITCHES[tag]] = on(one)
        elif tag == UNDERLINE:
            kind = one.get(VAL) or ""
            found["underline"] = "" if kind == "none" else kind
        elif tag == COLOUR:
            colour = (one.get(VAL) or "").upper()
            found["colour"] = "" if colour in ("AUTO", "000000") else colour
        elif tag == POSITION:
            found["raised"] = one.get(VAL) == "superscript"
        elif tag == STYLE:
            found["style"] = one.get(VAL) or ""
        elif tag == LANGUAGE:
            _languages(one, found)
    return found


def before_the_change(properties: Element) -> Element | None:
    """Return the properties that a tracked change of formatting replaced, or those given."""
    change = properties.find(CHANGE)
    return properties if change is None else change.find(RUN_PROPERTIES)


def layered(defaults: Stated, styles: tuple[Stated, ...]) -> Look:
    """Return the look that styles make together, each laid over those before it.

    Args:
        defaults: what the document states for all its text.
        styles: what the styles of the table, the paragraph and the characters state.
    """
    look = over(PLAIN, defaults)
    flipped = dict.fromkeys(TOGGLES, False)
    for style in styles:
        rest = {name: value for name, value in style.items() if name not in TOGGLES}
        look = over(look, rest)
        for name in TOGGLES:
            flipped[name] ^= style.get(name) is True
    # What the defaults switch on, no style switches off by flipping it.
    flipped = {name: value or defaults.get(name) is True for name, value in flipped.items()}
    return over(look, flipped)


def over(look: Look, stated: Stated) -> Look:
    """Return a look with what is stated laid over it."""
    return replace(look, **stated) if stated else look  # type: ignore[arg-type]  # names agree


def _languages(element: Element, found: dict[str, bool | str]) -> None:
    for name, attribute in (("language", "val"), ("asian", "eastAsia"), ("oriental", "bidi")):
        tag = element.get(W + attribute)
        if tag is not None:
            found[name] = tag
