"""One priority on the screen: every field kept by itself, nothing typed lost, everything removed can come back."""

import asyncio
import errno
from contextlib import AbstractAsyncContextManager

import flet as ft
import pytest

from audit_app.plans.model import Criterion, Priority
from audit_app.storage.errors import KeepError
from audit_app.storage.memory import MemoryStore
from audit_app.ui import places
from audit_app.ui.components import drafts, notice
from audit_app.ui.main import make_main
from audit_app.ui.screens.priority_criteria import OF_CRITERIA, CriterionGoneError, EmptyCriterionError
from audit_app.ui.text import common
from audit_app.ui.text import plan as plan_text
from audit_app.ui.text import priority as text
from audit_app.workspace import Workspace
from tests.ui.harness import Window, headless, nodes_of, window_of
from tests.ui.screens.auditing import begun

WORDS = (
    (text.TITLE, "title", "Read more", "Read more"),
    (text.WHY, "why", "Staff asked.", "Staff asked."),
    (text.OBJECTIVE, "objective", "All read.", "All read."),
    (text.BASELINE, "baseline", "Few do.", "Few do."),
    (text.TARGET, "target", "Most do.", "Most do."),
    (text.OWNER, "owner", "Ms Hill", "Ms Hill"),
    (text.SUPPORTER, "supporter", "Mr Dale", "Mr Dale"),
    (text.LINK_GOVERNOR, "link_governor", "Revd Lisle", "Revd Lisle"),
    (text.START, "start", "2/3/2027", "2027-03-02"),
    (text.DUE, "due", "2 July 2027", "2027-07-02"),
    (text.COST, "cost", "£400", "£400"),
    (text.MONITORING, "monitoring", "Each half term.", "Each half term."),
    (text.RAG_REASON, "rag_reason", "Late.", "Late."),
    (text.IMPACT, "impact", "Talk about books.", "Talk about books."),
    (text.RISKS, "risks", "No time.", "No time."),
)
"""Label, field, what is typed, what is kept."""


@pytest.fixture(autouse=True)
def _without_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "PAUSE", 0.01)


@pytest.fixture
def audit(a_workspace: Workspace) -> str:
    """With one priority that has an action and a criterion."""
    audit = begun(a_workspace)
    one = a_workspace.add_priority(audit, "Read together").priorities[0]
    a_workspace.add_action(audit, one.id, "Choose a book.")
    a_workspace.set_priority(audit, one.id, {"criteria": [{"text": "Staff read it.", "state": "not started"}]})
    return audit


def the_priority(workspace: Workspace, audit: str) -> Priority:
    return workspace.plan(audit).priorities[0]


def shown_priority(workspace: Workspace, audit: str) -> AbstractAsyncContextManager[Window]:
    return window_of(make_main(workspace), places.priority(audit, the_priority(workspace, audit).id))


@headless
async def test_every_field_is_kept_when_it_is_left(a_workspace: Workspace, audit: str) -> None:
    async with shown_priority(a_workspace, audit) as shown:
        for label, field, typed, kept in WORDS:
            name = next(node.name for node in shown.find("textbox", label) if node.name.split("\n")[0] == label)
            await shown.write(name, typed)
            await shown.until(lambda: getattr(the_priority(a_workspace, audit), field) == kept)  # noqa: B023
        await shown.settle()
        assert shown.says("Saved ")


@headless
async def test_that_it_was_saved_is_called_out_when_it_is_and_not_when_the_plan_is_opened(
    a_workspace: Workspace, audit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notice, "CALLED_OUT", 60)
    async with shown_priority(a_workspace, audit) as shown:
        assert shown.says("Saved ")
        assert not called_out(shown)
        for owner in ("Ms Hill", "Mr Down"):  # within the same minute
            before = called_out(shown)
            await shown.write(text.OWNER, owner)
            await shown.until(lambda: called_out(shown) not in ("", before))  # noqa: B023  asked within this turn only


def called_out(shown: Window) -> str:
    """What the bar at the foot says aloud."""
    live = [one for one in shown.controls() if isinstance(one, ft.Semantics) and one.live_region]
    return next((node.name for one in live for node in nodes_of(one, "") if node.name.startswith("Saved ")), "")


@headless
async def test_a_date_that_is_none_is_said_at_its_field_and_stays(a_workspace: Workspace, audit: str) -> None:
    async with shown_priority(a_workspace, audit) as shown:
        await shown.write(text.DUE, "next summer")
        field = shown.get("textbox", text.DUE).control
        assert field.error == common.NOT_A_DATE
        assert field.value == "next summer"
        await shown.write(text.DUE, "")
        assert shown.get("textbox", text.DUE).control.error is None
        assert the_priority(a_workspace, audit).due == ""


@headless
async def test_an_end_before_the_start_is_kept_and_pointed_out(a_workspace: Workspace, audit: str) -> None:
    one = the_priority(a_workspace, audit)
    a_workspace.set_priority(audit, one.id, {"start": "2027-03-02", "due": "2027-03-01"})
    async with shown_priority(a_workspace, audit) as shown:
        assert shown.get("textbox", text.DUE).control.error == text.DUE_BEFORE_START


@headless
async def test_a_priority_keeps_its_title_and_the_field_says_why(a_workspace: Workspace, audit: str) -> None:
    async with shown_priority(a_workspace, audit) as shown:
        await shown.write(text.TITLE, "")
        await shown.until(lambda: "needs a title" in str(shown.get("textbox", text.TITLE).control.error))
        assert the_priority(a_workspace, audit).title == "Read together"


@headless
async def test_the_rating_is_chosen_in_words_and_can_be_taken_back(a_workspace: Workspace, audit: str) -> None:
    async with shown_priority(a_workspace, audit) as shown:
        await shown.choose(text.RAG, "Red")
        await shown.until(lambda: the_priority(a_workspace, audit).rag == "red")
        await shown.settle()
        await shown.choose(text.RAG, "Not rated")
        await shown.until(lambda: the_priority(a_workspace, audit).rag is None)


@headless
async def test_what_can_not_be_kept_stays_across_screens_and_is_kept_when_tried_again(
    a_workspace: Workspace, audit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise KeepError(OSError(errno.ENOSPC, "No space left on device"))

    async with shown_priority(a_workspace, audit) as shown:
        here = shown.page.route
        with monkeypatch.context() as patched:
            patched.setattr(MemoryStore, "keep", refuse)
            await shown.write(text.OWNER, "Ms Hill")
            await shown.until(lambda: bool(shown.find("button", plan_text.TRY_AGAIN)))
            assert "Not saved" in str(shown.get("textbox", text.OWNER).control.error)
            await shown.go(places.HOME)
            await shown.go(here)
            assert shown.get("textbox", text.OWNER).control.value == "Ms Hill"
        await shown.press(plan_text.TRY_AGAIN)
        await shown.until(lambda: the_priority(a_workspace, audit).owner == "Ms Hill")
        await shown.settle()
        assert not shown.find("button", plan_text.TRY_AGAIN)


@headless
async def test_an_action_is_added_changed_removed_and_put_back(a_workspace: Workspace, audit: str) -> None:
    async with shown_priority(a_workspace, audit) as shown:
        await shown.write(text.NEW_ACTION, "Read it.")
        await shown.press(text.ADD_ACTION)
        await shown.until(lambda: len(the_priority(a_workspace, audit).actions) == 2)
        await shown.settle()
        assert shown.get("textbox", text.NEW_ACTION).control.value == ""
        await shown.press(text.change("Action 2"))
        seen = [one.value for one in shown.controls() if isinstance(one, ft.Text)]
        assert {text.WHAT, text.WHO, text.BY_WHEN, text.HOW_FAR} <= {*seen}  # read aloud with the number, seen below it
        await shown.write(text.who("Action 2"), "Ms Hill")
        await shown.write(text.by_when("Action 2"), "27/3/2027")
        await shown.choose(text.state("Action 2"), "Done")
        await shown.until(lambda: the_priority(a_workspace, audit).actions[1].state == "done")
        await shown.settle()
        assert shown.says("Ms Hill, by 27 March 2027")
        before = the_priority(a_workspace, audit)
        await shown.press(text.remove("Action 2"))
        await shown.until(lambda: bool(shown.find("button", plan_text.UNDO)))
        assert len(the_priority(a_workspace, audit).actions) == 1
        await shown.press(plan_text.UNDO)
        await shown.until(lambda: the_priority(a_workspace, audit) == before)


@headless
async def test_an_action_without_words_is_refused_and_the_typed_one_waits_elsewhere(
    a_workspace: Workspace, audit: str
) -> None:
    async with shown_priority(a_workspace, audit) as shown:
        here = shown.page.route
        await shown.press(text.ADD_ACTION)
        await shown.until(lambda: "needs a text" in str(shown.get("textbox", text.NEW_ACTION).control.error))
        await shown.write(text.NEW_ACTION, "Half an act")
        await shown.go(places.HOME)
        await shown.go(here)
        assert shown.get("textbox", text.NEW_ACTION).control.value == "Half an act"


@headless
async def test_a_criterion_is_added_changed_removed_and_put_back(a_workspace: Workspace, audit: str) -> None:
    async with shown_priority(a_workspace, audit) as shown:
        await shown.write(text.NEW_CRITERION, "Pupils read it.")
        await shown.press(text.ADD_CRITERION)
        await shown.until(lambda: len(the_priority(a_workspace, audit).criteria) == 2)
        await shown.settle()
        await shown.press(text.change("Criterion 1"))
        await shown.select(text.state("Criterion 1"), "partially met")
        await shown.write(text.seen("Criterion 1"), "All staff read it.")
        changed = Criterion(text="All staff read it.", state="partially met")
        await shown.until(lambda: the_priority(a_workspace, audit).criteria[0] == changed)
        await shown.settle()
        before = the_priority(a_workspace, audit)
        await shown.press(text.remove("Criterion 1"))
        await shown.until(lambda: bool(shown.find("button", plan_text.UNDO)))
        assert [one.text for one in the_priority(a_workspace, audit).criteria] == ["Pupils read it."]
        await shown.press(plan_text.UNDO)
        await shown.until(lambda: the_priority(a_workspace, audit) == before)


@headless
async def test_a_press_before_new_words_are_drawn_is_about_the_line_that_has_them(
    a_workspace: Workspace, audit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A press on “Remove” takes the keyboard from the field, and with that the words are kept."""
    monkeypatch.setattr(drafts, "PAUSE", 60)
    async with shown_priority(a_workspace, audit) as shown:
        await shown.press(text.change("Criterion 1"))
        await shown.write(text.seen("Criterion 1"), "All staff read it.", leave=False)
        field, gone = shown.get("textbox", text.seen("Criterion 1")), shown.get("button", text.remove("Criterion 1"))
        dispatch = shown.session.dispatch_event
        await asyncio.gather(dispatch(field.control._i, "blur", None), dispatch(gone.control._i, "click", None))
        await shown.until(lambda: bool(shown.find("button", plan_text.UNDO)))
        assert the_priority(a_workspace, audit).criteria == ()
        await shown.press(plan_text.UNDO)
        await shown.until(lambda: bool(the_priority(a_workspace, audit).criteria))
        assert [one.text for one in the_priority(a_workspace, audit).criteria] == ["All staff read it."]


def test_a_criterion_is_found_by_its_words_when_its_place_has_moved() -> None:
    one, other, new = Criterion(text="one"), Criterion(text="other"), Criterion(text="new")
    assert OF_CRITERIA.place_in((other, one), 0, "one") == 1
    assert OF_CRITERIA.place_in((one, one), 1, "one") == 1
    assert OF_CRITERIA.place_in((other, new), 0, "one", "new") == 1
    with pytest.raises(CriterionGoneError):
        OF_CRITERIA.place_in((other,), 0, "one")
    assert OF_CRITERIA.replaced((other, one), 1, new) == (other, new)
    assert OF_CRITERIA.replaced((one, other), 1, None) == (one,)
    with pytest.raises(EmptyCriterionError):
        OF_CRITERIA.replaced((one,), 0, Criterion(text=" "))


@headless
async def test_an_address_of_a_removed_priority_says_so_and_leads_back(a_workspace: Workspace, audit: str) -> None:
    route = places.priority(audit, the_priority(a_workspace, audit).id)
    a_workspace.remove_priority(audit, the_priority(a_workspace, audit).id)
    async with window_of(make_main(a_workspace), route) as shown:
        assert shown.get("heading", text.NOT_THERE)
        await shown.press(text.BACK)
        assert shown.page.route == places.plan(audit)
