"""`negotiator clause answer`: a person states what answers what."""

from __future__ import annotations

from typing import Any

from tests.shell import Shell


def reply(talks: Shell) -> dict[str, Any]:
    """Return what became of the demand n1."""
    asks = talks("replies", "--format", "json").data["asks"]
    return next(ask for ask in asks if ask["clause"] == "n1")


def state(talks: Shell, *more: str) -> str:
    return talks("clause", "answer", "u1", "--to", "n1", *more, "--by", "kl").err.strip()


def test_what_a_person_states_is_an_answer_and_the_last_word_counts(talks: Shell) -> None:
    assert reply(talks)["proposed"], "the machine proposes what stands under the same issue"
    assert state(talks, "--how", "countered") == "u1 answers n1: countered"
    assert (reply(talks)["answer"], reply(talks)["proposed"]) == ("countered", False)
    (gap,) = talks("gaps", "list", "--format", "json").data
    assert (gap["verdict"], "u1 counters n1" in gap["rationale"]) == ("divergent", True)
    assert state(talks, "--how", "refused", "--note", "read again") == "u1 answers n1: refused"
    assert reply(talks)["answer"] == "refused"


def test_a_manner_may_be_left_to_the_machine_and_an_answer_denied(talks: Shell) -> None:
    assert state(talks) == "u1 answers n1: how is for the machine to draft"
    assert (reply(talks)["drafted"], reply(talks)["proposed"]) == (True, False)
    state(talks, "--how", "accepted")
    assert state(talks, "--none") == "u1 is no answer to n1"
    assert reply(talks)["proposed"]


def test_it_goes_over_to_the_next_version_and_shows_who_said_it(talks: Shell) -> None:
    state(talks, "--how", "countered")
    again = talks.clauses("again.json", u1="The quota shall be 500 tonnes.", u2="It ends.")
    talks("add", again, "--party", "UK", "--date", "2024-03-10", "--proposal", "south")
    assert reply(talks)["answer"] == "countered"
    assert "answered by u1 (countered)" in talks("show", "n1").out


def test_a_proposal_is_answered_as_a_whole(talks: Shell) -> None:
    said = talks("clause", "answer", "u1", "--to", "north", "--how", "refused", "--by", "kl").err
    assert said.strip() == "u1 answers north: refused"
    (gap,) = talks("gaps", "list", "--format", "json").data
    assert "u1 refuses north as a whole" in gap["rationale"]


def test_what_cannot_be_stated(talks: Shell) -> None:
    def refused(*arguments: str, code: int = 1) -> str:
        return talks("clause", "answer", *arguments, "--by", "kl", code=code).err

    assert "n2 and n1 are both of NO" in refused("n2", "--to", "n1")
    assert "unknown clause “zz”" in refused("u1", "--to", "zz")
    assert "either --how or --none" in refused(
        "u1", "--to", "n1", "--how", "refused", "--none", code=2
    )
