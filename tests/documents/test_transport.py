"""An extract goes to the parent and arrives as it was, or not at all."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.documents.extract import Extract, Piece
from negotiator.documents.manuscript import Comment, Omission
from negotiator.documents.transport import (
    LONGEST_LINE,
    Arrival,
    Garbled,
    TooLong,
    lines_of,
    pack,
    restored,
    unpack,
)
from negotiator.model import Unit

# All of Unicode but halves of surrogate pairs, which no file can hold.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@st.composite
def extracts(draw: st.DrawFn) -> Extract:
    """Return any document whose clauses stand under earlier ones."""
    pieces: list[Piece] = []
    for name in draw(st.lists(TEXTS.filter(bool), unique=True, max_size=5)):
        parent = draw(st.none() | st.sampled_from([one.id for one in pieces] or [None]))
        pieces.append(
            Piece(
                name,
                *(draw(TEXTS) for _ in range(3)),
                parent=parent,
                base_text=draw(st.none() | TEXTS),
                change=draw(st.sampled_from(["", "ADD", "MOD", "SUP", "NOC"])),
                justification=draw(TEXTS),
                unit=draw(st.sampled_from(Unit)),
                page=draw(TEXTS),
                comments=tuple(draw(st.lists(st.builds(Comment, TEXTS, TEXTS), max_size=2))),
            )
        )
    omitted = draw(st.lists(st.builds(Omission, *[TEXTS] * 5), max_size=3))
    warnings = draw(st.lists(TEXTS, max_size=3))
    return Extract(
        draw(TEXTS), draw(TEXTS), draw(TEXTS), tuple(pieces), tuple(omitted), tuple(warnings)
    )


def arrive(lines: list[bytes]) -> Extract | None:
    arrival = Arrival()
    for line in lines:
        whole = arrival.take(*unpack(line.removesuffix(b"\n")))
        if whole is not None:
            return whole
    return None


def document(*pieces: Piece) -> list[bytes]:
    return list(lines_of(Extract("text", "", "", pieces)))


@given(extracts())
def test_an_extract_arrives_as_it_was(extract: Extract) -> None:
    lines = list(lines_of(extract))
    assert all(line.endswith(b"\n") and line.count(b"\n") == 1 for line in lines)
    assert arrive(lines) == extract


@given(extracts(), st.data())
def test_an_extract_that_lacks_a_line_does_not_arrive(
    extract: Extract, data: st.DataObject
) -> None:
    lines = list(lines_of(extract))
    del lines[data.draw(st.integers(0, len(lines) - 1))]
    try:
        arrived = arrive(lines)
    except Garbled:
        return
    assert arrived is None, "only the last line may be missing without being noticed so far"


@given(st.binary(max_size=200))
def test_any_bytes_are_a_line_or_garbled(line: bytes) -> None:
    try:
        name, _ = unpack(line)
    except Garbled:
        return
    assert isinstance(name, str)


@given(st.sampled_from(["document", "piece", "omission", "warning", "end", "other"]), JSON)
def test_any_value_is_taken_whole_or_garbled(name: str, value: Any) -> None:
    arrival = Arrival()
    arrival.take("document", ["text", "", ""])
    try:
        whole = arrival.take(name, value)
    except Garbled:
        return
    if whole is None:
        [taken] = arrival.parts[name]
        assert pack(name, taken) == pack(name, value), "what is taken is what was sent"
    else:
        assert whole == Extract("text", "", "", ())


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[" * 200_000,
        b'{"a":' * 100_000,
        b'["a"]',
        b'["a", 1, 2]',
        b'{"piece": 1}',
        b"[1, 2]",
        b'["' + b"n" * 33 + b'", 1]',
        b'["\xff", 1]',
        b"9" * 10_000,
    ],
    ids=lambda line: line[:12].decode("latin-1") or "nothing",
)
def test_lines_that_are_garbled(line: bytes) -> None:
    with pytest.raises(Garbled):
        unpack(line)


def test_a_line_that_is_too_long_is_not_even_looked_at() -> None:
    with pytest.raises(Garbled, match="too long"):
        unpack(b" " * (LONGEST_LINE + 1))


def test_a_clause_that_is_too_long_is_not_sent() -> None:
    with pytest.raises(TooLong, match="piece"):
        document(Piece("A", "x" * LONGEST_LINE))


def test_half_of_a_surrogate_pair_is_not_sent() -> None:
    with pytest.raises(UnicodeEncodeError):
        document(Piece("A", "\ud83d"))


def test_half_of_a_surrogate_pair_does_not_arrive() -> None:
    with pytest.raises(Garbled, match="surrogate"):
        Arrival().take(*unpack(b'["warning", "\\ud83d"]'))


@pytest.mark.parametrize(
    "pieces",
    [
        (Piece("A", "One."), Piece("A", "Two.")),
        (Piece("", "One."),),
        (Piece("A", "One.", parent="A"),),
        (Piece("A", "One.", parent="B"), Piece("B", "Two.", parent="A")),
        (Piece("A", "One.", parent="Z"),),
    ],
    ids=["one id twice", "no id", "under itself", "in a circle", "under nothing"],
)
def test_clauses_that_make_no_tree_do_not_arrive(pieces: tuple[Piece, ...]) -> None:
    with pytest.raises(Garbled):
        arrive(document(*pieces))


def test_a_long_chain_of_clauses_arrives() -> None:
    chain = [Piece("c0", "One.")]
    chain += [Piece(f"c{n}", "More.", parent=f"c{n - 1}") for n in range(1, 20_000)]
    whole = arrive(document(*reversed(chain)))
    assert whole is not None
    assert len(whole.pieces) == 20_000


def test_truth_is_no_number_and_a_number_no_text() -> None:
    for value in ([True, 0, 0], [0.0, 0, 0], ["0", 0, 0], 0, None):
        arrival = Arrival()
        arrival.take("document", ["text", "", ""])
        with pytest.raises(Garbled):
            arrival.take("end", value)
    with pytest.raises(Garbled):
        Arrival().take("warning", 7)


def test_a_word_that_is_not_of_the_list_does_not_arrive() -> None:
    assert restored(Unit, next(iter(Unit)).value) is next(iter(Unit))
    for value in ("no unit", "", None, 1, ["provision"]):
        with pytest.raises(Garbled):
            restored(Unit, value)


def test_a_document_without_its_name_does_not_arrive() -> None:
    for fields in (["text", ""], ["text", "", "", "more"]):
        arrival = Arrival()
        arrival.take("document", fields)
        with pytest.raises(Garbled):
            arrival.take("end", [0, 0, 0])
    with pytest.raises(Garbled):
        Arrival().take("end", [0, 0, 0])


def test_a_clause_with_a_field_too_many_or_too_few_does_not_arrive() -> None:
    fields = json.loads(pack("piece", Piece("A", "One.")))[1]
    Arrival().take("piece", fields)
    for wrong in (fields[:-1], [*fields, ""], [None, *fields[1:]], dict(enumerate(fields))):
        with pytest.raises(Garbled):
            Arrival().take("piece", wrong)
