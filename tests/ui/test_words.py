"""Sentences with a number in them, and lists of words that must leave nothing out."""

from audit_app.plans.model import ACTION_FIELDS, PLAN_FIELDS, PRIORITY_FIELDS
from audit_app.results.momentum_model import Rhythm
from audit_app.results.survey_model import SurveySection
from audit_app.ui.text import audit, joint_plan, meetings, partnership, plan, respondent, survey_results


def test_every_field_of_a_plan_that_two_people_can_write_has_a_name() -> None:
    assert {*PLAN_FIELDS, *PRIORITY_FIELDS, *ACTION_FIELDS, "removed"} <= set(joint_plan.FIELDS)


def test_answers_that_cannot_be_kept_are_put_right() -> None:
    assert audit.unfit_elsewhere(1) == "1 answer can’t be kept as typed. Put it right, or empty the field."
    assert audit.unfit_elsewhere(2) == "2 answers can’t be kept as typed. Put them right, or empty their fields."


def test_one_priority_needs_two_more_to_be_three() -> None:
    assert plan.too_few(1) == "There is 1 so far. Two to four more make a plan that lasts a year."
    assert plan.too_few(2) == "There are 2 so far. One to three more make a plan that lasts a year."


def test_what_is_one_is_said_as_one() -> None:
    section = SurveySection(id="trust", title="Trust", items=1, n=1, unscored=1)
    assert survey_results.accounted(section) == "1 colleague counts · 1 answer without a level"
    assert survey_results.asked(1, ["Trust"]) == "They gave their view of 1 statement about Trust."
    assert partnership.answered_by("Pulse", 1) == "Pulse (1 school)"
    assert partnership.summary(2, 1) == "2 schools, 1 statement compared."
    assert respondent.wait(1).startswith("That was wrong several times. Wait 1 second,")
    assert "1 day from" in meetings.rhythm(Rhythm(meetings=3, usual_days=1))
