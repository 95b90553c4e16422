"""What a page's own style sheets do to wording: hide it, strike it out, underline it.

Selectors of one element are understood: `p`, `.gone`, `#note`, `p.gone`, lists of them. What
hides or strikes by any other selector is told in a warning, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
SIMPLE = re.compile(r"(?P<tag>[a-z][a-z0-9-]*|\*)?(?P<more>(?:[.#][\w-]+)*)", re.IGNORECASE)
PART = re.compile(r"([.#])([\w-]+)")
ZERO = re.compile(r"0{1,9}(?:\.0{1,9})?(?:px|pt|em|rem|%)?")
PROPERTIES = {
    "display",
    "visibility",
    "text-decoration",
    "text-decoration-line",
    "white-space",
    "opacity",
    "font-size",
    "list-style",
    "list-style-type",
}
APART = {"block", "list-item", "table", "flex", "grid", "table-row", "table-cell", "flow-root"}
KEEPS_SPACE = {"pre", "pre-wrap", "pre-line", "break-spaces"}
STOP = re.compile(r"[{};]")
# What a reader's mouse or a generated mark brings about is not on the page as printed.
PASSING = (":hover", ":focus", ":active", "::")
# More rules than this on one element, class or id are made to exhaust a reader.
MOST_RULES = 100
SCREEN = {"", "all", "screen"}


@dataclass(frozen=True, slots=True)
class Style:
    """What the style of an element says; None where it says nothing.

    Args:
        hidden: it and all in it is not shown.
        invisible: it is not shown, but what is in it may be.
        struck: a line goes through its words.
        underlined: a line goes under its words.
        apart: it stands in a paragraph of its own.
        spaced: its white space is kept.
        list_type: how the items of a list are numbered.
    """

    hidden: bool = False
    invisible: bool | None = None
    struck: bool = False
    underlined: bool = False
    apart: bool = False
    spaced: bool | None = None
    list_type: str = ""


PLAIN = Style()


@dataclass(frozen=True, slots=True)
class Rule:
    """One selector of one element with its declarations."""

    tag: str
    classes: frozenset[str]
    ids: frozenset[str]
    declarations: Mapping[str, str]
    order: int

    def fits(self, name: str, classes: set[str], id: str) -> bool:
        """Tell whether it selects an element."""
        return (
            self.tag in ("", "*", name)
            and self.classes <= classes
            and (not self.ids or self.ids == {id})
        )


@dataclass(slots=True)
class Sheet:
    """The rules of a page that bear on wording, found by what they select."""

    rules: dict[str, list[Rule]] = field(default_factory=dict)
    not_understood: list[str] = field(default_factory=list)
    styles: dict[tuple[str, str, str], dict[str, str]] = field(default_factory=dict)
    count: int = 0

    def add(self, text: str) -> None:
        """Take in the text of a `style` element."""
        for media, selectors, body in _rules(COMMENT.sub(" ", text)):
            found = {k: v for k, v in declarations(body).items() if k in PROPERTIES}
            if not found:
                continue
            for selector in selectors.split(","):
                self._add(media, selector.strip(), found)

    def _add(self, media: str, selector: str, found: Mapping[str, str]) -> None:
        simple = SIMPLE.fullmatch(selector)
        if not selector or simple is None or media not in SCREEN:
            style = computed(found)
            passing = any(sign in selector for sign in PASSING)
            if selector and not passing and (style.hidden or style.struck or style.invisible):
                self.not_understood.append(f"@media {media} {selector}" if media else selector)
            return
        parts = PART.findall(simple["more"])
        # Filed under its rarest part, so that an element meets few rules.
        keys = sorted(f"{sign}{name}" for sign, name in parts)
        filed = self.rules.setdefault(keys[0] if keys else (simple["tag"] or "*").lower(), [])
        if len(filed) >= MOST_RULES:
            self.not_understood.append(selector)
            return
        self.count += 1
        filed.append(
            Rule(
                (simple["tag"] or "").lower(),
                frozenset(name for sign, name in parts if sign == "."),
                frozenset(name for sign, name in parts if sign == "#"),
                found,
                self.count,
            )
        )

    def style(self, name: str, attributes: Mapping[str, str]) -> Style:
        """Return what the sheets and the element's own `style` say of an element."""
        inline = attributes.get("style", "")
        if not self.rules and not inline:
            return PLAIN
        won = self._won(name, attributes.get("class", ""), attributes.get("id", ""))
        if inline:
            won = _over(won, declarations(inline))
        return computed(won) if won else PLAIN

    def _won(self, name: str, classes: str, id: str) -> dict[str, str]:
        """Return the declarations that the sheets give an element, the weightiest on top."""
        if not self.rules:
            return {}
        key = (name, classes, id if f"#{id}" in self.rules else "")
        if key not in self.styles:
            held = set(classes.split())
            places = [name, "*", f"#{id}", *(f".{one}" for one in held)]
            fitting = [
                rule
                for place in places
                for rule in self.rules.get(place, ())
                if rule.fits(name, held, id)
            ]
            won: dict[str, str] = {}
            for rule in sorted(fitting, key=_weight):
                won = _over(won, rule.declarations)
            self.styles[key] = won
        return self.styles[key]


def _weight(rule: Rule) -> tuple[int, int, bool, int]:
    return len(rule.ids), len(rule.classes), rule.tag not in ("", "*"), rule.order


def _over(below: Mapping[str, str], above: Mapping[str, str]) -> dict[str, str]:
    """Return declarations with others laid over them; what is important stays."""
    kept = {
        name: value
        for name, value in below.items()
        if "!important" in value and "!important" not in above.get(name, "")
    }
    return {**below, **above, **kept}


def declarations(text: str) -> dict[str, str]:
    """Return the declarations of a rule or of a `style` attribute, in lower case."""
    found: dict[str, str] = {}
    for one in COMMENT.sub(" ", text).split(";"):
        name, colon, value = one.partition(":")
        if colon:
            found[name.strip().lower()] = value.strip().lower()
    return found


def computed(found: Mapping[str, str]) -> Style:
    """Return what declarations mean for wording."""

    def value(*names: str) -> str:
        said = next((found[name] for name in names if name in found), "")
        return said.replace("!important", "").strip()

    display, visibility = value("display"), value("visibility")
    lines = value("text-decoration-line", "text-decoration")
    space = value("white-space")
    nothing = [value("opacity"), value("font-size")]
    return Style(
        hidden=display == "none" or any(one and ZERO.fullmatch(one) for one in nothing),
        invisible=visibility in ("hidden", "collapse") if visibility else None,
        struck="line-through" in lines,
        underlined="underline" in lines,
        apart=display in APART,
        spaced=space in KEEPS_SPACE if space else None,
        list_type=value("list-style-type", "list-style"),
    )


def _rules(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield the medium, the selectors and the body of each rule, in order."""
    media: list[str] = []
    at = 0
    while at < len(text):
        found = STOP.search(text, at)
        if found is None:
            return
        stop = found.start()
        before, sign = text[at:stop].strip(), text[stop]
        at = stop + 1
        if sign == "}":
            media[-1:] = []
        elif sign == "{" and before.startswith("@"):
            word, _, rest = before.partition(" ")
            media.append(rest.strip().lower() if word.lower() == "@media" else word)
        elif sign == "{":
            end = text.find("}", at)
            body = text[at : end if end >= 0 else len(text)]
            at = end + 1 if end >= 0 else len(text)
            yield " ".join(media), before, body


def sheet_of(texts: Iterable[str]) -> Sheet:
    """Return the rules of several `style` elements, in order."""
    sheet = Sheet()
    for text in texts:
        sheet.add(text)
    return sheet
