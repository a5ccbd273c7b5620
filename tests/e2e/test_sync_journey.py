"""Two devices share an audit: one on the screen, in a browser, the other on the command line, through a real server."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from audit_app.app import open_workspace
from audit_app.responses.model import School
from tests.e2e import leader
from tests.e2e.browser import a_window, started
from tests.sync.servers import PASSWORD, webdav_server

pytestmark = pytest.mark.browser

ITEM = "purpose_clear_goals"


def test_an_audit_reaches_a_colleague_through_a_server(profile: BrowserContext, tmp_path: Path) -> None:
    head, deputy, folder = tmp_path / "head", tmp_path / "deputy", tmp_path / "folder"
    folder.mkdir()
    audit = ""
    for data in (head, deputy):
        workspace = open_workspace(data)
        workspace.keep_settings(workspace.settings().model_copy(update={"school": School(name=leader.SCHOOL)}))
        if data is head:
            audit = workspace.start_audit("partnership-health", "Autumn 2026", School(name=leader.SCHOOL))
        workspace.close()
    with webdav_server(folder) as address, started(head) as app:
        window = a_window(profile)
        window.open(app.link)
        window.press("Shared folder")
        window.shows("Shared folder")
        window.fill("Folder or address", address)
        window.choose("Everything")
        window.press("See what would happen")
        window.wait_for("Log in there")
        window.fill("User name", "ann")
        window.fill("Password", PASSWORD)
        window.press("Log in and look")
        window.wait_for("Goes there")
        assert not [*folder.iterdir()]
        window.press("Sync now")
        window.shows("Home")
        window.wait_for("Synced. Nothing new came, 1 file went there.")
        assert synced(deputy, address, "--share", "full")["add"][0]["audit"] == audit
        command(deputy, "answer", audit, ITEM, "3")
        assert synced(deputy, address)["sent"][0]["new"] is True
        window.press("Shared folder")
        window.shows("Shared folder")
        window.holds("Folder or address", address)
        window.press("See what would happen")
        window.wait_for("Log in there")
        window.fill("User name", "ann")
        window.fill("Password", PASSWORD)
        window.press("Log in and look")
        window.wait_for("Comes, and is joined with what is here")
        window.press("Sync now")
        window.shows("Home")
        assert window.problems == []
    workspace = open_workspace(head, read_only=True)
    answer = workspace.audit(audit).standing(ITEM).answer
    workspace.close()
    assert answer is not None
    assert answer.option == "3"
    assert all(PASSWORD.encode() not in path.read_bytes() for path in head.rglob("*") if path.is_file())


def synced(data: Path, *words: str) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads(command(data, "sync", *words, "--json"))
    return found


def command(data: Path, *words: str) -> str:
    given = {
        "AUDIT_APP_SYNC_USER": "ann",
        "AUDIT_APP_SYNC_PASSWORD": PASSWORD,
        "PATH": "/usr/bin:/bin",
        "HOME": str(data),
    }
    done = subprocess.run(
        [sys.executable, "-m", "audit_app.cli", *words, "--data", data],
        capture_output=True,
        text=True,
        env=given,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout
