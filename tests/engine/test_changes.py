"""What became of every clause from version to version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.engine.changes import Change, ChangeKind, align_versions, changes
from negotiator.model import Clause, Method, Relation, Symbol, Unit, Wording

Spec = tuple[str, str]


def version(
    *clauses: Spec | tuple[str, str, str], wording: Wording = Wording.VERBATIM
) -> list[Clause]:
    """Return a version's clauses from key, text and, if need be, reference."""
    return [
        Clause(key, key, "A@1", text, order, reference[0] if reference else "", wording=wording)
        for order, (key, text, *reference) in enumerate(clauses)
    ]


def told(found: Sequence[Change]) -> list[str]:
    """Return each change as "old>new kinds"."""
    return [
        f"{one.old.key if one.old else '-'}>{one.new.key if one.new else '-'}"
        f" {', '.join(kind.value for kind in one.kinds)}"
        for one in found
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([("1", "Fish.")], [("1", "Fish.")], ["1>1 unchanged"]),
        ([("1", "Fish.")], [("1", "Do not fish.")], ["1>1 modified"]),
        ([("1", "Fish.")], [("1", "fish")], ["1>1 editorial"]),
        ([("1", "Fish.")], [("1", "Fish."), ("2", "Hunt.")], ["1>1 unchanged", "->2 added"]),
        ([("1", "Fish."), ("2", "Hunt.")], [("1", "Fish.")], ["1>1 unchanged", "2>- suppressed"]),
        # The key is new, the text is the same: the same clause, with another number.
        ([("1", "Fish.", "Art 1")], [("2", "Fish.", "Art 2")], ["1>2 renumbered, unchanged"]),
        (
            [("1", "Fish."), ("2", "Hunt."), ("3", "Trade.")],
            [("3", "Trade."), ("1", "Fish."), ("2", "Hunt.")],
            ["3>3 moved, unchanged", "1>1 unchanged", "2>2 unchanged"],
        ),
        # Of two clauses with one text the first is the one that stayed.
        (
            [("1", "Deleted."), ("2", "Deleted.")],
            [("3", "Deleted.")],
            ["1>3 unchanged", "2>- suppressed"],
        ),
        (
            [("1", "Fish."), ("2", "Hunt."), ("3", "Trade.")],
            [("1", "Fish."), ("3", "Barter.")],
            ["1>1 unchanged", "2>- suppressed", "3>3 modified"],
        ),
    ],
)
def test_changes(old: list[Spec], new: list[Spec], expected: list[str]) -> None:
    assert told(changes(version(*old), version(*new))) == expected


FISH = "Each Party shall report the catches of its vessels to the Secretariat every month."
PORTS = "The ports of a Party stay open to vessels in distress, whatever flag they fly."
COURT = "A dispute that is not settled within a year goes to the Court, whose award is final."
BUDGET = "The budget is adopted by two thirds of the members who are present and voting."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # Without keys the text decides, whatever the clauses are called.
        ([("1", FISH), ("2", PORTS)], [("1", PORTS)], ["1>- suppressed", "2>1 unchanged"]),
        (
            [("1", f"{FISH} {PORTS}"), ("2", COURT)],
            [("1", FISH), ("2", PORTS), ("3", COURT)],
            ["1>1 split", "1>2 split", "2>3 unchanged"],
        ),
        (
            [("1", FISH), ("2", PORTS), ("3", COURT)],
            [("1", f"{FISH} {PORTS.replace('open', 'shut')}"), ("2", COURT)],
            ["1>1 modified, merged", "2>1 modified, merged", "3>2 unchanged"],
        ),
        (
            [("1", f"{FISH} {PORTS}")],
            [("1", FISH.replace(".", ";")), ("2", PORTS.replace("The", "the"))],
            ["1>1 editorial, split", "1>2 editorial, split"],
        ),
        (
            [("1", FISH, "Art 1"), ("2", PORTS, "Art 2"), ("3", COURT, "Art 3")],
            [("a", COURT.upper(), "Art 1"), ("b", FISH, "Art 2"), ("c", PORTS, "Art 3")],
            [
                "3>a editorial, moved, renumbered",
                "1>b renumbered, unchanged",
                "2>c renumbered, unchanged",
            ],
        ),
        # Suppressed clauses stand where they stood, even when their neighbour left.
        (
            [("1", FISH), ("2", "Gone."), ("3", PORTS), ("4", COURT), ("5", BUDGET)],
            [("3", PORTS), ("4", COURT), ("5", BUDGET), ("1", FISH)],
            [
                "2>- suppressed",
                "3>3 unchanged",
                "4>4 unchanged",
                "5>5 unchanged",
                "1>1 moved, unchanged",
            ],
        ),
        ([("1", "Gone.")], [("2", FISH)], ["1>- suppressed", "->2 added"]),
    ],
)
def test_changes_without_keys(old: list[Spec], new: list[Spec], expected: list[str]) -> None:
    assert told(changes(version(*old), version(*new), by_key=False)) == expected


def test_a_reference_that_is_printed_otherwise_is_no_new_number() -> None:
    (found,) = changes(version(("1", FISH, "Article 4(2)")), version(("1", FISH, "Article 4 (2)")))
    assert found.kinds == (ChangeKind.UNCHANGED,)
    (found,) = changes(version(("1", FISH)), version(("1", FISH, "Article 4")))
    assert found.kinds == (ChangeKind.UNCHANGED,), "nor is one that was not printed before"


def test_a_split_is_shown_side_by_side_and_counts_as_drafting_unless_words_differ() -> None:
    whole = version(("1", f"{FISH} {PORTS}"))
    found = changes(whole, version(("1", FISH), ("2", PORTS)))
    assert [one.redline for one in found] == [None, None]
    assert [one.symbol for one in found] == ["(MOD)", "(MOD)"]
    found = changes(whole, version(("1", FISH), ("2", PORTS.replace("open", "shut"))))
    assert [one.symbol for one in found] == ["MOD", "MOD"]


def test_headings_footnotes_and_provisions_keep_to_themselves() -> None:
    heading = replace(version(("1", "Ports"))[0], unit=Unit.HEADING)
    provision = version(("2", "Ports"))[0]
    found = changes([heading], [provision], by_key=False)
    assert told(found) == ["1>- suppressed", "->2 added"]


def test_a_proposal_to_delete_is_known_by_what_it_deletes() -> None:
    def deletion(key: str, base: str) -> Clause:
        return Clause(key, key, "A@1", "", base_text=base, change=Symbol.SUP)

    found = changes(
        [deletion("1", FISH), deletion("2", PORTS)],
        [deletion("a", PORTS), deletion("b", FISH.replace("month", "year"))],
        by_key=False,
    )
    assert [(one.old.key, one.new.key) for one in found if one.old and one.new] == [
        ("2", "a"),
        ("1", "b"),
    ]
    assert [one.kinds[0] for one in found if one.old].count(ChangeKind.MODIFIED) == 1


def test_links_tell_method_relation_and_reasons() -> None:
    found = align_versions(
        version(("1", FISH), ("2", PORTS), ("3", COURT), ("4", f"{BUDGET} {FISH.upper()}")),
        version(("a", FISH), ("b", PORTS.replace("open", "shut")), ("c", COURT), ("d", BUDGET))
        + version(("e", FISH.upper())),
    )
    links = found.alignment.links
    assert [(one.left, one.right) for one in links] == [
        (("1",), ("a",)),
        (("2",), ("b",)),
        (("3",), ("c",)),
        (("4",), ("d", "e")),
    ]
    assert [one.relation for one in links] == [
        Relation.EQUIVALENT,
        Relation.OVERLAPPING,
        Relation.EQUIVALENT,
        Relation.BROADER,
    ]
    assert [one.method for one in links[:2]] == [Method.SAME_TEXT, Method.SIMILAR_TEXT]
    assert links[0].reasons == ("the same text",)
    assert links[1].reasons == (
        "14 of 15 words kept in their order",
        "between two clauses that did not change",
    )
    assert links[3].reasons[:2] == (
        "the same words, with other punctuation, case or white space",
        "one clause became 2 that stand next to each other",
    )
    assert links[0].score == 1 and 0.9 < links[1].score < 1
    assert (found.alignment.left_alone, found.alignment.right_alone) == ((), ())


def test_with_keys_the_key_is_the_reason() -> None:
    found = align_versions(version(("1", FISH)), version(("1", "Hunt.")), by_key=True)
    (link,) = found.alignment.links
    assert (link.method, link.score) == (Method.SAME_KEY, 1)
    assert link.reasons[0] == "the same key in both versions"
    assert not align_versions(version(("1", FISH)), version(("1", "Hunt."))).alignment.links


def test_ids_are_labels_never_evidence() -> None:
    old, new = [("1", FISH), ("2", PORTS), ("3", COURT)], [("2", COURT), ("3", FISH), ("1", PORTS)]
    plain = align_versions(version(*old), version(*new))
    names = {"1": "x", "2": "y", "3": "z"}
    named = align_versions(version(*old), version(*((names[key], text) for key, text in new)))
    assert [one.kinds for one in plain.changes] == [one.kinds for one in named.changes]
    assert [[names[key] for key in one.right] for one in plain.alignment.links] == [
        list(one.right) for one in named.alignment.links
    ]


def test_when_the_time_is_over_it_is_told_and_nothing_is_called_moved() -> None:
    found = align_versions(
        version(("1", FISH), ("2", PORTS), ("3", COURT)),
        version(("a", PORTS), ("b", FISH), ("c", COURT.replace("year", "month"))),
        patience=lambda: True,
    )
    assert found.alignment.fallback
    assert told(found.changes) == ["2>a unchanged", "3>- suppressed", "1>b unchanged", "->c added"]


def test_the_symbols_are_those_of_the_union() -> None:
    found = changes(
        version(("1", "Fish."), ("2", "Hunt."), ("3", "Trade."), ("4", "Rest.")),
        version(("1", "Fish."), ("2", "hunt"), ("3", "Barter."), ("5", "Sleep.")),
    )
    assert [one.symbol for one in found] == ["NOC", "(MOD)", "MOD", "SUP", "ADD"]


def test_paraphrases_are_never_redlined() -> None:
    found = changes(
        version(("1", "Wants fish."), wording=Wording.PARAPHRASE),
        version(("1", "wants fish"), wording=Wording.PARAPHRASE),
    )
    assert found[0].redline is None
    assert found[0].kinds == (ChangeKind.MODIFIED,), "nor called editorial"


def test_a_paraphrase_replaced_by_the_wording_is_a_change() -> None:
    found = changes(version(("1", "Fish."), wording=Wording.PARAPHRASE), version(("1", "Fish.")))
    assert found[0].kinds == (ChangeKind.MODIFIED,)
    assert found[0].redline is None


VERSIONS = st.dictionaries(
    st.sampled_from("abcdefgh"), st.sampled_from(["Fish.", "Hunt.", "fish", "Do not fish."])
).flatmap(lambda found: st.permutations(list(found.items())))


@given(VERSIONS, VERSIONS)
def test_every_clause_of_both_versions_stands_once(old: list[Spec], new: list[Spec]) -> None:
    before, after = version(*old), version(*new)
    found = changes(before, after)
    assert sorted(one.old.key for one in found if one.old) == sorted(c.key for c in before)
    assert [one.new.key for one in found if one.new] == [c.key for c in after]


@given(VERSIONS, VERSIONS)
def test_added_one_way_is_suppressed_the_other(old: list[Spec], new: list[Spec]) -> None:
    forth = changes(version(*old), version(*new))
    back = changes(version(*new), version(*old))
    added = {c.new.key for c in forth if c.new and c.kinds[0] is ChangeKind.ADDED}
    suppressed = {c.old.key for c in back if c.old and c.kinds[0] is ChangeKind.SUPPRESSED}
    assert added == suppressed


@given(VERSIONS)
def test_a_version_against_itself_is_unchanged(found: list[Spec]) -> None:
    assert all(
        one.kinds == (ChangeKind.UNCHANGED,) for one in changes(version(*found), version(*found))
    )


def test_a_heading_that_only_has_another_number_says_the_same() -> None:
    before = Clause("h", "h", "p@1", "Article 2 Quotas", reference="Article 2", unit=Unit.HEADING)
    after = replace(before, version="p@2", text="Article 3 Quotas", reference="Article 3")
    (change,) = changes([before], [after])
    assert change.kinds == (ChangeKind.RENUMBERED, ChangeKind.UNCHANGED)
    (other,) = changes([before], [replace(after, text="Article 3 Catches")])
    assert ChangeKind.MODIFIED in other.kinds
