"""How well a clause is attested: the tier of its evidence, and the provenance of its document."""

from __future__ import annotations

from negotiator.model import Authenticity, Clause, Confidence, Evidence, Reading, Version, Wording

LEVELS = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)
TIERS = {
    Evidence.WORDING_SEEN: Confidence.HIGH,
    Evidence.SEVERAL_SECONDARY: Confidence.MEDIUM,
    Evidence.ONE_SECONDARY: Confidence.LOW,
    Evidence.BACKGROUND: Confidence.LOW,
}
UNSURE_PROVENANCE = frozenset(
    {Authenticity.LEAKED, Authenticity.REPORTED, Authenticity.RECONSTRUCTION}
)


def attested(clause: Clause, reading: Reading, version: Version) -> Confidence:
    """Return how well a clause is attested.

    Where the reading states no tier, verbatim wording is as good as seen. A leaked, reported or
    reconstructed document is medium at most.

    Args:
        clause: the clause.
        reading: how it is read.
        version: the document that holds it.
    """
    tier = reading.evidence
    if tier is None:
        verbatim = clause.wording is Wording.VERBATIM
        level = Confidence.HIGH if verbatim else Confidence.MEDIUM
    else:
        level = TIERS[tier]
    unsure = version.authenticity in UNSURE_PROVENANCE
    return weaker(level, Confidence.MEDIUM) if unsure else level


def weakness(name: str, document: str, reading: Reading, version: Version) -> str:
    """Return why a clause is not attested better, in a short phrase.

    Args:
        name: what the clause is called.
        document: what its document is called.
        reading: how it is read.
        version: the document that holds it.
    """
    tier = reading.evidence
    if tier not in (None, Evidence.WORDING_SEEN):
        return f"{name} rests on {tier.value if tier else ''}"
    if version.authenticity in UNSURE_PROVENANCE:
        return f"{document} is {version.authenticity}"
    return f"{name} is a paraphrase of unstated evidence"


def weaker(one: Confidence, other: Confidence) -> Confidence:
    """Return the lower of two levels."""
    return min(one, other, key=LEVELS.index)
