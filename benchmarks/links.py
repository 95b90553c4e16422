"""How good the links are on labelled documents, as `score.py` counts.

`python -m benchmarks.links amendments|agreements|treaties|changes|answers` prints one row; without
a word all of them. It reads the labelled texts in `shared/evaluation` beside the checkout, and
`answers` the founding exchange in `shared/corpus`. `--predictions FILE` writes what `score.py`
reads.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks import labelled
from benchmarks.labelled import EVALUATION, Labelled
from negotiator.engine.alignment import Passage, align_positions, rank
from negotiator.engine.changes import ChangeKind, align_versions
from negotiator.model import Clause

EXCHANGE = EVALUATION / ".." / "corpus" / "exchange.json"

Row = dict[str, Any]


def positions(one: Labelled) -> Row:
    """Return the links between two parties' documents, in the form that `score.py` reads."""
    found = align_positions(one.left, one.right)
    links = [[a, b] for link in found.links for a in link.left for b in link.right]
    return {"pair_id": one.name, "links": links}


def versions(one: Labelled) -> Row:
    """Return the links between two versions of one text."""
    found = align_versions(_clauses(one.left), _clauses(one.right)).alignment
    links = [[a, b] for link in found.links for a in link.left for b in link.right]
    return {"pair_id": one.name, "links": links}


def f1(pairs: Iterator[Labelled], predict: Callable[[Labelled], Row]) -> tuple[str, list[Row]]:
    """Return precision, recall and F1 over all links, and the predictions."""
    right = wrong = missed = 0
    rows = []
    for one in pairs:
        row = predict(one)
        rows.append(row)
        left = {passage.id: at for at, passage in enumerate(one.left)}
        columns = {passage.id: at for at, passage in enumerate(one.right)}
        links = {(left[a], columns[b]) for a, b in row["links"]}
        right += len(links & one.links)
        wrong += sum(one.label(pair) is False for pair in links)
        missed += len(one.links - links)
    precision, recall = right / (right + wrong), right / (right + missed)
    return (
        f"P {precision:.3f}, R {recall:.3f}, F1 {2 * right / (2 * right + wrong + missed):.3f}",
        rows,
    )


def amendments() -> tuple[str, list[Row]]:
    """Score amendments of political groups to one bill."""
    return f1(labelled.amendments(), positions)


def agreements() -> tuple[str, list[Row]]:
    """Score articles of two trade agreements."""
    return f1(labelled.agreements(), positions)


def treaties() -> tuple[str, list[Row]]:
    """Score versions of a treaty, link by link."""
    return f1(labelled.treaties(), versions)


def changes() -> tuple[str, list[Row]]:
    """Score what became of each article: unchanged, modified, added or suppressed."""
    folder = EVALUATION / "a3_eu_treaties"
    gold = {row["pair_id"]: row["changes"] for row in labelled.rows(folder / "dev_gold.jsonl")}
    right = count = 0
    rows: list[Row] = []
    for one in labelled.treaties():
        classes: dict[str, str] = {}
        for change in align_versions(_clauses(one.left), _clauses(one.right)).changes:
            for clause in (change.new or change.old,):
                if clause is not None:
                    classes.setdefault(clause.key, _class(change.kinds))
        for row in gold[one.name]:
            name = row["new"] or row["old"]
            stated = row["text"] if row["new"] and row["old"] else STATED[bool(row["new"])]
            count += 1
            right += classes.get(name) == stated
            rows.append({"id": name, "text": classes.get(name, "")})
    return f"accuracy {right / count:.3f} of {count}", rows


STATED = {True: "inserted", False: "deleted"}


def _class(kinds: tuple[ChangeKind, ...]) -> str:
    if ChangeKind.ADDED in kinds:
        return "inserted"
    if ChangeKind.SUPPRESSED in kinds:
        return "deleted"
    changed = {ChangeKind.MODIFIED, ChangeKind.SPLIT, ChangeKind.MERGED} & set(kinds)
    return "modified" if changed else "unchanged"


def answers() -> tuple[str, list[Row]]:
    """Score the clause that answers a clause: topics given, answers hidden."""
    clauses = json.loads(EXCHANGE.read_text(encoding="utf-8"))["clauses"]
    stated = {clause["id"]: clause for clause in clauses}
    passages = [Passage(one["id"], one["content"], topics=tuple(one["topics"])) for one in clauses]
    ranked = rank(passages, passages)
    rows = [
        {"id": query, "ranked": [id for id, _ in found if id != query]}
        for query, found in ranked.items()
    ]
    hits = 0
    queries = 0
    for row in rows:
        told = stated[row["id"]]["answers"]
        true = {answer["clause"] for answer in told if answer["how"] != "other object"}
        if not true or row["id"] in NOT_COUNTED:
            continue
        asked = {stated[id]["document"] for id in true}
        first = next(
            id for id in row["ranked"] if stated[id]["document"] in asked and id not in NOT_COUNTED
        )
        queries += 1
        hits += first in true
    return f"hit@1 {hits / queries:.3f} of {queries}", rows


# Two clauses that record a silence; `score.py` leaves them out.
NOT_COUNTED = ("C18", "D22")

TASKS = {
    "amendments": amendments,
    "agreements": agreements,
    "treaties": treaties,
    "changes": changes,
    "answers": answers,
}


def _clauses(side: tuple[Passage, ...]) -> tuple[Clause, ...]:
    return tuple(
        Clause(one.id, one.id, "text@1", one.text, order=order) for order, one in enumerate(side)
    )


def main() -> None:
    """Print the scores asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", nargs="?", choices=TASKS)
    parser.add_argument("--predictions", type=Path, help="write the predictions of the task")
    asked = parser.parse_args()
    for name in [asked.task] if asked.task else TASKS:
        score, rows = TASKS[name]()
        print(f"{name}: {score}", flush=True)
        if asked.predictions and asked.task:
            lines = [json.dumps(row, ensure_ascii=False) for row in rows]
            asked.predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
