"""Scores: what counts, what does not, and figures worked out by hand."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_app.questionnaires.model import ResponseOption, Section
from audit_app.responses.model import Answer
from audit_app.responses.standing import standings
from audit_app.results.audit_results import results_of
from audit_app.results.model import SectionResult
from audit_app.results.scores import section_result, section_score, to_two_decimals
from tests.builders import (
    NOT_APPLICABLE,
    PREFER_NOT_TO_SAY,
    SCALE,
    a_questionnaire,
    a_section,
    an_audit,
    an_entry,
    an_item,
    answers,
    level,
    stands,
    whole_section,
)


def result(items: int, levels: list[Answer | int], evidence: tuple[str, ...] = ()) -> SectionResult:
    """Of a section with so many items whose first ones were answered like this."""
    section = a_section(items=items)
    given = dict(zip((item.id for item in section.items), levels, strict=False))
    return section_result(a_questionnaire(section), section, stands(given, evidence=evidence))


def test_a_score_is_the_mean_of_the_levels() -> None:
    assert result(4, [1, 2, 4, 4]).score == 2.75  # 11 / 4


def test_a_score_has_two_decimals() -> None:
    assert result(7, [2, 2, 2, 2, 2, 2, 1]).score == 1.86  # 13 / 7 = 1.857…


def test_a_half_goes_up() -> None:
    assert result(8, [2, 2, 2, 2, 2, 2, 2, 3]).score == 2.13  # 17 / 8 = 2.125
    assert to_two_decimals(Fraction(1005, 1000)) == 1.01


def test_what_does_not_apply_leaves_the_items_to_be_counted() -> None:
    found = result(4, [3, 3, NOT_APPLICABLE, NOT_APPLICABLE])
    assert (found.score, found.n, found.not_applicable, found.missing) == (3, 2, 2, 0)


def test_a_score_needs_half_of_the_items_that_apply() -> None:
    assert result(4, [4, 4]).score == 4
    assert result(4, [4]).score is None
    assert result(7, [4, 4, 4]).score is None
    assert result(7, [4, 4, 4, NOT_APPLICABLE]).score == 4  # three of six


def test_missing_and_preferred_not_to_say_do_not_count_yet_stay_among_the_items() -> None:
    found = result(4, [4, PREFER_NOT_TO_SAY, PREFER_NOT_TO_SAY])
    assert (found.score, found.n, found.missing, found.prefer_not_to_say) == (None, 1, 1, 2)


def test_why_there_is_no_score_is_said_in_a_sentence() -> None:
    assert result(7, [4, 4]).reason == (
        "Only 2 of the 7 items that apply have an answer that counts; a score needs at least 4."
    )
    assert result(7, []).reason == "No item has an answer that counts; a score needs at least 4."
    assert result(2, [NOT_APPLICABLE, NOT_APPLICABLE]).reason == "None of its items applies to this school."
    assert result(4, [1, 2]).reason is None


def test_every_level_is_in_the_distribution_in_the_order_of_the_scale() -> None:
    assert list(result(4, [3, 3, 1, 4]).distribution.items()) == [("1", 1), ("2", 0), ("3", 2), ("4", 1)]


def test_evidence_is_counted_once_for_each_answer_that_counts() -> None:
    shown = ("purpose_a", "purpose_a", "purpose_b", "purpose_d")
    assert result(4, [3, 3, 1, NOT_APPLICABLE], shown).evidenced == 2


def test_answers_that_differ_count_in_no_score() -> None:
    section = a_section(items=2)
    rivals = [an_entry({"option": code}, device=code, field="answer") for code in ("1", "4")]
    everything = standings([*rivals, *answers({"purpose_b": 3})])
    found = section_result(a_questionnaire(section), section, everything)
    assert (found.score, found.n, found.contested, found.missing) == (3, 1, 1, 0)


def test_an_option_that_the_item_does_not_offer_counts_as_missing() -> None:
    found = result(2, [3, level(9)])
    assert (found.score, found.n, found.missing) == (3, 1, 1)


def test_an_option_without_a_score_is_counted_apart() -> None:
    scale = (*SCALE, ResponseOption(code="cannot_tell", label="I cannot tell"))
    section = a_section(items=2, scale=scale)
    found = section_result(
        a_questionnaire(section, scale=scale), section, stands({"purpose_a": 2, "purpose_b": level("cannot_tell")})
    )
    assert (found.score, found.n, found.unscored, found.missing) == (2, 1, 1, 0)
    assert found.distribution["cannot_tell"] == 1


def test_a_weight_and_a_reversed_item_count_as_their_author_meant() -> None:
    heavy, reversed_one = an_item("heavy", weight=3), an_item("turned", reverse=True)
    section = Section(id="purpose", title="Purpose", items=(heavy, reversed_one))
    found = section_result(a_questionnaire(section), section, stands({"heavy": 4, "turned": 4}))
    assert found.score == 3.25  # (3 × 4 + 1 × 1) / 4


def test_an_item_in_words_is_not_counted_at_all() -> None:
    words = an_item("words", kind="text", descriptors={}, actions=())
    section = Section(id="purpose", title="Purpose", items=(an_item("level"), words))
    found = section_result(a_questionnaire(section), section, stands({"level": 4}))
    assert (found.score, found.items, found.missing) == (4, 1, 0)


def test_an_item_that_skip_logic_hides_is_kept_out() -> None:
    items = (an_item("first"), an_item("second", visible_if="${first} = '4'"))
    section = Section(id="purpose", title="Purpose", items=items)
    questionnaire = a_questionnaire(section)
    found = results_of(an_audit(questionnaire), questionnaire, stands({"first": 3, "second": 1}), "draft")
    assert (found.sections[0].score, found.sections[0].items, len(found.items)) == (3, 1, 1)
    shown = results_of(an_audit(questionnaire), questionnaire, stands({"first": 4, "second": 1}), "draft")
    assert (shown.sections[0].score, shown.sections[0].items) == (2.5, 2)


def test_nothing_weighs_nothing() -> None:
    assert section_score([(4, 0)], applicable=1) is None


given_answers = st.one_of(
    st.integers(1, 4), st.sampled_from([NOT_APPLICABLE, PREFER_NOT_TO_SAY, level("9")]), st.none()
)


@given(st.lists(given_answers, min_size=1, max_size=8))
def test_every_item_is_accounted_for_and_a_score_lies_on_the_scale(given: list[Answer | int | None]) -> None:
    section = a_section(items=len(given))
    said = {item.id: one for item, one in zip(section.items, given, strict=True) if one is not None}
    found = section_result(a_questionnaire(section), section, stands(said))
    parts = (found.n, found.unscored, found.missing, found.not_applicable, found.prefer_not_to_say, found.contested)
    assert sum(parts) == found.items
    assert (found.score is None) == (found.reason is not None)
    assert found.score is None or 1 <= found.score <= 4


@pytest.mark.parametrize("levels", [[1, 2, 3, 4], [4, 3, 2, 1]])
def test_the_order_of_answers_changes_nothing(levels: list[int]) -> None:
    section = a_section(items=4)
    said = whole_section("purpose", levels)
    forwards = section_result(a_questionnaire(section), section, stands(said))
    backwards = section_result(a_questionnaire(section), section, stands(dict(reversed(said.items()))))
    assert forwards == backwards
