"""Links between the clauses of two parties: drafted, decided on, followed to the next version."""

from __future__ import annotations

from typing import Any

import pytest

from negotiator.workbench import lining_up
from tests.shell import Shell
from tests.workbench.aligner import by_words

COD = "The quota of cod shall be 1,000 tonnes a year."
LESS_COD = "The quota of cod shall be 900 tonnes a year."
SEASON = "Vessels may not fish in the spawning season."
LONGER = "Vessels may not fish in the spawning season or the month after it."
BOARD = "Inspectors may board any vessel at sea."


@pytest.fixture
def papers(negotiator: Shell, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Two parties with a paper each: n1 and u1 are alike, and so are n2 and u2."""
    monkeypatch.setattr(lining_up, "align_positions", by_words)
    negotiator("init", "--title", "Fishing rights")
    negotiator("party", "add", "NO", "Norway")
    negotiator("party", "add", "UK", "United Kingdom")
    negotiator("topic", "add", "quota", "Quotas")
    negotiator("issue", "add", "Q1", "How much may be fished?", "--topic", "quota")
    table(negotiator, "north", "NO", "2024-01-10", n1=COD, n2=SEASON)
    table(negotiator, "south", "UK", "2024-02-10", u1=LESS_COD, u2=LONGER, u3=BOARD)
    return negotiator


def table(shell: Shell, key: str, party: str, date: str, **texts: str) -> None:
    paper = shell.clauses(f"{key}-{date}.json", **texts)
    shell("add", paper, "--party", party, "--proposal", key, "--date", date)


def listed(shell: Shell, *chosen: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = shell("alignments", "list", *chosen, "--format", "json").data[
        "links"
    ]
    return found


def states(shell: Shell, *chosen: str) -> dict[str, str]:
    return {f"{one['left']} {one['right']}": one["state"] for one in listed(shell, *chosen)}


def review(shell: Shell, *arguments: str, code: int = 0) -> str:
    done = shell("alignments", "review", *arguments, "--by", "kl", "--why", "as read", code=code)
    return done.err


def test_adding_a_document_drafts_links(papers: Shell) -> None:
    assert states(papers) == {"n1 u1": "draft", "n2 u2": "draft"}
    shown = papers("alignments", "list").out
    assert "n1, NO" in shown
    assert "◇ draft" in shown
    assert "words are the same" in papers("alignments", "show", "u1", "n1").out


def test_links_are_listed_by_issue(papers: Shell) -> None:
    papers("clause", "set", "u2", "--issue", "Q1", "--by", "kl")
    assert states(papers, "--issue", "Q1") == {"n2 u2": "draft"}
    assert "unknown issue “Q9”" in papers("alignments", "list", "--issue", "Q9", code=1).err


def test_a_session_of_decisions(papers: Shell) -> None:
    told = review(papers, "n1", "u1", "--confirm", "--relation", "narrower")
    assert told == "n1 – u1: confirmed, narrower, by kl\n"
    assert review(papers, "u2", "n2", "--refuse") == "n2 – u2: refused, overlapping, by kl\n"
    assert states(papers) == {"n1 u1": "confirmed", "n2 u2": "refused"}

    # Norway changes what was confirmed and what was refused, and says something new.
    table(papers, "north", "NO", "2024-03-01", n1=LESS_COD, n2=LONGER, n3=BOARD)
    assert states(papers) == {"n1 u1": "stale", "n2 u2": "refused", "n3 u3": "draft"}
    stale = listed(papers, "--state", "stale")[0]
    assert stale["since"] == "confirmed on wording n1@1, now n1@2"
    assert (stale["left_wording"], stale["left_seen"]) == ("n1@2", "n1@1")
    assert stale["relation"] == "narrower"
    assert "stale: confirmed on wording n1@1, now n1@2" in " ".join(
        papers("alignments", "show", "n1", "u1").out.split()
    )

    # Somebody looks again.
    assert review(papers, "n1", "u1", "--confirm") == "n1 – u1: confirmed, narrower, by kl\n"
    table(papers, "north", "NO", "2024-04-01", n1=LESS_COD, n2=LONGER, n3=BOARD, n4="It ends.")
    assert states(papers) == {"n1 u1": "confirmed", "n2 u2": "refused", "n3 u3": "draft"}


def test_a_confirmed_link_to_a_clause_that_is_gone_stays_in_sight(papers: Shell) -> None:
    review(papers, "n1", "u1", "--confirm")
    table(papers, "south", "UK", "2024-03-01", u2=LONGER)
    assert states(papers) == {"n2 u2": "draft", "n1 u1": "stale"}
    since = listed(papers, "--state", "stale")[0]["since"]
    assert since == "confirmed on wording u1@1, which is no longer in force"
    assert "u1 is in no version in force" in review(papers, "n1", "u1", "--confirm", code=1)
    review(papers, "n1", "u1", "--refuse")
    assert states(papers, "--needs-review") == {"n2 u2": "draft"}


def test_a_link_is_moved_to_another_clause(papers: Shell) -> None:
    told = review(papers, "n1", "u1", "--to", "u3")
    assert told == "n1 – u1: refused by kl\nn1 – u3: confirmed, overlapping, by kl\n"
    assert states(papers, "--clause", "n1") == {"n1 u1": "refused", "n1 u3": "confirmed"}
    moved = listed(papers, "--clause", "u3")[0]
    assert (moved["method"], moved["score"], moved["fitted_score"]) == ("by hand", 1, None)
    decisions = papers("list", "decisions", "--format", "json").data
    assert [(one["subject"], one["subject_id"], one["state"]) for one in decisions] == [
        ("link", "n1~u1", "refused"),
        ("link", "n1~u3", "confirmed"),
    ]
    assert decisions[1]["previous"] == decisions[0]["hash"]
    assert "leads to u3 already" in review(papers, "n1", "u3", "--to", "u3", code=1)


def test_a_link_is_added_by_hand_and_undone(papers: Shell) -> None:
    told = review(papers, "n2", "u3", "--add", "--relation", "opposed")
    assert told == "n2 – u3: confirmed, opposed, by kl\n"
    assert "nothing lines them up any more" in review(papers, "n2", "u3", "--undo")
    assert states(papers) == {"n1 u1": "draft", "n2 u2": "draft"}
    review(papers, "n1", "u1", "--refuse")
    assert "n1 – u1: the machine's draft" in review(papers, "n1", "u1", "--undo")
    file = papers("list", "decisions", "--format", "json").data
    assert [one["state"] for one in file] == ["confirmed", "draft", "refused", "draft"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["n1", "u3", "--confirm"], 1, "nothing lines up n1 and u3; --add lines them up by hand"),
        (["n1", "n2", "--add"], 1, "n1 and n2 are clauses of one party"),
        (["n1", "u9", "--refuse"], 1, "unknown clause “u9”"),
        (["n1", "u3", "--undo"], 1, "nothing is decided on n1 and u3"),
        (["n1", "u1"], 2, "choose one of --confirm, --refuse, --to, --add, --undo"),
        (["n1", "u1", "--confirm", "--refuse"], 2, "--confirm and --refuse: choose one of"),
        (["n1", "u1", "--refuse", "--relation", "opposed"], 2, "does not go with --refuse"),
    ],
)
def test_what_cannot_be_decided_is_refused(
    papers: Shell, arguments: list[str], code: int, said: str
) -> None:
    assert said in review(papers, *arguments, code=code)
    assert papers("list", "decisions", "--format", "json").data == []


def test_a_wording_that_is_not_in_force_is_refused(papers: Shell) -> None:
    table(papers, "north", "NO", "2024-03-01", n1=LESS_COD, n2=SEASON)
    assert "the wording in force is n1@2, not n1@1" in review(
        papers, "n1@1", "u1", "--confirm", code=1
    )
    review(papers, "n1@2", "u1", "--confirm")


def test_the_hardest_come_first(papers: Shell) -> None:
    assert list(states(papers)) == ["n1 u1", "n2 u2"], "in the order of the clauses"
    assert list(states(papers, "--needs-review")) == ["n2 u2", "n1 u1"], "the least sure one first"
    review(papers, "n1", "u1", "--confirm")
    assert states(papers, "--needs-review") == {"n2 u2": "draft"}
    table(papers, "north", "NO", "2024-03-01", n1=LESS_COD, n2=SEASON)
    assert list(states(papers, "--needs-review")) == ["n1 u1", "n2 u2"], "stale ones before all"


def test_links_are_chosen_by_party_topic_clause_and_state(papers: Shell) -> None:
    papers("topic", "add", "season", "Seasons")
    papers("clause", "set", "u2", "--topic", "season", "--by", "kl")
    assert list(states(papers, "--topic", "season")) == ["n2 u2"]
    assert list(states(papers, "--clause", "u1")) == ["n1 u1"]
    assert list(states(papers, "--party", "NO", "--state", "draft")) == ["n1 u1", "n2 u2"]
    assert "there is no such link" in papers("alignments", "list", "--state", "refused").err
    assert "unknown party “SE”" in papers("alignments", "list", "--party", "SE", code=1).err
    assert "unknown clause “x”" in papers("alignments", "list", "--clause", "x", code=1).err


def test_what_was_learned_is_told(papers: Shell) -> None:
    assert "learned" not in papers("alignments", "list").err
    review(papers, "n2", "u2", "--confirm")
    done = papers("alignments", "list", "--format", "json")
    assert done.data["learned"]["decisions"] == 1
    assert done.data["learned"]["needed"] < done.data["learned"]["threshold"]
    assert f"learned from {done.data['learned']['explanation']}" in done.err
    assert "kl" not in done.out, "nobody is named"


def test_decisions_reach_the_comparison_and_names_do_not(papers: Shell) -> None:
    papers("clause", "set", "n1", "n2", "u1", "u2", "u3", "--topic", "quota", "--issue", "Q1",
           "--force", "demand", "--by", "kl")  # fmt: skip

    def links() -> dict[str, str]:
        issue = papers("compare", "--format", "json").data["issues"][0]
        return {f"{one['left']} {one['right']}": one["method"] for one in issue["links"]}

    assert links() == {"n1 u1": "same issue", "n2 u2": "same issue"}
    papers("alignments", "review", "n1", "u1", "--refuse", "--by", "Ola", "--why", "between us")
    papers("alignments", "review", "n2", "u3", "--add", "--by", "Ola", "--why", "between us")
    assert links() == {"n2 u2": "same issue", "n2 u3": "by hand"}
    papers("report", "-o", "report.html")
    page = (papers.folder / "report.html").read_text(encoding="utf-8")
    assert "Lined up by a person" in page
    assert "between us" not in page
    assert "Ola" not in page


def test_the_table_stays_within_its_width(papers: Shell) -> None:
    long = " ".join([COD] * 20)
    table(papers, "north", "NO", "2024-03-01", n1=long, n2=SEASON)
    table(papers, "south", "UK", "2024-03-02", u1=f"{long} So it is.", u2=LONGER)
    out = papers("alignments", "list").out
    assert max(map(len, out.splitlines())) <= 80
    assert "…" in out
    assert " ".join(long.split()) in " ".join(papers("alignments", "show", "n1", "u1").out.split())
