"""The reply audit, as data and for a terminal."""
