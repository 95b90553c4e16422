"""A clause without the names of those who stand behind its brackets."""

from __future__ import annotations

from negotiator.engine.brackets.bracket import brackets


def spoken(text: str) -> str:
    """Return a text with the parties that its brackets name blanked out, at the same length.

    `[EU/CAN: Boarding is announced.]` says that boarding is announced; `CAN` is no verb of it.
    """
    if "[" not in text or ":" not in text:
        return text
    signs = list(text)
    (found,) = brackets([text])
    for bracket in found:
        if bracket.start is None or not (bracket.supports or bracket.opposes or bracket.reserves):
            continue
        colon = text.find(":", bracket.start, bracket.end)
        named = text[bracket.start + 1 : colon]
        parties = (*bracket.supports, *bracket.opposes, *bracket.reserves)
        if colon >= 0 and any(party in named for party in parties):
            signs[bracket.start + 1 : colon + 1] = " " * (colon - bracket.start)
    return "".join(signs)
