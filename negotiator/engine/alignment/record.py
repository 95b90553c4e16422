"""The links on record: the machine's drafts and, before them, what people decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from negotiator.engine.alignment.settled import Settled, link_id
from negotiator.engine.cells import PlacedClause
from negotiator.model import LinkDraft, LinkState, Method, Relation


@dataclass(frozen=True, slots=True)
class RecordedLink:
    """Two clauses of different parties that were lined up, and what is decided on it.

    Args:
        left: the clause of the party that comes first in the negotiation's order, as in force.
        right: the clause of the other.
        state: draft, confirmed, refused, or stale: confirmed on wording that has changed since.
        relation: how the two stand to each other as far as that is known.
        method: what lined them up.
        score: 0 to 1, how likely the link is right; 1 for what a person lined up by hand, None
            for what nobody lined up and a person refused.
        fitted: the machine's score before it learned from decisions, None where it has none.
        reasons: the machine's sentences that can be checked against the two texts.
        left_seen: address of the wording that was lined up or decided on.
        right_seen: that of the other.
        since: what changed since the decision, one sentence; empty where nothing has.
    """

    left: PlacedClause
    right: PlacedClause
    state: LinkState
    relation: Relation
    method: Method
    score: float | None
    fitted: float | None
    reasons: tuple[str, ...]
    left_seen: str
    right_seen: str
    since: str = ""

    @property
    def id(self) -> str:
        """Return what names the link, in whatever version its clauses stand."""
        return link_id(self.left.clause.id, self.right.clause.id)


@dataclass(frozen=True, slots=True)
class Wordings:
    """The clauses that are lined up, in every version.

    Args:
        in_force: the wording in force of each clause by its id, in the stated order of the parties
            and then of the documents.
        all: every wording by its address.
    """

    in_force: Mapping[str, PlacedClause]
    all: Mapping[str, PlacedClause]

    def last(self, id: str) -> PlacedClause:
        """Return the last wording of a clause that is on record."""
        wordings = [one for one in self.all.values() if one.clause.id == id]
        return max(wordings, key=lambda one: one.version.number)


def recorded_links(
    drafts: Iterable[LinkDraft], settled: Mapping[str, Settled], wordings: Wordings
) -> tuple[RecordedLink, ...]:
    """Return every link on record, in the order of the left clauses, then of the right.

    What people decided goes before what the machine drafts, and is never left out: a clause that
    the version in force holds no more stands with the wording decided on.

    Args:
        drafts: what the machine lined up.
        settled: what people decided, by the links' ids.
        wordings: the clauses of both.
    """
    place = {id: number for number, id in enumerate(wordings.in_force)}
    last = len(place)
    by_id = {link_id(draft.left, draft.right): draft for draft in drafts}
    links = [
        *(_drafted(draft, wordings) for id, draft in by_id.items() if id not in settled),
        *(_decided(one, by_id.get(id), place, wordings) for id, one in settled.items()),
    ]
    return tuple(
        sorted(
            links,
            key=lambda link: (
                place.get(link.left.clause.id, last),
                place.get(link.right.clause.id, last),
                link.id,
            ),
        )
    )


def hardest_first(links: Iterable[RecordedLink], threshold: float) -> tuple[RecordedLink, ...]:
    """Return links in the order in which a person should look at them.

    First those confirmed on wording that changed since, then the others by how near their score is
    to the one that a link needs.

    Args:
        links: in any order, which stands between equals.
        threshold: the score that a link needs.
    """
    return tuple(
        sorted(
            links,
            key=lambda link: (
                link.state is not LinkState.STALE,
                # What differs less is a tie, whatever the last digits of a machine say.
                round(abs((link.score or 0.0) - threshold), 9),
            ),
        )
    )


def _drafted(draft: LinkDraft, wordings: Wordings) -> RecordedLink:
    return RecordedLink(
        left=_standing(draft.left, draft.left_wording, wordings),
        right=_standing(draft.right, draft.right_wording, wordings),
        state=LinkState.DRAFT,
        relation=draft.relation,
        method=draft.method,
        score=draft.score,
        fitted=draft.fitted,
        reasons=draft.reasons,
        left_seen=draft.left_wording,
        right_seen=draft.right_wording,
    )


def _decided(
    one: Settled, draft: LinkDraft | None, place: Mapping[str, int], wordings: Wordings
) -> RecordedLink:
    ends = [(one.left, one.left_wording), (one.right, one.right_wording)]
    ends.sort(key=lambda end: place.get(end[0], len(place)))
    left, right = (_standing(id, seen, wordings) for id, seen in ends)
    since = _since(one, ends, wordings)
    # What the machine says of the wordings in force, else what it said when they were decided on.
    score, fitted = (draft.score, draft.fitted) if draft else (one.fitted, one.fitted)
    if one.confirmed and one.method is Method.BY_HAND:
        score = 1.0
    return RecordedLink(
        left=left,
        right=right,
        state=LinkState.STALE if since and one.confirmed else one.state,
        relation=one.relation,
        method=one.method,
        score=score,
        fitted=fitted,
        reasons=draft.reasons if draft else (),
        left_seen=ends[0][1],
        right_seen=ends[1][1],
        since=since,
    )


def _standing(id: str, seen: str, wordings: Wordings) -> PlacedClause:
    return wordings.in_force.get(id) or wordings.all[seen]


def _since(one: Settled, ends: Sequence[tuple[str, str]], wordings: Wordings) -> str:
    """Return what changed of the wordings that a person decided on."""
    changed = []
    for id, seen in ends:
        now = wordings.in_force.get(id)
        if now is None:
            changed.append(f"wording {seen}, which is no longer in force")
        elif now.clause.substance != wordings.all[seen].clause.substance:
            changed.append(f"wording {seen}, now {now.clause.address}")
    return f"{one.state.value} on {' and '.join(changed)}" if changed else ""
