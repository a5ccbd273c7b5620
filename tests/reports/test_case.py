"""The case for working with other schools: one page, in the school's own words, claiming nothing that isn't known."""

import pytest

from audit_app.reports.case import Case, case_document
from audit_app.reports.pdf import render
from audit_app.responses.model import Answer
from tests.reports.hostile import HOSTILE
from tests.reports.papers import READINESS, a_case, chosen, given
from tests.reports.reading import read
from tests.reports.soundness import assert_sound


def words(case: Case) -> str:
    return " ".join(text for _, text in read(render(case_document(case))).said())


def test_the_answer_of_today_and_its_reasons_are_quoted() -> None:
    no = chosen("permission_answer", Answer(option="head_no"))
    why = chosen("permission_reasons", Answer(value=("rivals", "time")), minute=1)
    said = words(a_case((no, why)))
    assert "Whoever asks is told: “the head says no”." in said
    assert "The reasons given: “the others are rivals”; “there is no time”." in said


def test_barriers_are_the_lowest_of_each_section_in_the_school_s_own_words() -> None:
    said = words(a_case(given(READINESS, "1", "They said “never”.")))
    assert said.count("“They said ‘never’.”") >= 3
    assert "Permission The question was never put" in said


def test_steps_stand_by_whose_leave_they_need_that_of_nobody_first() -> None:
    said = words(a_case(given(READINESS, "1")))
    assert said.index("Nobody’s Write the case on one page") < said.index("The head’s Ask the head for a trial")
    assert "The board’s Ask the head to take the page to the board" in said


def test_it_claims_nothing_for_pupils_results() -> None:
    said = words(a_case(given(READINESS, "1")))
    assert "nothing here is proof that pupils’ results rise" in said
    assert "contested" in said


@pytest.mark.parametrize("level", ["1", "2", "3", "4"])
@pytest.mark.parametrize(
    "text", ["", "Short.", "A comment of a usual length, which says what was said and when. " * 60]
)
def test_it_fits_one_page(level: str, text: str) -> None:
    document = case_document(a_case(given(READINESS, level, text), "A long name of a school " * 8))
    assert assert_sound(render(document), document.blocks).pages == 1


def test_an_audit_without_answers_has_a_page_too() -> None:
    assert "Nothing has been answered yet." in words(a_case())


@pytest.mark.parametrize(
    "text", [text for text in HOSTILE.values() if text], ids=[name for name in HOSTILE if HOSTILE[name]]
)
def test_hostile_text_is_only_text_and_stays_on_the_page(text: str) -> None:
    safe = text.encode(errors="replace").decode()
    document = case_document(a_case(given(READINESS, "1", safe), safe[:200]))
    assert assert_sound(render(document), document.blocks).pages == 1


def test_the_same_audit_gives_the_same_bytes() -> None:
    assert render(case_document(a_case(given(READINESS, "1")))) == render(case_document(a_case(given(READINESS, "1"))))
