"""One move with its reason and the texts on both sides."""

from __future__ import annotations

from rich.text import Text

from negotiator.engine.movement import Cited, Move, Movement
from negotiator.model import Force, Wording
from negotiator.render.terminal import redline


def details(whole: Movement, move: Move) -> Text:
    """Return a move in full.

    Where both wordings are verbatim the difference is marked; paraphrases stand side by side.

    Args:
        whole: the movement, for the parties' names.
        move: the move.
    """
    called = {party.code: party.called for party in whole.negotiation.parties}
    line = Text(f"{move.party} {move.issue} ◇ {move.kind}", style="bold")
    line.append(f"  {move.confidence} confidence", style="not bold")
    line.append(f"\n{move.reason}", style="not bold")
    if move.doubts:
        line.append(f"\ndoubts: {'; '.join(move.doubts)}", style="not bold")
    told: set[str] = set()
    for pair in move.reworded:
        told |= {pair.old.address, pair.new.address}
        line.append(f"\n{pair.old.address} → {pair.new.address}: ", style="not bold")
        line.append_text(redline(pair.spans))
    name = called.get(move.party, move.party)
    for head, side in (("before", move.before), ("now", move.after)):
        for one in side:
            if one.clause.address not in told:
                line.append(f"\n{head} {_said(one, name)}", style="not bold")
    return line


def _said(one: Cited, name: str) -> str:
    clause = one.clause
    act = one.force.value if one.force else "not read"
    mark = "◇ " if one.drafted else ""
    verbatim = clause.wording is Wording.VERBATIM
    text = f"“{clause.text}”" if verbatim else clause.text
    says = f"{name} says: " if one.force is Force.ASSERTION else ""
    paraphrase = "" if verbatim else " [paraphrase]"
    deletes = f"proposes to delete “{clause.base_text}”" if not clause.text else ""
    return f"{clause.address} ({mark}{act}): {says}{deletes or text}{paraphrase}"
