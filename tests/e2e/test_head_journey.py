"""The head who is told not to work with others: the case for it on one page, and steps that need nobody's leave."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from audit_app.questionnaires.library import shipped
from tests.e2e import leader
from tests.e2e.browser import Window, a_window, started
from tests.reports.reading import read
from tests.reports.soundness import failures

pytestmark = pytest.mark.browser

READINESS = shipped().get("readiness")
ANSWER, REASONS, CASE, ROOM = READINESS.sections[0].items
WORDS = "He said: not while I am in charge."
STEP = CASE.actions[0]
"""Writing the case, which needs nobody's leave."""


def test_a_head_gets_the_case_on_one_page_and_steps_that_need_nobodys_leave(
    profile: BrowserContext, tmp_path: Path
) -> None:
    with started(tmp_path / "data") as app:
        window = a_window(profile)
        window.open(app.link)
        leader.start_with_a_name(window)
        starts_the_readiness_audit(window)
        says_what_stands_in_the_way(window)
        paper = gets_the_case(window, tmp_path)
        plans_what_needs_nobodys_leave(window)
        assert window.hosts() == {app.address.removeprefix("http://")}
        assert window.problems == []
    assert failures(paper) == []
    reading = read(paper)
    assert reading.pages == 1
    said = " ".join(words for _, words in reading.said())
    assert "Whoever asks is told: “the board or the trust says no”." in said
    assert "“a rule forbids it”" in said
    assert WORDS in said
    assert said.index(f"Nobody’s {STEP.text}") < said.index("The head’s Ask the head")


def starts_the_readiness_audit(window: Window) -> None:
    window.press("Start an audit")
    window.shows("Start an audit")
    window.choose(READINESS.title)
    window.press("Start")
    window.shows(ANSWER.text)


def says_what_stands_in_the_way(window: Window) -> None:
    """One section of eight: as much as there is time for."""
    window.choose("The board or the trust says no")
    leader.saved(window)
    window.press("Next")
    window.shows(REASONS.text)
    window.press("A rule forbids it", "checkbox")
    leader.saved(window)
    window.press("Next")
    for item in (CASE, ROOM):
        window.shows(item.text)
        window.choose("1 ")
        leader.saved(window)
        if item is CASE:
            window.fill("What would the person who decides need to hear or see?", WORDS)
            leader.saved(window)
            window.press("Next")


def gets_the_case(window: Window, folder: Path) -> bytes:
    window.press("Check your answers")
    window.shows("Check your answers")
    window.press("Results")
    window.shows("Results")
    leader.download(window, "PDF of the case", folder / "case.pdf")
    return (folder / "case.pdf").read_bytes()


def plans_what_needs_nobodys_leave(window: Window) -> None:
    """Of the ideas, only those; one becomes an action."""
    window.press("Make the action plan")
    window.shows("Action plan")
    window.fill("What will you work on?", "Getting to yes")
    window.press("Add a priority of your own")
    window.shows("Getting to yes")
    window.press("Ideas for actions")
    window.wait_for(re.compile("Needs the head’s leave"))
    window.select("Needs the leave of", "Nobody")
    expect(window.page.get_by_text(re.compile("Needs the head’s leave"))).to_have_count(0)
    window.wait_for(re.compile("Needs nobody’s leave"))
    window.click(window.page.get_by_role("button", name=re.compile("^Add to the actions: ")).first)
    window.wait_for("In the actions")
