from audit_app.ui.serving.windows import LOADING_SECONDS, Windows


class Clock:
    seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def some_windows() -> tuple[Windows, Clock]:
    clock = Clock()
    return Windows(clock, grace=5), clock


def test_before_the_first_window_the_app_waits_for_ever() -> None:
    windows, clock = some_windows()
    clock.seconds += 10_000
    assert not windows.all_closed()


def test_the_app_outlives_its_last_window_by_the_grace_period() -> None:
    windows, clock = some_windows()
    windows.opened()
    windows.closed()
    clock.seconds += 4.9
    assert not windows.all_closed()
    clock.seconds += 0.1
    assert windows.all_closed()


def test_one_open_window_is_enough() -> None:
    windows, clock = some_windows()
    windows.opened()
    windows.opened()
    windows.closed()
    clock.seconds += 10_000
    assert not windows.all_closed()


def test_a_slow_reload_does_not_end_the_app() -> None:
    windows, clock = some_windows()
    windows.opened()
    windows.loading()  # the browser asks for the page before it lets the old one go
    windows.closed()
    clock.seconds += LOADING_SECONDS - 1
    assert not windows.all_closed()
    windows.opened()
    clock.seconds += 10_000
    assert not windows.all_closed()
    windows.closed()
    clock.seconds += 5
    assert windows.all_closed()


def test_a_page_that_was_asked_for_and_never_came_does_not_keep_the_app() -> None:
    windows, clock = some_windows()
    windows.opened()
    windows.closed()
    windows.loading()
    clock.seconds += LOADING_SECONDS
    assert windows.all_closed()
