"""A page, read by the standard library's parser: what it holds and where it leads."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "link", "br", "input", "img", "hr", "use", "path", "rect", "circle", "line"}


class Page(HTMLParser):
    """Collects ids, addresses, attributes and texts of a page, and how its elements nest."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        self.open: list[tuple[str, str]] = []
        self.misnested: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in found.items()]
        if "id" in found:
            self.ids.append(found["id"])
        if "href" in found:
            self.addresses.append(found["href"])
        if tag not in VOID:
            self.open.append((tag, found.get("class", "")))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open.pop()[0] != tag:
            self.misnested.append(f"{tag} at {self.getpos()}")

    def handle_data(self, data: str) -> None:
        self.texts.append((tuple(name for pair in self.open for name in pair), data))

    @property
    def text(self) -> str:
        """Return everything that is to be read, white space collapsed."""
        read = [text for open, text in self.texts if not {"script", "style"} & set(open)]
        return " ".join(" ".join(read).split())
