"""Over time, and beside one another: a change is one only where it is larger than its uncertainty."""

from collections.abc import Mapping
from datetime import date

from audit_app.questionnaires.model import Change, Questionnaire
from audit_app.questionnaires.versions import comparable_items
from audit_app.responses.model import Answer
from audit_app.responses.survey import Group, Response
from audit_app.results.audit_results import results_of
from audit_app.results.evidence import evidence_of
from audit_app.results.model import AuditResults
from audit_app.results.survey_model import SurveyResults
from audit_app.results.survey_results import survey_results_of
from audit_app.results.trend import Trend, Wave, trend_of
from audit_app.results.views import views_of
from tests.builders import (
    MORNING,
    a_questionnaire,
    a_section,
    an_audit,
    an_item,
    some_terms,
    stands,
    whole_section,
)

ASKED = a_questionnaire(a_section(items=4))
SURVEYED = a_questionnaire(a_section(items=4), id="small-survey", mode="survey")
STAFF = some_terms(groups=(Group(id="staff", title="Staff", invited=30),))


def audited(*levels: int, asked: Questionnaire = ASKED, wave: str = "Autumn 2026") -> AuditResults:
    audit = an_audit(asked, wave=wave, id=f"audit-{wave.lower().replace(' ', '-')}")
    return results_of(audit, asked, stands(whole_section("purpose", levels)), "submitted")


def surveyed(*people: str, asked: Questionnaire = SURVEYED, wave: str = "Autumn 2026") -> SurveyResults:
    """A response for each word, a digit for each item."""
    responses = [
        Response(
            id=f"{at:032x}",
            group="staff",
            given=MORNING.date(),
            answers={f"purpose_{letter}": Answer(option=one) for letter, one in zip("abcd", digits, strict=False)},
        )
        for at, digits in enumerate(people)
    ]
    audit = an_audit(asked, wave=wave, id=f"survey-{wave.lower().replace(' ', '-')}")
    return survey_results_of(audit, asked, STAFF, responses, seed=1)


def trend(*waves: Wave) -> Trend:
    found = trend_of(waves)
    assert found is not None
    return found


def wave(results: AuditResults | SurveyResults, *versions: Questionnaire) -> Wave:
    return Wave(results, versions[0], comparable_items(versions))


# Self-audits over time


def test_one_answer_by_one_level_is_no_clear_change() -> None:
    found = trend(wave(audited(2, 2, 2, 2, wave="Spring 2026"), ASKED), wave(audited(3, 2, 2, 2), ASKED))
    (section,) = found.sections
    assert (section.difference, section.uncertainty, section.called) == (0.25, 0.25, "no clear change")
    assert "no sampling error" in found.how


def test_two_answers_are_a_change() -> None:
    (section,) = trend(wave(audited(2, 2, 2, 2, wave="Spring 2026"), ASKED), wave(audited(3, 3, 2, 2), ASKED)).sections
    assert (section.difference, section.called) == (0.5, "higher")
    assert section.sentence == "Purpose is higher than in Spring 2026 (from 2.0 to 2.5, ± 0.3)."


def test_every_wave_between_has_its_point() -> None:
    waves = [wave(audited(level, level, level, level, wave=f"Wave {level}"), ASKED) for level in (1, 3, 2)]
    (section,) = trend(*waves).sections
    assert [point.score for point in section.points] == [1, 3, 2]
    assert section.difference == 1


def test_one_wave_has_no_trend() -> None:
    assert trend_of([wave(audited(2, 2, 2, 2), ASKED)]) is None


NEWER = ASKED.model_copy(
    update={"version": 2, "changes": {"purpose_d": Change(became="changed"), "purpose_a": Change(became="reworded")}}
)


def test_only_items_that_stayed_comparable_count() -> None:
    first = wave(audited(2, 2, 2, 4, wave="Spring 2026"), ASKED, NEWER)
    found = trend(first, wave(audited(2, 2, 2, 1, asked=NEWER), NEWER))
    (section,) = found.sections
    assert (section.items, section.difference, found.left_out) == (3, 0, ("purpose_d",))
    assert section.points[0].score == 2


def test_a_section_without_comparable_items_says_so() -> None:
    changed = {f"purpose_{letter}": Change(became="changed") for letter in "abcd"}
    newer = ASKED.model_copy(update={"version": 2, "changes": changed})
    first = wave(audited(2, 2, 2, 4, wave="Spring 2026"), ASKED, newer)
    (section,) = trend(first, wave(audited(2, 2, 2, 1, asked=newer), newer)).sections
    assert (section.called, section.reason) == (None, "None of its items stayed comparable.")


# Surveys over time

LOW = ("1212", "2121", "1122", "2211", "1221", "2112", "1321", "2213")
HIGH = ("3434", "4343", "3344", "4433", "3443", "4334", "3243", "4432")


def test_a_change_larger_than_chance_is_one() -> None:
    (section,) = trend(wave(surveyed(*LOW, wave="Spring 2026"), SURVEYED), wave(surveyed(*HIGH), SURVEYED)).sections
    assert section.called == "higher"
    assert section.uncertainty is not None
    assert (section.difference or 0) > section.uncertainty


def test_a_change_within_chance_is_none() -> None:
    again = ("1213", "2221", "1122", "2211", "1221", "2112", "1321", "2213")
    (section,) = trend(wave(surveyed(*LOW, wave="Spring 2026"), SURVEYED), wave(surveyed(*again), SURVEYED)).sections
    assert section.called == "no clear change"


def test_changed_items_leave_the_mean_of_the_others_with_an_error_that_is_rather_too_large() -> None:
    newer = SURVEYED.model_copy(update={"version": 2, "changes": {"purpose_d": Change(became="changed")}})
    first, last = surveyed(*LOW, wave="Spring 2026"), surveyed(*HIGH, asked=newer)
    (section,) = trend(wave(first, SURVEYED, newer), wave(last, newer)).sections
    assert (section.items, section.called) == (3, "higher")
    assert (section.points[0].margin or 0) >= (first.sections[0].margin or 0)


def test_a_withheld_wave_has_no_trend_and_says_why() -> None:
    alike = surveyed(*["2222"] * 8, wave="Spring 2026")
    (section,) = trend(wave(alike, SURVEYED), wave(surveyed(*HIGH), SURVEYED)).sections
    assert (section.points[0].score, section.called) == (None, None)
    assert "Spring 2026 has no score" in str(section.reason)


# Leaders beside colleagues


def test_leaders_who_see_more_than_colleagues_do_are_more_hopeful() -> None:
    views = views_of(ASKED, audited(4, 4, 4, 4), SURVEYED, surveyed(*LOW))
    (section,) = views.sections
    assert (section.self_audit, section.more_hopeful) == (4, "leaders")
    assert section.sentence.startswith("Leaders are more hopeful than colleagues (4.0 against")
    assert {view.more_hopeful for view in views.items} == {"leaders"}


def test_leaders_may_see_less() -> None:
    (section,) = views_of(ASKED, audited(1, 1, 1, 1), SURVEYED, surveyed(*HIGH)).sections
    assert section.more_hopeful == "colleagues"


def test_what_could_be_chance_is_about_the_same() -> None:
    (section,) = views_of(ASKED, audited(2, 1, 2, 2), SURVEYED, surveyed(*LOW)).sections
    assert section.more_hopeful is None
    assert "about the same" in section.sentence


def test_a_withheld_section_has_a_reason_and_no_difference() -> None:
    (section,) = views_of(ASKED, audited(2, 1, 2, 2), SURVEYED, surveyed(*["2222"] * 8)).sections
    assert (section.survey, section.difference, section.more_hopeful) == (None, None, None)
    assert "Withheld" in str(section.reason)


def test_sections_that_ask_something_else_are_not_compared() -> None:
    other = a_questionnaire(a_section(items=3), id="small-survey", mode="survey")
    views = views_of(ASKED, audited(4, 4, 4, 4), other, surveyed(*(word[:3] for word in LOW), asked=other))
    assert views.sections[0].reason == "The two questionnaires don’t ask the same in it."
    assert [view.id for view in views.items] == ["purpose_a", "purpose_b", "purpose_c"]


# Evidence

TODAY = MORNING.date()


def evidence(given: Mapping[str, int], shown: tuple[str, ...], today: date = TODAY) -> tuple[object, ...]:
    section = a_section(items=4)
    heavy = section.model_copy(update={"items": (an_item("purpose_a", weight=3), *section.items[1:])})
    asked = a_questionnaire(heavy)
    standing = stands(given, evidence=shown)
    found = evidence_of(asked, results_of(an_audit(asked), asked, standing, "draft"), standing, today)
    return found.share, found.sections[0].evidenced_score, found.unshown, found.stale, found.sentence


def test_evidence_is_weighed_as_the_score_is() -> None:
    given = whole_section("purpose", [4, 3, 2, 1])
    # weights 3 1 1 1: shown are 3 + 1 of 6; (3 · 4 + 1 · 2) / 4
    share, score, unshown, stale, said = evidence(given, ("purpose_a", "purpose_c"))  # type: ignore[arg-type]
    assert (share, score, unshown, stale) == (0.67, 3.5, ("purpose_b",), ())
    assert said == "67% of what the scores rest on has evidence."


def test_an_answer_of_more_than_a_year_ago_is_stale() -> None:
    given = {"purpose_a": 4, "purpose_b": 3}
    assert evidence(given, (), date(2027, 11, 22))[3] == ()
    assert evidence(given, (), date(2027, 11, 23))[3] == ("purpose_a", "purpose_b")
    assert "2 answers are more than a year old" in str(evidence(given, (), date(2028, 1, 1))[4])


def test_without_answers_there_is_nothing_to_rest_on() -> None:
    assert evidence({}, ())[:3] == (None, None, ())
