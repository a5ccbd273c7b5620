"""Short journeys: around the demo, by keyboard alone, in two windows, and when the computer loses its graphics."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from audit_app.app import open_workspace
from audit_app.responses.model import School
from audit_app.ui import places
from audit_app.ui.text import check as check_text
from tests.e2e import leader
from tests.e2e.browser import RunningProcess, Window, a_window, started
from tests.e2e.leader import SECTIONS

pytestmark = pytest.mark.browser

PURPOSE = SECTIONS[0].items
MOST_SECONDS_FOR_ALL = 180
"""For 35 keys to do what they do, each after the other, on a machine that does much else."""


def an_audit_begun(data: Path, **settings: object) -> str:
    """By a school that has its profile already."""
    workspace = open_workspace(data)
    audit = workspace.start_audit("partnership-health", "Autumn 2026", School(name=leader.SCHOOL))
    kept = {"school": School(name=leader.SCHOOL), **settings}
    workspace.keep_settings(workspace.settings().model_copy(update=kept))
    workspace.close()
    return audit


def opened(profile: BrowserContext, app: RunningProcess, place: str) -> Window:
    window = a_window(profile)
    window.open(app.link)
    window.go(place)
    return window


def test_a_look_around_the_demo_leaves_nothing_behind(profile: BrowserContext, tmp_path: Path) -> None:
    with started(tmp_path / "data") as app:
        window = a_window(profile)
        window.open(app.link)
        window.press("Look around with a demo partnership")
        window.press("Stop")
        window.wait_for("Stopped. Nothing was changed.")
        window.press("Look around with a demo partnership")
        window.shows("Home")
        window.wait_for(re.compile("You are looking at a demo partnership"))
        window.press("Next stop")  # to an audit under way
        window.wait_for(re.compile("^Stop 2 of 7: Answering"))
        window.press("Next stop")
        window.shows("Results")
        window.press("End the tour")
        window.press("Plan")
        window.shows("Plan")
        window.back(places.PLAN)
        window.shows("Results")
        window.press("Leave the demo")
        window.shows("Welcome to School Audit")
        expect(window.page.get_by_text(re.compile("demo partnership\\. Its schools"))).to_have_count(0)
        assert window.hosts() == {app.address.removeprefix("http://")}
        assert window.problems == []
    workspace = open_workspace(tmp_path / "data", read_only=True)
    assert workspace.audits() == ()
    workspace.close()


def test_a_section_is_answered_by_keyboard_alone(profile: BrowserContext, tmp_path: Path) -> None:
    """1 to 4 choose a level, N goes on; while somebody types a comment, the same keys are text."""
    audit = an_audit_begun(tmp_path / "data")
    with started(tmp_path / "data") as app:
        window = opened(profile, app, f"/audits/{audit}")
        keyboard = window.page.keyboard
        for number, item in enumerate(PURPOSE):
            window.shows(item.text)
            keyboard.press(str(1 + number % 4))
            expect(window.page.get_by_role("radio", checked=True)).to_have_count(1)
            leader.saved(window)
            if item is not PURPOSE[-1]:
                keyboard.press("n")
        tab_to(window, "Comment")
        keyboard.type("In 2024 nobody, now 3 of 4.")
        keyboard.press("Tab")
        expect(window.page.get_by_role("radio", name=re.compile("^3 "))).to_be_checked()
        tab_to(window, "Check your answers")
        keyboard.press("Enter")
        window.shows("Check your answers")
        expect(window.page.locator("h1")).to_be_focused()
        expect(window.page.locator("#ring")).to_be_visible()
        keyboard.press("Enter")  # a heading can't be pressed, nor may it press what had the keyboard before
        expect(window.page.get_by_role("button", name="Purpose: 7 of 7 answered")).to_be_attached()
        window.shows("Check your answers")
        assert window.problems == []
    assert [answer["option"] for answer in leader.answers(tmp_path / "data").values()] == list("1234123")


def test_a_whole_audit_takes_one_key_a_statement_however_quick_and_two_to_submit_it(
    profile: BrowserContext, tmp_path: Path
) -> None:
    """Nothing is waited for between the keys: each waits for the statement that the one before led to."""
    audit = an_audit_begun(tmp_path / "data", move_on=True)
    items = [item for section in SECTIONS for item in section.items]
    levels = [str(1 + number % 4) for number in range(len(items))]
    with started(tmp_path / "data") as app:
        window = opened(profile, app, f"/audits/{audit}")
        window.shows(items[0].text)
        for level in levels:
            window.page.keyboard.press(level)
        last = window.page.get_by_role("heading", level=1, name=items[-1].text)
        expect(last).to_be_attached(timeout=MOST_SECONDS_FOR_ALL * 1000)
        leader.saved(window)
        window.page.keyboard.press("Shift+?")
        expect(
            window.page.get_by_role("heading", name="Keys").or_(window.page.get_by_label("Keys")).first
        ).to_be_attached()
        window.page.keyboard.press("Escape")
        window.page.keyboard.press("Control+Enter")
        window.shows("Check your answers")
        window.page.keyboard.press("Control+Enter")
        window.wait_for(re.compile("Your answers are submitted"))
        expect(window.page.get_by_role("button", name=check_text.RESULTS, exact=True)).to_be_focused()
        assert window.problems == []
    assert [answer["option"] for answer in leader.answers(tmp_path / "data").values()] == levels


def tab_to(window: Window, name: str) -> None:
    """Press Tab until the control whose name begins so has the keyboard."""
    for _ in range(40):
        focused = window.page.evaluate(
            "(document.activeElement.getAttribute('aria-label') || document.activeElement.textContent || '').trim()"
        )
        if focused.startswith(name):
            return
        window.page.keyboard.press("Tab")
        window.page.wait_for_timeout(60)
    raise AssertionError(f"Tab does not reach “{name}”.")


def test_a_second_window_sees_what_the_first_one_saved(profile: BrowserContext, tmp_path: Path) -> None:
    audit = an_audit_begun(tmp_path / "data")
    with started(tmp_path / "data") as app:
        first = opened(profile, app, f"/audits/{audit}/items/{PURPOSE[0].id}")
        first.choose("3 In place")
        leader.saved(first)
        second = a_window(profile)
        second.open(f"{app.address}/audits/{audit}/items/{PURPOSE[0].id}")
        expect(second.page.get_by_role("radio", name=re.compile("^3 In place"))).to_be_checked()
        second.choose("4 Part of how we work")
        leader.saved(second)
        expect(first.page.get_by_role("radio", name=re.compile("^4 Part"))).to_be_checked()
        assert [*first.problems, *second.problems] == []


KNOW_GRAPHICS = """{
    window.graphics = [];
    for (const { prototype } of [HTMLCanvasElement, OffscreenCanvas]) {
        const real = prototype.getContext;
        prototype.getContext = function (...options) {
            const found = real.apply(this, options);
            if (this.isConnected !== false && found) window.graphics.push(found);
            return found;
        };
    }
}"""
LOSE_GRAPHICS = """() => {
    for (const one of window.graphics) one.getExtension?.("WEBGL_lose_context")?.loseContext();
}"""
"""As when the driver begins anew, or a tablet needs the memory."""


def test_the_screen_comes_back_when_the_computer_loses_its_graphics(profile: BrowserContext, tmp_path: Path) -> None:
    audit = an_audit_begun(tmp_path / "data")
    with started(tmp_path / "data") as app:
        profile.add_init_script(KNOW_GRAPHICS)
        window = opened(profile, app, f"/audits/{audit}/items/{PURPOSE[0].id}")
        window.choose("3 In place")
        leader.saved(window)
        picture = len(window.page.screenshot())
        for _ in ("painted with graphics again", "the second time without"):
            with window.page.expect_event("load"):
                window.page.evaluate(LOSE_GRAPHICS)
            window.shows(PURPOSE[0].text)
            expect(window.page.get_by_role("radio", name=re.compile("^3 In place"))).to_be_checked()
            window.page.wait_for_timeout(1000)
            assert len(window.page.screenshot()) > picture / 2, "blank"
