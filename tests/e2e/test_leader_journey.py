"""The senior leader: ten minutes between lessons, on a tablet in a corridor without signal. Never asks “did it save?”.

Her way through a whole audit, with everything on it, is in `test_main_journey.py`.
"""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from audit_app.app import open_workspace
from audit_app.responses.model import School
from tests.builders import level
from tests.e2e import leader
from tests.e2e.browser import Window, a_window, started
from tests.e2e.leader import SECTIONS

pytestmark = pytest.mark.browser

PURPOSE = SECTIONS[0].items
STOPPED = PURPOSE[4]
NAME = "Partnership health, Autumn 2026"
UPRIGHT = (820, 1180)
NO_SIGNAL = "http://127.0.0.1:9"
"""A proxy that nobody runs: whatever leaves the tablet is lost."""


@pytest.fixture
def tablet(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(
        viewport={"width": UPRIGHT[0], "height": UPRIGHT[1]},
        locale="en-GB",
        has_touch=True,
        proxy={"server": NO_SIGNAL, "bypass": "127.0.0.1"},
    )
    yield context
    context.close()


def begun_yesterday(data: Path) -> None:
    """Four answers, and a look at the fifth statement."""
    workspace = open_workspace(data)
    school = School(name=leader.SCHOOL)
    workspace.keep_settings(workspace.settings().model_copy(update={"school": school, "person": leader.PERSON}))
    audit = workspace.start_audit("partnership-health", "Autumn 2026", school)
    for item in PURPOSE[:4]:
        workspace.answer(audit, item.id, level(2))
    workspace.stop_at(audit, STOPPED.id)
    workspace.close()


def test_ten_minutes_on_a_tablet_without_signal(tablet: BrowserContext, tmp_path: Path) -> None:
    begun_yesterday(tmp_path)
    with started(tmp_path) as app:
        window = goes_on(tablet, app.link)
        window.shows(STOPPED.text)
        all_levels_are_in_sight(window)
        for item, given in ((STOPPED, "3 In place"), (PURPOSE[5], "1 Not yet")):
            window.shows(item.text)
            window.choose(given)
            leader.saved(window)
            window.press("Next")
        window.shows(PURPOSE[6].text)
        window.choose("4 Part of how we work")
        leader.saved(window)
        app.end(signal.SIGKILL)
        assert window.hosts() == {app.address.removeprefix("http://")}
    kept = [answer["option"] for answer in leader.answers(tmp_path).values()]
    assert kept == ["2", "2", "2", "2", "3", "1", "4"]

    with started(tmp_path) as app:
        window = goes_on(tablet, app.link)
        window.shows(PURPOSE[6].text)
        expect(window.page.get_by_role("radio", name="4 Part of how we work")).to_be_checked()
        window.press("Next")
        window.shows(SECTIONS[1].items[0].text)
        expect(window.page.get_by_role("radio", checked=True)).to_have_count(0)
        assert window.problems == []


def goes_on(tablet: BrowserContext, link: str) -> Window:
    """Open, one tap, there."""
    window = a_window(tablet)
    window.open(link)
    window.shows("Home")
    window.press(f"Continue: {NAME}")
    return window


def all_levels_are_in_sight(window: Window) -> None:
    """Without scrolling, and wide enough for a thumb."""
    radios = window.page.get_by_role("radio", name="").filter(visible=True)
    boxes = [radio.bounding_box() for radio in radios.all()]
    assert len(boxes) >= 4
    assert all(box and box["y"] >= 0 and box["y"] + box["height"] <= UPRIGHT[1] for box in boxes[:4]), boxes
    assert all(box and box["height"] >= 44 for box in boxes[:4]), boxes
