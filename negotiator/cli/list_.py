"""`negotiator list`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from negotiator.cli.options import (
    bench,
    deliver,
    format_option,
    output_option,
    terminal_width,
    view,
    view_options,
)

if TYPE_CHECKING:
    from negotiator.workbench.bench import Bench
    from negotiator.workbench.looking import View

Rows = Sequence[Sequence[str]]
Listing = tuple[list[dict[str, Any]], list[str], Rows]

KINDS = [
    "parties",
    "proposals",
    "versions",
    "topics",
    "issues",
    "clauses",
    "rounds",
    "sources",
    "decisions",
]


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@view_options
@format_option("table", "json")
@output_option
@click.pass_context
def command(ctx: click.Context, /, kind: str, format_: str, output: str, **chosen: Any) -> None:
    """List what is on record.

    The clauses and versions listed are all of them, or with --as-of those in force on that day.
    """
    from negotiator.render import data, terminal
    from negotiator.workbench import looking

    with bench(ctx) as desk:
        looking.check(desk, view(**chosen))
        items, headers, rows = LISTINGS[kind](desk, view(**chosen))
    if format_ == "json":
        deliver(data.text(items), output)
    else:
        grid = terminal.table(headers, rows, fixed=headers[:1])
        deliver(terminal.write(grid, width=terminal_width()), output)


def _parties(desk: Bench, _: View) -> Listing:
    from negotiator.render import data
    from negotiator.workbench import looking

    parties = looking.negotiation(desk).parties
    return (
        [data.party(party) for party in parties],
        ["Code", "Name", "Kind", "Side", "Member of"],
        [
            (p.code, p.name, p.kind.value, p.side, ", ".join(m.of for m in p.member_of))
            for p in parties
        ],
    )


def _proposals(desk: Bench, chosen: View) -> Listing:
    from negotiator.workbench import looking

    versions = [
        version
        for version in looking.versions(desk, as_of=chosen.as_of, known_by=chosen.known_by)
        if not chosen.parties or set(chosen.parties) & set(version.parties)
    ]
    keys = dict.fromkeys(version.proposal for version in versions)
    lines = [[version for version in versions if version.proposal == key] for key in keys]
    items = [
        {
            "key": line[-1].proposal,
            "title": line[-1].title,
            "parties": list(line[-1].parties),
            "genre": line[-1].genre,
            "versions": [version.id for version in line],
            "withdrawn": [version.id for version in line if version.withdrawn],
        }
        for line in lines
    ]
    rows = [
        (
            str(item["key"]),
            ", ".join(line[-1].parties),
            str(len(line)),
            str(line[-1].issued or "not stated"),
            line[-1].title,
        )
        for item, line in zip(items, lines, strict=True)
    ]
    return items, ["Key", "Party", "Versions", "Issued", "Title"], rows


def _versions(desk: Bench, chosen: View) -> Listing:
    from negotiator.render import data
    from negotiator.workbench import looking

    versions = [
        version
        for version in looking.versions(desk, as_of=chosen.as_of, known_by=chosen.known_by)
        if not chosen.parties or set(chosen.parties) & set(version.parties)
    ]
    rows = [
        (
            version.id,
            ", ".join(version.parties),
            str(version.issued or "not stated"),
            ("WITHDRAWN: " if version.withdrawn else "") + version.title,
        )
        for version in versions
    ]
    return [data.version(one) for one in versions], ["Version", "Party", "Issued", "Title"], rows


def _topics(desk: Bench, _: View) -> Listing:
    from negotiator.render import data
    from negotiator.workbench import looking

    topics = looking.negotiation(desk).topics
    rows = [(topic.code, topic.parent or "", topic.label) for topic in topics]
    return [data.topic(topic) for topic in topics], ["Code", "Under", "Topic"], rows


def _issues(desk: Bench, chosen: View) -> Listing:
    from negotiator.render import data
    from negotiator.workbench import looking

    issues = [
        issue
        for issue in looking.negotiation(desk).issues
        if not chosen.topics or issue.topic in chosen.topics
    ]
    rows = [(issue.id, issue.topic, issue.question) for issue in issues]
    return [data.issue(issue) for issue in issues], ["Issue", "Topic", "Question"], rows


def _clauses(desk: Bench, chosen: View) -> Listing:
    from negotiator.render import data, terminal
    from negotiator.workbench import looking

    found = looking.clauses(
        desk,
        as_of=chosen.as_of,
        known_by=chosen.known_by,
        parties=chosen.parties,
        topics=chosen.topics,
        issues=chosen.issues,
    )
    items = [data.clause(one.clause, one.reading, one.version, one.answers) for one in found]
    rows = [
        (
            one.clause.address,
            ", ".join(one.version.parties),
            terminal.act(one.reading),
            ", ".join(one.reading.issues) or "unfiled",
            terminal.said(one.clause, one.reading),
        )
        for one in found
    ]
    return items, ["Clause", "Party", "Force", "Issues", "Text"], rows


def _rounds(desk: Bench, _: View) -> Listing:
    from negotiator.render import data
    from negotiator.workbench import looking

    events = looking.negotiation(desk).events
    rows = [
        (e.id, e.kind.value, f"{e.starts}{f' to {e.ends}' if e.ends else ''}", e.label)
        for e in events
    ]
    return [data.event(event) for event in events], ["Id", "Kind", "Date", "What"], rows


def _sources(desk: Bench, _: View) -> Listing:
    from negotiator.render import data
    from negotiator.workbench import looking

    sources = looking.negotiation(desk).sources
    rows = [(source.id, source.address, source.shows) for source in sources]
    return [data.source(one) for one in sources], ["Source", "Address", "Shows"], rows


def _decisions(desk: Bench, _: View) -> Listing:
    from negotiator.render import data
    from negotiator.workbench import looking

    decisions = looking.decisions(desk)
    rows = [
        (
            str(one.id),
            f"{one.subject} {one.subject_id}",
            ", ".join(text for key, text in one.outcome.items() if key != "evidence"),
            one.by,
            one.note,
        )
        for one in decisions
    ]
    headers = ["No", "On", "Decision", "By", "Note"]
    return [data.decision(one) for one in decisions], headers, rows


LISTINGS: dict[str, Callable[[Bench, View], Listing]] = {
    "parties": _parties,
    "proposals": _proposals,
    "versions": _versions,
    "topics": _topics,
    "issues": _issues,
    "clauses": _clauses,
    "rounds": _rounds,
    "sources": _sources,
    "decisions": _decisions,
}
