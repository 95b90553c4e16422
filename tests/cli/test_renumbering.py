"""New versions of documents with printed numbers: what is known of a clause follows its words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.documents.kinds.word import p, packed, r, word_parts
from tests.shell import Shell

COD = "Cod means any fish of the species Gadus morhua that is caught in the waters of a Party."
YEAR = "The fishing year begins on the first day of September and ends on the last of August."
QUOTA = "The quota of cod for each Party shall be one thousand tonnes a year."
REVIEW = "The Parties shall review the quota every two years, on the advice of the committee."
BOARDING = "Inspectors of either Party may board a vessel of the other in the regulated area."
COSTS = "The costs of an inspection are borne by the Party whose flag the vessel flies."
ACCESS = "Vessels of a Party have access to the ports of the other from March until October."
LANDING = "Every catch is landed and weighed in a port that both sides have designated."

WORD_TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Override PartName="/word/document.xml" ContentType=
"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""

Articles = Sequence[tuple[str, Sequence[str]]]
TERMS = ("Terms", (COD, YEAR))
QUOTAS = ("Quotas", (QUOTA, REVIEW))
CONTROL = ("Control", (BOARDING, COSTS))
WEIGHING = "It is weighed there by sworn officers before it is sold."
PORTS = ("Ports", (f"{LANDING} {WEIGHING}",))
FIRST = (TERMS, QUOTAS, CONTROL, PORTS)


def markdown(articles: Articles) -> str:
    lines = ["# Draft agreement on cod"]
    for number, (title, texts) in enumerate(articles, 1):
        lines.append(f"## Article {number} {title}")
        lines += [f"{n}. {text}" for n, text in enumerate(texts, 1)]
    return "\n\n".join(lines) + "\n"


def word(articles: Articles, *, comment_on: str = "") -> bytes:
    body = p(r("Draft agreement on cod"), '<w:pStyle w:val="Title"/>')
    for number, (title, texts) in enumerate(articles, 1):
        body += p(r(f"Article {number} {title}"), '<w:pStyle w:val="Heading1"/>')
        for n, text in enumerate(texts, 1):
            begin = '<w:commentRangeStart w:id="5"/>' if text == comment_on else ""
            body += p(f"{begin}{r(f'{n}. {text}')}" if begin else f"{n}. {text}")
    comment = f'<w:comment w:id="5" w:author="Anna">{p("Ask London.")}</w:comment>'
    types = {"[Content_Types].xml": WORD_TYPES}
    if comment_on:
        return packed({**types, **word_parts(body, comments=comment)})
    return packed({**types, **word_parts(body)})


@pytest.fixture(scope="module")
def prepared() -> dict[str, bytes]:
    """The database that all tests of this module start from, once the first has made it."""
    return {}


@pytest.fixture
def cod(negotiator: Shell, prepared: dict[str, bytes]) -> Shell:
    """A paper with printed numbers, the answer of another party to its 2.1, a review of both."""
    database = negotiator.folder / "negotiator.db"
    if not prepared:
        prepare(negotiator)
        prepared["database"] = database.read_bytes()
    database.write_bytes(prepared["database"])
    return negotiator


def prepare(negotiator: Shell) -> None:
    negotiator("init", "--title", "Fishing rights")
    negotiator("party", "add", "NO", "Norway", "--side", "1")
    negotiator("party", "add", "UK", "United Kingdom", "--side", "2")
    negotiator("topic", "add", "quota", "Quotas")
    negotiator("issue", "add", "Q1", "How much may be fished?", "--topic", "quota")
    negotiator("issue", "add", "Q2", "Who may board?", "--topic", "quota")
    negotiator.write("first.md", markdown(FIRST))
    negotiator("add", "first.md", "--party", "NO", "--proposal", "north", "--date", "2024-01-10")
    negotiator("clause", "set", "2.1", "--topic", "quota", "--issue", "Q1", "--force", "demand",
               "--by", "kl")  # fmt: skip
    negotiator("clause", "set", "3.1", "--topic", "quota", "--issue", "Q2", "--force", "offer",
               "--by", "kl")  # fmt: skip
    reply = negotiator.write(
        "reply.json",
        {
            "proposal": {"key": "south", "party": "UK", "issued": "2024-02-10"},
            "clauses": [
                {
                    "id": "u1",
                    "text": "Half of that quota is enough.",
                    "reading": {"topics": ["quota"], "issues": ["Q1"], "force": "demand"},
                    "answers": [
                        {"clause": "2.1", "how": "countered"},
                        {"clause": "3.2", "how": "refused"},
                    ],
                }
            ],
        },
    )
    negotiator("add", reply)
    negotiator("gaps", "review", "Q1.NO-UK", "--state", "confirmed", "--note", "so it is",
               "--by", "kl")  # fmt: skip


def second(shell: Shell, articles: Articles) -> str:
    """Add a second version; return what the command says."""
    shell.write("second.md", markdown(articles))
    return shell("add", "second.md", "--party", "NO", "--proposal", "north",
                 "--date", "2024-03-01").err  # fmt: skip


def current(shell: Shell) -> dict[str, dict[str, object]]:
    listed = shell("list", "clauses", "--party", "NO", "--as-of", "2024-03-01", "--format", "json")
    return {clause["id"]: clause for clause in listed.data}


INSERTED = (TERMS, ("Access", (ACCESS,)), ("Quotas", (QUOTA, REVIEW)), CONTROL, PORTS)


def test_an_inserted_article_renumbers_and_changes_nothing_else(cod: Shell) -> None:
    told = second(cod, INSERTED)
    assert "added north@2: 12 unchanged, 0 modified, 2 added, 0 suppressed; 8 renumbered" in told
    assert "wording that differs" not in told
    quota = current(cod)["2.1"]
    assert (quota["text"], quota["reference"]) == (QUOTA, "Article 3(1)")
    assert (quota["issues"], quota["force"], quota["review"]) == (["Q1"], "demand", "confirmed")
    found = cod("diff", "north", "--format", "json").data["changes"]
    by_text = {one["new_text"]: (one["symbol"], one["kinds"]) for one in found}
    assert by_text[ACCESS] == ("ADD", ["added"])
    assert {by_text[text][0] for text in (QUOTA, REVIEW, BOARDING, COSTS)} == {"(MOD)"}
    assert {by_text[text][0] for text in (COD, YEAR)} == {"NOC"}
    assert not [one for one in found if one["symbol"] == "SUP"]


def test_the_other_partys_answer_points_at_the_same_words(cod: Shell) -> None:
    second(cod, INSERTED)
    cell = cod("compare", "--issue", "Q1", "--format", "json").data["issues"][0]["cells"]
    assert [(clause["id"], clause["text"]) for clause in cell["NO"]["clauses"]] == [("2.1", QUOTA)]
    countered = {"how": "countered", "how_drafted": False}
    assert {"clause": "2.1", **countered} in cell["UK"]["clauses"][0]["answers"]
    assert cod("show", "2.1", "--format", "json").data["clause"]["answered_by"] == [
        {"clause": "u1", **countered}
    ]


def test_a_review_is_not_stale_where_only_numbers_changed(cod: Shell) -> None:
    second(cod, INSERTED)
    gap = cod("gaps", "show", "Q1.NO-UK", "--format", "json").data
    assert (gap["verdict"], gap["review"]) == ("divergent", "confirmed")


def test_a_lost_not_makes_it_stale_whatever_the_number(cod: Shell) -> None:
    quotas = ("Quotas", (QUOTA.replace("shall be", "shall not be"), REVIEW))
    told = second(cod, (TERMS, ("Access", (ACCESS,)), quotas, CONTROL, PORTS))
    assert "the reading of 2.1 was carried over to wording that differs" in told
    assert current(cod)["2.1"]["review"] == "draft"
    assert cod("gaps", "show", "Q1.NO-UK", "--format", "json").data["review"] == "stale"


def test_a_withdrawn_version_leaves_no_trace_in_what_follows(cod: Shell) -> None:
    second(cod, (TERMS, ("Quotas", (QUOTA.replace("shall be", "shall not be"), REVIEW)), PORTS))
    cod("withdraw", "north@2", "--reason", "another paper", "--by", "kl")
    cod.write("third.md", markdown(INSERTED))
    told = cod("add", "third.md", "--party", "NO", "--proposal", "north",
               "--date", "2024-03-01").err  # fmt: skip
    assert "added north@3: 12 unchanged, 0 modified, 2 added, 0 suppressed" in told
    quota = current(cod)["2.1"]
    assert (quota["text"], quota["issues"], quota["review"]) == (QUOTA, ["Q1"], "confirmed")


def test_a_moved_article_takes_its_readings_along(cod: Shell) -> None:
    told = second(cod, (CONTROL, TERMS, QUOTAS, PORTS))
    assert "12 unchanged, 0 modified, 0 added, 0 suppressed; 3 moved, 9 renumbered" in told
    clauses = current(cod)
    assert clauses["3.1"]["text"] == BOARDING
    assert clauses["3.1"]["reference"] == "Article 1(1)"
    assert (clauses["3.1"]["issues"], clauses["3.1"]["review"]) == (["Q2"], "confirmed")
    assert [clause["id"] for clause in clauses.values()][:4] == ["title", "3.h", "3.1", "3.2"]
    assert clauses["3.1"]["parent"] == "3.h"


def test_a_split_paragraph_gives_each_part_a_draft(cod: Shell) -> None:
    cod("clause", "set", "4.1", "--topic", "quota", "--issue", "Q2", "--force", "offer",
        "--by", "kl")  # fmt: skip
    told = second(cod, (TERMS, QUOTAS, CONTROL, ("Ports", (LANDING, WEIGHING))))
    assert "north@2: 11 unchanged, 0 modified, 0 added, 0 suppressed, 1 split" in told
    assert "warning: north@2: 4.1 was split into 4.1 and 4.2" in told
    clauses = current(cod)
    assert [clauses[id]["text"] for id in ("4.1", "4.2")] == [LANDING, WEIGHING]
    for id in ("4.1", "4.2"):
        assert (clauses[id]["issues"], clauses[id]["review"]) == (["Q2"], "draft")
    (wording,) = cod("show", "4.2", "--format", "json").data["clause"]["wordings"]
    assert [reading["reason"] for reading in wording["readings"]] == [
        "carried over from 4.1 of version 1, of which this is a part"
    ]


def test_whoever_answers_by_a_number_is_told_what_bears_it_now(cod: Shell) -> None:
    second(cod, INSERTED)
    reply = cod.write(
        "more.json",
        {
            "proposal": {"key": "more", "party": "UK", "issued": "2024-03-10"},
            "clauses": [
                {"id": "m1", "text": "No.", "answers": [{"clause": "2.1", "how": "refused"}]},
                {"id": "m2", "text": "Yes.", "answers": [{"clause": "1.1", "how": "accepted"}]},
            ],
        },
    )
    told = cod("add", reply).err
    assert (
        "warning: more@1: answers 2.1, which is Article 3(1) in north@2;"
        " it was Article 2(1) in north@1" in told
    )
    assert "answers 1.1" not in told


def test_merged_and_suppressed_clauses_tell_whose_answers_they_take_along(cod: Shell) -> None:
    told = second(cod, (TERMS, ("Control", (f"{BOARDING} {COSTS}",)), PORTS))
    assert "warning: north@2: 3.1 and 3.2 were merged in 3.1" in told
    assert (
        "warning: north@2: u1 (countered) answers 2.1, which is no longer there;"
        " the answer counts no more" in told
    )
    assert (
        "warning: north@2: u1 (refused) answers 3.2, which was merged in 3.1;"
        " the answer counts no more" in told
    )


def test_the_wordings_of_a_clause_are_shown_with_their_numbers(cod: Shell) -> None:
    second(cod, INSERTED)
    shown = cod("show", "2.1").out
    assert "2.1@2  Article 3(1)" in shown
    assert "2.1@1  Article 2(1)" in shown


def test_the_same_text_again_is_on_record(cod: Shell) -> None:
    second(cod, INSERTED)
    cod.write("again.md", markdown(INSERTED) + "\n\n")
    for file in ("second.md", "again.md"):
        again = cod("add", file, "--party", "NO", "--proposal", "north", "--date", "2024-03-01")
        assert "on record as north@2; nothing added" in again.err


def test_a_comment_stays_in_the_margin_of_its_paragraph(cod: Shell) -> None:
    for name, data in (
        ("1.docx", word(FIRST)),
        ("2.docx", word(INSERTED, comment_on=ACCESS)),
    ):
        (cod.folder / name).write_bytes(data)
    cod("add", "1.docx", "--party", "NO", "--proposal", "w", "--date", "2024-01-10")
    told = cod("add", "2.docx", "--party", "NO", "--proposal", "w", "--date", "2024-03-01").err
    assert "12 unchanged, 0 modified, 2 added, 0 suppressed; 8 renumbered" in told
    (wording,) = cod("show", "w:2.1-v2", "--format", "json").data["clause"]["wordings"]
    assert wording["text"] == ACCESS
    assert wording["readings"][-1]["note"] == "Anna: Ask London."
