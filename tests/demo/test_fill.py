"""Filling a data folder: in one step, and without touching what the user has set."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from audit_app.app import open_workspace
from audit_app.demo.fill import OwnAuditsError, fill
from audit_app.questionnaires.library import shipped
from audit_app.responses.surveying import StillOpenError
from audit_app.storage.memory import MemoryStore
from audit_app.storage.protocol import Settings
from audit_app.workspace import Workspace, summariser
from tests.builders import a_school

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def in_memory(days: list[datetime] | None = None) -> Workspace:
    """On the last of the days."""
    library = shipped()
    store = MemoryStore(summariser(library), lambda: "device")
    return Workspace(store, library, lambda: days[-1] if days else NOW, lambda: NOW, lambda: "id")


@pytest.fixture(scope="module")
def filled() -> Workspace:
    """The demo, for tests that only look at it."""
    workspace = in_memory()
    fill(workspace)
    return workspace


EIGHT_SCHOOLS = {
    "partnership-health": 22,
    "partnership-health-staff": 3,
    "partnership-pulse": 22,
    "provision-audit": 8,
}


def of_each(workspace: Workspace) -> dict[str, int]:
    """How many audits and surveys there are of each questionnaire."""
    return dict(sorted(Counter(line.questionnaire for line in workspace.audits()).items()))


def test_the_folder_holds_the_partnership_and_the_user_is_one_of_its_heads(filled: Workspace) -> None:
    assert of_each(filled) == EIGHT_SCHOOLS
    assert filled.settings().person == "Nadia Whitlock"


def test_the_schools_have_a_joint_plan_in_which_the_users_own_has_a_part(filled: Workspace) -> None:
    (line,) = filled.joint_plans()
    plan = filled.plan(line.id)
    assert (len(plan.schools), len(plan.priorities)) == (8, 3)
    assert filled.own_name_in(line.id) == "Foxglove Lane Primary School (demo)"
    assert all(one.actions for one in filled.parts(line.id))
    assert [one.day.title for one in filled.due_here() if one.joint]
    assert filled.joint_suggestions()


def test_some_areas_are_common_issues_and_some_wishes_and_offers_find_nobody(filled: Workspace) -> None:
    found = filled.compare_here("provision-audit")
    assert 4 <= len(found.common_issues) <= len(found.sections) / 2
    assert {True, False} == {bool(one.offered_by) for one in found.wishes}
    assert {True, False} == {bool(one.wanted_by) for one in found.offers}


def test_one_school_alone_has_no_joint_plan() -> None:
    workspace = in_memory()
    fill(workspace, 1)
    assert workspace.joint_plans() == ()


def test_filling_again_another_day_changes_nothing() -> None:
    days = [NOW]
    workspace = in_memory(days)
    fill(workspace, 2)
    before = workspace.audits()
    days.append(NOW + timedelta(days=3))
    fill(workspace, 2)
    assert workspace.audits() == before


def test_settings_that_were_made_already_stay() -> None:
    workspace = in_memory()
    workspace.keep_settings(Settings(school=a_school("Our own"), person="Ann"))
    fill(workspace, 2)
    assert workspace.settings().person == "Ann"
    assert of_each(workspace)["partnership-health"] == 6


def test_the_demo_does_not_mix_with_audits_of_ones_own() -> None:
    workspace = in_memory()
    workspace.start_audit("partnership-health", "Autumn 2026", a_school())
    with pytest.raises(OwnAuditsError, match="an audit of your own"):
        fill(workspace)
    assert len(workspace.audits()) == 1


def test_eight_schools_are_on_the_disk(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    try:
        fill(workspace)
        assert of_each(workspace) == EIGHT_SCHOOLS
    finally:
        workspace.close()


def test_every_audit_gives_the_same_results_at_a_partner_school(filled: Workspace) -> None:
    """Drafts, rivals, reopened and submitted ones; scores only, so without words, authors and history."""
    ours, theirs = filled, in_memory()
    for line in ours.audits():
        if line.mode == "survey":
            continue
        bundle = ours.export(line.id, "scores")
        theirs.apply_import(theirs.plan_import([(f"{line.id}.json", bundle)]))
        assert theirs.results(line.id).model_dump_json() == ours.results(line.id).model_dump_json()
    assert len(theirs.audits()) == 30
    assert all(line.received for line in theirs.audits())


def test_every_closed_survey_says_the_same_at_a_partner_school_and_an_open_one_stays(filled: Workspace) -> None:
    ours, theirs = filled, in_memory()
    surveys = [line for line in ours.audits() if line.mode == "survey"]
    for line in surveys:
        if line.status == "draft":
            with pytest.raises(StillOpenError):
                ours.export(line.id, "scores")
            continue
        theirs.apply_import(theirs.plan_import([(f"{line.id}.json", ours.export(line.id, "comments"))]))
        assert theirs.survey_results(line.id) == ours.survey_results(line.id)
    assert len(theirs.audits()) == len(surveys) - 1 == 24
    assert all(line.received for line in theirs.audits())
