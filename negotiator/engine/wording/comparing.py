"""Two texts become spans kept, added and removed."""

from __future__ import annotations

from negotiator.engine.patience import Patience, endless
from negotiator.engine.wording.readability import readable
from negotiator.engine.wording.rows import row_script, tabular
from negotiator.engine.wording.script import script
from negotiator.engine.wording.span import Span, SpanKind
from negotiator.engine.wording.spans import spans
from negotiator.engine.wording.tokens import Tokens, tokens_in_time
from negotiator.model import Clause, Wording


def redline(old: str, new: str, *, patience: Patience = endless) -> tuple[Span, ...]:
    """Return how one text becomes another, word by word.

    Kept and removed spans joined give `old`, kept and added ones `new`, to the character. The
    redline of the new text to the old one is the same with removed and added exchanged, and where
    both stand at one place, removed stands before added. Rows of tables and items of lists are
    compared row by row.

    Args:
        old: the text before.
        new: the text after.
        patience: asked now and then in long texts; when it is over, the stretches that are left
            are removed and added whole, and no more is made readable.
    """
    if old == new:
        return (Span(SpanKind.KEPT, old),) if old else ()
    cut = _cut(old, new, patience)
    if cut is None:
        whole = Span(SpanKind.REMOVED, old), Span(SpanKind.ADDED, new)
        return tuple(span for span in whole if span.text)
    before, after, in_rows = cut
    # There may be several minimal scripts. To find the same one from both ends, the texts are
    # always taken in one order.
    flipped = (len(after.keys), new) < (len(before.keys), old)
    if flipped:
        before, after = after, before
    if in_rows:
        edits = row_script(before, after, patience)
    else:
        edits = script(before.keys, after.keys, patience)
    return tuple(spans(before, after, readable(before, after, edits, patience), flipped))


def _cut(old: str, new: str, patience: Patience) -> tuple[Tokens, Tokens, bool] | None:
    """Return the tokens of both texts, and whether they are rows; None when the time is over."""
    before, after = tokens_in_time(old, patience), tokens_in_time(new, patience)
    if before is None or after is None:
        return None
    if not before.lined and not after.lined:
        return before, after, False
    if before.lined and after.lined and tabular(before) and tabular(after):
        return before, after, True
    before = tokens_in_time(old, patience, prose=True)
    after = tokens_in_time(new, patience, prose=True)
    return (before, after, False) if before and after else None


def amendment(clause: Clause) -> tuple[Span, ...] | None:
    """Return the redline from the text that a clause amends to the one that it proposes.

    None where it amends none, and where its words are not the document's own.
    """
    if clause.base_text is None or clause.wording is not Wording.VERBATIM:
        return None
    return redline(clause.base_text, clause.text)
