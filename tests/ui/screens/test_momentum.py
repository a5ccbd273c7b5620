"""“Is it going quiet?” on the screen: the state first, each sign in its sentence, the list, and its calendar."""

import json
from contextlib import AbstractAsyncContextManager
from datetime import date

from icalendar import Calendar

from audit_app.results.figures import one_decimal, whole_per_cent
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.text import meetings
from audit_app.ui.text import momentum as text
from audit_app.workspace import Workspace
from tests.ui.harness import Window, headless, window_of
from tests.ui.screens.auditing import answered, begun
from tests.ui.screens.partnering import the_demo


def shown_momentum(workspace: Workspace, width: int = 1280) -> AbstractAsyncContextManager[Window]:
    return window_of(make_main(workspace), places.MOMENTUM, width)


async def read(shown: Window) -> None:
    await shown.until(lambda: not shown.find("text", text.READING))
    await shown.settle()


@headless
async def test_the_state_comes_first_and_every_figure_is_that_of_the_document() -> None:
    found = json.loads(the_demo().momentum_here().model_dump_json())
    async with shown_momentum(the_demo()) as shown:
        await read(shown)
        headings = [node.name for node in shown.find("heading")]
        assert headings[:3] == [text.TITLE, "It is slowing down", text.SIGNS]
        assert found["sentence"] in shown.texts()
        assert all(shown.says(signal["sentence"]) for signal in found["signals"])
        for wave in found["waves"]:
            assert f"{wave['wave']} {one_decimal(wave['score'])}" in shown.get("image", "The pulse over time").name
            assert f"{wave['wave']} {whole_per_cent(wave['rate'])}%" in shown.get("image", "How many answered").name
            assert {wave["wave"], f"{one_decimal(wave['score'])}", f"{whole_per_cent(wave['rate'])}%"} <= set(
                shown.texts()
            )
        assert all(shown.says(task["title"]) and shown.says(task["reason"]) for task in found["tasks"])


@headless
async def test_the_list_goes_into_a_calendar() -> None:
    tasks = the_demo().momentum_here().tasks
    async with shown_momentum(the_demo()) as shown:
        await read(shown)
        await shown.press(text.CALENDAR)
        await shown.until(lambda: bool(shown.saved))
        name, content = shown.saved[0]
        assert name == text.CALENDAR_FILE
        events = Calendar.from_ical(content).walk("VEVENT")
        next_meeting = "Fix the day of the next meeting"  # not pressing yet: when the usual interval has passed
        assert {str(event["SUMMARY"]) for event in events} == {next_meeting, *(task.title for task in tasks)}


@headless
async def test_with_nothing_to_read_it_teaches_and_leads_to_a_first_pulse(a_workspace: Workspace) -> None:
    async with shown_momentum(a_workspace) as shown:
        await read(shown)
        assert text.EMPTY_TITLE in shown.texts()
        assert not shown.find("heading", text.SIGNS)
        assert shown.get("button", text.IMPORT)
        await shown.press(text.START_PULSE)
        assert shown.page.route == places.start_survey("partnership-pulse")


@headless
async def test_without_a_pulse_it_says_what_one_would_show(a_workspace: Workspace) -> None:
    answered(a_workspace, begun(a_workspace))
    async with shown_momentum(a_workspace) as shown:
        await read(shown)
        assert shown.get("heading", text.STATES["steady"])
        assert text.NO_PULSE in shown.texts()
        assert shown.says("Ask every school for a pulse this term")


@headless
async def test_every_width_and_text_size_can_be_drawn() -> None:
    for width in (360, 820):
        async with shown_momentum(the_demo(), width) as shown:
            await read(shown)
            assert shown.get("heading", text.GARDENER)


@headless
async def test_it_is_reached_from_the_partnership_and_leads_back() -> None:
    async with window_of(make_main(the_demo()), places.PARTNERSHIP) as shown:
        await shown.until(lambda: bool(shown.find("button", text.TITLE)))
        await shown.press(text.TITLE)
        assert shown.page.route == places.MOMENTUM
        await read(shown)
        back = [node for node in shown.find("button", text.BACK) if node.name == text.BACK][-1]
        await shown.send(back.control, "click")
        assert shown.page.route == places.PARTNERSHIP


# Meetings


def kept(workspace: Workspace) -> list[tuple[str, tuple[str, ...], str]]:
    return [(one.day.isoformat(), one.schools, one.note) for one in workspace.meetings()]


@headless
async def test_a_meeting_of_all_schools_is_recorded_and_changes_what_is_said(a_workspace: Workspace) -> None:
    async with shown_momentum(a_workspace) as shown:
        await read(shown)
        await shown.press(meetings.RECORD)
        await shown.write(f"{meetings.DAY}\n{meetings.DAY_HINT}", "12/11/2026")
        await shown.write(f"{meetings.NOTE}\n{meetings.NOTE_HINT}", "Reading at Alder")
        await shown.press(meetings.KEEP)
        await shown.until(lambda: bool(a_workspace.meetings()))
        await shown.until(lambda: bool(shown.find("heading", text.STATES["steady"])))
        assert kept(a_workspace) == [("2026-11-12", (), "Reading at Alder")]
        assert shown.says("The last sign of work together was a meeting, 10 days ago.")
        assert {"12 November 2026", "All schools", "Reading at Alder"} <= {*shown.texts()}
        assert not shown.crashes


@headless
async def test_who_was_there_is_ticked_or_written(a_workspace: Workspace) -> None:
    answered(a_workspace, begun(a_workspace))
    (name,) = a_workspace.schools_met()
    async with shown_momentum(a_workspace) as shown:
        await read(shown)
        if not shown.find("button", meetings.KEEP):
            await shown.press(meetings.RECORD)
        await shown.press(meetings.KEEP)
        assert shown.get("textbox", meetings.DAY).control.error == meetings.DAY_NEEDED
        await shown.write(f"{meetings.DAY}\n{meetings.DAY_HINT}", "12/11/2026")
        assert not shown.get("textbox", meetings.DAY).control.error
        await shown.tick(meetings.EVERYONE, False)
        await shown.press(meetings.KEEP)
        assert shown.says(meetings.WHO_NEEDED)
        await shown.tick(name, True)
        await shown.write(f"{meetings.OTHERS}\n{meetings.OTHERS_HINT}", "Birch\n\n Cedar ")
        await shown.press(meetings.KEEP)
        await shown.until(lambda: bool(a_workspace.meetings()))
        assert kept(a_workspace) == [("2026-11-12", tuple(sorted(("Birch", "Cedar", name))), "")]
        await shown.settle()
        assert not shown.crashes


@headless
async def test_a_year_that_can_not_be_is_said_and_nothing_typed_is_lost(a_workspace: Workspace) -> None:
    async with shown_momentum(a_workspace) as shown:
        await read(shown)
        await shown.press(meetings.RECORD)
        await shown.write(f"{meetings.DAY}\n{meetings.DAY_HINT}", "12/11/1206")
        await shown.write(f"{meetings.NOTE}\n{meetings.NOTE_HINT}", "Reading")
        await shown.press(meetings.KEEP)
        await shown.until(lambda: shown.says("Check the year"))
        await shown.write(f"{meetings.DAY}\n{meetings.DAY_HINT}", "12/11/2026")
        await shown.press(meetings.KEEP)
        await shown.until(lambda: bool(a_workspace.meetings()))
        assert kept(a_workspace) == [("2026-11-12", (), "Reading")]


@headless
async def test_a_removed_meeting_comes_back_by_undo(a_workspace: Workspace) -> None:
    for day in (1, 15):
        a_workspace.record_meeting(date(2026, 11, day), note=f"Number {day}")
    before = a_workspace.meetings()
    async with shown_momentum(a_workspace) as shown:
        await read(shown)
        await shown.press(meetings.remove(before[0]))
        await shown.until(lambda: len(a_workspace.meetings()) == 1)
        await shown.until(lambda: not shown.says("Number 15"))
        await shown.press("Undo")
        await shown.until(lambda: a_workspace.meetings() == before)
        await shown.until(lambda: shown.says("Number 15"))
        assert not shown.crashes


@headless
async def test_a_planned_meeting_is_told_from_one_that_was(a_workspace: Workspace) -> None:
    a_workspace.record_meeting(date(2026, 12, 1))
    a_workspace.record_meeting(date(2026, 11, 1))
    async with shown_momentum(a_workspace) as shown:
        await read(shown)
        assert {"Planned: 1 December 2026", "1 November 2026"} <= {*shown.texts()}
        assert shown.says("The next is planned for 1 December 2026.")
