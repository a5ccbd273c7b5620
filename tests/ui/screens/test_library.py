"""The library's screens: own questionnaires beside those that ship, read through, brought in and taken out."""

import itertools

import pytest

from audit_app.questionnaires.library import shipped
from audit_app.storage.memory import MemoryStore
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.screens.import_findings import in_words
from audit_app.ui.text import import_questionnaire, library, start
from audit_app.workspace import Workspace, summariser
from tests.builders import MORNING, a_school
from tests.questionnaires.making import Document, a_choice, a_document, an_item, as_file
from tests.questionnaires.xlsform.making import a_survey
from tests.ui.harness import Window, headless, window_of

SPREADSHEET = """
| type          | name  | label         | relevant        |
| select_one yn | asks  | Do you ask?   |                 |
| integer       | often | How often?    | ${asks} = 'yes' |
"""
BROKEN = SPREADSHEET + "| select_one nolist | what | Which? | |\n| geopoint | where | Where? | |\n"

EVERY_KIND = a_document(
    an_item("trust", why="Because.", reverse=True, weight=2, follow_up={"prompt": "Say more."}),
    a_choice("sixth_form", "yes", "no", text="Do you have a sixth form?", required=True, hint="Also a shared one."),
    a_choice("partners", "near", "far", kind="multiple", text="Who are your partners?"),
    an_item(
        "pupils",
        kind="number",
        whole=True,
        text="How many pupils?",
        visible_if="${sixth_form} = 'yes'",
        checks=[{"condition": ". <= 900", "message": "So many?", "grade": "warning"}],
    ),
    an_item("began", kind="date", text="When did it begin?"),
    an_item("story", kind="text", text="What happened?"),
    an_item("thanks", kind="note", text="Thank you."),
    id="every-kind",
    title="Every kind",
    minutes=4,
)


def with_own(workspace: Workspace, document: Document = EVERY_KIND) -> Workspace:
    workspace.import_questionnaire("mine.json", as_file(document))
    return workspace


async def picked(shown: Window, name: str, content: bytes) -> None:
    shown.to_pick = [(name, content)]
    again = shown.find("button", import_questionnaire.CHOOSE_ANOTHER)
    await shown.press(import_questionnaire.CHOOSE_ANOTHER if again else import_questionnaire.CHOOSE)
    await shown.until(lambda: shown.says(import_questionnaire.found_in(name)))


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("sections[2].items[1].text", "Section 3, question 2, its text"),
        ("sections[0].items[0].descriptors.4", "Section 1, question 1, its descriptors, “4”"),
        ("scale[1].score", "Level 2 of the scale, its score"),
        ("title.cy", "The questionnaire, its title, “cy”"),
        ("line 3, column 2", "line 3, column 2"),
    ],
)
def test_a_path_into_a_file_is_said_in_words(place: str, words: str) -> None:
    assert in_words(place) == words


@headless
async def test_an_empty_shelf_says_how_to_fill_it(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), places.LIBRARY) as shown:
        assert shown.get("heading", library.NONE_OWN)
        await shown.press(library.IMPORT)
        assert shown.get("heading", import_questionnaire.TITLE).level == 1


@headless
async def test_own_questionnaires_stand_beside_those_that_ship(a_workspace: Workspace) -> None:
    async with window_of(make_main(with_own(a_workspace)), places.LIBRARY) as shown:
        headings = [node.name for node in shown.find("heading")]
        order = [headings.index(name) for name in (library.SHIPPED, "Partnership health", library.OWN, "Every kind")]
        assert order == sorted(order)
        assert not shown.find("heading", library.NONE_OWN)


@headless
async def test_every_kind_of_item_reads_as_it_will_be_asked(a_workspace: Workspace) -> None:
    async with window_of(make_main(with_own(a_workspace)), places.questionnaire_part("every-kind", 1)) as shown:
        for kind in (*library.KINDS.values(), library.WHOLE_NUMBER, library.REQUIRED, library.REVERSE):
            if kind != library.KINDS["number"]:
                assert shown.says(kind), kind
        for words in (
            "Also a shared one.",
            "Shown when “Do you have a sixth form?” is “The one called yes”.",
            "The one called far",
            "What trust looks like at 4.",
            library.asked_after(["In place", "Part of how we work"]),
            "Say more.",
            library.checked("the answer is at most 900", "So many?", "warning"),
            library.counts(2),
            "Because.",
            "Thank you.",
        ):
            assert shown.says(words), words
        await shown.press(library.actions(1))
        assert shown.says("Take a pen.")
        assert not shown.find("radio")
        assert not shown.find("textbox")


@headless
async def test_one_clicks_through_from_part_to_part(a_workspace: Workspace) -> None:
    one = a_workspace.questionnaire("partnership-health")
    async with window_of(make_main(a_workspace), places.questionnaire(one.id)) as shown:
        await shown.press(one.sections[0].title)
        assert not shown.find("button", library.PREVIOUS)
        for section, following in itertools.pairwise(one.sections):
            assert shown.get("heading", section.title).level == 1
            assert all(shown.says(item.text) for item in section.items)
            await shown.press(library.going(library.NEXT, following.title))
        assert not shown.find("button", library.NEXT)
        await shown.press(library.PREVIOUS)
        assert shown.get("heading", one.sections[-2].title)
        await shown.press(one.title)
        assert shown.get("heading", library.PARTS)


@pytest.mark.parametrize("part", ["0", "99", "x", "9" * 50, "١"])
@headless
async def test_a_part_that_is_not_there_shows_the_nearest(a_workspace: Workspace, part: str) -> None:
    async with window_of(make_main(a_workspace), f"/library/partnership-health/parts/{part}") as shown:
        titles = [section.title for section in a_workspace.questionnaire("partnership-health").sections]
        assert any(node.name in titles and node.level == 1 for node in shown.find("heading"))


@headless
async def test_a_part_of_hundreds_of_items_is_read_in_pieces(a_workspace: Workspace) -> None:
    items = [an_item(f"item_{number}", kind="text") for number in range(1, 401)]
    with_own(a_workspace, a_document(*items, id="long-form", title="Long"))
    async with window_of(make_main(a_workspace), places.questionnaire_part("long-form", 1)) as shown:
        assert len([node for node in shown.find("heading") if node.level == 2]) == 15
        await shown.press(library.NEXT)
        assert shown.says("We say what item_16 is.")


@headless
async def test_a_questionnaire_is_taken_out_as_a_spreadsheet_and_comes_back_the_same(a_workspace: Workspace) -> None:
    async with window_of(make_main(with_own(a_workspace)), places.LIBRARY) as shown:
        await shown.go(places.questionnaire("every-kind"))
        await shown.press(library.EXPORT)
        await shown.until(lambda: bool(shown.saved))
        await shown.go(places.questionnaire("partnership-health"))
        await shown.press(library.EXPORT_JSON)
        await shown.until(lambda: len(shown.saved) == 2)
    (first, spreadsheet), (second, document) = shown.saved
    assert (first, second) == ("every-kind-1.xlsx", "partnership-health-1.json")
    questionnaires = shipped()
    store = MemoryStore(summariser(questionnaires), lambda: "tablet")
    there = Workspace(store, questionnaires, lambda: MORNING, lambda: MORNING, lambda: "id1")
    came = there.import_questionnaire(first, spreadsheet)
    assert came.fingerprint == a_workspace.questionnaire("every-kind").fingerprint
    assert there.check_questionnaire(second, document) == ()


@headless
async def test_a_sound_spreadsheet_is_added_and_shown(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), places.IMPORT_QUESTIONNAIRE) as shown:
        await picked(shown, "form.xlsx", a_survey(SPREADSHEET))
        assert shown.says(import_questionnaire.holds("A form", 1, 2, 9))
        await shown.press(import_questionnaire.IMPORT)
        await shown.until(lambda: shown.says(import_questionnaire.done("A form", 1)))
        assert shown.get("heading", "A form").level == 1
    assert not a_workspace.is_shipped(a_workspace.questionnaire("a-form").id)


@pytest.mark.parametrize("width", [1280, 820])
@headless
async def test_errors_are_shown_with_their_places_and_nothing_can_be_added(a_workspace: Workspace, width: int) -> None:
    async with window_of(make_main(a_workspace), places.IMPORT_QUESTIONNAIRE, width) as shown:
        await picked(shown, "form.xlsx", a_survey(BROKEN))
        assert shown.says(import_questionnaire.counts(1, 1))
        assert bool(shown.find("table")) == (width == 1280)
        for finding in a_workspace.check_questionnaire("form.xlsx", a_survey(BROKEN)):
            assert all(shown.says(words) for words in (finding.place, finding.what, finding.remedy))
        assert not shown.find("button", import_questionnaire.IMPORT)
        await picked(shown, "mended.xlsx", a_survey(SPREADSHEET))
        assert shown.get("button", import_questionnaire.IMPORT)


@headless
async def test_warnings_do_not_stand_in_the_way(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), places.IMPORT_QUESTIONNAIRE) as shown:
        await picked(shown, "form.xlsx", a_survey(SPREADSHEET + "| geopoint | where | Where? | |\n"))
        assert shown.says(import_questionnaire.counts(0, 1))
        await shown.press(import_questionnaire.CANCEL)
        assert not shown.find("button", import_questionnaire.IMPORT)
        await picked(shown, "form.xlsx", a_survey(SPREADSHEET + "| geopoint | where | Where? | |\n"))
        await shown.press(import_questionnaire.IMPORT)
        await shown.until(lambda: shown.says(import_questionnaire.done("A form", 1)))


@headless
async def test_hundreds_of_findings_come_in_parts(a_workspace: Workspace) -> None:
    many = a_document(*(an_item(f"item_{number}", text="") for number in range(90)))
    async with window_of(make_main(a_workspace), places.IMPORT_QUESTIONNAIRE, 820) as shown:
        await picked(shown, "form.json", as_file(many))
        found = len(a_workspace.check_questionnaire("form.json", as_file(many)))
        for count in (40, 80):
            assert sum(text == import_questionnaire.GRADES["error"] for text in shown.texts()) == count < found
            await shown.press(import_questionnaire.MORE)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xff\xd8\xff a photo"])
@headless
async def test_a_file_that_is_none_gets_a_finding(a_workspace: Workspace, content: bytes) -> None:
    async with window_of(make_main(a_workspace), places.IMPORT_QUESTIONNAIRE) as shown:
        await picked(shown, "photo.xlsx", content)
        assert shown.says(import_questionnaire.TO_MEND)


@headless
async def test_an_audit_is_started_with_the_questionnaire_that_was_chosen(a_workspace: Workspace) -> None:
    with_own(a_workspace)
    a_workspace.keep_settings(a_workspace.settings().model_copy(update={"school": a_school(), "person": "Ann"}))
    async with window_of(make_main(a_workspace), places.LIBRARY) as shown:
        await shown.press(f"{library.START}: Every kind")
        await shown.press(start.START)
        assert shown.page.route.startswith("/audits/")
    assert [one.questionnaire for one in a_workspace.audits()] == ["every-kind"]


@headless
async def test_starting_with_what_is_not_there_offers_what_is(a_workspace: Workspace) -> None:
    a_workspace.keep_settings(a_workspace.settings().model_copy(update={"school": a_school(), "person": "Ann"}))
    async with window_of(make_main(a_workspace), places.start("nothing")) as shown:
        await shown.press(start.START)
    assert [one.questionnaire for one in a_workspace.audits()] == ["partnership-health"]
