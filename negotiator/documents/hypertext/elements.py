"""The elements of HTML by what they do to the words around them."""

from __future__ import annotations

VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track"
    " wbr".split()
)
# They stay in force when the block that they begin in ends (HTML standard, section 13.2.4.3).
FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SECTIONS = ("thead", "tbody", "tfoot")
CLOSES_PARAGRAPH = frozenset(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext"
    " pre search section summary table ul xmp".split()
)
# No end tag outside reaches in, none inside reaches out.
SCOPES = frozenset("applet caption foreignobject html marquee object table td template th".split())
# No end tag of an element that is not among them reaches across one (the standard's "special").
SPECIAL = (
    CLOSES_PARAGRAPH
    | SCOPES
    | frozenset(
        "body button colgroup frameset head iframe noembed noframes noscript script select style"
        " tbody textarea tfoot thead title tr".split()
    )
) - {"dialog", "foreignobject"}
# Nor does the next item of a list end the one before across one of these.
KEEPS_ITEMS = SPECIAL - {"address", "div", "p"}
# What is bold or struck out inside ends with them.
MARKERS = frozenset("applet caption marquee object td template th".split())

# Each stands in a paragraph of its own.
BLOCKS = CLOSES_PARAGRAPH | frozenset(
    "body caption html legend optgroup option table tbody td tfoot th thead tr rt".split()
)
LISTS = frozenset(("ol", "ul", "menu", "dir"))
PREFORMATTED = frozenset(("pre", "listing", "xmp", "plaintext", "textarea"))

STRUCK = frozenset(("del", "s", "strike"))
INSERTED = frozenset(("ins",))
UNDERLINED = frozenset(("u",))

# What no reader of the page sees as its text: what it is called, and why it is left out.
LEFT_OUT = {
    "annotation": ("hidden text", "source of a formula"),
    "annotation-xml": ("hidden text", "source of a formula"),
    "audio": ("sound", "no text; what stands in for it is not shown"),
    "button": ("form field", "a control, no text of the document"),
    "canvas": ("drawing", "no text; what stands in for it is not shown"),
    "datalist": ("form field", "a control, no text of the document"),
    "desc": ("hidden text", "description of a drawing"),
    "embed": ("embedded object", "not opened"),
    "frame": ("frame", "not opened"),
    "iframe": ("frame", "not opened"),
    "nav": ("navigation", "links to move about, no text of the document"),
    "noembed": ("hidden text", "shown by no browser"),
    "noframes": ("hidden text", "shown by no browser"),
    "noscript": ("hidden text", "shown only where scripts are off"),
    "object": ("embedded object", "not opened"),
    "rp": ("hidden text", "brackets for browsers without ruby"),
    "script": ("script", "not run"),
    "select": ("form field", "a control, no text of the document"),
    "style": ("style sheet", "no text"),
    "template": ("hidden text", "a template is not shown"),
    "textarea": ("form field", "a control, no text of the document"),
    "title": ("hidden text", "description of a drawing"),
    "video": ("film", "no text; what stands in for it is not shown"),
}
# Listed even where they hold no text.
ALWAYS_LISTED = frozenset("audio canvas embed frame iframe object video".split())
