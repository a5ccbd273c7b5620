"""Check your answers: what is missing, each a link; submitting; reopening with a reason."""

import pytest

from audit_app.responses.model import Answer, Entry, item_subject
from audit_app.storage.memory import MemoryStore
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.text import audit as audit_text
from audit_app.ui.text import check as text
from audit_app.workspace import Workspace
from tests.builders import a_stamp
from tests.ui.harness import Window, headless, window_of
from tests.ui.screens.auditing import answered, begun, order, text_of


def checking(workspace: Workspace, audit: str):  # type: ignore[no-untyped-def]  # the harness's own type
    return window_of(make_main(workspace), places.check(audit))


def contested(workspace: Workspace, audit: str, item: str, option: str = "1", by: str = "Tom") -> None:
    """Another device's answer, given without knowledge of ours."""
    store: MemoryStore = workspace._store  # type: ignore[assignment]
    value = {"option": option}
    store.keep(
        audit,
        [Entry(stamp=a_stamp(9, "tablet"), by=by, subject=item_subject(item), field="answer", value=value)],
    )


def is_disabled(shown: Window, name: str) -> bool:
    return bool(shown.get("button", name).control.disabled)


@headless
async def test_items_without_an_answer_are_listed_and_each_leads_to_itself(a_workspace: Workspace) -> None:
    audit, items = begun(a_workspace), order(a_workspace)
    answered(a_workspace, audit, but=(items[8],))
    async with checking(a_workspace, audit) as shown:
        assert shown.says("One of 35 statements has no answer")
        await shown.press(text_of(a_workspace, items[8]))
        assert shown.page.route == places.item(audit, items[8])


@headless
async def test_levels_without_evidence_are_listed(a_workspace: Workspace) -> None:
    audit, items = begun(a_workspace), order(a_workspace)
    answered(a_workspace, audit)
    for item in items[1:]:
        a_workspace.add_words(audit, item, "Seen in the minutes.")
    async with checking(a_workspace, audit) as shown:
        assert shown.says(text.counted(text.UNEVIDENCED, 1))
        assert shown.find("button", text_of(a_workspace, items[0]))
        assert not shown.find("button", text_of(a_workspace, items[1]))


@headless
async def test_a_complete_audit_is_submitted_and_says_what_comes_next(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit)
    async with checking(a_workspace, audit) as shown:
        await shown.press(text.SUBMIT)
        await shown.until(lambda: shown.says("Submitted by Ann"))
        assert a_workspace.audit(audit).status == "submitted"
        await shown.press(text.RESULTS)
        assert shown.page.route == places.results(audit)


@headless
async def test_what_comes_next_is_to_make_a_plan_and_later_to_open_it(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit)
    a_workspace.submit(audit)
    async with checking(a_workspace, audit) as shown:
        assert shown.get("button", text.MAKE_PLAN)
    a_workspace.add_priority(audit, "Read together")
    async with checking(a_workspace, audit) as shown:
        await shown.press(text.OPEN_PLAN)
        assert shown.page.route == places.plan(audit)


@headless
async def test_missing_answers_do_not_stand_in_the_way(a_workspace: Workspace) -> None:
    audit, items = begun(a_workspace), order(a_workspace)
    a_workspace.answer(audit, items[0], Answer(option="2"))
    async with checking(a_workspace, audit) as shown:
        assert shown.says("34 of 35 statements have no answer")
        await shown.press(text.SUBMIT)
        await shown.until(lambda: a_workspace.audit(audit).status == "submitted")


@headless
async def test_an_audit_without_any_answer_can_not_be_submitted(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    async with checking(a_workspace, audit) as shown:
        assert is_disabled(shown, text.SUBMIT)
        assert shown.says(text.NOTHING_TO_SUBMIT)


@headless
async def test_contested_answers_stand_in_the_way_until_one_is_chosen(a_workspace: Workspace) -> None:
    audit, items = begun(a_workspace), order(a_workspace)
    answered(a_workspace, audit)
    contested(a_workspace, audit, items[2])
    async with checking(a_workspace, audit) as shown:
        assert is_disabled(shown, text.SUBMIT)
        await shown.press(text_of(a_workspace, items[2]))
        assert shown.says(audit_text.RIVALS)
        await shown.press("Keep 1 Not yet, given by Tom")
        await shown.until(lambda: not shown.says(audit_text.RIVALS))
        assert a_workspace.audit(audit).standing(items[2]).answer == Answer(option="1")
        await shown.go(places.check(audit))
        assert not is_disabled(shown, text.SUBMIT)


@headless
async def test_reopening_needs_a_reason_and_keeps_the_submission_in_sight(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit)
    a_workspace.submit(audit)
    async with checking(a_workspace, audit) as shown:
        await shown.press(text.REOPEN)
        assert shown.get("textbox", text.REASON).control.error == text.NO_REASON
        assert a_workspace.audit(audit).status == "submitted"
        await shown.write(text.REASON, "We had missed the minutes of June.")
        await shown.press(text.REOPEN)
        await shown.until(lambda: a_workspace.audit(audit).status == "draft")
        await shown.until(lambda: shown.says("Reopened because: We had missed the minutes of June."))
        assert shown.find("button", text.SUBMIT)
        await shown.press(text.CHANGE)
        assert shown.page.route == places.audit(audit)


@headless
async def test_every_answer_can_be_seen_at_a_glance(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit)
    async with checking(a_workspace, audit) as shown:
        await shown.press("Trust: 7 of 7 answered")
        assert shown.texts().count("3 In place") == 7


@headless
async def test_what_is_not_on_the_disk_yet_is_not_left_out_of_a_submission(
    a_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    audit, items = begun(a_workspace), order(a_workspace)
    answered(a_workspace, audit)

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async with window_of(make_main(a_workspace), places.item(audit, items[0])) as shown:
        with monkeypatch.context() as full:
            full.setattr(MemoryStore, "keep", refuse)
            await shown.choose(text_of(a_workspace, items[0]), "4")
            await shown.until(lambda: shown.says(audit_text.NOT_SAVED))
        await shown.go(places.check(audit))
        assert is_disabled(shown, text.SUBMIT)
        await shown.press(audit_text.TRY_ALL)
        await shown.until(lambda: a_workspace.audit(audit).standing(items[0]).answer == Answer(option="4"))
        await shown.until(lambda: not is_disabled(shown, text.SUBMIT))
