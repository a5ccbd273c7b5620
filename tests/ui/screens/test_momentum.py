"""“Is it going quiet?” on the screen: the state first, each sign in its sentence, the list, and its calendar."""

import json
from contextlib import AbstractAsyncContextManager

from icalendar import Calendar

from audit_app.ui import places
from audit_app.ui.main import make_main
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
            assert f"{wave['wave']} {wave['score']:.2f}" in shown.get("image", "The pulse over time").name
            assert f"{wave['wave']} {round(wave['rate'] * 100)}%" in shown.get("image", "How many answered").name
            assert {wave["wave"], f"{wave['score']:.2f}", f"{round(wave['rate'] * 100)}%"} <= set(shown.texts())
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
        assert {str(event["SUMMARY"]) for event in events} == {task.title for task in tasks}


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
