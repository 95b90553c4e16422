"""Character references of HTML: `&amp;`, `&#8220;`, `&not` and what browsers make of wrong ones."""

from __future__ import annotations

import re
from html.entities import html5

REFERENCE = re.compile(
    r"&(?:#[xX](?P<hex>[0-9a-fA-F]+);?|#(?P<decimal>[0-9]+);?|(?P<name>[A-Za-z][A-Za-z0-9]{1,31};?))"
)
REPLACEMENT = "\ufffd"
# Numbers that mean what Windows wrote under them.
WINDOWS = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}


def resolve(text: str, *, attribute: bool = False) -> str:
    """Return a text with its character references replaced.

    Args:
        text: as it stands in the file.
        attribute: whether it is an attribute's value, in which `&copy=` stays as it is.

    Source: the HTML standard, section 13.2.5.72 and following.
    """
    if "&" not in text:
        return text
    return REFERENCE.sub(lambda found: _resolved(found, attribute), text)


def _resolved(found: re.Match[str], attribute: bool) -> str:
    if name := found["name"]:
        return _named(found, name, attribute)
    digits, base = (found["hex"], 16) if found["hex"] else (found["decimal"], 10)
    digits = digits.lstrip("0")
    if not digits or len(digits) > 7:
        return REPLACEMENT
    code = int(digits, base)
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return REPLACEMENT
    return WINDOWS.get(code) or chr(code)


def _named(found: re.Match[str], name: str, attribute: bool) -> str:
    if name in html5:
        value = html5[name]
        if name.endswith(";"):
            return value
        return found.group() if attribute and _goes_on(found) else value
    if not attribute:
        # The longest beginning that is a name counts: `&notin` without its end is `¬in`.
        for length in range(len(name) - 1, 1, -1):
            if name[:length] in html5:
                return html5[name[:length]] + name[length:]
    return found.group()


def _goes_on(found: re.Match[str]) -> bool:
    after = found.string[found.end() : found.end() + 1]
    return after == "=" or after.isalnum()
