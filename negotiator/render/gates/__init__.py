"""What the gates say, as data and for a terminal."""
