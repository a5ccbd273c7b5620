"""A school's own question in a real browser: written in the library, asked in the next audit, answered."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from audit_app.app import open_workspace
from audit_app.questionnaires.own import own_id
from audit_app.responses.model import Answer, School
from audit_app.ui.text import own_items as text
from audit_app.ui.text import start
from tests.e2e import leader
from tests.e2e.browser import a_window, started

pytestmark = pytest.mark.browser

QUESTION = "Every child starts the day with breakfast."
ITEM = own_id(QUESTION, ())


def test_a_question_of_the_schools_own_is_written_asked_and_answered(profile: BrowserContext, tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path / "data")
    workspace.keep_settings(workspace.settings().model_copy(update={"school": School(name=leader.SCHOOL)}))
    workspace.close()
    with started(tmp_path / "data") as app:
        window = a_window(profile)
        window.open(app.link)
        window.go("/library/partnership-health")
        window.press(text.OPEN)
        window.shows(text.TITLE)
        window.press(text.ADD)
        window.press(text.KEEP)  # too early: what is missing is said
        window.wait_for(text.to_mend(5))
        window.fill(text.STATEMENT, QUESTION)
        for level in ("1 Not yet", "2 Started", "3 In place", "4 Part of how we work"):
            window.fill(level, f"This is what {level[0]} looks like.")
        window.press(text.KEEP)
        window.shows(text.TITLE)
        expect(window.page.get_by_role("heading", name=QUESTION)).to_be_attached()
        window.go("/start/partnership-health")
        window.press(start.START)
        window.page.wait_for_url("**/audits/**")  # the screen before has radio buttons too
        expect(window.page.get_by_role("radio").first).to_be_attached()
        audit = window.page.url.split("/audits/")[1].split("/")[0]
        window.go(f"/audits/{audit}/items/{ITEM}")
        window.shows(QUESTION)
        window.choose("3 In place")
        leader.saved(window)
        assert window.problems == []
    workspace = open_workspace(tmp_path / "data", read_only=True)
    assert workspace.audit(audit).standing(ITEM).answer == Answer(option="3")
    workspace.close()
