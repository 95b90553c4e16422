"""Which clauses are gates: conditions that hold back what their side offers until another moves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from negotiator.engine.cells import PlacedClause
from negotiator.engine.linkage.awaiting import awaited, quoted, says_itself
from negotiator.engine.linkage.graph import Scope
from negotiator.engine.linkage.held import held_by_text, words_of
from negotiator.engine.linkage.references import Record
from negotiator.engine.linkage.ties import GIVING, Tie, TieKind
from negotiator.engine.linkage.words import FILLERS, GENERAL, INSEPARABLE, JOINT, says
from negotiator.engine.named import Named
from negotiator.model import Force, How, Topic, Unit


@dataclass(frozen=True, slots=True)
class Claim:
    """What one phrase, answer or rule makes a gate hold, and the words that this rests on.

    Args:
        why: the words, and where they stand.
        everything: True for all that its side offers.
        joint: True where it is the agreement that is held, which nobody can have alone.
        clauses: ids of clauses named.
        accepts: ids of clauses of others that it accepts on condition.
        issues: ids of issues named, by their id or by the words of their topic.
        subject: True where they are named by the words of their topic.
    """

    why: str
    everything: bool = False
    joint: bool = False
    clauses: tuple[str, ...] = ()
    accepts: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    subject: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """A clause that holds something back, before it is known what its side offers there.

    Args:
        placed: the clause.
        scope: how much it holds.
        waits_for: codes of the parties whose move it waits for.
        alternatives: True where a move of one of them will do.
        why_waits: the words that name them.
        claims: what makes it hold what.
        package: the phrase that calls it part of a package, or that nothing can be taken apart.
        until: ids of the issues that its phrases wait for, by the words of their topics.
    """

    placed: PlacedClause
    scope: Scope
    waits_for: tuple[str, ...]
    alternatives: bool
    why_waits: str
    claims: tuple[Claim, ...] = ()
    package: str = ""
    until: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ground:
    """What the search for gates looks at.

    Args:
        record: the clauses in force.
        ties: what each of them is tied to, by its id.
        named: the parties by their names.
        topics: of the negotiation, by their code.
        issues: topic of each issue, by its id, in the order of the issues.
        days: when each version became known, by its id; None where that is not stated.
    """

    record: Record
    ties: Mapping[str, Sequence[Tie]]
    named: Named
    topics: Mapping[str, Topic]
    issues: Mapping[str, str]
    days: Mapping[str, date | None]
    _words: dict[str, frozenset[str]] = field(default_factory=dict)

    def issues_about(self, held: Iterable[str]) -> tuple[str, ...]:
        """Return the issues under topics whose label and keywords hold all of some words."""
        wanted = {_stem(word) for word in held}
        return tuple(id for id, code in self.issues.items() if wanted <= self._about(code))

    def _about(self, code: str) -> frozenset[str]:
        if code not in self._words:
            topic = self.topics[code]
            own = {
                _stem(word) for text in (topic.label, *topic.keywords) for word in words_of(text)
            }
            above, seen = topic.parent, {code}
            while above is not None and above in self.topics and above not in seen:
                seen.add(above)
                own |= {_stem(word) for word in words_of(self.topics[above].label)}
                above = self.topics[above].parent
            self._words[code] = frozenset(own)
        return self._words[code]


def conditions(ground: Ground) -> Iterator[Condition]:
    """Give every clause that holds something of its side back, in the order of the documents."""
    named_by = _named_by_own_side(ground)
    for id, placed in ground.record.clauses.items():
        if placed.clause.unit is not Unit.HEADING and placed.version.parties:
            found = _condition(placed, ground, named_by.get(id, ()))
            if found is not None:
                yield found


def _condition(placed: PlacedClause, ground: Ground, named_by: Sequence[Claim]) -> Condition | None:
    force = placed.reading.force
    is_condition = force is Force.CONDITION
    ties = ground.ties[placed.clause.id]
    claims = [*_claims(placed, ties, ground)]
    if is_condition:
        claims += [*_answers(placed), *named_by]
    package = _package(placed, ties) if is_condition else ""
    if package and not claims:
        claims.append(Claim(package, everything=True))
    if not claims and not is_condition:
        return None
    waits = awaited(placed, ties, ground.named)
    # What a reading calls a gate is one, even where nobody can tell on what, or whose move is due.
    called = is_condition and any(tie.kind is TieKind.GATE and tie.called for tie in ties)
    if not (waits.parties or called) or not (claims or waits.certain or called):
        return None
    scope = _scope(claims, package)
    if scope is Scope.OWN_ISSUE:
        claims.append(Claim(says_itself(placed), issues=placed.reading.issues))
    return Condition(
        placed,
        scope,
        waits.parties,
        waits.alternatives,
        waits.why,
        tuple(claims),
        package,
        tuple(_until(ties, ground)),
    )


def _scope(claims: Sequence[Claim], package: str) -> Scope:
    if any(claim.everything for claim in claims):
        return Scope.EVERYTHING
    if package:
        return Scope.PACKAGE
    if any(claim.subject for claim in claims):
        return Scope.SUBJECT
    return Scope.NAMED if claims else Scope.OWN_ISSUE


def _until(ties: Sequence[Tie], ground: Ground) -> Iterator[str]:
    """Give the issues of the topics that a phrase waits for: “until fisheries is settled”."""
    for tie in ties:
        words = words_of(tie.held.until) if tie.held else []
        telling = [one for one in words if one not in FILLERS and not ground.named.is_name(one)]
        if telling:
            yield from ground.issues_about(telling)


def _claims(placed: PlacedClause, ties: Sequence[Tie], ground: Ground) -> Iterator[Claim]:
    """Give what the phrases of the reading, and else the text, say that it holds back."""
    found = False
    for tie in ties:
        if tie.kind is not TieKind.GATE:
            continue
        why = quoted(tie, placed)
        if tie.named.clauses or tie.named.issues:
            found = True
            yield Claim(why, clauses=tie.named.clauses, issues=tie.named.issues)
        elif tie.held and (claim := _about(tie.held.what, why, ground)) is not None:
            found = True
            yield claim
    if found or placed.reading.force in GIVING:
        return
    is_condition = placed.reading.force is Force.CONDITION
    held = held_by_text(placed.clause.text, condition=is_condition)
    claim = _about(held, says_itself(placed), ground) if held else None
    if claim is not None:
        yield claim


def _about(held: str, why: str, ground: Ground) -> Claim | None:
    """Return what some words hold: everything, or the issues of a topic; None where open."""
    words = [word for word in words_of(held) if not ground.named.is_name(word)]
    telling = [word for word in words if word not in FILLERS and word not in GENERAL]
    joint = any(word in JOINT for word in words)
    if not telling:
        return Claim(why, everything=True, joint=joint) if words else None
    issues = ground.issues_about(telling)
    return Claim(why, joint=joint, issues=issues, subject=True) if issues else None


def _answers(placed: PlacedClause) -> Iterator[Claim]:
    """Give what a condition accepts conditionally, as stated; what is drafted may be wrong."""
    id = placed.clause.id
    for answer in placed.answers:
        if answer.how is not How.ACCEPTED_CONDITIONALLY or answer.drafted:
            continue
        if answer.to_clause is not None:
            why = f"{id} accepts {answer.to_clause} conditionally"
            yield Claim(why, accepts=(answer.to_clause,))
        else:
            why = f"{id} accepts proposal {answer.to_proposal} conditionally"
            yield Claim(why, everything=True)


def _named_by_own_side(ground: Ground) -> dict[str, list[Claim]]:
    """Return for each clause the clauses of its own party that make themselves depend on it."""
    found: dict[str, list[Claim]] = {}
    for id, ties in ground.ties.items():
        placed = ground.record.clauses[id]
        for tie in ties:
            if tie.kind in (TieKind.DEPENDS, TieKind.PACKAGE):
                for target in tie.named.clauses:
                    other = ground.record.clauses[target]
                    if set(other.version.parties) & set(placed.version.parties):
                        claim = Claim(quoted(tie, placed), clauses=(id,))
                        found.setdefault(target, []).append(claim)
    return found


def _package(placed: PlacedClause, ties: Sequence[Tie]) -> str:
    for tie in ties:
        if tie.kind is TieKind.PACKAGE or says(INSEPARABLE, tie.words):
            return quoted(tie, placed)
    return says_itself(placed) if says(INSEPARABLE, placed.clause.text[:4_000]) else ""


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") else word
