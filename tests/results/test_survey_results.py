"""What a survey says: figures by hand, everything accounted for, and quickly."""

import time
from collections.abc import Sequence
from random import Random

import pytest

from audit_app.plans.survey_suggestions import survey_suggestions
from audit_app.questionnaires.model import Questionnaire, ResponseOption
from audit_app.responses.model import Answer
from audit_app.responses.survey import Group, Response, Terms
from audit_app.results.survey_balance import survey_balance
from audit_app.results.survey_model import SurveyResults, SurveySection
from audit_app.results.survey_results import NotASurveyResultError, survey_results_of
from tests.builders import (
    FIVE,
    FORCES,
    MORNING,
    NOT_APPLICABLE,
    PREFER_NOT_TO_SAY,
    SCALE,
    a_questionnaire,
    a_section,
    an_audit,
    an_item,
    some_terms,
)

CANNOT_TELL = (*SCALE, ResponseOption(code="cannot_tell", label="I cannot tell"))
ONE = a_questionnaire(a_section(items=2, scale=CANNOT_TELL), scale=CANNOT_TELL, mode="survey")
STAFF = some_terms(groups=(Group(id="staff", title="Staff", invited=20),), minimum=5)


def a_colleague(number: int, group: str = "staff", **given: Answer | int) -> Response:
    answers = {name: one if isinstance(one, Answer) else Answer(option=str(one)) for name, one in given.items()}
    return Response(id=f"{number:032x}", group=group, given=MORNING.date(), answers=answers)


def results(questionnaire: Questionnaire, terms: Terms, responses: list[Response]) -> SurveyResults:
    return survey_results_of(an_audit(questionnaire), questionnaire, terms, responses, seed=1)


PAIRS = [(1, 2), (2, 3), (3, 4), (4, 2), (2, 1), (3, 3)]


def of_pairs(*more: Response) -> SurveyResults:
    given = [a_colleague(at, purpose_a=one, purpose_b=two) for at, (one, two) in enumerate(PAIRS)]
    return results(ONE, STAFF, [*given, *more])


def test_a_section_is_the_mean_of_what_colleagues_see() -> None:
    section = of_pairs().sections[0]
    # 1.5 2.5 3.5 3 1.5 3: 15 / 6; squares 1 + 0 + 1 + 0.25 + 1 + 0.25 = 3.5; s = √0.7; t(5) = 2.571; / √6: 0.878
    assert (section.score, section.n, section.margin) == (2.5, 6, 0.88)
    assert section.interval is not None
    assert (section.interval.low, section.interval.high) == (1.62, 3.38)
    assert section.distribution == {"1": 2, "2": 4, "3": 4, "4": 2, "cannot_tell": 0}


def test_an_item_has_its_mean_and_its_agreement() -> None:
    item = of_pairs().items[0]
    # 1 2 3 4 2 3: 15 / 6; s² = 5.5 / 5 = 1.1; 1 - 1.1 / 1.25 = 0.12; AD (1.5 + 0.5 + 0.5 + 1.5 + 0.5 + 0.5) / 6
    assert (item.score, item.n) == (2.5, 6)
    assert item.agreement is not None
    assert (item.agreement.r_wg, item.agreement.average_deviation) == (0.12, 0.83)
    assert item.agreement.sees == "very differently"


def test_every_answer_is_accounted_for() -> None:
    found = of_pairs(
        a_colleague(50, purpose_a=NOT_APPLICABLE, purpose_b=3),
        a_colleague(51, purpose_a=PREFER_NOT_TO_SAY, purpose_b=2),
        a_colleague(52, purpose_a=Answer(option="cannot_tell"), purpose_b=4),
        a_colleague(53, purpose_b=1),
    )
    item = found.items[0]
    assert (item.n, item.not_applicable, item.prefer_not_to_say, item.unscored, item.missing) == (6, 1, 1, 1, 1)
    section = found.sections[0]
    counted = sum((section.distribution or {}).values())
    blank = (section.missing or 0) + (section.not_applicable or 0) + (section.prefer_not_to_say or 0)
    assert counted + blank == 2 * 10
    assert section.n == 10  # one answer of two is half


def test_a_reversed_item_counts_the_other_way_round() -> None:
    section = a_section(items=2)
    turned = section.model_copy(update={"items": (section.items[0], an_item("purpose_b", reverse=True))})
    asked = a_questionnaire(turned, mode="survey")
    given = [a_colleague(at, purpose_a=one, purpose_b=5 - two) for at, (one, two) in enumerate(PAIRS)]
    assert results(asked, STAFF, given).sections[0].score == 2.5


def test_a_self_audit_is_no_survey() -> None:
    with pytest.raises(NotASurveyResultError, match="self-audit"):
        results(a_questionnaire(), STAFF, [])


def test_results_come_back_from_json() -> None:
    found = of_pairs()
    assert SurveyResults.model_validate_json(found.model_dump_json()) == found


# The balance of many


def a_section_of(name: str, score: float) -> SurveySection:
    return SurveySection(id=name, title=name, items=4, score=score)


def balance_of(rows: Sequence[tuple[float, ...]]) -> tuple[str | None, tuple[str, ...]]:
    questionnaire = a_questionnaire(*(a_section(name) for name in FIVE), balance=FORCES, mode="survey")
    means = [round(sum(column) / len(rows), 2) for column in zip(*rows, strict=True)]
    sections = [a_section_of(name, mean) for name, mean in zip(FIVE, means, strict=True)]
    found = survey_balance(questionnaire, sections, rows, FIVE, seed=1)
    assert found is not None
    return found.name, found.between


def test_a_name_that_other_colleagues_would_give_too_stands() -> None:
    assert balance_of([(3.0, 2.0, 2.0, 3.8, 2.0), (3.0, 2.2, 2.0, 3.9, 2.1)] * 10) == ("friendship", ())


def test_a_name_that_other_colleagues_might_change_is_too_close_to_call() -> None:
    # trust is 0.8 ahead on average, of four colleagues who are far apart
    apart = [(3.0, 2.0, 2.0, 3.9, 2.0), (3.0, 2.0, 2.0, 1.7, 2.0)] * 2
    assert balance_of(apart)[0] == "too close to call"
    assert "friendship" in balance_of(apart)[1]


def test_a_name_counts_from_one_sample_in_twenty_by_hand() -> None:
    # trust leads by 2 for one colleague, by 0.6 for the other: only samples of the other alone name no friendship.
    # Of two colleagues these are 1 in 4; with the first one twice they are 1 in 27
    first, other = (2.0, 2.0, 2.0, 4.0, 2.0), (2.0, 2.0, 2.0, 2.6, 2.0)
    assert balance_of([first, other]) == ("too close to call", ("balanced", "friendship"))
    assert balance_of([first, first, other]) == ("friendship", ())


# Suggestions


def test_the_lowest_statements_that_are_shown_are_suggested() -> None:
    (found,) = survey_suggestions(ONE, of_pairs())
    assert found.items == ("purpose_a", "purpose_b")
    assert "mean of 6 colleagues" in found.why
    assert found.baseline.startswith("Purpose: 2.5.")


def test_what_is_withheld_is_not_suggested() -> None:
    alike = [a_colleague(at, purpose_a=2, purpose_b=2) for at in range(6)]
    assert survey_suggestions(ONE, results(ONE, STAFF, alike)) == ()


# Speed


def test_five_hundred_responses_to_forty_items_take_less_than_two_seconds() -> None:
    questionnaire = a_questionnaire(*(a_section(name, 8) for name in FIVE), balance=FORCES, mode="survey")
    draw = Random(1)
    groups = tuple(Group(id=f"g{number}", title=f"Group {number}", invited=200) for number in range(3))
    given = [
        a_colleague(at, f"g{at % 3}", **{item.id: draw.randint(1, 4) for item in questionnaire.items})
        for at in range(500)
    ]
    started = time.process_time()
    assert results(questionnaire, some_terms(groups=groups), given).n == 500
    assert time.process_time() - started < 2
