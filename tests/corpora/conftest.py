from __future__ import annotations

import pytest

from negotiator.engine.comparison import Comparison, compare
from negotiator.model import Corpus
from negotiator.workbench.bench import opened
from negotiator.workbench.demo import Demonstration


@pytest.fixture(scope="package")
def corpus(demonstration: Demonstration) -> Corpus:
    """Everything that the shipped exchange holds."""
    with opened(str(demonstration.database)) as bench, bench.database.reading() as archive:
        return archive.corpus()


@pytest.fixture(scope="package")
def whole(corpus: Corpus) -> Comparison:
    """The comparison as of the last document, 17 February 2022."""
    return compare(corpus)
