"""What a decision still needs to be asked: which verdict, which clause, what is read instead."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import click

from negotiator.cli.keys import key, line
from negotiator.cli.options import say
from negotiator.model import Force, Reading, Reciprocity, Strength, Verdict

if TYPE_CHECKING:
    from negotiator.workbench.items import Order

VERDICTS = {
    "i": Verdict.IDENTICAL,
    "e": Verdict.EQUIVALENT,
    "c": Verdict.COMPATIBLE,
    "p": Verdict.PARTLY_CONVERGENT,
    "n": Verdict.CONDITIONALLY_CONVERGENT,
    "d": Verdict.DIVERGENT,
    "o": Verdict.OPPOSED,
    "s": Verdict.ONE_SIDED,
    "b": Verdict.BOTH_SILENT,
    "u": Verdict.UNKNOWN,
}
EMPTIED = "-"


def verdict(note: str, *, disputed: bool) -> Order | None:
    """Ask for another verdict, by one more key, and on what grounds; None where one is missing.

    Args:
        note: on what grounds, asked for where it is empty.
        disputed: whether the verdict settles a dispute.
    """
    from negotiator.workbench.items import Act, Order

    letters = [f"{letter} {one}" for letter, one in VERDICTS.items()]
    click.echo("  ".join(letters[:4]))
    click.echo("  ".join(letters[4:]))
    chosen = VERDICTS.get(key())
    note = note or (line("on what grounds") if chosen else "")
    if chosen is None or not note:
        return None
    return Order(Act.ADJUDICATE if disputed else Act.CONFIRM, note, verdict=chosen)


def target(note: str) -> Order | None:
    """Ask for the clause that a link should lead to; None where none is named."""
    from negotiator.workbench.items import Act, Order

    named = line("which clause should it lead to")
    return Order(Act.MOVE, note, to=named) if named else None


def correction(reading: Reading, note: str) -> Order | None:
    """Ask field by field how a clause reads; None where nothing is corrected."""
    from negotiator.workbench.items import Act, Order

    click.echo(f"an empty line keeps what stands, {EMPTIED} empties it")
    changes: dict[str, Any] = {}
    for name, asked, told, shown in (
        ("topics", "topics", _codes, " ".join(reading.topics)),
        ("issues", "issues", _codes, " ".join(reading.issues)),
        ("force", "act", _word(Force), reading.force or ""),
        ("strength", "strength", _word(Strength), reading.strength or ""),
        ("bound", "binds", str, reading.bound),
        ("reciprocity", "both ways", _word(Reciprocity), reading.reciprocity or ""),
    ):
        changes.update((name, one) for one in _answer(f"{asked} [{shown or 'nothing'}]", told))
    return Order(Act.CORRECT, note, changes=changes) if changes else None


def _answer(asked: str, told: Callable[[str], Any]) -> tuple[Any, ...]:
    """Return what is typed as what it means, nothing where nothing is; ask again for a mistake."""
    while typed := line(asked):
        try:
            return (told("" if typed == EMPTIED else typed),)
        except ValueError as error:
            say(str(error))
    return ()


def _codes(typed: str) -> tuple[str, ...]:
    return tuple(typed.replace(",", " ").split())


def _word(kind: type[StrEnum]) -> Callable[[str], StrEnum | None]:
    def told(typed: str) -> StrEnum | None:
        if not typed:
            return None
        found = [one for one in kind if one == typed] or [
            one for one in kind if one.startswith(typed)
        ]
        if len(found) != 1:
            raise ValueError(f"“{typed}” is none of {', '.join(kind)}")
        return found[0]

    return told
