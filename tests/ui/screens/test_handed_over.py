"""While colleagues answer: nothing of the one before, nothing of the leader's, nothing kept until it is handed in."""

from collections.abc import Mapping
from datetime import timedelta

import msgpack
import pytest

from audit_app.errors import AuditError
from audit_app.questionnaires.library import shipped
from audit_app.responses.model import Answer
from audit_app.responses.survey import Response
from audit_app.storage.memory import MemoryStore
from audit_app.ui import places
from audit_app.ui.handing import TRIES, WAIT
from audit_app.ui.main import make_main
from audit_app.ui.screens import handed_over as handed_over_module
from audit_app.ui.stillness import ASK_AFTER, END_AFTER
from audit_app.ui.text import audit as audit_text
from audit_app.ui.text import common, import_bundle, respondent, surveys
from audit_app.workspace import OpenSurvey, Workspace, summariser
from tests.builders import MORNING
from tests.ui.harness import Window, encode, headless, window_of
from tests.ui.screens.surveying import (
    CODE,
    FIRST,
    SECOND,
    TODAY,
    StandingTime,
    answers,
    begins,
    begun_survey,
    hands_in,
    some_terms,
)

WORDS = "Nobody asked us before the merger."
HAND_OVER = surveys.HAND_OVER_NOW


def kept(workspace: Workspace, audit: str) -> list[Response]:
    return list(workspace._store.responses(audit))


def everything_sent(shown: Window) -> str:
    """The whole window as a browser that connects now would get it, names that nobody sees among it."""
    sent: bytes = msgpack.packb(shown.page, default=encode)
    return sent.decode("latin-1")


async def handed_over(shown: Window) -> None:
    await shown.write(surveys.CODE, CODE)
    await shown.press(HAND_OVER)


@headless
async def test_handing_over_needs_four_digits(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    async with window_of(make_main(a_workspace), places.hand_over(audit)) as shown:
        for wrong in ("", "12", "12345", "١٢٣٤", "abcd"):
            await shown.write(surveys.CODE, wrong)
            await shown.press(HAND_OVER)
            assert shown.get("textbox", surveys.CODE).control.error == surveys.CODE_WRONG
        await handed_over(shown)
        assert shown.get("heading", "Partnership pulse").level == 1
        assert CODE not in everything_sent(shown)


@headless
async def test_the_notice_says_everything_before_the_first_statement(a_workspace: Workspace) -> None:
    terms = some_terms()
    audit = begun_survey(a_workspace, terms)
    async with window_of(make_main(a_workspace), places.hand_over(audit)) as shown:
        await handed_over(shown)
        for told in (
            terms.purpose,
            terms.controller,
            terms.readers,
            respondent.smallest_group(5),
            respondent.until(terms.closes, terms.erase_after),
            respondent.VOLUNTARY,
            respondent.NOTHING_KEPT,
            respondent.NO_WAY_BACK,
            respondent.TIME_OUT,
        ):
            assert told in shown.texts()
        assert [node.name for node in shown.find("button")] == [respondent.TAKE_BACK, respondent.BEGIN]


@headless
async def test_a_colleague_answers_and_hands_in(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    async with window_of(make_main(a_workspace), places.hand_over(audit)) as shown:
        await handed_over(shown)
        await begins(shown)
        assert shown.get("heading", FIRST).level == 1
        await answers(shown, FIRST, "4 Growing", "Ask the choir.")
        await shown.press(respondent.NEXT)
        await answers(shown, SECOND, audit_text.PREFER_NOT_TO_SAY)
        assert kept(a_workspace, audit) == []
        await hands_in(shown)
        assert shown.says(respondent.KEPT)
    [response] = kept(a_workspace, audit)
    assert response.group == "teachers"
    assert response.given == TODAY
    assert response.answers == {
        "pulse_aim_worked_on": Answer(option="4"),
        "pulse_need_still_there": Answer(reason="prefer_not_to_say"),
    }
    assert response.comments == {"pulse_aim_worked_on": "Ask the choir."}


@headless
async def test_i_cannot_tell_is_an_answer_like_any_other(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    async with window_of(make_main(a_workspace), places.hand_over(audit)) as shown:
        await handed_over(shown)
        await begins(shown, "Support staff")
        await answers(shown, FIRST, "I cannot tell")
        await hands_in(shown)
    assert kept(a_workspace, audit)[0].answers == {"pulse_aim_worked_on": Answer(option="cannot_tell")}


@headless
async def test_nothing_of_a_colleague_is_left_when_the_next_one_begins(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    async with window_of(make_main(a_workspace), places.hand_over(audit)) as shown:
        await handed_over(shown)
        await begins(shown)
        await answers(shown, FIRST, "1 Gone quiet", WORDS)
        assert WORDS in everything_sent(shown)
        await hands_in(shown)
        assert WORDS not in everything_sent(shown)
        await shown.press(respondent.NEXT_COLLEAGUE)
        assert WORDS not in everything_sent(shown)
        await shown.press(respondent.BEGIN)
        group = next(node.control for node in shown.nodes() if node.role == "radiogroup")
        assert group.value is None
        await shown.choose(respondent.GROUP, "Support staff")
        await shown.press(respondent.GO_ON)
        assert not any(node.control.value for node in shown.nodes() if node.role == "radiogroup")
        await shown.press(respondent.ADD_COMMENT)
        assert shown.get("textbox", respondent.COMMENT).control.value == ""
        await shown.press(respondent.TO_CHECK)
        assert shown.says(respondent.NOTHING_GIVEN)
        assert WORDS not in everything_sent(shown)


@headless
async def test_what_is_still_being_typed_when_one_stops_goes_nowhere(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    async with window_of(make_main(a_workspace), places.hand_over(audit)) as shown:
        await handed_over(shown)
        await begins(shown)
        await shown.press(respondent.ADD_COMMENT)
        await shown.write(respondent.COMMENT, WORDS, leave=False)
        await shown.press(respondent.STOP)
        await shown.press(respondent.STOP_AGREE)
        assert shown.get("heading", respondent.BEFORE)
        assert shown.says(respondent.STOPPED)
        await begins(shown)
        await shown.press(respondent.TO_CHECK)
        await shown.settle()
        assert WORDS not in everything_sent(shown)
        assert shown.says(respondent.NOTHING_GIVEN)
    assert kept(a_workspace, audit) == []


@pytest.mark.parametrize(
    "place", ["/", "/audits", "/settings", "/surveys", "/audits/id1/results", "/surveys/of/id1", "/no/such/place"]
)
@headless
async def test_every_address_leads_back_to_the_survey(place: str, a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    main = make_main(a_workspace)
    async with window_of(main, places.hand_over(audit)) as shown:
        await handed_over(shown)
        await shown.go(place)
        assert shown.get("heading", "Partnership pulse").level == 1
        assert not shown.find("button", common.SETTINGS)
        async with window_of(main, place) as another:
            assert another.get("heading", "Partnership pulse").level == 1
            assert not another.find("button", common.SETTINGS)


@headless
async def test_back_in_the_browser_keeps_the_colleague_where_they_are(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    async with window_of(make_main(a_workspace), places.hand_over(audit)) as shown:
        await handed_over(shown)
        await begins(shown)
        await answers(shown, FIRST, "3 Steady")
        await shown.go(places.survey(audit))
        assert shown.get("heading", FIRST)
        assert [node.control.value for node in shown.nodes() if node.role == "radiogroup" and node.control.value] == [
            "3"
        ]


@headless
async def test_a_window_that_was_open_already_changes_too_and_comes_back(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    main = make_main(a_workspace)
    async with window_of(main, places.AUDITS) as other, window_of(main, places.hand_over(audit)) as shown:
        await handed_over(shown)
        await other.settle()
        assert other.get("heading", "Partnership pulse")
        await begins(other)
        assert other.get("heading", FIRST)
        assert shown.get("heading", respondent.BEFORE)
        await shown.press(respondent.TAKE_BACK)
        await shown.write(respondent.CODE, CODE)
        await shown.press(respondent.TAKE_BACK)
        await other.settle()
        assert other.get("heading", common.AUDITS)


@headless
async def test_taking_it_back_needs_the_digits(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    async with window_of(make_main(a_workspace), places.hand_over(audit)) as shown:
        await handed_over(shown)
        await shown.press(respondent.TAKE_BACK)
        await shown.write(respondent.CODE, "0000")
        await shown.press(respondent.TAKE_BACK)
        assert shown.get("textbox", respondent.CODE).control.error == respondent.WRONG_CODE
        await shown.press(respondent.NOT_YET)
        assert shown.get("heading", respondent.BEFORE)
        await shown.press(respondent.TAKE_BACK)
        await shown.write(respondent.CODE, CODE)
        await shown.press(respondent.TAKE_BACK)
        await shown.until(lambda: bool(shown.find("button", common.SETTINGS)))
        assert shown.page.route == places.survey(audit)
        assert shown.says(surveys.COUNTS_ONLY)


@headless
async def test_guessing_the_digits_has_to_wait(a_workspace: Workspace) -> None:
    audit, time = begun_survey(a_workspace), StandingTime()
    async with window_of(make_main(a_workspace, timing=time.timing), places.hand_over(audit)) as shown:
        await handed_over(shown)
        await shown.press(respondent.TAKE_BACK)
        for guess in range(TRIES):
            await shown.write(respondent.CODE, f"000{guess}")
            await shown.press(respondent.TAKE_BACK)
        assert shown.get("textbox", respondent.CODE).control.error == respondent.wait(round(WAIT))
        await shown.write(respondent.CODE, CODE)
        await shown.press(respondent.TAKE_BACK)
        assert shown.find("textbox", respondent.CODE)
        await time.pass_by(shown, WAIT + 1)
        await shown.press(respondent.TAKE_BACK)
        await shown.until(lambda: bool(shown.find("button", common.SETTINGS)))


@headless
async def test_nobody_there_for_six_minutes_throws_the_answers_away(a_workspace: Workspace) -> None:
    audit, time = begun_survey(a_workspace), StandingTime()
    async with window_of(make_main(a_workspace, timing=time.timing), places.hand_over(audit)) as shown:
        await handed_over(shown)
        await begins(shown)
        await answers(shown, FIRST, "1 Gone quiet", WORDS)
        await time.pass_by(shown, ASK_AFTER - 10)
        assert not shown.find("dialog")
        await time.pass_by(shown, 15)
        assert shown.get("dialog", respondent.STILL_THERE)
        await time.pass_by(shown, END_AFTER - ASK_AFTER)
        assert not shown.find("dialog")
        assert shown.says(respondent.TIMED_OUT)
        assert shown.get("heading", respondent.BEFORE)
        assert WORDS not in everything_sent(shown)
        await begins(shown)
        await shown.press(respondent.TO_CHECK)
        assert shown.says(respondent.NOTHING_GIVEN)
    assert kept(a_workspace, audit) == []


@headless
async def test_who_is_still_there_keeps_the_answers(a_workspace: Workspace) -> None:
    audit, time = begun_survey(a_workspace), StandingTime()
    async with window_of(make_main(a_workspace, timing=time.timing), places.hand_over(audit)) as shown:
        await handed_over(shown)
        await begins(shown)
        await answers(shown, FIRST, "2 Slowing")
        await time.pass_by(shown, ASK_AFTER + 5)
        await shown.press(respondent.STILL_HERE)
        assert not shown.find("dialog")
        await time.pass_by(shown, ASK_AFTER - 10)
        assert not shown.find("dialog")
        await shown.press(respondent.NEXT)
        await time.pass_by(shown, ASK_AFTER - 10)
        assert not shown.find("dialog")
        await hands_in(shown)
    assert len(kept(a_workspace, audit)) == 1


@headless
async def test_the_notice_waits_for_as_long_as_it_takes(a_workspace: Workspace) -> None:
    audit, time = begun_survey(a_workspace), StandingTime()
    async with window_of(make_main(a_workspace, timing=time.timing), places.hand_over(audit)) as shown:
        await handed_over(shown)
        await time.pass_by(shown, 3 * END_AFTER)
        assert not shown.find("dialog")
        assert not shown.says(respondent.TIMED_OUT)


@headless
async def test_a_reload_gets_nothing_of_what_was_on_the_screen(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    async with window_of(make_main(a_workspace), places.hand_over(audit)) as shown:
        await handed_over(shown)
        await begins(shown)
        await answers(shown, FIRST, "1 Gone quiet", WORDS)
        await shown.loses_connection()
        assert WORDS not in everything_sent(shown)
        await shown.connects_again()
        assert WORDS not in everything_sent(shown)
        assert shown.get("heading", respondent.BEFORE)
        await begins(shown)
        await shown.press(respondent.TO_CHECK)
        assert shown.says(respondent.NOTHING_GIVEN)
    assert kept(a_workspace, audit) == []


@headless
async def test_a_reload_elsewhere_finds_what_was_there(a_workspace: Workspace) -> None:
    begun_survey(a_workspace)
    async with window_of(make_main(a_workspace), places.AUDITS) as shown:
        await shown.loses_connection()
        await shown.connects_again()
        assert shown.get("heading", common.AUDITS)


class DiskIsFullError(AuditError):
    pass


class FullWorkspace(Workspace):
    """Takes no response the first time."""

    full = True

    def hand_in(
        self, audit_id: str, group: str, answers: Mapping[str, Answer], comments: Mapping[str, str]
    ) -> OpenSurvey:
        if self.full:
            raise self.problem
        return super().hand_in(audit_id, group, answers, comments)

    problem: Exception = OSError(28, "No space left on device")


@pytest.mark.parametrize("problem", [OSError(28, "No space left on device"), DiskIsFullError("The disk is full.")])
@headless
async def test_answers_that_can_t_be_kept_stay_and_can_be_handed_in_again(
    problem: Exception, a_workspace: Workspace
) -> None:
    a_workspace.__class__ = FullWorkspace
    assert isinstance(a_workspace, FullWorkspace)
    a_workspace.problem = problem
    audit = begun_survey(a_workspace)
    async with window_of(make_main(a_workspace), places.hand_over(audit)) as shown:
        await handed_over(shown)
        await begins(shown)
        await answers(shown, FIRST, "4 Growing", "Still here.")
        await hands_in(shown)
        assert shown.says(respondent.STAYS)
        assert kept(a_workspace, audit) == []
        a_workspace.full = False
        await shown.press(respondent.HAND_IN)
        await shown.until(lambda: bool(shown.find("heading", respondent.THANKS)))
    assert kept(a_workspace, audit)[0].comments == {"pulse_aim_worked_on": "Still here."}


@headless
async def test_checking_says_what_is_left_out_and_leads_there(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    async with window_of(make_main(a_workspace), places.hand_over(audit)) as shown:
        await handed_over(shown)
        await begins(shown)
        await answers(shown, FIRST, "4 Growing", "Once.")
        await shown.press(respondent.TO_CHECK)
        assert shown.says(respondent.answered(1, 10))
        assert shown.says(respondent.left_out(9))
        await shown.press(respondent.show(9))
        await shown.press(SECOND)
        assert shown.get("heading", SECOND).level == 1
        await shown.press(respondent.PREVIOUS)
        assert shown.get("textbox", respondent.COMMENT).control.value == "Once."


@headless
async def test_with_one_group_there_is_nothing_to_choose(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace, some_terms(("Everybody", 30)))
    async with window_of(make_main(a_workspace), places.hand_over(audit)) as shown:
        await handed_over(shown)
        await shown.press(respondent.BEGIN)
        assert shown.get("heading", FIRST)
        await answers(shown, FIRST, "4 Growing")
        await hands_in(shown)
    assert kept(a_workspace, audit)[0].group == "everybody"


@headless
async def test_the_group_has_to_be_chosen(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    async with window_of(make_main(a_workspace), places.hand_over(audit)) as shown:
        await handed_over(shown)
        await shown.press(respondent.BEGIN)
        await shown.press(respondent.GO_ON)
        assert shown.says(respondent.CHOOSE_GROUP)


@headless
async def test_a_survey_that_is_over_takes_no_answers_and_can_be_taken_back(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    main = make_main(a_workspace)
    async with window_of(main, places.hand_over(audit)) as shown:
        await handed_over(shown)
        a_workspace.close_survey(audit)
        async with window_of(main) as another:
            assert another.get("heading", respondent.OVER)
            assert another.find("button", respondent.TAKE_BACK)
    async with window_of(make_main(a_workspace), places.hand_over(audit)) as shown:
        assert shown.says(surveys.CANT_HAND_OVER)


@headless
async def test_the_browser_s_title_is_the_same_throughout(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    async with window_of(make_main(a_workspace), places.hand_over(audit)) as shown:
        await handed_over(shown)
        title = shown.title
        await begins(shown)
        assert shown.title == title
        await answers(shown, FIRST, "4 Growing")
        await hands_in(shown)
        assert shown.title == title


def another_device() -> Workspace:
    library = shipped()
    store = MemoryStore(summariser(library), lambda: "tablet")
    return Workspace(store, library, lambda: MORNING, lambda: MORNING, lambda: "other")


async def chooses(shown: Window, button: str, *files: tuple[str, bytes]) -> None:
    shown.to_pick = list(files)
    await shown.press(button)


@headless
async def test_an_invitation_is_answered_on_another_device_which_keeps_nothing(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    elsewhere = another_device()
    async with window_of(make_main(elsewhere), places.ANSWER_SURVEY) as shown:
        await chooses(shown, surveys.CHOOSE_INVITATION, ("invitation.json", a_workspace.invite(audit)))
        await shown.until(lambda: bool(shown.find("button", surveys.BEGIN)))
        await shown.press(surveys.BEGIN)
        assert not shown.find("button", common.SETTINGS)
        await begins(shown)
        await answers(shown, FIRST, "2 Slowing", "From afar.")
        await hands_in(shown)
        assert shown.says(respondent.FILE_READY)
        await shown.press(respondent.SAVE_AGAIN)
        [(name, file), again] = shown.saved
        assert again == (name, file)
        await shown.press(respondent.LEAVE)
        await shown.until(lambda: bool(shown.find("button", common.SETTINGS)))
        assert not elsewhere.audits()
    async with window_of(make_main(a_workspace), places.RESPONSES) as shown:
        await chooses(shown, surveys.CHOOSE_FILES, (name, file), ("copy.json", file))
        await shown.until(lambda: shown.says(surveys.comes(1, 1)))
        await shown.press(surveys.TAKE_THEM_IN)
        await shown.until(lambda: shown.says(surveys.taken_in(1)))
    assert kept(a_workspace, audit)[0].comments == {"pulse_aim_worked_on": "From afar."}


@headless
async def test_a_file_that_is_no_response_is_refused_and_nothing_is_taken_in(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    async with window_of(make_main(a_workspace), places.RESPONSES) as shown:
        await chooses(shown, surveys.CHOOSE_FILES, ("photo.json", b"not a response"))
        await shown.until(lambda: shown.says(surveys.ALL_OR_NOTHING))
        assert not shown.find("button", surveys.TAKE_THEM_IN)
    assert kept(a_workspace, audit) == []


@headless
async def test_a_file_that_is_no_invitation_says_so(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), places.ANSWER_SURVEY) as shown:
        await chooses(shown, surveys.CHOOSE_INVITATION, ("photo.json", b"{}"))
        await shown.until(lambda: shown.says("photo.json"))
        assert not shown.find("button", surveys.BEGIN)


def test_the_last_day_past_is_over(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace, some_terms(closes=TODAY - timedelta(days=1)))
    assert a_workspace.survey(audit).over


@headless
async def test_what_was_said_to_the_leader_is_not_said_to_colleagues(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    async with window_of(make_main(a_workspace), places.survey(audit)) as shown:
        await shown.press(surveys.INVITE)
        await shown.until(lambda: shown.says("is in your downloads"))
        await shown.press(surveys.HAND_OVER)
        await handed_over(shown)
        assert not shown.says("is in your downloads")


@headless
async def test_what_fails_while_colleagues_answer_is_said(
    a_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = another_device()
    audit = begun_survey(a_workspace)
    async with window_of(make_main(elsewhere), places.ANSWER_SURVEY) as shown:
        await chooses(shown, surveys.CHOOSE_INVITATION, ("invitation.json", a_workspace.invite(audit)))
        await shown.until(lambda: bool(shown.find("button", surveys.BEGIN)))
        await shown.press(surveys.BEGIN)
        await begins(shown)
        await answers(shown, FIRST, "2 Slowing")
        await hands_in(shown)

        async def fails(*_: object, **__: object) -> None:
            raise DiskIsFullError("The disk is full.")

        monkeypatch.setattr(handed_over_module, "save_file", fails)
        await shown.press(respondent.SAVE_AGAIN)
        assert shown.says("The disk is full.")
        await shown.press(respondent.NEXT_COLLEAGUE)
        await shown.press(respondent.BEGIN)
        assert not shown.says("The disk is full.")


@headless
async def test_importing_a_survey_s_file_leads_to_where_it_belongs(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    invitation = a_workspace.invite(audit)
    opened = a_workspace.read_invitation("invitation.json", invitation)
    response = a_workspace.respond(opened, "teachers", {"pulse_aim_worked_on": Answer(option="3")}, {})
    for file, place, kind in (
        (invitation, places.ANSWER_SURVEY, "invitation"),
        (response, places.RESPONSES, "response"),
    ):
        async with window_of(make_main(a_workspace), places.IMPORT) as shown:
            await chooses(shown, import_bundle.CHOOSE, ("file.json", file))
            await shown.until(lambda there=place: shown.page.route == there)  # type: ignore[misc]
            assert shown.says(import_bundle.SURVEY_FILE[kind])


def test_the_notice_names_the_time_that_is_waited() -> None:
    assert (ASK_AFTER, END_AFTER) == (5 * 60, 6 * 60)
    assert "five minutes" in respondent.TIME_OUT
    assert "A minute later" in respondent.TIME_OUT


@headless
async def test_a_survey_that_can_t_be_read_any_more_does_not_keep_the_device(a_workspace: Workspace) -> None:
    audit = begun_survey(a_workspace)
    main = make_main(a_workspace)
    async with window_of(main, places.hand_over(audit)) as shown:
        await handed_over(shown)
        a_workspace.remove_audit(audit)
        async with window_of(main) as another:
            assert another.says(common.NOTICE_WORDS["error"])
            await another.press(respondent.TAKE_BACK)
            await another.write(respondent.CODE, CODE)
            await another.press(respondent.TAKE_BACK)
            await another.until(lambda: bool(another.find("button", common.SETTINGS)))
