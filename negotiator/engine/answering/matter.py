"""What the words of two clauses have in common, and what one of them negates."""

from __future__ import annotations

import re

# In an amendment: what was tabled is kept.
_KEEPS = re.compile(
    r"\b(?:leaves?|stays?|remains?|keeps?|retains?|maintains?|holds?|unchanged|confirms?"
    r"|as \w+(?: \w+)?"
    r" (?:drew|drafted|proposed|tabled) it)\b"
)
_AS_TABLED = re.compile(
    r"\bas (?:\w+ ){1,3}(?:drew|drafted|proposed|tabled|wrote) it\b|\bleft? unchanged\b"
)
_WORD = re.compile(r"[^\W\d_]+")
_NEGATIONS = frozenset({"no", "not", "never", "without", "nor"})
_FILLERS = frozenset(
    {
        "a",
        "an",
        "the",
        "any",
        "such",
        "further",
        "be",
        "to",
        "all",
        "longer",
        "more",
        "one",
        "its",
        "from",
    }
)
_TAKING_AWAY = (
    frozenset(
        {"stop", "end", "cease", "withdraw", "remove", "drop", "lift", "ban", "against", "halt"}
    )
    | _NEGATIONS
)
# In other forms: ending, stopped, lifts.
_ENDED = re.compile(r"(?:stopp|end|ceas|dropp?|lift|bann?|halt)(?:s|ed|ing|es)")
# Longer words that hold a sentence together and say nothing of its matter.
_FRAME = frozenset(
    (
        "this that with from they them their there which where when what into upon shall should"
        " will would must been have being than then also only such each every other others over"
        " under same more most some after before between against about"
    ).split()
)
# Words with the same first letters are forms of one word.
_STEM = 5
_ROOT = 4
_PART = re.compile(r"[.;]")
_STOPS = tuple(
    (
        "withdr remov refrain suspend suspens avoid renounc renunci abstain abstent prohibit forbid"
        " eliminat dismantl prevent limit reduc freez"
    ).split()
)
# So much of the longer words of each of two texts stands in the other when they say the same.
_CLOSE = 0.35
_FEWEST = 3
# So much of the longer words of a clause stands in another that it repeats.
_MUCH = 0.4


def keeps(text: str, tabled: str) -> bool:
    """Tell whether a clause leaves what was tabled as it is, in words that both use."""
    small = text.casefold()
    return bool(_AS_TABLED.search(small) or (_KEEPS.search(small) and shares(text, tabled)))


def close(text: str, other: str) -> bool:
    """Tell whether two clauses have many of their longer words in common, in whatever form."""
    own, others = _content(text), _content(other)
    together = len(own & others)
    return together >= max(_FEWEST, _CLOSE * len(own), _CLOSE * len(others))


def repeats(text: str, other: str) -> bool:
    """Tell whether much of what a clause says stands in another, in whatever form."""
    own = _content(text)
    together = len(own & _content(other))
    return together >= 2 and together > _MUCH * len(own)


def touches(text: str, other: str) -> bool:
    """Tell whether two clauses have a word of the matter in common, in whatever form."""
    return not _content(text).isdisjoint(_content(other))


def _content(text: str) -> set[str]:
    words = (word for word in _WORD.findall(text.casefold()) if len(word) > 3)
    return {word[:_ROOT] for word in words if word not in _FRAME}


def shares(text: str, other: str) -> bool:
    """Tell whether two clauses have a longer word in common, in whatever form."""
    return bool(_stems(text) & _stems(other))


def negates(text: str, asked: str) -> bool:
    """Tell whether a clause says "no" or "not" to the very thing that is asked for.

    "No surrender" negates "arms must be surrendered"; "no forces stay" does not negate "forces
    are withdrawn", where the thing is to be taken away.
    """
    negated = [word for against, word in _words(text) if against]
    return any(
        _same_word(word, other)
        for part in _PART.split(asked)
        if not any(against for against, _ in _words(part))
        for _, other in _words(part)
        for word in negated
    )


def opposite(text: str, other: str) -> bool:
    """Tell whether of two clauses on one thing one negates a word, and the other negates none."""
    one, two = _words(text), _words(other)
    if any(against for against, _ in one) is any(against for against, _ in two):
        return False
    own, others = _stems(text), _stems(other)
    # Only where they say much the same.
    return 2 * len(own & others) >= min(len(own), len(others)) and any(
        _same_word(word, twin) and against is not against_twin
        for against, word in one
        for against_twin, twin in two
    )


def _same_word(one: str, other: str) -> bool:
    """Tell whether two words are forms of one: bar and barred, surrender and surrendered."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short[:_STEM]) and len(short) > 2 and len(long) - len(short) < _STEM


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for _, word in _words(text) if len(word) >= _STEM}


def _rules_out(last: str, word: str) -> bool:
    return word == "out" and last in ("rule", "rules", "ruled", "ruling")


def _words(text: str) -> list[tuple[bool, str]]:
    """Return the words of a text, each with whether it stands next after a negation."""
    found: list[tuple[bool, str]] = []
    against = False
    last = ""
    for word in _WORD.findall(text.casefold()):
        if (
            word in _TAKING_AWAY
            or _ENDED.fullmatch(word)
            or word.startswith(_STOPS)
            or _rules_out(last, word)
        ):
            against = True
        elif word not in _FILLERS:
            found.append((against, word))
            against = False
        last = word
    return found
