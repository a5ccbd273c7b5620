"""A survey wave: what colleagues were told holds, who answered can’t be told, results that were seen never change."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from audit_app.questionnaires.model import Check, Questionnaire
from audit_app.responses import surveying
from audit_app.responses.model import Answer, Entry
from audit_app.responses.refusals import ReceivedError
from audit_app.responses.submission import status
from audit_app.responses.survey import (
    Group,
    IrreconcilableResponseError,
    Response,
    Terms,
    closed_with,
    counting,
    group_counts,
    is_erased,
    new_responses,
    terms_of,
)
from tests.builders import MORNING, a_clock, a_questionnaire, a_response, a_section, an_audit, some_terms, the_terms

TODAY = MORNING.date()
ASKED = a_questionnaire(mode="survey")
WAVE = an_audit(ASKED)
CLOCK = a_clock()


def opened(terms: Terms | None = None) -> tuple[Entry, ...]:
    return (the_terms(terms),)


# What colleagues are told


@pytest.mark.parametrize("nothing", ["purpose", "controller", "readers"])
def test_a_notice_leaves_nothing_unsaid(nothing: str) -> None:
    with pytest.raises(ValidationError):
        some_terms(**{nothing: "  "})


def test_the_smallest_group_is_never_under_three() -> None:
    with pytest.raises(ValidationError):
        some_terms(minimum=2)
    assert some_terms(minimum=3).minimum == 3


def test_two_groups_have_two_names() -> None:
    with pytest.raises(ValidationError, match="same name"):
        some_terms(groups=(Group(id="a", title="Staff", invited=5), Group(id="b", title="staff ", invited=5)))


def test_responses_are_kept_at_least_until_the_survey_closes() -> None:
    with pytest.raises(ValidationError, match="erased before"):
        some_terms(erase_after=TODAY)


def test_terms_are_read_back_as_they_were_put() -> None:
    assert terms_of(surveying.open_survey(WAVE, some_terms(), CLOCK, "Ann")) == some_terms()


def test_a_self_audit_is_no_survey() -> None:
    with pytest.raises(surveying.NotASurveyError):
        surveying.open_survey(an_audit(), some_terms(), CLOCK, "Ann")


def test_the_last_day_and_the_numbers_can_be_put_right() -> None:
    later = some_terms(teachers=11, closes=TODAY + timedelta(days=30))
    entries = (*opened(), *surveying.change_terms(WAVE, opened(), later, CLOCK, "Ann"))
    assert terms_of(entries) == later
    assert surveying.change_terms(WAVE, entries, later, CLOCK, "Ann") == ()


@pytest.mark.parametrize(
    "weaker",
    [
        {"minimum": 3},
        {"erase_after": TODAY + timedelta(days=999)},
        {"readers": "Everybody."},
        {"purpose": "Performance management."},
    ],
)
def test_what_colleagues_were_told_is_not_made_weaker(weaker: dict[str, object]) -> None:
    with pytest.raises(surveying.TermsChangedError):
        surveying.change_terms(WAVE, opened(), some_terms(**weaker), CLOCK, "Ann")


def test_a_group_that_was_invited_stays() -> None:
    without = some_terms(groups=(Group(id="teachers", title="Teachers", invited=9),))
    with pytest.raises(surveying.GroupGoneError, match="Leaders"):
        surveying.change_terms(WAVE, opened(), without, CLOCK, "Ann")


# What can be handed in


def handed_in(response: Response, questionnaire: Questionnaire = ASKED, days: int = 0) -> None:
    surveying.check_response(WAVE, questionnaire, opened(), response, TODAY + timedelta(days=days))


def test_a_response_says_nothing_about_who_where_and_when() -> None:
    response = surveying.a_response("0" * 32, "teachers", TODAY, {"purpose_a": Answer(option="3")}, {"purpose_a": " "})
    assert set(response.model_dump()) == {"id", "group", "given", "answers", "comments"}
    assert response.comments == {}
    handed_in(response)


def test_answers_stand_in_the_order_of_the_items_not_in_that_of_their_giving() -> None:
    given = {"purpose_b": Answer(option="3"), "purpose_a": Answer(option="1")}
    assert [*surveying.a_response("0" * 32, "teachers", TODAY, given, {}).answers] == ["purpose_a", "purpose_b"]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"group": "parents"}, "“parents”, which was not invited"),
        ({"answers": {"elsewhere": Answer(option="1")}}, "“elsewhere”, which this questionnaire doesn’t ask"),
        ({"answers": {"purpose_a": Answer(option="9")}}, "doesn’t fit"),
        ({"comments": {"elsewhere": "Words"}}, "comments on “elsewhere”"),
        ({"given": TODAY + timedelta(days=1)}, "its day is to come"),
    ],
)
def test_what_does_not_answer_the_survey_is_refused(changes: dict[str, object], why: str) -> None:
    with pytest.raises(surveying.ResponseRefusedError, match=why):
        handed_in(a_response().model_copy(update=changes))


def test_an_answer_that_a_check_calls_wrong_is_refused() -> None:
    never = a_section().items[0].model_copy(update={"checks": (Check(condition="false()", message="Never."),)})
    strict = a_questionnaire(a_section().model_copy(update={"items": (never,)}), mode="survey")
    with pytest.raises(surveying.ResponseRefusedError, match="Never"):
        handed_in(a_response(), strict)


def test_after_the_last_day_a_response_that_was_written_in_time_still_counts() -> None:
    handed_in(a_response(), days=20)
    late = a_response().model_copy(update={"given": TODAY + timedelta(days=20)})
    with pytest.raises(surveying.SurveyOverError, match="6 December 2026"):
        handed_in(late, days=20)


# The end


def test_a_wave_is_open_until_somebody_closes_it() -> None:
    responses = [a_response("a"), a_response("b", group="leaders")]
    assert (status(opened()), closed_with(opened()), counting(opened(), responses)) == ("draft", None, ())
    entries = (*opened(), *surveying.close_survey(opened(), responses, CLOCK, "Ann"))
    assert (status(entries), counting(entries, responses)) == ("submitted", tuple(responses))
    assert surveying.close_survey(entries, responses, CLOCK, "Ann") == ()
    with pytest.raises(surveying.SurveyClosedError):
        surveying.check_response(WAVE, ASKED, entries, a_response("c"), TODAY)


@given(st.permutations("abcdef"), st.integers(0, 6), st.integers(0, 6))
def test_results_that_were_seen_never_change_by_one_response(letters: list[str], first: int, second: int) -> None:
    """Two devices close the same wave with different responses; whoever has both counts those of the first closing."""
    handed = [a_response(letter) for letter in letters]
    one = surveying.close_survey(opened(), handed[:first], a_clock("laptop"), "Ann")
    other = surveying.close_survey(opened(), handed[:second], a_clock("tablet", MORNING + timedelta(hours=1)), "Ben")
    for entries in ((*opened(), *one, *other), (*other, *one, *opened())):
        assert {found.id for found in counting(entries, handed)} == {found.id for found in handed[:first]}


def test_an_erased_wave_takes_nothing_in_again() -> None:
    entries = (*opened(), *surveying.erase_survey(opened(), TODAY, CLOCK, "Ann"))
    assert is_erased(entries)
    with pytest.raises(surveying.SurveyErasedError):
        surveying.check_response(WAVE, ASKED, entries, a_response(), TODAY)


def test_a_copy_from_elsewhere_is_only_looked_at() -> None:
    copy = tuple(entry.model_copy(update={"redacted": True}) for entry in opened())
    for change in (
        lambda: surveying.close_survey(copy, (), CLOCK, "Ann"),
        lambda: surveying.erase_survey(copy, TODAY, CLOCK, "Ann"),
        lambda: surveying.check_response(WAVE, ASKED, copy, a_response(), TODAY),
    ):
        with pytest.raises(ReceivedError):
            change()


# Counting


def test_while_it_runs_only_how_many_answered_is_known() -> None:
    counts = group_counts(some_terms(), [a_response("a"), a_response("b"), a_response("c", group="leaders")])
    assert [(one.group.title, one.responses) for one in counts] == [("Teachers", 2), ("Leaders", 1)]


def test_two_copies_of_one_response_must_agree() -> None:
    known = {"a" * 32: a_response("a")}
    assert new_responses(known, [a_response("a"), a_response("b"), a_response("b")]) == (a_response("b"),)
    with pytest.raises(IrreconcilableResponseError):
        new_responses(known, [a_response("a", answer="1")])
