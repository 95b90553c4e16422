"""The bytes of a file in the format `negotiator/1` become a proposal or a negotiation."""

from __future__ import annotations

from negotiator.documents.interchange import negotiation_file, proposal_file
from negotiator.documents.interchange.negotiation_file import NegotiationFile
from negotiator.documents.interchange.nodes import Fields, Node, check_characters, refuse
from negotiator.documents.interchange.proposal_file import ProposalFile
from negotiator.errors import Refused

OF_A_NEGOTIATION = {"negotiation", "parties", "topics", "issues", "events"}
BYTE_ORDER_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


def read(file: str, raw: bytes, *, may_be_empty: bool = False) -> ProposalFile | NegotiationFile:
    """Return what a file in the interchange format states, YAML or JSON.

    Args:
        file: its name, for messages.
        raw: what it holds.
        may_be_empty: whether a proposal without clauses will do.

    Raises:
        Refused: saying file, line, field and what to do.
    """
    text = _text(file, raw)
    check_characters(file, text)
    root = _parse(file, text)
    if not isinstance(root, Fields):
        raise refuse(file, root.line, "states no fields", "see docs/formats.md")
    if OF_A_NEGOTIATION & set(root.values):
        return negotiation_file.read(file, root)
    return proposal_file.read(file, root, may_be_empty=may_be_empty)


def _text(file: str, raw: bytes) -> str:
    for mark, name in BYTE_ORDER_MARKS.items():
        if raw.startswith(mark):
            raise Refused(f"is {name}, not UTF-8", where=file, remedy="save it as UTF-8")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        what = f"is not UTF-8: byte {error.start + 1} is 0x{raw[error.start]:02X}"
        raise refuse(file, line, what, "save the file as UTF-8") from None


def _parse(file: str, text: str) -> Node:
    # Braces open a JSON file, and a YAML one in the flow style, which its name then tells.
    flow = file.lower().endswith((".yaml", ".yml"))
    if text.lstrip().startswith(("{", "[")) and not flow:
        from negotiator.documents.interchange.json_nodes import parse

        return parse(file, text)
    from negotiator.documents.interchange.yaml_nodes import parse

    return parse(file, text)
