"""The parts of a Word file: found by their relationships, parsed with every door shut."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from lxml import etree

from negotiator.documents.kinds.docx.names import ALTERNATE, STRICT, Element
from negotiator.documents.zips import CheckedZip, open_checked
from negotiator.errors import Refused

RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# Each alternative is compared with the others, so their nesting is bounded; honest files need 3.
DEEPEST_CHOICE = 10
# Where the parts stand when no relationship says so.
CUSTOMARY = ("styles", "numbering", "settings", "footnotes", "endnotes", "comments")


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to.

    Args:
        source: the part that refers.
        kind: the last word of the relationship's type, as `image`.
        target: a part of the file, or an address outside.
        external: whether it is outside.
    """

    source: str
    kind: str
    target: str
    external: bool


class Package:
    """A Word file as a set of parts that refer to one another.

    Args:
        file: its name, for messages.
        data: its bytes.

    Raises:
        Refused: when it is no Word file, or beyond the limits of `open_checked`.
    """

    def __init__(self, file: str, data: bytes) -> None:
        self.file = file
        self.zip: CheckedZip = open_checked(file, data)
        self._companions: dict[str, Element | None] = {}
        self.relations = self._relations()
        documents = self.targets("", "officeDocument")
        self.main = documents[0] if documents else "word/document.xml"
        if self.main not in self.zip:
            raise self.refuse("holds no document, so it is no Word file")

    def tree(self, part: str) -> Element:
        """Return the root of an XML part.

        Raises:
            Refused: when it is not well formed, too deep, or declares a document type.
        """
        # Entities, external or not, are never resolved; depth and size stay limited.
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
            root = etree.fromstring(self.zip.read(part), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            detail = str(error)[:200]
            raise self.refuse(f"its part “{part}” is not readable XML: {detail}") from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise self.refuse(f"its part “{part}” has a document type declaration")
        for element in root.iter(ALTERNATE):
            if sum(1 for _ in element.iterancestors(ALTERNATE)) > DEEPEST_CHOICE:
                raise self.refuse(f"its part “{part}” nests alternatives too deeply")
        if any(address in STRICT for address in root.nsmap.values()):
            _loosen(root)
        return root

    def targets(self, source: str, kind: str) -> list[str]:
        """Return the parts that a part refers to as one kind of thing, if the file holds them."""
        return [
            relation.target
            for relation in self.relations.get(source, {}).values()
            if relation.kind == kind and not relation.external and relation.target in self.zip
        ]

    def companion(self, kind: str) -> str | None:
        """Return the part that holds the document's styles, footnotes …, None for none."""
        found = self.targets(self.main, kind)
        if found:
            return found[0]
        customary = posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")
        return customary if kind in CUSTOMARY and customary in self.zip else None

    def companion_tree(self, kind: str) -> Element | None:
        """Return the root of the part that holds the document's styles, footnotes …"""
        if kind not in self._companions:
            part = self.companion(kind)
            self._companions[kind] = None if part is None else self.tree(part)
        return self._companions[kind]

    def outside(self) -> list[Relation]:
        """Return what the file refers to outside itself, save plain links."""
        return [
            relation
            for relations in self.relations.values()
            for relation in relations.values()
            if relation.external and relation.kind != "hyperlink"
        ]

    def refuse(self, what: str) -> Refused:
        """Return the refusal of this file."""
        return Refused(what, where=self.file, remedy="open it in Word and save it again as .docx")

    def _relations(self) -> dict[str, dict[str, Relation]]:
        relations: dict[str, dict[str, Relation]] = {}
        for part in self.zip.names:
            folder, name = posixpath.split(part)
            if not name.lower().endswith(".rels") or posixpath.basename(folder) != "_rels":
                continue
            home = posixpath.dirname(folder)
            source = posixpath.join(home, name[: -len(".rels")])
            found = relations.setdefault(source, {})
            for element in self.tree(part).iter(RELATION):
                kind = (element.get("Type") or "").rsplit("/", 1)[-1]
                external = element.get("TargetMode") == "External"
                target = element.get("Target") or ""
                if not external:
                    target = posixpath.normpath(posixpath.join("/", home, target)).lstrip("/")
                found[element.get("Id") or ""] = Relation(source, kind, target, external)
        return relations


def _loosen(root: Element) -> None:
    """Give the elements and attributes of the strict variant their usual names."""
    for element in root.iter(etree.Element):
        element.tag = _usual(str(element.tag))
        for name, stated in element.attrib.items():
            usual = _usual(str(name))
            if usual != name:
                del element.attrib[name]
                element.set(usual, stated)


def _usual(name: str) -> str:
    address, closed, local = name[1:].partition("}")
    return STRICT[address] + local if closed and address in STRICT else name
