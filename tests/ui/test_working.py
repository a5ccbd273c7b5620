"""Long work on the screen: how far it is; stopped by a button, by what comes instead, or because the screen went."""

import asyncio
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import flet as ft
import pytest

from audit_app.steps import StoppedError, step
from audit_app.ui.components import working as working_module
from audit_app.ui.components.buttons import button
from audit_app.ui.components.panel import stack
from audit_app.ui.components.words import paragraph
from audit_app.ui.components.working import awaited, starter, working
from audit_app.ui.doing import use_doing, use_reading
from audit_app.ui.runtime import component, off_loop, stoppable
from audit_app.ui.text import common
from tests.ui.harness import Window, headless, window


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working_module, "TICK", 0.01)


@dataclass
class Job:
    """Seven pages; each waits until it is let on."""

    on: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    made: list[int] = field(default_factory=list)
    handed_out: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)

    def work(self, name: str = "paper") -> str:
        try:
            for page in range(7):
                step(page, 7)
                self.made.append(page)
                assert self.on.acquire(timeout=10)
        except StoppedError:
            self.ended.append("stopped")
            raise
        return name

    def let_on(self, pages: int = 7) -> None:
        self.on.release(pages)


@pytest.fixture
def job() -> Iterator[Job]:
    made = Job()
    yield made
    made.let_on(100)


@component
def desk(job: Job) -> ft.Control:
    taps, set_taps = ft.use_state(0)

    async def make() -> None:
        job.handed_out.append(await stoppable(job.work))
        await off_loop(job.on.acquire, timeout=10)  # being kept

    making = use_doing(make)
    return stack(
        starter("Make", making),
        *([working("It is being made…", making)] if making.busy else []),
        paragraph(f"Tapped {taps}"),
        button("Tap", lambda: set_taps(taps + 1)),
    )


async def begin(shown: Window, job: Job) -> "asyncio.Task[None]":
    """Until there is something to stop."""
    pressed = asyncio.create_task(shown.press("Make"))
    await shown.until(lambda: bool(shown.find("button", common.STOP)))
    await shown.until(lambda: job.made == [0])
    return pressed


@headless
async def test_the_screen_says_how_far_it_is_and_goes_on_meanwhile(job: Job) -> None:
    async with window(desk, job) as shown:
        pressed = await begin(shown, job)
        job.let_on(3)
        await shown.until(lambda: shown.says("It is being made…: 3 of 7"))
        await shown.press("Tap")
        assert shown.says("Tapped 1")
        job.let_on(5)
        await pressed
        assert job.handed_out == ["paper"]
        assert not shown.says("It is being made…")


@headless
async def test_stopped_work_hands_nothing_out_and_ends_at_its_next_step(job: Job) -> None:
    async with window(desk, job) as shown:
        pressed = await begin(shown, job)
        assert shown.says(common.STOP_MEANS)
        await shown.press(common.STOP)
        await pressed
        assert shown.says(common.STOPPED)
        assert shown.get("button", "Make").control.autofocus
        job.let_on()
        await shown.until(lambda: job.ended == ["stopped"])
        assert job.made == [0]
        assert job.handed_out == []


@headless
async def test_what_was_stopped_can_be_begun_again(job: Job) -> None:
    async with window(desk, job) as shown:
        pressed = await begin(shown, job)
        await shown.press(common.STOP)
        await pressed
        job.let_on(1)
        await shown.until(lambda: bool(job.ended))
        job.let_on(8)
        await shown.press("Make")
        assert job.handed_out == ["paper"]


@headless
async def test_what_is_being_kept_cannot_be_stopped_any_more(job: Job) -> None:
    async with window(desk, job) as shown:
        pressed = await begin(shown, job)
        job.let_on()
        await shown.until(lambda: bool(job.handed_out))
        await shown.until(lambda: not shown.find("button", common.STOP))
        assert shown.says("It is being made…")
        job.let_on()
        await pressed


@headless
async def test_what_is_done_soon_offers_no_stop(job: Job) -> None:
    seen: list[bool] = []
    job.let_on(20)
    async with window(desk, job) as shown:
        pressed = asyncio.create_task(shown.press("Make"))
        while not pressed.done():
            seen.append(bool(shown.find("button", common.STOP)))
            await asyncio.sleep(0)
    assert job.handed_out == ["paper"]
    assert not any(seen)


@component
def shelf(job: Job, name: str) -> ft.Control:
    found, keep = ft.use_state("")

    async def read() -> None:
        keep("")
        keep(await stoppable(job.work, name))

    reading = use_reading(read, [name])
    return paragraph(found) if found else awaited("It is being read…", reading)


@component
def room(job: Job) -> ft.Control:
    name, show = ft.use_state("first")
    return stack(
        *([shelf(job, name)] if name else []),
        button("Second", lambda: show("second")),
        button("Leave", lambda: show("")),
    )


@headless
async def test_reading_is_given_up_for_what_is_to_be_read_instead(job: Job) -> None:
    async with window(room, job) as shown:
        await shown.until(lambda: job.made == [0])
        await shown.press("Second")
        await shown.until(lambda: job.made == [0, 0])
        job.let_on(20)
        await shown.until(lambda: shown.says("second"))
        await shown.until(lambda: job.ended == ["stopped"])


@headless
async def test_reading_ends_with_its_screen(job: Job) -> None:
    async with window(room, job) as shown:
        await shown.until(lambda: job.made == [0])
        await shown.press("Leave")
        job.let_on()
        await shown.until(lambda: job.ended == ["stopped"])
        assert job.made == [0]


@headless
async def test_reading_that_was_stopped_is_begun_again_when_somebody_asks(job: Job) -> None:
    async with window(room, job) as shown:
        await shown.until(lambda: bool(shown.find("button", common.STOP)))
        await shown.press(common.STOP)
        await shown.until(lambda: shown.says(common.STOPPED))
        job.let_on(1)
        await shown.until(lambda: bool(job.ended))
        job.let_on(20)
        await shown.press(common.TRY_AGAIN)
        await shown.until(lambda: shown.says("first"))


@headless
async def test_reading_that_fails_says_so_in_its_place_and_is_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    sound = [False]

    @component
    def page() -> ft.Control:
        found, keep = ft.use_state("")

        async def read() -> None:
            keep(await stoppable(["secret"].index if not sound[0] else str, "sound"))  # type: ignore[arg-type]

        reading = use_reading(read, [])
        return paragraph(found) if found else awaited("It is being read…", reading)

    async with window(page) as shown:
        await shown.until(lambda: shown.says(common.UNEXPECTED_ERROR_HERE))
        assert "The component test_reading_that_fails" in caplog.text
        sound[0] = True
        await shown.press(common.TRY_AGAIN)
        await shown.until(lambda: shown.says("sound"))
