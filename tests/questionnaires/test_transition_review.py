"""What must hold of the review of a move: each side asked what it can answer, and its numbers fit each other."""

from datetime import date

import pytest

from audit_app.questionnaires.model import Item
from audit_app.responses.fitting import remarks
from audit_app.responses.model import Answer
from audit_app.responses.visibility import hidden_items, shown_items
from tests.questionnaires.reading import shipped_questionnaire

QUESTIONNAIRE = shipped_questionnaire("transition-review")
ITEMS = QUESTIONNAIRE.items_by_id
TODAY = date(2026, 11, 2)
SENDING = {"before_next_schools", "before_ways", "after_news"}
RECEIVING = {"before_feeder_schools", "passed_on_used", "curriculum_start", "after_weeks"}


def side(code: str) -> dict[str, Answer]:
    return {"before_side": Answer(option=code)}


def number(value: float) -> Answer:
    return Answer(value=float(value))


def remarked(**answers: Answer) -> set[tuple[str, str]]:
    """(item, grade) of what the checks say, whichever side it is."""
    given = {**side("special"), **answers}
    return {(one.item, one.grade) for one in remarks(QUESTIONNAIRE, given, TODAY)}


def levels_shown(code: str) -> list[Item]:
    return [item for item in shown_items(QUESTIONNAIRE, side(code)) if item.kind == "level"]


def test_it_follows_the_pupil_from_before_the_move_to_who_answers_for_it() -> None:
    assert [section.id for section in QUESTIONNAIRE.sections] == [
        "before",
        "talk",
        "passed-on",
        "curriculum",
        "after",
        "accountability",
    ]


def test_it_has_eighteen_levels_of_which_each_side_is_asked_most() -> None:
    assert sum(item.kind == "level" for item in QUESTIONNAIRE.items) == 18
    assert len(levels_shown("primary")) == 15
    assert len(levels_shown("secondary")) == 16


@pytest.mark.parametrize("code", ["primary", "secondary", "all_through", "special"])
def test_every_section_asks_every_side_for_two_levels_or_more(code: str) -> None:
    shown = levels_shown(code)
    for section in QUESTIONNAIRE.sections:
        assert sum(item in shown for item in section.items) >= 2


def test_the_side_comes_first_and_has_to_be_said() -> None:
    first = next(QUESTIONNAIRE.items)
    assert (first.id, first.required, first.allow_not_applicable, first.allow_prefer_not_to_say) == (
        "before_side",
        True,
        False,
        False,
    )


def test_a_primary_is_not_asked_what_only_the_new_school_knows() -> None:
    assert hidden_items(QUESTIONNAIRE, side("primary")) >= RECEIVING
    assert not hidden_items(QUESTIONNAIRE, side("primary")) & SENDING


def test_a_secondary_is_not_asked_what_only_the_old_school_knows() -> None:
    assert hidden_items(QUESTIONNAIRE, side("secondary")) >= SENDING
    assert not hidden_items(QUESTIONNAIRE, side("secondary")) & RECEIVING


@pytest.mark.parametrize("code", ["all_through", "special"])
def test_a_school_on_both_sides_is_asked_both(code: str) -> None:
    assert not hidden_items(QUESTIONNAIRE, side(code)) & (SENDING | RECEIVING)


def test_the_heart_of_it_is_asked_of_everyone() -> None:
    for name in ("talk_each", "talk_questions", "accountability_named", "accountability_owed"):
        assert ITEMS[name].visible_if is None
    assert ITEMS["talk_each"].text == "Staff of both schools talk about each pupil who moves."


def test_no_more_pupils_can_be_talked_about_than_moved() -> None:
    assert ("talk_held", "error") in remarked(talk_moved=number(60), talk_held=number(61))
    assert remarked(talk_moved=number(60), talk_held=number(60)) == set()
    assert remarked(talk_held=number(60)) == set()


def test_when_some_pupils_were_not_talked_about_it_asks_how_that_was_decided() -> None:
    some = {"talk_moved": number(60), "talk_held": number(12)}
    assert remarked(**some) == {("talk_held", "information")}
    assert "talk_which" not in hidden_items(QUESTIONNAIRE, some)


@pytest.mark.parametrize("held", [0, 60])
def test_it_does_not_ask_which_pupils_when_it_was_all_or_none(held: int) -> None:
    assert "talk_which" in hidden_items(QUESTIONNAIRE, {"talk_moved": number(60), "talk_held": number(held)})


def test_the_length_of_the_talks_is_asked_where_there_were_any() -> None:
    assert "talk_minutes" in hidden_items(QUESTIONNAIRE, {"talk_held": number(0)})
    assert "talk_minutes" not in hidden_items(QUESTIONNAIRE, {"talk_held": number(1)})


@pytest.mark.parametrize(
    ("item", "wrong", "unlikely"),
    [
        ("before_feeder_schools", 0, 101),
        ("before_next_schools", 0, 61),
        ("talk_moved", 0, 601),
    ],
)
def test_a_count_that_cannot_be_is_an_error_and_one_that_is_rare_a_question(
    item: str, wrong: int, unlikely: int
) -> None:
    assert (item, "error") in remarked(**{item: number(wrong)})
    assert (item, "warning") in remarked(**{item: number(unlikely)})
    assert remarked(**{item: number(3)}) == set()


def test_schools_are_not_counted_in_halves() -> None:
    assert ("before_feeder_schools", "error") in remarked(before_feeder_schools=number(2.5))


def test_the_last_meeting_lies_in_the_past_and_an_old_one_is_remarked_on() -> None:
    assert remarked(accountability_last_met=Answer(value="2026-11-03")) == {("accountability_last_met", "error")}
    assert remarked(accountability_last_met=Answer(value="2025-10-01")) == {("accountability_last_met", "information")}
    assert ("accountability_last_met", "warning") in remarked(accountability_last_met=Answer(value="2002-06-15"))
    assert remarked(accountability_last_met=Answer(value="2026-06-15")) == set()


def test_nobody_knows_stands_alone() -> None:
    some = {"talk_moved": number(60), "talk_held": number(12)}
    assert ("talk_which", "error") in remarked(**some, talk_which=Answer(value=("needs", "unknown")))
    assert ("talk_which", "error") not in remarked(**some, talk_which=Answer(value=("unknown",)))
