"""What a page would fetch from elsewhere: never followed, always told."""

from __future__ import annotations

import re

from negotiator.documents.hypertext.tokens import Start

ELSEWHERE = re.compile(r"[\t\n\f ]*(?:(?:https?|ftp|file):|//|\\\\)", re.IGNORECASE)
FETCHED = {
    "img": ("image", ("src", "srcset")),
    "image": ("image", ("href", "xlink:href")),
    "script": ("script", ("src",)),
    "iframe": ("frame", ("src",)),
    "frame": ("frame", ("src",)),
    "embed": ("embedded object", ("src",)),
    "object": ("embedded object", ("data",)),
    "video": ("film", ("src", "poster")),
    "audio": ("sound", ("src",)),
    "source": ("film, sound or image", ("src", "srcset")),
    "track": ("caption track", ("src",)),
    "use": ("drawing", ("href", "xlink:href")),
    "input": ("image", ("src",)),
    "body": ("image", ("background",)),
}


class Outside:
    """Gathers what is referred to and not fetched."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.addresses: dict[str, list[str]] = {}
        self.sheets: list[str] = []

    def note(self, tag: Start) -> None:
        """Note what a tag would fetch."""
        if tag.name == "link" and "stylesheet" in tag.attributes.get("rel", "").lower().split():
            self.sheets.append(tag.attributes.get("href", "").strip())
        if tag.name == "meta" and tag.attributes.get("http-equiv", "").lower() == "refresh":
            self.addresses.setdefault("other page", []).append(tag.attributes.get("content", ""))
        kind, names = FETCHED.get(tag.name, ("", ()))
        for name in names:
            address = tag.attributes.get(name, "")
            if ELSEWHERE.match(address):
                self.addresses.setdefault(kind, []).append(address.strip())

    def warnings(self) -> list[str]:
        """Return what a person should know, a sentence for each kind."""
        found = []
        for kind, addresses in sorted(self.addresses.items()):
            count = len(addresses)
            what = "reference to elsewhere is" if count == 1 else "references to elsewhere are"
            found.append(f"{count} {kind} {what} not followed: {_some(addresses)}")
        if self.sheets:
            found.append(
                f"its style sheets in other files are not read: {_some(self.sheets)};"
                " what they hide or strike out reads as shown"
            )
        return found


def _some(addresses: list[str]) -> str:
    unlike = list(dict.fromkeys(addresses))
    shown = [one if len(one) <= 80 else f"{one[:79]}…" for one in unlike[:3]]
    more = len(unlike) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
