"""Answers of an earlier round, offered in this one: each is confirmed by somebody, and counts for nothing before."""

import pytest

from audit_app.responses.model import Answer
from audit_app.ui import places
from audit_app.ui.text import audit as audit_text
from audit_app.ui.text import check as check_text
from audit_app.ui.text import offers as text
from audit_app.ui.text import start as start_text
from audit_app.workspace import Workspace
from tests.builders import MORNING, a_school, level
from tests.questionnaires.two_versions import FORM
from tests.test_moving_audits import sent
from tests.ui.harness import Window, headless
from tests.ui.screens.test_audit import key
from tests.ui.screens.versioned import shown_at, two_versions

KEPT = "We say what kept is."


def last_round(workspace: Workspace) -> str:
    """Four answers of different kinds."""
    audit = workspace.start_audit(FORM, "Spring 2026", a_school())
    workspace.answer(audit, "kept", level(3))
    workspace.answer(audit, "heard", level(1))
    workspace.answer(audit, "told", Answer(option="yes"))
    workspace.answer(audit, "words", Answer(value="We meet in May."))
    return audit


def this_round(workspace: Workspace) -> str:
    return workspace.start_audit(FORM, "Autumn 2026", a_school(), carry_from=last_round(workspace))


def years_later() -> Workspace:
    """Another device, on which the earlier round is old."""
    before, now = two_versions(), two_versions(device="tablet", start=MORNING.replace(year=2028))
    earlier = last_round(before)
    sent(before, now, earlier)
    return now


def radios(shown: Window) -> list[str]:
    return [node.name for node in shown.find("radio")]


def chosen(shown: Window) -> list[str]:
    return [node.control.value for node in shown.find("radiogroup") if node.control.value]


@headless
async def test_an_audit_can_begin_with_the_answers_of_the_last_round() -> None:
    workspace = two_versions()
    last_round(workspace)
    async with shown_at(workspace, places.START) as shown:
        options = [name for name in radios(shown) if name.startswith("Begin")]
        assert [name.split("\n")[0] for name in options] == [text.begin_with("Spring 2026"), text.BEGIN_EMPTY]
        assert "4 of 6 answered" in options[0]
        await shown.press(start_text.START)
        assert shown.says(text.from_wave("Spring 2026", "3 In place"))
    assert workspace.audits(1)[0].answered == 0


@headless
async def test_an_audit_can_begin_empty_all_the_same() -> None:
    workspace = two_versions()
    last_round(workspace)
    async with shown_at(workspace, places.START) as shown:
        await shown.choose(text.BEGIN_WITH, text.BEGIN_EMPTY)
        await shown.press(start_text.START)
        assert not shown.says(text.from_wave("Spring 2026", "3 In place"))


@headless
async def test_there_is_nothing_to_choose_where_there_is_no_earlier_round() -> None:
    workspace = two_versions()
    workspace.start_audit(FORM, "Spring 2026", a_school())  # nothing was answered in it
    async with shown_at(workspace, places.START) as shown:
        assert not shown.says(text.BEGIN_WITH)


@headless
async def test_what_is_offered_is_marked_and_nothing_is_chosen() -> None:
    workspace = two_versions()
    audit = this_round(workspace)
    async with shown_at(workspace, places.item(audit, "kept")) as shown:
        assert shown.says(text.ASK)
        assert not chosen(shown)
        assert not shown.find("text", "Saved")
        assert [name.split("\n")[0] for name in radios(shown) if text.mark("Spring 2026") in name] == ["3 In place"]
        assert shown.says("Questions answered: 0 of 6")
        assert shown.says(text.waiting(4))


@headless
async def test_one_press_keeps_what_is_still_true() -> None:
    workspace = two_versions()
    audit = this_round(workspace)
    async with shown_at(workspace, places.item(audit, "kept")) as shown:
        await shown.press(text.still_true("3 In place"))
        await shown.until(lambda: shown.says(text.CONFIRMED))
        assert chosen(shown) == ["3"]
        assert shown.says("Questions answered: 1 of 6")
        assert shown.says(text.waiting(3))
        assert shown.get("button", text.still_true("3 In place")).control.disabled
    assert workspace.audit(audit).standing("kept").answer == level(3)


@headless
async def test_another_level_can_be_chosen_and_the_earlier_one_taken_after_all() -> None:
    workspace = two_versions()
    audit = this_round(workspace)
    async with shown_at(workspace, places.item(audit, "kept")) as shown:
        await shown.choose(KEPT, "4")
        await shown.until(lambda: shown.says(text.ANSWERED_ANEW))
        assert workspace.audit(audit).standing("kept").answer == level(4)
        await shown.press(text.still_true("3 In place"))
        await shown.until(lambda: shown.says(text.CONFIRMED))
    assert workspace.audit(audit).standing("kept").answer == level(3)


@headless
async def test_a_key_says_still_true() -> None:
    workspace = two_versions()
    audit = this_round(workspace)
    async with shown_at(workspace, places.item(audit, "kept")) as shown:
        await key(shown, "S")
        await shown.until(lambda: shown.says(text.CONFIRMED))
        await key(shown, "N")
        assert shown.says(text.from_wave("Spring 2026", "1 Not yet"))
        await shown.press(audit_text.KEYS_TITLE)
        assert shown.says(text.KEY_STILL_TRUE)


@pytest.mark.parametrize(
    ("item", "words"), [("told", "The one called yes"), ("words", "We meet in May.")], ids=["choice", "words"]
)
def test_what_is_no_level_is_confirmed_too(item: str, words: str) -> None:
    @headless
    async def confirmed() -> None:
        workspace = two_versions()
        audit = this_round(workspace)
        async with shown_at(workspace, places.item(audit, item)) as shown:
            await shown.press(text.still_true(words))
            await shown.until(lambda: shown.says(text.CONFIRMED))
            assert item != "words" or next(node.control.value for node in shown.find("textbox")) == words
        opened = workspace.audit(audit)
        offer = opened.standing(item).carried
        assert offer is not None
        assert opened.standing(item).answer == offer.answer

    confirmed()


@headless
async def test_a_whole_section_offers_each_item_its_own() -> None:
    workspace = two_versions()
    audit = this_round(workspace)
    workspace.keep_settings(workspace.settings().model_copy(update={"whole_section": True}))
    async with shown_at(workspace, places.audit(audit)) as shown:
        assert len(shown.find("button", text.STILL_TRUE)) == 4
        await shown.press(text.still_true("1 Not yet"))
        await shown.until(lambda: shown.says(text.CONFIRMED))
    assert workspace.audit(audit).standing("heard").answer == level(1)


@headless
async def test_an_old_answer_is_shown_and_has_to_be_chosen_again() -> None:
    workspace = years_later()
    earlier = workspace.audits()[0].id
    audit = workspace.start_audit(FORM, "Autumn 2028", a_school(), carry_from=earlier)
    async with shown_at(workspace, places.item(audit, "kept")) as shown:
        assert shown.says(text.from_wave("Spring 2026", "3 In place"))
        assert shown.says("Answered more than a year ago, on 22 November 2026.")
        assert not shown.find("button", text.STILL_TRUE)
        assert not chosen(shown)
        assert not [name for name in radios(shown) if text.mark("Spring 2026") in name]
        await key(shown, "S")
        assert workspace.audit(audit).standing("kept").answer is None
        await shown.go(places.item(audit, "words"))
        assert shown.find("button", text.STILL_TRUE)  # nobody writes the same words twice
        await shown.go(places.check(audit))
        assert shown.says("Answered more than a year ago")


@headless
async def test_the_check_counts_what_was_given_and_lists_what_waits() -> None:
    workspace = two_versions()
    audit = this_round(workspace)
    workspace.answer(audit, "kept", level(3))
    async with shown_at(workspace, places.check(audit)) as shown:
        assert shown.find("heading", check_text.counted(text.TO_CONFIRM, 3))
        assert shown.find("heading", check_text.counted(check_text.UNANSWERED, 2))
        assert shown.says(text.from_wave("Spring 2026", "1 Not yet"))
        assert shown.find("button", check_text.section("All of it", 1, 6))
        await shown.press("We say what heard is.")
        assert shown.says(text.ASK)


@headless
async def test_a_submitted_audit_offers_nothing_any_more() -> None:
    workspace = two_versions()
    audit = this_round(workspace)
    workspace.answer(audit, "kept", level(3))
    workspace.submit(audit)
    async with shown_at(workspace, places.item(audit, "heard")) as shown:
        assert not shown.says(text.from_wave("Spring 2026", "1 Not yet"))
