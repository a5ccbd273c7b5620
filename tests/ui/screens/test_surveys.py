"""What a leader does with surveys: the list, starting one, its page, changing it, closing it, erasing it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from audit_app.responses.model import Answer
from audit_app.responses.survey import a_year_after
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.screens.survey_terms import (
    GroupFields,
    TermsFields,
    fields_of,
    first_fields,
    read_terms,
)
from audit_app.ui.text import home, library, surveys
from audit_app.workspace import Workspace
from tests.builders import a_school
from tests.ui.harness import Window, headless, window_of
from tests.ui.screens.surveying import PULSE, TODAY, begun_survey, some_terms

NUMBERS = {"1": "6", "2": "20", "3": "9"}


def with_a_school(workspace: Workspace) -> Workspace:
    workspace.keep_settings(workspace.settings().model_copy(update={"school": a_school(), "person": "Ann"}))
    return workspace


def respond(workspace: Workspace, audit: str, group: str = "teachers", times: int = 1) -> None:
    for _ in range(times):
        workspace.hand_in(audit, group, {"pulse_aim_worked_on": Answer(option="3")}, {})


def error(shown: Window, field: str) -> str:
    return str(shown.get("textbox", field).control.error or "")


def invited(name: str) -> str:
    return surveys.named(surveys.INVITED, name)


@headless
async def test_without_a_survey_the_list_says_what_one_is(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), places.SURVEYS) as shown:
        assert shown.says(surveys.NONE_TEXT)
        await shown.press(surveys.ANSWER)
        assert shown.get("heading", surveys.ANSWER_TITLE)


@headless
async def test_a_survey_is_started_with_sensible_beginnings(a_workspace: Workspace) -> None:
    with_a_school(a_workspace)
    async with window_of(make_main(a_workspace), places.start_survey(PULSE)) as shown:
        for name in surveys.USUAL_GROUPS:
            await shown.write(invited(name), "12")
        await shown.press(surveys.OPEN_SURVEY)
        assert shown.says(surveys.COUNTS_ONLY)
    [line] = a_workspace.audits()
    one = a_workspace.survey(line.id)
    assert [group.title for group in one.terms.groups] == list(surveys.USUAL_GROUPS)
    assert one.audit.wave == "Autumn 2026"
    assert (one.terms.minimum, one.terms.closes) == (5, TODAY + timedelta(days=14))
    assert one.terms.erase_after == a_year_after(one.terms.closes)
    assert "Partnership pulse" in one.terms.purpose
    assert "Foxglove Lane Primary" in one.terms.controller
    assert "Ann" in one.terms.controller


@headless
async def test_groups_are_added_named_and_removed(a_workspace: Workspace) -> None:
    with_a_school(a_workspace)
    async with window_of(make_main(a_workspace), places.START_SURVEY) as shown:
        await shown.press(surveys.named(surveys.REMOVE, "Leaders"))
        await shown.press(surveys.named(surveys.REMOVE, "Support staff"))
        assert not shown.find("button", surveys.REMOVE)
        await shown.press(surveys.ADD_GROUP)
        await shown.write(surveys.named(surveys.GROUP, "2"), "Équipe d’accueil")
        await shown.write(invited("Teachers"), "1,200")
        await shown.write(invited("Équipe d’accueil"), "7")
        await shown.press(surveys.OPEN_SURVEY)
        assert shown.says(surveys.COUNTS_ONLY)
    groups = a_workspace.survey(a_workspace.audits()[0].id).terms.groups
    assert [(one.id, one.title, one.invited) for one in groups] == [
        ("teachers", "Teachers", 1200),
        ("equipe-daccueil", "Équipe d’accueil", 7),
    ]


@headless
async def test_a_group_smaller_than_the_minimum_is_told_before_it_is_too_late(a_workspace: Workspace) -> None:
    with_a_school(a_workspace)
    async with window_of(make_main(a_workspace), places.START_SURVEY) as shown:
        await shown.write(invited("Leaders"), "4")
        assert shown.says(surveys.small_group("Leaders", 4, 5))
        await shown.write(surveys.MINIMUM, "3")
        assert not shown.says(surveys.small_group("Leaders", 4, 5))


@headless
async def test_what_is_wrong_is_said_beside_each_field_and_nothing_typed_is_lost(a_workspace: Workspace) -> None:
    with_a_school(a_workspace)
    async with window_of(make_main(a_workspace), places.START_SURVEY) as shown:
        await shown.write(surveys.WAVE, " ")
        await shown.write(invited("Leaders"), "many")
        await shown.write(invited("Teachers"), "30")
        await shown.write(surveys.named(surveys.GROUP, "3"), "teachers")
        await shown.write(surveys.MINIMUM, "2")
        await shown.write(surveys.CLOSES, "1/9/2026")
        await shown.write(surveys.CONTROLLER, " ")
        await shown.press(surveys.OPEN_SURVEY)
        assert error(shown, surveys.WAVE) == surveys.WAVE_NEEDED
        assert error(shown, invited("Leaders")) == surveys.NUMBER_NEEDED
        assert error(shown, invited("Teachers")) == ""
        assert error(shown, surveys.named(surveys.GROUP, "3")) == surveys.NAME_TWICE
        assert error(shown, surveys.MINIMUM) == surveys.MINIMUM_WRONG
        assert error(shown, surveys.CLOSES) == surveys.DAY_PAST
        assert error(shown, surveys.CONTROLLER) == surveys.TEXT_NEEDED
        assert shown.get("textbox", invited("Teachers")).control.value == "30"
        assert shown.get("textbox", invited("Leaders")).control.value == "many"
        assert shown.says(surveys.LOOK_AGAIN)
    assert not a_workspace.audits()


@headless
async def test_the_day_of_erasing_follows_the_last_day_until_somebody_sets_it(a_workspace: Workspace) -> None:
    with_a_school(a_workspace)
    async with window_of(make_main(a_workspace), places.START_SURVEY) as shown:
        await shown.write(surveys.CLOSES, "29/2/2028")
        assert shown.get("textbox", surveys.ERASE_AFTER).control.value == "28/2/2029"
        await shown.write(surveys.ERASE_AFTER, "1/4/2028")
        await shown.write(surveys.CLOSES, "1/3/2028")
        assert shown.get("textbox", surveys.ERASE_AFTER).control.value == "1/4/2028"


@headless
async def test_another_questionnaire_brings_its_own_purpose_unless_it_was_written(a_workspace: Workspace) -> None:
    with_a_school(a_workspace)
    async with window_of(make_main(a_workspace), places.start_survey(PULSE)) as shown:
        await shown.choose(surveys.WHICH, "Partnership health")
        purpose = shown.get("textbox", surveys.PURPOSE).control.value
        assert purpose == surveys.draft_purpose("Partnership health: what colleagues see")
        await shown.write(surveys.PURPOSE, "Because we want to know.")
        await shown.choose(surveys.WHICH, "Partnership pulse")
        assert shown.get("textbox", surveys.PURPOSE).control.value == "Because we want to know."


@headless
async def test_a_survey_needs_a_school(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), places.START_SURVEY) as shown:
        assert shown.says(surveys.SCHOOL_FIRST_TEXT)


@headless
async def test_the_library_starts_a_survey_with_the_questionnaire_that_was_read(a_workspace: Workspace) -> None:
    with_a_school(a_workspace)
    async with window_of(make_main(a_workspace), places.LIBRARY) as shown:
        await shown.press(f"{library.START_SURVEY}: Partnership pulse")
        chosen = [node.control.value for node in shown.nodes() if node.role == "radiogroup" and node.control.value]
        assert chosen == [PULSE]
    async with window_of(make_main(a_workspace), places.questionnaire(PULSE)) as shown:
        await shown.press(library.START_SURVEY)
        assert shown.get("heading", surveys.START).level == 1


@headless
async def test_the_page_shows_how_many_answered_and_never_what(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    respond(a_workspace, audit, times=3)
    async with window_of(make_main(a_workspace), places.survey(audit)) as shown:
        assert shown.get("text", f"Teachers: {surveys.rate(3, 12)}")
        assert shown.get("text", f"Support staff: {surveys.rate(0, 8)}")
        assert shown.get("text", f"{surveys.ALL}: {surveys.rate(3, 20)}")
        assert not shown.find("button", surveys.SEE_RESULTS)


@headless
async def test_a_running_survey_is_not_among_the_audits_and_is_on_the_first_page(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    async with window_of(make_main(a_workspace), places.AUDITS) as shown:
        assert not shown.says("Partnership pulse")
    async with window_of(make_main(a_workspace)) as shown:
        assert shown.get("heading", home.OPEN_SURVEYS)
        await shown.press(surveys.SEE)
        assert shown.page.route == places.survey(audit)


@headless
async def test_the_list_has_open_surveys_first_and_says_what_to_do(a_workspace: Workspace) -> None:
    closed = begun_survey(a_workspace, questionnaire="partnership-health-staff")
    a_workspace.close_survey(closed)
    begun_survey(a_workspace, some_terms(closes=TODAY - timedelta(days=1)))
    async with window_of(make_main(a_workspace), places.SURVEYS) as shown:
        headings = [node.name for node in shown.find("heading")]
        assert headings == [
            surveys.TITLE,
            surveys.OPEN_NOW,
            "Partnership pulse, Autumn 2026",
            surveys.OVER_NOW,
            "Partnership health: what colleagues see, Autumn 2026",
        ]
        assert shown.says(surveys.TO_CLOSE)
        assert shown.says(surveys.state(0, 20))


@headless
async def test_closing_asks_first_and_leads_to_results(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    respond(a_workspace, audit, times=6)
    async with window_of(make_main(a_workspace), places.survey(audit)) as shown:
        await shown.press(surveys.CLOSE)
        assert shown.get("dialog", surveys.CLOSE_TITLE)
        assert shown.says(surveys.CLOSE_MEANS)
        assert not shown.says(surveys.too_few(5))
        await shown.press("Cancel")
        assert not a_workspace.survey(audit).closed
        await shown.press(surveys.CLOSE)
        await shown.press(surveys.CLOSE_AGREE)
        await shown.until(lambda: bool(shown.find("button", surveys.SEE_RESULTS)))
        assert a_workspace.survey(audit).closed
        assert not shown.find("button", surveys.HAND_OVER)
        assert not shown.find("button", surveys.CLOSE)


@headless
async def test_closing_with_too_few_answers_says_that_there_will_be_no_results(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    async with window_of(make_main(a_workspace), places.survey(audit)) as shown:
        await shown.press(surveys.CLOSE)
        assert shown.says(surveys.too_few(5))


@headless
async def test_the_invitation_is_offered_as_a_file(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    async with window_of(make_main(a_workspace), places.survey(audit)) as shown:
        await shown.press(surveys.INVITE)
        await shown.until(lambda: bool(shown.saved))
        assert shown.saved == [("invitation-Foxglove-Lane-Primary-Autumn-2026.json", a_workspace.invite(audit))]


@headless
async def test_the_last_day_and_the_numbers_can_be_changed(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    async with window_of(make_main(a_workspace), places.survey(audit)) as shown:
        await shown.press(surveys.CHANGE)
        assert not shown.find("textbox", surveys.named(surveys.GROUP, "1"))
        assert not shown.find("button", surveys.REMOVE)
        await shown.write(surveys.CLOSES, "10/12/2026")
        await shown.write(invited("Teachers"), "14")
        await shown.press(surveys.ADD_GROUP)
        await shown.write(surveys.named(surveys.GROUP, "3"), "Office")
        await shown.write(invited("Office"), "6")
        await shown.press(surveys.SAVE)
        assert shown.says(surveys.SAVED)
    terms = a_workspace.survey(audit).terms
    assert terms.closes == date(2026, 12, 10)
    assert [(one.title, one.invited) for one in terms.groups] == [
        ("Teachers", 14),
        ("Support staff", 8),
        ("Office", 6),
    ]


@headless
async def test_what_colleagues_were_told_is_not_made_weaker(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    async with window_of(make_main(a_workspace), places.survey_terms(audit)) as shown:
        await shown.write(surveys.MINIMUM, "3")
        await shown.write(surveys.ERASE_AFTER, "1/1/2030")
        await shown.press(surveys.SAVE)
        assert error(shown, surveys.MINIMUM) == surveys.MINIMUM_WEAKER
        assert error(shown, surveys.ERASE_AFTER) == surveys.ERASED_TOO_LATE
    assert a_workspace.survey(audit).terms == some_terms()


@headless
async def test_a_survey_past_its_last_day_offers_closing_and_a_later_day_only(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace, some_terms(closes=TODAY - timedelta(days=1)))
    async with window_of(make_main(a_workspace), places.survey(audit)) as shown:
        assert shown.says(surveys.TO_CLOSE)
        assert not shown.find("button", surveys.HAND_OVER)
        assert shown.find("button", surveys.CLOSE)
        assert shown.find("button", surveys.CHANGE)


@headless
async def test_erasing_asks_first_and_is_offered_when_the_time_is_up(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    respond(a_workspace, audit, times=2)
    a_workspace.close_survey(audit)
    async with window_of(make_main(a_workspace), places.survey(audit)) as shown:
        assert not shown.says(surveys.TO_ERASE)
        await shown.press(surveys.ERASE)
        assert shown.get("dialog", surveys.ERASE_TITLE)
        await shown.press(surveys.ERASE_AGREE)
        await shown.until(lambda: shown.says(surveys.ERASED_TEXT))
        assert not shown.find("button", surveys.ERASE)
    assert a_workspace.survey(audit).erased


@headless
async def test_a_survey_whose_time_is_up_asks_to_be_erased(
    a_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    audit = begun_survey(a_workspace)
    respond(a_workspace, audit)
    a_workspace.close_survey(audit)
    monkeypatch.setattr(a_workspace, "today", lambda: TODAY + timedelta(days=500))
    async with window_of(make_main(a_workspace), places.SURVEYS) as shown:
        assert shown.says(surveys.TO_ERASE)
    async with window_of(make_main(a_workspace), places.survey(audit)) as shown:
        assert shown.says(surveys.TO_ERASE)
        await shown.press(surveys.ERASE)
        assert shown.get("dialog", surveys.ERASE_TITLE)


@headless
async def test_a_self_audit_has_no_page_as_a_survey(a_workspace: Workspace) -> None:
    with_a_school(a_workspace)
    audit = a_workspace.start_audit("partnership-health", "Autumn 2026", a_school())
    async with window_of(make_main(a_workspace), places.survey(audit)) as shown:
        assert shown.says("It has no respondent groups.")


def fields(**changes: object) -> TermsFields:
    filled = first_fields("Pulse", "Foxglove", "", TODAY)
    groups = tuple(replace(one, invited=NUMBERS[str(one.number)]) for one in filled.groups)
    return replace(replace(filled, groups=groups), **changes)  # type: ignore[arg-type]  # a test names real fields


def test_terms_that_were_read_are_the_ones_that_were_shown() -> None:
    terms, wrong = read_terms(fields(), TODAY)
    assert not wrong
    assert terms is not None
    assert read_terms(fields_of(terms), TODAY, terms) == (terms, {})


@pytest.mark.parametrize(
    ("changes", "place", "said"),
    [
        ({"groups": ()}, "groups", surveys.GROUPS_NEEDED),
        ({"groups": tuple(GroupFields(n, f"G{n}", "9") for n in range(13))}, "groups", surveys.GROUPS_NEEDED),
        ({"groups": (GroupFields(1, " ", "9"),)}, "title 1", surveys.NAME_NEEDED),
        ({"groups": (GroupFields(1, "x" * 61, "9"),)}, "title 1", surveys.NAME_LONG),
        ({"groups": (GroupFields(1, "A", "0"),)}, "invited 1", surveys.NUMBER_NEEDED),
        ({"groups": (GroupFields(1, "A", "5001"),)}, "invited 1", surveys.NUMBER_NEEDED),
        ({"groups": (GroupFields(1, "A", "٣"),)}, "invited 1", surveys.NUMBER_NEEDED),
        ({"closes": None}, "closes", surveys.DAY_NEEDED),
        ({"closes": TODAY - timedelta(days=1)}, "closes", surveys.DAY_PAST),
        ({"erase_after": None}, "erase_after", surveys.DAY_NEEDED),
        ({"erase_after": TODAY}, "erase_after", surveys.ERASED_TOO_EARLY),
        ({"minimum": "2"}, "minimum", surveys.MINIMUM_WRONG),
        ({"minimum": "51"}, "minimum", surveys.MINIMUM_WRONG),
        ({"minimum": "five"}, "minimum", surveys.MINIMUM_WRONG),
        ({"purpose": "  "}, "purpose", surveys.TEXT_NEEDED),
        ({"readers": "x" * 4001}, "readers", surveys.TEXT_LONG),
    ],
)
def test_what_is_wrong_is_named(changes: dict[str, object], place: str, said: str) -> None:
    terms, wrong = read_terms(fields(**changes), TODAY)
    assert terms is None
    assert wrong[place] == said


def test_names_without_latin_letters_and_equal_ones_still_get_ids_of_their_own() -> None:
    names = ("老师", "Τάξη", "4th year", "Staff!", "Staff?", "Staff")
    made, wrong = read_terms(fields(groups=tuple(GroupFields(n, name, "9") for n, name in enumerate(names, 1))), TODAY)
    assert not wrong
    assert made is not None
    ids = [one.id for one in made.groups]
    assert ids == ["group", "group-2", "group-4th-year", "staff", "staff-2", "staff-3"]


@headless
async def test_at_an_audits_address_a_survey_is_not_answered_under_a_name(a_workspace: Workspace) -> None:
    survey = begun_survey(a_workspace)
    async with window_of(make_main(a_workspace), places.audit(survey)) as shown:
        for place in (places.audit(survey), places.item(survey, "pulse_aim_worked_on"), places.check(survey)):
            await shown.go(place)
            assert shown.says(surveys.ANSWERED_ELSEWHERE)
            assert shown.find("radio") == []
        await shown.press(surveys.SEE)
        assert shown.page.route == places.survey(survey)
