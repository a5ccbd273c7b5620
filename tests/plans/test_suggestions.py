"""Suggestions: which priorities the results speak for, and the words that say why."""

from audit_app.plans.suggestions import Suggestion, suggestions
from audit_app.questionnaires.model import Item, Questionnaire, Section, SuggestedAction
from audit_app.responses.model import Answer
from audit_app.results.audit_results import results_of
from tests.builders import a_partnership_questionnaire, a_questionnaire, an_audit, an_item, stands, whole_section

QUESTIONNAIRE = a_partnership_questionnaire()
MIDDLING = {
    **whole_section("purpose", [3, 3, 3, 2]),
    **whole_section("format", [3, 2, 2, 2]),
    **whole_section("management", [2, 1, 1, 2]),
    **whole_section("trust", [4, 4, 3, 4]),
    **whole_section("self-interest", [3, 2, 3, 3]),
}


def suggested(
    given: dict[str, Answer | int], questionnaire: Questionnaire = QUESTIONNAIRE, evidence: tuple[str, ...] = ()
) -> tuple[Suggestion, ...]:
    found = results_of(an_audit(questionnaire), questionnaire, stands(given, evidence=evidence), "submitted")
    return suggestions(questionnaire, found)


def everywhere(code: int) -> dict[str, Answer | int]:
    return {item.id: code for item in QUESTIONNAIRE.items}


def test_there_are_three_priorities_lowest_section_first() -> None:
    # management 1.5, format 2.25, then purpose and self-interest at 2.75: asked first, comes first
    assert [one.section for one in suggested(MIDDLING)] == ["management", "format", "purpose"]


def test_there_are_up_to_five_where_so_many_sections_are_low() -> None:
    assert len(suggested(everywhere(1))) == 5
    assert len(suggested({**everywhere(1), **whole_section("trust", [4, 4, 4, 4])})) == 4


def test_a_priority_is_the_lowest_items_of_its_section_three_at_most() -> None:
    assert suggested(MIDDLING)[0].items == ("management_b", "management_c", "management_a")
    assert suggested(MIDDLING)[1].items == ("format_b", "format_c", "format_d")


def test_the_reason_says_the_score_its_rank_and_the_evidence() -> None:
    assert suggested(MIDDLING, evidence=("management_a",))[0].why == (
        "Management scored 1.5, the lowest of five sections. 4 of 4 statements are at level 1 or 2; no evidence for 3."
    )


def test_equal_sections_are_called_equal() -> None:
    assert suggested(MIDDLING)[2].why.startswith("Purpose scored 2.8, the equal third lowest of five sections. 1 of 4")


def test_the_baseline_is_what_the_school_looks_like_now() -> None:
    assert suggested(MIDDLING)[0].baseline == (
        "Management: 1.5 out of 4. These statements stand at level 1 (Not yet), level 1 (Not yet) and level 2 "
        "(Started)."
    )


def test_the_target_is_one_level_up_and_says_what_that_makes_of_the_score() -> None:
    # 2 1 1 2 becomes 3 2 2 2: 9 / 4 = 2.25
    assert suggested(MIDDLING)[0].target == (
        "At the next audit each of these 3 statements is at least one level higher, which brings management from 1.5 "
        "to 2.3."
    )


def test_success_looks_like_the_next_level() -> None:
    assert suggested(MIDDLING)[0].criteria == ("management_b at 2.", "management_c at 2.", "management_a at 3.")


def test_the_title_says_what_is_to_be_true() -> None:
    assert suggested(MIDDLING)[0].title == "Management: this is true of management_b"


def test_actions_are_those_for_the_level_given_one_for_each_item_before_a_second() -> None:
    first = an_item("first", actions=(_action("quick", "1"), _action("slow", "1", "2")))
    second = an_item("second", actions=(_action("other", "2"),))
    found = suggested({"first": 1, "second": 2}, _of(first, second))
    assert [step.action for step in found[0].actions] == ["quick", "other", "slow"]
    later = suggested({"first": 2, "second": 2}, _of(first, second))
    assert [step.action for step in later[0].actions] == ["slow", "other"]


def _action(name: str, *levels: str) -> SuggestedAction:
    return SuggestedAction(id=name, text=f"{name}.", first_step="Begin.", for_levels=levels)


def _of(*items: Item) -> Questionnaire:
    return a_questionnaire(Section(id="purpose", title="Purpose", items=items))


def test_a_strong_school_is_offered_what_is_just_below_the_top() -> None:
    found = suggested({**everywhere(4), **whole_section("trust", [3, 4, 4, 4])})
    assert [(one.section, one.items) for one in found] == [("trust", ("trust_a",))]
    assert "None of 4 statements is at level 1 or 2" in found[0].why
    assert found[0].actions[0].text == "Agree what it would take to reach level 4 (How we work): trust_a at 4."


def test_nothing_is_suggested_where_nothing_is_answered_or_nothing_is_left_to_raise() -> None:
    assert suggested({}) == ()
    assert suggested(everywhere(4)) == ()


def test_a_section_with_too_few_answers_comes_last_and_says_so() -> None:
    found = suggested({**whole_section("purpose", [3, 3, 3, 3]), "format_a": 1})
    assert [one.section for one in found] == ["purpose", "format"]
    assert found[1].why.startswith(
        "Format has no score yet: 1 of its 4 statements counts. 1 of 4 statements is at level 1 or 2"
    )


def test_the_same_results_give_the_same_suggestions() -> None:
    assert suggested(MIDDLING) == suggested(dict(reversed(MIDDLING.items())))


def test_long_and_odd_texts_still_make_a_title_that_can_be_kept() -> None:
    item = an_item("long", text="SEN " + "x" * 3900)
    title = suggested({"long": 1}, _of(item))[0].title
    assert title.startswith("Purpose: SEN xx")
    assert len(title) <= 200
