"""Keys: one at a time, in order; Ctrl-Enter checks, then submits; “?” shows them; none of it while somebody types."""

import asyncio

import flet as ft
import pytest

from audit_app.responses.model import Answer
from audit_app.ui import places
from audit_app.ui.components import keys
from audit_app.ui.main import make_main
from audit_app.ui.text import about, check, helping
from audit_app.ui.text import audit as text
from audit_app.workspace import Workspace
from tests.ui.harness import Window, headless, window_of
from tests.ui.screens.auditing import FIRST, answered, begun, opened, order, text_of


def event(name: str, **held: bool) -> dict[str, object]:
    return {"key": name, "shift": False, "ctrl": False, "alt": False, "meta": False, **held}


async def press(shown: Window, name: str, **held: bool) -> None:
    await shown.session.dispatch_event(shown.page._i, "keyboard_event", event(name, **held))
    await shown.settle()


async def press_quickly(shown: Window, *names: str) -> None:
    """Without waiting for what any of them does."""
    await asyncio.gather(
        *(shown.session.dispatch_event(shown.page._i, "keyboard_event", event(name)) for name in names)
    )


@headless
async def test_quick_keys_answer_every_statement_once_and_in_order(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    a_workspace.keep_settings(a_workspace.settings().model_copy(update={"move_on": True}))
    items = order(a_workspace)
    async with opened(a_workspace, audit, items[0]) as shown:
        await press_quickly(shown, *(str(1 + number % 4) for number in range(len(items))))
        await shown.until(lambda: a_workspace.audit(audit).standing(items[-1]).answer is not None)
        given = [a_workspace.audit(audit).standing(item).answer for item in items]
        assert given == [Answer(option=str(1 + number % 4)) for number in range(len(items))]


@headless
async def test_a_key_after_another_means_the_screen_that_the_first_led_to(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    first, second = order(a_workspace)[:2]
    async with opened(a_workspace, audit, first) as shown:
        await press_quickly(shown, "N", "3")
        await shown.until(lambda: a_workspace.audit(audit).standing(second).answer is not None)
        assert a_workspace.audit(audit).standing(first).answer is None


@headless
async def test_ctrl_enter_goes_to_checking_and_there_submits(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit)
    async with opened(a_workspace, audit, FIRST) as shown:
        await press(shown, "Enter", ctrl=True)
        assert shown.page.route == places.check(audit)
        await press(shown, "Enter", ctrl=True)
        await shown.until(lambda: a_workspace.audit(audit).status == "submitted")
        await shown.until(lambda: shown.says(check.JUST_SUBMITTED))
        await press(shown, "Enter", ctrl=True)  # nothing more to submit
        assert len(a_workspace.audit(audit).submissions) == 1


@headless
async def test_ctrl_enter_submits_nothing_where_something_stands_in_the_way(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    async with window_of(make_main(a_workspace), places.check(audit)) as shown:
        await press(shown, "Enter", ctrl=True)
        assert a_workspace.audit(audit).status == "draft"


@headless
async def test_ctrl_enter_works_while_typing_and_a_single_key_does_not(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    async with opened(a_workspace, audit, FIRST) as shown:
        await shown.write(text.COMMENT, "We agreed on 3", leave=False)
        await press(shown, "3")
        await press(shown, "?", shift=True)
        assert a_workspace.audit(audit).standing(FIRST).answer is None
        assert not shown.find("dialog")
        await press(shown, "Enter", ctrl=True)
        assert shown.page.route == places.check(audit)
        await shown.until(lambda: bool(a_workspace.audit(audit).standing(FIRST).comments))


@headless
async def test_a_question_mark_shows_the_keys_on_every_screen(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    for place in (places.LIBRARY, places.item(audit, FIRST)):
        async with window_of(make_main(a_workspace), place) as shown:
            await press(shown, "/", shift=True)  # as some keyboards say it
            assert shown.get("dialog", helping.KEYS_TITLE)
            await shown.press(helping.CLOSE)
            assert shown.find("button", about.BUTTON)
            await press(shown, "?")
            assert shown.get("dialog", helping.KEYS_TITLE)


@headless
async def test_while_a_dialog_is_open_no_key_does_what_is_behind_it(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit)
    async with window_of(make_main(a_workspace), places.check(audit)) as shown:
        await press(shown, "?", shift=True)
        await press(shown, "Enter", ctrl=True)
        assert shown.get("dialog", helping.KEYS_TITLE)
        assert a_workspace.audit(audit).status == "draft"
        await shown.press(helping.CLOSE)
        await press(shown, "Enter", ctrl=True)
        await shown.until(lambda: a_workspace.audit(audit).status == "submitted")


@headless
async def test_a_key_right_after_escape_waits_until_the_dialog_is_gone(
    a_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "CLOSING", 10)
    audit = begun(a_workspace)
    answered(a_workspace, audit)
    async with window_of(make_main(a_workspace), places.check(audit)) as shown:
        await press(shown, "?", shift=True)
        await press(shown, "Escape")
        submitting = asyncio.create_task(press(shown, "Enter", ctrl=True))
        await asyncio.sleep(0.05)
        assert a_workspace.audit(audit).status == "draft"
        await shown.press(helping.CLOSE)  # the browser has closed it
        await submitting
        await shown.until(lambda: a_workspace.audit(audit).status == "submitted")


@headless
async def test_nor_while_the_menu_of_a_narrow_window_is_open(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    first, second = order(a_workspace)[:2]
    async with window_of(make_main(a_workspace), places.item(audit, first), width=400) as shown:
        menu = next(one for one in shown.controls() if isinstance(one, ft.PopupMenuButton))
        await shown.send(menu, "open")
        await press(shown, "N")
        assert shown.page.route == places.item(audit, first)
        await shown.send(menu, "cancel")
        await press(shown, "N")
        assert shown.page.route == places.item(audit, second)


@headless
async def test_single_keys_can_be_switched_off_the_question_mark_too(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    a_workspace.keep_settings(a_workspace.settings().model_copy(update={"keys": False}))
    async with opened(a_workspace, audit, FIRST) as shown:
        await press(shown, "?", shift=True)
        await press(shown, "2")
        assert not shown.find("dialog")
        assert a_workspace.audit(audit).standing(FIRST).answer is None
        await press(shown, "Enter", ctrl=True)
        assert shown.page.route == places.check(audit)


@headless
async def test_keys_with_alt_or_the_system_s_key_are_the_browser_s(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    async with opened(a_workspace, audit, FIRST) as shown:
        for held in ({"alt": True}, {"meta": True}, {"ctrl": True}):
            await press(shown, "N", **held)
        assert shown.get("heading", text_of(a_workspace, FIRST)).level == 1
