"""The teacher on the staff-room laptop: an anonymous survey that two colleagues answer, nothing left between them."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, WebSocket, expect

from audit_app.app import open_workspace
from audit_app.questionnaires.library import shipped
from audit_app.responses.model import School
from tests.e2e import leader
from tests.e2e.browser import RunningProcess, Window, a_window, started

pytestmark = pytest.mark.browser

TITLE = "Partnership pulse"
ITEMS = tuple(shipped().get("partnership-pulse").items)
CODE = "4711"
FIRST_WORDS = "Nobody asked us before the merger"
SECOND_WORDS = "The choir was worth every minute"
LEFT_OVER = """() => [...document.querySelectorAll('*')].flatMap((one) => [
    one.getAttribute('aria-label') || '', one.value || '', one.shadowRoot ? one.shadowRoot.textContent : '',
    [...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent).join(' '),
]).join('\\n')"""
"""All that the page holds in text: labels, fields, shadow trees."""


def a_school(data: Path) -> None:
    workspace = open_workspace(data)
    workspace.keep_settings(workspace.settings().model_copy(update={"school": School(name=leader.SCHOOL)}))
    workspace.close()


def opened_survey(window: Window) -> None:
    window.press("Surveys")
    window.shows("Surveys")
    window.press("Start a survey")
    window.shows("Start a survey")
    window.choose(TITLE)
    window.press("Remove: Leaders")
    window.fill("How many are asked: Teachers", "24")
    window.fill("How many are asked: Support staff", "4")
    window.wait_for(re.compile("it will never have results of its own"))
    window.fill("How many are asked: Support staff", "19")
    window.press("Open the survey")
    window.shows(TITLE)
    window.wait_for(re.compile("is open. Hand the device to a colleague"))


def hand_over(window: Window) -> None:
    window.press("Hand over to a colleague")
    window.shows("Hand over to a colleague")
    window.fill("Four digits to take it back with", CODE)
    window.press("Hand it over")
    shows_the_notice(window)


def shows_the_notice(window: Window) -> None:
    window.shows(TITLE)
    expect(window.page.get_by_role("heading", name="Before you begin")).to_be_attached()
    expect(window.page.get_by_role("button", name="Settings")).to_have_count(0)


def answer(window: Window, group: str, level: str, words: str) -> None:
    """The first two statements, and a comment."""
    window.press("Begin")
    window.shows("Which group are you in?")
    expect(window.page.get_by_role("radio", checked=True)).to_have_count(0)
    window.choose(group)
    window.press("Go on")
    window.shows(ITEMS[0].text)
    expect(window.page.get_by_role("radio", checked=True)).to_have_count(0)
    window.choose(level)
    window.press("Add a comment")
    window.fill("Comment", words)
    window.press("Next")
    window.shows(ITEMS[1].text)
    window.choose("I cannot tell")


def hand_in(window: Window) -> None:
    window.press("Check your answers")
    window.shows("Check your answers")
    window.press("Hand in")
    window.shows("Thank you")


def test_two_colleagues_answer_on_one_laptop(profile: BrowserContext, tmp_path: Path) -> None:
    a_school(tmp_path / "data")
    with started(tmp_path / "data") as app:
        window = a_window(profile)
        told = frames(window)
        window.open(app.link)
        opened_survey(window)
        hand_over(window)

        answer(window, "Teachers", "1 Gone quiet", FIRST_WORDS)
        window.page.go_back()
        window.shows(ITEMS[1].text)
        hand_in(window)
        told.clear()
        has_nothing_of(window, FIRST_WORDS)
        for _ in range(3):
            window.page.go_back()
            has_nothing_of(window, FIRST_WORDS)
            window.shows("Thank you")
        window.press("Next colleague")
        shows_the_notice(window)

        answer(window, "Support staff", "4 Growing", SECOND_WORDS)
        told.clear()
        window.page.reload()
        window.wait_until_usable()
        shows_the_notice(window)
        has_nothing_of(window, SECOND_WORDS)
        other_places_are_closed(window, app, told)
        assert not any(words in frame for frame in told for words in (FIRST_WORDS, SECOND_WORDS))
        answer(window, "Support staff", "4 Growing", SECOND_WORDS)
        hand_in(window)

        take_back(window)
        window.wait_for(re.compile(r"Teachers: 1 of 24"))
        window.wait_for(re.compile(r"Support staff: 1 of 19"))
        window.press("Close the survey")
        window.press("Close it")
        expect(window.page.get_by_role("button", name="See the results", exact=True)).to_be_attached()
        assert window.problems == []
        assert window.hosts() == {app.address.removeprefix("http://")}
    kept(tmp_path / "data")


def frames(window: Window) -> list[str]:
    """What the server sends, as it comes."""
    told: list[str] = []

    def heard(payload: str | bytes) -> None:
        told.append(payload if isinstance(payload, str) else payload.decode("latin-1"))

    def connected(socket: WebSocket) -> None:
        socket.on("framereceived", heard)

    window.page.on("websocket", connected)
    return told


def has_nothing_of(window: Window, words: str) -> None:
    window.page.wait_for_timeout(500)
    assert words not in window.page.evaluate(LEFT_OVER)
    expect(window.page.get_by_role("radio", checked=True)).to_have_count(0)


def other_places_are_closed(window: Window, app: RunningProcess, told: list[str]) -> None:
    """By address, and in another window that opens meanwhile."""
    for place in ("/", "/audits", "/settings"):
        window.open(app.address + place)
        shows_the_notice(window)
    another = a_window(window.page.context)
    told_there = frames(another)
    another.open(f"{app.address}/surveys")
    shows_the_notice(another)
    told.extend(told_there)
    another.page.close()


def take_back(window: Window) -> None:
    window.press("Take the device back")
    window.shows("Take the device back")
    window.fill("Your four digits", "0000")
    window.click(window.page.get_by_role("button", name="Take the device back", exact=True))
    window.wait_for("These are not the four digits.")
    window.fill("Your four digits", CODE)
    window.click(window.page.get_by_role("button", name="Take the device back", exact=True))
    window.shows(TITLE)
    expect(window.page.get_by_role("button", name="Settings")).to_be_attached()


def kept(data: Path) -> None:
    workspace = open_workspace(data, read_only=True)
    [line] = workspace.audits()
    assert (line.responses, line.invited, line.status) == (2, 43, "submitted")
    workspace.close()
