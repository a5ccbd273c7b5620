"""What must hold of the colleagues' twin: the same items as the leaders', in fewer and other words."""

import pytest

from audit_app.questionnaires.model import Item
from tests.questionnaires.reading import HARDEST_GRADE, reading_grade, shipped_questionnaire, words_read

LEADERS = shipped_questionnaire("partnership-health")
COLLEAGUES = shipped_questionnaire("partnership-health-staff")
WORDS_A_MINUTE = 200
"""An adult's silent reading of plain text, on the slow side."""

every_item = pytest.mark.parametrize("item", tuple(COLLEAGUES.items), ids=lambda item: item.id)


def test_it_is_a_survey() -> None:
    assert COLLEAGUES.mode == "survey"


def test_it_has_the_leaders_sections_and_items_in_the_leaders_order() -> None:
    assert [[item.id for item in section.items] for section in COLLEAGUES.sections] == [
        [item.id for item in section.items] for section in LEADERS.sections
    ]
    assert [(section.id, section.title) for section in COLLEAGUES.sections] == [
        (section.id, section.title) for section in LEADERS.sections
    ]
    assert COLLEAGUES.balance == LEADERS.balance


def test_its_levels_score_as_the_leaders_do() -> None:
    assert COLLEAGUES.scale[:4] == LEADERS.scale


def test_who_cannot_tell_may_say_so_and_stays_out_of_every_mean() -> None:
    assert [option.code for option in COLLEAGUES.scale if option.score is None] == ["cannot_tell"]


@every_item
def test_an_item_measures_what_the_leaders_item_does(item: Item) -> None:
    twin = LEADERS.items_by_id[item.id]
    assert (item.idea, item.allow_not_applicable) == (twin.idea, twin.allow_not_applicable)


@every_item
def test_a_level_is_short_and_in_a_colleagues_words(item: Item) -> None:
    theirs = set(LEADERS.items_by_id[item.id].descriptors.values())
    assert theirs.isdisjoint(item.descriptors.values())
    assert all(4 <= len(text.split()) <= 15 for text in item.descriptors.values())


def test_no_two_levels_are_the_same() -> None:
    levels = [text for item in COLLEAGUES.items for code, text in item.descriptors.items() if code != "cannot_tell"]
    assert len(levels) == len(set(levels))


def test_a_slow_reader_can_read_every_word_in_the_minutes_that_it_says() -> None:
    asked_once = [text for item in COLLEAGUES.items for text in words_read(item)[:5]]
    assert sum(len(text.split()) for text in asked_once) / WORDS_A_MINUTE <= COLLEAGUES.minutes


def test_statements_and_levels_read_at_fourteen() -> None:
    assert reading_grade(text for item in COLLEAGUES.items for text in words_read(item)) <= HARDEST_GRADE
