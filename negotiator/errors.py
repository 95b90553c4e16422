"""What can go wrong, in a sentence: what, where, and what to do about it."""

from __future__ import annotations


class NegotiatorError(Exception):
    """An error a person can understand and act on.

    Args:
        what: what is wrong, one sentence without a full stop.
        where: file, line and field, or the clause; may be empty.
        remedy: what to do about it; may be empty.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        """Return the whole message: where, what, remedy."""
        place = f"{self.where}: " if self.where else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{place}{self.what}{remedy}"


class Refused(NegotiatorError):
    """The data was refused; nothing was changed."""

    exit_code = 1


class Unknown(Refused):
    """Something was named that the negotiation does not hold."""


class Misused(NegotiatorError):
    """The command was called in a way it does not understand."""

    exit_code = 2


class StorageFailed(NegotiatorError):
    """The database could not be opened, read or written."""

    exit_code = 4
