"""Property tests try the same examples everywhere, and none of them is timed."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("negotiator", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("negotiator")
