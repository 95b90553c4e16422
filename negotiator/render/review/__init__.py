"""What waits for a person, as data and for a terminal."""
