"""Files in the interchange format: what is refused, and what comes through to the character."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.documents.interchange import json_nodes, yaml_nodes
from negotiator.documents.interchange.negotiation_file import NegotiationFile
from negotiator.documents.interchange.nodes import Fields, Scalar
from negotiator.documents.interchange.proposal_file import ProposalFile
from negotiator.documents.reading import read_document
from negotiator.errors import Refused
from negotiator.model import How, Wording

CASES = sorted((Path(__file__).parent / "cases").iterdir())
# What a document may hold: anything but control characters and halves of surrogate pairs.
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), min_size=1
)


def proposal_in(path: Path) -> ProposalFile:
    documents = read_document(path)
    assert not isinstance(documents, NegotiationFile)
    (document,) = documents
    return document


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        read_document(path)
    return str(refused.value)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_refused(case: Path) -> None:
    message = refusal(next(case.glob("input.*")))
    expected = (case / "expected.txt").read_text(encoding="utf-8").strip()
    assert expected in message
    assert "input." in message, "the file is named"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", "the file is empty"),
        (b" \n", "the file is empty"),
        (b"format: negotiator/1\ntitle: caf\xe9\n", "line 2: is not UTF-8: byte 32 is 0xE9"),
        ("clauses: []".encode("utf-16"), "is UTF-16, not UTF-8; save it as UTF-8"),
    ],
)
def test_bytes_that_are_refused(tmp_path: Path, raw: bytes, expected: str) -> None:
    path = tmp_path / "draft.yaml"
    path.write_bytes(raw)
    assert expected in refusal(path)


def test_files_that_are_not_there(tmp_path: Path) -> None:
    assert "No such file" in refusal(tmp_path / "nothing.yaml")
    assert "Is a directory" in refusal(tmp_path)


def test_the_minimal_form(tmp_path: Path) -> None:
    path = tmp_path / "draft.json"
    path.write_text('{"clauses": [{"id": "1", "text": "One."}, {"id": "2", "text": "Two."}]}')
    document = proposal_in(path)
    assert [(clause.id, clause.text) for clause in document.clauses] == [
        ("1", "One."),
        ("2", "Two."),
    ]
    assert {clause.wording for clause in document.clauses} == {Wording.VERBATIM}
    assert document.version.file_name == "draft.json"


def test_every_scalar_is_text(tmp_path: Path) -> None:
    path = tmp_path / "draft.yaml"
    path.write_text(
        "proposal: {party: NO, title: 010}\n"
        "clauses:\n"
        "  - {id: 1.10, text: yes, reference: 2021-12-17}\n"
        "  - {id: 1e3, text: 'null', heading: ~, language: null}\n"
    )
    document = proposal_in(path)
    first, second = document.clauses
    assert document.version.parties == ("NO",)
    assert document.version.title == "010"
    assert (first.id, first.text, first.reference) == ("1.10", "yes", "2021-12-17")
    assert (second.id, second.text, second.heading, second.language) == ("1e3", "null", "", "")


def test_an_address_may_stand_for_a_source(tmp_path: Path) -> None:
    path = tmp_path / "draft.yaml"
    path.write_text(
        "sources: [{id: T1, address: 'https://example.org/a', shows: whole}]\n"
        "clauses:\n  - {id: A, text: One., sources: [T1, 'https://example.org/b']}\n"
    )
    document = proposal_in(path)
    assert [source.id for source in document.sources] == ["T1", "https://example.org/b"]


def test_lines_of_what_is_named(tmp_path: Path) -> None:
    path = tmp_path / "draft.yaml"
    path.write_text(
        "clauses:\n  - id: A\n    text: One.\n    answers:\n"
        "      - clause: B1\n        how: refused\n      - {proposal: B, how: countered}\n"
    )
    document = proposal_in(path)
    assert document.where.at("clauses[0].answers[1].proposal").endswith(
        "draft.yaml, line 7, clauses[0].answers[1].proposal"
    )
    assert document.where.at("clauses[0].reading.topics[0]").endswith(
        "draft.yaml, line 2, clauses[0].reading.topics[0]"
    )
    assert [answer.how for answer in document.answers] == [How.REFUSED, How.COUNTERED]


def test_a_negotiation(tmp_path: Path) -> None:
    path = tmp_path / "talks.yaml"
    path.write_text(
        "format: negotiator/1\n"
        "negotiation: {title: Talks}\n"
        "parties:\n"
        "  - {code: NO, name: Norway, member_of: [{of: NATO, since: 1949-04-04}]}\n"
        "  - {code: NATO, name: Alliance, kind: alliance, side: west}\n"
        "topics: [{code: a, label: A, keywords: x}]\n"
        "issues: [{id: I1, topic: a, question: Why?}]\n"
        "events: [{date: 2022-01-02, label: Meeting}]\n"
    )
    document = read_document(path)
    assert isinstance(document, NegotiationFile)
    norway, alliance = document.negotiation.parties
    assert (norway.side, alliance.side) == ("NO", "west")
    assert norway.member_of[0].of == "NATO"
    assert document.negotiation.topics[0].keywords == ("x",)
    assert document.negotiation.events[0].id == "EV1"


def test_several_problems_are_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "draft.yaml"
    lines = [f"  - {{id: c{n}, text: One., forc: demand}}" for n in range(30)]
    path.write_text("clauses:\n" + "\n".join(lines) + "\n")
    told = refusal(path).splitlines()
    assert len(told) == 21
    assert "line 2, clauses[0].forc: unknown field `forc`; known here: id, locator," in told[0]
    assert told[-1] == "and 10 more problems"


@given(TEXTS)
def test_json_texts_come_through_exactly(text: str) -> None:
    for ascii_only in (True, False):
        node = json_nodes.parse("x", json.dumps({"text": text}, ensure_ascii=ascii_only))
        assert isinstance(node, Fields)
        assert node.values["text"] == Scalar(text, 1)


@given(TEXTS.filter(lambda text: all(one.isprintable() or one in " \n\t" for one in text)))
def test_quoted_yaml_texts_come_through_exactly(text: str) -> None:
    node = yaml_nodes.parse("x", f"text: {json.dumps(text, ensure_ascii=False)}")
    assert isinstance(node, Fields)
    assert node.values["text"] == Scalar(text, 1)


@given(st.recursive(TEXTS, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner)))
def test_json_structure_comes_through(data: object) -> None:
    def plain(node: object) -> object:
        if isinstance(node, Scalar):
            return node.text
        if isinstance(node, Fields):
            return {name: plain(value) for name, value in node.values.items()}
        return [plain(item) for item in node.items]  # type: ignore[attr-defined]  # a list

    assert plain(json_nodes.parse("x", json.dumps([data], indent=1))) == [data]


def test_hostile_yaml_is_refused_at_once() -> None:
    bomb = "a: &a [x,x]\n" + "".join(f"{b}: &{b} [*{a},*{a}]\n" for a, b in ["ab", "bc", "cd"])
    for text in (bomb, "{" * 100_000, "- " * 5_000, "? " * 5_000):
        with pytest.raises(Refused):
            yaml_nodes.parse("x", text)
