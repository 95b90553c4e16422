"""Texts of two parties lined up: in any order, any number to any number, or alone."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.engine.alignment import Alignment, Passage, align_all, align_positions
from negotiator.engine.alignment.learning import Adjustment
from negotiator.model import Method, Relation

COD = "The total allowable catch of cod shall be set each year at 1,000 tonnes by the Commission."
COD_TOO = (
    "The total allowable catch of cod shall be set each year by the Joint Commission at no more "
    "than 900 tonnes."
)
PORTS = "Vessels of either Party may land their catch in the designated ports of the other Party."
PORTS_TOO = (
    "Fishing vessels may land their catch in designated ports of the other Party at any time."
)
COURT = (
    "Disputes on the interpretation of this Agreement shall be referred to an arbitral tribunal."
)
MESH = "Nets with a mesh of less than 120 millimetres are prohibited north of 62 degrees."


def passages(*texts: str, name: str = "n") -> list[Passage]:
    return [Passage(f"{name}{number}", text) for number, text in enumerate(texts, 1)]


def pairs(alignment: Alignment) -> set[tuple[str, str]]:
    return {(a, b) for link in alignment.links for a in link.left for b in link.right}


def test_clauses_meet_whatever_their_order() -> None:
    found = align_positions(
        passages(COD, PORTS, COURT), passages(MESH, PORTS_TOO, COD_TOO, name="u")
    )
    assert pairs(found) == {("n1", "u3"), ("n2", "u2")}
    assert found.left_alone == ("n3",)
    assert found.right_alone == ("u1",)


def test_one_article_is_answered_by_three_amendments_that_stand_together() -> None:
    three = (
        COD.replace("1,000", "900"),
        COD.replace("1,000", "800"),
        COD.replace("by the Commission", "by the Council"),
    )
    found = align_positions(passages(COD, PORTS), passages(*three, MESH, name="u"))
    assert pairs(found) == {("n1", "u1"), ("n1", "u2"), ("n1", "u3")}


def test_the_same_text_is_the_same_wherever_it_stands() -> None:
    found = align_positions(passages(COD, PORTS, MESH), passages(MESH, COD, name="u"))
    assert [(link.left, link.right, link.method, link.relation) for link in found.links] == [
        (("n1",), ("u2",), Method.SAME_TEXT, Relation.EQUIVALENT),
        (("n3",), ("u1",), Method.SAME_TEXT, Relation.EQUIVALENT),
    ]


def test_a_link_says_what_can_be_checked() -> None:
    (link,) = align_positions(passages(PORTS), passages(PORTS_TOO, name="u")).links
    assert link.method is Method.SIMILAR_TEXT
    assert any(
        "“ports”" in reason or "“landed”" in reason or "“vessels”" in reason
        for reason in link.reasons
    )
    assert any("in the same order" in reason for reason in link.reasons)


def test_ids_are_labels_and_never_evidence() -> None:
    left, right = passages(COD, PORTS), passages(PORTS_TOO, COD_TOO, name="u")
    swapped = [Passage(one.id, other.text) for one, other in zip(right, right[::-1], strict=True)]
    assert pairs(align_positions(left, right)) == {("n1", "u2"), ("n2", "u1")}
    assert pairs(align_positions(left, swapped)) == {("n1", "u1"), ("n2", "u2")}


def test_topics_speak_for_a_link_and_against_it() -> None:
    def score(ours: tuple[str, ...], theirs: tuple[str, ...]) -> float:
        left, right = [Passage("n", COD, topics=ours)], [Passage("u", COD_TOO, topics=theirs)]
        return max((link.score for link in align_positions(left, right).links), default=0.0)

    assert score(("quota",), ("quota",)) > score((), ("quota",)) > score(("quota",), ("ports",))


def test_where_words_say_nothing_a_topic_of_both_may_decide() -> None:
    ours = [Passage("n1", "NATO keeps its door open.", topics=("enlargement",))]
    theirs = [
        Passage("u1", "No former Soviet republic joins the alliance.", topics=("enlargement",)),
        Passage("u2", "Exercises are notified 42 days ahead.", topics=("exercises",)),
    ]
    (link,) = align_positions(ours, theirs).links
    assert (link.right, link.method, link.relation) == (
        ("u1",),
        Method.SAME_TOPIC,
        Relation.OVERLAPPING,
    )
    assert "both stand under topic enlargement" in link.reasons


def test_brackets_and_numbers_keep_two_texts_from_being_the_same() -> None:
    for other in (COD.replace("each year", "[each year]"), COD.replace("1,000", "1.000")):
        (link,) = align_positions(passages(COD), passages(other, name="u")).links
        assert (link.relation, link.method) == (Relation.OVERLAPPING, Method.SIMILAR_TEXT)
    (link,) = align_positions(passages(COD), passages(COD.replace("year at", "year, at"))).links
    assert (link.relation, link.method) == (Relation.EQUIVALENT, Method.SIMILAR_TEXT)


def test_nothing_is_lined_up_with_nothing() -> None:
    assert align_positions([], []) == Alignment((), (), ())
    assert align_positions(passages(COD), []) == Alignment((), ("n1",), ())
    assert align_positions(passages(""), passages("", name="u")).links == ()


def test_identical_clauses_by_the_hundred_meet_in_their_order() -> None:
    found = align_positions(passages(*[COD] * 400), passages(*[COD] * 399, name="u"))
    assert {(f"n{number}", f"u{number}") for number in range(1, 400)} <= pairs(found)
    assert found.left_alone == ("n400",)


def test_scripts_without_spaces_are_compared_too() -> None:
    ours = "缔约各方应当在每年三月底以前提交渔获量报告。"
    theirs = "缔约各方应当在每年六月底以前向委员会提交渔获量报告。"
    other = "船舶可以在夜间通过运河的水闸。"
    found = align_positions(passages(other, ours), passages(theirs, name="u"))
    assert pairs(found) == {("n2", "u1")}


def test_when_the_time_is_over_only_the_same_words_are_lined_up() -> None:
    left, right = passages(COD, PORTS), passages(PORTS_TOO, COD, name="u")
    found = align_positions(left, right, patience=lambda: True)
    assert pairs(found) == {("n1", "u2")}
    assert "deadline" in found.fallback
    assert align_positions(left, right).fallback == ""


def test_what_reviewers_taught_moves_the_score_that_a_link_needs() -> None:
    left, right = passages(COD, PORTS), passages(COD_TOO, name="u")
    (link,) = align_positions(left, right).links
    strict = Adjustment(shift=-9.0, slope=1.0, decisions=20)
    assert align_positions(left, right, adjustment=strict).links == ()
    mild = Adjustment(shift=0.5, slope=1.0, decisions=3)
    assert align_positions(left, right, adjustment=mild).links == (link,)


WORDS = st.sampled_from(
    "the Party shall not land cod in ports of any other Party before May 2024 unless told".split()
)
TEXTS = st.lists(st.lists(WORDS, min_size=0, max_size=12).map(" ".join), max_size=7)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_every_clause_is_linked_or_alone_and_sides_may_change_places(
    left: list[str], right: list[str]
) -> None:
    ours, theirs = passages(*left), passages(*right, name="u")
    found = align_positions(ours, theirs)
    linked = {id for link in found.links for id in link.left}
    assert linked | set(found.left_alone) == {one.id for one in ours}
    assert not linked & set(found.left_alone)
    linked = {id for link in found.links for id in link.right}
    assert linked | set(found.right_alone) == {one.id for one in theirs}
    assert not linked & set(found.right_alone)
    if left != right:
        swapped = align_positions(theirs, ours)
        assert {(b, a): link for a, b, link in scored(swapped)} == {
            (a, b): link for a, b, link in scored(found)
        }


def scored(alignment: Alignment) -> list[tuple[str, str, float]]:
    """Give every link with its score; of texts of different parties it is of two clauses."""
    return [(link.left[0], link.right[0], link.score) for link in alignment.links]


@settings(max_examples=25, deadline=None)
@given(TEXTS.filter(bool))
def test_a_text_against_itself_is_all_the_same(texts: list[str]) -> None:
    found = align_positions(passages(*texts), passages(*texts, name="u"))
    worded = {(f"n{at}", f"u{at}") for at, text in enumerate(texts, 1) if text}
    assert worded <= pairs(found)


def test_many_parties_are_lined_up_as_two_are() -> None:
    documents = [
        passages(COD, PORTS, COURT, name="a"),
        passages(PORTS_TOO, MESH, name="b"),
        passages(MESH, COD_TOO, name="c"),
    ]
    found = align_all(documents)
    assert set(found) == set(combinations(range(3), 2))
    for (one, other), alignment in found.items():
        assert pairs(alignment) == pairs(align_positions(documents[one], documents[other]))
    assert pairs(found[0, 2]) == {("a1", "c2")}


def test_nothing_is_lined_up_among_no_parties_or_one() -> None:
    assert align_all([]) == {}
    assert align_all([passages(COD)]) == {}
    assert align_all([passages(COD), []]) == {(0, 1): Alignment((), ("n1",), ())}


def test_when_the_time_is_over_many_parties_keep_their_same_words() -> None:
    documents = [passages(COD, PORTS), passages(PORTS_TOO, COD), passages(MESH)]
    found = align_all(documents, patience=lambda: True)
    assert pairs(found[0, 1]) == {("n1", "n2")}
    assert all("deadline" in alignment.fallback for alignment in found.values())


@settings(max_examples=25, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=4, unique_by=tuple), st.data())
def test_the_order_of_parties_makes_no_difference(
    texts: list[list[str]], data: st.DataObject
) -> None:
    documents = [passages(*one) for one in texts]
    turn = data.draw(st.permutations(range(len(documents))))
    found = align_all(documents)
    turned = align_all([documents[number] for number in turn])
    for one, other in combinations(range(len(turn)), 2):
        left, right = turn[one], turn[other]
        if left < right:
            assert turned[one, other] == found[left, right]
        else:
            assert sorted(scored(turned[one, other])) == sorted(
                (b, a, score) for a, b, score in scored(found[right, left])
            )
    for (one, other), alignment in found.items():
        for number, at, alone in (
            (one, 0, alignment.left_alone),
            (other, 1, alignment.right_alone),
        ):
            linked = {link[at] for link in scored(alignment)}
            assert linked | set(alone) == {passage.id for passage in documents[number]}
            assert not linked & set(alone)
