"""A plan through the year, through the one door and on the command line: reviews, what is due, a calendar, ideas."""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from audit_app import cli
from audit_app.app import open_workspace
from audit_app.plans.model import Priority
from audit_app.plans.refusals import UnknownPriorityError
from audit_app.questionnaires.library import shipped
from audit_app.storage.memory import MemoryStore
from audit_app.workspace import Workspace, summariser
from tests.builders import a_school

FIRST_DAY = datetime(2026, 11, 2, 9, tzinfo=UTC)


class Year:
    """A workspace whose days go by."""

    def __init__(self) -> None:
        self.now = FIRST_DAY
        ids = (f"audit{number}" for number in range(1, 100))
        questionnaires = shipped()
        store = MemoryStore(summariser(questionnaires), lambda: "laptop")
        self.workspace = Workspace(store, questionnaires, lambda: self.now, lambda: self.now, lambda: next(ids))
        self.workspace.keep_settings(self.workspace.settings().model_copy(update={"school": a_school()}))

    def after(self, days: int) -> "Year":
        self.now += timedelta(days=days)
        return self

    @property
    def today(self) -> date:
        return self.now.date()


@pytest.fixture
def year() -> Year:
    return Year()


@pytest.fixture
def audit(year: Year) -> str:
    """With one priority, one action of it due in ten days."""
    audit = year.workspace.start_audit("readiness", "Autumn 2026", a_school())
    planned(year, audit, due=year.today + timedelta(days=10))
    return audit


def planned(year: Year, audit: str, due: date) -> Priority:
    one = year.workspace.add_priority(audit, "Read together").priorities[-1]
    action = year.workspace.add_action(audit, one.id, "Choose a book.").priorities[-1].actions[0]
    year.workspace.set_action(audit, one.id, action.id, {"due": due.isoformat(), "owner": "Ms Hill"})
    return year.workspace.plan(audit).priorities[-1]


def events(content: bytes) -> Iterator[tuple[str, str, date]]:
    for event in Calendar.from_ical(content).walk("VEVENT"):
        yield str(event["uid"]), str(event["summary"]), event.decoded("dtstart")


def test_before_the_first_review_nothing_has_changed_since(year: Year, audit: str) -> None:
    assert year.workspace.since_last_review(audit) is None


def test_after_a_review_what_has_changed_since_is_told(year: Year, audit: str) -> None:
    (priority,) = year.workspace.plan(audit).priorities
    (review,) = year.after(7).workspace.record_review(audit, year.today, "We began.")
    year.after(3).workspace.set_priority(audit, priority.id, {"rag": "amber", "halt": "on hold"})
    since = year.workspace.since_last_review(audit)
    assert since is not None
    assert since.review == review
    assert since.changes == ("Priority 1: on hold", "Priority 1 is amber: at risk")
    assert year.workspace.take_back_review(audit, review) == ()
    assert year.workspace.since_last_review(audit) is None


def test_what_is_due_is_that_of_the_schools_own_newest_plans(year: Year, audit: str) -> None:
    elsewhere = year.workspace.start_audit("readiness", "Autumn 2026", a_school("Elsewhere Primary"))
    planned(year, elsewhere, due=year.today)
    assert [(one.audit, one.day.text) for one in year.workspace.due_here()] == [(audit, "Choose a book.")]
    newer = year.after(30).workspace.start_audit("readiness", "Spring 2027", a_school())
    assert [one.audit for one in year.workspace.due_here()] == [audit]
    planned(year, newer, due=year.today)
    assert [one.audit for one in year.workspace.due_here()] == [newer]


def test_what_partners_sent_since_does_not_hide_what_is_due(year: Year, audit: str) -> None:
    for number in range(60):
        year.after(1).workspace.start_audit("readiness", f"Round {number}", a_school("Elsewhere Primary"))
    assert [one.audit for one in year.workspace.due_here()] == [audit]


def test_the_next_review_is_a_day_to_be_met(year: Year, audit: str) -> None:
    year.workspace.agree_next_review(audit, date(2027, 1, 11))
    assert [one.kind for one in year.workspace.open_days(audit)] == ["action", "review"]
    year.workspace.agree_next_review(audit, None)
    assert [one.kind for one in year.workspace.open_days(audit)] == ["action"]


def test_a_calendar_has_a_day_for_each_and_the_same_bytes_for_the_same_plan(year: Year, audit: str) -> None:
    year.workspace.agree_next_review(audit, date(2027, 1, 11))
    content = year.workspace.plan_calendar(audit)
    assert [found[1:] for found in events(content)] == [
        ("Due: Choose a book. (Ms Hill)", date(2026, 11, 12)),
        ("Review: Action plan", date(2027, 1, 11)),
    ]
    assert year.workspace.plan_calendar(audit) == content


def test_a_day_that_was_moved_moves_in_the_calendar_too(year: Year, audit: str) -> None:
    before = list(events(year.workspace.plan_calendar(audit)))
    (priority,) = year.workspace.plan(audit).priorities
    year.workspace.set_action(audit, priority.id, priority.actions[0].id, {"due": "2026-12-01", "text": "Choose two."})
    ((uid, title, day),) = events(year.workspace.plan_calendar(audit))
    assert (uid, title, day) == (before[0][0], "Due: Choose two. (Ms Hill)", date(2026, 12, 1))


def test_a_plan_without_days_makes_an_empty_calendar(year: Year) -> None:
    audit = year.workspace.start_audit("readiness", "Autumn 2026", a_school())
    assert list(events(year.workspace.plan_calendar(audit))) == []


def test_an_idea_becomes_an_action_with_its_first_step(year: Year, audit: str) -> None:
    (priority,) = year.workspace.plan(audit).priorities
    idea = year.workspace.ideas(audit, priority.id, leave="none")[0]
    plan = year.workspace.take_up(audit, priority.id, idea)
    last = plan.priorities[0].actions[-1]
    assert (last.text, last.first_step) == (idea.text, idea.first_step)


def test_ideas_for_a_priority_that_went_are_refused_in_a_sentence(year: Year, audit: str) -> None:
    with pytest.raises(UnknownPriorityError, match="perhaps it was removed"):
        year.workspace.ideas(audit, "gone")


class Terminal:
    """A folder on the disk with one plan, and commands on it."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.data, self._capsys, self._monkeypatch = data, capsys, monkeypatch
        workspace = open_workspace(data)
        self.today = workspace.today()
        workspace.keep_settings(workspace.settings().model_copy(update={"school": a_school()}))
        self.audit = workspace.start_audit("readiness", "Autumn 2026", a_school())
        one = workspace.add_priority(self.audit, "Read together").priorities[0]
        for text, days in (("Late.", -3), ("Soon.", 5), ("Later.", 90)):
            action = workspace.add_action(self.audit, one.id, text).priorities[0].actions[-1]
            due = (self.today + timedelta(days=days)).isoformat()
            workspace.set_action(self.audit, one.id, action.id, {"due": due})
        workspace.set_priority(
            self.audit,
            one.id,
            {"cost": "£400", "cost_actual": "£380", "milestones": [{"text": "Two visits", "term": "Spring 2027"}]},
        )
        workspace.record_review(self.audit, self.today, "We began.")
        workspace.close()

    def run(self, *words: object) -> str:
        self._monkeypatch.setattr(sys, "argv", ["audit-app", *map(str, words), "--data", str(self.data)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        said = self._capsys.readouterr()
        assert (int(ended.value.code or 0), said.err) == (0, "")
        return said.out


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 22 November 2026
    return Terminal(tmp_path / "data", capsys, monkeypatch)


def test_the_command_prints_the_life_of_the_plan(terminal: Terminal) -> None:
    printed = terminal.run("plan", terminal.audit)
    for words in ("Overdue\n", "action: Late.", "Due in the next 14 days\n", "so far £380", "Two visits", "We began."):
        assert words in printed
    document = json.loads(terminal.run("plan", terminal.audit, "--json"))
    assert [one["text"] for one in document["overdue"]] == ["Late."]
    assert [one["text"] for one in document["due_soon"]] == ["Soon."]
    assert [one["note"] for one in document["reviews"]] == ["We began."]


def test_the_command_writes_the_same_calendar_each_time(terminal: Terminal, tmp_path: Path) -> None:
    files = tmp_path / "one.ics", tmp_path / "two.ics"
    for file in files:
        terminal.run("plan", terminal.audit, "--ics", file)
    assert files[0].read_bytes() == files[1].read_bytes()
    assert [title for _, title, _ in events(files[0].read_bytes())] == ["Due: Late.", "Due: Soon.", "Due: Later."]


def test_what_is_due_can_be_asked_for_without_an_audit(terminal: Terminal) -> None:
    printed = terminal.run("due")
    assert "Late." in printed
    assert "Later." not in printed
    document = json.loads(terminal.run("due", "--json"))
    assert [(one["audit"], one["text"]) for one in document["due_soon"]] == [(terminal.audit, "Soon.")]
