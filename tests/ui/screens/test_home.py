"""The first start, home, starting an audit, the list of audits, the library, export and import."""

import pytest

from audit_app.questionnaires.library import shipped
from audit_app.responses.model import Answer
from audit_app.storage.memory import MemoryStore
from audit_app.ui import places, theme
from audit_app.ui.components.school_form import read_school
from audit_app.ui.main import make_main
from audit_app.ui.text import helping, home, import_bundle, library, school, share, start, welcome
from audit_app.workspace import Workspace, summariser
from tests.builders import MORNING, a_school
from tests.ui.harness import headless, window_of
from tests.ui.screens.auditing import FIRST, answered, begun

AUTUMN = "Partnership health, Autumn 2026"


def another_installation() -> Workspace:
    questionnaires = shipped()
    store = MemoryStore(summariser(questionnaires), lambda: "tablet")
    return Workspace(store, questionnaires, lambda: MORNING, lambda: MORNING, lambda: "other")


@headless
async def test_the_first_start_asks_only_for_the_name_of_the_school(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace)) as shown:
        assert shown.says(welcome.STAYS)
        await shown.press(welcome.START)
        assert [node.control.error for node in shown.find("textbox", school.NAME)] == [school.NAME_NEEDED]
        await shown.write(school.NAME, "Ash Tree Primary")
        await shown.press(welcome.START)
        kept = a_workspace.settings().school
        assert kept is not None
        assert kept.name == "Ash Tree Primary"
        assert shown.get("heading", home.TITLE).level == 1
        assert shown.says(home.NOTHING_YET)


@headless
async def test_the_demo_is_shown_apart_and_can_be_left(a_workspace: Workspace) -> None:
    demo = another_installation()
    begun(demo)
    async with window_of(make_main(a_workspace, lambda: demo)) as shown:
        await shown.press(welcome.LOOK)
        await shown.until(lambda: bool(shown.find("button", helping.TOUR_END)))
        await shown.press(helping.TOUR_END)
        assert shown.says(home.DEMO)
        assert shown.says(AUTUMN)
        await shown.press(home.LEAVE_DEMO)
        assert not shown.says(home.DEMO)
        assert shown.says(welcome.TITLE)
    assert not a_workspace.audits()


@headless
async def test_large_text_comes_along_into_the_demo(a_workspace: Workspace) -> None:
    demo = another_installation()
    begun(demo)
    a_workspace.change_settings(lambda _: {"text_size": 200})
    async with window_of(make_main(a_workspace, lambda: demo)) as shown:
        await shown.press(welcome.LOOK)
        await shown.until(lambda: bool(shown.find("button", helping.TOUR_END)))
        assert theme.grown(100) == 200
    assert demo.settings().text_size == 200
    assert demo.settings().person == "Ann"


@headless
async def test_starting_an_audit_needs_a_round_and_opens_the_audit(a_workspace: Workspace) -> None:
    a_workspace.keep_settings(a_workspace.settings().model_copy(update={"school": a_school()}))
    async with window_of(make_main(a_workspace), places.START) as shown:
        await shown.write(start.WAVE, "  ")
        await shown.press(start.START)
        assert not a_workspace.audits()
        await shown.write(start.WAVE, "Spring 2027")
        await shown.press(start.START)
        (one,) = a_workspace.audits()
        assert one.wave == "Spring 2027"
        assert shown.page.route.startswith(places.audit(one.id))


@headless
async def test_home_says_the_next_step_of_each_audit(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    async with window_of(make_main(a_workspace)) as shown:
        assert shown.find("button", home.next_step(home.BEGIN, AUTUMN))
    a_workspace.answer(audit, FIRST, Answer(option="2"))
    async with window_of(make_main(a_workspace)) as shown:
        assert shown.find("button", home.next_step(home.CONTINUE, AUTUMN))
    answered(a_workspace, audit)
    async with window_of(make_main(a_workspace)) as shown:
        assert shown.find("button", home.next_step(home.CHECK, AUTUMN))
    a_workspace.submit(audit)
    async with window_of(make_main(a_workspace)) as shown:
        await shown.press(home.next_step(home.SEE_RESULTS, AUTUMN))
        assert shown.page.route == places.results(audit)


@headless
async def test_a_partner_s_audit_is_never_without_the_partner_s_name(a_workspace: Workspace) -> None:
    a_workspace.keep_settings(a_workspace.settings().model_copy(update={"school": a_school()}))
    begun(a_workspace)
    a_workspace.start_audit("partnership-health", "Spring 2027", a_school("Ash Tree Primary"))
    async with window_of(make_main(a_workspace), places.AUDITS) as shown:
        assert shown.find("heading", AUTUMN)
        await shown.write(home.FIND, "spring")
        assert not shown.find("heading", AUTUMN)
        assert shown.find("heading", "Ash Tree Primary: Partnership health, Spring 2027")


@headless
async def test_a_list_of_many_audits_is_found_by_words_and_shown_in_parts(a_workspace: Workspace) -> None:
    a_workspace.keep_settings(a_workspace.settings().model_copy(update={"school": a_school()}))
    for number in range(25):
        a_workspace.start_audit("partnership-health", f"Round {number}", a_school())
    async with window_of(make_main(a_workspace), places.AUDITS) as shown:
        assert shown.says(home.newest(12))
        await shown.press(home.SHOW_MORE)
        assert shown.says(home.newest(24))
        await shown.press(home.SHOW_MORE)
        assert shown.says(home.shown(25, 25))
        await shown.write(home.FIND, "round 24")
        assert shown.says(home.shown(1, 1))
        await shown.write(home.FIND, "no such school")
        assert shown.says(home.NONE_FOUND)


@headless
async def test_the_library_lets_one_read_every_statement(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), places.LIBRARY) as shown:
        await shown.press(f"{library.READ}: Partnership health")
        await shown.press("Purpose")
        item = a_workspace.questionnaire("partnership-health").items_by_id[FIRST]
        assert shown.says(item.text)
        assert shown.says(item.descriptors["4"])


@headless
async def test_what_a_bundle_holds_is_said_before_it_is_written(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit)
    async with window_of(make_main(a_workspace), places.share(audit)) as shown:
        assert shown.says("35 answers")
        await shown.choose(share.HOW_MUCH, "Everything")
        assert shown.says("the whole history")
        await shown.press(share.EXPORT)
        await shown.until(lambda: bool(shown.saved))
    (name, content) = shown.saved[0]
    assert name.endswith("full.json")
    assert another_installation().plan_import([(name, content)]).add


@headless
async def test_an_import_is_shown_first_then_done(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit)
    there = another_installation()
    async with window_of(make_main(there), places.IMPORT) as shown:
        shown.to_pick = [("theirs.json", a_workspace.export(audit, "scores"))]
        await shown.press(import_bundle.CHOOSE)
        await shown.until(lambda: shown.says(import_bundle.ADD))
        assert not there.audits()
        await shown.press(import_bundle.APPLY)
        await shown.until(lambda: bool(there.audits()))
    assert there.results(audit) == a_workspace.results(audit)


@headless
async def test_a_file_that_is_no_bundle_is_refused_in_a_sentence(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), places.IMPORT) as shown:
        shown.to_pick = [("photo.json", b"not json")]
        await shown.press(import_bundle.CHOOSE)
        await shown.until(lambda: shown.says("photo.json"))


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"name": "Ash Tree"}, set()),
        ({"name": " "}, {"name"}),
        ({"name": "Ash Tree", "urn": "12345"}, {"urn"}),
        ({"name": "Ash Tree", "urn": "1234567"}, {"urn"}),
        ({"name": "Ash Tree", "urn": "١٢٣٤٥٦"}, {"urn"}),
        ({"name": "Ash Tree", "urn": "123456", "pupils": "1,024"}, set()),
        ({"name": "Ash Tree", "pupils": "many"}, {"pupils"}),
        ({"name": "Ash Tree", "pupils": "-1"}, {"pupils"}),
        ({"name": "Ash Tree", "postcode_district": "ld3 7ab", "coordinates": "51.947, -3.391"}, set()),
        ({"name": "Ash Tree", "postcode_district": "75008 Paris"}, {"postcode_district"}),
        ({"name": "Ash Tree", "coordinates": "here"}, {"coordinates"}),
        ({"name": "Ash Tree", "coordinates": "-3.39, 51.95"}, {"coordinates"}),
        ({"name": " ", "postcode_district": "X", "coordinates": "here"}, {"name", "postcode_district", "coordinates"}),
    ],
)
def test_a_profile_says_which_field_is_wrong(fields: dict[str, str], wrong: set[str]) -> None:
    made, said = read_school({"person": "", **fields})
    assert said.keys() == wrong
    assert (made is None) == bool(wrong)


def test_of_where_a_school_is_only_the_district_and_two_decimals_are_kept() -> None:
    made, _wrong = read_school(
        {"person": "", "name": "Ash", "postcode_district": "ld3 7ab", "coordinates": "51.94712, -3.391"}
    )
    assert made is not None
    assert (made.postcode_district, made.latitude, made.longitude) == ("LD3", 51.95, -3.39)
    assert "7AB" not in made.model_dump_json()


@headless
async def test_the_profile_is_filled_in_with_where_the_school_is(a_workspace: Workspace) -> None:
    a_workspace.keep_settings(a_workspace.settings().model_copy(update={"school": a_school("Ash Tree")}))
    async with window_of(make_main(a_workspace), places.SETTINGS) as shown:
        await shown.write(f"{school.POSTCODE}\n{school.POSTCODE_HINT}", "LD3 7AB")
        await shown.write(f"{school.COORDINATES}\n{school.COORDINATES_HINT}", "-3.39, 51.95")
        await shown.press(school.SAVE)
        fields = [node.control for node in shown.find("textbox", school.COORDINATES)]
        assert [field.error for field in fields] == [school.COORDINATES_SWAPPED]
        await shown.write(f"{school.COORDINATES}\n{school.COORDINATES_HINT}", "51.947, -3.391")
        await shown.press(school.SAVE)
        await shown.until(lambda: shown.says(school.SAVED))
        assert not shown.crashes
    kept = a_workspace.settings().school
    assert kept is not None
    assert (kept.postcode_district, kept.latitude, kept.longitude) == ("LD3", 51.95, -3.39)
    async with window_of(make_main(a_workspace), places.SETTINGS) as again:
        assert again.find("textbox", school.COORDINATES)[0].control.value == "51.95, -3.39"
