"""What is editing only, and what is never: a mark that carries meaning."""

from __future__ import annotations

import pytest

from negotiator.engine.wording import amendment, bare, editorial, redline
from negotiator.model import Clause, Wording


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The parties, shall leave", "the  Parties shall leave."),
        ("cafe\u0301 rule", "caf\u00e9 rule"),
        ("“leave”", '"leave"'),
        ("the Parties’ share", "the Parties' share"),
        ("non-nuclear", "non nuclear"),
        ("one – two", "one, two"),
        ("co\u00adoperate", "cooperate"),
        ("shall leave;\nshall report", "shall leave; shall report"),
        ("Article 4 (2)", "Article 4(2)"),
        ("1990–2010", "1990-2010"),
    ],
)
def test_editing_only(old: str, new: str) -> None:
    assert editorial(old, new)
    assert editorial(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("shall leave", "shall not leave"),
        ("10 days", "30 days"),
        ("shall leave", "shall leave"),
        ("[shall] leave", "shall leave"),
        ("1.000 tonnes", "1,000 tonnes"),
        ("10.5", "105"),
        ("10.5", "10 5"),
        ("-5", "5"),
        ("\u22125 degrees", "5 degrees"),
        ("5-10", "5, 10"),
        ("< 5", "> 5"),
        ("5 %", "5"),
        ("5 %", "5 ‰"),
        ("€5", "$5"),
        ("and/or", "and or"),
        ("A & B", "A, B"),
        ("✓", "✗"),
        ("a | b", "a b"),
        # Two Hindi words that differ in the vowel sign alone.
        ("की", "का"),
    ],
)
def test_never_editing_only(old: str, new: str) -> None:
    assert not editorial(old, new)
    assert not editorial(new, old)


def test_bare_are_the_words_of_any_script() -> None:
    assert bare("The Parties, in 1997: “shall”!") == ("the", "parties", "in", "1997", "shall")
    assert bare("Стороны, однако") == ("стороны", "однако")
    assert bare("की") != bare("का")


def test_an_amendment_is_redlined_where_its_words_are_the_documents_own() -> None:
    clause = Clause("A1", "A1", "A@1", "may not fish", base_text="may fish")
    assert amendment(clause) == redline("may fish", "may not fish")
    assert amendment(Clause("A1", "A1", "A@1", "may fish")) is None
    told = Clause(
        "A1", "A1", "A@1", "may not fish", base_text="may fish", wording=Wording.PARAPHRASE
    )
    assert amendment(told) is None
