"""A school's own questions on the screen: written, put in order, removed and put back; nothing typed is lost."""

from typing import Any

import pytest

from audit_app.questionnaires.model import Item
from audit_app.questionnaires.own import MOST_OWN
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.text import common, library
from audit_app.ui.text import own_items as text
from audit_app.ui.text import plan as plan_text
from audit_app.workspace import Workspace
from tests.builders import a_school
from tests.questionnaires.making import Document, a_choice, a_document, an_item, as_file
from tests.ui.harness import Window, headless, window_of

FORM = "partnership-health"
LIST, FIRST = places.own_items(FORM), places.own_item(FORM, "new")


def kept(workspace: Workspace) -> list[Item]:
    return [*workspace.own_items(FORM)]


def with_own(workspace: Workspace, *items: Document) -> Workspace:
    workspace.keep_own_items(FORM, items or [a_choice(f"own_{one}", "few", "many") for one in "abc"])
    return workspace


def order(shown: Window) -> list[str]:
    return [node.name for node in shown.find("heading") if node.level == 2]


def error_of(shown: Window, name: str) -> str:
    return str(shown.get("textbox", name).control.error or "")


async def levels_written(shown: Window) -> None:
    for number, label in enumerate(text.USUAL_LEVELS, 1):
        await shown.write(text.level(str(number), label), f"Breakfast is at {number}.")


@headless
async def test_a_level_question_is_written_from_the_library_and_asked_in_the_next_audit(a_workspace: Workspace) -> None:
    a_workspace.keep_settings(a_workspace.settings().model_copy(update={"school": a_school(), "person": "Ann"}))
    begun = a_workspace.start_audit(FORM, "Autumn 2026", a_school())
    async with window_of(make_main(a_workspace), places.questionnaire(FORM)) as shown:
        await shown.press(text.OPEN)
        assert shown.get("heading", text.TITLE).level == 1
        assert shown.says(text.BEGUN)
        assert shown.get("heading", text.NONE)
        await shown.press(text.ADD)
        await shown.write(text.STATEMENT, "Every child has breakfast.")
        await levels_written(shown)
        await shown.write(text.EVIDENCE, "The register.")
        await shown.tick(text.REQUIRE, True)
        await shown.press(text.KEEP)
        assert shown.says(text.KEPT)
        assert order(shown) == ["Every child has breakfast."]
    (item,) = kept(a_workspace)
    assert (item.id, item.kind, item.required) == ("own_every_child_has_breakfast", "level", True)
    assert item.evidence_prompt == "The register."
    assert item.descriptors["4"] == "Breakfast is at 4."
    later = a_workspace.start_audit(FORM, "Spring 2027", a_school())
    assert item.id in a_workspace.audit(later).questionnaire.items_by_id
    assert item.id not in a_workspace.audit(begun).questionnaire.items_by_id


@pytest.mark.parametrize(("kind", "label"), text.KINDS)
@headless
async def test_every_kind_of_question_can_be_written_and_changed(a_workspace: Workspace, kind: str, label: str) -> None:
    async with window_of(make_main(a_workspace), FIRST) as shown:
        await shown.choose(text.KIND, label)
        await shown.write(text.STATEMENT if kind == "level" else text.TEXT, "Breakfast?")
        await shown.write(text.HINT, "Think of today.")
        if kind == "level":
            await levels_written(shown)
        if kind in ("single", "multiple"):
            await shown.write(text.OPTIONS, "Good\n\n  Fair \nPoor")
        if kind == "number":
            await shown.tick(text.WHOLE, True)
        await shown.press(text.KEEP)
        first = kept(a_workspace)
        await shown.press(text.name(text.CHANGE, "Breakfast?"))
        assert shown.get("textbox", text.HINT).control.value == "Think of today."
        await shown.write(text.HINT, "")
        await shown.press(text.KEEP)
    (item,) = kept(a_workspace)
    assert (item.kind, item.hint, item.whole) == (kind, None, kind == "number")
    assert [option.label for option in item.options] == (
        ["Good", "Fair", "Poor"] if "e" in kind and item.options else []
    )
    assert first == [item.model_copy(update={"hint": "Think of today."})]


@headless
async def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), FIRST) as shown:
        assert not error_of(shown, text.STATEMENT)
        await shown.write("1 Not yet", "Nobody knows.")
        await shown.press(text.KEEP)
        assert error_of(shown, text.STATEMENT) == text.TEXT_NEEDED
        assert [error_of(shown, f"{number} ") for number in range(1, 5)] == ["", *[text.DESCRIPTOR_NEEDED] * 3]
        assert shown.says(text.to_mend(4))
        assert shown.get("textbox", "1 Not yet").control.value == "Nobody knows."
        await shown.choose(text.KIND, "Choose one")
        await shown.write(text.OPTIONS, "Only this")
        assert error_of(shown, text.OPTIONS) == text.TWO_NEEDED
        await shown.write(text.OPTIONS, "Good\ngood")
        assert "read the same" in error_of(shown, text.OPTIONS)
        await shown.choose(text.KIND, "Choose a level")
        assert shown.get("textbox", "1 Not yet").control.value == "Nobody knows."
        assert not any("own_" in node.name for node in shown.nodes())
    assert kept(a_workspace) == []


@headless
async def test_what_was_typed_is_there_again_after_a_walk_through_the_app(a_workspace: Workspace) -> None:
    with_own(a_workspace)
    async with window_of(make_main(a_workspace), FIRST) as shown:
        await shown.write(text.STATEMENT, "Half a thought")
        await shown.go(places.own_item(FORM, "own_b"))
        await shown.write(text.HINT, "Half a hint")
        await shown.go(places.LIBRARY)
        await shown.go(LIST)
        assert shown.says("Half a thought")
        assert shown.says(text.NOT_KEPT)
        await shown.press(text.GO_ON)
        assert shown.get("textbox", text.STATEMENT).control.value == "Half a thought"
        await shown.go(places.own_item(FORM, "own_b"))
        assert shown.get("textbox", text.HINT).control.value == "Half a hint"
        await shown.press(text.DISCARD)
        await shown.press(text.DISCARD)
        assert not shown.says(text.NOT_KEPT)
        await shown.go(FIRST)
        await shown.write(text.STATEMENT, "")
        await shown.go(LIST)
        assert not shown.find("heading", text.NEW_NOT_KEPT)
    assert len(kept(a_workspace)) == 3


@headless
async def test_questions_are_moved_removed_and_put_back_where_they_stood(a_workspace: Workspace) -> None:
    a, b, c = (f"We say what own_{one} is." for one in "abc")
    async with window_of(make_main(with_own(a_workspace)), LIST) as shown:
        assert order(shown) == [a, b, c]
        assert shown.get("button", text.name(text.UP, a)).control.disabled
        assert shown.get("button", text.name(text.DOWN, c)).control.disabled
        await shown.press(text.name(text.DOWN, a))
        await shown.press(text.name(text.UP, c))
        assert order(shown) == [b, c, a]
        await shown.press(text.name(text.REMOVE, c))
        assert order(shown) == [b, a]
        assert shown.says(plan_text.removed(c))
        await shown.press(plan_text.UNDO)
        assert order(shown) == [b, c, a]
        assert [item.text for item in kept(a_workspace)] == [b, c, a]


@headless
async def test_ten_is_the_most(a_workspace: Workspace) -> None:
    items = [a_choice(f"own_{number}", "few", "many") for number in range(MOST_OWN)]
    async with window_of(make_main(with_own(a_workspace, *items)), LIST) as shown:
        assert shown.says(text.FULL)
        assert not shown.find("button", text.ADD)
        await shown.press(text.name(text.REMOVE, "We say what own_3 is."))
        assert shown.get("button", text.ADD)


@headless
async def test_the_preview_shows_what_was_written_so_far(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), FIRST) as shown:
        assert shown.get("heading", "…").level == 3
        await shown.write(text.STATEMENT, "Breakfast is robust.")
        await shown.write("2 Started", "On Mondays.")
        assert shown.get("heading", "Breakfast is robust.").level == 3
        assert shown.says("On Mondays.")
        assert not shown.says("jargon")
        await levels_written(shown)
        assert shown.says("jargon")
        await shown.choose(text.KIND, "A number")
        assert shown.says(library.KINDS["number"])
        await shown.tick(text.WHOLE, True)
        assert shown.says(library.WHOLE_NUMBER)


@headless
async def test_what_the_form_does_not_know_stays_as_it_was(a_workspace: Workspace) -> None:
    condition = "${own_a} = 'few'"
    further: dict[str, Any] = {
        "visible_if": condition,
        "why": "Because.",
        "follow_up": {"prompt": "Who?", "for_options": ["few", "many"]},
    }
    with_own(a_workspace, a_choice("own_a", "few", "many"), a_choice("own_b", "few", "many", **further))
    async with window_of(make_main(a_workspace), places.own_item(FORM, "own_b")) as shown:
        assert shown.says("Shown when “We say what own_a is” is “The one called few”.")
        await shown.write(text.OPTIONS, "The one called many\nNone")
        await shown.press(text.KEEP)
    item = kept(a_workspace)[1]
    assert (item.visible_if, item.why) == (condition, "Because.")
    assert [(option.code, option.label) for option in item.options] == [
        ("many", "The one called many"),
        ("none", "None"),
    ]
    assert item.follow_up is not None
    assert item.follow_up.for_options == ("many",)


@headless
async def test_a_question_that_others_depend_on_is_not_removed_unsaid(a_workspace: Workspace) -> None:
    with_own(a_workspace, a_choice("own_a", "few", "many"), an_item("own_b", visible_if="${own_a} = 'few'"))
    async with window_of(make_main(a_workspace), LIST) as shown:
        await shown.press(text.name(text.REMOVE, "We say what own_a is."))
        assert shown.says(common.NOTICE_WORDS["error"])
    assert len(kept(a_workspace)) == 2


@headless
async def test_a_question_that_no_longer_fits_says_so_and_can_be_mended(a_workspace: Workspace) -> None:
    def form(version: int, levels: int, **fields: object) -> bytes:
        scale = [{"code": str(at), "label": f"Level {at}", "score": at} for at in range(1, levels + 1)]
        item = an_item("one", descriptors={str(at): f"At {at}." for at in range(1, levels + 1)})
        return as_file(a_document(item, id="short-form", title="Short", version=version, scale=scale, **fields))

    a_workspace.import_questionnaire("one.json", form(1, 3))
    a_workspace.keep_own_items("short-form", [an_item("own_a", descriptors={"1": "a", "2": "b", "3": "c"})])
    a_workspace.import_questionnaire("two.json", form(2, 4, changes={"one": {"became": "changed"}}))
    async with window_of(make_main(a_workspace), places.own_items("short-form")) as shown:
        assert shown.says(text.TO_MEND)
        await shown.press(text.name(text.CHANGE, "We say what own_a is."))
        assert shown.get("textbox", "3 Level 3").control.value == "c"
        await shown.write("4 Level 4", "d")
        await shown.press(text.KEEP)
        assert not shown.says(text.TO_MEND)


@headless
async def test_a_questionnaire_without_a_scale_gets_the_usual_levels(a_workspace: Workspace) -> None:
    a_workspace.import_questionnaire(
        "form.json", as_file(a_document(an_item("one", kind="text"), scale=[], id="plain"))
    )
    async with window_of(make_main(a_workspace), places.own_item("plain", "new")) as shown:
        await shown.write(text.STATEMENT, "Every child has breakfast.")
        await levels_written(shown)
        await shown.press(text.KEEP)
    (item,) = a_workspace.own_items("plain")
    assert [option.score for option in item.options] == [1, 2, 3, 4]


@headless
async def test_a_question_that_is_gone_says_so(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), places.own_item(FORM, "own_nothing")) as shown:
        assert shown.get("heading", text.GONE)


@headless
async def test_a_survey_offers_no_own_questions(a_workspace: Workspace) -> None:
    a_workspace.import_questionnaire("form.json", as_file(a_document(an_item("one"), mode="survey")))
    async with window_of(make_main(a_workspace), places.questionnaire("a-form")) as shown:
        assert not shown.find("button", text.OPEN)
