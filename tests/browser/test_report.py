"""The report in a browser: readable at any width, usable by keyboard, without script, printed."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from negotiator.engine.dossier import dossier
from negotiator.model import Negotiation, Party
from negotiator.render.report import render
from tests.browser.conftest import Open
from tests.engine.build import ISSUES, TOPICS, Said, Tabled, table
from tests.render.talks import everything

pytestmark = pytest.mark.browser


def visible_issues(page: object) -> list[str]:
    script = "() => [...document.querySelectorAll('.issue')].filter(i => !i.hidden).map(i => i.id)"
    return page.evaluate(script)  # type: ignore[attr-defined, no-any-return]  # a playwright page


OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("width", [320, 360, 768, 1024, 1280, 1920])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_runs_over_the_edge(look: Open, width: int, scheme: str) -> None:
    page = look(width=width, color_scheme=scheme)
    assert page.evaluate(OVERFLOW) == 0


def test_many_parties_fit(look: Open, tmp_path: Path) -> None:
    parties = tuple(Party(f"P{n}", f"Party number {n}", str(n)) for n in range(12))
    talks = dossier(
        table(
            *(Tabled(party.code, "2024-01-01", [Said(f"c{party.code}")]) for party in parties),
            negotiation=Negotiation(
                "Twelve at the table", parties=parties, topics=TOPICS, issues=ISSUES
            ),
        )
    )
    path = tmp_path / "twelve.html"
    path.write_text(render(talks, program="0.1.0"), encoding="utf-8")
    for width in (360, 1280):
        assert look(path, width=width).evaluate(OVERFLOW) == 0


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_it_is_accessible(look: Open, width: int, scheme: str) -> None:
    page = look(width=width, color_scheme=scheme)
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
    found = Axe().run(page, options=options).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == []


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """A report in which everything occurs: statuses, alarms, compromise texts, restatements."""
    path = tmp_path / "everything.html"
    path.write_text(render(dossier(everything()), program="0.1.0"), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("width", "scheme"), [(360, "dark"), (800, "light"), (1280, "light"), (1920, "dark")]
)
def test_all_that_can_occur_fits_and_is_accessible(
    look: Open, talks: Path, width: int, scheme: str
) -> None:
    page = look(talks, width=width, color_scheme=scheme)
    assert page.evaluate(OVERFLOW) == 0
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
    found = Axe().run(page, options=options).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == []


def test_the_four_questions_are_answered_on_the_first_screen(look: Open) -> None:
    page = look()
    for question in ("q-stand", "q-answer", "q-moved", "q-hangs"):
        assert page.is_visible(f"#{question}")
    answers = "[...document.querySelectorAll('.glance .lede')].map(one =>"
    assert max(page.evaluate(f"{answers} one.getBoundingClientRect().bottom)")) < 900
    page.click(".glance a[href='#asks']")
    assert page.url.endswith("#asks")


def test_the_filter_knows_the_status(look: Open, talks: Path) -> None:
    page = look(talks)
    page.select_option("[name=status]", "open")
    assert visible_issues(page) == ["issue-I1"]
    assert "status=open" in page.evaluate("location.search")
    page.select_option("[name=status]", "none")
    assert visible_issues(page) == ["issue-I3"]
    assert visible_issues(look(talks, query="?status=agreed+on+the+policy+objective")) == [
        "issue-I2"
    ]


def test_the_filter_narrows_what_is_shown(look: Open) -> None:
    page = look()
    assert len(visible_issues(page)) == 30
    page.select_option("[name=verdict]", "divergent")
    shown = visible_issues(page)
    assert 0 < len(shown) < 30
    assert page.text_content("form.filter output") == f"{len(shown)} of 30 issues"
    page.fill("[name=q]", "aegis")
    assert "q=aegis" in page.evaluate("location.search")
    page.click("form.filter button[type=reset]")
    page.wait_for_selector("form.filter output:text('30 of 30 issues')")
    assert len(visible_issues(page)) == 30


def test_a_text_is_found_and_marked(look: Open) -> None:
    page = look()
    page.fill("[name=q]", "Aegis Ashore")
    assert "issue-I15" in visible_issues(page)
    assert page.locator("mark.hit").count() >= 2
    assert page.locator("mark.hit").first.text_content() == "Aegis Ashore"
    page.fill("[name=q]", "no such words anywhere")
    assert visible_issues(page) == []
    assert page.is_visible("p.none")


def test_a_view_can_be_sent(look: Open) -> None:
    page = look(query="?party=RU&party=NATO&verdict=opposed")
    assert page.input_value("[name=verdict]") == "opposed"
    assert not page.is_checked("[name=party][value=US]")
    shown = visible_issues(page)
    assert "issue-I11" in shown
    assert "issue-I15" not in shown
    assert page.locator("td[data-party=US]").first.is_hidden()


def test_keys(look: Open) -> None:
    page = look()
    page.keyboard.press("j")
    first = page.evaluate("scrollY")
    assert first > 0
    page.keyboard.press("j")
    assert page.evaluate("scrollY") > first
    page.keyboard.press("k")
    assert abs(page.evaluate("scrollY") - first) < 8
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("jk")
    assert page.input_value("[name=q]") == "jk", "in the field, keys are letters"
    page.keyboard.press("Escape")
    page.keyboard.press("x")
    page.wait_for_selector("form.filter output:text('30 of 30 issues')")
    assert page.input_value("[name=q]") == ""
    page.keyboard.press("?")
    assert page.is_visible("form.filter details p")


def test_it_reads_without_script(look: Open) -> None:
    page = look(java_script_enabled=False)
    assert page.is_hidden("form.filter")
    assert page.is_visible("#clause-A4\\.1")
    assert page.is_visible("#gap-I01\\.RU-US")
    assert page.is_visible("#asks") and page.is_visible("#moves") and page.is_visible("#linkage")
    assert "Matrix" not in (page.text_content("h1") or "")


def test_a_link_leads_to_its_clause(look: Open) -> None:
    page = look()
    page.locator("#gap-I01\\.RU-US .gw a").first.click()
    assert re.search(r"#clause-[A-F]\d", page.url)
    target = page.url.partition("#")[2]
    top = page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", target)
    assert 0 <= top < 900


def test_it_prints_with_every_page_named(look: Open, tmp_path: Path) -> None:
    page = look()
    page.emulate_media(media="print")
    assert page.is_hidden("form.filter")
    paper = tmp_path / "report.pdf"
    page.pdf(path=paper, format="A4", prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", paper, "-"], capture_output=True, text=True).stdout
    pages = text.rstrip("\f\n").split("\f")
    assert len(pages) > 5
    assert all("As of 17 February 2022" in one for one in pages)
    assert "All forces and weapons of the United States in Central" in " ".join(text.split())
    assert "Of 30 issues" in pages[0], "the overview is on one page"
    assert all(
        f"{question}?" in pages[0]
        for question in ("do we stand", "did they answer", "Who moved", "hangs on what")
    )
