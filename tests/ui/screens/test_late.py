"""What came after the submission: said wherever the audit is looked at, and taken in by reopening it."""

from collections.abc import Callable

import pytest

from audit_app.responses.model import Answer, Entry, item_subject
from audit_app.storage.memory import MemoryStore
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.text import check as text
from audit_app.workspace import Workspace
from tests.builders import a_stamp
from tests.ui.harness import headless, window_of
from tests.ui.screens.auditing import FIRST, answered, begun, text_of


def submitted_too_early(workspace: Workspace) -> str:
    """Tom's answer comes from the tablet after the submission."""
    audit = begun(workspace)
    answered(workspace, audit, but=(FIRST,))
    workspace.submit(audit)
    store: MemoryStore = workspace._store  # type: ignore[assignment]
    stamp, value = a_stamp(9, "tablet"), {"option": "4"}
    store.keep(audit, [Entry(stamp=stamp, by="Tom", subject=item_subject(FIRST), field="answer", value=value)])
    return audit


@pytest.mark.parametrize("place", [places.audit, places.check, places.results])
@headless
async def test_it_is_said_with_what_to_do(a_workspace: Workspace, place: Callable[[str], str]) -> None:
    audit = submitted_too_early(a_workspace)
    async with window_of(make_main(a_workspace), place(audit)) as shown:
        assert shown.says(text.LATE)
        assert shown.says("One answer or text came from another device after this was submitted")
        assert shown.says("It counts for nothing yet.")
        assert shown.says(f"About: “{text_of(a_workspace, FIRST)}”.")
        assert shown.says("reopen the audit and submit it again")


@headless
async def test_the_results_lead_to_where_it_is_reopened(a_workspace: Workspace) -> None:
    audit = submitted_too_early(a_workspace)
    async with window_of(make_main(a_workspace), places.results(audit)) as shown:
        await shown.press(text.GO_REOPEN)
        assert shown.page.route == places.check(audit)
        await shown.write(text.REASON, "Tom's answer.")
        await shown.press(text.REOPEN)
        await shown.until(lambda: a_workspace.audit(audit).status == "draft")
        await shown.until(lambda: not shown.says(text.LATE))
        assert a_workspace.audit(audit).standing(FIRST).answer == Answer(option="4")


@headless
async def test_where_nothing_came_nothing_is_said(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit)
    a_workspace.submit(audit)
    async with window_of(make_main(a_workspace), places.results(audit)) as shown:
        assert not shown.says(text.LATE)


def test_many_statements_are_named_in_part() -> None:
    said = text.late(7, ["A", "B", "C", "D", "E"])
    assert "7 answers or texts" in said
    assert "About: “A”; “B”; “C”; and 2 more." in said
