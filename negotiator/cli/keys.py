"""Keys and lines that a person types, or that a script writes to standard input."""

from __future__ import annotations

import sys

import click

INTERRUPT, END = "\x03", "\x04"
BLANK = frozenset(" \t\r\n")
# What a terminal sends before the rest of a special key, as an arrow.
SPECIAL = ("\x1b", "\x00", "\xe0")


def key() -> str:
    """Return the next key in lower case, empty at the end of the input.

    A script writes its keys one after the other; blanks and line ends between them do not count.

    Raises:
        KeyboardInterrupt: for Ctrl-C.
    """
    return _pressed() if sys.stdin.isatty() else _read()


def _pressed() -> str:
    try:
        pressed = click.getchar()
    except EOFError:
        return ""
    if INTERRUPT in pressed:
        raise KeyboardInterrupt
    # What was pressed in a hurry counts as one key, and a special key as none that is known.
    return pressed if pressed.startswith(SPECIAL) else pressed[:1].lower()


def _read() -> str:
    read = sys.stdin.read(1)
    while read in BLANK:
        read = sys.stdin.read(1)
    return "" if read == END else read.lower()


def line(asked: str) -> str:
    """Return a line of text, empty where nothing is typed.

    A script writes it right behind the key that asks for it.

    Args:
        asked: what is asked for.
    """
    if sys.stdin.isatty():
        return str(click.prompt(asked, default="", show_default=False)).strip()
    click.echo(f"{asked}:")
    return sys.stdin.readline().strip()


def forget() -> None:
    """Drop keys that were pressed before: nobody decides on what they have not been shown."""
    if not sys.stdin.isatty():
        return
    try:
        import termios
    except ImportError:
        # Not a terminal of this kind: what is pressed ahead is read.
        return
    termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)
