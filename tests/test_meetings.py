"""The gardener's record of meetings, through the one door and on the command line; what momentum makes of it."""

import itertools
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from audit_app.questionnaires.library import shipped
from audit_app.responses.model import School
from audit_app.storage.memory import MemoryStore
from audit_app.verbs.meetings import LongNameError, LongNoteError, MeetingDayError, UnknownMeetingError
from audit_app.workspace import Workspace, summariser
from tests.test_cli import Terminal
from tests.test_cli import terminal as terminal

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture
def workspace() -> Workspace:
    """Alder and Birch have an audit here."""
    library, numbers = shipped(), itertools.count(1)
    store = MemoryStore(summariser(library), lambda: "laptop")
    made = Workspace(store, library, lambda: NOW, lambda: NOW, lambda: f"id{next(numbers)}")
    for school in (School(name="Alder", urn="100101"), School(name="Birch")):
        made.start_audit("partnership-health", "Autumn 2026", school)
    return made


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


# Recording


def test_a_joint_plan_is_no_school(workspace: Workspace) -> None:
    workspace.start_joint_plan("The Partnership", "2026", ["Alder", "Birch"])
    assert workspace.schools_met() == ("Alder", "Birch")


def test_schools_are_known_by_name_however_it_is_written_and_by_urn(workspace: Workspace) -> None:
    made = workspace.record_meeting(ago(3), [" birch ", "100101", "BIRCH", "", "Cedar  Tree"], "  Reading\n at Alder ")
    assert (made.schools, made.note) == (("Alder", "Birch", "Cedar Tree"), "Reading at Alder")
    assert workspace.record_meeting(ago(2), ["cedar tree"]).schools == ("Cedar Tree",)
    assert workspace.schools_met() == ("Alder", "Birch", "Cedar Tree")


def test_the_same_meeting_is_recorded_once(workspace: Workspace) -> None:
    first = workspace.record_meeting(ago(3), note="Reading")
    assert workspace.record_meeting(ago(3), note="Reading") == first
    assert workspace.record_meeting(ago(3), note="Rivers") != first
    assert len(workspace.meetings()) == 2


def test_the_latest_day_comes_first(workspace: Workspace) -> None:
    for days in (30, -10, 3):
        workspace.record_meeting(ago(days))
    assert [one.day for one in workspace.meetings()] == [ago(-10), ago(3), ago(30)]


def test_a_removed_meeting_can_be_put_back_as_it_was(workspace: Workspace) -> None:
    made = workspace.record_meeting(ago(3), ["Alder"], "Reading")
    gone = workspace.remove_meeting(made.id)
    assert (gone, workspace.meetings()) == (made, ())
    workspace.put_meeting_back(gone)
    workspace.put_meeting_back(gone)
    assert workspace.meetings() == (made,)
    with pytest.raises(UnknownMeetingError, match="meetings list"):
        workspace.remove_meeting("m99")


def test_what_can_not_be_is_refused_and_nothing_is_kept(workspace: Workspace) -> None:
    for day in (date(1206, 11, 22), date(2206, 11, 22)):
        with pytest.raises(MeetingDayError, match="Check the year"):
            workspace.record_meeting(day)
    with pytest.raises(LongNoteError, match="201 characters"):
        workspace.record_meeting(TODAY, note="a" * 201)
    with pytest.raises(LongNameError):
        workspace.record_meeting(TODAY, ["a" * 201])
    assert workspace.meetings() == ()


# What momentum makes of it


def test_momentum_counts_meetings_and_asks_for_the_next_one(workspace: Workspace) -> None:
    for days in (40, 70, 100):
        workspace.record_meeting(ago(days))
    found = workspace.momentum_here()
    assert found.meetings is not None
    assert (found.meetings.usual_days, found.meetings.next_by) == (30, ago(10))
    assert "Fix the day of the next meeting" in {task.title for task in found.tasks}


def test_a_school_whose_first_audit_is_younger_than_a_meeting_did_not_miss_it(workspace: Workspace) -> None:
    for days in (10, 40):
        workspace.record_meeting(ago(days), ["Alder"])
    assert not [one for one in workspace.momentum_here().signals if one.kind == "absent"]


def events(workspace: Workspace) -> dict[str, tuple[date, str]]:
    content = workspace.reminders(workspace.momentum_here())
    return {
        str(one["SUMMARY"]): (one.decoded("DTSTART"), str(one.get("DESCRIPTION", "")))
        for one in Calendar.from_ical(content).walk("VEVENT")
    }


def test_the_calendar_reminds_when_the_usual_interval_will_have_passed(workspace: Workspace) -> None:
    for days in (10, 40, 70):
        workspace.record_meeting(ago(days))
    day, notes = events(workspace)["Fix the day of the next meeting"]
    assert day == ago(-20)
    assert "usually 30 days" in notes


def test_a_planned_meeting_stands_in_the_calendar_instead(workspace: Workspace) -> None:
    for days in (10, 40, 70, -4):
        workspace.record_meeting(ago(days), note="At Birch")
    found = events(workspace)
    assert found["Meeting of the partnership"] == (ago(-4), "At Birch")
    assert "Fix the day of the next meeting" not in found


# On the command line; days gone by whenever this runs


def said(terminal: Terminal, *words: object) -> str:
    code, out, err = terminal.run(*words)
    assert (code, err) == (0, "")
    return out


def listed(terminal: Terminal) -> list[dict[str, object]]:
    found = terminal.json("meetings", "list")
    assert isinstance(found, list)
    return found


def test_meetings_are_added_listed_and_removed(terminal: Terminal) -> None:
    kept = said(terminal, "meetings", "add", "2024-10-09", "--school", "Alder", "--note", "Reading.")
    assert "Kept: 9 October 2024, Alder: Reading." in kept
    assert "Nothing else is known here of “Alder”" in kept
    made = terminal.json("meetings", "add", "11/11/2024", "--school", "Alder", "--school", "Birch")
    assert isinstance(made, dict)
    assert (made["day"], made["schools"], made["unknown_schools"]) == ("2024-11-11", ["Alder", "Birch"], ["Birch"])
    found = listed(terminal)
    assert [(one["day"], one["schools"], one["note"]) for one in found] == [
        ("2024-11-11", ["Alder", "Birch"], ""),
        ("2024-10-09", ["Alder"], "Reading."),
    ]
    assert "2024-10-09" in said(terminal, "meetings", "list")
    assert "Removed: 11 November 2024, Alder, Birch." in said(terminal, "meetings", "remove", found[0]["id"])
    assert listed(terminal) == found[1:]


def test_an_empty_list_says_how_to_begin(terminal: Terminal) -> None:
    terminal.run("meetings", "add", "2024-10-09")
    terminal.run("meetings", "remove", listed(terminal)[0]["id"])
    assert "meetings add DATE" in said(terminal, "meetings", "list")


def test_what_is_no_day_is_wrong_usage_and_what_can_not_be_one_is_a_sentence(terminal: Terminal) -> None:
    assert terminal.run("meetings", "add", "someday")[0] == 2
    assert "Check the year" in terminal.refused("meetings", "add", "1206-10-09")
    assert "meetings list" in terminal.refused("meetings", "remove", "m99")


def test_momentum_says_what_is_recorded(terminal: Terminal) -> None:
    for day in ("2024-09-01", "2024-10-01", "2024-10-31"):
        terminal.run("meetings", "add", day)
    document = terminal.json("momentum")
    assert isinstance(document, dict)
    assert document["meetings"]["usual_days"] == 30
    assert "Meetings recorded: 3. The last was on 31 October 2024." in said(terminal, "momentum")


def test_meetings_go_along_in_the_backup(terminal: Terminal, tmp_path: Path) -> None:
    terminal.run("meetings", "add", "2024-10-09")
    terminal.run("backup", "--to", tmp_path / "all.zip")
    terminal.data = tmp_path / "other"
    assert "1 meeting came along." in said(terminal, "restore", tmp_path / "all.zip")
    assert [one["day"] for one in listed(terminal)] == ["2024-10-09"]
