"""The machine's links between clauses of two parties: drafts, which it may replace."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from sqlalchemy import Connection

from negotiator.model import LinkDraft, Version
from negotiator.store import rows

# The versions of two proposals that were lined up last, by the keys of the two.
Linings = dict[tuple[str, str], tuple[str, str]]


class Links:
    """What the machine lined up, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def linings(self) -> Linings:
        """Return which versions were lined up last, for each pair of proposals."""
        query = 'SELECT "left", "right", left_version, right_version FROM lining ORDER BY row'
        return {
            (left, right): (left_version, right_version)
            for left, right, left_version, right_version in self._connection.exec_driver_sql(query)
        }

    def drafts(self, among: Collection[str] | None = None) -> tuple[LinkDraft, ...]:
        """Return drafts in the order of the clauses' ids: all, or those among some clauses."""
        query = f"SELECT {rows.LINK_COLUMNS} FROM link"
        values: tuple[str, ...] = ()
        if among is not None:
            query += (
                ' WHERE "left" IN (SELECT value FROM json_each(?))'
                ' AND "right" IN (SELECT value FROM json_each(?))'
            )
            values = (_names(among),) * 2
        found = self._connection.exec_driver_sql(f'{query} ORDER BY "left", "right"', values)
        return tuple(rows.link(tuple(row)) for row in found)

    def replace(
        self, left: Version, right: Version, without: Collection[str], drafts: Iterable[LinkDraft]
    ) -> None:
        """Record that two versions were lined up.

        Args:
            left: the version of one proposal.
            right: the version of the other.
            without: ids of clauses whose drafts between the two proposals count no more.
            drafts: the new ones; the others between the two proposals stay as they are.
        """
        pair = (left.proposal, right.proposal)
        self._connection.exec_driver_sql(
            'INSERT INTO lining ("left", "right", left_version, right_version)'
            ' VALUES (?, ?, ?, ?) ON CONFLICT ("left", "right") DO UPDATE'
            " SET left_version = excluded.left_version, right_version = excluded.right_version",
            (*pair, left.id, right.id),
        )
        lining = self._lining(pair)
        gone = _names(without)
        self._connection.exec_driver_sql(
            "DELETE FROM link WHERE lining = ?"
            ' AND ("left" IN (SELECT value FROM json_each(?))'
            ' OR "right" IN (SELECT value FROM json_each(?)))',
            (lining, gone, gone),
        )
        values = [(lining, *rows.link_values(draft)) for draft in drafts]
        if values:
            places = ", ".join("?" * len(values[0]))
            self._connection.exec_driver_sql(
                f"INSERT INTO link (lining, {rows.LINK_COLUMNS}) VALUES ({places})", values
            )

    def forget(self, pair: tuple[str, str]) -> None:
        """Drop what was lined up between two proposals, by their keys."""
        lining = self._lining(pair)
        self._connection.exec_driver_sql("DELETE FROM link WHERE lining = ?", (lining,))
        self._connection.exec_driver_sql("DELETE FROM lining WHERE row = ?", (lining,))

    def _lining(self, pair: tuple[str, str]) -> int:
        query = 'SELECT row FROM lining WHERE "left" = ? AND "right" = ?'
        return int(self._connection.exec_driver_sql(query, pair).scalar_one())


def _names(names: Collection[str]) -> str:
    return json.dumps(list(names), ensure_ascii=False)
