"""A file of any supported kind becomes a negotiation or proposals; the way in is `reading`."""
