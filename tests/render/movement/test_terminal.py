"""Who moved where, on a terminal of 80 columns."""

from __future__ import annotations

from negotiator.engine.movement import movement
from negotiator.model import Corpus, Force, Status, Wording
from negotiator.render.movement.data import movement as as_data
from negotiator.render.movement.terminal import movement as shown
from negotiator.render.terminal import write
from tests.engine.build import Said, Tabled, table
from tests.engine.status.build import decisions

VERBATIM = Wording.VERBATIM
CORPUS = table(
    Tabled("RED", "2024-01-01", [Said("A1", "Forces [shall] leave.", wording=VERBATIM),
                                 Said("A2", issues=["I2"]), Said("A3", issues=["I3"])]),
    Tabled("BLUE", "2024-02-01", [Said("B1", force=Force.ASSERTION)]),
    Tabled("RED", "2024-03-01", [Said("A1", "Forces [should] leave.", wording=VERBATIM),
                                 Said("A2", issues=["I2"])]),
    Tabled("BLUE", "2024-04-01", [Said("B2", "They say no.", Force.REFUSAL)], proposal="letter"),
    decisions=decisions(("I1", "jointly", Status.AGREED, "2024-03-15")),
)  # fmt: skip


def lines(corpus: Corpus, *, full: bool = False, width: int = 80) -> list[str]:
    return write(shown(movement(corpus), full=full), width=width).splitlines()


def test_the_newest_round_comes_first_with_a_line_for_each_move() -> None:
    assert lines(CORPUS)[1:10] == [
        "! I1 stood “agreed” when BLUE moved on it with B2 (hardened), and no later",
        "status gives a reason",
        "1 April 2024: letter",
        "  BLUE I1 hardened  B1 → B2 (a harder act than before)",
        "1 March 2024: red@2  unchanged: RED 1",
        "  RED I1 reframed  A1@1 → A1@2 (other words)",
        "  RED I3 dropped   A3",
        "1 February 2024: blue",
        "  BLUE new  I1",
    ]


def test_the_ledger_closes_the_screen() -> None:
    assert lines(CORPUS)[-5:] == [
        "1 April 2024      BLUE    1 → 1   1 hardened",
        "1 March 2024      RED     3 → 2   1 reframed, 1 dropped, 1 unchanged",
        "1 February 2024   BLUE    0 → 1   1 new",
        "1 January 2024    RED     0 → 3   3 new",
        "Every line adds up: held before + new + restored − dropped = held after.",
    ]


def test_in_full_the_texts_of_both_sides_stand_there() -> None:
    text = "\n".join(lines(CORPUS, full=True, width=120))
    assert "A1@1 → A1@2: Forces [[-shall-]{+should+}] leave." in text
    assert "before B1@1 (assertion): Blue says: Text of B1. [paraphrase]" in text
    assert "now B2@1 (refusal): They say no. [paraphrase]" in text
    assert "before A3@1 (demand): Text of A3. [paraphrase]" in text


def test_nothing_on_record_is_said() -> None:
    assert lines(Corpus(CORPUS.negotiation))[-1] == "No document is known in this view."


def test_no_line_is_wider_than_the_terminal() -> None:
    assert all(len(line) <= 60 for line in lines(CORPUS, full=True, width=60))


def test_the_data_has_every_field_of_a_move() -> None:
    data = as_data(movement(CORPUS))
    move = next(one for one in data["moves"] if one["kind"] == "reframed")
    assert {name: move[name] for name in ("party", "issue", "from", "to", "kind", "round")} == {
        "party": "RED",
        "issue": "I1",
        "from": ["A1"],
        "to": ["A1"],
        "kind": "reframed",
        "round": "2024-03-01",
    }
    assert move["from_addresses"] == ["A1@1"]
    (redline,) = move["redlines"]
    assert "".join(s["text"] for s in redline["spans"] if s["kind"] != "added") == (
        "Forces [shall] leave."
    )
    assert all(line["reconciles"] for line in data["ledger"])
    assert [alarm["issue"] for alarm in data["alarms"]] == ["I1"]
