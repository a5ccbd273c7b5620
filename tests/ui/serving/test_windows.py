from audit_app.ui.serving.windows import AWAY_SECONDS, GOODBYE_SECONDS, LOADING_SECONDS, Windows


class Clock:
    seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def some_windows() -> tuple[Windows, Clock]:
    clock = Clock()
    return Windows(clock, grace=5), clock


def close(windows: Windows, window: str = "tab") -> None:
    """As its person closes it."""
    windows.said_goodbye(window)
    windows.closed(window)


def test_before_the_first_window_the_app_waits_for_ever() -> None:
    windows, clock = some_windows()
    clock.seconds += 1_000_000
    assert not windows.all_closed()


def test_the_app_outlives_its_last_window_by_the_grace_period() -> None:
    windows, clock = some_windows()
    windows.opened("tab")
    close(windows)
    clock.seconds += 4.9
    assert not windows.all_closed()
    clock.seconds += 0.1
    assert windows.all_closed()


def test_one_open_window_is_enough() -> None:
    windows, clock = some_windows()
    windows.opened("tab")
    windows.opened("other")
    close(windows)
    clock.seconds += 1_000_000
    assert not windows.all_closed()


def test_a_window_that_the_browser_put_away_is_waited_for_until_the_evening() -> None:
    windows, clock = some_windows()
    windows.opened("tab")
    windows.closed("tab")
    clock.seconds += AWAY_SECONDS - 1
    assert not windows.all_closed()
    clock.seconds += 1
    assert windows.all_closed()


def test_a_window_that_came_back_and_was_closed_is_not_waited_for() -> None:
    windows, clock = some_windows()
    windows.opened("tab")
    windows.closed("tab")
    clock.seconds += 7200
    windows.opened("tab")
    clock.seconds += 7200
    close(windows)
    clock.seconds += 5
    assert windows.all_closed()


def test_closing_one_window_does_not_end_the_app_for_another_that_was_put_away() -> None:
    windows, clock = some_windows()
    windows.opened("tab")
    windows.opened("other")
    windows.closed("other")
    close(windows)
    clock.seconds += 3600
    assert not windows.all_closed()


def test_a_goodbye_counts_also_when_it_comes_after_the_end_of_the_connection() -> None:
    windows, clock = some_windows()
    windows.opened("tab")
    windows.closed("tab")
    windows.said_goodbye("tab")
    clock.seconds += 5
    assert windows.all_closed()


def test_a_goodbye_is_no_goodbye_of_the_page_that_came_after_it() -> None:
    windows, clock = some_windows()
    windows.opened("tab")
    close(windows)  # a reload
    windows.opened("tab")
    windows.closed("tab")
    clock.seconds += 3600
    assert not windows.all_closed()
    windows.opened("tab")
    windows.said_goodbye("tab")  # kept up, and overtaken by the page that came after
    clock.seconds += GOODBYE_SECONDS + 1
    windows.closed("tab")
    clock.seconds += 3600
    assert not windows.all_closed()


def test_of_a_duplicated_window_each_copy_counts() -> None:
    windows, clock = some_windows()
    windows.opened("tab")
    windows.opened("tab")
    close(windows)
    clock.seconds += 3600
    assert not windows.all_closed()
    close(windows)
    clock.seconds += 5
    assert windows.all_closed()


def test_a_slow_reload_does_not_end_the_app() -> None:
    windows, clock = some_windows()
    windows.opened("tab")
    windows.loading()  # the browser asks for the page before it lets the old one go
    close(windows)
    clock.seconds += LOADING_SECONDS - 1
    assert not windows.all_closed()
    windows.opened("tab")
    clock.seconds += 10_000
    assert not windows.all_closed()
    close(windows)
    clock.seconds += 5
    assert windows.all_closed()


def test_a_page_that_was_asked_for_and_never_came_does_not_keep_the_app() -> None:
    windows, clock = some_windows()
    windows.opened("tab")
    close(windows)
    windows.loading()
    clock.seconds += LOADING_SECONDS
    assert windows.all_closed()
