"""The parts of a workbook: found by their relationships, parsed with every door shut."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from negotiator.documents.zips import open_checked
from negotiator.errors import Refused

Element = etree._Element
CUSTOMARY = "xl/workbook.xml"
# Longer numbers count nothing that a workbook can hold.
DIGITS = 9


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: the last word of its type, a part or an address, and where it is."""

    kind: str
    target: str
    external: bool


def name_of(element: Element) -> str:
    """Return the name of an element without its namespace, so that both dialects read alike."""
    return str(element.tag).rpartition("}")[2]


def whole(text: str, otherwise: int = -1) -> int:
    """Return a whole number that a file states, `otherwise` where it states none to believe."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= DIGITS else otherwise


def attribute(element: Element, name: str) -> str:
    """Return an attribute whatever its namespace, empty where there is none."""
    plain = element.get(name)
    if plain is not None:
        return plain
    pairs = ((str(key), str(value)) for key, value in element.items())
    return next((value for key, value in pairs if key.rpartition("}")[2] == name), "")


def is_set(element: Element, name: str = "val", otherwise: str = "1") -> bool:
    """Tell whether a yes-or-no attribute says yes."""
    return element.get(name, otherwise) in ("1", "true", "on")


class Package:
    """A workbook as a set of parts that refer to one another.

    Args:
        file: its name, for messages.
        data: its bytes.

    Raises:
        Refused: when it is no workbook, or beyond the limits of `open_checked`.
    """

    def __init__(self, file: str, data: bytes) -> None:
        self.file = file
        self.zip = open_checked(file, data)
        main = [r.target for r in self.relations("").values() if r.kind == "officeDocument"]
        self.main = main[0] if main else CUSTOMARY
        if self.main not in self.zip:
            raise self.refuse("holds no workbook, so it is no Excel file")
        if self.main.lower().endswith(".bin"):
            raise self.refuse("is a binary workbook", "save it as .xlsx")

    def refuse(
        self, what: str, remedy: str = "open it in its own program and save it again"
    ) -> Refused:
        """Return the refusal of the file."""
        return Refused(what, where=self.file, remedy=remedy)

    def relations(self, part: str) -> dict[str, Relation]:
        """Return what a part refers to, by the ids that it uses."""
        folder, name = posixpath.split(part)
        where = posixpath.join(folder, "_rels", f"{name}.rels") if part else "_rels/.rels"
        if where not in self.zip:
            return {}
        found: dict[str, Relation] = {}
        for element in self.tree(where):
            external = element.get("TargetMode") == "External"
            target = element.get("Target", "")
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = element.get("Type", "").rpartition("/")[2]
            found[element.get("Id", "")] = Relation(kind, target, external)
        return found

    def tree(self, part: str) -> Element:
        """Return the root of an XML part.

        Raises:
            Refused: when it is missing or not well formed.
        """
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
            collect_ids=False,
        )
        try:
            return etree.fromstring(self._bytes(part), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._unreadable(part, error) from None

    def rows(self, part: str) -> Iterator[Element]:
        """Yield the elements of a sheet one by one, in order, rows emptied once they are used.

        Raises:
            Refused: when it is missing or not well formed.
        """
        events = etree.iterparse(
            BytesIO(self._bytes(part)),
            events=("end",),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            for _, element in events:
                parent = element.getparent()
                if name_of(element) == "row":
                    yield element
                    element.clear()
                    if parent is not None:
                        parent.remove(element)
                elif parent is not None and name_of(parent) == "worksheet":
                    yield element
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._unreadable(part, error) from None

    def size(self, part: str) -> int:
        """Return how many rows a sheet seems to have, for telling how far the reading is."""
        return self._bytes(part).count(b"<row")

    def _bytes(self, part: str) -> bytes:
        if part not in self.zip:
            raise self.refuse(f"its part “{part}” is missing")
        return self.zip.read(part)

    def _unreadable(self, part: str, error: Exception) -> Refused:
        return self.refuse(f"its part “{part}” is not readable XML: {str(error)[:200]}")
