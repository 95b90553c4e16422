"""Characters of symbol fonts, which files state by their place in the font, as Unicode."""

from __future__ import annotations

# Adobe's Symbol encoding, from 0x20 and from 0xA0.
_LOW = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾"
    "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"
_END = "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"

SYMBOL = (
    {0x20 + place: sign for place, sign in enumerate(_LOW)}
    | {0xA0 + place: sign for place, sign in enumerate(_HIGH)}
    | {0xF1 + place: sign for place, sign in enumerate(_END)}
)
WINGDINGS = {
    0x4A: "☺", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆",
    0x76: "❖", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→",
    0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
FONTS = {"symbol": SYMBOL, "wingdings": WINGDINGS}
# Symbol fonts are addressed through this range of the private use area.
PRIVATE = range(0xF000, 0xF100)


def in_unicode(code: int, font: str) -> str:
    """Return the character at a place of a font; empty when it has none that is known."""
    table = FONTS.get(font.strip().lower())
    if table is not None:
        return table.get(code - PRIVATE.start if code in PRIVATE else code, "")
    ordinary = 0x20 <= code < 0xE000 and not 0xD800 <= code < 0xE000
    return chr(code) if ordinary else ""


def readable(text: str, font: str) -> str:
    """Return a list's sign in Unicode: what stands in the private use area becomes a bullet."""
    return "".join(
        (in_unicode(ord(sign), font) or "•") if ord(sign) in PRIVATE else sign for sign in text
    )
