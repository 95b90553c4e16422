"""Whether clauses that were matched say the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from negotiator.engine.wording import editorial
from negotiator.model import Clause, Unit, Wording


def same_substance(old: Sequence[Clause], new: Sequence[Clause]) -> bool:
    """Tell whether clauses say what the others say; several are read one after the other.

    A heading that only has another number says the same.
    """
    if len(old) == len(new) == 1:
        headings = old[0].unit is new[0].unit is Unit.HEADING and old[0].title != ""
        same = headings and old[0].title == new[0].title
        return same or old[0].substance == new[0].substance
    same = _joined(one.text for one in old) == _joined(one.text for one in new)
    return same and _amended(old) == _amended(new)


def same_words(old: Sequence[Clause], new: Sequence[Clause]) -> bool:
    """Tell whether the change is editorial: in punctuation, case or white space and nothing else.

    Of a paraphrase that cannot be said.
    """
    if len(old) == len(new) == 1:
        rest = old[0].substance[1:] == new[0].substance[1:]
        small = editorial(old[0].text, new[0].text)
    else:
        rest = _amended(old) == _amended(new)
        small = editorial(_joined(one.text for one in old), _joined(one.text for one in new))
    return rest and small and verbatim((*old, *new))


def verbatim(clauses: Iterable[Clause]) -> bool:
    """Tell whether all clauses carry the document's own words."""
    return all(clause.wording is Wording.VERBATIM for clause in clauses)


def renumbered(old: Clause, new: Clause) -> bool:
    """Tell whether both have a printed reference, and not the same one, white space apart."""
    before, after = "".join(old.reference.split()), "".join(new.reference.split())
    return bool(before and after) and before != after


def _amended(clauses: Sequence[Clause]) -> tuple[object, ...]:
    """Return whose words clauses are, and what they together do to which text."""
    return (
        {one.wording for one in clauses},
        {one.change for one in clauses},
        _joined(one.base_text or "" for one in clauses),
    )


def _joined(texts: Iterable[str]) -> str:
    """Return texts one after the other; where one ended is no part of what they say."""
    return " ".join(word for text in texts for word in text.split())
