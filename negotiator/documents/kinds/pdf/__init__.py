"""PDF: text with its place on the page, read by two engines and put together to paragraphs."""

from negotiator.documents.kinds.pdf.reader import read

__all__ = ["read"]
