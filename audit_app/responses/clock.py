"""Stamps: a hybrid logical clock, so that entries of one device sort in the order made even if its clock is set back.

A stamp is `2026-11-22T14:32:05.123Z~0000~device`. It names an entry; it never decides which of two entries stands
(what an entry replaces does that), so a clock that is years wrong loses nobody's answer.
Source: Kulkarni et al. 2014, “Logical Physical Clocks”.
"""

from collections.abc import Callable
from datetime import UTC, datetime


class Clock:
    """Makes the stamps of one device."""

    def __init__(self, device: str, now: Callable[[], datetime]) -> None:
        self.device = device
        self._now = now
        self._last = ("", 0)

    def observe(self, stamp: str) -> None:
        """Later stamps of this device will sort after this one."""
        moment, counter, _ = stamp.split("~")
        self._last = max(self._last, (moment, int(counter, 16)))

    def stamp(self) -> str:
        moment = self._now().astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        last_moment, last_counter = self._last
        if moment > last_moment:
            self._last = (moment, 0)
        elif last_counter < 0xFFFF:
            self._last = (last_moment, last_counter + 1)
        else:
            self._last = (_next_millisecond(last_moment), 0)
        return f"{self._last[0]}~{self._last[1]:04x}~{self.device}"


def _next_millisecond(moment: str) -> str:
    seconds, fraction = moment[:-1].split(".")
    if fraction != "999":
        return f"{seconds}.{int(fraction) + 1:03d}Z"
    later = datetime.fromisoformat(moment).timestamp() + 0.001
    return datetime.fromtimestamp(later, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
