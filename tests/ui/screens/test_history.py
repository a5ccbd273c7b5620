"""History on the screen: who, when, from what to what; an earlier answer is put back, and nothing is lost."""

import pytest

from audit_app.responses.model import Answer, Entry, item_subject
from audit_app.storage.memory import MemoryStore
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.text import history as text
from audit_app.workspace import Workspace
from tests.builders import a_stamp
from tests.ui.harness import Window, headless, window_of
from tests.ui.screens.auditing import FIRST, answered, begun, opened, order, text_of


def looking_back(workspace: Workspace, audit: str, item: str = ""):  # type: ignore[no-untyped-def]  # the harness's own
    route = places.item_history(audit, item) if item else places.history(audit)
    return window_of(make_main(workspace), route)


def changed(workspace: Workspace, audit: str, item: str = FIRST, *levels: str) -> None:
    for level in levels or ("2", "3"):
        workspace.answer(audit, item, Answer(option=level))


def from_the_tablet(workspace: Workspace, audit: str, item: str, option: str) -> None:
    store: MemoryStore = workspace._store  # type: ignore[assignment]
    stamp, value = a_stamp(9, "tablet"), {"option": option}
    store.keep(audit, [Entry(stamp=stamp, by="Tom", subject=item_subject(item), field="answer", value=value)])


@headless
async def test_what_was_said_is_told_newest_first(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    changed(a_workspace, audit)
    a_workspace.comment(audit, FIRST, "Seen in May.")
    async with looking_back(a_workspace, audit, FIRST) as shown:
        told = [one for one in shown.texts() if one.startswith(("Answer", "Comment"))]
        assert told == [
            "Comment: “Seen in May.”",
            "Answer changed from “2 Started” to “3 In place”",
            "Answered: “2 Started”",
        ]
        assert shown.says("Ann, 22 November 2026 at ")
        assert not shown.says(", on another device")


@headless
async def test_an_earlier_answer_is_put_back_and_stays_in_the_history(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    changed(a_workspace, audit)
    async with looking_back(a_workspace, audit, FIRST) as shown:
        await shown.press("Put this back: 2 Started")
        await shown.until(lambda: shown.says(text.PUT_BACK_DONE))
        assert a_workspace.audit(audit).standing(FIRST).answer == Answer(option="2")
        assert shown.says("Answer changed from “3 In place” to “2 Started”")
        assert shown.says("Answer changed from “2 Started” to “3 In place”")
        assert shown.find("button", "Put this back: 3 In place")


@headless
async def test_no_two_buttons_that_put_back_are_called_alike(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    for _ in range(3):
        changed(a_workspace, audit)
    for item in (FIRST, ""):
        async with looking_back(a_workspace, audit, item) as shown:
            names = [node.name for node in shown.find("button", "Put this back")]
            assert len(names) == 5
            assert len({*names}) == 5


@headless
async def test_a_choice_between_rivals_and_its_device_are_told(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    changed(a_workspace, audit, FIRST, "2")
    from_the_tablet(a_workspace, audit, FIRST, "4")
    rival = a_workspace.audit(audit).standing(FIRST).rivals[0]
    a_workspace.choose(audit, FIRST, rival.stamp)
    async with looking_back(a_workspace, audit, FIRST) as shown:
        assert shown.says("Chosen among different answers: “2 Started”, not “4 Part of how we work”")
        assert shown.says(", on another device")


@headless
async def test_the_whole_audit_is_told_with_its_submissions(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit)
    a_workspace.submit(audit)
    a_workspace.reopen(audit, "We had missed June.")
    async with looking_back(a_workspace, audit) as shown:
        assert shown.says("The audit was reopened. Reason: We had missed June.")
        assert shown.says("The audit was submitted.")
        assert not shown.says(text_of(a_workspace, order(a_workspace)[0]))
        await shown.press(text.SHOW_MORE)
        await shown.press(text_of(a_workspace, order(a_workspace)[0]))
        assert shown.page.route == places.item_history(audit, order(a_workspace)[0])


@headless
async def test_a_statement_that_stands_there_twice_is_told_apart_aloud(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    changed(a_workspace, audit)
    a_workspace.answer(audit, order(a_workspace)[1], Answer(option="2"))
    async with looking_back(a_workspace, audit) as shown:
        twice, once = (text_of(a_workspace, order(a_workspace)[at]) for at in (0, 1))
        names = [node.name for node in shown.find("button", twice)]
        assert len(names) == 2
        assert all(name.startswith(f"{twice} (Ann, 22 November 2026 at ") for name in names)
        assert shown.get("button", once).name == once


@headless
async def test_a_submitted_audit_offers_nothing_to_put_back(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit)
    changed(a_workspace, audit)
    a_workspace.submit(audit)
    async with looking_back(a_workspace, audit, FIRST) as shown:
        assert shown.says(text.FIXED)
        assert not shown.find("button", "Put this back")


@headless
async def test_other_peoples_comments_are_not_put_back_under_ones_own_name(a_workspace: Workspace) -> None:
    audit = begun(a_workspace, person="Tom")
    a_workspace.comment(audit, FIRST, "Tom's words.")
    a_workspace.comment(audit, FIRST, "Others.")
    a_workspace.keep_settings(a_workspace.settings().model_copy(update={"person": "Ann"}))
    async with looking_back(a_workspace, audit, FIRST) as shown:
        assert shown.says("Comment changed from “Tom's words.” to “Others.”")
        assert not shown.find("button", "Put this back")


@headless
async def test_where_nothing_was_said_it_says_so(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    async with looking_back(a_workspace, audit, FIRST) as shown:
        assert shown.says(text.NOTHING)
    async with opened(a_workspace, audit, FIRST) as shown:
        assert not shown.find("button", text.LINK)


@headless
async def test_a_statement_leads_to_its_history_and_back(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    changed(a_workspace, audit)
    async with opened(a_workspace, audit, FIRST) as shown:
        await shown.press(text.LINK)
        assert shown.page.route == places.item_history(audit, FIRST)
        await shown.press(text.BACK)
        assert shown.page.route == places.item(audit, FIRST)


@headless
async def test_a_change_is_undone_right_after_it(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    changed(a_workspace, audit, FIRST, "2")
    async with opened(a_workspace, audit, FIRST) as shown:
        assert not shown.find("button", "Undo")
        await shown.choose(text_of(a_workspace, FIRST), "3")
        await shown.until(lambda: bool(shown.find("button", "Undo: back to 2 Started")))
        await shown.press("Undo: back to 2 Started")
        await shown.until(lambda: a_workspace.audit(audit).standing(FIRST).answer == Answer(option="2"))
        await shown.until(lambda: bool(shown.find("button", "Undo: back to 3 In place")))


@headless
async def test_a_statement_that_never_was_is_said(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    async with looking_back(a_workspace, audit, "no_such_item") as shown:
        assert shown.says("has no item “no_such_item”")


@pytest.mark.parametrize("width", [600, 1280])
@headless
async def test_it_has_one_title(a_workspace: Workspace, width: int) -> None:
    audit = begun(a_workspace)
    changed(a_workspace, audit)
    async with window_of(make_main(a_workspace), places.item_history(audit, FIRST), width) as shown:
        assert titles(shown) == [text.TITLE]


def titles(shown: Window) -> list[str]:
    return [node.name for node in shown.find("heading") if node.level == 1]
