"""Two texts side by side as one self-contained page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from negotiator.engine.changes import ChangeKind
from negotiator.engine.wording import Span, SpanKind
from negotiator.render.alignment.positions import HEADING, LEFT_ONLY, LINKED, RIGHT_ONLY, positions
from negotiator.render.alignment.rows import Fold, Part, Row, folded
from negotiator.render.alignment.sides import Side, SideBySide
from negotiator.render.alignment.summary import counted_words, fold_line, linked
from negotiator.render.alignment.versions import QUIET, versions
from negotiator.render.pages import marked, render_page, stressed

# A browser lays out only the tables that are in view: 8,000 rows in one take five seconds.
ROWS_OF_A_TABLE = 100

TONES = {"ADD": "near", "SUP": "far", "MOD": "part"}
CHANGED = {
    SpanKind.KEPT: Markup("{}"),
    SpanKind.ADDED: Markup(
        '<ins><span class="vh">[added: </span>{}<span class="vh">]</span></ins>'
    ),
    SpanKind.REMOVED: Markup(
        '<del><span class="vh">[removed: </span>{}<span class="vh">]</span></del>'
    ),
}
ONLY = Markup(
    '<span class="only"><span class="vh">[only here: </span>{}<span class="vh">]</span></span>'
)
TEXT = Markup('<div class="text{}" dir="auto"{}>{}</div>')
LANGUAGE = Markup(' lang="{}"')


def render(whole: SideBySide, *, program: str) -> str:
    """Return two texts side by side as a page: no network, no script needed.

    Args:
        whole: the two texts and what lines them up.
        program: the version of the program, named in the head of the page.
    """
    view = _View(whole)
    return render_page(
        "alignment.html.j2",
        styles=["report.css", "alignment.css"],
        scripts=["hits.js", "keys.js", "alignment.js"],
        footer=whole.title,
        whole=whole,
        program=program,
        view=view,
    )


class _View:
    """What the template asks for: order and words, never a decision of its own."""

    def __init__(self, whole: SideBySide) -> None:
        self.whole = whole
        self.versions = whole.changes is not None
        names = ("Before", "After") if self.versions else (whole.left.by, whole.right.by)
        if not all(names) or len(set(names)) == 1:
            names = ("Left", "Right")
        self.names = dict(zip(("left", "right"), names, strict=True))
        self.rows = versions(whole) if self.versions else positions(whole)
        shown: list[Row | Fold] = (
            list(folded(self.rows, QUIET)) if self.versions else list(self.rows)
        )
        self.sheets = [
            shown[at : at + ROWS_OF_A_TABLE] for at in range(0, len(shown), ROWS_OF_A_TABLE)
        ]
        held = Counter(kind for row in self.rows for kind in row.kinds)
        order = tuple(ChangeKind) if self.versions else (LINKED, LEFT_ONLY, RIGHT_ONLY, HEADING)
        self.kinds = [(str(kind), held[kind]) for kind in order if held[kind]]

    @property
    def summary(self) -> str:
        """Return what was found, in a sentence; the numbers beside it say the rest."""
        before, after = len(self.whole.left.clauses), len(self.whole.right.clauses)
        if not self.versions:
            return linked(self.whole, self.rows)
        changed = sum(1 for row in self.rows if row.kinds != (ChangeKind.UNCHANGED.value,))
        if not changed:
            return f"Nothing changed in {counted_words(after, 'clause')}."
        return f"{counted_words(before, 'clause')} became {after:,}."

    def clauses(self, side: Side) -> str:
        """Return how many clauses a text holds."""
        return counted_words(len(side.clauses), "clause")

    def look(self, row: Row) -> str:
        """Return the classes of a row: a narrow screen shows one text where that says it all."""
        found = ["heading"] if HEADING in row.kinds else []
        if row.redline is not None or row.same:
            found.append("merged")
            ours, theirs = row.left[0].clause, row.right[0].clause
            if (ours.key, ours.reference) == (theirs.key, theirs.reference):
                found.append("alike")
        return " ".join(found)

    def tone(self, row: Row) -> str:
        """Return the class of a change's colour."""
        return TONES.get(row.symbol, "none")

    def absent(self, row: Row) -> str:
        """Return what stands where a side has no clause."""
        if not self.versions:
            return "nothing lined up"
        return "not in the older text" if row.right else "not in the newer text"

    def fold_line(self, fold: Fold) -> str:
        """Return what a fold holds, in a line."""
        return fold_line(fold)

    def text(self, part: Part, redline: Sequence[Span] | None, language: str) -> Markup:
        """Return the text of a clause, its marked words marked.

        Args:
            part: the clause.
            redline: the whole redline that a narrow screen shows in place of two texts.
            language: of the text, empty when not known.
        """
        spans = part.spans if redline is None else redline
        look = " redline whole" if redline is not None else " redline"
        plain = all(span.kind is SpanKind.KEPT for span in spans)
        body = Markup("").join(map(self._span, spans))
        if not part.clause.text and part.clause.base_text:
            body = Markup('<span class="says">proposes to delete:</span> {}').format(body)
        stated = LANGUAGE.format(language) if language else ""
        return TEXT.format("" if plain else look, stated, body)

    def _span(self, span: Span) -> Markup:
        if span.kind is SpanKind.KEPT:
            return marked(span.text)
        return (CHANGED[span.kind] if self.versions else ONLY).format(stressed(span))
