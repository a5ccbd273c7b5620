"""At whatever step long work is stopped, it hands nothing out and leaves everything as it was."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest

from audit_app.app import DEMO_FOLDER, open_workspace
from audit_app.demo.fill import fill
from audit_app.responses.model import Answer
from audit_app.steps import StoppedError, steps, told_to
from audit_app.workspace import Workspace
from tests.ui.screens.auditing import FIRST, begun
from tests.ui.screens.partnering import opened_anew, the_demo
from tests.ui.screens.test_data import on_disk

Work = Callable[[Workspace], object]

PLANNED = "demo-01-summer-2026"
ON_THE_DEMO: Mapping[str, Work] = {
    "a paper": lambda demo: demo.paper(PLANNED, "plan"),
    "a whole audit": lambda demo: demo.paper(PLANNED, "full"),
    "a blank questionnaire": lambda demo: demo.blank_paper("partnership-pulse"),
    "a workbook": lambda demo: demo.spreadsheet(PLANNED),
    "CSV files": lambda demo: demo.csv_files(PLANNED),
    "matching": lambda demo: demo.match_here(),
    "a comparison": lambda demo: demo.contributions_here(),
    "momentum": lambda demo: demo.momentum_here(),
    "files to compare": lambda demo: demo.contributions_in([a_bundle(demo)]),
    "files to import": lambda demo: demo.plan_import([a_bundle(demo)]),
}


def a_bundle(demo: Workspace) -> tuple[str, bytes]:
    return "theirs.json", demo.export(PLANNED, "scores")


def state_of(workspace: Workspace) -> object:
    return workspace.audits(), workspace.settings(), workspace.decisions(), workspace.meetings()


def steps_of(work: Work, workspace: Workspace) -> int:
    told: list[tuple[int, int]] = []
    with told_to(lambda done, of: told.append((done, of))):
        work(workspace)
    return len(told)


def stop_at(work: Work, workspace: Workspace, at: int) -> None:
    left = [StoppedError] * at

    def tell(_done: int, _of: int) -> None:
        if not left:
            raise StoppedError
        left.pop()

    with told_to(tell), pytest.raises(StoppedError):
        work(workspace)


@pytest.mark.parametrize("work", ON_THE_DEMO.values(), ids=[*ON_THE_DEMO])
def test_work_on_what_is_there(work: Work) -> None:
    demo = the_demo()
    before, count = state_of(demo), steps_of(work, opened_anew())
    for at in {0, count - 1}:
        stop_at(work, opened_anew(), at)
    assert state_of(demo) == before


def test_a_backup_is_not_written_and_not_brought_back(tmp_path: Path) -> None:
    ours, other = on_disk(tmp_path / "ours"), on_disk(tmp_path / "other")
    ours.add_file(begun(ours), FIRST, "minutes.txt", b"We met.")
    ours.answer("id1", FIRST, Answer(option="3"))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    def back_up(workspace: Workspace) -> object:
        return workspace.back_up_to(elsewhere)

    content, _ = ours.backup()
    for at in range(steps_of(Workspace.backup, ours)):
        stop_at(back_up, ours, at)
    assert not [*elsewhere.iterdir()]
    for at in range(steps_of(lambda workspace: workspace.plan_restore(("theirs.zip", content)), other)):
        stop_at(lambda workspace: workspace.plan_restore(("theirs.zip", content)), other, at)
    assert not other.audits()
    ours.close()
    other.close()


def test_a_demo_that_was_not_finished_is_no_demo_and_can_be_made_later(tmp_path: Path) -> None:
    with ExitStack() as opened:
        demo = open_workspace(tmp_path / DEMO_FOLDER)
        opened.callback(demo.close)
        for at in (0, 200):
            stop_at(lambda workspace: fill(workspace, 1), demo, at)
            assert not demo.audits()


def test_each_step_is_told_and_one_after_the_last() -> None:
    told: list[tuple[int, int]] = []
    with told_to(lambda done, of: told.append((done, of))):
        assert [*steps("ab")] == ["a", "b"]
    assert [*steps("c")] == ["c"]  # nobody listens
    assert told == [(0, 2), (1, 2), (2, 2)]
