"""What hangs on a workbook beside its cells: comments, drawings, macros, outside data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from negotiator.documents.kinds.xlsx.package import Element, Package, Relation, name_of, whole
from negotiator.documents.kinds.xlsx.sheet import Place, Sheet, place_of
from negotiator.documents.kinds.xlsx.strings import text_of
from negotiator.documents.manuscript import Comment, Omission

# Kinds of relationships of a sheet whose parts show something beside the cells.
_SHOWN = {"drawing": "drawing", "oleObject": "embedded object", "package": "embedded object"}
_SHOWN |= {"control": "form control", "ctrlProp": "form control", "pivotTable": "pivot table"}
_PICTURES = {"image": "image", "chart": "chart", "chartEx": "chart", "diagramData": "diagram"}


def comments_of(package: Package, relations: Mapping[str, Relation]) -> dict[Place, list[Comment]]:
    """Return the comments of a sheet by the cells they are on; a thread one after the other."""
    threads = _parts(package, relations, "threadedComment")
    found: defaultdict[Place, list[Comment]] = defaultdict(list)
    persons = _persons(package) if threads else {}
    for part in threads:
        for one in package.tree(part):
            place = place_of(one.get("ref", ""))
            text = "".join(child.text or "" for child in one if name_of(child) == "text")
            if place and text:
                found[place].append(Comment(persons.get(one.get("personId", ""), ""), text))
    threaded = set(found)
    for part in _parts(package, relations, "comments"):
        for place, comment in _notes(package.tree(part)):
            # Beside a thread Excel keeps the same words once more for older programs.
            if place not in threaded:
                found[place].append(comment)
    return dict(found)


def _notes(root: Element) -> list[tuple[Place, Comment]]:
    groups = {name_of(group): group for group in root}
    authors = [one.text or "" for one in groups.get("authors", ())]
    notes: list[tuple[Place, Comment]] = []
    for one in groups.get("commentList", ()):
        place = place_of(one.get("ref", ""))
        number = whole(one.get("authorId", ""))
        known = 0 <= number < len(authors)
        texts = [text_of(child) for child in one if name_of(child) == "text"]
        text = "".join(part.text for whole in texts for part in whole.parts)
        if place and text:
            notes.append((place, Comment(authors[number] if known else "", text)))
    return notes


def _persons(package: Package) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in _parts(package, package.relations(package.main), "person"):
        for one in package.tree(part):
            found[one.get("id", "")] = one.get("displayName", "")
    return found


def _parts(package: Package, relations: Mapping[str, Relation], kind: str) -> list[str]:
    targets = (one.target for one in relations.values() if one.kind == kind and not one.external)
    return [target for target in dict.fromkeys(targets) if target in package.zip]


def leave_out_drawings(package: Package, sheet: Sheet, relations: Mapping[str, Relation]) -> None:
    """List the images, charts and text boxes of a sheet, the latter with their text."""
    for relation in relations.values():
        what = _SHOWN.get(relation.kind)
        if what is None:
            continue
        if relation.kind != "drawing" or relation.external or relation.target not in package.zip:
            sheet.leave_out(what, "is no text of a cell", sheet.name)
            continue
        for one in package.relations(relation.target).values():
            if one.kind in _PICTURES:
                sheet.leave_out(_PICTURES[one.kind], "is no text", sheet.name)
        for box in package.tree(relation.target).iter("{*}txBody"):
            text = _box(box)
            if text.strip():
                sheet.leave_out("text box", "stands in no cell", sheet.name, text)


def _box(box: Element) -> str:
    paragraphs = ("".join(t.text or "" for t in one.iter("{*}t")) for one in box.iter("{*}p"))
    return "\n".join(paragraphs)


def outside(package: Package) -> tuple[list[Omission], list[str]]:
    """Return what of a workbook acts or comes from outside, as left out and as warnings."""
    omitted: list[Omission] = []
    warnings: list[str] = []
    kinds = [relation.kind for relation in package.relations(package.main).values()]
    macros = "vbaProject" in kinds or any(
        n.lower().endswith("vbaproject.bin") for n in package.zip.names
    )
    if macros or "xlMacrosheet" in kinds:
        omitted.append(Omission("macro", "macros are never run"))
        warnings.append("the workbook holds macros; they were not run")
    links = kinds.count("externalLink")
    if links or "connections" in kinds:
        omitted.append(Omission("outside data", "other files are never opened"))
        warnings.append(
            "the workbook takes values from other files; they were not opened, the values are"
            " those that it stored"
        )
    return omitted, warnings
