"""The report for staff: what colleagues told, what is done about it, and what nobody may learn from it."""

import pytest

from audit_app.plans.model import Plan
from audit_app.reports.pdf import render
from audit_app.reports.staff import StaffReport, staff_document
from tests.reports.hostile import HOSTILE
from tests.reports.papers import a_staff_report, survey_results
from tests.reports.reading import read
from tests.reports.soundness import assert_sound


def words(report: StaffReport) -> str:
    return " ".join(text for _, text in read(render(staff_document(report))).said())


def test_a_section_has_its_score_its_margin_its_level_and_how_far_colleagues_agree() -> None:
    assert "Purpose 2.4 ± 0.3 Started Differently" in words(a_staff_report())


def test_only_answers_with_a_level_stand_in_the_bars_and_the_others_are_counted() -> None:
    said = words(a_staff_report())
    assert "Purpose: 11 “1 Not yet”, 35 “2 Started”, 38 “3 In place”, 2 “4 Part of how we work”" in said
    assert "Beside these, 16 answers were given without a level" in said


def test_a_group_that_is_withheld_everywhere_has_no_column() -> None:
    said = words(a_staff_report("Teachers"))
    assert "Section Teachers Purpose 2.4" in said
    assert "Not shown on their own, so that nobody can be recognised: Leaders." in said


def test_a_section_that_is_withheld_says_why() -> None:
    said = words(a_staff_report())
    assert "Self-interest – – Withheld –" in said
    assert "Self-interest: Withheld: too few answers." in said


def test_comments_stand_under_their_section_or_under_the_whole() -> None:
    said = words(a_staff_report(comments=2))
    assert "In your words What colleagues wrote" in said
    assert "Purpose • “There is no time.” On the survey as a whole • “There is no time.”" in said


def test_without_comments_the_reason_is_said() -> None:
    assert "Fewer than 5 colleagues wrote a comment" in words(a_staff_report(comments=0))


def test_the_plan_says_what_is_done_and_leaves_out_what_is_done_already() -> None:
    said = words(a_staff_report(priorities=1))
    assert "1. Priority 0 It will be better. Who leads: M. Okafor. By: 9 July 2027. • Ask." in said
    assert "Done with." not in said


def test_without_a_plan_there_are_lines_to_fill_in() -> None:
    assert "We will  Who leads it  You hear more on" in words(a_staff_report(plan=Plan()))


def test_while_a_survey_is_open_only_the_counts_are_said() -> None:
    results = survey_results("Secret", reason="The survey is still open.", sections=(), items=(), lowest=(), gaps=())
    said = words(a_staff_report(results=results))
    assert "12 of the 15 colleagues who were asked have answered" in said
    assert "No results yet. The survey is still open." in said
    assert "In your words" not in said


def test_one_colleague_has_answered_and_several_have() -> None:
    results = survey_results("Secret", reason="Too few.", n=1, sections=(), items=(), lowest=(), gaps=())
    assert "1 of the 15 colleagues who were asked has answered. Thank you." in words(a_staff_report(results=results))


def test_a_survey_that_came_without_its_terms_has_a_report_too() -> None:
    assert "How your answers were protected" in words(a_staff_report(terms=None))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_in_every_field_is_only_text(text: str) -> None:
    document = staff_document(a_staff_report(text.encode(errors="replace").decode()[:4000]))
    assert_sound(render(document), document.blocks)
