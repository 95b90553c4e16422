"""Every statement of the article that the product was conceived from is in the exchange.

The article is that of 17 February 2022, source R18. Each entry says, in our words, what one line
of it states, and which clauses, events and sources carry it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from markupsafe import escape

from negotiator.model import Corpus
from negotiator.workbench.demo import Demonstration

ARTICLE = Path(__file__).parents[3] / "shared" / "corpus" / "article-2022-02-17.txt"

# Line of the article, the statement, and what carries it; an event is named by its day.
STATEMENTS: list[tuple[int, str, str]] = [
    (1, "on 17 February Russia tells the US to withdraw from new members", "E12 2022-02-17"),
    (1, "Russia wants a legal commitment against NATO enlargement eastward", "E1 E14 A4.1 B6"),
    (2, "the US had made proposals to defuse the tensions", "C1 C2 2022-01-26"),
    (2, "RIA Novosti and El País reported", "R18 2022-02-02"),
    (3, "on 2 February El País published a leaked copy of the US reply", "2022-02-02 U12"),
    (3, "the US offered talks on missiles and troops in Ukraine, both ways", "C7"),
    (3, "the leaked paper, of 11 pages, was confirmed", "R18 U12 2022-02-02"),
    (4, "arms control was offered in return for de-escalation", "C2 C10 D9 D19"),
    (4, "the papers were sent to Moscow the Wednesday before", "2022-01-26"),
    (5, "the report of El País is of 2 February", "2022-02-02"),
    (6, "Ambassador Sullivan received the reply in Moscow", "2022-02-17"),
    (7, "RIA Novosti summed the reply up", "R18"),
    (8, "the US distorted the proposals to its advantage", "E2"),
    (8, "the package nature was ignored, convenient topics chosen", "E2"),
    (9, "asking Russia to withdraw on its own territory is unacceptable", "E3"),
    (10, "Kyiv must comply with the Minsk agreements", "E8 E7"),
    (10, "arms supplies must stop and what was delivered be withdrawn", "E8"),
    (10, "Western advisers and instructors must be withdrawn", "E8"),
    (10, "NATO must abandon exercises with Ukraine", "E8"),
    (11, "US forces and weapons must leave Central and Eastern Europe", "E12"),
    (12, "concrete proposals on a legal undertaking not to expand", "E14"),
    (13, "arms control cannot be considered in isolation", "E16"),
    (14, "Blinken and Lavrov agreed to meet, provided no invasion", "2022-02-17"),
    (15, "Russia has massed forces around Ukraine", "C2 D2 D9 R18"),
    (15, "Russian officials say that these are exercises", "E10 R18"),
    (16, "Russia expelled the deputy head of the US mission", "2022-02-17"),
    (17, "the US president will host a call with allied leaders", "2022-02-18"),
]

# Words by which a reader recognises the statement in what carries it.
WORDS = {
    "E12": ["Central", "Baltic", "withdrawn"],
    "E14": ["legal undertaking", "eastward"],
    "C7": ["missiles", "Ukraine", "both"],
    "E2": ["package", "distorted", "convenient"],
    "E3": ["own territory", "unacceptable"],
    "E8": ["Minsk", "supply of arms", "delivered", "instructors", "exercises"],
    "E16": ["in isolation"],
    "2022-02-02": ["El País", "genuine"],
    "2022-02-17": ["Sullivan", "agree to meet", "no invasion", "expels"],
    "2022-02-18": ["Call of the President", "Poland", "European Union"],
    "R18": ["RIA Novosti", "11 pages", "exercises", "massing"],
}


def carriers(corpus: Corpus) -> dict[str, str]:
    """Return the text of every clause, event (by day) and source, by what names it."""
    found = {clause.id: clause.text for clause in corpus.clauses}
    found |= {source.id: source.shows for source in corpus.negotiation.sources}
    found |= {str(event.starts): event.label for event in corpus.negotiation.events}
    return found


@pytest.mark.parametrize(("line", "statement", "named"), STATEMENTS)
def test_each_statement_is_carried(
    corpus: Corpus, demonstration: Demonstration, line: int, statement: str, named: str
) -> None:
    held = carriers(corpus)
    page = demonstration.report.read_text(encoding="utf-8")
    for name in named.split():
        assert name in held, f"line {line}: {statement}"
        if name in {clause.id for clause in corpus.clauses}:
            assert f'id="clause-{name}"' in page


@pytest.mark.parametrize("name", WORDS)
def test_what_carries_it_says_so(corpus: Corpus, demonstration: Demonstration, name: str) -> None:
    text = carriers(corpus)[name]
    assert [word for word in WORDS[name] if word not in text] == []
    assert str(escape(text)) in demonstration.report.read_text(encoding="utf-8")


def test_no_line_of_the_article_is_left_out() -> None:
    if not ARTICLE.exists():
        # The article is no part of the project: it is somebody else's text.
        pytest.skip("the article is not beside this checkout")
    lines = ARTICLE.read_text(encoding="utf-8").splitlines()
    stated = {
        number
        for number, text in enumerate(lines, 1)
        if text.strip() and not text.startswith("[Edited by")
    }
    assert {line for line, _, _ in STATEMENTS} == stated
