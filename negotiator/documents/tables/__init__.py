"""Tables: amendments beside the text they change, columns of several parties, rows of clauses."""

from negotiator.documents.tables.reading import pieces_of, read_tables
from negotiator.documents.tables.references import row_id
from negotiator.documents.tables.result import TablePieces

__all__ = ["TablePieces", "pieces_of", "read_tables", "row_id"]
