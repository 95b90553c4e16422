"""What a text is by its content: a web page, XML, JSON, the product's own format, or just text."""

from __future__ import annotations

import re

from negotiator.documents.signatures import SCAN, WORD, Foreign

# The beginning of a JSON document: fields, or a list of such. A bracketed text begins otherwise.
JSON = re.compile(r'(?:\[\s*)?\{\s*(?:"(?:[^"\\]|\\.){0,200}"\s*:|\})|\[\s*\]\s*\Z')
# Its first line names the product's own format; the flow style of YAML opens a brace before.
OWN = re.compile(r"\{?\s*[\"']?format[\"']?\s*:\s*[\"']?negotiator/")
OWN_FIELDS = re.compile(r"^(?:clauses|negotiation|proposal):(?=\s|\Z)", re.MULTILINE)
ELEMENT = re.compile(r"<([A-Za-z_][\w.-]{0,60}(?::[A-Za-z_][\w.-]{0,60})?)(?=[\s/>]|\Z)")
# A subset of declarations in a document type ends at the first bracket behind it.
DOCTYPE = re.compile(r"<!DOCTYPE\s+([\w.:-]{1,120})[^\[>]*(?:\[[^\]]*\]\s*)?>?", re.IGNORECASE)
FIELD = re.compile(r"[A-Za-z][A-Za-z-]{0,60}:")
# A letter has a sender, a date and a subject too; only a mail has these.
MAIL_FIELDS = re.compile(
    r"^(?:Received|Return-Path|Message-ID|MIME-Version|Delivered-To|X-MS-[\w-]{1,60}):",
    re.IGNORECASE | re.MULTILINE,
)
WEB = {"html", "head", "body"}
# Other formats in XML, by their outermost element.
ELEMENTS = {
    "svg": Foreign("a drawing (SVG)", SCAN, textual=True),
    "package": Foreign("a Word file in one piece of XML", WORD, textual=True),
    "wordDocument": Foreign("a Word file of the old XML kind", WORD, textual=True),
    "Workbook": Foreign("an Excel file of the old XML kind", "save it as .xlsx", textual=True),
    "document": Foreign("an XML document of a kind that is not read here", WORD, textual=True),
}
MAIL = Foreign("a mail", "save its text, or the file attached to it", textual=True)
LATEX = Foreign("a LaTeX source", "make a PDF file of it", textual=True)


def markup(text: str, *, xml: bool = False) -> str | Foreign | None:
    """Return the kind of a text: `html`, `akoma-ntoso`, `interchange`, or one not read here.

    Args:
        text: its beginning.
        xml: whether it is said to be XML, so that an unknown element is another kind of XML.

    Returns:
        None for what is plain text, Markdown, CSV, YAML or a piece of a web page.
    """
    text = text.lstrip("\ufeff \t\r\n")
    if text.startswith("<"):
        return element(text, xml=xml or text.startswith("<?xml"))
    if JSON.match(text) or OWN.match(significant(text)):
        return "interchange"
    if text.startswith((r"\documentclass", r"\documentstyle")):
        return LATEX
    return MAIL if is_mail(text) else None


def has_own_fields(text: str) -> bool:
    """Tell whether a text has the fields of the product's own format at the margin."""
    return OWN_FIELDS.search(text) is not None


def element(text: str, *, xml: bool) -> str | Foreign | None:
    """Return the kind of what begins with a tag, by its outermost element."""
    name = outermost(text)
    local = name.rpartition(":")[2]
    if local == "akomaNtoso":
        return "akoma-ntoso"
    if local.lower() in WEB:
        return "html"
    if not xml:
        return None
    other = f"XML of a kind that is not read here (<{name}>)" if name else "XML without an element"
    remedy = "save it as a web page, a Word file or plain text"
    return ELEMENTS.get(local, Foreign(other, remedy, textual=True))


def outermost(text: str) -> str:
    """Return the name of the first element, behind declarations and comments; or empty."""
    at = 0
    while True:
        while text[at : at + 1].isspace():
            at += 1
        if text.startswith("<!--", at):
            end = text.find("-->", at)
        elif text.startswith("<?", at):
            end = text.find("?>", at)
        elif found := DOCTYPE.match(text, at):
            if found.group(1).lower() == "html":
                return "html"
            at = found.end()
            continue
        else:
            tag = ELEMENT.match(text, at)
            return tag.group(1) if tag else ""
        if end < 0:
            return ""
        at = text.index(">", end) + 1


def significant(text: str) -> str:
    """Return a text from its first line on that is no comment, directive or mark of YAML."""
    at = 0
    while text.startswith(("#", "%YAML", "---", "\n", "\r"), at):
        end = text.find("\n", at)
        if end < 0:
            return ""
        at = end + 1
    return text[at:]


def is_mail(text: str) -> bool:
    """Tell whether a text begins with the header of a mail (RFC 5322)."""
    if not FIELD.match(text):
        return False
    header = text.replace("\r\n", "\n").partition("\n\n")[0]
    return len(MAIL_FIELDS.findall(header)) >= 2
