"""The deputy: fills two sections on a device of his own while the head fills three; a file and a folder join them.

Through a server with a password it is in `test_sync_journey.py`.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from audit_app.app import open_workspace
from audit_app.responses.model import School
from audit_app.workspace import Workspace
from tests.builders import level
from tests.e2e import leader
from tests.e2e.browser import Window, a_window, started
from tests.e2e.leader import SECTIONS

pytestmark = pytest.mark.browser

HEADS, DEPUTYS = SECTIONS[:3], SECTIONS[3:]
BOTH = SECTIONS[0].items[0]
"""The statement that both answered, neither knowing of the other."""
ITEMS = sum(len(section.items) for section in SECTIONS)
NAME = "Partnership health, Autumn 2026"


def filled(data: Path, person: str, bundle: bytes = b"") -> bytes:
    """The audit as this person's device has it, as a file for the colleague. Without a bundle it is started."""
    workspace = open_workspace(data)
    school = School(name=leader.SCHOOL)
    workspace.keep_settings(workspace.settings().model_copy(update={"school": school, "person": person}))
    if bundle:
        workspace.apply_import(workspace.plan_import([("head.json", bundle)]))
        audit = workspace.audits()[0].id
    else:
        audit = workspace.start_audit("partnership-health", "Autumn 2026", school)
    content = workspace.export(audit, "full")
    answer(workspace, audit, deputy=bool(bundle))
    workspace.close()
    return content


def answer(workspace: Workspace, audit: str, *, deputy: bool) -> None:
    for section in DEPUTYS if deputy else HEADS:
        for item in section.items:
            workspace.answer(audit, item.id, level(3))
    if deputy:
        workspace.answer(audit, BOTH.id, level(1))


def test_two_halves_are_joined_by_a_file_and_go_back_by_a_shared_folder(
    profile: BrowserContext, tmp_path: Path
) -> None:
    heads, deputys, folder = tmp_path / "head", tmp_path / "deputy", tmp_path / "shared folder"
    folder.mkdir()
    filled(deputys, "Tom Ashdown", filled(heads, "Nadia Whitlock"))
    with started(deputys) as deputy, started(heads) as head:
        his, hers = (opened(profile, app.link) for app in (deputy, head))
        file = he_exports_his_half(his, tmp_path)
        she_joins_it_with_hers(hers, file)
        she_chooses_where_they_differ(hers)
        syncs(hers, folder, "Goes there")
        syncs(his, folder, "Comes, and is joined with what is here")
        his.press(f"Check your answers: {NAME}")
        his.shows("Check your answers")
        for section in SECTIONS:
            all_of_it = f"{section.title}: {len(section.items)} of {len(section.items)} answered"
            expect(his.page.get_by_role("button", name=all_of_it)).to_be_attached()
        assert [*his.problems, *hers.problems] == []
    his_answers, her_answers = leader.answers(deputys), leader.answers(heads)
    assert len(his_answers) == ITEMS
    assert his_answers == her_answers
    assert his_answers[BOTH.id]["option"] == "3"


def opened(profile: BrowserContext, link: str) -> Window:
    window = a_window(profile)
    window.open(link)
    window.shows("Home")
    return window


def he_exports_his_half(window: Window, folder: Path) -> Path:
    window.press(f"Continue: {NAME}")
    window.press("Results")
    window.shows("Results")
    window.press("Export")
    window.shows("Export")
    window.choose("Everything")
    leader.download(window, "Export", folder / "half.json")
    window.press("Home")
    window.shows("Home")
    return folder / "half.json"


def she_joins_it_with_hers(window: Window, file: Path) -> None:
    """What comes is said first; the one answer that differs is not written over."""
    window.press("Import a file")
    window.shows("Import")
    window.pick("Choose files", file)
    window.wait_for("Known, and some answers differ")
    window.wait_for(re.compile("1 answer differs"))
    window.press("Import")
    window.shows("Audits")


def she_chooses_where_they_differ(window: Window) -> None:
    window.press("Home")
    window.shows("Home")
    window.press(f"Continue: {NAME}")
    window.press("Check your answers")
    window.shows("Check your answers")
    expect(window.page.get_by_role("heading", name=re.compile(r"\(1\)$")).first).to_be_attached()
    window.press(BOTH.text)
    window.shows(BOTH.text)
    window.click(window.page.get_by_role("button", name=re.compile("^Keep .*Nadia Whitlock")))
    expect(window.page.get_by_role("radio", name=re.compile("^3 In place"))).to_be_checked()
    window.press("Home")
    window.shows("Home")


def syncs(window: Window, folder: Path, what: str) -> None:
    window.press("Shared folder")
    window.shows("Shared folder")
    window.fill("Folder or address", str(folder))
    window.choose("Everything")
    window.press("See what would happen")
    window.wait_for(what)
    window.press("Sync now")
    window.shows("Home")
