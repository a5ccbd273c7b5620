"""An unfinished audit moves to a newer version, and the next round begins with its answers."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from audit_app.app import open_workspace
from audit_app.responses.model import School
from tests.builders import level
from tests.e2e import leader
from tests.e2e.browser import Window, a_window, started
from tests.questionnaires.making import as_file
from tests.questionnaires.two_versions import FIRST_FORM, FORM, SECOND_FORM

pytestmark = pytest.mark.browser

CHANGED = "We trust our partners with hard news."


def begun_before_the_new_version(data: Path) -> str:
    """Four answers to the first version; then the second one was imported."""
    workspace = open_workspace(data)
    school = School(name=leader.SCHOOL)
    workspace.keep_settings(workspace.settings().model_copy(update={"school": school, "person": leader.PERSON}))
    workspace.import_questionnaire("first.json", as_file(FIRST_FORM))
    audit = workspace.start_audit(FORM, "Spring 2026", school)
    for item, code in (("kept", 3), ("heard", 1), ("trust", 2), ("gone", 4)):
        workspace.answer(audit, item, level(code))
    workspace.comment(audit, "trust", "Since the merger.")
    workspace.import_questionnaire("second.json", as_file(SECOND_FORM))
    workspace.close()
    return audit


def shown(data: Path, wave: str) -> dict[str, Any]:
    """By item: what the command line says about the audit of that round."""
    listed = json.loads(leader.command(data, "audits", "list", "--json"))
    (audit,) = [one["id"] for one in listed if one["wave"] == wave]
    return {item["id"]: item for item in json.loads(leader.command(data, "audits", "show", audit, "--json"))["items"]}


def test_an_audit_moves_on_and_the_next_round_begins_with_its_answers(profile: BrowserContext, tmp_path: Path) -> None:
    data = tmp_path / "data"
    audit = begun_before_the_new_version(data)
    with started(data) as app:
        window = a_window(profile)
        window.open(app.link)
        moves_to_the_new_version(window)
        answers_what_asks_again(window)
        window.go(f"/audits/{audit}")
        window.wait_for("This audit goes on elsewhere")
        begins_the_next_round(window)
        confirms_with_the_pointer_and_with_keys(window)
        assert window.problems == []
    spring, autumn = shown(data, "Spring 2026"), shown(data, "Autumn 2026")
    assert {item: one["answer"]["option"] for item, one in spring.items() if one["answer"]} == {
        "kept": "3",
        "heard": "1",
        "trust": "4",
    }
    assert spring["trust"]["before"]["answer"]["option"] == "2"
    assert {item: one["answer"]["option"] for item, one in autumn.items() if one["answer"]} == {
        "kept": "3",
        "heard": "1",
    }
    assert autumn["trust"]["carried"]["answer"]["option"] == "4"


def moves_to_the_new_version(window: Window) -> None:
    window.click(window.page.get_by_role("button", name=re.compile("^Continue: ")))
    window.wait_for("There is a newer version of these questions")
    window.press("See what changes")
    window.shows("What changes with version 2")
    for name in ("Asked again (1)", "New (1)", "Kept beside (1)", "Carries over (2)"):
        expect(window.page.get_by_role("heading", name=name)).to_be_attached()
    window.press("Move to version 2")
    window.wait_for(re.compile("This audit now has version 2 of its questionnaire"))


def answers_what_asks_again(window: Window) -> None:
    window.shows(CHANGED)  # the first without an answer
    window.wait_for("Updated since you last answered")
    window.wait_for("In version 1 it read: “We trust our partners.”")
    window.wait_for("Since the merger.")
    window.choose("4 Part of how we work")
    leader.saved(window)
    window.wait_for("Before, in version 1")


def begins_the_next_round(window: Window) -> None:
    window.press("Home")
    window.press("Start an audit")
    window.choose("A form")
    window.fill("Which round is this?", "Autumn 2026")
    expect(
        window.page.get_by_role("radio", name=re.compile("^Begin with the answers from Spring 2026"))
    ).to_be_checked()
    window.press("Start")
    window.shows("We say what kept is.")


def confirms_with_the_pointer_and_with_keys(window: Window) -> None:
    window.wait_for("From Spring 2026: 3 In place")
    expect(window.page.get_by_role("radio", checked=True)).to_have_count(0)
    window.press("Still true: 3 In place")
    expect(window.page.get_by_role("radio", name=re.compile("^3 In place"))).to_be_checked()
    leader.saved(window)
    window.page.keyboard.press("n")
    window.shows("We say what heard is.")
    window.page.keyboard.press("s")
    expect(window.page.get_by_role("radio", name=re.compile("^1 Not yet"))).to_be_checked()
    leader.saved(window)
    window.press("Check your answers")
    window.shows("Check your answers")
    expect(window.page.get_by_role("heading", name="Waits to be confirmed (1)")).to_be_attached()
