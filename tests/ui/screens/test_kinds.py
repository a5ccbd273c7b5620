"""Every kind of item on the screen: how it is answered, what is hidden and shown, and what the checks say."""

import asyncio
import itertools
from collections.abc import Callable

import flet as ft
import pytest

from audit_app.questionnaires.library import Library
from audit_app.questionnaires.model import Check, FollowUp, Item, Questionnaire, ResponseOption, Section
from audit_app.responses.model import Answer
from audit_app.storage.memory import MemoryStore
from audit_app.ui import places
from audit_app.ui.components import drafts
from audit_app.ui.main import make_main
from audit_app.ui.text import audit as text
from audit_app.ui.text import check as check_text
from audit_app.ui.text import common
from audit_app.ui.text import results as results_text
from audit_app.workspace import Workspace, summariser
from tests.builders import MORNING, SCALE, a_questionnaire, a_school, an_item
from tests.ui.harness import Window, headless, nodes_of, window_of
from tests.ui.screens.auditing import opened


def options(*codes: str) -> tuple[ResponseOption, ...]:
    return tuple(ResponseOption(code=code, label=code.capitalize()) for code in codes)


def question(item_id: str, kind: str, **changes: object) -> Item:
    return Item.model_validate({"id": item_id, "kind": kind, "text": f"What about {item_id}?", **changes})


PARTNERS = options("colleges", "employers", "nobody")
KINDS = a_questionnaire(
    Section(
        id="facts",
        title="Facts",
        items=(
            question("welcome", "note", text="Ask your colleagues first."),
            question("leads", "single", options=options("we", "they", "both"), hint="As it is today."),
            question("partners", "multiple", options=PARTNERS, allow_not_applicable=False),
            question(
                "schools",
                "number",
                whole=True,
                required=True,
                visible_if="${leads} = 'we' or ${leads} = 'both'",
                checks=(
                    Check(condition=". <= 20", message="Twenty at most."),
                    Check(condition=". != 0", message="None at all?", grade="warning"),
                    Check(condition=". != 7", message="Seven is a good number.", grade="information"),
                ),
            ),
            question("agreed", "date"),
            question("said", "text"),
            question(
                "first_partner",
                "single",
                options=tuple(
                    one.model_copy(update={"visible_if": f"selected(${{partners}}, '{one.code}')"}) for one in PARTNERS
                ),
            ),
        ),
    ),
    Section(
        id="trust",
        title="Trust",
        visible_if="${leads} != 'they'",
        items=(
            an_item("trust_a", follow_up=FollowUp(prompt="What stands in the way?")),
            an_item("trust_b"),
        ),
    ),
    id="every-kind",
)


def a_workspace_with(questionnaire: Questionnaire) -> Workspace:
    library = Library({(questionnaire.id, questionnaire.version): questionnaire})
    numbers = itertools.count(1)
    store = MemoryStore(summariser(library), lambda: "laptop")
    workspace = Workspace(store, library, lambda: MORNING, lambda: MORNING, lambda: f"id{next(numbers)}")
    workspace.keep_settings(workspace.settings().model_copy(update={"school": a_school(), "person": "Ann"}))
    return workspace


@pytest.fixture
def kinds() -> Workspace:
    return a_workspace_with(KINDS)


@pytest.fixture
def audit(kinds: Workspace) -> str:
    return kinds.start_audit("every-kind", "Autumn 2026", a_school())


def asks(item: str) -> str:
    return KINDS.items_by_id[item].text


def heading(shown: Window) -> str:
    return next(node.name for node in shown.find("heading") if node.level == 1)


def stands(workspace: Workspace, audit: str, item: str) -> Callable[[Answer | None], Callable[[], bool]]:
    return lambda answer: lambda: workspace.audit(audit).standing(item).answer == answer


def field(shown: Window, item: str) -> ft.TextField:
    found: ft.TextField = shown.get("textbox", asks(item)).control
    return found


def beside_field(shown: Window, item: str) -> str:
    return str(field(shown, item).error or "")


def whole_sections(workspace: Workspace) -> None:
    workspace.keep_settings(workspace.settings().model_copy(update={"whole_section": True}))


def ticked(shown: Window) -> list[str]:
    return [node.name for node in shown.find("checkbox") if node.control.value and node.name != text.WHOLE_SECTION]


@headless
async def test_one_choice_is_a_radio_group_with_the_hint_above_it(kinds: Workspace, audit: str) -> None:
    async with opened(kinds, audit, "leads") as shown:
        assert heading(shown) == asks("leads")
        assert shown.says("As it is today.")
        await shown.choose(asks("leads"), "Both")
        await shown.until(stands(kinds, audit, "leads")(Answer(option="both")))
        assert not shown.find("button", text.ADD_WORDS)
        assert shown.find("textbox", text.COMMENT)


@headless
async def test_several_choices_are_check_boxes_and_the_last_one_unticked_clears_the_answer(
    kinds: Workspace, audit: str
) -> None:
    stand = stands(kinds, audit, "partners")
    async with opened(kinds, audit, "partners") as shown:
        await shown.tick("Employers", True)
        await shown.tick("Colleges", True)
        await shown.until(stand(Answer(value=("colleges", "employers"))))
        await shown.settle()
        assert ticked(shown) == ["Colleges", "Employers"]
        await shown.tick("Colleges", False)
        await shown.tick("Employers", False)
        await shown.until(stand(None))


@headless
async def test_two_quick_ticks_are_both_kept(kinds: Workspace, audit: str) -> None:
    async with opened(kinds, audit, "partners") as shown:
        boxes = [shown.get("checkbox", name).control for name in ("Employers", "Nobody")]
        for box in boxes:
            shown.session.apply_patch(box._i, {"value": True})
        await asyncio.gather(*(shown.session.dispatch_event(box._i, "change", True) for box in boxes))
        await shown.until(stands(kinds, audit, "partners")(Answer(value=("employers", "nobody"))))


@headless
async def test_a_number_is_kept_when_the_field_is_left(kinds: Workspace, audit: str) -> None:
    kinds.answer(audit, "leads", Answer(option="we"))
    async with opened(kinds, audit, "schools") as shown:
        await shown.write(asks("schools"), "12")
        await shown.until(stands(kinds, audit, "schools")(Answer(value=12.0)))
        await shown.settle()
        assert field(shown, "schools").value == "12"
        await shown.write(asks("schools"), "")
        await shown.until(stands(kinds, audit, "schools")(None))


@headless
async def test_a_number_is_kept_after_a_pause(kinds: Workspace, audit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "PAUSE", 0.01)
    kinds.answer(audit, "leads", Answer(option="we"))
    async with opened(kinds, audit, "schools") as shown:
        await shown.write(asks("schools"), "1,200", leave=False)
        await shown.until(stands(kinds, audit, "schools")(Answer(value=1200.0)))


@headless
async def test_what_does_not_fit_stays_as_typed_with_a_sentence_until_it_is_mended(
    kinds: Workspace, audit: str
) -> None:
    kinds.answer(audit, "leads", Answer(option="we"))
    kinds.answer(audit, "schools", Answer(value=5.0))
    async with opened(kinds, audit, "schools") as shown:
        await shown.write(asks("schools"), "2.5")
        assert beside_field(shown, "schools") == "Give a whole number."
        assert shown.says(text.NOT_SAVED)
        await shown.press(text.NEXT)
        await shown.press(text.GO_TO_UNFIT)
        assert heading(shown) == asks("schools")
        assert field(shown, "schools").value == "2.5"
        assert kinds.audit(audit).standing("schools").answer == Answer(value=5.0)
        await shown.go(places.check(audit))
        assert shown.get("button", check_text.SUBMIT).control.disabled
        await shown.go(places.item(audit, "schools"))
        await shown.write(asks("schools"), "3")
        await shown.until(stands(kinds, audit, "schools")(Answer(value=3.0)))
        await shown.settle()
        assert not beside_field(shown, "schools")
        assert not shown.says(text.NOT_SAVED)


@headless
async def test_a_day_is_typed_as_people_write_it(kinds: Workspace, audit: str) -> None:
    async with opened(kinds, audit, "agreed") as shown:
        await shown.write(asks("agreed"), "soon")
        assert beside_field(shown, "agreed") == common.NOT_A_DATE
        assert field(shown, "agreed").value == "soon"
        await shown.write(asks("agreed"), "1 September 2026")
        await shown.until(stands(kinds, audit, "agreed")(Answer(value="2026-09-01")))


@headless
async def test_words_have_room_for_several_lines(kinds: Workspace, audit: str) -> None:
    async with opened(kinds, audit, "said") as shown:
        assert field(shown, "said").multiline
        await shown.write(asks("said"), "First this.\nThen that.")
        await shown.until(stands(kinds, audit, "said")(Answer(value="First this.\nThen that.")))


@headless
async def test_a_reason_for_no_answer_gives_back_what_it_replaced(kinds: Workspace, audit: str) -> None:
    stand = stands(kinds, audit, "said")
    async with opened(kinds, audit, "said") as shown:
        await shown.write(asks("said"), "We met in June.")
        await shown.until(stand(Answer(value="We met in June.")))
        await shown.settle()
        await shown.tick(text.NOT_APPLICABLE, True)
        await shown.until(stand(Answer(reason="not_applicable")))
        await shown.settle()
        assert field(shown, "said").value == ""
        await shown.tick(text.NOT_APPLICABLE, False)
        await shown.until(stand(Answer(value="We met in June.")))


@headless
async def test_only_the_reasons_that_an_item_allows_are_offered(kinds: Workspace, audit: str) -> None:
    async with opened(kinds, audit, "partners") as shown:
        assert shown.find("checkbox", text.PREFER_NOT_TO_SAY)
        assert not shown.find("checkbox", text.NOT_APPLICABLE)


@headless
async def test_a_note_is_read_and_counts_for_nothing(kinds: Workspace, audit: str) -> None:
    async with opened(kinds, audit, "welcome") as shown:
        assert heading(shown) == "Facts"
        assert shown.says("Ask your colleagues first.")
        assert not shown.find("textbox")
        assert shown.says("Questions answered: 0 of 7")
        await shown.press(text.NEXT)
        assert shown.says("Facts · question 1 of 5")


@headless
async def test_next_and_progress_follow_what_is_shown_at_once(kinds: Workspace, audit: str) -> None:
    async with opened(kinds, audit, "leads") as shown:
        assert shown.find("button", "Trust")
        await shown.choose(asks("leads"), "They")
        await shown.until(lambda: shown.says("Questions answered: 1 of 5"))
        assert not shown.find("button", "Trust")
        await shown.choose(asks("leads"), "We")
        await shown.until(lambda: shown.says("Questions answered: 1 of 8"))
        await shown.press(text.NEXT)
        await shown.press(text.NEXT)
        assert heading(shown) == asks("schools")


@headless
async def test_an_address_of_something_that_is_not_asked_shows_the_next_and_says_so(
    kinds: Workspace, audit: str
) -> None:
    async with opened(kinds, audit, "schools") as shown:
        assert shown.says(text.called(text.NOT_ASKED, statements=False))
        assert heading(shown) == asks("agreed")


@headless
async def test_in_a_whole_section_items_come_and_go_and_the_others_stay_what_they_are(
    kinds: Workspace, audit: str
) -> None:
    whole_sections(kinds)
    async with opened(kinds, audit, "leads") as shown:
        group = radios(shown, "leads")
        said = field(shown, "said")
        assert not shown.find("textbox", asks("schools"))
        await shown.choose(asks("leads"), "We")
        await shown.until(lambda: bool(shown.find("textbox", asks("schools"))))
        assert radios(shown, "leads")._i == group._i
        assert field(shown, "said") is said
        await shown.choose(asks("leads"), "They")
        await shown.until(lambda: not shown.find("textbox", asks("schools")))
        assert radios(shown, "leads")._i == group._i


@headless
async def test_a_hidden_answer_is_kept_and_back_when_it_is_asked_again(kinds: Workspace, audit: str) -> None:
    kinds.answer(audit, "leads", Answer(option="they"))
    kinds.answer(audit, "schools", Answer(value=4.0))
    kinds.answer(audit, "trust_a", Answer(option="2"))
    async with window_of(make_main(kinds), places.check(audit)) as shown:
        assert shown.says("2 answers are kept but not asked now")
        await shown.press(check_text.SHOW_KEPT)
        assert "2 Started" in shown.texts()
        await shown.go(places.item(audit, "leads"))
        await shown.choose(asks("leads"), "We")
        await shown.until(stands(kinds, audit, "leads")(Answer(option="we")))
        await shown.go(places.item(audit, "schools"))
        assert field(shown, "schools").value == "4"


@headless
async def test_only_options_whose_condition_holds_are_offered_and_a_chosen_one_stays(
    kinds: Workspace, audit: str
) -> None:
    kinds.answer(audit, "partners", Answer(value=("colleges", "employers")))
    async with opened(kinds, audit, "first_partner") as shown:
        assert options_of(shown) == ["Colleges", "Employers"]
        await shown.choose(asks("first_partner"), "Colleges")
        await shown.until(stands(kinds, audit, "first_partner")(Answer(option="colleges")))
        kinds.answer(audit, "partners", Answer(value=("employers",)))
        await shown.go(places.check(audit))
        await shown.go(places.item(audit, "first_partner"))
        assert options_of(shown) == ["Colleges", "Employers"]
        assert any(text.NO_LONGER_OFFERED in node.name for node in shown.find("radio", "Colleges"))


@headless
async def test_checks_speak_beside_the_answer_in_three_grades(kinds: Workspace, audit: str) -> None:
    kinds.answer(audit, "leads", Answer(option="we"))
    async with opened(kinds, audit, "schools") as shown:
        for typed, title, sentence in (
            ("21", text.REMARKS["error"], "Twenty at most."),
            ("0", text.REMARKS["warning"], "None at all?"),
            ("7", text.REMARKS["information"], "Seven is a good number."),
        ):
            await shown.write(asks("schools"), typed)
            await shown.until(lambda sentence=sentence: shown.says(sentence))  # type: ignore[misc]
            assert shown.says(title)
            assert kinds.audit(audit).standing("schools").answer == Answer(value=float(typed))


@headless
async def test_errors_and_required_questions_stand_in_the_way_of_submitting_and_lead_to_themselves(
    kinds: Workspace, audit: str
) -> None:
    kinds.answer(audit, "leads", Answer(option="we"))
    async with window_of(make_main(kinds), places.check(audit)) as shown:
        assert shown.get("button", check_text.SUBMIT).control.disabled
        assert shown.says("To put right (1)")
        await shown.press(asks("schools"))
        assert shown.says(text.REQUIRED)
        await shown.write(asks("schools"), "0")
        await shown.until(lambda: shown.says("None at all?"))
        await shown.go(places.check(audit))
        assert shown.says("Is this right? (1)")
        await shown.press(check_text.SUBMIT)
        await shown.until(lambda: kinds.audit(audit).status == "submitted")


@headless
async def test_a_low_level_asks_for_more_in_the_comment(kinds: Workspace, audit: str) -> None:
    async with opened(kinds, audit, "trust_a") as shown:
        await shown.choose(asks("trust_a"), "1")
        await shown.until(lambda: bool(shown.find("textbox", "What stands in the way?")))
        await shown.write("What stands in the way?", "Time.")
        await shown.until(lambda: bool(kinds.audit(audit).standing("trust_a").comments))
        await shown.choose(asks("trust_a"), "4")
        await shown.until(lambda: bool(shown.find("textbox", text.COMMENT)))
        assert shown.get("textbox", text.COMMENT).control.value == "Time."


@headless
async def test_what_was_typed_can_be_read_after_submitting_and_every_answer_is_in_words(
    kinds: Workspace, audit: str
) -> None:
    for item, answer in {
        "leads": Answer(option="they"),
        "partners": Answer(value=("colleges", "employers")),
        "agreed": Answer(value="2026-09-01"),
        "said": Answer(value="A long story."),
    }.items():
        kinds.answer(audit, item, answer)
    kinds.submit(audit)
    async with opened(kinds, audit, "agreed") as shown:
        assert shown.says("1 September 2026")
        assert not shown.find("textbox")
        await shown.go(places.check(audit))
        await shown.press("Facts: 4 of 5 answered")
        assert {"They", "Colleges, Employers", "1 September 2026", "A long story."} <= set(shown.texts())


@headless
async def test_a_long_section_is_shown_twenty_at_a_time() -> None:
    items = tuple(an_item(f"item_{number}") for number in range(45))
    workspace = a_workspace_with(a_questionnaire(Section(id="long", title="Long", items=items), scale=SCALE))
    whole_sections(workspace)
    audit = workspace.start_audit("small-audit", "Autumn 2026", a_school())
    async with opened(workspace, audit, "item_0") as shown:
        assert len([node for node in shown.find("heading") if node.level == 2]) == 20
        assert shown.says("Part 1 of 3")
        await shown.press(text.NEXT_PART)
        await shown.press(text.NEXT_PART)
        assert [node.name for node in shown.find("heading") if node.level == 2] == [item.text for item in items[40:]]
        assert not shown.find("button", text.NEXT_PART)


def radios(shown: Window, item: str) -> ft.RadioGroup:
    group = shown.get("group", asks(item)).control
    return next(node.control for node in nodes_of(group, "") if node.role == "radiogroup")  # type: ignore[no-any-return]


def options_of(shown: Window) -> list[str]:
    names = [node.name.split("\n")[0] for node in shown.find("radio")]
    return [name for name in names if name not in text.REASONS.values()]


@headless
async def test_of_many_sections_those_around_are_listed_and_the_rest_for_who_asks() -> None:
    sections = [
        Section(id=f"part-{number}", title=f"Part {number}.", items=(an_item(f"item_{number}"),))
        for number in range(30)
    ]
    workspace = a_workspace_with(a_questionnaire(*sections))
    audit = workspace.start_audit("small-audit", "Autumn 2026", a_school())
    async with opened(workspace, audit, "item_15") as shown:
        assert [node.name.split()[1] for node in shown.find("button", "Part ")] == [f"{at}." for at in range(12, 19)]
        await shown.press("All 30 sections")
        await shown.press("Part 29.")
        assert heading(shown) == sections[29].items[0].text


@headless
async def test_results_say_so_where_nothing_can_be_scored() -> None:
    facts = Section(id="facts", title="Facts", items=(question("schools", "number"),))
    workspace = a_workspace_with(a_questionnaire(facts))
    audit = workspace.start_audit("small-audit", "Autumn 2026", a_school())
    workspace.answer(audit, "schools", Answer(value=3.0))
    async with window_of(make_main(workspace), places.results(audit)) as shown:
        assert shown.says(results_text.UNSCORED_TITLE)
        await shown.press(results_text.SEE_ANSWERS)
        assert shown.page.route == places.check(audit)
        await shown.go(places.plan(audit))
        assert heading(shown)
    assert workspace.report(audit).startswith(b"%PDF")
