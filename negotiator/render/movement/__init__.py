"""Who moved where, as data and for a terminal."""
