"""Disclosure: nobody who sees everything that is shown can tell what a colleague said, nor what is withheld."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import audit_app.results as results_package
from audit_app.questionnaires.model import Questionnaire, Section
from audit_app.responses.model import Answer
from audit_app.responses.survey import Group, Response, Terms
from audit_app.results.suppression import withheld_by_size
from audit_app.results.survey_model import SurveyResults, SurveyStatus
from audit_app.results.survey_results import survey_results_of
from audit_app.results.survey_table import Blank, Cell
from tests.builders import MORNING, SCALE, a_questionnaire, a_section, an_audit, an_item, some_terms
from tests.examples import examples
from tests.results.adversary import World, answers_known, answers_known_to_a_colleague, every_table, values_known

THREE = SCALE[:3]
LEVELS: Sequence[Cell] = ("1", "2", "3")


def asks(items: int, **changes: object) -> Questionnaire:
    return a_questionnaire(a_section(items=items, scale=THREE), scale=THREE, mode="survey", **changes)


def rows(group: str, *given: str, first: int = 0, comments: dict[str, str] | None = None) -> list[Response]:
    """A response for each word, a digit for each item; a dot gives nothing."""
    return [
        Response(
            id=f"{first + at:032x}",
            group=group,
            given=MORNING.date(),
            answers={
                f"purpose_{letter}": Answer(option=digit)
                for letter, digit in zip("abcdefgh", digits, strict=False)
                if digit != "."
            },
            comments=comments or {},
        )
        for at, digits in enumerate(given)
    ]


def terms(minimum: int = 3, **sizes: int) -> Terms:
    groups = tuple(Group(id=group, title=group.title(), invited=size) for group, size in sizes.items())
    return some_terms(groups=groups, minimum=minimum)


def results(
    questionnaire: Questionnaire,
    said: Terms,
    responses: Sequence[Response],
    status: SurveyStatus = "closed",
    absent: int = 0,
) -> SurveyResults:
    return survey_results_of(an_audit(questionnaire), questionnaire, said, responses, 1, status, absent)


# Every table that could lie behind what is shown


WORLDS: Mapping[str, Callable[[], World]] = {
    "one item, two groups of three": lambda: every_table(asks(1), {"a": 3, "b": 3}, LEVELS),
    "one item, groups of four and three, answers missing": lambda: every_table(
        asks(1), {"a": 4, "b": 3}, (*LEVELS, Blank.MISSING)
    ),
    "one item, three groups, one below the minimum": lambda: every_table(asks(1), {"a": 3, "b": 3, "c": 2}, LEVELS),
    "two items, five colleagues": lambda: every_table(asks(2), {"a": 5}, LEVELS),
    "two items of two levels, groups of four": lambda: every_table(asks(2), {"a": 4, "b": 4}, LEVELS[:2]),
}
LARGER: Mapping[str, Callable[[], World]] = {
    "two items, a group below the minimum": lambda: every_table(asks(2), {"a": 3, "b": 2}, LEVELS),
    "two items, two groups of three": lambda: every_table(asks(2), {"a": 3, "b": 3}, LEVELS),
    "three items of two levels": lambda: every_table(asks(3), {"a": 3, "b": 2}, LEVELS[:2]),
}


@cache
def searched(world: str) -> World:
    """Looked at, and never changed."""
    return WORLDS[world]()


@pytest.mark.parametrize("world", WORLDS)
def test_no_answer_and_no_withheld_value_can_be_told(world: str) -> None:
    _is_safe(searched(world))


@pytest.mark.slow
@pytest.mark.parametrize("world", LARGER)
def test_none_can_be_told_of_up_to_six_colleagues_and_three_items(world: str) -> None:
    _is_safe(LARGER[world]())


def test_groups_are_shown_in_the_worlds_that_are_searched() -> None:
    shown = map(SurveyResults.model_validate_json, searched("two items of two levels, groups of four").cases)
    assert any(group.score is not None for one in shown for section in one.sections for group in section.groups)


def _is_safe(world: World) -> None:
    assert answers_known(world) == []
    assert answers_known_to_a_colleague(world) == []
    assert values_known(world) == []


def test_the_adversary_finds_what_is_told_where_nothing_is_withheld(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit_app.results.suppression.UNLIKE", 0)
    world = every_table(asks(1), {"a": 3, "b": 3}, LEVELS)
    assert answers_known(world)
    assert answers_known_to_a_colleague(world)


def test_only_disclosure_turns_responses_into_anything() -> None:
    readers = [
        path.stem for path in Path(results_package.__path__[0]).glob("*.py") if "tabulate" in path.read_text("utf-8")
    ]
    assert sorted(readers) == ["disclosure", "survey_table"]


# What is withheld with what


def test_groups_below_the_minimum_are_withheld_with_the_next_smallest() -> None:
    assert withheld_by_size({"teachers": 10, "support": 6, "leaders": 2}, 5) == {"leaders", "support"}
    assert withheld_by_size({"teachers": 10, "support": 3, "leaders": 2}, 5) == {"leaders", "support"}
    assert withheld_by_size({"teachers": 10, "leaders": 1}, 5) == {"teachers", "leaders"}
    assert withheld_by_size({"teachers": 10, "support": 6}, 5) == frozenset()
    assert withheld_by_size({"teachers": 10, "leaders": 0}, 5) == frozenset()


SPREAD = ("1231", "2312", "3123", "1321", "2133", "3212")


def test_a_withheld_group_has_no_value_and_a_reason() -> None:
    given_ = [*rows("teachers", *SPREAD), *rows("leaders", "1234", "3111", first=100)]
    found = results(asks(4), terms(teachers=8, leaders=2), given_)
    assert found.sections[0].score is not None
    assert [group.score for group in found.sections[0].groups] == [None, None]
    assert "smaller group" in str(found.sections[0].groups[0].reason)
    assert "fewer than 3" in str(found.sections[0].groups[1].reason)
    assert [(rate.responses, rate.invited) for rate in found.response_rate] == [(6, 8), (2, 2)]
    assert found.gaps == ()


def test_groups_that_differ_enough_are_shown() -> None:
    given_ = [*rows("teachers", *SPREAD), *rows("leaders", *SPREAD, "3331", first=100)]
    groups = results(asks(4), terms(teachers=8, leaders=9), given_).sections[0].groups
    assert all(group.score is not None and group.agreement is not None for group in groups)


def test_a_group_of_one_mind_is_withheld_and_so_is_the_other() -> None:
    of_one_mind = [f"2{word[1:]}" for word in SPREAD]
    given_ = [*rows("teachers", *SPREAD), *rows("leaders", *of_one_mind, first=100)]
    groups = results(asks(4), terms(teachers=8, leaders=9), given_).sections[0].groups
    assert [group.score for group in groups] == [None, None]
    assert len({group.reason for group in groups}) == 1, "which of them it was is not said"


def test_an_item_that_all_answer_alike_is_withheld_with_another() -> None:
    given_ = rows("teachers", "3123", "3131", "3212", "3122", "3213", "3131", "3112")
    found = results(asks(4), terms(teachers=9), given_)
    withheld = [item.id for item in found.items if item.score is None]
    assert "purpose_a" in withheld
    assert 2 <= len(withheld) < 4
    assert found.sections[0].score is not None
    assert found.sections[0].agreement is None
    assert found.sections[0].reliability is None
    assert {item.reason for item in found.items if item.score is None} != {None}


def test_an_item_that_weighs_otherwise_can_not_hide_among_the_rest() -> None:
    section = Section(
        id="purpose",
        title="Purpose",
        items=(an_item("purpose_a", THREE, weight=2), *(an_item(f"purpose_{one}", THREE) for one in "bcd")),
    )
    asked = a_questionnaire(section, scale=THREE, mode="survey")
    given_ = rows("teachers", "3123", "3231", "3312", "3122", "3213", "3331", "3112")
    found = results(asked, terms(teachers=9), given_)
    assert (found.sections[0].score, found.sections[0].distribution) == (None, None)
    assert all(item.score is None for item in found.items)


# When there is nothing to see


def test_there_are_no_results_while_a_wave_is_open() -> None:
    found = results(asks(4), terms(teachers=9), rows("teachers", *SPREAD), status="open")
    assert "still open" in str(found.reason)
    assert (found.n, found.items[0].score, found.sections[0].score) == (6, None, None)
    assert found.response_rate[0].rate == 0.67


def test_results_wait_for_every_response_that_counts() -> None:
    found = results(asks(4), terms(teachers=9), rows("teachers", *SPREAD), absent=1)
    assert found.status == "incomplete"
    assert "6 of the 7" in str(found.reason)
    assert found.sections[0].score is None


def test_fewer_than_the_minimum_are_nobody() -> None:
    found = results(asks(4), terms(5, teachers=9), rows("teachers", *SPREAD[:4]))
    assert found.reason == "Fewer than 5 colleagues have answered, so no results are shown."


# Comments


def commented(count: int, minimum: int = 3, item: str = "purpose_a") -> SurveyResults:
    silent = rows("teachers", *SPREAD, first=50)
    given_ = [one for at in range(count) for one in rows("teachers", "123", first=at, comments={item: f"Word {at}."})]
    return results(asks(4), terms(minimum, teachers=20), [*silent, *given_])


def test_comments_wait_until_enough_colleagues_wrote() -> None:
    assert commented(2).comments == ()
    assert "Fewer than 3 colleagues wrote" in str(commented(2).comments_reason)
    assert {(one.text, one.item) for one in commented(3).comments} == {(f"Word {at}.", "purpose_a") for at in range(3)}


def test_a_lone_comment_on_an_item_loses_its_item() -> None:
    lone = rows("leaders", "123", first=90, comments={"purpose_b": "Nobody told me."})
    three = [one for at in range(3) for one in rows("teachers", "123", first=at, comments={"purpose_a": f"Word {at}."})]
    found = results(asks(4), terms(teachers=9, leaders=2), [*lone, *three, *rows("teachers", *SPREAD, first=50)])
    said = next(one for one in found.comments if one.text == "Nobody told me.")
    assert (said.item, said.section) == (None, "purpose")
    assert "leaders" not in {name for one in found.comments for name in one.model_dump()}


# The same wave always says the same

levels = st.sampled_from(["1", "2", "3", "."])
people = st.tuples(st.sampled_from(["teachers", "leaders", "support"]), st.lists(levels, min_size=4, max_size=4))


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(people, min_size=1, max_size=14), st.randoms(use_true_random=False))
def test_the_order_of_responses_changes_nothing(drawn: list[tuple[str, list[str]]], chance: object) -> None:
    given_ = [
        one
        for at, (group, digits) in enumerate(drawn)
        if any(digit != "." for digit in digits)
        for one in rows(group, "".join(digits), first=at)
    ]
    said = terms(teachers=9, leaders=9, support=9)
    mixed = list(given_)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert results(asks(4), said, given_) == results(asks(4), said, mixed)


@settings(max_examples=examples(100), deadline=None)
@given(st.lists(people, min_size=3, max_size=14))
def test_what_is_withheld_is_none_with_a_reason(drawn: list[tuple[str, list[str]]]) -> None:
    given_ = [
        one
        for at, (group, digits) in enumerate(drawn)
        if any(digit != "." for digit in digits)
        for one in rows(group, "".join(digits), first=at)
    ]
    found = results(asks(4), terms(teachers=9, leaders=9, support=9), given_)
    groups = [group for section in found.sections for group in section.groups]
    parts = [(one.score, one.reason) for one in found.sections] + [(one.score, one.reason) for one in found.items]
    assert all((score is None) == (why is not None) for score, why in [*parts, *((g.score, g.reason) for g in groups)])
    for section in found.sections:
        shown = [group for group in section.groups if group.score is not None]
        hidden = [group for group in section.groups if group.score is None and group.n]
        assert len(hidden) != 1 or not shown
        assert all(group.n >= 3 for group in shown)
