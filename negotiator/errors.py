"""What can go wrong, in a sentence: what, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

# So many names are told where one is not on record.
MOST_NAMED = 12


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

    @classmethod
    def among(cls, kind: str, name: str, known: Iterable[str]) -> Unknown:
        """Return the error that says what there is instead.

        Args:
            kind: of thing: party, topic, issue.
            name: as it was called.
            known: the names on record.
        """
        names = list(known)
        more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
        some = f"{', '.join(names[:MOST_NAMED])}{more}" or "none yet"
        return cls(f"unknown {kind} “{name}”", remedy=f"on record: {some}")


def known_only(kind: str, named: Iterable[str], known: Collection[str]) -> None:
    """Refuse names that are not on record.

    Args:
        kind: of thing: party, topic, issue.
        named: the names as given.
        known: those on record.

    Raises:
        Unknown: for the first that is not among them.
    """
    for name in named:
        if name not in known:
            raise Unknown.among(kind, name, known)


class Misused(NegotiatorError):
    """The command was called in a way it does not understand."""

    exit_code = 2


class StorageFailed(NegotiatorError):
    """The database could not be opened, read or written."""

    exit_code = 4
