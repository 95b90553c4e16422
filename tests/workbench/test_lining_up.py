"""Adding and withdrawing documents lines up what is new, and leaves the rest as it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from negotiator.engine.alignment import Alignment, Link, Passage
from negotiator.model import LinkDraft, Method, Negotiation, Party, Relation, Topic
from negotiator.workbench import lining_up, setup
from negotiator.workbench.bench import Bench, opened, upgraded
from negotiator.workbench.filing import set_reading
from negotiator.workbench.intake import add
from negotiator.workbench.linking import confirm, refuse
from negotiator.workbench.links import Choice, links
from negotiator.workbench.particulars import Particulars
from negotiator.workbench.withdrawal import withdraw
from tests.workbench.aligner import by_words

COD = "The quota of cod shall be 1,000 tonnes a year."
LESS_COD = "The quota of cod shall be 900 tonnes a year."
SEASON = "Vessels may not fish in the spawning season."
MESH = "Nets have a mesh of at least 110 millimetres."
BOARD = "Inspectors may board any vessel at sea."

PARTIES = (
    Party("NO", "Norway", "1"),
    Party("UK", "United Kingdom", "2"),
    Party("FO", "Faroes", "3"),
)


@pytest.fixture(autouse=True)
def plain_aligner(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lining_up, "align_positions", by_words)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    address = str(tmp_path / "talks.db")
    setup.create(address, Negotiation("Fish", parties=PARTIES, topics=(Topic("cod", "Cod"),)))
    with opened(address, by="kl", at="2026-01-02T03:04:05+00:00") as made:
        yield made


def table(bench: Bench, key: str, party: str, **texts: str) -> None:
    """Add a version of a proposal, one clause per keyword."""
    folder = bench.database.path.parent
    clauses = "".join(f'- {{id: {id}, text: "{text}"}}\n' for id, text in texts.items())
    path = folder / f"{key}{len(list(folder.iterdir()))}.yaml"
    path.write_text(f"format: negotiator/1\nclauses:\n{clauses}", encoding="utf-8")
    add(bench, [path], Particulars(party=party, proposal=key))


def drafts(bench: Bench) -> dict[str, LinkDraft]:
    with bench.database.reading() as archive:
        return {f"{one.left} {one.right}": one for one in archive.links.drafts()}


def states(bench: Bench) -> dict[str, str]:
    return {one.id: one.state.value for one in links(bench, Choice()).links}


def test_a_new_document_is_lined_up_with_those_of_other_parties(bench: Bench) -> None:
    table(bench, "north", "NO", n1=COD, n2=SEASON)
    assert drafts(bench) == {}
    table(bench, "south", "UK", u1=LESS_COD, u2=BOARD)
    table(bench, "more", "UK", m1=LESS_COD)
    assert list(drafts(bench)) == ["n1 m1", "n1 u1"]
    one = drafts(bench)["n1 u1"]
    assert (one.left_wording, one.right_wording, one.method) == (
        "n1@1",
        "u1@1",
        Method.SIMILAR_TEXT,
    )
    assert one.score == one.fitted


def test_the_order_of_adding_first_versions_does_not_matter(tmp_path: Path) -> None:
    found = []
    papers = [
        ("north", "NO", {"n1": COD, "n2": SEASON}),
        ("south", "UK", {"u1": LESS_COD, "u2": SEASON}),
        ("west", "FO", {"f1": SEASON, "f2": MESH}),
    ]
    for number, order in enumerate(permutations(papers)):
        address = str(tmp_path / f"{number}.db")
        setup.create(address, Negotiation("Fish", parties=PARTIES))
        with opened(address) as made:
            for key, party, texts in order:
                table(made, key, party, **texts)
            found.append(drafts(made))
    assert len(found[0]) == 4
    assert all(one == found[0] for one in found)


def test_only_what_a_new_version_says_anew_is_lined_up_again(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    table(bench, "north", "NO", n1=COD, n2=SEASON)
    table(bench, "south", "UK", u1=LESS_COD, u2=SEASON)
    before = drafts(bench)

    def surer(left: Sequence[Passage], right: Sequence[Passage], **_: object) -> Alignment:
        whole = by_words(left, right)
        links = tuple(Link(o.left, o.right, o.relation, o.method, 0.99) for o in whole.links)
        return Alignment(links, whole.left_alone, whole.right_alone)

    monkeypatch.setattr(lining_up, "align_positions", surer)
    table(bench, "north", "NO", n1=LESS_COD, n2=SEASON, n3=BOARD)
    after = drafts(bench)
    assert after["n2 u2"] == before["n2 u2"], "as it was, although the machine thinks otherwise now"
    assert (after["n1 u1"].left_wording, after["n1 u1"].score) == ("n1@2", 0.99)


def test_a_version_that_says_the_same_changes_no_link(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    table(bench, "north", "NO", n1=COD, n2=SEASON)
    table(bench, "south", "UK", u1=LESS_COD)
    before = drafts(bench)

    def never(*_: object, **__: object) -> Alignment:
        raise AssertionError("nothing is new")

    monkeypatch.setattr(lining_up, "align_positions", never)
    table(bench, "north", "NO", n1=COD)
    assert drafts(bench) == before


def test_a_suppressed_clause_loses_its_drafts(bench: Bench) -> None:
    table(bench, "north", "NO", n1=COD, n2=SEASON)
    table(bench, "south", "UK", u1=LESS_COD, u2=SEASON)
    table(bench, "north", "NO", n2=SEASON)
    assert list(drafts(bench)) == ["n2 u2"]


def test_withdrawing_a_version_brings_back_the_links_of_the_one_before(bench: Bench) -> None:
    table(bench, "north", "NO", n1=COD, n2=SEASON)
    table(bench, "south", "UK", u1=LESS_COD, u2=SEASON)
    before = drafts(bench)
    table(bench, "north", "NO", n1=BOARD, n2=SEASON)
    assert list(drafts(bench)) == ["n2 u2"]
    withdraw(bench, "north@2", reason="a mistake")
    assert drafts(bench) == before
    withdraw(bench, "north@1", reason="a mistake too")
    assert drafts(bench) == {}


def test_an_older_document_that_comes_later_is_not_in_force(bench: Bench) -> None:
    table(bench, "south", "UK", u1=LESS_COD)
    for day, text in (("2024-02-01", SEASON), ("2024-01-01", COD)):
        path = bench.database.path.parent / f"{day}.yaml"
        path.write_text(f'clauses:\n- {{id: n1, text: "{text}"}}\n', encoding="utf-8")
        given = Particulars(party="NO", proposal="north", issued=date.fromisoformat(day))
        add(bench, [path], given)
    assert drafts(bench) == {}


def test_what_a_person_filed_is_told_to_the_machine(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Passage] = []

    def look(left: Sequence[Passage], right: Sequence[Passage], **_: object) -> Alignment:
        seen.extend((*left, *right))
        return Alignment((), (), ())

    table(bench, "north", "NO", n1=COD, n2=SEASON)
    set_reading(bench, ["n1"], topics=("cod",))
    monkeypatch.setattr(lining_up, "align_positions", look)
    table(bench, "south", "UK", u1=LESS_COD)
    assert [(one.id, one.topics) for one in seen] == [("n1", ("cod",)), ("n2", ()), ("u1", ())]


def test_a_document_and_its_links_are_recorded_together_or_not_at_all(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    table(bench, "north", "NO", n1=COD)

    def killed(*_: object, **__: object) -> Alignment:
        raise KeyboardInterrupt

    with monkeypatch.context() as during, pytest.raises(KeyboardInterrupt):
        during.setattr(lining_up, "align_positions", killed)
        table(bench, "south", "UK", u1=LESS_COD)
    with bench.database.reading() as archive:
        assert [version.id for version in archive.versions()] == ["north@1"]
        assert archive.links.linings() == {}
    table(bench, "south", "UK", u1=LESS_COD)
    assert list(drafts(bench)) == ["n1 u1"]


def test_one_link_of_several_clauses_is_several_drafts(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def grouped(*_: object, **__: object) -> Alignment:
        link = Link(("n1",), ("u1", "u2"), Relation.BROADER, Method.SIMILAR_TEXT, 0.8, ("why",))
        return Alignment((link,), (), ())

    table(bench, "north", "NO", n1=COD)
    monkeypatch.setattr(lining_up, "align_positions", grouped)
    table(bench, "south", "UK", u1=LESS_COD, u2=SEASON)
    assert [(one.score, one.reasons) for one in drafts(bench).values()] == [(0.8, ("why",))] * 2


def test_what_was_decided_is_neither_proposed_anew_nor_changed(bench: Bench) -> None:
    table(bench, "north", "NO", n1=COD, n2=SEASON)
    table(bench, "south", "UK", u1=LESS_COD, u2=SEASON)
    confirm(bench, "n1", "u1", why="both are quotas")
    refuse(bench, "u2", "n2", why="other seasons")
    table(bench, "north", "NO", n1=COD, n2=f"{SEASON} It ends in May.", n3=MESH)
    assert states(bench) == {"n1~u1": "confirmed", "n2~u2": "refused"}
    table(bench, "south", "UK", u1=COD, u2=SEASON)
    assert states(bench) == {"n1~u1": "stale", "n2~u2": "refused"}
    (stale, refused) = links(bench, Choice()).links
    assert stale.since == "confirmed on wording u1@1, now u1@2"
    assert refused.since == "refused on wording n2@1, now n2@2"


def test_decisions_move_the_drafts_of_the_next_document(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    nearly = lining_up.THRESHOLD + 0.01

    def each_with_its_like(
        left: Sequence[Passage], right: Sequence[Passage], **_: object
    ) -> Alignment:
        links = [
            Link((one.id,), (other.id,), Relation.OVERLAPPING, Method.SIMILAR_TEXT, nearly)
            for one, other in zip(left, right, strict=True)
        ]
        return Alignment(tuple(links), (), ())

    monkeypatch.setattr(lining_up, "align_positions", each_with_its_like)
    table(bench, "north", "NO", n1=COD, n2=SEASON, n3=MESH, n4=BOARD)
    table(bench, "west", "FO", f1=COD, f2=SEASON, f3=MESH, f4=BOARD)
    for number in (1, 2, 3):
        refuse(bench, f"n{number}", f"f{number}", why="of another sea")
    table(bench, "south", "UK", u1=COD, u2=SEASON, u3=MESH, u4=BOARD)
    assert [id for id, state in states(bench).items() if state == "draft"] == ["f4~n4"]
    assert "3 decisions: a link now needs" in links(bench, Choice()).adjustment.explanation(0.5)


def test_a_database_of_an_earlier_program_is_lined_up_when_it_is_upgraded(bench: Bench) -> None:
    table(bench, "north", "NO", n1=COD)
    table(bench, "south", "UK", u1=LESS_COD)
    held = drafts(bench)
    path = bench.database.path
    bench.database.close()
    raw = sqlite3.connect(path)
    raw.executescript(
        "DROP TABLE link; DROP TABLE lining; UPDATE alembic_version SET version_num = '0002';"
    )
    raw.close()
    assert upgraded(str(path)).before == "0002"
    with opened(str(path)) as made:
        assert drafts(made) == held
