r"""How a text is kept exactly within a rolling text, whatever it holds.

A backslash begins an escape: `\\` is a backslash, `\[` and `\]` are brackets of the wording that
have no partner in it, `\n` is a line break where none can stand, `\u{202E}` is any other character,
by its code point: control characters, and invisible ones that turn the direction of reading or
hide. Brackets that pair within a wording stay as they are.
"""

from __future__ import annotations

import re
import unicodedata

# What joins letters in Persian or Hindi, and a tab, are part of honest wording.
_PLAIN = frozenset("\n\t\u200c\u200d")
_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_SYNTAX = frozenset(" \t,:;()[]")
_ESCAPE = re.compile(r"\\(?:u\{([0-9A-F]{1,6})\}|(.?))", re.DOTALL)
_MEANINGS = {"\\": "\\", "[": "[", "]": "]", "n": "\n"}

OPEN, CLOSE = "[", "]"


def wording(text: str, *, bare: bool) -> str:
    """Write the wording of a formulation.

    Args:
        text: the wording.
        bare: whether it stands without brackets around it; then it must not begin with a blank
            or with a bracket, which would be read as one around it.
    """
    partners = _partners(text)
    escaped = {place for place, partner in partners.items() if partner is None}
    if bare and partners.get(0) is not None:
        escaped |= {0, partners[0] or 0}
    blank = len(text) - len(text.lstrip()) if bare else 0
    return "".join(
        f"\\{sign}" if place in escaped else _code(sign) if place < blank else _sign(sign)
        for place, sign in enumerate(text)
    )


def line(text: str) -> str:
    """Write a text that stands on one line."""
    return "".join(r"\n" if sign == "\n" else _sign(sign) for sign in text)


def word(text: str, *, plain: str = "") -> str:
    """Write a code or an id: nothing that parts words or stands around them is left in it.

    Args:
        text: the code or id.
        plain: signs that part nothing where it stands.
    """
    return "".join(
        _code(sign) if (sign in _SYNTAX and sign not in plain) or sign.isspace() else _sign(sign)
        for sign in text
    )


def unescaped(text: str) -> str:
    """Return what an escaped text stands for.

    Raises:
        ValueError: for a backslash that begins no escape.
    """
    return _ESCAPE.sub(_meaning, text)


def _meaning(match: re.Match[str]) -> str:
    if match[1]:
        return chr(int(match[1], 16))
    if match[2] not in _MEANINGS:
        raise ValueError(match[0])
    return _MEANINGS[match[2]]


def _partners(text: str) -> dict[int, int | None]:
    """Return the places of all square brackets, each with that of its partner or None."""
    found: dict[int, int | None] = {}
    stack: list[int] = []
    for match in re.finditer(r"[\[\]]", text):
        place = match.start()
        found[place] = None
        if match[0] == OPEN:
            stack.append(place)
        elif stack:
            found[place] = stack.pop()
            found[found[place] or 0] = place
    return found


def _sign(sign: str) -> str:
    if sign == "\\":
        return r"\\"
    if sign not in _PLAIN and unicodedata.category(sign) in _HIDDEN:
        return _code(sign)
    return sign


def _code(sign: str) -> str:
    return f"\\u{{{ord(sign):X}}}"
