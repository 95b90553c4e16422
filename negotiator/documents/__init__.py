"""A file of any supported kind becomes a negotiation or a proposal."""
