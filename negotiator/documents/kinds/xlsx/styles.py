"""What the styles of a workbook say that matters to wording: number formats, struck fonts."""

from __future__ import annotations

from dataclasses import dataclass

from negotiator.documents.kinds.xlsx.formats import BUILT_IN
from negotiator.documents.kinds.xlsx.package import Element, Package, is_set, name_of, whole


@dataclass(frozen=True, slots=True)
class Style:
    """The style of a cell; the format is None where the workbook states one that is unknown."""

    format: str | None = "General"
    struck: bool = False
    underlined: bool = False


PLAIN = Style()


def styles_of(package: Package, part: str | None) -> list[Style]:
    """Return the styles that cells refer to by number."""
    if part is None:
        return []
    groups = {name_of(group): group for group in package.tree(part)}
    formats: dict[int, str] = dict(BUILT_IN)
    for one in groups.get("numFmts", ()):
        number = _number(one, "numFmtId")
        formats[number] = one.get("formatCode", "General")
    fonts = [_font(font) for font in groups.get("fonts", ())]
    found: list[Style] = []
    for one in groups.get("cellXfs", ()):
        font = _number(one, "fontId")
        struck, underlined = fonts[font] if font < len(fonts) else (False, False)
        found.append(Style(formats.get(_number(one, "numFmtId")), struck, underlined))
    return found


def _font(font: Element) -> tuple[bool, bool]:
    struck = any(name_of(one) == "strike" and is_set(one) for one in font)
    underlined = any(name_of(one) == "u" and one.get("val") != "none" for one in font)
    return struck, underlined


def _number(element: Element, name: str) -> int:
    return whole(element.get(name, "0"), 0)
