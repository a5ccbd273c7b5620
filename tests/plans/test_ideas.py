"""Ideas for actions: the questionnaire's own first, then formats for any priority; none beyond the leave asked for."""

import itertools
from typing import get_args

import pytest

from audit_app.plans.action_library import FORMATS, Effort, Idea, Leave
from audit_app.plans.ideas import REACH, SIZE, ideas_for, taken_up
from audit_app.plans.model import Action, Priority
from tests.builders import a_questionnaire

PRIORITY = Priority(id="one", items=("purpose_b", "purpose_a", "an_item_of_another_version"))
FIELD = """
    taster_sessions briefing_evening teachmeet shared_cpd moderation joint_research shared_course shared_staff
    transition_conversations team_sen team_literacy team_numeracy team_finance pupil_exchange employer_competencies
"""


def test_every_format_of_the_field_is_there_once() -> None:
    ids = [one.id for one in FORMATS]
    assert set(FIELD.split()) <= set(ids)
    assert len(ids) == len(set(ids)) == len({one.text for one in FORMATS})


@pytest.mark.parametrize("idea", FORMATS, ids=lambda one: one.id)
def test_each_says_what_it_is_and_how_it_begins_in_plain_sentences(idea: Idea) -> None:
    assert idea.text.endswith(".")
    assert idea.first_step.endswith(".")
    assert 0 < len(idea.title) <= 40
    assert len(idea.text) <= 200
    assert len(idea.first_step) <= 150


def test_some_ideas_need_nobodys_leave() -> None:
    assert ideas_for(Priority(id="own"), a_questionnaire(), leave="none")


def test_what_the_questionnaire_suggests_for_its_items_comes_first() -> None:
    found = ideas_for(PRIORITY, a_questionnaire())
    assert [(one.text, one.first_step) for one in found[:2]] == [
        ("Do purpose_b.", "Begin purpose_b."),
        ("Do purpose_a.", "Begin purpose_a."),
    ]
    assert found[2:] == FORMATS


@pytest.mark.parametrize(("leave", "effort"), [*itertools.product(get_args(Leave), get_args(Effort))])
def test_nothing_goes_beyond_the_leave_and_the_effort(leave: Leave, effort: Effort) -> None:
    found = ideas_for(PRIORITY, a_questionnaire(), leave, effort)
    assert all(REACH[one.leave] <= REACH[leave] and SIZE[one.effort] <= SIZE[effort] for one in found)


def test_an_idea_in_the_plan_is_known_by_its_words() -> None:
    idea = FORMATS[0]
    priority = PRIORITY.model_copy(update={"actions": (Action(id="a", text="Ring."), Action(id="b", text=idea.text))})
    assert (taken_up(priority, idea), taken_up(priority, FORMATS[1])) == ("b", "")
