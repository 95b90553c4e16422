"""A formula in one line: `(a+b)/c`, `10^2`."""

from __future__ import annotations

from collections.abc import Iterator

from negotiator.documents.kinds.docx.names import MATH_TEXT, Element, M, stated

# What stands between the parts of a formula when it is written in one line.
JOINTS = {
    M + "f": ((M + "num", ""), (M + "den", "/")),
    M + "sSup": ((M + "e", ""), (M + "sup", "^")),
    M + "sSub": ((M + "e", ""), (M + "sub", "_")),
    M + "sSubSup": ((M + "e", ""), (M + "sub", "_"), (M + "sup", "^")),
    M + "rad": ((M + "deg", ""), (M + "e", "√")),
}
BRACKETS = M + "d"
LARGE = M + "nary"


def linear(element: Element) -> Iterator[str | Element]:
    """Return the parts of a formula in order, with the signs that its shape stands for."""
    if element.tag in JOINTS:
        known = dict(JOINTS[str(element.tag)])
        for part in element:
            if part.tag not in known:
                yield part
                continue
            text = "".join(stated(text) for text in part.iter(MATH_TEXT))
            yield known[str(part.tag)] if len(part) else ""
            yield from (part,) if len(text) < 2 or text.isdecimal() else ("(", part, ")")
    elif element.tag == BRACKETS:
        properties = element.find(M + "dPr")
        yield _sign(properties, "begChr", "(")
        first = True
        for part in element:
            if part.tag == M + "e":
                yield "" if first else _sign(properties, "sepChr", "|")
                first = False
            yield part
        yield _sign(properties, "endChr", ")")
    elif element.tag == LARGE:
        yield _sign(element.find(M + "naryPr"), "chr", "∫")
        yield from element


def _sign(properties: Element | None, name: str, usual: str) -> str:
    found = None if properties is None else properties.find(M + name)
    return usual if found is None else found.get(M + "val") or ""


SHAPED = frozenset([*JOINTS, BRACKETS, LARGE])
