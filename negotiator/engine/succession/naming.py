"""The keys and ids of the clauses of a new version."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from negotiator.engine.succession.lineage import Descent
from negotiator.errors import Refused
from negotiator.model import Clause


def keys(
    clauses: Sequence[Clause], descents: Mapping[str, Descent], known: Collection[str], number: int
) -> dict[str, str]:
    """Return the key of each clause, by the document's own id.

    A clause that carries another on has its key. A new one has the document's, unless some version
    of the proposal used it for another clause: then `4` becomes `4-v2`, the 4 of version 2.

    Args:
        clauses: the document's, in order.
        descents: where each comes from.
        known: every key that any version of the proposal used.
        number: the number of the new version.
    """
    # Nor may it look like the document's id of another clause.
    taken = {*known, *(clause.key for clause in clauses)}
    found: dict[str, str] = {}
    for clause in clauses:
        key = descents[clause.key].key or clause.key
        if not descents[clause.key].key and key in known:
            plain = made = f"{key}-v{number}"
            count = 1
            while made in taken:
                count += 1
                made = f"{plain}-{count}"
            key = made
            taken.add(key)
        found[clause.key] = key
    return found


def ids(
    keys: Collection[str], known: Mapping[str, str], proposal: str, taken: Collection[str]
) -> dict[str, str]:
    """Return the id of each key: the key, unless another proposal has taken it.

    Args:
        keys: those of the new version.
        known: the id of every key that any version of the proposal used.
        proposal: the proposal's key.
        taken: clause ids in use anywhere in the negotiation.

    Raises:
        Refused: when an id cannot be made unique.
    """
    fresh = [key for key in keys if key not in known]
    # One clash renames them all: "1, 2, us:3" in one document would be read as a mistake.
    prefixed = any(key in taken for key in fresh) or any(
        final != key for key, final in known.items()
    )
    found = {key: known[key] for key in keys if key in known}
    for key in fresh:
        found[key] = f"{proposal}:{key}" if prefixed else key
        if prefixed and found[key] in taken:
            raise Refused(
                f"the clause id {found[key]} is taken by another proposal",
                where=f"clause {key}",
                remedy="give the proposal another key with --proposal",
            )
    return found
