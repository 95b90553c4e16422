"""What needs a person, the hardest first, and what changed since somebody looked."""
