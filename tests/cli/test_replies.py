"""The reply audit: what became of each demand and offer."""

from __future__ import annotations

from tests.shell import Shell


def tabled(talks: Shell) -> Shell:
    """Add demands of Norway and a refusal that leaves open how it answers."""
    asks = talks.write(
        "asks.json",
        {
            "format": "negotiator/1",
            "proposal": {"key": "ask", "party": "NO", "title": "Asks", "issued": "2024-03-01"},
            "clauses": [
                {
                    "id": id,
                    "text": text,
                    "reading": {"topics": ["quota"], "issues": ["Q1"], "force": "demand"},
                }
                for id, text in (("a1", "The quota is halved."), ("a2", "Nets are wide."))
            ],
        },
    )
    reply = talks.write(
        "reply.json",
        {
            "format": "negotiator/1",
            "proposal": {"key": "rep", "party": "UK", "title": "Reply", "issued": "2024-04-01"},
            "clauses": [
                {
                    "id": "b1",
                    "text": "The quota stays as it is.",
                    "reading": {"topics": ["quota"], "issues": ["Q1"], "force": "refusal"},
                    "answers": [{"clause": "a1"}],
                }
            ],
        },
    )
    talks("add", asks, reply)
    return talks


def test_an_answer_that_leaves_open_how_is_drafted_and_says_so(talks: Shell) -> None:
    shell = tabled(talks)
    asks = {one["clause"]: one for one in shell("replies", "--format", "json").data["asks"]}
    assert (asks["a1"]["answer"], asks["a1"]["by"], asks["a1"]["drafted"]) == (
        "refused", ["b1"], True,
    )  # fmt: skip
    assert (asks["a2"]["answer"], asks["a2"]["by"]) == ("not addressed", [])
    assert "rep of 1 April 2024 passes over it" in asks["a2"]["rationale"]
    told = shell("replies", "--party", "NO").out
    assert "◇a1 by b1" in told
    assert "◇ read by the machine" in told
    assert "how is not stated" in shell("show", "b1").out


def test_the_coverage_of_a_document_is_one_sentence(talks: Shell) -> None:
    shell = tabled(talks)
    covered = shell("replies", "--party", "NO", "--format", "json").data["coverage"]
    sentences = {one["document"]: one["sentence"] for one in covered}
    assert sentences["ask"] == "2 asks: 1 refused, 1 not addressed"


def test_a_selection_keeps_the_answers_that_stand_elsewhere(talks: Shell) -> None:
    shell = tabled(talks)
    whole = shell("replies", "--format", "json").data["asks"]
    part = shell("replies", "--issue", "Q1", "--format", "json").data["asks"]
    assert part == [ask for ask in whole if ask["issue"] == "Q1"]


def test_an_unknown_party_is_refused(talks: Shell) -> None:
    assert "unknown party “XX”" in talks("replies", "--party", "XX", code=1).err


def test_on_the_shipped_exchange_each_question_of_the_drafts_has_its_reply(
    exchange_shell: Shell,
) -> None:
    found = exchange_shell("replies", "--party", "RU", "--format", "json").data
    replies = {(ask["clause"], ask["addressee"]): ask["answer"] for ask in found["asks"]}
    assert replies["A4.1", "US"] == "refused"
    assert replies["A3", "US"] == "not addressed"
    assert replies["B4.1", "NATO"] == "not addressed"
    nuclear = next(ask for ask in found["asks"] if ask["clause"] == "A7.1")
    assert (nuclear["answer"], nuclear["other_objects"]) == ("not addressed", ["C12"])
    to_us = next(one for one in found["coverage"] if one["document"] == "A")
    assert to_us["sentence"].startswith("13 asks: ")
    assert {"I05", "I06", "I16"} <= set(to_us["passed_over"])
    told = exchange_shell("replies").out.splitlines()
    assert max(map(len, told)) <= 80
    assert len(told) <= 45


def test_our_asks_stand_beside_their_answers(talks: Shell) -> None:
    shell = tabled(talks)
    told = shell("compare", "--for", "NO").out
    assert "What Norway asks, and what is answered" in told
    assert "The quota is halved." in told
    assert "The quota stays as it is." in told
    assert "exclude each other" in shell("compare", "--for", "NO", "--party", "UK", code=2).err


def test_documents_that_come_together_may_answer_each_other(talks: Shell) -> None:
    def paper(key: str, party: str, id: str, to: str) -> dict[str, object]:
        return {
            "proposal": {"key": key, "party": party, "title": key, "issued": "2024-06-01"},
            "clauses": [{"id": id, "text": f"Paper {key}.", "answers": [{"clause": to}]}],
        }

    one = talks.write("one.json", paper("one", "NO", "j1", "j2"))
    two = talks.write("two.json", paper("two", "UK", "j2", "j1"))
    assert "answers a clause that does not exist, “j2”" in talks("add", one, code=1).err
    talks("add", one, two)
    assert "answers, how is not stated: j2" in talks("show", "j1").out
    assert "answered by j2" in talks("show", "j1").out


def test_asks_of_several_parties_under_several_issues_are_found_by_each(talks: Shell) -> None:
    talks("issue", "add", "Q2", "Who inspects?", "--topic", "quota")
    joint = talks.write(
        "joint.json",
        {
            "proposal": {
                "key": "jo",
                "parties": ["NO", "UK"],
                "title": "J",
                "issued": "2024-06-01",
            },
            "clauses": [
                {
                    "id": "p1",
                    "text": "Boats leave.",
                    "reading": {"topics": ["quota"], "issues": ["Q1", "Q2"], "force": "demand"},
                }
            ],
        },
    )
    talks("party", "add", "FO", "Faroes")
    faroes = talks.clauses("faroes.json", f1="No.")
    talks("add", joint)
    talks("add", faroes, "--party", "FO", "--date", "2024-07-01")
    for chosen in (("--party", "NO"), ("--party", "UK"), ("--issue", "Q1"), ("--issue", "Q2")):
        asks = talks("replies", *chosen, "--format", "json").data["asks"]
        assert "p1" in {ask["clause"] for ask in asks}, chosen
