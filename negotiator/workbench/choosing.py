"""Issues that are chosen together: by their ids, by topic, or by the articles of a proposal."""

from __future__ import annotations

from dataclasses import dataclass

from negotiator.engine.calendar import current_versions
from negotiator.engine.status import Batch, of_clauses, of_issues
from negotiator.errors import Misused
from negotiator.model import KnownBy, Reading
from negotiator.store.archive import Archive
from negotiator.workbench.looking import topics_below
from negotiator.workbench.setup import find


@dataclass(frozen=True, slots=True)
class Choice:
    """Which issues are set together; exactly one of issues, topics and articles is given.

    Args:
        issues: ids and ranges of ids: `I08..I12`.
        topics: codes of topics; what stands below them is chosen too.
        articles: printed references of clauses: `8 to 12`.
        excepted: issues or, with articles, printed references that are left out.
        proposal: key of the proposal that the articles are of; empty for the only one there is.
    """

    issues: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    excepted: tuple[str, ...] = ()
    proposal: str = ""

    def words(self, status: str) -> str:
        """Return the batch in words, empty for a single issue named by its id.

        Args:
            status: what is asserted of it, which stands between what is chosen and the exception.
        """
        if len(self.issues) == 1 and ".." not in self.issues[0]:
            return ""
        if self.articles:
            list_ = ", ".join(self.articles)
            named = list_ if not list_[:1].isdigit() else f"articles {list_}"
            chosen = f"{self.proposal}: {named}"
        elif self.topics:
            chosen = f"topic {', '.join(self.topics)}"
        else:
            chosen = ", ".join(self.issues)
        left_out = f" except {', '.join(self.excepted)}" if self.excepted else ""
        return f"{chosen} {status}{left_out}"


def chosen_issues(archive: Archive, choice: Choice) -> Batch:
    """Return the issues that a choice comes to, and those that its exceptions keep out.

    Articles are those of the version in force; an issue is chosen when clauses that are read as
    standing under it are.

    Raises:
        Unknown: for an issue, topic or proposal that is not on record.
        Refused: when a reference matches nothing, or when nothing is left.
        Misused: when nothing, or more than one kind of thing, is chosen.
    """
    given = [kind for kind in (choice.issues, choice.topics, choice.articles) if kind]
    if len(given) != 1:
        raise Misused(
            "choose issues by their ids, or by topic, or by articles",
            remedy="write I08..I12, or --topic CODE, or --proposal KEY --articles '8 to 12'",
        )
    if choice.proposal and not choice.articles:
        raise Misused("--proposal goes with --articles", where=choice.proposal)
    negotiation = archive.negotiation()
    issues = negotiation.issues
    if choice.issues:
        return of_issues(issues, choice.issues, choice.excepted)
    if choice.topics:
        topics = topics_below(negotiation.topics, choice.topics)
        under = [one.id for one in issues if one.topic in topics]
        return of_issues(issues, under, choice.excepted)
    version = find(
        "proposal",
        choice.proposal,
        {one.proposal: one for one in current_versions(archive.versions(), None, KnownBy.ISSUED)},
    )
    clauses = archive.clauses(versions=[version.id])
    readings = archive.readings(versions=[version.id])
    filed = [(clause, readings.get(clause.address, Reading())) for clause in clauses]
    return of_clauses(issues, filed, choice.articles, choice.excepted)


def completed(archive: Archive, choice: Choice) -> Choice:
    """Return a choice of articles with the proposal named where there is only one.

    Raises:
        Misused: when there are several.
    """
    if not choice.articles or choice.proposal:
        return choice
    keys = [one.proposal for one in current_versions(archive.versions(), None, KnownBy.ISSUED)]
    if len(keys) != 1:
        raise Misused(
            "say of which proposal the articles are",
            remedy=f"--proposal KEY, one of {', '.join(keys) or 'none yet'}",
        )
    return Choice(articles=choice.articles, excepted=choice.excepted, proposal=keys[0])
