"""What must hold of the audit that ships first: whole, plain to read, and with a way forward from every low level."""

import pytest

from audit_app.questionnaires.model import Item
from tests.questionnaires.reading import (
    HARDEST_GRADE,
    reading_grade,
    shipped_file,
    shipped_questionnaire,
    words_read,
)

FILE = shipped_file("partnership-health")
QUESTIONNAIRE = shipped_questionnaire("partnership-health")
ITEMS = tuple(QUESTIONNAIRE.items)
LOW_LEVELS = ("1", "2")

every_item = pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)


def test_the_reading_grade_tells_plain_words_from_hard_ones() -> None:
    assert reading_grade(["The cat sat on the mat."]) < 1
    assert reading_grade(["Institutional collaboration necessitates organisational accountability structures."]) > 20


def test_it_is_a_self_audit_in_english_and_a_first_version() -> None:
    assert (QUESTIONNAIRE.id, QUESTIONNAIRE.version) == ("partnership-health", 1)
    assert (QUESTIONNAIRE.mode, QUESTIONNAIRE.languages) == ("self_audit", ("en",))


def test_four_levels_score_one_to_four() -> None:
    assert [(option.code, option.score) for option in QUESTIONNAIRE.scale] == [("1", 1), ("2", 2), ("3", 3), ("4", 4)]


def test_five_sections_stand_in_order() -> None:
    assert [section.id for section in QUESTIONNAIRE.sections] == [
        "purpose",
        "format",
        "management",
        "trust",
        "self-interest",
    ]
    assert all(section.intro for section in QUESTIONNAIRE.sections)


def test_each_section_has_six_to_eight_items_named_after_it() -> None:
    for section in QUESTIONNAIRE.sections:
        assert 6 <= len(section.items) <= 8
        assert all(item.id.startswith(section.id.replace("-", "_") + "_") for item in section.items)


def test_the_balance_weighs_the_sections_that_stand_for_each_force() -> None:
    balance = QUESTIONNAIRE.balance
    assert balance is not None
    assert balance.hierarchy == ("management", "format")
    assert balance.solidarity == ("trust",)
    assert balance.individualism == ("self-interest",)
    weighed = {*balance.hierarchy, *balance.solidarity, *balance.individualism}
    assert weighed <= {section.id for section in QUESTIONNAIRE.sections}


@every_item
def test_every_low_level_leads_to_an_action(item: Item) -> None:
    for level in LOW_LEVELS:
        assert any(level in action.for_levels for action in item.actions)
    for action in item.actions:
        assert set(action.for_levels) <= set(LOW_LEVELS)


def test_action_ids_are_unique() -> None:
    ids = [action.id for item in ITEMS for action in item.actions]
    assert len(ids) == len(set(ids))


def test_there_is_something_to_do_with_anyones_leave_at_any_size() -> None:
    actions = [action for item in ITEMS for action in item.actions]
    for leave in ("none", "head", "board"):
        assert sum(action.leave == leave for action in actions) >= 5
    for effort in ("small", "medium", "large"):
        assert sum(action.effort == effort for action in actions) >= 5


def test_each_section_has_a_first_step_that_needs_nobodys_leave() -> None:
    for section in QUESTIONNAIRE.sections:
        assert any(action.leave == "none" for item in section.items for action in item.actions)


def test_statements_and_levels_read_at_fourteen() -> None:
    assert reading_grade(text for item in ITEMS for text in words_read(item)) <= HARDEST_GRADE
