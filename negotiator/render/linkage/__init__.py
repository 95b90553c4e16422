"""What hangs on what, as data and for a terminal."""
