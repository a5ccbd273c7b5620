"""What must hold of the shorter self-audits, beside what every one keeps to (test_every_self_audit.py)."""

from itertools import pairwise

import pytest

from audit_app.questionnaires.model import Item, Questionnaire
from tests.questionnaires.reading import (
    HARDEST_GRADE,
    reading_grade,
    shipped_questionnaire,
    words_read,
)

NAMES = ("collaboration-levels", "transition-review", "readiness")
BESIDE = ("partnership-health", "partnership-pulse", "provision-audit")
"""Their actions may stand in one plan with these."""
LOW_LEVELS = ("1", "2")
FIRST = shipped_questionnaire("partnership-health")
"""35 items in an hour: the pace that its minutes promise, and so the one that a school knows."""

AUDITS = {name: shipped_questionnaire(name) for name in NAMES}
LEVELS = [(name, item) for name, audit in AUDITS.items() for item in audit.items if item.kind == "level"]

every_audit = pytest.mark.parametrize("audit", AUDITS.values(), ids=AUDITS)
every_level = pytest.mark.parametrize("item", [item for _, item in LEVELS], ids=[f"{n}-{i.id}" for n, i in LEVELS])


def levels_of(audit: Questionnaire) -> list[Item]:
    return [item for item in audit.items if item.kind == "level"]


@every_audit
def test_it_is_a_self_audit_in_english_and_a_first_version(audit: Questionnaire) -> None:
    assert (audit.version, audit.mode, audit.languages) == (1, "self_audit", ("en",))


@every_audit
def test_four_levels_score_one_to_four(audit: Questionnaire) -> None:
    assert [(option.code, option.score) for option in audit.scale] == [("1", 1), ("2", 2), ("3", 3), ("4", 4)]


@every_audit
def test_an_item_is_named_after_its_section(audit: Questionnaire) -> None:
    for section in audit.sections:
        assert section.intro
        assert all(item.id.startswith(section.id.replace("-", "_") + "_") for item in section.items)


@every_audit
def test_its_minutes_leave_as_long_for_a_level_as_the_first_audit_does(audit: Questionnaire) -> None:
    assert audit.minutes / len(levels_of(audit)) >= FIRST.minutes / len(levels_of(FIRST))


@every_audit
def test_only_its_levels_count(audit: Questionnaire) -> None:
    facts = [item for item in audit.items if item.kind != "level"]
    assert facts
    assert all(option.score is None for item in facts for option in audit.options_of(item))


@every_audit
def test_its_checks_have_all_three_grades(audit: Questionnaire) -> None:
    assert {one.grade for item in audit.items for one in item.checks} == {"error", "warning", "information"}


@every_level
def test_both_low_levels_have_a_first_step_that_needs_nobodys_leave(item: Item) -> None:
    for level in LOW_LEVELS:
        assert any(level in action.for_levels and action.leave == "none" for action in item.actions)
    for action in item.actions:
        assert set(action.for_levels) <= set(LOW_LEVELS)


@every_level
def test_its_actions_go_from_nobodys_leave_to_the_boards(item: Item) -> None:
    order = [("none", "head", "board").index(action.leave) for action in item.actions]
    assert all(one <= other for one, other in pairwise(order))


def test_no_action_or_item_is_taken_for_another() -> None:
    together = [*AUDITS.values(), *(shipped_questionnaire(name) for name in BESIDE)]
    actions = [action.id for audit in together for item in audit.items for action in item.actions]
    items = [item.id for audit in together for item in audit.items]
    assert len(actions) == len(set(actions))
    assert len(items) == len(set(items))


def test_no_two_texts_are_the_same() -> None:
    texts = [text for _, item in LEVELS for text in (*words_read(item), item.why, item.evidence_prompt)]
    texts += [text for _, item in LEVELS for action in item.actions for text in (action.text, action.first_step)]
    assert len(texts) == len(set(texts))


@every_audit
def test_statements_levels_and_actions_read_at_fourteen(audit: Questionnaire) -> None:
    assert reading_grade(text for item in levels_of(audit) for text in words_read(item)) <= HARDEST_GRADE
    steps = [action for item in levels_of(audit) for action in item.actions]
    assert reading_grade(text for step in steps for text in (step.text, step.first_step)) <= HARDEST_GRADE
