"""A manuscript is cut into clauses."""

from negotiator.documents.segmentation.cutting import segment

__all__ = ["segment"]
