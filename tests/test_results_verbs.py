"""Results beyond one audit, through the one door and on the command line."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from audit_app.cli import app
from audit_app.questionnaires.library import shipped
from audit_app.responses.model import Answer
from audit_app.results.survey_model import SurveyResults
from audit_app.workspace import Workspace
from tests.builders import a_school, some_terms
from tests.test_surveys import an_installation

HEALTH, STAFF = "partnership-health", "partnership-health-staff"
ITEMS = [item.id for item in shipped().get(STAFF).items]


@pytest.fixture
def laptop() -> Workspace:
    return an_installation()


def a_self_audit(laptop: Workspace, wave: str, level: int) -> str:
    audit = laptop.start_audit(HEALTH, wave, a_school())
    for item in shipped().get(HEALTH).items:
        laptop.answer(audit, item.id, Answer(option=str(level)))
    return audit


def a_survey(laptop: Workspace, wave: str, low: int) -> str:
    survey = laptop.open_survey(STAFF, wave, a_school(), some_terms(teachers=20))
    for number in range(9):
        answers = {item: Answer(option=str(low + (number + place) % 3 % 2)) for place, item in enumerate(ITEMS)}
        laptop.hand_in(survey, "teachers", answers, {})
    laptop.close_survey(survey)
    return survey


def test_a_self_audit_stands_beside_the_survey_of_the_same_items(laptop: Workspace) -> None:
    audit, survey = a_self_audit(laptop, "Autumn 2026", 4), a_survey(laptop, "Autumn 2026", 1)
    views = laptop.views(audit)
    assert views is not None
    assert laptop.views(survey) == views
    assert {view.more_hopeful for view in views.sections} == {"leaders"}


def test_each_wave_is_compared_with_the_first(laptop: Workspace) -> None:
    first = a_self_audit(laptop, "Spring 2026", 2)
    second = a_self_audit(laptop, "Autumn 2026", 3)
    assert laptop.trend(first) is None
    found = laptop.trend(second)
    assert found is not None
    assert (found.baseline, found.latest) == ("Spring 2026", "Autumn 2026")
    assert {section.called for section in found.sections} == {"higher"}


def test_surveys_have_a_trend_of_their_own(laptop: Workspace) -> None:
    a_survey(laptop, "Spring 2026", 1)
    found = laptop.trend(a_survey(laptop, "Autumn 2026", 3))
    assert found is not None
    assert {section.called for section in found.sections} == {"higher"}


def test_a_wave_that_is_open_has_no_trend(laptop: Workspace) -> None:
    a_survey(laptop, "Spring 2026", 1)
    running = laptop.open_survey(STAFF, "Autumn 2026", a_school(), some_terms())
    assert laptop.trend(running) is None
    assert laptop.views(running) is None


def test_another_schools_waves_are_no_baseline(laptop: Workspace) -> None:
    other = laptop.start_audit(HEALTH, "Spring 2026", a_school("Another School"))
    laptop.answer(other, ITEMS[0], Answer(option="1"))
    assert laptop.trend(a_self_audit(laptop, "Autumn 2026", 3)) is None


def test_any_results_are_of_either_kind(laptop: Workspace) -> None:
    assert isinstance(laptop.any_results(a_survey(laptop, "Autumn 2026", 1)), SurveyResults)
    audit = a_self_audit(laptop, "Autumn 2026", 3)
    assert laptop.any_results(audit) == laptop.results(audit)


def test_a_survey_suggests_priorities_as_a_self_audit_does(laptop: Workspace) -> None:
    survey = a_survey(laptop, "Autumn 2026", 1)
    first = laptop.suggestions(survey)[0]
    assert laptop.adopt(survey, first).priorities[0].title == first.title


# On the command line


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    assert CliRunner().invoke(app, ["--data", str(folder), "demo", "--schools", "1"]).exit_code == 0
    return folder


def printed(demo: Path, *words: str) -> str:
    found = CliRunner().invoke(app, ["--data", str(demo), *words])
    assert found.exit_code == 0, found.output
    return found.output


def test_the_results_of_a_survey_are_printed_with_who_answered(demo: Path) -> None:
    text = printed(demo, "results", "demo-01-staff-summer-2026")
    assert "Leaders" in text
    assert "(survey, closed)" in text


def test_the_document_of_a_survey_has_the_keys_that_others_read(demo: Path) -> None:
    document = json.loads(printed(demo, "results", "demo-01-staff-summer-2026", "--json"))
    assert {"audit", "questionnaire", "n", "invited", "response_rate", "sections", "items", "gaps", "balance"} <= {
        *document
    }
    assert document["mode"] == "survey"
    assert {"id", "score", "n", "missing", "distribution", "agreement", "groups", "reason"} <= {
        *document["sections"][0]
    }


def test_an_open_survey_says_that_results_wait(demo: Path) -> None:
    assert "still open" in printed(demo, "results", "demo-01-pulse-autumn-2026")


def test_the_trend_is_a_document_of_its_own(demo: Path) -> None:
    document = json.loads(printed(demo, "trend", "demo-01-summer-2026", "--json"))
    assert document["trend"]["baseline"] == "Spring 2026"
    assert document["evidence"]["share"] is not None
    assert document["views"]["survey"] == "demo-01-staff-summer-2026"
    assert "Spring 2026" in printed(demo, "trend", "demo-01-summer-2026")
