"""A dossier: the comparison, the replies, the movement and the linkage of one day and selection."""

from __future__ import annotations

from datetime import date

import pytest

from negotiator.engine.comparison import compare
from negotiator.engine.dossier import dossier
from negotiator.errors import Unknown
from negotiator.model import Corpus, KnownBy
from negotiator.workbench.bench import opened
from negotiator.workbench.demo import Demonstration


@pytest.fixture(scope="module")
def shipped(demonstration: Demonstration) -> Corpus:
    with opened(str(demonstration.database)) as bench, bench.database.reading() as archive:
        return archive.corpus()


def test_all_parts_speak_of_one_day(shipped: Corpus) -> None:
    day = date(2022, 1, 31)
    found = dossier(shipped, as_of=day)
    assert found.whole == compare(shipped, as_of=day)
    assert found.movement.as_of == day
    assert "E16" not in {gate.clause for gate in found.linkage.gates}, "it came later"
    assert {ask.document for ask in found.replies.asks} <= {"F0", "A", "B", "C", "D", "F1", "F2"}


def test_what_is_not_on_record_is_refused(shipped: Corpus) -> None:
    with pytest.raises(Unknown, match="unknown issue"):
        dossier(shipped, issues=["I99"])


@pytest.mark.parametrize("known_by", list(KnownBy))
def test_a_selection_is_a_part_of_the_whole(shipped: Corpus, known_by: KnownBy) -> None:
    whole = dossier(shipped, known_by=known_by)
    part = dossier(shipped, known_by=known_by, parties=["RU", "US"], issues=["I14", "I01"])
    assert {row.issue.id for row in part.whole.rows} == {"I14", "I01"}
    assert set(part.replies.asks) < set(whole.replies.asks)
    assert {(ask.party, ask.addressee) for ask in part.replies.asks} <= {("RU", "US"), ("US", "RU")}
    assert {move.issue for move in part.movement.moves} <= {"I14", "I01"}
    assert set(part.linkage.hostages) <= {"I14", "I01"}


def test_a_selection_without_an_issue_is_about_nothing(shipped: Corpus) -> None:
    part = dossier(shipped, issues=["I14"], topics=["1"])
    assert not (part.whole.rows or part.replies.asks or part.movement.moves or part.linkage.gates)
