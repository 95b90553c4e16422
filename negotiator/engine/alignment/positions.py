"""Texts of different parties, without a common base, lined up: any number to any number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from negotiator.engine.alignment.assignment import Pair
from negotiator.engine.alignment.candidates import Search, apart, same_words
from negotiator.engine.alignment.choosing import THRESHOLD, choose
from negotiator.engine.alignment.crowd import together
from negotiator.engine.alignment.evidence import around, evidence
from negotiator.engine.alignment.learning import AS_FITTED, Adjustment
from negotiator.engine.alignment.link import Alignment, Link
from negotiator.engine.alignment.passage import Passage
from negotiator.engine.alignment.reasons import THE_SAME, reasons
from negotiator.engine.alignment.signals import Documents
from negotiator.engine.alignment.surroundings import Support
from negotiator.engine.alignment.topics import with_topics
from negotiator.engine.alignment.weighing import scale
from negotiator.engine.patience import Patience, endless
from negotiator.engine.wording import editorial
from negotiator.model import Method, Relation

# A score of 1 is for what a person or a document states.
HIGHEST = 0.999
OUT_OF_TIME = (
    "the deadline was hit: only clauses with the same text were lined up, others were not compared"
)


def align_positions(
    left: Sequence[Passage],
    right: Sequence[Passage],
    *,
    adjustment: Adjustment = AS_FITTED,
    patience: Patience = endless,
) -> Alignment:
    """Line up the clauses of two parties.

    The result is the same, mirrored, when the sides change places.

    Args:
        left: the clauses of one side, in document order; ids unique.
        right: those of the other.
        adjustment: what reviewers taught; it moves the score that a link needs. Scores stay as
            they were fitted.
        patience: tells when the time is over.
    """
    # What is equally good is chosen by its place: the sides always go in the same way round.
    if _weight(left) > _weight(right):
        turned = align_positions(right, left, adjustment=adjustment, patience=patience)
        return mirrored(turned, left, right)
    documents = Documents((left, right))
    return _aligned((left, right), documents, (0, 1), apart(documents), adjustment, patience)


def align_all(
    documents: Sequence[Sequence[Passage]],
    *,
    adjustment: Adjustment = AS_FITTED,
    patience: Patience = endless,
) -> dict[tuple[int, int], Alignment]:
    """Line up every two of several documents, by the numbers of both.

    Terms are weighed once, among all of them, so that a word that all parties use tells less;
    each text looks for its likest in all documents at once; and what two texts have in common is
    looked at once, however many parties say the same. In whichever order the documents come, the
    links are the same.

    Args:
        documents: the clauses of each; ids unique within a document.
        adjustment: what reviewers taught.
        patience: tells when the time is over.
    """
    order = sorted(range(len(documents)), key=lambda number: _weight(documents[number]))
    sides = [documents[number] for number in order]
    taken = Documents(sides)
    search = together(taken, patience)
    found: dict[tuple[int, int], Alignment] = {}
    for one, other in combinations(range(len(sides)), 2):
        aligned = _aligned(sides, taken, (one, other), search, adjustment, patience)
        left, right = order[one], order[other]
        if left > right:
            left, right = right, left
            aligned = mirrored(aligned, documents[left], documents[right])
        found[left, right] = aligned
    return {pair: found[pair] for pair in combinations(range(len(documents)), 2)}


def mirrored(alignment: Alignment, left: Sequence[Passage], right: Sequence[Passage]) -> Alignment:
    """Return an alignment with the sides exchanged, its links in the order of the new left side."""
    rows = {passage.id: at for at, passage in enumerate(left)}
    columns = {passage.id: at for at, passage in enumerate(right)}
    links = [replace(link, left=link.right, right=link.left) for link in alignment.links]
    return replace(
        alignment,
        links=tuple(sorted(links, key=lambda link: (rows[link.left[0]], columns[link.right[0]]))),
        left_alone=alignment.right_alone,
        right_alone=alignment.left_alone,
    )


def _weight(side: Sequence[Passage]) -> tuple[int, list[tuple[str, str, tuple[str, ...]]]]:
    return len(side), [(passage.text, passage.heading, passage.topics) for passage in side]


def _aligned(
    sides: Sequence[Sequence[Passage]],
    documents: Documents,
    pair: Pair,
    search: Search,
    adjustment: Adjustment,
    patience: Patience,
) -> Alignment:
    left, right = pair
    weights = scale(documents, left, right)
    found = evidence(documents, left, right, names=weights.names, search=search, patience=patience)
    ours, theirs = sides[left], sides[right]
    if not found.complete:
        same = [
            (row, column)
            for row, column in same_words(documents, left, right)
            if ours[row].text == theirs[column].text
        ]
        links = [
            Link(
                (ours[row].id,),
                (theirs[column].id,),
                Relation.EQUIVALENT,
                Method.SAME_TEXT,
                HIGHEST,
                (THE_SAME,),
            )
            for row, column in same
        ]
        return _alignment(ours, theirs, same, links, OUT_OF_TIME)
    first = {pair: weights.first(values) for pair, values in found.wording.items()}
    values = around(documents, left, right, found, first, weights.names)
    by_wording = {pair: weights.whole(signals) for pair, signals in values.items()}
    scores = _with_topics(documents, left, right, by_wording)
    siblings = (documents.pairs.between(left, left), documents.pairs.between(right, right))
    support = Support(first)
    threshold = adjustment.needed(THRESHOLD)
    chosen = sorted(choose(scores, siblings, threshold))
    links = []
    for row, column in chosen:
        passages = ours[row], theirs[column]
        relation, method = _kind(*passages, by_wording[row, column] >= threshold)
        signals = dict(zip(weights.names, values[row, column], strict=True))
        signals["support in order"] = support.in_order(row, column)
        why = reasons(documents, (left, row), (right, column), signals, passages)
        score = round(min(scores[row, column], HIGHEST), 3)
        links.append(Link((passages[0].id,), (passages[1].id,), relation, method, score, why))
    return _alignment(ours, theirs, chosen, links)


def _with_topics(
    documents: Documents, left: int, right: int, by_wording: Mapping[Pair, float]
) -> dict[Pair, float]:
    found = dict(by_wording)
    if not any(documents.topics[left]) or not any(documents.topics[right]):
        return found
    alike = documents.glance(left, right)
    for (row, column), score in by_wording.items():
        topics = documents.topics[left][row], documents.topics[right][column]
        if all(topics):
            found[row, column] = with_topics(score, alike(row, column), *topics)
    return found


def _kind(one: Passage, other: Passage, wording_decides: bool) -> tuple[Relation, Method]:
    """Return how two linked clauses stand to each other, and what lined them up.

    Equivalent is said of nothing that differs in more than punctuation, case and spacing; brackets,
    numbers and signs are more.
    """
    if one.text == other.text:
        return Relation.EQUIVALENT, Method.SAME_TEXT
    same = editorial(one.text, other.text)
    relation = Relation.EQUIVALENT if same else Relation.OVERLAPPING
    return relation, Method.SIMILAR_TEXT if wording_decides else Method.SAME_TOPIC


def _alignment(
    ours: Sequence[Passage],
    theirs: Sequence[Passage],
    chosen: Sequence[Pair],
    links: Sequence[Link],
    fallback: str = "",
) -> Alignment:
    rows, columns = {row for row, _ in chosen}, {column for _, column in chosen}
    return Alignment(
        tuple(links),
        tuple(one.id for at, one in enumerate(ours) if at not in rows),
        tuple(one.id for at, one in enumerate(theirs) if at not in columns),
        fallback,
    )
