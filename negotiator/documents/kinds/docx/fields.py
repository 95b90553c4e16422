"""Fields: what they print is text, what they compute it from is not."""

from __future__ import annotations

from dataclasses import dataclass, field

from negotiator.documents.kinds.docx.names import TEXT_BOX, Element, W

CHARACTER = W + "fldChar"
KIND = W + "fldCharType"
# These print what stands in their instruction, or what Word makes of it when it shows the page.
PRINTING = frozenset(
    "ADVANCE AUTONUM AUTONUMLGL AUTONUMOUT BARCODE EQ FORMCHECKBOX FORMDROPDOWN GOTOBUTTON LISTNUM "
    "MACROBUTTON SYMBOL".split()
)
OUTSIDE = frozenset(
    "DATABASE DDE DDEAUTO IMPORT INCLUDE INCLUDEPICTURE INCLUDETEXT LINK RD".split()
)


@dataclass(slots=True)
class _Field:
    instruction: list[str] = field(default_factory=list)
    printing: bool = False
    link: bool = False


def word_of(instruction: str) -> str:
    """Return the word that says what a field does, as `HYPERLINK`."""
    words = instruction.split(None, 1)
    return words[0].upper() if words else ""


class Fields:
    """Follows the fields of a document, which may begin in one paragraph and end in another.

    What follows is part of an instruction, and not printed, while fields are `instructing`; it is
    the text of a link while some are `linking`. The instructions that are `done` stand in the
    order of their ends.
    """

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._broken: set[Element] = set()
        self.instructing = 0
        self.linking = 0
        self.done: list[str] = []

    def enter(self, root: Element) -> None:
        """Begin a part: fields in it that never end are no fields, or they would swallow text."""
        self.leave()
        # A text box is read after the paragraph that it stands in, so its fields are its own.
        begun: dict[Element | None, list[Element]] = {}
        for element in root.iter(CHARACTER):
            box = next(element.iterancestors(TEXT_BOX), None)
            kind = element.get(KIND)
            if kind == "begin":
                begun.setdefault(box, []).append(element)
            elif kind == "end" and begun.get(box):
                begun[box].pop()
        self._broken = {element for elements in begun.values() for element in elements}

    def leave(self) -> None:
        """End a part: what is still open is listed as far as it goes."""
        while self._open:
            self._end()

    def character(self, element: Element) -> None:
        """Follow a `w:fldChar`."""
        kind = element.get(KIND)
        if kind == "begin" and element not in self._broken:
            self._open.append(_Field())
            self.instructing += 1
        elif kind == "separate" and self._open and not self._open[-1].printing:
            last = self._open[-1]
            last.printing = True
            last.link = word_of("".join(last.instruction)) == "HYPERLINK"
            self.instructing -= 1
            self.linking += last.link
        elif kind == "end" and self._open:
            self._end()

    def instruct(self, text: str) -> None:
        """Take a piece of an instruction."""
        if self._open:
            self._open[-1].instruction.append(text)
        else:
            self.note(text)

    def note(self, instruction: str) -> None:
        """Take a whole instruction."""
        if instruction.strip():
            self.done.append(instruction)

    def _end(self) -> None:
        last = self._open.pop()
        self.instructing -= not last.printing
        self.linking -= last.link
        self.note("".join(last.instruction))
