"""A selection of clauses becomes a query that the indexes answer."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    """Which clauses: all conditions that are not None must hold.

    A clause stands under a topic or an issue when its last reading says so. Names go to SQLite
    as one JSON list, so that their number has no limit.
    """

    versions: Collection[str] | None = None
    topics: Collection[str] | None = None
    issues: Collection[str] | None = None
    ids: Collection[str] | None = None

    def clauses(self, columns: str) -> tuple[str, tuple[str, ...]]:
        """Return the query for the clauses, in the order of recording, and its values."""
        where, values = self._where()
        query = f"SELECT {_of('clause', columns)} FROM clause{where} ORDER BY clause.row"
        return query, values

    def readings(self, columns: str) -> tuple[str, tuple[str, ...]]:
        """Return the query for all readings of the clauses, oldest first, and its values."""
        where, values = self._where()
        query = (
            f"SELECT clause.id, clause.version, {_of('reading', columns)} FROM clause"
            f" JOIN reading ON reading.clause = clause.row{where} ORDER BY reading.row"
        )
        return query, values

    def _where(self) -> tuple[str, tuple[str, ...]]:
        conditions: list[str] = []
        values: list[str] = []
        filed = self.topics is not None or self.issues is not None
        if self.versions is not None and not filed:
            conditions.append("clause.version IN (SELECT value FROM json_each(?))")
            values.append(_names(self.versions))
        for kind, codes in (("topic", self.topics), ("issue", self.issues)):
            if codes is not None:
                condition, names = self._filed(kind, codes)
                conditions.append(f"clause.row IN ({condition})")
                values += names
        if self.ids is not None:
            conditions.append("clause.id IN (SELECT value FROM json_each(?))")
            values.append(_names(self.ids))
        return (f" WHERE {' AND '.join(conditions)}" if conditions else ""), tuple(values)

    def _filed(self, kind: str, codes: Collection[str]) -> tuple[str, list[str]]:
        query = (
            f"SELECT filed.clause FROM reading_{kind} AS filed"
            f" WHERE filed.{kind} IN (SELECT value FROM json_each(?))"
        )
        values = [_names(codes)]
        if self.versions is not None:
            query += " AND filed.version IN (SELECT value FROM json_each(?))"
            values.append(_names(self.versions))
        query += (
            " AND filed.reading = (SELECT max(later.row) FROM reading AS later"
            " WHERE later.clause = filed.clause)"
        )
        return query, values


def _names(names: Collection[str]) -> str:
    return json.dumps(list(names), ensure_ascii=False)


def _of(table: str, columns: str) -> str:
    return ", ".join(f"{table}.{column.strip()}" for column in columns.split(","))
