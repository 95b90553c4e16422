"""Comparison of negotiating positions, clause by clause."""

__version__ = "0.1.0"
