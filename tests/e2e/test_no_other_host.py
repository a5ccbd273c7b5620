"""Exactly zero requests go to any other host, whatever is on the screen."""

import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.e2e.browser import RunningProcess, Window, a_window, started
from tests.ui.serving.tiny_app import ODD_GLYPHS

pytestmark = pytest.mark.browser

TINY_APP = (sys.executable, "-m", "tests.ui.serving.tiny_app")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningProcess]:
    with started(tmp_path_factory.mktemp("served"), command=TINY_APP) as app:
        yield app


@pytest.fixture(scope="module")
def used(app: RunningProcess, chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """A window in which everything came to rest after text was shown, and changed, that no bundled font can draw."""
    context = chromium.new_context()
    window = a_window(context)
    window.open(app.link)
    window.wait_for(ODD_GLYPHS)
    window.press("Tap")
    window.wait_for("Tapped, at /")
    window.screenshot(tmp_path_factory.mktemp("pictures") / "screen.png")
    yield window
    context.close()


def test_every_request_goes_to_our_own_server(used: Window, app: RunningProcess) -> None:
    assert used.hosts() == {app.address.removeprefix("http://")}
    assert any(address.startswith("ws://") for address in used.requested)


def test_the_page_wanted_nothing_that_its_own_policy_forbids(used: Window) -> None:
    assert used.problems == []


def test_fonts_for_missing_glyphs_come_from_here_and_are_not_asked_for_again_and_again(used: Window) -> None:
    fonts = [address for address in used.requested if "/assets/fonts/noto" in address]
    assert fonts, "nothing on the screen lacked a font, so this showed nothing"
    assert len(fonts) == len(set(fonts))


def test_no_service_worker_stays_behind(used: Window) -> None:
    count = used.page.evaluate("navigator.serviceWorker.getRegistrations().then((found) => found.length)")
    assert count == 0
