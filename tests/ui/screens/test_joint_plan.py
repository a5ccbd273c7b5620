"""A joint plan on the screen: begun, shared out, one's own part first, handed out and sent, two wordings settled."""

from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from functools import partial

import pytest

from audit_app.plans.joint import named_in
from audit_app.questionnaires.library import shipped
from audit_app.storage.memory import MemoryStore
from audit_app.ui import places
from audit_app.ui.components import drafts
from audit_app.ui.main import make_main
from audit_app.ui.screens import joint_plan_out
from audit_app.ui.text import common, plan_life
from audit_app.ui.text import governors_pdf as paper_text
from audit_app.ui.text import import_bundle as import_text
from audit_app.ui.text import joint_plan as text
from audit_app.ui.text import partnership as partnership_text
from audit_app.ui.text import plan as plan_text
from audit_app.ui.text import plan_coming as coming
from audit_app.ui.text import priority as priority_text
from audit_app.ui.text import share as share_text
from audit_app.workspace import Workspace, summariser
from tests.builders import MORNING, a_school
from tests.reports.reading import read
from tests.ui.harness import Window, headless, window_of

ASH, ELM, OAK = "Ash Primary", "Elm High", "Oak Special"


@pytest.fixture(autouse=True)
def _without_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "PAUSE", 0.01)
    monkeypatch.setattr(joint_plan_out, "PAUSE", 0.01)


@pytest.fixture
def ash(a_workspace: Workspace) -> Workspace:
    """The school at the keyboard."""
    settings = a_workspace.settings()
    a_workspace.keep_settings(settings.model_copy(update={"school": a_school(ASH), "person": "Ann"}))
    return a_workspace


@pytest.fixture
def plan(ash: Workspace) -> str:
    """One priority with an action for each of three schools; that of Ash is due in five days."""
    made = ash.start_joint_plan("Wenlow Partnership", "2026–27", (ASH, ELM, OAK))
    priority = ash.add_priority(made, "Read together").priorities[0].id
    action = ash.share_out(made, priority, "Open a lesson.").priorities[0].actions[0]
    due = (ash.today() + timedelta(days=5)).isoformat()
    ash.set_action(made, priority, action.id, {"due": due})
    return made


def another_device() -> Workspace:
    """Of Elm High, an hour later."""
    library, later = shipped(), MORNING + timedelta(hours=1)
    elm = Workspace(MemoryStore(summariser(library), lambda: "elm"), library, lambda: later, lambda: later, lambda: "x")
    elm.keep_settings(elm.settings().model_copy(update={"school": a_school(ELM), "person": "Ben"}))
    return elm


def is_settled(shown: Window, words: str) -> bool:
    return not shown.find("button", text.choose(words))


def has_saved(shown: Window, count: int) -> bool:
    return len(shown.saved) == count


def shown_plan(workspace: Workspace, plan: str) -> AbstractAsyncContextManager[Window]:
    return window_of(make_main(workspace), places.plan(plan))


@headless
async def test_the_partnership_leads_to_joint_plans_and_one_is_begun_there(ash: Workspace) -> None:
    ash.start_audit("readiness", "Autumn 2026", a_school(ELM))
    async with window_of(make_main(ash), places.PARTNERSHIP) as shown:
        await shown.until(lambda: bool(shown.find("button", text.LINK)))
        await shown.press(text.LINK)
        await shown.settle()
        assert shown.says(text.NONE)
        assert [node.name for node in shown.nodes() if node.role == "checkbox"] == [ASH, ELM]
        await shown.write(text.NAME, "Wenlow Partnership")
        await shown.write(text.OTHERS, f"{OAK}\n\nYew Infant")
        await shown.press(text.BEGIN)
        await shown.settle()
        (line,) = ash.joint_plans()
        assert shown.page.route == places.plan(line.id)
        assert shown.get("heading", text.TITLE).level == 1
        assert (line.school.name, line.wave) == ("Wenlow Partnership", "2026–27")
        assert ash.plan(line.id).schools == (ASH, ELM, OAK, "Yew Infant")


@headless
async def test_a_card_of_a_plan_names_the_first_few_of_many_schools(ash: Workspace) -> None:
    schools = [ASH, ELM, OAK, "Yew Infant", "Larch Junior", "Holm High"]
    ash.start_joint_plan("Wenlow Partnership", "2026–27", schools)
    async with window_of(make_main(ash), places.JOINT_PLANS) as shown:
        assert shown.says(f"6 schools: {ASH}, {ELM}, {OAK} and 3 more · 0 priorities")
        assert text.few_of(schools[:4]) == f"{ASH}, {ELM}, {OAK} and Yew Infant"


@headless
async def test_a_plan_without_a_name_is_not_begun_and_what_was_typed_stays(ash: Workspace) -> None:
    async with window_of(make_main(ash), places.JOINT_PLANS) as shown:
        await shown.write(text.OTHERS, ELM)
        await shown.press(text.BEGIN)
        assert shown.get("textbox", text.NAME).control.error.startswith("A joint plan needs the partnership’s name")
        assert shown.get("textbox", text.OTHERS).control.value == ELM
        await shown.write(text.NAME, "Wenlow Partnership")
        await shown.write(f"{text.PERIOD}\n{text.PERIOD_HINT}", " ")
        await shown.press(text.BEGIN)
        assert not shown.get("textbox", text.NAME).control.error
        assert shown.get("textbox", text.PERIOD).control.error
        assert ash.joint_plans() == ()


@headless
async def test_ones_own_part_comes_first_and_its_state_can_be_said_there(ash: Workspace, plan: str) -> None:
    async with shown_plan(ash, plan) as shown:
        headings = [node.name for node in shown.nodes() if node.role == "heading" and node.level == 2]
        assert headings[:2] == [text.YOUR_PART, text.TOGETHER]
        assert shown.says("0 of 1 action done")
        name = "Priority 1, Action 1"
        await shown.press(text.say_how_far(name))
        await shown.choose(priority_text.state(name), "Done")
        await shown.until(lambda: [one.done for one in ash.parts(plan) if one.school] == [1, 0, 0])
        assert shown.says("1 of 1 action done")


@headless
async def test_who_takes_no_part_sees_the_whole_without_a_part_of_its_own(ash: Workspace, plan: str) -> None:
    ash.keep_settings(ash.settings().model_copy(update={"school": a_school("Wenlow office")}))
    assert named_in(ash.plan(plan), ash.settings().school) == ""
    async with shown_plan(ash, plan) as shown:
        assert not shown.find("heading", text.YOUR_PART)
        assert shown.find("heading", text.TOGETHER)


@headless
async def test_schools_are_named_anew_and_one_alone_is_refused_with_what_was_typed(ash: Workspace, plan: str) -> None:
    async with shown_plan(ash, plan) as shown:
        await shown.write(text.SCHOOLS, f"{ASH}\n{ELM}\nYew Infant")
        await shown.until(lambda: ash.plan(plan).schools == (ASH, ELM, "Yew Infant"))
        await shown.write(text.SCHOOLS, ASH)
        await shown.until(lambda: shown.says("Not saved") or bool(shown.find("button", plan_text.TRY_AGAIN)))
        assert ash.plan(plan).schools == (ASH, ELM, "Yew Infant")
        assert shown.get("textbox", text.SCHOOLS).control.value == ASH


@headless
async def test_a_priority_says_which_school_leads_and_an_action_whose_it_is(ash: Workspace, plan: str) -> None:
    priority = ash.plan(plan).priorities[0].id
    async with window_of(make_main(ash), places.priority(plan, priority)) as shown:
        await shown.select(text.LEADING, ELM)
        await shown.until(lambda: ash.plan(plan).priorities[0].school == ELM)
        await shown.press(priority_text.change("Action 1"))
        await shown.select(text.of_school("Action 1"), OAK)
        await shown.until(lambda: ash.plan(plan).priorities[0].actions[0].school == OAK)
        await shown.select(text.LEADING, "-")
        await shown.until(lambda: ash.plan(plan).priorities[0].school == "")


@headless
async def test_what_every_school_is_to_do_is_added_once_for_each(ash: Workspace, plan: str) -> None:
    priority = ash.plan(plan).priorities[0].id
    async with window_of(make_main(ash), places.priority(plan, priority)) as shown:
        await shown.write(text.FOR_EVERY, "Name a teacher.", leave=False)
        await shown.press(text.ADD_FOR_EVERY)
        await shown.until(lambda: len(ash.plan(plan).priorities[0].actions) == 6)
        added = [one for one in ash.plan(plan).priorities[0].actions if one.text == "Name a teacher."]
        assert [one.school for one in added] == [ASH, ELM, OAK]


@headless
async def test_the_plan_of_one_school_knows_nothing_of_other_schools(ash: Workspace) -> None:
    audit = ash.start_audit("readiness", "Autumn 2026", a_school(ASH))
    priority = ash.add_priority(audit, "Read").priorities[0].id
    async with window_of(make_main(ash), places.priority(audit, priority)) as shown:
        assert not shown.find("textbox", text.FOR_EVERY)
        assert not shown.says(text.LEADING)
        await shown.go(places.plan(audit))
        assert shown.get("heading", plan_text.TITLE).level == 1


@headless
async def test_home_shows_what_is_due_of_ones_part_with_the_partnership(ash: Workspace, plan: str) -> None:
    async with window_of(make_main(ash)) as shown:
        assert shown.says("joint plan of Wenlow Partnership")
        await shown.press("Open a lesson.")
        await shown.settle()
        assert shown.page.route == places.priority(plan, ash.plan(plan).priorities[0].id)


@headless
async def test_paper_and_days_are_made_for_all_or_for_one_school(ash: Workspace, plan: str) -> None:
    async with shown_plan(ash, plan) as shown:
        for count, school in enumerate((None, ELM), 1):
            if school:
                await shown.press(text.MORE_WAYS)
                await shown.select(text.FOR_WHOM, school)
            await shown.press(text.PDF_OF_PART if school else text.PDF)
            await shown.until(partial(has_saved, shown, count))
            name, content = shown.saved[-1]
            assert name == f"{paper_text.FILES['joint']} – {school or 'Wenlow Partnership'} – 2026–27.pdf"
            said = " ".join(words for _, words in read(content).said())
            assert f"The part of {ELM}" in said
            assert (f"The part of {OAK}" in said) is (school is None)
        await shown.press(text.CALENDAR)
        await shown.until(partial(has_saved, shown, 3))
        assert shown.saved[-1][0].endswith(".ics")


@headless
async def test_it_is_sent_whole_and_named_so_that_a_shared_folder_reads_it(ash: Workspace, plan: str) -> None:
    async with shown_plan(ash, plan) as shown:
        await shown.press(text.SEND)
        await shown.settle()
        assert shown.page.route == places.share(plan)
        assert not shown.find("group", share_text.HOW_MUCH)
        assert shown.says("The joint plan, whole")
        await shown.press(share_text.EXPORT)
        await shown.until(partial(has_saved, shown, 1))
        name, content = shown.saved[-1]
        assert name == "school-audit-joint-plan-Wenlow-Partnership-2026-27.json"
    elm = another_device()
    elm.apply_import(elm.plan_import([(name, content)]))
    assert elm.plan(plan) == ash.plan(plan)


@headless
async def test_a_file_that_came_leads_to_the_plan(ash: Workspace, plan: str) -> None:
    elm = another_device()
    async with window_of(make_main(elm), places.IMPORT) as shown:
        shown.to_pick = [("plan.json", ash.export(plan, "full"))]
        await shown.press(import_text.CHOOSE)
        await shown.until(lambda: bool(shown.find("button", import_text.APPLY)))
        assert shown.says("Wenlow Partnership: Joint plan, 2026–27")
        await shown.press(import_text.APPLY)
        await shown.until(lambda: shown.page.route == places.plan(plan))
        assert elm.plan(plan) == ash.plan(plan)


@headless
async def test_what_a_file_changes_in_the_plan_is_shown_before_it_is_taken(ash: Workspace, plan: str) -> None:
    elm = another_device()
    elm.apply_import(elm.plan_import([("a.json", ash.export(plan, "full"))]))
    priority = ash.plan(plan).priorities[0].id
    ash.set_priority(plan, priority, {"rag": "amber"})
    elm.set_priority(plan, priority, {"due": "2027-06-30", "rag": "red"})
    for number in range(1, 14):
        elm.add_priority(plan, f"Idea {number}")
    async with window_of(make_main(ash), places.IMPORT) as shown:
        shown.to_pick = [("plan.json", elm.export(plan, "full"))]
        await shown.press(import_text.CHOOSE)
        await shown.until(lambda: bool(shown.find("button", import_text.APPLY)))
        assert shown.get("heading", coming.title("Wenlow Partnership: Joint plan, 2026–27")).level == 3
        assert shown.says(coming.changed("“Read together”, End date", text.BLANK, "30 June 2027"))
        assert shown.says(
            coming.differs("“Read together”, How it stands", plan_text.RAG["amber"], plan_text.RAG["red"])
        )
        assert shown.says(coming.new("“Idea 10”"))
        assert not shown.says("Idea 13")
        await shown.press(common.more(3))
        assert shown.says(coming.new("“Idea 13”"))
        assert [one.title for one in ash.plan(plan).priorities] == ["Read together"]


@headless
async def test_two_wordings_stand_side_by_side_until_one_is_chosen(ash: Workspace, plan: str) -> None:
    elm = another_device()
    elm.apply_import(elm.plan_import([("a.json", ash.export(plan, "full"))]))
    priority = ash.plan(plan).priorities[0].id
    ash.set_priority(plan, priority, {"target": "Every class by May.", "due": "2027-06-30", "rag": "amber"})
    elm.set_priority(plan, priority, {"target": "Half of them by June.", "due": "2027-04-30", "rag": "red"})
    ash.apply_import(ash.plan_import([("b.json", elm.export(plan, "full"))]))
    async with shown_plan(ash, plan) as shown:
        assert shown.get("heading", "Priority 1: Where we want to be").level == 3
        for words in ("Half of them by June.", "30 June 2027", "30 April 2027", plan_text.RAG["amber"]):
            assert shown.says(words)
        for words in (plan_text.day("2027-06-30"), plan_text.RAG["red"]):
            await shown.press(text.choose(words))
            await shown.until(partial(is_settled, shown, words))
        await shown.press(text.choose("Every class by May."))
        await shown.until(lambda: not shown.find("heading", text.DIFFER))
        found = ash.plan(plan).priorities[0]
        assert (found.target, found.due, found.rag) == ("Every class by May.", "2027-06-30", "red")


@headless
async def test_what_schools_share_is_suggested_when_somebody_asks(ash: Workspace, plan: str) -> None:
    async with shown_plan(ash, plan) as shown:
        await shown.press(text.LOOK)
        await shown.until(lambda: shown.says("There is nothing to compare"))
        await shown.until(lambda: any(words.startswith("There is nothing to compare") for words in shown.announced))


@headless
async def test_a_removed_plan_can_be_brought_back(ash: Workspace, plan: str) -> None:
    async with shown_plan(ash, plan) as shown:
        await shown.press(text.GIVE_UP)
        await shown.press(text.GIVE_UP)
        await shown.settle()
        assert ash.joint_plans() == ()
        assert shown.says(text.GONE)
    ash.bring_back(plan)
    assert [one.id for one in ash.joint_plans()] == [plan]


@headless
async def test_days_and_reviews_are_there_as_in_every_plan(ash: Workspace, plan: str) -> None:
    async with shown_plan(ash, plan) as shown:
        for heading in (plan_life.DAYS, plan_life.REVIEWS, text.WHO_DOES_WHAT, text.AGREED):
            assert shown.get("heading", heading).level == 2


@headless
async def test_a_data_folder_with_nothing_but_a_joint_plan_leads_to_it_from_the_partnership(ash: Workspace) -> None:
    ash.start_joint_plan("Wenlow", "2026–27", (ASH, ELM))
    async with window_of(make_main(ash), places.PARTNERSHIP) as shown:
        await shown.until(lambda: shown.says(partnership_text.EMPTY_TITLE))
        await shown.press(text.LINK)
        await shown.settle()
        await shown.press(text.open_name("Wenlow", "2026–27"))
        await shown.settle()
        assert shown.get("heading", text.TITLE).level == 1


@headless
async def test_the_way_to_its_paper_stands_at_the_top_of_a_plan_that_is_under_way(ash: Workspace, plan: str) -> None:
    empty = ash.start_joint_plan("Wenlow Partnership", "2027–28", (ASH, ELM))
    async with shown_plan(ash, plan) as shown:
        names = [node.name for node in shown.nodes()]
        assert names.index(text.PDF) < names.index(text.SEND) < names.index(text.YOUR_PART)
        assert not shown.says(text.HAND_OUT)
        await shown.go(places.plan(empty))
        names = [node.name for node in shown.nodes()]
        assert names.index(text.WHO_DOES_WHAT) < names.index(text.PDF)
        assert shown.says(text.HAND_OUT)


@headless
async def test_at_the_address_of_answers_or_results_a_joint_plan_leads_to_itself(ash: Workspace, plan: str) -> None:
    async with window_of(make_main(ash), places.audit(plan)) as shown:
        for place in (places.audit(plan), places.check(plan), places.results(plan), places.papers(plan)):
            await shown.go(place)
            assert shown.says(text.ELSEWHERE)
        await shown.press(text.OPEN)
        assert shown.page.route == places.plan(plan)
