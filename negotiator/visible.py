"""Control characters made visible, so that no text on record can steer a terminal."""

from __future__ import annotations

# Each control character but tab and line feed as its picture; those that have none as a mark.
_PICTURES = {
    **{code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n"},
    127: "␡",
    **dict.fromkeys(range(0x80, 0xA0), "�"),
}


def visible(text: str) -> str:
    """Return a text in which control characters are shown, not obeyed.

    Args:
        text: anything that somebody else wrote: of a document, a name, a file name.
    """
    return text.translate(_PICTURES)
