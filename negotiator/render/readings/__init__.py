"""The readings of clauses, as data and for a terminal."""
