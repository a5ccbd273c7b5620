"""A plan through the year, on the screen: what is due at home and in the plan, reviews, the calendar file."""

import errno
from contextlib import AbstractAsyncContextManager
from datetime import date, timedelta

import pytest

from audit_app.storage.errors import KeepError
from audit_app.storage.memory import MemoryStore
from audit_app.ui import places
from audit_app.ui.components import drafts
from audit_app.ui.main import make_main
from audit_app.ui.screens import plan_days
from audit_app.ui.text import home as home_text
from audit_app.ui.text import plan as plan_text
from audit_app.ui.text import plan_life as text
from audit_app.workspace import Workspace
from tests.ui.harness import Window, headless, window_of
from tests.ui.screens.auditing import begun


@pytest.fixture(autouse=True)
def _without_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "PAUSE", 0.01)
    monkeypatch.setattr(plan_days, "PAUSE", 0.01)


@pytest.fixture
def audit(a_workspace: Workspace) -> str:
    """One action is three days late, one is due in five, one in ninety."""
    audit = begun(a_workspace)
    one = a_workspace.add_priority(audit, "Read together").priorities[0]
    for words, days in (("Ask the head.", -3), ("Choose a book.", 5), ("Look back.", 90)):
        action = a_workspace.add_action(audit, one.id, words).priorities[0].actions[-1]
        due = (a_workspace.today() + timedelta(days=days)).isoformat()
        a_workspace.set_action(audit, one.id, action.id, {"due": due, "owner": "Ms Hill"})
    return audit


def shown_plan(workspace: Workspace, audit: str) -> AbstractAsyncContextManager[Window]:
    return window_of(make_main(workspace), places.plan(audit))


@headless
async def test_home_says_what_is_overdue_and_due_soon_and_each_leads_there(a_workspace: Workspace, audit: str) -> None:
    async with window_of(make_main(a_workspace)) as shown:
        headings = [node.name for node in shown.nodes() if node.role == "heading"]
        assert headings.index(text.OVERDUE) < headings.index(text.DUE_SOON)
        assert not shown.find("button", "Look back.")
        assert shown.get("button", "Choose a book.")
        assert shown.says("27 November 2026 · action · Ms Hill")
        await shown.press("Ask the head.")
        await shown.settle()
        assert shown.get("heading", "Read together").level == 1
        assert shown.page.route == places.priority(audit, a_workspace.plan(audit).priorities[0].id)


@headless
async def test_days_that_are_called_alike_are_told_apart_aloud(a_workspace: Workspace, audit: str) -> None:
    one = a_workspace.add_priority(audit, "Write together").priorities[-1]
    action = a_workspace.add_action(audit, one.id, "Choose a book.").priorities[-1].actions[-1]
    due = (a_workspace.today() + timedelta(days=6)).isoformat()
    a_workspace.set_action(audit, one.id, action.id, {"due": due, "owner": "Mr Dale"})
    async with window_of(make_main(a_workspace)) as shown:
        names = [node.name for node in shown.find("button", "Choose a book.")]
        assert names == [
            "Choose a book. (27 November 2026 · action · Ms Hill)",
            "Choose a book. (28 November 2026 · action · Mr Dale)",
        ]
        assert shown.get("button", "Ask the head.").name == "Ask the head."


@headless
async def test_home_is_calm_where_nothing_is_due(a_workspace: Workspace) -> None:
    begun(a_workspace)
    async with window_of(make_main(a_workspace)) as shown:
        assert shown.says(home_text.IN_PROGRESS)
        assert not shown.says(text.OVERDUE)
        assert not shown.says(text.DUE_SOON)


@headless
async def test_what_rests_is_due_nowhere(a_workspace: Workspace, audit: str) -> None:
    one = a_workspace.plan(audit).priorities[0]
    a_workspace.set_priority(audit, one.id, {"halt": "on hold"})
    async with window_of(make_main(a_workspace)) as shown:
        assert not shown.says(text.OVERDUE)
        await shown.go(places.plan(audit))
        assert shown.says("On hold")
        assert shown.says(text.NO_DAYS)


@headless
async def test_more_late_days_than_home_shows_are_counted_and_open_below(a_workspace: Workspace, audit: str) -> None:
    one = a_workspace.plan(audit).priorities[0]
    for number in range(6):
        action = a_workspace.add_action(audit, one.id, f"Do {number}.").priorities[0].actions[-1]
        a_workspace.set_action(audit, one.id, action.id, {"due": "2026-01-01"})
    async with window_of(make_main(a_workspace)) as shown:
        assert len(shown.find("button", "Do ")) == 3
        await shown.press(text.and_more(4))
        assert len(shown.find("button", "Do ")) == 6


@headless
async def test_a_review_is_recorded_and_what_changed_since_is_shown(a_workspace: Workspace, audit: str) -> None:
    async with shown_plan(a_workspace, audit) as shown:
        assert shown.says(text.NO_REVIEW)
        await shown.write(text.REVIEW_DAY, "2/11/2026")
        await shown.write(text.NOTE, "We began.")
        await shown.press(text.RECORD)
        await shown.until(lambda: bool(a_workspace.reviews(audit)))
        await shown.settle()
        assert shown.says("Last review: 2 November 2026, recorded by Ann.")
        assert shown.says("We began.")
        assert shown.says("The plan is new")
        assert shown.get("textbox", text.NOTE).control.value == ""


@headless
async def test_a_review_that_was_taken_back_can_be_put_back(a_workspace: Workspace, audit: str) -> None:
    (recorded,) = a_workspace.record_review(audit, date(2026, 11, 2), "We began.")
    async with shown_plan(a_workspace, audit) as shown:
        await shown.press(text.TAKE_BACK)
        await shown.until(lambda: shown.says(text.taken_back("2 November 2026")))
        assert not a_workspace.reviews(audit)
        await shown.press(plan_text.UNDO)
        await shown.until(lambda: shown.says("We began."))
        (again,) = a_workspace.reviews(audit)
        assert (again.day, again.note, again.by) == (recorded.day, recorded.note, recorded.by)
        assert not shown.says(text.taken_back("2 November 2026"))


@headless
async def test_a_review_to_come_is_refused_and_what_was_written_stays(a_workspace: Workspace, audit: str) -> None:
    async with shown_plan(a_workspace, audit) as shown:
        await shown.write(text.REVIEW_DAY, "2/11/2099")
        await shown.write(text.NOTE, "We will begin.")
        await shown.press(text.RECORD)
        await shown.settle()
        field = shown.get("textbox", text.NOTE).control
        assert "still to come" in field.error
        assert field.value == "We will begin."
        await shown.write(text.REVIEW_DAY, "")
        await shown.press(text.RECORD)
        await shown.settle()
        assert shown.get("textbox", text.NOTE).control.error == text.NO_DAY
        assert not a_workspace.reviews(audit)


@headless
async def test_a_full_disk_keeps_the_words_of_a_review(
    a_workspace: Workspace, audit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with shown_plan(a_workspace, audit) as shown:
        await shown.write(text.NOTE, "We began.")
        with monkeypatch.context() as broken:

            def refuse(*_: object) -> None:
                raise KeepError(OSError(errno.ENOSPC, "No space left on device"))

            broken.setattr(MemoryStore, "keep", refuse)
            await shown.press(text.RECORD)
            await shown.settle()
            assert shown.get("textbox", text.NOTE).control.error
        await shown.press(text.RECORD)
        await shown.until(lambda: bool(a_workspace.reviews(audit)))
        assert a_workspace.reviews(audit)[0].note == "We began."


@headless
async def test_the_next_review_is_agreed_and_stands_among_what_is_due(a_workspace: Workspace, audit: str) -> None:
    async with shown_plan(a_workspace, audit) as shown:
        day = a_workspace.today() + timedelta(days=7)
        await shown.write(text.NEXT, f"{day.day}/{day.month}/{day.year}")
        await shown.until(lambda: a_workspace.plan(audit).next_review == day.isoformat())
        await shown.settle()
        assert shown.get("button", "Review of the plan")


@headless
async def test_the_days_are_offered_as_a_calendar_file(a_workspace: Workspace, audit: str) -> None:
    async with shown_plan(a_workspace, audit) as shown:
        await shown.press(text.CALENDAR)
        await shown.until(lambda: bool(shown.saved))
        ((name, content),) = shown.saved
        assert name.endswith(".ics")
        assert content == a_workspace.plan_calendar(audit)


@headless
async def test_before_the_first_priority_there_is_nothing_to_review(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    async with shown_plan(a_workspace, audit) as shown:
        assert shown.says(plan_text.NONE)
        assert not shown.says(text.REVIEWS)
