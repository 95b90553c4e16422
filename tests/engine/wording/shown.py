"""A redline written down: `[-removed-]`, `[+added+]`, and `*what tells most*` in them."""

from __future__ import annotations

from collections.abc import Sequence

from negotiator.engine.wording import Span, SpanKind, redline

MARKS = {SpanKind.KEPT: "{}", SpanKind.REMOVED: "[-{}-]", SpanKind.ADDED: "[+{}+]"}


def marked(old: str, new: str) -> str:
    return "".join(MARKS[span.kind].format(_starred(span)) for span in redline(old, new))


def joined(spans: Sequence[Span], *kinds: SpanKind) -> str:
    return "".join(span.text for span in spans if span.kind in kinds)


def _starred(span: Span) -> str:
    text = span.text
    for start, end in reversed(span.telling):
        text = f"{text[:start]}*{text[start:end]}*{text[end:]}"
    return text
