"""Opens a file with both engines, and refuses what cannot be read as a whole."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdf
import pypdfium2
from pypdf.errors import PyPdfError

from negotiator.errors import Refused

# pypdf says on stderr what it makes the best of; what matters of it is told as a warning.
logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdfium2").addHandler(logging.NullHandler())

MOST_PAGES = 5_000
TAIL = 2_048
LENGTH = re.compile(rb"/L\s{1,4}(\d{1,12})")
SAVE_AGAIN = "open it in a viewer and save or print it as PDF anew"
# What engines raise on files that are not what they say they are.
BROKEN = (
    PyPdfError,
    pypdfium2.PdfiumError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)


@dataclass(slots=True)
class Opened:
    """A file as both engines see it."""

    pdfium: pypdfium2.PdfDocument
    pypdf: pypdf.PdfReader
    pages: int


@contextmanager
def opened(file: str, data: bytes) -> Iterator[Opened]:
    """Open a file with both engines.

    Raises:
        Refused: for what is damaged, cut off or needs a password.
    """
    _check_end(file, data)
    try:
        first = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refusal(file, data, error) from None
    try:
        yield Opened(first, *_second(file, data, first))
    finally:
        first.close()


def _second(file: str, data: bytes, first: pypdfium2.PdfDocument) -> tuple[pypdf.PdfReader, int]:
    pages = len(first)
    if pages == 0:
        raise Refused("has no pages", where=file, remedy=SAVE_AGAIN)
    if pages > MOST_PAGES:
        raise Refused(
            f"has {pages} pages, more than the {MOST_PAGES} that are read",
            where=file,
            remedy="split it",
        )
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            # Opened without a password: pypdf gets a copy without the encryption, of which it
            # does not know every kind.
            copy = io.BytesIO()
            first.save(copy, flags=pypdfium2.raw.FPDF_REMOVE_SECURITY)
            reader = pypdf.PdfReader(copy)
        count = len(reader.pages)
    except BROKEN as error:
        raise damaged(file, error) from None
    if count != pages:
        raise Refused(
            f"is damaged: one engine finds {pages} pages in it, another {count}",
            where=file,
            remedy=SAVE_AGAIN,
        )
    return reader, pages


def damaged(file: str, error: BaseException) -> Refused:
    """Return the refusal of a file that an engine breaks off at."""
    if isinstance(error, RecursionError):
        return Refused("is nested without end", where=file, remedy=SAVE_AGAIN)
    cause = " ".join(str(error).split())[:120] or type(error).__name__
    return Refused(f"is damaged: {cause}", where=file, remedy=SAVE_AGAIN)


def _needs_password(file: str) -> Refused:
    return Refused("needs a password", where=file, remedy="save it without one")


def _refusal(file: str, data: bytes, error: pypdfium2.PdfiumError) -> Refused:
    code = getattr(error, "err_code", None)
    if code == pypdfium2.raw.FPDF_ERR_PASSWORD:
        return _needs_password(file)
    if code == pypdfium2.raw.FPDF_ERR_SECURITY:
        return Refused("is encrypted in an unknown way", where=file, remedy="save it without")
    if b"%PDF-" not in data[:1024]:
        return Refused("is not a PDF", where=file, remedy="check what it is")
    return Refused("is damaged: no page of it can be found", where=file, remedy=SAVE_AGAIN)


def _check_end(file: str, data: bytes) -> None:
    """Refuse what is cut off: engines rebuild such files, without the pages that are missing."""
    cut = b"%%EOF" not in data[-TAIL:]
    if b"/Linearized" in data[:TAIL]:
        length = LENGTH.search(data[:TAIL])
        cut = cut or (length is not None and int(length.group(1)) > len(data))
    if b"%PDF-" in data[:1024] and cut:
        raise Refused("is cut off: its end is missing", where=file, remedy="fetch it anew")
