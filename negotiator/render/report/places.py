"""What stands where on the page, so that every clause and issue that is cited is a link."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup

from negotiator.engine.comparison import Comparison
from negotiator.model import Clause
from negotiator.render.pages import anchor

LINK = Markup('<a class="cid" href="{}">{}</a>')
PLAIN = Markup('<span class="cid">{}</span>')


class Places:
    """The addresses of the page.

    Args:
        whole: the comparison that the page shows.
    """

    def __init__(self, whole: Comparison) -> None:
        placed = [one for row in whole.rows for cell in row.cells for one in cell.clauses]
        self.shown: dict[str, str] = {}
        for row in whole.rows:
            for cell in row.cells:
                for one in cell.clauses:
                    self.shown.setdefault(one.clause.id, row.issue.id)
        # A clause of a compromise text stands in no party's column, but with its issue.
        self.bridging: dict[str, str] = {}
        for row in whole.rows:
            for id in row.compromise.text.clauses if row.compromise else ():
                self.bridging.setdefault(id, row.issue.id)
        self.every = tuple(dict.fromkeys((*placed, *whole.unfiled)))
        self.clauses = {*self.shown, *self.bridging, *(one.clause.id for one in whole.unfiled)}
        self.earlier = {
            f"{was.clause.id}@{was.version.number}" for one in self.every for was in one.earlier
        }
        self.issues = {row.issue.id: row.issue.question for row in whole.rows}
        self.papers: dict[str, str] = {}
        for version in whole.versions:
            if version.id in whole.current or version.proposal not in self.papers:
                self.papers[version.proposal] = version.id
        self.titles = {version.proposal: version.title for version in whole.versions}

    def link(self, clause: str) -> str:
        """Return the address of a clause, empty when it is not on the page."""
        return f"#clause-{anchor(clause)}" if clause in self.clauses else ""

    def clause(self, id: str) -> Markup:
        """Return a clause's id, a link where the clause is on the page."""
        address = self.link(id)
        return LINK.format(address, id) if address else PLAIN.format(id)

    def wording(self, clause: Clause) -> Markup:
        """Return the id of a clause as it stood in one version, a link to that wording."""
        name, number = clause.id, clause.address.rpartition("@")[2]
        if f"{name}@{number}" in self.earlier:
            return LINK.format(f"#clause-{anchor(name)}@{number}", name)
        return self.clause(name)

    def clauses_of(self, ids: Iterable[str], joint: str = ", ") -> Markup:
        """Return several clauses as links."""
        return Markup(joint).join(map(self.clause, ids))  # noqa: S704 - our own joint

    def issue(self, id: str) -> Markup:
        """Return an issue's id, a link where the issue is on the page."""
        if id not in self.issues:
            return PLAIN.format(id)
        return LINK.format(f"#issue-{anchor(id)}", id)

    def issues_of(self, ids: Iterable[str]) -> Markup:
        """Return several issues as links."""
        return Markup(", ").join(map(self.issue, ids))

    def paper(self, proposal: str) -> Markup:
        """Return a proposal's key, a link to its row among the documents."""
        if proposal not in self.papers:
            return PLAIN.format(proposal)
        return LINK.format(f"#version-{anchor(self.papers[proposal])}", proposal)

    def version(self, id: str) -> Markup:
        """Return a version as its proposal's key, a link to its row among the documents."""
        proposal, _, number = id.rpartition("@")
        shown = proposal if number == "1" else id
        return LINK.format(f"#version-{anchor(id)}", shown)

    def cited(self, text: str, clauses: Iterable[str], issues: Iterable[str] = ()) -> Markup:
        """Return a sentence with the clauses and issues that it cites as links.

        Args:
            text: the sentence.
            clauses: ids that it may cite.
            issues: ids of issues that it may cite; an id of both means the clause.
        """
        named = dict.fromkeys(issues, self.issue) | dict.fromkeys(clauses, self.clause)
        if not named:
            return Markup.escape(text)
        ids = "|".join(map(re.escape, sorted(named, key=lambda id: (-len(id), id))))
        parts = re.split(rf"(?<![\w.:-])({ids})(?![\w:-]|\.\w)", text)
        return Markup("").join(
            named[part](part) if number % 2 else part for number, part in enumerate(parts)
        )
