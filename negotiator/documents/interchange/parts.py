"""Parts that negotiation files and proposal files share."""

from __future__ import annotations

from collections.abc import Mapping

from negotiator.documents.interchange.fields import Problems, Taker, once
from negotiator.model import Source

FORMAT = "negotiator/1"
SCHEMES = ("https://", "http://", "mailto:")


def take_format(top: Taker, *, required: bool) -> None:
    """Check the name of the format."""
    text = top.text("format", required=required)
    if text and text != FORMAT:
        top.wrong("format", f"“{text}” is not known", f"this program reads {FORMAT}")


def take_sources(top: Taker) -> tuple[Source, ...]:
    """Take the registry of sources."""
    found: list[Source] = []
    seen: dict[str, str] = {}
    for taker in top.parts("sources"):
        id = taker.text("id", required=True)
        address = taker.text("address", required=True)
        if address and not is_address(address):
            taker.wrong("address", f"“{address}” is not an address", "begin it with https://")
        once(taker, "id", id, seen)
        found.append(Source(id, address, taker.text("shows")))
        taker.done()
    return tuple(found)


def is_address(text: str) -> bool:
    """Tell whether a text is an address that a report may link to."""
    return text.lower().startswith(SCHEMES) and not any(one.isspace() for one in text)


def check_parents(
    problems: Problems, parents: Mapping[str, str | None], places: Mapping[str, str]
) -> None:
    """Note every parent that leads back to its own child.

    Args:
        problems: where to note them.
        parents: the parent of each id, None at the top.
        places: the place in the file of each id's parent.
    """
    for id in parents:
        seen = {id}
        above = parents[id]
        while above is not None and above in parents:
            if above in seen:
                what = f"“{id}” would stand under itself"
                problems.add(places[id], what, "name another parent")
                break
            seen.add(above)
            above = parents[above]
