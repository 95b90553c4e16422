"""Issues that are given a status together: by their ids, or by the articles of a proposal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from negotiator.engine.status.references import Path, path_of, references
from negotiator.errors import Refused, Unknown
from negotiator.model import Clause, Issue, Reading, Review, Unit

# So many names are told one by one.
MOST_TOLD = 12


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An issue that a batch leaves out, and why.

    Args:
        issue: id of the issue.
        why: one phrase.
        partly: whether only some of its clauses are excepted, so that a person should look at it.
    """

    issue: str
    why: str
    partly: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """The issues that are set together, those left out, and what a person should look at.

    Args:
        issues: ids of the issues to set, in the negotiation's order.
        left_out: the issues that an exception keeps out, in the same order.
        warnings: one sentence each.
    """

    issues: tuple[str, ...]
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[str, ...] = ()


def of_issues(issues: Sequence[Issue], named: Iterable[str], excepted: Iterable[str] = ()) -> Batch:
    """Return the issues that ids and ranges of ids (`I08..I12`) name, without those excepted.

    A range goes by the negotiation's order of issues.

    Raises:
        Unknown: for an id that no issue has.
        Refused: for a range that runs backwards, an exception outside of what is chosen, or where
            nothing is left.
    """
    order = [one.id for one in issues]
    chosen = {id for name in named for id in _range(order, name)}
    out = {id: name for name in excepted for id in _range(order, name)}
    for id, name in out.items():
        if id not in chosen:
            raise Refused(
                f"{id} is not among the issues chosen, so it cannot be excepted", where=name
            )
    return Batch(
        _something([id for id in order if id in chosen and id not in out]),
        tuple(LeftOut(id, "excepted") for id in order if id in out),
    )


def _range(order: Sequence[str], name: str) -> Sequence[str]:
    if name in order:
        return [name]
    first, dots, last = name.partition("..")
    for one in (first, last) if dots else (name,):
        if one not in order:
            some = ", ".join(order[:MOST_TOLD]) or "none yet"
            raise Unknown(f"unknown issue “{one}”", remedy=f"on record: {some}")
    if order.index(first) > order.index(last):
        raise Refused(f"{first} comes after {last}", where=name, remedy=f"write {last}..{first}")
    return order[order.index(first) : order.index(last) + 1]


def of_clauses(
    issues: Sequence[Issue],
    filed: Sequence[tuple[Clause, Reading]],
    articles: Iterable[str],
    excepted: Iterable[str] = (),
) -> Batch:
    """Return the issues under which the clauses stand that printed references name.

    An issue is left out when one of its clauses is excepted; one that is only partly excepted is
    told as such, since it cannot be set by halves.

    Args:
        issues: all issues, in the negotiation's order.
        filed: the clauses of the version in force of one proposal, as they are read.
        articles: what is chosen: `8 to 12`, `10(5)`, a clause's printed reference or its id.
        excepted: what is left out of that.

    Raises:
        Refused: for a reference that no clause bears or that cannot be read, an exception outside
            of what is chosen, or where nothing is left.
    """
    provisions = _Provisions(filed)
    chosen = {id for text in articles for id in provisions.named(text)}
    out: set[str] = set()
    for text in excepted:
        named = provisions.named(text)
        if not chosen.intersection(named):
            raise Refused(f"“{text}” is not among the articles chosen, so it cannot be excepted")
        out.update(named)
    kept = {id: issue for id, issue in provisions.issues.items() if id in chosen - out}
    within = dict.fromkeys(one for some in kept.values() for one in some)
    touched = {one for id, some in provisions.issues.items() if id in chosen & out for one in some}
    order = [issue.id for issue in issues]
    found, left, warnings = list[str](), list[LeftOut](), list[str]()
    for issue in order:
        if issue not in within and issue not in touched:
            continue
        mine = [id for id, some in provisions.issues.items() if issue in some]
        if issue in touched:
            left.append(_left_out(issue, mine, chosen, out))
        else:
            found.append(issue)
            warnings += provisions.doubts(issue, mine, chosen)
    loose = [id for id, some in provisions.issues.items() if id in chosen - out and not some]
    if loose:
        warnings.append(f"{_listed(loose)} of what is chosen stand{_s(loose)} under no issue")
    return Batch(_something(found), tuple(left), tuple(warnings))


def _left_out(issue: str, mine: Sequence[str], chosen: set[str], out: set[str]) -> LeftOut:
    excepted = [id for id in mine if id in chosen & out]
    others = [id for id in mine if id in chosen - out]
    if not others:
        return LeftOut(issue, f"{_listed(excepted)} {'is' if _s(excepted) else 'are'} excepted")
    return LeftOut(issue, f"{_listed(excepted)} excepted, {_listed(others)} not", partly=True)


def _something(found: Sequence[str]) -> tuple[str, ...]:
    if not found:
        raise Refused("no issue is left to set", remedy="choose more, or except less")
    return tuple(found)


class _Provisions:
    """The clauses of a version, found by what is printed of them."""

    def __init__(self, filed: Sequence[tuple[Clause, Reading]]) -> None:
        self.readings = {clause.id: reading for clause, reading in filed}
        self.clauses: Mapping[str, Clause] = {clause.id: clause for clause, _ in filed}
        self.paths = {id: path_of(clause.reference) for id, clause in self.clauses.items()}
        self.issues = {
            clause.id: reading.issues
            for clause, reading in filed
            if clause.unit is not Unit.HEADING
        }

    def named(self, text: str) -> list[str]:
        """Return the ids of the provisions that a text names, with what stands below them."""
        try:
            return self._with_below(self._by_path(text))
        except Refused:
            found = self._with_below(self._by_name(text))
            if not found:
                raise
            return found

    def _by_path(self, text: str) -> set[str]:
        found: set[str] = set()
        for reference in references(text):
            for end in reference.ends:
                if not any(path and path[: len(end)] == end for path in self.paths.values()):
                    printed = [one.reference for one in self.clauses.values() if one.reference]
                    raise Refused(
                        f"no clause bears the reference {_printed(end)}",
                        where=reference.words,
                        remedy=f"printed are {_listed(list(dict.fromkeys(printed))) or 'none'}",
                    )
            found |= {id for id, path in self.paths.items() if path and reference.covers(path)}
        return found

    def _by_name(self, text: str) -> set[str]:
        """Return those whose id it is, or whose printed reference it is or begins."""
        wanted = text.strip()
        return {
            id
            for id, clause in self.clauses.items()
            if id == wanted or _begins(clause.reference.casefold(), wanted.casefold())
        }

    def _with_below(self, found: set[str]) -> list[str]:
        """Return the provisions among clauses, and those that stand below one of them."""
        for id, clause in self.clauses.items():
            if clause.parent in found:
                found.add(id)
        return [id for id in self.issues if id in found]

    def doubts(self, issue: str, mine: Sequence[str], chosen: set[str]) -> list[str]:
        """Return what a person should look at in an issue that is set."""
        beside = [id for id in mine if id not in chosen]
        drafts = [id for id in mine if id in chosen and _draft(self.readings[id])]
        found = []
        if beside:
            found.append(
                f"{issue}: {_listed(beside)} stand{_s(beside)} under it too, outside of the batch"
            )
        if drafts:
            found.append(f"{issue}: that {_listed(drafts)} stand{_s(drafts)} under it is a draft")
        return found


def _begins(printed: str, wanted: str) -> bool:
    rest = printed.removeprefix(wanted)
    return bool(wanted) and rest != printed and rest.lstrip()[:1] in ("", *",(¶–-:")


def _printed(path: Path) -> str:
    return "".join(
        f"({value})" if number and not kind else f" {kind} {value}".rstrip()
        for number, (kind, value) in enumerate(path)
    ).strip()


def _draft(reading: Reading) -> bool:
    return reading.review is Review.DRAFT


def _listed(ids: Sequence[str]) -> str:
    some = list(ids[:MOST_TOLD])
    more = f" and {len(ids) - MOST_TOLD} more" if len(ids) > MOST_TOLD else ""
    return f"{', '.join(some)}{more}"


def _s(ids: Sequence[str]) -> str:
    return "s" if len(ids) == 1 else ""
