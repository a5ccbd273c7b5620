"""What must hold for a leader who may not yet work with others: a first step out of every barrier, whoever says yes."""

import pytest

from audit_app.questionnaires.model import Section, SuggestedAction
from audit_app.responses.fitting import remarks
from audit_app.responses.model import Answer
from audit_app.responses.visibility import hidden_items
from tests.questionnaires.reading import shipped_questionnaire

QUESTIONNAIRE = shipped_questionnaire("readiness")
BARRIERS = ("permission", "competition", "reputation", "time", "money", "distance", "key-person", "policy")

every_barrier = pytest.mark.parametrize("barrier", QUESTIONNAIRE.sections, ids=lambda section: section.id)


def steps(barrier: Section) -> list[SuggestedAction]:
    return [action for item in barrier.items for action in item.actions]


def all_steps() -> str:
    return " ".join(f"{one.text} {one.first_step}" for barrier in QUESTIONNAIRE.sections for one in steps(barrier))


def test_the_eight_barriers_stand_in_order() -> None:
    assert tuple(section.id for section in QUESTIONNAIRE.sections) == BARRIERS


@every_barrier
def test_a_barrier_has_one_or_two_levels(barrier: Section) -> None:
    assert 1 <= sum(item.kind == "level" for item in barrier.items) <= 2


@every_barrier
@pytest.mark.parametrize("level", ["1", "2"])
@pytest.mark.parametrize("leave", ["none", "head", "board"])
def test_out_of_every_barrier_leads_a_step_for_whoever_may_say_yes(barrier: Section, level: str, leave: str) -> None:
    assert any(one.leave == leave and level in one.for_levels for one in steps(barrier))


@every_barrier
def test_a_step_that_needs_nobodys_leave_is_small_and_seen_within_weeks(barrier: Section) -> None:
    assert all(one.effort == "small" and one.weeks <= 4 for one in steps(barrier) if one.leave == "none")


@every_barrier
def test_a_step_that_the_board_decides_takes_longer_than_one_that_nobody_does(barrier: Section) -> None:
    slowest_alone = max(one.weeks for one in steps(barrier) if one.leave == "none")
    assert all(one.weeks > slowest_alone for one in steps(barrier) if one.leave == "board")


def test_nobodys_leave_is_never_a_way_round_the_head() -> None:
    alone = [one for barrier in QUESTIONNAIRE.sections for one in steps(barrier) if one.leave == "none"]
    assert [one.id for one in alone if "Ask the head" in one.text or "ask the board" in one.text.lower()] == []
    assert "Nothing here asks you to go against what you were told." in QUESTIONNAIRE.summary


@pytest.mark.parametrize(
    "step", ["taster session", "briefing evening for parents", "teachmeet", "social media", "blogs"]
)
def test_the_first_steps_that_the_field_knows_are_among_them(step: str) -> None:
    assert step in all_steps()


def test_blogs_and_social_media_need_nobodys_leave_and_name_no_pupil() -> None:
    step = next(one for barrier in QUESTIONNAIRE.sections for one in steps(barrier) if "social media" in one.text)
    assert step.leave == "none"
    assert "name no pupils" in step.first_step


@pytest.mark.parametrize("text", ["taster session", "briefing evening", "teachmeet"])
def test_what_brings_pupils_or_guests_together_needs_the_heads_leave(text: str) -> None:
    found = [one for barrier in QUESTIONNAIRE.sections for one in steps(barrier) if text in one.text]
    assert found
    assert {one.leave for one in found} == {"head"}


@pytest.mark.parametrize(
    ("answer", "asked"),
    [("yes", False), ("not_asked", False), ("depends", True), ("head_no", True), ("board_no", True)],
)
def test_reasons_are_asked_for_where_someone_said_no(answer: str, asked: bool) -> None:
    hidden = hidden_items(QUESTIONNAIRE, {"permission_answer": Answer(option=answer)})
    assert ("permission_reasons" not in hidden) is asked


def test_a_reason_and_no_reason_cannot_both_be() -> None:
    both = {"permission_answer": Answer(option="head_no"), "permission_reasons": Answer(value=("time", "no_reason"))}
    assert [(one.item, one.grade) for one in remarks(QUESTIONNAIRE, both)] == [("permission_reasons", "error")]


@pytest.mark.parametrize(("minutes", "grade"), [(-1.0, "error"), (301.0, "warning"), (46.0, "information")])
def test_a_distance_that_cannot_be_is_refused_and_a_long_one_gets_a_word(minutes: float, grade: str) -> None:
    answers = {"permission_answer": Answer(option="yes"), "distance_minutes": Answer(value=minutes)}
    assert grade in {one.grade for one in remarks(QUESTIONNAIRE, answers)}


def test_a_school_round_the_corner_gets_no_remark() -> None:
    answers = {"permission_answer": Answer(option="yes"), "distance_minutes": Answer(value=10.0)}
    assert remarks(QUESTIONNAIRE, answers) == ()
