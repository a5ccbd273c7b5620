"""What must hold of the audit that schools are matched on: sixteen areas asked alike, plain levels, a way forward."""

import re

import pytest

from audit_app.questionnaires.model import Item, Section
from audit_app.responses.fitting import misfit, remarks
from audit_app.responses.model import Answer
from audit_app.responses.visibility import hidden_items
from audit_app.results.scores import section_result
from tests.builders import NOT_APPLICABLE, level, stands
from tests.questionnaires.reading import (
    HARDEST_GRADE,
    reading_grade,
    shipped_file,
    shipped_questionnaire,
    words_read,
)

FILE = shipped_file("provision-audit")
AUDIT = shipped_questionnaire("provision-audit")
ITEMS = tuple(AUDIT.items)
LEVELS = tuple(item for item in ITEMS if item.kind == "level")
ASKED_OF_AN_AREA = ("importance", "offer", "capacity", "want")
WORDS_A_MINUTE = 200
MINUTES_TO_AGREE_ON_A_LEVEL = 1.25
MINUTES_FOR_A_CHOICE = 0.2

every_area = pytest.mark.parametrize("area", AUDIT.sections, ids=lambda area: area.id)
every_level = pytest.mark.parametrize("item", LEVELS, ids=lambda item: item.id)
every_item = pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)


def prefix(area: Section) -> str:
    return area.id.replace("-", "_")


def levels_of(area: Section) -> tuple[str, ...]:
    return tuple(item.id for item in area.items if item.kind == "level")


def hidden(**answers: Answer) -> frozenset[str]:
    return hidden_items(AUDIT, answers)


def teaching(*ages: str) -> Answer:
    return Answer(value=ages)


def test_it_is_a_self_audit_in_english_and_a_first_version() -> None:
    assert (AUDIT.id, AUDIT.version, AUDIT.mode, AUDIT.languages) == ("provision-audit", 1, "self_audit", ("en",))


def test_its_time_covers_reading_the_levels_and_agreeing_on_each() -> None:
    reading = sum(len(text.split()) for item in LEVELS for text in words_read(item)) / WORDS_A_MINUTE
    agreeing = len(LEVELS) * MINUTES_TO_AGREE_ON_A_LEVEL
    choosing = (len(ITEMS) - len(LEVELS)) * MINUTES_FOR_A_CHOICE
    assert 0.8 * AUDIT.minutes <= reading + agreeing + choosing <= AUDIT.minutes


def test_every_area_of_provision_has_a_section() -> None:
    assert [area.id for area in AUDIT.sections] == [
        "curriculum",
        "reading",
        "numeracy",
        "send",
        "attendance",
        "transition",
        "post-16",
        "computing",
        "arts",
        "teacher-learning",
        "assessment",
        "pupil-voice",
        "families",
        "employers",
        "leadership",
        "finance",
    ]


@every_area
def test_an_areas_ids_follow_the_rule_that_matching_reads(area: Section) -> None:
    ids = [item.id for item in area.items if item.id != "ages_taught"]
    levels, asked = ids[:-4], ids[-4:]
    assert 1 <= len(levels) <= 2
    assert levels[0] == f"{prefix(area)}_level"
    assert all(re.fullmatch(rf"{prefix(area)}_([a-z]+_)?level", one) for one in levels)
    assert asked == [f"{prefix(area)}_{what}" for what in ASKED_OF_AN_AREA]
    assert list(levels_of(area)) == levels


@every_area
def test_every_area_is_asked_alike(area: Section) -> None:
    importance, offer, capacity, want = (AUDIT.items_by_id[f"{prefix(area)}_{what}"] for what in ASKED_OF_AN_AREA)
    assert [(one.kind, one.scale) for one in (importance, offer, want)] == [
        ("single", "importance"),
        ("single", "offer"),
        ("single", "want"),
    ]
    assert (capacity.kind, capacity.whole, capacity.required) == ("number", True, True)
    assert importance.visible_if is None
    assert area.intro


def test_the_codes_that_matching_reads_never_change() -> None:
    assert {name: [option.code for option in scale] for name, scale in AUDIT.scales.items()} == {
        "importance": ["0", "1", "2", "3"],
        "offer": ["no", "conditions", "yes"],
        "want": ["no", "later", "this_year"],
    }
    assert [(option.code, option.score) for option in AUDIT.scale] == [("1", 1), ("2", 2), ("3", 3), ("4", 4)]


@every_area
def test_only_levels_count_in_an_areas_score(area: Section) -> None:
    given = {one: level(4) for one in levels_of(area)} | {
        f"{prefix(area)}_importance": Answer(option="0"),
        f"{prefix(area)}_offer": Answer(option="no"),
        f"{prefix(area)}_want": Answer(option="no"),
    }
    found = section_result(AUDIT, area, stands(given))
    assert (found.score, found.n, found.items, found.missing) == (4, len(levels_of(area)), len(levels_of(area)), 0)


@every_area
def test_a_school_offers_help_from_level_three_on(area: Section) -> None:
    offer = f"{prefix(area)}_offer"
    assert offer not in hidden()
    assert offer in hidden(**{one: level(2) for one in levels_of(area)})
    for strong in levels_of(area):
        assert offer not in hidden(**({one: level(1) for one in levels_of(area)} | {strong: level(3)}))


@every_area
def test_a_school_at_the_top_level_is_not_asked_whether_it_wants_help(area: Section) -> None:
    want = f"{prefix(area)}_want"
    assert want not in hidden()
    assert want in hidden(**{one: level(4) for one in levels_of(area)})
    for weak in levels_of(area):
        assert want not in hidden(**({one: level(4) for one in levels_of(area)} | {weak: level(3)}))


@every_area
def test_how_many_schools_is_asked_of_those_who_could_help(area: Section) -> None:
    offer, capacity = f"{prefix(area)}_offer", f"{prefix(area)}_capacity"
    assert capacity in hidden()
    assert capacity in hidden(**{offer: Answer(option="no")})
    assert capacity not in hidden(**{offer: Answer(option="conditions")})
    assert capacity not in hidden(**{offer: Answer(option="yes")})
    withdrawn = {one: level(1) for one in levels_of(area)} | {offer: Answer(option="yes")}
    assert capacity in hidden(**withdrawn)


@pytest.mark.parametrize(
    ("schools", "grades"), [(0, ["error"]), (1, []), (5, []), (6, ["warning"]), (20, ["warning"]), (21, ["error"])]
)
@every_area
def test_between_one_school_and_twenty_can_be_helped(area: Section, schools: int, grades: list[str]) -> None:
    offer, capacity = f"{prefix(area)}_offer", f"{prefix(area)}_capacity"
    said = remarks(AUDIT, {offer: Answer(option="yes"), capacity: Answer(value=float(schools))})
    assert [one.grade for one in said if one.item == capacity] == grades


def test_half_a_school_cannot_be_helped() -> None:
    assert misfit(AUDIT, AUDIT.items_by_id["send_capacity"], Answer(value=1.5)) == "Give a whole number."


def test_post_16_is_asked_unless_a_school_teaches_younger_pupils_only() -> None:
    post_16 = {item.id for item in AUDIT.sections[6].items}
    assert post_16 & hidden(ages_taught=teaching("early_years", "primary")) == post_16
    for ages in (("secondary",), ("post_16",), ("primary", "secondary")):
        assert "post_16_level" not in hidden(ages_taught=teaching(*ages))
    assert "post_16_level" not in hidden()


def test_what_a_phase_may_not_have_can_be_not_applicable() -> None:
    free = {item.id for item in LEVELS if misfit(AUDIT, item, NOT_APPLICABLE) is None}
    assert free == {"reading_level", "post_16_level", "post_16_careers_level", "employers_level"}


@every_level
def test_both_low_levels_lead_to_an_action(item: Item) -> None:
    assert {level for action in item.actions for level in action.for_levels} == {"1", "2"}


@every_area
def test_each_area_has_a_first_step_that_needs_nobodys_leave(area: Section) -> None:
    assert any(action.leave == "none" for item in area.items for action in item.actions)


def test_action_ids_are_unlike_those_of_the_other_questionnaires() -> None:
    others = [shipped_questionnaire(name) for name in ("partnership-health", "partnership-pulse")]
    ids = [action.id for one in (AUDIT, *others) for item in one.items for action in item.actions]
    assert len(ids) == len(set(ids))


def test_no_two_ideas_are_the_same() -> None:
    ideas = [item.idea for item in LEVELS]
    assert len(ideas) == len(set(ideas))


def test_statements_and_levels_read_at_fourteen() -> None:
    assert reading_grade(text for item in LEVELS for text in words_read(item)) <= HARDEST_GRADE


@every_level
def test_no_level_item_alone_is_hard_to_read(item: Item) -> None:
    assert reading_grade(words_read(item)) <= HARDEST_GRADE
