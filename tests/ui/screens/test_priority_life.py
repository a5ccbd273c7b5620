"""A priority through the year, on the screen: milestones, what was spent, who watches, a halt, ideas for actions."""

import asyncio
from contextlib import AbstractAsyncContextManager

import pytest
from pydantic import JsonValue

from audit_app.plans.action_library import FORMATS
from audit_app.plans.model import Milestone, Priority
from audit_app.ui import places
from audit_app.ui.components import drafts
from audit_app.ui.main import make_main
from audit_app.ui.screens.priority_milestones import OF_MILESTONES, EmptyMilestoneError, MilestoneGoneError
from audit_app.ui.text import audit as audit_text
from audit_app.ui.text import plan as plan_text
from audit_app.ui.text import plan_life as text
from audit_app.ui.text import priority as priority_text
from audit_app.workspace import Workspace
from tests.ui.harness import Window, headless, window_of
from tests.ui.screens.auditing import begun

WORDS = (
    (text.ACTUAL_COST, "cost_actual", "£380"),
    (text.MONITORED_BY, "monitored_by", "Revd Lisle"),
    (text.MONITORED_WHEN, "monitored_when", "Each half term"),
)
ONE, TWO = Milestone(text="One"), Milestone(text="Two")
IDEA = next(one for one in FORMATS if one.leave == "head")


@pytest.fixture(autouse=True)
def _without_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "PAUSE", 0.01)


@pytest.fixture
def audit(a_workspace: Workspace) -> str:
    audit = begun(a_workspace)
    a_workspace.add_priority(audit, "Read together")
    return audit


def the_priority(workspace: Workspace, audit: str) -> Priority:
    return workspace.plan(audit).priorities[0]


def shown_priority(workspace: Workspace, audit: str, width: int = 1280) -> AbstractAsyncContextManager[Window]:
    return window_of(make_main(workspace), places.priority(audit, the_priority(workspace, audit).id), width)


@headless
async def test_what_was_spent_and_who_watches_when_is_kept(a_workspace: Workspace, audit: str) -> None:
    async with shown_priority(a_workspace, audit) as shown:
        for label, field, typed in WORDS:
            name = next(node.name for node in shown.find("textbox", label) if node.name.split("\n")[0] == label)
            await shown.write(name, typed)
            await shown.until(lambda: getattr(the_priority(a_workspace, audit), field) == typed)  # noqa: B023


@headless
async def test_a_milestone_is_added_and_put_back_once_however_often_one_presses(
    a_workspace: Workspace, audit: str
) -> None:
    def milestones() -> list[str]:
        return [one.text for one in the_priority(a_workspace, audit).milestones]

    async with shown_priority(a_workspace, audit) as shown:
        await shown.write(text.NEW_MILESTONE, "Half of the staff have visited", leave=False)
        add = shown.get("button", text.ADD_MILESTONE).control
        await asyncio.gather(shown.send(add, "click"), shown.send(add, "click"))
        assert milestones() == ["Half of the staff have visited"]
        await shown.press(priority_text.change(text.milestone_name(1)))
        await shown.press(priority_text.remove(text.milestone_name(1)))
        await shown.until(lambda: bool(shown.find("button", plan_text.UNDO)))
        undo = shown.get("button", plan_text.UNDO).control
        await asyncio.gather(shown.send(undo, "click"), shown.send(undo, "click"))
        assert milestones() == ["Half of the staff have visited"]


@headless
async def test_a_milestone_is_added_given_a_term_reached_removed_and_put_back(
    a_workspace: Workspace, audit: str
) -> None:
    def milestones() -> tuple[Milestone, ...]:
        return the_priority(a_workspace, audit).milestones

    async with shown_priority(a_workspace, audit) as shown:
        await shown.write(text.NEW_MILESTONE, "Two visits")
        await shown.press(text.ADD_MILESTONE)
        await shown.until(lambda: shown.says("Two visits"))
        name = text.milestone_name(1)
        await shown.press(priority_text.change(name))
        await shown.write(text.term(name), "Spring 2027")
        await shown.until(lambda: milestones()[0].term == "Spring 2027")
        await shown.write(priority_text.by_when(name), "26/3/2027")
        await shown.until(lambda: milestones()[0].day == "2027-03-26")
        await shown.choose(text.is_reached(name), text.REACHED[True])
        await shown.until(lambda: milestones()[0].reached)
        await shown.write(text.reach(name), "Three visits")
        await shown.until(lambda: milestones()[0].text == "Three visits")
        await shown.settle()
        assert shown.says("Spring 2027, 26 March 2027")
        whole = milestones()
        await shown.press(priority_text.remove(name))
        await shown.until(lambda: milestones() == ())
        await shown.press("Undo")
        await shown.until(lambda: milestones() == whole)


@headless
async def test_an_empty_milestone_is_refused_at_its_field(a_workspace: Workspace, audit: str) -> None:
    async with shown_priority(a_workspace, audit) as shown:
        await shown.press(text.ADD_MILESTONE)
        assert shown.get("textbox", text.NEW_MILESTONE).control.error == text.EMPTY_MILESTONE


@headless
async def test_what_could_not_be_kept_stays_with_its_milestone_and_goes_with_it(
    a_workspace: Workspace, audit: str
) -> None:
    several: list[JsonValue] = [Milestone(text=words).model_dump(mode="json") for words in ("One", "Two", "Three")]
    a_workspace.set_priority(audit, the_priority(a_workspace, audit).id, {"milestones": several})
    first, second = text.milestone_name(1), text.milestone_name(2)
    async with shown_priority(a_workspace, audit) as shown:
        await shown.press(priority_text.change(second))
        await shown.write(text.reach(second), "")
        await shown.until(lambda: shown.says(audit_text.NOT_SAVED))
        await shown.press(priority_text.change(first))
        await shown.press(priority_text.remove(first))
        await shown.until(lambda: len(the_priority(a_workspace, audit).milestones) == 2)
        await shown.settle()
        for name in (first, second):
            await shown.press(priority_text.change(name))
        fields = [shown.get("textbox", text.reach(name)).control for name in (first, second)]
        assert [field.value for field in fields] == ["", "Three"]
        assert [bool(field.error) for field in fields] == [True, False]
        await shown.press(priority_text.remove(first))
        await shown.until(lambda: len(the_priority(a_workspace, audit).milestones) == 1)
        await shown.settle()
        assert not shown.says(audit_text.NOT_SAVED)


def test_a_milestone_is_found_by_its_text_where_others_came_or_went() -> None:
    assert OF_MILESTONES.place_in((ONE, TWO), 0, TWO.text) == 1
    with pytest.raises(MilestoneGoneError):
        OF_MILESTONES.place_in((ONE,), 0, TWO.text)
    with pytest.raises(EmptyMilestoneError):
        OF_MILESTONES.replaced((ONE,), 0, Milestone(text=" "))


@headless
async def test_on_hold_asks_for_the_reason_and_going_on_takes_it_up_again(a_workspace: Workspace, audit: str) -> None:
    async with shown_priority(a_workspace, audit) as shown:
        assert not shown.find("textbox", text.HALT_REASON)
        await shown.choose(text.HALT, "On hold")
        await shown.until(lambda: the_priority(a_workspace, audit).halt == "on hold")
        await shown.settle()
        await shown.write(text.HALT_REASON, "A new head.")
        await shown.until(lambda: the_priority(a_workspace, audit).halt_reason == "A new head.")
        await shown.choose(text.HALT, "Going on")
        await shown.until(lambda: the_priority(a_workspace, audit).halt is None)
        await shown.settle()
        assert shown.find("textbox", text.HALT_REASON), "what was written stays in sight"


@headless
async def test_an_idea_is_added_with_one_press_and_taken_out_with_another(a_workspace: Workspace, audit: str) -> None:
    async with shown_priority(a_workspace, audit) as shown:
        await shown.press(text.IDEAS)
        assert shown.says(text.first_step(IDEA.first_step))
        await shown.press(text.add_idea_name(IDEA.title))
        await shown.until(lambda: bool(the_priority(a_workspace, audit).actions))
        (action,) = the_priority(a_workspace, audit).actions
        assert (action.text, action.first_step) == (IDEA.text, IDEA.first_step)
        await shown.settle()
        assert shown.says(text.IN_ACTIONS)
        await shown.press(text.take_out_name(IDEA.title))
        await shown.until(lambda: not the_priority(a_workspace, audit).actions)


@headless
async def test_ideas_are_chosen_by_leave_and_effort(a_workspace: Workspace, audit: str) -> None:
    async with shown_priority(a_workspace, audit, width=820) as shown:
        await shown.press(text.IDEAS)
        assert shown.says(text.NEEDS["head"])
        assert not shown.says(text.NEEDS["board"])
        await shown.select(text.WHOSE_LEAVE, "none")
        assert not shown.says(text.NEEDS["head"])
        assert shown.says(text.NEEDS["none"])
        await shown.select(text.WHOSE_LEAVE, "board")
        while shown.find("button", text.MORE_IDEAS):
            await shown.press(text.MORE_IDEAS)
        assert len(shown.find("button", text.ADD_IDEA)) == len(FORMATS)


@headless
async def test_an_idea_that_is_in_the_actions_already_is_not_offered_again(a_workspace: Workspace, audit: str) -> None:
    a_workspace.take_up(audit, the_priority(a_workspace, audit).id, IDEA)
    async with shown_priority(a_workspace, audit) as shown:
        assert shown.says(text.first_step(IDEA.first_step))
        await shown.press(text.IDEAS)
        assert not shown.find("button", text.add_idea_name(IDEA.title))
        assert not shown.find("button", text.take_out_name(IDEA.title))
