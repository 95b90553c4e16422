"""A real Chromium looks at the report. `make browser` installs it.

Without it these tests skip and say so; where the environment says `CI`, that is a failure.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from negotiator.workbench.demo import Demonstration

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing; `make browser` installs it")
        # A reader of the sources need not have a browser; the gate must.
        pytest.skip("Chromium is missing; `make browser` installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


Open = Callable[..., Page]


@pytest.fixture
def look(chromium: Browser, demonstration: Demonstration) -> Iterator[Open]:
    """Open a report: the shipped exchange's unless another is named.

    Anything that the page says on its console, and anything that it asks the network for, fails
    the test.
    """
    complaints: list[str] = []
    contexts = []

    def look(
        path: Path = demonstration.report,
        *,
        width: int = 1280,
        height: int = 900,
        query: str = "",
        **settings: object,
    ) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            **settings,  # type: ignore[arg-type]  # playwright's own settings, passed through
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith("file:")
                else complaints.append(f"request: {request.url}")
            ),
        )
        page.goto(path.as_uri() + query)
        return page

    yield look
    for context in contexts:
        context.close()
    assert complaints == []
