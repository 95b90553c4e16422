from __future__ import annotations

import pytest

from negotiator.model import Corpus
from negotiator.workbench.bench import opened
from negotiator.workbench.demo import Demonstration


@pytest.fixture(scope="package")
def corpus(demonstration: Demonstration) -> Corpus:
    """Everything that the shipped exchange holds."""
    with opened(str(demonstration.database)) as bench, bench.database.reading() as archive:
        return archive.corpus()
