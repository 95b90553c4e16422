"""The report: whole, sourced, safe, private, and the same every time."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from negotiator.engine.comparison import compare
from negotiator.engine.dossier import dossier
from negotiator.model import Corpus, Evidence, Force, How, Source, Wording
from negotiator.render.report import render
from negotiator.workbench.bench import opened
from negotiator.workbench.demo import Demonstration
from tests.engine.build import NEGOTIATION, Said, Tabled, table
from tests.render.page import Page


def page_of(corpus: Corpus, as_of: date | None = None) -> str:
    return render(dossier(corpus, as_of=as_of), program="0.1.0")


@pytest.fixture(scope="module")
def corpus(demonstration: Demonstration) -> Corpus:
    with opened(str(demonstration.database)) as bench, bench.database.reading() as archive:
        return archive.corpus()


@pytest.fixture(scope="module")
def text(demonstration: Demonstration) -> str:
    return demonstration.report.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    return Page(text)


def test_it_is_well_formed(page: Page) -> None:
    assert page.misnested == []
    assert page.open == []


def test_ids_are_unique_and_links_resolve(page: Page) -> None:
    assert [id for id, times in Counter(page.ids).items() if times > 1] == []
    assert {a[1:] for a in page.addresses if a.startswith("#")} - set(page.ids) == set()


def test_every_clause_issue_event_version_and_gap_has_its_place(page: Page, corpus: Corpus) -> None:
    ids = set(page.ids)
    assert {f"clause-{clause.id}" for clause in corpus.clauses} <= ids
    assert {f"issue-{issue.id}" for issue in corpus.negotiation.issues} <= ids
    assert {f"event-{event.id}" for event in corpus.negotiation.events} <= ids
    assert {f"version-{version.id}" for version in corpus.versions} <= ids
    assert {f"gap-{gap.id}" for row in compare(corpus).rows for gap in row.gaps} <= ids


def test_every_source_is_a_link_and_nothing_else_leads_out(page: Page, corpus: Corpus) -> None:
    out = {address for address in page.addresses if not address.startswith("#")}
    assert out == {source.address for source in corpus.negotiation.sources}


def test_every_clause_stands_with_its_text_reference_and_evidence(
    page: Page, corpus: Corpus
) -> None:
    read = page.text
    for clause in corpus.clauses:
        assert " ".join(clause.text.split()) in read, clause.id
        assert clause.reference in read
    for tier in {corpus.reading(clause).evidence for clause in corpus.clauses}:
        assert tier is not None
        assert tier.value in read


def test_what_the_head_says(page: Page, corpus: Corpus) -> None:
    for part in (
        corpus.negotiation.title,
        "As of 17 February 2022",
        corpus.fingerprint[:16],
        "negotiator 0.1.0",
        "Russian Federation",
        "no document tabled by UA",
    ):
        assert part in page.text


def test_a_paraphrase_is_never_quoted(page: Page) -> None:
    assert not any("q" in open for open, _ in page.texts)
    assert not {"ins", "del"} & set(page.tags), "nothing is redlined: there is no verbatim text"


def test_a_verbatim_text_is_quoted_and_its_changes_shown() -> None:
    said = "Forces shall leave."
    first = Tabled("RED", "2024-01-01", [Said("r1", said, wording=Wording.VERBATIM)])
    second = Tabled(
        "RED", "2024-02-01", [Said("r1", "Forces shall not leave.", wording=Wording.VERBATIM)]
    )
    read = Page(page_of(table(first, second)))
    quoted = [text for open, text in read.texts if "q" in open]
    assert quoted == ["Forces shall not leave."]
    added = [text for open, text in read.texts if "ins" in open]
    assert "".join(added) == "[added: not ]" * 2, "with the clause, and as a move"
    assert [text for open, text in read.texts if "telling" in open] == ["not", "not"]


def test_an_assertion_is_reported_as_one() -> None:
    assertion = Said("r1", "The river is ours.", force=Force.ASSERTION)
    read = Page(page_of(table(Tabled("RED", "2024-01-01", [assertion]))))
    assert "Red says: The river is ours. paraphrase" in read.text


def test_weak_evidence_is_marked() -> None:
    weak = Said("r1", reading={"evidence": Evidence.BACKGROUND, "evidence_note": "from memory"})
    read = Page(page_of(table(Tabled("RED", "2024-01-01", [weak]))))
    assert ("span", "class", "weak") in read.attributes
    assert "from memory" in read.text


def test_the_policy_allows_its_own_style_and_script_only(page: Page, text: str) -> None:
    policy = next(
        value for tag, name, value in page.attributes if tag == "meta" and "default-src" in value
    )
    for kind in ("style", "script"):
        (inline,) = re.findall(rf"<{kind}>(.*?)</{kind}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    for part in ("default-src 'none'", "base-uri 'none'", "form-action 'none'"):
        assert part in policy


def test_nothing_is_loaded_and_nothing_runs_from_an_attribute(page: Page) -> None:
    names = {name for _, name, _ in page.attributes}
    assert not {"src", "srcset", "action", "formaction", "style"} & names
    assert not [name for name in names if name.startswith("on")]
    assert not {"link", "img", "iframe", "object", "embed", "base"} & set(page.tags)


EVIL = '<script>alert(1)</script><img src=x onerror=alert(1)>" onclick="x'


def test_texts_are_never_markup() -> None:
    source = Source("S1", "javascript:alert(1)", EVIL)
    negotiation = replace(NEGOTIATION, title=EVIL, rule=EVIL, forum=EVIL, sources=(source,))
    said = Said("r1", EVIL, reading={"conditions": (EVIL,), "bound": EVIL})
    corpus = table(
        Tabled("RED", "2024-01-01", [said], particulars={"genre": EVIL}), negotiation=negotiation
    )
    clauses = tuple(replace(c, reference=EVIL, sources=("S1",)) for c in corpus.clauses)
    text = page_of(replace(corpus, clauses=clauses))
    read = Page(text)
    assert read.misnested == []
    assert read.tags.count("script") == 1
    assert "img" not in read.tags
    assert not any(name.startswith("on") for _, name, _ in read.attributes)
    assert not [address for address in read.addresses if "javascript" in address.lower()]
    assert EVIL in "".join(text for _, text in read.texts)


def test_direction_marks_are_made_visible() -> None:
    said = Said("r1", "Forces shall \u202enot\u202c leave.")
    text = page_of(table(Tabled("RED", "2024-01-01", [said])))
    assert "U+202E" in text
    assert "\u202e" not in text


PRIVATE = "for our eyes only"


def test_nothing_private_is_in_its_bytes() -> None:
    reading = {"note": PRIVATE, "by": PRIVATE, "at": PRIVATE}
    particulars = {"note": PRIVATE, "recorded_by": PRIVATE, "recorded_at": PRIVATE}
    documents = [
        Tabled("RED", "2024-01-01", [Said("r1", reading=reading)], particulars=particulars),
        Tabled("RED", "2024-02-01", [Said("r1")], withdrawn=True, particulars=particulars),
    ]
    assert PRIVATE not in page_of(table(*documents))


def test_the_same_record_gives_the_same_bytes(corpus: Corpus, text: str) -> None:
    assert page_of(corpus) == text
    backwards = replace(
        corpus,
        readings=dict(reversed(corpus.readings.items())),
    )
    assert page_of(backwards) == text


def test_as_of_an_earlier_day(corpus: Corpus) -> None:
    read = Page(page_of(corpus, date(2022, 1, 1)))
    assert "As of 1 January 2022" in read.text
    assert "clause-A4.1" in read.ids
    assert "clause-C4" not in read.ids
    assert "Only one side has tabled documents" in read.text


@pytest.mark.parametrize(
    "documents",
    [
        [],
        [Tabled("RED", None, [Said("r1")])],
        [Tabled("RED", "2024-01-01", [])],
        [Tabled("RED", "2024-01-01", [Said("r1", issues=(), topics=(), force=None)])],
        [
            Tabled("BLUE+TEAL", "2024-01-01", [Said("j1")]),
            Tabled("RED", "2024-01-01", [Said("r1", answers={"j1": How.ACCEPTED})]),
        ],
        [
            Tabled(code, "2024-01-01", [Said(f"x{code}")])
            for code in ("RED", "BLUE", "TEAL", "GREY")
        ],
    ],
    ids=["nothing", "undated", "no clause", "unread", "joint", "four parties"],
)
def test_any_negotiation_makes_a_page(documents: list[Tabled]) -> None:
    read = Page(page_of(table(*documents)))
    assert read.misnested == []
    assert [id for id, times in Counter(read.ids).items() if times > 1] == []
    assert {a[1:] for a in read.addresses if a.startswith("#")} - set(read.ids) == set()
    for document in documents:
        for said in document.clauses:
            assert f"clause-{said.id}" in read.ids
