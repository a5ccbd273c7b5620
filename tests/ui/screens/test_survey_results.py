"""The results of a survey on the screen: the figures of the JSON, every state in words, nothing that is withheld."""

import json
from contextlib import AbstractAsyncContextManager

import pytest

from audit_app.responses.model import Answer
from audit_app.results.survey_model import SurveyResults
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.text import over_time
from audit_app.ui.text import results as results_text
from audit_app.ui.text import survey_results as text
from audit_app.workspace import Workspace
from tests.as_read import as_read
from tests.ui.harness import Window, headless, window_of
from tests.ui.screens.partnering import the_demo
from tests.ui.screens.receiving import received
from tests.ui.screens.surveying import PULSE, begun_survey, some_terms

GAPS = "demo-02-staff-summer-2026"
"""With every group shown, and seven gaps worth talking about."""
SMALL = "demo-01-staff-summer-2026"
"""With two groups that are too small."""


def shown_results(workspace: Workspace, audit: str, width: int = 1280) -> AbstractAsyncContextManager[Window]:
    return window_of(make_main(workspace), places.results(audit), width)


def answered(workspace: Workspace, audit: str, colleagues: int, *, comments: bool = False, alike: bool = False) -> None:
    """By teachers; no two neighbours say the same, unless they are alike."""
    items = [item.id for item in workspace.questionnaire(PULSE).items if item.kind == "level"]
    for number in range(colleagues):
        given = {
            item: Answer(option="3" if alike else str(1 + (number + place) % 4)) for place, item in enumerate(items)
        }
        said = {items[0]: f"More time for it, please: {number}."} if comments else {}
        workspace.hand_in(audit, "teachers", given, said)


def closed_survey(workspace: Workspace, colleagues: int = 12, **how: bool) -> str:
    audit = begun_survey(workspace)
    answered(workspace, audit, colleagues, **how)
    workspace.close_survey(audit)
    return audit


@headless
async def test_the_first_screenful_says_how_many_where_and_what_to_talk_about() -> None:
    async with shown_results(the_demo(), GAPS) as shown:
        texts = shown.texts()
        assert [node.name for node in shown.find("heading") if node.level == 1] == [results_text.TITLE]
        assert texts.index(text.IN_SHORT) < texts.index(text.ANSWERED) < texts.index(text.SECTIONS)
        assert "63 of 72 colleagues answered." in texts
        assert "Highest is Format (1.8 out of 4), lowest is Management (1.5)." in texts
        assert shown.says("Leaders see Trust 0.7 higher than Support staff do (between 0.2 and 1.1). There are 6")


@pytest.mark.parametrize("audit", [GAPS, SMALL, "demo-08-pulse-autumn-2026"])
@headless
async def test_every_figure_is_that_of_the_document(audit: str) -> None:
    found = json.loads(the_demo().survey_results(audit).model_dump_json())
    async with shown_results(the_demo(), audit) as shown:
        said = [node.name for node in shown.nodes()]
        for one in found["sections"]:
            assert f"{as_read(one['score'])} out of 4" in said
            between = f"between {as_read(one['interval']['low'])} and {as_read(one['interval']['high'])}"
            assert f"{text.EVERYBODY}: {as_read(one['score'])}, {between}" in said
            bar = shown.get("image", f"Answers in {one['title']}").name
            assert all(f": {count}" in bar for count in one["distribution"].values())
            for group in one["groups"]:
                bars = [name for name in said if name.startswith(f"{group['title']}: {as_read(group['score'])}")]
                assert bool(bars) == (group["score"] is not None)
        for rate in found["response_rate"]:
            assert f"{rate['title']}: {rate['responses']} of {rate['invited']} ({rate['rate'] * 100:.0f}%)" in said


@headless
async def test_a_group_that_is_withheld_is_named_with_its_reason_and_without_a_bar() -> None:
    async with shown_results(the_demo(), SMALL) as shown:
        assert not shown.find("text", "Leaders: 2.")
        assert shown.says(text.no_bar(["Leaders", "Support staff"]))
        assert text.NO_GROUPS in shown.texts()
        await shown.press(text.NOT_SHOWN)
        assert shown.says("Leaders and Support staff: withheld: fewer than 5 colleagues of this group answered.")


@headless
async def test_gaps_worth_talking_about_come_first_and_those_of_chance_are_folded_away() -> None:
    found = the_demo().survey_results(GAPS)
    chance = [gap.sentence for gap in found.gaps if not gap.worth_talking_about]
    async with shown_results(the_demo(), GAPS) as shown:
        assert all(shown.says(text.said(gap)) for gap in found.gaps if gap.worth_talking_about)
        assert not shown.says(chance[0])
        await shown.press(text.others(len(chance)))
        assert all(shown.says(sentence) for sentence in chance)


@headless
async def test_every_statement_and_the_method_open_on_demand() -> None:
    found = the_demo().survey_results(GAPS)
    async with shown_results(the_demo(), GAPS) as shown:
        assert not shown.says("r_wg 0.")
        await shown.press(text.ALL_ITEMS)
        assert all(shown.says(item.text) for item in found.items)
        await shown.press(text.HOW)
        assert shown.says(text.HOW_SCORES)
        section = found.sections[0]
        assert section.agreement is not None
        assert shown.says(f"r_wg {section.agreement.r_wg:.2f}, AD {section.agreement.average_deviation:.2f}")


@headless
async def test_leaders_stand_beside_colleagues() -> None:
    async with shown_results(the_demo(), SMALL) as shown:
        assert shown.get("heading", over_time.VIEWS)
        assert "Leaders are more hopeful than colleagues on Management." in shown.texts()
        await shown.press(over_time.TO_AUDIT)
        assert shown.page.route == places.results("demo-01-summer-2026")


@headless
async def test_an_open_survey_says_who_answered_and_why_there_is_nothing_else(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    answered(a_workspace, audit, 7)
    async with shown_results(a_workspace, audit) as shown:
        assert text.NOTHING_YET in shown.texts()
        assert shown.says("The survey is still open.")
        assert shown.get("text", "Teachers: 7 of 12 (58%)")
        assert not shown.find("heading", text.IN_SHORT)
        await shown.press(text.TO_SURVEY)
        assert shown.page.route == places.survey(audit)


@headless
async def test_too_few_answers_give_no_results(a_workspace: Workspace) -> None:
    audit = closed_survey(a_workspace, 3)
    async with shown_results(a_workspace, audit) as shown:
        assert text.NOTHING_TITLE in shown.texts()
        assert shown.says("Fewer than 5 colleagues have answered")
        assert not shown.find("heading", text.SECTIONS)


@headless
async def test_answers_all_alike_are_withheld_in_words(a_workspace: Workspace) -> None:
    audit = closed_survey(a_workspace, alike=True)
    assert all(one.score is None for one in a_workspace.survey_results(audit).sections)
    async with shown_results(a_workspace, audit) as shown:
        assert text.NOTHING_SAFE in shown.texts()
        assert shown.says("answers so much alike")
        assert not shown.find("image", "Answers in")


@headless
async def test_what_was_erased_leaves_its_results(a_workspace: Workspace) -> None:
    audit = closed_survey(a_workspace)
    a_workspace.erase_survey(audit)
    async with shown_results(a_workspace, audit) as shown:
        assert shown.get("heading", text.IN_SHORT)


@headless
async def test_comments_are_shown_a_page_at_a_time_and_never_with_a_group(a_workspace: Workspace) -> None:
    audit = closed_survey(a_workspace, comments=True)
    written = a_workspace.survey_results(audit).comments
    assert len(written) == 12
    async with shown_results(a_workspace, audit) as shown:
        assert sum(name.startswith("“More time for it") for name in shown.texts()) == 10
        await shown.press(text.MORE_COMMENTS)
        assert sum(name.startswith("“More time for it") for name in shown.texts()) == 12


@headless
async def test_a_survey_of_one_group_has_no_groups_to_compare(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace, some_terms(("Teachers", 14)))
    answered(a_workspace, audit, 12)
    a_workspace.close_survey(audit)
    async with shown_results(a_workspace, audit) as shown:
        assert text.NO_GROUPS_ASKED in shown.texts()
        assert not shown.find("text", "Teachers: 2.")


@headless
async def test_the_next_steps_are_a_plan_and_sharing(a_workspace: Workspace) -> None:
    audit = closed_survey(a_workspace)
    async with shown_results(a_workspace, audit) as shown:
        await shown.press(results_text.MAKE_PLAN)
        assert shown.page.route == places.plan(audit)
    async with shown_results(a_workspace, audit) as shown:
        await shown.press(text.SHARE)
        assert shown.page.route == places.share(audit)


@headless
async def test_a_copy_from_another_school_offers_nothing_to_change(a_workspace: Workspace) -> None:
    audit = closed_survey(a_workspace)
    there = received(a_workspace, audit)
    assert isinstance(there.any_results(audit), SurveyResults)
    async with shown_results(there, audit) as shown:
        assert results_text.RECEIVED_TITLE in shown.texts()
        assert not shown.find("button", results_text.MAKE_PLAN)
        await shown.press(results_text.BACK_TO_AUDITS)
        assert shown.page.route == places.AUDITS


@headless
async def test_every_width_and_text_size_can_be_drawn(a_workspace: Workspace) -> None:
    audit = closed_survey(a_workspace)
    a_workspace.keep_settings(a_workspace.settings().model_copy(update={"text_size": 200}))
    for width in (360, 820, 1280):
        async with shown_results(a_workspace, audit, width) as shown:
            assert shown.get("image", "Shares of the three forces")
