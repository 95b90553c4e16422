"""Two texts side by side, made by hand: what the tests of the renderings show."""

from __future__ import annotations

from collections.abc import Sequence

from negotiator.engine.alignment import Alignment, Link
from negotiator.engine.changes import Change
from negotiator.engine.changes import ChangeKind as Kind
from negotiator.engine.wording import redline
from negotiator.model import Clause, Method, Relation, Version
from negotiator.render.alignment import Side, SideBySide


def clause(key: str, text: str, reference: str = "", **more: object) -> Clause:
    return Clause(key, key, "", text, reference=reference, **more)  # type: ignore[arg-type]


def side(*clauses: Clause, title: str = "", file: str = "draft.md", party: str = "") -> Side:
    version = Version("", 0, title, (party,) if party else (), file_name=file)
    return Side(version, clauses)


def link(left: str, right: str, score: float = 0.8, reasons: Sequence[str] = ()) -> Link:
    return Link(
        tuple(left.split()),
        tuple(right.split()),
        Relation.OVERLAPPING,
        Method.SIMILAR_TEXT,
        score,
        tuple(reasons),
    )


def parties(left: Side, right: Side, *links: Link) -> SideBySide:
    ours = {id for one in links for id in one.left}
    theirs = {id for one in links for id in one.right}
    return SideBySide(
        left,
        right,
        Alignment(
            links,
            tuple(one.key for one in left.clauses if one.key not in ours),
            tuple(one.key for one in right.clauses if one.key not in theirs),
        ),
    )


def change(kinds: Sequence[Kind], old: Clause | None, new: Clause | None) -> Change:
    marked = redline(old.text, new.text) if old and new and old.text != new.text else None
    return Change(tuple(kinds), old, new, marked)


def two_versions(*changes: Change) -> SideBySide:
    old = dict.fromkeys(one.old for one in changes if one.old)
    new = dict.fromkeys(one.new for one in changes if one.new)
    links = tuple(link(one.old.key, one.new.key) for one in changes if one.old and one.new)
    return SideBySide(
        side(*old, file="before.md"),
        side(*new, file="after.md"),
        Alignment(
            links,
            tuple(one.old.key for one in changes if one.old and not one.new),
            tuple(one.new.key for one in changes if one.new and not one.old),
        ),
        changes,
    )


FIRST = "Each Party shall report its catches every month."
SECOND = "The Secretariat shall publish the reports."


def split(second: str = SECOND) -> SideBySide:
    whole, one, other = clause("4", f"{FIRST} {SECOND}"), clause("4", FIRST), clause("5", second)
    return two_versions(change([Kind.SPLIT], whole, one), change([Kind.SPLIT], whole, other))


EVIL = '<script>alert(1)</script><img src=x onerror=alert(1)>" onclick="x'


def every_change(number: int = 150) -> SideBySide:
    """Return two versions in which every kind of change occurs, the commonest so many times."""
    changes = [
        change([Kind.UNCHANGED], clause(f"u{n}", f"Text {n}."), clause(f"u{n}", f"Text {n}."))
        for n in range(number)
    ]
    changes += [
        change([Kind.MODIFIED], clause(f"m{n}", f"May {n} fish."), clause(f"m{n}", "May not fish."))
        for n in range(number)
    ]
    changes += split().changes or ()
    changes += [
        change([Kind.ADDED], None, clause("add", EVIL, EVIL)),
        change([Kind.SUPPRESSED], clause("sup", "Forces shall \u202enot\u202c leave."), None),
    ]
    return two_versions(*changes)
