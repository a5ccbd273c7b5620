"""“Results” and “Plan” in the navigation lead straight there with one audit, and to a short list with several."""

from contextlib import closing
from pathlib import Path

from audit_app.app import open_workspace
from audit_app.responses.model import Answer
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.text import common, joint_plan, landing, plan_life
from audit_app.ui.text import plan as plan_text
from audit_app.ui.text import results as results_text
from audit_app.workspace import Workspace
from tests.builders import a_school
from tests.ui.harness import Window, headless, window_of
from tests.ui.screens.auditing import FIRST, begun
from tests.ui.screens.partnering import the_demo
from tests.ui.screens.surveying import begun_survey


def names(shown: Window, button: str) -> list[str]:
    """Of the buttons whose name begins so."""
    return [
        name.removeprefix(f"{button}: ")
        for node in shown.find("button")
        if (name := node.name).startswith(f"{button}: ")
    ]


def another_round(workspace: Workspace, wave: str, *, answered: bool = True) -> str:
    audit = workspace.start_audit("partnership-health", wave, a_school())
    if answered:
        workspace.answer(audit, FIRST, Answer(option="3"))
    return audit


@headless
async def test_before_the_first_audit_both_say_what_will_stand_there(a_workspace: Workspace) -> None:
    a_workspace.keep_settings(a_workspace.settings().model_copy(update={"school": a_school()}))
    async with window_of(make_main(a_workspace)) as shown:
        await shown.press(common.RESULTS)
        assert shown.says(landing.RESULTS_NONE_TEXT)
        await shown.press(common.PLAN)
        assert shown.says(landing.PLAN_NONE_TEXT)
        await shown.press(landing.START)
        assert shown.page.route == places.START


@headless
async def test_with_one_audit_both_lead_straight_to_it(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    a_workspace.answer(audit, FIRST, Answer(option="3"))
    async with window_of(make_main(a_workspace)) as shown:
        await shown.press(common.RESULTS)
        assert shown.get("heading", results_text.TITLE).level == 1
        assert shown.says(results_text.NEXT)
        await shown.press(common.PLAN)
        assert shown.get("heading", plan_text.TITLE).level == 1
        assert shown.says(plan_text.SUGGESTIONS)


@headless
async def test_with_several_the_last_changed_stands_first_and_blank_ones_have_no_results(
    a_workspace: Workspace,
) -> None:
    audit = begun(a_workspace)
    a_workspace.answer(audit, FIRST, Answer(option="3"))
    spring = another_round(a_workspace, "Spring 2027")
    another_round(a_workspace, "Summer 2027", answered=False)
    async with window_of(make_main(a_workspace), places.RESULTS) as shown:
        found = names(shown, landing.SEE_RESULTS)
        assert sorted(found) == ["Partnership health, Autumn 2026", "Partnership health, Spring 2027"]
        await shown.press(f"{landing.SEE_RESULTS}: Partnership health, Spring 2027")
        assert shown.page.route == places.results(spring)


@headless
async def test_a_survey_is_there_once_it_is_closed(a_workspace: Workspace) -> None:
    survey = begun_survey(a_workspace)
    async with window_of(make_main(a_workspace), places.RESULTS) as shown:
        assert shown.says(landing.RESULTS_NONE)
        a_workspace.close_survey(survey)
        await shown.press(common.HOME)
        await shown.press(common.RESULTS)
        assert shown.get("heading", results_text.TITLE)


@headless
async def test_a_long_list_comes_in_pages(a_workspace: Workspace) -> None:
    begun(a_workspace)
    for number in range(11):
        another_round(a_workspace, f"Round {number}")
    for place, button in ((places.RESULTS, landing.SEE_RESULTS), (places.PLAN, landing.MAKE_PLAN)):
        async with window_of(make_main(a_workspace), place) as shown:
            assert len(names(shown, button)) == 10
            await shown.press(landing.SHOW_MORE)
            assert len(names(shown, button)) > 10
            assert not shown.find("button", landing.SHOW_MORE)


@headless
async def test_plan_says_what_is_overdue_in_any_plan_and_how_far_each_is(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    another_round(a_workspace, "Spring 2027")
    one = a_workspace.add_priority(audit, "Read together").priorities[0]
    action = a_workspace.add_action(audit, one.id, "Choose a book").priorities[0].actions[0]
    a_workspace.add_action(audit, one.id, "Read it")
    a_workspace.set_action(audit, one.id, action.id, {"due": "2026-01-01"})
    async with window_of(make_main(a_workspace), places.PLAN) as shown:
        assert shown.get("heading", plan_life.OVERDUE).level == 3
        assert any("Choose a book" in node.name for node in shown.find("button"))
        assert shown.says("1 priority · 0 of 2 actions done")
        assert names(shown, landing.OPEN_PLAN) == ["Partnership health, Autumn 2026"]
        assert names(shown, landing.MAKE_PLAN) == ["Partnership health, Spring 2027"]


@headless
async def test_other_schools_results_are_where_partnership_leads() -> None:
    async with window_of(make_main(the_demo()), places.RESULTS) as shown:
        assert not any("Harrowmere" in name for name in names(shown, landing.SEE_RESULTS))
        await shown.press(landing.FROM_OTHERS)
        assert shown.page.route == places.PARTNERSHIP


@headless
async def test_plan_leads_to_joint_plans_too(a_workspace: Workspace) -> None:
    begun(a_workspace)
    another_round(a_workspace, "Spring 2027")
    async with window_of(make_main(a_workspace), places.PLAN) as shown:
        await shown.press(joint_plan.PLANS)
        assert shown.page.route == places.JOINT_PLANS


@headless
async def test_plan_names_what_other_schools_are_late_with_instead_of_saying_that_nothing_is(
    a_workspace: Workspace,
) -> None:
    begun(a_workspace)
    another_round(a_workspace, "Spring 2027")
    joint = a_workspace.start_joint_plan("Wenlow Partnership", "2026–27", (a_school().name, "Elm High"))
    priority = a_workspace.add_priority(joint, "Read together").priorities[0].id
    mine, other = a_workspace.share_out(joint, priority, "Open a lesson.").priorities[0].actions
    a_workspace.set_action(joint, priority, other.id, {"due": "2026-01-01"})
    async with window_of(make_main(a_workspace), places.PLAN) as shown:
        assert shown.says(plan_life.NOTHING_DUE_HERE)
        assert shown.says(plan_life.OTHERS_LATE)
    a_workspace.set_action(joint, priority, mine.id, {"due": "2026-01-01"})
    async with window_of(make_main(a_workspace), places.PLAN) as shown:
        assert not shown.says(plan_life.NOTHING_DUE_HERE)
        assert shown.says(plan_life.OTHERS_LATE)


@headless
async def test_a_milestone_that_is_late_says_of_which_priority_it_is(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    another_round(a_workspace, "Spring 2027")
    for title in ("Read together", "Share a minibus"):
        one = a_workspace.add_priority(audit, title).priorities[-1]
        a_workspace.set_priority(audit, one.id, {"milestones": [{"text": "Half is done", "day": "2026-01-01"}]})
    async with window_of(make_main(a_workspace), places.PLAN) as shown:
        assert shown.says("milestone of “Read together”")
        assert shown.says("milestone of “Share a minibus”")


@headless
async def test_one_plan_that_was_damaged_keeps_nobody_from_the_others(tmp_path: Path) -> None:
    with closing(open_workspace(tmp_path)) as workspace:
        workspace.keep_settings(workspace.settings().model_copy(update={"school": a_school()}))
        another_round(workspace, "Spring 2026")
        damaged = another_round(workspace, "Summer 2026")
        another_round(workspace, "Autumn 2026")
    with closing(open_workspace(tmp_path)) as workspace:
        (tmp_path / "audits" / damaged / "journal.jsonl").write_bytes(b"no journal\n")
        async with window_of(make_main(workspace), places.PLAN) as shown:
            assert {*names(shown, landing.MAKE_PLAN)} >= {
                "Partnership health, Autumn 2026",
                "Partnership health, Spring 2026",
            }
            await shown.press(f"{landing.MAKE_PLAN}: Partnership health, Summer 2026")
            assert shown.says("doctor --repair")
