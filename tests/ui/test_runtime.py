"""One mistake takes one part of the screen, never the window."""

import asyncio
import threading

import flet as ft
import pytest

from audit_app.errors import AuditError
from audit_app.ui.components.buttons import button
from audit_app.ui.components.words import paragraph
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import component, connect_notices, handler, memo, off_loop, stoppable, use_effect
from audit_app.ui.text import common
from tests.ui.harness import headless, window


class DiskFullError(AuditError):
    def __init__(self) -> None:
        super().__init__("The disk is full.")


@component
def breakable(count: int) -> ft.Control:
    own, _ = ft.use_state(0)
    if count == 1 and own == 0:
        raise RuntimeError("secret detail")
    return paragraph(f"Works at {count}")


@component
def household() -> ft.Control:
    count, set_count = ft.use_state(0)
    return ft.Column([breakable(count), paragraph("Neighbour"), button("More", lambda: set_count(count + 1))])


@headless
async def test_a_component_that_fails_shows_an_error_and_leaves_its_neighbours(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with window(household) as shown:
        await shown.press("More")
        assert common.UNEXPECTED_ERROR_HERE in shown.texts()
        assert "Neighbour" in shown.texts()
        assert not shown.says("secret")
        assert "breakable" in caplog.text


@headless
async def test_a_component_that_failed_works_again_with_other_arguments() -> None:
    async with window(household) as shown:
        await shown.press("More")
        await shown.press("More")
        assert "Works at 2" in shown.texts()


@headless
async def test_try_again_draws_the_failed_component_again() -> None:
    sound = [False]

    @component
    def moody() -> ft.Control:
        if not sound[0]:
            raise DiskFullError
        return paragraph("Better now")

    async with window(moody) as shown:
        assert "The disk is full." in shown.texts()
        sound[0] = True
        await shown.press(common.TRY_AGAIN)
        assert shown.texts() == ["Better now"]


@component
def desk(act: object, told: list[tuple[str, str]]) -> ft.Control:
    presses, set_presses = ft.use_state(0)
    use_effect(lambda: connect_notices(ft.context.page, lambda kind, text: told.append((kind, text)), lambda: None), [])
    return ft.Column(
        [button("Act", act), paragraph(f"Pressed {presses}"), button("Count", lambda: set_presses(presses + 1))]  # type: ignore[arg-type]
    )


@headless
async def test_what_the_user_must_act_on_becomes_a_notice() -> None:
    told: list[tuple[str, str]] = []

    def act() -> None:
        raise DiskFullError

    async with window(desk, act, told) as shown:
        await shown.press("Act")
        assert told == [("error", "The disk is full.")]


@headless
async def test_any_other_failure_becomes_a_plain_sentence_and_a_log_entry(caplog: pytest.LogCaptureFixture) -> None:
    told: list[tuple[str, str]] = []

    async def act() -> None:
        await asyncio.sleep(0)
        raise ZeroDivisionError("secret detail")

    async with window(desk, act, told) as shown:
        await shown.press("Act")
        assert told == [("error", common.UNEXPECTED_ERROR)]
        assert "secret detail" in caplog.text
        await shown.press("Count")
        assert "Pressed 1" in shown.texts()


@headless
async def test_an_effect_that_fails_is_told_and_the_window_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    @component
    def with_effect() -> ft.Control:
        async def fail() -> None:
            raise RuntimeError("in the effect")

        use_effect(fail, [])
        return paragraph("Here")

    async with window(with_effect) as shown:
        assert "in the effect" in caplog.text
        assert shown.texts() == ["Here", common.UNEXPECTED_ERROR]  # with no shell to show it, a bar at the bottom does


@headless
async def test_a_control_that_cannot_travel_does_not_freeze_the_window_for_good() -> None:
    @component
    def unsound() -> ft.Control:
        bad, set_bad = ft.use_state(False)
        count, set_count = ft.use_state(0)
        return ft.Column(
            [
                ft.ProgressBar(value=-5 if bad else 0.5),
                paragraph(f"Count {count}"),
                button("Spoil", lambda: set_bad(True)),
                button("Mend", lambda: (set_bad(False), set_count(count + 1))),
            ]
        )

    async with window(unsound) as shown:
        await shown.press("Spoil")
        await shown.press("Mend")
        assert shown.says("Count 1")


@headless
async def test_a_second_press_while_the_first_runs_does_nothing() -> None:
    runs: list[int] = []
    gate = asyncio.Event()

    @component
    def slow() -> ft.Control:
        async def work() -> None:
            runs.append(1)
            await gate.wait()

        doing = use_doing(work)
        return ft.Column([button("Start", doing.run), paragraph("Busy" if doing.busy else "Free")])

    async with window(slow) as shown:
        start = shown.get("button", "Start").control
        presses = [asyncio.create_task(shown.send(start, "click")) for _ in range(3)]
        await shown.settle()
        assert "Busy" in shown.texts()
        gate.set()
        await asyncio.gather(*presses)
        assert runs == [1]
        assert "Free" in shown.texts()


@headless
async def test_slow_work_runs_beside_the_event_loop() -> None:
    assert await off_loop(threading.current_thread) is not threading.main_thread()


@headless
async def test_a_memoised_component_is_drawn_once_for_the_same_arguments() -> None:
    drawn: list[int] = []

    @component
    def row(number: int) -> ft.Control:
        drawn.append(number)
        return paragraph(str(number))

    once = memo(row)

    @component
    def rows() -> ft.Control:
        last, set_last = ft.use_state(3)
        return ft.Column([*(once(number) for number in (1, 2, last)), button("Next", lambda: set_last(last + 1))])

    async with window(rows) as shown:
        await shown.press("Next")
        assert drawn == [1, 2, 3, 4]


def test_no_action_is_no_handler() -> None:
    assert handler(None) is None


@headless
async def test_work_that_nobody_stops_gives_its_result_or_raises() -> None:
    assert await stoppable(int, "7") == 7
    with pytest.raises(ValueError, match="seven"):
        await stoppable(int, "seven")


@component
def till(bell: asyncio.Event) -> ft.Control:
    """Each press that counts is drawn before what it began has ended."""
    sold, set_sold = ft.use_state(0)

    async def sell() -> None:
        set_sold(lambda before: before + 1)
        await bell.wait()

    return ft.Column([paragraph(f"Sold {sold}"), button("Sell", sell)])


@headless
async def test_a_double_click_does_a_thing_once() -> None:
    bell = asyncio.Event()
    async with window(till, bell) as shown:
        first = asyncio.create_task(shown.press("Sell"))
        await shown.until(lambda: shown.says("Sold 1"))
        await shown.press("Sell")
        assert shown.says("Sold 1")
        bell.set()
        await first
        await shown.press("Sell")
        assert shown.says("Sold 2")
