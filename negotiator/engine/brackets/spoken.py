"""A clause without the names of those who stand behind its brackets."""

from __future__ import annotations

from negotiator.engine.brackets.bracket import brackets


def spoken(text: str) -> str:
    """Return a text without the parties that its brackets name.

    `[EU/CAN: Boarding is announced.]` says that boarding is announced; `CAN` is no verb of it. The
    brackets stay: what stands in them is not agreed.
    """
    if "[" not in text or ":" not in text:
        return text
    (found,) = brackets([text])
    kept: list[str] = []
    behind = 0
    for bracket in found:
        parties = (*bracket.supports, *bracket.opposes, *bracket.reserves)
        if bracket.start is None or bracket.start < behind or not parties:
            continue
        colon = text.find(":", bracket.start, bracket.end)
        if colon >= 0 and any(party in text[bracket.start + 1 : colon] for party in parties):
            kept.append(text[behind : bracket.start + 1])
            behind = colon + 1
            while text[behind : behind + 1].isspace():
                behind += 1
    return "".join((*kept, text[behind:]))
