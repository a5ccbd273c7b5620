"""Kept safe, in a real browser: an earlier answer is put back from the history; a backup goes out and comes back."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.e2e import leader
from tests.e2e.browser import Window, a_window, started
from tests.e2e.test_short_journeys import PURPOSE, an_audit_begun, opened

pytestmark = pytest.mark.browser

FIRST = PURPOSE[0]


def test_an_earlier_answer_is_put_back(profile: BrowserContext, tmp_path: Path) -> None:
    audit = an_audit_begun(tmp_path / "data")
    with started(tmp_path / "data") as app:
        window = opened(profile, app, f"/audits/{audit}/items/{FIRST.id}")
        for level in ("2 Started", "4 Part of how we work"):
            window.choose(level)
            leader.saved(window)
        expect(window.page.get_by_role("button", name="Undo: back to 2 Started")).to_be_attached()
        window.press("History")
        window.shows("History")
        window.wait_for(re.compile("Answer changed from “2 Started” to “4 Part of how we work”"))
        window.click(window.page.get_by_role("button", name=re.compile("^Put this back: 2 Started")))
        window.wait_for(re.compile("Answer changed from “4 Part of how we work” to “2 Started”"))
        window.press("Back to the statement")
        window.shows(FIRST.text)
        expect(window.page.get_by_role("radio", name=re.compile("^2 Started"))).to_be_checked()
        assert window.problems == []
    assert leader.answers(tmp_path / "data")[FIRST.id]["option"] == "2"


def test_a_backup_goes_out_and_comes_back_on_another_computer(profile: BrowserContext, tmp_path: Path) -> None:
    audit = an_audit_begun(tmp_path / "data")
    with started(tmp_path / "data") as app:
        window = opened(profile, app, f"/audits/{audit}/items/{FIRST.id}")
        window.choose("3 In place")
        leader.saved(window)
        on_the_data_screen(window)
        window.wait_for(re.compile("Your audit is sound"))
        leader.download(window, "Download a backup", tmp_path / "kept.zip")
        window.wait_for(re.compile("The backup holds 1 audit and 0 evidence files. It was read back and is sound."))
        assert window.problems == []
    with started(tmp_path / "elsewhere") as app:
        window = a_window(profile)
        window.open(app.link)
        on_the_data_screen(window)
        with window.page.expect_file_chooser() as chooser:
            window.press("Choose a backup file")
        chooser.value.set_files(tmp_path / "kept.zip")
        window.wait_for(re.compile("Partnership health, .*, Autumn 2026"))
        window.press("Restore")
        window.wait_for(re.compile("Restored. 1 audit came back."))
        assert window.problems == []
    assert leader.answers(tmp_path / "elsewhere")[FIRST.id]["option"] == "3"


def on_the_data_screen(window: Window) -> None:
    window.go("/data")
    window.shows("Your data")
