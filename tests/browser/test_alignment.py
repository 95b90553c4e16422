"""Two texts side by side in a browser: at any width, by keyboard, without script."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from negotiator.render.alignment import SideBySide
from negotiator.render.alignment.page import render
from tests.browser.conftest import Open
from tests.render.beside import clause, every_change, link, parties, side

pytestmark = pytest.mark.browser

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SHOWN = "[...document.querySelectorAll('tr.row')].filter(row => row.checkVisibility()).length"


def written(folder: Path, whole: SideBySide) -> Path:
    path = folder / "alignment.html"
    path.write_text(render(whole, program="0.1.0"), encoding="utf-8")
    return path


@pytest.fixture
def versions(tmp_path: Path) -> Path:
    return written(tmp_path, every_change())


def counted(page: Page) -> str:
    return page.text_content("form.filter output") or ""


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (390, "light"), (1280, "light")])
def test_it_fits_and_is_accessible(look: Open, tmp_path: Path, width: int, scheme: str) -> None:
    page = look(written(tmp_path, every_change(2)), width=width, color_scheme=scheme)
    assert page.evaluate(OVERFLOW) == 0
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
    found = Axe().run(page, options=options).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == []


def test_texts_of_parties_fit_too(look: Open, tmp_path: Path) -> None:
    long = "supercalifragilistic" * 20
    ours = side(clause("1", f"Nets. {long}", long), party="NO", title=long)
    theirs = side(clause("a", "Nets."), clause("b", "Cod."), party="UK")
    path = written(tmp_path, parties(ours, theirs, link("1", "a", 0.4, ["both name nets"])))
    for width in (320, 1024):
        assert look(path, width=width).evaluate(OVERFLOW) == 0


def test_a_desk_shows_two_texts_and_a_phone_one_with_the_redline(
    look: Open, versions: Path
) -> None:
    wide, narrow = look(versions), look(versions, width=390)
    old, removed = "#left-m0 .text", "#right-m0 .text del"
    assert wide.is_visible(old)
    assert not wide.is_visible(removed)
    assert not narrow.is_visible(old)
    assert narrow.is_visible(removed)


def test_the_filter_narrows_and_can_be_sent(look: Open, versions: Path) -> None:
    page = look(versions)
    assert counted(page) == "303 of 303"
    page.select_option("[name=kind]", "modified")
    page.wait_for_selector("form.filter output:text('150 of 303')")
    assert "kind=modified" in page.evaluate("location.search")
    page.fill("[name=q]", "may not fish")
    page.wait_for_selector("form.filter output:text('150 of 303')")
    page.fill("[name=q]", "no such words")
    page.wait_for_selector("form.filter output:text('0 of 303')")
    assert page.is_visible("p.none")
    page.keyboard.press("Escape")
    page.keyboard.press("x")
    page.wait_for_selector("form.filter output:text('303 of 303')")
    sent = look(versions, query="?kind=suppressed")
    assert counted(sent) == "1 of 303"
    assert sent.evaluate(SHOWN) == 1


def test_reasons_stay_folded_under_a_filter(look: Open, tmp_path: Path) -> None:
    ours, theirs = side(clause("1", "Nets.")), side(clause("a", "Nets."))
    page = look(written(tmp_path, parties(ours, theirs, link("1", "a", 0.4, ["both name nets"]))))
    page.select_option("[name=kind]", "linked")
    page.wait_for_selector("form.filter output:text('1 of 1')")
    assert page.locator("details[open]").count() == 0
    page.locator("summary", has_text="why").click()
    assert page.is_visible("text=both name nets")


def test_what_is_folded_is_found(look: Open, versions: Path) -> None:
    page = look(versions)
    assert not page.is_visible("#right-u7")
    page.fill("[name=q]", "Text 7.")
    page.wait_for_selector("form.filter output:text('1 of 303')")
    assert page.is_visible("#right-u7")
    assert page.locator("mark.hit").first.text_content() == "Text 7."
    linked = look(versions, query="#right-u140")
    assert linked.is_visible("#right-u140"), "a link opens what is folded"


def test_keys(look: Open, versions: Path) -> None:
    page = look(versions)
    page.keyboard.press("j")
    first = page.evaluate("scrollY")
    page.keyboard.press("j")
    assert page.evaluate("scrollY") > first > 0
    page.keyboard.press("k")
    assert abs(page.evaluate("scrollY") - first) < 8
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"


def test_it_reads_without_script_and_prints(look: Open, versions: Path) -> None:
    page = look(versions, java_script_enabled=False)
    assert page.is_hidden("form.filter")
    assert page.is_visible("#left-m0")
    page.locator("summary", has_text="150 clauses unchanged").click()
    assert page.is_visible("#right-u7")
    page.emulate_media(media="print")
    assert page.is_visible("#left-m0")
