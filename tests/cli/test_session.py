"""Whole sessions: what a user does, in the order in which it is done."""

from __future__ import annotations

import re

from tests.shell import Shell


def test_from_nothing_to_a_reviewed_gap(negotiator: Shell) -> None:
    done = negotiator("init", "--title", "Fishing rights")
    assert "created negotiator.db: Fishing rights" in done.err
    assert "next: `negotiator party add" in done.err
    negotiator("party", "add", "NO", "Norway")
    negotiator("party", "add", "UK", "United Kingdom")
    sides = [party["side"] for party in negotiator("list", "parties", "--format", "json").data]
    assert len(set(sides)) == 2, "each on a side of its own"
    negotiator("topic", "add", "quota", "Quotas")
    negotiator("issue", "add", "Q1", "How much may be fished?", "--topic", "quota")
    done = negotiator("round", "add", "First round", "--date", "2024-01-05")
    assert "added round R1 of 2024-01-05" in done.err

    ours = negotiator.clauses("our draft.json", n1="The quota shall be 1,000 tonnes.")
    done = negotiator("add", ours, "--party", "NO")
    assert "added our-draft@1, 1 clause" in done.err
    assert "warning: our-draft@1: date not stated" in done.err
    assert "warning: our-draft@1: the machine read n1: drafts" in done.err
    theirs = negotiator.clauses("theirs.json", u1="The quota shall be 500 tonnes.")
    negotiator("add", theirs, "--party", "UK", "--date", "2024-02-10")

    unread = negotiator("compare", "--format", "json").data
    assert [clause["id"] for clause in unread["unfiled"]] == ["n1", "u1"], "shown, not dropped"
    for clause in ("n1", "u1"):
        negotiator("clause", "set", clause, "--topic", "quota", "--issue", "Q1",
                   "--force", "demand", "--by", "kl", "--note", "as it says")  # fmt: skip

    gap = negotiator("gaps", "show", "Q1.NO-UK", "--format", "json").data
    assert (gap["verdict"], gap["review"]) == ("opposed", "draft")
    negotiator("gaps", "review", "Q1.NO-UK", "--state", "confirmed", "--verdict", "divergent",
               "--note", "numbers, not principle", "--by", "kl")  # fmt: skip
    gap = negotiator("gaps", "show", "Q1.NO-UK", "--format", "json").data
    assert (gap["verdict"], gap["drafted"], gap["review"]) == ("divergent", "opposed", "confirmed")
    history = negotiator("gaps", "history", "Q1.NO-UK", "--format", "json").data
    assert [(one["state"], one["verdict"], one["by"]) for one in history] == [
        ("confirmed", "divergent", "kl")
    ]
    negotiator("report", "-o", "report.html")
    page = (negotiator.folder / "report.html").read_text(encoding="utf-8")
    assert 'id="clause-n1"' in page
    assert "numbers, not principle" not in page


def test_a_new_version_keeps_what_is_unchanged(talks: Shell) -> None:
    changed = talks.clauses(
        "ours2.json", n1="The quota shall be 900 tonnes.", n3="Inspectors may board."
    )
    done = talks("add", changed, "--party", "NO", "--proposal", "north", "--date", "2024-03-01")
    assert "added north@2: 0 unchanged, 1 modified, 1 added, 1 suppressed" in done.err
    assert (
        "warning: north@2: the reading of n1 was carried over to wording that differs" in done.err
    )
    first, *_ = [
        one
        for one in talks("list", "clauses", "--party", "NO", "--format", "json").data
        if one["version"] == 2
    ]
    assert (first["id"], first["issues"], first["review"]) == ("n1", ["Q1"], "draft")
    difference = talks("diff", "north", "--format", "json").data
    assert [(one["symbol"], one["old"], one["new"]) for one in difference["changes"]] == [
        ("MOD", "n1", "n1"),
        ("SUP", "n2", None),
        ("ADD", None, "n3"),
    ]
    shown = talks("diff", "north").out
    assert "900" in shown
    assert "1,000" in shown


def test_an_unchanged_clause_keeps_its_confirmed_reading(talks: Shell) -> None:
    same = talks.clauses("ours2.json", n1="The quota shall be 1,000 tonnes.", n2="It ends now.")
    talks("add", same, "--party", "NO", "--proposal", "north", "--date", "2024-03-01")
    current = talks("list", "clauses", "--as-of", "2024-03-01", "--format", "json").data
    n1 = next(one for one in current if one["id"] == "n1")
    assert (n1["version"], n1["issues"], n1["force"]) == (2, ["Q1"], "demand")
    assert n1["review"] == "confirmed"


def test_the_same_file_twice_adds_nothing(talks: Shell) -> None:
    before = talks("db", "info", "--format", "json").data
    done = talks("add", "ours.json", "--party", "NO")
    assert "ours.json: on record as north@1; nothing added" in done.err
    assert talks("db", "info", "--format", "json").data == before


def test_a_reading_made_anew_makes_a_review_stale(talks: Shell) -> None:
    talks("gaps", "review", "Q1.NO-UK", "--state", "confirmed", "--note", "so it is", "--by", "kl")
    talks("clause", "set", "u1", "--force", "offer", "--by", "mm")
    gap = talks("gaps", "show", "Q1.NO-UK", "--format", "json").data
    assert (gap["verdict"], gap["review"]) == ("opposed", "stale")
    assert gap["drafted"] == "partly convergent", "what was confirmed stands until looked at"
    listed = talks("gaps", "list", "--review", "stale", "--format", "json").data
    assert [one["id"] for one in listed] == ["Q1.NO-UK"]
    talks("gaps", "review", "Q1.NO-UK", "--state", "draft", "--note", "look again", "--by", "kl")
    assert talks("gaps", "show", "Q1.NO-UK", "--format", "json").data["review"] == "draft"
    history = talks("gaps", "history", "Q1.NO-UK", "--format", "json").data
    assert [one["state"] for one in history] == ["confirmed", "draft"]
    assert history[1]["previous"] == history[0]["hash"]


def test_readings_are_appended(talks: Shell) -> None:
    talks("clause", "set", "n1", "--force", "offer", "--by", "mm")
    (wording,) = talks("show", "n1", "--format", "json").data["clause"]["wordings"]
    machine, *persons = wording["readings"]
    assert (machine["origin"], machine["review"]) == ("machine", "draft")
    assert [(one["force"], one["by"], one["note"]) for one in persons] == [
        ("demand", "kl", "between us"),
        ("offer", "mm", ""),
    ]
    assert wording["issues"] == ["Q1"], "what was not given stays as it was read last"


def test_a_version_added_by_mistake_is_withdrawn(talks: Shell) -> None:
    wrong = talks.clauses("wrong.json", n1="The quota shall be 1 tonne.")
    talks("add", wrong, "--party", "NO", "--proposal", "north", "--date", "2024-03-01")
    done = talks("withdraw", "north@2", "--reason", "not ours", "--by", "kl")
    assert "withdrew north@2" in done.err
    cell = talks("compare", "--format", "json").data["issues"][0]["cells"]["NO"]
    assert [clause["text"] for clause in cell["clauses"]] == ["The quota shall be 1,000 tonnes."]
    listed = talks("list", "versions", "--format", "json").data
    assert [one["withdrawn"] and one["withdrawn"]["reason"] for one in listed] == [
        None, None, "not ours",
    ]  # fmt: skip
    assert "WITHDRAWN" in talks("list", "versions").out
    again = talks("withdraw", "north@2", "--reason", "again", "--by", "kl", code=1)
    assert "withdrawn by kl already" in again.err


def test_a_silence_is_stated_and_taken_back(talks: Shell) -> None:
    talks("issue", "add", "Q2", "Where?", "--topic", "quota")
    talks("clause", "set", "n2", "--issue", "Q2", "--topic", "quota", "--force", "demand",
          "--by", "kl")  # fmt: skip

    def silence() -> str:
        issues = talks("compare", "--issue", "Q2", "--format", "json").data["issues"]
        return str(issues[0]["cells"]["UK"]["silence"])

    assert silence() == "not addressed"
    talks("issue", "silence", "Q2", "UK", "declined", "--note", "said so", "--by", "kl")
    assert silence() == "declined"
    talks("issue", "silence", "Q2", "UK", "found", "--note", "no", "--by", "kl")
    assert silence() == "not addressed"


def test_the_setting_up_can_be_corrected(talks: Shell) -> None:
    talks("party", "edit", "NO", "--name", "Kingdom of Norway", "--short", "Norway")
    talks("topic", "edit", "quota", "--label", "Catch", "--keyword", "cod", "--keyword", "tonnes")
    talks("issue", "edit", "Q1", "--question", "How much cod may be fished?")
    talks("round", "add", "Talks", "--date", "2024-01-05", "--until", "2024-01-07")
    talks("round", "edit", "R1", "--label", "First talks")
    talks("round", "add", "A storm", "--date", "2024-01-06", "--event")
    assert talks("list", "parties", "--format", "json").data[0]["name"] == "Kingdom of Norway"
    assert talks("list", "topics", "--format", "json").data[0]["keywords"] == ["cod", "tonnes"]
    assert "How much cod" in talks("list", "issues").out
    assert [one["id"] for one in talks("list", "rounds", "--format", "json").data] == ["R1", "EV1"]


def test_a_negotiation_from_one_file(negotiator: Shell) -> None:
    file = negotiator.write(
        "talks.yaml",
        """
format: negotiator/1
negotiation:
  title: Fishing rights
parties:
  - {code: "NO", name: Norway, side: "1"}
  - {code: UK, name: United Kingdom, side: "2"}
topics:
  - {code: quota, label: Quotas}
issues:
  - {id: Q1, topic: quota, question: "How much?"}
""",
    )
    negotiator("init", file)
    codes = [one["code"] for one in negotiator("list", "parties", "--format", "json").data]
    assert codes == ["NO", "UK"], "NO is Norway, not False"
    more = negotiator.write(
        "more.yaml",
        "format: negotiator/1\nissues:\n- {id: Q2, topic: quota, question: Where?}\n",
    )
    assert "added issue Q2" in negotiator("add", more).err
    assert "added nothing; all is on record" in negotiator("add", more).err


def test_two_parties_may_use_the_same_labels(talks: Shell) -> None:
    """Every paper has an article 1; ids are unique all the same."""
    one = talks.clauses("one.json", **{"1": "We fish."})
    other = talks.clauses("other.json", **{"1": "They fish."})
    talks("add", one, "--party", "NO", "--date", "2024-03-01")
    done = talks("add", other, "--party", "UK", "--date", "2024-03-02")
    assert "its clauses are called other:1" in done.err
    ids = [clause["id"] for clause in talks("list", "clauses", "--format", "json").data]
    assert ids == ["n1", "n2", "u1", "1", "other:1"]


def test_search_finds_words_and_phrases(talks: Shell) -> None:
    found = talks("search", "quota tonnes", "--format", "json").data
    assert {hit["id"] for hit in found} == {"n1", "u1"}
    assert [hit["id"] for hit in talks("search", '"500 ton*"', "--format", "json").data] == []
    assert [hit["id"] for hit in talks("search", "500 ton*", "--format", "json").data] == ["u1"]
    assert [hit["id"] for hit in talks("search", "quota", "--party", "UK", "--format", "json").data
            ] == ["u1"]  # fmt: skip
    assert "»quota«" in talks("search", "quota").out
    assert "no clause holds whales" in talks("search", "whales").err


def test_the_demonstration(negotiator: Shell) -> None:
    done = negotiator("demo")
    assert done.out == "negotiator-demo/report.html\n"
    assert "11 documents, 106 clauses" in done.err
    (negotiator.folder / "negotiator-demo" / "mine.txt").write_text("keep")
    first = (negotiator.folder / "negotiator-demo" / "report.html").read_bytes()
    negotiator("demo")
    assert (negotiator.folder / "negotiator-demo" / "report.html").read_bytes() == first
    assert sorted(path.name for path in (negotiator.folder / "negotiator-demo").iterdir()) == [
        "mine.txt", "negotiator.db", "report.html",
    ]  # fmt: skip


def test_the_terminal_stays_within_its_width(exchange_shell: Shell) -> None:
    for command in (
        ["list", "parties"],
        ["list", "proposals"],
        ["list", "versions"],
        ["list", "issues"],
        ["list", "clauses"],
        ["list", "sources"],
        ["gaps", "list"],
        ["gaps", "show", "I01.RU-US"],
        ["show", "A4.1"],
        ["show", "I16"],
        ["search", "missiles"],
        ["compare", "--issue", "I01"],
    ):
        out = exchange_shell(*command).out
        assert out
        assert max(map(len, out.splitlines())) <= 80, command


def test_bracketed_text_reaches_the_terminal(talks: Shell) -> None:
    bracketed = talks.clauses("b.json", b1="Parties [shall][should] leave [/red].")
    talks("add", bracketed, "--party", "NO", "--date", "2024-04-01")
    shown = re.sub(r"\s+", " ", talks("show", "b1").out)
    assert "Parties [shall][should] leave [/red]." in shown
