"""What a terminal cannot show as it is: control characters, and bytes that are no text.

Control characters are made visible, so that no text on record can steer a terminal.
"""

from __future__ import annotations

import os

# Each control character but tab and line feed as its picture; those that have none as a mark.
_PICTURES = {
    **{code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n"},
    127: "␡",
    **dict.fromkeys(range(0x80, 0xA0), "�"),
}


def is_text(text: str) -> bool:
    """Tell whether the bytes behind a text were UTF-8: Python keeps others as lone surrogates."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def spelt(text: str) -> str:
    """Return a text with the bytes that were not UTF-8 written out: `a\\xffb`."""
    return os.fsencode(text).decode("utf-8", "backslashreplace")


def visible(text: str) -> str:
    """Return a text in which control characters are shown, not obeyed.

    Args:
        text: anything that somebody else wrote: of a document, a name, a file name.
    """
    return text.translate(_PICTURES)
