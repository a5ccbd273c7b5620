"""The letterhead through the one door and on the command line: kept, backed up, on the own school's papers alone."""

import itertools
import json
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from audit_app.app import open_workspace
from audit_app.questionnaires.library import shipped
from audit_app.reports.letterhead import UnusableLogoError
from audit_app.storage.memory import MemoryStore
from audit_app.storage.protocol import Settings
from audit_app.workspace import Workspace, summariser
from tests.builders import MORNING, a_school
from tests.reports.pictures import HOSTILE, a_picture
from tests.reports.reading import read
from tests.test_cli import Terminal
from tests.test_cli import terminal as terminal


@pytest.fixture
def a_workspace() -> Workspace:
    """Empty, in memory."""
    library, numbers = shipped(), itertools.count(1)
    store = MemoryStore(summariser(library), lambda: "laptop")
    return Workspace(store, library, lambda: MORNING, lambda: MORNING, lambda: f"id{next(numbers)}")


OURS, ANOTHER = "Foxglove Lane Primary", "Harrowmere Academy"


def at_home(workspace: Workspace) -> Workspace:
    workspace.keep_settings(workspace.settings().model_copy(update={"school": a_school(OURS)}))
    workspace.keep_logo(a_picture())
    workspace.keep_colour("#7a1f5c")
    return workspace


def first_heard(paper: bytes) -> tuple[str, str]:
    return read(paper).said()[0]


def test_the_own_schools_papers_have_it(a_workspace: Workspace) -> None:
    audit = at_home(a_workspace).start_audit("readiness", "Autumn 2026", a_school(OURS))
    papers = [a_workspace.paper(audit, paper) for paper in a_workspace.papers(audit)]
    for paper in (*papers, a_workspace.blank_paper("readiness")):
        assert first_heard(paper) == ("Figure", OURS)


def test_another_schools_papers_and_those_of_all_schools_do_not(a_workspace: Workspace) -> None:
    workspace = at_home(a_workspace)
    audit = workspace.start_audit("partnership-health", "Autumn 2026", a_school(ANOTHER))
    assert first_heard(workspace.paper(audit))[0] == "H1"
    joint = workspace.start_joint_plan("Wenlow Partnership", "2026–27", [OURS, ANOTHER])
    assert first_heard(workspace.paper(joint))[0] == "H1"


def test_a_picture_that_is_refused_leaves_the_one_before(a_workspace: Workspace) -> None:
    before = at_home(a_workspace).logo()
    with pytest.raises(UnusableLogoError):
        a_workspace.keep_logo(HOSTILE["a bomb"])
    assert a_workspace.logo() == before


def test_what_is_changed_at_once_in_two_threads_stays_both(a_workspace: Workspace) -> None:
    """A colour from the screen while a sync remembers its place."""
    begun, other_is_done = threading.Event(), threading.Event()

    def slowly(settings: Settings) -> Mapping[str, object]:
        begun.set()
        other_is_done.wait(0.2)
        return {"text_size": settings.text_size + 20}

    with ThreadPoolExecutor() as pool:
        first = pool.submit(a_workspace.change_settings, slowly)
        assert begun.wait(5)
        second = pool.submit(a_workspace.keep_colour, "#7a1f5c")
        second.add_done_callback(lambda _: other_is_done.set())
        first.result(5)
        second.result(5)
    kept = a_workspace.settings()
    assert (kept.text_size, kept.colour) == (120, "7A1F5C")


def test_it_comes_back_from_a_backup(tmp_path: Path) -> None:
    first, second = open_workspace(tmp_path / "one"), open_workspace(tmp_path / "two")
    content, _ = at_home(first).backup()
    second.apply_restore(second.plan_restore(("backup.zip", content)))
    assert (second.logo(), second.settings().colour) == (first.logo(), "7A1F5C")
    first.close()
    second.close()


def test_the_command_line_keeps_shows_and_takes_it_off(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(a_picture())
    assert "Your papers have no logo." in terminal.run("letterhead")[1]
    code, out, _ = terminal.run("letterhead", "--logo", file, "--colour", "#FFD500", "--json")
    assert code == 0
    assert json.loads(out) == {
        "logo": True,
        "colour": "#FFD500",
        "contrast_on_white": 1.42183,
        "headings_in_colour": False,
    }
    assert "text needs 4.5 to 1" in terminal.run("letterhead")[1]
    terminal.run("letterhead", "--no-logo", "--colour", "none")
    assert terminal.run("letterhead")[1].split("\n")[:2] == [
        "Your papers have no logo.",
        "Their colour is the app’s own.",
    ]


def test_the_command_line_says_why_a_picture_or_a_colour_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(b"no picture")
    assert terminal.run("letterhead", "--logo", file)[0] == 1
    code, _, said = terminal.run("letterhead", "--colour", "yellow")
    assert (code, "“yellow” is not a colour" in said) == (1, True)
