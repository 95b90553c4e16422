"""Statuses and compromise texts, as data and for a terminal, with one set of marks for all."""
