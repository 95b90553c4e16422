"""Every status has a symbol, its word and a colour of its own meaning."""

from __future__ import annotations

from negotiator.model import Status
from negotiator.render.status.marks import MARKS, UNSTATED, Colour, mark


def test_no_two_share_a_symbol_and_each_is_shown_with_its_word() -> None:
    marks = [*MARKS.values(), UNSTATED]
    assert set(MARKS) == set(Status)
    assert len({one.symbol for one in marks}) == len(marks) == len({one.word for one in marks})
    for status, one in MARKS.items():
        assert str(one) == f"{one.symbol} {status.value}"


def test_green_and_yellow_are_what_is_agreed_and_nothing_else() -> None:
    coloured = {s for s, one in MARKS.items() if one.colour in (Colour.GREEN, Colour.YELLOW)}
    assert coloured == {status for status in Status if status.agreed}
    assert mark(Status.AGREED_ON_POLICY).colour is Colour.YELLOW


def test_not_opened_is_neither_open_nor_without_status() -> None:
    not_opened, open_ = mark(Status.NOT_OPENED), mark(Status.OPEN)
    assert not_opened.colour is Colour.NONE and open_.colour is Colour.WHITE
    assert mark(None) is UNSTATED and mark(None).word != not_opened.word
