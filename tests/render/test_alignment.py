"""Two texts side by side: every clause shown, marked where it differs, safe and whole."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter

import pytest

from negotiator.engine.alignment import Alignment
from negotiator.engine.changes import Change
from negotiator.engine.changes import ChangeKind as Kind
from negotiator.engine.wording import Span, SpanKind
from negotiator.model import Symbol, Unit, Wording
from negotiator.render import terminal
from negotiator.render.alignment import Side, SideBySide
from negotiator.render.alignment.data import as_data
from negotiator.render.alignment.page import ROWS_OF_A_TABLE, render
from negotiator.render.alignment.positions import positions
from negotiator.render.alignment.terminal import as_text
from negotiator.render.alignment.versions import versions
from tests.render.beside import (
    EVIL,
    change,
    clause,
    every_change,
    link,
    parties,
    side,
    split,
    two_versions,
)
from tests.render.page import Page


@pytest.fixture
def many() -> SideBySide:
    return every_change()


def page(whole: SideBySide) -> Page:
    return Page(render(whole, program="0.1.0"))


def marked(whole: SideBySide) -> list[str]:
    """Return the words that are marked in any row, left then right, row by row."""
    rows = positions(whole) if whole.changes is None else versions(whole)
    return [
        span.text
        for row in rows
        for part in (*row.left, *row.right)
        for span in part.spans
        if span.kind is not SpanKind.KEPT
    ]


def test_a_split_is_one_row_in_which_no_kept_word_is_marked() -> None:
    (row,) = versions(split())
    assert [part.clause.key for part in row.left] == ["4"]
    assert [part.clause.key for part in row.right] == ["4", "5"]
    assert row.notes == ("4 became 4 and 5",)
    assert marked(split()) == []


def test_what_a_split_changed_is_marked_in_its_part() -> None:
    assert marked(split("The Secretariat may publish the reports.")) == ["shall", "may"]
    shown = as_text(split("The Secretariat may publish the reports."), width=80)
    assert "[-shall-]" in shown
    assert "{+may+}" in shown


def test_joined_the_spans_of_a_part_are_its_text() -> None:
    whole = split("The Secretariat may, in May, publish all reports.")
    for row in versions(whole):
        for part in (*row.left, *row.right):
            assert "".join(span.text for span in part.spans) == part.clause.text


def test_moved_and_renumbered_are_said_in_words() -> None:
    one, two, three = (clause(key, f"Text {key}.", f"Article {key}") for key in "123")
    moved = clause("9", "Text 1.", "Article 9")
    whole = two_versions(
        change([Kind.UNCHANGED], two, two),
        change([Kind.UNCHANGED], three, three),
        change([Kind.MOVED, Kind.RENUMBERED], one, moved),
    )
    shown = as_text(SideBySide(side(one, two, three), *_rest(whole)), width=80)
    assert "Article 1 is now Article 9" in shown
    assert "stood first, stands behind Article 3" in shown
    assert "NOC   2 clauses unchanged: Article 2 to Article 3" in shown


def _rest(whole: SideBySide) -> tuple[Side, Alignment, tuple[Change, ...] | None]:
    return whole.right, whole.alignment, whole.changes


def test_renumbered_clauses_in_a_row_are_told_in_a_line() -> None:
    changes = []
    for n in range(3):
        old, new = clause(f"o{n}", f"Text {n}.", f"{n}"), clause(f"n{n}", f"Text {n}.", f"{n + 1}")
        changes.append(change([Kind.RENUMBERED], old, new))
    shown = as_text(two_versions(*changes), width=80)
    told = "3 clauses renumbered, wording unchanged: 0 → 1, 1 → 2, 2 → 3"
    assert told in " ".join(shown.split())


def test_texts_of_parties_are_marked_only_where_half_is_common() -> None:
    ours = side(clause("1", "Vessels may fish for cod in May."), party="NO")
    near = side(clause("a", "Vessels may not fish for cod in May."), party="UK")
    far = side(clause("a", "Whoever lands cod must hold a licence for it."), party="UK")
    assert "".join(marked(parties(ours, near, link("1", "a")))).strip() == "not"
    assert marked(parties(ours, far, link("1", "a"))) == []


def test_paraphrases_are_never_marked() -> None:
    told = clause("a", "Vessels may not fish for cod in May.", wording=Wording.PARAPHRASE)
    ours = side(clause("1", "Vessels may fish for cod in May."))
    whole = parties(ours, side(told), link("1", "a"))
    assert marked(whole) == []
    assert "[paraphrase]" in as_text(whole, width=80)
    assert "paraphrase" in page(whole).text


def test_a_clause_of_several_links_stands_in_full_once() -> None:
    ours = side(clause("1", "Vessels may fish."))
    theirs = side(clause("a", "Cod may be fished."), clause("b", "Nets may be used."))
    shown = as_text(parties(ours, theirs, link("1", "a"), link("1", "b")), width=80)
    assert shown.count("Vessels may fish.") == 1
    assert "(in full above)" in shown
    read = page(parties(ours, theirs, link("1", "a"), link("1", "b")))
    assert read.ids.count("left-1") == 1


def test_reasons_stand_with_the_link() -> None:
    ours, theirs = side(clause("1", "Cod.")), side(clause("a", "Haddock."))
    whole = parties(ours, theirs, link("1", "a", 0.61, ["both name the quota"]))
    assert "because: both name the quota" in as_text(whole, width=80)
    assert "both name the quota" in page(whole).text
    assert as_data(whole)["links"][0]["reasons"] == ["both name the quota"]


def test_what_is_to_be_deleted_is_shown() -> None:
    gone = clause("1", "", base_text="Nets are wide.", change=Symbol.SUP)
    whole = parties(side(gone), side(clause("a", "Nets are wide.")), link("1", "a"))
    assert "proposes to delete: Nets are wide." in as_text(whole, width=200)
    assert "proposes to delete: Nets are wide." in page(whole).text


def test_headings_are_counted_apart() -> None:
    heading = clause("h", "Gear", unit=Unit.HEADING)
    whole = parties(side(heading, clause("1", "Nets.")), side(clause("a", "Nets.")), link("1", "a"))
    assert "1 heading not lined up. 1 of 1 clause on the left" in as_text(whole, width=100)


NOTHING = side()


@pytest.mark.parametrize(
    "whole",
    [
        parties(NOTHING, NOTHING),
        parties(side(clause("1", "Nets.")), NOTHING),
        two_versions(),
        two_versions(change([Kind.ADDED], None, clause("1", "Nets."))),
        two_versions(change([Kind.SUPPRESSED], clause("1", "Nets."), None)),
    ],
    ids=["nothing", "one side", "no version", "all added", "all suppressed"],
)
def test_empty_sides(whole: SideBySide) -> None:
    assert as_text(whole, width=80)
    read = page(whole)
    assert read.misnested == []
    assert ("Nets." in read.text) == bool(whole.left.clauses or whole.right.clauses)


def test_the_page_is_well_formed_and_its_links_resolve(many: SideBySide) -> None:
    read = page(many)
    assert read.misnested == []
    assert read.open == []
    assert [id for id, times in Counter(read.ids).items() if times > 1] == []
    assert {a[1:] for a in read.addresses} - set(read.ids) == set()
    assert all(address.startswith("#") for address in read.addresses)
    for place, whole in (("left", many.left), ("right", many.right)):
        assert {f"{place}-{one.key}" for one in whole.clauses} <= set(read.ids)


def test_no_table_is_longer_than_a_browser_lays_out_at_once(many: SideBySide) -> None:
    text = render(many, program="0.1.0")
    tables = re.findall(r"<table.*?</table>", text, re.DOTALL)
    assert len(tables) > 1
    assert max(table.count("<tr class") for table in tables) == ROWS_OF_A_TABLE
    assert text.count('class="item"') == 150
    assert "150 clauses unchanged: u0 to u149" in text


def test_texts_are_never_markup(many: SideBySide) -> None:
    read = page(many)
    assert read.tags.count("script") == 1
    assert "img" not in read.tags
    assert not any(name.startswith("on") for _, name, _ in read.attributes)
    assert EVIL in "".join(text for _, text in read.texts)
    assert "U+202E" in read.text
    assert "\u202e" not in read.text


def test_the_policy_allows_its_own_style_and_script_only(many: SideBySide) -> None:
    text = render(many, program="0.1.0")
    policy = next(v for tag, _, v in Page(text).attributes if tag == "meta" and "default-src" in v)
    for kind in ("style", "script"):
        (inline,) = re.findall(rf"<{kind}>(.*?)</{kind}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert not {"src", "style", "action"} & {name for _, name, _ in Page(text).attributes}


def test_what_tells_most_stands_out() -> None:
    old, new = clause("1", "Vessels may fish."), clause("1", "Vessels may not fish.")
    whole = two_versions(change([Kind.MODIFIED], old, new))
    inserted = [text for tags, text in page(whole).texts if "strong" in tags and "ins" in tags]
    assert inserted == ["not"]
    coloured = as_text(whole, width=80, colour=True)
    assert re.search(r"\x1b\[[\d;]*1;4[\d;]*mnot", coloured)


def test_a_redline_without_colour_is_readable_and_stressed_with_it() -> None:
    spans = [
        Span(SpanKind.KEPT, "may "),
        Span(SpanKind.ADDED, "not ", ((0, 3),)),
        Span(SpanKind.KEPT, "fish"),
    ]
    line = terminal.redline(spans)
    assert line.plain == "may {+not +}fish"
    assert [line.plain[s.start : s.end] for s in line.spans if s.style == terminal.TELLING] == [
        "not"
    ]
