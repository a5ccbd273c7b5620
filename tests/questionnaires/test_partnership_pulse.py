"""What must hold of the pulse: ten items on this term, three minutes, and a way to act on each."""

import pytest

from audit_app.questionnaires.model import Item
from tests.questionnaires.reading import HARDEST_GRADE, reading_grade, shipped_questionnaire, words_read

LEADERS = shipped_questionnaire("partnership-health")
PULSE = shipped_questionnaire("partnership-pulse")
WORDS_A_MINUTE = 200

every_item = pytest.mark.parametrize("item", tuple(PULSE.items), ids=lambda item: item.id)


def test_it_is_a_survey_of_ten_items_and_three_minutes() -> None:
    assert (PULSE.mode, len(list(PULSE.items)), PULSE.minutes) == ("survey", 10, 3)


def test_every_word_can_be_read_in_its_three_minutes() -> None:
    asked_once = [text for item in PULSE.items for text in words_read(item)[:5]]
    assert sum(len(text.split()) for text in asked_once) / WORDS_A_MINUTE <= PULSE.minutes


def test_it_takes_two_readings_of_each_section_of_the_audit() -> None:
    assert [(section.id, section.title, len(section.items)) for section in PULSE.sections] == [
        (section.id, section.title, 2) for section in LEADERS.sections
    ]
    assert PULSE.balance == LEADERS.balance


def test_its_items_are_never_taken_for_the_audits() -> None:
    assert not {item.id for item in PULSE.items} & {item.id for item in LEADERS.items}


def test_who_cannot_tell_may_say_so_and_stays_out_of_every_mean() -> None:
    assert [option.score for option in PULSE.scale] == [1, 2, 3, 4, None]


@every_item
def test_an_item_names_its_idea_and_what_to_do_about_both_low_levels(item: Item) -> None:
    assert item.why
    assert item.idea
    assert {level for action in item.actions for level in action.for_levels} == {"1", "2"}


def test_its_actions_are_not_the_audits() -> None:
    ids = [action.id for one in (PULSE, LEADERS) for item in one.items for action in item.actions]
    assert len(ids) == len(set(ids))


def test_no_two_levels_are_the_same() -> None:
    levels = [text for item in PULSE.items for code, text in item.descriptors.items() if code != "cannot_tell"]
    assert len(levels) == len(set(levels))


def test_statements_and_levels_read_at_fourteen() -> None:
    assert reading_grade(text for item in PULSE.items for text in words_read(item)) <= HARDEST_GRADE
