"""An alignment as data, documented in docs/formats.md; it only ever grows."""

from __future__ import annotations

from negotiator.engine.alignment import Link
from negotiator.engine.changes import Change
from negotiator.render.alignment.sides import SideBySide
from negotiator.render.data import Data, spans


def as_data(whole: SideBySide) -> Data:
    """Return the links, what stands alone, and of two versions what became of each clause."""
    alignment = whole.alignment
    found: Data = {
        "left_file": whole.left.version.file_name,
        "right_file": whole.right.version.file_name,
        "links": [_link(link) for link in alignment.links],
        "unmatched": {"left": list(alignment.left_alone), "right": list(alignment.right_alone)},
        "fallback": alignment.fallback,
    }
    if whole.changes is not None:
        found["changes"] = [_change(change) for change in whole.changes]
    return found


def _link(link: Link) -> Data:
    return {
        "left": list(link.left),
        "right": list(link.right),
        "relation": link.relation.value,
        "method": link.method.value,
        "score": round(link.score, 3),
        "reasons": list(link.reasons),
    }


def _change(change: Change) -> Data:
    return {
        "kind": [kind.value for kind in change.kinds],
        "left": change.old.key if change.old else None,
        "right": change.new.key if change.new else None,
        "redline": spans(change.redline) if change.redline is not None else None,
    }
