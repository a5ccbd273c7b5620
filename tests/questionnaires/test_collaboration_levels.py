"""What must hold of the five levels of collaboration: each asked about, employers and pupils among them."""

import pytest

from audit_app.questionnaires.model import Item
from tests.questionnaires.reading import shipped_questionnaire

QUESTIONNAIRE = shipped_questionnaire("collaboration-levels")
ITEMS = QUESTIONNAIRE.items_by_id


def levels_in(section_id: str) -> list[Item]:
    section = next(section for section in QUESTIONNAIRE.sections if section.id == section_id)
    return [item for item in section.items if item.kind == "level"]


def test_the_five_levels_stand_in_order_from_the_system_to_the_pupil() -> None:
    assert [(section.id, section.title) for section in QUESTIONNAIRE.sections] == [
        ("system", "The system’s conversation"),
        ("between-schools", "School to school"),
        ("teachers", "Teacher to teacher"),
        ("outside", "Schools and outside organisations"),
        ("pupils", "Professional and pupil"),
    ]


@pytest.mark.parametrize("section_id", [section.id for section in QUESTIONNAIRE.sections])
def test_each_level_has_three_to_five_items(section_id: str) -> None:
    assert 3 <= len(levels_in(section_id)) <= 5


def test_employers_agree_the_competencies_and_lessons_take_them_up() -> None:
    assert "agreed with employers" in ITEMS["outside_agreed"].text
    assert "competencies" in ITEMS["outside_agreed"].descriptors["3"]
    assert "practised in lessons" in ITEMS["outside_taught"].text


def test_a_school_without_employers_may_say_that_it_does_not_apply() -> None:
    assert ITEMS["outside_agreed"].allow_not_applicable
    assert ITEMS["outside_taught"].allow_not_applicable


def test_pupils_speak_are_answered_and_give_feedback() -> None:
    assert [item.id for item in levels_in("pupils")] == [
        "pupils_asked",
        "pupils_told",
        "pupils_feedback",
        "pupils_unheard",
        "pupils_across_schools",
    ]


def test_teachers_work_together_by_enquiry() -> None:
    assert "question" in ITEMS["teachers_question"].text
    assert "tries in class" in ITEMS["teachers_question"].descriptors["3"]


def test_nobody_can_choose_an_organisation_and_none_of_them() -> None:
    assert [check.condition for check in ITEMS["outside_who"].checks] == [
        "not(selected(., 'none')) or count-selected(.) = 1"
    ]


def test_a_level_that_stays_low_invites_a_word_on_why() -> None:
    for section in QUESTIONNAIRE.sections[1:]:
        assert any(item.follow_up and item.follow_up.for_options == ("1", "2") for item in section.items)


def test_no_level_claims_what_the_london_challenge_achieved() -> None:
    mentions = [item.idea for item in ITEMS.values() if item.idea and "London Challenge" in item.idea]
    assert mentions
    assert all("account of the London Challenge" in idea for idea in mentions)
