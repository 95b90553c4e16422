"""Documents whose ids the machine made of numbers: a clause is known by its wording."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.engine.succession import NO_PREDECESSOR, Predecessor, Succession, Tabled, succeed
from negotiator.model import Answer, Clause, Force, How, Reading, Review, Unit

DEFINITION = "“Cod” means any fish of the species Gadus morhua caught in the waters of a Party."
QUOTA = "The quota of cod for each Party shall be one thousand tonnes a year."
REVIEW = "The Parties shall review the quota every two years, on the advice of the committee."
BOARDING = "Inspectors of either Party may board a vessel of the other in the regulated area."
COSTS = "The costs of an inspection are borne by the Party whose flag the vessel flies."
ACCESS = "Access to ports is granted from the first of March until the end of October."
LANDING = "Every catch is landed and weighed in a port that both sides have designated."
BOTH = f"{BOARDING} {COSTS}"

DEMAND = Reading(topics=("1",), issues=("I1",), force=Force.DEMAND, by="kl")
OFFER = Reading(topics=("2",), issues=("I2",), force=Force.OFFER, by="kl", note="as told")


def printed(*texts: str, unit: Unit = Unit.PROVISION) -> Tabled:
    """Return a document whose paragraphs are numbered through: 1, 2, 3 …"""
    return Tabled(
        tuple(
            Clause(str(n), str(n), "", text, reference=f"Article {n}", unit=unit)
            for n, text in enumerate(texts, 1)
        ),
        {},
        ids_stated=False,
    )


def recorded(*versions: Succession, answered: tuple[Answer, ...] = ()) -> Predecessor:
    """Return what recorded versions pass on to the next one."""
    last = versions[-1]
    wordings: dict[str, list[Clause]] = {}
    readings: dict[str, list[Reading]] = {}
    answers: dict[str, list[Answer]] = {}
    for version in reversed(versions):
        for clause in version.clauses:
            wordings.setdefault(clause.key, []).append(clause)
        for address, reading in version.readings.items():
            readings.setdefault(address, []).append(reading)
    for answer in last.answers:
        answers.setdefault(answer.clause, []).append(answer)
    before = {clause.key: clause for clause in last.clauses}
    return Predecessor(before, wordings, readings, answers, answered)


def follow(*documents: Tabled, **readings: Reading) -> Succession:
    """Record documents one after the other; the first is read as given (`_4` is clause 4)."""
    made: list[Succession] = []
    for number, document in enumerate(documents, 1):
        version = succeed(
            document,
            proposal="A",
            number=number,
            predecessor=recorded(*made) if made else NO_PREDECESSOR,
        )
        if number == 1:
            read = {f"{id[1:]}@1": reading for id, reading in readings.items()}
            version = replace(version, readings=read)
        made.append(version)
    return made[-1]


def ids(version: Succession) -> list[str]:
    return [clause.id for clause in version.clauses]


def test_an_inserted_paragraph_leaves_the_ids_of_those_below() -> None:
    made = follow(
        printed(DEFINITION, QUOTA, REVIEW), printed(DEFINITION, ACCESS, QUOTA, REVIEW), _2=DEMAND
    )
    assert ids(made) == ["1", "2-v2", "2", "3"]
    assert [clause.reference for clause in made.clauses] == [f"Article {n}" for n in range(1, 5)]
    assert (made.unchanged, made.added, made.modified) == (("1", "2", "3"), ("2-v2",), ())
    assert made.renumbered == ("2", "3")
    assert made.moved == ()
    assert made.readings == {"2@2": DEMAND}, "it was read as it stands, under whichever number"
    assert made.drafts == ()


def test_a_number_that_nobody_used_is_the_key_of_what_is_new() -> None:
    made = follow(printed(DEFINITION, QUOTA), printed(DEFINITION, QUOTA, ACCESS))
    assert ids(made) == ["1", "2", "3"]


def test_a_number_is_never_used_again_for_another_text() -> None:
    made = follow(
        printed(DEFINITION, QUOTA, REVIEW),
        printed(DEFINITION, QUOTA),
        printed(DEFINITION, QUOTA, ACCESS),
        _3=DEMAND,
    )
    assert ids(made) == ["1", "2", "3-v3"]
    assert made.readings == {}


def test_a_clause_that_comes_back_word_for_word_is_the_same_and_a_draft() -> None:
    made = follow(
        printed(DEFINITION, QUOTA, REVIEW),
        printed(DEFINITION, REVIEW),
        printed(ACCESS, DEFINITION, QUOTA, REVIEW),
        _2=DEMAND,
    )
    assert ids(made) == ["1-v3", "1", "2", "3"]
    assert made.added == ("1-v3", "2")
    back = made.readings["2@3"]
    assert (back.issues, back.review) == (("I1",), Review.DRAFT)
    assert back.reason == (
        "carried over from version 1; the version before this one does not hold it"
    )


def test_a_moved_clause_keeps_its_id_and_reading() -> None:
    made = follow(
        printed(DEFINITION, QUOTA, REVIEW, BOARDING, LANDING),
        printed(BOARDING, DEFINITION, QUOTA, REVIEW, LANDING),
        _4=DEMAND,
    )
    assert ids(made) == ["4", "1", "2", "3", "5"]
    assert made.moved == ("4",)
    assert made.readings == {"4@2": DEMAND}


def test_a_modified_and_renumbered_clause_keeps_its_id_and_is_a_draft() -> None:
    changed = QUOTA.replace("shall be", "shall not be")
    made = follow(printed(DEFINITION, QUOTA), printed(ACCESS, DEFINITION, changed), _2=DEMAND)
    assert ids(made) == ["1-v2", "1", "2"]
    assert made.modified == made.drafts == ("2",)
    assert made.readings["2@2"].review is Review.DRAFT


def test_the_largest_part_of_a_split_clause_carries_it_on() -> None:
    shorter = "Costs are borne by the flag state."
    whole = f"{shorter} {BOARDING}"
    first = printed(QUOTA, whole, LANDING)
    made = follow(first, printed(QUOTA, shorter, BOARDING, LANDING), _2=OFFER)
    assert ids(made) == ["1", "2-v2", "2", "3"]
    assert made.split == {"2": ("2-v2", "2")}
    assert (made.added, made.modified, made.suppressed) == ((), (), ())
    assert made.drafts == ("2-v2", "2")
    for address in ("2-v2@2", "2@2"):
        reading = made.readings[address]
        assert (reading.issues, reading.review) == (("I2",), Review.DRAFT)
        assert reading.reason == "carried over from 2 of version 1, of which this is a part"


def test_what_joins_an_unchanged_text_is_no_part_of_it() -> None:
    made = follow(printed(QUOTA, BOARDING), printed(QUOTA, BOARDING, COSTS), _2=DEMAND)
    assert made.split == {}
    assert made.added == ("3",)
    assert made.readings == {"2@2": DEMAND}


def test_a_merged_clause_unites_what_was_read_and_leaves_open_what_differs() -> None:
    made = follow(
        printed(QUOTA, BOARDING, COSTS, LANDING), printed(QUOTA, BOTH, LANDING),
        _2=DEMAND, _3=OFFER,
    )  # fmt: skip
    assert ids(made) == ["1", "2", "4"]
    assert made.merged == {"2": ("2", "3")}
    assert (made.suppressed, made.modified) == ((), ())
    reading = made.readings["2@2"]
    assert (reading.topics, reading.issues) == (("1", "2"), ("I1", "I2"))
    assert (reading.force, reading.review, reading.note) == (None, Review.DRAFT, "as told")
    assert reading.reason == (
        "carried over from 2 and 3 of version 1, which are merged here;"
        " where their readings differ it is left open"
    )


def test_answers_follow_the_wording() -> None:
    given = (Answer("2", How.REFUSED, "u1"), Answer("3", How.ACCEPTED, "u2"))
    first = succeed(
        replace(printed(QUOTA, BOARDING, COSTS, LANDING), answers=given), proposal="A", number=1
    )
    renumbered = succeed(
        printed(ACCESS, QUOTA, BOARDING, COSTS, LANDING),
        proposal="A",
        number=2,
        predecessor=recorded(first),
    )
    assert [(a.clause, a.to_clause) for a in renumbered.answers] == [("2", "u1"), ("3", "u2")]
    merged = succeed(
        printed(QUOTA, BOTH, LANDING), proposal="A", number=2, predecessor=recorded(first)
    )
    assert [(a.clause, a.to_clause) for a in merged.answers] == [("2", "u1"), ("2", "u2")]
    split = succeed(
        printed(QUOTA, BOARDING, COSTS, LANDING),
        proposal="A",
        number=3,
        predecessor=recorded(first, merged),
    )
    assert [(a.clause, a.to_clause, a.version) for a in split.answers] == [
        ("2", "u1", "A@3"),
        ("2", "u2", "A@3"),
    ], "what was given together stays together until somebody takes it apart"
    assert ids(split) == ["1", "2", "3", "4"], "what was merged is known again"


def test_answers_of_others_to_what_is_gone_are_told() -> None:
    first = succeed(printed(QUOTA, BOARDING, COSTS, LANDING), proposal="A", number=1)
    answered = tuple(Answer(f"u{n}", How.REFUSED, str(n)) for n in range(1, 5))
    made = succeed(
        printed(BOTH, LANDING),
        proposal="A",
        number=2,
        predecessor=recorded(first, answered=answered),
    )
    assert made.suppressed == ("1",)
    assert [answer.to_clause for answer in made.loose] == ["1", "3"]


def test_a_heading_goes_on_above_its_clauses_and_elsewise_by_its_title() -> None:
    def outline(*articles: tuple[str, str, list[str]]) -> Tabled:
        clauses: list[Clause] = []
        for number, title, texts in articles:
            heading = f"{number}.h"
            clauses.append(
                Clause(
                    heading,
                    heading,
                    "",
                    f"Article {number} {title}".strip(),
                    reference=f"Article {number}",
                    unit=Unit.HEADING,
                )
            )
            clauses += [
                Clause(key := f"{number}.{n}", key, "", text, parent=heading,
                       reference=f"Article {number}({n})")
                for n, text in enumerate(texts, 1)
            ]  # fmt: skip
        return Tabled(tuple(clauses), {}, ids_stated=False)

    made = follow(
        outline(("1", "Terms", [DEFINITION]), ("2", "", [QUOTA, REVIEW]), ("3", "Ports", [ACCESS])),
        outline(
            ("1", "Landing", [LANDING]),
            ("2", "Terms used", [DEFINITION]),
            ("3", "", [QUOTA, REVIEW]),
            ("4", "Ports", [BOTH]),
        ),
    )
    headings = [clause for clause in made.clauses if clause.unit is Unit.HEADING]
    assert [clause.id for clause in headings] == ["1.h-v2", "1.h", "2.h", "3.h"]
    assert [clause.parent for clause in made.clauses if clause.parent] == [
        "1.h-v2", "1.h", "2.h", "2.h", "3.h",
    ]  # fmt: skip
    assert "2.h" in made.modified, "a heading that is a number alone differs in its number"
    assert "3.h" in made.unchanged
    assert "1.h" in made.modified


def test_a_footnote_never_carries_on_a_provision() -> None:
    made = follow(printed(DEFINITION, QUOTA), printed(DEFINITION, QUOTA, unit=Unit.FOOTNOTE))
    assert ids(made) == ["1-v2", "2-v2"]
    assert made.suppressed == ("1", "2")


def test_what_an_amendment_amends_tells_it_too() -> None:
    def proposed(*pairs: tuple[str, str]) -> Tabled:
        document = printed(*(text for _, text in pairs))
        clauses = (
            replace(clause, base_text=base)
            for clause, (base, _) in zip(document.clauses, pairs, strict=True)
        )
        return replace(document, clauses=tuple(clauses))

    made = follow(
        proposed((QUOTA, ""), (BOARDING, "")),
        proposed((ACCESS, ""), (BOARDING, ""), (QUOTA, "")),
        _2=DEMAND,
    )
    assert ids(made) == ["1-v2", "2", "1"]
    assert made.readings == {"2@2": DEMAND}


def test_a_reading_made_late_of_an_older_wording_is_no_reading_of_the_new_one() -> None:
    first = succeed(printed(QUOTA), proposal="A", number=1)
    second = succeed(
        printed(QUOTA.replace("one", "two")),
        proposal="A",
        number=2,
        predecessor=recorded(first),
    )
    before = recorded(replace(first, readings={"1@1": DEMAND}), second)
    again = printed(QUOTA.replace("one", "two"))
    third = succeed(again, proposal="A", number=3, predecessor=before)
    assert third.unchanged == ("1",)
    assert third.readings["1@3"].review is Review.DRAFT
    back = succeed(printed(QUOTA), proposal="A", number=3, predecessor=before)
    assert back.readings["1@3"].reason == (
        "carried over from version 1; version 2 worded it otherwise"
    )


WORDINGS = [
    *(DEFINITION, QUOTA, REVIEW, BOARDING, COSTS, ACCESS, LANDING, BOTH, "Deleted.", "Deleted."),
    QUOTA.replace("shall", "shall not"),
    ACCESS.replace("March", "May"),
    f"{LANDING} {ACCESS}",
]


@pytest.mark.parametrize("stated", [False, True])
@given(
    versions=st.lists(
        st.lists(st.sampled_from(WORDINGS), min_size=1, max_size=8), min_size=2, max_size=4
    )
)
@settings(max_examples=60)
def test_every_clause_has_one_fate_and_no_reading_strays(
    stated: bool, versions: list[list[str]]
) -> None:
    made: list[Succession] = []
    read_of: dict[str, set[str]] = {}
    for number, texts in enumerate(versions, 1):
        before = recorded(*made) if made else NO_PREDECESSOR
        document = replace(printed(*texts), ids_stated=stated)
        new = succeed(document, proposal="A", number=number, predecessor=before)
        held = ids(new)
        assert len(set(held)) == len(held), "an id stands at one clause"
        parts = [part for some in new.split.values() for part in some]
        fates = [*new.unchanged, *new.modified, *new.added, *parts, *new.merged]
        assert sorted(fates) == sorted(held), "each clause has one fate"
        sources = [source for some in new.merged.values() for source in some]
        left = [*new.unchanged, *new.modified, *new.suppressed, *new.split, *sources]
        assert sorted(left) == sorted(clause.id for clause in before.clauses.values())
        for id in new.suppressed:
            assert id not in held
        for clause in new.clauses:
            reading = new.readings.get(clause.address)
            if reading is not None and reading.review is Review.CONFIRMED:
                assert clause.text in read_of[reading.note], "what was confirmed is this text"
        notes = {c.address: DEMAND for c in new.clauses if c.address not in new.readings}
        for clause in new.clauses:
            read_of.setdefault(clause.address, set()).add(clause.text)
        fresh = {address: replace(one, note=address) for address, one in notes.items()}
        made.append(replace(new, readings={**new.readings, **fresh}))
