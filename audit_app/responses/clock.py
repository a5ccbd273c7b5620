"""Stamps: a hybrid logical clock, so that entries of one device sort in the order made even if its clock is set back.

A stamp is `2026-11-22T14:32:05.123Z~0000~device`. It names an entry; it never decides which of two entries stands
(what an entry replaces does that), so a clock that is years wrong loses nobody's answer.
Source: Kulkarni et al. 2014, “Logical Physical Clocks”.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

FOLLOWED_AHEAD = timedelta(days=1)
"""How far ahead another device’s clock may be and still be followed; beyond it, the times shown here would be wrong."""

LAST_MOMENT = "2900"
"""No clock shows a later year, so a stamp that does was made up; following it would leave no room for later ones."""


class Clock:
    """Makes the stamps of one device; not for use by two threads at once."""

    def __init__(self, device: str, now: Callable[[], datetime]) -> None:
        self.device = device
        self._now = now
        self._last = ("", 0)

    def observe(self, stamp: str) -> None:
        """Later stamps of this device will sort after this one, unless another device's clock is far ahead."""
        if stamp < self._last[0]:  # nearly all: each is looked at again whenever something is said
            return
        moment, counter, device = stamp.split("~")
        seen = (moment, int(counter, 16))
        if seen <= self._last:
            return
        is_near = moment <= _written(self._now() + FOLLOWED_AHEAD)
        if moment < LAST_MOMENT and (is_near or device == self.device):
            self._last = seen

    def stamp(self) -> str:
        moment = _written(self._now())
        last_moment, last_counter = self._last
        if moment > last_moment:
            self._last = (moment, 0)
        elif last_counter < 0xFFFF:
            self._last = (last_moment, last_counter + 1)
        else:
            self._last = (_written(datetime.fromisoformat(last_moment) + timedelta(milliseconds=1)), 0)
        return f"{self._last[0]}~{self._last[1]:04x}~{self.device}"


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
