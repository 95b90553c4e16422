"""Footnotes, endnotes and comments."""

from __future__ import annotations

from collections.abc import Iterable

from negotiator.documents.kinds.docx.changes import Tally, author_of
from negotiator.documents.kinds.docx.flow import Flow, flat
from negotiator.documents.kinds.docx.names import ID, TYPE, W
from negotiator.documents.kinds.docx.package import Package
from negotiator.documents.kinds.docx.plain import plain
from negotiator.documents.kinds.docx.state import State
from negotiator.documents.manuscript import Comment, Paragraph

ORDINARY = (None, "normal")
KINDS = {"footnote": "footnotes", "endnote": "endnotes"}


def read_comments(package: Package, state: State, tally: Tally) -> None:
    """Read the comments, for the paragraphs that they are anchored to."""
    root = package.companion_tree("comments")
    if root is None:
        return
    tally.count(root)
    state.fields.enter(root)
    # Put in place at the end, so that no comment is anchored to another.
    found: dict[str, Comment] = {}
    for count, element in enumerate(root.iterchildren(W + "comment"), start=1):
        state.scope = f"comment {count}"
        paragraphs = flat(Flow(state).read(element))
        # A comment is no proposal: what it strikes through is part of what it says.
        text = "\n".join("".join(run.text for run in one.runs) for one in paragraphs)
        id = element.get(ID) or ""
        if id in found:
            state.omit("comment", f"by {author_of(element)}, a second one with the same id", text)
        else:
            found[id] = Comment(author_of(element), text)
    state.scope = ""
    state.comments = found


def list_loose_comments(state: State) -> None:
    """List the comments that no paragraph carries."""
    for id, comment in state.comments.items():
        if id not in state.placed and comment.text:
            why = f"by {comment.author}, anchored to no text that is kept"
            state.omit("comment", why, comment.text, place="")


def read_notes(
    package: Package, state: State, tally: Tally, cited: Iterable[str]
) -> dict[str, tuple[Paragraph, ...]]:
    """Return the footnotes and endnotes that paragraphs cite, by the names they cite.

    Args:
        package: the file.
        state: the reading as a whole.
        tally: counts the tracked changes in them.
        cited: the names that paragraphs cite.
    """
    wanted = set(cited)
    found: dict[str, tuple[Paragraph, ...]] = {}
    for kind, companion in KINDS.items():
        root = package.companion_tree(companion)
        if root is None:
            continue
        tally.count(root)
        state.fields.enter(root)
        for element in root.iterchildren(W + kind):
            name = state.notes.get((kind, element.get(ID) or ""), "")
            state.scope = name.replace("-", " ") or kind
            if element.get(TYPE) not in ORDINARY:
                if text := plain(element):
                    state.omit(f"{kind} separator", "stands between text and notes", text)
                continue
            paragraphs = flat(Flow(state).read(element))
            if name in wanted and name not in found:
                found[name] = tuple(paragraphs)
            else:
                state.give_up(paragraphs, kind, "cited by no text that is kept")
        state.scope = ""
    missing = len(wanted - set(found))
    if missing:
        state.doubts["missing note"] += missing
    return {name: found[name] for name in state.notes.values() if name in found}
