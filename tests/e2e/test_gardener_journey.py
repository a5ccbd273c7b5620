"""The gardener: bundles of four schools come in, she sees them side by side, and takes the names off for a meeting."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from audit_app.app import open_workspace
from audit_app.demo.fill import fill
from audit_app.responses.model import School
from tests.e2e.browser import Window, started

pytestmark = pytest.mark.browser

SCHOOLS = ("Copperbeech Free School (demo)", "Foxglove Lane Primary School (demo)", "Harrowmere Academy (demo)")


def bundles(place: Path) -> list[Path]:
    """What four schools of the demo export of their latest round."""
    workspace = open_workspace(place / "partners")
    fill(workspace, 4)
    files = []
    for line in workspace.audits():
        if line.questionnaire == "partnership-health" and line.wave == "Summer 2026":
            files.append(place / f"{line.id}.json")
            files[-1].write_bytes(workspace.export(line.id, "scores"))
    workspace.close()
    return files


def test_four_bundles_come_in_and_stand_side_by_side(window: Window, tmp_path: Path) -> None:
    files = bundles(tmp_path)
    gardener = open_workspace(tmp_path / "data")
    gardener.keep_settings(gardener.settings().model_copy(update={"school": School(name="The partnership’s office")}))
    gardener.close()
    with started(tmp_path / "data") as app:
        window.open(app.link)
        window.press("Partnership")
        window.shows("Partnership")
        window.wait_for("Two schools make a comparison")
        window.press("Import files")
        window.shows("Import")
        with window.page.expect_file_chooser() as chooser:
            window.press("Choose files")
        chooser.value.set_files(files)
        window.wait_for("New here")
        window.press("Import")
        window.shows("Audits")
        window.press("Partnership")
        expect(window.page.get_by_role("heading", level=2, name="Section by section")).to_be_attached()
        table = window.page.get_by_label("Section by section").get_by_role("table").first
        expect(table.get_by_role("columnheader", name="Purpose")).to_be_attached()
        said = table.aria_snapshot()
        assert all(name in said for name in SCHOOLS), said
        assert "3.3 In place" in said
        window.click(window.page.get_by_role("checkbox", name="Show the schools’ names"))
        window.wait_for("School B")
        for name in SCHOOLS:
            expect(window.page.get_by_text(name).or_(window.page.get_by_label(name))).to_have_count(0)
        assert window.problems == []
