"""A ledger that adds up, and says so where it does not."""

from __future__ import annotations

from negotiator.engine.movement import Ledger, Line, movement
from negotiator.model import MoveKind
from tests.engine.build import Said, Tabled, table


def line(before: int, after: int, **kinds: int) -> Line:
    return Line("R", "RED", before, after, {kind: kinds.get(kind.value, 0) for kind in MoveKind})


def test_what_came_and_went_makes_what_is_held() -> None:
    assert line(3, 4, new=2, restored=1, dropped=2).reconciles
    assert not line(3, 4, new=2).reconciles
    # More moves than issues held.
    assert not line(1, 1, hardened=2).reconciles
    assert line(5, 4, hardened=1, softened=1, unchanged=1, dropped=1).untouched == 1


def test_each_line_goes_on_where_the_one_before_ended() -> None:
    sound, broken = line(0, 2, new=2), line(3, 3)
    assert Ledger((sound, line(2, 2))).unreconciled == ()
    assert Ledger((sound, broken)).unreconciled == (broken,)


def test_a_party_enters_the_ledger_with_its_first_document() -> None:
    corpus = table(
        Tabled("RED", "2024-01-01", [Said("A1")]),
        Tabled("BLUE", "2024-02-01", [Said("B1"), Said("B2", issues=["I2"])]),
    )
    lines = movement(corpus).ledger.lines
    assert [(one.round, one.party, one.before, one.after) for one in lines] == [
        ("2024-01-01", "RED", 0, 1),
        ("2024-02-01", "RED", 1, 1),
        ("2024-02-01", "BLUE", 0, 2),
    ]
