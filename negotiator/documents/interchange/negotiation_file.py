"""A negotiation in the interchange format: parties, topics, issues, events, sources."""

from __future__ import annotations

from dataclasses import dataclass

from negotiator.documents.interchange.fields import Problems, Taker, Where, once
from negotiator.documents.interchange.nodes import Fields, Items, Node, Scalar
from negotiator.documents.interchange.parts import check_parents, take_format, take_sources
from negotiator.model import (
    Event,
    EventKind,
    Issue,
    Membership,
    Negotiation,
    Party,
    PartyKind,
    Topic,
)


@dataclass(frozen=True, slots=True)
class NegotiationFile:
    """What a file says about who negotiates about what."""

    negotiation: Negotiation
    where: Where


def read(file: str, root: Node) -> NegotiationFile:
    """Return the negotiation that a file states.

    Raises:
        Refused: with every problem of the file.
    """
    problems = Problems(file)
    top = Taker(root, "", problems)
    take_format(top, required=True)
    head = top.part("negotiation")
    title = forum = rule = note = ""
    if head is not None:
        title = head.text("title", required=True)
        forum, rule, note = head.text("forum"), head.text("rule"), head.text("note")
        head.done()
    negotiation = Negotiation(
        title=title,
        forum=forum,
        rule=rule,
        note=note,
        parties=_parties(top),
        topics=_topics(top),
        issues=_issues(top),
        events=_events(top),
        sources=take_sources(top),
    )
    top.done()
    return NegotiationFile(negotiation, problems.settle())


def _parties(top: Taker) -> tuple[Party, ...]:
    found: list[Party] = []
    seen: dict[str, str] = {}
    for taker in top.parts("parties"):
        code = taker.label("code", required=True)
        once(taker, "code", code, seen)
        party = Party(
            code=code,
            name=taker.text("name", required=True),
            side=taker.text("side") or code,
            kind=taker.word("kind", PartyKind) or PartyKind.STATE,
            short=taker.text("short"),
            aliases=taker.texts("aliases"),
            member_of=_memberships(taker),
            role=taker.text("role"),
        )
        if any(membership.of == code for membership in party.member_of):
            taker.wrong("member_of", f"“{code}” would be a member of itself", "leave it out")
        found.append(party)
        taker.done()
    return tuple(found)


def _memberships(taker: Taker) -> tuple[Membership, ...]:
    """Take memberships: codes, or entries with `of`, `since`, `until` and `counts`."""
    node = taker.take("member_of")
    if node is None:
        return ()
    found: list[Membership] = []
    for index, item in enumerate(node.items if isinstance(node, Items) else [node]):
        place = f"{taker.at('member_of')}[{index}]"
        taker.problems.lines[place] = item.line
        if isinstance(item, Scalar):
            found.append(Membership(item.text or ""))
        elif isinstance(item, Fields):
            entry = Taker(item, place, taker.problems)
            of = entry.label("of", required=True)
            since, until = entry.day("since"), entry.day("until")
            if since and until and until < since:
                entry.wrong("until", f"{until} is before {since}", "correct one of them")
            found.append(Membership(of, since, until, entry.flag("counts")))
            entry.done()
        else:
            taker.problems.add(place, "must be a code", "name one party")
    return tuple(found)


def _topics(top: Taker) -> tuple[Topic, ...]:
    found: list[Topic] = []
    seen: dict[str, str] = {}
    for taker in top.parts("topics"):
        code = taker.label("code", required=True)
        once(taker, "code", code, seen)
        found.append(
            Topic(
                code=code,
                label=taker.text("label", required=True),
                parent=taker.text("parent") or None,
                definition=taker.text("definition"),
                keywords=taker.texts("keywords"),
            )
        )
        taker.done()
    places = {code: f"{place}.parent" for code, place in seen.items()}
    check_parents(top.problems, {topic.code: topic.parent for topic in found}, places)
    return tuple(found)


def _issues(top: Taker) -> tuple[Issue, ...]:
    found: list[Issue] = []
    seen: dict[str, str] = {}
    for taker in top.parts("issues"):
        id = taker.label("id", required=True)
        once(taker, "id", id, seen)
        topic = taker.text("topic", required=True)
        found.append(Issue(id, topic, taker.text("question", required=True)))
        taker.done()
    return tuple(found)


def _events(top: Taker) -> tuple[Event, ...]:
    found: list[Event] = []
    seen: dict[str, str] = {}
    for number, taker in enumerate(top.parts("events"), 1):
        id = taker.label("id") or f"EV{number}"
        once(taker, "id", id, seen)
        starts, ends = taker.day("date", required=True), taker.day("until")
        label = taker.text("label", required=True)
        if starts and ends and ends < starts:
            taker.wrong("until", f"{ends} is before {starts}", "correct one of them")
        kind = taker.word("kind", EventKind) or EventKind.EVENT
        sources = taker.texts("sources")
        if starts:
            found.append(Event(id, label, starts, ends, kind, sources))
        taker.done()
    return tuple(found)
