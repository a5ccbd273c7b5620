"""A joint plan through the one door: it is kept, travels and is joined as an audit is, and nothing takes it for one."""

import itertools
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from audit_app.plans.joint import (
    AsksNothingError,
    NoPartError,
    NotAJointPlanError,
    TooFewSchoolsError,
    UnnamedPartnershipError,
)
from audit_app.plans.model import Plan
from audit_app.plans.refusals import PlanValueError
from audit_app.questionnaires.library import JOINT_PLAN, shipped
from audit_app.storage.folder import FolderStore
from audit_app.storage.memory import MemoryStore
from audit_app.storage.protocol import Store
from audit_app.sync.places.folder import FolderPlace
from audit_app.workspace import Workspace, summariser
from tests.builders import a_school

ASH, ELM, OAK = "Ash Primary", "Elm High", "Oak Special"
FIRST_DAY = datetime(2026, 11, 2, 9, tzinfo=UTC)
EIGHT_DAYS = 8 * 24 * 3600
Opening = Callable[..., "Partner"]


class Partner:
    """A school's workspace, in which a minute goes by at each look at the clock."""

    workspace: Workspace

    def __init__(self, name: str, now: datetime) -> None:
        self.name = name
        self._now = now

    def now(self) -> datetime:
        self._now += timedelta(minutes=1)
        return self._now

    def sends(self, plan: str) -> tuple[str, bytes]:
        return f"{self.name}.json", self.workspace.export(plan, "scores")

    def takes(self, file: tuple[str, bytes]) -> None:
        self.workspace.apply_import(self.workspace.plan_import([file]))

    def titles(self, plan: str) -> list[str]:
        return [one.title for one in self.workspace.plan(plan).priorities]


@pytest.fixture(params=["memory", "disk"])
def opening(request: pytest.FixtureRequest, tmp_path: Path) -> Opening:
    def opened(name: str, *, later: int = 0) -> Partner:
        library, device, ids = shipped(), name[:3].lower(), itertools.count()
        partner = Partner(name, FIRST_DAY + timedelta(seconds=later))
        store: Store = (
            MemoryStore(summariser(library), lambda: device)
            if request.param == "memory"
            else FolderStore(tmp_path / device, summariser(library), lambda: device, partner.now)
        )
        request.addfinalizer(store.close)
        partner.workspace = Workspace(store, library, partner.now, lambda: FIRST_DAY, lambda: f"{device}{next(ids)}")
        settings = partner.workspace.settings()
        partner.workspace.keep_settings(
            settings.model_copy(update={"school": a_school(name), "person": f"Head of {name}"})
        )
        return partner

    return opened


def begun(partner: Partner) -> str:
    """One priority that Ash leads, with an action for each of three schools."""
    workspace = partner.workspace
    plan = workspace.start_joint_plan("Wenlow Partnership", "2026–27", (ASH, ELM, OAK))
    priority = workspace.add_priority(plan, "Read together").priorities[0].id
    workspace.set_priority(plan, priority, {"school": ASH, "due": "2027-07-02"})
    actions = workspace.share_out(plan, priority, "Open a lesson.").priorities[0].actions
    for number, one in enumerate(actions):
        due = date(2026, 11, 9) + timedelta(weeks=number)
        workspace.set_action(plan, priority, one.id, {"due": due.isoformat()})
    return plan


def test_it_is_begun_with_a_name_a_time_and_two_schools(opening: Opening) -> None:
    workspace = opening(ASH).workspace
    plan = workspace.start_joint_plan("  Wenlow  Partnership ", "2026–27", (ASH, ELM))
    (line,) = workspace.joint_plans()
    assert (line.id, line.school.name, line.wave) == (plan, "Wenlow Partnership", "2026–27")
    assert workspace.plan(plan) == Plan(schools=(ASH, ELM))
    for name, time, error in ((" ", "2026", UnnamedPartnershipError), ("A", "", UnnamedPartnershipError)):
        with pytest.raises(error):
            workspace.start_joint_plan(name, time, (ASH, ELM))
    with pytest.raises(TooFewSchoolsError):
        workspace.start_joint_plan("A", "2026", (ASH,))
    assert len(workspace.joint_plans()) == 1


def test_schools_may_come_and_go_and_a_list_beyond_reason_is_refused(opening: Opening) -> None:
    ash = opening(ASH)
    workspace, ours = ash.workspace, begun(ash)
    assert workspace.name_schools(ours, (ASH, "Yew Infant")).schools == (ASH, "Yew Infant")
    with pytest.raises(PlanValueError):
        workspace.name_schools(ours, (ASH, "x" * 201))


def test_no_list_of_audits_and_no_comparison_takes_it_for_an_audit(opening: Opening) -> None:
    partner = opening(ASH)
    workspace = partner.workspace
    plan = begun(partner)
    assert workspace.audits() == ()
    assert workspace.contributions_here() == ((), ())
    assert workspace.contributions_in([partner.sends(plan)]) == ((), ())
    assert "Wenlow Partnership" not in workspace.momentum_here().model_dump_json()
    assert JOINT_PLAN not in {one.id for one in workspace.questionnaires()}
    with pytest.raises(AsksNothingError):
        workspace.start_audit(JOINT_PLAN, "2026", a_school(ASH))
    audit = workspace.start_audit("readiness", "2026", a_school(ASH))
    with pytest.raises(NotAJointPlanError):
        workspace.parts(audit)


def test_it_travels_whole_whatever_share_is_asked_for(opening: Opening) -> None:
    ash, elm = opening(ASH), opening(ELM)
    plan = begun(ash)
    elm.takes(ash.sends(plan))
    assert elm.workspace.plan(plan) == ash.workspace.plan(plan)
    assert elm.workspace.own_name_in(plan) == ELM
    assert [one.school for one in elm.workspace.parts(plan)] == [ASH, ELM, OAK]
    assert "The joint plan, whole" in elm.workspace.what_travels(plan, "scores")[0]


def test_every_school_signs_with_its_own_key_and_none_has_to_be_accepted(opening: Opening) -> None:
    ash, elm, oak = opening(ASH), opening(ELM, later=7), opening(OAK, later=13)
    plan = begun(ash)
    for one in (elm, oak):
        one.takes(ash.sends(plan))
        one.workspace.add_priority(plan, f"From {one.name}")
    for one in (elm, oak):
        planned = ash.workspace.plan_import([one.sends(plan)])
        assert [(each.school, each.trust, each.refused) for each in planned.senders] == [(one.name, "new", None)]
        ash.workspace.apply_import(planned)
    assert [one.school for one in ash.workspace.known_keys()] == [ELM, OAK]
    assert ash.titles(plan) == ["Read together", f"From {ELM}", f"From {OAK}"]


@pytest.mark.parametrize("first", [ELM, OAK])
def test_schools_report_on_their_own_parts_apart_and_all_of_it_comes_together(opening: Opening, first: str) -> None:
    ash, elm, oak = opening(ASH), opening(ELM, later=7), opening(OAK, later=13)
    plan = begun(ash)
    for one in (elm, oak):
        one.takes(ash.sends(plan))
        (priority,) = one.workspace.plan(plan).priorities
        own = next(each for each in priority.actions if each.school == one.name)
        one.workspace.set_action(plan, priority.id, own.id, {"state": "done", "owner": f"Head of {one.name}"})
    files = [one.sends(plan) for one in (elm, oak)]
    for file in files if first == ELM else files[::-1]:
        ash.takes(file)
    (priority,) = ash.workspace.plan(plan).priorities
    assert [(one.school, one.state, one.owner) for one in priority.actions] == [
        (ASH, "not started", ""),
        (ELM, "done", f"Head of {ELM}"),
        (OAK, "done", f"Head of {OAK}"),
    ]
    assert ash.workspace.plan_differences(plan) == ()


def test_two_wordings_that_were_said_unknowing_both_stand_until_a_person_chooses(opening: Opening) -> None:
    ash, elm = opening(ASH), opening(ELM, later=7)
    plan = begun(ash)
    elm.takes(ash.sends(plan))
    priority = ash.workspace.plan(plan).priorities[0].id
    ash.workspace.set_priority(plan, priority, {"target": "Every class by May."})
    elm.workspace.set_priority(plan, priority, {"target": "Half of them by June."})
    for one, other in ((ash, elm), (elm, ash)):
        one.takes(other.sends(plan))
    for one in (ash, elm):
        (found,) = one.workspace.plan_differences(plan)
        assert (found.subject, found.field) == (f"plan/{priority}", "target")
        assert {each.value for each in found.said} == {"Every class by May.", "Half of them by June."}
    assert ash.workspace.plan(plan) == elm.workspace.plan(plan)
    ours = next(one for one in found.said if one.by == f"Head of {ASH}")
    assert ash.workspace.choose_words(plan, ours.stamp).priorities[0].target == "Every class by May."
    assert ash.workspace.plan_differences(plan) == ()
    elm.takes(ash.sends(plan))
    assert elm.workspace.plan_differences(plan) == ()
    assert elm.workspace.plan(plan).priorities[0].target == "Every class by May."


def test_a_school_sees_its_own_part_as_due_and_a_gardener_all_of_it(opening: Opening) -> None:
    ash, elm, gardener = opening(ASH), opening(ELM), opening("Wenlow Partnership office")
    plan = begun(ash)
    for one in (elm, gardener):
        one.takes(ash.sends(plan))
    assert [(one.day.day.isoformat(), one.day.kind) for one in elm.workspace.due_here()] == [("2026-11-16", "action")]
    assert [one.day.kind for one in ash.workspace.due_here()] == ["action", "priority"]
    assert [one.day.school for one in gardener.workspace.due_here()] == [ASH, ELM, OAK, ASH]
    assert {(one.joint, one.title) for one in gardener.workspace.due_here()} == {(True, "Wenlow Partnership")}


def test_a_school_hears_that_others_are_late_only_where_the_late_part_is_not_its_own(opening: Opening) -> None:
    ash, elm, gardener = (
        opening(ASH),
        opening(ELM, later=EIGHT_DAYS),
        opening("Wenlow Partnership office", later=EIGHT_DAYS),
    )
    plan = begun(ash)
    assert not ash.workspace.others_are_late()
    for one in (elm, gardener):
        one.takes(ash.sends(plan))
    assert elm.workspace.others_are_late(), "Ash’s action was due on the 9th"
    assert not gardener.workspace.others_are_late(), "nothing is another’s to whom all of it is shown"


def test_the_next_years_joint_plan_takes_the_place_of_the_last_one(opening: Opening) -> None:
    ash = opening(ASH)
    begun(ash)
    newer = begun(ash)
    assert {one.audit for one in ash.workspace.due_here()} == {newer}


def test_a_school_can_have_the_days_of_its_part_alone(opening: Opening) -> None:
    ash = opening(ASH)
    plan = begun(ash)

    def events(school: str | None) -> list[str]:
        calendar = Calendar.from_ical(ash.workspace.plan_calendar(plan, school))
        return [str(one["summary"]) for one in calendar.walk("VEVENT")]

    assert events("elm HIGH") == [f"Due: Open a lesson. ({ELM})"]
    assert len(events(None)) == 4
    with pytest.raises(NoPartError):
        ash.workspace.plan_calendar(plan, "Yew")


def test_a_shared_place_gets_it_where_everything_goes_or_where_somebody_put_it(
    opening: Opening, tmp_path: Path
) -> None:
    ash, elm = opening(ASH), opening(ELM, later=7)
    plan = begun(ash)
    folder = tmp_path / "shared"
    folder.mkdir()
    place = FolderPlace(folder)
    assert ash.workspace.apply_sync(place, ash.workspace.plan_sync(place, "scores")).sent == ()
    (folder / "school-audit-joint-plan.json").write_bytes(ash.sends(plan)[1])
    elm.workspace.apply_sync(place, elm.workspace.plan_sync(place, "scores"))
    elm.workspace.add_priority(plan, "From Elm")
    sent = elm.workspace.apply_sync(place, elm.workspace.plan_sync(place, "scores")).sent
    assert [one.audit for one in sent] == [plan]
    ash.workspace.apply_sync(place, ash.workspace.plan_sync(place, "scores"))
    assert ash.titles(plan) == ["Read together", "From Elm"]
    assert [one.school for one in ash.workspace.known_keys()] == [ELM]


def test_a_whole_place_gets_it_at_once(opening: Opening, tmp_path: Path) -> None:
    ash = opening(ASH)
    plan = begun(ash)
    (tmp_path / "shared").mkdir()
    place = FolderPlace(tmp_path / "shared")
    assert [one.audit for one in ash.workspace.apply_sync(place, ash.workspace.plan_sync(place, "full")).sent] == [plan]


def test_it_can_be_removed_and_brought_back(opening: Opening) -> None:
    ash = opening(ASH)
    plan = begun(ash)
    before = ash.workspace.plan(plan)
    ash.workspace.remove_audit(plan)
    assert ash.workspace.joint_plans() == ()
    ash.workspace.bring_back(plan)
    assert ash.workspace.plan(plan) == before


def test_a_backup_holds_it(opening: Opening) -> None:
    ash, elm = opening(ASH), opening(ELM)
    plan = begun(ash)
    elm.workspace.apply_restore(elm.workspace.plan_restore(("backup.zip", ash.workspace.backup()[0])))
    assert elm.workspace.plan(plan) == ash.workspace.plan(plan)
