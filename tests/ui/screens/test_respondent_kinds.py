"""A survey with every kind of item: what is asked, what is handed in, and what stays out."""

import pytest

from audit_app.responses.model import Answer
from audit_app.responses.survey import Response
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.text import audit as audit_text
from audit_app.ui.text import common, respondent, surveys
from audit_app.workspace import Workspace
from tests.builders import a_school
from tests.ui.harness import Window, headless, window_of
from tests.ui.screens.surveying import CODE, hands_in, some_terms
from tests.ui.screens.test_kinds import KINDS, a_workspace_with, asks

SURVEY = KINDS.model_copy(update={"mode": "survey"})


@pytest.fixture
def workspace() -> Workspace:
    return a_workspace_with(SURVEY)


@pytest.fixture
def audit(workspace: Workspace) -> str:
    return workspace.open_survey(SURVEY.id, "Autumn 2026", a_school(), some_terms(("Everybody", 30)))


def handed_in(workspace: Workspace, audit: str) -> Response:
    [response] = workspace._store.responses(audit)
    return response


async def first_question(shown: Window) -> None:
    """Past the note that comes first."""
    await shown.write(surveys.CODE, CODE)
    await shown.press(surveys.HAND_OVER_NOW)
    assert shown.says(respondent.VOLUNTARY_REQUIRED)
    await shown.press(respondent.BEGIN)
    assert shown.says("Ask your colleagues first.")
    assert not shown.find("textbox")
    await shown.press(respondent.NEXT)
    assert shown.says(respondent.position("Facts", 1, 7))


async def on(shown: Window, times: int = 1) -> None:
    for _ in range(times):
        await shown.press(respondent.NEXT)


@headless
async def test_every_kind_is_answered_and_handed_in(workspace: Workspace, audit: str) -> None:
    async with window_of(make_main(workspace), places.hand_over(audit)) as shown:
        await first_question(shown)
        await shown.choose(asks("leads"), "Both")
        await on(shown)
        await shown.tick("Colleges", True)
        await shown.tick("Nobody", True)
        await shown.tick("Colleges", False)
        await shown.tick("Employers", True)
        await on(shown)
        assert shown.says(respondent.REQUIRED)
        await shown.write(asks("schools"), "1 2")
        await on(shown)
        await shown.write(asks("agreed"), "1/9/2026")
        await on(shown)
        await shown.write(asks("said"), "It rains.")
        await on(shown)
        assert not shown.find("radio", "Colleges")
        await shown.choose(asks("first_partner"), "Employers")
        await on(shown)
        await shown.choose("This is true of trust_a.", "1 Not yet")
        await shown.write("What stands in the way?", "Time.")
        await hands_in(shown)
    response = handed_in(workspace, audit)
    assert response.answers == {
        "leads": Answer(option="both"),
        "partners": Answer(value=("employers", "nobody")),
        "schools": Answer(value=12.0),
        "agreed": Answer(value="2026-09-01"),
        "said": Answer(value="It rains."),
        "first_partner": Answer(option="employers"),
        "trust_a": Answer(option="1"),
    }
    assert response.comments == {"trust_a": "Time."}


@headless
async def test_what_skip_logic_hides_is_not_handed_in(workspace: Workspace, audit: str) -> None:
    async with window_of(make_main(workspace), places.hand_over(audit)) as shown:
        await first_question(shown)
        await shown.choose(asks("leads"), "We")
        await on(shown, 2)
        await shown.write(asks("schools"), "12")
        await shown.press(respondent.ADD_COMMENT)
        await shown.write(respondent.COMMENT, "Roughly.")
        await shown.press(respondent.PREVIOUS)
        await shown.press(respondent.PREVIOUS)
        await shown.choose(asks("leads"), "They")
        await on(shown, 2)
        assert shown.get("heading", asks("agreed")).level == 1
        await hands_in(shown)
    assert handed_in(workspace, audit).answers == {"leads": Answer(option="they")}
    assert handed_in(workspace, audit).comments == {}


@headless
async def test_what_does_not_fit_stays_with_what_is_wrong_and_is_mended_before_handing_in(
    workspace: Workspace, audit: str
) -> None:
    async with window_of(make_main(workspace), places.hand_over(audit)) as shown:
        await first_question(shown)
        await shown.choose(asks("leads"), "We")
        await on(shown, 2)
        await shown.write(asks("schools"), "a few")
        assert shown.get("textbox", asks("schools")).control.error == "Give a whole number."
        await on(shown)
        await shown.write(asks("agreed"), "soon")
        assert shown.get("textbox", asks("agreed")).control.error == common.NOT_A_DATE
        await shown.press(respondent.TO_CHECK)
        assert shown.says(respondent.TO_MEND)
        assert shown.get("button", respondent.HAND_IN).control.disabled
        await shown.press(asks("schools"))
        assert shown.get("textbox", asks("schools")).control.value == "a few"
        await shown.write(asks("schools"), "30")
        assert shown.says("Twenty at most.")
        await shown.write(asks("schools"), "0")
        assert shown.says("None at all?")
        await on(shown)
        await shown.write(asks("agreed"), "")
        await shown.press(respondent.TO_CHECK)
        assert not shown.says(respondent.TO_MEND)
        assert shown.says(respondent.UNLIKELY)
        await shown.press(respondent.HAND_IN)
        await shown.until(lambda: bool(shown.find("heading", respondent.THANKS)))
    assert handed_in(workspace, audit).answers["schools"] == Answer(value=0.0)


@headless
async def test_what_is_required_is_asked_for_before_handing_in(workspace: Workspace, audit: str) -> None:
    async with window_of(make_main(workspace), places.hand_over(audit)) as shown:
        await first_question(shown)
        await shown.choose(asks("leads"), "We")
        await shown.press(respondent.TO_CHECK)
        assert shown.get("button", respondent.HAND_IN).control.disabled
        await shown.press(asks("schools"))
        await shown.tick(audit_text.PREFER_NOT_TO_SAY, True)
        await hands_in(shown)
    assert handed_in(workspace, audit).answers["schools"] == Answer(reason="prefer_not_to_say")


@headless
async def test_a_reason_that_is_taken_back_brings_the_answer_back(workspace: Workspace, audit: str) -> None:
    async with window_of(make_main(workspace), places.hand_over(audit)) as shown:
        await first_question(shown)
        await shown.choose(asks("leads"), "They")
        await on(shown, 3)
        await shown.write(asks("said"), "It rains.")
        await shown.tick(audit_text.PREFER_NOT_TO_SAY, True)
        assert shown.get("textbox", asks("said")).control.value == ""
        await shown.tick(audit_text.PREFER_NOT_TO_SAY, False)
        assert shown.get("textbox", asks("said")).control.value == "It rains."
