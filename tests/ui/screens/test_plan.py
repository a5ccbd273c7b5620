"""The plan on the screen: choosing, taking out and putting back, what governors are asked, and the paper."""

from contextlib import AbstractAsyncContextManager

import pytest

from audit_app.questionnaires.library import shipped
from audit_app.responses.model import Answer
from audit_app.storage.memory import MemoryStore
from audit_app.ui import places
from audit_app.ui.components import drafts
from audit_app.ui.main import make_main
from audit_app.ui.screens import governors_pdf
from audit_app.ui.text import governors_pdf as pdf_text
from audit_app.ui.text import helping, home, welcome
from audit_app.ui.text import plan as text
from audit_app.workspace import Workspace, summariser
from tests.builders import MORNING
from tests.ui.harness import Window, headless, window_of
from tests.ui.screens.auditing import begun, order
from tests.ui.screens.receiving import received


@pytest.fixture(autouse=True)
def _without_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "PAUSE", 0.01)
    monkeypatch.setattr(governors_pdf, "PAUSE", 0.01)


def low_audit(workspace: Workspace) -> str:
    """Level 2 for every item: every section has something to suggest."""
    audit = begun(workspace)
    for item in order(workspace):
        workspace.answer(audit, item, Answer(option="2"))
    return audit


def shown_plan(workspace: Workspace, audit: str) -> AbstractAsyncContextManager[Window]:
    return window_of(make_main(workspace), places.plan(audit))


@headless
async def test_a_suggestion_comes_with_its_reason_and_is_added_with_one_press(a_workspace: Workspace) -> None:
    audit = low_audit(a_workspace)
    first = a_workspace.suggestions(audit)[0]
    async with shown_plan(a_workspace, audit) as shown:
        assert first.why in shown.texts()
        await shown.press(text.add_name(first.title))
        await shown.until(lambda: bool(a_workspace.plan(audit).priorities))
        await shown.settle()
        assert shown.get("button", text.open_name(first.title))
        assert shown.says(text.IN_THE_PLAN)
        assert shown.says("is in the plan. Open it")


@headless
async def test_what_was_added_a_moment_ago_can_be_taken_out_where_it_was_added(a_workspace: Workspace) -> None:
    audit = low_audit(a_workspace)
    first = a_workspace.suggestions(audit)[0]
    async with shown_plan(a_workspace, audit) as shown:
        await shown.press(text.add_name(first.title))
        await shown.until(lambda: bool(shown.find("button", text.take_out_name(first.title))))
        await shown.press(text.take_out_name(first.title))
        await shown.until(lambda: not a_workspace.plan(audit).priorities)
        await shown.settle()
        assert shown.get("button", text.add_name(first.title))


@headless
async def test_a_removed_priority_can_be_put_back_as_it_was(a_workspace: Workspace) -> None:
    audit = low_audit(a_workspace)
    priority = a_workspace.add_priority(audit, "Read together", "Staff asked for it.").priorities[0]
    a_workspace.add_action(audit, priority.id, "Choose a book.")
    before = a_workspace.plan(audit)
    async with shown_plan(a_workspace, audit) as shown:
        await shown.press(text.remove_name("Read together"))
        await shown.until(lambda: bool(shown.find("button", text.UNDO)))
        assert not a_workspace.plan(audit).priorities
        assert shown.says(text.removed("Read together"))
        await shown.press(text.UNDO)
        await shown.until(lambda: a_workspace.plan(audit) == before)
        await shown.settle()
        assert not shown.find("button", text.UNDO)


@headless
async def test_a_priority_of_ones_own_opens_at_once(a_workspace: Workspace) -> None:
    audit = low_audit(a_workspace)
    async with shown_plan(a_workspace, audit) as shown:
        await shown.write(text.OWN_NAME, "Read together")
        await shown.press(text.ADD_OWN)
        await shown.until(lambda: bool(a_workspace.plan(audit).priorities))
        await shown.settle()
        found = a_workspace.plan(audit).priorities[0]
        assert shown.page.route == places.priority(audit, found.id)
        assert not found.suggested


@headless
async def test_a_priority_without_a_title_is_refused_at_its_field(a_workspace: Workspace) -> None:
    audit = low_audit(a_workspace)
    async with shown_plan(a_workspace, audit) as shown:
        await shown.press(text.ADD_OWN)
        await shown.until(lambda: "needs a title" in str(shown.get("textbox", text.OWN_NAME).control.error))


@pytest.mark.parametrize(("count", "hint"), [(1, text.TOO_FEW_TITLE), (3, ""), (5, ""), (6, text.TOO_MANY_TITLE)])
@headless
async def test_fewer_than_three_or_more_than_five_get_a_hint_and_nothing_more(
    a_workspace: Workspace, count: int, hint: str
) -> None:
    audit = low_audit(a_workspace)
    for number in range(count):
        a_workspace.add_priority(audit, f"Priority {number}")
    async with shown_plan(a_workspace, audit) as shown:
        hints = [title for title in (text.TOO_FEW_TITLE, text.TOO_MANY_TITLE) if title in shown.texts()]
        assert hints == ([hint] if hint else [])
        assert len(shown.find("button", "Open: ")) == count


@headless
async def test_a_chosen_priority_shows_who_leads_it_and_how_it_stands(a_workspace: Workspace) -> None:
    audit = low_audit(a_workspace)
    one = a_workspace.add_priority(audit, "Read together").priorities[0]
    a_workspace.set_priority(audit, one.id, {"owner": "Ms Hill", "due": "2027-03-27", "rag": "amber"})
    action = a_workspace.add_action(audit, one.id, "Choose a book.").priorities[0].actions[0]
    a_workspace.add_action(audit, one.id, "Read it.")
    a_workspace.set_action(audit, one.id, action.id, {"state": "done"})
    async with shown_plan(a_workspace, audit) as shown:
        assert shown.says("Led by Ms Hill, by 27 March 2027 · 1 of 2 actions done")
        assert text.RAG["amber"] in shown.texts()


@headless
async def test_questions_and_decisions_are_kept_a_line_each_and_neither_loses_the_other(a_workspace: Workspace) -> None:
    audit = low_audit(a_workspace)
    async with shown_plan(a_workspace, audit) as shown:
        await shown.write(text.QUESTIONS, "Who pays?\n\n Who comes? ")
        await shown.write(text.DECISIONS, "Agree £400.")
        await shown.until(lambda: bool(a_workspace.plan(audit).decisions))
        plan = a_workspace.plan(audit)
        assert (plan.questions, plan.decisions) == (("Who pays?", "Who comes?"), ("Agree £400.",))


@headless
async def test_the_pdf_holds_what_was_typed_a_moment_ago(a_workspace: Workspace) -> None:
    audit = low_audit(a_workspace)
    async with shown_plan(a_workspace, audit) as shown:
        await shown.write(text.QUESTIONS, "Who pays?", leave=False)
        await shown.press(pdf_text.PDF)
        await shown.until(lambda: bool(shown.saved))
        assert a_workspace.plan(audit).questions == ("Who pays?",)
        assert shown.get("button", pdf_text.PDF)


@headless
async def test_the_paper_stands_at_the_end_of_a_new_plan_and_at_the_top_of_one_that_is_come_back_to(
    a_workspace: Workspace,
) -> None:
    audit = low_audit(a_workspace)

    def comes_first(shown: Window) -> bool:
        names = [node.name for node in shown.nodes()]
        return names.index(pdf_text.PDF) < names.index(text.CHOSEN)

    async with shown_plan(a_workspace, audit) as shown:
        assert not comes_first(shown)
    a_workspace.add_priority(audit, "Read together")
    async with shown_plan(a_workspace, audit) as shown:
        assert comes_first(shown)


@headless
async def test_a_received_copy_can_not_be_planned_on_and_says_so(a_workspace: Workspace) -> None:
    audit = low_audit(a_workspace)
    a_workspace.submit(audit)
    async with shown_plan(received(a_workspace, audit), audit) as shown:
        assert text.RECEIVED in shown.texts()
        assert not shown.find("button", "Add to the plan")
        await shown.press(text.SEE_RESULTS)
        assert shown.page.route == places.results(audit)


@headless
async def test_a_plan_of_the_demo_and_one_s_own_are_never_taken_for_each_other(a_workspace: Workspace) -> None:
    library = shipped()
    demo = Workspace(
        MemoryStore(summariser(library), lambda: "demo"), library, lambda: MORNING, lambda: MORNING, lambda: "id1"
    )
    assert low_audit(demo) == low_audit(a_workspace)  # as after `audit-app demo`, in the school's own folder
    async with window_of(make_main(a_workspace, lambda: demo), places.SETTINGS) as shown:
        await shown.press(welcome.LOOK)
        await shown.until(lambda: bool(shown.find("button", helping.TOUR_END)))
        await shown.press(helping.TOUR_END)
        await shown.go(places.plan("id1"))
        await shown.press(home.LEAVE_DEMO)
        await shown.go(places.plan("id1"))
        await shown.press(text.add_name(a_workspace.suggestions("id1")[0].title))
        await shown.settle()
    assert len(a_workspace.plan("id1").priorities) == 1
    assert not demo.plan("id1").priorities
