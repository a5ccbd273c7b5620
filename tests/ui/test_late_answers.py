"""What a window tells about a control that has gone."""

import asyncio

from flet.messaging.protocol import Message, MessageAction

from audit_app.ui.late_answers import let_answers_come_late
from tests.ui.harness import Window, headless

NEVER_THERE = 999_999


class SilentWindow(Window):
    """Answers nothing by itself."""

    calls: list[str]

    def receive(self, message: Message) -> None:
        if message.action is MessageAction.INVOKE_METHOD:
            self.calls = [message.body.call_id]


@headless
async def test_an_answer_for_a_control_that_has_gone_ends_the_call_and_not_the_connection() -> None:
    shown = SilentWindow("/", 1280)
    let_answers_come_late(shown.page)
    calling = asyncio.ensure_future(shown.session.invoke_method(NEVER_THERE, "focus", {}))
    await asyncio.sleep(0)
    shown.session.handle_invoke_method_results(NEVER_THERE, shown.calls[0], None, None)
    assert await asyncio.wait_for(calling, 1) is None


@headless
async def test_an_answer_that_nobody_waits_for_is_dropped() -> None:
    shown = SilentWindow("/", 1280)
    let_answers_come_late(shown.page)
    shown.session.handle_invoke_method_results(NEVER_THERE, "nobody's", None, None)


@headless
async def test_other_answers_arrive_as_ever() -> None:
    shown = SilentWindow("/", 1280)
    let_answers_come_late(shown.page)
    calling = asyncio.ensure_future(shown.session.invoke_method(shown.page._i, "x", {}))
    await asyncio.sleep(0)
    shown.session.handle_invoke_method_results(shown.page._i, shown.calls[0], "done", None)
    assert await calling == "done"
