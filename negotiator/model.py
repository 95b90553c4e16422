"""The vocabulary: what a negotiation, its texts, their readings and the decisions on them are.

Everything here is frozen and knows nothing but the standard library. The three layers stay
apart: the text (`Version`, `Clause`) never changes; the analyst's reading of it (`Reading`,
`Answer`, `Silence`) is appended; decisions (`Decision`) are appended too. Sequences are tuples,
in the order in which they are shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Wording(StrEnum):
    """Whether a clause carries the document's own words or somebody's account of them."""

    VERBATIM = "verbatim"
    PARAPHRASE = "paraphrase"


class Force(StrEnum):
    """The act that a clause performs."""

    DEMAND = "demand"
    OFFER = "offer"
    MUTUAL_COMMITMENT = "mutual commitment"
    COMMITMENT = "commitment"
    REFUSAL = "refusal"
    CONDITION = "condition"
    COUNTER_PROPOSAL = "counter-proposal"
    WARNING = "warning"
    ASSERTION = "assertion"


class Strength(StrEnum):
    """How strongly a clause binds, by its own words."""

    PROHIBITS = "prohibits"
    SHALL = "shall"
    SHALL_REFRAIN = "shall refrain"
    SHOULD = "should"
    INTENDS = "intends"
    PREPARED_TO_DISCUSS = "prepared to discuss"
    MAY = "may"
    DECLARES = "declares a principle"
    RECALLS = "recalls"


class Unit(StrEnum):
    """What sort of unit of a text a clause is: a heading says nothing by itself."""

    PROVISION = "provision"
    HEADING = "heading"
    FOOTNOTE = "footnote"


class Symbol(StrEnum):
    """What a clause proposes to do to a text that others tabled.

    The change symbols of the International Telecommunication Union; `NOC` is the proposal that a
    text be kept.
    """

    ADD = "ADD"
    MOD = "MOD"
    SUP = "SUP"
    NOC = "NOC"


# The genre of a text that no party tabled: what might carry an agreement.
COMPROMISE_TEXT = "compromise text"


class Reciprocity(StrEnum):
    """Whether the obligation of a clause runs both ways."""

    YES = "yes"
    NO = "no"
    IN_FORM = "in form"
    AMONG_MEMBERS = "among members"


class Evidence(StrEnum):
    """How well the content of a clause is attested, strongest first."""

    WORDING_SEEN = "wording seen"
    SEVERAL_SECONDARY = "two or more secondary sources"
    ONE_SECONDARY = "one secondary source"
    BACKGROUND = "background knowledge, not found in a source"


class Authenticity(StrEnum):
    """What is known of a document's provenance."""

    OFFICIAL = "official"
    CONFIRMED = "officially confirmed"
    LEAKED_CONFIRMED = "leaked, confirmed"
    LEAKED = "leaked"
    REPORTED = "reported"
    RECONSTRUCTION = "reconstruction"


class PartyKind(StrEnum):
    """What sort of negotiator a party is."""

    STATE = "state"
    ALLIANCE = "alliance"
    ORGANISATION = "organisation"
    BLOC = "bloc"


class EventKind(StrEnum):
    """What a point of the timeline is."""

    ROUND = "round"
    EVENT = "event"


class How(StrEnum):
    """How a clause answers another."""

    ACCEPTED = "accepted"
    ACCEPTED_IN_PART = "accepted in part"
    ACCEPTED_CONDITIONALLY = "accepted conditionally"
    COUNTERED = "countered"
    DEFERRED = "deferred"
    REFERRED = "referred"
    REFUSED = "refused"
    OTHER_OBJECT = "other object"


class Reply(StrEnum):
    """What became of a demand or offer: how it is answered, or which silence met it."""

    ACCEPTED = "accepted"
    ACCEPTED_IN_PART = "accepted in part"
    ACCEPTED_CONDITIONALLY = "accepted conditionally"
    COUNTERED = "countered"
    DEFERRED = "deferred"
    REFERRED = "referred"
    REFUSED = "refused"
    NOT_ADDRESSED = "not addressed"
    NOT_YET_ANSWERED = "not yet answered"


class MoveKind(StrEnum):
    """What a party did to its position on an issue from one round to the next."""

    NEW = "new"
    HARDENED = "hardened"
    SOFTENED = "softened"
    REFRAMED = "reframed"
    DROPPED = "dropped"
    RESTORED = "restored"
    UNCHANGED = "unchanged"


class Status(StrEnum):
    """How far an issue has come in the negotiation, as somebody asserts."""

    NOT_OPENED = "not opened"
    OPEN = "open"
    AGREED_ON_POLICY = "agreed on the policy objective"
    AGREED_AT_TECHNICAL_LEVEL = "agreed at technical level"
    AGREED_AD_REFERENDUM = "agreed ad referendum"
    AGREED = "agreed"
    PARKED = "parked"
    REFERRED_UPWARD = "referred upward"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"

    @property
    def agreed(self) -> bool:
        """Tell whether it says that the issue, or its policy objective, is agreed."""
        return self in _AGREED


_AGREED = frozenset(
    {
        Status.AGREED_ON_POLICY,
        Status.AGREED_AT_TECHNICAL_LEVEL,
        Status.AGREED_AD_REFERENDUM,
        Status.AGREED,
    }
)


class Junction(StrEnum):
    """How the members of a condition or a package are joined."""

    AND = "and"
    OR = "or"
    XOR = "xor"


class SilenceKind(StrEnum):
    """Why a party's cell on an issue is empty."""

    NOT_YET_ANSWERED = "not yet answered"
    NOT_ADDRESSED = "not addressed"
    NO_CHANGE = "no change"
    DECLINED = "declined"
    NOT_YET_DISCUSSED = "not yet discussed"
    NOT_PUBLIC = "not public"


class Verdict(StrEnum):
    """How the positions of two parties on an issue stand to each other."""

    IDENTICAL = "identical"
    EQUIVALENT = "equivalent"
    COMPATIBLE = "compatible"
    PARTLY_CONVERGENT = "partly convergent"
    CONDITIONALLY_CONVERGENT = "conditionally convergent"
    DIVERGENT = "divergent"
    OPPOSED = "opposed"
    ONE_SIDED = "one-sided"
    BOTH_SILENT = "both silent"
    UNKNOWN = "unknown"

    @property
    def family(self) -> Family:
        """Return the family that the verdict belongs to."""
        return _FAMILIES[self]


class Family(StrEnum):
    """Verdicts that mean the same to a reader in a hurry."""

    AGREED = "agreed"
    PARTIAL = "partial"
    OPPOSED = "opposed"
    SILENT = "silent"


_FAMILIES: Mapping[Verdict, Family] = {
    Verdict.IDENTICAL: Family.AGREED,
    Verdict.EQUIVALENT: Family.AGREED,
    Verdict.COMPATIBLE: Family.AGREED,
    Verdict.PARTLY_CONVERGENT: Family.PARTIAL,
    Verdict.CONDITIONALLY_CONVERGENT: Family.PARTIAL,
    Verdict.DIVERGENT: Family.OPPOSED,
    Verdict.OPPOSED: Family.OPPOSED,
    Verdict.ONE_SIDED: Family.SILENT,
    Verdict.BOTH_SILENT: Family.SILENT,
    Verdict.UNKNOWN: Family.SILENT,
}


class GapKind(StrEnum):
    """In what respect two positions differ."""

    PRINCIPLE = "principle"
    OBJECT_OR_SCOPE = "object or scope"
    ACTOR_OR_RECIPROCITY = "actor or reciprocity"
    GEOGRAPHY = "geography"
    QUANTITY_OR_THRESHOLD = "quantity or threshold"
    TIME_OR_BASELINE = "time or baseline"
    FORCE = "force"
    LEGAL_FORM = "legal form"
    CONDITION_OR_LINKAGE = "condition or linkage"
    VERIFICATION = "verification"
    SEQUENCE = "sequence"
    FORUM = "forum"
    DEFINITION = "definition"
    FACTUAL_PREMISE = "factual premise"
    OMISSION = "omission"
    DRAFTING_ONLY = "drafting only"


class Relation(StrEnum):
    """How two clauses that are lined up stand to each other."""

    EQUIVALENT = "equivalent"
    NARROWER = "narrower"
    BROADER = "broader"
    OVERLAPPING = "overlapping"
    OPPOSED = "opposed"


class Method(StrEnum):
    """What lined two clauses up. Position alone never does."""

    SAME_KEY = "same key"
    STATED_ANSWER = "stated answer"
    SAME_ISSUE = "same issue"
    SAME_TOPIC = "same topic"
    SAME_TEXT = "same text"
    SIMILAR_TEXT = "similar text"
    CONTEXT = "neighbours"
    BY_HAND = "by hand"


class LinkState(StrEnum):
    """How a link between clauses of two parties stands; `STALE` is found, never chosen."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    STALE = "stale"


class Confidence(StrEnum):
    """How far the evidence carries a verdict."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Review(StrEnum):
    """How far people have looked at a draft; `STALE` is found, never chosen."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    ADJUDICATED = "adjudicated"
    STALE = "stale"


# Somebody stands behind these.
SETTLED = frozenset({Review.CONFIRMED, Review.ADJUDICATED})


class Origin(StrEnum):
    """Who made a reading: a person, or the machine, whose readings are drafts."""

    PERSON = "person"
    MACHINE = "machine"


class KnownBy(StrEnum):
    """Which date of a document decides whether it counts as of a day."""

    ISSUED = "issued"
    RECEIVED = "received"
    PUBLISHED = "published"


class Grain(StrEnum):
    """The unit that becomes one clause."""

    ARTICLES = "articles"
    PARAGRAPHS = "paragraphs"
    POINTS = "points"


class Tracked(StrEnum):
    """What becomes of tracked changes."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Source:
    """Where something can be checked: an id, an address, and what is found there."""

    id: str
    address: str
    shows: str = ""


@dataclass(frozen=True, slots=True)
class Membership:
    """A party's membership in another party, with the dates that are known.

    `counts` says that the party counts with the other: on issues to which it says nothing of its
    own, the other's clauses stand for it. That is for an analyst to say.
    """

    of: str
    since: date | None = None
    until: date | None = None
    counts: bool = False

    def runs(self, day: date | None) -> bool:
        """Tell whether it holds on a day; without a day, whether it ever did."""
        began = self.since is None or day is None or self.since <= day
        return began and (self.until is None or day is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who tables texts, on one side of the table."""

    code: str
    name: str
    side: str
    kind: PartyKind = PartyKind.STATE
    short: str = ""
    aliases: tuple[str, ...] = ()
    member_of: tuple[Membership, ...] = ()
    role: str = ""

    @property
    def called(self) -> str:
        """Return the name used within a sentence."""
        return self.short or self.name


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading of the subject matter; topics form a tree."""

    code: str
    label: str
    parent: str | None = None
    definition: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """A neutral question under a topic: the unit of comparison and of counting."""

    id: str
    topic: str
    question: str


@dataclass(frozen=True, slots=True)
class Event:
    """A round of the talks, or an event that the timeline shows."""

    id: str
    label: str
    starts: date
    ends: date | None = None
    kind: EventKind = EventKind.EVENT
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Negotiation:
    """What one database holds: who negotiates about what, in a stated order."""

    title: str
    forum: str = ""
    rule: str = ""
    note: str = ""
    parties: tuple[Party, ...] = ()
    topics: tuple[Topic, ...] = ()
    issues: tuple[Issue, ...] = ()
    events: tuple[Event, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in its source a clause stands, as printed."""

    page: str = ""
    paragraph: str = ""
    span: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """The smallest unit of a version that binds, permits or declares. It never changes.

    `id` is the same in every version of the proposal and unique in the negotiation; `key` is its
    name within the proposal, the same in every version: the id that the document gave when the
    clause was first tabled, or one derived from it (`4-v2`). `version` is the id of the version
    that holds this wording.

    Where a clause amends a text, `text` is the wording it proposes, empty when it proposes to
    delete; `base_text` is the wording it amends, None where it amends none; `change` says what it
    does to it, and `justification` holds the reasons that the document itself gives.
    """

    id: str
    key: str
    version: str
    text: str
    order: int = 0
    reference: str = ""
    heading: str = ""
    parent: str | None = None
    wording: Wording = Wording.VERBATIM
    language: str = ""
    locator: Locator = Locator()
    sources: tuple[str, ...] = ()
    base_text: str | None = None
    change: Symbol | None = None
    justification: str = ""
    unit: Unit = Unit.PROVISION

    @property
    def substance(self) -> tuple[str, Wording, str | None, Symbol | None]:
        """Return what it says: the same for the same wording with the same amendment."""
        return self.text, self.wording, self.base_text, self.change

    @property
    def title(self) -> str:
        """Return the text of a heading without the number or label that it prints."""
        return self.text.removeprefix(self.reference).strip(" \t\n.:()–—-")

    @property
    def address(self) -> str:
        """Return what names this wording and no other: `A4.1@2`."""
        return f"{self.id}@{self.version.rpartition('@')[2]}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What somebody reads in a clause. Appended; the last one counts.

    `conditions` is what the clause makes itself depend on; `parameters` its baselines, ranges and
    numbers; `linkage` what it is tied to otherwise. `note` is the analyst's and stays private.
    """

    topics: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    force: Force | None = None
    bound: str = ""
    reciprocity: Reciprocity | None = None
    conditions: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    linkage: tuple[str, ...] = ()
    evidence: Evidence | None = None
    evidence_note: str = ""
    note: str = ""
    by: str = ""
    at: str = ""
    origin: Origin = Origin.PERSON
    review: Review = Review.CONFIRMED
    reason: str = ""
    strength: Strength | None = None

    @property
    def substance(self) -> tuple[object, ...]:
        """Return what a gap rests on: all but the issues, the notes, and who read it when."""
        return (
            self.topics,
            self.force,
            self.strength,
            self.bound,
            self.reciprocity,
            self.conditions,
            self.parameters,
            self.linkage,
            self.evidence,
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """A clause answers a clause of another party, or a whole proposal, and how.

    Exactly one of `to_clause` (a clause id) and `to_proposal` (a proposal key) is set. `version`
    is the id of the version whose clause answers: an answer counts where that version does.
    `how` is None where a document states that it answers, and leaves open how.
    """

    clause: str
    how: How | None
    to_clause: str | None = None
    to_proposal: str | None = None
    origin: Origin = Origin.PERSON
    by: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class LinkDraft:
    """Two clauses of different parties that the machine lined up: a draft, which it may replace.

    `left` and `right` are the ids of the clauses, `left_wording` and `right_wording` the addresses
    of the wordings that the machine saw. `fitted` is the score before anything was learned from
    decisions, `score` the one after: how likely the link is right.
    """

    left: str
    right: str
    left_wording: str
    right_wording: str
    relation: Relation
    method: Method
    score: float
    fitted: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Silence:
    """A party's own word, or an analyst's finding, on why it says nothing on an issue."""

    party: str
    issue: str
    kind: SilenceKind
    version: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Omission:
    """Something in a document that is in no clause: what, where, and why.

    Args:
        what: what it is, in the singular: `running head`, `page number`, `image`, `deleted text`,
            `hidden text`, `comment` …
        reason: why it is left out, a short phrase.
        page: the page it stands on, empty where there are none.
        place: its place in the file.
        text: the text that is left out, complete; empty for what is no text.
    """

    what: str
    reason: str
    page: str = ""
    place: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A version was added by mistake: who withdrew it, when and why."""

    reason: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Version:
    """One document as tabled: its metadata. It never changes; it can be withdrawn.

    `id` is the proposal's key and the number, `A@1`. Dates that are not known are None. `content`
    is the hash of the text layer, `file_sha256` that of the file it was read from.
    """

    proposal: str
    number: int
    title: str
    parties: tuple[str, ...]
    supporters: tuple[str, ...] = ()
    genre: str = ""
    issued: date | None = None
    received: date | None = None
    published: date | None = None
    addressees: tuple[str, ...] = ()
    authenticity: Authenticity | None = None
    language: str = ""
    translation: str = ""
    based_on: str = ""
    language_version_of: str = ""
    sources: tuple[str, ...] = ()
    note: str = ""
    file_name: str = ""
    file_sha256: str = ""
    file_size: int = 0
    content: str = ""
    recorded_by: str = ""
    recorded_at: str = ""
    withdrawn: Withdrawal | None = None

    @property
    def id(self) -> str:
        """Return the proposal's key and the version's number: `A@1`."""
        return f"{self.proposal}@{self.number}"

    def known(self, by: KnownBy) -> date | None:
        """Return the date by which the document counts as known, or None when not stated."""
        return {
            KnownBy.ISSUED: self.issued,
            KnownBy.RECEIVED: self.received,
            KnownBy.PUBLISHED: self.published,
        }[by]


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about a gap, a link, a version or a silence. Appended, hash-chained.

    `subject` is the kind (`gap`, `link`, `version`, `silence`), `subject_id` what is decided on;
    `outcome` holds the decision itself as text fields; `as_of` is the day it speaks about.
    """

    id: int
    subject: str
    subject_id: str
    outcome: Mapping[str, str]
    by: str
    at: str
    note: str = ""
    as_of: date | None = None
    previous: str = ""
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything recorded that a comparison may look at.

    Args:
        negotiation: who negotiates about what.
        versions: every version, in the order of recording; withdrawn ones are marked.
        clauses: the clauses of those versions, all or a selection, in document order.
        readings: the last reading of a clause, by the clause's address (`A4.1@2`).
        answers: every answer stated, by clause ids, which hold across versions.
        silences: every silence that a document or an analyst states.
        decisions: every decision, in order.
        first: the version that tabled a wording first, where that is an earlier one, by the
            clause's address: the same words tabled anew are no new words.
        fingerprint: a hash over the negotiation and the content of its versions.
    """

    negotiation: Negotiation
    versions: tuple[Version, ...] = ()
    clauses: tuple[Clause, ...] = ()
    readings: Mapping[str, Reading] = field(default_factory=dict)
    answers: tuple[Answer, ...] = ()
    silences: tuple[Silence, ...] = ()
    decisions: tuple[Decision, ...] = ()
    first: Mapping[str, str] = field(default_factory=dict)
    fingerprint: str = ""

    def reading(self, clause: Clause) -> Reading:
        """Return the last reading of a clause, an empty draft when nobody has read it."""
        return self.readings.get(clause.address, UNREAD)


UNREAD = Reading(origin=Origin.MACHINE, review=Review.DRAFT, reason="nobody has read it yet")
