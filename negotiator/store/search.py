"""Full-text search over the clauses of every version."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from negotiator.errors import Refused
from negotiator.model import Clause, Version
from negotiator.store import rows

# What a person types: "words in quotes", or single words, each perhaps ending in an asterisk.
TERM = re.compile(r'"([^"]*)"|([^\s"]+)')
MATCH_STARTS, MATCH_ENDS = "\x02", "\x03"
SNIPPET_WORDS = 24


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause that matches, with the stretch of its text that does.

    Args:
        clause: the clause.
        version: the document that holds it.
        snippet: pieces of text, each with whether it is what was searched for.
    """

    clause: Clause
    version: Version
    snippet: tuple[tuple[str, bool], ...]


def search(
    connection: Connection,
    text: str,
    versions: Sequence[Version],
    *,
    limit: int,
    party: str | None = None,
) -> tuple[Hit, ...]:
    """Return the clauses that hold all the words of a text, best first.

    Ranked by BM25 (Robertson and Zaragoza, 2009) as SQLite's FTS5 computes it; ties stand in the
    order of recording.

    Raises:
        Refused: when the text holds no word.
    """
    by_id = {version.id: version for version in versions}
    wanted = "" if party is None else "AND clause.version IN (SELECT value FROM json_each(?))"
    query = (
        f"SELECT snippet(clause_words, 2, '{MATCH_STARTS}', '{MATCH_ENDS}', '…', {SNIPPET_WORDS}),"
        f" {', '.join(f'clause.{name.strip()}' for name in rows.CLAUSE_COLUMNS.split(','))}"
        f" FROM clause_words JOIN clause ON clause.row = clause_words.rowid"
        f" WHERE clause_words MATCH ? {wanted} ORDER BY clause_words.rank, clause.row LIMIT ?"
    )
    of_party = [version.id for version in versions if party in version.parties]
    values = (expression(text), *([json.dumps(of_party)] if party else []), limit)
    return tuple(
        Hit(rows.clause(tuple(row)), by_id[row[1]], _pieces(snippet))
        for snippet, *row in connection.exec_driver_sql(query, values)
    )


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


def _pieces(snippet: str) -> tuple[tuple[str, bool], ...]:
    pieces = []
    for index, part in enumerate(snippet.split(MATCH_STARTS)):
        match, ended, rest = part.partition(MATCH_ENDS)
        if index and ended:
            pieces += [(match, True), (rest, False)]
        else:
            pieces.append((part, False))
    return tuple(piece for piece in pieces if piece[0])
