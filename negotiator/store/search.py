"""Full-text search over the clauses of every version."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import Connection

from negotiator.errors import Refused
from negotiator.model import Clause, Version
from negotiator.store import rows

# What a person types: "words in quotes", or single words, each perhaps ending in an asterisk.
TERM = re.compile(r'"([^"]*)"|([^\s"]+)')
MATCH_STARTS, MATCH_ENDS = "\x02", "\x03"
SNIPPET_WORDS = 24

# Pieces of text, each with whether it is what was searched for.
Snippet = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause that matches, with the stretch of its text that does.

    Args:
        clause: the clause.
        version: the document that holds it.
        snippet: what of its text matches.
    """

    clause: Clause
    version: Version
    snippet: Snippet


def search(
    connection: Connection, text: str, *, limit: int, party: str | None = None
) -> tuple[tuple[Clause, Snippet], ...]:
    """Return the clauses that hold all the words of a text, best first, with what matches.

    Ranked by BM25 (Robertson and Zaragoza, 2009) as SQLite's FTS5 computes it; ties stand in the
    order of recording.

    Raises:
        Refused: when the text holds no word.
    """
    of_party, values = "", [expression(text)]
    if party is not None:
        of_party = (
            " AND rowid IN (SELECT clause.row FROM clause JOIN version"
            " ON version.id = clause.version JOIN json_each(version.parties) AS party"
            " WHERE party.value = ?)"
        )
        values.append(party)
    # Ordered by rank alone inside, where FTS5 then sorts by itself and cuts snippets of the best
    # only; by rank and row outside.
    query = (
        f"SELECT best.snippet,"
        f" {', '.join(f'clause.{name.strip()}' for name in rows.CLAUSE_COLUMNS.split(','))}"
        f" FROM (SELECT rowid, rank, snippet(clause_words, 2, '{MATCH_STARTS}', '{MATCH_ENDS}',"
        f" '…', {SNIPPET_WORDS}) AS snippet FROM clause_words"
        f" WHERE clause_words MATCH ?{of_party} ORDER BY rank LIMIT ?) AS best"
        f" JOIN clause ON clause.row = best.rowid ORDER BY best.rank, clause.row"
    )
    found = connection.exec_driver_sql(query, (*values, limit))
    return tuple((rows.clause(tuple(row)), _pieces(snippet)) for snippet, *row in found)


def expression(text: str) -> str:
    """Return what FTS5 is asked for: every term quoted, so that nothing is an operator.

    Raises:
        Refused: when the text holds no word.
    """
    terms = []
    for phrase, word in TERM.findall(text.replace("\0", " ")):
        plain = (phrase or word).rstrip("*")
        if re.search(r"\w", plain):
            quoted = '"' + plain.replace('"', " ") + '"'
            terms.append(quoted + ("*" if word.endswith("*") else ""))
    if not terms:
        raise Refused("there is no word to search for", remedy="give at least one word")
    return " ".join(terms)


def _pieces(snippet: str) -> Snippet:
    pieces = []
    for index, part in enumerate(snippet.split(MATCH_STARTS)):
        match, ended, rest = part.partition(MATCH_ENDS)
        if index and ended:
            pieces += [(match, True), (rest, False)]
        else:
            pieces.append((part, False))
    return tuple(piece for piece in pieces if piece[0])
