"""A file of any supported kind becomes a negotiation or a proposal."""

from negotiator.documents.interchange.negotiation_file import NegotiationFile
from negotiator.documents.interchange.proposal_file import ProposalFile
from negotiator.documents.reading import read_document

__all__ = ["NegotiationFile", "ProposalFile", "read_document"]
