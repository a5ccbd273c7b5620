"""What the data folder holds of several schools: as much is read of it as is compared, and once."""

from collections.abc import Iterator
from contextlib import closing
from functools import partial

import pytest

from audit_app.app import open_workspace
from audit_app.demo.fill import fill
from audit_app.responses.model import Answer, School
from audit_app.steps import StoppedError, told_to
from audit_app.workspace import Workspace

ITEM = "purpose_clear_goals"
HEALTH = "partnership-health"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with closing(open_workspace(tmp_path_factory.mktemp("data"))) as workspace:
        fill(workspace, 2)
        yield workspace


def bundles(workspace: Workspace) -> list[tuple[str, bytes]]:
    return [(f"{one.id}.json", workspace.export(one.id, "full")) for one in workspace.audits()]


def test_the_folder_says_the_same_as_the_files_of_all_that_is_in_it(workspace: Workspace) -> None:
    files = bundles(workspace)
    for questionnaire in (HEALTH, "provision-audit"):
        here, there = workspace.compare_here(questionnaire), workspace.compare_files(files, questionnaire)
        assert here.model_copy(update={"excluded": ()}) == there.model_copy(update={"excluded": ()})
        assert {one.audit for one in here.excluded} == {one.audit for one in there.excluded}
    assert workspace.momentum_here() == workspace.momentum_in(files)
    matched, from_files = workspace.match_here(), workspace.match_files(files)
    assert matched.model_copy(update={"excluded": ()}) == from_files.model_copy(update={"excluded": ()})


def test_earlier_rounds_are_named_but_not_read(workspace: Workspace) -> None:
    found = workspace.contributions_here()
    read = {one.audit.id for one in found.contributions}
    assert {"demo-01-summer-2026", "demo-02-summer-2026"} <= read
    assert "demo-01-spring-2026" not in read
    assert "demo-01-spring-2026" in {one.audit for one in found.excluded}


def test_what_was_read_is_not_read_again_until_it_changes(workspace: Workspace) -> None:
    def said() -> dict[str, object]:
        return {one.audit.id: one for one in workspace.contributions_here().contributions}

    audit = workspace.start_audit(HEALTH, "Autumn 2026", School(name="Yarrow Lane School"))
    before, again = said(), said()
    assert all(again[name] is one for name, one in before.items())
    workspace.answer(audit, ITEM, Answer(option="4"))
    after = said()
    assert {name for name, one in before.items() if after[name] is not one} == {audit}
    workspace.remove_audit(audit)
    assert said().keys() == before.keys() - {audit}


def test_what_was_read_before_somebody_stopped_it_is_not_read_again(workspace: Workspace) -> None:
    read: list[int] = []

    def told(done: int, of: int, *, stops: bool = False) -> None:
        read.append(1 - bool(of))  # an audit is read at a step of its own
        if stops and 0 < done == of:
            raise StoppedError

    workspace.answer(workspace.start_audit(HEALTH, "Spring 2027", School(name="Birch")), ITEM, Answer(option="2"))
    with pytest.raises(StoppedError), told_to(partial(told, stops=True)):
        workspace.contributions_here()
    assert sum(read) > 0
    read.clear()
    with told_to(told):
        workspace.contributions_here()
    assert sum(read) == 0
