"""What a leader does on each screen, by roles and names; and what the command line says about the same folder."""

import json
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Download, expect

from audit_app.questionnaires.library import shipped
from tests.e2e.browser import AUDIT_APP, Window

SCHOOL = "Foxglove Lane Primary"
PERSON = "Nadia Whitlock"
SECTIONS = shipped().get("partnership-health").sections
SAVED = re.compile(r"^Saved \d\d:\d\d")


def command(data: Path, *arguments: str) -> str:
    """What the command line prints about a data folder."""
    done = subprocess.run(
        [*AUDIT_APP, *arguments, "--data", str(data)], capture_output=True, text=True, check=True, timeout=120
    )
    return done.stdout


def only_audit(data: Path) -> str:
    found = json.loads(command(data, "audits", "list", "--json"))
    assert len(found) == 1
    return str(found[0]["id"])


def answers(data: Path) -> dict[str, Any]:
    """By item: what stands for it on the disk."""
    document = json.loads(command(data, "audits", "show", only_audit(data), "--json"))
    return {item["id"]: item["answer"] for item in document["items"] if item["answer"]}


def saved(window: Window) -> None:
    """The screen says that what was given last is on the disk."""
    expect(window.page.get_by_label(SAVED).or_(window.page.get_by_text(SAVED)).first).to_be_attached()


def start_with_a_profile(window: Window) -> None:
    """The first start: a wrong URN is refused beside its field, and nothing typed is lost."""
    window.shows("Welcome to School Audit")
    window.fill("Name of the school", SCHOOL)
    window.fill("Your name", PERSON)
    window.press("More about the school")
    window.fill("URN", "12345")
    window.fill("Pupils on roll", "214")
    window.press("Start")
    window.wait_for(re.compile("A URN has six digits"))
    window.holds("Name of the school", SCHOOL)
    window.fill("URN", "100000")
    window.press("Start")
    window.shows("Home")
    window.wait_for(SCHOOL)


def start_with_a_name(window: Window) -> None:
    """All that is needed."""
    window.fill("Name of the school", SCHOOL)
    window.press("Start")
    window.shows("Home")


def start_an_audit(window: Window) -> None:
    window.press("Start an audit")
    window.shows("Start an audit")
    expect(window.page.get_by_role("radio", name=re.compile("^Partnership health"))).to_be_checked()
    window.press("Start")
    window.shows(SECTIONS[0].items[0].text)


def answer_a_section(window: Window, levels: Sequence[str]) -> None:
    """The section on the screen, statement by statement; ends at its last one."""
    section = next(one for one in SECTIONS if one.items[0].text in window.page.inner_text("body"))
    for item, level in zip(section.items, levels, strict=True):
        window.shows(item.text)
        window.choose(level)
        saved(window)
        if item is not section.items[-1]:
            window.press("Next")


def comment(window: Window, words: str) -> None:
    window.fill("Comment", words)
    saved(window)


def add_evidence(window: Window, folder: Path) -> None:
    """Words, a link, and a file; a wrong link and a wrong kind of file are refused with the reason."""
    window.press("Add words")
    window.fill("What shows it", "Minutes of 3 October, page 2")
    window.press("Add these words")
    window.wait_for(re.compile("Minutes of 3 October, page 2"))
    window.press("Add a link")
    window.fill("Web address", "not an address")
    window.press("Add this link")
    window.wait_for(re.compile("“not an address” is not a web address"))
    window.fill("Web address", "https://foxglove.example/partners")
    window.press("Add this link")
    window.wait_for("https://foxglove.example/partners")
    _pick(window, "Add a file or photo", folder / "tool.exe", b"MZ")
    window.wait_for(re.compile("“tool.exe” is not a kind of file that can be added"))
    _pick(window, "Add a file or photo", folder / "agenda.txt", b"1. Attendance\n2. Reading\n")
    window.wait_for(re.compile(r"agenda\.txt \(1 KB\)"))
    saved(window)


def _pick(window: Window, name: str, file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with window.page.expect_file_chooser() as chooser:
        window.press(name)
    chooser.value.set_files(file)


def import_file(window: Window, file: Path) -> None:
    """The dry run first, then the import."""
    window.press("Import a file")
    window.shows("Import")
    with window.page.expect_file_chooser() as chooser:
        window.press("Choose files")
    chooser.value.set_files(file)
    expect(window.page.get_by_role("heading", name="What importing does")).to_be_attached()
    expect(window.page.get_by_role("heading", name="New here")).to_be_attached()


def download(window: Window, name: str, file: Path) -> Download:
    """Press the button, and keep what the browser was given."""
    with window.page.expect_download() as offered:
        window.press(name)
    offered.value.save_as(file)
    return offered.value
