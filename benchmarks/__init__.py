"""Measurements beside their peers, run by hand: `python -m benchmarks`."""
