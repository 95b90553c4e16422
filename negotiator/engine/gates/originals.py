"""The files that versions were added from, and whether verbatim clauses stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from negotiator.engine.gates.passages import find, fold
from negotiator.model import Clause, Wording


@dataclass(frozen=True, slots=True)
class Original:
    """What the file that a version was added from says.

    Args:
        file: its name.
        readings: its texts, in order, once for each way in which it was read.
        problem: why it cannot be looked into, a sentence without a full stop; empty where it can.
        described: True where the file describes the document in the interchange format: what it
            says is somebody's record, not the document itself.
    """

    file: str
    readings: tuple[tuple[str, ...], ...] = ()
    problem: str = ""
    described: bool = False


def quoted(clauses: Iterable[Clause], versions: Mapping[str, object]) -> dict[str, list[Clause]]:
    """Return the verbatim clauses of some versions that say anything, by the id of the version.

    Args:
        clauses: of any version, in the order of recording.
        versions: the versions that count, by id.
    """
    found: dict[str, list[Clause]] = {}
    for one in clauses:
        verbatim = one.wording is Wording.VERBATIM and one.version in versions
        if verbatim and (one.text.strip() or (one.base_text or "").strip()):
            found.setdefault(one.version, []).append(one)
    return found


def absent(clauses: Sequence[Clause], readings: Iterable[Sequence[str]]) -> list[Clause]:
    """Return the clauses whose words stand in none of the readings of a file.

    White space is folded and Unicode's composed form taken, for matching alone. Words stand there
    where they are a text of the file, or a part of what follows on one another in it, from the
    beginning of a word to the end of one.

    Args:
        clauses: verbatim clauses.
        readings: the texts of the file, once for each way in which it was read.
    """
    missing = list(clauses)
    for reading in readings:
        texts = [fold(text) for text in reading]
        known = set(texts)
        whole = " ".join(texts)
        missing = [
            one
            for one in missing
            if not all(
                _stands(fold(words), known, whole) for words in (one.text, one.base_text or "")
            )
        ]
        if not missing:
            break
    return missing


def _words(clause: Clause) -> tuple[str, ...]:
    """Return the words that a clause takes from its document."""
    return clause.text, clause.base_text or ""


def _stands(words: str, known: set[str], whole: str) -> bool:
    return not words or words in known or find(whole, words) >= 0
