"""What every page has in common: its style and script, its policy, and how texts stand on it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from negotiator import rooms
from negotiator.engine.calendar import in_words
from negotiator.engine.wording import Span

# Only these become links: escaping does not make `javascript:` harmless.
LINKED = ("https://", "http://", "mailto:")
DIRECTION_MARK = re.compile("([\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c])")
SHOWN_MARK = Markup('<span class="bidi" title="direction mark">U+{:04X}</span>')


def render_page(
    template: str, *, styles: Sequence[str], scripts: Sequence[str], footer: str, **shown: Any
) -> str:
    """Return a page in one piece: no network, no script needed, the same bytes every time.

    Args:
        template: its name among the reports.
        styles: names of its style sheets, in their order.
        scripts: names of its scripts, in their order.
        footer: stands at the foot of every printed sheet.
        shown: what the template shows.
    """
    style = "".join(map(_file, styles)).replace("@@FOOTER@@", _css_text(footer))
    script = "".join(map(_file, scripts))
    return (
        _environment()
        .get_template(template)
        .render(
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            symbols=Markup(_file("symbols.svg")),  # noqa: S704 - our own file
            policy=_policy(style, script),
            **shown,
        )
    )


def _policy(style: str, script: str) -> str:
    """Return a Content-Security-Policy that lets this page run its own style and script only."""
    return (
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"style-src 'sha256-{_sha256(style)}'; script-src 'sha256-{_sha256(script)}'"
    )


def _sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _css_text(text: str) -> str:
    """Return a text safe within a quoted string of a style sheet in a page."""
    # A blank ends an escape, and is no part of the text.
    return "".join(
        one if one.isalnum() or one in " .,–-()" else f"\\{ord(one):06x} " for one in text
    )


@cache
def _file(name: str) -> str:
    return (rooms.reports() / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(rooms.reports()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        day=in_words,
        short_day=_short_day,
        anchor=anchor,
        linked=lambda address: address.lower().startswith(LINKED),
        marked=marked,
        stressed=stressed,
        slug=lambda text: text.replace(" ", "-"),
    )
    return environment


def anchor(text: str) -> str:
    """Return an id as it stands in the page's addresses: without white space."""
    return "-".join(text.split())


def _short_day(day: date) -> str:
    name, month, _ = in_words(day).split()
    return f"{name} {month[:3]} {day.year}"


def marked(text: str) -> Markup:
    """Return a text with its invisible direction marks made visible, so that none can deceive."""
    if DIRECTION_MARK.search(text) is None:
        return Markup.escape(text)
    parts = DIRECTION_MARK.split(text)
    return Markup("").join(
        SHOWN_MARK.format(ord(part)) if number % 2 else part for number, part in enumerate(parts)
    )


STRESSED = Markup(
    '<strong class="telling" title="a negation, a number or a word of obligation changed">'
    "{}</strong>"
)


def stressed(span: Span) -> Markup:
    """Return a stretch of a redline with the words standing out that change what it says."""
    parts: list[Markup] = []
    at = 0
    for start, end in span.telling:
        parts += [marked(span.text[at:start]), STRESSED.format(marked(span.text[start:end]))]
        at = end
    return Markup("").join([*parts, marked(span.text[at:])])
