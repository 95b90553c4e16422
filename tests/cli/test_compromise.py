"""`negotiator compromise`: a text for an issue, and what each party says to it."""

from __future__ import annotations

import pytest

from tests.shell import Shell

OLD = "The quota shall not exceed [750] tonnes."
NEW = "The quota shall exceed [750] tonnes."


@pytest.fixture
def offered(talks: Shell) -> Shell:
    """The talks on fish, with a text of the chair that Norway accepts in part."""
    talks("compromise", "set", "Q1", "--text", OLD, "--proposed-by", "chair", "--note",
          "our landing zone", "--by", "kl")  # fmt: skip
    talks("compromise", "react", "Q1", "--party", "NO", "--how", "accepted in part", "--note",
          "in the corridor", "--by", "kl")  # fmt: skip
    return talks


def test_a_text_is_listed_with_each_party_s_reaction(offered: Shell) -> None:
    shown = offered("compromise", "list").out
    assert f"“{OLD}”" in shown and "chair, 2024-02-10" in shown
    assert "NO  accepted in part" in shown and "no reaction: UK" in shown
    assert "landing zone" not in shown
    [one] = offered("compromise", "list", "--format", "json").data["compromises"]
    assert (one["issue"], one["text"], one["proposed_by"]) == ("Q1", OLD, "chair")
    assert [(each["party"], each["how"], each["stale"]) for each in one["reactions"]] == [
        ("NO", "accepted in part", False)
    ]
    assert one["no_reaction"] == ["UK"]


def test_a_new_text_makes_reactions_stale_and_says_so(offered: Shell) -> None:
    done = offered("compromise", "set", "Q1", "--text", NEW, "--proposed-by", "UK", "--by", "kl")
    assert "reactions to an earlier text: NO" in done.err
    assert "stale: it was to 1" in offered("compromise", "list").out
    shown = offered("compromise", "show", "Q1", "--redline").out
    assert "[-not -]" in shown
    offered("compromise", "set", "Q1", "--undo", "--by", "kl")
    assert "stale" not in offered("compromise", "list").out


def test_a_paraphrase_is_not_redlined(offered: Shell) -> None:
    offered("compromise", "set", "Q1", "--text", "They meet halfway.", "--paraphrase", "--by", "kl")
    shown = offered("compromise", "show", "Q1", "--redline").out
    assert "They meet halfway. [paraphrase]" in shown
    assert "no wording differences are marked" in shown
    assert offered("compromise", "show", "Q1", "--format", "json").data["redline"] is None


def test_a_file_is_kept_to_the_letter(talks: Shell) -> None:
    text = "  1.\tThe quota [shall] be 750 tonnes.\r\n\n"
    (talks.folder / "text.txt").write_bytes(text.encode())
    talks("compromise", "set", "Q1", "--file", "text.txt", "--by", "kl")
    assert talks("compromise", "show", "Q1", "--format", "json").data["text"] == text


def test_as_of_a_day_the_text_of_that_day_stands(offered: Shell) -> None:
    offered("compromise", "set", "Q1", "--text", NEW, "--day", "2024-03-01", "--by", "kl")
    assert OLD in offered("compromise", "list", "--as-of", "2024-02-20").out
    assert NEW in offered("compromise", "list").out


def test_a_document_of_no_party_is_a_compromise_text_that_parties_answer(talks: Shell) -> None:
    chair = {
        "format": "negotiator/1",
        "proposal": {"key": "chair", "title": "Text of the chair", "genre": "compromise text",
                     "issued": "2024-03-01"},
        "clauses": [{"id": "k1", "text": "The quota shall be 750 tonnes.",
                     "reading": {"topics": ["quota"], "issues": ["Q1"], "force": "offer"}}],
    }  # fmt: skip
    reply = {
        "format": "negotiator/1",
        "proposal": {"key": "reply", "title": "Reply", "party": "UK", "issued": "2024-03-02"},
        "clauses": [{"id": "u9", "text": "We accept.", "answers": [{"clause": "k1",
                     "how": "accepted"}]}],
    }  # fmt: skip
    talks("add", talks.write("chair.json", chair))
    talks("add", talks.write("reply.json", reply))
    talks("compromise", "react", "Q1", "--party", "NO", "--how", "countered", "--by", "kl")
    shown = talks("compromise", "list", "--party", "UK").out
    assert "document chair@1 (k1): Text of the chair, 2024-03-01" in shown
    assert "UK  accepted (u9 on k1), 2024-03-02" in shown
    assert "NO  countered, 2024-03-02" in shown


REFUSED = (
    (("set", "Q9", "--text", "x"), 1, "unknown issue “Q9”"),
    (("set", "Q1", "--text", "x", "--round", "R9"), 1, "unknown round “R9”"),
    (("set", "Q1", "--text", " "), 1, "without words"),
    (("set", "Q1", "--text", OLD, "--proposed-by", "chair"), 1, "has this compromise text"),
    (("set", "Q1"), 2, "one of --text, --file and --undo"),
    (("set", "Q1", "--file", "none.txt"), 1, "cannot read the file"),
    (("set", "Q1", "--file", "latin.txt"), 1, "is not UTF-8"),
    (("react", "Q1", "--party", "FR", "--how", "accepted"), 1, "unknown party “FR”"),
    (("react", "Q2", "--party", "NO", "--how", "accepted"), 1, "no compromise text on Q2"),
    (("react", "Q1", "--party", "NO"), 2, "either --how or --undo"),
    (("react", "Q1", "--party", "UK", "--undo"), 1, "no reaction of UK is recorded"),
)


def test_what_is_refused(offered: Shell) -> None:
    offered("issue", "add", "Q2", "Question 2?", "--topic", "quota")
    (offered.folder / "latin.txt").write_bytes("Fische für alle".encode("latin-1"))
    for arguments, code, message in REFUSED:
        done = offered("compromise", *arguments, "--by", "kl", code=code)
        assert message in " ".join(done.err.split())
    assert "no compromise text on Q2" in offered("compromise", "show", "Q2", code=1).err
