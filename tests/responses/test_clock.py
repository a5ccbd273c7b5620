"""Stamps: one device's sort in the order made, whatever its clock does, and nobody else's clock can spoil them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from audit_app.responses.clock import Clock
from audit_app.responses.model import Entry
from tests.builders import MORNING, a_stamp


def standing_still(moment: datetime = MORNING) -> Callable[[], datetime]:
    return lambda: moment


def test_a_stamp_says_when_and_where() -> None:
    assert Clock("laptop", standing_still()).stamp() == "2026-11-22T09:00:00.000Z~0000~laptop"


def test_the_moment_is_universal_wherever_the_clock_is() -> None:
    from datetime import timezone

    summer = datetime(2026, 7, 1, 9, 0, tzinfo=timezone(timedelta(hours=1)))
    assert Clock("laptop", standing_still(summer)).stamp().startswith("2026-07-01T08:00:00.000Z")


def test_two_stamps_of_one_moment_differ_and_sort() -> None:
    clock = Clock("laptop", standing_still())
    first, second = clock.stamp(), clock.stamp()
    assert first < second


def test_a_full_counter_moves_on_by_a_millisecond() -> None:
    clock = Clock("laptop", standing_still())
    clock.observe("2026-11-22T09:00:00.999Z~ffff~tablet")
    assert clock.stamp() == "2026-11-22T09:00:01.000Z~0000~laptop"


def test_a_clock_that_is_a_little_ahead_is_followed() -> None:
    clock = Clock("laptop", standing_still())
    clock.observe(a_stamp(minute=60, device="tablet"))
    assert clock.stamp() > a_stamp(minute=60, device="tablet")


def test_a_clock_that_is_years_ahead_is_not() -> None:
    clock = Clock("laptop", standing_still())
    clock.observe("2036-11-22T09:00:00.000Z~0000~tablet")
    assert clock.stamp().startswith("2026-11-22")


def test_ones_own_clock_that_was_years_ahead_is_followed() -> None:
    clock = Clock("laptop", standing_still())
    clock.observe("2036-11-22T09:00:00.000Z~0000~laptop")
    assert clock.stamp() > "2036-11-22T09:00:00.000Z~0000~laptop"


def test_a_made_up_stamp_of_the_far_future_stops_nobody() -> None:
    clock = Clock("laptop", standing_still())
    clock.observe("2999-12-31T23:59:59.999Z~ffff~laptop")
    assert clock.stamp().startswith("2026-11-22")


@given(st.lists(st.tuples(st.integers(-(10**6), 10**6), st.booleans()), min_size=2, max_size=40))
def test_stamps_of_one_device_rise_whatever_its_clock_does(jumps: list[tuple[int, bool]]) -> None:
    now = [MORNING]
    clock = Clock("laptop", lambda: now[0])
    stamps = []
    for seconds, seen in jumps:
        now[0] = MORNING + timedelta(seconds=seconds)
        if seen:
            moment = now[0].astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
            clock.observe(f"{moment}~00ff~tablet")
        stamps.append(clock.stamp())
    assert stamps == sorted(set(stamps))
    assert all(Entry(stamp=stamp, subject="audit", field="note").at for stamp in stamps)
