"""The network's gardener: collects the files of eight schools, and sees where the partnership is strong, who could help
whom, and whether it is going quiet; she takes the names off for a meeting.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from audit_app.demo.fill import fill
from audit_app.questionnaires.library import shipped
from audit_app.responses.model import School
from audit_app.storage.memory import MemoryStore
from audit_app.workspace import Workspace, summariser
from tests.e2e import leader
from tests.e2e.browser import Window, started
from tests.e2e.fixed_day import COMMAND, DAY, workspace_on_the_day
from tests.reports.reading import read

pytestmark = pytest.mark.browser

SENT = ("partnership-health", "Summer 2026"), ("provision-audit", "Autumn 2026"), ("partnership-pulse", "Autumn 2026")
SCHOOLS = ("Copperbeech Free School (demo)", "Foxglove Lane Primary School (demo)", "Harrowmere Academy (demo)")
"""Three of the eight. One had not begun its audit by then."""


def files_of_eight_schools(folder: Path) -> list[Path]:
    """What each school exports as scores: its audit, what it could offer, its pulse."""
    library = shipped()
    schools = Workspace(MemoryStore(summariser(library), lambda: "partner"), library, lambda: DAY, lambda: DAY, str)
    fill(schools, 8)
    files = []
    for line in schools.audits():
        if (line.questionnaire, line.wave) in SENT and line.status == "submitted":
            files.append(folder / f"{line.id}.json")
            files[-1].write_bytes(schools.export(line.id, "scores"))
    return files


def test_the_files_of_eight_schools_come_in_and_say_what_to_do(window: Window, tmp_path: Path) -> None:
    files = files_of_eight_schools(tmp_path)
    gardener = workspace_on_the_day(tmp_path / "data", schools=0)
    gardener.keep_settings(gardener.settings().model_copy(update={"school": School(name="The partnership’s office")}))
    gardener.close()
    with started(tmp_path / "data", command=COMMAND) as app:
        window.open(app.link)
        she_imports_them_all_at_once(window, files)
        she_sees_them_side_by_side(window)
        she_takes_the_names_off_for_a_meeting(window, tmp_path)
        she_decides_who_helps_whom(window)
        she_sees_whether_it_is_going_quiet(window, tmp_path)
        assert window.problems == []


def she_imports_them_all_at_once(window: Window, files: list[Path]) -> None:
    window.press("Partnership")
    window.shows("Partnership")
    window.wait_for("Two schools make a comparison")
    window.press("Import files")
    window.shows("Import")
    window.pick("Choose files", *files)
    window.wait_for("New here")
    window.press("Import")
    window.shows("Audits")
    window.wait_for(f"{len(files)} audits were imported.")


def she_sees_them_side_by_side(window: Window) -> None:
    window.press("Partnership")
    expect(window.page.get_by_role("heading", level=2, name="Section by section")).to_be_attached()
    window.select("Questionnaire", "Partnership health (7 schools)")
    window.wait_for(re.compile("7 schools, 35 statements compared"))
    table = window.page.get_by_label("Section by section").get_by_role("table").first
    expect(table.get_by_role("columnheader", name="Purpose")).to_be_attached()
    said = table.aria_snapshot()
    assert all(name in said for name in SCHOOLS), said
    assert "3.3 In place" in said


def she_takes_the_names_off_for_a_meeting(window: Window, folder: Path) -> None:
    """On the screen and on paper."""
    window.press("Show the schools’ names", "checkbox")
    window.wait_for("School B")
    for name in SCHOOLS:
        expect(window.page.get_by_text(name).or_(window.page.get_by_label(name))).to_have_count(0)
    leader.download(window, "PDF of the partnership report", folder / "report.pdf")
    said = " ".join(words for _, words in read((folder / "report.pdf").read_bytes()).said())
    assert "School B" in said
    assert not any(name.removesuffix(" (demo)") in said for name in SCHOOLS)


def she_decides_who_helps_whom(window: Window) -> None:
    window.press("Who could help whom")
    window.shows("Who could help whom")
    window.wait_for(re.compile(r"^\d+ matches among 8 schools"))
    window.click(window.page.get_by_role("button", name=re.compile("^Accept: ")).first)
    window.fill("Why?", "Both heads agreed on the telephone.")
    window.press("Accept it")
    window.wait_for("Accepted. The schools were matched again.")


def she_sees_whether_it_is_going_quiet(window: Window, folder: Path) -> None:
    """In words, with what to do next, and by when in her calendar."""
    window.page.go_back()
    window.shows("Partnership")
    window.press("Is it going quiet?")
    window.shows("Is it going quiet?")
    for heading in ("The signs", "The pulse, round by round", "The gardener’s list"):
        expect(window.page.get_by_role("heading", level=2, name=heading)).to_be_attached()
    leader.download(window, "Put it in my calendar", folder / "list.ics")
    assert b"BEGIN:VEVENT" in (folder / "list.ics").read_bytes()
