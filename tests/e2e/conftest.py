"""One Chromium for all journeys, a fresh profile for each; it ends with them, because its event loop blocks others."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.e2e.browser import PATIENCE_SECONDS, Window, a_window, find_chromium, launch


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """AUDIT_APP_REQUIRE_BROWSER=1 makes a missing browser a failure: a build must not skip what it promises."""
    executable = find_chromium()
    if executable is None:
        if os.environ.get("AUDIT_APP_REQUIRE_BROWSER") == "1":
            pytest.fail("No Chromium found, but AUDIT_APP_REQUIRE_BROWSER=1 says there must be one.")
        pytest.skip("No Chromium found: install it, or name one in AUDIT_APP_CHROMIUM.")
    expect.set_options(timeout=PATIENCE_SECONDS * 1000)
    with sync_playwright() as playwright:
        browser = launch(playwright, executable)
        yield browser
        browser.close()


@pytest.fixture
def profile(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser profile of a person: its windows share cookies and page storage, and nothing is left over."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    yield context
    context.close()


@pytest.fixture
def window(profile: BrowserContext) -> Window:
    """A new, empty window in the profile."""
    return a_window(profile)
