"""A quotation stands in a wording on record, and a verbatim clause in the file it came from."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.engine.gates import Original, Record, absent
from negotiator.engine.gates.passages import WordsOnRecord, length, passages
from negotiator.model import Clause, Source, Wording
from tests.engine.build import Said, Tabled
from tests.engine.gates.build import BLUE, RED, decided, look, only, record, said


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It says “no forces” and “no bases”.", ["no forces", "no bases"]),
        ("Es heißt „keine Truppen“ und «nichts».", ["keine Truppen", "nichts"]),
        ('Plain "marks" too.', ["marks"]),
        ("The UK’s ‘red line’ and the parties’ forces.", ["red line"]),
        ("Said 12\" and 6' of “pipe”.", ["pipe"]),
        ("他说「部队不得部署」。", ["部队不得部署"]),
        ("“outer ‘inner’ words”", ["outer ‘inner’ words"]),
        ("an “unclosed passage", []),
        ("[all] its words", []),
        ("", []),
    ],
)
def test_passages_stand_between_marks(text: str, found: list[str]) -> None:
    assert list(passages(text)) == found


@pytest.mark.parametrize(
    ("text", "words"),
    [("Bucharest formula", 2), ("no forces in 3 states", 5), ("部队不得部署", 3), ("", 0)],
)
def test_the_length_of_a_passage_is_in_words(text: str, words: int) -> None:
    assert length(text) == words


TREATY = (
    "The Parties shall not\ndeploy missiles – or the Parties’ launchers – outside [all] borders."
)


@pytest.mark.parametrize(
    "passage",
    [
        "The Parties shall not deploy missiles",
        "the Parties shall not deploy missiles,",
        "The Parties shall not … outside [all] borders.",
        "The Parties shall not [...] the Parties' launchers",
        "[t]he Parties shall not deploy",
        "[Russia] shall not deploy missiles",
        "or the Parties' launchers - outside",
    ],
)
def test_a_passage_is_found_whatever_the_typography(passage: str) -> None:
    assert WordsOnRecord(["Something else.", TREATY]).hold(passage)


@pytest.mark.parametrize(
    "passage",
    [
        "The Parties shall deploy missiles",
        "The Parties shall now deploy missiles",
        "The Parties shall [now] deploy missiles",
        "Parties shall not deploy missile",
        "arties shall not deploy missiles",
        "launchers … The Parties shall not",
        "the Parties' launchers outside all borders",
        "[Whatever anybody likes to] deploy",
    ],
)
def test_a_passage_with_other_words_is_not_found(passage: str) -> None:
    assert not WordsOnRecord(["Something else.", TREATY]).hold(passage)


def test_a_passage_does_not_run_from_one_text_into_the_next() -> None:
    assert not WordsOnRecord(["The forces shall", "leave at once."]).hold("forces shall leave at")


@settings(max_examples=60)
@given(st.text("ab [].…’“”\n", max_size=40), st.text("ab [].…’“”\n", max_size=40))
def test_what_is_looked_up_as_it_stands_is_found(before: str, behind: str) -> None:
    words = "four words of a treaty"
    assert WordsOnRecord([f"{before} {words} {behind}"]).hold(words)


@pytest.mark.parametrize("text", ["“" * 50_000, '"a' * 50_000, "“[" * 30_000, "“…[…" * 20_000])
def test_hostile_marks_take_no_time(text: str) -> None:
    for passage in passages(text):
        WordsOnRecord(["some words"]).hold(passage)


# The gate.

QUOTING = "Blue recalls that “the forces shall leave by spring”."


def blue(text: str, **reading: object) -> Tabled:
    return Tabled("BLUE", "2024-02-10", [Said("b1", text, reading=reading)])


def test_a_paraphrase_must_not_quote_what_stands_nowhere() -> None:
    found = only("quotation", record(RED, blue(QUOTING)))
    assert found.where == "b1@1"
    assert found.what == (
        "is a paraphrase that quotes 6 words, which stand in no wording on record"
    )
    assert found.text == "the forces shall leave by spring"


def test_a_paraphrase_may_quote_a_verbatim_clause() -> None:
    whole = record(RED, blue("Blue recalls that “the forces shall leave”."))
    assert look("quotation", whole).at == 1
    assert not said("quotation", whole)


def test_a_paraphrase_may_quote_what_a_source_shows() -> None:
    whole = record(RED, blue(QUOTING))
    shows = Source("S1", "https://example.org", "quotes “The forces shall leave by spring”")
    negotiation = replace(whole.corpus.negotiation, sources=(shows,))
    assert not said("quotation", Record(replace(whole.corpus, negotiation=negotiation)))


def test_a_quotation_of_a_later_document_is_not_on_record_yet() -> None:
    late = Tabled("RED", "2024-05-01", [Said("r2", "The forces shall leave by spring.",
                  wording=Wording.VERBATIM)], "late")  # fmt: skip
    whole = record(RED, blue(QUOTING), late)
    assert not said("quotation", whole)
    assert said("quotation", Record(whole.corpus, BLUE_DAY))


BLUE_DAY = record().known["blue@1"].issued


def test_words_of_a_paraphrase_are_nobodys_words() -> None:
    account = Tabled("RED", "2024-01-10", [Said("r1", "Red wants all forces gone by spring.")])
    note = decided(1, "gap", "I1.RED-BLUE", "r1: “all forces gone by spring”", state="disputed")
    found = only("quotation", record(account, BLUE, decisions=[note]))
    assert found.where == "I1.RED-BLUE"
    assert found.what == (
        "the note of decision 1 quotes 5 words, which stand in a paraphrase alone"
    )


def test_private_notes_are_looked_into_and_not_shown() -> None:
    secret = "our red line is “no more than nine divisions” in truth"
    whole = record(RED, blue("The forces stay.", note=secret))
    found = only("quotation", whole)
    assert found.what == "the note on it quotes 5 words, which stand in no wording on record"
    assert "nine" not in repr(found)


def test_terms_are_not_quotations() -> None:
    looked = look("quotation", record(RED, blue("Blue rejects the “river formula”.")))
    assert (looked.at, looked.findings) == (0, ())
    assert looked.unchecked[-1] == (
        "1 expression of fewer than 4 words in quotation marks: taken for terms"
    )


def test_only_the_last_note_on_a_thing_counts() -> None:
    wrong = decided(1, "gap", "I1.RED-BLUE", "“these words stand nowhere”", state="confirmed")
    right = decided(2, "gap", "I1.RED-BLUE", "“the forces shall leave”", state="confirmed")
    assert said("quotation", record(decisions=[wrong]))
    assert not said("quotation", record(decisions=[wrong, right]))


# Verbatim clauses and the files they came from.


def test_without_files_it_says_what_it_did_not_compare() -> None:
    looked = look("quotation", record())
    assert looked.unchecked == (
        "the words of 1 verbatim clause; --sources FOLDER tells where the files lie that they"
        " were added from",
    )


def test_a_verbatim_clause_must_stand_in_its_file() -> None:
    right = Original("red.md", (("Article 1", "The forces\n  shall leave."),))
    wrong = Original("red.md", (("The forces shall not leave.",), ("The forces shall leave",)))
    assert not said("quotation", record(originals={"red@1": right}))
    found = only("quotation", record(originals={"red@1": wrong}))
    assert (found.where, found.text) == ("r1@1", "The forces shall leave.")
    assert found.what == "does not stand word for word in red.md"
    assert found.checked


def test_a_file_that_cannot_be_looked_into_is_a_finding_of_its_own() -> None:
    found = only("quotation", record(originals={"red@1": Original("red.md", problem="it is gone")}))
    assert (found.where, found.checked) == ("red@1", False)
    assert found.what == "1 verbatim clause cannot be checked: it is gone"


def test_a_file_that_only_describes_its_document_is_said_to() -> None:
    described = Original("red.json", (("The forces shall leave.",),), described=True)
    looked = look("quotation", record(originals={"red@1": described}))
    assert not looked.findings
    assert "1 verbatim clause of 1 interchange file beyond these" in looked.unchecked[0]
    assert look("quotation", record(originals={})).unchecked == (
        "1 verbatim clause of red@1: no file is on record",
    )


def clause(text: str, base: str | None = None) -> Clause:
    return Clause("c", "c", "x@1", text, base_text=base)


@pytest.mark.parametrize(
    ("one", "stands"),
    [
        (clause("The forces shall leave."), True),
        (clause("shall leave.\nAll of them."), True),
        (clause("forces shall"), True),
        (clause("orces shall leave."), False),
        (clause("The forces shall leave.", "All of them."), True),
        (clause("The forces shall leave.", "None of them."), False),
        (clause("", "All of them."), True),
        (clause("The forces  shall leave."), True),
        (clause("The forces shall leave!"), False),
    ],
)
def test_words_stand_in_what_follows_on_one_another(one: Clause, stands: bool) -> None:
    text = ("The forces shall leave.", "All of them.")
    assert absent([one], [text]) == ([] if stands else [one])


def test_composed_and_decomposed_letters_are_the_same_in_matching_alone() -> None:
    decomposed = clause("Le traite\u0301 reste.")
    assert absent([decomposed], [("Le traité reste.",)]) == []
    assert decomposed.text == "Le traite\u0301 reste."
